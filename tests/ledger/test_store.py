"""A ledger is a folder of tables; one that is not whole is refused, and a whole one is read."""

import datetime as dt
import shutil
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

import portbook
from portbook.errors import BadLedger, WrongUse
from portbook.ledger.store import EMBEDDED, read

EMBEDDED_TABLES = Path(str(files("portbook.ledger") / "data"))
PUBLICATIONS = """publication,series,title,office,reference,known_from,evidence,licence
one-2024,one,Issue of 2024,an office,2024,2025-01-18,official,figures only
"""
SOURCES = """source,address,title,published
s1,https://example.org/one,A page,2025-01-18
"""
FIGURES = """publication,source,flow,period,basis,value,unit,scale
one-2024,s1,export,2024,CNY,25.45,CNY,1e12
one-2024,s1,import,2024,CNY,18.39,CNY,1e12
"""


@pytest.fixture
def kept(tmp_path):
    """Return a small ledger, written whole."""
    folder = tmp_path / "kept"
    (folder / "published").mkdir(parents=True)
    (folder / "publications.csv").write_text(PUBLICATIONS, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (folder / "published" / "one.csv").write_text(FIGURES, encoding="utf-8")
    header = "reporter,flow,dimension,from,to,series,source\n"
    (folder / "closed.csv").write_text(header, encoding="utf-8")
    (folder / "lists.csv").write_text("series,dimension,kind,whole\n", encoding="utf-8")
    (folder / "ledger.toml").write_text("schema = 1\n", encoding="utf-8")
    return folder


def test_a_folder_is_read_with_the_columns_it_leaves_out(kept):
    found = read(str(kept))
    assert [row.value for row in found.published.rows] == ["25.45", "18.39"]
    first = found.published.rows[0]
    assert first.place == ("CHN", "world", "total", "total", "total", "total")
    assert (first.measure, first.scale, first.decimals) == ("value", "1e12", "")
    assert found.published.publications["one-2024"].known_from == dt.date(2025, 1, 18)
    assert found.records is None
    assert found.left_out() == []


def test_figures_are_answered_from_it(kept):
    book = portbook.open(str(kept))
    balance = book.figure("balance", period="2024")
    assert balance.value == 7_060_000_000_000
    assert (balance.low, balance.high) == (7_050_000_000_000, 7_070_000_000_000)
    assert balance.publication == "one-2024"
    assert book.figure("cover", period="2024").value == Fraction(2545, 1839) * 100


def test_the_embedded_ledger_is_the_default():
    assert read().published == read(EMBEDDED).published
    assert read().name == EMBEDDED
    assert len(read().published.rows) > 10_000
    assert all(row["reason"] for row in read().left_out())


def test_a_copy_of_the_embedded_ledger_answers_alike(tmp_path):
    shutil.copytree(EMBEDDED_TABLES, tmp_path / "copy")
    book = portbook.open(str(tmp_path / "copy"))
    assert book.figure("value", flow="import", period="2024").value == 18_392_255_340_000
    imports = book.figure("value", reporter="USA", flow="import", period="2024")
    assert imports.value == 3_251_194_802_380


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(BadLedger, match="no ledger there; name a folder"):
        read(str(tmp_path / "nowhere"))


def test_the_mark_is_written_last_so_a_folder_without_it_is_half_written(kept):
    (kept / "ledger.toml").unlink()
    with pytest.raises(BadLedger, match="is half-written"):
        read(str(kept))


@pytest.mark.parametrize("mark", ["schema = 2\n", 'schema = "new"\n', "", "schema = 99\n"])
def test_a_schema_that_is_not_known_is_refused(kept, mark):
    (kept / "ledger.toml").write_text(mark, encoding="utf-8")
    with pytest.raises(BadLedger, match="this portbook reads 1"):
        read(str(kept))


@pytest.mark.parametrize("table", ["publications.csv", "sources.csv", "closed.csv", "lists.csv"])
def test_a_missing_table_is_damage(kept, table):
    (kept / table).unlink()
    with pytest.raises(BadLedger, match="damaged"):
        read(str(kept))


def test_a_column_that_is_missing_or_unknown_is_named(kept):
    file = kept / "published" / "one.csv"
    file.write_text(FIGURES.replace("value", "worth"), encoding="utf-8")
    with pytest.raises(BadLedger, match=r"missing \['value'\], not known \['worth'\]"):
        read(str(kept))


def test_a_date_that_is_none_is_damage(kept):
    file = kept / "publications.csv"
    file.write_text(PUBLICATIONS.replace("2025-01-18", "soon"), encoding="utf-8")
    with pytest.raises(BadLedger, match="damaged"):
        read(str(kept))


def test_bytes_that_are_no_text_are_damage(kept):
    (kept / "published" / "one.csv").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(BadLedger, match="damaged"):
        read(str(kept))


def test_an_unreadable_mark(kept):
    (kept / "ledger.toml").write_text("schema = = 1", encoding="utf-8")
    with pytest.raises(BadLedger, match="cannot be read"):
        read(str(kept))


def test_a_ledger_that_may_only_be_read_is_read(kept):
    for each in kept.rglob("*"):
        each.chmod(0o555 if each.is_dir() else 0o444)
    assert portbook.open(str(kept)).figure("value", flow="export", period="2024").value > 0


def test_a_file_is_no_ledger(kept):
    with pytest.raises(BadLedger):
        read(str(kept / "ledger.toml"))


def test_records_are_summed_on_the_engine_there_is():
    with pytest.raises(WrongUse, match="'abacus'"):
        portbook.open(engine="abacus")
