"""The trade balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, value

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(
    label="balance",
    exports=value.at(flow="export"),
    imports=value.at(flow="import"),
    phrases={
        "en": {
            "says": "showed a surplus of {value}",
            "falls": "showed a deficit of {value}",
            "column": "Balance",
        }
    },
)
def balance(exports: Term, imports: Term) -> Term:
    """Exports less imports; a deficit is negative."""
    return exports - imports
