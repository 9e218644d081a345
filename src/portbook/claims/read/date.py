"""The day a text speaks from, where nobody says it."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"\b(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(20\d\d)\b|\b(January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\s+(\d{1,2}),?\s+(20\d\d)\b|\b(20\d\d)-(\d\d)-(\d\d)\b"
)
YEAR = re.compile(r"(?<![\d.,$€£¥])(?:19[5-9]\d|20\d\d)(?![\d,]|\.\d)")
NEAR = 40
TARGET = re.compile(r"\b(?:by|goal|target|until|plan)\W+(?:\w+\W+){0,2}$|\bits\s+$", re.IGNORECASE)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATELINE_REACH = 300
"""A dateline stands in the first characters of a text."""
PLACELESS = "2024-12-31"
"""The date of a text that names no year."""


def assumed_date(text: str) -> str:
    """Return the article's date: its dateline, else the last day of the latest year it speaks of.

    Years that are only aimed at ("its 2031 goal", "by 2030") are passed over.

    Examples
    --------
    >>> assumed_date("Exports rose in 2024 and will be crucial in 2025.")
    '2025-12-31'
    >>> assumed_date("BEIJING, 14 January 2025: Exports rose last year.")
    '2025-01-14'
    """
    dateline = DATELINE.search(text, 0, DATELINE_REACH)
    if dateline:
        return _iso(dateline)
    years = [
        int(found[0])
        for found in YEAR.finditer(text)
        if not TARGET.search(text, max(0, found.start() - NEAR), found.start())
    ]
    return f"{max(years)}-12-31" if years else PLACELESS


def _iso(found: re.Match[str]) -> str:
    day, month, year, month_2, day_2, year_2, *digits = found.groups()
    if digits[0]:
        return "-".join(digits)
    number = MONTHS.index(month or month_2) + 1
    return f"{year or year_2}-{number:02d}-{int(day or day_2):02d}"
