"""The exchange rate that a flow in two currencies implies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.measure import derived, value

if TYPE_CHECKING:
    from portbook.figures.term import Term


@derived(label="exchange rate", own=value, dollars=value.at(basis="USD"))
def exchange_rate(own: Term, dollars: Term) -> Term:
    """Value in the basis over the same value in US dollars: the rate that the office applied."""
    return own / dollars
