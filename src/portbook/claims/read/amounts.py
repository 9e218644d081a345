"""What an amount measures: a level, a change, a mark passed, a price."""

from __future__ import annotations

from portbook.claims.read.context import ASIDE, SIGN, Context, Frame
from portbook.claims.read.lexicon import Cue
from portbook.claims.read.quantity import Quantity

EXCEED = frozenset({"exceed", "exceeds", "exceeded", "exceeding", "outstripped", "outpaced"})


def amount(context: Context, place: int) -> Frame:
    """Return what a sum of money or a number of things measures."""
    found = (
        _again(context, place)
        or _behind(context, place)
        or _before(context, place)
        or _growth_is(context, place)
        or _mark(context, place)
        or _change(context, place)
    )
    return found or Frame("level")


def _again(context: Context, place: int) -> Frame | None:
    """Return the frame of the amount before, given again in parentheses: "$7 billion (Rs 60)"."""
    one = context.quantities[place]
    word, at = context.lead(place)
    if word != "(" or not place or at != context.quantities[place - 1].last:
        return None
    before = context.frames[place - 1]
    return before if before.measure in {"level", "change"} and one.kind == "money" else None


def _behind(context: Context, place: int) -> Frame | None:
    """Return the change that a word behind makes of an amount: "$1 billion more than"."""
    one, line = context.quantities[place], context.chunk.scan.line
    if one.sort == "more":
        return Frame("change", -1 if line.low(one.last - 1) in {"fewer", "less"} else 1)
    after = context.right_grow(one.last)
    if after and _is_change(context, after, one):
        return Frame("change", SIGN[after.sense])
    return None


def _before(context: Context, place: int) -> Frame | None:
    """Return the level that another is compared with: "from $7 billion"."""
    word, at = context.lead(place)
    line = context.chunk.scan.line
    if word == "(" and _compared_moment(context, at - 1):
        return Frame("level", before=True)
    if word == "from" or line.till(at, "compare") or _outdone(context, place, at):
        return Frame("level", before=True)
    if word in {"on", "over"} and line.till(at - 1, "grow", "n"):
        return Frame("level", before=True)
    if word == "of" and _held_against(context, place, at):
        return Frame("level", before=True)
    return None


def _compared_moment(context: Context, at: int) -> bool:
    """Whether a period of comparison ends at a token: "compared with October 2023 (€5 bn)"."""
    moment = context.chunk.scan.covered.get(at)
    return moment is not None and moment.compared and moment.form == "months"


def _mark(context: Context, place: int) -> Frame | None:
    """Return the mark that is passed, or the level that "to" and "at" lead to."""
    word, at = context.lead(place)
    line, one = context.chunk.scan.line, context.quantities[place]
    passed = line.till(at, "pass")
    if passed and passed.part == "v":
        return _passed(context, place)
    if word in {"to", "at"}:
        return Frame("level")
    reached = context.governor(place)
    if line.at(one.last, "first") and reached and reached.kind == "level" and not _passes(context):
        return Frame("threshold", hedge="over")
    return None


def _passes(context: Context) -> bool:
    """Whether some mark of the line is passed in so many words."""
    line = context.chunk.scan.line
    return any(line.at(at, "pass", "v") for at in range(len(line.tokens)))


def _outdone(context: Context, place: int, at: int) -> bool:
    """Whether an amount is what another lies above: "3 percent above the $226 billion"."""
    if not place:
        return False
    line, before = context.chunk.scan.line, context.quantities[place - 1]
    if before.kind == "times" and before.last == at + 1:
        return True
    cue = line.till(at, "grow", "a")
    return (
        cue is not None
        and cue.first <= before.last + 1
        and at < context.quantities[place].first - 1
    )


def _held_against(context: Context, place: int, at: int) -> bool:
    """Whether "a surplus of X" is what another surplus is held against."""
    line = context.chunk.scan.line
    flow = line.till(at - 1, "flow", "n")
    if flow is None or not place:
        return False
    start = flow.first - 1
    while line.low(start) in ASIDE or line.till(start, "plain"):
        start -= 1
    if not line.till(start, "compare") or line.low(start) == "from":
        return False
    for earlier in range(start, -1, -1):
        other = line.at(earlier, "flow", "n")
        if other:
            return other.sense[:6] == flow.sense[:6]
    return False


def _is_change(context: Context, after: Cue, one: Quantity) -> bool:
    line = context.chunk.scan.line
    if after.part == "n":
        return one.kind == "money" and line.low(after.last) in {"in", "of", ",", ".", "from", "for"}
    plain = line.low(after.first - 1) == "," or after.first > one.last + 6
    plain = plain or context.chunk.role(after.last) == "quantity"
    return not plain and line.low(after.last) not in {"to", "from"}


def _passed(context: Context, place: int) -> Frame:
    one, line = context.quantities[place], context.chunk.scan.line
    around = line.lows(one.first - 3, one.first)
    if "peak" in around or any(line.till(at, "peak") for at in range(one.first - 3, one.first)):
        return Frame("level", before=True, noted="peak")
    if "the" in line.lows(one.first - 1, one.first) and line.low(one.last) in {"of", "set", "in"}:
        return Frame("level", before=True, noted="peak")
    first = line.within(0, len(line.tokens), "first")
    if first and abs(first.first - one.last) < 12:
        return Frame("threshold", hedge="over")
    return Frame("level", hedge=one.hedge or "over")


def _change(context: Context, place: int) -> Frame | None:
    """Return the change that "by", "up" or "an increase of" makes of an amount."""
    line, (word, at) = context.chunk.scan.line, context.lead(place)
    if word == "or" and place and context.frames[place - 1].measure in {"growth", "change"}:
        return Frame("change", context.frames[place - 1].sign)
    cue = line.till(at, "grow")
    if cue and not context.odd(cue):
        return Frame("change", SIGN[cue.sense])
    if word == "by" and _excess(context, place):
        return Frame("level", noted="excess")
    if word == "by":
        found = context.governor(place) or _gapping_grow(context, place)
        return Frame("change", SIGN[found.sense]) if found and found.kind == "grow" else None
    if word == "of" and line.till(at - 1, "grow", "n") and not line.till(at - 1, "level"):
        found = line.till(at - 1, "grow", "n")
        return Frame("change", SIGN[found.sense]) if found else None
    return None


def _excess(context: Context, place: int) -> bool:
    """Whether an amount is by how much one flow exceeds another."""
    line = context.chunk.scan.line
    for at in range(context.quantities[place].first - 1, -1, -1):
        if context.chunk.role(at) == "mark":
            return False
        if line.low(at) in EXCEED:
            return (
                place > 0 and line.within(at, context.quantities[place].first, "flow") is not None
            )
    return False


def _gapping_grow(context: Context, place: int) -> Cue | None:
    line = context.chunk.scan.line
    for at in range(context.quantities[place].first - 1, -1, -1):
        cue = line.till(at, "grow")
        if cue:
            return cue
    return None


def _growth_is(context: Context, place: int) -> Frame | None:
    """Return the change in "growth in exports was equivalent to X"."""
    line = context.chunk.scan.line
    if place or context.quantities[place].kind != "money":
        return None
    cue = context.governor(place)
    if cue is None or cue.kind not in {"level", "share"}:
        return None
    subject = line.within(0, cue.first, "grow")
    if subject and subject.part == "n" and line.low(subject.last) in {"in", "of"}:
        return Frame("change", SIGN[subject.sense])
    return None


def price(context: Context, place: int) -> Frame:
    """Return the frame of a unit price."""
    word, _ = context.lead(place)
    return Frame("price", before=word == "from")
