"""Sentences to tokens: words, numbers, ordinals and marks, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portbook.claims.read.sentences import Sentence

TOKEN = re.compile(
    r"""
      (?P<abbreviation>(?:[A-Za-z]\.){2,}(?!\w))
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
    | (?P<number>(?<![\w.])[+-]?(?=[\d.])
          (?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?
           |\d{1,3}(?:[ ]\d{3})+\.\d+
           |\d+(?:\.\d+)?|\.\d+)
        |\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<possessive>'[sS]\b|(?<=s)'(?=\s))
    | (?P<word>[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*)
    | (?P<sign>[$€£¥₹₩₽₺₫₱฿₦%‰])
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)


EVIDENCE = frozenset("●◐○■◮◇◆△▲\u0332")
"""Marks that reports set behind their figures; they are no words."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Parameters
    ----------
    low
        Its text in small letters.
    kind
        `word`, `number`, `ordinal`, `possessive`, `sign` or `mark`.
    joined
        Whether a hyphen ties it to the token before.
    tight
        Whether it follows the token before without a space.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    joined: bool = False
    tight: bool = False


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """Return the tokens of a sentence; a hyphen between two of them joins the second.

    Examples
    --------
    >>> [one.text for one in tokens(Sentence("US$1.5bn, up 3.8% year-on-year", 0, 0))]
    ['US', '$', '1.5', 'bn', ',', 'up', '3.8', '%', 'year', 'on', 'year']
    """
    text, found = sentence.text, list[Token]()
    end, joined = -1, False
    for match in TOKEN.finditer(text):
        start = match.start()
        if match[0] == "-" and start == end and match.end() < len(text) and _tied(text, match):
            joined, end = True, match.end()
            continue
        if match[0] in EVIDENCE:
            continue
        kind = "word" if match.lastgroup == "abbreviation" else str(match.lastgroup)
        place = sentence.start + start
        found.append(
            Token(
                match[0], match[0].lower(), place, place + len(match[0]), kind, joined, start == end
            )
        )
        joined, end = False, match.end()
    return tuple(found)


def _tied(text: str, match: re.Match[str]) -> bool:
    return not text[match.end()].isspace()
