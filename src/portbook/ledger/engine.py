"""Records on DuckDB, asked through narwhals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import narwhals.stable.v2 as nw


class DuckDB:
    """Records in Parquet files, read by DuckDB when they are first asked for.

    Parameters
    ----------
    files
        The paths of the Parquet files.
    name
        What the table of records is called in the SQL that is shown.
    """

    def __init__(self, files: Sequence[str], name: str = "records") -> None:
        self._files, self._name = list(files), name
        self._frame: nw.LazyFrame[Any] | None = None

    @property
    def frame(self) -> nw.LazyFrame[Any]:
        """The records as a lazy frame, over a view so that the SQL names the table."""
        if self._frame is None:
            import duckdb
            import narwhals.stable.v2 as nw

            connection = duckdb.connect()
            connection.read_parquet(self._files).create_view(self._name)
            self._frame = nw.from_native(connection.view(self._name))
        return self._frame

    def sums(self, question: Any) -> tuple[dict[str, Fraction], str]:  # noqa: ANN401
        """Return the exact sum of signed entries of each member, and the SQL that gives it."""
        import narwhals.stable.v2 as nw

        column = nw.col(question.column) * nw.col("entry")
        kept = self.frame.filter(
            nw.col("period") >= question.first, nw.col("period") <= question.last
        )
        for dimension, members in question.keep:
            kept = kept.filter(_inside(dimension, members))
        if question.known is not None:
            kept = kept.filter(nw.col("known_from") <= question.known)
        added = nw.when(column.count() > 0).then(column.sum()).alias("sum")
        grouped = kept.group_by(question.by).agg(added) if question.by else kept.select(added)
        native = grouped.to_native()
        rows = native.fetchall()
        keyed = rows if question.by else [("", *row) for row in rows]
        sums = {key: Fraction(amount) for key, amount in keyed if amount is not None}
        return sums, str(native.sql_query())


def _inside(dimension: str, members: Sequence[str]) -> Any:  # noqa: ANN401 - an expression
    import narwhals.stable.v2 as nw

    if dimension == "product" and members[0].partition(":")[0] not in ("naics", "total"):
        return nw.any_horizontal(
            *(nw.col("product").str.starts_with(each) for each in members), ignore_nulls=True
        )
    return nw.col(dimension).is_in(list(members))
