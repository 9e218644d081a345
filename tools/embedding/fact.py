"""One collected figure on its way to the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from embedding.tables import CELL, DEFAULTS, Row


class Source(NamedTuple):
    """Where a figure was read: one page or file under one title."""

    address: str
    title: str
    published: str
    evidence: str


@dataclass
class Fact:
    """A figure, its source, and the reason why it is no evidence, if it is none."""

    source: Source
    row: Row
    origin: str = ""  # the collected file
    reason: str = ""
    publication: str = ""

    ends: tuple[Fraction, Fraction] = field(init=False)

    def __post_init__(self) -> None:
        """Fill the defaults and work out what the print allows."""
        self.row = {**DEFAULTS, **self.row}
        self.ends = bounds(self.row["value"], self.row["scale"])

    @property
    def cell(self) -> tuple[str, ...]:
        """Return all that tells the figure apart inside its publication."""
        return tuple(self.row[name] for name in CELL)


def bounds(value: str, scale: str) -> tuple[Fraction, Fraction]:
    """Return the numbers between which a printed value lies."""
    half = Fraction(1, 2 * 10 ** len(value.partition(".")[2]))
    size = Fraction(scale)
    return (Fraction(value) - half) * size, (Fraction(value) + half) * size


def padded(value: str, decimals: str) -> str:
    """Return a value with the zeros that a copy lost from its printed decimals."""
    shown = len(value.partition(".")[2])
    missing = int(decimals or shown) - shown
    if missing <= 0:
        return value
    return value + ("" if shown else ".") + "0" * missing
