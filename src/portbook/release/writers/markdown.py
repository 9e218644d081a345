"""A report as Markdown: sentences, tables, and the derivation of every figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portbook.figures.words import range_words
from portbook.release.document import Grid, Report, Section
from portbook.release.evidence import GLYPHS, LEGEND, WORDS, counts, glyph, mark, origins
from portbook.release.pieces import Line, Number, Tally, plain
from portbook.release.writers.words import as_of, exactly, found_in, issues_of

if TYPE_CHECKING:
    from portbook.figures.figure import Figure

MISSING = ".."


def markdown(report: Report) -> str:
    """Return a report as one Markdown text."""
    parts = [
        f"# {_line(report.title)}",
        " ".join(_line(line) for line in report.dek),
        "Marks: " + ", ".join(f"{GLYPHS[each]} {words}" for each, words in LEGEND) + ".",
        *(part for section in report.sections for part in _section(section)),
        *_foot(report),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(line: Line) -> str:
    """Return a line with the mark of its evidence after every number."""
    return "".join(_piece(each) for each in line)


def _piece(one: str | Number | Tally) -> str:
    if isinstance(one, str):
        return _escaped(one)
    return f"{one.text}\u202f{glyph(one.figure if isinstance(one, Number) else one)}"


def _escaped(words: str) -> str:
    for character in "\\`*_[]<>|":
        words = words.replace(character, f"\\{character}")
    return words


def _section(section: Section) -> Iterator[str]:
    yield f"## {_escaped(section.title)}"
    yield f"*{_line(section.coverage)}*"
    yield _line(section.say)
    for chart in section.charts:
        yield f"### {_escaped(chart.title)}"
        yield _escaped(chart.subtitle)
        if chart.grid is not None:
            yield _grid(chart.grid)
    for grid in section.grids:
        yield _line(grid.caption)
        yield _grid(grid)
    for line in section.prose:
        yield _line(line)


def _grid(grid: Grid) -> str:
    heads = [grid.label, *(column.head for column in grid.columns)]
    rules = ["---", *("---" if column.words else "---:" for column in grid.columns)]
    lines = [heads, rules]
    for row in grid.rows:
        inner = "\u2003" * row.inner
        cells = [MISSING if each is None else _line(each) for each in row.cells]
        lines.append([inner + _escaped(row.label), *cells])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _foot(report: Report) -> Iterator[str]:
    figures = report.figures()
    where = origins(figures)
    yield "## Sources and evidence"
    tally = ", ".join(f"{count} {WORDS[each]}" for each, count in counts(report))
    yield f"{len(figures)} different figures: {tally}. {as_of(report)}"
    yield "\n".join(
        f"{one.number}. {GLYPHS[one.evidence[0]]} {_escaped(issues_of(one))}. "
        f"{_escaped(one.address)}"
        for one in where.values()
    )
    yield "## Derivations"
    yield "\n".join(f"- {_derivation(figure, where)}" for figure in figures)


def _derivation(figure: Figure, where: dict) -> str:  # type: ignore[type-arg]
    over = range_words(figure)
    sources = ", ".join(f"[{number}]" for number in found_in(figure, where))
    parts = [
        f"`{figure.address.text()}` = {exactly(figure)}",
        f" ({over})" if over else "",
        f", {WORDS[mark(figure)]}",
        f" {sources}" if sources else "",
        *(f"; {plain((note,))}" for note in figure.notes),
    ]
    return "".join(parts)
