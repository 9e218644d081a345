"""What a number counts: a currency, a rate, points, or things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its code: ISO 4217 for money, else a singular word.

    Parameters
    ----------
    code
        ``CNY``, ``percent``, ``points``, ``tonne``; empty for a plain number.
    factor
        How many units a plain ratio of one makes (100 for percent and points).
    """

    code: str
    factor: int = 1

    @property
    def money(self) -> bool:
        """Whether it is a currency."""
        return is_currency(self.code)


PERCENT = Unit("percent", 100)
POINTS = Unit("points", 100)
NUMBER = Unit("")


def unit(code: str) -> Unit:
    """Return the unit of a code."""
    return {"percent": PERCENT, "points": POINTS}.get(code, Unit(code))


@lru_cache(256)
def is_currency(code: str) -> bool:
    """Return whether a code is an ISO 4217 currency.

    Only codes of three capitals are looked up, so that a plain word costs nothing.
    """
    if len(code) != ISO_4217 or not code.isupper():
        return False
    from babel.numbers import is_currency as known  # babel is slow to import

    return bool(known(code))


ISO_4217 = 3
