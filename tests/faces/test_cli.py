"""The commands: what they print, where they write, and how they refuse."""

import csv
import json

import pytest
from typer.testing import CliRunner

from portbook.errors import PortbookError
from portbook.faces.cli import app

RUN = CliRunner()


def ask(*words):
    return RUN.invoke(app, list(words))


def refused(*words):
    """Return the error that a command ends with; `main` prints it and exits with its code."""
    result = ask(*words)
    assert isinstance(result.exception, PortbookError), result.output
    return result.exception


def test_figure_says_value_range_basis_and_publication():
    out = ask("figure", "growth", "flow=export", "period=2024").output
    assert "7.1%" in out
    assert "7.05 to 7.15%" in out
    assert "basis CNY" in out
    assert "Monthly bulletin 2024-12" in out


def test_explain_goes_down_to_the_printed_numbers_and_their_source():
    out = ask(
        "figure",
        "share",
        "flow=export",
        "product=mechanical-electrical",
        "period=2024",
        "--explain",
    ).output
    assert "printed 1512456809" in out
    assert "github:Ex-Caliburn/funny" in out


def test_a_figure_from_records_shows_its_query():
    out = ask("figure", "value", "reporter=USA", "flow=import", "period=2024", "--explain").output
    assert "3.25 trillion US dollars" in out
    assert "SELECT" in out.upper()


def test_figure_as_json_has_the_stable_keys():
    found = json.loads(ask("figure", "growth", "flow=export", "period=2024", "--json").output)
    assert (found["measure"], found["value"], found["unit"]) == ("growth", 7.1, "percent")
    assert (found["low"], found["high"], found["basis"]) == (7.05, 7.15, "CNY")
    assert found["evidence"] == "copy"
    assert found["deduced"] is False
    assert found["known_from"] == "2025-01-18"
    assert found["cell"]["period"] == "2024"


def test_a_table_is_written_once_and_again_only_by_force(tmp_path):
    file = tmp_path / "partners.csv"
    words = ("table", "growth", "--by", "partner", "flow=export", "period=2024", "--top", "3")
    assert ask(*words, "--to", str(file)).exit_code == 0
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert [row["partner"] for row in rows][:1] == ["BVT"]
    assert rows[0]["publication"] == "gacc-bulletin-2024-12"
    assert "--force" in str(refused(*words, "--to", str(file)))
    assert ask(*words, "--to", str(file), "--force").exit_code == 0


@pytest.mark.parametrize(("ending", "magic"), [(".xlsx", b"PK"), (".parquet", b"PAR1")])
def test_tables_are_written_as_files_of_their_kind(tmp_path, ending, magic):
    file = tmp_path / f"regimes{ending}"
    result = ask(
        "table",
        "contribution",
        "--by",
        "regime",
        "flow=export",
        "period=2024-01/2024-05",
        "--to",
        str(file),
    )
    assert result.exit_code == 0
    assert file.read_bytes().startswith(magic)


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (("figure", "growht", "flow=export", "period=2024"), "growth", 2),
        (("figure", "growth", "flwo=export", "period=2024"), "flow", 2),
        (("figure", "growth", "product=mechanical-electrikal", "period=2024"), "electrical", 2),
        (("figure", "growth", "flow=export", "period=2024-13"), "2024-Q1", 2),
        (("figure", "growth", "flow=export", "period=2031"), "not covered", 2),
        (
            ("figure", "value", "reporter=USA", "flow=import", "partner=asean", "period=2024"),
            "not covered",
            2,
        ),
        (("figure", "share", "flow=export", "period=2024"), "within", 2),
        (("figure", "growth", "export"), "dim=value", 2),
        (("report", "--reporter", "ATA"), "portbook ingest", 2),
        (("figure", "growth", "period=2024", "--ledger", "nowhere"), "no ledger", 3),
        (("check", "nowhere.txt"), "cannot be read", 3),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_would_be_right(words, says, code):
    error = refused(*words)
    assert says in str(error)
    assert error.exit_code == code


def test_a_half_written_and_a_newer_ledger_are_refused(tmp_path):
    words = ("figure", "growth", "period=2024", "--ledger", str(tmp_path))
    assert "half-written" in str(refused(*words))
    (tmp_path / "ledger.toml").write_text("schema = 99\n", encoding="utf-8")
    newer = refused("figure", "growth", "period=2023", "--ledger", f"{tmp_path}/")
    assert "newer portbook" in str(newer)


@pytest.mark.parametrize(("content", "says"), [(b"", "empty"), (b"\x00\x01\x02" * 90, "binary")])
def test_no_article_is_refused(tmp_path, content, says):
    file = tmp_path / "article.txt"
    file.write_bytes(content)
    error = refused("check", str(file))
    assert says in str(error)
    assert error.exit_code == 3


def test_the_example_is_checked_and_its_planted_error_fails_a_strict_check():
    result = ask("check", "example", "--strict")
    assert result.exit_code == 1
    assert "18.925 to 18.935 trillion yuan excludes" in result.output


def test_passages_are_answered_one_a_line(tmp_path):
    file = tmp_path / "passages.jsonl"
    line = {
        "id": "p1",
        "lang": "en",
        "date": "2025-02-10",
        "text": "China's exports grew 7.1 percent to 25.45 trillion yuan in 2024.",
    }
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    found = json.loads(ask("check", "--jsonl", str(file)).output)
    assert found["id"] == "p1"
    assert [(c["measure"], c["value"], c["ledger"]) for c in found["claims"]] == [
        ("growth_yoy", 7.1, "supported"),
        ("level", 25.45, "supported"),
    ]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("measures",), "contribution_share"),
        (("sources",), "gacc-bulletin"),
        (("groups",), "dual-fuel-ships"),
        (("ledger", "coverage"), "records"),
    ],
)
def test_lists_say_what_there_is(words, holds):
    assert holds in ask(*words, "--json").output
