"""One tree, read forwards on numbers and intervals, and backwards."""

from fractions import Fraction

import pytest

from portbook.errors import ZeroDivisor
from portbook.figures.term import name, term, total
from portbook.quantities import Interval

a, b, c = name("a"), name("b"), name("c")
GROWTH = a / b - 1


def test_value_is_exact():
    assert GROWTH.value({"a": Fraction(107), "b": Fraction(100)}) == Fraction(7, 100)
    assert (2 - a).value({"a": Fraction(5)}) == -3
    assert (1 / a + 1).value({"a": Fraction(3)}) == Fraction(4, 3)


def test_another_division_may_be_put_in():
    found = GROWTH.value({"a": 3, "b": 0}, int, divide=lambda x, y: x / y if y else 0)
    assert found == -1


def test_interval_of_growth():
    found = GROWTH.interval({"a": Interval.rounded("107"), "b": Interval.rounded("100")})
    assert found == Interval(
        Fraction("106.5") / Fraction("100.5") - 1, Fraction("107.5") / Fraction("99.5") - 1
    )
    with pytest.raises(ZeroDivisor):
        GROWTH.interval({"a": Interval.exactly(1), "b": Interval.rounded("0")})


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [(a + b, "a"), (a + b, "b"), (a - b, "b"), (a * b, "a"), (a / b, "b"), (GROWTH, "b")],
)
def test_solved_for_one_name_gives_it_back(formula, wanted):
    at = {"a": Fraction(7), "b": Fraction(3)}
    answer = formula.value(at)
    solved = formula.solved(wanted, term(answer))
    assert solved.value(at) == at[wanted]


def test_what_occurs_twice_or_never_is_not_solved():
    assert (a + a * b).solved("a", c) is None
    assert (a + b).solved("c", c) is None


def test_names_in_order_and_counted():
    formula = a * b / (a + c)
    assert list(formula.each_name()) == ["a", "b", "a", "c"]
    assert dict(formula.names()) == {"a": 2, "b": 1, "c": 1}
    assert a.name == "a"
    assert formula.name is None


def test_replaced():
    formula = GROWTH.replaced({"a": b + c})
    assert formula == (b + c) / b - 1


def test_total_sums_each_once():
    names = [name(i) for i in range(7)]
    found = total(list(names))
    assert found.value({i: Fraction(i) for i in range(7)}) == 21
    assert list(found.each_name()) == list(range(7))


def test_narrow_finds_the_missing_part():
    box = {"a": Interval.rounded("60"), "b": Interval(), "c": Interval.rounded("10")}
    found = (a + b + c).narrow(Interval.rounded("100"), box)
    assert found["b"] == Interval(Fraction("28.5"), Fraction("31.5"))
    assert found["a"] == box["a"]


def test_narrow_says_that_nothing_fits():
    box = {"a": Interval.rounded("60"), "b": Interval.rounded("60")}
    found = (a + b).narrow(Interval.rounded("100"), box)
    assert found["a"].empty
    assert found["b"].empty


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (GROWTH, "a ÷ b \u2212 1"),
        (a - (b - c), "a \u2212 (b \u2212 c)"),
        ((a - b) - c, "a \u2212 b \u2212 c"),
        ((a + b) * c, "(a + b) × c"),
        (a / (b / c), "a ÷ (b ÷ c)"),
        (a * b + c, "a × b + c"),
    ],
)
def test_text_has_the_brackets_it_needs_and_no_more(formula, text):
    assert formula.text(str) == text
