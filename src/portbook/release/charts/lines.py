"""Two lines over months, with the band of the balance between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.release.charts.values import values

if TYPE_CHECKING:
    from portbook.release.document import Chart

HEIGHT = 240
NARROW = 500
AXIS = 48
MARGIN = {True: 136, False: 70}
COLOURS = ("#000005", "#000006")


def lines(chart: Chart, width: int) -> Any:  # noqa: ANN401 - a chart of altair
    """Return lines from zero, each named at its end; the band between two is washed."""
    import altair as alt

    room = width - MARGIN[width > NARROW] - AXIS
    rows = [_row(chart, each) for each in chart.marks]
    every = 6 if len(rows) > 12 else 3
    base = alt.Chart(values(rows), width=room, height=HEIGHT).encode(
        x=alt.X(
            "at:T",
            axis=alt.Axis(
                format="%b %Y",
                labelAngle=0,
                domain=True,
                ticks=True,
                tickColor="#000004",
                values=[row["at"] for row in rows[::every]],
                labelFlush=True,
            ),
        )
    )
    scale = alt.Scale(zero=True, nice=True)
    axis = alt.Axis(grid=True, tickCount=5, format=",.0f")
    layers = []
    if len(chart.series) == 2:
        layers.append(
            base.mark_area(color="#000008").encode(
                y=alt.Y("s0:Q", axis=axis, scale=scale), y2="s1:Q"
            )
        )
    ends = alt.Chart(values(rows[-1:]))
    for at, name in enumerate(chart.series):
        y = alt.Y(f"s{at}:Q", axis=axis, scale=scale)
        layers.append(base.mark_line(color=COLOURS[at], strokeWidth=1.8).encode(y=y))
        here = ends.encode(x="at:T", y=y)
        last = chart.marks[-1].numbers[at]
        text = f"{name} {last.text}" if last is not None and width > NARROW else name
        layers.append(here.mark_point(color=COLOURS[at], filled=True, size=28, opacity=1))
        layers.append(
            here.mark_text(
                align="left",
                dx=8,
                color=COLOURS[at],
                fontSize=12,
                fontWeight=600,
                text=text,
                dy=_apart(rows[-1], at),
            )
        )
    return alt.layer(*layers).properties(
        autosize="none",
        padding={"left": AXIS, "right": MARGIN[width > NARROW], "top": 8, "bottom": 24},
    )


def _row(chart: Chart, mark: Any) -> dict[str, Any]:  # noqa: ANN401 - a mark
    found: dict[str, Any] = {"at": f"{mark.label}-01T00:00:00"}
    for at, one in enumerate(mark.numbers):
        found[f"s{at}"] = None if one is None else float(one.figure.value / chart.factor)
    return found


def _apart(last: dict[str, Any], at: int) -> int:
    """Return by how much a name is moved, so that two near ends do not write over each other."""
    one, other = last.get(f"s{at}"), last.get(f"s{1 - at}")
    if one is None or other is None or abs(one - other) > 0.06 * max(one, other):
        return 0
    return -7 if one > other else 7
