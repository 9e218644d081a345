"""Whose figure, of what, to whom, when, and who says so."""

import pytest

from portbook.claims.read import read


def scoped(text, *fields, date="2025-02-10"):
    return [tuple(getattr(one, name) for name in fields) for one in read(text, date=date).claims]


def test_flow_and_polarity_go_with_their_own_figure():
    text = "Exports of $35 billion and imports of $30 billion left a surplus of $5 billion."
    assert scoped(text, "flow", "value") == [("export", "35"), ("import", "30"), ("balance", "5")]


def test_a_list_is_dealt_out_in_order():
    text = (
        "Exports of electric vehicles, 3D printers and industrial robots jumped 13.1 percent, "
        "32.8 percent and 45.2 percent, respectively."
    )
    assert scoped(text, "product", "value") == [
        ("electric vehicles", "13.1"),
        ("3D printers", "32.8"),
        ("industrial robots", "45.2"),
    ]


def test_amounts_before_name_the_shares_after():
    text = (
        "Private firms conducted 4 trillion yuan of Hunan's trade and State-owned firms 1 trillion "
        "yuan, equivalent to 80 percent and 20 percent of the province's 5 trillion yuan."
    )
    assert scoped(text, "product", "value")[2:] == [
        ("Private firms", "80"),
        ("State-owned firms", "20"),
        (None, "5"),
    ]


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("China's exports to Vietnam rose 5 percent.", "CN", "VN"),
        ("Exports from Japan to the United States rose 5 percent.", "JP", "US"),
        ("Japan's surplus with China rose 5 percent.", "JP", "CN"),
        ("China's imports from Russia fell 5 percent.", "CN", "RU"),
        ("German exports rose 5 percent.", "DE", None),
        ("China's share of Brazilian exports was 28 percent.", "BR", "CN"),
        ("The euro area's exports to the rest of the world rose 5 percent.", "EA", None),
        ("Suzhou's trade rose 5 percent.", "Suzhou", None),
    ],
)
def test_reporter_and_partner(text, reporter, partner):
    assert scoped(text, "reporter", "partner") == [(reporter, partner)]


def test_a_buyer_is_a_partner():
    text = "Vietnam's exports were $100 billion. The United States bought $44 billion of them."
    assert scoped(text, "reporter", "partner", "flow") == [
        ("VN", None, "export"),
        ("VN", "US", "export"),
    ]


def test_the_city_is_the_one_named():
    text = "Shenzhen's trade rose 16 percent. Cars took 52 percent of the city's trade."
    assert scoped(text, "reporter") == [("Shenzhen",), ("Shenzhen",)]


def test_a_firm_reports_until_another_does():
    text = (
        "Acme, a Wuhan-based manufacturer, exported 5,000 vehicles in 2024. The company went to "
        "30 markets. China's exports rose 7 percent."
    )
    assert scoped(text, "reporter", "measure") == [
        ("Acme", "level"),
        ("Acme", "count"),
        ("CN", "growth_yoy"),
    ]


def test_overall_widens_the_scope_again():
    text = "China's trade with Africa rose 5 percent, while its overall trade rose 2 percent."
    assert scoped(text, "partner") == [("Africa",), (None,)]


def test_an_office_speaks_for_its_place():
    text = "Exports rose 12 percent in December, Thailand's commerce ministry said."
    assert scoped(text, "reporter", "attribution") == [("TH", "commerce ministry")]


def test_a_comparison_does_not_move_the_period():
    text = "Exports rose to $5 billion in 2024 from $4 billion in 2023. Imports were $3 billion."
    assert scoped(text, "period") == [("2024",), ("2023",), ("2024",)]


def test_an_amount_a_year_earlier_is_of_that_year():
    text = "Exports in November 2024 were $5 billion, against $4 billion a year earlier."
    assert scoped(text, "period") == [("2024-11",), ("2023-11",)]


def test_the_source_covers_its_paragraph():
    text = "Exports rose 5 percent, Eurostat said. Imports rose 3 percent.\nTrade rose 4 percent."
    assert scoped(text, "attribution") == [("Eurostat",), ("Eurostat",), (None,)]


def test_a_surname_is_the_person_named_before():
    text = "Exports rose 5 percent, said Wang Jun. Imports rose 3 percent, said Wang."
    assert scoped(text, "attribution") == [("Wang Jun",), ("Wang Jun",)]


def test_a_table_is_read_cell_by_cell():
    text = (
        "Merchandise exports of Sri Lanka (US$ million)\n"
        "Item | 2023 | 2024 | Change, %\n"
        "Tea | 1,309.9 | 1,435.9 | 9.6\n"
        "All goods | 11,910.7 | 12,772.0 | 7.2"
    )
    assert scoped(text, "measure", "product", "period", "value", "unit", "scale", "reporter") == [
        ("level", "Tea", "2023", "1309.9", "USD", 10**6, "LK"),
        ("level", "Tea", "2024", "1435.9", "USD", 10**6, "LK"),
        ("growth_yoy", "Tea", "2024", "9.6", "percent", 1, "LK"),
        ("level", None, "2023", "11910.7", "USD", 10**6, "LK"),
        ("level", None, "2024", "12772.0", "USD", 10**6, "LK"),
        ("growth_yoy", None, "2024", "7.2", "percent", 1, "LK"),
    ]


def test_bullets_carry_the_scope_of_their_heading():
    text = (
        "U.S. trade, October 2023\n"
        "- Exports: $258.8 billion, down $2.6 billion (1.0%)\n"
        "- Imports: $323.0 billion, up $0.5 billion (0.2%)"
    )
    assert scoped(text, "measure", "flow", "period", "reporter", "value", date="2023-12-06") == [
        ("level", "export", "2023-10", "US", "258.8"),
        ("change", "export", "2023-10", "US", "-2.6"),
        ("growth_yoy", "export", "2023-10", "US", "-1.0"),
        ("level", "import", "2023-10", "US", "323.0"),
        ("change", "import", "2023-10", "US", "0.5"),
        ("growth_yoy", "import", "2023-10", "US", "0.2"),
    ]


def test_partners_in_a_list_are_dealt_out():
    text = "China's shipments to ASEAN, the EU and Japan rose 12%, 3% and 4%, respectively."
    assert scoped(text, "reporter", "partner", "value") == [
        ("CN", "ASEAN", "12"),
        ("CN", "EU", "3"),
        ("CN", "JP", "4"),
    ]


def test_those_of_another_product_keep_the_flow():
    text = "Exports of phones fell 3% to 900 billion yuan, while those of toys rose 8%."
    assert scoped(text, "flow", "product", "value") == [
        ("export", "phones", "-3"),
        ("export", "phones", "900"),
        ("export", "toys", "8"),
    ]


def test_a_share_of_trade_keeps_its_product():
    text = (
        "Private firms' exports rose 9 percent. Private firms raised their share of trade to 55%."
    )
    assert scoped(text, "product", "measure")[1] == ("Private firms", "share")


def test_a_bare_dollar_is_the_office_s_own():
    text = "Canada's exports rose to $65 billion, {} said."
    assert scoped(text.format("Statistics Canada"), "unit") == [("CAD",)]
    assert scoped(text.format("a trade group"), "unit") == [("USD",)]


def test_adjusted_months_are_compared_with_the_month_before():
    text = (
        "Goods trade, March 2025 (seasonally adjusted)\n"
        "- Exports fell 2.3% to $43 billion.\n"
        "In original terms exports were 1.5% lower."
    )
    assert scoped(text, "measure", "value", date="2025-05-05") == [
        ("growth_mom", "-2.3"),
        ("level", "43"),
        ("growth_yoy", "-1.5"),
    ]


def test_a_target_keeps_its_year_to_itself():
    text = (
        "Exports were $78 billion last year, 78% of the $100 billion target set for 2026. "
        "Imports were $5 billion."
    )
    assert scoped(text, "value", "period") == [
        ("78", "2024"),
        ("78", "2024"),
        ("100", "2026"),
        ("5", "2024"),
    ]
