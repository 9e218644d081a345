"""Write the facts, their sources and their publications into the package."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from embedding import tables

if TYPE_CHECKING:
    from embedding.fact import Fact, Source
    from embedding.issues import Issue

PUBLICATION = (
    "publication",
    "series",
    "title",
    "office",
    "reference",
    "known_from",
    "evidence",
    "licence",
)
SOURCE = ("source", "address", "title", "published", "evidence")


def write(facts: list[Fact], issues: dict[str, Issue], to: Path) -> Counter[str]:
    """Write all tables into a folder; return how many figures each file holds."""
    sources = _write_sources({each for issue in issues.values() for each in issue.sources}, to)
    _write_publications(issues, to)
    counts: Counter[str] = Counter()
    files: dict[str, list[tables.Row]] = defaultdict(list)
    for fact in facts:
        row = {**fact.row, "publication": fact.publication, "source": sources[fact.source]}
        if fact.reason:
            files["left_out.csv"].append({**row, "reason": fact.reason})
        else:
            files[f"published/{_file(fact, issues[fact.publication])}.csv"].append(row)
    for name, rows in files.items():
        tables.write_facts(to / name, rows, ("reason",) if name == "left_out.csv" else ())
        counts[name] = len(rows)
    return counts


def _file(fact: Fact, issue: Issue) -> str:
    """Return the file in which a figure is kept."""
    series, reporter = issue.rule["series"], fact.row["reporter"]
    if series == "wto-merchandise":
        return "world"
    if series == "press":
        return "press"
    if series.startswith("gacc-aggregator"):
        return "months"
    if reporter.startswith("CN-"):
        return "places"
    if reporter != "CHN":
        return "others"
    if fact.row["partner"] == "world" or fact.row["within"]:
        return "china"
    return "partners" if fact.row["measure"] == "value" else "partner_growth"


def _write_sources(used: set[Source], to: Path) -> dict[Source, str]:
    found = sorted(used)
    names = {source: f"s{number:03d}" for number, source in enumerate(found, 1)}
    rows = [{"source": name, **source._asdict()} for source, name in names.items()]
    tables.write(to / "sources.csv", SOURCE, rows)
    return names


def _write_publications(issues: dict[str, Issue], to: Path) -> None:
    rows = []
    for name, issue in sorted(issues.items()):
        title = min(source.title for source in issue.sources)
        month = issue.reference
        rows.append(
            {
                "publication": name,
                "series": issue.rule["series"],
                "title": issue.rule["name"].format(month=month, title=title),
                "office": issue.rule["office"] or _host(issue),
                "reference": month,
                "known_from": issue.known_from(),
                "evidence": issue.evidence(),
                "licence": issue.rule["licence"],
            }
        )
    tables.write(to / "publications.csv", PUBLICATION, rows)


def _host(issue: Issue) -> str:
    address = min(source.address for source in issue.sources)
    return address.split("/")[2] if "//" in address else address
