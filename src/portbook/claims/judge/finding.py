"""What the ledger says of one claim: the verdict, its arithmetic, evidence and other readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portbook.figures.cell import Address
from portbook.figures.figure import Figure

SUPPORTED = "supported"
CONTRADICTED = "contradicted"
OTHER_CONCEPT = "other_concept"
REVISED_BASE = "revised_base"
NOT_IDENTIFIABLE = "not_identifiable"
NOT_ENOUGH_DATA = "not_enough_data"
VERDICTS = (
    CONTRADICTED,
    OTHER_CONCEPT,
    REVISED_BASE,
    NOT_IDENTIFIABLE,
    NOT_ENOUGH_DATA,
    SUPPORTED,
)
"""The verdicts, the gravest first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure beside a claim, and how the claim's range stands to it.

    Parameters
    ----------
    figure
        The figure.
    verb
        contains, meets or excludes.
    words
        The comparison in words.
    """

    figure: Figure
    verb: str
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the evidence with its publication and the prints it rests on."""
        figure = self.figure
        return {
            "address": figure.address.text(),
            "value": float(figure.value),
            "low": float(figure.low),
            "high": float(figure.high),
            "unit": figure.unit,
            "evidence": figure.evidence,
            "publication": figure.publication,
            "known_from": None if figure.known_from is None else figure.known_from.isoformat(),
            "deduced": figure.deduced,
            "across_issues": figure.across,
            "verb": self.verb,
            "notes": list(figure.notes),
            "sources": sorted({one.source.address for one in figure.prints}),
        }


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading that would fit: what it takes the text to mean, and the figure."""

    words: str
    figure: Figure | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the reading and the figure it fits."""
        shown = None if self.figure is None else Evidence(self.figure, "meets").to_json()
        return {"reading": self.words, "figure": shown}


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one claim against the ledger.

    Parameters
    ----------
    claim
        Its id.
    verdict
        One of `VERDICTS`.
    arithmetic
        One line that says why.
    address
        What the claim was read as; None where the ledger cannot be asked.
    evidence
        The figures beside it, the decisive one first.
    reported
        Whether the press alone reports it too.
    others
        Other readings that would fit, the likeliest first.
    later
        What became known only after the date.
    notes
        What a reader should know.
    """

    claim: str
    verdict: str
    arithmetic: str
    address: Address | None = None
    evidence: tuple[Evidence, ...] = ()
    reported: bool = False
    others: tuple[Other, ...] = ()
    later: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the finding as ``check --json`` prints it."""
        return {
            "claim": self.claim,
            "verdict": self.verdict,
            "arithmetic": self.arithmetic,
            "read_as": None if self.address is None else self.address.text(),
            "also_reported": self.reported,
            "evidence": [one.to_json() for one in self.evidence],
            "other_readings": [one.to_json() for one in self.others],
            "known_later": [one.to_json() for one in self.later],
            "notes": list(self.notes),
        }
