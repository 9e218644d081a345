"""What each quantity of a line measures."""

from __future__ import annotations

from portbook.claims.read.amounts import amount, price
from portbook.claims.read.chunk import Chunker
from portbook.claims.read.context import Context, Frame
from portbook.claims.read.quantity import Quantity
from portbook.claims.read.rates import percent, points, times

__all__ = ["Frame", "frames"]

FIXED = {
    "record": Frame("record"),
    "streak": Frame("ordinal"),
    "rank": Frame("ordinal"),
    "lately": Frame("ordinal"),
    "multiple": Frame("growth"),
}
BOUND = {"price": price, "percent": percent, "fraction": percent, "times": times, "points": points}


def frames(
    chunk: Chunker,
    quantities: tuple[Quantity, ...],
    *,
    index: bool = False,
    prior: Frame | None = None,
) -> list[Frame]:
    """Return the frame of every quantity of a line, in order.

    `index` says that the text speaks of an index, so that points are its own.
    """
    context = Context(chunk, quantities, index=index, prior=prior)
    for place, one in enumerate(quantities):
        found = FIXED.get(one.kind) or BOUND.get(one.kind, amount)(context, place)
        context.frames.append(found)
    return context.frames
