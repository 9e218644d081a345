"""Text to claims: sentences, tokens, quantities, frames, scope, links."""

from __future__ import annotations

from dataclasses import replace

from portbook.claims.guide import Claim
from portbook.claims.read.assemble import Assembler
from portbook.claims.read.date import assumed_date
from portbook.claims.read.home import home
from portbook.claims.read.lexicon import lexicon
from portbook.claims.read.line import Line
from portbook.claims.read.phrases import reading
from portbook.claims.read.quantity import Number
from portbook.claims.read.reading import Link, Reading
from portbook.claims.read.scan import scan
from portbook.claims.read.sentences import Sentence, sentences
from portbook.claims.read.stretch import Today
from portbook.claims.read.subjects import mentions

__all__ = ["Claim", "Link", "Number", "Reading", "assumed_date", "read"]


def read(text: str, lang: str = "en", date: str | None = None) -> Reading:
    """Return every claim of a text, and every number that is none.

    Parameters
    ----------
    text
        An article or release.
    lang
        Its language.
    date
        The day it speaks from (ISO); where it is not given it is taken from the text.

    Examples
    --------
    >>> one = read("China's exports rose 7.1% to 25.45 trillion yuan in 2024.").claims[0]
    >>> one.measure, one.flow, one.reporter, one.period, one.value
    ('growth_yoy', 'export', 'CN', '2024', '7.1')
    """
    words = lexicon(lang)
    day = date or assumed_date(text)
    found = sentences(text)
    reader = Assembler(Today.parse(day), lang)
    rows = [reading(scan(Line.of(sentence, words))) for sentence in found]
    spoken = [mentions(row) for row in rows]
    reader.tracker.home = home(rows, spoken)
    last, above = None, ""
    for row, named in zip(rows, spoken, strict=True):
        sentence = row.scan.line.sentence
        if last is not None and _parts(last, sentence):
            reader.tracker.fresh_paragraph()
        if sentence.kind == "table":
            reader.table(sentence, above)
        else:
            above = sentence.text
            reader.line(row, named)
        last = sentence
    claims = tuple(_attributed(reader, found))
    unread = tuple(sorted(reader.spare, key=lambda one: one.span))
    headings = tuple(one.text for one in found if one.kind == "heading")
    return Reading(
        text, lang, day, date is None, claims, tuple(reader.links), unread,
        len(claims) + len(unread), headings,
    )  # fmt: skip


def _parts(last: Sentence, one: Sentence) -> bool:
    """Whether a new paragraph of prose begins."""
    return one.line != last.line and one.kind == last.kind == "prose"


def _attributed(reader: Assembler, found: tuple[Sentence, ...]) -> list[Claim]:
    """Give each claim the source named in its sentence, or nearest in its paragraph."""
    rough = any(one.kind != "prose" for one in found)
    claims = []
    full = [name for where in reader.sources.values() for _, name in where]
    for claim, link in zip(reader.claims, reader.links, strict=True):
        named = reader.sources.get(link.line, [])
        if rough and not named:
            named = [pair for where in reader.sources.values() for pair in where]
        name = _nearest(named, link.sentence)
        claims.append(replace(claim, attribution=_in_full(name, full)))
    return claims


def _nearest(named: list[tuple[int, str]], sentence: int) -> str | None:
    """Return the source named last up to a sentence, else the first behind."""
    before = [name for at, name in named if at <= sentence]
    return before[-1] if before else named[0][1] if named else None


def _in_full(name: str | None, full: list[str]) -> str | None:
    """Return a surname as the full name that the text gave before."""
    if name is None or " " in name:
        return name
    return next((each for each in full if name in each.split() and each != name), name)
