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

    right = MARGIN[width > NARROW]
    rows = [_row(chart, each) for each in chart.marks]
    time = alt.X("at:T", axis=_time([row["at"] for row in rows]))
    base = alt.Chart(values(rows), width=width - AXIS - right, height=HEIGHT).encode(x=time)
    layers = []
    if len(chart.series) == 2:
        layers.append(base.mark_area(color="#000008").encode(y=_height(0), y2="s1:Q"))
    last = alt.Chart(values(rows[-1:]))
    for at, name in enumerate(chart.series):
        layers.append(base.mark_line(color=COLOURS[at], strokeWidth=1.8).encode(y=_height(at)))
        number = chart.marks[-1].numbers[at]
        text = f"{name} {number.text}" if number is not None and width > NARROW else name
        here = last.encode(x="at:T", y=_height(at))
        layers += [
            here.mark_point(color=COLOURS[at], filled=True, size=28, opacity=1),
            here.mark_text(
                align="left",
                dx=8,
                dy=_apart(rows[-1], at),
                color=COLOURS[at],
                fontSize=12,
                fontWeight=600,
                text=text,
            ),
        ]
    padding = {"left": AXIS, "right": right, "top": 8, "bottom": 24}
    return alt.layer(*layers).properties(autosize="none", padding=padding)


def _time(months: list[str]) -> Any:  # noqa: ANN401 - an axis of altair
    import altair as alt

    return alt.Axis(
        format="%b %Y",
        labelAngle=0,
        domain=True,
        ticks=True,
        tickColor="#000004",
        values=months[:: 6 if len(months) > 12 else 3],
        labelFlush=True,
    )


def _height(at: int) -> Any:  # noqa: ANN401 - a channel of altair
    import altair as alt

    axis = alt.Axis(grid=True, tickCount=5, format=",.0f")
    return alt.Y(f"s{at}:Q", axis=axis, scale=alt.Scale(zero=True, nice=True))


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
