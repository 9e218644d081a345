"""A report as JSON: the same sentences, tables and charts, every figure with its trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.release.document import Chart, Grid, Report, Section, key
from portbook.release.evidence import WORDS, counts, mark, origins
from portbook.release.pieces import Line, Number, plain

if TYPE_CHECKING:
    from portbook.figures.figure import Figure

SCHEMA = 1


def to_json(report: Report) -> dict[str, Any]:
    """Return a report as plain mappings and lists, ready for `json.dumps`.

    Numbers in sentences and tables are given as printed, with the index of their figure in
    ``figures``.
    """
    figures = report.figures()
    index = {key(figure): at for at, figure in enumerate(figures)}
    return {
        "schema": SCHEMA,
        "reporter": report.reporter,
        "name": report.name,
        "period": report.period,
        "lang": report.lang,
        "as_of": report.known.isoformat() if report.known else None,
        "title": _line(report.title, index),
        "dek": [_line(line, index) for line in report.dek],
        "sections": [_section(section, index) for section in report.sections],
        "evidence": {WORDS[each]: count for each, count in counts(report)},
        "sources": [
            {
                "number": one.number,
                "title": one.title,
                "series": one.series,
                "office": one.office,
                "evidence": one.evidence,
                "issues": one.issues,
                "known_from": one.first.isoformat(),
                "known_to": one.last.isoformat(),
                "address": one.address,
                "figures": one.figures,
            }
            for one in origins(figures).values()
        ],
        "figures": [_figure(figure) for figure in figures],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "address": figure.address.text(),
        "mark": WORDS[mark(figure)],
        **figure.to_dict(),
    }


def _line(line: Line, index: dict[Any, int]) -> dict[str, Any]:
    numbers = [
        {"text": piece.text, "figure": index[key(piece.figure)]}
        for piece in line
        if isinstance(piece, Number)
    ]
    return {"text": plain(line), "numbers": numbers}


def _section(section: Section, index: dict[Any, int]) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "coverage": _line(section.coverage, index),
        "sentences": [_line(line, index) for line in (section.say, *section.prose) if line],
        "charts": [_chart(chart, index) for chart in section.charts],
        "tables": [_grid(grid, index) for grid in section.grids],
    }


def _chart(chart: Chart, index: dict[Any, int]) -> dict[str, Any]:
    return {
        "kind": chart.kind,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "source": chart.source,
        "series": list(chart.series),
        "table": None if chart.grid is None else _grid(chart.grid, index),
        "marks": [
            {
                "label": each.label,
                "numbers": [
                    None if one is None else {"text": one.text, "figure": index[key(one.figure)]}
                    for one in each.numbers
                ],
            }
            for each in chart.marks
        ],
    }


def _grid(grid: Grid, index: dict[Any, int]) -> dict[str, Any]:
    return {
        "caption": plain(grid.caption),
        "columns": [grid.label, *(column.head for column in grid.columns)],
        "rows": [
            {
                "label": row.label,
                "cells": [None if each is None else _line(each, index) for each in row.cells],
            }
            for row in grid.rows
        ],
    }
