"""A waterfall: each bar starts where the last one ended, the whole stands at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portbook.release.document import Chart

STEP = 24
NARROW = 500


def waterfall(chart: Chart, width: int) -> Any:  # noqa: ANN401 - a chart of altair
    """Return bars from where the last one ended; blue above zero, orange below."""
    import altair as alt

    names = 200 if width > NARROW else 128
    rows, reached = [], 0.0
    for each in chart.marks:
        number = each.numbers[0]
        if number is None:
            continue
        value = float(number.figure.value)
        start = 0.0 if each.kind == "whole" else reached
        reached = start + value
        rows.append(_row(each, number.text, start, reached))
    order = [row["name"] for row in rows]
    limit = names - 8
    base = alt.Chart(
        alt.Data(values=rows), width=width - names - 48, height=STEP * len(rows)
    ).encode(y=alt.Y("name:N", sort=order, axis=alt.Axis(labelLimit=limit, labelColor="#000001")))
    x = alt.X("low:Q", axis=None)
    zero = (
        base.mark_rule(color="#000004", strokeWidth=1)
        .encode(x=alt.datum(0))
        .transform_filter("datum.first")
    )
    bars = base.mark_bar(size=15).encode(x=x, x2="high:Q", color=alt.Color("colour:N", scale=None))
    words = base.mark_text(align="left", dx=5, fontSize=12, color="#000001").encode(
        x=alt.X("high:Q", axis=None), text="text:N"
    )
    return bars + words + zero


def _row(mark: Any, text: str, start: float, end: float) -> dict[str, Any]:  # noqa: ANN401
    falls = end < start
    colours = {"rest": "#000007", "whole": "#000001"}
    return {
        "name": mark.label,
        "low": min(start, end),
        "high": max(start, end),
        "text": text,
        "colour": colours.get(mark.kind, "#000006" if falls else "#000005"),
        "first": False,
    }
