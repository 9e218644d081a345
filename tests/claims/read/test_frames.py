"""What each figure of a sentence measures, signed."""

import pytest

from portbook.claims.read import read


def measured(text, date="2025-02-10"):
    return [(one.measure, one.value) for one in read(text, date=date).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 7.1 percent to 25.45 trillion yuan.",
         [("growth_yoy", "7.1"), ("level", "25.45")]),
        ("Exports fell by 1.6 per cent to €802 billion, imports by 6.2 per cent to €663 billion.",
         [("growth_yoy", "-1.6"), ("level", "802"), ("growth_yoy", "-6.2"), ("level", "663")]),
        ("Exports were up 3.9 percent and imports 6.6 percent.",
         [("growth_yoy", "3.9"), ("growth_yoy", "6.6")]),
        ("Exports gained 5 percent, or 2 billion dollars, to 42 billion dollars.",
         [("growth_yoy", "5"), ("change", "2"), ("level", "42")]),
        ("The deficit widened by $19.5 billion to $98.4 billion.",
         [("change", "-19.5"), ("level", "-98.4")]),
        ("The deficit narrowed 44 percent to 5.33 trillion yen.",
         [("growth_yoy", "-44"), ("level", "-5.33")]),
        ("The surplus narrowed by €1.3 bn to €12.6 bn from €13.9 bn.",
         [("change", "-1.3"), ("level", "12.6"), ("level", "13.9")]),
        ("Cars accounted for 59.4 percent of exports.", [("share", "59.4")]),
        ("Cars accounted for 51.9 percent of the total growth in exports.",
         [("contribution_share", "51.9")]),
        ("Cars contributed 72% of the growth of exports.", [("contribution_share", "72")]),
        ("The share of growth owed to cars was 72%.", [("contribution_share", "72")]),
        ("Cars added 4.2 percentage points to export growth.", [("contribution_pp", "4.2")]),
        ("Steel took 0.2 points from the growth of exports.", [("contribution_pp", "-0.2")]),
        ("Cars gave 5.11 points of the 7.1 points of growth.",
         [("contribution_pp", "5.11"), ("growth_yoy", "7.1")]),
        ("Its share of exports rose by 2.2 percentage points to 24.1 percent.",
         [("pp_change", "2.2"), ("share", "24.1")]),
        ("Its share of exports fell to 28.6 percent from 30.7 percent.",
         [("share", "28.6"), ("share", "30.7")]),
        ("Trade passed 4 trillion yuan for the first time.", [("threshold", "4")]),
        ("Trade exceeded 4 trillion yuan.", [("level", "4")]),
        ("Exports more than tripled.", [("growth_yoy", "200")]),
        ("Exports grew threefold.", [("growth_yoy", "200")]),
        ("Exports were 3 percent up on the year and 2 percent down on the month in May.",
         [("growth_yoy", "3"), ("growth_mom", "-2")]),
        ("Exports rose 4.2% in May from April.", [("growth_mom", "4.2")]),
        ("In the first quarter trade was 46% more than in the previous quarter.",
         [("growth_qoq", "46")]),
        ("Exports of $267 billion compared with $250 billion a year earlier.",
         [("level", "267"), ("level", "250")]),
        ("Tea came first with 37.3 per cent and rubber was second with 7.8 per cent.",
         [("ordinal", "1"), ("share", "37.3"), ("ordinal", "2"), ("share", "7.8")]),
        ("Exports covered 138.4% of imports.", [("ratio", "138.4")]),
        ("The average price was $9,500 per tonne, down 28.0%.",
         [("price", "9500"), ("growth_yoy", "-28.0")]),
        ("The firm has 97 overseas markets.", [("count", "97")]),
        ("Exports reached a record 5 billion dollars.", [("record", "1"), ("level", "5")]),
    ],
)  # fmt: skip
def test_measures(text, expected):
    assert measured(text) == expected


def test_a_forecast_and_a_currency_are_bases():
    found = read("Exports rose 3.8% in dollars. They are expected to grow 5 percent.").claims
    assert [one.basis for one in found] == ["currency:USD", "forecast"]
