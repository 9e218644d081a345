"""What cannot be larger: parts than wholes, months than years, the peak that a record beat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from portbook.claims.judge.amounts import span_words
from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.identities.split import narrower
from portbook.claims.judge.tie import INCONSISTENT, Tie, decided
from portbook.errors import ZeroDivisor
from portbook.figures.bound import bound
from portbook.figures.term import name
from portbook.quantities import Interval

TOPS = re.compile(r"\b(surpass|topp|beat|exceed|eclips|overt)\w*|超过|超越", re.IGNORECASE)
"""Words that set a level above an earlier one."""
SUMMED = ("export", "import", "total")


def order(facts: Facts) -> Iterator[Tie]:
    """Iterate over thresholds, records and levels that one may not exceed."""
    yield from _thresholds(facts)
    yield from _records(facts)
    yield from (tie for tie in _parts(facts) if tie.verdict == INCONSISTENT)


def _above(greater: Fact, lesser: Fact, *, sure: bool = True) -> Tie:
    """Return whether one level can be at least another."""
    low, high = lesser.amount.low, greater.amount.high
    holds = low is None or high is None or high >= low
    line = (
        f"{span_words(greater.amount, greater.claim)} is "
        f"{'no less' if holds else 'less'} than {span_words(lesser.amount, lesser.claim)}"
    )
    return decided("order", {"greater": greater, "lesser": lesser}, line, holds=holds, sure=sure)


def _parts(facts: Facts) -> Iterator[Tie]:
    levels = facts.of("level", that=lambda f: f.plain and f.flow in SUMMED and f.days is not None)
    for whole in levels:
        for part in levels:
            alike = part.unit == whole.unit and part.adjusted == whole.adjusted
            if part is whole or not alike or part.amount.sign < 0 or part.unit == "index":
                continue
            if (part.days == whole.days and _inside(part, whole)) or (
                part.scope == whole.scope and _sooner(part, whole)
            ):
                yield _above(whole, part)


def _inside(part: Fact, whole: Fact) -> bool:
    if narrower(part, whole):
        return not whole.product or part.product == whole.product
    return part.trade == whole.trade and whole.flow == "total" and part.flow in SUMMED[:2]


def _sooner(part: Fact, whole: Fact) -> bool:
    """Return whether a stretch lies strictly inside another."""
    return (
        part.days is not None
        and whole.days is not None
        and (part.days != whole.days and part.days.inside(whole.days))
    )


def _records(facts: Facts) -> Iterator[Tie]:
    for record in facts.of("record"):
        levels = [f for f in facts.of("level") if f.scope == record.scope and f.plain]
        now = [f for f in levels if f.days == record.days and f.unit != "index"]
        for level in facts.near(record, now)[:1]:
            for peak in levels:
                if _beaten(peak, level):
                    high = not record.claim.value.startswith("-")
                    yield _above(level, peak) if high else _above(peak, level)
    yield from _topped(facts)
    for level in facts.of("level", that=lambda f: f.claim.hedge is None and f.plain):
        for mark in facts.of("level", that=lambda f: f.claim.hedge == "over"):
            if level.scope == mark.scope and level.when(mark) and level.unit == mark.unit:
                yield _above(level, mark)


def _topped(facts: Facts) -> Iterator[Tie]:
    """Iterate over levels that are said to pass an earlier one."""
    levels = facts.of("level", that=lambda f: f.plain)
    for level, peak in pairwise(levels):
        between = facts.text[level.claim.span[1] : peak.claim.span[0]]
        if level.scope == peak.scope and _beaten(peak, level) and TOPS.search(between):
            yield _above(level, peak)


def _beaten(peak: Fact, level: Fact) -> bool:
    return (
        peak.unit == level.unit
        and peak.days is not None
        and level.days is not None
        and peak.days.last < level.days.first
        and (peak.days.last - peak.days.first).days // 27
        == (level.days.last - level.days.first).days // 27
    )


def _thresholds(facts: Facts) -> Iterator[Tie]:
    for mark in facts.of("threshold", that=lambda f: f.days is not None):
        for level in facts.near(mark, facts.of("level", "count"))[:]:
            if level.scope != mark.scope or level.unit != mark.unit or not level.when(mark):
                continue
            if mark.apart(level) <= 1:
                yield _passed(facts, mark, level)
            break


def _passed(facts: Facts, mark: Fact, level: Fact) -> Tie:
    """Return whether a level lies above a mark that the one before did not reach."""
    at = mark.claim.amount
    roles = {"level": level, "threshold": mark}
    above = level.amount.high is None or level.amount.high >= at
    words = f"{span_words(level.amount, level.claim)} is {'above' if above else 'below'} the mark"
    before = None if level.days is None else level.days.before("year")
    for previous in facts.of("level", that=lambda f: f.scope == level.scope and f.days == before):
        if previous.unit == level.unit and previous.plain:
            roles["previous"] = previous
            return _twice(roles, words, previous.amount, at, above=above)
    for rate in facts.of("growth_yoy", that=lambda f: f.scope == level.scope and f.when(level)):
        if rate.basis in ("", "sa") and rate.currency in ("", level.currency):
            roles["growth"] = rate
            try:
                back = bound(name("l") / (1 + name("g")), {"l": level.amount, "g": rate.amount})
            except ZeroDivisor:
                continue
            return _twice(roles, words, back, at, above=above)
    return decided("threshold", roles, words, holds=above)


def _twice(roles: dict[str, Fact], words: str, before: Interval, at: object, *, above: bool) -> Tie:
    below = before.low is None or before.low <= at  # type: ignore[operator]
    shown = span_words(before, roles["level"].claim)
    line = f"{words}; {shown} the year before is {'not above' if below else 'above'} it"
    return decided("threshold", roles, line, holds=above and below)
