"""By how much a published figure was revised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from portbook.errors import NotCovered
from portbook.figures.answer import printed
from portbook.figures.bound import bound
from portbook.figures.folding import compared, judgement
from portbook.figures.measure import judged
from portbook.figures.term import name
from portbook.quantities import PERCENT

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure


@judged(unit=PERCENT, label="revision")
def revision(book: Book, address: Address) -> Figure:
    """Newest less first print of a figure, relative to the first, in percent.

    Only prints of offices and copies of them count; a change inside the rounding is no revision.
    """
    prints = book.prints.of(compared(address, address.cell.period))
    issued = sorted(
        (each for each in prints if each.evidence != "press"),
        key=lambda each: each.publication.known_from,
    )
    if len({each.publication.known_from for each in issued}) < 2:
        raise NotCovered(f"printed only once by an office: {address.text()}")
    first, last = issued[0], issued[-1]
    term = name("last") / name("first") - 1
    over = bound(term, {"last": last.interval, "first": first.interval})
    figures = [printed(first), printed(last)]
    notes = [
        f"first {figures[0].text} ({first.publication.title}, {first.publication.known_from})",
        f"last {figures[1].text} ({last.publication.title}, {last.publication.known_from})",
    ]
    found = judgement(address, over.scaled(100), figures, notes, PERCENT.code)
    return replace(found, value=100 * (last.value / first.value - 1))
