"""The growth of a whole from the levels and the growth of its two parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from portbook.claims.judge.fact import GROWTHS, Fact, Facts, firm
from portbook.claims.judge.identities.growth import grows
from portbook.claims.judge.identities.split import alike, splits
from portbook.claims.judge.tie import Tie, implied, settled, weighed
from portbook.figures.term import Term, name, total

P1, P2, G1, G2 = (name(each) for each in ("p1", "p2", "g1", "g2"))
WHOLE, RISE = name("t"), name("total")


def weighted(facts: Facts) -> Iterator[Tie]:
    """Iterate over the growth of total trade and of sums, weighted by their parts."""
    for whole, inside in _wholes(facts):
        tie = settled(_tied(facts, whole, inside))
        if tie is not None:
            yield tie


def _wholes(facts: Facts) -> Iterator[tuple[Fact, tuple[Fact | None, ...]]]:
    rates = facts.of(*GROWTHS, that=lambda f: f.rated and f.days is not None)
    for whole in rates:
        if whole.flow == "total":
            same = [f for f in rates if f.trade == whole.trade and alike(f, whole)]
            out = next((f for f in same if f.flow == "export"), None)
            back = next((f for f in same if f.flow == "import"), None)
            if out or back:
                yield whole, (out, back)
    for split in splits(facts, *GROWTHS):
        yield split.whole, split.parts


def _level(facts: Facts, rate: Fact) -> list[Fact]:
    return firm(f for f in facts.near(rate, facts.of("level", "count")) if grows(f, rate))


def _tied(facts: Facts, whole: Fact, rates: tuple[Fact | None, ...]) -> Iterator[Tie | None]:
    known = [rate for rate in rates if rate is not None]
    levels = [_level(facts, rate) for rate in known]
    if not all(levels):
        return
    if len(known) == len(rates):
        for sizes in product(*levels):
            if len({size.unit for size in sizes}) == 1:
                yield _whole_growth(whole, known, sizes)
        return
    for size in levels[0]:
        for both in _level(facts, whole):
            if both.unit == size.unit:
                yield _other_growth(whole, both, known[0], size)


def _whole_growth(whole: Fact, rates: list[Fact], sizes: tuple[Fact, ...]) -> Tie | None:
    roles = {"total": whole}
    for at, (rate, size) in enumerate(zip(rates, sizes, strict=True), 1):
        roles |= {f"p{at}": size, f"g{at}": rate}
    every = range(1, len(rates) + 1)
    now = total([name(f"p{at}") for at in every])
    before = total([name(f"p{at}") / (1 + name(f"g{at}")) for at in every])
    return weighed("weighted_growth", roles, "total", now / before - 1)


def _other_growth(whole: Fact, both: Fact, rate: Fact, size: Fact) -> Tie | None:
    """Return the growth of the flow that is not stated."""
    roles = {"t": both, "total": whole, "p1": size, "g1": rate}
    rest: Term = (WHOLE - P1) / (WHOLE / (1 + RISE) - P1 / (1 + G1)) - 1
    gone = "import_growth" if rate.flow == "export" else "export_growth"
    return implied("weighted_growth", roles, {gone: (rest, "percent")}, whole.id)
