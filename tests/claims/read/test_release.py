"""What reports write is read back: the address, and an interval around the figure."""

import pytest

from portbook.claims.read import read

ME = "mechanical-electrical"


def addresses(text):
    found = read(text, date="2025-02-10")
    return [
        (one.measure, one.flow, link.product, link.reporter, link.partner, one.value)
        for one, link in zip(found.claims, found.links, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("In 2024, China\u2019s exports rose 7.1% \u25d0 to 25.45 trillion yuan \u25d0 and its "
          "imports rose 2.3% to 18.39 trillion yuan."),
         [("growth_yoy", "export", "total", "CHN", "world", "7.1"),
          ("level", "export", "total", "CHN", "world", "25.45"),
          ("growth_yoy", "import", "total", "CHN", "world", "2.3"),
          ("level", "import", "total", "CHN", "world", "18.39")]),
        (("China's exports of mechanical and electrical products rose 8.7% and made up 59.4% of "
          "its exports."),
         [("growth_yoy", "export", ME, "CHN", "world", "8.7"),
          ("share", "export", ME, "CHN", "world", "59.4")]),
        (("China's exports of mechanical and electrical products contributed 5.11 percentage "
          "points to the growth of its exports in 2024."),
         [("contribution_pp", "export", ME, "CHN", "world", "5.11")]),
        (("In 2024, China's exports to Vietnam rose 18.0%, making up 4.5% of its exports and "
          "accounting for 9.8% of the growth of its exports."),
         [("growth_yoy", "export", "total", "CHN", "VNM", "18.0"),
          ("share", "export", "total", "CHN", "VNM", "4.5"),
          ("contribution_share", "export", "total", "CHN", "VNM", "9.8")]),
        (("In 2024, Guangdong's foreign trade came to 9.11 trillion yuan and made up 20.8% of "
          "China's foreign trade."),
         [("level", "total", "total", "CN-GD", "world", "9.11"),
          ("share", "total", "total", "CN-GD", "world", "20.8")]),
        ("ASEAN took 16.4% of China's exports in 2024.",
         [("share", "export", "total", "CHN", "asean", "16.4")]),
        ("China's trade showed a deficit of 3.1 billion dollars in 2024.",
         [("level", "balance", "total", "CHN", "world", "-3.1")]),
    ],
)  # fmt: skip
def test_address(text, expected):
    assert addresses(text) == expected


def test_growth_in_two_currencies():
    text = "In 2024, China's foreign trade rose 5.0% in yuan and rose 3.8% in dollars."
    assert [one.basis for one in read(text).claims] == ["currency:CNY", "currency:USD"]


@pytest.mark.parametrize(
    ("text", "enterprise", "regime"),
    [
        ("In 2024, China's exports by private enterprises rose 9.4%.", "private", "total"),
        ("In 2024, China's exports in processing trade rose 3.0%.", "total", "processing"),
    ],
)
def test_kinds_of_firm_and_of_trade(text, enterprise, regime):
    (link,) = read(text).links
    assert (link.product, link.enterprise, link.regime) == ("total", enterprise, regime)
