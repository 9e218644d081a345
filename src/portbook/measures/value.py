"""The statistical value of a flow."""

from __future__ import annotations

from typing import Any

from portbook.figures.measure import counted


@counted(
    label="value",
    phrases={
        "en": {
            "says": "came to {value}",
            "column": "Value",
        }
    },
)
def value(records: Any) -> Any:  # noqa: ANN401 - a frame of any engine
    """Sum of statistical values, in the currency of the basis."""
    return records.booked("value")
