"""Published figures follow from the other figures of their own publication."""

import csv
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import portbook
from portbook.figures.bound import bound
from portbook.figures.cell import WHOLE
from portbook.figures.deduce import Deduction
from portbook.figures.prints import Prints

HERE = Path(__file__).parent
WIDE = 20
"""A range so many times as wide as the print's rounding says too little to prove anything."""
SAID = ("measure", "of", "since", "within", "flow", "period", "basis")


def _cases():
    with (HERE / "cases.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _name(case):
    narrowed = [case[each] for each, whole in WHOLE.items() if case[each] != whole]
    return " ".join([case["publication"], case["measure"], *narrowed, case["period"]])


@cache
def _ledger():
    book = portbook.open()
    rows = defaultdict(list)
    for row in book.published.rows:
        rows[row.publication].append(row)
    return book, rows


def _same(row, case):
    return row.place == tuple(case[each] for each in WHOLE if each != "flow") and all(
        getattr(row, each) == case[each] for each in SAID
    )


def _print_and_rest(case):
    """Return the print of a case, and what its publication says without it."""
    book, rows = _ledger()
    publication = case["publication"]
    own = [row for row in rows[publication] if _same(row, case)]
    rest = [row for row in rows[publication] if not _same(row, case)]
    [one] = Prints(replace(book.published, rows=own[:1])).issue(publication, own[0].place)
    return one, Deduction(Prints(replace(book.published, rows=rest)), publication)


@pytest.mark.parametrize("case", _cases(), ids=_name)
def test_figure_follows_from_the_others_of_its_publication(case):
    """What the others imply meets the rounding of the print, and is not much wider."""
    one, rest = _print_and_rest(case)
    assert (one.text, one.unit) == (case["value"], case["unit"])
    assert rest.printed(one.address) is None
    term = rest.term(one.address)
    assert term is not None, f"{one.address.text()} does not follow"
    implied = bound(term, {each: each.interval for each in term.names()})
    assert one.interval.meets(implied)
    assert implied.width <= WIDE * one.interval.width


def test_cases_are_many_and_various():
    """Values and rates, in all dimensions and two currencies, in China and outside it."""
    cases = _cases()
    outside = [each for each in cases if each["reporter"][:2] not in ("CN", "CH")]
    assert len(cases) >= 80
    assert len(outside) >= 15
    assert len({each["reporter"] for each in outside}) >= 8
    assert {"CNY", "USD"} <= {each["basis"] for each in cases}
    assert {"value", "growth", "share"} <= {each["measure"] for each in cases}
    for dimension in ("partner", "product", "regime", "enterprise"):
        narrowed = [each for each in cases if each[dimension] != WHOLE[dimension]]
        assert len(narrowed) >= 5, dimension
    assert sum("CN-" in each["reporter"] for each in cases) >= 5
    assert sum(each["period"].count("-") == 1 and "Q" not in each["period"] for each in cases) >= 5
