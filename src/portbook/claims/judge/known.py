"""All that is known of a figure at a date, from every publication, the strongest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from portbook.errors import NoFigure, PortbookError
from portbook.figures.answer import deduced_figures, joined_figures, printed_figures
from portbook.figures.book import Book
from portbook.figures.cell import Address
from portbook.figures.counted import counted_figure
from portbook.figures.figure import Figure

TRUSTED = ("official", "copy")
PRESS = ("press",)
Step = Callable[[Book, Address, tuple[str, ...]], Iterator[Figure]]
STEPS: tuple[Step, ...] = (printed_figures, deduced_figures, joined_figures)
ALONE: tuple[Step, ...] = (printed_figures, deduced_figures)
"""What one publication says by itself; articles of several papers are no series to join."""


def trusted(book: Book, address: Address, *, joined: bool = True) -> Iterator[Figure]:
    """Iterate over figures from records, offices and copies of their tables, lazily.

    Parameters
    ----------
    book, address
        The tables and the figure.
    joined
        Whether the issues of a series are joined where none of them says it alone.
    """
    if book.records is not None and book.records.covers(address):
        try:
            counted = counted_figure(book.records, address)
        except NoFigure:
            return
        if book.known is None or counted.known_from is None or counted.known_from <= book.known:
            yield counted
    for step in STEPS if joined and _printed_somewhere(book, address) else ALONE:
        yield from _safe(step, book, address, TRUSTED)


def _printed_somewhere(book: Book, address: Address) -> bool:
    """Return whether offices print anything of a trade, so that joining may make something."""
    prints = book.prints.at(address.cell.scope.place)
    return any(one.evidence in TRUSTED for one in prints)


def press(book: Book, address: Address) -> Iterator[Figure]:
    """Iterate over figures that only the press has."""
    for step in ALONE:
        yield from _safe(step, book, address, PRESS)


def printed_by(book: Book, address: Address, evidence: tuple[str, ...]) -> list[Figure]:
    """Return what publications print of a figure."""
    return list(_safe(printed_figures, book, address, evidence))


def _safe(step: Step, book: Book, address: Address, evidence: tuple[str, ...]) -> Iterator[Figure]:
    """Iterate as long as the figures can be told; a denominator of zero ends it."""
    try:
        yield from step(book, address, evidence)
    except PortbookError:
        return


def said(book: Book, address: Address) -> Figure | None:
    """Return a figure that some publication prints or implies by itself, or None."""
    for evidence in (TRUSTED, PRESS):
        for step in ALONE:
            for figure in _safe(step, book, address, evidence):
                return figure
    return None


def highest(book: Book, address: Address, sign: int = 1) -> Figure | None:
    """Return the largest figure that any publication has (the smallest, where the sign is -1)."""
    found = printed_by(book, address, (*TRUSTED, *PRESS))
    answer = said(book, address)
    if answer is not None:
        found.append(answer)
    return max(found, key=lambda figure: sign * figure.value, default=None)


def best(book: Book, address: Address) -> Figure | None:
    """Return the figure that the ledger answers, or None."""
    try:
        return book.answer(address)
    except PortbookError:
        return None
