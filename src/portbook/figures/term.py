"""A formula as a tree, written once and read three ways.

The same tree is evaluated on engine columns, on exact intervals, and backwards: given what the
whole must be, what may each part be (the hull-consistency step of Benhamou et al., 1999,
"Revising hull and box consistency").
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from portbook.errors import ZeroDivisor
from portbook.quantities import ANYTHING, Interval

Operation = Callable[[Any, Any], Any]
OPERATIONS: dict[str, Operation] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
INVERSE: dict[str, tuple[Callable[[Term, Term], Term], Callable[[Term, Term], Term]]] = {
    # op: (left from answer and right, right from answer and left)
    "+": (lambda out, right: out - right, lambda out, left: out - left),
    "-": (lambda out, right: out + right, lambda out, left: left - out),
    "*": (lambda out, right: out / right, lambda out, left: out / left),
    "/": (lambda out, right: out * right, lambda out, left: left / out),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A name, an exact number, or an operation on two terms."""

    op: str
    args: tuple[Any, ...]

    def __add__(self, other: Term | int) -> Term:
        """Return the sum."""
        return Term("+", (self, term(other)))

    def __sub__(self, other: Term | int) -> Term:
        """Return the difference."""
        return Term("-", (self, term(other)))

    def __mul__(self, other: Term | int) -> Term:
        """Return the product."""
        return Term("*", (self, term(other)))

    def __truediv__(self, other: Term | int) -> Term:
        """Return the quotient."""
        return Term("/", (self, term(other)))

    def __radd__(self, other: int) -> Term:
        """Return the sum."""
        return term(other) + self

    def __rsub__(self, other: int) -> Term:
        """Return the difference."""
        return term(other) - self

    def __rtruediv__(self, other: int) -> Term:
        """Return the quotient."""
        return term(other) / self

    @property
    def name(self) -> Hashable | None:
        """The name, where the term is one."""
        return self.args[0] if self.op == "name" else None

    def each_name(self) -> Iterator[Any]:
        """Iterate over the names in the order of the formula, each as often as it occurs."""
        if self.op == "name":
            yield self.args[0]
        elif self.op != "number":
            yield from self.args[0].each_name()
            yield from self.args[1].each_name()

    def names(self) -> Counter[Any]:
        """Return every name and how often it occurs."""
        return Counter(self.each_name())

    def value(
        self, of: Mapping[Any, Any], number: Callable[[Fraction], Any] = Fraction, **ops: Operation
    ) -> Any:  # noqa: ANN401 - whatever the operations make of the values
        """Return the value, given one for each name.

        Parameters
        ----------
        of
            The value of each name: fractions, intervals, columns.
        number
            Makes an exact number into such a value.
        ops
            Replacements for single operations, as ``divide=ratio``.
        """
        table = OPERATIONS | {"/": ops["divide"]} if ops else OPERATIONS
        return _value(self, of, number, table)

    def interval(self, of: Mapping[Any, Interval]) -> Interval:
        """Return the naive range; exact where no name occurs twice.

        Raises
        ------
        ZeroDivisor
            Where a denominator may be zero.
        """
        found: Interval = self.value(of, Interval.exactly)
        return found

    def replaced(self, of: Mapping[Any, Term]) -> Term:
        """Return the term with names replaced by terms."""
        if self.op == "name":
            return of.get(self.args[0], self)
        if self.op == "number":
            return self
        left, right = self.args
        return Term(self.op, (left.replaced(of), right.replaced(of)))

    def solved(self, wanted: Hashable, answer: Term) -> Term | None:
        """Return what `wanted` must be for the term to equal `answer`.

        None where it does not occur exactly once, so that no plain inversion exists.
        """
        if self.names()[wanted] != 1:
            return None
        if self.op == "name":
            return answer
        left, right = self.args
        from_left, from_right = INVERSE[self.op]
        if wanted in left.each_name():
            solved: Term | None = left.solved(wanted, from_left(answer, right))
        else:
            solved = right.solved(wanted, from_right(answer, left))
        return solved

    def narrow(self, answer: Interval, of: Mapping[Any, Interval]) -> dict[Any, Interval]:
        """Return what each name may still be, if the term lies in `answer`.

        An empty interval says that nothing fits. No value that fits is ever lost.
        """
        out = dict(of)
        _narrow(self, answer, out)
        return out

    def text(self, word: Callable[[Any], str]) -> str:
        """Return the formula in plain arithmetic, each name put into words."""
        return _text(self, word, 0)


def term(what: Term | int | Fraction) -> Term:
    """Return a number as a term."""
    return what if isinstance(what, Term) else Term("number", (Fraction(what),))


def name(what: Hashable) -> Term:
    """Return a name as a term."""
    return Term("name", (what,))


def total(terms: list[Term]) -> Term:
    """Return the sum of one or more terms, as a balanced tree."""
    while len(terms) > 1:
        pairs = [a + b for a, b in zip(terms[::2], terms[1::2], strict=False)]
        terms = pairs + ([terms[-1]] if len(terms) % 2 else [])
    return terms[0]


def _value(
    one: Term,
    of: Mapping[Any, Any],
    number: Callable[[Fraction], Any],
    ops: Mapping[str, Operation],
) -> Any:  # noqa: ANN401
    if one.op == "name":
        return of[one.args[0]]
    if one.op == "number":
        return number(one.args[0])
    left, right = one.args
    return ops[one.op](_value(left, of, number, ops), _value(right, of, number, ops))


def _forward(one: Term, of: Mapping[Any, Interval]) -> Interval:
    try:
        return one.interval(of)
    except ZeroDivisor:
        return ANYTHING


def _narrow(one: Term, answer: Interval, out: dict[Any, Interval]) -> None:
    if one.op == "name":
        out[one.args[0]] = out[one.args[0]] & answer
        return
    if one.op == "number":
        return
    left, right = one.args
    a, b = _forward(left, out), _forward(right, out)
    _narrow(left, _left(one.op, answer, b), out)
    _narrow(right, _right(one.op, answer, a), out)


def _left(op: str, answer: Interval, right: Interval) -> Interval:
    if op == "+":
        return answer - right
    if op == "-":
        return answer + right
    if op == "/":
        return answer * right
    return answer / right if right.sign else ANYTHING


def _right(op: str, answer: Interval, left: Interval) -> Interval:
    if op == "+":
        return answer - left
    if op == "-":
        return left - answer
    if op == "/":
        return left / answer if answer.sign else ANYTHING
    return answer / left if left.sign else ANYTHING


SIGNS = {"+": "+", "-": "\u2212", "*": "\u00d7", "/": "\u00f7"}
RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def _text(one: Term, word: Callable[[Any], str], least: int) -> str:
    if one.op == "name":
        return word(one.args[0])
    if one.op == "number":
        return str(one.args[0])
    rank = RANK[one.op]
    left = _text(one.args[0], word, rank)
    right = _text(one.args[1], word, rank + (one.op in "-/"))
    text = f"{left} {SIGNS[one.op]} {right}"
    return f"({text})" if rank < least else text
