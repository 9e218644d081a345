"""Read the collected tables that hold one figure a row."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from embedding import names, tables
from embedding.fact import Fact, Source, padded
from embedding.periods import canonical

if TYPE_CHECKING:
    from pathlib import Path

    from embedding.tables import Row

FILES = ("figures.csv", "figures_extra.csv")
MEASURES = {
    "value": {"measure": "value"},
    "quantity": {"measure": "quantity"},
    "growth_yoy": {"measure": "growth", "of": "value", "since": "year"},
    "growth_mom": {"measure": "growth", "of": "value", "since": "month"},
    "growth": {"measure": "growth", "of": "value", "since": "year"},
    "change": {"measure": "change", "of": "value", "since": "year"},
    "change_pp": {"measure": "change", "of": "share", "since": "year"},
    "share": {"measure": "share", "of": "value"},
    "share_of_national": {"measure": "share", "of": "value", "within": "reporter"},
    "contribution_pp": {"measure": "contribution", "of": "value", "since": "year"},
    "contribution_share": {"measure": "contribution_share", "of": "value", "since": "year"},
}
PARTS = {"share", "contribution", "contribution_share"}
BARE = {"electric-vehicles", "industrial-robots", "3d-printers"}
NO_PLACE = re.compile(r"pages-corpus:no-url:")
PRIVATE_NOTE = re.compile(r"^(read through|customs office series|.* as fetched)")


@cache
def _reasons(folder: Path) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tables.read(folder / "reasons.csv")
    return tuple((re.compile(row["note"]), row["reason"]) for row in rows)


UNROUNDED = "github:Ex-Caliburn/funny:"
"""Copies of the commodity tables made from unrounded numbers; the tables print one decimal."""


def evidence(row: Row) -> str:
    """Return official, copy or press, by the rules of the collection."""
    address = row["source_url"]
    if row.get("evidence"):
        return row["evidence"]
    if "customs.gov.cn" in address:
        return "official"
    return "copy" if address.startswith("github:") else "press"


def read(data: Path) -> list[Fact]:
    """Return every row of the long tables, kept or left out."""
    facts = []
    for file in FILES:
        rows = tables.read(data / "gacc" / file)
        facts += [_fact(row, file) for row in rows]
    _state_bases(facts)
    return facts


def _fact(row: Row, file: str) -> Fact:
    address = NO_PLACE.sub("no address: ", row["source_url"])
    title = row["source_title_short"].replace(" (no address stored)", "")
    source = Source(address, title, row["published_date"], evidence(row))
    cell, reason = _cell(row)
    fact = Fact(source, cell, file)
    fact.reason = reason or note_reason(row["note"])
    return fact


def note_reason(note: str) -> str:
    """Return why a row with such a note is no evidence, or nothing."""
    for pattern, reason in _reasons(names.HERE):
        if pattern.search(note):
            return reason
    return ""


def _cell(row: Row) -> tuple[Row, str]:
    """Return a row in the ledger's words, and why it cannot be a figure, if so."""
    kind = row["measure"]
    period, _, since = row["period"].partition(" vs ")
    note = "" if PRIVATE_NOTE.search(row["note"]) else row["note"]
    cell = {
        "reporter": names.reporter(row["reporter"]),
        "flow": row["flow"],
        "product": names.product(row["product"]),
        "period": canonical(period),
        "basis": _basis(row),
        "value": padded(row["value"], _decimals(row)),
        "unit": names.unit(row["unit"]),
        "scale": row["scale"],
        "note": note,
        **MEASURES.get(kind, {"measure": kind}),
    }
    if since:
        cell["since"] = since
    if row["basis"] == "quantity":
        cell["of"] = "quantity"
    if kind not in MEASURES:
        cell["partner"] = row["partner"]
        return cell, f"no measure of the ledger: {kind.replace('_', ' ')}"
    reason = _scope(cell, row)
    if cell["measure"] in PARTS or cell.get("of") == "share":
        reason = reason or _within(cell)
    return cell, reason


def _decimals(row: Row) -> str:
    """Return the places a figure was printed with: the unrounded copies lost a zero of growth."""
    if row["measure"] == "growth_yoy" and row["source_url"].startswith(UNROUNDED):
        return "1"
    return row["decimals"]


def _basis(row: Row) -> str:
    if row["measure"] in {"quantity", "rank"} or row["basis"] == "quantity":
        return ""
    if row["measure"] in {"value", "change"}:
        return row["unit"]
    return row["basis"] or "unstated"


def _scope(cell: Row, row: Row) -> str:
    """Set partner, regime, enterprise and region; return why that cannot be done."""
    try:
        cell["partner"] = names.partner(row["partner"])
    except names.UnmappedName:
        cell["partner"] = row["partner"]
        return "partner not identifiable"
    for part in filter(None, row["breakdown"].split(";")):
        dimension, _, name = part.partition("=")
        if dimension in {"share of world", "share of world exports", "share of world imports"}:
            cell["within"] = "reporter"
        elif not name:
            return f"whole not in the ledger: {dimension}"
        elif name.startswith("FAW"):
            cell["enterprise"] = name
            return "a firm's own count"
        else:
            cell[dimension] = getattr(names, dimension)(name)
    return ""


def _within(cell: Row) -> str:
    """Set the dimension whose total is the whole; return why it cannot be told."""
    if cell.get("within"):
        return ""
    narrowed = [
        dimension
        for dimension, whole in (
            ("enterprise", "total"),
            ("regime", "total"),
            ("region", "total"),
            ("partner", "world"),
            ("product", "total"),
        )
        if cell.get(dimension, whole) != whole
    ]
    if not narrowed:
        return "whole not stated in the source"
    if cell["reporter"] == "CN-7P":
        return "whole not stated in the source"
    cell["within"] = narrowed[0]
    return ""


def _state_bases(facts: list[Fact]) -> None:
    """Give shares the currency of their article; take it from bare rates of counted goods."""
    currencies: dict[str, set[str]] = {}
    valued = set()
    for fact in facts:
        row = fact.row
        if row["basis"] not in {"", "unstated"} and "converted" not in fact.reason:
            currencies.setdefault(fact.source.address, set()).add(row["basis"])
        if row["measure"] == "value":
            valued.add((fact.source.address, row["product"], row["period"]))
    for fact in facts:
        row = fact.row
        part = row["measure"] in PARTS or row["of"] == "share"
        of_world = row["within"] == "reporter" and row["reporter"] == "CHN"
        if part and row["basis"] == "unstated" and not of_world:
            row["basis"] = _currency(row["reporter"], currencies.get(fact.source.address, set()))
        key = (fact.source.address, row["product"], row["period"])
        bare = fact.source.evidence == "press" and row["measure"] == "growth"
        if bare and row["of"] == "value" and row["product"] in BARE and key not in valued:
            row["basis"] = "unstated"


def _currency(reporter: str, found: set[str]) -> str:
    """Return the one currency of an article, the yuan where a Chinese report has several."""
    if reporter.startswith("CN-") or reporter == "CHN":
        return "CNY" if "CNY" in found else "unstated"
    return next(iter(found)) if len(found) == 1 else "unstated"
