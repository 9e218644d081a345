"""The tables of a ledger: published facts as sorted CSV, read straight into memory."""

from __future__ import annotations

import csv
import datetime as dt
from operator import itemgetter
from typing import TYPE_CHECKING

from portbook.errors import BadLedger
from portbook.ledger.schema import (
    DEFAULTS,
    PLACE,
    REQUIRED,
    Closed,
    Coverage,
    Listing,
    Publication,
    Published,
    Row,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


def rows(file: Traversable) -> Iterator[dict[str, str]]:
    """Iterate over a table of the package, one mapping a row."""
    with file.open("r", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def published(root: Traversable) -> Published:
    """Return the published figures of a ledger."""
    publications = {
        row["publication"]: _publication(row) for row in rows(root / "publications.csv")
    }
    sources = {
        row["source"]: Source(row["source"], row["address"], row["title"], row["published"])
        for row in rows(root / "sources.csv")
    }
    facts: list[Row] = []
    for file in sorted((root / "published").iterdir(), key=lambda each: each.name):
        facts += published_rows(file)
    return Published(publications, sources, facts)


def _publication(row: dict[str, str]) -> Publication:
    return Publication(
        name=row["publication"],
        series=row["series"],
        title=row["title"],
        office=row["office"],
        reference=row["reference"],
        known_from=dt.date.fromisoformat(row["known_from"]),
        evidence=row["evidence"],
        licence=row["licence"],
    )


FIELDS = tuple(field for field in Row._fields if field != "place")


def published_rows(file: Traversable) -> list[Row]:
    """Return the rows of one table of published figures, left-out columns filled in.

    Raises
    ------
    BadLedger
        Where a required column is missing, or one is not known.
    """
    with file.open("r", encoding="utf-8") as lines:
        reader = csv.reader(lines)
        header = next(reader, [])
        missing = [column for column in REQUIRED if column not in header]
        unknown = [column for column in header if column not in (*DEFAULTS, *REQUIRED)]
        if missing or unknown:
            raise BadLedger(f"{file.name}: columns missing {missing}, not known {unknown}")
        absent = [column for column in DEFAULTS if column not in header]
        order = [*header, *absent]
        defaults = [DEFAULTS[column] for column in absent]
        place = itemgetter(*(order.index(column) for column in PLACE))
        rest = [order.index(field) for field in FIELDS]
        at = FIELDS.index("period")
        first, last = itemgetter(*rest[:at]), itemgetter(*rest[at:])
        found = []
        for line in reader:
            if len(line) != len(header):
                raise BadLedger(
                    f"{file.name}, line {reader.line_num}: {len(line)} cells under "
                    f"{len(header)} columns; the row is damaged"
                )
            full = line + defaults
            found.append(Row._make((*first(full), place(full), *last(full))))
        return found


CLOSED = ("reporter", "flow", "dimension", "from", "to", "series", "source")


def coverage(root: Traversable) -> Coverage:
    """Return what a ledger is complete for."""
    closed = tuple(Closed(*(row[each] for each in CLOSED)) for row in rows(root / "closed.csv"))
    lists = {
        (row["series"], row["dimension"]): Listing(
            row["series"], row["dimension"], row["kind"], row["whole"]
        )
        for row in rows(root / "lists.csv")
    }
    return Coverage(closed, lists)
