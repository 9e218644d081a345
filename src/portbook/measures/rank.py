"""The rank of a part among the parts of its whole."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.errors import NotCovered
from portbook.figures.cell import WHOLE
from portbook.figures.folding import judgement, parts
from portbook.figures.measure import judged
from portbook.quantities import Interval

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure


@judged(label="rank")
def rank(book: Book, address: Address) -> Figure:
    """1 for the largest part of the whole, 2 for the next; among the published parts if not all.

    A range where the rounding of the prints leaves the order open.
    """
    member = address.cell.member(address.within)
    whole = replace(address, cell=address.cell.at(**{address.within: WHOLE[address.within]}))
    found, _, kind = parts(book, whole)
    own = next((one for one in found if one.cell.member(address.within) == member), None)
    if own is None:
        raise NotCovered(f"{member} is no single part of that list: {address.text()}")
    above = sum(each.low > own.high for each in found)
    level = sum(each.high >= own.low for each in found if each is not own)
    among = "published " if kind == "selected" else ""
    verdict = Interval.exactly(above + 1) | Interval.exactly(max(level, above) + 1)
    notes = [f"among {len(found)} {among}parts by {address.within}"]
    judged_rank = judgement(address, verdict, [own], notes)
    value = Fraction(1 + sum(each.value > own.value for each in found))
    return replace(judged_rank, value=value, across=own.across)
