"""The change of a figure since a period earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    label="change",
    now=of,
    before=of.before(),
    phrases={
        "en": {
            "says": "rose by {value}",
            "falls": "fell by {value}",
            "column": "Change",
        }
    },
)
def change(now: Term, before: Term) -> Term:
    """Difference of a figure and the same one a period earlier, in its unit."""
    return now - before
