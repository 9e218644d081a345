"""Names of articles to places and products of the nomenclature."""

from __future__ import annotations

from functools import lru_cache

from portbook.claims.read.lexicon import table
from portbook.claims.read.mention import Place


@lru_cache(4)
def gazetteer(lang: str = "en") -> dict[str, Place]:
    """Return the places that articles name, by the name as written."""
    places = {}
    for row in table(f"places.{lang}.csv"):
        name = row["exchange"] or row["name"].removeprefix("the ")
        places[row["name"]] = Place(name, row["code"], row["kind"])
    return places


@lru_cache(4)
def products(lang: str = "en") -> dict[str, str]:
    """Return the product slugs by the names that articles use."""
    return {row["name"]: row["slug"] for row in table(f"products.{lang}.csv")}


def place_code(name: str | None, lang: str = "en") -> str:
    """Return the ISO 3166 code or group slug of a place as a claim names it; empty if unknown.

    Examples
    --------
    >>> place_code("CN"), place_code("Shenzhen"), place_code("Atlantis")
    ('CHN', 'CN-SZ', '')
    """
    return _codes(lang).get(name or "", "")


@lru_cache(4)
def _codes(lang: str) -> dict[str, str]:
    known = {}
    for name, place in gazetteer(lang).items():
        known[name] = place.code
    for place in gazetteer(lang).values():
        if place.kind != "continent":
            known[place.name] = place.code
    return known


@lru_cache(4)
def _fiscal() -> dict[str, int]:
    return {row["place"]: int(row["month"]) for row in table("fiscal.csv")}


def fiscal_start(code: str) -> int:
    """Return the month in which a country's fiscal year begins; April where that is not known.

    Examples
    --------
    >>> fiscal_start("BGD"), fiscal_start("IND")
    (7, 4)
    """
    return _fiscal().get(code, 4)


def product_slug(name: str | None, lang: str = "en") -> str:
    """Return the slug of a product as an article names it; `total` for none, empty if unknown.

    Examples
    --------
    >>> product_slug("Electric vehicles"), product_slug(None), product_slug("umbrellas")
    ('electric-vehicles', 'total', '')
    """
    if name is None:
        return "total"
    low = name.lower()
    known = products(lang)
    return known.get(low) or known.get(low + "s") or known.get(low.removesuffix("s")) or ""
