"""Join what several pages repeat of one publication, and find what cannot be true together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from embedding.fact import Fact

STRENGTH = ("official", "copy", "press")
UNLIKE = "conflicts with another print of the same figure in one publication"


def once(facts: Iterable[Fact]) -> tuple[list[Fact], int]:
    """Return each printed figure of a publication once, and how often one was repeated."""
    seen: dict[tuple[object, ...], Fact] = {}
    repeated = 0
    for fact in sorted(facts, key=_rank):
        key = (fact.publication, fact.cell, fact.ends)
        if key in seen:
            repeated += 1
            _lend_note(seen[key], fact)
        else:
            seen[key] = fact
    return list(seen.values()), repeated


def _rank(fact: Fact) -> tuple[object, ...]:
    return STRENGTH.index(fact.source.evidence), fact.source


def _lend_note(kept: Fact, repeated: Fact) -> None:
    kept.row["note"] = kept.row["note"] or repeated.row["note"]


def unlike(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Return pairs of one cell and publication whose intervals have nothing in common."""
    cells: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        cells[fact.publication, fact.cell].append(fact)
    return [
        (one, other)
        for group in cells.values()
        for place, one in enumerate(group)
        for other in group[place + 1 :]
        if one.ends[0] > other.ends[1] or other.ends[0] > one.ends[1]
    ]


def spread(facts: list[Fact]) -> None:
    """Leave out every repetition of a figure that is left out."""
    reasons = {
        (fact.publication, fact.cell, fact.ends): fact.reason for fact in facts if fact.reason
    }
    for fact in facts:
        key = (fact.publication, fact.cell, fact.ends)
        fact.reason = fact.reason or reasons.get(key, "")
