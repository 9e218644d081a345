"""On what basis a figure stands: adjusted, by volume, forecast, in which currency."""

from __future__ import annotations

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.frames import Frame
from portbook.claims.read.quantity import Quantity


def basis(
    chunk: Chunker, quantities: tuple[Quantity, ...], place: int, frame: Frame, *, raw: bool = False
) -> str | None:
    """Return the basis of a quantity as the guide names it; None for the plain figure.

    `raw` also tells of what is said to be unadjusted, by value or revised.
    """
    line, one = chunk.scan.line, quantities[place]
    start = quantities[place - 1].last if place else 0
    end = quantities[place + 1].first if place + 1 < len(quantities) else len(line.tokens)
    end = _clause_end(chunk, one.last, end)
    if frame.measure == "growth":
        money = line.within(one.last, end, "currency_basis") or line.within(
            start, one.first, "currency_basis"
        )
        if money:
            return f"currency:{money.sense}"
    behind, before = _behind(chunk, one.last, end), _before(chunk, start, one.first)
    sense = behind if behind not in {None, "forecast", "target"} else before or behind
    if sense == "volume":
        return "volume" if frame.measure == "growth" else None
    return sense if raw or sense not in {"value", "raw", "revised"} else None


def _clause_end(chunk: Chunker, first: int, end: int) -> int:
    line = chunk.scan.line
    for at in range(first, end):
        if line.low(at) in {",", ";", ":"} or chunk.role(at) == "conj":
            return at
    return end


def _behind(chunk: Chunker, first: int, end: int) -> str | None:
    cue = chunk.scan.line.within(first, end, "basis")
    return cue.sense if cue else None


def _before(chunk: Chunker, start: int, first: int) -> str | None:
    """Return the sense nearest before, in the same clause."""
    line = chunk.scan.line
    for at in range(first - 1, start - 1, -1):
        if line.low(at) in {";", ":"}:
            return None
        cue = line.till(at, "basis")
        if cue and cue.first >= start:
            return cue.sense
    return None
