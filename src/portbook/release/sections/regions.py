"""Provinces and cities of the reporter, where their totals are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.labels import label
from portbook.nomenclature.places import parent, places
from portbook.release.document import Column, Grid, Row, Section
from portbook.release.numbers import GROWTH, SHARE, Style, cell, level
from portbook.release.phrases import possessive
from portbook.release.pieces import Line, Tally, plain
from portbook.release.sections.tables import scale_of

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

FLOWS = ("total", "export", "import")


def regions(desk: Desk) -> Section:
    """Return the section of provinces and cities, from official figures and copies alone."""
    title = plain(desk.say("places.section"))
    found = {}
    known = [each for each in places() if parent(each) == desk.reporter and "-" in each]
    for code in known:
        total = desk.sure("value", reporter=code, flow="total", basis=desk.own)
        if total is not None:
            found[code] = total
    if not found:
        return Section("places", title, desk.say("places.none"))
    order = _order(found)
    coverage = desk.say(
        "places.coverage",
        places=Tally(len(found), "provinces and cities", tuple(found.values())),
    )
    return Section(
        "places", title, coverage, _sentence(desk, found), grids=(_grid(desk, found, order),)
    )


def _province(code: str) -> str:
    return places()[code]["province"]


def _order(found: dict[str, Figure]) -> list[str]:
    """Return the places by size, each city behind its province where both are known."""
    by_size = sorted(found, key=lambda each: -found[each].value)
    order: list[str] = []
    for code in by_size:
        if _province(code) not in found:
            order += [code, *(each for each in by_size if _province(each) == code)]
    return order


def _grid(desk: Desk, found: dict[str, Figure], order: list[str]) -> Grid:
    factor = scale_of(found.values())
    heads = (f"bn {desk.money(desk.own)}", "Of the nation", "Growth", "Exports", "Imports")
    rows = []
    for code in order:
        asked = {"reporter": code, "basis": desk.own}
        cells = [
            _shown(found[code], level(factor)),
            _shown(desk.figure("share", flow="total", within="reporter", **asked), SHARE),
            _shown(desk.sure("growth", flow="total", **asked), GROWTH),
            _shown(desk.sure("value", flow="export", **asked), level(factor)),
            _shown(desk.sure("value", flow="import", **asked), level(factor)),
        ]
        rows.append(Row(label(code, desk.lang, "reporter"), tuple(cells), _province(code) in found))
    used = [at for at in range(len(heads)) if any(row.cells[at] is not None for row in rows)]
    return Grid(
        desk.called_dimension("reporter"),
        tuple(Column(heads[at], wide=at > 2) for at in used),
        tuple(Row(r.label, tuple(r.cells[at] for at in used), r.inner) for r in rows),
        desk.say("places.caption", unit=desk.money(desk.own)),
    )


def _shown(figure: Figure | None, style: Style) -> Line | None:
    return None if figure is None else (cell(figure, style),)


def _sentence(desk: Desk, found: dict[str, Figure]) -> Line:
    """Return what is said of the largest place."""
    largest = max(found, key=lambda each: found[each].value)
    share = desk.sure("share", reporter=largest, flow="total", within="reporter", basis=desk.own)
    if share is None:
        return ()
    name = possessive(label(largest, desk.lang, "reporter"), desk.lang)
    return desk.say("places.say", place=name, total=found[largest], share=share)
