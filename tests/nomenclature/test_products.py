"""Products are known by slug and name; what no code tells is said so."""

import pytest

from portbook.errors import UnknownName
from portbook.nomenclature.products import codes, product, products, unidentifiable
from portbook.nomenclature.tables import table

NEEDED = [
    "mechanical-electrical",
    "high-tech",
    "agricultural",
    "electric-vehicles",
    "3d-printers",
    "industrial-robots",
    "lithium-batteries",
    "solar-cells",
    "ships",
    "green-apec",
    "integrated-circuits",
    "automobiles",
    "automobiles-chassis",
    "automobiles-association",
    "mobile-phones",
    "household-appliances",
    "textiles",
    "garments",
    "electric-passenger-vehicles",
    "dual-fuel-ships",
    "new-three",
    "total",
]


@pytest.mark.parametrize("row", table("product_names"), ids=lambda row: row["name"])
def test_every_published_product_name_maps(row):
    assert row["product"] in products()


def test_published_names_find_their_product_but_for_three_homonyms():
    unlike = {
        row["name"]: (row["product"], product(row["name"]))
        for row in table("product_names")
        if product(row["name"]) != row["product"]
    }
    assert unlike == {  # a slug or a main name goes before a line of one table
        "garments": ("garments-without-accessories", "garments"),
        "general machinery": ("general-machinery-motie", "general-machinery"),
    }


@pytest.mark.parametrize("slug", NEEDED)
def test_the_needed_products_are_there_with_names_in_two_languages(slug):
    row = products()[slug]
    assert product(slug) == slug
    assert row["name_en"]
    assert row["name_zh"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Mechanical and electrical products*", "mechanical-electrical"),
        ("机电产品", "mechanical-electrical"),
        ("electromechanical products", "mechanical-electrical"),
        ("3D printers", "3d-printers"),
        ("EVs", "electric-vehicles"),
        ("锂离子蓄电池", "lithium-batteries"),
        ("chips", "integrated-circuits"),
        ("steel", "rolled-steel"),
        ("hs:8703", "hs:8703"),
        ("HS2022:870380", "hs2022:870380"),
        ("naics:336", "naics:336"),
    ],
)
def test_a_product_is_found_by_name_or_code(name, slug):
    assert product(name) == slug


def test_an_unknown_product_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="solar-cells"):
        product("solar-cell")


@pytest.mark.parametrize(
    ("slug", "edition", "count"),
    [
        ("electric-vehicles", "hs2022", 8),
        ("green-apec", "hs2012", 54),
        ("3d-printers", "hs2022", 1),
    ],
)
def test_codes_define_a_product(slug, edition, count):
    found, listed = codes(slug)
    assert (found, len(listed)) == (edition, count)
    assert all(code.isdigit() and len(code) in {2, 4, 6} for code in listed)


def test_what_no_code_tells_says_why():
    assert "fuel" in unidentifiable("dual-fuel-ships")
    assert unidentifiable("ships") == ""
    for slug, row in products().items():
        assert (row["identifiable"] == "codes") == (bool(row["codes"]) or slug == "total"), slug
        assert bool(row["reason"]) == (row["identifiable"] != "codes"), slug


def test_names_are_no_two_products():
    seen = {}
    for slug, row in products().items():
        for column in ("name_en", "name_zh", "synonyms_en", "synonyms_zh"):
            for name in filter(None, row[column].split(";")):
                assert seen.setdefault(name.casefold(), slug) == slug, name


def test_chapters_lie_in_their_sections():
    sections = {row["section"]: row for row in table("sections")}
    chapters = table("chapters")
    assert (len(sections), len(chapters)) == (21, 96)
    for row in chapters:
        section = sections[row["section"]]
        assert section["first"] <= row["chapter"] <= section["last"]
