"""Passages of the exchange format, answered one prediction a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portbook.claims.check import LANGUAGES, check
from portbook.claims.documents import read_text
from portbook.errors import BadData, BadText
from portbook.figures.book import Book


def predictions(path: str | Path, book: Book, date: str | None = None) -> Iterator[dict[str, Any]]:
    """Iterate over the records of a text file, or of every passage of a ``.jsonl``.

    Parameters
    ----------
    path
        A text, or passages with `id`, `text` or `text_file` (beside them), `lang` and `date`.
    book
        The ledger.
    date
        The date of a text file; passages have their own.

    Raises
    ------
    BadData
        Where a line is no passage.
    BadText
        Where a text cannot be read.
    """
    path = Path(path)
    if path.suffix != ".jsonl":
        yield check(read_text(path), book, date=date).record(path.stem)
        return
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if line.strip():
            yield _answered(_passage(line, f"{path}:{number}"), path, book, date)


def _passage(line: str, where: str) -> dict[str, Any]:
    try:
        passage = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadData(f"{where}: is no JSON ({error.msg})") from error
    if not isinstance(passage, dict) or not isinstance(passage.get("id"), str):
        raise BadData(f"{where}: a passage needs an id")
    if not isinstance(passage.get("text"), str) and not isinstance(passage.get("text_file"), str):
        raise BadData(f"{where}: a passage needs text or text_file")
    return passage


def _answered(passage: dict[str, Any], path: Path, book: Book, date: str | None) -> dict[str, Any]:
    lang = passage.get("lang") or "en"
    nothing = {"id": passage["id"], "lang": lang, "claims": [], "verdicts": []}
    if lang not in LANGUAGES:
        return nothing
    text = passage.get("text")
    if text is None:
        text = read_text(path.parent / passage["text_file"])
    try:
        found = check(text, book, lang, passage.get("date") or date)
    except BadText:
        return nothing
    return found.record(passage["id"])
