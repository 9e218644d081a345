"""English mentions of periods, from "last year" to "the first eleven months of 2024"."""

from __future__ import annotations

import re
from collections.abc import Callable

from portbook.claims.read.line import Line
from portbook.claims.read.stretch import Moment

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
FULL = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
YEAR = r"(?:19[5-9]\d|20\d\d|21\d\d)(?!\d|,\d|\.\d|\s*(?:percent|per\s?cent|%|points))"
NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
ORDINAL = r"(?:first|second|third|fourth|opening|closing|final|last|1st|2nd|3rd|4th)"
OF_YEAR = (
    rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<told>this\s+year|last\s+year"
    r"|the\s+previous\s+year|the\s+(?:current\s+)?year)(?!\s+(?:earlier|before|ago))))?"
)
SAME = r"(?:the\s+)?(?:same|corresponding|comparable|like|equivalent)\s+(?:\w+\s+){0,2}?"

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "none",
        rf"\b(?:since|began\s+in|started\s+in|founded\s+in)\s+(?:the\s+)?(?:{MONTH}\s+)?(?P<year>{YEAR})",
    ),
    ("none", rf"\bsince\s+{MONTH}"),
    ("date", rf"\b{MONTH}\s+\d{{1,2}}(?!\s*(?:percent|per|%|\d))(?:st|nd|rd|th)?(?:,\s*{YEAR})?\b"),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s+{YEAR}\b"),
    ("date", r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"),
    (
        "same",
        (
            rf"\b{SAME}(?:period|months?|days|quarter|half|time|stretch|span|term)"
            rf"(?:\s+(?:of|in|a)\s+(?:the\s+)?(?:(?P<year>{YEAR})|(?P<told>last\s+year"
            r"|previous\s+year|year\s+(?:earlier|before|ago)|prior\s+year|preceding\s+year))"
            r"|\s+(?P<told2>last\s+year|a\s+year\s+(?:earlier|before|ago)))?"
        ),
    ),
    (
        "days",
        (
            rf"\b(?:the\s+)?(?:first|opening)\s+(?P<count>{NUMBER})\s+(?:working\s+)?days\s+of\s+"
            rf"(?:(?P<this>this\s+month)|(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?)"
        ),
    ),
    (
        "fiscal_part",
        (
            r"\b(?P<which>first|second|opening|third|fourth)\s+(?P<size>half|quarter)\s+of\s+"
            rf"(?:the\s+)?(?:fiscal|financial)\s+(?:year\b\s*)?(?P<year>{YEAR})?"
        ),
    ),
    (
        "fiscal",
        rf"\b(?:(?:fiscal|financial)\s+(?:year\s+)?|FY\s?)?(?P<year>{YEAR})\s?[-/]\s?(?P<to>\d\d)\b",
    ),
    ("fiscal", rf"\b(?:(?:fiscal|financial)\s+(?:year\s+)?|FY\s?)(?P<year>{YEAR})\b"),
    (
        "range",
        (
            rf"\b(?:between\s+|from\s+)?(?P<from>{MONTH})(?:\s+(?P<early>{YEAR}))?"
            rf"\s*(?:-|/|to|and|through|until)\s*(?P<to>{MONTH})(?:\s+(?:of\s+)?(?P<year>{YEAR})"
            r"|\s+(?:of\s+)?(?P<told>last\s+year|this\s+year))?"
        ),
    ),
    (
        "ending",
        (
            rf"\b(?:the\s+)?(?:last\s+)?(?P<count>{NUMBER})\s+months\s+(?:to|ending(?:\s+in)?|through"
            rf"|ended(?:\s+in)?)\s+(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?"
        ),
    ),
    (
        "first",
        (
            rf"\b(?:the\s+)?(?:first|opening|initial)[\s-]+(?P<count>{NUMBER})[\s-]+"
            rf"(?P<size>months?|quarters?){OF_YEAR}"
        ),
    ),
    ("rolling", rf"\b(?P<count>{NUMBER})[\s-]month\s+(?:moving|rolling)\s+average"),
    (
        "half",
        rf"\b(?:the\s+)?(?P<which>first|second|opening|closing)[\s-]+half(?:[\s-]year)?{OF_YEAR}",
    ),
    ("half", rf"\bH(?P<which>[12])\b(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"),
    ("quarter", rf"\b(?:the\s+)?(?P<which>{ORDINAL})[\s-]+quarter{OF_YEAR}"),
    ("quarter", rf"\bQ(?P<which>[1-4])\b(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"),
    (
        "quarter_short",
        r"\bin\s+the\s+(?P<which>first|second|third|fourth)(?=\s*(?:[,.;:]|$)|\s+and\b)",
    ),
    (
        "count",
        rf"\b(?:the\s+)(?P<count>{NUMBER})[\s-]months?\b(?!\s+(?:running|in\s+a\s+row))",
    ),
    ("count", r"\b(?P<count>\d{1,2})-month\b"),
    ("half_now", r"\b(?:the\s+)?half[\s-]year\b"),
    (
        "month",
        rf"\b(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|\s+(?P<told>last|this)\s+year)",
    ),
    ("month", rf"\b(?P<month>{FULL})"),
    (
        "earlier_month",
        (
            r"\b(?:a\s+month\s+(?:earlier|ago|before)|(?:the\s+)?(?:previous|prior|preceding)"
            r"\s+month|the\s+month\s+before|last\s+month)\b"
        ),
    ),
    (
        "earlier_quarter",
        (
            r"\b(?:a\s+quarter\s+(?:earlier|ago|before)|(?:the\s+)?(?:previous|prior"
            r"|preceding)\s+quarter|the\s+quarter\s+before|last\s+quarter)\b"
        ),
    ),
    (
        "earlier",
        (
            r"\b(?:(?:a|one)[\s-]year[\s-](?:earlier|ago|before)|(?:the\s+)?(?:previous|prior|preceding)"
            r"\s+year(?!'s)|the\s+year\s+(?:before|earlier)|the\s+year[\s-]ago\s+\w+|year[\s-](?:ago|earlier)"
            r"(?:\s+(?:period|level|month))?)"
        ),
    ),
    ("that", r"\bthat\s+(?:year|month|quarter)\b"),
    ("this_month", r"\b(?:this\s+month)\b"),
    ("last_year", r"\blast\s+year(?:'s)?"),
    ("this_year", r"\b(?:so\s+far\s+)?this\s+year(?:'s)?"),
    ("next_year", r"\bnext\s+year\b"),
    ("to_date", r"\byear[\s-]to[\s-]date\b|\bso\s+far\s+this\s+year\b"),
    ("running", r"\bto\s+date\b"),
    ("whole_of", rf"\b(?:for\s+)?(?:all|the\s+whole)\s+of\s+(?P<year>{YEAR})"),
    (
        "whole",
        (
            r"\b(?:for|over|in|during)\s+(?:the\s+)?(?:full|whole|entire|calendar)[\s-]year\b"
            r"|\bfull[\s-]year\b|\b(?:for|over)\s+the\s+year\b(?!\s+(?:before|earlier))|\bthe\s+whole\s+year\b"
        ),
    ),
    ("year", rf"(?<![\w$€£¥.,-]){YEAR}(?:'s)?(?!\s?[-/]\s?\d|\s+=)\b"),
    ("none", rf"\({YEAR}\s*=\s*100\)"),
)
SCANNER = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in PATTERNS]
WHICH = {
    "first": 1,
    "opening": 1,
    "1st": 1,
    "1": 1,
    "second": 2,
    "2nd": 2,
    "2": 2,
    "third": 3,
    "3rd": 3,
    "3": 3,
    "fourth": 4,
    "4th": 4,
    "closing": 4,
    "final": 4,
    "last": 4,
    "4": 4,
}
TOLD = {"this": 0, "last": -1, "next": 1}
BEFORE_COMPARED = re.compile(
    r"(?:\bthan|\bagainst|\bversus|\bcompared\s+(?:with|to)|\bfrom|\bover|\bon|\babove|\bbelow|\bafter"
    r"|\brelative\s+to)(?:\s+(?:in|the|that|those|of|for|a|same|revised|its|base|level|figure|one))*\s*$",
    re.IGNORECASE,
)
NOT_MAY = re.compile(r"\bmay\b", re.IGNORECASE)


def moments(line: Line) -> tuple[Moment, ...]:
    """Return the periods that a line mentions, in order, none inside another."""
    text, taken = line.sentence.text, list[tuple[int, int, str, re.Match[str]]]()
    covered = bytearray(len(text))
    for name, pattern in SCANNER:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(covered[start:end]) or _is_none(name, found, text):
                continue
            covered[start:end] = b"x" * (end - start)
            taken.append((start, end, name, found))
    taken.sort(key=lambda each: each[:2])
    return tuple(_moment(line, *each) for each in taken)


def _is_none(name: str, found: re.Match[str], text: str) -> bool:
    """Whether what looks like a period is none here: a verb, "in the first" of no quarter."""
    if name == "quarter_short":
        return "quarter" not in text[: found.start()].lower()
    return name in {"month", "date"} and _is_verb(found, text)


def _is_verb(found: re.Match[str], text: str) -> bool:
    """`may` and `march` in small letters are verbs."""
    word = text[found.start() :].split(maxsplit=1)[0]
    return word[0].islower() and word[:3] in {"may", "mar", "dec", "sep", "oct", "jan"}


def _moment(line: Line, start: int, end: int, name: str, found: re.Match[str]) -> Moment:
    origin = line.sentence.start
    first, last = line.token_at(origin + start), line.token_at(origin + end - 1) + 1
    compared = bool(BEFORE_COMPARED.search(line.sentence.text[:start]))
    if found[0].lower().startswith(("from ", "between ")):
        compared = False
    return FORMS[name](found, first, last, compared)


def _group(found: re.Match[str], name: str) -> str | None:
    return found[name] if name in found.re.groupindex else None


def _year(found: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the year written, and the shift from the year of publication told in words."""
    year = _group(found, "year")
    told = (_group(found, "told") or _group(found, "told2") or "").lower().split()
    shift = TOLD.get(told[0]) if told else None
    return (int(year) if year else None), shift


def _number(word: str) -> int:
    words = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return int(word) if word.isdigit() else words.index(word.lower()) + 1


def _month_number(word: str) -> int:
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.index(word[:3].lower()) + 1


def _spoken(first_month: int, last_month: int) -> Callable[..., Moment]:
    def form(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
        year, shift = _year(found)
        return Moment("months", first, last, first_month, last_month, year, shift, compared)

    return form


def _first(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    count = _number(found["count"]) * (3 if found["size"].lower().startswith("q") else 1)
    return _spoken(1, min(count, 12))(found, first, last, compared)


def _half(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    late = found["which"].lower() in {"second", "closing", "2"}
    return _spoken(7 if late else 1, 12 if late else 6)(found, first, last, compared)


def _quarter(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    number = WHICH[found["which"].lower()]
    return _spoken(number * 3 - 2, number * 3)(found, first, last, compared)


def _range(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    return _spoken(_month_number(found["from"]), _month_number(found["to"]))(
        found, first, last, compared
    )


def _month(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    number = _month_number(found["month"])
    return _spoken(number, number)(found, first, last, compared)


def _ending(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    end = _month_number(found["month"])
    start = (end - _number(found["count"])) % 12 + 1
    year, _ = _year(found)
    if year is not None and start > end:
        year -= 1
    return Moment("months", first, last, start, end, year, None, compared)


def _count(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    return Moment("months", first, last, 1, min(_number(found["count"]), 12), None, None, compared)


def _rolling(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    return Moment("rolling", first, last, shift=_number(found["count"]), compared=compared)


def _days(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    year, _ = _year(found)
    count, word = _number(found["count"]), _group(found, "month")
    month = _month_number(word) if word else 0
    if not month:
        return Moment("days", first, last, 1, 12, year, 0, compared, (1, count))
    return Moment("days", first, last, month, month, year, None, compared, (1, count))


def _fiscal(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    to = _group(found, "to")
    year = int(found["year"])
    if to and int(to) != (year + 1) % 100:
        return Moment("none", first, last)
    return Moment("fiscal", first, last, 1, 12, year, None, compared)


def _fiscal_part(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
    size = 6 if found["size"].lower() == "half" else 3
    start = (WHICH[found["which"].lower()] - 1) * size + 1
    year, _ = _year(found)
    return Moment("fiscal", first, last, start, start + size - 1, year, None, compared)


def _told(form: str, shift: int | None = None, *, compare: bool = False) -> Callable[..., Moment]:
    def made(found: re.Match[str], first: int, last: int, compared: bool) -> Moment:  # noqa: FBT001
        year, said = _year(found)
        return Moment(
            form,
            first,
            last,
            year=year,
            shift=said if shift is None else shift,
            compared=compare or compared,
        )

    return made


FORMS: dict[str, Callable[..., Moment]] = {
    "date": _told("date"),
    "none": _told("none"),
    "same": _told("same", compare=True),
    "days": _days,
    "fiscal": _fiscal,
    "fiscal_part": _fiscal_part,
    "range": _range,
    "ending": _ending,
    "first": _first,
    "half": _half,
    "half_now": _spoken(1, 6),
    "quarter": _quarter,
    "quarter_short": _quarter,
    "rolling": _rolling,
    "count": _count,
    "month": _month,
    "earlier": _told("before", compare=True),
    "earlier_month": _told("before", 1, compare=True),
    "earlier_quarter": _told("before", 3, compare=True),
    "that": _told("that", compare=True),
    "this_month": _told("month_now", 0),
    "last_year": _told("year", -1),
    "this_year": _told("year", 0),
    "next_year": _told("year", 1),
    "to_date": _told("to_date"),
    "running": _told("running"),
    "whole_of": _told("year"),
    "whole": _told("whole"),
    "year": lambda found, first, last, compared: Moment(
        "year", first, last, year=int(found[0][:4]), compared=compared
    ),
}
