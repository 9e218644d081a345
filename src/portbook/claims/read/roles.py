"""What each token of a line does: verb, preposition, flow, place or plain word."""

from __future__ import annotations

from portbook.claims.read.scan import Scan

ROLES = {"aux": "verb"}
"""Function words whose role has another name than their class."""
SHORT_PREPOSITIONS = frozenset({"in", "of", "on", "by", "with", "for", "to", "from"})
ACTS = ("grow", "level", "share", "contrib", "pass", "multiple", "flow", "buyer", "say")


def roles(scan: Scan) -> tuple[str, ...]:
    """Return the role of every token of a line."""
    line, found = scan.line, list[str]()
    inside = {at for one in scan.quantities for at in range(one.first, one.last)}
    flows, places, hidden = set[int](), set[int](), set[int]()
    for at in range(len(line.tokens)):
        compound = line.at(at, "compound")
        if compound:
            hidden |= set(range(compound.first, compound.last))
        flow, place = line.at(at, "flow", "n"), line.at(at, "place")
        if flow and at not in flows | hidden:
            flows |= set(range(flow.first, flow.last))
        if place and at not in places and not _compound(scan, place.last):
            places |= set(range(place.first, place.last))
    for at in range(len(line.tokens)):
        found.append(_role(scan, at, inside, flows, places))
    return tuple(found)


def _tied(scan: Scan, at: int) -> bool:
    """Whether a word is part of a hyphenated adjective: "State-owned", "customs-based"."""
    row = scan.line.tokens
    behind = at + 1 < len(row) and row[at + 1].joined and row[at + 1].kind == "word"
    return behind or (row[at].joined and row[at - 1].kind == "word")


def _compound(scan: Scan, at: int) -> bool:
    """Whether a hyphen ties a name to what follows: "Wuhu-based", "China-Europe trains"."""
    return at < len(scan.line.tokens) and scan.line.tokens[at].joined


def _role(scan: Scan, at: int, inside: set[int], flows: set[int], places: set[int]) -> str:
    token = scan.line.tokens[at]
    if at in inside:
        return "quantity"
    if at in scan.covered:
        return "moment"
    if at in places:
        return "place"
    if at in flows:
        return "flow"
    if token.kind == "possessive":
        return "possessive"
    if token.kind in {"mark", "sign"}:
        return "mark"
    if token.kind in {"number", "ordinal"}:
        return "word"
    return _word_role(scan, at)


def _word_role(scan: Scan, at: int) -> str:
    """Return the role of a plain word."""
    line = scan.line
    if _hedges(scan, at):
        return "adv"
    found = _long_func(scan, at) or ("verb" if _participle(scan, at) else "")
    if not found and line.low(at) in SHORT_PREPOSITIONS:
        return "prep"
    if not found and _tied(scan, at) and not line.at(at, "since"):
        return "word"
    return found or _func(scan, at) or _act(scan, at) or _rest(scan, at)


def _func(scan: Scan, at: int) -> str:
    """Return the role of a function word: its own before that of a phrase it begins."""
    cues = [cue for cue in scan.line.begins[at] if cue.kind == "func"]
    cues.sort(key=lambda cue: cue.last - cue.first)
    return ROLES.get(cues[0].sense, cues[0].sense) if cues else ""


def _act(scan: Scan, at: int) -> str:
    """Return `verb` for a word that says what happens."""
    line = scan.line
    for cue in line.begins[at]:
        if cue.kind in ACTS and cue.part == "v" and not _noun_here(scan, at, cue.kind):
            return "verb"
    return "verb" if line.till(at, "multiple") else ""


def _rest(scan: Scan, at: int) -> str:
    """Return the role of a word of comparison, an adverb, or else a noun or adjective."""
    line, low = scan.line, scan.line.low(at)
    if line.at(at, "compare") or line.at(at, "since"):
        return "prep"
    return "adv" if low.endswith("ly") and len(low) > len("only") else "word"


def _long_func(scan: Scan, at: int) -> str:
    """Return the role of a phrase of several words that a token is part of: "as a whole"."""
    for first in range(max(0, at - 3), at + 1):
        for cue in scan.line.begins[first]:
            if cue.kind == "func" and cue.last - cue.first > 1 and cue.last > at:
                return ROLES.get(cue.sense, cue.sense)
    return ""


def _participle(scan: Scan, at: int) -> bool:
    """Whether a word acts as a verb by its form: ", producing a surplus"."""
    line = scan.line
    return (
        line.low(at).endswith("ing")
        and line.low(at - 1) == ","
        and line.low(at + 1) in {"a", "an", "the"}
    )


def _hedges(scan: Scan, at: int) -> bool:
    """Whether a word hedges the number behind it."""
    cue = scan.line.at(at, "hedge") or scan.line.till(at, "hedge")
    return cue is not None and any(one.first == cue.last and one.hedge for one in scan.quantities)


def _noun_here(scan: Scan, at: int, kind: str) -> bool:
    """Whether a word that may be a verb is a noun here: behind a determiner or a number."""
    line = scan.line
    noun = line.at(at, "grow", "n") or line.at(at, "share", "n") or line.at(at, "record")
    if not noun and kind != "grow":
        return False
    before = line.at(at - 1, "func", "f")
    after_det = before is not None and before.sense in {"det", "own"}
    return after_det or line.low(at - 1) in {"percent", "%", "cent", "'s", "total", "export"}
