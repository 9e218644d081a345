"""Who trades and how: enterprise types and customs regimes, of every flow that is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.labels import label
from portbook.release.document import Section
from portbook.release.phrases import predicate, trade
from portbook.release.pieces import Line, Tally, joined, plain
from portbook.release.sections.tables import Members, grid

if TYPE_CHECKING:
    from portbook.release.desk import Desk

FLOWS = ("export", "import", "total")
ROWS = 10


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


def _grid(desk: Desk, members: Members):  # noqa: ANN202 - a grid
    kind = members.tables["value"].kind
    caption = desk.say(
        f"kinds.{kind}",
        flow=label(members.flow, desk.lang, "flow").capitalize(),
        money=desk.money(members.basis),
    )
    return grid(desk, members, members.ranked()[:ROWS], caption)


def _sentence(desk: Desk, members: Members) -> Line:
    """Return what is said of the largest: growth where it is known, and share."""
    largest = members.ranked()[0]
    share, growth = members.get("share", largest), members.get("growth", largest)
    if share is None:
        return ()
    flow = label(members.flow, desk.lang, "flow") if members.flow != "total" else "foreign trade"
    slots = {
        "trade": trade(share.cell.scope, desk.lang),
        "made_up": predicate(share, desk.lang, whole=f"its {flow}"),
    }
    if growth is None or growth.basis != desk.own:
        return desk.say("kinds.say_share", **slots)
    return desk.say("kinds.say", grew=predicate(growth, desk.lang), **slots)
