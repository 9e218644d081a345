"""Differences of two shares or two rates, in points."""

from __future__ import annotations

from collections.abc import Iterator

from portbook.claims.judge.fact import GROWTHS, Fact, Facts
from portbook.claims.judge.identities.share import wider
from portbook.claims.judge.tie import Tie, implied, settled, weighed
from portbook.figures.term import name


def points(facts: Facts) -> Iterator[Tie]:
    """Iterate over changes in points and the shares or rates that they part."""
    for gap in facts.of("pp_change", that=lambda f: f.days is not None):
        tie = settled(_gaps(facts, gap))
        if tie is not None:
            yield tie


def _gaps(facts: Facts, gap: Fact) -> Iterator[Tie | None]:
    rates = facts.near(gap, facts.of("share", *GROWTHS))
    mine = [f for f in rates if f.scope == gap.scope and f.when(gap) and f.plain]
    for now in mine:
        before = list(_before(rates, now))
        for prev in before:
            roles = {"now": now, "prev": prev, "pp": gap}
            tight = len(before) == 1 and len(mine) == 1
            yield weighed("pp_change", roles, "pp", name("now") - name("prev"), sure=tight)
    for now in mine[:1]:
        wanted = {"prev": (name("now") - name("pp"), "percent")}
        yield implied("pp_change", {"now": now, "pp": gap}, wanted, now.id)


def _before(rates: list[Fact], now: Fact) -> Iterator[Fact]:
    """Iterate over the rates that one may be compared with: earlier, or of the whole."""
    for other in rates:
        if other is now or other.measure != now.measure or other.basis != now.basis:
            continue
        if other.currency != now.currency:
            continue
        if (other.scope == now.scope and other.days and now.days and other.days < now.days) or (
            other.when(now) and now.measure != "share" and wider(now, other) == 2
        ):
            yield other
