"""The command line: what it prints, where it writes, and how it refuses."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile

import duckdb
import pytest

import portbook

COMMAND = [sys.executable, "-c", "from portbook.faces.cli import main; main()"]
EXPORTS = ("flow=export", "period=2024")


@pytest.fixture
def run(tmp_path):
    """Return a function that runs the command line in an empty folder."""

    def call(*words, given=b"", **environment):
        env = {key: value for key, value in os.environ.items() if not key.startswith("PORTBOOK_")}
        env |= {"PYTHONUTF8": "1", "COLUMNS": "160", **environment}
        done = subprocess.run(
            [*COMMAND, *words], cwd=tmp_path, env=env, input=given, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return call


def refused(done, code, *parts):
    """Say that a command ended in one clear line and the exit code."""
    status, out, err = done
    assert status == code, err
    assert not out
    assert "Traceback" not in err
    assert err.startswith("portbook: ")
    assert len(err.splitlines()) == 1
    for part in parts:
        assert part in err


def test_figure_says_the_number_its_range_and_on_whose_word(run):
    status, out, _ = run("figure", "growth", *EXPORTS)
    assert status == 0
    first, second, third = out.splitlines()[:3]
    assert "7.1%" in first
    assert "7.05 to 7.15%" in first
    assert second.strip() == "growth flow=export reporter=CHN period=2024 basis=CNY"
    assert "printed, copy" in third
    assert "2025-01-18" in third


def test_figure_explain_holds_the_address_of_the_source(run):
    status, out, _ = run("figure", "share", *EXPORTS, "product=mechanical-electrical", "--explain")
    assert status == 0
    book = portbook.open()
    found = book.figure("share", flow="export", period="2024", product="mechanical-electrical")
    for one in found.prints:
        assert one.source.address in out
        assert one.text in out
    assert "now ÷ whole" in out


def test_figure_explain_of_records_shows_the_query(run):
    status, out, _ = run(
        "figure", "value", "reporter=USA", "flow=import", "period=2024", "--explain"
    )
    assert status == 0
    assert "■ 3.25 trillion US dollars" in out
    assert "SELECT" in out
    assert "\"period\" >= '2024-01'" in out


def test_figure_json(run):
    status, out, _ = run("figure", "growth", *EXPORTS, "--json")
    assert status == 0
    found = json.loads(out)
    assert set(found) == {
        "measure", "of", "since", "within", "cell", "value", "low", "high", "unit", "basis",
        "evidence", "publication", "known_from", "deduced", "across_issues", "inputs", "query",
        "notes",
    }  # fmt: skip
    assert (found["value"], found["low"], found["high"]) == (7.1, 7.05, 7.15)
    assert (found["unit"], found["basis"], found["since"]) == ("percent", "CNY", "year")
    assert found["cell"]["flow"] == "export"
    assert found["inputs"][0]["printed"] == "7.1"
    assert found["inputs"][0]["source"].startswith("github:")


def test_as_of_is_obeyed(run):
    refused(run("figure", "value", *EXPORTS, "--as-of", "2024-12-31"), 2, "not covered")
    status, out, _ = run("figure", "value", *EXPORTS, "--as-of", "2025-02-10")
    assert status == 0
    assert "25.45" in out


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("grwth", *EXPORTS), ("'grwth'", "did you mean: growth?")),
        (("growth", "flw=export", "period=2024"), ("'flw'", "did you mean: flow?")),
        (("growth", "flow=exprt", "period=2024"), ("'exprt'", "export")),
        (("growth", "flow=export", "period=20244"), ("'20244'", "2024-Q1")),
        (("growth", "flow=export"), ("period", "2024-Q1")),
        (("growth", *EXPORTS, "partner=Vietnm"), ("'Vietnm'", "Vietnam")),
        (("growth", *EXPORTS, "product=mechancal-electrical"), ("mechanical-electrical",)),
        (("growth", "export"), ("'export' is no dim=value", "flow=export")),
        (("growth", *EXPORTS, "flow=import"), ("flow= is given twice",)),
        (("share", *EXPORTS), ("within=",)),
        (("value", *EXPORTS, "--as-of", "yesterday"), ("'yesterday' is no date",)),
        (("value", "flow=export", "period=2031"), ("not covered", "period=2031")),
        (("value", *EXPORTS, "--engine", "abacus"), ("'abacus'", "duckdb")),
    ],
)
def test_a_wrong_question_ends_in_one_line_with_the_near_names(run, words, parts):
    refused(run("figure", *words), 2, *parts)


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_table_writes_the_same_rows_to_every_file(run, tmp_path, kind):
    asked = ("table", "share", "--by", "enterprise", "flow=import", "period=2024")
    status, out, err = run(*asked, "--to", f"shares.{kind}")
    assert status == 0, err
    assert out.startswith(f"shares.{kind}: 4 rows")
    expected = portbook.open().table("share", "enterprise", flow="import", period="2024").rows()
    file = tmp_path / f"shares.{kind}"
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
        assert [float(row["value"]) for row in rows] == [row["value"] for row in expected]
        assert [row["enterprise"] for row in rows] == [row["enterprise"] for row in expected]
    elif kind == "parquet":
        found = duckdb.read_parquet(str(file)).project("enterprise, value").fetchall()
        assert found == [(row["enterprise"], row["value"]) for row in expected]
    else:
        with zipfile.ZipFile(file) as book:
            strings = book.read("xl/sharedStrings.xml").decode()
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert all(row["enterprise"] in strings for row in expected)
        assert "<f>" not in sheet
        assert sheet.count("<row ") == 1 + len(expected)
    assert [each.name for each in tmp_path.iterdir()] == [f"shares.{kind}"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_no_cell_of_a_file_is_a_formula(cell):
    from portbook.figures.tabulate import COLUMNS
    from portbook.release.sheets import table_file

    class Made:
        by = ("partner",)

        def rows(self):
            return [{"partner": cell} | dict.fromkeys(COLUMNS, 1.5)]

    lines = list(csv.reader(io.StringIO(table_file(Made(), ".csv").decode())))
    assert lines[1][0] == f"'{cell}"
    with zipfile.ZipFile(io.BytesIO(table_file(Made(), ".xlsx"))) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
        assert "hyperlink" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_a_file_is_never_overwritten_without_force(run, tmp_path):
    file = tmp_path / "shares.csv"
    file.write_text("mine", encoding="utf-8")
    asked = ("table", "share", "--by", "enterprise", "flow=import", "period=2024", "--to")
    refused(run(*asked, "shares.csv"), 2, "is there already", "--force")
    assert file.read_text(encoding="utf-8") == "mine"
    assert run(*asked, "shares.csv", "--force")[0] == 0
    assert file.read_text(encoding="utf-8").startswith("enterprise,value,low,high")
    refused(run(*asked, "shares.docx"), 2, ".csv, .parquet, .xlsx")
    refused(run(*asked, "nowhere/shares.csv"), 2, "no such folder")


def test_table_says_how_complete_it_is(run):
    status, out, _ = run("table", "share", "--by", "enterprise", "flow=import", "period=2024")
    assert status == 0
    assert "4 rows, the list is partition" in out
    assert "private" in out
    status, out, _ = run("table", "share", "--by", "partner", *EXPORTS, "--top", "5", "--json")
    found = json.loads(out)
    assert found["publication"] == "gacc-bulletin-2024-12"
    assert [row["partner"] for row in found["rows"]][:2] == ["apec", "asia"]
    assert len(found["rows"]) == 5


def test_table_by_what_is_no_dimension(run):
    refused(run("table", "share", "--by", "partnr", *EXPORTS), 2, "'partnr'", "partner")


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty"), (b" \n\t\n", "is empty"), (bytes(range(256)) * 40, "is binary")],
)
def test_check_refuses_what_is_no_text(run, tmp_path, content, message):
    (tmp_path / "article.txt").write_bytes(content)
    refused(run("check", "article.txt"), 3, "article.txt", message)
    refused(run("check", "-", given=content), 3, "standard input", message)


def test_check_refuses_a_file_that_is_not_there(run):
    refused(run("check", "nothing.txt"), 3, "nothing.txt", "No such file")


def test_check_reads_other_encodings(run, tmp_path):
    text = "China\u2019s exports rose 7.1% in 2024, the customs office said \u2014 a record."
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (tmp_path / "article.txt").write_bytes(text.encode(encoding))
        status, out, err = run("check", "article.txt", "--date", "2025-02-10", "--json")
        assert status == 0, err
        claims = json.loads(out)["claims"]
        assert any(each.get("value") in (7.1, "7.1") for each in claims), encoding


def test_check_of_the_example(run):
    status, out, _ = run("check", "example")
    assert status == 0
    assert "70.80 to 72.64%" in out
    assert "supported" in out.casefold()


def test_strict_fails_where_something_is_contradicted(run):
    status, out, err = run("check", "example", "--strict")
    assert status == 1
    assert "contradicted" in out.casefold()
    assert not err


def test_check_jsonl_has_claims_and_verdicts(run):
    status, out, _ = run("check", "example", "--jsonl")
    assert status == 0
    (record,) = [json.loads(line) for line in out.splitlines()]
    assert (record["id"], record["date"]) == ("example", "2025-02-10")
    first = record["claims"][0]
    assert (first["measure"], first["flow"], first["period"]) == ("growth_yoy", "total", "2024")
    assert (first["value"], first["unit"]) == (5, "percent")


def test_check_writes_a_page(run, tmp_path):
    status, out, _ = run("check", "example", "--to", "check.html")
    assert status == 0
    assert out.startswith("check.html: ")
    assert "<html" in (tmp_path / "check.html").read_text(encoding="utf-8")
    refused(run("check", "example", "--to", "check.html"), 2, "--force")


def test_a_ledger_that_is_not_there(run):
    refused(run("figure", "value", *EXPORTS, "--ledger", "nowhere"), 3, "nowhere", "ledger.toml")
    refused(run("figure", "value", *EXPORTS, PORTBOOK_LEDGER="nowhere"), 3, "nowhere")
    refused(run("ledger", "coverage", "--ledger", "nowhere"), 3, "nowhere")


@pytest.mark.parametrize(
    ("mark", "parts"),
    [
        (None, ("half-written", "ledger.toml")),
        ("schema = 99\n", ("schema 99", "install a newer portbook")),
        ("schema = \n", ("ledger.toml cannot be read",)),
        ("schema = 1\n", ("damaged",)),
    ],
)
def test_a_ledger_that_cannot_be_read(run, tmp_path, mark, parts):
    (tmp_path / "kept").mkdir()
    if mark is not None:
        (tmp_path / "kept" / "ledger.toml").write_text(mark, encoding="utf-8")
    refused(run("figure", "value", *EXPORTS, "--ledger", "kept"), 3, "kept", *parts)


def test_settings_of_the_folder(run, tmp_path):
    (tmp_path / "portbook.toml").write_text('reporter = "DEU"\n', encoding="utf-8")
    status, out, _ = run("figure", "value", "flow=export", "period=2023")
    assert status == 0
    assert "reporter=DEU" in out
    (tmp_path / "portbook.toml").write_text("reporter = \n", encoding="utf-8")
    refused(run("figure", "value", "flow=export", "period=2023"), 2, "portbook.toml")


def test_lists_of_what_there_is(run):
    measures = json.loads(run("measures", "--json")[1])
    units = {row["measure"]: (row["unit"], row["parameters"]) for row in measures}
    assert units["growth"] == ("percent", "of= since=")
    assert units["contribution"] == ("points", "of= since= within=")
    groups = {row["group"]: row for row in json.loads(run("groups", "--json")[1])}
    asean = "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"
    assert sorted(groups["asean"]["holds"].split()) == asean.split()
    assert groups["3d-printers"]["holds"]
    sources = {row["series"]: row for row in json.loads(run("sources", "--json")[1])}
    assert sources["gacc-bulletin"]["office"] == "General Administration of Customs of China"
    assert sources["press"]["licence"] == "figures only"
    covered = json.loads(run("ledger", "coverage", "--json")[1])
    assert covered[0] == {
        "reporter": "USA",
        "kind": "records",
        "holds": "import by partner",
        "from": "2013-01",
        "to": "2025-11",
        "figures": "",
    }
    assert {"CHN", "DEU", "JPN"} <= {row["reporter"] for row in covered}


def test_version(run):
    assert run("--version")[:2] == (0, f"portbook {portbook.__version__}\n")
