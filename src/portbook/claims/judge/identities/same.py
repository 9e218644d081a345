"""One figure stated twice, and runs of rises or falls that a rate breaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from portbook.claims.judge.amounts import span_words, verb
from portbook.claims.judge.fact import GROWTHS, SINCE, Fact, Facts
from portbook.claims.judge.tie import Tie, decided

SAID_TWICE = ("level", "share", "contribution_share", "contribution_pp", *SINCE)
SEVERAL = 3
"""Of so many digits one alone may be a misprint; of fewer it is another number."""
STEPS = {"consecutive_month": "month", "consecutive_quarter": "quarter", "consecutive_year": "year"}


def same(facts: Facts) -> Iterator[Tie]:
    """Iterate over figures that are stated twice, and over runs that a rate breaks."""
    for a, b in combinations(facts.of(*SAID_TWICE, that=lambda f: f.days is not None), 2):
        if _one_figure(a, b) and not _of_two_things(facts, a):
            yield _agree(a, b, sure=_slip(a, b) or _in_a_title(facts, a) != _in_a_title(facts, b))
    for run in facts.of("ordinal", that=lambda f: f.unit in STEPS):
        yield from _broken(facts, run)


def _one_figure(a: Fact, b: Fact) -> bool:
    return bool(
        a.measure == b.measure
        and a.scope == b.scope
        and a.days == b.days
        and a.unit == b.unit
        and a.basis == b.basis
        and a.currency == b.currency
        and a.plain
        and a.flow
        and _one_source(a, b)
    )


def _of_two_things(facts: Facts, rate: Fact) -> bool:
    """Return whether a rate may be of either of two sizes: trains and boxes, value and tonnage."""
    sizes = facts.of("level", "count", that=lambda f: f.scope == rate.scope and f.when(rate))
    kinds = {"money" if f.money else f.unit for f in sizes}
    return rate.unit == "percent" and len(kinds) > 1


def _one_source(a: Fact, b: Fact) -> bool:
    """Return whether nobody is said to count differently."""
    mine, theirs = a.claim.attribution, b.claim.attribution
    whole = {(f.link.whole if f.link else "") for f in (a, b)}
    return (mine == theirs or not mine or not theirs) and len(whole) == 1


def _slip(a: Fact, b: Fact) -> bool:
    """Return whether two numbers differ as misprints do: digits swapped, one digit, the scale."""
    mine, theirs = (f.claim.value.lstrip("-").replace(".", "") for f in (a, b))
    if sorted(mine) == sorted(theirs):
        return True
    wrong = sum(x != y for x, y in zip(mine, theirs, strict=False))
    return len(mine) == len(theirs) >= SEVERAL and wrong == 1


def _in_a_title(facts: Facts, one: Fact) -> bool:
    """Return whether a claim stands in a headline of its own, or in a quoted one."""
    start, end = one.claim.span
    head = facts.text.partition("\n")[0]
    if len(head) < len(facts.text) and end <= len(head) and head[-1:] not in ".。!?":
        return True
    before, after = facts.text[:start], facts.text[end:]
    return "headed" in before[-60:] and '"' in before[-60:] and '"' in after[:60]


def _agree(a: Fact, b: Fact, *, sure: bool) -> Tie:
    line = (
        f"{span_words(a.amount, a.claim)} {verb(a.amount, b.amount)} "
        f"{span_words(b.amount, b.claim)}"
    )
    return decided("same", {"a": a, "b": b}, line, holds=a.amount.meets(b.amount), sure=sure)


def _broken(facts: Facts, run: Fact) -> Iterator[Tie]:
    """Iterate over rates inside a run that point the other way."""
    if run.days is None or _of_a_mark(facts, run):
        return
    rates = [f for f in facts.of(*GROWTHS) if f.scope == run.scope and f.plain and f.days]
    step = STEPS[run.unit]
    length = int(run.claim.amount)
    for now in (f for f in rates if f.days == run.days and f.amount.sign):
        days = now.days
        for _ in range(length - 1):
            days = days.before(step) if days else None
            for other in rates:
                if other.days == days and _against(other, now):
                    line = (
                        f"{other.claim.value}% lies inside the run that {now.claim.value}% goes on"
                    )
                    yield decided("streak", {"streak": run, "against": other}, line, holds=False)


def _against(other: Fact, now: Fact) -> bool:
    alike = other.since == now.since and other.basis == now.basis
    return alike and other.amount.sign == -now.amount.sign


def _of_a_mark(facts: Facts, run: Fact) -> bool:
    """Return whether the run is one of levels above a mark, not of growth."""
    marks = facts.of("level", that=lambda f: f.claim.hedge == "over" and f.scope == run.scope)
    return any(mark.days == run.days for mark in marks)
