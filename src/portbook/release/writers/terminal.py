"""A report in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from portbook.release.document import Chart, Grid, Report, Section
from portbook.release.evidence import GLYPHS, LEGEND, WORDS, counts, glyph, origins
from portbook.release.pieces import Line, Number
from portbook.release.writers.words import as_of, issues_of

if TYPE_CHECKING:
    from rich.console import RenderableType

BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
SOURCES = 12
"""So many sources are listed at the prompt; the page and the Markdown have all."""


def text(report: Report) -> Group:
    """Return a report for the terminal, to be printed by a `rich` console."""
    head: list[RenderableType] = [
        Text(),
        Text.assemble(*_parts(report.title), style="bold"),
        *(Text.assemble(*_parts(line)) for line in report.dek),
        Text("  ".join(f"{GLYPHS[each]} {words}" for each, words in LEGEND), style="dim"),
    ]
    body = (part for section in report.sections for part in _section(section))
    return Group(*head, *body, *_foot(report))


def _parts(line: Line) -> Iterator[str | tuple[str, str]]:
    """Iterate over a line as text, with the mark of its evidence after every number."""
    for each in line:
        if isinstance(each, str):
            yield each
        else:
            yield (each.text, "bold")
            yield (glyph(each.figure if isinstance(each, Number) else each), "dim")


def _section(section: Section) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(section.title, style="bold"), align="left", style="dim")
    yield Text.assemble(*_parts(section.coverage), style="dim")
    if section.say:
        yield Text.assemble(*_parts(section.say))
    for chart in section.charts:
        yield from _sparks(chart)
    for grid in section.grids:
        yield Padding(_grid(grid), (1, 0, 0, 0))
    for line in section.prose:
        yield Text.assemble(*_parts(line))


def _sparks(chart: Chart) -> Iterator[RenderableType]:
    """Draw columns and lines as one row of blocks a series; other charts are tables here."""
    if chart.kind not in ("columns", "lines"):
        if chart.grid is not None:
            yield Padding(_grid(chart.grid, chart.title), (1, 0, 0, 0))
        return
    for at, name in enumerate(chart.series):
        numbers = [each.numbers[at] for each in chart.marks]
        drawn = [each for each in numbers if each is not None]
        if len(drawn) < 2:
            continue
        line = "".join(" " if each is None else _bar(each, drawn) for each in numbers)
        ends = f"{chart.marks[0].label} {drawn[0].text} … {chart.marks[-1].label} {drawn[-1].text}"
        yield Text.assemble((f"{name:<25} ", "dim"), line, (f"  {ends}", "dim"))


def _bar(one: Number, drawn: list[Number]) -> str:
    top = max(each.figure.value for each in drawn)
    step = one.figure.value / top * (len(BARS) - 1) if top > 0 else 0
    return BARS[max(0, round(step))]


def _grid(grid: Grid, title: str = "") -> Table:
    caption = Text.assemble(*_parts(grid.caption)) if grid.caption else Text(title)
    table = Table(title=caption, title_justify="left", title_style="dim", box=None, pad_edge=False)
    table.add_column(grid.label, style="", header_style="dim")
    for column in grid.columns:
        align = "left" if column.words else "right"
        table.add_column(column.head, justify=align, header_style="dim", no_wrap=not column.words)  # type: ignore[arg-type]
    for row in grid.rows:
        cells = [
            Text("..", style="dim") if each is None else Text.assemble(*_parts(each))
            for each in row.cells
        ]
        table.add_row(("  " if row.inner else "") + row.label, *cells)
    return table


def _foot(report: Report) -> Iterator[RenderableType]:
    figures = report.figures()
    yield Text()
    yield Rule(Text("Sources and evidence", style="bold"), align="left", style="dim")
    tally = ", ".join(f"{GLYPHS[each]} {count} {WORDS[each]}" for each, count in counts(report))
    yield Text(f"{len(figures)} different figures: {tally}. {as_of(report)}")
    listed = list(origins(figures).values())
    for one in listed[:SOURCES]:
        yield Text(f"{one.number:>3} {GLYPHS[one.evidence[0]]} {issues_of(one)}", style="dim")
    if len(listed) > SOURCES:
        yield Text(f"    and {len(listed) - SOURCES} more sources", style="dim")
