"""Read the totals of the world's reporters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embedding import names, tables
from embedding.fact import Fact, Source
from embedding.periods import canonical

if TYPE_CHECKING:
    from pathlib import Path

    from embedding.tables import Row

WTO = "wto-1948-2023"
ADDRESS = "github:pradip-data/World-Merchandise-Trade"
TITLE = "WTO merchandise trade values 1948-2023"
SCALES = {"": "1", "million": "1e6", "billion": "1e9", "trillion": "1e12"}


def read(data: Path, long_facts: list[Fact]) -> list[Fact]:
    """Return the totals; those of other offices repeat rows of the long tables."""
    known: dict[str, Source] = {}
    for fact in long_facts:
        known.setdefault(fact.source.address, fact.source)
    return [_fact(row, known) for row in tables.read(data / "world_totals" / "totals.csv")]


def _fact(row: Row, known: dict[str, Source]) -> Fact:
    currency, _, size = row["unit"].partition(" ")
    address = row["source"].replace("pages-corpus:no-url:", "no address: ")
    source = (
        Source(ADDRESS, TITLE, "", row["evidence"])
        if row["source"] == WTO
        else known.get(address, Source(address, "", "", row["evidence"]))
    )
    cell = {
        "reporter": names.reporter(row["reporter"]),
        "flow": row["flow"],
        "period": canonical(row["period"]),
        "basis": currency,
        "value": row["value"],
        "unit": currency,
        "scale": SCALES[size],
    }
    return Fact(source, cell, "world_totals/totals.csv")
