"""Which parts make which wholes: flows, partners, products, regimes, enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from portbook.nomenclature.groups import adds_up, members
from portbook.nomenclature.tables import table


@dataclass(frozen=True, slots=True)
class Partition:
    """A list of parts of one whole.

    Parameters
    ----------
    dimension, whole, name
        The dimension, the member that is parted, and what the list is called.
    parts
        The members that are its parts.
    kind
        exhaustive (they add to the whole), selected (some of it) or overlapping.
    flow, series
        The one flow or series for which it holds; empty for all.
    """

    dimension: str
    whole: str
    name: str
    parts: tuple[str, ...]
    kind: str
    flow: str = ""
    series: str = ""

    @property
    def exhaustive(self) -> bool:
        """Whether the parts add to the whole."""
        return self.kind == "exhaustive"


def partitions(dimension: str, whole: str, period: str = "") -> list[Partition]:
    """Return every list of parts of a whole, as the parts were in a period.

    Without a period, a group has the members with which the published tables add up.

    Examples
    --------
    >>> [each.parts for each in partitions("flow", "total")]
    [('export', 'import')]
    """
    found = list(_declared().get((dimension, whole), ()))
    if dimension == "partner" and (seen := adds_up(whole)):
        parts = members(whole, period or seen)
        found.append(Partition(dimension, whole, f"members of {whole}", parts, "exhaustive"))
    return found


def exhaustive(
    dimension: str, whole: str, period: str = "", flow: str = ""
) -> list[tuple[str, ...]]:
    """Return the lists of parts that add to a whole.

    A list that holds for one flow only is returned where that flow is asked for.

    Examples
    --------
    >>> exhaustive("product", "automobiles-chassis")
    [('passenger-cars', 'commercial-vehicles')]
    """
    return [
        each.parts
        for each in partitions(dimension, whole, period)
        if each.exhaustive and each.flow in ("", flow)
    ]


@cache
def _declared() -> dict[tuple[str, str], list[Partition]]:
    parts: dict[tuple[str, ...], list[str]] = {}
    for row in table("partitions"):
        columns = ("dimension", "whole", "list", "kind", "flow", "series")
        parts.setdefault(tuple(row[column] for column in columns), []).append(row["part"])
    found: dict[tuple[str, str], list[Partition]] = {}
    for (dimension, whole, name, kind, flow, series), names in parts.items():
        one = Partition(dimension, whole, name, tuple(names), kind, flow, series)
        found.setdefault((dimension, whole), []).append(one)
    return found
