"""Numbers as English writes them: value, unit, scale, decimals, hedge."""

import pytest

from portbook.claims.read.lexicon import lexicon
from portbook.claims.read.line import Line
from portbook.claims.read.scan import scan
from portbook.claims.read.sentences import sentences


def scanned(text):
    return scan(Line.of(sentences(text)[0], lexicon("en")))


def only(text):
    (one,) = scanned(text).quantities
    return one


@pytest.mark.parametrize(
    ("text", "value", "unit", "scale", "decimals"),
    [
        ("It came to 25.45 trillion yuan.", "25.45", "CNY", 10**12, 2),
        ("It came to US$6.16 trillion.", "6.16", "USD", 10**12, 2),
        ("It came to $92m.", "92", "USD", 10**6, 0),
        ("It came to €234.0 bn.", "234.0", "EUR", 10**9, 1),
        ("It came to RM237.81 billion.", "237.81", "MYR", 10**9, 2),
        ("It came to N31.81 trillion.", "31.81", "NGN", 10**12, 2),
        ("It came to HK$380.0 billion.", "380.0", "HKD", 10**9, 1),
        ("It came to Rs 60,524 crore.", "60524", "INR", 10**7, 0),
        ("It came to Rs.39,994.48 crore.", "39994.48", "INR", 10**7, 2),
        ("It came to SEK 5.9 billion.", "5.9", "SEK", 10**9, 1),
        ("It came to VND375 trillion.", "375", "VND", 10**12, 0),
        ("It came to 140.5 billion ringgit.", "140.5", "MYR", 10**9, 1),
        ("It rose 7.1 percent.", "7.1", "percent", 1, 1),
        ("It rose 15.85pc.", "15.85", "percent", 1, 2),
        ("It rose 5 per cent.", "5", "percent", 1, 0),
        ("It rose six-point-three percent.", "6.3", "percent", 1, 1),
        ("It rose +171 percent.", "171", "percent", 1, 0),
        ("It fell \u22122.3%.", "-2.3", "percent", 1, 1),
        ("It added 4.2 percentage points.", "4.2", "pp", 1, 1),
        ("It rose half a point.", "0.5", "pp", 1, 1),
        ("They sold 125,000 vehicles.", "125000", "vehicle", 1, -3),
        ("They sold 17,99,000 tonnes.", "1799000", "tonne", 1, -3),
        ("They sold 500.8 million kilogrammes.", "500.8", "kg", 10**6, 1),
        ("They sold 7.8 million tons.", "7.8", "tonne", 10**6, 1),
        ("They went to 112 countries and regions.", "112", "country", 1, 0),
        ("They opened 24 overseas assembly production bases.", "24", "base", 1, 0),
        ("It averaged US$3,900 a tonne.", "3900", "USD/tonne", 1, -2),
        ("It fell by a quarter.", "25", "percent", 1, -1),
        ("It took one-ninth of trade.", "11.1111", "percent", 1, -1),
        ("It took two thirds of trade.", "66.6667", "percent", 1, -1),
        ("They bought three in ten of them.", "30", "percent", 1, -1),
        ("It doubled.", "100", "percent", 1, -1),
        ("It came to 1.5 times the level.", "1.5", "ratio", 1, 1),
        ("It was a record high.", "1", "record_high", 1, 0),
        ("It was the fourth consecutive year of growth.", "4", "consecutive_year", 1, 0),
        ("It rose for 14 quarters in a row.", "14", "consecutive_quarter", 1, 0),
        ("It was the first fall in six months.", "6", "month", 1, 0),
        ("It was the third largest trading partner.", "3", "rank", 1, 0),
    ],
)
def test_quantity(text, value, unit, scale, decimals):
    one = only(text)
    assert (one.value, one.unit, one.scale, one.decimals) == (value, unit, scale, decimals)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It topped out at more than 4 trillion yuan.", "over"),
        ("It came to nearly 461.4 billion yuan.", "nearly"),
        ("It came to around $69.4 billion.", "about"),
        ("They have fewer than 10 markets.", "under"),
        ("They cleared some 3,200 consignments.", "about"),
        ("They went to 30 countries or more.", "over"),
        ("It came to 3 billion yuan.", None),
    ],
)
def test_hedge(text, hedge):
    assert only(text).hedge == hedge


def test_a_range_has_two_ends():
    one = only("It sees a surplus of between $60 billion and $80 billion.")
    assert (one.value, one.value_hi, one.unit, one.scale) == ("60", "80", "USD", 10**9)


def test_a_movement_is_no_range():
    found = scanned("The number rose from 12 to 15 countries.").quantities
    assert [(one.value, one.value_hi) for one in found] == [("12", None), ("15", None)]


def test_a_span_holds_number_scale_and_unit_alone():
    line = scanned("It came to about US$510.6 billion in all.")
    (one,) = line.quantities
    assert line.line.text(one.first, one.last) == "US$510.6 billion"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sales of 3D printers rose.", ["name"]),
        ("It rose in 2024.", ["date"]),
        ("It rose in the first 11 months.", ["period length"]),
        ("On 12 March 2024 it rose.", ["date", "date"]),
        ("The 3 biggest partners were named.", ["list intro"]),
        ("Chilli (HS 0904) rose.", ["name"]),
        ("The G20 met.", ["name"]),
    ],
)
def test_numbers_that_are_no_quantities(text, kinds):
    found = scanned(text)
    assert found.quantities == ()
    assert [one.kind for one in found.spare] == kinds
