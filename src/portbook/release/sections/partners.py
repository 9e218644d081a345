"""Partners and groups of them: size, growth, contribution, and how concentrated they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.nomenclature.groups import groups as known_groups
from portbook.nomenclature.labels import label
from portbook.release.document import Chart, Column, Grid, Mark, Row, Section
from portbook.release.numbers import INDEX, SHARE, Style, cell
from portbook.release.phrases import predicate, trade
from portbook.release.pieces import Line, Tally, joined, plain, upper
from portbook.release.sections.tables import Members, grid, main_flow

if TYPE_CHECKING:
    from portbook.release.desk import Desk

LARGEST, DRAWN = 15, 13
SHOWN = ("asean", "eu27")
"""The groups that stand in the chart beside single partners, where they are printed."""
CONCENTRATION = {"hhi": INDEX, "effective_number": Style("number", places=1), "top_share": SHARE}
"""The measures of concentration, and how each is printed."""
UNNAMED = ("residual", "joined", "world")


def partners(desk: Desk) -> Section:
    """Return the section of partners, of the flow of which most is known."""
    title = plain(desk.say("partners.section"))
    members = Members.of(desk, "partner", main_flow(desk, "partner"))
    if members.empty:
        return Section("partners", title, desk.say("partners.none", flow="Exports and imports"))
    ranked = members.ranked()
    groups = [each for each in ranked if _kind(each) not in ("", *UNNAMED)]
    countries = [each for each in ranked if not _kind(each)]
    tables = []
    if groups:
        caption = desk.say("partners.groups", flow=_flow(desk, members))
        tables.append(grid(desk, members, groups, caption))
    if countries:
        caption = desk.say("partners.countries", flow=_flow(desk, members))
        tables.append(grid(desk, members, countries[:LARGEST], caption))
    first = next((each for each in SHOWN if each in ranked), (countries or groups)[0])
    return Section(
        "partners",
        title,
        _coverage(desk, members, groups, countries),
        joined(_sentences(desk, members, each) for each in dict.fromkeys((first, countries[0]))),
        _weights(desk, members, countries),
        (*tables, *_concentration(desk, members)),
    )


def _kind(partner: str) -> str:
    return known_groups()[partner]["kind"] if partner in known_groups() else ""


def _flow(desk: Desk, members: Members) -> str:
    return label(members.flow, desk.lang, "flow")


def _coverage(desk: Desk, members: Members, groups: list[str], countries: list[str]) -> Line:
    table = members.tables["value"]
    values = members.figures["value"]
    kind = "records" if table.publication == "records" else table.kind
    first = desk.say(
        "partners.coverage",
        countries=_tally(values, countries, "single partners"),
        groups=_tally(values, groups, "groups of partners"),
        flow=_flow(desk, members),
        source=desk.source(table.publication),
    )
    return (*first, " ", *desk.say(f"partners.{kind}"))


def _tally(values: dict, members: list[str], counted: str) -> Tally | str:  # type: ignore[type-arg]
    if not members:
        return "no"
    return Tally(len(members), counted, tuple(values[each] for each in members))


def _sentences(desk: Desk, members: Members, partner: str) -> Line:
    flow = _flow(desk, members)
    share, growth = members.sure("share", partner), members.sure("growth", partner)
    part = members.sure("contribution_share", partner)
    if share is None:
        return ()
    said = {"trade": trade(share.cell.scope, desk.lang), "flow": flow}
    if growth is None:
        made_up = predicate(share, desk.lang, whole=f"its {flow}")
        return desk.say("partners.say_share", made_up=made_up, **said)
    grew = predicate(growth, desk.lang)
    if part is not None and part.value > 0:
        return desk.say("partners.say", grew=grew, share=share, part=part, **said)
    made_up = predicate(share, desk.lang, whole=f"its {flow}")
    return desk.say("partners.say_plain", grew=grew, made_up=made_up, **said)


def _weights(desk: Desk, members: Members, countries: list[str]) -> tuple[Chart, ...]:
    """Return share of the level against share of the growth, partner by partner."""
    both = [
        each
        for each in (*SHOWN, *countries)
        if members.get("share", each) and members.get("contribution_share", each)
    ][: DRAWN + len(SHOWN)]
    if len(both) < 3:
        return ()
    both.sort(key=lambda each: -members.figures["contribution_share"][each].value)
    marks = tuple(
        Mark(
            desk.called(each, "partner"),
            (
                cell(members.figures["share"][each], SHARE),
                cell(members.figures["contribution_share"][each], SHARE),
            ),
            "group" if _kind(each) else "",
        )
        for each in both
    )
    flow = _flow(desk, members)
    source = desk.source(members.tables["contribution_share"].publication)
    return (
        Chart(
            "weights",
            plain(desk.say("partners.chart")),
            plain(desk.say("partners.chart_at", flow=flow)),
            (f"share of {flow}", "share of growth"),
            marks,
            source=f"{upper(source)}.",
        ),
    )


def _concentration(desk: Desk, members: Members) -> list[Grid]:
    """Return how concentrated the flow is by partner, where the list is a partition."""
    asked = {"flow": members.flow, "within": "partner", "basis": members.basis}
    found = {each: desk.figure(each, **asked) for each in CONCENTRATION}
    known = [(each, one) for each, one in found.items() if one is not None]
    if not known:
        return []
    cells: tuple[Line, ...] = tuple((cell(one, CONCENTRATION[each]),) for each, one in known)
    columns = tuple(Column(desk.head(each)) for each, _ in known)
    flow = _flow(desk, members)
    return [
        Grid(
            "Flow",
            columns,
            (Row(upper(flow), cells),),
            desk.say("partners.concentrated", flow=flow),
        )
    ]
