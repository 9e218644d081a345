"""Figures in a list: which belong together, and which item of another list each is of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.context import Frame
from portbook.claims.read.quantity import Quantity
from portbook.claims.read.scope import Scope
from portbook.claims.read.timing import When

BETWEEN = 6
"""At most so many tokens stand between a part and its whole."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A quantity with all that was found out about it."""

    quantity: Quantity
    frame: Frame
    scope: Scope
    when: When
    since: str
    basis: str | None
    place: int


def listed(chunk: Chunker, first: int, last: int) -> bool:
    """Whether quantities are listed one after the other, by commas and "and" alone."""
    quantities, line = chunk.scan.quantities, chunk.scan.line
    for at in range(first, last):
        words = line.lows(quantities[at].last, quantities[at + 1].first)
        if quantities[at].kind != quantities[at + 1].kind or set(words) - {",", "and"}:
            return False
    return True


def whole_amount(chunk: Chunker, place: int) -> bool:
    """Whether a quantity is the whole of the one before: "5 percent of the city's $3 billion"."""
    quantities, line = chunk.scan.quantities, chunk.scan.line
    before = place - 1
    while before > 0 and quantities[before].kind == "record":
        before -= 1
    if before < 0:
        return False
    between = range(quantities[before].last, quantities[place].first)
    if line.low(quantities[before].last) != "of" or len(between) > BETWEEN:
        return False
    return all(chunk.role(at) not in {"mark", "verb", "flow"} for at in between)


def recorded(drawn: list[Drawn], place: int) -> Drawn:
    """Give a record the scope and period of the amount directly behind: "a record $9 billion"."""
    one = drawn[place]
    if one.quantity.kind != "record" or place + 1 == len(drawn):
        return one
    behind = drawn[place + 1]
    if behind.quantity.first != one.quantity.last or not behind.quantity.amount:
        return one
    return replace(one, when=behind.when, scope=behind.scope)


def distribute(chunk: Chunker, drawn: list[Drawn]) -> list[Drawn]:
    """Deal the items of a list to the figures listed after it, in order."""
    found, at = [recorded(drawn, place) for place in range(len(drawn))], 0
    while at < len(found):
        end = at
        while end + 1 < len(found) and listed(chunk, end, end + 1):
            end += 1
        if end > at:
            for step, scope in enumerate(_dealt(chunk, found, at, end - at + 1)):
                found[at + step] = replace(found[at + step], scope=scope)
        at = end + 1
    return found


def _dealt(chunk: Chunker, drawn: list[Drawn], at: int, count: int) -> list[Scope]:
    """Return the scopes of a list of figures: of the products named, or of the amounts before."""
    scope = drawn[at].scope
    items = scope.products
    if len(items) == 1 and count == 2 and items[0].count(" and ") == 1 and _paired(chunk):
        items = tuple(items[0].split(" and "))
    if len(scope.partners) == count:
        return [replace(scope, partner=each) for each in scope.partners]
    if len(items) == count:
        return [replace(scope, products=(item,)) for item in items]
    before = [each for each in drawn[max(0, at - count) : at] if each.quantity.amount]
    if len(before) == count and len({each.scope for each in before}) == count:
        return [
            replace(
                drawn[at + step].scope, products=each.scope.products, partner=each.scope.partner
            )
            for step, each in enumerate(before)
        ]
    return [drawn[at + step].scope for step in range(count)]


def _paired(chunk: Chunker) -> bool:
    """Whether the line says "respectively"."""
    line = chunk.scan.line
    return line.within(0, len(line.tokens), "respectively") is not None
