"""Tables inside a text: rows of cells become claims, column by column."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portbook.claims.guide import Claim
from portbook.claims.read.quantity import Number, mantissa
from portbook.claims.read.sentences import Sentence
from portbook.quantities import Period

CELL = re.compile(r"[^|\t]+")
NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
WHOLE = frozenset({"total", "all goods", "all products", "all", "grand total", "overall", "sum"})
CAPTION = re.compile(
    r"\(\s*(?:in\s+)?(?P<money>US\$|USD|\$|€|EUR|£|¥|yuan|RMB|CNY)?\s*"
    r"(?P<scale>thousand|million|billion|trillion|mn|bn|tn)?\s*(?P<unit>tonnes|tons|units|yuan|dollars)?"
    r"[^)]*\)",
    re.IGNORECASE,
)
MONEY = {"us$": "USD", "usd": "USD", "$": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR",
         "£": "GBP", "¥": "CNY", "yuan": "CNY", "rmb": "CNY", "cny": "CNY"}  # fmt: skip
THINGS = {"tonnes": "tonne", "tons": "tonne", "units": "unit"}
SCALES = {"thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
          "trillion": 10**12, "tn": 10**12}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table's caption says of all its cells."""

    unit: str
    scale: int
    flow: str | None
    reporter: str | None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says: a level of a year, a growth, a share."""

    measure: str
    period: str | None


def caption(text: str, flow: str | None, reporter: str | None) -> Caption:
    """Return the caption that a heading is: its unit stands in parentheses."""
    found = next(
        (each for each in CAPTION.finditer(text) if each["money"] or each["unit"] or each["scale"]),
        None,
    )
    if found is None:
        return Caption("", 1, flow, reporter)
    word = (found["money"] or found["unit"] or "").lower()
    unit = MONEY.get(word) or THINGS.get(word, "")
    return Caption(unit, SCALES.get((found["scale"] or "").lower(), 1), flow, reporter)


def cells(row: Sentence) -> list[tuple[str, int]]:
    """Return the cells of a row, each with where it begins in the text."""
    found = []
    for each in CELL.finditer(row.text):
        text = each[0].strip()
        if text:
            found.append((text, row.start + each.start() + each[0].index(text)))
    return found


def columns(row: Sentence) -> list[Column]:
    """Return what each column of a head row holds; none where it is no head row."""
    heads = [text for text, _ in cells(row)]
    years = [int(year[1]) for head in heads if (year := YEAR.search(head))]
    found = [_column(head, max(years, default=0)) for head in heads[1:]]
    return found if any(column.measure for column in found) else []


def _column(head: str, latest: int) -> Column:
    year, low = YEAR.search(head), head.lower()
    period = str(Period.year(int(year[1]))) if year else str(latest) if latest else None
    if any(word in low for word in ("change", "growth", "y/y", "yoy")):
        return Column("growth_yoy", period)
    if "share" in low:
        return Column("share", period)
    return Column("level" if year else "", period)


def row_claims(row: Sentence, heads: list[Column], said: Caption) -> list[Claim]:
    """Return the claims of one row of a table."""
    (name, _), *rest = cells(row) or [("", 0)]
    product = None if name.lower() in WHOLE else name
    found = []
    for (text, start), column in zip(rest, heads, strict=False):
        number = NUMBER.match(text)
        if not number or not column.measure:
            continue
        value, decimals = mantissa(number[0])
        level = column.measure == "level"
        found.append(
            Claim(
                "", (start, start + number.end()), column.measure, value,
                said.unit if level else "percent", flow=said.flow, product=product,
                reporter=said.reporter, period=column.period, scale=said.scale if level else 1,
                decimals=decimals if level else max(decimals, 0),
            )
        )  # fmt: skip
    return found


def spare_numbers(row: Sentence, read: list[tuple[int, int]], *, heading: bool) -> list[Number]:
    """Return the numbers of a row that are no claims."""
    found = []
    for each in NUMBER.finditer(row.text):
        span = row.start + each.start(), row.start + each.end()
        if not any(start < span[1] and span[0] < end for start, end in read):
            kind = "date" if heading and YEAR.fullmatch(each[0]) else "not read"
            found.append(Number(span, each[0], kind))
    return found
