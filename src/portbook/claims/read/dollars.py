"""Whose dollar a bare "$" is: a country's own, where its own office speaks; else the US dollar."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from portbook.claims.guide import Claim
from portbook.claims.read.lexicon import table
from portbook.claims.read.linking import gazetteer
from portbook.claims.read.mention import Place

OFFICES = frozenset({"statistics", "stats", "customs", "census", "treasury", "bureau", "reserve"})


@lru_cache(1)
def _dollars() -> dict[str, str]:
    return {row["place"]: row["currency"] for row in table("dollars.csv")}


def own_dollars(
    text: str, claims: tuple[Claim, ...], home: Place | None, lang: str
) -> tuple[Claim, ...]:
    """Return the claims with each bare "$" in the money of the country whose office speaks."""
    own = _dollars().get(home.code) if home else None
    offices = {claim.attribution for claim in claims if claim.attribution}
    if own is None or home is None or not any(_official(name, home, lang) for name in offices):
        return claims
    return tuple(
        replace(claim, unit=claim.unit.replace("USD", own)) if _bare(text, claim) else claim
        for claim in claims
    )


def _official(name: str, home: Place, lang: str) -> bool:
    """Whether a source is an office of a place: "Statistics Canada"."""
    words = name.split()
    named = any(
        (place := gazetteer(lang).get(word)) is not None and place.code == home.code
        for word in words
    )
    return named and bool(OFFICES & {word.lower() for word in words})


def _bare(text: str, claim: Claim) -> bool:
    """Whether a claim is written with a dollar sign and no country before it."""
    start = claim.span[0]
    return claim.unit.startswith("USD") and text[start] == "$"
