"""A waterfall: each bar starts where the last one ended, the whole stands at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.release.charts.values import values

if TYPE_CHECKING:
    from portbook.release.document import Chart

STEP = 24
NARROW = 500


def waterfall(chart: Chart, width: int) -> Any:  # noqa: ANN401 - a chart of altair
    """Return bars from where the last one ended; blue above zero, orange below."""
    import altair as alt

    names, letters = (264, 38) if width > NARROW else (140, 19)
    rows, reached = [], 0.0
    for each in chart.marks:
        number = each.numbers[0]
        if number is None:
            continue
        value = float(number.figure.value)
        start = 0.0 if each.kind == "whole" else reached
        reached = start + value
        rows.append(_row(shortened(each.label, letters), each.kind, number.text, (start, reached)))
    order = [row["name"] for row in rows]
    base = alt.Chart(values(rows), width=width - names - 52, height=STEP * len(rows)).encode(
        y=alt.Y("name:N", sort=order, axis=alt.Axis(labelLimit=0, labelColor="#000001"))
    )
    x = alt.X("low:Q", axis=None)
    bars = base.mark_bar(size=15).encode(x=x, x2="high:Q", color=alt.Color("colour:N", scale=None))
    words = base.mark_text(align="left", dx=5, fontSize=12, color="#000001").encode(
        x=alt.X("high:Q", axis=None), text="text:N"
    )
    return (bars + words).properties(
        autosize="none", padding={"left": names, "right": 52, "top": 2, "bottom": 2}
    )


def _row(name: str, kind: str, text: str, ends: tuple[float, float]) -> dict[str, Any]:
    start, end = ends
    colours = {"rest": "#000007", "whole": "#000001"}
    return {
        "name": name,
        "low": min(start, end),
        "high": max(start, end),
        "text": text,
        "colour": colours.get(kind, "#000006" if end < start else "#000005"),
    }


def shortened(label: str, letters: int) -> str:
    """Return a label cut behind a word where it is too long.

    Examples
    --------
    >>> shortened("Automatic data processing equipment", 20)
    'Automatic data…'
    """
    if len(label) <= letters:
        return label
    kept = label[:letters].rpartition(" ")[0] or label[: letters - 1]
    return kept.rstrip(" ,") + "\u2026"
