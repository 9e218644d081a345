"""A report as a value: sections of sentences, charts and tables, every number of them a figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from portbook.figures.figure import Figure
from portbook.release.pieces import Line, Number, Piece, Tally, plain


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, and whether a narrow page leaves it out."""

    head: str
    wide: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, and a cell for each column (None: not covered)."""

    label: str
    cells: tuple[Line | None, ...]
    inner: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a report.

    Parameters
    ----------
    label
        The head of the first column.
    columns, rows
        The other columns, and the rows.
    caption
        What the numbers are, and how they hang together.
    kind
        ``key`` for the key figures, ``stack`` for one that a narrow page breaks into lines.
    """

    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Line = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn: its label and its figures, in the order of the chart's series."""

    label: str
    numbers: tuple[Number | None, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what is drawn, the finding as its title, and the numbers as a table.

    Parameters
    ----------
    kind
        columns, lines, waterfall or weights.
    title, subtitle, source
        The finding, what is drawn, and where it comes from.
    series
        The names of the numbers of each mark.
    marks
        What is drawn.
    factor
        What one on the axis is worth.
    grid
        The same figures as a table.
    """

    kind: str
    title: str
    subtitle: str
    series: tuple[str, ...]
    marks: tuple[Mark, ...]
    factor: int = 1
    source: str = ""
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its title, what it covers, its one sentence, and the rest."""

    key: str
    title: str
    coverage: Line
    say: Line = ()
    charts: tuple[Chart, ...] = ()
    grids: tuple[Grid, ...] = ()
    prose: tuple[Line, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is covered, so that only the coverage line stands."""
        return not (self.say or self.charts or self.grids or self.prose)

    def lines(self) -> Iterator[Line]:
        """Iterate over everything that is written or tabulated in it."""
        yield from (self.coverage, self.say, *self.prose)
        drawn = [chart.grid for chart in self.charts if chart.grid is not None]
        for grid in (*drawn, *self.grids):
            yield grid.caption
            for row in grid.rows:
                yield from (each for each in row.cells if each is not None)


@dataclass(frozen=True)
class Report:
    """A national trade report.

    Parameters
    ----------
    reporter, name, period, lang
        Whose trade of which year, what the place is called, and the language.
    title, dek
        The headline and the sentences under it.
    sections
        The sections, in order.
    known
        The date as of which all is answered; None for all that is known.
    """

    reporter: str
    name: str
    period: str
    lang: str
    title: Line
    dek: tuple[Line, ...]
    sections: tuple[Section, ...]
    known: dt.date | None = None

    def lines(self) -> Iterator[Line]:
        """Iterate over every line, in the order of the page."""
        yield self.title
        yield from self.dek
        for section in self.sections:
            yield from section.lines()

    def pieces(self) -> Iterator[Piece]:
        """Iterate over every piece, in the order of the page."""
        for line in self.lines():
            yield from line

    def figures(self) -> list[Figure]:
        """Return every different figure that stands in the report, in the order of the page."""
        found: dict[object, Figure] = {}
        for piece in self.pieces():
            if isinstance(piece, Number):
                found.setdefault(key(piece.figure), piece.figure)
        return list(found.values())

    def prose(self) -> str:
        """Return the sentences of the report as one text, a paragraph a section."""
        parts = [(self.title,), self.dek]
        parts += [(section.say, *section.prose) for section in self.sections]
        texts = (" ".join(plain(line) for line in part if line) for part in parts)
        return "\n\n".join(text for text in texts if text)


def key(figure: Figure) -> tuple[object, ...]:
    """Return what tells two figures of a page apart."""
    return figure.address, figure.publication, figure.across


def pieces_of(line: Line) -> list[Number | Tally]:
    """Return the numbers of a line."""
    return [each for each in line if not isinstance(each, str)]
