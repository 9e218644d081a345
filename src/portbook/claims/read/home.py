"""Whose trade a text is about, where a sentence does not say."""

from __future__ import annotations

from collections import Counter

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.linking import gazetteer
from portbook.claims.read.mention import Mention, Place

HOMES = frozenset({"country", "province", "city", "group", "region"})


def home(rows: list[Chunker], spoken: list[tuple[Mention, ...]]) -> Place | None:
    """Return the place whose flows a text names most, else the first that owns anything in it.

    Without either it is the place of the dateline, else the first place at all.
    """
    votes = Counter(
        one.reporter for found in spoken for one in found
        if one.reporter is not None and one.kind == "flow" and one.anaphor != "pair"
        and one.reporter.kind in HOMES
    )  # fmt: skip
    if votes:
        return votes.most_common(1)[0][0]
    partners = {
        place
        for found in spoken
        for one in found
        for place in (one.partner, *one.partners)
        if place is not None
    }
    return _owner(rows, partners) or _dateline(rows) or _money(rows) or _first(rows, partners)


def _owner(rows: list[Chunker], partners: set[Place]) -> Place | None:
    for row in rows:
        for at in range(len(row.roles)):
            named = row.place(at)
            if (
                named
                and named[0].kind in HOMES
                and named[0] not in partners
                and row.role(named[1]) == "possessive"
            ):
                return named[0]
    return None


def _dateline(rows: list[Chunker]) -> Place | None:
    """KUALA LUMPUR: …."""
    if not rows:
        return None
    line = rows[0].scan.line
    cue = line.at(0, "dateline")
    if cue and line.low(cue.last) in {":", ",", "(", "-"}:
        return gazetteer(line.lexicon.lang)[cue.sense]
    return None


def _money(rows: list[Chunker]) -> Place | None:
    """Return the country whose own currency a text counts in, where it is only one."""
    for row in rows:
        for one in row.scan.quantities:
            if one.kind == "money" and one.unit not in {"USD", "EUR"}:
                return next(
                    (place for place in gazetteer(row.scan.line.lexicon.lang).values()
                     if place.kind == "country" and place.name == one.unit[:2]), None
                )  # fmt: skip
    return None


def _first(rows: list[Chunker], partners: set[Place]) -> Place | None:
    for row in rows:
        for at in range(len(row.roles)):
            cue = row.scan.line.at(at, "place")
            named = gazetteer(row.scan.line.lexicon.lang)[cue.sense] if cue else None
            tied = row.role(at) != "place" or row.role(at - 1) == "prep"
            tied = tied or (cue is not None and row.role(cue.last) == "word")
            if named and named.kind in HOMES and named not in partners and tied:
                return named
    return None
