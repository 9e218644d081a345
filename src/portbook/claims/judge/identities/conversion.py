"""One figure in two currencies: at a daily rate, and two such pairs at one rate."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from portbook.claims.judge.amounts import per_unit, span_words
from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.rates import allowed
from portbook.claims.judge.tie import Tie, decided, settled, weighed
from portbook.errors import ZeroDivisor
from portbook.figures.bound import bound
from portbook.figures.term import name
from portbook.quantities import Interval

CLOSE = 60
"""A figure in brackets stands no further from the one it converts."""
ONE_RATE = Interval(1 - Fraction(15, 1000), 1 + Fraction(15, 1000))
QUOTIENT = name("a") / name("b")


def conversion(facts: Facts) -> Iterator[Tie]:
    """Iterate over conversions, and over pairs of them."""
    pairs = list(converted(facts))
    for a, b in pairs:
        tie = settled(_rated(facts, a, b))
        if tie is not None:
            yield tie
    for (a1, b1), (a2, b2) in combinations(pairs, 2):
        if (a1.unit, b1.unit) == (a2.unit, b2.unit) and a1.when(a2):
            roles = {"a1": a1, "b1": b1, "a2": a2, "b2": b2}
            tie = _one_rate(roles)
            if tie is not None:
                yield tie


def converted(facts: Facts) -> Iterator[tuple[Fact, Fact]]:
    """Iterate over levels that are given again in another currency, right behind them."""
    levels = facts.of("level", "change", "price", that=lambda f: f.money)
    for a, b in pairwise(levels):
        same = a.scope == b.scope and a.days == b.days and a.measure == b.measure
        if same and a.unit != b.unit and a.far(b) <= CLOSE:
            yield a, b


def _rated(facts: Facts, a: Fact, b: Fact) -> Iterator[Tie | None]:
    for rate in facts.of("price", that=lambda f: f.unit == "rate"):
        if rate.days is None or rate.days == a.days:
            roles = {"a": a, "b": b, "rate": rate}
            yield weighed("conversion", roles, "rate", QUOTIENT, sure=False)
            yield weighed("conversion", roles, "rate", name("b") / name("a"), sure=False)
    if a.days is None:
        return
    try:
        implied = bound(QUOTIENT, {"a": a.size, "b": b.size})
    except ZeroDivisor:
        return
    daily = allowed(a.unit, b.unit, a.days, facts.published)
    if daily is None:
        return
    stands = "within" if implied.meets(daily) else "beside"
    line = (
        f"{a.claim.value} \u00f7 {b.claim.value} = {span_words(implied, finer=0)} "
        f"{per_unit(a.unit, b.unit)}, {stands} the daily rates {span_words(daily, finer=-1)}"
    )
    yield decided("conversion", {"a": a, "b": b}, line, holds=implied.meets(daily))


def _one_rate(roles: dict[str, Fact]) -> Tie | None:
    boxes = {role: fact.size for role, fact in roles.items()}
    try:
        twice = bound(name("a1") / name("b1") / (name("a2") / name("b2")), boxes)
        rates = [bound(QUOTIENT, {"a": boxes[f"a{at}"], "b": boxes[f"b{at}"]}) for at in (1, 2)]
    except ZeroDivisor:
        return None
    line = f"{span_words(rates[0])} and {span_words(rates[1])} for one rate"
    return decided("conversion_pair", roles, line, holds=twice.meets(ONE_RATE))
