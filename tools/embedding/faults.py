"""Rows at fault inside their own publication, each with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embedding import names, tables

if TYPE_CHECKING:
    from embedding.fact import Fact

WHERE = ("reporter", "flow", "partner", "product", "period", "measure", "basis")


def mark(facts: list[Fact]) -> None:
    """Leave out the rows that the table of faults names; each fault must find its row."""
    faults = {
        (row["publication"], *(row[name] for name in WHERE)): row["reason"]
        for row in tables.read(names.HERE / "faults.csv")
    }
    found = set()
    for fact in facts:
        key = (fact.publication, *(fact.row[name] for name in WHERE))
        if key in faults:
            found.add(key)
            fact.reason = fact.reason or faults[key]
    if missing := faults.keys() - found:
        raise LookupError(f"faults that no row answers: {sorted(missing)}")
