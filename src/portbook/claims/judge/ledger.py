"""Claims against the ledger: what every publication known at the date says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from portbook.claims.judge.amounts import bounds_words, span_words, verb
from portbook.claims.judge.concept import otherwise
from portbook.claims.judge.fact import GROWTHS, Fact, Facts
from portbook.claims.judge.finding import (
    CONTRADICTED,
    NOT_ENOUGH_DATA,
    NOT_IDENTIFIABLE,
    OTHER_CONCEPT,
    REVISED_BASE,
    SUPPORTED,
    Evidence,
    Finding,
)
from portbook.claims.judge.history import judged
from portbook.claims.judge.known import TRUSTED, press, printed_by, trusted
from portbook.claims.judge.question import JUDGED, Question, Reading, question
from portbook.claims.judge.revision import across, rebased
from portbook.claims.judge.tie import CONSISTENT, NEEDS_DATA, Tie
from portbook.claims.judge.words import beside
from portbook.figures.book import Book
from portbook.figures.figure import Figure

Against = list[tuple[Reading, list[Figure]]]
SHOWN = 3
"""So many figures stand beside a claim at most."""
LOOKED_AT = 12
"""So many figures of one address are looked through for one that agrees."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a claim is judged with: the facts, the ties, and the book at the date."""

    facts: Facts
    ties: tuple[Tie, ...]
    book: Book

    def tied(self, fact: Fact, identity: str, verdict: str = CONSISTENT) -> Iterator[Tie]:
        """Iterate over the ties of one identity that a claim is part of."""
        for tie in self.ties:
            if tie.identity == identity and tie.verdict == verdict and fact.id in tie.claims:
                yield tie


def finding(fact: Fact, case: Case) -> Finding:
    """Return the verdict on one claim."""
    asked = question(fact, case.facts, case.book)
    if asked.unidentifiable:
        return _unidentifiable(asked)
    if not asked.readings:
        return Finding(fact.id, NOT_ENOUGH_DATA, own_numbers(fact, case), notes=(asked.refusal,))
    if fact.measure in JUDGED:
        return judged(fact, asked.readings[0].address, case.book)
    return _weighed(fact, asked, case)


def _unidentifiable(asked: Question) -> Finding:
    address = asked.readings[0].address if asked.readings else None
    return Finding(
        asked.fact.id,
        NOT_IDENTIFIABLE,
        "no figure can exist: no customs code tells these goods",
        address,
        notes=(asked.unidentifiable,),
    )


def _weighed(fact: Fact, asked: Question, case: Case) -> Finding:
    """Return the verdict of what offices and copies say, then of what the press says."""
    against: Against = []
    bracket = any(tie.claims.index(fact.id) for tie in case.tied(fact, "conversion"))
    for reading in asked.readings:
        seen: list[Figure] = []
        joined = reading.said and not bracket
        for figure in islice(trusted(case.book, reading.address, joined=joined), LOOKED_AT):
            if comparable(figure, fact):
                if figure.interval.meets(fact.claim.interval()):
                    return _supported(fact, reading, figure, case)
                seen.append(figure)
        against.append((reading, seen))
    return (
        _other_concept(fact, case)
        or _reported(fact, asked, against, case)
        or _excluded(fact, asked, against, case)
    )


def comparable(figure: Figure, fact: Fact) -> bool:
    """Return whether a figure counts in the unit of a claim."""
    unit = {"pp": "points"}.get(fact.unit, fact.unit)
    return figure.unit == unit or (unit, figure.unit) in ALIKE


ALIKE = {("vehicle", "unit"), ("unit", "set"), ("set", "unit"), ("ship", "unit")}
"""Counted things that one table calls otherwise than a newspaper."""


def shown(figure: Figure, fact: Fact) -> Evidence:
    """Return a figure as it stands beside a claim."""
    mine = fact.claim.interval()
    if figure.deduced:
        relation = verb(mine, figure.interval)
    else:
        relation = "contains" if mine.contains(figure.value) else verb(mine, figure.interval)
    return Evidence(figure, relation, beside(figure, fact.claim))


def _line(fact: Fact, evidence: Evidence) -> str:
    return f"{span_words(fact.amount, fact.claim)} {evidence.verb} {evidence.words}"


def _supported(fact: Fact, reading: Reading, figure: Figure, case: Case) -> Finding:
    rest = printed_by(case.book, reading.address, TRUSTED)
    mine = fact.claim.interval()
    agreeing = [f for f in rest if f is not figure and f.interval.meets(mine)]
    other = [f for f in rest if not f.interval.meets(mine) and comparable(f, fact)]
    evidence = [shown(f, fact) for f in (figure, *_distinct(figure, agreeing)[: SHOWN - 1])]
    notes = list(figure.notes)
    if figure.across:
        notes.insert(0, "joined across the issues of a series")
    if other:
        evidence.append(shown(other[0], fact))
        notes.append("another publication has a different figure")
    if reading.note:
        notes.insert(0, f"read {reading.note}")
    line = _line(fact, evidence[0]) + (f", {reading.note}" if reading.note else "")
    return Finding(fact.id, SUPPORTED, line, reading.address, tuple(evidence), notes=tuple(notes))


def _distinct(figure: Figure, others: list[Figure]) -> list[Figure]:
    seen = {figure.publication}
    return [f for f in others if not (f.publication in seen or seen.add(f.publication))]  # type: ignore[func-returns-value]


def _other_concept(fact: Fact, case: Case) -> Finding | None:
    """Return the verdict on a conversion that differs from the reporter's own figure."""
    if fact.measure != "level" or not fact.money:
        return None
    for tie in case.tied(fact, "conversion"):
        if tie.claims.index(fact.id) == 0:
            continue  # the level itself, not its conversion
        own = _own_figure(fact, case)
        if own is None:
            continue
        note = (
            "a conversion at a day's rate, not the statistics in that currency"
            f" ({_off(fact, own)} beside them)"
        )
        address = own.address
        return Finding(
            fact.id, OTHER_CONCEPT, tie.arithmetic, address, (shown(own, fact),), notes=(note,)
        )
    return None


def _own_figure(fact: Fact, case: Case) -> Figure | None:
    """Return the reporter's own figure in the currency of a conversion, if it differs."""
    asked = question(fact, case.facts, case.book)
    for reading in asked.readings:
        figures = [*islice(trusted(case.book, reading.address, joined=False), 2)]
        figures += islice(press(case.book, reading.address), SHOWN)
        differing = [f for f in figures if not f.interval.meets(fact.claim.interval())]
        if differing and len(differing) == len(figures):
            return differing[0]
    return None


def _off(fact: Fact, own: Figure) -> str:
    off = (fact.claim.amount / own.value - 1) * 100
    return f"{abs(float(off)):.1f}% {'less' if off < 0 else 'more'}"


def _reported(fact: Fact, asked: Question, against: Against, case: Case) -> Finding | None:
    """Return the verdict where the press alone has the claim's figure."""
    for reading in asked.readings:
        for figure in islice(press(case.book, reading.address), LOOKED_AT):
            if comparable(figure, fact) and figure.interval.meets(fact.claim.interval()):
                first = shown(figure, fact)
                notes = ["the press alone reports it"]
                if reading.note:
                    notes.append(reading.note)
                contrary = [f for _, seen in against for f in seen if not f.across]
                evidence = (first, *(shown(f, fact) for f in contrary[:1]))
                if contrary:
                    notes.append("an office's figure differs")
                return Finding(
                    fact.id,
                    NOT_ENOUGH_DATA,
                    _line(fact, first),
                    reading.address,
                    evidence,
                    reported=True,
                    notes=tuple(notes),
                )
    return None


def _excluded(fact: Fact, asked: Question, against: Against, case: Case) -> Finding:
    """Return the verdict where nothing that is known agrees."""
    first = asked.readings[0]
    one = [(r, f) for r, seen in against for f in seen if not otherwise(f, fact, case.facts)]
    if one and fact.measure in GROWTHS:
        for reading in asked.readings:
            old = rebased(case.book, reading.address, fact.claim.interval())
            if old is not None:
                line = f"{span_words(fact.amount, fact.claim)} meets {old.words}"
                inside = tuple(shown(f, fact) for _, seen in against for f in seen[:1])
                return Finding(
                    fact.id, REVISED_BASE, line, reading.address, inside, notes=(old.note,)
                )
    open_basis = [r for r, seen in against if not r.address.cell.basis and not seen]
    if one and not open_basis:
        address = one[0][0].address
        evidence = tuple(shown(f, fact) for _, f in one[:SHOWN])
        line = _line(fact, evidence[0])
        return Finding(fact.id, CONTRADICTED, line, address, evidence)
    return _undecided(fact, first, against, case)


def _undecided(fact: Fact, reading: Reading, against: Against, case: Case) -> Finding:
    """Return not enough data, with what can be set beside the claim all the same."""
    beside_it = [shown(f, fact) for _, seen in against for f in seen]
    notes = []
    line = own_numbers(fact, case)
    if beside_it:
        line = _line(fact, beside_it[0])
        notes.append(otherwise(beside_it[0].figure, fact, case.facts) or "basis not stated")
    else:
        compared = across(case.book, reading.address)
        if compared is not None:
            relation = verb(fact.claim.interval(), compared.over)
            line = f"{span_words(fact.amount, fact.claim)} {relation} {compared.words}"
            notes.append(compared.note)
        else:
            notes.append("no publication known at the date has it")
    evidence = tuple(beside_it[:SHOWN])
    return Finding(fact.id, NOT_ENOUGH_DATA, line, reading.address, evidence, notes=tuple(notes))


def own_numbers(fact: Fact, case: Case) -> str:
    """Return what the article's own numbers say where nothing else does."""
    for tie in case.ties:
        if tie.verdict == NEEDS_DATA and fact.id in tie.claims[-2:] and tie.derived:
            one = tie.derived[0]
            name = one.role.replace("_", " ")
            return f"{one.formula} = {bounds_words(one.low, one.high, one.unit)} ({name})"
    if fact.measure in JUDGED:
        return "nothing to set beside it"
    return f"{span_words(fact.amount, fact.claim)}; nothing to set beside it"


def later(found: Finding, fact: Fact, after: Book) -> Finding:
    """Return a finding with what was printed of its figure only after the date."""
    if found.address is None or fact.measure in JUDGED:
        return found
    new = [f for f in printed_by(after, found.address, TRUSTED) if comparable(f, fact)]
    return replace(found, later=tuple(shown(f, fact) for f in new[:2]))


def findings(facts: Facts, ties: tuple[Tie, ...], book: Book) -> tuple[Finding, ...]:
    """Return the verdict on every claim of a text, in its order."""
    case = Case(facts, ties, book)
    return tuple(finding(fact, case) for fact in facts.all)
