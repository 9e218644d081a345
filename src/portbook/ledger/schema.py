"""What a record and a published figure are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Publication:
    """One issue by one office for one reference month in one vintage, or one article.

    Parameters
    ----------
    name, series
        The issue, and the sequence of issues it belongs to.
    title, office, reference
        What it is called, who issued it, and for which period.
    known_from
        The day from which it is known.
    evidence
        official, copy or press.
    """

    name: str
    series: str
    title: str
    office: str
    reference: str
    known_from: dt.date
    evidence: str
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The page or file from which figures were read."""

    name: str
    address: str
    title: str
    published: str = ""


class Row(NamedTuple):
    """One published figure, every field as the table has it."""

    publication: str
    source: str
    flow: str
    place: tuple[str, ...]
    period: str
    measure: str
    of: str
    since: str
    within: str
    basis: str
    value: str
    unit: str
    scale: str
    decimals: str


SCHEMA = 1
"""The version of these tables; a ledger of a newer one is refused."""

DEFAULTS = {
    "reporter": "CHN",
    "flow": "total",
    "partner": "world",
    "product": "total",
    "regime": "total",
    "enterprise": "total",
    "region": "total",
    "measure": "value",
    "of": "",
    "since": "",
    "within": "",
    "basis": "",
    "unit": "",
    "scale": "1",
    "decimals": "",
    "note": "",
}
"""The columns that a table of published figures may leave out, and what they then are."""

PLACE = ("reporter", "partner", "product", "regime", "enterprise", "region")

REQUIRED = ("publication", "source", "period", "value")


@dataclass(frozen=True)
class Published:
    """The tables of published figures."""

    publications: dict[str, Publication]
    sources: dict[str, Source]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Closed:
    """A stretch of months for which records of one flow are complete, by one dimension."""

    reporter: str
    flow: str
    dimension: str
    first: str
    last: str
    series: str
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """How complete the list of one dimension is in one series: partition, overlapping, selected."""

    series: str
    dimension: str
    kind: str
    whole: str = ""


@dataclass(frozen=True)
class Coverage:
    """What is complete: closed periods of records, and the kinds of published lists."""

    closed: tuple[Closed, ...] = ()
    lists: dict[tuple[str, str], Listing] = field(default_factory=dict)
