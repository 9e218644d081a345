"""The years up to the report's: whether it is a record, and the charts of the peaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.release.document import Chart, Column, Grid, Mark, Row
from portbook.release.numbers import cell, level
from portbook.release.pieces import Line, Number, joined, plain

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

TRILLION = 10**12
BILLION = 10**9
MILLION = 10**6
YEARS = 10
LEAST = 3
"""Of fewer years no record is told and no chart drawn."""


def record_words(desk: Desk, flow: str, bases: list[str]) -> Line:
    """Return in words in which currencies a flow is at a record, and over which years.

    The word itself opens: its figure has the weakest evidence of all the years it compares. A
    deficit has no record.
    """
    found: list[Line] = []
    for basis in bases:
        years = desk.history(flow, basis)
        record = desk.figure("record", flow=flow, basis=basis)
        if record is None or len(years) < LEAST or years[-1].value < 0:
            continue
        highest = max(years[:-1], key=lambda each: each.high)
        verdict = desk.record(flow, basis)
        which = "open" if verdict is None else "true" if verdict else "false"
        word = plain(desk.say(f"headline.word_{which}"))
        found.append(
            desk.say(
                f"headline.record_{which}",
                record=Number(record, word),
                money=desk.money(basis),
                first=str(years[0].cell.period),
                last=desk.period,
                highest=highest,
                when=str(highest.cell.period),
            )
        )
    return joined(found)


def peaks(desk: Desk) -> tuple[Chart, ...]:
    """Return a chart of the last years for each currency that has at least three of them."""
    found = []
    for basis in desk.bases:
        years = desk.history("total", basis)[-YEARS:]
        if len(years) >= LEAST:
            found.append(_peak(desk, basis, years))
    return tuple(found)


def _peak(desk: Desk, basis: str, years: list[Figure]) -> Chart:
    factor, unit = _unit(years)
    style = level(factor, 2 if factor == TRILLION else 1)
    top = max(years, key=lambda each: each.value)
    short = level(factor, 0) if top.value >= 1000 * factor else style
    marks = tuple(
        Mark(str(each.cell.period), (cell(each, short),), "peak" if each is top else "")
        for each in years
    )
    head = f"{unit} {desk.money(basis)}"
    rows = tuple(Row(str(each.cell.period), ((cell(each, style),),)) for each in years)
    span = {"first": marks[0].label, "last": marks[-1].label}
    return Chart(
        "columns",
        str(
            "".join(
                map(
                    str,
                    desk.say("headline.history", unit=head.capitalize(), when=str(top.cell.period)),
                )
            )
        ),
        plain(desk.say("headline.history_at", **span)),
        (head,),
        marks,
        factor,
        grid=Grid("Year", (Column(head.capitalize()),), rows),
    )


def _unit(years: list[Figure]) -> tuple[int, str]:
    largest = max(abs(each.value) for each in years)
    for factor, name, least in ((TRILLION, "trillion", 10), (BILLION, "billion", 1)):
        if largest >= factor * least:
            return factor, name
    return MILLION, "million"
