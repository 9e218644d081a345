"""Which of the sources that a text names each claim rests on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from portbook.claims.guide import Claim
from portbook.claims.read.reading import Link

Named = list[tuple[int, str]]
"""Sources in order, each with the number of its sentence."""


def attributed(
    claims: list[Claim], links: list[Link], sources: dict[int, Named], *, rough: bool
) -> tuple[Claim, ...]:
    """Give each claim the source named last in its paragraph, else the first named after it.

    `rough` says that the text has headings, bullets or tables: then a line without a source
    takes one from the whole text.
    """
    everywhere = sorted(pair for named in sources.values() for pair in named)
    full = _full_names(everywhere)
    found = []
    for claim, link in zip(claims, links, strict=True):
        named = sources.get(link.line) or (everywhere if rough else [])
        name = _nearest(named, link.sentence)
        found.append(replace(claim, attribution=full.get(name or "", name)))
    return tuple(found)


def _nearest(named: Named, sentence: int) -> str | None:
    at = bisect_right(named, sentence, key=lambda pair: pair[0])
    if at:
        return named[at - 1][1]
    return named[0][1] if named else None


def _full_names(named: Named) -> dict[str, str]:
    """Return the full name of each surname, as the text gave it first."""
    full: dict[str, str] = {}
    for _, name in named:
        if " " in name:
            for word in name.split():
                full.setdefault(word, name)
    return full
