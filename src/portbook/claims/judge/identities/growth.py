"""Level, level before, change and growth: any three of them tie the fourth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from portbook.claims.judge.fact import GROWTHS, Fact, Facts, firm
from portbook.claims.judge.tie import (
    CONSISTENT,
    INCONSISTENT,
    Tie,
    decided,
    implied,
    settled,
    weighed,
)
from portbook.figures.term import name

FOUR = ("level", "previous", "change", "growth")
SIZES = ("level", "count", "price")
RATE = name("level") / name("previous") - 1
OF_CHANGE = name("change") / (name("level") - name("change"))
DIFFERENCE = name("level") - name("previous")


def growth(facts: Facts) -> Iterator[Tie]:
    """Iterate over the ties of levels, changes and rates of one trade."""
    used: set[str] = set()
    full: set[str] = set()
    for rate in facts.of(*GROWTHS, that=lambda f: f.days is not None):
        tie = settled(_of_rate(facts, rate))
        if tie is not None:
            used.update(tie.claims)
            full.update(tie.claims if len(tie.claims) == len(FOUR) else ())
            yield tie
    for change in facts.of("change", that=lambda f: f.plain and f.id not in full):
        tie = settled(_of_change(facts, change))
        if tie is not None and (change.id not in used or tie.verdict == CONSISTENT):
            yield tie


def _of_rate(facts: Facts, rate: Fact) -> Iterator[Tie | None]:
    """Iterate over what one rate may be meant with, the nearest levels first."""
    if rate.basis in ("forecast", "target", "first") or not rate.since:
        return
    levels = firm(f for f in facts.near(rate, facts.of(*SIZES)) if grows(f, rate))
    for level in levels:
        yield from _with_level(facts, rate, level)
    if not levels:
        yield _without_level(facts, rate)


def grows(level: Fact, rate: Fact) -> bool:
    """Return whether a rate may be the growth of a level."""
    if level.scope != rate.scope or not level.when(rate) or level.amount.sign == 0:
        return False
    if level.basis not in ("", "sa", rate.basis) or (rate.basis == "average") != (
        level.basis == "average"
    ):
        return False
    if rate.basis == "volume":
        return not level.money
    return not rate.currency or rate.currency == level.currency


def _with_level(facts: Facts, rate: Fact, level: Fact) -> Iterator[Tie | None]:
    before = [] if rate.basis == "comparable" else _before(facts, level, rate.since)
    changes = [] if rate.basis == "comparable" else _changes(facts, level, rate)
    rival = any(
        f.scope == rate.scope and f.when(rate) and f.since != rate.since for f in facts.of(*GROWTHS)
    )
    nothing: list[Fact | None] = [None]
    for previous, change in product(before or nothing, changes or nothing):
        sure = change is None or (not rival and change.apart(level) == 0)
        yield _tie(level, rate, previous, change, sure=sure)
    if changes and before:
        for previous in before:
            yield _tie(level, rate, previous, None)
    if changes:
        yield _tie(level, rate, None, None)


def _before(facts: Facts, level: Fact, since: str) -> list[Fact]:
    """Return the levels that this one may be compared with, the nearest first."""
    days = None if level.days is None else level.days.before(since)
    found = facts.of(
        level.measure,
        that=lambda f: (
            f.days == days
            and f.scope == level.scope
            and f.unit == level.unit
            and f.adjusted == level.adjusted
            and f.basis in ("", "sa", level.basis)
            and f.amount.sign == level.amount.sign
        ),
    )
    return [] if days is None else facts.near(level, found)


def _changes(facts: Facts, level: Fact, rate: Fact | None = None) -> list[Fact]:
    found = facts.of(
        "change",
        that=lambda f: (
            f.scope == level.scope
            and f.when(level)
            and f.unit == level.unit
            and f.plain
            and (rate is None or f.link is None or f.link.since in ("", rate.since, "year"))
        ),
    )
    return facts.near(rate or level, found)


def _tie(
    level: Fact, rate: Fact, previous: Fact | None, change: Fact | None, *, sure: bool = True
) -> Tie | None:
    if previous is not None and change is not None:
        return _four(level, rate, previous, change)
    if previous is not None:
        roles = {"level": level, "previous": previous, "growth": rate}
        return weighed("growth", roles, "growth", RATE, sure=sure)
    if change is not None:
        roles = {"level": level, "change": change, "growth": rate}
        return weighed("growth", roles, "growth", OF_CHANGE, sure=sure)
    wanted = {"previous": (name("level") / (1 + name("growth")), level.unit)}
    return implied("growth", {"level": level, "growth": rate}, wanted, level.id)


def _four(level: Fact, rate: Fact, previous: Fact, change: Fact) -> Tie | None:
    """Return the tie of all four: any three of them must meet."""
    roles = {"level": level, "previous": previous, "change": change, "growth": rate}
    three = [
        weighed("growth", _but(roles, "change"), "growth", RATE),
        weighed("growth", _but(roles, "growth"), "change", DIFFERENCE),
        weighed("growth", _but(roles, "previous"), "growth", OF_CHANGE),
    ]
    known = [tie for tie in three if tie is not None]
    broken = next((tie for tie in known if tie.verdict == INCONSISTENT), None)
    if not known:
        return None
    line = (broken or known[0]).arithmetic
    return decided("growth", roles, line, holds=broken is None)


def _but(roles: dict[str, Fact], role: str) -> dict[str, Fact]:
    return {each: fact for each, fact in roles.items() if each != role}


def _without_level(facts: Facts, rate: Fact) -> Tie | None:
    """Return what a rate implies with its change or the level before, where no level is given."""
    if rate.basis == "comparable" or rate.amount.sign == 0 or rate.days is None:
        return None
    for change in facts.near(rate, facts.of("change")):
        if change.scope == rate.scope and change.when(rate) and change.plain:
            wanted = {
                "previous": (name("change") / name("growth"), change.unit),
                "level": (name("change") / name("growth") + name("change"), change.unit),
            }
            return implied("growth", {"change": change, "growth": rate}, wanted, rate.id)
    days = rate.days.before(rate.since)
    for previous in facts.near(rate, facts.of(*SIZES)):
        same = previous.scope == rate.scope and previous.days == days and previous.plain
        alike = not rate.currency or rate.currency == previous.currency
        if same and alike and days is not None and (previous.money or rate.basis == "volume"):
            wanted = {"level": (name("previous") * (1 + name("growth")), previous.unit)}
            return implied("growth", {"previous": previous, "growth": rate}, wanted, rate.id)
    return None


def _of_change(facts: Facts, change: Fact) -> Iterator[Tie | None]:
    """Iterate over what a change without a rate may be meant with."""
    for level in facts.near(change, facts.of("level", "count")):
        same = level.scope == change.scope and level.when(change) and level.unit == change.unit
        if not same or not level.plain:
            continue
        found = [p for since in ("year", "month", "quarter") for p in _before(facts, level, since)]
        found += _turned(facts, level)
        if not found:
            found = _ever(facts, level)
        for previous in facts.near(level, found):
            roles = {"level": level, "previous": previous, "change": change}
            yield weighed("growth", roles, "change", DIFFERENCE, sure=len(found) == 1)
        if not found:
            wanted = {"previous": (name("level") - name("change"), level.unit)}
            yield implied("growth", {"level": level, "change": change}, wanted, level.id)


def _ever(facts: Facts, level: Fact) -> list[Fact]:
    """Return earlier levels of any day, for a text that compares with one of its own choice."""
    earlier = facts.of(
        level.measure,
        that=lambda f: f.scope == level.scope and f.unit == level.unit and f.plain,
    )
    return [f for f in earlier if f.days and level.days and f.days.last < level.days.first]


def _turned(facts: Facts, level: Fact) -> list[Fact]:
    """Return balances before that had the other sign: a difference still holds."""
    if level.flow != "balance" or level.days is None:
        return []
    days = {level.days.before(since) for since in ("year", "month", "quarter")} - {None}
    return facts.of(
        "level",
        that=lambda f: (
            f.days in days
            and f.scope == level.scope
            and f.unit == level.unit
            and f.plain
            and f.adjusted == level.adjusted
            and f.amount.sign == -level.amount.sign
        ),
    )
