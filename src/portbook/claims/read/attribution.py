"""Who is named as the source of a line's figures."""

from __future__ import annotations

from portbook.claims.read.chunk import Chunker

LEADS = frozenset({"a", "an", "the", "data", "figures", "statistics", "numbers", "released",
                   "published", "by", "from", "of", "in", "provisional", "preliminary", "official",
                   "'s", "local", "report", "compiled", "issued"})  # fmt: skip
KEEP = frozenset({"local", "official"})
TAIL = frozenset({"data", "figures", "statistics", "estimates", "numbers", "report", "release",
                  "'s", "and", "of", "for", "published", "released"})  # fmt: skip
BE = frozenset({"is", "are", "was", "were", "been", "be"})
"""Before a participle these say that somebody else reports."""
PRONOUNS = frozenset({"it", "they", "he", "she"})
NAMELESS = frozenset({"quantity", "verb", "moment", "pron"})
LONGEST = 14
"""A source is named in at most so many words."""
PERSON = 5
"""A name that is no office's has at most so many words."""


def source(chunk: Chunker) -> str | None:
    """Return the source that a line names, in its words."""
    return _according(chunk) or _says(chunk)


def _according(chunk: Chunker) -> str | None:
    line = chunk.scan.line
    for at in range(len(line.tokens)):
        cue = line.at(at, "source")
        if cue:
            name = _name(chunk, cue.last, _name_end(chunk, cue.last))
            if name:
                return name
    return None


def _says(chunk: Chunker) -> str | None:
    """Return the subject of a reporting verb, or who stands behind it: ", said Wang Jun"."""
    line = chunk.scan.line
    for at in range(len(line.tokens)):
        cue = line.at(at, "say", "v")
        if cue is None or not _reports(chunk, at):
            continue
        first = _name_start(chunk, at)
        name = _name(chunk, first, _trimmed(chunk, at))
        if name is None and line.low(at - 1) in {",", '"'}:
            name = _name(chunk, cue.last, _name_end(chunk, cue.last))
        if name:
            return name
    return None


def _reports(chunk: Chunker, at: int) -> bool:
    """Whether a verb reports here: "put" only with a figure behind, a number never before."""
    line = chunk.scan.line
    if chunk.role(at) in {"quantity", "place", "flow"} or line.low(at - 1) in {
        "to",
        "a",
        "an",
        "of",
    }:
        return False
    if line.low(at) in {"put", "puts"}:
        return "at" in line.lows(at, at + 14) and line.low(at - 1) not in {"were", "was"}
    return True


def _trimmed(chunk: Chunker, at: int) -> int:
    """Return where the name before a verb ends: auxiliaries and "also" are none of it."""
    while chunk.role(at - 1) in {"verb", "adv"} and at > 0:
        at -= 1
    return at


def _name_start(chunk: Chunker, at: int) -> int:
    """Return where the name that ends before a verb begins."""
    line, first = chunk.scan.line, _trimmed(chunk, at)
    while first > 0:
        role, word = chunk.role(first - 1), line.low(first - 1)
        inner = role in {"word", "place", "flow", "possessive"} or word in {
            "of",
            "and",
            "for",
            "'s",
        }
        inner = inner or (
            role in {"det", "adv"} and line.low(first - 2) in {"of", "and", "for", "from"}
        )
        inner = inner or (word == "the" and first - 1 > 0 and line.low(first - 2) == "from")
        inner = inner or (
            word in {"from", "the", "published", "released"} and role in {"prep", "det", "word"}
        )
        inner = inner or (word == "in" and role == "prep" and chunk.role(first) == "place")
        inner = inner or (word == "in" and role == "prep" and line.tokens[first].text[0].isupper())
        inner = inner or (word == "," and _in_list(chunk, first - 1))
        if not inner:
            break
        first -= 1
    while line.low(first) in {"and", ",", "of", "for"}:
        first += 1
    return first


def _in_list(chunk: Chunker, at: int) -> bool:
    """Whether a comma stands inside an office's name: "Trade, Industry and Energy"."""
    line = chunk.scan.line
    upper = at + 1 < len(line.tokens) and line.tokens[at + 1].text[0].isupper()
    return upper and line.tokens[at - 1].text[0].isupper() and "and" in line.lows(at + 1, at + 4)


def _name_end(chunk: Chunker, at: int) -> int:
    """Return where a name that begins at a token ends."""
    line, last = chunk.scan.line, at
    while last < len(line.tokens):
        role, word = chunk.role(last), line.low(last)
        inner = role in {"word", "place", "possessive", "flow"} or (role == "det" and last == at)
        inner = (
            inner or word in {"of", "and", "for", "from"} or line.low(last - 1) in {"of", "from"}
        )
        inner = inner or (word == "," and _in_list(chunk, last) and _cased_before(chunk, last))
        if not inner:
            break
        last += 1
    return last


def _cased_before(chunk: Chunker, at: int) -> bool:
    return "of" in chunk.scan.line.lows(at - 4, at)


def _name(chunk: Chunker, first: int, last: int) -> str | None:
    """Return the name in some tokens, without "data from the"."""
    first, last = _stripped(chunk, first, last)
    line = chunk.scan.line
    if first >= last or last - first > LONGEST or chunk.role(first) in NAMELESS:
        return None
    alone = last - first == 1
    vague = alone and line.low(first - 1) == "the" and line.at(first, "firmhead")
    if vague or (alone and (line.at(first, "place") or line.low(first) in PRONOUNS)):
        return None
    if any(line.low(at) in BE for at in (last, last + 1)):
        return None
    named = any(line.at(at, "institution") or line.at(at, "firmhead") for at in range(first, last))
    cased = line.tokens[first].text[0].isupper() and not line.at(first, "flow")
    return line.text(first, last) if named or (cased and last - first <= PERSON) else None


def _stripped(chunk: Chunker, first: int, last: int) -> tuple[int, int]:
    """Return where a name begins and ends without what only leads to it, and its place."""
    line = chunk.scan.line
    while first < last and _leads(chunk, first) and not _kept(chunk, first, last):
        first += 1
    while last > first and line.low(last - 1) in TAIL and line.low(last - 2) != "of":
        last -= 1
    for at in range(first + 1, last):
        if line.low(at) == "in" and chunk.role(at) == "prep":
            last = at
            break
    place = chunk.place(first)
    if place and place[1] < last and line.low(place[1]) == "'s":
        first = place[1] + 1
    return first, last


def _leads(chunk: Chunker, at: int) -> bool:
    """Whether a word only leads to a name: "data from", but not in "Statistics Canada"."""
    line = chunk.scan.line
    if line.low(at) == "statistics":
        return line.low(at + 1) in LEADS
    return line.low(at) in LEADS


def _kept(chunk: Chunker, first: int, last: int) -> bool:
    return chunk.scan.line.low(first) in KEEP and last - first == 2
