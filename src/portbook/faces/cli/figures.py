"""portbook figure and portbook table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from portbook.faces.cli.app import (
    AsOf,
    Engine,
    Force,
    Json,
    LedgerOption,
    app,
    ending,
    opened,
    question,
    write,
)

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table

Words = Annotated[list[str] | None, typer.Argument(metavar="dim=value …", show_default=False)]
FIGURE = "figure growth flow=export period=2024"
TABLE = "table share --by partner flow=export period=2024"


@app.command()
def figure(
    measure: Annotated[str, typer.Argument(help="As portbook measures lists them.")],
    words: Words = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show where it comes from.")] = False,
    as_json: Json = False,
    ledger: LedgerOption = None,
    as_of: AsOf = None,
    engine: Engine = "duckdb",
) -> None:
    """Answer one figure, with its range, evidence and derivation."""
    book = opened(ledger, as_of, engine)
    found = book.figure(measure, **question(words or [], FIGURE))
    if as_json:
        typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1))
        return
    typer.echo(headline(found, book))
    if explain:
        typer.echo("")
        typer.echo(found.explain())


def headline(found: Figure, book: Book) -> str:
    """Return the figure, its range, its full address and on whose word it is."""
    from portbook.figures.explain import mark, standing
    from portbook.figures.words import range_words

    over = range_words(found)
    title = book.title(found.publication)
    lines = [f"{mark(found)} {found.text}" + (f"   [{over}]" if over else "")]
    lines.append(f"  {found.address.text()}")
    basis = f"basis {found.basis}, " if found.basis else ""
    lines.append(f"  {basis}{standing(found)}: {title}, known {found.known_from}")
    lines += [f"  {note}" for note in found.notes]
    return "\n".join(lines)


@app.command()
def table(
    measure: Annotated[str, typer.Argument(help="As portbook measures lists them.")],
    words: Words = None,
    by: Annotated[str, typer.Option("--by", help="A dimension, or month; two with a comma.")] = "",
    top: Annotated[int | None, typer.Option("--top", min=1, help="Keep the largest.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="A .csv, .parquet or .xlsx file.")] = None,
    as_json: Json = False,
    force: Force = False,
    ledger: LedgerOption = None,
    as_of: AsOf = None,
    engine: Engine = "duckdb",
) -> None:
    """Answer a measure of every member of a dimension, from one publication or series."""
    asked = question(words or [], TABLE)
    by = by or asked.pop("by", "")
    kind = ending(to, (".csv", ".parquet", ".xlsx")) if to else ""
    book = opened(ledger, as_of, engine)
    found = book.table(measure, by, top, **asked)
    if to:
        from portbook.release.sheets import table_file

        write(to, table_file(found, kind), force=force)
        typer.echo(f"{to}: {len(found.rows())} rows, {book.title(found.publication)}")
    elif as_json:
        typer.echo(json.dumps(_json(found), ensure_ascii=False, indent=1))
    else:
        _show(found, book, measure)


def _json(found: Table) -> dict[str, object]:
    return {
        "by": list(found.by),
        "publication": found.publication,
        "kind": found.kind,
        "lacks": list(found.lacks),
        "notes": list(found.notes),
        "rows": found.rows(),
    }


def _show(found: Table, book: Book, measure: str) -> None:
    from rich.console import Console
    from rich.table import Table as Grid

    from portbook.release.sheets import grid_rows

    console = Console()
    console.print(
        f"{measure} by {', '.join(found.by)}: {book.title(found.publication)}", highlight=False
    )
    console.print(f"{len(found.figures)} rows, the list is {found.kind}", highlight=False)
    grid = Grid(box=None, pad_edge=False)
    header, rows = grid_rows(found)
    for at, name in enumerate(header):
        number = at >= len(found.by)
        grid.add_column(
            name, justify="right" if number else "left", no_wrap=number, overflow="fold"
        )
    for row in rows:
        grid.add_row(*row)
    console.print(grid, highlight=False)
    for note in found.notes:
        console.print(note, highlight=False)
    if found.lacks:
        shown = ", ".join(found.lacks[:LACKS])
        more = f" and {len(found.lacks) - LACKS} more" if len(found.lacks) > LACKS else ""
        console.print(f"not covered here: {shown}{more}", highlight=False)


LACKS = 12
"""So many of the members that a table lacks are named."""
