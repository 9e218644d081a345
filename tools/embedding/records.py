"""Write the monthly imports of the United States as records."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from embedding import names
from embedding.fact import Source
from embedding.issues import Issue

FILE = "records/us_imports.parquet"
SOURCE = Source(
    "github:tradewartracker/us-imports-hs2:data/top30-NAICS-imports.parquet",
    "US imports by month, partner and NAICS subsector",
    "",
    "copy",
)
RULE = {
    "series": "us-census-imports",
    "kind": "article",  # monthly data are known at the end of the second month after
    "office": "US Census Bureau",
    "name": "Imports for consumption by month, partner and subsector to {month}",
    "licence": "public domain (tabulation under the MIT licence)",
}
TOTAL = "TOTAL FOR ALL COUNTRIES"
GROUPS = ("EUROPEAN UNION", "USMCA (NAFTA)")
ISSUE = "us-census-imports-2025-11"

RECORDS = """
    SELECT month AS period, 'import' AS flow, 'USA' AS reporter, partner,
           'naics:' || naics AS product, 'naics2017' AS edition,
           CAST(amount AS DECIMAL(18, 2)) AS value, 'USD' AS currency, 'customs' AS valuation,
           CAST(1 AS TINYINT) AS entry,
           last_day(CAST(month || '-01' AS DATE) + INTERVAL 2 MONTH) AS known_from
    FROM (
        SELECT month, naics, code AS partner, imports_usd AS amount
        FROM collected JOIN partners USING (country)
        UNION ALL
        SELECT month, naics, 'other', whole - coalesce(listed, 0) FROM gaps
    )
    WHERE naics <> '00' AND amount <> 0
    ORDER BY partner, product, period
"""
GAPS = """
    SELECT month, naics,
           sum(imports_usd) FILTER (country = ?) AS whole,
           sum(imports_usd) FILTER (country IN (SELECT country FROM partners)) AS listed
    FROM collected GROUP BY month, naics
"""


def write(data: Path, to: Path) -> tuple[int, int]:
    """Write the records into a folder; return how many rows were read and how many written."""
    connection = duckdb.connect()
    path = data / "us_imports_monthly" / "naics3_2013_2025.parquet"
    connection.read_parquet(str(path)).create_view("collected")
    _name_partners(connection)
    connection.execute(f"CREATE TABLE gaps AS {GAPS}", [TOTAL])
    _check(connection)
    file = to / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"COPY ({RECORDS}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    read = connection.execute("SELECT count(*) FROM collected").fetchone()
    written = connection.execute("SELECT count(*) FROM read_parquet(?)", [str(file)]).fetchone()
    return int(read[0]), int(written[0])


def issue() -> Issue:
    """Return the publication of the records."""
    return Issue(RULE, "2025-11", {SOURCE})


def _name_partners(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute("SELECT DISTINCT country FROM collected").fetchall()
    listed = {country for (country,) in found} - {TOTAL, *GROUPS}
    special = {"KOREA, SOUTH": "Republic of Korea"}
    codes = [(each, names.partner(special.get(each, _titled(each)))) for each in sorted(listed)]
    connection.execute("CREATE TABLE partners (country VARCHAR, code VARCHAR)")
    connection.executemany("INSERT INTO partners VALUES (?, ?)", codes)


def _titled(country: str) -> str:
    return re.sub(r"\w+", lambda word: word.group().capitalize(), country)


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse a total below its partners, and an all-products row that is not the sum."""
    below = connection.execute("SELECT count(*) FROM gaps WHERE whole < coalesce(listed, 0)")
    if below.fetchone() != (0,):
        raise SystemExit("some totals are less than the sum of their partners")
    unlike = connection.execute("""
        SELECT count(*) FROM (
            SELECT sum(imports_usd) FILTER (naics = '00') AS whole,
                   sum(imports_usd) FILTER (naics <> '00') AS parts
            FROM collected GROUP BY country, month
        ) WHERE whole IS DISTINCT FROM coalesce(parts, 0)
    """)
    if unlike.fetchone() != (0,):
        raise SystemExit("some rows of all products are not the sum of the products")
