"""Numbers of verdicts in words: as printed, and as ranges one place finer than the claim."""

from __future__ import annotations

from fractions import Fraction

from portbook.claims.guide import Claim
from portbook.quantities import Interval, unit
from portbook.quantities.wording import MINUS, currency_word, digits, outward, scale_word

ANY = "any number"
WORDED = (10**6, 10**9, 10**12)
"""Scales with a word of their own."""
OF_UNIT = {"percent": "%", "pp": " points", "ratio": "", "index": "", "rank": ""}


def printed(claim: Claim) -> str:
    """Return the number of a claim as it is printed, without its unit but for percent."""
    text = claim.value.replace("-", MINUS)
    whole, point, rest = text.partition(".")
    if len(whole.lstrip(MINUS)) > 4:
        text = f"{int(whole.replace(MINUS, '-')):,}".replace("-", MINUS) + point + rest
    if claim.value_hi:
        text = f"{text}\u2013{claim.value_hi}"
    word = scale_word(claim.scale) if claim.scale in WORDED else ""
    if not word and claim.scale > 1:
        return f"{digits(claim.amount, 0)}"
    return text + OF_UNIT.get(claim.unit, "") * (claim.unit == "percent") + (word and f" {word}")


def span_words(over: Interval, like: Claim | None = None, *, finer: int = 1) -> str:
    """Return a range in words, in the unit and scale of a claim and rounded outward.

    Parameters
    ----------
    over
        The range, in the unit of formulas.
    like
        The claim whose unit and scale it is shown in.
    finer
        How many places it shows beyond the claim's own.
    """
    factor = _factor(like)
    if over.low is not None and over.high is not None and over.low > over.high:
        return "nothing"
    tail = _tail(like)
    places = max(0, (like.decimals if like else 3) + finer)
    if like and like.decimals <= 0 and like.unit not in OF_UNIT and like.scale not in WORDED:
        places = 0
    if over.low is None or over.high is None:
        return _open(over, factor, places) + tail
    low, high = over.low / factor, over.high / factor
    if low != high and (high - low) * 10**places < Fraction(1, 10):
        return digits((low + high) / 2, places) + tail
    if low == high:
        return digits(low, _least(low, places)) + tail
    first, last = outward(low, high, places)
    return f"{first} to {last}{tail}" if first != last else f"{first}{tail}"


def verb(over: Interval, other: Interval) -> str:
    """Return how one range stands to another: contains, meets or excludes."""
    if not over.meets(other):
        return "excludes"
    return "contains" if over.contains(other) else "meets"


def bounds_words(low: Fraction | None, high: Fraction | None, code: str) -> str:
    """Return the bounds of a figure in its own unit, with the scale word it reaches."""
    from portbook.quantities.wording import scale

    most = max((abs(end) for end in (low, high) if end is not None), default=Fraction(0))
    factor = scale(most) if unit(code).money else 1
    word = _after(code, scale_word(factor))
    if low is None or high is None:
        return _open(Interval(low, high), Fraction(factor), 2) + word
    places = 0
    while places < 6 and (high - low) / factor * 10**places < 1:
        places += 1
    if unit(code).money or code in ("percent", "pp"):
        places = max(places, 2)
    if low == high:
        return digits(low / factor, places) + word
    first, last = outward(low / factor, high / factor, places)
    return f"{first} to {last}{word}"


def _after(code: str, scale: str) -> str:
    if code in OF_UNIT:
        return OF_UNIT[code]
    name = currency_word(code) if unit(code).money else plural(code)
    return "".join(f" {each}" for each in (scale, name) if each)


def per_unit(one: str, other: str) -> str:
    """Return the unit of an exchange rate: yuan a US dollar."""
    from babel.numbers import get_currency_name

    return f"{currency_word(one)} a {get_currency_name(other, count=1, locale='en')}"


def plural(noun: str) -> str:
    """Return the plural of a counted noun."""
    if noun in ("aircraft", "teu", "kg", ""):
        return noun
    if noun.endswith("y"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _open(over: Interval, factor: Fraction, places: int) -> str:
    if over.low is not None:
        return f"{digits(over.low / factor, _least(over.low / factor, places))} or more"
    if over.high is not None:
        return f"{digits(over.high / factor, _least(over.high / factor, places))} or less"
    return ANY


def _least(value: Fraction, places: int) -> int:
    """Return the fewest places that show a value in full, up to so many."""
    return next((few for few in range(places) if value * 10**few % 1 == 0), places)


def _factor(like: Claim | None) -> Fraction:
    if like is None:
        return Fraction(1)
    if like.unit in ("percent", "pp"):
        return Fraction(1, 100)
    return Fraction(like.scale if like.scale in WORDED else 1)


def _tail(like: Claim | None) -> str:
    if like is None:
        return ""
    if like.unit in OF_UNIT:
        return OF_UNIT[like.unit]
    scaled = like.scale if like.scale in WORDED else 1
    return _after(like.unit, scale_word(scaled))
