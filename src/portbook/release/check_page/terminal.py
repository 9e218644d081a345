"""A checked article in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from portbook.claims.check import Check
from portbook.claims.guide import Claim
from portbook.release.check_page.saying import (
    arithmetic,
    broken_for,
    further,
    headline,
    reading_of,
    source_of,
    summary,
)
from portbook.release.check_page.verdicts import look, tally
from portbook.release.evidence import glyph
from portbook.release.pieces import Line, Number, plain, upper

if TYPE_CHECKING:
    from rich.console import RenderableType

    from portbook.claims.judge.finding import Finding


def text(check: Check) -> Group:
    """Return a checked article for the terminal, to be printed by a `rich` console."""
    date = f"{check.date}{' (assumed: the text bears no date)' if check.assumed else ''}"
    head: list[RenderableType] = [
        Text(),
        Text.assemble(*_parts(headline(check)), style="bold"),
        Text(f"Text of {date}, judged by what was known that day. {summary(check)}"),
        Text.assemble(*_counts(check)),
        Text(),
    ]
    claims = (line for at, claim in enumerate(check.claims, 1) for line in _claim(check, claim, at))
    return Group(*head, *claims, *_implied(check))


def _parts(line: Line) -> Iterator[str | tuple[str, str]]:
    """Iterate over a line as text, with the mark of its evidence after every number."""
    for each in line:
        if isinstance(each, Number):
            yield (each.text, "bold")
            yield (glyph(each.figure), "dim")
        else:
            yield plain((each,))


def _counts(check: Check) -> Iterator[str | tuple[str, str]]:
    for each, count in tally(check):
        yield (f"{each.glyph} {count} {each.word}", each.colour)
        yield "   "


def _claim(check: Check, claim: Claim, number: int) -> Iterator[RenderableType]:
    finding = check.by_claim[claim.id]
    style = look(finding)
    quoted = check.reading.text[slice(*claim.span)]
    yield Text.assemble(
        (f"{number:>3} {style.glyph} ", style.colour),
        (quoted, "bold"),
        "  ",
        (style.word, style.colour),
        (f"  {reading_of(finding)}", "dim"),
    )
    yield _indented(*_parts(arithmetic(finding)))
    for line in broken_for(check, claim.id):
        yield _indented(("inside the article: ", "bold red"), line)
    for words in _details(finding):
        yield _indented((words, "dim"))


def _details(finding: Finding) -> Iterator[str]:
    for source, one in further(finding)[:2]:
        yield f"{one.words or one.figure.text} {glyph(one.figure)} {source}"
    for other in finding.others:
        yield f"other reading: {other.words}"
    for one in finding.later:
        shown = f"{one.words or one.figure.text} {glyph(one.figure)}"
        yield f"known later: {shown} {source_of(one.figure)}"
    for note in finding.notes:
        yield upper(note)


def _indented(*parts: str | tuple[str, str]) -> Padding:
    return Padding(Text.assemble(*parts), (0, 0, 0, 6))


def _implied(check: Check) -> Iterator[RenderableType]:
    if not check.implied:
        return
    numbers = {claim.id: at for at, claim in enumerate(check.claims, 1)}
    by_id = {claim.id: claim for claim in check.claims}
    table = Table(box=None, pad_edge=False)
    for head in ("Quantity", "Bounds", "From", "Claims"):
        table.add_column(head, header_style="dim", justify="left")
    for one in check.implied:
        claims = ", ".join(str(numbers[each]) for each in one.claims)
        if one.says:
            claims += f"; {numbers[one.says]} says {by_id[one.says].value}"
        table.add_row(one.what, one.bounds, one.formula, claims)
    yield Text()
    yield Rule(Text("Implied, not said", style="bold"), align="left", style="dim")
    yield table
