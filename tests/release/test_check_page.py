"""The page and the terminal report of a checked article."""

import io
import re

import html5lib
import pytest
from rich.console import Console

import portbook
from portbook.claims import check, example
from portbook.release import check_page


@pytest.fixture(scope="module")
def checked():
    text, date = example()
    return check(text, portbook.open(), date=date)


@pytest.fixture(scope="module")
def page(checked):
    return check_page.html(checked)


def test_the_page_is_valid_html(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_the_page_needs_nothing_from_outside(page):
    assert "default-src 'none'" in page
    assert not re.search(r"<script|\bsrc=|@import|url\(|<link", page)


def test_every_claim_is_marked_and_has_its_card(checked, page):
    for number, claim in enumerate(checked.claims, 1):
        assert f'id="t{number}" href="#c{number}"' in page
        assert f'id="c{number}"' in page
        assert checked.reading.text[slice(*claim.span)].split()[0] in page


def test_links_lead_somewhere(page):
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert len(ids) == len(re.findall(r'\bid="', page))
    assert set(re.findall(r'(?:href="#|popovertarget=")([^"]+)"', page)) <= ids


def test_the_headline_names_the_error(page):
    heading = re.sub(r"<[^>]+>", "", re.search(r"<h1>.*?</h1>", page)[0])
    assert "One of fourteen claims is wrong: imports were 18.39 trillion yuan" in heading
    assert heading.endswith("not 18.93")


def test_the_page_says_what_is_wrong_inside_the_article(page):
    assert page.count("Inside the article:") == 1
    assert "18.39 to 18.41 trillion yuan" in page


def test_a_hostile_text_stays_text():
    hostile = 'Exports of <script>alert(1)</script> "ships" & <b>cars</b> grew 5 percent in 2024.'
    page = check_page.html(check(hostile, portbook.open(), date="2025-02-10"))
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "<b>cars" not in page
    assert "&lt;script&gt;" in page


def test_a_text_without_claims_says_so():
    page = check_page.html(check("Trade went on as before.", portbook.open(), date="2025-01-01"))
    html5lib.HTMLParser(strict=True).parse(page)
    assert "No claim was read in this text" in page


def test_the_terminal_says_the_same(checked):
    out = Console(width=120, file=io.StringIO(), record=True)
    out.print(check_page.text(checked))
    shown = out.export_text()
    assert "One of fourteen claims is wrong" in shown
    assert "\u2717 18.93 trillion yuan  contradicted" in shown
    assert "\u2205 58.7 percent  not identifiable" in shown
    assert "70.80 to 72.64%" in shown
    assert "7 says 18.93" in shown
