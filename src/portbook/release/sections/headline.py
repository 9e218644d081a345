"""The key figures: total, exports, imports and balance, in each currency, and the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.labels import label
from portbook.release.document import Column, Grid, Row, Section
from portbook.release.numbers import BILLION, GROWTH, cell, level
from portbook.release.phrases import predicate
from portbook.release.pieces import Line
from portbook.release.sections.history import peaks, record_words

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

FLOWS = ("total", "export", "import", "balance")
MILLION = 10**6


def headline(desk: Desk) -> Section:
    """Return the section of key figures."""
    grid = _grid(desk)
    coverage = desk.say("headline.coverage")
    if not grid.rows:
        coverage = (*coverage, " ", *desk.say("headline.none"))
        return Section("key", desk.say("headline.section")[0], coverage)  # type: ignore[arg-type]
    coverage = (*coverage, " ", *desk.say("headline.growth_at"))
    return Section(
        "key",
        str(desk.say("headline.section")[0]),
        coverage,
        charts=peaks(desk),
        grids=(grid,),
    )


def title(desk: Desk) -> Line:
    """Return the headline: the total, and whether it is a record."""
    total = desk.sure("value", flow="total", basis=desk.own)
    if total is None:
        return (desk.name, " ", desk.period)
    records = {basis: desk.record("total", basis) for basis in desk.bases}
    if not records[desk.own]:
        return desk.say("headline.title", total=total)
    if all(each is not False for each in records.values()):
        return desk.say("headline.record", total=total)
    others = [desk.money(basis) for basis in desk.bases if records[basis] is False]
    return desk.say("headline.record_own", total=total, other=" and ".join(others))


def dek(desk: Desk) -> tuple[Line, ...]:
    """Return the sentences under the headline: growth, exports and imports, balance."""
    lines = [_growth(desk), _flows(desk), _balance(desk)]
    return tuple(line for line in lines if line)


def _growth(desk: Desk) -> Line:
    found = [desk.sure("growth", flow="total", basis=basis) for basis in desk.bases]
    grown = [(basis, one) for basis, one in zip(desk.bases, found, strict=True) if one is not None]
    if len(grown) > 1:
        (own, first), (other, second) = grown
        return desk.say(
            "headline.growth_two",
            grew=predicate(first, desk.lang),
            money=desk.money(own),
            other_grew=predicate(second, desk.lang),
            other=desk.money(other),
        )
    if grown:
        return desk.say("headline.growth_one", grew=predicate(grown[0][1], desk.lang))
    return ()


def _flows(desk: Desk) -> Line:
    exports, imports = (_flow(desk, flow) for flow in ("export", "import"))
    if not exports or not imports:
        return ()
    return desk.say("headline.flows", exports=exports, imports=imports)


def _flow(desk: Desk, flow: str) -> Line:
    """Return what a flow did: "rose 7.1% to 25.45 trillion yuan", or what it came to."""
    value = desk.sure("value", flow=flow, basis=desk.own)
    growth = desk.sure("growth", flow=flow, basis=desk.own)
    if value is None:
        return ()
    if growth is None:
        return predicate(value, desk.lang)
    return desk.say("parts.moved", grew=predicate(growth, desk.lang), value=value)


def _balance(desk: Desk) -> Line:
    balance = desk.sure("value", flow="balance", basis=desk.own)
    if balance is None:
        return ()
    which = "deficit" if balance.value < 0 else "surplus"
    return desk.say(f"headline.{which}", balance=balance)


def _grid(desk: Desk) -> Grid:
    """Return the key figures: a row a flow, level and growth in each currency."""
    asked = {
        (flow, basis): (
            desk.figure("value", flow=flow, basis=basis),
            desk.figure("growth", flow=flow, basis=basis),
        )
        for flow in FLOWS
        for basis in desk.bases
    }
    bases = [b for b in desk.bases if any(asked[flow, b][0] is not None for flow in FLOWS)]
    factor = unit_factor([one for pair in asked.values() for one in pair[:1]])
    columns = []
    for basis in bases:
        columns += [Column(desk.money(basis).capitalize()), Column("Growth")]
    rows = []
    for flow in FLOWS:
        cells: list[Line | None] = []
        for basis in bases:
            value, growth = asked[flow, basis]
            cells.append(None if value is None else (cell(value, level(factor)),))
            cells.append(None if growth is None else (cell(growth, GROWTH),))
        if any(each is not None for each in cells):
            name = label(flow, desk.lang, "flow").capitalize()
            rows.append(Row(name, (*cells, record_words(desk, flow, bases))))
    caption = desk.say("headline.caption", unit=scale_name(factor))
    return Grid("Goods", (*columns, Column("Record?", words=True)), tuple(rows), caption, "key")


def unit_factor(levels: list[Figure | None]) -> int:
    """Return the scale of a column: billions, or millions where the largest is under a billion."""
    largest = max((abs(each.value) for each in levels if each is not None), default=0)
    return BILLION if largest >= BILLION else MILLION


def scale_name(factor: int) -> str:
    """Return what the scale of a column is called."""
    return "billions" if factor == BILLION else "millions"
