"""Products and groups of products, and the customs codes that define them."""

from __future__ import annotations

import re
from functools import cache

from portbook.errors import UnknownName
from portbook.nomenclature.tables import Row, by_code, codes_by_name, several, table

CODE = re.compile(r"(hs(?:\d{4})?|naics(?:\d{4})?):(\d{2,10})")


def products() -> dict[str, Row]:
    """Return every product and group of products, by its slug."""
    return by_code("products")


@cache
def product(text: str) -> str:
    """Return the slug of a product, from its slug or one of its names; codes are their own.

    Raises
    ------
    UnknownName
        Where no product is called so; the message names the nearest.

    Examples
    --------
    >>> product("Home appliances"), product("锂电池"), product("hs:8703")
    ('household-appliances', 'lithium-batteries', 'hs:8703')
    """
    text = text.strip()
    folded = text.casefold()
    if CODE.fullmatch(folded) or folded in products():
        return folded
    name = folded.removesuffix("*")
    found = codes_by_name("products").get(name) or _published().get(name)
    if found is None:
        known = [row["name_en"] for row in products().values()]
        raise UnknownName("product", text, [*products(), *known])
    return found


@cache
def _published() -> dict[str, str]:
    """Return the slug of every product name in the published tables, without the star."""
    rows = table("product_names")
    return {row["name"].casefold().removesuffix("*"): row["product"] for row in rows}


def codes(slug: str) -> tuple[str, tuple[str, ...]]:
    """Return the edition and the codes that define a product; none where it has no such list."""
    row = products()[slug]
    return row["edition"], tuple(several(row["codes"]))


def unidentifiable(slug: str) -> str:
    """Return why no customs code tells a product; nothing where one does or a list may."""
    row = products().get(slug)
    return row["reason"] if row and row["identifiable"] == "no" else ""
