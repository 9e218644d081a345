"""What a number in a text is: its size, unit and hedge, before anybody asks what it measures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit: tokens `[first, last)` of a line.

    Parameters
    ----------
    kind
        `money`, `percent`, `points`, `thing` (with a counted or weighed noun), `bare`,
        `fraction`, `multiple` ("doubled"), `times`, `price`, `record`, `streak`, `rank`, `lately`
        ("first in six months").
    value
        The mantissa as decimal text, with the sign it is printed with.
    noun
        What is counted, in the words of the text.
    """

    kind: str
    first: int
    last: int
    value: str
    unit: str
    scale: int = 1
    decimals: int = 0
    hedge: str | None = None
    value_hi: str | None = None
    noun: str = ""
    sort: str = ""
    anchor: int = -1

    @property
    def amount(self) -> bool:
        """Whether it is a size that a level or a change may have."""
        return self.kind in {"money", "thing", "bare"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text that is no claim: where it stands, and what it is.

    `kind` is `date`, `name`, `period length`, `list intro` or `not read`.
    """

    span: tuple[int, int]
    text: str
    kind: str


def mantissa(text: str) -> tuple[str, int]:
    """Return a printed number as decimal text, and its decimals as the guide counts them.

    Examples
    --------
    >>> mantissa("125,000"), mantissa("+7.50"), mantissa("230")
    (('125000', -3), ('7.50', 2), ('230', 0))
    """
    value = text.replace(",", "").replace(" ", "").removeprefix("+")
    whole, point, after = value.partition(".")
    if point:
        return value, len(after)
    digits = whole.lstrip("-")
    zeros = len(digits) - len(digits.rstrip("0"))
    return value, -zeros if len(digits) >= 4 and zeros < len(digits) else 0
