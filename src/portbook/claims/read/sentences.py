"""Text to sentences: lines, their kind, and where each sentence stands in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

PLAIN = str.maketrans(
    {
        "\u2212": "-",
        "\u2013": "-",
        "\u2012": "-",
        "\u2011": "-",
        "\u2010": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\t": " ",
        "\uff05": "%",
        "\uff0e": ".",
        "\uff0d": "-",
        "\uff0b": "+",
    }
    | {ord("\uff10") + digit: str(digit) for digit in range(10)}
)
"""Each a single character for a single character: places in the text stay as they are."""

BULLET = re.compile(r"\s*(?:[•·▪◦‣*●○■–—-]|\(?\d{1,2}[.)])\s+")
END = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9€$£¥])|[.!?][\"')\]]*\s*$")
NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rs|No|Nos|vs|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Fig|Sen|Gov|e\.g|i\.e|cf|ca)|\b[A-Z](?:\.[A-Z])*)\.$"
)
ABBREVIATED = 12
"""No abbreviation has more characters."""
LONGEST = 1_600
"""A longer sentence is read in pieces, so that the time it takes stays in proportion."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text read in one go.

    Parameters
    ----------
    text
        Its characters, typography made plain, one for one.
    start
        Where it begins in the whole text.
    line
        The number of its line (paragraph), from 0.
    kind
        `prose`, `bullet`, `heading` or `table`.
    """

    text: str
    start: int
    line: int
    kind: str = "prose"


def plain(text: str) -> str:
    """Return the text with plain dashes, quotes, spaces and digits, of the same length."""
    return text.translate(PLAIN)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order.

    Examples
    --------
    >>> [one.text for one in sentences("Exports rose. The U.S. deficit fell.")]
    ['Exports rose.', 'The U.S. deficit fell.']
    """
    found: list[Sentence] = []
    start = 0
    for number, line in enumerate(plain(text).split("\n")):
        found += _line(line, start, number)
        start += len(line) + 1
    return tuple(found)


def _line(line: str, start: int, number: int) -> list[Sentence]:
    if not line.strip():
        return []
    if line.count("|") >= 2:
        return [Sentence(line, start, number, "table")]
    bullet = BULLET.match(line)
    begin = bullet.end() if bullet else len(line) - len(line.lstrip())
    kind = "bullet" if bullet else "prose"
    cuts = _pieces(line, [begin, *_ends(line, begin), len(line)])
    pairs = [(a, b) for a, b in pairwise(cuts) if line[a:b].strip()]
    if kind == "prose" and len(pairs) == 1 and _heading(line):
        kind = "heading"
    return [_cut(line, a, b, start, number, kind) for a, b in pairs]


def _pieces(line: str, cuts: list[int]) -> list[int]:
    """Return the cuts with more in stretches that are too long, at spaces where there are any."""
    found = cuts[:1]
    for cut in cuts[1:]:
        while cut - found[-1] > LONGEST:
            space = line.rfind(" ", found[-1] + 1, found[-1] + LONGEST)
            found.append(space if space > 0 else found[-1] + LONGEST)
        found.append(cut)
    return found


def _cut(line: str, a: int, b: int, start: int, number: int, kind: str) -> Sentence:  # noqa: PLR0917
    piece = line[a:b]
    left = len(piece) - len(piece.lstrip())
    return Sentence(piece.strip(), start + a + left, number, kind)


def _heading(line: str) -> bool:
    """A short line that does not end as a sentence does."""
    return len(line) < 160 and not re.search(r"[.!?…\"']\s*$", line)


def _ends(line: str, begin: int) -> list[int]:
    return [
        found.end()
        for found in END.finditer(line, begin)
        if line[found.start()] != "."
        or not NOT_AN_END.search(line, max(begin, found.start() - ABBREVIATED), found.start() + 1)
        or _closes(line, found)
    ]


def _closes(line: str, found: re.Match[str]) -> bool:
    """An initialism at the end of the line closes its sentence."""
    return not line[found.end() :].strip()
