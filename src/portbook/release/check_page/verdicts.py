"""How verdicts look: a shape, a colour's class, a glyph and a word each."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.check import Check
from portbook.claims.judge.finding import (
    CONTRADICTED,
    NOT_ENOUGH_DATA,
    NOT_IDENTIFIABLE,
    OTHER_CONCEPT,
    REVISED_BASE,
    SUPPORTED,
    Finding,
)


@dataclass(frozen=True, slots=True)
class Look:
    """One verdict as it is shown.

    Parameters
    ----------
    key
        Its class in the style sheet, and the name of its symbol.
    word
        Its name.
    glyph
        Its character in the terminal.
    colour
        Its colour in the terminal.
    meaning
        What it says, for the legend.
    """

    key: str
    word: str
    glyph: str
    colour: str
    meaning: str


LOOKS = {
    CONTRADICTED: Look("bad", "contradicted", "\u2717", "bold red", "contradicted"),
    OTHER_CONCEPT: Look(
        "other", "other concept", "\u2260", "magenta", "right arithmetic, other concept"
    ),
    REVISED_BASE: Look("rev", "revised base", "\u21bb", "yellow", "true on a base since revised"),
    NOT_IDENTIFIABLE: Look(
        "nid", "not identifiable", "\u2205", "dim", "not identifiable in customs codes"
    ),
    "also": Look("also", "also reported", "\u201d", "yellow", "also reported, press only"),
    NOT_ENOUGH_DATA: Look("ned", "not enough data", "?", "dim", "not enough data"),
    SUPPORTED: Look(
        "ok", "supported", "\u2713", "green", "supported by official or copied figures"
    ),
}
"""The looks, the gravest verdict first."""

SYMBOLS = {
    "ok": '<circle cx="8" cy="8" r="6.6"/><path d="m4.8 8.3 2.3 2.3 4.2-4.8"/>',
    "bad": (
        '<path d="M1.6 1.6h12.8v12.8H1.6z" fill="currentColor"/>'
        '<path d="m5 5 6 6m0-6-6 6" stroke="var(--bg)"/>'
    ),
    "other": (
        '<path d="M8 .9 15.1 8 8 15.1.9 8z"/>'
        '<path d="M5.2 6.8h5.6M5.2 9.4h5.6M9.6 5 6.6 11.2" stroke-width="1.3"/>'
    ),
    "ned": (
        '<circle cx="8" cy="8" r="6.6" stroke-dasharray="2 2.15"/>'
        '<path d="M6 6.5c.1-2.4 4-2.4 4 0 0 1.5-2 1.5-2 3M8 11.2v1"/>'
    ),
    "nid": '<circle cx="8" cy="8" r="6.6"/><path d="M3.4 12.6 12.6 3.4"/>',
    "also": '<path d="M2 3h12v8H8l-3 3v-3H2z"/>',
    "rev": '<path d="M13.6 8A5.6 5.6 0 1 1 11.5 3.6M11.8.8v3.2H8.6"/>',
}
"""The glyphs as drawings on a square of sixteen."""

SMALL = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()


def look(finding: Finding) -> Look:
    """Return how a verdict is shown; what the press alone reports has a look of its own."""
    return LOOKS["also" if finding.reported else finding.verdict]


def tally(check: Check) -> list[tuple[Look, int]]:
    """Return how many claims have each look, the gravest first."""
    shown = [look(one) for one in check.findings]
    return [(each, shown.count(each)) for each in LOOKS.values() if each in shown]


def symbols() -> str:
    """Return the glyphs as symbols, to stand once at the top of a page."""
    pen = 'viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6"'
    drawn = "".join(
        f'<symbol id="g-{key}" {pen} stroke-linecap="square">{paths}</symbol>'
        for key, paths in SYMBOLS.items()
    )
    return f'<svg class="defs" aria-hidden="true"><defs>{drawn}</defs></svg>'


def drawing(one: Look) -> str:
    """Return a glyph as it stands beside a word."""
    return f'<svg class="g {one.key}" aria-hidden="true"><use href="#g-{one.key}"/></svg>'


def count_word(number: int) -> str:
    """Return a count as a sentence has it.

    Examples
    --------
    >>> count_word(14), count_word(25)
    ('fourteen', '25')
    """
    return SMALL[number] if number < len(SMALL) else f"{number:,}"
