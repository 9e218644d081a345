"""What a code is called in a language."""

from __future__ import annotations

from portbook.nomenclature.tables import by_code

TABLES = ("places", "groups", "products", "regimes", "enterprises", "regions")
OF_DIMENSION = {
    "reporter": ("places", "groups"),
    "partner": ("groups", "places"),
    "product": ("products",),
    "regime": ("regimes",),
    "enterprise": ("enterprises",),
    "region": ("regions",),
}
FLOWS = {
    "export": ("exports", "出口"),
    "import": ("imports", "进口"),
    "total": ("trade", "进出口"),
    "balance": ("balance", "差额"),
    "re-export": ("re-exports", "转口"),
}


def label(code: str, lang: str = "en", dimension: str = "") -> str:
    """Return what a code is called; the code itself where no table has it.

    Examples
    --------
    >>> label("mechanical-electrical"), label("USA", "zh"), label("other", dimension="regime")
    ('mechanical and electrical products', '美国', 'other')
    """
    if dimension == "flow":
        return FLOWS[code][lang == "zh"] if code in FLOWS else code
    if code.startswith("naics:"):
        return _named("industries", code.removeprefix("naics:"), lang) or code
    if code.startswith("hs:") and len(code) == len("hs:00"):
        return _named("chapters", code.removeprefix("hs:"), lang) or code
    for name in OF_DIMENSION.get(dimension, TABLES):
        if found := _named(name, code, lang):
            return found
    return code


def _named(name: str, code: str, lang: str) -> str:
    row = by_code(name).get(code)
    if row is None:
        return ""
    return row.get(f"name_{lang}") or row["name_en"]
