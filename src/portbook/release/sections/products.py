"""Products: groups, the lines that moved the whole, the largest, and the largest falls."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from portbook.errors import NoFigure
from portbook.figures.answer import figure_of
from portbook.figures.term import name, total
from portbook.nomenclature.labels import label
from portbook.nomenclature.partitions import partitions
from portbook.nomenclature.products import products as known_products
from portbook.release.document import Chart, Grid, Mark, Row, Section
from portbook.release.numbers import POINTS, cell
from portbook.release.phrases import predicate, trade
from portbook.release.pieces import Line, Piece, Tally, joined, plain, upper
from portbook.release.sections.tables import Members, grid, main_flow

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.desk import Desk

BARS, LARGEST, FALLS = 12, 15, 6
FEW = 3
ROLES = ("now", "before", "whole before")
"""The inputs of a contribution."""


def products(desk: Desk) -> Section:
    """Return the section of products, of the flow of which most is known."""
    title = plain(desk.say("products.section"))
    members = Members.of(desk, "product", main_flow(desk, "product"))
    flow = label(members.flow, desk.lang, "flow")
    if members.empty:
        return Section("products", title, desk.say("products.none", flow="Exports and imports"))
    starred = [each for each in stars() if each in members.figures["value"]]
    lines = [each for each in members.figures["value"] if each not in starred]
    leading = starred or _leading(members, lines)
    charts = _waterfall(desk, members, lines)
    return Section(
        "products",
        title,
        _coverage(desk, members, flow),
        joined(_sentences(desk, members, leading[0])),
        charts,
        tuple(_grids(desk, members, starred, lines)),
    )


def _coverage(desk: Desk, members: Members, flow: str) -> Line:
    values = members.figures["value"]
    based = members.figures.get("growth", {})
    every = Tally(len(values), f"product lines of {flow}", tuple(values.values()))
    kind = members.tables["value"].kind
    slots: dict[str, Piece] = {"all": every, "flow": flow}
    if based:
        source = desk.source(members.tables["growth"].publication)
        count = Tally(
            len(based), f"product lines of {flow} with a base year", tuple(based.values())
        )
        first = desk.say("products.coverage", with_base=count, source=source, **slots)
    else:
        source = desk.source(members.tables["value"].publication)
        first = desk.say("products.coverage_levels", source=source, **slots)
    return (*first, " ", *desk.say(f"products.{kind}"))


def _sentences(desk: Desk, members: Members, product: str) -> list[Line]:
    """Return what is said of one product: growth and share, then its part in the growth."""
    flow = label(members.flow, desk.lang, "flow")
    whole = {"whole": f"its {flow}"}
    if ":" in product:
        return _movers(desk, members)
    growth, share = members.sure("growth", product), members.sure("share", product)
    part = members.sure("contribution", product)
    found: list[Line] = []
    if share is None and growth is not None:
        said = trade(growth.cell.scope, desk.lang)
        grew = predicate(growth, desk.lang)
        found.append(desk.say("products.say_growth", trade=said, grew=grew))
    if share is not None:
        slots: dict[str, Piece | Line] = {
            "trade": trade(share.cell.scope, desk.lang),
            "made_up": predicate(share, desk.lang, **whole),
        }
        if growth is None:
            found.append(desk.say("products.say_share", **slots))
        else:
            found.append(desk.say("products.say", grew=predicate(growth, desk.lang), **slots))
    if part is not None:
        said = trade(part.cell.scope, desk.lang)
        found.append(
            desk.say("products.gave", trade=said, contributed=predicate(part, desk.lang, **whole))
        )
    return found


def _movers(desk: Desk, members: Members) -> list[Line]:
    """Return which codes moved most, in words alone: a code's title is no name of the trade."""
    parts = members.figures.get("contribution", {})
    most = sorted(parts, key=lambda each: -parts[each].value)[:FEW]
    if len(most) < FEW:
        return []
    names = [label(each, desk.lang, "product") for each in most]
    flow = label(members.flow, desk.lang, "flow")
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return [desk.say("products.movers", products=listed, flow=flow)]


def _leading(members: Members, lines: list[str]) -> list[str]:
    column = members.figures.get("contribution") or members.figures["value"]
    return sorted(lines, key=lambda each: -column[each].value if each in column else 0)


def _grids(desk: Desk, members: Members, starred: list[str], lines: list[str]) -> list[Grid]:
    found = []
    if starred:
        found.append(grid(desk, members, starred, desk.say("products.groups")))
    printed = [each for each in members.ranked() if each in lines and each not in _sums(members)]
    found.append(grid(desk, members, printed[:LARGEST], desk.say("products.largest")))
    growth = members.figures.get("contribution", {})
    falls = sorted(
        (each for each in growth if growth[each].value < 0), key=lambda e: growth[e].value
    )
    falls = [each for each in falls if each in lines and each not in _sums(members)][:FALLS]
    if len(falls) >= FEW:
        found.append(grid(desk, members, falls, desk.say("products.falls")))
    return found


def _waterfall(desk: Desk, members: Members, lines: list[str]) -> tuple[Chart, ...]:
    """Return the waterfall of lines that do not contain one another, and of all else."""
    parts = members.figures.get("contribution", {})
    flat = level_lines(members, [each for each in lines if each in parts])
    if len(flat) < FEW:
        return ()
    moved = sorted(flat, key=lambda each: -abs(parts[each].value))[:BARS]
    moved.sort(key=lambda each: -parts[each].value)
    whole = desk.figure("growth", flow=members.flow, basis=members.basis)
    rest = None if whole is None else _rest(whole, [parts[each] for each in moved])
    if whole is None or rest is None:
        return ()
    flow = label(members.flow, desk.lang, "flow")
    marks = [Mark(desk.called(each, "product"), (cell(parts[each], POINTS),)) for each in moved]
    marks.append(Mark(plain(desk.say("products.other", flow=flow)), (cell(rest, POINTS),), "rest"))
    shown = cell(whole, replace(POINTS, places=1))
    marks.append(Mark(plain(desk.say("products.every", flow=flow)), (shown,), "whole"))
    return (
        Chart(
            "waterfall",
            plain(desk.say("products.chart", flow=flow.removesuffix("s"))),
            plain(desk.say("products.chart_at")),
            ("points",),
            tuple(marks),
            source=upper(desk.source(members.tables["contribution"].publication)) + ".",
            grid=_under(desk, members, moved, rest, whole),
        ),
    )


def _under(desk: Desk, members: Members, moved: list[str], rest: Figure, whole: Figure) -> Grid:
    """Return the numbers of the waterfall, each line with the lines that lie inside it."""
    shown, inner = [], set()
    for each in moved:
        inside = [one for one in nested(each) if one in members.figures["contribution"]]
        shown += [each, *inside]
        inner |= set(inside)
    found = grid(desk, members, shown, (), inner=frozenset(inner))
    at = [column.head for column in found.columns].index(desk.head("contribution"))
    blank: list[Line | None] = [() for _ in found.columns]
    last = []
    for which, figure, style in (
        ("other", rest, POINTS),
        ("every", whole, replace(POINTS, places=1)),
    ):
        cells = [*blank[:at], (cell(figure, style),), *blank[at + 1 :]]
        flow = label(members.flow, desk.lang, "flow")
        called = plain(desk.say(f"products.{which}", flow=flow))
        last.append(Row(called, tuple(cells), ruled=which == "other"))
    columns = tuple(replace(column, wide=False) for column in found.columns)
    return replace(found, rows=(*found.rows, *last), columns=columns)


def _rest(whole: Figure, parts: list[Figure]) -> Figure | None:
    """Return the points of growth that the parts leave: the growth less all of them, exactly.

    The parts are summed over their one denominator, so that each print stays linear in the term
    and the range is exact.
    """
    inputs = [each.inputs for each in parts]
    terms = [[one.term for one in each] for each in inputs]
    if whole.term is None or any(None in each or len(each) != len(ROLES) for each in terms):
        return None
    moved = total([now - before for now, before, _ in terms])  # type: ignore[operator]
    how = name(whole.address)
    for each in parts:
        how -= name(each.address)
    address = replace(parts[0].address, cell=parts[0].cell.at(product="other"))
    try:
        found = figure_of(address, whole.term - moved / terms[0][2], how=how)  # type: ignore[operator]
    except NoFigure:
        return None
    looked = {each.address: each for each in (whole, *parts)}
    return replace(found, look=looked.__getitem__, across=any(each.across for each in parts))


@cache
def stars() -> tuple[str, ...]:
    """Return the groups that the published tables mark with a star: they overlap the lines."""
    found = [each for each in partitions("product", "total") if each.kind == "overlapping"]
    order = [part for each in found for part in each.parts]
    return tuple(sorted(dict.fromkeys(order), key=lambda each: each != "mechanical-electrical"))


@cache
def _inside() -> dict[str, tuple[str, ...]]:
    """Return for every product the products that lie inside it, stars and the whole apart."""
    found = {}
    for whole in known_products():
        if whole not in ("total", *stars()):
            parts = [part for each in partitions("product", whole) for part in each.parts]
            if parts:
                found[whole] = tuple(dict.fromkeys(parts))
    return found


def nested(product: str) -> list[str]:
    """Return every product that lies inside one, at any depth."""
    found: list[str] = []
    for part in _inside().get(product, ()):
        found += [part, *nested(part)]
    return list(dict.fromkeys(found))


def level_lines(members: Members, lines: list[str]) -> list[str]:
    """Return the printed lines that lie inside no other printed line."""
    kept = [each for each in lines if each not in _sums(members)]
    inner = {part for each in kept for part in nested(each)}
    return [each for each in kept if each not in inner]


def _sums(members: Members) -> set[str]:
    """Return the products that no line prints: the sum of lines is shown as its lines."""
    return {each for each, one in members.figures["value"].items() if one.deduced}
