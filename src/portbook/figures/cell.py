"""Where a figure lives: a scope, a period and a basis, and the measure that is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from portbook.errors import UnclearWhole, UnknownName
from portbook.quantities import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = {
    "flow": "total",
    "reporter": "world",
    "partner": "world",
    "product": "total",
    "regime": "total",
    "enterprise": "total",
    "region": "total",
}
"""The dimensions of a scope, each with the member that is its whole."""


class Scope(NamedTuple):
    """Whose trade in what: one member of each dimension; the whole where nothing narrows it."""

    flow: str = "total"
    reporter: str = "CHN"
    partner: str = "world"
    product: str = "total"
    regime: str = "total"
    enterprise: str = "total"
    region: str = "total"

    def items(self) -> Iterator[tuple[str, str]]:
        """Iterate over dimensions and members."""
        return zip(WHOLE, self, strict=True)

    def narrowed(self) -> list[str]:
        """Return the dimensions that are not the whole, flow and reporter apart."""
        return [d for d, m in self.items() if d not in ("flow", "reporter") and m != WHOLE[d]]

    @property
    def place(self) -> tuple[str, ...]:
        """The scope without its flow: what all flows of one trade share."""
        return self[1:]


class Cell(NamedTuple):
    """A scope, a period and a basis: all that tells two figures of one measure apart."""

    scope: Scope
    period: Period
    basis: str = ""

    def at(self, **members: Any) -> Cell:  # noqa: ANN401 - members are texts, the period a Period
        """Return the cell with other members, period or basis."""
        period = members.pop("period", self.period)
        basis = members.pop("basis", self.basis)
        return Cell(self.scope._replace(**members) if members else self.scope, period, basis)

    def member(self, dimension: str) -> str:
        """Return the member of one dimension."""
        if dimension == "period":
            return str(self.period)
        if dimension == "basis":
            return self.basis
        found: str = getattr(self.scope, dimension)
        return found


@dataclass(frozen=True)
class Address:
    """A measure of a cell, with the measure it compares (`of`), since when, and within what."""

    measure: str
    cell: Cell
    of: str = ""
    since: str = ""
    within: str = ""

    @cached_property
    def _key(self) -> int:
        return hash((self.measure, self.cell, self.of, self.since, self.within))

    def __hash__(self) -> int:
        """Return the hash, worked out once: addresses are looked up far more than made."""
        return self._key

    def at(self, **members: Any) -> Address:  # noqa: ANN401 - as of Cell.at
        """Return the address with other members, period or basis."""
        return Address(self.measure, self.cell.at(**members), self.of, self.since, self.within)

    def moved(self, place: tuple[str, ...]) -> Address:
        """Return the same figure of another trade: the scope without its flow."""
        cell = Cell(Scope(self.cell.scope.flow, *place), self.cell.period, self.cell.basis)
        return Address(self.measure, cell, self.of, self.since, self.within)

    def text(self) -> str:
        """Return the address as it is typed at the prompt."""
        always = ("flow", "reporter")
        scope = [f"{d}={m}" for d, m in self.cell.scope.items() if m != WHOLE[d] or d in always]
        parts = [self.measure, *scope, f"period={self.cell.period}"]
        parts += [f"basis={self.cell.basis}"] * bool(self.cell.basis)
        parts += [f"of={self.of}"] * (self.of not in ("", "value"))
        parts += [f"since={self.since}"] * (self.since not in ("", "year"))
        parts += [f"within={self.within}"] * bool(self.within)
        return " ".join(parts)


def whole_of(cell: Cell, within: str, parent: str) -> Cell:
    """Return the cell of the whole: the dimension `within` widened to its total.

    Parameters
    ----------
    cell
        The part.
    within
        The dimension whose total is the whole.
    parent
        The place that the reporter is part of (``world`` for a country).
    """
    return cell.at(**{within: parent if within == "reporter" else WHOLE[within]})


def default_within(scope: Scope) -> str:
    """Return the one dimension that a share of this scope can be meant within.

    Raises
    ------
    UnclearWhole
        Where several dimensions are narrowed, or none is.
    """
    narrowed = scope.narrowed()
    if len(narrowed) == 1:
        return narrowed[0]
    if narrowed:
        raise UnclearWhole(
            "a share within what? The scope is narrowed in "
            + " and ".join(f"{d}={getattr(scope, d)}" for d in narrowed)
            + "; say "
            + " or ".join(f"within={d}" for d in narrowed)
        )
    if "-" in scope.reporter:
        return "reporter"
    raise UnclearWhole(
        "a share of what? Nothing narrows the scope; name a partner, product, regime, enterprise "
        "or region, or say within=flow or within=reporter"
    )


def dimension(name: str) -> str:
    """Return the name of a dimension, or say which are near."""
    if name in WHOLE:
        return name
    raise UnknownName("dimension", name, [*WHOLE, "period", "basis"])
