"""Quotients of levels: unit values, averages of months or working days, ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.tie import Tie, settled, weighed
from portbook.figures.term import name, term
from portbook.quantities import Interval

WEIGHTS = {"kg": Fraction(1), "tonne": Fraction(1000)}
DAYS = re.compile(r"([\d.]+)\s+(?:working|business)\s+days|([\d.]+)\s*个工作日")
A_DAY = re.compile(r"\b(?:daily|(?:per|a|each) (?:working )?day)\b|日均|每日|每天", re.IGNORECASE)
A_MONTH = re.compile(r"\b(?:monthly|(?:per|a|each) month)\b|月均|每月", re.IGNORECASE)
REACH = 60


def quotient(facts: Facts) -> Iterator[Tie]:
    """Iterate over unit values, means and ratios."""
    for price in facts.of("price", that=lambda f: "/" in f.unit):
        tie = settled(_unit_value(facts, price))
        if tie is not None:
            yield tie
    for average in facts.of("level", "count", that=lambda f: f.basis == "average"):
        tie = settled(_mean(facts, average))
        if tie is not None:
            yield tie
    for ratio in facts.of("ratio"):
        tie = settled(_ratio(facts, ratio))
        if tie is not None:
            yield tie


def _unit_value(facts: Facts, price: Fact) -> Iterator[Tie | None]:
    money, _, thing = price.unit.partition("/")
    levels = [f for f in facts.of("level") if f.when(price) and f.plain]
    levels = [f for f in facts.near(price, levels) if f.product == price.product]
    for value in (f for f in levels if f.unit == money):
        for quantity in (f for f in levels if not f.money and f.scope == value.scope):
            factor = _per(quantity.unit, thing)
            if factor is not None:
                roles = {"value": value, "quantity": quantity, "price": price}
                right = name("value") / (name("quantity") * term(factor))
                yield weighed("unit_value", roles, "price", right)


def _per(unit: str, thing: str) -> Fraction | None:
    """Return how many of one unit another makes."""
    if unit == thing:
        return Fraction(1)
    if unit in WEIGHTS and thing in WEIGHTS:
        return WEIGHTS[unit] / WEIGHTS[thing]
    return None


def _mean(facts: Facts, average: Fact) -> Iterator[Tie | None]:
    start, end = average.claim.span
    around = facts.text[max(0, start - REACH) : end + REACH]
    for number in _divisors(facts, average, around):
        for whole in facts.near(average, facts.of(average.measure)):
            same = whole.scope == average.scope and whole.unit == average.unit
            if same and whole.when(average) and whole.plain:
                yield weighed(
                    "mean",
                    {"total": whole, "average": average},
                    "average",
                    name("total") / name("n"),
                    given={"n": Interval.exactly(number)},
                )


def _divisors(facts: Facts, average: Fact, around: str) -> Iterator[Fraction]:
    """Iterate over how many months or days an average may be of."""
    period = average.days.period if average.days else None
    if A_MONTH.search(around) and period is not None:
        yield Fraction(period.months)
    elif A_DAY.search(around) and average.days is not None:
        for found in DAYS.finditer(facts.text):
            yield Fraction((found[1] or found[2]).strip("."))
        length = (average.days.last - average.days.first).days + 1
        if not DAYS.search(facts.text) and "working" not in around:
            yield Fraction(length)


def _ratio(facts: Facts, ratio: Fact) -> Iterator[Tie | None]:
    """Iterate over the two figures that a ratio may be of; it must be plain which."""
    over = facts.near(ratio, facts.of("level", "growth_yoy", "count"))
    mine = [f for f in over if f.scope == ratio.scope and f.when(ratio) and f.plain]
    for top in mine:
        for bottom in over:
            if bottom is top or bottom.measure != top.measure or bottom.unit != top.unit:
                continue
            if _compared(top, bottom):
                roles = {"numerator": top, "denominator": bottom, "ratio": ratio}
                sure = len(mine) == 1 and _neighbours(ratio, top, bottom)
                yield weighed(
                    "ratio", roles, "ratio", name("numerator") / name("denominator"), sure=sure
                )


def _neighbours(*facts: Fact) -> bool:
    lines = {fact.link.sentence for fact in facts if fact.link}
    return len(lines) == 1


def _compared(top: Fact, bottom: Fact) -> bool:
    """Return whether a figure is one that another is naturally set against."""
    differ = [
        top.days != bottom.days,
        top.reporter != bottom.reporter,
        top.basis != bottom.basis,
        (top.partner, top.product) != (bottom.partner, bottom.product),
    ]
    return sum(differ) == 1 and top.flow == bottom.flow
