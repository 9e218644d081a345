"""From what was found out to the names of the exchange format."""

from __future__ import annotations

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.listing import Drawn
from portbook.claims.read.mention import Place
from portbook.claims.read.placing import TRIPS, way
from portbook.claims.read.timing import When
from portbook.quantities import Period

CARRIED = frozenset({"vehicle", "ship", "unit", "set", "pair", "piece", "aircraft", "robot"})
MEASURED = frozenset({"tonne", "kg", "teu", "barrel", "litre", "index"})
GROWTHS = {"year": "growth_yoy", "month": "growth_mom", "quarter": "growth_qoq"}
UNIVERSAL = frozenset({"country", "market", "city", "port", "province", "region", "person", "firm"})
WHOLE = 10
"""The words for a whole are at most so many."""


def measure(one: Drawn, chunk: Chunker) -> str | None:
    """Return the measure of the guide; None where a number is no claim."""
    quantity, frame = one.quantity, one.frame
    if quantity.kind == "bare":
        plain = one.scope.counted == "index" and quantity.decimals < 1
        if plain or not one.scope.counted:
            return None
    if frame.measure == "growth":
        return GROWTHS.get(one.since, "growth_other")
    if frame.measure == "level" and quantity.kind in {"thing", "bare"}:
        return _count_or_level(one, chunk)
    return frame.measure


def _count_or_level(one: Drawn, chunk: Chunker) -> str:
    quantity, named = one.quantity, unit(one, "level")
    if quantity.sort.startswith("mass") or named in MEASURED:
        return "level"
    if chunk.scan.line.within(0, quantity.first, "produce"):
        return "level"
    flowing = one.scope.flow is not None and not one.scope.numbering
    return "level" if named in CARRIED and flowing else "count"


def signed(one: Drawn, measured: str, value: str) -> str:
    """Return the value with the sign that the words give it."""
    negative, bare = value.startswith("-"), value.removeprefix("-")
    falling = one.frame.sign < 0
    deficit = one.scope.flow == "balance" and one.scope.polarity == "-"
    if measured in {"level", "threshold"}:
        negative = negative or deficit
    elif measured == "change":
        negative = negative or falling != deficit
    elif measured.startswith(("growth", "pp_", "contribution")) and one.quantity.kind != "multiple":
        negative = negative or falling
    return f"-{bare}" if negative and bare.strip("0.") else bare


def unit(one: Drawn, measured: str) -> str:
    """Return the unit."""
    quantity = one.quantity
    if one.frame.unit:
        return one.frame.unit
    if measured.startswith("growth") or measured == "contribution_share":
        return "percent"
    if quantity.kind == "bare" or (quantity.unit == "unit" and one.scope.counted):
        return one.scope.counted
    if quantity.unit == "consecutive":
        months = one.when.period.months if one.when.period else 12
        return "consecutive_" + {1: "month", 3: "quarter"}.get(months, "year")
    return quantity.unit


def flow(one: Drawn, measured: str, chunk: Chunker) -> str | None:
    """Return the flow; None for counts and prices."""
    named = unit(one, measured)
    if one.frame.noted == "excess":
        return "balance"
    if named in TRIPS:
        return way(chunk, one.quantity)
    counted = measured == "change" and one.quantity.kind == "thing" and named not in CARRIED
    counted = counted or measured in {"count", "price"}
    return None if counted or one.scope.numbering or one.scope.pricing else one.scope.flow


def product(one: Drawn, measured: str) -> str | None:
    """Return the product in the words of the text; None where nothing narrows."""
    if measured == "count":
        if one.quantity.sort == "count narrow" and one.quantity.unit not in UNIVERSAL:
            return one.quantity.noun
        if "firm" in {one.quantity.unit, one.scope.counted}:
            return None
    return one.scope.product


def name(place: Place | None) -> str | None:
    """Return the name of a place or firm."""
    return place.name if place else None


def period(when: When) -> str | None:
    """Return the text of a period, or of the days of one."""
    if when.period is None:
        return None
    if when.days:
        month = str(Period(when.period.last, when.period.last))
        return f"{month}-{when.days[0]:02d}/{month}-{when.days[1]:02d}"
    return str(when.period)


def whole(one: Drawn, chunk: Chunker) -> str:
    """Return the words for the whole of a share or contribution."""
    line, at = chunk.scan.line, one.quantity.last
    if not one.frame.whole or line.low(at) != "of":
        return ""
    end = at + 1
    while end < min(len(line.tokens), at + WHOLE) and chunk.role(end) not in {"mark", "verb"}:
        end += 1
    return line.text(at + 1, end)
