"""The text with its claims marked, and a card for each claim beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from portbook.claims.check import Check
from portbook.claims.guide import Claim
from portbook.claims.judge.finding import Finding
from portbook.release.check_page.saying import (
    arithmetic,
    broken_for,
    further,
    is_open,
    reading_of,
    source_of,
)
from portbook.release.check_page.verdicts import drawing, look
from portbook.release.pieces import Number, upper
from portbook.release.writers.notes import Notes


class Article:
    """A text as marked paragraphs and cards.

    Parameters
    ----------
    check
        The text and its verdicts.
    notes
        The derivations of the page.
    """

    def __init__(self, check: Check, notes: Notes) -> None:
        self.check, self.notes = check, notes
        self.numbers = {claim.id: at for at, claim in enumerate(check.claims, 1)}

    def quoted(self, claim: Claim) -> str:
        """Return the words of a claim."""
        return self.check.reading.text[slice(*claim.span)]

    @property
    def title(self) -> str:
        """The headline of the text, where it has one."""
        lines = [line for line in self.check.reading.text.splitlines() if line.strip()]
        return lines[0].strip() if len(lines) > 1 and not _sentence(lines[0]) else ""

    def paragraphs(self) -> Iterator[str]:
        """Iterate over the paragraphs, each with the cards of its claims."""
        start = 0
        for line in self.check.reading.text.split("\n"):
            end = start + len(line)
            claims = [c for c in self.check.claims if start <= c.span[0] < end]
            if line.strip() and (claims or line.strip() != self.title):
                yield self._paragraph(start, end, claims)
            start = end + 1

    def _paragraph(self, start: int, end: int, claims: list[Claim]) -> str:
        cards = "".join(self.card(claim) for claim in claims)
        first = self.numbers[claims[0].id] if claims else 1
        beside = f'<ol class="cards" start="{first}">{cards}</ol>' if cards else ""
        return f'<div class="para"><p>{self._marked(start, end, claims)}</p>{beside}</div>'

    def _marked(self, start: int, end: int, claims: list[Claim]) -> str:
        """Return a stretch of the text with its claims and the numbers not read marked."""
        text = self.check.reading.text
        spots = [(claim.span, self._mark(claim)) for claim in claims]
        spots += [
            (one.span, _unread(one.text))
            for one in self.check.reading.unread
            if one.kind == "not read" and start <= one.span[0] < end
        ]
        found, at = [], start
        for (first, last), shown in sorted(spots, key=lambda spot: spot[0]):
            if first < at:
                continue
            found += [escape(text[at:first]), shown]
            at = last
        return "".join(found) + escape(text[at:end])

    def _mark(self, claim: Claim) -> str:
        finding, number = self.check.by_claim[claim.id], self.numbers[claim.id]
        style = look(finding)
        head, _, tail = self.quoted(claim).rpartition(" ")
        said = escape(f"{self.quoted(claim)}, claim {number}, {style.word}")
        return (
            f'<a class="m {style.key}" id="t{number}" href="#c{number}" aria-label="{said}">'
            f"{escape(head)}{' ' * bool(head)}"
            f'<span class="nb">{escape(tail)}<sup aria-hidden="true">{drawing(style)}{number}</sup>'
            "</span></a>"
        )

    def card(self, claim: Claim) -> str:
        """Return the card of a claim: verdict, arithmetic, evidence and other readings."""
        finding, number = self.check.by_claim[claim.id], self.numbers[claim.id]
        style = look(finding)
        inner = "".join(
            f'<p class="ar inn">Inside the article: {escape(line)}</p>'
            for line in broken_for(self.check, claim.id)
        )
        state = " open" if is_open(finding) else ""
        pairs = "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in self._pairs(finding))
        details = (
            f"<details{state}><summary>Read as {escape(reading_of(finding))}</summary>"
            f"<dl>{pairs}</dl></details>"
        )
        return (
            f'<li class="c {style.key}" id="c{number}"><h3>{drawing(style)}<span>{number}</span> '
            f'<span class="q">{escape(self.quoted(claim))}</span> '
            f'<span class="wd">{upper(style.word)}</span>'
            f'<a href="#t{number}" aria-label="Back to claim {number} in the text">↑'
            '<span class="h"> text</span></a></h3>'
            f'<p class="ar">{self.notes.line(arithmetic(finding))}</p>{inner}{details}</li>'
        )

    def _pairs(self, finding: Finding) -> Iterator[tuple[str, str]]:
        for source, one in further(finding):
            shown = self.notes.line((Number(one.figure, one.words or one.figure.text), ". "))
            yield "Evidence", f"{shown} {escape(source)}."
        for other in finding.others:
            yield "Other reading", f"{escape(upper(other.words))}."
        for one in finding.later:
            shown = self.notes.line((Number(one.figure, one.words or one.figure.text), ". "))
            yield "Known later", f"{shown} {escape(source_of(one.figure))}."
        for note in finding.notes:
            yield "Note", f"{escape(upper(note))}."


def _sentence(line: str) -> bool:
    return line.rstrip()[-1:] in set(".!?。！？")


def _unread(text: str) -> str:
    return f'<span class="unread">{escape(text)}<sup>not read</sup></span>'
