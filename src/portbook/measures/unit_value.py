"""The unit value of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, quantity, value

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    label="unit value",
    worth=value,
    units=quantity,
    phrases={
        "en": {
            "says": "were worth {value} a unit",
            "column": "Unit value",
        }
    },
)
def unit_value(worth: Term, units: Term) -> Term:
    """Value over quantity (IMTS 2010; a unit value is no price, see Silver 2010)."""
    return worth / units
