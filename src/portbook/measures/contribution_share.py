"""The share of a part in the growth of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of
from portbook.quantities import PERCENT

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    unit=PERCENT,
    label="share of growth",
    now=of,
    before=of.before(),
    whole=of.whole(),
    whole_before=of.whole().before(),
    phrases={
        "en": {
            "says": "accounted for {value} of the growth of {whole}",
            "column": "Of growth",
        }
    },
)
def contribution_share(now: Term, before: Term, whole: Term, whole_before: Term) -> Term:
    """Part of the whole's change that the part accounts for, in percent; it may exceed 100."""
    return (now - before) / (whole - whole_before)
