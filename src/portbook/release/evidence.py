"""On whose word a figure rests and how it is known: the mark beside it, counts, and sources."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portbook.figures.prints import RANK
from portbook.release.pieces import Tally

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.figures.prints import Print
    from portbook.release.document import Report

UNDERLINE = "\u0332"
GLYPHS = {
    "o": "\u25cf", "c": "\u25d0", "p": "\u25cb", "r": "\u25a0",
    "do": "\u25b2", "dc": "\u25ee", "dp": "\u25b3",
    "xo": "\u25b2" + UNDERLINE, "xc": "\u25ee" + UNDERLINE, "xp": "\u25b3" + UNDERLINE,
}  # fmt: skip
"""Shape tells how: circle printed, triangle deduced (underlined: across issues), square counted.
Fill tells on whose word: full official, half a copy, hollow the press."""

WORDS = {
    "o": "official", "c": "copy", "p": "press", "r": "records",
    "do": "deduced from official", "dc": "deduced from copies", "dp": "deduced from press",
    "xo": "deduced across issues, official", "xc": "deduced across issues, copies",
    "xp": "deduced across issues, press",
}  # fmt: skip

LEGEND = (
    ("o", "official print"),
    ("c", "copy of an official print"),
    ("p", "press"),
    ("r", "records"),
    ("dc", "deduced inside one publication"),
    ("xc", "deduced across issues"),
)


def mark(one: Figure | Tally) -> str:
    """Return the mark of a figure: how it is known and on whose word, in one or two letters."""
    if isinstance(one, Tally):
        weakest = min(one.figures, key=lambda each: RANK[each.evidence])
        how = "x" if any(each.across for each in one.figures) else "d"
        return "r" if weakest.evidence == "records" else how + weakest.evidence[0]
    if one.evidence == "records":
        return "r"
    how = "x" if one.across else "d" if one.deduced else ""
    return how + one.evidence[0]


def glyph(one: Figure | Tally) -> str:
    """Return the mark as a character."""
    return GLYPHS[mark(one)]


def counts(report: Report) -> list[tuple[str, int]]:
    """Return how many of the report's figures bear each mark, in the order of the legend."""
    found = Counter(mark(figure) for figure in report.figures())
    return [(each, found[each]) for each in GLYPHS if found[each]]


@dataclass(frozen=True, slots=True)
class Origin:
    """One source that figures of a report rest on.

    Parameters
    ----------
    number
        Its place in the list of sources.
    title, office, address, evidence
        The series or publication, who issued it, where it was read, and on whose word.
    issues
        How many issues of the series were read.
    first, last
        When the first and the last of them became known.
    figures
        How many figures of the report rest on it.
    """

    number: int
    series: str
    title: str
    office: str
    address: str
    evidence: str
    issues: int
    first: dt.date
    last: dt.date
    figures: int


def prints(figure: Figure) -> list[Print]:
    """Return the prints that a figure rests on, those of its history included."""
    found = dict.fromkeys(figure.prints)
    for each in figure.history:
        found |= dict.fromkeys(each.prints)
    return list(found)


def origin_key(one: object) -> tuple[str, str, str]:
    """Return what tells two origins apart: the series, the evidence and the address."""
    publication, source = one.publication, one.source  # type: ignore[attr-defined]
    return publication.series, publication.evidence, source.address


def origins(figures: Iterable[Figure]) -> dict[tuple[str, str, str], Origin]:
    """Return the sources that figures rest on, numbered: strongest first, then most used."""
    seen: dict[tuple[str, str, str], dict[str, object]] = {}
    used: Counter[tuple[str, str, str]] = Counter()
    for figure in figures:
        for one in prints(figure):
            seen.setdefault(origin_key(one), {})[one.publication.name] = one.publication
        used.update({origin_key(one) for one in prints(figure)})
    order = sorted(seen, key=lambda each: (-_rank(each[1]), -used[each], each))
    return {each: _origin(at, each, seen[each], used[each]) for at, each in enumerate(order, 1)}


def _rank(evidence: str) -> int:
    return RANK.get(evidence, -1)


def _origin(number: int, where: tuple[str, str, str], issues: dict, used: int) -> Origin:  # type: ignore[type-arg]
    newest = max(issues.values(), key=lambda each: each.known_from)
    return Origin(
        number,
        where[0],
        newest.title,
        newest.office,
        where[2],
        where[1],
        len(issues),
        min(each.known_from for each in issues.values()),
        newest.known_from,
        used,
    )
