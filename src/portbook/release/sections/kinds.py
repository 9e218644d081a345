"""Who trades and how: enterprise types and customs regimes, of every flow that is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.labels import label
from portbook.release.desk import sure
from portbook.release.document import Grid, Section
from portbook.release.pieces import Line, Tally, joined, plain
from portbook.release.sections.tables import Members, grid

if TYPE_CHECKING:
    from portbook.release.desk import Desk

FLOWS = ("export", "import", "total")
ROWS = 10
LARGE = 5
"""A kind of so many percent of the whole is spoken of."""


def enterprises(desk: Desk) -> Section:
    """Return the section of enterprise types."""
    return _section(desk, "enterprise")


def regimes(desk: Desk) -> Section:
    """Return the section of customs regimes."""
    return _section(desk, "regime")


def _section(desk: Desk, dimension: str) -> Section:
    title = plain(desk.say(f"kinds.{dimension}"))
    found = [Members.of(desk, dimension, flow) for flow in FLOWS]
    known = [each for each in found if not each.empty]
    if not known:
        return Section(dimension, title, desk.say("kinds.none"))
    missing = [label(each.flow, desk.lang, "flow") for each in found if each.empty]
    grids = tuple(_grid(desk, each) for each in known)
    return Section(
        dimension,
        title,
        _coverage(desk, known, missing),
        _sentence(desk, known[0]),
        grids=grids,
    )


def _coverage(desk: Desk, known: list[Members], missing: list[str]) -> Line:
    lines: list[Line] = []
    for each in known:
        values = tuple(each.figures["value"].values())
        tally = Tally(len(values), f"{each.dimension} types", values)
        lines.append(
            desk.say(
                "kinds.coverage",
                flow=label(each.flow, desk.lang, "flow").capitalize(),
                types=tally,
                source=desk.source(each.tables["value"].publication),
            )
        )
    if missing:
        lines.append(desk.say("kinds.missing", flow=" and ".join(missing).capitalize()))
    return joined(lines)


def _grid(desk: Desk, members: Members) -> Grid:
    kind = members.tables["value"].kind
    caption = desk.say(
        f"kinds.{kind}",
        flow=label(members.flow, desk.lang, "flow").capitalize(),
        money=desk.money(members.basis),
    )
    return grid(desk, members, members.ranked()[:ROWS], caption)


def _sentence(desk: Desk, members: Members) -> Line:
    """Return in words alone which of the large kinds grew and which fell."""
    growth, share = members.figures.get("growth", {}), members.figures.get("share", {})
    large = [
        each
        for each in members.ranked()
        if each in growth
        and each in share
        and share[each].value >= LARGE
        and sure(growth[each]) is not None
    ]
    up = [label(each, desk.lang, members.dimension) for each in large if growth[each].value > 0]
    down = [label(each, desk.lang, members.dimension) for each in large if growth[each].value < 0]
    slots = {
        "flow": label(members.flow, desk.lang, "flow"),
        "up": _listed(up),
        "down": _listed(down),
    }
    which = "both" if up and down else "up" if up else "down" if down else ""
    return desk.say(f"kinds.{members.dimension}_{which}", **slots) if which else ()


def _listed(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
