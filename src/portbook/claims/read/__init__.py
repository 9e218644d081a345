"""Text to claims: sentences, tokens, quantities, frames, scope, links."""

from __future__ import annotations

from dataclasses import replace

from portbook.claims.guide import Claim
from portbook.claims.read.assemble import Assembler
from portbook.claims.read.chunk import Chunker, reading
from portbook.claims.read.date import assumed_date
from portbook.claims.read.dollars import own_dollars
from portbook.claims.read.home import home
from portbook.claims.read.lexicon import lexicon
from portbook.claims.read.line import Line
from portbook.claims.read.mention import Mention
from portbook.claims.read.quantity import Number
from portbook.claims.read.reading import Link, Reading
from portbook.claims.read.scan import scan
from portbook.claims.read.sentences import Sentence, sentences
from portbook.claims.read.sources import attributed
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
    rows = [reading(scan(Line.of(_prose(sentence), words))) for sentence in found]
    spoken = [mentions(row) for row in rows]
    reader.tracker.home = home(rows, spoken)
    _walk(reader, found, list(zip(rows, spoken, strict=True)))
    rough = any(one.kind in {"bullet", "table"} for one in found)
    claims = attributed(reader.claims, reader.links, reader.sources, rough=rough)
    claims = own_dollars(text, claims, reader.tracker.home, lang)
    unread = tuple(sorted(reader.spare, key=lambda one: one.span))
    headings = tuple(one.text for one in found if one.kind == "heading")
    return Reading(
        text, lang, day, date is None, claims, tuple(reader.links), unread,
        len(claims) + len(unread), headings,
    )  # fmt: skip


def _prose(sentence: Sentence) -> Sentence:
    """Return a sentence for the grammar; a row of a table has none."""
    return replace(sentence, text="") if sentence.kind == "table" else sentence


def _walk(
    reader: Assembler,
    found: tuple[Sentence, ...],
    rows: list[tuple[Chunker, tuple[Mention, ...]]],
) -> None:
    """Read line after line; a new paragraph has a topic of its own."""
    last, above = None, ""
    for sentence, (row, named) in zip(found, rows, strict=True):
        if last is not None and _parts(last, sentence):
            reader.tracker.fresh_paragraph()
        if sentence.kind == "table":
            reader.table(sentence, above)
        else:
            above = sentence.text
            reader.line(row, named)
        last = sentence


def _parts(last: Sentence, one: Sentence) -> bool:
    """Whether a new paragraph of prose begins."""
    return one.line != last.line and one.kind == last.kind == "prose"
