"""Phrases of a line without a word for a flow: products, firms and places that act."""

from __future__ import annotations

from dataclasses import replace

from portbook.claims.read.chunk import BARE, Chunker
from portbook.claims.read.linking import gazetteer
from portbook.claims.read.mention import Mention, Place
from portbook.claims.read.phrases import flow_phrase, joined_names

OPENERS = frozenset({"mark", "conj", "possessive", "moment", "adv", "end", "prep", "pron"})
BEHIND = frozenset({"up", "down", "at", "worth", "with", "which", "most", "higher", "lower"})
OBJECTS = 8
"""A phrase's own prepositional phrases take at most so many tokens."""


def mentions(chunk: Chunker) -> tuple[Mention, ...]:
    """Return the noun phrases of a line that bear on scope, in order."""
    counted = [
        one for at in range(len(chunk.roles)) if (one := _counted(chunk, at) or _shared(chunk, at))
    ]
    inside = {at for one in counted for at in range(one.first, one.last + 1)}
    found = counted + [one for one in _flows(chunk) if one.head not in inside]
    taken = {at for one in found for at in range(one.first, one.last)}
    for at in range(len(chunk.roles)):
        if at in taken:
            continue
        one = subject(chunk, at, taken) if _opens(chunk, at) else None
        one = one or orphan(chunk, at)
        if one and not taken & set(range(one.first, one.last)):
            found.append(one)
            taken |= set(range(one.first, max(one.last, one.first + 1)))
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _flows(chunk: Chunker) -> list[Mention]:
    """Return the phrases headed by a noun or verb for a flow, by a share, or by a number."""
    line, found, at = chunk.scan.line, list[Mention](), 0
    while at < len(line.tokens):
        one = None
        if chunk.role(at) == "flow" and line.at(at, "flow", "n"):
            one = flow_phrase(chunk, at)
            if found and one.first < found[-1].last:
                one = replace(one, first=max(one.head, found[-1].last))
        elif chunk.role(at) == "verb" and line.at(at, "flow", "v") and not _at_level(chunk, at):
            one = _verb(chunk, at)
        elif line.at(at, "pricing"):
            cue = line.at(at, "pricing")
            one = _priced(chunk, at, cue.last if cue else at + 1)
        if one:
            found.append(one)
        at = max(at + 1, one.last if one else 0)
    return found


def _priced(chunk: Chunker, at: int, last: int) -> Mention:
    """The average price of rare earths."""
    if chunk.scan.line.low(last) != "of":
        return Mention("price", at, last, at)
    items, end = chunk.items(last + 1 + (chunk.role(last + 1) == "det"))
    named = tuple(item for item in items if item.lower() not in BARE)
    return Mention("price", at, end if named else last, at, products=named)


def _at_level(chunk: Chunker, at: int) -> bool:
    """Whether a longer word for a level begins here: "came in at"."""
    flow, level = chunk.scan.line.at(at, "flow", "v"), chunk.scan.line.at(at, "level")
    return bool(flow and level and level.last > flow.last)


def _verb(chunk: Chunker, at: int) -> Mention:
    cue = chunk.scan.line.at(at, "flow", "v")
    assert cue is not None  # noqa: S101  (asked for just before)
    making = chunk.scan.line.within(0, at, "produce") is not None
    items, last = chunk.items(cue.last)
    named = tuple(item for item in items if item.lower() not in BARE)
    if not named or chunk.scan.line.till(last - 1, "neutral", "n"):
        named, last = (), cue.last
    return Mention("verb", at, last, at, None if making else cue.sense, products=named)


def _opens(chunk: Chunker, at: int) -> bool:
    """Whether a subject may begin at a token."""
    if chunk.role(at) not in {"word", "place", "det", "own"}:
        return False
    before = chunk.role(at - 1)
    if before == "prep":
        if line_lows(chunk, at) == ["followed", "by"]:
            return True
        return chunk.scan.line.low(at - 1) in {"with", "while", "that"} and at > 1
    if before == "conj" and chunk.role(at - 2) in {"word", "place"}:
        return chunk.scan.line.low(at - 1) != "and" or chunk.role(at) in {"det", "own"}
    return before in OPENERS


def line_lows(chunk: Chunker, at: int) -> list[str]:
    """Return the two words before a token."""
    return chunk.scan.line.lows(at - 2, at)


def subject(chunk: Chunker, at: int, taken: set[int]) -> Mention | None:
    """Return the subject that begins at a token, where something is said of it."""
    anaphor = _anaphor(chunk, at)
    if anaphor:
        return anaphor
    end = chunk.noun(at + (chunk.role(at) in {"det", "own"}))
    if chunk.role(end) == "possessive" and chunk.place(at):
        speaker = _speaker(chunk, at, end)
        if speaker:
            return speaker
    if (
        chunk.role(end) == "possessive"
        and chunk.place(at)
        and chunk.scan.line.low(end + 1) == "share"
    ):
        return Mention("partner", at, end + 2, at, partner=_named(chunk, at))
    if end <= at or any(place in taken for place in range(at, end)):
        return None
    firm = _firm(chunk, at, end)
    if firm:
        return firm
    _, listed = chunk.items(at + (chunk.role(at) in {"det", "own"}))
    said = any(_spoken_of(chunk, _past_objects(chunk, stop)) for stop in (listed, end))
    if not said and not (chunk.place(at) and _explained(chunk, end)):
        return None
    total = _total(chunk, at, end)
    return total or _place(chunk, at, end) or _product(chunk, at, end)


def _counted(chunk: Chunker, at: int) -> Mention | None:
    """The number of its export markets: what bare numbers then count."""
    line = chunk.scan.line
    if line.lows(at, at + 3)[-2:] != ["number", "of"]:
        return None
    for place in range(at + 3, min(at + 7, len(line.tokens))):
        unit = line.at(place, "unit")
        if unit:
            first = at + 3 + (chunk.role(at + 3) in {"own", "det"})
            item = line.text(unit.first, unit.last) if unit.part == "count" else None
            item = item if unit.sense == "firm" else None
            return Mention("number", at, place, at, unit=unit.sense, own=first > at + 3,
                           products=(item,) if item else ())  # fmt: skip
    return None


def _anaphor(chunk: Chunker, at: int) -> Mention | None:
    cue = chunk.scan.line.at(at, "anaphor")
    if cue is None:
        return None
    last = cue.last
    return Mention("anaphor", at, last, at, anaphor=cue.sense, own=True)


def _shared(chunk: Chunker, at: int) -> Mention | None:
    """The share of high-tech goods in exports: the product shares, not the exports."""
    line = chunk.scan.line
    if not line.at(at, "share", "n") or line.low(at + 1) != "of" or chunk.role(at + 2) != "word":
        return None
    items, last = chunk.items(at + 2)
    if line.low(last) not in {"in", "of"} or not items or line.within(at + 2, last, "grow"):
        return None
    return Mention("product", at, last, at, products=items)


def _past_objects(chunk: Chunker, at: int) -> int:
    """Return where the prepositional phrases behind a noun end."""
    end, line = at, chunk.scan.line
    while end < at + OBJECTS and end < len(line.tokens):
        role = chunk.role(end)
        if role in {"moment", "adv"}:
            end += 1
        elif role == "prep" and line.low(end) in {"of", "in", "as", "from", "with", "by"}:
            step = end + 1 + (chunk.role(end + 1) in {"det", "own"})
            after = chunk.noun(step)
            if after == step and chunk.role(step) != "moment":
                break
            end = max(after, step)
        else:
            break
    return end


def _spoken_of(chunk: Chunker, end: int) -> bool:
    """Whether a verb, a figure or a figure in parentheses follows a noun."""
    line = chunk.scan.line
    role = chunk.role(end)
    if role == "adv":
        role, end = chunk.role(end + 1), end + 1
    if role == "verb":
        return not line.at(end, "say") or bool(line.at(end, "share"))
    if role == "quantity":
        return end > 1
    if line.low(end) == "(":
        return chunk.role(end + 1) == "quantity" or line.low(end + 1) in {"hs", "up", "down"}
    if line.low(end) in {"for", "with"} and chunk.role(end + 1) == "quantity":
        return any(one.last <= end for one in chunk.scan.quantities)
    if role == "det" and chunk.role(end + 1) == "flow":
        return any(one.last <= end for one in chunk.scan.quantities)
    if line.low(end) == ",":
        return line.low(end + 1) in BEHIND or chunk.role(end + 1) == "quantity"
    return False


def _speaker(chunk: Chunker, at: int, end: int) -> Mention | None:
    """China's customs service put its own surplus at …: whose "its" is."""
    line, last = chunk.scan.line, chunk.noun(end + 1)
    office = any(line.at(place, "institution") for place in range(end + 1, last))
    if not office or not line.at(last, "say"):
        return None
    return Mention("speaker", at, last, at, reporter=_named(chunk, at))


def _named(chunk: Chunker, at: int) -> Place | None:
    named = chunk.place(at)
    return named[0] if named else None


def _explained(chunk: Chunker, at: int) -> bool:
    """Guangdong, China's top trading province, posted …."""
    line = chunk.scan.line
    if line.low(at) != ",":
        return False
    for end in range(at + 2, min(at + 12, len(line.tokens))):
        if chunk.role(end) == "quantity":
            return False
        if line.low(end) == ",":
            return chunk.role(end + 1) == "verb"
    return False


def _total(chunk: Chunker, at: int, end: int) -> Mention | None:
    """The total, the overall figure: the scope widens again."""
    line = chunk.scan.line
    words = line.lows(at, end)
    if words[-1] not in {"total", "figure"} or not set(words) & {"total", "overall", "whole"}:
        return None
    return Mention("total", at, end, at, fresh=True)


def _place(chunk: Chunker, at: int, end: int) -> Mention | None:
    """A place that acts: "the United States took …"."""
    named = chunk.place(at) or chunk.place(at + 1)
    if named is None:
        return None
    line = chunk.scan.line
    if named[1] < end and line.low(named[1]) == "share":
        return Mention("partner", at, end, at, partner=named[0])
    if named[1] < end and chunk.role(named[1]) == "word":
        return None
    pair = chunk.place(named[1] + 1) if line.low(named[1]) == "and" else None
    if pair:
        name = Place(line.text(at, pair[1]), "", "pair")
        return Mention("place", at, pair[1], at, reporter=name)
    return Mention("place", at, named[1], at, reporter=named[0])


def _firm(chunk: Chunker, at: int, end: int) -> Mention | None:
    """A firm: "a Wuhu-based automaker", "Narwal, a … manufacturer", "BYD"."""
    line = chunk.scan.line
    head = line.till(end - 1, "firmhead")
    if line.till(end - 1, "body"):
        return None
    apposed = line.low(at - 1) == "," and at > 1 and line.tokens[at - 2].text[0].isupper()
    single = chunk.role(at) == "det" and line.low(at) in {"a", "an", "another"} and not apposed
    proper = line.tokens[at].text[0].isupper() and _cased(chunk, at, end)
    if head and head.first >= at and (single or proper):
        return Mention("firm", at, end, at, reporter=Place(_bare_name(chunk, at, end), "", "firm"))
    if proper and (_apposed(chunk, end) or _acronym(chunk, at, end)):
        return Mention("firm", at, end, at, reporter=Place(line.text(at, end), "", "firm"))
    return None


def _cased(chunk: Chunker, at: int, end: int) -> bool:
    """Whether all words of a name are capitalised."""
    return all(token.text[0].isupper() for token in chunk.scan.line.tokens[at:end])


def _acronym(chunk: Chunker, at: int, end: int) -> bool:
    """A name in capitals that acts."""
    text = chunk.scan.line.tokens[at].text
    following = chunk.role(end) == "verb"
    return (
        end == at + 1 and len(text) > 1 and text.isupper() and following and chunk.place(at) is None
    )


def _apposed(chunk: Chunker, end: int) -> bool:
    """Whether ", a … maker," stands behind a name."""
    line = chunk.scan.line
    if line.low(end) != ",":
        return False
    window = range(end + 1, min(end + 14, len(line.tokens)))
    opened = line.low(end + 1) in {"a", "an", "the"} or "'s" in line.lows(end + 1, end + 5)
    return opened and any(line.at(place, "firmhead") for place in window)


def _bare_name(chunk: Chunker, at: int, end: int) -> str:
    return chunk.scan.line.text(at + (chunk.role(at) == "det"), end)


def _product(chunk: Chunker, at: int, end: int) -> Mention | None:
    """A product as the subject."""
    line = chunk.scan.line
    start = at + (chunk.role(at) in {"det", "own"})
    owner = chunk.place(start)
    if owner and owner[1] < end and line.till(end - 1, "operators") and end - owner[1] == 1:
        return Mention("place", at, end, at, reporter=owner[0])
    if _neutral(chunk, start, end) or any(line.at(place, "institution") for place in range(at, end)
                                          if not line.at(place, "operators")):  # fmt: skip
        return None
    items, last = chunk.items(start)
    named = tuple(item for item in items if not _neutral_text(chunk, item))
    if not named:
        return None
    unit = line.till(end - 1, "unit", "count thing")
    found = Mention(
        "product", at, max(last, end), at, products=named, unit=unit.sense if unit else ""
    )
    where = chunk.place(last + 1) if line.low(last) == "in" else None
    return replace(found, reporter=where[0], last=where[1]) if where else found


def _neutral(chunk: Chunker, first: int, last: int) -> bool:
    """Whether a phrase names no product: "the total", "growth"."""
    line = chunk.scan.line
    if first >= last:
        return True
    loose = line.till(last - 1, "neutral", "b")
    if loose and not [at for at in range(first, loose.first) if not line.at(at, "plain")]:
        return True
    ending = ("since", "grow", "share", "record", "pass")
    named = line.till(last - 1, "neutral", "n")
    return bool(named or any(line.till(last - 1, kind) for kind in ending))


def _neutral_text(chunk: Chunker, text: str) -> bool:
    return len(text) < 2 or text in gazetteer(chunk.scan.line.lexicon.lang)


def partnered(chunk: Chunker, at: int, place: tuple[Place, int]) -> Mention:
    """Return the mention of a partner, or of several in a list."""
    partners, last = chunk.places(place)
    joined = place[0] if len(partners) == 1 else Place(joined_names(partners), "", "pair")
    return Mention("partner", at, last, at, partner=joined, partners=partners)


def _those(chunk: Chunker, at: int) -> Mention | None:
    """Take the product or partner of "those of integrated circuits", "those to Japan"."""
    line = chunk.scan.line
    if line.low(at) not in {"those", "that"} or line.low(at + 1) not in {"of", "to", "with"}:
        return None
    place = chunk.place(at + 2 + (chunk.role(at + 2) == "det"))
    if place and line.low(at + 1) != "of":
        return partnered(chunk, at, place)
    items, last = chunk.items(at + 2)
    return Mention("product", at, last, at, products=items) if items and not place else None


def orphan(chunk: Chunker, at: int) -> Mention | None:
    """A partner by itself: "to Hong Kong by a fifth", "With China there was …"."""
    line = chunk.scan.line
    rival = chunk.place(at)
    if rival and line.low(rival[1]) in {"with", "("} and chunk.role(rival[1] + 1) == "quantity":
        return Mention("rival", at, rival[1], at, reporter=rival[0])
    those = _those(chunk, at)
    if those:
        return those
    if line.low(at) in {"owed", "due"} and line.low(at + 1) == "to":
        items, last = chunk.items(at + 2 + (chunk.role(at + 2) == "det"))
        return Mention("product", at, last, at, products=items) if items else None
    if line.low(at) not in {"to", "with", "inside", "in"} or chunk.role(at) != "prep":
        return None
    start = at + 1 + (chunk.role(at + 1) == "det" and chunk.place(at + 1) is None)
    named = chunk.place(start)
    if named and line.low(at) == "in":
        market = line.low(named[1]) in {"market", "markets"}
        return Mention("partner", at, named[1], at, partner=named[0]) if market else None
    if named is None or chunk.role(named[1]) in {"word", "possessive"}:
        return None
    return partnered(chunk, at, named)
