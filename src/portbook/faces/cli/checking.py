"""portbook check."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portbook.errors import BadText, WrongUse
from portbook.faces.cli.app import AsOf, Force, Json, LedgerOption, app, ending, opened, write

if TYPE_CHECKING:
    from portbook.claims import Check
    from portbook.figures.book import Book

TEXTS = (".txt", ".md")
STDIN = "-"
EXAMPLE = "example"
"""The name that stands for the example article of the package."""


@app.command()
def check(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Texts, a folder of them, passages.jsonl, - for standard input, or "
            "the word example."
        ),
    ],
    date: Annotated[
        str | None, typer.Option("--date", help="When it was published: 2025-02-10.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", help="An .html file.")] = None,
    as_json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print claims and verdicts.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where something is contradicted.")
    ] = False,
    force: Force = False,
    ledger: LedgerOption = None,
    as_of: AsOf = None,
) -> None:
    """Check an article claim by claim, against the ledger and against itself."""
    kind = ending(to, (".html",)) if to else ""
    book = opened(ledger, as_of)
    paths = _paths(files)
    if jsonl or paths[0].endswith(".jsonl"):
        _predict(paths, book, date)
        return
    if to and len(paths) != 1:
        raise WrongUse("--to takes one article")
    found = _each(paths, book, date)
    if to and kind:
        from portbook.release.check_page import html

        write(to, html(found[0][1]), force=force)
        typer.echo(f"{to}: {_summary(found[0][1])}")
    else:
        _tell(found, many=len(paths) > 1, as_json=as_json)
    if strict and any(one.contradictions for _, one in found):
        raise typer.Exit(1)


def _each(paths: list[str], book: Book, date: str | None) -> list[tuple[str, Check]]:
    """Check each article; of several, one that cannot be read is named and passed over."""
    found: list[tuple[str, Check]] = []
    for path in paths:
        try:
            found.append((path, _checked(path, book, date)))
        except BadText as error:
            if len(paths) == 1:
                raise
            sys.stderr.write(f"portbook: {error}\n")
    if not found:
        raise BadText("none of the articles can be read")
    return found


def _tell(found: list[tuple[str, Check]], *, many: bool, as_json: bool) -> None:
    """Print one report, or a line for each of several."""
    if as_json:
        reports: list[Any] = [{"file": path, **one.to_dict()} for path, one in found]
        typer.echo(json.dumps(reports if many else reports[0], ensure_ascii=False, indent=1))
        return
    for path, one in found:
        if many:
            typer.echo(f"{path}: {_summary(one)}")
        else:
            _show(one)


def _checked(path: str, book: Book, date: str | None) -> Check:
    from portbook import claims
    from portbook.claims.documents import decoded

    if path == EXAMPLE and not Path(path).exists():
        text, day = claims.example()
        return claims.check(text, book, date=date or day)
    if path == STDIN:
        text = decoded(sys.stdin.buffer.read(), "standard input")
    else:
        text = claims.read_text(path)
    return claims.check(text, book, date=date)


def _summary(found: Check) -> str:
    words = [f"{count} {verdict.replace('_', ' ')}" for verdict, count in found.counts.items()]
    broken = len(found.broken)
    if broken:
        words.append(f"{broken} identit{'y' if broken == 1 else 'ies'} broken inside the text")
    return ", ".join(words) or "no claims read"


def _show(found: Check) -> None:
    from rich.console import Console

    from portbook.release.check_page import text

    Console().print(text(found), highlight=False)


def _paths(files: list[str]) -> list[str]:
    """Return the articles named, each folder as the texts that lie in it."""
    found: list[str] = []
    for name in files:
        path = Path(name)
        if path.is_dir():
            inside = sorted(str(each) for each in path.iterdir() if each.suffix in TEXTS)
            if not inside:
                raise WrongUse(f"{name}: no {' or '.join(TEXTS)} file in that folder")
            found += inside
        else:
            found.append(name)
    return found


def _predict(paths: list[str], book: Book, date: str | None) -> None:
    """Print one prediction a line, in the exchange format."""
    from portbook.claims import predictions

    for path in paths:
        if path in (STDIN, EXAMPLE):
            record = _checked(path, book, date).record("stdin" if path == STDIN else path)
            typer.echo(json.dumps(record, ensure_ascii=False))
            continue
        for record in predictions(path, book, date):
            typer.echo(json.dumps(record, ensure_ascii=False))
