"""What a text implies without saying it: the bounds of figures that follow from its own numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from portbook.claims.judge.amounts import bounds_words, per_unit, span_words
from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.span import Span
from portbook.claims.judge.tie import INCONSISTENT, NEEDS_DATA, Derived, Tie
from portbook.nomenclature.labels import label

FLOW = {"export": "exports", "import": "imports", "total": "trade", "balance": "the balance"}
WIDE = Fraction(1, 2)
"""Bounds further apart than this part of their size say nothing."""


@dataclass(frozen=True, slots=True)
class Implied:
    """One figure that a text implies.

    Parameters
    ----------
    what
        The figure, in words.
    bounds
        Its exact bounds, rounded outward, in words.
    formula
        The arithmetic, with the numbers as printed.
    claims
        The claims it rests on.
    low, high, unit
        The bounds themselves.
    says
        The claim that says otherwise, if any.
    """

    what: str
    bounds: str
    formula: str
    claims: tuple[str, ...]
    low: Fraction | None
    high: Fraction | None
    unit: str
    says: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the figure as ``check --json`` prints it."""
        return {
            "what": self.what,
            "low": None if self.low is None else float(self.low),
            "high": None if self.high is None else float(self.high),
            "unit": self.unit,
            "formula": self.formula,
            "claims": list(self.claims),
            "claimed_otherwise": self.says or None,
        }


def unsaid(
    facts: Facts, ties: tuple[Tie, ...], wrong: frozenset[str] = frozenset()
) -> tuple[Implied, ...]:
    """Return what a text implies; nothing rests on a claim that is known to be wrong.

    Parameters
    ----------
    facts, ties
        The claims and what holds them together.
    wrong
        The claims that the ledger contradicts; the others tell what they should have been.
    """
    by_id = {fact.id: fact for fact in facts.all}
    found = [row for tie in ties for row in _rows(tie, by_id, wrong)]
    unique = {(row.what, row.bounds): row for row in found}
    return tuple(unique.values())


def _rows(tie: Tie, by_id: dict[str, Fact], wrong: frozenset[str]) -> Iterator[Implied]:
    at_fault = [each for each in tie.claims if each in wrong]
    if tie.verdict == INCONSISTENT:
        for one in tie.derived:
            if at_fault == [one.about] and one.formula:
                yield _corrected(one, tie, by_id[one.about])
    elif at_fault:
        return
    elif tie.verdict == NEEDS_DATA:
        yield from (_row(one, tie, by_id) for one in tie.derived if _tells(one))
    elif tie.identity == "conversion" and len(tie.claims) == 2:
        yield _rate(tie, by_id)


def _corrected(one: Derived, tie: Tie, fact: Fact) -> Implied:
    """Return what a contradicted claim would have to be by the others."""
    thing = _thing(fact)
    rate = {"growth": "Growth of ", "share": "Share of "}.get(fact.measure.partition("_")[0], "")
    text = f"{rate}{thing}, {fact.claim.period}"
    return Implied(
        text[0].upper() + text[1:],
        bounds_words(one.low, one.high, one.unit),
        one.formula,
        tuple(each for each in tie.claims if each != fact.id),
        one.low,
        one.high,
        one.unit,
        fact.id,
    )


def _tells(one: Derived) -> bool:
    """Return whether bounds are narrow enough to be worth a line."""
    if one.low is None or one.high is None:
        return False
    return one.unit == "percent" or one.high - one.low <= WIDE * max(abs(one.low), abs(one.high))


def _row(one: Derived, tie: Tie, by_id: dict[str, Fact]) -> Implied:
    about = by_id[one.about or tie.claims[0]]
    return Implied(
        _what(one, about),
        bounds_words(one.low, one.high, one.unit),
        one.formula,
        tie.claims,
        one.low,
        one.high,
        one.unit,
    )


def _rate(tie: Tie, by_id: dict[str, Fact]) -> Implied:
    a, b = (by_id[each] for each in tie.claims)
    low, high = (a.size / b.size).low, (a.size / b.size).high
    return Implied(
        "Exchange rate behind the conversion",
        f"{span_words(a.size / b.size, finer=0)} {per_unit(a.unit, b.unit)}",
        f"{a.claim.value} \u00f7 {b.claim.value}",
        tie.claims,
        low,
        high,
        "rate",
    )


def _what(one: Derived, about: Fact) -> str:
    """Return what a derived figure is, in words."""
    back = one.role.startswith("prev")
    when = _earlier(about) if back else about.claim.period or ""
    part, flow, place = _part(about), FLOW.get(about.flow, "the whole"), _of_place(about)
    grown = f"the growth of {flow}{place} owed to {part}"
    words = {
        "previous_share": f"Share of {part} in {flow}{place}",
        "part_share": f"Share of {part} in {flow}{place}",
        "prev": f"{'Share' if about.measure == 'share' else 'Growth'} of {_thing(about)}",
        "whole": f"All of which {_thing(about)} is a part",
        "contribution_share": f"Share of {grown}",
        "contribution_pp": f"Points of {grown}",
        "import_growth": f"Growth of imports{place}",
        "export_growth": f"Growth of exports{place}",
        "import": f"Imports{place}",
        "export": f"Exports{place}",
        "balance": f"Trade balance{place}",
    }
    plain = words.get(one.role, _thing(about))
    text = f"{plain}, {when}" if when else plain
    return text[0].upper() + text[1:]


def _part(fact: Fact) -> str:
    """Return what a share is of: the product or the partner."""
    if fact.claim.product:
        return fact.claim.product
    return _name(fact.partner, fact.claim.partner) or FLOW.get(fact.flow, fact.unit)


def _thing(fact: Fact) -> str:
    """Return the trade of a claim: exports of electric vehicles (China)."""
    product = fact.claim.product
    flow = FLOW.get(fact.flow, "")
    words = " of ".join(each for each in (flow, product) if each) or fact.unit
    partner = f" with {_name(fact.partner, fact.claim.partner)}" if fact.partner else ""
    return words + partner + _of_place(fact)


def _of_place(fact: Fact) -> str:
    name = _name(fact.reporter, fact.claim.reporter)
    return f" ({name})" if name else ""


def _name(code: str, said: str | None) -> str:
    if not code:
        return said or ""
    found = label(code)
    return (said or code) if found == code else found


def _earlier(fact: Fact) -> str:
    since = fact.since or "year"
    days = fact.days.before(since) if fact.days else None
    if days is None:
        days = fact.days.before("year") if fact.days else None
    return _text(days)


def _text(days: Span | None) -> str:
    if days is None:
        return ""
    return str(days.period) if days.period is not None else f"{days.first}/{days.last}"
