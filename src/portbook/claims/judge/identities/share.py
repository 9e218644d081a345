"""Shares: of a part in its whole, and the share a year before that two growth rates imply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portbook.claims.judge.fact import GROWTHS, Fact, Facts, firm, words
from portbook.claims.judge.identities.split import within
from portbook.claims.judge.tie import NEEDS_DATA, Tie, implied, settled, weighed
from portbook.figures.term import Term, name, total
from portbook.nomenclature.places import parent

TOGETHER = re.compile(r"\b(together|combined|jointly|in total)\b|合计|合共", re.IGNORECASE)
NEAR = 40
PART, WHOLE, SHARE = name("part"), name("whole"), name("share")


def share(facts: Facts) -> Iterator[Tie]:
    """Iterate over what each share is a share of, and over what it was."""
    for one in facts.of("share", that=lambda f: f.days is not None and f.basis in ("", "sa")):
        tie = settled(_of_levels(facts, one))
        if tie is not None:
            yield tie
        for tie in _earlier(facts, one):
            if tie is not None:
                yield tie


def wider(part: Fact, whole: Fact) -> int:
    """Return how likely a fact is the whole of a part: 2 surely, 1 perhaps, 0 not at all."""
    if part.reporter != whole.reporter:
        place = part.reporter
        up = "-" in place and parent(place) == whole.reporter and part.flow == whole.flow
        return int(up and not whole.product and not whole.partner)
    if part.flow != whole.flow:
        plain = not part.product and not whole.product and part.partner == whole.partner
        return 2 if whole.flow == "total" and plain else 0
    if part.partner == whole.partner and within(part, whole):
        return 1 if whole.product else 2
    if part.product == whole.product and part.partner and not whole.partner:
        return 2
    both = part.product and part.partner and not whole.partner
    return int(bool(both) and (not whole.product or within(part, whole)))


def _of_levels(facts: Facts, one: Fact) -> Iterator[Tie | None]:
    """Iterate over the levels that a share may tie together, the likeliest first."""
    levels = firm(facts.near(one, facts.of("level", "count", that=lambda f: f.basis == one.basis)))
    there = [f for f in levels if f.when(one)]
    mine = [f for f in there if f.scope == one.scope]
    if _together(facts, one):
        yield from _of_neighbours(there, one)
        return
    wholes = sorted((f for f in there if wider(one, f)), key=lambda f: -wider(one, f))
    for part in mine:
        fitting = [f for f in wholes if f.unit == part.unit and f.measure == part.measure]
        for whole in fitting:
            roles = {"part": part, "whole": whole, "share": one}
            sure = wider(one, whole) == 2 or (len(fitting) == 1 and _thing_of(one, whole))
            yield weighed("share", roles, "share", PART / WHOLE, sure=sure)
        yield from _of_target(facts, one, part)
    yield from _of_several(there, one, wholes)
    if not mine:
        for whole in wholes[:1]:
            yield implied(
                "share",
                {"whole": whole, "share": one},
                {"part": (WHOLE * SHARE, whole.unit)},
                one.id,
            )
    elif not wholes:
        part = mine[0]
        if one.product or one.partner:
            wanted = {"whole": (PART / SHARE, part.unit)}
            yield implied("share", {"part": part, "share": one}, wanted, one.id)


def _thing_of(one: Fact, whole: Fact) -> bool:
    """Return whether a thing is counted of a wider thing, as new energy vehicles of vehicles."""
    return bool(whole.product) and one.partner == whole.partner and not whole.money


def _of_target(facts: Facts, one: Fact, part: Fact) -> Iterator[Tie | None]:
    """Iterate over the targets of which an outcome is a share."""
    for target in facts.of("level", that=lambda f: f.basis == "target"):
        if target.scope == part.scope and target.unit == part.unit:
            roles = {"part": part, "whole": target, "share": one}
            yield weighed("share", roles, "share", PART / WHOLE)


def _of_several(levels: list[Fact], one: Fact, wholes: list[Fact]) -> Iterator[Tie | None]:
    """Iterate over the parts of a list that one share sums up."""
    for dimension in ("product", "partner"):
        said = getattr(one.claim, dimension) or ""
        names = [each for each in re.split(r",\s*(?:and\s+)?|\s+and\s+", said) if each]
        if len(names) < 2:
            continue
        inside = [_called(levels, each, dimension) for each in names]
        if any(each is None for each in inside):
            continue
        several = tuple(each for each in inside if each is not None)
        for whole in wholes:
            if all(f.unit == whole.unit for f in several):
                added = total([name(f"part{at}") for at in range(len(several))])
                roles: dict[str, Fact | tuple[Fact, ...]] = {
                    "part": several, "whole": whole, "share": one,
                }  # fmt: skip
                yield weighed("share", roles, "share", added / WHOLE)


def _together(facts: Facts, one: Fact) -> bool:
    """Return whether a share is said to be of several things at once."""
    before = facts.text[max(0, one.claim.span[0] - NEAR) : one.claim.span[0]]
    return bool(TOGETHER.search(before.rpartition(". ")[2]))


def _of_neighbours(levels: list[Fact], one: Fact) -> Iterator[Tie | None]:
    """Iterate over the share that the levels of its sentence have together in a whole."""
    inside = [f for f in levels if f.apart(one) == 0 and f.claim.span < one.claim.span]
    inside = sorted((f for f in inside if f.product or f.partner), key=lambda f: f.claim.span)
    for whole in levels:
        parts = tuple(f for f in inside if f is not whole and wider(f, whole) == 2)
        if len(parts) > 1 and all(f.unit == whole.unit for f in parts):
            added = total([name(f"part{at}") for at in range(len(parts))])
            roles: dict[str, Fact | tuple[Fact, ...]] = {
                "part": parts, "whole": whole, "share": one,
            }  # fmt: skip
            yield weighed("share", roles, "share", added / WHOLE)


def _called(levels: list[Fact], said: str, dimension: str) -> Fact | None:
    for level in levels:
        if set(words(getattr(level.claim, dimension) or "")) == set(words(said)):
            return level
    return None


def _earlier(facts: Facts, one: Fact) -> Iterator[Tie | None]:
    """Iterate over the share before, from the growth of the part and of the whole."""
    rates = facts.of(*GROWTHS, that=lambda f: f.when(one) and f.basis in ("", "sa"))
    mine = [f for f in facts.near(one, rates) if f.scope == one.scope]
    for part in mine[:1]:
        wholes = [
            f
            for f in facts.near(one, rates)
            if wider(one, f) == 2 and f.since == part.since and f.currency == part.currency
        ]
        for whole in wholes[:1]:
            roles = {"share": one, "part_growth": part, "whole_growth": whole}
            before = SHARE * (1 + name("whole_growth")) / (1 + name("part_growth"))
            yield _against_stated(facts, one, part, roles, before)


def _against_stated(
    facts: Facts, one: Fact, part: Fact, roles: dict[str, Fact], before: Term
) -> Tie | None:
    days = None if one.days is None else one.days.before(part.since)
    for previous in facts.of("share", that=lambda f: f.scope == one.scope and f.days == days):
        tie = weighed(
            "share_growth",
            {**roles, "previous": previous},
            "previous",
            before,
            sure=False,
        )
        if tie is not None and tie.verdict != NEEDS_DATA:
            return tie
    return implied("share_growth", roles, {"previous_share": (before, "percent")}, one.id)
