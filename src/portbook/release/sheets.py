"""A table of figures as rows of words, and as a csv, parquet or xlsx file."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portbook.figures.tabulate import COLUMNS
from portbook.figures.words import amount, range_words

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table

FORMULA = ("=", "+", "-", "@")
"""A text that begins so is no text to a spreadsheet unless it is stored as one."""


def grid_rows(table: Table) -> tuple[list[str], list[list[str]]]:
    """Return the header and rows of a table in words, for the terminal."""
    from portbook.figures.explain import mark
    from portbook.nomenclature.labels import label

    rows = []
    for figure in [*table.figures, *([table.rest] if table.rest else [])]:
        members = ["rest"] * len(table.by) if figure is table.rest else _members(table, figure)
        names = [label(m, dimension=d) for d, m in zip(table.by, members, strict=True)]
        shown = [m if n in (m, "") else f"{n} ({m})" for n, m in zip(names, members, strict=True)]
        rows.append([*shown, f"{amount(figure)} {mark(figure)}", range_words(figure)])
    return [*table.by, "figure", "exact range"], rows


def _members(table: Table, figure: Figure) -> list[str]:
    return [figure.cell.member("period" if each == "month" else each) for each in table.by]


def table_file(table: Table, ending: str) -> bytes:
    """Return a table as the bytes of a file with that ending."""
    return {".csv": _csv, ".parquet": _parquet, ".xlsx": _xlsx}[ending](table)


def _csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    columns = [*table.by, *COLUMNS]
    writer.writerow(columns)
    for row in table.rows():
        writer.writerow(["" if row[each] is None else _safe(row[each]) for each in columns])
    return out.getvalue().encode()


def _safe(cell: Any) -> Any:  # noqa: ANN401 - the cells of a table
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _parquet(table: Table) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.parquet"
        table.relation().write_parquet(str(path), compression="zstd")
        return path.read_bytes()


def _xlsx(table: Table) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("figures")
    columns = [*table.by, *COLUMNS]
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, columns, bold)
    for at, row in enumerate(table.rows(), start=1):
        sheet.write_row(at, 0, ["" if row[each] is None else row[each] for each in columns])
    sheet.freeze_panes(1, len(table.by))
    sheet.autofit()
    book.close()
    return out.getvalue()
