"""The reader's lexicon: phrases with their senses, from the tables in `claims/data`."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from portbook.claims.read.sentences import Sentence, plain
from portbook.claims.read.tokens import Token, tokens
from portbook.errors import UnknownName

LANGUAGES = ("en",)
"""The languages that have a lexicon."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found in a sentence: tokens `[first, last)` and what they mean."""

    kind: str
    sense: str
    part: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase of the lexicon means."""

    kind: str
    sense: str
    part: str


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases."""

    entries: list[Entry] = field(default_factory=list)
    after: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of one language, as a tree of their tokens.

    `cased` holds names, which are matched as they are written.
    """

    lang: str
    loose: Node
    cased: Node
    numerals: dict[tuple[str, str], str]
    units: dict[str, str]

    def cues(self, line: tuple[Token, ...], at: int) -> list[Cue]:
        """Return the longest phrase of each kind and part that begins at a token."""
        best: dict[tuple[str, str], Cue] = {}
        for root, cased in ((self.loose, False), (self.cased, True)):
            node = root
            for last in range(at, len(line)):
                word = line[last].text if cased else line[last].low
                found = node.after.get(word)
                if found is None:
                    break
                node = found
                for entry in node.entries:
                    cue = Cue(entry.kind, entry.sense, entry.part, at, last + 1)
                    best[entry.kind, entry.part] = cue
        return list(best.values())

    def unit(self, products: tuple[str, ...]) -> str:
        """Return the unit in which a product is counted: its own noun, where that is one."""
        return self.units.get(products[0].split()[-1].lower(), "") if products else ""

    def numeral(self, word: str, kind: str) -> str | None:
        """Return the number that a word names, as decimal text."""
        return self.numerals.get((word, kind))


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the lexicon."""
    text = files("portbook.claims").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(4)
def lexicon(lang: str) -> Lexicon:
    """Return the lexicon of a language.

    Raises
    ------
    UnknownName
        Where the language has none.
    """
    if lang not in LANGUAGES:
        raise UnknownName("language of articles", lang, LANGUAGES)
    loose, cased = Node(), Node()
    for name, column, kind, sense, part in TABLES:
        for row in table(f"{name}.{lang}.csv"):
            entry = Entry(kind or row["kind"], row[sense], row[part] if part else "")
            _plant(cased if name == "currencies" else loose, row[column], entry)
    for row in table(f"places.{lang}.csv"):
        _name(cased, row["name"], row["kind"])
    numerals = {(row["word"], row["kind"]): row["value"] for row in table(f"numerals.{lang}.csv")}
    units = {
        row["noun"]: row["unit"] for row in table(f"units.{lang}.csv") if row["kind"] == "thing"
    }
    return Lexicon(lang, loose, cased, numerals, units)


TABLES = (
    ("cues", "phrase", "", "sense", "part"),
    ("scales", "written", "scale", "scale", ""),
    ("units", "noun", "unit", "unit", "kind"),
    ("currencies", "written", "currency", "code", "place"),
)
"""Each table: its column of phrases, its kind (none where a column says it), sense and part."""


def _name(cased: Node, name: str, kind: str) -> None:
    """Plant a place, with a capital, and in capitals as a dateline has it."""
    for form in {name, name.capitalize() if name.islower() else name}:
        _plant(cased, form, Entry("place", name, kind))
    if kind in {"country", "city"}:
        _plant(cased, name.upper(), Entry("dateline", name, kind))


def _plant(root: Node, phrase: str, entry: Entry) -> None:
    node = root
    cased = entry.kind in {"currency", "place", "dateline"}
    for token in tokens(Sentence(plain(phrase), 0, 0)):
        node = node.after.setdefault(token.text if cased else token.low, Node())
    node.entries.append(entry)
