"""Tables handed to other libraries: DuckDB, Arrow, pandas, polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portbook.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portbook.figures.tabulate import Table

TYPES = {
    "value": "DOUBLE",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "known_from": "DATE",
    "deduced": "BOOLEAN",
    "across_issues": "BOOLEAN",
}
"""The SQL types of the columns that are no text."""


def relation(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> Any:  # noqa: ANN401
    """Return rows as a DuckDB relation."""
    import duckdb

    connection = duckdb.connect()
    spec = ", ".join(f'"{column}" {TYPES.get(column, "VARCHAR")}' for column in columns)
    connection.execute(f"create table figures ({spec})")
    if rows:
        marks = ", ".join("?" for _ in columns)
        values = [[row[column] for column in columns] for row in rows]
        connection.executemany(f"insert into figures values ({marks})", values)  # noqa: S608 - marks only
    return connection.table("figures")


def arrow(table: Table) -> Any:  # noqa: ANN401
    """Return a table as a pyarrow table."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra('pyarrow is not installed: pip install "portbook[records]"') from error
    return pyarrow.table(table)


def pandas(table: Table) -> Any:  # noqa: ANN401
    """Return a table as a pandas frame."""
    try:
        import pandas as library
    except ImportError as error:
        raise MissingExtra("pandas is not installed: pip install pandas") from error
    frame = library.DataFrame(table.rows())
    return frame


def polars(table: Table) -> Any:  # noqa: ANN401
    """Return a table as a polars frame."""
    try:
        import polars as library
    except ImportError as error:
        raise MissingExtra("polars is not installed: pip install polars") from error
    return library.DataFrame(table)
