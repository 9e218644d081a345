"""Tell which publication a source belongs to, and when that was known."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from embedding import names, tables
from embedding.periods import end, last_day, month_end

if TYPE_CHECKING:
    from embedding.fact import Fact, Source
    from embedding.tables import Row

STRENGTH = ("press", "copy", "official")
LATER = {"table": 1, "months": 1, "article": 2}


@dataclass
class Issue:
    """A publication: all that one office issued for one month in one vintage."""

    rule: Row
    reference: str
    sources: set[Source] = field(default_factory=set)

    def known_from(self) -> str:
        """Return the published day, or the day that the rule for unknown dates gives."""
        if self.rule["kind"] == "years":
            return f"{int(self.reference[:4]) + 1}-12-01"
        usual = month_end(self.reference, LATER[self.rule["kind"]])
        dated = {each.published for each in self.sources if each.published}
        return min((_day(text, usual) for text in dated), default=usual)

    def evidence(self) -> str:
        """Return the weakest evidence among the sources."""
        return min((each.evidence for each in self.sources), key=STRENGTH.index)


def _day(published: str, usual: str) -> str:
    """Return the published day; of a month or year, the usual day in it or else its last."""
    return usual if usual.startswith(published) else last_day(published)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[str, str], ...]], ...]:
    rows = tables.read(names.HERE / "issues.csv")
    return tuple(
        (re.compile(row["address"]), re.compile(row["title"]), tuple(row.items())) for row in rows
    )


@cache
def rule(address: str, title: str) -> Row:
    """Return the first rule whose patterns an address and a title answer."""
    for where, what, row in _rules():
        if where.search(address) and what.search(title):
            return dict(row)
    raise LookupError(address)


def assign(facts: list[Fact]) -> dict[str, Issue]:
    """Set every fact's publication; return the publications."""
    _weaken(facts)
    latest: dict[str, str] = defaultdict(str)
    for fact in facts:
        key = _page(fact)
        latest[key] = max(latest[key], end(_stretched(fact.row["period"])))
    issues: dict[str, Issue] = {}
    for fact in facts:
        found = rule(fact.source.address, fact.source.title)
        reference = latest[_page(fact)]
        if found["kind"] in {"months", "years"}:
            reference = end(_stretched(fact.row["period"]))
        fact.publication = _name(found, reference, fact.source)
        issue = issues.setdefault(fact.publication, Issue(found, reference))
        issue.sources.add(fact.source)
    _check(issues)
    return issues


def _check(issues: dict[str, Issue]) -> None:
    """Refuse two press pages under one name."""
    for name, issue in issues.items():
        addresses = {each.address for each in issue.sources}
        if issue.rule["kind"] == "article" and len(addresses) > 1:
            raise ValueError(f"{name} names several pages: {sorted(addresses)}")


def _stretched(period: str) -> str:
    """Return a canonical period with its quarter as months."""
    if "-Q" in period:
        year, quarter = period.split("-Q")
        return f"{year}-{int(quarter) * 3:02d}"
    return period


def _page(fact: Fact) -> str:
    """Return what is one page: a press page whatever its titles, else a title of a file."""
    if rule(fact.source.address, fact.source.title)["kind"] == "article":
        return fact.source.address
    return f"{fact.source.address} {fact.source.title}"


def _weaken(facts: list[Fact]) -> None:
    """Give all rows of one press page the weakest evidence that any of them has."""
    weakest: dict[str, str] = {}
    for fact in facts:
        address, own = fact.source.address, fact.source.evidence
        held = weakest.setdefault(address, own)
        weakest[address] = min(held, own, key=STRENGTH.index)
    for fact in facts:
        fact.source = fact.source._replace(evidence=weakest[fact.source.address])


def _name(found: Row, reference: str, source: Source) -> str:
    series = found["series"]
    if found["kind"] == "years":
        return f"wto-{reference[:4]}"
    if found["kind"] != "article":
        return f"{series}-{reference}"
    parts = urlsplit(source.address)
    host = re.sub(r"^(www|m|en|english)\.", "", parts.hostname or source.address)
    path = re.sub(r"\.[a-z]+$", "", parts.path.lower())
    words = re.findall(r"[a-z0-9]{3,}", f"{path}?{parts.query.lower()}")
    named = re.sub(r"[^a-z0-9]+", "-", host.lower())[:24].strip("-")
    return "-".join([series, named, reference, *(word[-12:] for word in words[-1:])])
