"""Where ledgers are kept: the embedded one in the package, others in folders.

A ledger is a folder of tables. Its `ledger.toml` is written last, so that a folder without one is
half-written and is refused.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from portbook.errors import BadLedger
from portbook.ledger.engine import DuckDB
from portbook.ledger.schema import SCHEMA, Coverage, Published
from portbook.ledger.tables import coverage, published, rows

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

EMBEDDED = "embedded"
MARK = "ledger.toml"


@dataclass(frozen=True)
class Ledger:
    """The tables of one ledger, as they lie in its folder.

    Parameters
    ----------
    name
        Its path, or ``embedded``.
    published, coverage
        The published figures, and what is complete.
    records
        The engine over its records, or None.
    left_out
        The rows that are no evidence, each with the reason.
    """

    name: str
    published: Published
    coverage: Coverage
    records: DuckDB | None
    root: Traversable

    def left_out(self) -> list[dict[str, str]]:
        """Return the rows that are no evidence, each with the reason."""
        file = self.root / "left_out.csv"
        return list(rows(file)) if file.is_file() else []


@cache
def read(path: str | None = None) -> Ledger:
    """Return the ledger in a folder; the embedded one where none is named.

    Raises
    ------
    BadLedger
        Where the folder is missing, half-written, of a newer schema or cannot be read.
    """
    if path in (None, EMBEDDED):
        return _ledger(EMBEDDED, files("portbook.ledger") / "data")
    root = Path(path)
    if not root.is_dir():
        raise BadLedger(f"{path}: no ledger there; name a folder that holds a {MARK}")
    try:
        return _ledger(str(path), root)
    except PermissionError as error:
        raise BadLedger(f"{path}: the ledger cannot be read: {error.strerror}") from error
    except (OSError, KeyError, ValueError) as error:
        raise BadLedger(f"{path}: the ledger is damaged: {error}") from error


def _ledger(name: str, root: Traversable) -> Ledger:
    mark = root / MARK
    if not mark.is_file():
        raise BadLedger(
            f"{name}: the ledger is half-written: {MARK}, which is written last, is missing"
        )
    try:
        schema = tomllib.loads(mark.read_text(encoding="utf-8")).get("schema")
    except tomllib.TOMLDecodeError as error:
        raise BadLedger(f"{name}: {MARK} cannot be read: {error}") from error
    if not isinstance(schema, int) or schema > SCHEMA:
        raise BadLedger(
            f"{name}: the ledger has schema {schema}, this portbook reads {SCHEMA}; "
            "install a newer portbook"
        )
    records = root / "records"
    files_of = sorted(
        str(each)
        for each in (records.iterdir() if records.is_dir() else ())
        if each.name.endswith(".parquet")
    )
    engine = DuckDB(files_of) if files_of else None
    return Ledger(name, published(root), coverage(root), engine, root)
