"""What sections by member share: five measures of each member, and the tables of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portbook.release.desk import sure
from portbook.release.document import Column, Grid, Row
from portbook.release.numbers import BILLION, GROWTH, POINTS, SHARE, Style, cell, level
from portbook.release.pieces import Line

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table
    from portbook.release.desk import Desk

MILLION = 10**6
ENOUGH = 12
"""With so many members on better word than the press, a flow is told of without asking further."""
MEASURES = ("value", "share", "growth", "contribution", "contribution_share")
STYLES = {
    "share": SHARE,
    "growth": GROWTH,
    "contribution": POINTS,
    "contribution_share": SHARE,
}


@dataclass(frozen=True)
class Members:
    """Five measures of every member of a dimension, of one flow.

    Parameters
    ----------
    dimension, flow
        What tells the rows apart, and whose flow it is.
    figures
        The figures, by measure and member.
    tables
        The tables they come from, by measure.
    """

    dimension: str
    flow: str
    figures: dict[str, dict[str, Figure]]
    tables: dict[str, Table]

    @classmethod
    def of(cls, desk: Desk, dimension: str, flow: str) -> Members:
        """Tabulate all measures of all members; what is not covered is left out."""
        tables = {}
        levels = desk.table("value", dimension, flow=flow)
        if levels is not None:
            tables["value"] = levels
            basis = levels.figures[0].basis
            for measure in MEASURES[1:]:
                found = desk.table(measure, dimension, flow=flow, basis=basis)
                if found is not None:
                    tables[measure] = found
        figures = {
            measure: {each.cell.member(dimension): each for each in table.figures}
            for measure, table in tables.items()
        }
        return cls(dimension, flow, figures, tables)

    def get(self, measure: str, member: str) -> Figure | None:
        """Return one measure of one member."""
        return self.figures.get(measure, {}).get(member)

    def sure(self, measure: str, member: str) -> Figure | None:
        """Return one measure of one member, unless it rests on the press."""
        return sure(self.get(measure, member))

    def ranked(self, measure: str = "value") -> list[str]:
        """Return the members by a measure, the largest first."""
        column = self.figures.get(measure, {})
        return sorted(column, key=lambda each: -column[each].value)

    @property
    def basis(self) -> str:
        """The currency of the levels."""
        return next(iter(self.figures["value"].values())).basis

    @property
    def empty(self) -> bool:
        """Whether not even levels are known."""
        return not self.figures.get("value")


def grid(
    desk: Desk,
    members: Members,
    shown: Iterable[str],
    caption: Line,
    *,
    inner: frozenset[str] = frozenset(),
) -> Grid:
    """Return a table of members: value, share, growth, points, and part of the growth."""
    rows = list(shown)
    factor = scale_of([members.get("value", each) for each in rows])
    present = [
        measure
        for measure in MEASURES
        if any(members.get(measure, each) is not None for each in rows)
    ]
    columns = tuple(
        Column(_head(desk, members, measure, factor), wide=measure == "contribution")
        for measure in present
    )
    return Grid(
        desk.called_dimension(members.dimension),
        columns,
        tuple(
            Row(
                desk.called(each, members.dimension),
                tuple(
                    _shown(members.get(measure, each), _style(measure, factor))
                    for measure in present
                ),
                inner=each in inner,
            )
            for each in rows
        ),
        caption,
    )


def _head(desk: Desk, members: Members, measure: str, factor: int) -> str:
    if measure == "value":
        return f"{scale_name(factor)} {desk.money(members.basis)}"
    return desk.head(measure)


def _style(measure: str, factor: int) -> Style:
    return STYLES.get(measure) or level(factor)


def _shown(figure: Figure | None, style: Style) -> Line | None:
    return None if figure is None else (cell(figure, style),)


def scale_of(levels: Iterable[Figure | None]) -> int:
    """Return the scale of a column: billions, or millions where the largest is below ten."""
    largest = max((abs(each.value) for each in levels if each is not None), default=0)
    return BILLION if largest >= 10 * BILLION else MILLION


def scale_name(factor: int) -> str:
    """Return the short name of a column's scale."""
    return "bn" if factor == BILLION else "mn"


def main_flow(desk: Desk, dimension: str) -> str:
    """Return the flow of which most members are known, and on the better word; exports first."""
    best, flow = (-1, -1), "export"
    for each in ("export", "import"):
        found = desk.table("value", dimension, flow=each)
        if found is None:
            continue
        borne = sum(sure(one) is not None for one in found.figures)
        if borne >= ENOUGH:
            return each
        if (borne, len(found.figures)) > best:
            best, flow = (borne, len(found.figures)), each
    return flow
