"""The exact range of a formula over the rounding of its printed inputs.

Where no input occurs twice, interval arithmetic is exact (Moore 1966). Otherwise each repeated
input is put at its ends: a function that is linear-fractional in each input has its extremes at
the corners of the box (Charnes and Cooper 1962), and the inputs that occur once keep their
interval. What is of a higher degree is bisected, and rounded outward.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from portbook.errors import ZeroDivisor
from portbook.quantities import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from portbook.figures.term import Term

CLOSE = Fraction(1, 10**9)
"""Bisection ends where the range is known to this part of its size."""
SPLITS = 200
"""Bisection ends after so many boxes; the range is then wider than it need be, never narrower."""
CORNERS = 10
"""So many repeated inputs are put at all their corners; of more, first those of one sign leave."""

Box = dict[Any, Interval]


def bound(term: Term, of: Mapping[Any, Interval]) -> Interval:
    """Return the exact range of `term` over the box of its inputs.

    Parameters
    ----------
    term
        A formula over the names in `of`.
    of
        What each name may be; both ends must be known where a name occurs twice.

    Raises
    ------
    ZeroDivisor
        Where a denominator may be zero or change its sign.
    """
    counts = term.names()
    box = {name: of[name] for name in counts}
    repeated = [name for name, times in counts.items() if times > 1 and box[name].width != 0]
    if not repeated:
        return term.interval(box)
    if any(box[name].width is None for name in repeated):
        return term.interval(box)
    steep = [name for name in repeated if not _simple(term, name)]
    if steep and len(_monotone(term, box, steep)) < len(steep):
        return _bisected(term, box, steep, [name for name in repeated if name not in steep])
    return _corners(term, box, repeated)


def _corners(term: Term, box: Box, repeated: Sequence[Any]) -> Interval:
    """Return the range by the corners of the repeated inputs."""
    fixed = _monotone(term, box, repeated) if len(repeated) > CORNERS else {}
    free = [name for name in repeated if name not in fixed]
    found: list[Interval] = []
    signs: set[tuple[int, ...]] = set()
    for end in ("low", "high") if fixed else ("low",):
        at = {
            name: _end(box[name], sign if end == "high" else -sign) for name, sign in fixed.items()
        }
        for corner in product((-1, 1), repeat=len(free)):
            at |= {name: _end(box[name], sign) for name, sign in zip(free, corner, strict=True)}
            seen: list[int] = []
            found.append(_watched(term, box | at, seen))
            signs.add(tuple(seen))
    if len(signs) > 1:
        raise ZeroDivisor("a denominator may change its sign")
    out = found[0]
    for one in found[1:]:
        out = out | one
    return out


def _watched(term: Term, box: Box, seen: list[int]) -> Interval:
    def divide(a: Interval, b: Interval) -> Interval:
        seen.append(b.sign)
        return a / b

    found: Interval = term.value(box, Interval.exactly, divide=divide)
    return found


def _end(one: Interval, sign: int) -> Interval:
    end = one.high if sign > 0 else one.low
    return Interval(end, end)


def _simple(term: Term, name: Any) -> bool:  # noqa: ANN401 - a name is anything hashable
    """Return whether the term and all its denominators are linear-fractional in one name."""
    try:
        top, bottom = _degrees(term, name)
    except _Steep:
        return False
    return max(top, bottom) <= 1


class _Steep(Exception):
    pass


def _degrees(term: Term, name: Any) -> tuple[int, int]:  # noqa: ANN401
    """Return the degrees of numerator and denominator in one name, before any cancelling."""
    if term.op in ("name", "number"):
        return int(term.args[0] == name and term.op == "name"), 0
    (a, b), (c, d) = (_degrees(each, name) for each in term.args)
    if term.op == "*":
        return a + c, b + d
    if term.op == "/":
        if max(c, d) > 1:
            raise _Steep
        return a + d, b + c
    return max(a + d, c + b), b + d


def _monotone(term: Term, box: Box, names: Sequence[Any]) -> dict[Any, int]:
    """Return the names in which the term surely rises (1) or falls (-1)."""
    signs = {}
    for name in names:
        sign = _derivative(term, box, name)[1].sign
        if sign:
            signs[name] = sign
    return signs


def _derivative(term: Term, box: Box, name: Any) -> tuple[Interval, Interval]:  # noqa: ANN401
    """Return ranges of the term and of its derivative in one name."""
    if term.op == "number":
        return Interval.exactly(term.args[0]), Interval.exactly(0)
    if term.op == "name":
        return box[term.args[0]], Interval.exactly(int(term.args[0] == name))
    (a, da), (b, db) = (_derivative(each, box, name) for each in term.args)
    if term.op == "+":
        return a + b, da + db
    if term.op == "-":
        return a - b, da - db
    if term.op == "*":
        return a * b, da * b + a * db
    return a / b, (da - a / b * db) / b


def _bisected(term: Term, box: Box, steep: Sequence[Any], plain: Sequence[Any]) -> Interval:
    """Return the range by halving the inputs of higher degree until the ends are known."""
    boxes = [box]
    known = _corners(term, {**box, **{name: _point(box[name]) for name in steep}}, plain)
    for _ in range(SPLITS):
        ranges = [term.interval(each) for each in boxes]
        whole = ranges[0]
        for one in ranges[1:]:
            whole = whole | one
        slack = max(known.low - whole.low, whole.high - known.high)  # type: ignore[operator]
        if slack <= CLOSE * max(abs(whole.low), abs(whole.high)) or len(boxes) > SPLITS:  # type: ignore[arg-type]
            return whole
        worst = [
            i for i, one in enumerate(ranges) if one.low == whole.low or one.high == whole.high
        ]
        for i in sorted(worst, reverse=True):
            halves = _halves(boxes.pop(i), [*steep, *plain])
            boxes += halves
            for half in halves:
                at = {**half, **{name: _point(half[name]) for name in [*steep, *plain]}}
                known = known | term.interval(at)
    return whole


def _point(one: Interval) -> Interval:
    return Interval(one.middle, one.middle)


def _halves(box: Box, names: Sequence[Any]) -> list[Box]:
    widest = max(names, key=lambda name: _relative(box[name]))
    one = box[widest]
    return [
        {**box, widest: Interval(one.low, one.middle)},
        {**box, widest: Interval(one.middle, one.high)},
    ]


def _relative(one: Interval) -> Fraction:
    size = max(abs(one.low or Fraction(0)), abs(one.high or Fraction(0)))
    return Fraction(one.width or 0) / size if size else Fraction(0)
