"""portbook measures, sources, groups and ledger coverage: what there is."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

from portbook.faces.cli.app import AsOf, Json, LedgerOption, app, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

ledger_app = typer.Typer(help="What a ledger holds.", no_args_is_help=True)
app.add_typer(ledger_app, name="ledger")


def show(rows: Sequence[dict[str, str]], *, as_json: bool) -> None:
    """Print rows as a table, or as JSON."""
    if as_json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
        return
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=None, pad_edge=False)
    for name in rows[0] if rows else ():
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(*row.values())
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(grid, highlight=False)


WIDE = 400
"""A list that is piped is not wrapped at the width of a screen."""


@app.command()
def measures(as_json: Json = False) -> None:
    """List the measures: what each says, its unit and parameters."""
    from portbook.figures.measure import MEASURES

    rows = []
    for name, one in MEASURES.items():
        has = {"of": one.compares, "since": one.looks_back, "within": one.needs_whole}
        rows.append(
            {
                "measure": name,
                "unit": one.unit.code if one.unit else "",
                "parameters": " ".join(f"{key}=" for key, yes in has.items() if yes),
                "says": one.reference,
            }
        )
    show(rows, as_json=as_json)


@app.command()
def groups(as_json: Json = False) -> None:
    """List the groups of places and of products, and what no customs code can tell."""
    from portbook.nomenclature.groups import groups as places
    from portbook.nomenclature.groups import members
    from portbook.nomenclature.products import products, unidentifiable

    rows = [
        {"group": slug, "kind": "partner", "name": row["name_en"], "holds": " ".join(members(slug))}
        for slug, row in sorted(places().items())
    ]
    for slug, row in sorted(products().items()):
        why = unidentifiable(slug)
        holds = f"not identifiable: {why}" if why else row["codes"]
        if holds:
            rows.append({"group": slug, "kind": "product", "name": row["name_en"], "holds": holds})
    show(rows, as_json=as_json)


@app.command()
def sources(
    as_json: Json = False,
    every: Annotated[bool, typer.Option("--all", help="Every page and file, one a line.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """List the series that the ledger was read from, with their offices and licences."""
    book = opened(ledger, None)
    if every:
        rows = [
            {"source": one.name, "title": one.title, "address": one.address}
            for one in book.published.sources.values()
        ]
        show(rows, as_json=as_json)
        return
    found = defaultdict(list)
    for one in book.published.publications.values():
        found["press" if one.evidence == "press" else one.series].append(one)
    rows = [
        {
            "series": series,
            "office": "newspapers and agencies" if series == "press" else issues[0].office,
            "evidence": " ".join(sorted({one.evidence for one in issues})),
            "issues": str(len(issues)),
            "from": min(one.reference for one in issues),
            "to": max(one.reference for one in issues),
            "licence": "figures only" if series == "press" else issues[0].licence,
        }
        for series, issues in sorted(found.items())
    ]
    show(rows, as_json=as_json)


@ledger_app.command()
def coverage(as_json: Json = False, ledger: LedgerOption = None, as_of: AsOf = None) -> None:
    """List what the ledger covers: records by reporter, published figures by reporter."""
    book = opened(ledger, as_of)
    rows = [
        {
            "reporter": one.reporter,
            "kind": "records",
            "holds": f"{one.flow} by {one.dimension}",
            "from": one.first,
            "to": one.last,
            "figures": "",
        }
        for one in book.coverage.closed
    ]
    for reporter, held in sorted(book.held().items()):
        rows.append({"reporter": reporter, "kind": "published", **held})
    show(rows, as_json=as_json)
