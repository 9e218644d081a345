"""Numbers are worded as the trade prints them, and never more finely than they are known."""

import pytest

from portbook.release.numbers import GROWTH, POINTS, SHARE, cell, level, prose


@pytest.mark.parametrize(
    ("measure", "question", "text"),
    [
        ("value", {"flow": "total", "period": "2024"}, "43.85 trillion yuan"),
        ("value", {"flow": "export", "period": "2024-12"}, "2.41 trillion yuan"),
        ("value", {"flow": "balance", "period": "2024", "basis": "USD"}, "992.6 billion dollars"),
        ("growth", {"flow": "export", "period": "2024"}, "7.1%"),
        (
            "contribution",
            {"flow": "export", "product": "mechanical-electrical", "period": "2024"},
            "5.11 percentage points",
        ),
        (
            "contribution_share",
            {"flow": "export", "product": "mechanical-electrical", "period": "2024"},
            "72%",
        ),
    ],
)
def test_prose(book, measure, question, text):
    assert prose(book.figure(measure, **question)).text == text


def test_a_verb_makes_the_minus_superfluous(book):
    fall = book.figure("growth", flow="export", partner="JPN", period="2024")
    assert prose(fall).text == "2.3%"
    assert prose(fall, signed=True).text == "\u22122.3%"
    assert cell(fall, GROWTH).text == "\u22122.3%"


def test_columns_have_one_unit_and_signs(book):
    asean = {"flow": "export", "partner": "asean", "period": "2024"}
    assert cell(book.figure("value", **asean), level()).text == "4,173.6"
    assert cell(book.figure("growth", **asean), GROWTH).text == "+13.4%"
    assert cell(book.figure("share", **asean), SHARE).text == "16.4%"
    assert cell(book.figure("contribution", **asean), POINTS).text == "+2.08"


def test_a_print_shows_no_more_places_than_were_printed(book):
    coarse = book.figure("growth", flow="total", period="2024-01/2024-12", basis="USD")
    assert prose(coarse).text == "3.8%"
    assert cell(coarse, POINTS).text == "+3.8"
