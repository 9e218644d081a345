"""A chart of a page: two drawings of one chart, for wide and for narrow, with words for both."""

from __future__ import annotations

from html import escape

from portbook.release.charts.draw import svg
from portbook.release.document import Chart

WIDE, HALF, NARROW = 760, 375, 340


def drawn(chart: Chart, *, half: bool = False) -> str:
    """Return a chart as inline SVG, once for wide pages and once for narrow ones."""
    words = escape(spoken(chart))
    wide = svg(chart, HALF if half else WIDE).replace(
        "<svg", f'<svg role="img" aria-label="{words}"', 1
    )
    narrow = svg(chart, NARROW).replace("<svg", f'<svg role="img" aria-label="{words}"', 1)
    return f'<div class="w">{wide}</div><div class="nw">{narrow}</div>'


def spoken(chart: Chart) -> str:
    """Return a chart in words: its title, and the value of every mark."""
    parts = []
    for each in chart.marks:
        values = [
            f"{name} {one.text}" if len(chart.series) > 1 else one.text
            for name, one in zip(chart.series, each.numbers, strict=True)
            if one is not None
        ]
        parts.append(f"{each.label} {', '.join(values)}")
    return f"{chart.title}. {chart.subtitle}. " + "; ".join(parts) + "."
