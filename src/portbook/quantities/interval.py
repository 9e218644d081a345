"""A printed number is every number that rounds to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from portbook.errors import BadNumber, ZeroDivisor

Rational = Fraction | int
"""An exact number."""


def places(text: str) -> int:
    """Return how many digits `text` shows after the decimal point."""
    return len(text.partition(".")[2])


def exact(text: str | Rational) -> Fraction:
    """Return the exact value of a number, or of its decimal text."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise BadNumber(f"{text!r} is not a number") from error


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both ends exact; None is an open end.

    Examples
    --------
    >>> Interval.rounded("12.3")
    Interval(low=Fraction(49, 4), high=Fraction(247, 20))
    >>> Interval.rounded("5").meets(Interval.rounded("5.4"))
    True
    """

    low: Fraction | None = None
    high: Fraction | None = None

    @classmethod
    def rounded(cls, text: str, scale: Rational = 1, decimals: int | None = None) -> Interval:
        """Return every number that rounds to `text` at the places it shows.

        Parameters
        ----------
        text
            A decimal number as printed, without thousands separators.
        scale
            What one unit of the print is worth (``10**12`` for trillions).
        decimals
            The places printed, where the text itself does not show them (``-3`` for 125,000).
        """
        shown = places(text) if decimals is None else decimals
        half = Fraction(1, 2) * Fraction(10) ** -shown
        middle = exact(text)
        return cls((middle - half) * Fraction(scale), (middle + half) * Fraction(scale))

    @classmethod
    def exactly(cls, value: str | Rational) -> Interval:
        """Return the interval that holds one number."""
        at = exact(value)
        return cls(at, at)

    @classmethod
    def over(cls, value: Fraction) -> Interval:
        """Return every number from `value` up ("more than")."""
        return cls(value, None)

    @classmethod
    def under(cls, value: Fraction) -> Interval:
        """Return every number up to `value` ("less than")."""
        return cls(None, value)

    @property
    def middle(self) -> Fraction | None:
        """The middle, where both ends are known."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2

    @property
    def width(self) -> Fraction | None:
        """How far the ends lie apart, where both are known."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def empty(self) -> bool:
        """Whether no number lies inside."""
        return self.low is not None and self.high is not None and self.low > self.high

    @property
    def sign(self) -> int:
        """1 where all is above zero, -1 where all is below, 0 where neither is sure."""
        if self.low is not None and self.low > 0:
            return 1
        if self.high is not None and self.high < 0:
            return -1
        return 0

    def contains(self, other: Interval | Rational) -> bool:
        """Return whether a number, or every number of an interval, lies inside."""
        if not isinstance(other, Interval):
            other = Interval.exactly(other)
        below = self.low is None or (other.low is not None and other.low >= self.low)
        above = self.high is None or (other.high is not None and other.high <= self.high)
        return below and above

    def meets(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return not (self & other).empty

    def __and__(self, other: Interval) -> Interval:
        """Return what lies in both; it may be empty."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def __or__(self, other: Interval) -> Interval:
        """Return the smallest interval around both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __neg__(self) -> Interval:
        """Return the interval mirrored at zero."""
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low
        )

    def __add__(self, other: Interval) -> Interval:
        """Return the sums of a number of each."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __sub__(self, other: Interval) -> Interval:
        """Return the differences of a number of each."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return the products of a number of each."""
        ends = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        low, high = min(ends), max(ends)
        return Interval(_finite(low), _finite(high))

    def __truediv__(self, other: Interval) -> Interval:
        """Return the quotients of a number of each; the divisor must keep off zero."""
        return self * other.inverse()

    def inverse(self) -> Interval:
        """Return one over each number; zero must not be among them."""
        if self.sign == 0:
            raise ZeroDivisor("a divisor that may be zero")
        low = Fraction(0) if self.high is None else 1 / self.high
        high = Fraction(0) if self.low is None else 1 / self.low
        return Interval(low, high)

    def scaled(self, factor: Rational) -> Interval:
        """Return each number times an exact factor."""
        return self * Interval.exactly(Fraction(factor))


End = tuple[int, Fraction]
"""A number, or an infinity: (-1, 0) and (1, 0) lie outside every (0, x)."""


def _ends(one: Interval) -> tuple[End, End]:
    low = (-1, Fraction(0)) if one.low is None else (0, one.low)
    high = (1, Fraction(0)) if one.high is None else (0, one.high)
    return low, high


def _times(a: End, b: End) -> End:
    if a[0] == 0 and b[0] == 0:
        return 0, a[1] * b[1]
    sign_a = a[0] or (a[1] > 0) - (a[1] < 0)
    sign_b = b[0] or (b[1] > 0) - (b[1] < 0)
    return sign_a * sign_b, Fraction(0)


def _finite(end: End) -> Fraction | None:
    return end[1] if end[0] == 0 else None


ANYTHING = Interval()
