"""The quantity of a flow in its supplementary unit."""

from __future__ import annotations

from typing import Any

from portbook.figures.measure import counted


@counted(
    label="quantity",
    phrases={
        "en": {
            "says": "numbered {value}",
            "column": "Quantity",
        }
    },
)
def quantity(records: Any) -> Any:  # noqa: ANN401 - a frame of any engine
    """Sum of quantities in one supplementary unit (IMTS 2010, chapter VI)."""
    return records.booked("quantity")
