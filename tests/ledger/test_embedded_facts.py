"""The embedded ledger: every row refers to what is there, and says what was printed."""

import csv
import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest

from portbook.nomenclature.groups import groups
from portbook.nomenclature.places import places
from portbook.nomenclature.products import products
from portbook.nomenclature.tables import by_code
from portbook.quantities import Period

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "portbook" / "ledger" / "data"
RECORDS = DATA / "records" / "us_imports.parquet"


def read(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


FILES = {path.stem: read(path) for path in sorted((DATA / "published").glob("*.csv"))}
FACTS = [row for rows in FILES.values() for row in rows]
LEFT = read(DATA / "left_out.csv")
PUBLICATIONS = {row["publication"]: row for row in read(DATA / "publications.csv")}
SOURCES = {row["source"]: row for row in read(DATA / "sources.csv")}


def test_how_many_figures_each_file_holds():
    assert {name: len(rows) for name, rows in FILES.items()} == {
        "china": 7663,
        "months": 2154,
        "others": 469,
        "partner_growth": 8512,
        "partners": 16346,
        "places": 1230,
        "press": 1661,
        "world": 28356,
    }


def test_how_many_figures_are_left_out_and_why():
    counts = Counter(row["reason"] for row in LEFT)
    assert sum(counts.values()) == 125
    assert counts.most_common(3) == [
        (
            "dollars converted by a journalist at a daily rate and not the office's dollar figure",
            31,
        ),
        ("hedged in the source: a bound and not a value", 16),
        ("goods and services together and not goods alone", 10),
    ]
    assert all(counts)


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted_and_not_repeated(name):
    rows = [tuple(row.values()) for row in FILES[name]]
    assert len(set(rows)) == len(rows)
    keys = [row["publication"] for row in FILES[name]]
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", [*FILES, "left_out"])
def test_rows_refer_to_what_is_there(name):
    members = {
        "reporter": {*places(), *groups()},
        "partner": {*places(), *groups()},
        "product": set(products()),
        "regime": set(by_code("regimes")),
        "enterprise": set(by_code("enterprises")),
        "region": set(by_code("regions")),
        "flow": {"export", "import", "total", "balance"},
    }
    for row in FILES.get(name, LEFT):
        assert row["publication"] in PUBLICATIONS
        assert row["source"] in SOURCES
        if name != "left_out":
            for column in members.keys() & row.keys():
                assert row[column] in members[column], row


def test_every_publication_is_used_and_every_source_has_an_address():
    used = {row["publication"] for row in (*FACTS, *LEFT)}
    assert used | {"us-census-imports-2025-11"} == set(PUBLICATIONS)
    assert len({(row["address"], row["title"]) for row in SOURCES.values()}) == len(SOURCES)
    assert all(row["address"] and row["title"] for row in SOURCES.values())


def test_values_units_and_periods_are_well_formed():
    units = set()
    for row in FACTS:
        assert re.fullmatch(r"-?\d+(\.\d+)?", row["value"]), row
        assert str(Period.parse(row["period"])) == row["period"]
        assert Fraction(row.get("scale", "1")) >= 1
        units.add(row["unit"])
    money = {"CNY", "USD", "EUR", "JPY", "CAD", "NZD"}
    assert units == money | {
        "percent", "points", "tonne", "set", "unit", "vehicle", "ship",
        "aircraft", "cubic-metre", "pair", "piece", "litre",
    }  # fmt: skip


def test_rates_and_shares_say_what_of():
    for row in FACTS:
        measure = row.get("measure", "value")
        if measure in {"growth", "change", "contribution", "contribution_share"}:
            assert row["of"], row
            assert row["since"], row
        if measure in {"share", "contribution", "contribution_share"}:
            assert row["within"], row
        if measure == "quantity" or row.get("of") == "quantity":
            assert row["basis"] == "", row
        elif measure in {"value", "growth", "share"}:
            assert row["basis"], row


def test_publications_are_dated_and_weighed():
    for name, row in PUBLICATIONS.items():
        known = dt.date.fromisoformat(row["known_from"])
        assert row["evidence"] in {"official", "copy", "press"}
        if row["series"] != "gacc-aggregator-levels":
            assert known.isoformat()[:7] >= row["reference"], name
    assert {
        name: (PUBLICATIONS[name]["known_from"], PUBLICATIONS[name]["evidence"])
        for name in (
            "gacc-bulletin-2024-12",
            "gacc-bulletin-2024-05",
            "gacc-preliminary-2024-12",
            "gacc-aggregator-levels-2026-07",
            "gacc-aggregator-growth-2024-12",
            "wto-2023",
            "gacc-speech-2024-12",
        )
    } == {
        "gacc-bulletin-2024-12": ("2025-01-18", "copy"),
        "gacc-bulletin-2024-05": ("2024-06-30", "copy"),
        "gacc-preliminary-2024-12": ("2025-01-13", "copy"),
        "gacc-aggregator-levels-2026-07": ("2026-08-21", "copy"),
        "gacc-aggregator-growth-2024-12": ("2025-01-31", "copy"),
        "wto-2023": ("2024-12-01", "copy"),
        "gacc-speech-2024-12": ("2025-01-13", "official"),
    }


PRINTED = [
    ("gacc-bulletin-2024-12", "CHN export 2024", "2545453724 CNY 1e4"),
    ("gacc-bulletin-2024-12", "CHN import 2024", "1839225534 CNY 1e4"),
    ("gacc-bulletin-2024-12", "CHN export mechanical-electrical 2024", "1512456809 CNY 1e4"),
    ("gacc-bulletin-2024-12", "CHN export 2024 growth year CNY", "7.1 percent 1"),
    ("gacc-bulletin-2024-12", "CHN export asean 2024", "417363640 CNY 1e4"),
    ("gacc-bulletin-2024-12", "CHN total USA 2024 growth year CNY", "4.9 percent 1"),
    ("gacc-bulletin-2024-12", "CN-SZ export 2024", "281221599 CNY 1e4"),
    ("gacc-bulletin-2024-12", "CHN import 2024 USD", "2585066668 USD 1e3"),
    ("gacc-speech-2024-12", "CHN total 2024", "43.85 CNY 1e12"),
    ("gacc-speech-2024-12", "CHN total 2024 growth year USD", "3.8 percent 1"),
    ("gacc-preliminary-2024-05", "CHN export ordinary 2024-05", "14262.4 CNY 1e8"),
    ("gacc-preliminary-2025-12", "CHN export integrated-circuits 2024", "11335.4 CNY 1e8"),
    ("gacc-aggregator-levels-2026-07", "CHN export 2022", "3544.4 USD 1e9"),
    ("gacc-aggregator-growth-2022-12", "CHN export 2022 growth year USD", "7.0 percent 1"),
    ("wto-2023", "CHN export 2023", "3379255 USD 1e6"),
    ("wto-1948", "AFG export 1948", "49 USD 1e6"),
    ("kor-motie-2024-12", "KOR balance 2024", "51.8 USD 1e9"),
]


def found(publication, question):
    """Return the prints that a row of words names, as value, unit and scale."""
    words = set(question.split())
    basis = words & {"CNY", "USD"}
    for row in FACTS:
        if row["publication"] != publication:
            continue
        said = {row["reporter"], row["flow"], row["period"]}
        said |= {row.get(name) for name in ("partner", "product", "regime", "enterprise")}
        said |= {row.get("measure", "value"), row.get("since")}
        said -= {None, "", "world", "value"} | ({"total"} - {row["flow"]})
        if said == words - basis and (not basis or basis == {row["basis"]}):
            yield f"{row['value']} {row['unit']} {row.get('scale', '1')}"


@pytest.mark.parametrize(("publication", "question", "print_"), PRINTED)
def test_figures_are_as_printed(publication, question, print_):
    assert print_ in set(found(publication, question))


@pytest.mark.parametrize(
    ("year", "partner", "value"),
    [
        (2013, None, 2241.103),
        (2017, None, 2327.153),
        (2020, None, 2330.555),
        (2024, None, 3251.195),
        (2017, "CHN", 503.652),
        (2018, "CHN", 543.287),
        (2022, "CHN", 526.137),
        (2024, "CHN", 429.426),
    ],
)
def test_records_add_to_the_published_totals(year, partner, value):
    asked = "SELECT sum(value * entry) FROM read_parquet(?) WHERE period[:4] = ?"
    asked += " AND (partner = ? OR ? IS NULL)"
    total = duckdb.execute(asked, [str(RECORDS), str(year), partner, partner]).fetchone()[0]
    assert round(float(total) / 1e9, 3) == value


def test_records_are_thirty_partners_and_the_rest_and_never_negative():
    asked = """
        SELECT count(DISTINCT partner), count(DISTINCT product), min(period), max(period),
               min(value), count(*), count(DISTINCT (period, partner, product)),
               min(known_from - CAST(period || '-01' AS DATE))
        FROM read_parquet(?)
    """
    partners, industries, first, last, least, rows, keys, days = duckdb.execute(
        asked, [str(RECORDS)]
    ).fetchone()
    assert (partners, industries, first, last) == (31, 32, "2013-01", "2025-11")
    assert least > 0
    assert rows == keys == 144_967
    assert days >= 88


@pytest.mark.slow
def test_the_script_writes_what_is_committed(portbook_data, tmp_path, monkeypatch):
    monkeypatch.setenv("PORTBOOK_DATA", str(portbook_data))
    subprocess.run([sys.executable, ROOT / "tools" / "embed.py", tmp_path], check=True)
    written = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.csv")}
    assert len(written) == len(FILES) + 3
    for name in written:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name
    same = "SELECT count(*) FROM (FROM read_parquet(?) EXCEPT ALL FROM read_parquet(?))"
    files = [str(tmp_path / "records" / "us_imports.parquet"), str(RECORDS)]
    assert duckdb.execute(same, files).fetchone() == (0,)
