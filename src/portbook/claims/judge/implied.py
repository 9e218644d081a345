"""What a text implies without saying it: the bounds of figures that follow from its own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from portbook.claims.judge.amounts import bounds_words
from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.span import Span
from portbook.claims.judge.tie import CONSISTENT, NEEDS_DATA, Derived, Tie
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
    """

    what: str
    bounds: str
    formula: str
    claims: tuple[str, ...]
    low: Fraction | None
    high: Fraction | None
    unit: str

    def to_json(self) -> dict[str, object]:
        """Return the figure as ``check --json`` prints it."""
        return {
            "what": self.what,
            "low": None if self.low is None else float(self.low),
            "high": None if self.high is None else float(self.high),
            "unit": self.unit,
            "formula": self.formula,
            "claims": list(self.claims),
        }


def unsaid(facts: Facts, ties: tuple[Tie, ...]) -> tuple[Implied, ...]:
    """Return what a text implies, the figures that say most first."""
    by_id = {fact.id: fact for fact in facts.all}
    found = []
    for tie in ties:
        if tie.verdict == NEEDS_DATA:
            found += [_row(one, tie, by_id) for one in tie.derived if _tells(one)]
        elif tie.identity == "conversion" and tie.verdict == CONSISTENT and len(tie.claims) == 2:
            found.append(_rate(tie, by_id))
    unique = {(row.what, row.bounds): row for row in found}
    return tuple(unique.values())


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
        f"{bounds_words(low, high, 'ratio')} {a.unit} a {b.unit}",
        f"{a.claim.value} \u00f7 {b.claim.value}",
        tie.claims,
        low,
        high,
        "rate",
    )


def _what(one: Derived, about: Fact) -> str:
    """Return what a derived figure is, in words."""
    when = (
        _earlier(about) if one.role.startswith(("previous", "prev")) else about.claim.period or ""
    )
    thing, whole = _thing(about), _whole(about)
    words = {
        "previous": thing,
        "previous_share": f"Share of {thing} in {whole}",
        "prev": f"Share of {thing}" if about.measure == "share" else f"Growth of {thing}",
        "part": thing,
        "whole": f"All of which {thing} is a part",
        "part_share": f"Share of {thing} in {whole}",
        "contribution_share": f"Share of the growth of {whole} owed to {thing}",
        "contribution_pp": f"Points of the growth of {whole} owed to {thing}",
        "import_growth": f"Growth of imports{_of_place(about)}",
        "export_growth": f"Growth of exports{_of_place(about)}",
        "level": thing,
    }
    flows = {"import": "Imports", "export": "Exports", "balance": "Trade balance"}
    plain = words.get(one.role) or flows.get(one.role, one.role) + _of_place(about)
    text = f"{plain}, {when}" if when else plain
    return text[0].upper() + text[1:]


def _thing(fact: Fact) -> str:
    """Return the trade of a claim: exports of electric vehicles of China."""
    product = fact.claim.product
    flow = FLOW.get(fact.flow, "")
    if flow:
        words = f"{flow} of {product}" if product else flow
    else:
        words = product or fact.unit
    partner = f" with {_name(fact.partner, fact.claim.partner)}" if fact.partner else ""
    return words + partner + _of_place(fact)


def _whole(fact: Fact) -> str:
    return FLOW.get(fact.flow, "the whole")


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
