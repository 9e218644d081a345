"""What a part adds to the growth of its whole, in points or in percent of it."""

from __future__ import annotations

from collections.abc import Iterator

from portbook.claims.judge.fact import GROWTHS, Fact, Facts
from portbook.claims.judge.identities.share import wider
from portbook.claims.judge.tie import Tie, implied, settled, weighed
from portbook.figures.term import Term, name

RISE, WHOLE_RISE = name("part_growth"), name("whole_growth")
SHARE = name("share")


def contribution(facts: Facts) -> Iterator[Tie]:
    """Iterate over contributions that are stated, and over those that are implied."""
    for one in facts.of("contribution_share", "contribution_pp", that=lambda f: f.plain):
        tie = settled(_stated(facts, one))
        if tie is not None:
            yield tie
    for one in facts.of("share", that=lambda f: f.basis in ("", "sa")):
        tie = _unsaid(facts, one)
        if tie is not None:
            yield tie


def _rates(facts: Facts, one: Fact) -> Iterator[tuple[Fact, Fact]]:
    """Iterate over the growth of a part and of its whole, the nearest first."""
    rates = [f for f in facts.of(*GROWTHS) if f.when(one) and f.basis in ("", "sa")]
    for part in facts.near(one, rates):
        if part.scope != one.scope:
            continue
        for whole in facts.near(one, rates):
            alike = whole.since == part.since and whole.currency == part.currency
            if alike and wider(one, whole) == 2:
                yield part, whole


def _stated(facts: Facts, one: Fact) -> Iterator[Tie | None]:
    role = one.measure
    for part_growth, whole_growth in _rates(facts, one):
        roles = {"part_growth": part_growth, "whole_growth": whole_growth, role: one}
        levels = list(_levels(facts, one))
        for part, whole in levels:
            added = name("part") * RISE / (1 + RISE)
            yield weighed(
                "contribution",
                {"part": part, "whole": whole, **roles},
                role,
                added / (name("whole") * _whole(role)),
            )
        if levels:
            continue
        for share in facts.of("share", that=lambda f: f.scope == one.scope and f.when(one)):
            added = SHARE * RISE / (1 + RISE)
            yield weighed(
                "contribution", {"share": share, **roles}, role, added / _whole(role), sure=False
            )
        yield _part_share(role, roles, one)
    yield from _both(facts, one)


def _whole(role: str) -> Term:
    """Return what a part's rise is divided by, as a part of the whole's level."""
    before = 1 / (1 + WHOLE_RISE)
    return before if role == "contribution_pp" else WHOLE_RISE / (1 + WHOLE_RISE)


def _levels(facts: Facts, one: Fact) -> Iterator[tuple[Fact, Fact]]:
    levels = [f for f in facts.of("level") if f.when(one) and f.plain and f.money]
    for part in facts.near(one, levels):
        if part.scope == one.scope:
            for whole in levels:
                if whole.unit == part.unit and wider(one, whole) == 2:
                    yield part, whole


def _part_share(role: str, roles: dict[str, Fact], one: Fact) -> Tie | None:
    """Return what share of the whole the part has."""
    share = name(role) * _whole(role) * (1 + RISE) / RISE
    return implied("contribution", roles, {"part_share": (share, "percent")}, one.id)


def _both(facts: Facts, one: Fact) -> Iterator[Tie | None]:
    """Iterate over points of growth as a part of the whole's growth."""
    if one.measure != "contribution_share":
        return
    rates = [f for f in facts.of(*GROWTHS) if f.when(one) and wider(one, f) == 2]
    for points in facts.of("contribution_pp", that=lambda f: f.scope == one.scope and f.when(one)):
        for whole in facts.near(one, rates)[:1]:
            roles = {"contribution_pp": points, "whole_growth": whole, one.measure: one}
            yield weighed(
                "contribution", roles, one.measure, name("contribution_pp") / WHOLE_RISE, sure=False
            )


def _unsaid(facts: Facts, one: Fact) -> Tie | None:
    """Return the contribution that a share and two growth rates imply, where none is stated."""
    if facts.of("contribution_share", that=lambda f: f.scope == one.scope and f.when(one)):
        return None
    for part_growth, whole_growth in _rates(facts, one):
        roles = {"share": one, "part_growth": part_growth, "whole_growth": whole_growth}
        added = SHARE * RISE / (1 + RISE)
        wanted = {
            "contribution_share": (added / _whole("contribution_share"), "percent"),
            "contribution_pp": (added / _whole("contribution_pp"), "pp"),
        }
        if whole_growth.amount.sign == 0:
            del wanted["contribution_share"]
        return implied("contribution", roles, wanted, one.id)
    return None
