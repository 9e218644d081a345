"""Portbook: foreign-trade statistics, from the customs record to the sentence and back.

>>> import portbook
>>> book = portbook.open()
>>> float(book.figure("growth", flow="export", period="2024").value)
7.1
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING, Any

from portbook.errors import WrongUse

if TYPE_CHECKING:
    from portbook.figures.book import Book

__version__ = "0.1.0"
__all__ = ["check", "open"]


def open(  # noqa: A001 - `portbook.open` reads as it should
    ledger: str | None = None, *, as_of: str | dt.date | None = None, engine: str = "duckdb"
) -> Book:
    """Return a book of a ledger.

    Parameters
    ----------
    ledger
        The path of a ledger; the embedded one where none is given.
    as_of
        Answer as it was known on this day; None for all that is known.
    engine
        Where records are summed.

    Raises
    ------
    BadLedger
        Where the ledger is missing, half-written or of a newer schema.
    """
    from portbook.figures.book import Book
    from portbook.figures.counted import Records
    from portbook.ledger.store import read

    if engine != "duckdb":
        raise WrongUse(f"no engine called {engine!r}; records are summed on duckdb")
    known = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    found = read(ledger)
    records = None
    if found.records is not None:
        records = Records(found.records, found.coverage, found.published, known)
    return Book(found.published, records, found.coverage, known)


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import a part of portbook when it is first asked for."""
    if name == "check":
        return import_module("portbook.claims").check
    raise AttributeError(f"module 'portbook' has no attribute {name!r}")
