"""How a phrase is tied to the quantity before it."""

from __future__ import annotations

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.mention import Mention
from portbook.claims.read.quantity import Quantity

RELATIVE = frozenset({"percent", "fraction", "points"})
FREE = ("topic", -1)
ANEW = frozenset({"and", "while", "but", "as", "to"})
"""Behind a quantity these begin something else."""
TYING = frozenset({"of", "in", "from", "worth"})


def governs(one: Mention, quantities: tuple[Quantity, ...], chunk: Chunker) -> tuple[str, int]:
    """Return how a phrase is tied to the quantity before it, and which quantity that is.

    `whole`: the whole of a share ("59.4 percent of exports"); `attached`: it says what the
    quantity is of ("$5 billion of exports", "a 6 percent rise in exports"); `topic`: neither.
    """
    before = [place for place, each in enumerate(quantities) if each.last <= one.first]
    if not before or one.kind not in {"flow", "partner", "price"}:
        return FREE
    place = before[-1]
    if one.kind == "partner":
        near = quantities[place].last == one.first
        return ("attached", place) if near else _went(place, one, chunk, quantities)
    if _parted(range(quantities[place].last, one.first), chunk):
        return FREE
    return _tie(one, quantities[place], chunk), place


def _parted(words: range, chunk: Chunker) -> bool:
    """Whether another clause, a period or a comparison stands between."""
    line = chunk.scan.line
    if any(chunk.role(at) in {"mark", "verb", "pron", "moment"} for at in words):
        return True
    return any(line.at(at, "compare") for at in words if line.low(at) != "from")


def _tie(one: Mention, quantity: Quantity, chunk: Chunker) -> str:
    line, opening = chunk.scan.line, chunk.scan.line.low(quantity.last)
    grown = line.at(quantity.last, "grow", "n") is not None
    if one.kind == "price":
        return "attached" if grown else "topic"
    shared = opening == "of" or line.at(quantity.last, "share", "n") is not None
    if quantity.kind in RELATIVE and shared:
        return "whole"
    if quantity.kind == "points" and opening in {"to", "from"}:
        return "whole" if line.within(quantity.last, one.last + 2, "grow") else "topic"
    if opening in ANEW:
        return "topic"
    return "attached" if opening in TYING or grown or quantity.last == one.first else "topic"


def inside(one: Mention, before: Mention | None, chunk: Chunker) -> bool:
    """Whether a flow is only where a product acts: "X rose most in China's exports"."""
    if before is None or one.kind != "flow" or one.products:
        return False
    if before.kind != "product" and not (before.kind == "flow" and one.flow == "balance"):
        return False
    line, words = chunk.scan.line, range(before.last, one.first)
    if any(chunk.role(at) in {"mark", "quantity", "pron"} and line.low(at) != "," for at in words):
        return False
    if any(chunk.role(at) == "conj" for at in words):
        return False
    if all(chunk.role(at) == "det" for at in words):
        return True
    return line.low(one.first - 1) in {"in", "of"} or any(chunk.role(at) == "verb" for at in words)


def shared(one: Mention, chunk: Chunker) -> bool:
    """Whether a flow is what a share is taken of: "their share of exports"."""
    line = chunk.scan.line
    return (
        one.kind == "flow"
        and line.low(one.first - 1) == "of"
        and line.till(one.first - 2, "share", "n") is not None
    )


def _went(
    place: int, one: Mention, chunk: Chunker, quantities: tuple[Quantity, ...]
) -> tuple[str, int]:
    """€69.7 billion of the €127.7 billion of exports went to EU partners."""
    if chunk.scan.line.low(one.first - 1) not in {"went", "go", "goes", "going"}:
        return FREE
    first = place
    while first > 0 and "of" in chunk.scan.line.lows(
        quantities[first - 1].last, quantities[first].first
    ):
        first -= 1
    return "attached", first
