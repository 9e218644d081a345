"""One article checked: its claims, what ties them, and what the ledger says of each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from portbook.claims.documents import article
from portbook.claims.guide import Claim
from portbook.claims.judge.fact import Facts, facts
from portbook.claims.judge.finding import CONTRADICTED, VERDICTS, Finding
from portbook.claims.judge.identities import ties
from portbook.claims.judge.implied import Implied, unsaid
from portbook.claims.judge.ledger import findings, later
from portbook.claims.judge.readings import with_others
from portbook.claims.judge.tie import INCONSISTENT, Tie
from portbook.claims.read import Reading, read
from portbook.errors import BadPeriod, WrongUse
from portbook.figures.book import Book

LANGUAGES = ("en",)


@dataclass(frozen=True)
class Check:
    """A text and the verdicts on it.

    Parameters
    ----------
    reading
        The text as it was read: claims, and numbers that are none.
    ties
        The identities between its claims.
    findings
        The verdict on each claim against the ledger, in the order of the text.
    implied
        What it implies without saying it.
    facts
        The claims as they were compared.
    """

    reading: Reading
    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]
    implied: tuple[Implied, ...]
    facts: Facts

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order of the text."""
        return self.reading.claims

    @property
    def date(self) -> str:
        """The day as of which everything is judged."""
        return self.reading.date

    @property
    def assumed(self) -> bool:
        """Whether nobody gave the date."""
        return self.reading.assumed

    @cached_property
    def by_claim(self) -> dict[str, Finding]:
        """The finding of each claim."""
        return {one.claim: one for one in self.findings}

    @property
    def broken(self) -> tuple[Tie, ...]:
        """The identities between claims that fail."""
        return tuple(tie for tie in self.ties if tie.verdict == INCONSISTENT)

    @property
    def contradictions(self) -> tuple[Finding | Tie, ...]:
        """Everything that is wrong: claims against the ledger, and claims against one another."""
        wrong = tuple(one for one in self.findings if one.verdict == CONTRADICTED)
        return (*wrong, *self.broken)

    @property
    def counts(self) -> dict[str, int]:
        """How many claims have each verdict, the gravest first."""
        found = Counter(one.verdict for one in self.findings)
        return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}

    def record(self, name: str = "") -> dict[str, Any]:
        """Return the record of the exchange format, with the verdicts against the ledger."""
        return {
            "id": name,
            "lang": self.reading.lang,
            "date": self.date,
            "claims": [
                {**claim.to_json(), "ledger": self.by_claim[claim.id].verdict}
                for claim in self.claims
            ],
            "verdicts": [tie.to_json() for tie in self.ties],
        }

    def to_dict(self) -> dict[str, Any]:
        """Return the full report, as ``check --json`` prints it."""
        return {
            "date": self.date,
            "date_assumed": self.assumed,
            "lang": self.reading.lang,
            "counts": self.counts,
            "claims": [
                {**claim.to_json(), "ledger": self.by_claim[claim.id].to_json()}
                for claim in self.claims
            ],
            "verdicts": [tie.to_json() for tie in self.ties],
            "implied": [one.to_json() for one in self.implied],
            "numbers": {
                "found": self.reading.numbers,
                "claims": len(self.claims),
                "not_claims": [
                    {"span": list(one.span), "text": one.text, "kind": one.kind}
                    for one in self.reading.unread
                ],
            },
        }


def check(text: str, book: Book, lang: str | None = None, date: str | None = None) -> Check:
    """Return an article checked claim by claim.

    Parameters
    ----------
    text
        The article.
    book
        The ledger it is judged by; what it knows only after the date is shown apart.
    lang
        The article's language; English where it is not given.
    date
        The day it speaks from, ISO; taken from the text where it is not given.

    Raises
    ------
    BadText
        Where there is nothing to read.
    WrongUse
        Where the language is none that is read, or the date is none.
    """
    lang = lang or "en"
    if lang not in LANGUAGES:
        raise WrongUse(f"articles are read in {', '.join(LANGUAGES)}, not {lang!r}")
    reading = read(article(text), lang, _day(date))
    compared = facts(reading.claims, reading.links, reading.text, reading.date, lang)
    tied = ties(compared)
    known = _as_of(book, reading.date)
    after = _after(book, reading.date)
    found = []
    for fact, one in zip(compared.all, findings(compared, tied, known), strict=True):
        found.append(later(with_others(one, fact, known), fact, after))
    wrong = frozenset(one.claim for one in found if one.verdict == CONTRADICTED)
    return Check(reading, tied, tuple(found), unsaid(compared, tied, wrong), compared)


def _day(date: str | None) -> str | None:
    if date is None:
        return None
    try:
        return dt.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise BadPeriod(f"{date!r} is no date; write 2025-02-10") from error


def _after(book: Book, date: str) -> Book:
    """Return a book of what became known after a day, as far as the book knows it."""
    day, last = dt.date.fromisoformat(date), book.known or dt.date.max
    published = book.published
    new = {
        name: one for name, one in published.publications.items() if day < one.known_from <= last
    }
    rows = [row for row in published.rows if row.publication in new]
    return replace(book.as_of(None), published=replace(published, publications=new, rows=rows))


def _as_of(book: Book, date: str) -> Book:
    day = dt.date.fromisoformat(date)
    if book.known is not None and book.known < day:
        return book
    return book if book.known == day else book.as_of(day)
