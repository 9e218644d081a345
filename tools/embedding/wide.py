"""Read the collected tables that hold one month a row and several figures in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embedding import names, tables
from embedding.fact import Fact, Source, padded
from embedding.long import evidence, note_reason
from embedding.periods import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from embedding.tables import Row

FLOWS = {"exports": "export", "imports": "import", "total": "total", "balance": "balance"}
GROWTH = {"measure": "growth", "of": "value"}
PARTNER_TITLE = "GACC by country, months of 2024"
AGGREGATED = {
    "levels": "levels as revised",
    "growth": "growth as first published",
    "cumulatives": "cumulative levels of 2008 to 2012 as first published",
}
REVISED_CUMULATIVES = "2013"  # from here on the cumulative levels are sums of the months
COPIED = "2026-08-21"
CLEAN = "2025-01-18"
DERIVED = "total or balance computed by the collector and not printed"
SECOND_HAND = Source(
    "no address: levels of 2022-12 at second hand",
    "Dollar levels of December 2022 at second hand",
    "",
    "copy",
)
UNTRACED = "copied at second hand with the precision lost; no page to trace it to"


def read(data: Path) -> list[Fact]:
    """Return every figure of the wide tables, kept or left out."""
    folder = data / "gacc"
    partners = [
        fact for row in tables.read(folder / "by_partner.csv") for fact in _partner_facts(row)
    ]
    months = [
        fact for row in tables.read(folder / "monthly_totals.csv") for fact in _month_facts(row)
    ]
    return partners + months


def _partner_facts(row: Row) -> Iterator[Fact]:
    """Return the figures of one partner and month."""
    source = Source(row["source_url"], PARTNER_TITLE, "", evidence(row))
    for flow in FLOWS.values():
        for span in ("month", "ytd"):
            value = row.get(f"{flow}_{span}")
            if value:
                cell = _level(row, flow, _span(row["period"], span), value)
                yield _of_partner(source, row, cell)
        growth = row.get(f"{flow}_ytd_yoy_pct")
        if growth:
            cell = _growth(row, flow, _span(row["period"], "ytd"), growth)
            yield _of_partner(source, row, cell)


def _of_partner(source: Source, row: Row, cell: Row) -> Fact:
    return Fact(source, {**cell, "partner": names.partner(row["partner"])}, "by_partner.csv")


def _span(month: str, span: str) -> str:
    """Return a month, or the months of its year up to it."""
    return month if span == "month" else canonical(f"{month[:4]}-01/{month}")


def _level(row: Row, flow: str, period: str, value: str) -> Row:
    return {
        "reporter": "CHN",
        "flow": flow,
        "period": period,
        "basis": row["currency"],
        "value": value,
        "unit": row["currency"],
        "scale": row["scale"],
    }


def _growth(row: Row, flow: str, period: str, value: str, since: str = "year") -> Row:
    return {
        **_level(row, flow, period, value),
        **GROWTH,
        "since": since,
        "unit": "percent",
        "scale": "1",
    }


def _month_facts(row: Row) -> Iterator[Fact]:
    """Return the national figures of one month in one vintage."""
    aggregated = row["vintage"].startswith("aggregator copy")
    for name, flow in FLOWS.items():
        for span, suffix in (("month", ""), ("ytd", "_ytd")):
            period = _span(row["period"], span)
            level, growth = row[f"{name}{suffix}"], row[f"{name}{suffix}_yoy"]
            if level:
                value = padded(level, row["decimals"]) if aggregated else level
                part = "cumulatives" if _first_published(row, span) else "levels"
                fact = Fact(_issue(row, part), _level(row, flow, period, value))
                fact.reason = _derived(row, flow)
                yield fact
            if growth:
                yield Fact(_issue(row, "growth"), _growth(row, flow, period, growth))
        step = row.get(f"{name}_mom")
        if step:
            cell = _growth(row, flow, row["period"], step, "month")
            yield Fact(_issue(row, "levels"), cell)


def _first_published(row: Row, span: str) -> bool:
    """Return whether a level is one of the early cumulatives, which no sum of months meets."""
    january = row["period"].endswith("-01")
    return span == "ytd" and row["period"] < REVISED_CUMULATIVES and not january


def _derived(row: Row, flow: str) -> str:
    computed = row["total_balance_derived"] == "yes" and flow in {"total", "balance"}
    return DERIVED if computed else ""


def _issue(row: Row, part: str) -> Source:
    """Return the source; levels and growth of the aggregator are two."""
    vintage = row["vintage"]
    address = row["source_url"]
    if vintage.startswith("aggregator copy"):
        return Source(address, AGGREGATED[part], COPIED if part == "levels" else "", "copy")
    if vintage.startswith("published 2025-01-18"):
        return Source(address, "GACC national months 2023 and 2024", CLEAN, "copy")
    if "file-id" in address:
        return SECOND_HAND
    return Source(address, "", "", evidence(row))


def settle(facts: list[Fact], long_facts: list[Fact]) -> None:
    """Give a monthly total the title under which the long tables read the same page."""
    titles: dict[str, Source] = {}
    for fact in long_facts:
        titles.setdefault(fact.source.address, fact.source)
    for fact in facts:
        fact.origin = fact.origin or "monthly_totals.csv"
        if fact.source == SECOND_HAND:
            fact.reason = UNTRACED
        if "gac_regions_2024" in fact.source.address:
            fact.source = fact.source._replace(title=PARTNER_TITLE)
        elif fact.source.title in {"", PARTNER_TITLE}:
            fact.source = titles.get(fact.source.address, fact.source)
        fact.reason = fact.reason or note_reason(fact.row["note"])
