"""Countries, provinces, cities and groups of them."""

from __future__ import annotations

from functools import cache

from portbook.errors import UnknownName
from portbook.nomenclature.tables import Row, by_code, codes_by_name

WORLD = "world"


def places() -> dict[str, Row]:
    """Return every place of the tables, by its code."""
    return by_code("places")


@cache
def place(text: str) -> str:
    """Return the code of a place or group of places, from its code or one of its names.

    Raises
    ------
    UnknownName
        Where no place is called so; the message names the nearest.

    Examples
    --------
    >>> place("Viet Nam"), place("深圳"), place("European Union"), place("usa")
    ('VNM', 'CN-SZ', 'eu27', 'USA')
    """
    text = text.strip()
    found = _known(text) or _from_iso(text)
    if found is None:
        names = [row["name_en"] for row in (*places().values(), *by_code("groups").values())]
        raise UnknownName("place", text, [*places(), *by_code("groups"), *names])
    return found


def _known(text: str) -> str | None:
    folded = text.casefold()
    if folded in by_code("groups"):
        return folded
    if text.upper() in places():
        return text.upper()
    return codes_by_name("places").get(folded) or codes_by_name("groups").get(folded)


def _from_iso(text: str) -> str | None:
    """Return the code of a country or subdivision that only ISO 3166 itself names."""
    import pycountry

    subdivision = pycountry.subdivisions.get(code=text.upper())  # type: ignore[no-untyped-call]
    if subdivision is not None:
        return str(subdivision.code)
    try:
        return str(pycountry.countries.lookup(text).alpha_3)
    except LookupError:
        return None


def parent(code: str) -> str:
    """Return the country that a place is part of; the world for countries and groups."""
    if code in places():
        return places()[code]["parent"]
    if "-" in code and len(code.partition("-")[0]) == 2:
        import pycountry

        country = pycountry.countries.get(alpha_2=code[:2])
        return str(country.alpha_3) if country else WORLD
    return WORLD


def currency(code: str) -> str:
    """Return the currency in which a place reports its trade; nothing where none is its own."""
    row = places().get(code) or by_code("groups").get(code)
    if row is None:
        whole = parent(code)
        return currency(whole) if whole in places() else ""
    return row["currency"]
