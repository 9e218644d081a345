"""Stretches of time: what a mention of a period says, and the period that it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portbook.errors import BadPeriod
from portbook.quantities import Period

YEAR = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A mention of a period: tokens `[first, last)`, and how to find what it names.

    Parameters
    ----------
    form
        `months` (of a year), `year`, `fiscal`, `days`, `before` (a year or month earlier),
        `same` (months of another year), `whole` (the year), `running` (the month last closed),
        `date` (a day, no period of a figure) or `none` (never a figure's period).
    first_month, last_month
        1 to 12, in `months`; the days in `days`.
    year
        As written, where written.
    shift
        Years from the year of publication, or months back, where told in words.
    compared
        Whether it only names what something is compared with.
    """

    form: str
    first: int
    last: int
    first_month: int = 1
    last_month: int = 12
    year: int | None = None
    shift: int | None = None
    compared: bool = False
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The day that an article speaks from: its year and month."""

    year: int
    month: int
    fiscal: int = 4

    @classmethod
    def parse(cls, text: str) -> Today:
        """Return the month of an ISO date.

        Raises
        ------
        BadPeriod
            Where the text is no date.
        """
        year, _, rest = text.partition("-")
        try:
            return cls(int(year), int(rest[:2] or 12))
        except ValueError as error:
            raise BadPeriod(f"{text!r} is no date; write 2025-02-10") from error

    @property
    def number(self) -> int:
        """The month, counted from year 0."""
        return self.year * YEAR + self.month - 1


def months(year: int, first: int, last: int) -> Period:
    """Return months of a year; a last month before the first lies in the next year."""
    wrap = YEAR if last < first else 0
    return Period(year * YEAR + first - 1, year * YEAR + last - 1 + wrap)


def resolve(moment: Moment, today: Today, now: Period | None) -> Period | None:
    """Return the period that a mention names; `now` is the one spoken of before it."""
    found = RESOLVED.get(moment.form)
    return found(moment, today, now) if found else None


def _running(moment: Moment, today: Today, now: Period | None) -> Period:
    """The month last closed."""
    del moment, now
    return Period(today.number - 1, today.number - 1)


def _month_now(moment: Moment, today: Today, now: Period | None) -> Period:
    """The month of publication."""
    del moment, now
    return Period(today.number, today.number)


def _rolling(moment: Moment, today: Today, now: Period | None) -> Period:
    """So many months up to the one spoken of."""
    end = today.number - 1 if now is None else now.last
    return Period(end - (moment.shift or 1) + 1, end)


def _to_date(moment: Moment, today: Today, now: Period | None) -> Period:
    """The year up to the month spoken of."""
    del moment
    end = today.number - 1 if now is None else now.last
    return Period(end - end % YEAR, end)


def _of_year(moment: Moment, today: Today, now: Period | None) -> Period:
    """A calendar year."""
    del now
    return Period.year(_year(moment, today))


def _year(moment: Moment, today: Today) -> int:
    if moment.year is not None:
        return moment.year
    return today.year + (moment.shift or 0)


def _fiscal(moment: Moment, today: Today, now: Period | None) -> Period:
    """Return months of a fiscal year, counted from its first; the latest where no year is said."""
    del now
    start = today.fiscal - 1
    if moment.year is not None:
        begin = moment.year * YEAR + start
    else:
        begin = (today.number - start - 1) // YEAR * YEAR + start
    found = Period(begin + moment.first_month - 1, begin + moment.last_month - 1)
    return found if found.last < today.number or moment.year is not None else found.shifted(-YEAR)


def _months(moment: Moment, today: Today, now: Period | None) -> Period:
    if moment.year is not None or moment.shift is not None:
        return months(_year(moment, today), moment.first_month, moment.last_month)
    if moment.compared and now is not None:
        return _latest(moment, now.first - 1)
    return _latest(moment, today.number)


def _latest(moment: Moment, end: int) -> Period:
    """Return the latest such months that do not end after a month."""
    year = end // YEAR
    found = months(year, moment.first_month, moment.last_month)
    return found if found.last <= end else found.shifted(-YEAR)


def _before(moment: Moment, today: Today, now: Period | None) -> Period | None:
    """A year, quarter or month earlier."""
    del today
    if now is None:
        return None
    if moment.shift is not None:
        return now.shifted(-moment.shift * now.months if moment.shift == 1 else -moment.shift)
    return now.shifted(-YEAR)


def _same(moment: Moment, today: Today, now: Period | None) -> Period | None:
    if now is None:
        return None
    if moment.year is None and moment.shift is None:
        return now.shifted(-YEAR)
    years = _year(moment, today) - now.first // YEAR
    return now.shifted(years * YEAR if years else -YEAR)


def _whole(moment: Moment, today: Today, now: Period | None) -> Period:
    if now is not None and moment.form == "whole":
        return Period.year(now.first // YEAR)
    return Period.year(today.year - 1)


RESOLVED: dict[str, Callable[[Moment, Today, Period | None], Period | None]] = {
    "year": _of_year,
    "fiscal": _fiscal,
    "months": _months,
    "days": _months,
    "before": _before,
    "same": _same,
    "whole": _whole,
    "running": _running,
    "month_now": _month_now,
    "rolling": _rolling,
    "to_date": _to_date,
}
