"""What a report holds: the story of the year, and nothing that is no figure."""

import re

import pytest

from portbook import release
from portbook.errors import NotCovered, UnknownName
from portbook.release.document import pieces_of
from portbook.release.evidence import mark
from portbook.release.pieces import Number, Tally, plain
from portbook.release.sections.products import nested, stars


def section(report, key):
    return next(each for each in report.sections if each.key == key)


def test_headline_of_2024_is_a_record_in_yuan_and_not_in_dollars(china):
    assert plain(china.title) == (
        "China\u2019s foreign trade reached a record 43.85 trillion yuan in 2024, "
        "but not in dollars"
    )


def test_growth_stands_in_both_currencies(china):
    dek = " ".join(plain(line) for line in china.dek)
    assert "rose 5.0% in yuan and rose 3.8% in dollars" in dek
    assert "exports rose 7.1% to 25.45 trillion yuan" in dek
    assert "imports rose 2.3% to 18.39 trillion yuan" in dek
    assert "trade surplus came to 7.06 trillion yuan" in dek


def test_the_year_that_was_higher_in_dollars_is_named(china):
    total = section(china, "key").grids[0].rows[0]
    words = plain(total.cells[-1])
    assert words.startswith("Record in yuan, 2014\u20132024, above 41.75 trillion yuan of 2023.")
    assert words.endswith("No record in dollars: 6.25 trillion dollars in 2022.")
    record = pieces_of(total.cells[-1])[0].figure
    assert record.address.measure == "record"
    assert mark(record)[-1] == "p"  # as weak as its weakest year


def test_sections_stand_in_order(china):
    assert [each.key for each in china.sections] == [
        "key", "standing", "months", "products", "partners", "enterprise", "regime", "places",
    ]  # fmt: skip


def test_every_number_of_a_sentence_is_a_figure(china):
    period = re.compile(r"\b(?:19|20)\d\d(?:-\d\d)?\b")
    for line in china.lines():
        words = "".join(each for each in line if isinstance(each, str))
        assert not re.search(r"\d", period.sub("", words)), words
        assert all(isinstance(each, Number | Tally) for each in pieces_of(line))


def test_coverage_counts_the_ledger(book, china):
    counts = [each for each in section(china, "products").coverage if isinstance(each, Tally)]
    values = book.table("value", by="product", flow="export", period="2024")
    growth = book.table("growth", by="product", flow="export", period="2024")
    assert [each.count for each in counts] == [len(growth.figures), len(values.figures)]


def test_waterfall_adds_up_to_the_growth_exactly(china):
    chart = section(china, "products").charts[0]
    *parts, whole = [mark.numbers[0].figure for mark in chart.marks]
    assert len(parts) == 13
    assert sum(each.value for each in parts) == whole.value
    assert float(whole.value) == 7.1


def test_waterfall_lines_do_not_contain_one_another(china):
    chart = section(china, "products").charts[0]
    lines = [mark.numbers[0].figure.cell.member("product") for mark in chart.marks[:-2]]
    assert "mechanical-electrical" in stars()
    assert not set(lines) & set(stars())
    assert not {part for each in lines for part in nested(each)} & set(lines)


def test_what_the_lines_leave_has_an_exact_range(china):
    rest = section(china, "products").charts[0].marks[-2].numbers[0].figure
    assert rest.low < rest.value < rest.high
    assert rest.across
    assert rest.inputs[0].address.measure == "growth"


def test_a_sentence_rests_on_no_press(china):
    for each in china.sections:
        for line in (each.say, *each.prose):
            assert all(one.figure.evidence != "press" for one in pieces_of(line))


def test_months_are_of_two_years_and_one_publication(china):
    chart = section(china, "months").charts[0]
    assert [chart.marks[0].label, chart.marks[-1].label] == ["2023-01", "2024-12"]
    figures = [each.figure for mark in chart.marks for each in mark.numbers]
    assert {each.publication for each in figures} == {"gacc-monthly-totals-2024-12"}


def test_a_small_reporter_has_no_empty_sections(vietnam):
    assert not [each.key for each in vietnam.sections if each.empty]
    assert plain(vietnam.title) == (
        "Vietnam\u2019s foreign trade reached 679.6 billion dollars in 2023"
    )


def test_default_period_is_the_newest_with_exports_and_imports(book):
    assert release.newest(book, "CHN") == "2025"
    assert release.newest(book, "DEU") == "2023"


def test_a_reporter_that_is_not_covered_gets_two_commands(book):
    with pytest.raises(NotCovered) as caught:
        release.report(book, "ATA")
    text = str(caught.value)
    assert "portbook sources" in text
    assert "portbook ingest SOURCE FILES --ledger" in text


def test_a_language_without_sentences_is_named(book):
    with pytest.raises(UnknownName, match="language of reports"):
        release.report(book, "VNM", "2023", lang="xx")


def test_the_share_of_world_trade_is_the_quotient_of_the_world_table(vietnam):
    grid = section(vietnam, "standing").grids[0]
    share = grid.rows[0].cells[1][0]
    assert share.text == "1.5%"
    assert share.figure.inputs[1].cell.scope.reporter == "world"
    assert share.figure.value == share.figure.inputs[0].value / share.figure.inputs[1].value * 100


def test_the_rank_in_the_world_stands_beside_the_share(vietnam):
    grid = section(vietnam, "standing").grids[0]
    assert [column.head for column in grid.columns][-1] == "Rank"
    assert grid.rows[0].cells[2][0].text == "23"


def test_concentration_by_partner(china):
    grid = section(china, "partners").grids[-1]
    assert [plain(each) for each in grid.rows[0].cells] == ["0.044", "22.5", "35.7%"]


def test_a_year_that_the_world_table_lacks_is_said(china):
    found = section(china, "standing")
    assert found.empty
    assert plain(found.coverage) == "The world table has no 2024."
