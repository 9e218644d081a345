"""Stretches of whole months, written as ISO 8601 and SDMX write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from portbook.errors import BadPeriod

TEXT = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|S([12])|H([12])))?")
YEAR = 12
QUARTER = 3


class Period(NamedTuple):
    """The months from `first` to `last`, counted from year 0 (month 0 is January).

    Two texts of the same months are one period: 2024-01/2024-03 is 2024-Q1.

    Examples
    --------
    >>> str(Period.parse("2024-01/2024-12")), str(Period.parse("2024-Q4").before())
    ('2024', '2023-Q4')
    """

    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that `text` names.

        Raises
        ------
        BadPeriod
            Where the text is no period; the message shows the forms that are.
        """
        return _parse(text.strip())

    @classmethod
    def year(cls, number: int) -> Period:
        """Return a calendar year."""
        return cls(number * YEAR, number * YEAR + YEAR - 1)

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def kind(self) -> str:
        """year, quarter, month, cumulative (from January), fiscal (twelve months) or range."""
        if self.months == 1:
            return "month"
        if self.months == QUARTER and self.first % QUARTER == 0:
            return "quarter"
        if self.first % YEAR == 0 and self.months <= YEAR:
            return "year" if self.months == YEAR else "cumulative"
        return "fiscal" if self.months == YEAR else "range"

    def each_month(self) -> list[Period]:
        """Return its months."""
        return [Period(month, month) for month in range(self.first, self.last + 1)]

    def shifted(self, months: int) -> Period:
        """Return the period so many months later."""
        return Period(self.first + months, self.last + months)

    def before(self, since: str = "year") -> Period:
        """Return the period it is compared with: a year, quarter or month earlier, or a named one.

        A month or quarter earlier exists only for a month or a quarter.
        """
        if since == "year":
            return self.shifted(-YEAR)
        if since in ("month", "quarter"):
            step = 1 if since == "month" else QUARTER
            if self.months != step:
                raise BadPeriod(f"{self} is no {since}, so there is none before it")
            return self.shifted(-step)
        return Period.parse(since)

    def inside(self, other: Period) -> bool:
        """Return whether all its months are months of the other."""
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        """Return the shortest text: 2024, 2024-Q1, 2024-01, 2024-01/2024-05."""
        year, month = divmod(self.first, YEAR)
        kind = self.kind
        if kind == "year":
            return f"{year:04d}"
        if kind == "quarter":
            return f"{year:04d}-Q{month // QUARTER + 1}"
        if kind == "month":
            return _month(self.first)
        return f"{_month(self.first)}/{_month(self.last)}"


def _month(number: int) -> str:
    year, month = divmod(number, YEAR)
    return f"{year:04d}-{month + 1:02d}"


@lru_cache(4096)
def _parse(text: str) -> Period:
    start, slash, end = text.partition("/")
    first = _span(start, text)
    last = _span(end, text) if slash else first
    if last.last < first.first:
        raise BadPeriod(f"{text!r} ends before it begins")
    return Period(first.first, last.last)


def _span(part: str, text: str) -> Period:
    found = TEXT.fullmatch(part)
    if not found:
        raise BadPeriod(f"{text!r} is no period; write 2024, 2024-Q1, 2024-01 or 2024-01/2024-05")
    year, month, quarter, *halves = found.groups()
    start = int(year) * YEAR
    if month:
        return Period(start + int(month) - 1, start + int(month) - 1)
    if quarter:
        return Period(start + int(quarter) * QUARTER - QUARTER, start + int(quarter) * QUARTER - 1)
    half = halves[0] or halves[1]
    if half:
        return Period(start + int(half) * 6 - 6, start + int(half) * 6 - 1)
    return Period(start, start + YEAR - 1)
