"""Places are known by code and by name, and say what they are part of."""

import subprocess
import sys

import pytest

from portbook.errors import UnknownName
from portbook.nomenclature.labels import label
from portbook.nomenclature.places import currency, parent, place, places
from portbook.nomenclature.tables import by_code, table


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DEU"),
        ("deu", "DEU"),
        ("UK", "GBR"),
        ("Viet Nam", "VNM"),
        ("Republic of Korea", "KOR"),
        ("中国香港", "HKG"),
        ("Türkiye", "TUR"),
        ("Shenzhen", "CN-SZ"),
        ("江苏", "CN-JS"),
        ("Xinjiang", "CN-XJ"),
        ("Belt and Road partners", "belt-and-road"),
        ("EU", "eu27"),
        ("eurozone", "ea20"),
        ("emerging markets", "emde"),
        ("World", "world"),
        ("US-CA", "US-CA"),  # only ISO 3166-2 itself knows it
        ("Deutschland", None),
    ],
)
def test_a_place_is_found_by_code_and_name(name, code):
    if code is None:
        with pytest.raises(UnknownName, match="no place called 'Deutschland'"):
            place(name)
    else:
        assert place(name) == code


def test_an_unknown_place_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="Germany"):
        place("Germny")


@pytest.mark.parametrize("row", table("place_names"), ids=lambda row: row["name"])
def test_every_published_partner_name_maps(row):
    assert row["place"] in places() or row["place"] in by_code("groups")


@pytest.mark.parametrize(
    ("code", "whole", "money"),
    [
        ("CN-SZ", "CHN", "CNY"),
        ("CN-GD", "CHN", "CNY"),
        ("CHN", "world", "CNY"),
        ("eu27", "world", "EUR"),
        ("USA", "world", "USD"),
        ("JPN", "world", "JPY"),
        ("ES-CN", "ESP", "EUR"),
        ("US-CA", "USA", "USD"),
        ("asean", "world", ""),
    ],
)
def test_a_place_has_a_whole_and_a_currency(code, whole, money):
    assert parent(code) == whole
    assert currency(code) == money


def test_a_city_names_its_province():
    assert {code: row["province"] for code, row in places().items() if row["kind"] == "city"} == {
        "CN-SZ": "CN-GD",
        "CN-HZ": "CN-ZJ",
        "CN-NINGBO": "CN-ZJ",
        "CN-WENZHOU": "CN-ZJ",
        "CN-HUZHOU": "CN-ZJ",
        "CN-JINHUA": "CN-ZJ",
        "CN-TAIZHOU-ZJ": "CN-ZJ",
        "CN-NANJING": "CN-JS",
        "CN-HEFEI": "CN-AH",
    }


def test_the_provinces_of_china_are_thirty_one():
    assert (
        sum(code.startswith("CN-") and row["kind"] == "province" for code, row in places().items())
        == 31
    )


def test_labels_in_two_languages():
    assert label("CN-SZ", "zh") == "深圳"
    assert label("asean") == "ASEAN"
    assert label("other", dimension="enterprise") == "other enterprises"
    assert label("other", dimension="partner") == "other countries"
    assert label("naics:336") == "transportation equipment"
    assert label("hs:87") == "road vehicles"
    assert label("import", "zh", "flow") == "进口"
    assert label("hs:870380") == "hs:870380"


def test_known_names_import_nothing_heavy():
    script = (
        "import sys; from portbook.nomenclature.places import place; "
        "from portbook.nomenclature.products import product; "
        "place('Germany'); product('chips'); "
        "print({'pycountry', 'babel', 'duckdb'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
