"""The reporter in the world: its share of world trade and its rank, by the world table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.labels import label
from portbook.release.desk import DOLLAR
from portbook.release.document import Chart, Column, Grid, Mark, Row, Section
from portbook.release.numbers import PLAIN, SHARE, Style, cell, level
from portbook.release.pieces import Line, plain, upper
from portbook.release.sections.tables import scale_name, scale_of

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

FLOWS = ("export", "import")
YEARS, LEAST = 10, 3
FINE = Style("share", places=2, suffix="%")
"""A share below one percent shows two decimals."""


def standing(desk: Desk) -> Section:
    """Return the section of the reporter's place in world trade."""
    title = plain(desk.say("standing.section"))
    shares = {flow: _share(desk, flow) for flow in FLOWS}
    known = {flow: one for flow, one in shares.items() if one is not None}
    if not known:
        return Section("standing", title, desk.say("standing.none"))
    first = next(iter(known.values()))
    coverage = desk.say("standing.coverage", source=upper(desk.source(first.publication)))
    return Section("standing", title, coverage, charts=_chart(desk), grids=(_grid(desk, known),))


def _share(desk: Desk, flow: str, period: str = "") -> Figure | None:
    asked = {"flow": flow, "within": "reporter", "basis": DOLLAR}
    return desk.figure("share", **asked, **({"period": period} if period else {}))


def _style(share: Figure) -> Style:
    return SHARE if share.value >= 1 else FINE


def _grid(desk: Desk, shares: dict[str, Figure]) -> Grid:
    asked = {"within": "reporter", "basis": DOLLAR}
    values = {flow: desk.figure("value", flow=flow, basis=DOLLAR) for flow in shares}
    factor = scale_of(values.values())
    ranks = {flow: desk.figure("rank", flow=flow, **asked) for flow in shares}
    rows = []
    for flow, share in shares.items():
        value, rank = values[flow], ranks[flow]
        cells: tuple[Line | None, ...] = (
            None if value is None else (cell(value, level(factor)),),
            (cell(share, _style(share)),),
            None if rank is None else (cell(rank, PLAIN),),
        )
        rows.append(Row(upper(label(flow, desk.lang, "flow")), cells))
    heads = (f"{scale_name(factor)} {desk.money(DOLLAR)}", "Share of the world", desk.head("rank"))
    columns = tuple(Column(head) for head in heads)
    return Grid("Goods", columns, tuple(rows), desk.say("standing.caption"))


def _chart(desk: Desk) -> tuple[Chart, ...]:
    """Return the share of world exports over the last years, as far back as none is missing."""
    asked = {"flow": "export", "within": "reporter", "basis": DOLLAR}
    years = desk.years("share", YEARS, **asked)
    if len(years) < LEAST:
        return ()
    top = max(years, key=lambda each: each.value)
    style = _style(top)
    marks = tuple(
        Mark(str(each.cell.period), (cell(each, style),), "peak" if each is top else "")
        for each in years
    )
    head = plain(desk.say("standing.head"))
    rows = tuple(Row(each.label, (each.numbers,)) for each in marks)  # type: ignore[arg-type]
    return (
        Chart(
            "columns",
            plain(desk.say("standing.chart", when=str(top.cell.period))),
            plain(desk.say("standing.chart_at", first=marks[0].label, last=marks[-1].label)),
            (head,),
            marks,
            grid=Grid("Year", (Column(head),), rows),
        ),
    )
