"""Which rows of a table hold others, and what a table leaves out: the rest of a partition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from portbook.errors import NoFigure
from portbook.figures.answer import figure_of
from portbook.figures.cell import WHOLE, Address
from portbook.figures.term import Term, total
from portbook.nomenclature.groups import members
from portbook.nomenclature.partitions import partitions

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.figure import Figure


def holds_others(
    dims: tuple[str, ...], key: tuple[str, ...], figures: Mapping[tuple[str, ...], Figure]
) -> bool:
    """Return whether a row holds other rows of its table, as a group of partners does."""
    at, member = len(dims) - 1, key[-1]
    if dims[at] == "partner" and members(member):
        return True
    inside = (part for one in partitions(dims[at], member) for part in one.parts)
    return any((*key[:at], part) in figures for part in inside)


def rest_of(
    book: Book, shown: tuple[Figure, ...], dims: tuple[str, ...], title: str
) -> Figure | None:
    """Return the whole less the rows shown, where the measure adds up over parts.

    Values, shares and contributions add up; rates do not, so they have no rest.
    """
    measure = shown[0].address.measure
    if measure not in ADDITIVE or len(dims) != 1 or dims[0] == "month":
        return None
    try:
        term = _less(book, shown, dims[0], title)
    except NoFigure:
        return None
    if term is None:
        return None
    whole = replace(shown[0].address, cell=shown[0].cell.at(**{dims[0]: WHOLE[dims[0]]}))
    found = figure_of(whole, term)
    return replace(found, publication=shown[0].publication, across=shown[0].across)


def _less(book: Book, shown: tuple[Figure, ...], by: str, title: str) -> Term | None:
    """Return the measure of the whole less the rows: each part level of the formula so reduced."""
    measure = shown[0].measure
    if measure.term is None:
        return _reduced(book, [each.address for each in shown], by, title)
    roles: dict[Any, Term] = {}
    for role, lens in measure.lenses:
        inputs = [lens.seen_from(each.address) for each in shown]
        found = book.term(inputs[0], title) if lens.wider else _reduced(book, inputs, by, title)
        if found is None:
            return None
        roles[role] = found
    return measure.term.replaced(roles)


def _reduced(book: Book, parts: list[Address], by: str, title: str) -> Term | None:
    whole = replace(parts[0], cell=parts[0].cell.at(**{by: WHOLE[by]}))
    terms = [book.term(each, title) for each in (whole, *parts)]
    if any(each is None for each in terms):
        return None
    first, *rest = (each for each in terms if each is not None)
    return first - total(rest)


ADDITIVE = ("value", "quantity", "change", "share", "contribution", "contribution_share")
