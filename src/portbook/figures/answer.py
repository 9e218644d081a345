"""Which figure answers: official and copied prints first, then what follows from them.

Inside each class of evidence: a publication that prints the cell; else a deduction inside one
publication; else one across the issues of a series. Within each step the newest comes first, then
the more precise, then official before copy. Press answers only where all of these fail.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.errors import NoFigure, NotCovered, PortbookError, UnitMismatch
from portbook.figures.bound import bound
from portbook.figures.figure import Figure, scaled
from portbook.figures.identities import exhaustive_places
from portbook.figures.measure import MEASURES, unit_of
from portbook.figures.prints import RANK
from portbook.figures.term import Term, name
from portbook.quantities import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portbook.figures.across import Series
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.deduce import Deduction
    from portbook.figures.prints import Print

TRUSTED = ("official", "copy")
CLASSES = (TRUSTED, ("press",))


def answer(book: Book, address: Address, *, across: bool = False) -> Figure:
    """Return the figure that answers an address from what is published.

    Parameters
    ----------
    book
        The tables.
    address
        The measure and cell.
    across
        Whether the answer is to be joined across issues, even where a print exists.

    Raises
    ------
    NotCovered
        Where nothing known says it.
    """
    refused: list[NoFigure] = []
    for evidence in CLASSES:
        steps = [joined_figures] if across else [printed_figures, deduced_figures, joined_figures]
        for step in steps:
            try:
                found = next(iter(step(book, address, evidence)), None)
            except NoFigure as error:
                refused.append(error)
                continue
            if found is not None:
                return found
    if refused:
        raise refused[0]
    raise NotCovered(f"not covered: {address.text()}")


def printed_figures(book: Book, address: Address, evidence: tuple[str, ...]) -> Iterator[Figure]:
    """Iterate over the prints of an address as figures, strongest first."""
    for one in book.prints.of(address):
        if one.evidence in evidence:
            yield printed(one)


def printed(one: Print) -> Figure:
    """Return a print as a figure."""
    unit = unit_of(one.address, one.unit)
    low, high = one.interval.low, one.interval.high
    return Figure(
        one.address,
        scaled(one.value, unit.code),
        scaled(low, unit.code),  # type: ignore[arg-type]
        scaled(high, unit.code),  # type: ignore[arg-type]
        unit.code,
        one.evidence,
        one.publication.name,
        one.publication.known_from,
        term=name(one),
    )


def deduced_figures(book: Book, address: Address, evidence: tuple[str, ...]) -> Iterator[Figure]:
    """Iterate over what single publications imply for an address, strongest first."""
    waiting: list[Figure] = []
    for publication in book.prints.publications_near(places(address), address.cell.period):
        if publication.evidence not in evidence:
            continue
        if waiting and publication.known_from < waiting[0].known_from:  # type: ignore[operator]
            yield from sorted(waiting, key=_strength)
            waiting = []
        deduction = book.deduction(publication.name)
        found = deduction.term(address)
        if found is not None and deduction.printed(address) is None:
            waiting.append(inside(deduction, address))
    yield from sorted(waiting, key=_strength)


def _strength(figure: Figure) -> tuple[Fraction, int]:
    return figure.high - figure.low, -RANK[figure.evidence]


def inside(deduction: Deduction, address: Address) -> Figure:
    """Return what one publication says of an address, with its trace."""
    one = deduction.printed(address)
    if one is not None:
        return printed(one)
    term = deduction.term(address)
    if term is None:
        raise NotCovered(f"not covered: {address.text()}")
    found = figure_of(address, term, how=deduction.how(address))
    return replace(found, look=lambda each: inside(deduction, each))


def joined_figures(book: Book, address: Address, evidence: tuple[str, ...]) -> Iterator[Figure]:
    """Iterate over what the issues of a series say together, the series newest first."""
    seen: set[str] = set()
    for publication in book.prints.publications_near(places(address), address.cell.period):
        if publication.series in seen or publication.evidence not in evidence:
            continue
        seen.add(publication.series)
        series = book.series(publication.series)
        if len(series.issues) > 1 and series.term(address, joined=True) is not None:
            yield joined(series, address, publication.series)


def joined(series: Series, address: Address, title: str, *, top: bool = True) -> Figure:
    """Return what the issues of one series say of an address, with its trace."""
    issue = None if top else series.inside(address)
    if issue is not None:
        return inside(issue, address)
    term, how = series.term(address, joined=top), series.how(address)
    if term is None:
        raise NotCovered(f"not covered: {address.text()}")
    found = figure_of(address, term, how=how)
    return replace(
        found,
        publication=title,
        across=True,
        look=lambda each: joined(series, each, title, top=False),
        notes=_misses(series, how),
    )


def _misses(series: Series, how: Term | None) -> tuple[str, ...]:
    """Say by how much summed months miss the printed cumulative of the year that has one."""
    notes = []
    for address in how.names() if how is not None else ():
        missed = series.missed(address)
        if missed is not None:
            off = missed.value({each: each.value for each in missed.names()}) * 100
            sign = "+" if off >= 0 else "\u2212"
            notes.append(
                f"the months of {address.cell.period} sum to the printed figure "
                f"{sign}{float(abs(off)):.2f}%"
            )
    return tuple(dict.fromkeys(notes))


def figure_of(address: Address, term: Term, *, how: Term | None = None) -> Figure:
    """Return the figure of a term over prints: its value, exact range and weakest evidence.

    Raises
    ------
    ZeroDivisor
        Where a denominator may be zero.
    UnitMismatch
        Where quantities in unlike units would be mixed.
    """
    prints = list(term.names())
    code = unit_of(address, _one_unit(address, prints)).code
    over = bound(term, {each: each.interval for each in prints})
    value = term.value({each: each.value for each in prints})
    weakest = min(prints, key=lambda each: RANK[each.evidence])
    names = {each.publication.name for each in prints}
    return Figure(
        address,
        scaled(value, code),
        scaled(over.low, code),  # type: ignore[arg-type]
        scaled(over.high, code),  # type: ignore[arg-type]
        code,
        weakest.evidence,
        names.pop() if len(names) == 1 else prints[0].publication.series,
        max(each.publication.known_from for each in prints),
        deduced=True,
        term=term,
        how=how,
    )


def _one_unit(address: Address, prints: Iterable[Print]) -> str:
    """Return the one unit of the quantities; of money the currency of the basis."""
    units = {one.unit for one in prints if one.address.measure == "quantity"}
    if len(units) > 1:
        raise UnitMismatch(
            f"{address.text()} would mix quantities in {' and '.join(sorted(units))}"
        )
    if "quantity" in (address.measure, address.of):
        return units.pop() if units else NUMBER.code
    lenses = MEASURES[address.measure].lenses
    if any("basis" in dict(lens.members) for _, lens in lenses):
        return ""  # a rate between two currencies
    money = {one.unit for one in prints if one.address.measure in ("value", "balance")}
    if len(money) > 1:
        raise UnitMismatch(f"{address.text()} would mix {' and '.join(sorted(money))}")
    return ""


def places(address: Address) -> list[tuple[str, ...]]:
    """Return the trades in which a figure, or an input of its formula, may be printed."""
    found = [address.cell.scope.place]
    measure = MEASURES[address.measure]
    if measure.term is not None:
        try:
            for each in measure.inputs(address).values():
                found += places(each) if each.of else [each.cell.scope.place]
        except PortbookError:
            return found
    return [*dict.fromkeys([*found, *exhaustive_places(address.cell)])]
