"""The growth of a figure since a period earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of
from portbook.quantities import PERCENT

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    unit=PERCENT,
    label="growth",
    now=of,
    before=of.before(),
    phrases={
        "en": {
            "says": "rose {value}",
            "falls": "fell {value}",
            "column": "Growth",
        }
    },
)
def growth(now: Term, before: Term) -> Term:
    """Relative change on the same figure a period earlier, in percent."""
    return now / before - 1
