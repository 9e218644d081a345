"""Read and write the CSV files of the embedded ledger."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = dict[str, str]

COLUMNS = (
    "publication",
    "source",
    "reporter",
    "flow",
    "partner",
    "product",
    "regime",
    "enterprise",
    "region",
    "period",
    "measure",
    "of",
    "since",
    "within",
    "basis",
    "value",
    "unit",
    "scale",
    "note",
)
DEFAULTS = {
    "partner": "world",
    "product": "total",
    "regime": "total",
    "enterprise": "total",
    "region": "total",
    "measure": "value",
    "of": "",
    "since": "",
    "within": "",
    "scale": "1",
    "note": "",
}
CELL = COLUMNS[2:15]


def read(path: Path) -> list[Row]:
    """Return the rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows under a header, with plain line ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_facts(path: Path, rows: list[Row], extra: Sequence[str] = ()) -> None:
    """Write facts sorted, without the columns that hold nothing but their default."""
    kept = [
        name
        for name in COLUMNS
        if name not in DEFAULTS or any(row[name] != DEFAULTS[name] for row in rows)
    ]
    columns = [*kept, *extra]
    ordered = sorted(rows, key=lambda row: [row[name] for name in (*COLUMNS, *extra)])
    write(path, columns, ordered)
