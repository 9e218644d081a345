"""Numbers that know what they are: intervals, periods, units and currencies."""

from portbook.quantities.interval import ANYTHING, Interval, places
from portbook.quantities.period import Period
from portbook.quantities.unit import NUMBER, PERCENT, POINTS, Unit, unit

__all__ = [
    "ANYTHING",
    "NUMBER",
    "PERCENT",
    "POINTS",
    "Interval",
    "Period",
    "Unit",
    "places",
    "unit",
]
