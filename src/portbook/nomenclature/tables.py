"""Read the tables of this room, each once."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

Row = Mapping[str, str]

DATA = files("portbook.nomenclature") / "data"


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table, by its name without the ending."""
    with (DATA / f"{name}.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


@cache
def by_code(name: str) -> dict[str, Row]:
    """Return the rows of a table by its first column."""
    rows = table(name)
    key = next(iter(rows[0]))
    return {row[key]: row for row in rows}


def several(cell: str) -> list[str]:
    """Return the parts of a cell that holds several, parted by semicolons."""
    return cell.split(";") if cell else []


@cache
def codes_by_name(name: str) -> dict[str, str]:
    """Return the code of every name in a table, in lower case; a main name goes before others."""
    found: dict[str, str] = {}
    for columns in (("name_en", "name_zh"), ("synonyms_en", "synonyms_zh")):
        for code, row in by_code(name).items():
            _add(found, code, (each for column in columns for each in several(row[column])))
    return found


def _add(found: dict[str, str], code: str, names: Iterable[str]) -> None:
    for each in names:
        found.setdefault(each.casefold(), code)
