"""What holds whatever the numbers: of terms and intervals, and of a book made up of them."""

import datetime as dt
import random
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portbook.errors import ZeroDivisor
from portbook.figures.book import Book
from portbook.figures.bound import bound
from portbook.figures.term import Term, name, term
from portbook.ledger.schema import Coverage, Listing, Publication, Published, Row, Source
from portbook.quantities import Interval

NAMES = ("a", "b", "c", "d")
numbers = st.fractions(min_value=-20, max_value=20, max_denominator=50)
leaves = st.one_of(
    st.sampled_from(NAMES).map(name), st.integers(min_value=-3, max_value=5).map(term)
)
terms = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda op, x, y: Term(op, (x, y)), st.sampled_from("+-*/"), inner, inner
    ),
    max_leaves=7,
)


@st.composite
def boxes(draw):
    """Return an interval for each name, and a point inside it."""
    box, point = {}, {}
    for each in NAMES:
        low, high = sorted((draw(numbers), draw(numbers)))
        part = draw(st.fractions(min_value=0, max_value=1, max_denominator=10))
        box[each] = Interval(low, high)
        point[each] = low + (high - low) * part
    return box, point


def value_at(formula, point):
    try:
        return formula.value(point)
    except ZeroDivisionError:
        return None


@settings(max_examples=400, deadline=None)
@given(terms, boxes())
def test_the_exact_range_lies_in_the_naive_one_and_holds_every_point(formula, drawn):
    box, point = drawn
    try:
        naive = formula.interval(box)
    except ZeroDivisor:
        assume(False)
    exact = bound(formula, box)
    assert naive.contains(exact)
    assert exact.contains(formula.value(point))


@settings(max_examples=400, deadline=None)
@given(terms, boxes(), st.fractions(min_value=0, max_value=3, max_denominator=10))
def test_narrowing_never_throws_away_the_truth(formula, drawn, slack):
    box, point = drawn
    truth = value_at(formula, point)
    assume(truth is not None)
    found = formula.narrow(Interval(truth - slack, truth + slack / 2), box)
    for each in NAMES:
        assert found[each].contains(point[each])
        assert box[each].contains(found[each])


@settings(max_examples=200, deadline=None)
@given(terms, boxes(), st.sampled_from(NAMES))
def test_solving_for_a_name_gives_the_formula_back(formula, drawn, wanted):
    _, point = drawn
    answer = value_at(formula, point)
    solved = formula.solved(wanted, name("answer"))
    assume(answer is not None and solved is not None)
    back = value_at(solved, {**point, "answer": answer})
    if back is not None:
        assert formula.value({**point, wanted: back}) == answer


SHARE, GROWTH, WHOLE = name("share"), name("growth"), name("whole")


@pytest.mark.parametrize(
    "formula",
    [
        SHARE * GROWTH / (1 + GROWTH) * (1 + WHOLE) / WHOLE,
        (SHARE - SHARE / (1 + GROWTH)) / (1 - 1 / (1 + WHOLE)),
        SHARE * (1 + WHOLE) / (1 + GROWTH),
        SHARE * SHARE + (1 - SHARE) * (1 - SHARE),
        (SHARE * WHOLE - GROWTH) / (SHARE + WHOLE),
    ],
    ids=lambda each: each.text(str),
)
def test_the_exact_range_holds_ten_thousand_points(formula):
    draw = random.Random(20250210)  # noqa: S311 - points of a box, no secret
    box = {
        "share": Interval.rounded("59.4", Fraction(1, 100)),
        "growth": Interval.rounded("8.7", Fraction(1, 100)),
        "whole": Interval.rounded("7.1", Fraction(1, 100)),
    }
    over = bound(formula, box)
    assert formula.interval(box).contains(over)
    for _ in range(10_000):
        point = {
            each: one.low + one.width * Fraction(draw.randrange(10**6 + 1), 10**6)
            for each, one in box.items()
        }
        assert over.contains(formula.value(point))


ISSUE = "made-2024"
FLOWS = ("export", "import")
REGIMES = ("processing-assembling", "processing-imported-materials")
SPLITS = {
    "enterprise": ("state-owned", "foreign-invested", "private", "other"),
    "regime": ("ordinary", *REGIMES),
}


def row(year, value, **where):
    place = ("CHN", *(where.get(d, "total") for d in ("product", "regime", "enterprise", "region")))
    place = (place[0], where.get("partner", "world"), *place[1:])
    return Row(
        ISSUE,
        "s1",
        where.get("flow", "export"),
        place,
        year,
        "value",
        "",
        "",
        "",
        "CNY",
        str(value),
        "CNY",
        "1",
        "0",
    )


def made(rows, kinds=()):
    day = dt.date(2025, 1, 18)
    publication = Publication(ISSUE, "made", "Made up", "an office", "2024-12", day, "official")
    lists = {("made", d): Listing("made", d, "partition", "total") for d in kinds}
    published = Published({ISSUE: publication}, {"s1": Source("s1", "here", "Made up")}, rows)
    return Book(published, None, Coverage((), lists))


amounts = st.integers(min_value=1_000, max_value=10**9)


def middles(book, measure, dimension, names, **question):
    return [book.figure(measure, **{dimension: each}, **question).value for each in names]


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(sorted(SPLITS)))
def test_shares_sum_to_one_and_contributions_to_growth(data, dimension):
    """Of one partition whose whole is the sum of its parts."""
    names = SPLITS[dimension]
    cells = {(n, y): data.draw(amounts) for n in names for y in ("2023", "2024")}
    rows = [row(y, v, **{dimension: n}) for (n, y), v in cells.items()]
    wholes = {y: sum(v for (_, z), v in cells.items() if z == y) for y in ("2023", "2024")}
    assume(wholes["2023"] != wholes["2024"])
    book = made(rows + [row(y, v) for y, v in wholes.items()], kinds=[dimension])
    asked = {"flow": "export", "period": "2024", "within": dimension}
    assert sum(middles(book, "share", dimension, names, **asked)) == 100
    growth = book.figure("growth", flow="export", period="2024").value
    assert growth == (Fraction(wholes["2024"], wholes["2023"]) - 1) * 100
    assert sum(middles(book, "contribution", dimension, names, **asked)) == growth


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_contributions_add_up_at_any_nesting_and_within_any_whole(data):
    """Partners inside regimes: in the regime, in the partner, and in the whole of both."""
    partners, regimes = ("USA", "VNM", "DEU"), ("ordinary", "processing")
    cells = {
        (p, r, y): data.draw(amounts) for p in partners for r in regimes for y in ("2023", "2024")
    }

    def summed(year, partner="world", regime="total"):
        return sum(
            v
            for (p, r, y), v in cells.items()
            if y == year and partner in ("world", p) and regime in ("total", r)
        )

    wide = [(p, r) for p in ("world", *partners) for r in ("total", *regimes)]
    rows = [row(y, summed(y, p, r), partner=p, regime=r) for p, r in wide for y in ("2023", "2024")]
    book = made(rows)
    asked = {"flow": "export", "period": "2024"}
    for regime in ("total", *regimes):
        parts = middles(
            book, "contribution", "partner", partners, within="partner", regime=regime, **asked
        )
        assert sum(parts) == book.figure("growth", regime=regime, **asked).value
    for partner in ("world", *partners):
        parts = middles(
            book, "contribution", "regime", regimes, within="regime", partner=partner, **asked
        )
        assert sum(parts) == book.figure("growth", partner=partner, **asked).value


@settings(max_examples=40, deadline=None)
@given(amounts, amounts)
def test_balance_and_imports_are_exports(exports, imports):
    book = made([row("2024", exports), row("2024", imports, flow="import")])
    balance = book.figure("balance", period="2024")
    assert balance.value + imports == exports
    assert balance.interval == Interval.rounded(str(exports)) - Interval.rounded(str(imports))
    total = book.figure("value", flow="total", period="2024")
    assert total.value == exports + imports


@settings(max_examples=40, deadline=None)
@given(amounts, amounts)
def test_a_missing_flow_is_what_the_total_leaves(exports, imports):
    book = made([row("2024", exports), row("2024", exports + imports, flow="total")])
    found = book.figure("value", flow="import", period="2024")
    assert found.value == imports
    assert found.deduced
    assert found.interval.contains(imports)
    assert (found.low, found.high) == (imports - 1, imports + 1)
