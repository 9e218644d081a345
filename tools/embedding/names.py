"""What the collected tables call things, and what the ledger calls them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from embedding import tables

NAMES = Path(__file__).parents[2] / "src/portbook/nomenclature/data"
HERE = Path(__file__).parent


class UnmappedName(ValueError):
    """A collected name that no table of names knows."""


@cache
def _table(file: str, name: str, code: str) -> dict[str, str]:
    """Return names to codes; a column `names` holds several, parted by semicolons."""
    return {
        each: row[code]
        for row in tables.read(NAMES / file)
        for each in row[name].split(";")
        if each
    }


def _code(file: str, column: str, code: str, name: str) -> str:
    known = _table(file, column, code)
    if name not in known:
        raise UnmappedName(f"{file} has no {name!r}")
    return known[name]


def product(name: str) -> str:
    """Return the slug of a published product name."""
    return _code("product_names.csv", "name", "product", name)


def partner(name: str) -> str:
    """Return the code of a published partner name."""
    return _code("place_names.csv", "name", "place", name)


def regime(name: str) -> str:
    """Return the slug of a customs regime."""
    return _code("regimes.csv", "names", "regime", name)


def enterprise(name: str) -> str:
    """Return the slug of a type of enterprise."""
    return _code("enterprises.csv", "names", "enterprise", name)


def region(name: str) -> str:
    """Return the slug of a region of the reporter."""
    return _code("regions.csv", "names", "region", name)


@cache
def _units() -> dict[str, str]:
    return {row["collected"]: row["unit"] for row in tables.read(HERE / "units.csv")}


def unit(name: str) -> str:
    """Return the unit's slug; a currency code is its own."""
    return _units().get(name, name)


def reporter(code: str) -> str:
    """Return the reporter's code; groups have slugs."""
    return {"EU27": "eu27", "EA20": "ea20"}.get(code, code)
