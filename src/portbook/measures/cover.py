"""The cover of imports by exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, value
from portbook.quantities import PERCENT

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    unit=PERCENT,
    label="cover",
    exports=value.at(flow="export"),
    imports=value.at(flow="import"),
    phrases={
        "en": {
            "says": "covered {value} of imports",
            "column": "Cover",
        }
    },
)
def cover(exports: Term, imports: Term) -> Term:
    """Exports over imports, in percent."""
    return exports / imports
