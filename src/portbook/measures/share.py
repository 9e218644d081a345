"""The share of a part in its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of
from portbook.quantities import PERCENT

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    unit=PERCENT,
    label="share",
    now=of,
    whole=of.whole(),
    phrases={
        "en": {
            "says": "made up {value} of {whole}",
            "column": "Share",
        }
    },
)
def share(now: Term, whole: Term) -> Term:
    """Part of the whole, in percent."""
    return now / whole
