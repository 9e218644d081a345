"""Folding a column of figures to one, and judging a series of them.

Both read other figures of the book: the parts of a whole, all from one publication, or the periods
before, each answered for itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.errors import BadPeriod, NotCovered
from portbook.figures.figure import Figure
from portbook.figures.measure import addressed
from portbook.figures.prints import RANK
from portbook.figures.rest import holds_others
from portbook.quantities import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.term import Term
    from portbook.quantities import Period

LONGEST = 120
"""No history is looked for further back than so many periods."""


def parts(book: Book, address: Address) -> tuple[tuple[Figure, ...], str, str]:
    """Return the parts of a whole, none inside another; their publication; how complete they are.

    Raises
    ------
    NotCovered
        Where nothing published or recorded lists parts.
    """
    dimension = address.within
    scope = {d: m for d, m in address.cell.scope.items() if d != dimension}
    table = book.table(
        address.of,
        dimension,
        None,
        period=str(address.cell.period),
        basis=address.cell.basis,
        **scope,
    )
    there: dict[tuple[str, ...], Figure] = {
        (figure.cell.member(dimension),): figure for figure in table.figures
    }
    whole = (dimension,)
    kept = tuple(
        figure
        for key, figure in there.items()
        if figure.value > 0 and not holds_others(whole, key, there)
    )
    if not kept:
        raise NotCovered(f"not covered: {address.text()}")
    return kept, table.publication, table.kind


def folded_figure(
    book: Book,
    address: Address,
    fold: Callable[[Sequence[Interval]], Interval],
    unit: str = "",
) -> Figure:
    """Return what a function makes of the parts of a whole.

    Parameters
    ----------
    book, address
        The tables, and what is asked: `of` the parts, `within` the dimension.
    fold
        From the interval of each part to that of the result; outward where not exact.
    unit
        The unit of the result, in which `fold` answers.
    """
    found, publication, kind = parts(book, address)
    over = fold([each.interval for each in found])
    exact = fold([Interval.exactly(each.value) for each in found])
    value = exact.low if exact.low is not None else Fraction(0)
    weakest = min(found, key=lambda each: RANK[each.evidence])
    notes = [f"among {len(found)} {'published parts' if kind == 'selected' else 'parts'}"]
    if any(each.cell.member(address.within) == "other" for each in found):
        notes.append("the partners not named are one part, called other")
    return Figure(
        address,
        value,
        value if over.low is None else min(over.low, value),
        value if over.high is None else max(over.high, value),
        unit,
        weakest.evidence,
        publication,
        max((each.known_from for each in found if each.known_from), default=None),
        deduced=weakest.evidence != "records",
        across=any(each.across for each in found),
        notes=tuple(notes),
        history=found,
        query="" if weakest.evidence != "records" else found[0].query,
    )


def history(book: Book, address: Address) -> tuple[Figure, tuple[Figure, ...]]:
    """Return the judged figure and those of the periods before it, the nearest first, to a gap.

    Raises
    ------
    NotCovered
        Where the figure itself, or the period before it, is not known.
    """
    now = book.answer(compared(address, address.cell.period))
    found: list[Figure] = []
    period = address.cell.period
    while len(found) < LONGEST:
        period = earlier(period)
        try:
            found.append(book.answer(compared(address, period)))
        except NotCovered:
            break
    if not found:
        raise NotCovered(f"no earlier period is covered: {address.text()}")
    return now, tuple(found)


def compared(address: Address, period: Period) -> Address:
    """Return the figure that is judged, at a period."""
    return addressed(
        address.of, address.cell.at(period=period), since=address.since, within=address.within
    )


def earlier(period: Period) -> Period:
    """Return the period before one of its kind; of a cumulative one, the same a year before."""
    try:
        return period.before(period.kind if period.kind in ("month", "quarter") else "year")
    except BadPeriod:
        return period.before("year")


def judgement(
    address: Address,
    verdict: Interval,
    figures: Sequence[Figure],
    notes: Sequence[str] = (),
    unit: str = "",
) -> Figure:
    """Return a judged figure: its verdict, the weakest evidence of its history, and the history."""
    weakest = min(figures, key=lambda each: RANK[each.evidence])
    low, high = verdict.low, verdict.high
    if low is None or high is None:
        raise NotCovered(f"undecided: {address.text()}")
    names = {each.publication for each in figures}
    return Figure(
        address,
        low if low == high else Fraction(0),
        low,
        high,
        unit,
        weakest.evidence,
        weakest.publication,
        max((each.known_from for each in figures if each.known_from), default=None),
        deduced=True,
        across=len(names) > 1,
        term=_term(figures),
        notes=tuple(notes),
        history=tuple(figures),
    )


def _term(figures: Sequence[Figure]) -> Term | None:
    """Return a term that holds the prints of all figures, so that their sources are known."""
    terms = [each.term for each in figures if each.term is not None]
    out = terms[0] if terms else None
    for each in terms[1:]:
        out = out + each if out is not None else each
    return out


def span(figures: Sequence[Figure]) -> str:
    """Return the first and last period of a history, in words."""
    periods = sorted(each.cell.period for each in figures)
    return f"{periods[0]}\u2013{periods[-1]}"
