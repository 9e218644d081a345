"""Names of articles to places and products of the nomenclature."""

from __future__ import annotations

from functools import lru_cache

from portbook.claims.guide import Claim
from portbook.claims.read.lexicon import table
from portbook.claims.read.mention import Place
from portbook.claims.read.reading import Link
from portbook.nomenclature.tables import codes_by_name
from portbook.nomenclature.tables import table as table_of


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
    return _codes(lang).get(name or "") or _known(name or "")


@lru_cache(4)
def _codes(lang: str) -> dict[str, str]:
    known = {}
    for name, place in gazetteer(lang).items():
        known[name] = place.code
        if place.kind != "continent":
            known[place.name] = place.code
    return known


@lru_cache(256)
def _known(name: str) -> str:
    """Return the code that the nomenclature gives a place."""
    row = codes_by_name("places").get(name.casefold()) or codes_by_name("groups").get(
        name.casefold()
    )
    return row or ""


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
    >>> product_slug("Electric vehicles"), product_slug(None), product_slug("umbrellas of paper")
    ('electric-vehicles', 'total', '')
    """
    if name is None:
        return "total"
    low = name.lower()
    known = _slugs(lang)
    forms = (low, low + "s", low.removesuffix("s"))
    return next((known[form] for form in forms if form in known), "")


@lru_cache(4)
def _slugs(lang: str) -> dict[str, str]:
    """Return the slugs of products by all their names: published, of the tables, of articles."""
    published = {
        row["name"].lower().removesuffix("*"): row["product"]
        for row in table_of("product_names")
        if row["language"] == lang
    }
    return published | codes_by_name("products") | products(lang)


@lru_cache(4096)
def dimension(name: str | None, kind: str, lang: str = "en") -> str:
    """Return the slug of an enterprise type, regime or region that a product's words name.

    `kind` is the dimension (`enterprise`, `regime`, `region`); `total` where they name none.

    Examples
    --------
    >>> dimension("Private firms", "enterprise"), dimension("processing trade", "regime")
    ('private', 'processing')
    """
    if name is None:
        return "total"
    words = [word for word in name.lower().split() if word not in operators(lang)]
    low = " ".join(words)
    for row in table_of(f"{kind}s"):
        names = {row["name_en"].lower(), *filter(None, row["names"].lower().split(";"))}
        bare = {" ".join(w for w in each.split() if w not in operators(lang)) for each in names}
        if row[kind] != "total" and low in names | bare:
            return row[kind]
    return "total"


@lru_cache(4)
def operators(lang: str) -> frozenset[str]:
    """Return the nouns for those who trade: "companies", "firms"."""
    rows = table(f"cues.{lang}.csv")
    return frozenset(row["phrase"] for row in rows if row["kind"] == "operators") | {"trade"}


def link(claim: Claim, place: Place | None, partner: Place | None, lang: str) -> Link:
    """Return a claim's link to the nomenclature."""
    enterprise = dimension(claim.product, "enterprise", lang)
    regime = dimension(claim.product, "regime", lang)
    narrowed = enterprise != "total" or regime != "total"
    reporter = place.code if place else ""
    return Link(
        claim.id,
        reporter=reporter or place_code(claim.reporter, lang),
        partner="world" if partner is None else partner.code or place_code(claim.partner, lang),
        product="total" if narrowed else product_slug(claim.product, lang),
        enterprise=enterprise,
        regime=regime,
    )
