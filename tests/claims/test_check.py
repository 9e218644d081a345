"""A check as a whole: the example, what it prints, texts that are none, passages by the line."""

import json

import pytest

import portbook
from portbook.claims import check, example, predictions, read_text
from portbook.errors import BadData, BadPeriod, BadText, WrongUse


@pytest.fixture(scope="module")
def book():
    return portbook.open()


@pytest.fixture(scope="module")
def checked(book):
    text, date = example()
    return check(text, book, date=date)


def test_the_example_has_one_planted_error_and_it_is_found(checked):
    (wrong,) = (one for one in checked.findings if one.verdict == "contradicted")
    claim = next(claim for claim in checked.claims if claim.id == wrong.claim)
    assert checked.reading.text[slice(*claim.span)] == "18.93 trillion yuan"
    (broken,) = checked.broken
    assert broken.identity == "total"
    assert wrong.claim in broken.claims
    assert set(checked.contradictions) == {wrong, broken}


def test_the_example_shows_most_verdicts(checked):
    assert checked.counts == {
        "contradicted": 1,
        "other_concept": 1,
        "not_identifiable": 1,
        "not_enough_data": 2,
        "supported": 9,
    }


def test_nothing_implied_rests_on_the_wrong_number(checked):
    (wrong,) = (one.claim for one in checked.findings if one.verdict == "contradicted")
    assert checked.implied
    assert not any(wrong in one.claims for one in checked.implied)
    (instead,) = (one for one in checked.implied if one.says == wrong)
    assert (instead.what, instead.bounds) == (
        "Imports (China), 2024",
        "18.39 to 18.41 trillion yuan",
    )


def test_the_full_report_is_json(checked):
    report = json.loads(json.dumps(checked.to_dict(), ensure_ascii=False))
    assert report["date"] == "2025-02-10"
    assert report["numbers"]["claims"] == len(report["claims"]) == 14
    first = report["claims"][0]["ledger"]
    assert first["verdict"] == "supported"
    assert first["evidence"][0]["publication"] == "gacc-bulletin-2024-12"
    assert all(one["sources"] for claim in report["claims"] for one in claim["ledger"]["evidence"])


def test_the_record_of_the_exchange_format(checked):
    record = json.loads(json.dumps(checked.record("example")))
    assert record["id"] == "example"
    assert {claim["ledger"] for claim in record["claims"]} == set(checked.counts)
    assert {one["verdict"] for one in record["verdicts"]} <= {
        "consistent",
        "inconsistent",
        "needs_data",
    }
    assert all(claim["id"] for claim in record["claims"])


def test_an_undated_text_is_dated_by_what_it_speaks_of(book):
    found = check("China's exports grew 7.1 percent in 2024.", book)
    assert (found.date, found.assumed) == ("2024-12-31", True)


@pytest.mark.parametrize("text", ["", "  \n ", "a\x00b"])
def test_what_is_no_text(text, book):
    with pytest.raises(BadText):
        check(text, book)


def test_a_text_of_ten_megabytes_is_refused_at_once(book):
    with pytest.raises(BadText, match="split it"):
        check("Exports grew 5 percent in 2024. " * 330_000, book)


def test_a_text_without_numbers_has_no_claims(book):
    found = check("Trade went on as before.", book, date="2025-01-01")
    assert (found.claims, found.findings, found.ties, found.counts) == ((), (), (), {})


def test_an_unread_language_or_a_date_that_is_none(book):
    with pytest.raises(WrongUse, match="not 'fr'"):
        check("Les exportations", book, lang="fr")
    with pytest.raises(BadPeriod, match="is no date"):
        check("Exports grew 5 percent.", book, date="last week")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp1252"])
def test_a_file_in_another_encoding(tmp_path, encoding):
    chinese = encoding == "gb18030"
    text = (
        "2024年中国出口增长7.1%，进口增长2.3%。\n" * 5
        if chinese
        else "A café’s exports — 5%.\n" * 5
    )
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_text(tmp_path / "a.txt") == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 64, "binary"),
    ],
)
def test_a_file_that_is_no_text(tmp_path, content, reason):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(BadText, match=reason):
        read_text(tmp_path / "a.txt")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BadText, match="cannot be read"):
        read_text(tmp_path / "none.txt")


def test_passages_are_answered_line_by_line(tmp_path, book):
    text, date = example()
    (tmp_path / "beside.txt").write_text(text, encoding="utf-8")
    lines = [
        {"id": "a", "text": "China's exports grew 7.1 percent in 2024.", "date": "2025-02-10"},
        {"id": "b", "text_file": "beside.txt", "date": date},
        {"id": "c", "text": "2024年出口增长7.1%。", "lang": "zh"},
        {"id": "d", "text": " "},
    ]
    path = tmp_path / "passages.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in lines) + "\n\n", encoding="utf-8")
    found = list(predictions(path, book))
    assert [(one["id"], len(one["claims"])) for one in found] == [
        ("a", 1),
        ("b", 14),
        ("c", 0),
        ("d", 0),
    ]
    assert found[0]["claims"][0]["ledger"] == "supported"


def test_a_text_file_is_named_by_its_stem(tmp_path, book):
    (tmp_path / "story.txt").write_text("Exports grew 5 percent in 2024.", encoding="utf-8")
    assert [one["id"] for one in predictions(tmp_path / "story.txt", book)] == ["story"]


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"text": "x"}', '{"id": "a"}', '{"id": 3, "text": ""}']
)
def test_a_line_that_is_no_passage(tmp_path, line, book):
    (tmp_path / "p.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"p.jsonl:1"):
        list(predictions(tmp_path / "p.jsonl", book))
