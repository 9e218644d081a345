"""Share of the level (tick) against share of the growth (dot): who outgrew their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.release.charts.values import values
from portbook.release.charts.waterfall import shortened

if TYPE_CHECKING:
    from portbook.release.document import Chart

STEP = 22
NARROW = 500


def weights(chart: Chart, width: int) -> Any:  # noqa: ANN401 - a chart of altair
    """Return a tick and a dot a row, joined: blue where the dot lies right of the tick."""
    import altair as alt

    names, letters = (150, 20) if width > NARROW else (112, 15)
    rows = [
        _row(each, shortened(each.label, letters))
        for each in chart.marks
        if None not in each.numbers
    ]
    order = [row["name"] for row in rows]
    base = alt.Chart(values(rows), width=width - names - 52, height=STEP * len(rows)).encode(
        y=alt.Y("name:N", sort=order, axis=alt.Axis(labelLimit=0, labelColor="#000001")),
        color=alt.Color("colour:N", scale=None),
    )
    x = alt.X("share:Q", axis=None, scale=alt.Scale(zero=True, padding=36))
    rule = base.mark_rule(strokeWidth=1.6).encode(x=x, x2="part:Q")
    tick = base.mark_tick(thickness=2, size=11).encode(x=x)
    dot = base.mark_point(filled=True, size=52, opacity=1).encode(x=alt.X("part:Q", axis=None))
    layers = [
        alt.Chart().mark_rule(color="#000003").encode(x=alt.datum(0)),
        rule, tick, dot,
        *_words(base, alt),
    ]  # fmt: skip
    return alt.layer(*layers, data=values(rows)).properties(
        autosize="none", padding={"left": names, "right": 52, "top": 4, "bottom": 4}
    )


def _words(base: Any, alt: Any) -> list[Any]:  # noqa: ANN401 - parts of a chart
    """Return the shares of growth, written on the far side of the dot."""
    found = []
    for align, shift, keep in (
        ("left", 8, "datum.part >= datum.share"),
        ("right", -8, "datum.part < datum.share"),
    ):
        found.append(
            base.mark_text(align=align, dx=shift, fontSize=12, fontWeight=600)
            .encode(x=alt.X("part:Q", axis=None), text="text:N")
            .transform_filter(keep)
        )
    return found


def _row(mark: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 - a mark
    share, part = mark.numbers
    ahead = part.figure.value >= share.figure.value
    return {
        "name": name,
        "share": float(share.figure.value),
        "part": float(part.figure.value),
        "text": part.text.removesuffix("%"),
        "colour": "#000005" if ahead else "#000006",
    }
