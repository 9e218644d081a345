"""The words that all forms of a report share: dates, sources, and where a figure was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.words import amount
from portbook.release.evidence import Origin, origin_key, prints

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.release.document import Report

Origins = dict[tuple[str, str, str], Origin]


def as_of(report: Report) -> str:
    """Return as of when a report is answered."""
    if report.known is not None:
        return f"As known on {report.known.isoformat()}."
    return "As known in all issues of the ledger."


def issues_of(one: Origin) -> str:
    """Return the title of a source, with its issues, its evidence and when it was known."""
    title = one.title if one.issues == 1 else f"{one.title} and earlier, {one.issues} issues"
    days = dict.fromkeys((one.first.isoformat(), one.last.isoformat()))
    return (
        f"{one.office}: {title}. {one.evidence.capitalize()}, known {' to '.join(days)}; "
        f"{counted(one.figures, 'figure')}"
    )


RECORDS = {1: "the highest of its history", -1: "the lowest of its history"}


def exactly(figure: Figure) -> str:
    """Return a figure as finely as it is known: verdicts in words, counts in whole numbers."""
    if figure.address.measure == "record":
        if figure.low != figure.high:
            return "undecided by what is printed"
        return RECORDS.get(int(figure.value), "neither highest nor lowest of its history")
    if not figure.unit and figure.value.denominator == 1:
        return f"{int(figure.value):,}"
    return amount(figure)


def counted(number: int, thing: str) -> str:
    """Return a number of things in words.

    Examples
    --------
    >>> counted(1, "source"), counted(17, "source")
    ('1 source', '17 sources')
    """
    return f"{number:,} {thing}" + "s" * (number != 1)


def found_in(figure: Figure, where: Origins) -> list[int]:
    """Return the numbers of the sources that a figure rests on."""
    return sorted({where[origin_key(one)].number for one in prints(figure)})
