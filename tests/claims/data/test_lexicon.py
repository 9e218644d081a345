"""The lexicon: every row has a sense that the grammar knows, and none stands twice."""

import re

import pytest

from portbook.claims.read.lexicon import table
from portbook.claims.read.linking import place_code
from portbook.quantities.unit import is_currency

FLOWS = {"export", "import", "total", "balance", "balance+", "balance-", ""}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("cues.en.csv", ("phrase", "kind", "sense", "part")),
        ("units.en.csv", ("noun", "unit", "kind")),
        ("currencies.en.csv", ("written", "code")),
        ("scales.en.csv", ("written",)),
        ("numerals.en.csv", ("word", "kind")),
        ("places.en.csv", ("name", "kind", "code")),
        ("products.en.csv", ("name",)),
        ("fiscal.csv", ("place",)),
    ],
)
def test_no_row_stands_twice(name, keys):
    rows = [tuple(row[key] for key in keys) for row in table(name)]
    assert len(rows) == len(set(rows))


def test_flows_have_known_senses():
    assert {row["sense"] for row in table("cues.en.csv") if row["kind"] == "flow"} <= FLOWS


def test_growth_has_a_direction():
    assert {row["sense"] for row in table("cues.en.csv") if row["kind"] == "grow"} == set("+-wn")


def test_currencies_are_iso_4217():
    wrong = [row["code"] for row in table("currencies.en.csv") if not is_currency(row["code"])]
    assert wrong == []


def test_no_phrase_holds_a_number():
    held = [row["phrase"] for row in table("cues.en.csv") if re.search(r"\d", row["phrase"])]
    assert held == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("CN", "CHN"), ("US", "USA"), ("EU", "eu27"), ("ASEAN", "asean"), ("Shenzhen", "CN-SZ"),
     ("Hunan", "CN-HN"), ("Atlantis", "")],
)  # fmt: skip
def test_places_link_to_the_nomenclature(name, code):
    assert place_code(name) == code
