"""Columns over years: the peak in colour, its context in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.release.charts.values import values

if TYPE_CHECKING:
    from portbook.release.document import Chart

HEIGHT = 180
LABELLED = 4
"""As many of the highest columns are labelled, with the first."""


def columns(chart: Chart, width: int) -> Any:  # noqa: ANN401 - a chart of altair
    """Return columns from zero, labelled at the mark: the first, the last ones, the highest."""
    import altair as alt

    shown = _labelled(chart)
    rows = [
        {
            "at": each.label,
            "value": float(number.figure.value / chart.factor),
            "colour": "#000005" if each.kind == "peak" else "#000007",
            "text": number.text if each.label in shown else "",
            "tick": each.label if each.label in shown else "",
        }
        for each in chart.marks
        if (number := each.numbers[0]) is not None
    ]
    order = [str(row["at"]) for row in rows]
    base = alt.Chart(values(rows), width=width - 8, height=HEIGHT).encode(
        x=alt.X(
            "at:N", sort=order, axis=alt.Axis(labelAngle=0, domain=True, labelExpr=_only(shown))
        ),
    )
    bars = base.mark_bar(size=0.66 * width / len(rows)).encode(
        y=alt.Y("value:Q", axis=None, scale=alt.Scale(zero=True)),
        color=alt.Color("colour:N", scale=None),
    )
    words = base.mark_text(dy=-7, fontSize=11.5, color="#000001").encode(y="value:Q", text="text:N")
    return (bars + words).properties(
        autosize="none", padding={"left": 4, "right": 4, "top": 18, "bottom": 20}
    )


def _only(shown: set[str]) -> str:
    """Return the expression that labels only some of the years on the axis."""
    tests = " || ".join(f"datum.label == '{each}'" for each in sorted(shown))
    return f"{tests} ? datum.label : ''"


def _labelled(chart: Chart) -> set[str]:
    """Return which columns bear a label: the ends, and the peak with what stands beside it."""
    labels = [each.label for each in chart.marks]
    peak = next((at for at, each in enumerate(chart.marks) if each.kind == "peak"), len(labels) - 1)
    near = {labels[0], labels[-1], labels[peak]}
    return near | set(labels[max(0, len(labels) - LABELLED + 1) :])
