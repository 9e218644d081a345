"""What all commands share: the application, the ledger they read, and where they write."""

from __future__ import annotations

import os
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import portbook
from portbook.errors import BadPeriod, FileExists, WrongUse

if TYPE_CHECKING:
    from portbook.figures.book import Book

app = typer.Typer(
    name="portbook",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Foreign-trade statistics, from the customs record to the sentence and back.",
)

LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", envvar="PORTBOOK_LEDGER", help="A ledger; the embedded one if none."),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Answer as it was known on this day: 2025-02-10.")
]
Engine = Annotated[
    str, typer.Option("--engine", envvar="PORTBOOK_ENGINE", help="Where records are summed.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file of --to.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Foreign-trade statistics, from the customs record to the sentence and back."""
    if version:
        typer.echo(f"portbook {portbook.__version__}")
        raise typer.Exit


def settings() -> dict[str, str]:
    """Return the settings of `portbook.toml` in the working folder; none where there is none."""
    file = Path("portbook.toml")
    if not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse(f"{file}: {error}") from error
    return {key: str(value) for key, value in found.items()}


def opened(ledger: str | None, as_of: str | None, engine: str = "duckdb") -> Book:
    """Return the book that a reading command answers from."""
    here = settings()
    try:
        book = portbook.open(
            ledger or here.get("ledger"), as_of=as_of, engine=engine or here.get("engine", "duckdb")
        )
    except ValueError as error:
        raise BadPeriod(f"--as-of {as_of!r} is no date; write 2025-02-10") from error
    return book.for_reporter(here["reporter"]) if "reporter" in here else book


def question(words: list[str], command: str) -> dict[str, str]:
    """Return `dim=value` words as a mapping.

    Raises
    ------
    WrongUse
        Where a word has no equals sign, or one is given twice.
    """
    found: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not value:
            raise WrongUse(f"{word!r} is no dim=value; try: portbook {command}")
        if key in found:
            raise WrongUse(f"{key}= is given twice")
        found[key] = value
    return found


def write(path: str, content: str | bytes, *, force: bool) -> None:
    """Write a file whole or not at all; never over another without --force."""
    target = Path(path)
    if target.exists() and not force:
        raise FileExists(f"{path} is there already; --force overwrites it")
    if not target.parent.is_dir():
        raise WrongUse(f"{target.parent}: no such folder")
    data = content.encode() if isinstance(content, str) else content
    handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(partial).chmod(0o644)
        Path(partial).replace(target)
    except OSError as error:
        Path(partial).unlink(missing_ok=True)
        raise WrongUse(f"{path}: cannot be written: {error.strerror}") from error


def ending(path: str, allowed: tuple[str, ...]) -> str:
    """Return the ending of an output file, or say which are written."""
    found = Path(path).suffix
    if found not in allowed:
        raise WrongUse(f"{path}: --to writes {', '.join(allowed)}")
    return found
