"""English numbers that are not written as numerals with units.

Fractions, multiples, records, streaks and ranks.
"""

from __future__ import annotations

from portbook.claims.read.line import Line
from portbook.claims.read.quantities_en import percent_at, points_at, written
from portbook.claims.read.quantity import Quantity, mantissa

SPANS = {
    "month": "month", "months": "month", "monthly": "month", "quarter": "quarter",
    "quarters": "quarter", "quarterly": "quarter", "year": "year", "years": "year",
    "yearly": "year", "annual": "year", "week": "week", "weeks": "week", "weekly": "week",
}  # fmt: skip
SUPERLATIVES = frozenset(
    {"largest", "biggest", "highest", "top", "leading", "most", "smallest", "lowest", "fastest",
     "strongest", "slowest", "weakest", "best", "worst", "steepest", "sharpest", "busiest"}
)  # fmt: skip
RANKED = frozenset(
    {"partner", "partners", "exporter", "importer", "market", "source", "destination", "supplier",
     "buyer", "trading", "export", "import", "trader", "customer", "place", "position"}
)  # fmt: skip
LASTING = frozenset({"run", "streak", "string", "stretch", "series", "spell"})
BEGAN = frozenset({"figures", "records", "record", "data", "comparable", "statistics", "series"})
GROWING = frozenset(
    {"growth", "increase", "increases", "gain", "gains", "expansion", "rise", "rises", "decline",
     "declines", "contraction", "falls", "fall", "surplus", "deficit", "decrease", "improvement"}
)  # fmt: skip


def saying(line: Line, at: int, found: list[Quantity]) -> Quantity | None:
    """Return the quantity in words that begins at a token."""
    return (
        streak(line, at)
        or rank(line, at, found)
        or record(line, at)
        or fraction(line, at)
        or times(line, at)
        or multiple(line, at)
    )


def ordinal(line: Line, at: int) -> int | None:
    """Return the number of an ordinal: "first", "32nd"."""
    if not 0 <= at < len(line.tokens):
        return None
    if line.tokens[at].kind == "ordinal":
        return int(line.low(at)[:-2])
    word = line.lexicon.numeral(line.low(at), "ordinal")
    return int(word) if word else None


def streak(line: Line, at: int) -> Quantity | None:
    """Return a streak ("fourth consecutive year") or "first fall in six months"."""
    number = ordinal(line, at)
    if line.low(at) in SUPERLATIVES:
        return _lately(line, at)
    if number is None:
        return _run(line, at)
    if number == 1:
        return _lately(line, at)
    last, unit, tied = _stretch(line, at + 1)
    if not tied and not (unit and _of_growth(line, last)):
        return None
    return _consecutive(at, last, number, unit)


def _run(line: Line, at: int) -> Quantity | None:
    """Fourteen quarters in a row, fifteen months of growth."""
    number = written(line, at)
    if number is None or number.decimals or not number.value.isdigit():
        return None
    last, unit, tied = _stretch(line, number.last)
    lasting = line.low(at - 1) == "of" and line.low(at - 2) in LASTING
    if not unit or not (tied or lasting or _of_growth(line, last)):
        return None
    return _consecutive(at, last, int(number.value), unit)


def _stretch(line: Line, at: int) -> tuple[int, str, bool]:
    """Return where "consecutive month(s) in a row" ends, its unit, and whether it says so."""
    unit, tied, last = "", False, at
    while last < len(line.tokens):
        cue = line.at(last, "consecutive")
        if cue:
            tied, last = True, cue.last
        elif not unit and line.low(last) in SPANS:
            unit, last = SPANS[line.low(last)], last + 1
        else:
            break
    return last, unit, tied or _succession(line, last)


def _succession(line: Line, at: int) -> bool:
    """Of increase in succession."""
    return line.low(at) == "of" and bool(line.at(at + 2, "consecutive"))


def _of_growth(line: Line, at: int) -> bool:
    return line.low(at) == "of" and any(word in GROWING for word in line.lows(at + 1, at + 4))


def _consecutive(first: int, last: int, number: int, unit: str) -> Quantity:
    word = f"consecutive_{unit}" if unit else "consecutive"
    return Quantity("streak", first, last, str(number), word)


def _lately(line: Line, at: int) -> Quantity | None:
    """Return "first fall in six months"; a plain "first" is none."""
    for place in range(at + 1, min(at + 4, len(line.tokens))):
        if line.low(place) not in {"in", "for"}:
            continue
        number = written(line, place + 1)
        if number and line.low(number.last) in SPANS and number.value.isdigit():
            return Quantity(
                "lately", at, number.last + 1, number.value, SPANS[line.low(number.last)]
            )
    return None


def rank(line: Line, at: int, found: list[Quantity]) -> Quantity | None:
    """Return a rank: "ranked first", "third largest partner", "tea second"."""
    number = ordinal(line, at)
    if number is None:
        return None
    named = line.till(at - 1, "rank") or line.till(at - 2, "rank")
    if line.low(at + 1) in SUPERLATIVES:
        trade = any(word in RANKED for word in line.lows(at + 2, at + 5))
        return Quantity("rank", at, at + 2, str(number), "rank") if trade else None
    behind = line.low(at + 1)
    closed = behind in {"(", ",", ".", "", "and", "with", "among", "in", "nationwide", "at", "for"}
    again = any(one.kind == "rank" for one in found) and behind in {"(", ",", ".", "with"}
    if (named and closed) or again:
        return Quantity("rank", at, at + 1, str(number), "rank")
    return None


def record(line: Line, at: int) -> Quantity | None:
    """Return a record; the record of somebody else's past is none."""
    since = line.at(at, "record_since")
    if since and line.low(since.last) == "since" and line.low(since.last + 1) in BEGAN:
        return Quantity("record", at, since.last, "1", "record_high")
    cue = line.at(at, "record")
    if cue is None or (line.low(cue.last) in {"of", "from"} and cue.last - cue.first == 1):
        return None
    if line.till(cue.last - 1, "peak") or line.low(at - 1) in {"to", "trade", "previous", "old"}:
        return None
    sense = "record_high" if cue.sense == "1" else "record_low"
    return Quantity("record", at, cue.last, cue.sense, sense)


def fraction(line: Line, at: int) -> Quantity | None:
    """Return a fraction: "a third", "two-thirds", "one-ninth", "three in ten", "half a point"."""
    if line.low(at) == "half":
        return _half(line, at)
    top = "1" if line.low(at) in {"a", "an"} else line.lexicon.numeral(line.low(at), "cardinal")
    if top is None:
        return None
    if line.low(at + 1) in {"in", "out"}:
        return _in_ten(line, at, int(top))
    part = line.lexicon.numeral(line.low(at + 1), "fraction")
    if part is None or line.low(at + 2) in SPANS or _is_period(line, at + 1):
        return None
    exact = {"33.3333": "66.6667"}.get(part) if top == "2" else None
    value = exact or f"{float(part) * int(top):.6g}"
    return Quantity("fraction", at, at + 2, value, "percent", decimals=-1)


def _is_period(line: Line, at: int) -> bool:
    """Whether "a quarter" or "a month" is time: "a quarter earlier"."""
    return line.low(at + 1) in {"earlier", "ago", "before"}


def _half(line: Line, at: int) -> Quantity | None:
    if line.low(at + 1) == "a":
        count = points_at(line, at + 2)
        if count:
            return Quantity("points", at, at + 2 + count, "0.5", "pp", decimals=1)
        return None
    said = line.low(at + 1) == "of" or line.low(at - 1) in {"by", "than", "nearly", "almost"}
    return Quantity("fraction", at, at + 1, "50", "percent", decimals=-1) if said else None


def _in_ten(line: Line, at: int, top: int) -> Quantity | None:
    """Three in ten."""
    place = at + 2 if line.low(at + 1) == "in" else at + 3
    bottom = line.lexicon.numeral(line.low(place), "cardinal")
    if bottom is None or int(bottom) <= top or percent_at(line, place + 1):
        return None
    if line.low(place + 1) in SPANS or line.at(place + 1, "scale"):
        return None
    value = f"{100 * top / int(bottom):.6g}"
    return Quantity("fraction", at, place + 1, value, "percent", decimals=-1)


def times(line: Line, at: int) -> Quantity | None:
    """Return "1.5 times", "seven times", "threefold", "1.2-fold"."""
    word = line.low(at)
    if word.endswith("fold") and line.lexicon.numeral(word[:-4], "cardinal"):
        number = line.lexicon.numeral(word[:-4], "cardinal")
        return Quantity("times", at, at + 1, str(number), "ratio", sort="fold")
    if word == "twice":
        return Quantity("times", at, at + 1, "2", "ratio", sort="twice")
    number_at = written(line, at)
    if number_at is None or line.low(number_at.last) not in {"times", "fold"}:
        return None
    sort = "fold" if line.low(number_at.last) == "fold" else "times"
    places = number_at.decimals
    return Quantity("times", at, number_at.last + 1, number_at.value, "ratio", 1, places, sort=sort)


def multiple(line: Line, at: int) -> Quantity | None:
    """Return "doubled", "more than tripling", "halved"."""
    cue = line.at(at, "multiple")
    if cue is None or (cue.sense == "100" and line.low(at + 1) in {"digit", "digits"}):
        return None
    return Quantity("multiple", at, cue.last, cue.sense, "percent", decimals=-1)


def fold_growth(quantity: Quantity, *, added: bool) -> Quantity:
    """Return the growth in percent that an N-fold rise is; `added` where N counts only the rise."""
    value, _ = mantissa(quantity.value)
    size = float(value) - (0 if added else 1)
    return Quantity(
        "multiple", quantity.first, quantity.last, f"{size * 100:.6g}", "percent",
        decimals=quantity.decimals - 2, hedge=quantity.hedge,
    )  # fmt: skip
