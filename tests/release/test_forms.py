"""Terminal, Markdown, JSON and page carry the same figures."""

import io
import json
import re
import shutil
import subprocess
from collections import Counter

import html5lib
import pytest
from rich.console import Console

from portbook import release
from portbook.release.document import pieces_of
from portbook.release.writers.drawing import spoken
from portbook.release.writers.page import POLICY


@pytest.fixture(scope="module")
def page(china):
    return release.html(china)


@pytest.fixture(scope="module")
def data(china):
    return json.loads(json.dumps(release.to_json(china)))


def test_page_is_valid(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_page_fetches_and_runs_nothing(page):
    assert POLICY == "default-src 'none'; style-src 'unsafe-inline'"
    assert f'content="{POLICY}"' in page
    assert not re.search(r"<(script|link|img|iframe|object|embed)\b", page)
    assert not re.search(r"\bon\w+=|@import|url\(|\bsrc=", page)


def test_every_number_opens_one_popover(page):
    opened = re.findall(r'<button class="n" popovertarget="(\w+)"', page)
    notes = Counter(re.findall(r'<div popover id="(\w+)"', page))
    assert len(opened) > 500
    assert set(opened) == set(notes)
    assert set(notes.values()) == {1}


def test_popover_tells_value_formula_interval_and_source(page):
    name = re.search(r'popovertarget="(\w+)">5\.11 percentage points', page).group(1)
    note = re.search(rf'<div popover id="{name}".*?</dl></div>', page).group()
    words = re.sub(r"<[^>]+>", " ", note)
    assert "Contribution of exports of mechanical and electrical products" in words
    assert "(now \u2212 before) \u00f7 whole" in words
    assert "5.084 to 5.143 points" in words  # lo and hi of published/across_issues.csv
    assert "Monthly bulletin" in words


def test_charts_have_words_and_the_colours_of_the_page(page, china):
    drawings = re.findall(r'<svg role="img" aria-label="([^"]+)"', page)
    charts = [chart for section in china.sections for chart in section.charts]
    assert len(drawings) == 2 * len(charts)
    assert "December" in spoken(charts[2])
    assert "var(--exp)" in page
    assert not re.search(r"#00000\d", page)


def test_outside_text_is_escaped(china):
    from dataclasses import replace

    nasty = replace(china, name='<b onclick="x">&', sections=())
    assert '<b onclick="x">' not in release.html(nasty)


def test_markdown_has_every_sentence_and_no_raw_markup(china):
    text = release.markdown(china)
    assert text.startswith("# China\u2019s foreign trade reached a record 43.85 trillion yuan")
    assert "| Exports | 25,454.5" in text
    assert text.count("\n## ") == len(china.sections) + 2


def test_json_names_the_figure_of_each_number(data, china):
    numbers = data["dek"][0]["numbers"]
    figure = data["figures"][numbers[0]["figure"]]
    assert numbers[0]["text"] == "5.0%"
    assert figure["address"] == "growth flow=total reporter=CHN period=2024 basis=CNY"
    assert figure["value"] == 5.0
    assert len(data["figures"]) == len(china.figures())


def test_json_counts_the_evidence_of_every_figure(data):
    assert sum(data["evidence"].values()) == len(data["figures"])
    assert Counter(each["mark"] for each in data["figures"]) == data["evidence"]


def test_terminal_shows_the_same_numbers(china):
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(release.text(china))
    shown = console.export_text()
    for line in (*china.dek, *(section.say for section in china.sections)):
        for number in pieces_of(line):
            assert number.text in shown


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no Chromium")
@pytest.mark.parametrize("width", [500, 800, 1280])
def test_no_page_scrolls_sideways(page, width, tmp_path):
    measured = "document.title = document.documentElement.scrollWidth + ' of ' + innerWidth"
    file = tmp_path / "report.html"
    loose = page.replace(f'content="{POLICY}"', "content=\"default-src * 'unsafe-inline'\"")
    file.write_text(loose.replace("</body>", f"<script>{measured}</script></body>"), "utf-8")
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--hide-scrollbars", f"--user-data-dir={tmp_path}/user",
        f"--window-size={width},2000", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    inside, window = re.search(r"<title>(\d+) of (\d+)</title>", found).groups()
    assert int(inside) <= int(window)
