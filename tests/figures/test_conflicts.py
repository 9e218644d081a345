"""Contradictions inside one publication are found, and the embedded ledger has none."""

import csv
import datetime as dt
import io

import pytest

import portbook
from portbook.figures.deduce import Deduction
from portbook.figures.prints import Prints
from portbook.ledger.schema import Publication, Published, Row, Source
from portbook.quantities import Interval

ISSUE = Publication(
    "issue", "series", "Trade", "An office", "2024-12", dt.date(2025, 1, 13), "official"
)
PAGE = Source("page", "https://example.org/", "Trade")


def _rows(table):
    """Return rows of: flow, partner, period, measure, within, value, unit, scale."""
    for flow, partner, period, measure, within, value, unit, scale in csv.reader(
        io.StringIO(table.strip()), skipinitialspace=True
    ):
        place = ("CHN", partner, "total", "total", "total", "total")
        of = "value" if measure in ("growth", "share") else ""
        since = "year" if measure == "growth" else ""
        said = (flow, place, period, measure, of, since, within, "CNY")
        yield Row("issue", "page", *said, value, unit, scale, "")


def _conflicts(table):
    published = Published(
        publications={"issue": ISSUE}, sources={"page": PAGE}, rows=list(_rows(table))
    )
    return list(Deduction(Prints(published), "issue").conflicts())


def _reasons(table):
    return {each.reason for each in _conflicts(table)}


SOUND = """
total,   world, 2024, value, , 43.85, CNY, 1e12
export,  world, 2024, value, , 25.45, CNY, 1e12
import,  world, 2024, value, , 18.39, CNY, 1e12
balance, world, 2024, balance, , 7.06, CNY, 1e12
"""


def test_sound_issue_has_no_conflict():
    """25.45 + 18.39 is 43.84, which rounding alone parts from 43.85."""
    assert _conflicts(SOUND) == []


def test_wrong_total_is_found():
    """25.45 + 18.39 cannot be 43.95."""
    found = _conflicts(SOUND.replace("43.85", "43.95"))
    [one] = [each for each in found if each.reason == "total"]
    assert {each.text for each in one.prints} == {"43.95", "25.45", "18.39"}
    assert one.printed == Interval.rounded("43.95", scale=10**12)
    assert one.implied == Interval.rounded("25.45", scale=10**12) + Interval.rounded(
        "18.39", scale=10**12
    )


def test_wrong_balance_is_found():
    """25.45 - 18.39 is 7.05 to 7.07, and no 7.27."""
    found = _conflicts(SOUND.replace("7.06", "7.27"))
    implied = {each.implied for each in found if each.reason == "balance"}
    assert implied == {Interval(7_050_000_000_000, 7_070_000_000_000)}


def test_part_whose_share_belies_it_is_found():
    """Trade of 1.2 in 7.3 is no share of 14.0 %."""
    table = """
    export, world, 2024, value, , 7.3, CNY, 1e12
    export, VNM, 2024, value, , 1.2, CNY, 1e12
    export, VNM, 2024, share, partner, {}, percent, 1
    """
    assert _reasons(table.format("16.4")) == set()
    assert _reasons(table.format("14.0")) == {"share"}


def test_group_that_is_no_sum_of_its_members_is_found():
    """The ten members of the Association of 2024 sum to 55."""
    members = ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"]
    lines = [f"export,{m},2024,value,,{i}.0,CNY,1" for i, m in enumerate(members, start=1)]
    whole = "export,asean,2024,value,,{},CNY,1"
    assert _reasons("\n".join([*lines, whole.format("55.0")])) == set()
    assert _reasons("\n".join([*lines, whole.format("56.0")])) == {"members: partner"}


def test_year_that_is_no_sum_of_its_quarters_is_found():
    """10 + 11 + 12 + 13 is 46."""
    quarters = [f"export,world,2024-Q{q},value,,{9 + q}.0,CNY,1e9" for q in range(1, 5)]
    year = "export,world,2024,value,,{},CNY,1e9"
    assert _reasons("\n".join([*quarters, year.format("46.1")])) == set()
    assert _reasons("\n".join([*quarters, year.format("47.0")])) == {"quarters"}


def test_growth_that_its_levels_belie_is_found():
    """From 100 to 110 is 10 %."""
    table = """
    export, world, 2023, value, , 100.0, CNY, 1e9
    export, world, 2024, value, , 110.0, CNY, 1e9
    export, world, 2024, growth, , {}, percent, 1
    """
    assert _reasons(table.format("10.0")) == set()
    assert _reasons(table.format("11.0")) == {"growth"}


def test_part_that_exceeds_its_total_is_found():
    """A part of 120 in a whole of 73 needs no share to be wrong; 63 of 73 is none."""
    table = """
    export, world, 2024, value, , 73.0, CNY, 1e9
    export, asean, 2024, value, , {}, CNY, 1e9
    """
    assert _reasons(table.format("63.0")) == set()
    assert _reasons(table.format("120.0")) == {"part exceeds total"}


@pytest.fixture(scope="module")
def book():
    """Return the embedded ledger."""
    return portbook.open()


@pytest.mark.slow
def test_no_publication_of_the_ledger_contradicts_itself(book):
    """What was at fault is left out, with the reason."""
    found = [
        (name, each.reason, [one.address.text() for one in each.prints])
        for name in book.prints.publications
        for each in book.deduction(name).conflicts()
    ]
    assert found == []


@pytest.mark.slow
def test_deduction_over_the_whole_ledger_ends(book):
    """Every trade of every publication is closed, and far more follows than is printed."""
    printed = followed = 0
    for name in book.prints.publications:
        deduction = book.deduction(name)
        for place in list(book.prints.issue_places(name)):
            printed += len(deduction.printed_at(place))
            followed += len(deduction.known_from_parts(place))
    assert printed > 50_000
    assert followed > printed
