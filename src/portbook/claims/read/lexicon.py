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
    months: dict[str, int]
    numerals: dict[tuple[str, str], str]

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
    for row in table(f"cues.{lang}.csv"):
        _plant(loose, row["phrase"], Entry(row["kind"], row["sense"], row["part"]))
    for row in table(f"scales.{lang}.csv"):
        _plant(loose, row["written"], Entry("scale", row["scale"], ""))
    for row in table(f"units.{lang}.csv"):
        _plant(loose, row["noun"], Entry("unit", row["unit"], row["kind"]))
    for row in table(f"currencies.{lang}.csv"):
        _plant(cased, row["written"], Entry("currency", row["code"], row["place"]))
    for row in table(f"places.{lang}.csv"):
        _plant(cased, row["name"], Entry("place", row["name"], row["kind"]))
        if row["name"].islower():
            _plant(cased, row["name"].capitalize(), Entry("place", row["name"], row["kind"]))
        if row["kind"] in {"country", "city"}:
            _plant(cased, row["name"].upper(), Entry("dateline", row["name"], row["kind"]))
    months = {row["name"]: int(row["month"]) for row in table(f"months.{lang}.csv")}
    numerals = {(row["word"], row["kind"]): row["value"] for row in table(f"numerals.{lang}.csv")}
    return Lexicon(lang, loose, cased, months, numerals)


def _plant(root: Node, phrase: str, entry: Entry) -> None:
    node = root
    cased = entry.kind in {"currency", "place", "dateline"}
    for token in tokens(Sentence(plain(phrase), 0, 0)):
        node = node.after.setdefault(token.text if cased else token.low, Node())
    node.entries.append(entry)
