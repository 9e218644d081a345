"""One pass over a line: which tokens are periods, which quantities, and which are neither."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portbook.claims.read.line import Line
from portbook.claims.read.periods_en import moments as moments_en
from portbook.claims.read.quantities_en import SUPERLATIVE, quantity, written
from portbook.claims.read.quantity import Number, Quantity
from portbook.claims.read.sayings_en import saying
from portbook.claims.read.stretch import Moment

LENGTHS = frozenset({"day", "days", "week", "weeks", "month", "months", "quarters", "year",
                     "years", "hours", "minutes"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a line: its periods, its quantities, and the numbers that are neither."""

    line: Line
    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]
    spare: tuple[Number, ...]
    covered: dict[int, Moment]


def scan(line: Line) -> Scan:
    """Return the periods and quantities of a line."""
    moments = moments_en(line)
    covered = {at: one for one in moments for at in range(one.first, one.last)}
    found, spare = list[Quantity](), list[Number]()
    at = 0
    while at < len(line.tokens):
        one = _quantity(line, at, covered, found)
        if one is not None:
            found.append(replace(one, hedge=hedge(line, one)))
            at = max(one.last, at + 1)
            continue
        if line.tokens[at].kind in {"number", "ordinal"} or _introduces(line, at):
            spare.append(_spare(line, at, covered))
        at += 1
    return Scan(line, moments, tuple(_together(line, found)), tuple(spare), covered)


def _together(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Give a number the unit of the next: "produced 2.8 million and sold 2.9 million vehicles"."""
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place], found[place + 1]
        words = line.lows(one.last, two.first)
        near = words == ["of"] or (words[:1] == ["and"] and len(words) <= 3)
        listed = set(words) <= {"and", "or", ","}
        if one.kind == "bare" and two.kind in {"percent", "points"} and listed and one.scale == 1:
            places = max(one.decimals, 0)
            found[place] = replace(one, kind=two.kind, unit=two.unit, decimals=places)
        elif one.kind == "bare" and two.kind == "thing" and near and one.scale == two.scale:
            found[place] = replace(one, kind="thing", unit=two.unit, noun=two.noun, sort=two.sort)
    return found


def _quantity(
    line: Line, at: int, covered: dict[int, Moment], found: list[Quantity]
) -> Quantity | None:
    if at in covered:
        return None
    said = saying(line, at, found)
    if said is not None and not any(place in covered for place in range(at, said.first)):
        return said
    if named(line, at) or (_introduces(line, at) and line.low(at - 1) in SUPERLATIVE):
        return None
    one = quantity(line, at, covered)
    if one is None or (
        one.last > at + 1 and any(place in covered for place in range(at, one.last))
    ):
        return None
    return one


def named(line: Line, at: int) -> bool:
    """Whether a number belongs to a name: 3D, G20, HS 0904, Table 1."""
    token = line.tokens[at]
    if token.kind not in {"number", "ordinal"}:
        return False
    behind = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    if behind and behind.tight and behind.kind == "word" and not line.at(at + 1, "scale"):
        units = line.at(at + 1, "unit") or behind.low in {"pc", "pct", "pp", "per", "percent"}
        if not units and not line.at(at + 1, "currency"):
            return True
    before = line.tokens[at - 1] if at else None
    if before is None or line.till(at - 1, "currency"):
        return False
    tied = (token.tight or token.joined) and before.kind == "word"
    return (tied and not line.at(at - 1, "grow")) or before.low in {
        "hs",
        "table",
        "chapter",
        "figure",
        "no",
    }


def _introduces(line: Line, at: int) -> bool:
    """Whether a number only introduces a list: "the three biggest partners"."""
    around = {line.low(at + 1), line.low(at - 1)}
    return bool(around & SUPERLATIVE) and written(line, at) is not None


def _spare(line: Line, at: int, covered: dict[int, Moment]) -> Number:
    token = line.tokens[at]
    span = token.start, token.end
    if _introduces(line, at):
        return Number(span, token.text, "list intro")
    if named(line, at):
        return Number(span, token.text, "name")
    moment = covered.get(at)
    if moment is None:
        return Number(span, token.text, leftover(line, at + 1))
    year = len(token.text) == 4 and token.text.isdigit()
    whole = year or moment.form in {"date", "fiscal", "none"}
    return Number(span, token.text, "date" if whole else "period length")


def leftover(line: Line, behind: int) -> str:
    """Return the kind of a number that is no claim, from the word behind it."""
    return "period length" if line.low(behind) in LENGTHS else "not read"


def hedge(line: Line, one: Quantity) -> str | None:
    """Return the hedge before a quantity, or behind it ("or more")."""
    if one.kind in {"record", "streak", "rank", "lately"}:
        return None
    at = one.first - 1
    while line.low(at) in {"a", "an"}:
        at -= 1
    cue = line.till(at, "hedge")
    if cue and not _compares(line, cue.first):
        return cue.sense
    if line.low(one.last) == "or" and line.low(one.last + 1) in {"more", "so", "less"}:
        return {"more": "over", "so": "about", "less": "under"}[line.low(one.last + 1)]
    return None


def _compares(line: Line, at: int) -> bool:
    """Whether a word such as "above" or "more than" compares with something before it."""
    word = line.low(at)
    if word not in {"above", "below", "over", "under", "more", "less", "fewer"}:
        return False
    return bool(percent_like(line, at - 1))


def percent_like(line: Line, at: int) -> bool:
    """Whether a token ends a percentage or an amount."""
    words = {"percent", "%", "cent", "points", "pc", "billion", "million", "trillion", "bn", "yuan"}
    return line.low(at) in words
