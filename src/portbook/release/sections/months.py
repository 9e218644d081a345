"""The months of the year and of the year before, as lines."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from portbook.quantities import Period
from portbook.release.desk import sure
from portbook.release.document import Chart, Column, Grid, Mark, Row, Section
from portbook.release.numbers import cell, level
from portbook.release.pieces import Line, Tally, plain
from portbook.release.sections.tables import scale_of

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

FLOWS = ("export", "import", "balance")


def months(desk: Desk) -> Section:
    """Return the section of the months: exports, imports, and the balance between them."""
    title = plain(desk.say("months.section"))
    found = {flow: _monthly(desk, flow) for flow in FLOWS}
    drawn = [flow for flow in ("export", "import") if len(found[flow]) > 2]
    if not drawn:
        return Section("months", title, desk.say("months.none"))
    counted = tuple(found[drawn[0]].values())
    coverage = desk.say(
        "months.coverage",
        months=Tally(len(counted), "months shown", counted),
        publication=", ".join(dict.fromkeys(desk.source(each.publication) for each in counted)),
    )
    say: Line = ()
    if "export" in drawn:
        top = max(found["export"].values(), key=lambda each: each.value)
    if "export" in drawn and sure(top) is not None:
        say = desk.say("months.say", month=_named(top.cell.period, desk.lang), value=top)
    return Section("months", title, coverage, say, (_chart(desk, found, drawn),))


def _monthly(desk: Desk, flow: str) -> dict[str, Figure]:
    """Return the months of two years where one publication has them, else of the one year."""
    year = Period.parse(desk.period)
    both = f"{year.before().first // 12}-01/{desk.period}-12"
    for period in (both, desk.period):
        found = desk.table("value", "month", flow=flow, period=period, basis=desk.own)
        if found is not None and len(found.figures) == Period.parse(period).months:
            return {str(each.cell.period): each for each in found.figures}
    found = desk.table("value", "month", flow=flow, basis=desk.own)
    return {str(each.cell.period): each for each in found.figures} if found else {}


def _chart(desk: Desk, found: dict[str, dict[str, Figure]], drawn: list[str]) -> Chart:
    every = sorted({month for flow in drawn for month in found[flow]})
    factor = scale_of([one for flow in drawn for one in found[flow].values()])
    style = level(factor)
    unit = f"{'billion' if factor == 10**9 else 'million'} {desk.money(desk.own)}"
    marks = tuple(
        Mark(
            month,
            tuple(
                None if month not in found[flow] else cell(found[flow][month], style)
                for flow in drawn
            ),
        )
        for month in every
    )
    columns = [flow for flow in FLOWS if found[flow]]
    rows = tuple(
        Row(
            month,
            tuple(
                None if month not in found[flow] else (cell(found[flow][month], style),)
                for flow in columns
            ),
        )
        for month in every
    )
    names = {"export": "Exports", "import": "Imports", "balance": "Balance"}
    grid = Grid("Month", tuple(Column(names[each]) for each in columns), rows, (unit.capitalize(),))
    span = {"first": _named(Period.parse(every[0]), desk.lang)}
    return Chart(
        "lines",
        plain(desk.say("months.chart", unit=unit.capitalize())),
        plain(desk.say("months.chart_at", last=_named(Period.parse(every[-1]), desk.lang), **span)),
        tuple(names[each] for each in drawn),
        marks,
        factor,
        grid=grid,
    )


def _named(month: Period, lang: str) -> str:
    """Return the name of a month: December 2024."""
    from babel.dates import format_skeleton

    year, number = divmod(month.first, 12)
    return str(format_skeleton("yMMMM", dt.date(year, number + 1, 1), locale=lang))
