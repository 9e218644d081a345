"""portbook report."""

from __future__ import annotations

import json
from typing import Annotated

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
    write,
)


@app.command()
def report(
    reporter: Annotated[str | None, typer.Option("--reporter", help="Whose trade.")] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="A year; the newest complete one if none.")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="en.")] = "en",
    to: Annotated[str | None, typer.Option("--to", help="A .html, .md or .json file.")] = None,
    as_json: Json = False,
    force: Force = False,
    ledger: LedgerOption = None,
    as_of: AsOf = None,
    engine: Engine = "duckdb",
) -> None:
    """Write the report of a country's trade, every number with its source and arithmetic."""
    from portbook import release

    kind = ending(to, (".html", ".md", ".json")) if to else ""
    book = opened(ledger, as_of, engine)
    found = release.report(book, reporter or book.reporter, period, lang)
    as_text = (
        json.dumps(release.to_json(found), ensure_ascii=False, indent=1)
        if (as_json or kind == ".json")
        else ""
    )
    if to:
        made = {".html": release.html, ".md": release.markdown}.get(kind, lambda _: as_text)
        write(to, made(found), force=force)
        typer.echo(f"{to}: written")
    elif as_json:
        typer.echo(as_text)
    else:
        from rich.console import Console

        Console().print(release.text(found), highlight=False)
