"""The identities that partitions give: flows of a trade, months of a year, members of a group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from portbook.figures.cell import WHOLE, Address
from portbook.figures.term import Term, name, total
from portbook.nomenclature.partitions import exhaustive
from portbook.nomenclature.places import parent
from portbook.quantities import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portbook.figures.cell import Cell

Identity = tuple[Address, Term, str]
"""A figure, what it equals, and the name of the identity."""


def trades(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over total = exports + imports and balance = exports - imports.

    Parameters
    ----------
    levels
        Addresses of values in any flow; each trade is tied once.
    """
    seen = {_flow(each, "export") for each in levels if each.measure in ("value", "balance")}
    for exports in seen:
        imports = _flow(exports, "import")
        both = _flow(exports, "total")
        yield both, name(exports) + name(imports), "total"
        yield replace(_flow(exports, "balance"), measure="balance"), name(exports) - name(
            imports
        ), "balance"
        # the balance and the total alone give both flows
        yield exports, (name(both) + name(_balance(exports))) / 2, "total and balance"


def _balance(exports: Address) -> Address:
    return replace(_flow(exports, "balance"), measure="balance")


def _flow(address: Address, flow: str) -> Address:
    return replace(address, measure="value", cell=address.cell.at(flow=flow))


def steps(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over cumulative = cumulative before + month, for levels that are there."""
    there = {each for each in levels if each.measure != "balance"}
    for each in there:
        period = each.cell.period
        if period.months == 1 or period.first % 12:
            continue
        month = _at(each, Period(period.last, period.last))
        before = _at(each, Period(period.first, period.last - 1))
        if month in there or before in there:
            yield each, name(before) + name(month), "cumulative"


def quarters(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over year = four quarters, where all are there."""
    there = set(levels)
    for each in there:
        period = each.cell.period
        if period.kind != "year":
            continue
        parts = [_at(each, Period(period.first + q, period.first + q + 2)) for q in (0, 3, 6, 9)]
        if sum(part in there for part in parts) >= len(parts) - 1:
            yield each, total([name(part) for part in parts]), "quarters"


def _at(address: Address, period: Period) -> Address:
    return replace(address, cell=address.cell.at(period=period))


def groups(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over group = sum of its members, where at most one member is missing."""
    there = set(levels)
    by_dimension: dict[str, list[Address]] = defaultdict(list)
    for each in there:
        for dimension, member in each.cell.scope.items():
            if dimension != "flow" and exhaustive(dimension, member):
                by_dimension[dimension].append(each)
    for dimension, wholes in by_dimension.items():
        if dimension not in WHOLE or dimension == "reporter":
            continue
        for whole in wholes:
            yield from _members(whole, dimension, there)


def _members(whole: Address, dimension: str, there: set[Address]) -> Iterator[Identity]:
    member = whole.cell.member(dimension)
    for parts in exhaustive(dimension, member, str(whole.cell.period)):
        addresses = [replace(whole, cell=whole.cell.at(**{dimension: part})) for part in parts]
        if sum(each in there for each in addresses) >= len(addresses) - 1:
            yield whole, total([name(each) for each in addresses]), f"members of {member}"


def wider(place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Iterate over the trades of which one may be a part: each dimension at its whole."""
    dimensions = [each for each in WHOLE if each != "flow"]
    for at, (each, member) in enumerate(zip(dimensions, place, strict=True)):
        whole = parent(member) if each == "reporter" else WHOLE[each]
        if whole != member:
            yield (*place[:at], whole, *place[at + 1 :])


def parts(place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Iterate over the trades of the members of a group, where its list is exhaustive."""
    dimensions = [each for each in WHOLE if each != "flow"]
    for at, (each, member) in enumerate(zip(dimensions, place, strict=True)):
        if each != "reporter":
            for members in exhaustive(each, member):
                for part in members:
                    yield (*place[:at], part, *place[at + 1 :])


def exhaustive_places(cell: Cell) -> Iterator[tuple[str, ...]]:
    """Iterate over the trades of the members of a group, where its list is exhaustive."""
    for dimension, member in cell.scope.items():
        if dimension in ("flow", "reporter") or member == WHOLE[dimension]:
            continue
        for parts in exhaustive(dimension, member, str(cell.period)):
            for part in parts:
                yield cell.at(**{dimension: part}).scope.place
