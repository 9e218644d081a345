"""Judged claims: a record, a mark passed for the first time, a run; with the years they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.judge.amounts import span_words
from portbook.claims.judge.fact import Fact
from portbook.claims.judge.finding import (
    CONTRADICTED,
    NOT_ENOUGH_DATA,
    SUPPORTED,
    Evidence,
    Finding,
    Other,
)
from portbook.claims.judge.known import highest, said
from portbook.claims.judge.words import basis_word, brief
from portbook.errors import BadPeriod
from portbook.figures.book import Book
from portbook.figures.cell import Address
from portbook.figures.figure import Figure
from portbook.figures.measure import addressed
from portbook.quantities import Period

BACK = 40
"""No history is looked for further back than so many periods."""
NEAR = 10
"""So many periods are looked at for whether a record holds in another currency."""
GAPS = 3
"""A history ends where so many periods in a row are not covered."""
LEAST = 3
"""A record needs so many earlier periods from offices or copies in a row."""
STEP = {"consecutive_month": "month", "consecutive_quarter": "quarter", "consecutive_year": "year"}
Years = list[tuple[Period, Figure | None]]


@dataclass(frozen=True, slots=True)
class Past:
    """A figure and those of the periods before it, the nearest first.

    Parameters
    ----------
    now
        The figure itself; None where it is not known.
    before
        Each earlier period with its figure; None where it is not covered.
    """

    now: Figure | None
    before: tuple[tuple[Period, Figure | None], ...]

    @property
    def known(self) -> list[tuple[Period, Figure]]:
        """The earlier periods that are covered."""
        return [(period, figure) for period, figure in self.before if figure is not None]

    @property
    def solid(self) -> int:
        """How many periods in a row before this one rest on offices, copies or records."""
        count = 0
        for _, figure in self.before:
            if figure is None or figure.evidence == "press":
                break
            count += 1
        return count

    @property
    def span(self) -> str:
        """The periods that are covered, with a word on gaps."""
        if not self.known:
            return "no earlier period"
        first, last = self.known[-1][0], self.known[0][0]
        inside = [figure for period, figure in self.before if period >= first]
        gaps = inside.count(None)
        return f"{first}\u2013{last}" + (f" ({gaps} not covered)" if gaps else "")


def past(book: Book, address: Address) -> Past:
    """Return a figure and its history, as far back as the book covers it."""
    before: Years = []
    period = address.cell.period
    missing = 0
    while len(before) < BACK and missing < GAPS:
        period = earlier(period)
        figure = said(book, at(address, period))
        missing = 0 if figure else missing + 1
        before.append((period, figure))
    while before and before[-1][1] is None:
        before.pop()
    return Past(said(book, address), tuple(before))


def earlier(period: Period) -> Period:
    """Return the period before one of its kind; of a stretch of a year, that of the year before."""
    if period.kind in ("month", "quarter"):
        return period.before(period.kind)
    return period.before()


def at(address: Address, period: Period) -> Address:
    """Return an address at another period."""
    return addressed(
        address.measure,
        address.cell.at(period=period),
        of=address.of,
        since=address.since,
        within=address.within,
    )


def judged(fact: Fact, address: Address, book: Book) -> Finding:
    """Return the verdict on a record, a first passing of a mark, or a run."""
    if fact.measure == "record":
        return _record(fact, address, book)
    if fact.measure == "threshold":
        return _threshold(fact, address, book)
    if fact.unit in STEP:
        return _run(fact, address, book)
    return Finding(
        fact.id, NOT_ENOUGH_DATA, "no rank is known", address, notes=("ranks need the whole list",)
    )


def _evidence(figure: Figure, relation: str = "") -> Evidence:
    return Evidence(figure, relation, brief(figure))


def _record(fact: Fact, address: Address, book: Book) -> Finding:
    sign = -1 if fact.claim.value.startswith("-") else 1
    history = past(book, address)
    if history.now is None:
        return _not_known(fact, address)
    every = [(p, highest(book, at(address, p), sign) or f) for p, f in history.known]
    higher = [(p, f) for p, f in every if sign * (f.low - history.now.high) > 0]
    peak = max(every, key=lambda one: sign * one[1].value, default=None)
    word = "highest" if sign > 0 else "lowest"
    others = _elsewhere(book, address, sign)
    if higher:
        period, figure = higher[0]
        line = f"{brief(history.now)} {'<' if sign > 0 else '>'} {brief(figure)} ({period})"
        firm = figure.evidence != "press" and history.now.evidence != "press"
        verdict = CONTRADICTED if firm else NOT_ENOUGH_DATA
        evidence = (_evidence(history.now), _evidence(figure, "excludes"))
        return Finding(fact.id, verdict, line, address, evidence, others=others)
    if peak is None:
        return _not_known(fact, address, history.now)
    period, figure = peak
    line = (
        f"{brief(history.now)} {'>' if sign > 0 else '<'} {brief(figure)} ({period}), "
        f"the {word} of {history.span}"
    )
    firm = history.solid >= LEAST and history.now.evidence != "press"
    return Finding(
        fact.id,
        SUPPORTED if firm else NOT_ENOUGH_DATA,
        line,
        address,
        (_evidence(history.now), _evidence(figure, "contains")),
        reported=not firm,
        others=others,
        notes=(_rests_on(history),),
    )


def _rests_on(history: Past) -> str:
    """Say from which periods and on whose word."""
    told = [str(period) for period, f in history.known if f.evidence == "press"]
    words = f"history {history.span}"
    if history.solid:
        first = history.before[history.solid - 1][0]
        words += f"; {first}\u2013{history.before[0][0]} from offices or copies"
    return words + (f"; press alone: {', '.join(sorted(told))}" if told else "")


def _elsewhere(book: Book, address: Address, sign: int) -> tuple[Other, ...]:
    """Return the currencies in which the same claim would be false."""
    found = []
    for basis in ("USD", "CNY"):
        if basis == address.cell.basis or address.cell.basis not in ("USD", "CNY"):
            continue
        other = addressed(address.measure, address.cell.at(basis=basis))
        now = said(book, other)
        beaten = None if now is None else _beaten(book, other, now, sign)
        if now is not None and beaten is not None:
            period, figure = beaten
            words = f"{brief(now)} against {brief(figure)} in {period}"
            found.append(Other(f"false in {basis_word(other)}: {words}", figure))
    return tuple(found)


def _beaten(book: Book, address: Address, now: Figure, sign: int) -> tuple[Period, Figure] | None:
    """Return the nearest earlier period with a surely larger figure, as far as they are known."""
    period = address.cell.period
    for _ in range(NEAR):
        period = earlier(period)
        figure = said(book, at(address, period))
        if figure is None:
            return None
        if sign * (figure.low - now.high) > 0:
            return period, figure
    return None


def _threshold(fact: Fact, address: Address, book: Book) -> Finding:
    """Return whether a mark is passed now and was not before."""
    mark = fact.claim.amount
    history = past(book, address)
    if history.now is None:
        return _not_known(fact, address)
    words = span_words(fact.amount, fact.claim).removesuffix(" or more")
    if history.now.high < mark:
        line = f"{brief(history.now)} is below {words}"
        verdict = NOT_ENOUGH_DATA if history.now.evidence == "press" else CONTRADICTED
        return Finding(fact.id, verdict, line, address, (_evidence(history.now, "excludes"),))
    above = [(p, f) for p, f in history.known if f.low > mark]
    if above:
        period, figure = above[0]
        line = f"{brief(history.now)} passes it; so did {brief(figure)} ({period})"
        verdict = NOT_ENOUGH_DATA if figure.evidence == "press" else CONTRADICTED
        evidence = (_evidence(history.now), _evidence(figure, "excludes"))
        return Finding(fact.id, verdict, line, address, evidence)
    return _first(fact, address, history)


def _first(fact: Fact, address: Address, history: Past) -> Finding:
    now = history.now
    below = [f for _, f in history.known]
    gaps = any(figure is None for _, figure in history.before) or not below
    firm = now is not None and now.evidence != "press" and history.solid >= LEAST and not gaps
    peak = max(history.known, key=lambda one: one[1].value, default=None)
    line = f"{brief(now) if now else ''} passes it"
    if peak is not None:
        line += f"; {brief(peak[1])} ({peak[0]}), the highest of {history.span}, does not"
    evidence = [_evidence(now, "contains")] if now else []
    evidence += [_evidence(peak[1], "meets")] if peak else []
    return Finding(
        fact.id,
        SUPPORTED if firm else NOT_ENOUGH_DATA,
        line,
        address,
        tuple(evidence),
        reported=not firm and bool(below),
        notes=(_rests_on(history),),
    )


def _run(fact: Fact, address: Address, book: Book) -> Finding:
    """Return whether growth had one sign over as many periods as are claimed."""
    length = int(fact.claim.amount)
    rates = []
    period = address.cell.period
    for _ in range(length):
        cell = address.cell.at(period=period)
        rates.append((period, said(book, addressed("growth", cell, since="year"))))
        try:
            period = period.before(STEP[fact.unit])
        except BadPeriod:
            return _not_known(fact, address)
    known = [(p, f) for p, f in rates if f is not None]
    if not known:
        return _not_known(fact, address)
    sign = 1 if known[0][1].value > 0 else -1
    broken = [(p, f) for p, f in known if f.interval.sign == -sign and f.evidence != "press"]
    line = ", ".join(f"{p} {brief(f)}" for p, f in known)
    evidence = tuple(_evidence(f) for _, f in known[:3])
    if broken:
        return Finding(fact.id, CONTRADICTED, line, address, (_evidence(broken[0][1], "excludes"),))
    firm = len(known) == length and all(f.evidence != "press" for _, f in known)
    return Finding(fact.id, SUPPORTED if firm else NOT_ENOUGH_DATA, line, address, evidence)


def _not_known(fact: Fact, address: Address, now: Figure | None = None) -> Finding:
    line = "nothing earlier to set it against" if now else "no figure of this trade is known"
    evidence = (_evidence(now),) if now else ()
    return Finding(fact.id, NOT_ENOUGH_DATA, line, address, evidence)
