"""The quantity grammar of English: money, percentages, points, counted things, multiples."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portbook.claims.read.lexicon import Cue
from portbook.claims.read.line import Line
from portbook.claims.read.quantity import Quantity, mantissa
from portbook.claims.read.stretch import Moment

PERCENT = (("%",), ("percent",), ("per", "cent"), ("pc",), ("pct",), ("percentage",))
POINTS = (
    ("percentage", "points"),
    ("percentage", "point"),
    ("percent", "points"),
    ("per", "cent", "points"),
    ("pct", "points"),
    ("points",),
    ("point",),
    ("pp",),
    ("pps",),
    ("ppts",),
)
SUPERLATIVE = frozenset({"largest", "biggest", "top", "main", "leading", "fastest", "major", "key"})
"""Behind a number these introduce a list: "the five largest partners"."""
MODIFIERS = 5
"""A counted noun stands at most so many words behind its number."""


@dataclass(frozen=True, slots=True)
class Written:
    """A numeral as written: tokens `[first, last)`, value and decimals."""

    first: int
    last: int
    value: str
    decimals: int
    worded: bool = False


def written(line: Line, at: int) -> Written | None:
    """Return the numeral, in digits or words, that begins at a token."""
    if not 0 <= at < len(line.tokens):
        return None
    token = line.tokens[at]
    if token.kind == "number":
        value, decimals = mantissa(token.text)
        return Written(at, at + 1, value, decimals)
    if token.kind != "word":
        return None
    return _worded(line, at)


def _worded(line: Line, at: int) -> Written | None:
    number = line.lexicon.numeral(line.low(at), "cardinal")
    if number is None:
        return None
    last = at + 1
    unit = line.lexicon.numeral(line.low(last), "cardinal")
    tens = int(number) >= 20 and int(number) % 10 == 0 and int(number) < 100
    if tens and unit is not None and int(unit) < 10:
        number, last = str(int(number) + int(unit)), last + 1
    if line.low(last) == "point":
        digit = line.lexicon.numeral(line.low(last + 1), "cardinal")
        if digit is not None and int(digit) < 10:
            return Written(at, last + 2, f"{number}.{digit}", 1, worded=True)
    return Written(at, last, number, 0, worded=True)


def follows(line: Line, at: int, forms: tuple[tuple[str, ...], ...]) -> int:
    """Return how many tokens the longest of some phrases takes at a token; 0 for none."""
    return max(
        (len(form) for form in forms if tuple(line.lows(at, at + len(form))) == form), default=0
    )


def percent_at(line: Line, at: int) -> int:
    """Return how many tokens a percent sign or word takes."""
    return follows(line, at, PERCENT)


def points_at(line: Line, at: int) -> int:
    """Return how many tokens a word for percentage points takes."""
    return follows(line, at, POINTS)


def scale_at(line: Line, at: int) -> Cue | None:
    """Return the scale word behind a number."""
    cue = line.at(at, "scale")
    if cue is None:
        return None
    letter = cue.last - cue.first == 1 and len(line.low(at)) == 1
    return None if letter and not line.tokens[at].tight else cue


def currency_before(line: Line, at: int) -> Cue | None:
    """Return the currency written before a number."""
    cue = line.till(at - 1, "currency", "before|either")
    if cue is None:
        return None
    sign = line.tokens[at - 1].kind == "sign" or line.tokens[at - 1].text in {"R$", "."}
    short = cue.last - cue.first == 1 and len(line.tokens[cue.first].text) == 1 and not sign
    return None if short and not line.tokens[at].tight else cue


def money(line: Line, number: Written) -> Quantity | None:
    """Return the amount of money that a numeral is part of."""
    scale = scale_at(line, number.last)
    last = scale.last if scale else number.last
    before = currency_before(line, number.first)
    behind = line.at(last, "currency", "behind|either")
    if before is None and behind is None:
        return None
    cue = before or behind
    first = before.first if before else number.first
    factor = int(scale.sense) if scale else 1
    code = cue.sense if cue else ""
    end = behind.last if behind and not before else last
    if before is not None and behind is not None and behind.sense == before.sense:
        end = behind.last
    return Quantity("money", first, end, number.value, code, factor, number.decimals)


def price(line: Line, amount: Quantity) -> Quantity | None:
    """Return a unit price: money, then "per" or "a", then what is sold."""
    if line.low(amount.last) not in {"per", "a", "an", "/", "each"}:
        return None
    unit = line.at(amount.last + 1, "unit", "mass|thing")
    if unit is None or line.low(amount.last) == "each":
        return None
    return replace(amount, kind="price", last=unit.last, unit=f"{amount.unit}/{unit.sense}")


def relative(line: Line, number: Written) -> Quantity | None:
    """Return a percentage or points."""
    count = points_at(line, number.last)
    if count:
        places = number.decimals
        return Quantity("points", number.first, number.last + count, number.value, "pp", 1, places)
    count = percent_at(line, number.last)
    if not count:
        return None
    places = max(number.decimals, 0)
    return Quantity(
        "percent", number.first, number.last + count, number.value, "percent", 1, places
    )


STOP = frozenset({"conj", "aux", "pron", "verb", "adv"})


def thing(line: Line, number: Written, moments: dict[int, Moment]) -> Quantity | None:
    """Return a number with the noun that it counts, some words on."""
    scale = scale_at(line, number.last)
    start = scale.last if scale else number.last
    if line.low(start) == "of" and line.low(start + 1) in {"the", "its", "their", "them"}:
        return _out_of(line, number, start)
    if line.low(start) in SUPERLATIVE and not scale:
        return None
    for at in range(start, min(start + MODIFIERS, len(line.tokens))):
        unit = line.at(at, "unit")
        if unit and not _modifies(line, unit):
            return _counted(line, number, scale, start, unit)
        if not _is_modifier(line, at, moments):
            break
    return None


def _out_of(line: Line, number: Written, start: int) -> Quantity | None:
    """Six of the members."""
    unit = line.at(start + 2, "unit")
    if unit is None or not number.worded:
        return None
    return Quantity("thing", number.first, number.last, number.value, unit.sense, sort=unit.part)


def _modifies(line: Line, unit: Cue) -> bool:
    """Whether a unit's word only modifies a noun behind it (car makers, service branches)."""
    following = line.at(unit.last, "unit")
    if following is None:
        return line.low(unit.last) == "and" and unit.sense == "service"
    return True


def _is_modifier(line: Line, at: int, moments: dict[int, Moment]) -> bool:
    token = line.tokens[at]
    if token.kind not in {"word", "possessive"} or at in moments:
        return False
    func = line.at(at, "func", "f")
    if func is not None:
        return line.low(at) in {"and", "overseas", "service", "first"}
    if line.at(at, "compare") or line.at(at, "grow", "v") or line.at(at, "currency"):
        return False
    return not (line.at(at, "grow", "a") and line.low(at) != "new")


def _counted(line: Line, number: Written, scale: Cue | None, start: int, unit: Cue) -> Quantity:
    factor = int(scale.sense) if scale else 1
    noun = line.text(start, unit.last) if unit.first > start else line.text(unit.first, unit.last)
    narrowed = "narrow" if unit.first > start else ""
    return Quantity(
        "thing", number.first, unit.last, number.value, unit.sense, factor, number.decimals,
        noun=noun, sort=f"{unit.part} {narrowed}".strip(), anchor=unit.first,
    )  # fmt: skip


def bare(line: Line, number: Written) -> Quantity | None:
    """Return a number without a unit, or with a scale word alone."""
    scale = scale_at(line, number.last)
    if line.low(number.last) in {"more", "fewer"} and line.low(number.last + 1) in {
        "than",
        ".",
        ",",
    }:
        return Quantity("bare", number.first, number.last + 1, number.value, "", sort="more")
    if not scale and (number.worded or line.low(number.last) in SUPERLATIVE):
        return None
    last = scale.last if scale else number.last
    factor = int(scale.sense) if scale else 1
    return Quantity("bare", number.first, last, number.value, "", factor, number.decimals)


def ranged(line: Line, low: Written) -> Written | None:
    """Return the upper numeral of a range that begins with `low`."""
    at = low.last
    cue = scale_at(line, at)
    at = cue.last if cue else at
    behind = line.at(at, "currency", "behind|either")
    share = percent_at(line, at)
    at = behind.last if behind else at + share
    joined = at < len(line.tokens) and line.tokens[at].joined
    word = line.low(at)
    spanned = word == "to" or (word == "and" and "between" in line.lows(low.first - 3, low.first))
    if not joined and not spanned:
        return None
    at = at if joined else at + 1
    if line.at(at, "currency", "before|either"):
        if share:
            return None
        cue = line.at(at, "currency", "before|either")
        at = cue.last if cue else at
    high = written(line, at)
    return high if high and not (word == "to" and _moves(line, low.first)) else None


def _moves(line: Line, at: int) -> bool:
    """Whether "from" stands before: then "to" ends a movement, not a range."""
    if "from" in line.lows(at - 4, at):
        return bool(line.within(at - 8, at, "grow") or line.within(at - 8, at, "share"))
    return bool(line.within(at - 3, at, "grow"))


def plain_quantity(line: Line, number: Written, moments: dict[int, Moment]) -> Quantity | None:
    """Return the quantity that a single numeral begins."""
    found = relative(line, number) or money(line, number)
    if found is not None and found.kind == "money":
        return price(line, found) or found
    return found or thing(line, number, moments) or bare(line, number)


def quantity(line: Line, at: int, moments: dict[int, Moment]) -> Quantity | None:
    """Return the quantity, a range among them, whose numeral begins at a token."""
    low = written(line, at)
    if low is None:
        return None
    high = ranged(line, low)
    upper = plain_quantity(line, high, moments) if high else None
    if high is None or upper is None or float(high.value) <= float(low.value):
        return plain_quantity(line, low, moments)
    lower = money(line, low)
    first = lower.first if lower else low.first
    places = max(low.decimals, high.decimals)
    return replace(upper, first=first, value=low.value, value_hi=high.value, decimals=places)
