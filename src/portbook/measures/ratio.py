"""How many times the figure of a period earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, of
from portbook.quantities import NUMBER

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(unit=NUMBER, label="ratio", now=of, before=of.before())
def ratio(now: Term, before: Term) -> Term:
    """Figure over the same one a period earlier: 1.5 is one and a half times."""
    return now / before
