"""Which figures of a text are parts of another: by words, by lists that are known, by sums."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from portbook.claims.judge.fact import Fact, Facts, words
from portbook.nomenclature.partitions import partitions

RESIDUAL = re.compile(r"non-?|other|others|rest|remaining|third|elsewhere|outside")
MOST_PARTS = 5
ONE_DAY = dt.timedelta(days=1)
TIGHT = 100
"""Levels that happen to add up count only where the sum is known to one part in so many."""


@dataclass(frozen=True, slots=True)
class Split:
    """A whole and its parts; `sure` where they surely are all of it."""

    whole: Fact
    parts: tuple[Fact, ...]
    sure: bool


def narrower(part: Fact, whole: Fact) -> str:
    """Return the one dimension in which a fact narrows another; nothing where it does not."""
    if part.flow != whole.flow or part.reporter != whole.reporter:
        return ""
    if part.partner == whole.partner and within(part, whole):
        return "product"
    if (
        part.product == whole.product
        and part.partner != whole.partner
        and (not whole.partner or _member(part, whole))
    ):
        return "partner"
    return ""


def within(part: Fact, whole: Fact) -> bool:
    """Return whether a product is part of another: new energy vehicles are vehicles."""
    if part.product == whole.product:
        return False
    if not whole.product:
        return bool(part.product)
    mine, theirs = set(words(part.claim.product or "")), set(words(whole.claim.product or ""))
    return theirs < mine and not mine & {"part", "component", "accessory"}


def _member(part: Fact, whole: Fact) -> bool:
    from portbook.nomenclature.groups import groups, members

    if whole.partner not in groups():
        return False
    if part.partner in groups():
        inside = members(part.partner)
        return bool(inside) and set(inside) < set(members(whole.partner))
    return part.partner in members(whole.partner) or _named(part.claim.partner, whole)


def _named(name: str | None, whole: Fact) -> bool:
    """Return whether a part is named after its whole: other EU members."""
    return bool(whole.claim.partner) and (whole.claim.partner or "") in (name or "")


def alike(one: Fact, other: Fact) -> bool:
    """Return whether two facts measure the same thing in the same way at the same time."""
    return (
        one.measure == other.measure
        and one.when(other)
        and one.unit == other.unit
        and _basis(one) == _basis(other)
        and one.currency == other.currency
        and one.since == other.since
    )


def _basis(fact: Fact) -> str:
    return "" if fact.basis == "comparable" else fact.basis


def splits(facts: Facts, *measures: str) -> Iterator[Split]:
    """Iterate over the wholes among figures of these measures, each with parts that make it up."""
    chosen = facts.of(*measures, that=lambda f: f.rated and f.days is not None)
    for whole in chosen:
        yield from _stretches(whole, chosen)
        parts = [f for f in chosen if f is not whole and alike(f, whole)]
        for dimension in ("partner", "product"):
            inside = _distinct([f for f in parts if narrower(f, whole) == dimension], dimension)
            yield from _made_of(whole, inside, dimension)
        yield from _joint(whole, [f for f in parts if f.flow == whole.flow])


def _stretches(whole: Fact, chosen: list[Fact]) -> Iterator[Split]:
    """Find the quarters of a year, or the months of a quarter."""
    same = [f for f in chosen if f.scope == whole.scope and f.unit == whole.unit and f.days]
    same = [f for f in same if f.since == whole.since and f.adjusted == whole.adjusted]
    same = [f for f in same if f.currency == whole.currency and f.basis == whole.basis]
    inside = {f.days: f for f in same if f is not whole and _strictly(f, whole)}
    for start in [
        days for days in inside if days and whole.days and days.first == whole.days.first
    ]:
        chain = [inside[start]]
        while chain[-1].days.last < whole.days.last:  # type: ignore[union-attr]
            following = chain[-1].days.last + ONE_DAY  # type: ignore[union-attr]
            fits = [f for days, f in inside.items() if days and days.first == following]
            if not fits:
                break
            chain.append(fits[0])
        else:
            if len(chain) > 1 and whole.measure != "share":
                yield Split(whole, tuple(chain), sure=True)


def _strictly(part: Fact, whole: Fact) -> bool:
    return bool(
        part.days and whole.days and part.days != whole.days and part.days.inside(whole.days)
    )


def _distinct(parts: list[Fact], dimension: str) -> list[Fact]:
    """Return the first fact of each part."""
    found: dict[str, Fact] = {}
    for part in parts:
        found.setdefault(getattr(part, dimension), part)
    return list(found.values())


def _made_of(whole: Fact, inside: list[Fact], dimension: str) -> Iterator[Split]:
    for one, other in combinations(inside, 2):
        for some, rest in ((one, other), (other, one)):
            if complements(some, rest, whole, dimension):
                yield Split(whole, (some, rest), sure=True)
    by_code = {getattr(part, dimension): part for part in inside}
    for known in partitions(dimension, getattr(whole, dimension) or _WHOLE[dimension]):
        if known.exhaustive and len(known.parts) > 1 and all(p in by_code for p in known.parts):
            yield Split(whole, tuple(by_code[p] for p in known.parts), sure=True)


_WHOLE = {"partner": "world", "product": "total"}


def complements(some: Fact, rest: Fact, whole: Fact, dimension: str) -> bool:
    """Return whether a part is named as all that another leaves of the whole."""
    a = (getattr(some.claim, dimension) or "").casefold()
    b = (getattr(rest.claim, dimension) or "").casefold()
    if {a, b} == {"goods", "services"}:
        return not getattr(whole, dimension)
    if not a or RESIDUAL.match(a) or not RESIDUAL.match(b):
        return False
    if b.startswith("non"):
        return set(words(a)) <= set(words(b.removeprefix("non").removeprefix("-")))
    named = getattr(whole.claim, dimension)
    if named:
        return named.casefold() in b
    return dimension == "partner" and bool(
        re.fullmatch(
            r"(other|third|remaining) (countries|markets|partners)|(the )?rest.*|elsewhere|others",
            b,
        )
    )


def _beside(part: Fact, whole: Fact, dimension: str) -> bool:
    """Return whether a fact may be a part, by name or because another product is narrower."""
    if narrower(part, whole):
        return narrower(part, whole) == dimension
    other = part.product and whole.product and part.product != whole.product
    return dimension == "product" and bool(other) and part.scope[:3] == whole.scope[:3]


def _joint(whole: Fact, others: list[Fact]) -> Iterator[Split]:
    """Find the parts of a list that is summed up: apparel, tea and rubber products."""
    for dimension in ("product", "partner"):
        named = getattr(whole.claim, dimension) or ""
        names = [each for each in re.split(r",\s*(?:and\s+)?|\s+and\s+", named) if each]
        if len(names) < 2:
            continue
        parts = []
        for each in names:
            fits = [
                f
                for f in others
                if set(words(getattr(f.claim, dimension) or "")) == set(words(each))
            ]
            parts += fits[:1]
        if len(parts) == len(names):
            yield Split(whole, tuple(parts), sure=True)


def adding_up(facts: Facts) -> Iterator[Split]:
    """Iterate over neighbouring parts whose levels happen to make up a whole."""
    chosen = facts.of("level", that=lambda f: f.plain and f.days is not None)
    for whole in chosen:
        for dimension in ("partner", "product"):
            inside = [
                f
                for f in chosen
                if f is not whole and alike(f, whole) and _beside(f, whole, dimension)
            ]
            inside = _distinct(inside, dimension)
            for size in range(2, min(len(inside), MOST_PARTS) + 1):
                for at in range(len(inside) - size + 1):
                    yield Split(whole, tuple(inside[at : at + size]), sure=False)
