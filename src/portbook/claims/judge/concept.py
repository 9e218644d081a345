"""Whether a figure of the ledger and a claim are of one concept, so that they may contradict."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.read.lexicon import table
from portbook.figures.figure import Figure

COMPILERS = frozenset({"World Trade Organization"})
"""Offices that put others' figures on concepts of their own (valuation, coverage)."""
SERVICES = re.compile(r"\bservices\b|服务", re.IGNORECASE)
RAW = re.compile(
    r"customs.basis|census basis|unadjusted|original terms|before seasonal", re.IGNORECASE
)
YEAR = 12
UNLIKE = Fraction(3)
"""A level so many times another is no misprint of it."""
SLIPS = (10, 100, 1000, 10_000)


def otherwise(figure: Figure, fact: Fact, facts: Facts) -> str:
    """Return why a figure cannot contradict a claim; nothing where it can."""
    return _of_the_figure(figure, fact) or _of_the_text(figure, fact, facts)


def _of_the_figure(figure: Figure, fact: Fact) -> str:
    if figure.across:
        return "joined across issues, so compared only"
    if any(one.publication.office in COMPILERS for one in figure.prints):
        return "an international compilation counts otherwise than the office, so compared only"
    if fact.basis == "first":
        return "the text itself says that it was revised since"
    if _far(figure, fact):
        return "so far from it that the text may mean another trade"
    return ""


def _of_the_text(figure: Figure, fact: Fact, facts: Facts) -> str:
    raw = RAW.search(facts.text)
    if not fact.product and SERVICES.search(facts.text):
        return "the text speaks of services too, the ledger of goods"
    concept = headlines().get(fact.reporter)
    if concept and not raw and not fact.product and not fact.partner:
        return f"headlines of this country mostly mean {concept}"
    if not fact.adjusted and not raw and _seasonal(figure, fact):
        return "the text does not say whether its figure is seasonally adjusted"
    if _said_twice(fact, facts):
        return "the text gives two figures for this, so one may be of another period"
    return ""


@cache
def headlines() -> dict[str, str]:
    """Return what the headline trade figures of a country mean, where that is not goods trade."""
    return {row["reporter"]: row["concept"] for row in table("headlines.csv")}


def _seasonal(figure: Figure, fact: Fact) -> bool:
    """Return whether a raw figure stands beside what is mostly published adjusted."""
    if fact.since in ("month", "quarter") or (
        fact.link and fact.link.since in ("month", "quarter")
    ):
        return True
    return figure.evidence == "records" and figure.cell.period.months < YEAR


def _far(figure: Figure, fact: Fact) -> bool:
    """Return whether two levels are of unlike size, and not by a slip of the scale."""
    if fact.measure != "level" or not figure.value or not fact.claim.amount:
        return False
    ratio = abs(fact.claim.amount / figure.value)
    size = figure.interval if figure.value > 0 else -figure.interval
    slipped = any(
        fact.size.scaled(slip).meets(size)
        for power in SLIPS
        for slip in (Fraction(power), 1 / Fraction(power))
    )
    return not 1 / UNLIKE < ratio < UNLIKE and not slipped


def _said_twice(fact: Fact, facts: Facts) -> bool:
    return any(
        other is not fact
        and other.scope == fact.scope
        and other.when(fact)
        and (other.unit, other.currency) == (fact.unit, fact.currency)
        and not other.amount.meets(fact.amount)
        for other in facts.of(fact.measure)
    )
