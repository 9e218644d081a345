"""Noun phrases of a line: what is exported, by whom, to whom."""

from __future__ import annotations

from dataclasses import replace

from portbook.claims.read.chunk import BARE, Chunker
from portbook.claims.read.mention import Mention, Place

PLACING = frozenset({"to", "with", "from", "into", "in", "for", "of", "by", "inside"})
"""Prepositions that a place may follow."""


def flow_phrase(chunk: Chunker, at: int) -> Mention:
    """Return the phrase around the flow word that begins at a token."""
    cue = chunk.scan.line.at(at, "flow", "n")
    assert cue is not None  # noqa: S101  (the role of the token says so)
    flow, polarity = cue.sense.rstrip("+-"), cue.sense[-1:] if cue.sense[-1:] in "+-" else ""
    found = Mention("flow", at, cue.last, at, flow, polarity)
    special = chunk.scan.line.at(at, "special")
    if special:
        found = replace(found, products=(chunk.scan.line.text(at, special.last),))
    fresh = chunk.scan.line.low(at) in {"total", "overall", "combined"}
    return _right(chunk, _left(chunk, replace(found, fresh=fresh)), cue.last)


def _left(chunk: Chunker, found: Mention) -> Mention:
    """Take the words before the flow word: adjectives, product, possessor."""
    line, at, words = chunk.scan.line, found.first, list[int]()
    while at > 0:
        role = chunk.role(at - 1)
        if role == "word" or (
            role == "conj" and words and line.low(at - 1) == "and" and _joins(chunk, at - 1)
        ):
            words.insert(0, at - 1)
        elif role != "moment" or (not words and not _premodifies(chunk, at - 1)):
            break
        at -= 1
    found = _possessor(chunk, replace(found, first=at), at)
    plain = _plain(chunk, words)
    fresh = found.fresh or any(line.low(w) in {"total", "overall", "all"} for w in plain)
    kept = [w for w in words if w not in plain]
    product = _plural(chunk.words(kept[0], kept[-1] + 1)) if kept else None
    if found.products:
        product = " ".join(filter(None, [product, *found.products]))
    return replace(found, fresh=fresh, products=(product,) if product else ())


def _joins(chunk: Chunker, at: int) -> bool:
    """Whether "and" ties two modifiers."""
    return chunk.role(at - 1) == "word" and chunk.role(at + 1) == "word"


def _premodifies(chunk: Chunker, at: int) -> bool:
    """Whether a period stands as an adjective: "December exports", "last year's trade"."""
    return chunk.role(at + 1) in {"flow", "word", "possessive"}


def _plain(chunk: Chunker, words: list[int]) -> list[int]:
    """Return the words that narrow nothing: "total", "goods and services"."""
    line, covered = chunk.scan.line, set[int]()
    for at in words:
        cues = (
            line.at(at, "plain"),
            line.at(at, "since"),
            line.at(at, "basis"),
            line.at(at, "hedge"),
            line.at(at, "grow", "an"),
            line.at(at, "record"),
        )
        for cue in cues:
            if cue is not None:
                covered |= set(range(cue.first, cue.last))
    return [at for at in words if at in covered]


def _possessor(chunk: Chunker, found: Mention, at: int) -> Mention:
    """Take who owns the phrase: a place, "its", "the city's"."""
    line = chunk.scan.line
    owner = at - 1 if chunk.role(at - 1) == "possessive" else at
    anaphor = line.till(owner - 1, "anaphor") if owner < at else None
    if anaphor:
        return replace(found, first=anaphor.first, own=True, anaphor=anaphor.sense)
    if chunk.role(at - 1) == "own":
        their = "their" if line.low(at - 1) == "their" else ""
        return replace(found, first=at - 1, own=True, anaphor=their)
    place = chunk.place_before(owner - 1)
    if (
        place
        and chunk.role(place[1] - 1) == "prep"
        and owner == at
        and _object(chunk, place[1] - 1)
    ):
        return found
    if place:
        return replace(found, first=place[1], reporter=place[0])
    if owner < at and chunk.role(owner - 1) == "word" and line.tokens[owner - 1].text[0].isupper():
        first = owner - 1
        while chunk.role(first - 1) == "word" and line.tokens[first - 1].text[0].isupper():
            first -= 1
        name = Place(line.text(first, owner), "", "named")
        return replace(found, first=first, reporter=name)
    return found


def _object(chunk: Chunker, at: int) -> bool:
    """Whether a preposition makes the place behind it a partner's: "to China exports"."""
    return chunk.scan.line.low(at) in {"to", "with"}


def _right(chunk: Chunker, found: Mention, at: int) -> Mention:
    """Take the prepositional phrases behind the flow word."""
    line = chunk.scan.line
    while at < len(line.tokens):
        role = chunk.role(at)
        if line.lows(at, at + 3) == ["as", "a", "whole"]:
            found, at = replace(found, fresh=True), at + 3
            continue
        if role in {"moment", "adv"}:
            at += 1
            continue
        taken = _prepositional(chunk, found, at) if role == "prep" else None
        world = chunk.place(at)
        if world and world[0].kind == "world" and role == "place":
            found, at = replace(found, reporter=found.reporter or world[0]), world[1]
            continue
        if taken is None:
            break
        found, at = taken
    return replace(found, last=max(found.last, at))


def _prepositional(chunk: Chunker, found: Mention, at: int) -> tuple[Mention, int] | None:
    """Take one prepositional phrase: where it ends, and what it adds; None ends the phrase."""
    line, word = chunk.scan.line, chunk.scan.line.low(at)
    if chunk.role(at + 1) == "moment":
        return found, at + 1
    target = at + 1 + (chunk.role(at + 1) == "det" and not line.at(at + 1, "place"))
    if word == "between":
        return _between(chunk, found, target)
    if "world" in line.lows(target, target + 4) and word in {"to", "with", "from"}:
        return found, target + line.lows(target, target + 5).index("world") + 1
    return _whose(chunk, found, word, at + 1, target) or _what(chunk, found, word, target)


def _whose(
    chunk: Chunker, found: Mention, word: str, at: int, target: int
) -> tuple[Mention, int] | None:
    """Take the place or firm behind a preposition."""
    line = chunk.scan.line
    owner = line.at(at, "anaphor") if word in {"of", "by", "from"} else None
    if owner:
        return replace(found, own=True, anaphor=owner.sense), owner.last
    firm = _maker(chunk, target) if word in {"of", "by", "from", "at"} else 0
    if firm:
        return replace(found, reporter=Place(line.text(target, firm), "", "firm")), firm
    place = chunk.place(target)
    return _placed(chunk, found, word, place) if place and word in PLACING else None


def _what(chunk: Chunker, found: Mention, word: str, target: int) -> tuple[Mention, int] | None:
    """Take the product or mode of trade behind a preposition."""
    if chunk.place(target) and word in PLACING:
        return None
    mode = _mode(chunk, target) if word in {"in", "under", "through"} else 0
    if mode:
        return replace(found, products=(chunk.scan.line.text(target, mode),)), mode
    if word in {"of", "in", "by"} and not found.products:
        return _narrowed(chunk, found, word, target)
    return None


def _mode(chunk: Chunker, at: int) -> int:
    """Return where a mode of trade that begins at a token ends: "processing trade"."""
    end = at
    while chunk.role(end) == "word":
        end += 1
    trade = chunk.scan.line.low(end) == "trade" and chunk.role(end) == "flow"
    return (
        end + 1 if trade and end > at and len(_plain(chunk, list(range(at, end)))) < end - at else 0
    )


def _maker(chunk: Chunker, at: int) -> int:
    """Return where the name of a single firm that begins at a token ends; 0 for none."""
    line, end = chunk.scan.line, chunk.noun(at)
    head = line.till(end - 1, "firmhead") if end > at else None
    single = (
        line.low(at - 1) in {"a", "an"}
        or line.tokens[min(at, len(line.tokens) - 1)].text[0].isupper()
    )
    return end if head and head.first >= at and single else 0


def _between(chunk: Chunker, found: Mention, at: int) -> tuple[Mention, int] | None:
    one = chunk.place(at)
    two = chunk.place(one[1] + 1) if one and chunk.scan.line.low(one[1]) == "and" else None
    if one is None or two is None:
        rest = one and "world" in chunk.scan.line.lows(one[1], one[1] + 6)
        if one and rest:
            return replace(found, reporter=one[0]), one[1]
        return None
    return replace(found, reporter=one[0], partner=two[0], anaphor="pair"), two[1]


def _placed(
    chunk: Chunker, found: Mention, word: str, place: tuple[Place, int]
) -> tuple[Mention, int] | None:
    where, last = place
    line = chunk.scan.line
    if where.kind == "world":
        return (found, last) if word in {"to", "with", "from", "in"} else None
    if chunk.role(last) in {"word", "flow"} and word != "from":
        if word == "of" and chunk.role(last) == "word":
            return _narrowed(chunk, found, word, last)
        if word in {"in", "for", "of"}:
            return None
    if line.low(last) == "'s" and line.low(last + 1) in {"favour", "favor"}:
        return replace(found, partner=where, anaphor="favour"), last + 2
    incoming = found.flow == "import" and word == "from"
    if word in {"to", "with", "into", "inside"} or incoming or found.reporter:
        partners, last = chunk.places((where, last))
        joined = where
        if len(partners) > 1:
            joined = Place(joined_names(partners), "", "pair")
        return replace(found, partner=joined, partners=partners), last
    return replace(found, reporter=where), last


def joined_names(places: tuple[Place, ...]) -> str:
    """Return the names of some places as one."""
    *most, final = (place.name for place in places)
    return f"{', '.join(most)} and {final}"


def _narrowed(chunk: Chunker, found: Mention, word: str, at: int) -> tuple[Mention, int] | None:
    """Take the products of "exports of A, B and C"."""
    items, last = chunk.items(at)
    if not items or _neutral(chunk, at, last):
        return None
    if chunk.scan.line.low(at - 1) in {"a", "an"} and word == "of":
        return None
    if word == "by":
        return _operated(chunk, found, at, last)
    if word == "in" and found.flow == "export":
        return None
    named = tuple(item for item in items if item.lower() not in BARE)
    return replace(found, products=named), last


def _neutral(chunk: Chunker, first: int, last: int) -> bool:
    cue = chunk.scan.line.till(last - 1, "neutral", "n")
    return cue is not None and cue.first <= first


def _operated(chunk: Chunker, found: Mention, at: int, last: int) -> tuple[Mention, int]:
    line = chunk.scan.line
    if any(line.at(place, "operators") for place in range(at, last)):
        owner = chunk.place(at)
        if owner:
            return replace(found, reporter=owner[0]), last
        return replace(found, products=(line.text(at, last),)), last
    if not any(line.at(place, "firmhead") for place in range(at, last)):
        return found, last
    return replace(found, reporter=Place(line.text(at, last), "", "firm")), last


def _plural(word: str | None) -> str | None:
    """Return a product that stood as an adjective in its plural, where only -es makes it."""
    return f"{word}es" if word and word.endswith(("ch", "sh", "x")) else word
