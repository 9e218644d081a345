"""Parts and wholes: sums of levels or shares, shares that exclude one another, growth between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from portbook.claims.judge.amounts import span_words
from portbook.claims.judge.fact import GROWTHS, Fact, Facts
from portbook.claims.judge.identities.split import TIGHT, Split, adding_up, alike, splits
from portbook.claims.judge.tie import CONSISTENT, Tie, decided, weighed
from portbook.figures.term import name, total
from portbook.nomenclature.groups import groups
from portbook.nomenclature.tables import by_code
from portbook.quantities import Interval

WHOLE_SHARE = Interval.exactly("1")


def parts(facts: Facts) -> Iterator[Tie]:
    """Iterate over sums, sums of shares, and the growth of wholes between those of their parts."""
    made = [*splits(facts, "level", "count"), *splits(facts, "share")]
    for split in made:
        tie = _sum(split)
        if tie is not None:
            yield tie
    found = [split for split in adding_up(facts) if _adds_up(split)]
    known = {frozenset(f.id for f in split.parts) for split in made}
    for split in found:
        if frozenset(f.id for f in split.parts) not in known:
            yield from (tie for tie in [_sum(split)] if tie is not None)
    for split in splits(facts, *GROWTHS):
        yield between(split.whole, split.parts)
    yield from _flows_between(facts)
    yield from _shares(facts, [*made, *found])


def _sum(split: Split) -> Tie | None:
    roles: dict[str, Fact | tuple[Fact, ...]] = {"parts": split.parts, "whole": split.whole}
    added = total([name(f"parts{at}") for at in range(len(split.parts))])
    return weighed("sum", roles, "whole", added, sure=split.sure)


def _adds_up(split: Split) -> bool:
    tie = _sum(split)
    if tie is None or tie.verdict != CONSISTENT or any(f.open for f in (*split.parts, split.whole)):
        return False
    blur = sum((f.amount.width or 0) for f in split.parts)
    size = min(abs(f.claim.amount) for f in split.parts)
    return blur * TIGHT <= size * len(split.parts)


def between(whole: Fact, inside: tuple[Fact, ...]) -> Tie:
    """Return whether the growth of a whole lies between those of all its parts."""
    hull = inside[0].amount
    for each in inside[1:]:
        hull = hull | each.amount
    words = f"{span_words(hull, whole.claim)} of the parts"
    holds = hull.meets(whole.amount)
    line = f"{words} {'holds' if holds else 'excludes'} {span_words(whole.amount, whole.claim)}"
    return decided("growth_between", {"total": whole, "parts": inside}, line, holds=holds)


def _flows_between(facts: Facts) -> Iterator[Tie]:
    """Iterate over total trade between its exports and imports."""
    rates = facts.of(*GROWTHS, that=lambda f: f.rated and f.days is not None)
    for whole in rates:
        if whole.flow != "total":
            continue
        same = [f for f in rates if f.trade == whole.trade and alike(f, whole)]
        out = [f for f in same if f.flow == "export"]
        back = [f for f in same if f.flow == "import"]
        if len(out) == len(back) == 1:
            yield between(whole, (out[0], back[0]))


def _shares(facts: Facts, made: list[Split]) -> Iterator[Tie]:
    """Iterate over shares of one whole that exclude one another."""
    seen: set[frozenset[str]] = set()
    given = facts.of("share", that=lambda f: f.plain and f.days is not None)
    for first in given:
        same = [f for f in given if alike(f, first) and f.flow == first.flow]
        same = [f for f in same if f.reporter == first.reporter and _same_whole(f, first)]
        for group, exhaustive in _exclusive(same, made):
            key = frozenset(f.id for f in group)
            if len(group) > 1 and key not in seen:
                seen.add(key)
                yield _share_sum(tuple(group), exhaustive=exhaustive)


def _same_whole(one: Fact, other: Fact) -> bool:
    wholes = {(share.link.whole if share.link else "") for share in (one, other)} - {""}
    return len(wholes) < 2


def _exclusive(shares: list[Fact], made: list[Split]) -> Iterator[tuple[list[Fact], bool]]:
    for split in made:
        if split.whole.measure == "level":
            scopes = [f.scope for f in split.parts]
            group = [f for f in shares if f.scope in scopes]
            if len({f.scope for f in group}) == len(scopes) == len(group):
                yield group, True
    countries = [f for f in shares if _country(f) and not f.product]
    if len({f.partner for f in countries}) == len(countries):
        yield countries, False
    kinds = [f for f in shares if _kind(f)]
    if len({_kind(f) for f in kinds}) == len(kinds):
        yield kinds, False
    for one, other in combinations(shares, 2):
        if (one.claim.product or "").casefold() == "non-" + (other.claim.product or "").casefold():
            yield [one, other], True


def _country(share: Fact) -> bool:
    return bool(share.partner) and share.partner.isupper() and share.partner not in groups()


def _kind(share: Fact) -> str:
    """Return the type of enterprise that a share is of; types exclude one another."""
    said = (share.claim.product or "").casefold()
    for code, row in by_code("enterprises").items():
        if code != "total" and row["names"] and said.startswith(row["names"]):
            return code
    return ""


def _share_sum(shares: tuple[Fact, ...], *, exhaustive: bool) -> Tie:
    added = shares[0].amount
    for each in shares[1:]:
        added = added + each.amount
    limit = WHOLE_SHARE if exhaustive else Interval.under(WHOLE_SHARE.high)  # type: ignore[arg-type]
    holds = added.meets(limit)
    words = "100%" if exhaustive else "100% or less"
    line = f"{span_words(added, shares[0].claim)} together, for {words}"
    return decided("share_sum", {"shares": shares}, line, holds=holds)
