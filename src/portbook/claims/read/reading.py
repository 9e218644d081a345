"""What reading a text gives: its claims, what they link to, and the numbers left over."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.guide import Claim
from portbook.claims.read.quantity import Number


@dataclass(frozen=True, slots=True)
class Link:
    """What the reader knows of a claim beyond the exchange format.

    Parameters
    ----------
    reporter, partner
        ISO 3166 codes or group slugs; empty where the name is none that is known.
    enterprise, regime
        Their slugs, where the product's words name a kind of firm or of trade.
    product
        The slug; `total` where nothing narrows, empty where the name is unknown.
    sentence
        The number of the sentence, from 0.
    line
        The number of the paragraph, from 0.
    frame
        The number of the frame inside the sentence, from 0.
    before
        Whether the figure is the one that another is compared with.
    whole
        The flow, place or thing that a share or contribution is of, in the words of the text.
    since
        What a growth or change is measured against: `year`, `month`, `quarter` or a period.
    """

    claim: str
    reporter: str = ""
    partner: str = ""
    product: str = "total"
    enterprise: str = "total"
    regime: str = "total"
    sentence: int = 0
    line: int = 0
    frame: int = 0
    before: bool = False
    whole: str = ""
    since: str = "year"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read.

    Parameters
    ----------
    claims
        In the order of the text.
    links
        One for each claim.
    unread
        The numbers that are no claim, each with its kind, so that nothing is passed over.
    numbers
        How many numbers, in digits or words, were found in all.
    date
        The date the text was read at; `assumed` where it was not given.
    """

    text: str
    lang: str
    date: str
    assumed: bool
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    unread: tuple[Number, ...] = ()
    numbers: int = 0
    headings: tuple[str, ...] = ()

    def link(self, claim: str) -> Link:
        """Return the link of a claim."""
        return next(one for one in self.links if one.claim == claim)
