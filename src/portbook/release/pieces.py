"""What a sentence of a report is made of: words, figures, and counts of figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portbook.errors import BadDeclaration

if TYPE_CHECKING:
    from portbook.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it stands in a text: with the digits and unit that are printed."""

    figure: Figure
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures of some kind there are: counted, never typed."""

    count: int
    counted: str
    figures: tuple[Figure, ...]

    @property
    def text(self) -> str:
        """The count in digits."""
        return f"{self.count:,}"


Piece = str | Number | Tally
Line = tuple[Piece, ...]
"""A sentence, or a part of one."""

SLOT = re.compile(r"\{(\w+)\}")


def render(template: str, answer: Callable[[str], Piece | Line]) -> Line:
    """Fill each {slot} of a template with the figure or words that it asks for.

    Parameters
    ----------
    template
        A sentence without a single digit.
    answer
        What stands for a slot: a number, a tally, words, or several of them.

    Raises
    ------
    BadDeclaration
        Where a number is typed by hand in the template.

    Examples
    --------
    >>> render("{who} slept", {"who": "the port"}.__getitem__)
    ('the port', ' slept')
    """
    if typed := re.findall(r"\d+", SLOT.sub("", template)):
        raise BadDeclaration(f"numbers typed by hand in a template: {typed}")
    found: list[Piece] = []
    for at, part in enumerate(SLOT.split(template)):
        piece = answer(part) if at % 2 else part
        found += piece if isinstance(piece, tuple) else (piece,)
    return tuple(each for each in found if each != "")


def plain(line: Iterable[Piece]) -> str:
    """Return a line as plain text.

    Examples
    --------
    >>> plain(("the port", " slept"))
    'the port slept'
    """
    return "".join(each if isinstance(each, str) else each.text for each in line)


def figures(line: Iterable[Piece]) -> list[Figure]:
    """Return the figures that stand in a line."""
    return [each.figure for each in line if isinstance(each, Number)]


def joined(lines: Iterable[Line]) -> Line:
    """Return sentences as one line, a space between them."""
    found: list[Piece] = []
    for line in lines:
        found += [" "] * bool(found and line) + list(line)
    return tuple(found)


def upper(words: str) -> str:
    """Return words with a capital at their head."""
    return words[:1].upper() + words[1:]
