"""Groups of places, and who belonged to them when."""

from __future__ import annotations

import calendar
from functools import cache

from portbook.errors import UnknownName
from portbook.nomenclature.tables import Row, by_code, table
from portbook.quantities import Period


def groups() -> dict[str, Row]:
    """Return every group of places, by its slug."""
    return by_code("groups")


def members(group: str, period: str = "") -> tuple[str, ...]:
    """Return who belonged to a group on the last day of a period; without one, who does last.

    Groups that are members are taken apart, but for residual ones (`other-asia`). A group whose
    list is not published has none, and so has a single place.

    Raises
    ------
    UnknownName
        Where there is no such group or place.

    Examples
    --------
    >>> len(members("eu27", "2019")), len(members("eu27", "2020"))
    (28, 27)
    """
    if group in by_code("places"):
        return ()
    if group not in groups():
        raise UnknownName("group", group, groups())
    day = _last_day(period)
    found: list[str] = []
    for member, first, last in _memberships().get(group, ()):
        if first <= day and (not last or day <= last):
            found += members(member, period) if member in _memberships() else (member,)
    return tuple(sorted(set(found)))


def memberships(place: str, period: str = "") -> tuple[str, ...]:
    """Return the groups that a place belonged to on the last day of a period."""
    return tuple(group for group in groups() if place in members(group, period))


def adds_up(group: str) -> str:
    """Return the period whose tables print a group as the sum of its members; nothing for none."""
    return groups()[group]["adds_up"] if group in groups() else ""


@cache
def _memberships() -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in table("members"):
        found.setdefault(row["group"], []).append((row["member"], row["from"], row["to"]))
    return found


@cache
def _last_day(period: str) -> str:
    """Return the last day of a period, later than all days for none."""
    if not period:
        return "9999-12-31"
    year, month = divmod(Period.parse(period).last, 12)
    return f"{year:04d}-{month + 1:02d}-{calendar.monthrange(year, month + 1)[1]:02d}"
