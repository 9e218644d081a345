"""The contribution of a part to the growth of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of
from portbook.quantities import POINTS

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    unit=POINTS,
    label="contribution",
    now=of,
    before=of.before(),
    whole_before=of.whole().before(),
    phrases={
        "en": {
            "says": "contributed {value} to the growth of {whole}",
            "falls": "took {value} from the growth of {whole}",
            "column": "Points",
        }
    },
)
def contribution(now: Term, before: Term, whole_before: Term) -> Term:
    """Points of the whole's growth that the part accounts for."""
    return (now - before) / whole_before
