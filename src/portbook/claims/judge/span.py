"""The days a claim speaks of: whole months mostly, sometimes the first ten days of one."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from portbook.errors import BadPeriod
from portbook.quantities import Period

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
MONTHS_BACK = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` to `last`, both included.

    Examples
    --------
    >>> str(Span.parse("2024-Q1").before("year").last)
    '2023-03-31'
    """

    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> Span:
        """Return the days that a period of a claim names.

        Raises
        ------
        BadPeriod
            Where it names none.
        """
        days = DAYS.fullmatch(text.strip())
        try:
            if days:
                return cls(dt.date.fromisoformat(days[1]), dt.date.fromisoformat(days[2]))
            return cls.of(Period.parse(text))
        except ValueError as error:
            raise BadPeriod(f"{text!r} names no days") from error

    @classmethod
    def of(cls, period: Period) -> Span:
        """Return the days of whole months."""
        year, month = divmod(period.last, 12)
        if not period.first // 12 >= dt.MINYEAR or year > dt.MAXYEAR:
            raise BadPeriod(f"{period} lies outside the calendar")
        last = calendar.monthrange(year, month + 1)[1]
        return cls(
            dt.date(period.first // 12, period.first % 12 + 1, 1), dt.date(year, month + 1, last)
        )

    @property
    def period(self) -> Period | None:
        """The whole months it is made of; None where it is not."""
        month_end = calendar.monthrange(self.last.year, self.last.month)[1]
        if self.first.day != 1 or self.last.day != month_end:
            return None
        return Period(
            self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month - 1
        )

    def before(self, since: str) -> Span | None:
        """Return the days it is compared with; None where there are none of that kind."""
        period = self.period
        if since not in MONTHS_BACK:
            return Span.parse(since)
        if period is None:
            back = MONTHS_BACK[since]
            return Span(_earlier(self.first, back), _earlier(self.last, back))
        if since != "year" and period.months != MONTHS_BACK[since]:
            return None
        return Span.of(period.shifted(-MONTHS_BACK[since]))

    def inside(self, other: Span) -> bool:
        """Return whether all its days are days of the other."""
        return other.first <= self.first and self.last <= other.last


def _earlier(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
