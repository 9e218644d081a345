"""How a figure is printed in a sentence and in a column of a table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.quantities import unit
from portbook.quantities.wording import MINUS, currency_word, decimal, digits, scale, scale_word
from portbook.release.pieces import Number

if TYPE_CHECKING:
    from portbook.figures.figure import Figure

PLACES = {10**12: 2, 10**9: 1, 10**8: 1, 10**6: 1}
"""How many decimals a level shows, by the scale it is worded in; none below a million."""

RATES = {"percent": 1, "points": 2}
BILLION = 10**9


def prose(figure: Figure, lang: str = "en", *, signed: bool = False) -> Number:
    """Return a figure as a sentence prints it: 43.85 trillion yuan, 7.1%, 5.11 percentage points.

    Parameters
    ----------
    figure
        The figure.
    lang
        The language of the sentence.
    signed
        Whether a minus is shown; a verb that tells the direction makes it superfluous.
    """
    money = unit(figure.unit).money
    factor = scale(figure.value, lang) if money else 1
    most = PLACES.get(factor, 0) if money else RATES.get(figure.unit, _measured(figure))
    shown = digits(figure.value / factor, _places(figure, factor, most))
    if not signed:
        shown = shown.removeprefix(MINUS)
    return Number(figure, _worded(shown, factor, figure.unit, lang))


def _measured(figure: Figure) -> int:
    """Return the decimals of a figure that is neither money nor a rate: an index has three."""
    if figure.unit or figure.value.denominator == 1:
        return 0
    return 3 if abs(figure.value) < 1 else 1


def _places(figure: Figure, factor: int, most: int) -> int:
    """Return as many decimals as the range of the figure allows.

    A print shows no more than were printed. What is deduced may range over ten of its last place:
    its interval opens beside it.
    """
    width = (figure.high - figure.low) / factor
    while most and width > Fraction(10 if figure.deduced else 1, 10**most):
        most -= 1
    return most


def _worded(number: str, factor: int, code: str, lang: str) -> str:
    space = "" if lang == "zh" else " "
    if code == "percent":
        return f"{number}%"
    if code == "points":
        return f"{number}个百分点" if lang == "zh" else f"{number} percentage points"
    if unit(code).money:
        words = (number, scale_word(factor, lang), money_word(code, lang))
        return space.join(each for each in words if each)
    return f"{number}{space}{code}".strip()


def money_word(code: str, lang: str = "en") -> str:
    """Return what a currency is called in a report, where "dollars" alone are those of the US."""
    if (code, lang) == ("USD", "en"):
        return "dollars"
    return currency_word(code, lang)


@dataclass(frozen=True, slots=True)
class Style:
    """How a column prints its figures: one unit, one number of decimals, signs or none."""

    kind: str
    factor: int = 1
    places: int = 1
    signed: bool = False
    suffix: str = ""


def level(factor: int = BILLION, places: int = 1) -> Style:
    """Return the style of a column of levels, in one scale."""
    return Style("level", factor, places)


GROWTH = Style("growth", places=1, signed=True, suffix="%")
SHARE = Style("share", places=1, suffix="%")
POINTS = Style("points", places=2, signed=True)
INDEX = Style("index", places=3)
PLAIN = Style("plain", places=0)


def cell(figure: Figure, style: Style) -> Number:
    """Return a figure as a column prints it, without its unit."""
    places = _places(figure, style.factor, style.places)
    shown = decimal(figure.value / style.factor, places)
    sign = "+" if style.signed and shown > 0 else ""
    number = digits(figure.value / style.factor, places)
    if not shown:
        number = number.removeprefix(MINUS)
    return Number(figure, sign + number + style.suffix)
