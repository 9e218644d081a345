"""Periods as the ledger writes them, and the days on which a publication was known."""

from __future__ import annotations

import calendar
import re
from datetime import date

QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4"}
RANGE = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
VERSUS = re.compile(r"(\d{4}) vs (\d{4})")


def canonical(text: str) -> str:
    """Return a period in the one form in which the ledger writes it."""
    if match := RANGE.fullmatch(text):
        year, first, last_year, last = match.groups()
        if year == last_year and (first, last) == ("01", "12"):
            return year
        if year == last_year and first == last:
            return f"{year}-{first}"
        if year == last_year and (first, last) in QUARTERS:
            return f"{year}-{QUARTERS[first, last]}"
    return text


def end(text: str) -> str:
    """Return the last month of a period as collected, as YYYY-MM."""
    last = text.partition("/")[2] or text.partition(" vs ")[0]
    return last if "-" in last else f"{last}-12"


def month_end(month: str, later: int) -> str:
    """Return the last day of the month that comes `later` months after `month`."""
    year, number = (int(part) for part in month.split("-"))
    year, index = divmod(year * 12 + number - 1 + later, 12)
    return date(year, index + 1, calendar.monthrange(year, index + 1)[1]).isoformat()


def last_day(published: str) -> str:
    """Return a published date, or the last day of the month or year that it names."""
    if len(published) == len("YYYY"):
        return f"{published}-12-31"
    if len(published) == len("YYYY-MM"):
        return month_end(published, 0)
    return published
