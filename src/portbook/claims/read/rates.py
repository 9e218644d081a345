"""What a percentage, points or a multiple measure: growth, share, contribution, ratio."""

from __future__ import annotations

from dataclasses import replace

from portbook.claims.read.amounts import amount
from portbook.claims.read.context import SIGN, Context, Frame
from portbook.claims.read.lexicon import Cue

COVERS = frozenset({"cover", "covers", "covered", "covering"})


def percent(context: Context, place: int) -> Frame:
    """Return what a percentage or fraction measures."""
    one, line = context.quantities[context.run_end(place)], context.chunk.scan.line
    if line.low(one.last) == "of" or (one.kind == "fraction" and line.low(one.last) == "the"):
        return _of(context, place, one.last)
    after = context.right_grow(one.last)
    if after:
        return Frame(
            "growth", SIGN[after.sense], before=after.part == "n" and context.against(place)
        )
    if line.at(one.last, "share", "n"):
        return Frame("share", whole=True)
    if _of_growth(context, place):
        return Frame("contribution_share", whole=True)
    start = context.run_start(place)
    if start < place:
        return context.frames[place - 1]
    found = _percent_left(context, place)
    return replace(found, before=True) if context.against(place) else found


def _of_growth(context: Context, place: int) -> bool:
    """Whether the subject is "the share of growth"."""
    line = context.chunk.scan.line
    for at in range(context.quantities[place].first - 1, -1, -1):
        if context.chunk.role(at) == "quantity" or line.low(at) in {";", "."}:
            return False
        if line.at(at, "share", "n"):
            return line.low(at + 1) == "of" and _growth_noun(context, at + 2)
    return False


def _growth_noun(context: Context, at: int) -> bool:
    """Whether a word for growth stands at a token or a few on, before any verb."""
    for place in range(at, at + 5):
        if context.chunk.role(place) in {"verb", "mark", "quantity", "end"}:
            return False
        if context.chunk.scan.line.at(place, "grow", "n"):
            return True
    return False


def _of(context: Context, place: int, at: int) -> Frame:
    """Return the frame of "N percent of …"."""
    line = context.chunk.scan.line
    end = at + 1
    while end < len(line.tokens) and context.chunk.role(end) not in {"quantity", "mark", "verb"}:
        if line.at(end, "grow", "n"):
            return Frame("contribution_share", context.direction(place), whole=True)
        end += 1
    if end < len(line.tokens) and context.chunk.role(end) == "quantity":
        behind = line.at(end, "grow", "n") or _growth_behind(context, end)
        if behind:
            return Frame("contribution_share", context.direction(place), whole=True)
    cue = context.governor(place)
    if cue and line.low(cue.first) in COVERS:
        return Frame("ratio", whole=True)
    target = line.within(at, end, "basis")
    if target and target.sense == "target" and float(context.quantities[place].value) > 100:
        return Frame("ratio")
    return Frame("share", whole=True)


def _growth_behind(context: Context, at: int) -> bool:
    for one in context.quantities:
        if one.first == at:
            return bool(context.chunk.scan.line.at(one.last, "grow", "n"))
    return False


def _percent_left(context: Context, place: int) -> Frame:
    word, _ = context.lead(place)
    if word in {"(", "or", "and"} and place:
        tied = _tied(context, place, word)
        if tied:
            return tied
    if word in {"to", "at", "from"}:
        level = _rate(context, place, word)
        if level:
            return level
    cue = context.governor(place)
    found = _governed(context, place, cue) if cue else None
    return found or _gapped(context, place)


def _governed(context: Context, place: int, cue: Cue) -> Frame | None:
    """Return the frame that the nearest word before gives a percentage."""
    if cue.kind == "grow":
        return Frame("growth", SIGN[cue.sense])
    if cue.kind == "contrib":
        return Frame("contribution_share", SIGN[cue.sense])
    if cue.kind == "share" or (cue.kind == "level" and context.sharing(place)):
        return Frame("share")
    further = context.governor(place, cue.first - 1)
    return Frame("growth", SIGN[further.sense]) if further and further.kind == "grow" else None


def _tied(context: Context, place: int, word: str) -> Frame | None:
    """Return what a percentage in parentheses, or behind "or", says of the figure before."""
    before, line = context.frames[place - 1], context.chunk.scan.line
    adjacent = context.lead(place)[1] - context.quantities[place - 1].last <= 1
    if not adjacent:
        return None
    if before.measure == "change":
        return Frame("growth", before.sign)
    if word == "and":
        return before if before.measure in {"growth", "share"} and context.bare(place) else None
    if before.measure == "pp_change" and word == "or":
        return Frame("growth", before.sign)
    if before.measure == "level" and word == "or":
        return _moved(context, place) or Frame("share")
    if before.measure == "level" and line.low(context.quantities[place].last) == ")":
        last = context.last_relative(place)
        return last or Frame("growth")
    return None


def _moved(context: Context, place: int) -> Frame | None:
    """Return the growth in "rose from X to Y, or 5 percent"."""
    if place < 2 or not context.frames[place - 2].before:
        return None
    line = context.chunk.scan.line
    for at in range(context.quantities[place - 2].first - 1, -1, -1):
        cue = line.till(at, "grow", "v")
        if cue:
            return Frame("growth", SIGN[cue.sense])
    return None


def _rate(context: Context, place: int, word: str) -> Frame | None:
    """Return a share or a growth rate that is itself a level: "fell to 28.6 percent"."""
    before = word == "from"
    if context.sharing(place):
        return Frame("share", before=before)
    subject = context.chunk.scan.line.within(
        max(0, context.floor(place) - 6), context.lead(place)[1], "grow"
    )
    if subject and subject.part == "n" and not context.measured(place):
        return Frame("growth", SIGN[subject.sense], before=before, noted="rate")
    if before and place and context.frames[place - 1].measure in {"growth", "share"}:
        return replace(context.frames[place - 1], before=True)
    return None


def _gapped(context: Context, place: int) -> Frame:
    """Return the frame of the percentage before, where the verb is left out."""
    found = context.last_relative(place)
    if found:
        return found
    one = context.quantities[place]
    ranked = any(each.kind == "rank" for each in context.quantities[:place])
    if one.kind == "fraction" or ranked or context.sharing(place):
        return Frame("share")
    return _ahead(context, place) or _afar(context, place) or context.prior or Frame("growth")


def _ahead(context: Context, place: int) -> Frame | None:
    """Return the growth that a word further behind tells of."""
    line = context.chunk.scan.line
    for at in range(context.quantities[place].last, len(line.tokens)):
        if context.chunk.role(at) == "quantity":
            return None
        cue = line.at(at, "grow", "an")
        if cue:
            return Frame("growth", SIGN[cue.sense])
    return None


def _afar(context: Context, place: int) -> Frame | None:
    """Return what the nearest word before, however far, says."""
    line = context.chunk.scan.line
    for at in range(context.quantities[place].first - 1, -1, -1):
        cue = line.at(at, "grow")
        if cue:
            return Frame("growth", SIGN[cue.sense])
        if line.at(at, "share", "v"):
            return Frame("share")
    return None


def points(context: Context, place: int) -> Frame:
    """Return what a number of points measures."""
    line, one = context.chunk.scan.line, context.quantities[place]
    if context.index and not line.within(one.first, one.last, "percentage"):
        return _index_points(context, place)
    if line.lows(one.last, one.last + 2) == ["of", "growth"]:
        return Frame("growth", unit="percent")
    after = context.right_grow(one.last)
    if after and after.part == "a":
        return Frame("pp_change", SIGN[after.sense])
    return _contributed(context, place) or _shifted(context, place, after)


def _contributed(context: Context, place: int) -> Frame | None:
    """Return the points of growth that something adds."""
    last = context.quantities[place].last
    opening = context.chunk.scan.line.low(last)
    if opening in {"of", "to", "from"} and _adds(context, last):
        sign = -1 if opening == "from" else context.direction(place)
        return Frame("contribution_pp", sign, whole=True)
    for cue in (context.governor(place), _contrib(context, place)):
        if cue and cue.kind == "contrib" and not context.sharing(place):
            return Frame("contribution_pp", SIGN[cue.sense])
    return None


def _shifted(context: Context, place: int, after: Cue | None) -> Frame:
    """Return the points by which a share or rate moves."""
    cue = after or context.governor(place)
    if cue and cue.kind == "grow":
        return Frame("pp_change", SIGN[cue.sense])
    return Frame("pp_change", _sign_before(context, place))


def _index_points(context: Context, place: int) -> Frame:
    """Return the level or change of an index in its own points."""
    found = amount(context, place)
    return replace(found, unit="index")


def _contrib(context: Context, place: int) -> Cue | None:
    """Return the word of contribution nearest before, over other words of growth."""
    line, floor = context.chunk.scan.line, 0
    for at in range(context.quantities[place].first - 1, floor - 1, -1):
        if line.low(at) in {";", ".", ":"}:
            return None
        cue = line.at(at, "contrib")
        if cue and not any(
            one.first > at for one in context.quantities[:place] if one.kind != "percent"
        ):
            return cue
    return None


def _adds(context: Context, at: int) -> bool:
    """Whether points are "of the growth" or "to that growth"."""
    line = context.chunk.scan.line
    return any(
        line.at(place, "grow", "n") for place in range(at + 1, min(at + 9, len(line.tokens)))
    )


def _sign_before(context: Context, place: int) -> int:
    line = context.chunk.scan.line
    for at in range(context.quantities[place].first - 1, -1, -1):
        cue = line.till(at, "grow")
        if cue:
            return SIGN[cue.sense]
    return 1


def times(context: Context, place: int) -> Frame:
    """Return what a multiple measures: a ratio, or a growth."""
    one = context.quantities[place]
    cue = context.governor(place)
    if one.sort == "fold" and cue and cue.kind == "grow":
        noted = "added" if cue.part in "na" else "fold"
        return Frame("growth", SIGN[cue.sense], noted=noted)
    if (
        cue
        and cue.kind == "grow"
        and context.chunk.scan.line.low(one.last) not in {"the", "that", "as"}
    ):
        return Frame("growth", SIGN[cue.sense], noted="added" if cue.part == "n" else "fold")
    return Frame("ratio")
