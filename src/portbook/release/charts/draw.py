"""Draw a chart: an Altair picture, rendered to SVG, its colours those of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from portbook.errors import BadDeclaration
from portbook.release.charts.columns import columns
from portbook.release.charts.lines import lines
from portbook.release.charts.waterfall import waterfall
from portbook.release.charts.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from portbook.release.document import Chart

SENTINELS = {
    "#000001": "ink", "#000002": "soft", "#000003": "rule", "#000004": "edge",
    "#000005": "exp", "#000006": "imp", "#000007": "mute", "#000008": "wash", "#000009": "bg",
}  # fmt: skip
"""Colours that no one sees: each stands for a colour of the style sheet, light or dark."""

KINDS: dict[str, Callable[[Chart, int], Any]] = {
    "columns": columns,
    "lines": lines,
    "waterfall": waterfall,
    "weights": weights,
}


def svg(chart: Chart, width: int) -> str:
    """Return a chart as SVG of about a width, in the page's own colours and fonts.

    Raises
    ------
    BadDeclaration
        Where there is no such kind of chart.
    """
    if chart.kind not in KINDS:
        raise BadDeclaration(f"no kind of chart called {chart.kind!r}")
    import vl_convert

    picture = (
        KINDS[chart.kind](chart, width)
        .configure(background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            domain=False, ticks=False, grid=False, title=None,
            labelColor="#000002", labelFontSize=12, domainColor="#000004", gridColor="#000003",
        )
    )  # fmt: skip
    return cleaned(vl_convert.vegalite_to_svg(picture.to_json()))


def cleaned(drawing: str) -> str:
    """Return an SVG without vega's roles, fonts and classes, its sentinels as page colours."""
    drawing = re.sub(r'\s(?:role|aria-[a-z]+|class|font-family|tabindex)="[^"]*"', "", drawing)
    drawing = re.sub(r'\sxmlns:xlink="[^"]*"', "", drawing)
    for sentinel, name in SENTINELS.items():
        drawing = drawing.replace(f'"{sentinel}"', f'"var(--{name})"')
    return re.sub(r"(\d+\.\d\d)\d+", r"\1", drawing)
