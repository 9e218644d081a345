"""What a quantity measures, from the words around it: growth, share, level, change …"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from portbook.claims.read.lexicon import Cue
from portbook.claims.read.phrases import Chunker
from portbook.claims.read.quantity import Quantity

SIGN = {"+": 1, "-": -1, "w": 1, "n": -1}
RELATIVE = frozenset({"percent", "fraction"})
PREPOSITIONS = frozenset({"to", "by", "from", "at", "of", "or", "(", "and", "with", "for", "in", "as"})
ASIDE = frozenset({"a", "an", "the", "about", "some", "further", "another", "only", "just", "also",
                   "revised", "cumulative", "monthly", "total", "combined", "'s"})  # fmt: skip
NOT_UP = frozenset({"the", "of", "set", "sets", "setting", "made", "make", "took", "opened", "built",
                    "signed", "ended", "end", "take", "takes", "taken", "making", "makes"})  # fmt: skip
"""Behind these, "up" and "more" say nothing of growth."""
REACH = 14
"""The word that says what a figure measures stands at most so many tokens before it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What one quantity measures.

    Parameters
    ----------
    sign
        The direction of a growth or change, in the sense of the words.
    before
        Whether it is the figure that another is compared with.
    whole
        Whether it is a share of a whole named behind it.
    """

    measure: str
    sign: int = 1
    before: bool = False
    whole: bool = False
    hedge: str | None = None
    unit: str | None = None
    noted: str = ""


@dataclass(slots=True)
class Framer:
    """The frames of one line, found from left to right."""

    chunk: Chunker
    quantities: tuple[Quantity, ...]
    frames: list[Frame] = field(default_factory=list)
    index: bool = False

    def all(self) -> list[Frame]:
        """Return the frame of every quantity of the line, in order."""
        for place in range(len(self.quantities)):
            self.frames.append(self._frame(place))
        return self.frames

    def _frame(self, place: int) -> Frame:
        one = self.quantities[place]
        match one.kind:
            case "record":
                return Frame("record")
            case "streak" | "rank" | "lately":
                return Frame("ordinal")
            case "price":
                return self._price(place)
            case "percent" | "fraction":
                return self._percent(place)
            case "multiple":
                return Frame("growth", 1)
            case "times":
                return self._times(place)
            case "points":
                return self._points(place)
        return self._amount(place)

    # -- the words around ---------------------------------------------------------------------

    def floor(self, place: int) -> int:
        """Return the first token that belongs to a quantity's left context."""
        line, first = self.chunk.scan.line, self.quantities[place].first
        start = self.quantities[place - 1].last if place else 0
        start = max(start, first - REACH)
        for at in range(first - 1, start - 1, -1):
            if line.low(at) in {";", ":"}:
                return at + 1
        return start

    def lead(self, place: int) -> tuple[str, int]:
        """Return the word that binds a quantity to what stands before, and where it is."""
        line, one = self.chunk.scan.line, self.quantities[place]
        at, hedged = one.first - 1, one.hedge is None
        for _ in range(8):
            hedge = None if hedged else line.till(at, "hedge")
            if hedge:
                at, hedged = hedge.first - 1, True
            elif line.low(at) == "of" and self._peak(at - 1) is not None:
                at = self._peak(at - 1) or 0
            elif self.chunk.role(at) == "moment" and at < one.first - 1:
                at -= 1
            elif line.low(at) in ASIDE or self.chunk.role(at) == "own":
                at -= 1
            elif line.till(at, "basis") and line.till(at, "basis").sense == "first":  # type: ignore[union-attr]
                at = line.till(at, "basis").first - 1  # type: ignore[union-attr]
            elif line.till(at, "record") and self.chunk.role(at) == "quantity":
                at -= 1
            else:
                break
        return line.low(at), at

    def _peak(self, at: int) -> int | None:
        """Return the token before "the previous peak" or "the January level"; None for others."""
        line = self.chunk.scan.line
        peak = line.till(at, "peak")
        if peak:
            return peak.first - 1
        return at - 1 if line.low(at) in {"level", "figure", "value", "high"} else None

    def governor(self, place: int, at: int | None = None) -> Cue | None:
        """Return the nearest word before a quantity that says what it measures."""
        line, floor = self.chunk.scan.line, self.floor(place)
        at = self.lead(place)[1] if at is None else at
        while at >= floor:
            found = self._cue(at)
            if found and found.first >= floor:
                return found
            at -= 1
        return None

    def _cue(self, at: int) -> Cue | None:
        line = self.chunk.scan.line
        if self.chunk.role(at) == "moment":
            return None
        found = [line.till(at, kind) for kind in ("grow", "pass", "contrib", "share", "level")]
        cues = [cue for cue in found if cue and not self._odd(cue)]
        return max(cues, key=lambda cue: cue.last - cue.first, default=None)

    def _odd(self, cue: Cue) -> bool:
        """Whether a cue is part of something else: a hedge, "or", "at least", "more than"."""
        line = self.chunk.scan.line
        hedge = line.at(cue.first, "hedge") or line.till(cue.last - 1, "hedge")
        if hedge and hedge.last - hedge.first >= cue.last - cue.first:
            return True
        if cue.part == "a" and line.low(cue.first - 1) in NOT_UP:
            return True
        return line.low(cue.first) in {"or", "for", "being"} or bool(line.till(cue.last - 1, "peak"))

    def right_grow(self, at: int) -> Cue | None:
        """Return the word of growth directly behind: "higher", "more than", "rise"."""
        line = self.chunk.scan.line
        if line.low(at) == "(":
            at = self._closing(at)
        for place in (at, at + 1, at + 2):
            cue = line.at(place, "grow", "an")
            if cue:
                return cue
            if not (line.at(place, "since") or line.at(place, "plain") or line.at(place, "own")):
                return None
        return None

    def _closing(self, at: int) -> int:
        line = self.chunk.scan.line
        for place in range(at, min(at + 8, len(line.tokens))):
            if line.low(place) == ")":
                return place + 1
        return at

    def run_end(self, place: int) -> int:
        """Return the last of the quantities of one kind listed with this one."""
        line, last = self.chunk.scan.line, place
        while last + 1 < len(self.quantities):
            one, two = self.quantities[last], self.quantities[last + 1]
            between = line.lows(one.last, two.first)
            if two.kind != one.kind or not between or any(word not in {",", "and"} for word in between):
                break
            last += 1
        return last

    def run_start(self, place: int) -> int:
        """Return the first of the quantities of one kind listed with this one."""
        first = place
        while first > 0 and self.run_end(first - 1) >= place:
            first -= 1
        return first

    # -- percentages --------------------------------------------------------------------------

    def _percent(self, place: int) -> Frame:
        one, line = self.quantities[self.run_end(place)], self.chunk.scan.line
        if line.low(one.last) == "of" or (one.kind == "fraction" and line.low(one.last) == "the"):
            return self._of(place, one.last)
        after = self.right_grow(one.last)
        if after and not self._starts_anew(after):
            return Frame("growth", SIGN[after.sense], before=after.part == "n" and self._against(place))
        if line.at(one.last, "share", "n"):
            return Frame("share", whole=True)
        start = self.run_start(place)
        if start < place:
            return self.frames[place - 1]
        found = self._percent_left(place)
        return replace(found, before=True) if self._against(place) else found

    def _against(self, place: int) -> bool:
        """Whether a percentage is what another is compared with."""
        line, (word, at) = self.chunk.scan.line, self.lead(place)
        if word == "of" and line.till(at - 1, "grow", "n"):
            at -= 2
        cue = line.till(at, "compare")
        return cue is not None and word != "from" and not line.till(at, "grow")

    def _starts_anew(self, cue: Cue) -> bool:
        """Whether "up" behind a percentage governs what follows: "5 percent up to 7"."""
        return self.chunk.scan.line.low(cue.last) in {"to", "from"} and cue.part == "a" and False

    def _of(self, place: int, at: int) -> Frame:
        """Return the frame of "N percent of …"."""
        line = self.chunk.scan.line
        end = at + 1
        while end < len(line.tokens) and self.chunk.role(end) not in {"quantity", "mark", "verb"}:
            if line.at(end, "grow", "n"):
                return Frame("contribution_share", self._direction(place), whole=True)
            end += 1
        if end < len(line.tokens) and self.chunk.role(end) == "quantity":
            behind = line.at(end, "grow", "n") or self._growth_behind(end)
            if behind:
                return Frame("contribution_share", self._direction(place), whole=True)
        target = line.within(at, end, "basis")
        if target and target.sense == "target" and float(self.quantities[place].value) > 100:
            return Frame("ratio")
        return Frame("share", whole=True)

    def _growth_behind(self, at: int) -> bool:
        for one in self.quantities:
            if one.first == at:
                return bool(self.chunk.scan.line.at(one.last, "grow", "n"))
        return False

    def _direction(self, place: int) -> int:
        cue = self.governor(place)
        return -1 if cue and cue.kind == "contrib" and cue.sense == "-" else 1

    def _percent_left(self, place: int) -> Frame:
        word, at = self.lead(place)
        if word in {"(", "or", "and"} and place:
            tied = self._tied(place, word)
            if tied:
                return tied
        if word in {"to", "at", "from"}:
            level = self._rate(place, word)
            if level:
                return level
        cue = self.governor(place)
        if cue is None:
            return self._gapped(place)
        if cue.kind == "grow":
            return Frame("growth", SIGN[cue.sense])
        if cue.kind == "share":
            return Frame("share")
        if cue.kind == "level" and self._sharing(place):
            return Frame("share")
        if cue.kind == "contrib":
            return Frame("contribution_share", SIGN[cue.sense]) if at >= 0 else Frame("share")
        further = self.governor(place, cue.first - 1)
        if further and further.kind == "grow":
            return Frame("growth", SIGN[further.sense])
        return self._gapped(place)

    def _tied(self, place: int, word: str) -> Frame | None:
        """Return what a percentage in parentheses, or behind "or", says of the figure before."""
        before, line = self.frames[place - 1], self.chunk.scan.line
        adjacent = self.lead(place)[1] - self.quantities[place - 1].last <= 1
        if not adjacent:
            return None
        if before.measure == "change":
            return Frame("growth", before.sign)
        if word == "and":
            return before if before.measure in {"growth", "share"} and self._bare(place) else None
        if before.measure == "level" and word == "or":
            return Frame("share")
        if before.measure == "level" and line.low(self.quantities[place].last) == ")":
            last = self._last_relative(place)
            return last or Frame("growth")
        return None

    def _bare(self, place: int) -> bool:
        """Whether nothing but "and" or a comma stands before a quantity."""
        line, one = self.chunk.scan.line, self.quantities[place]
        between = line.lows(self.quantities[place - 1].last, one.first)
        return all(word in {",", "and"} for word in between)

    def _rate(self, place: int, word: str) -> Frame | None:
        """Return a share or a growth rate that is itself a level: "fell to 28.6 percent"."""
        before = word == "from"
        if self._sharing(place):
            return Frame("share", before=before)
        line = self.chunk.scan.line
        subject = self.chunk.scan.line.within(max(0, self.floor(place) - 6), self.lead(place)[1], "grow")
        if subject and subject.part == "n" and not self._measured(place):
            return Frame("growth", SIGN[subject.sense], before=before)
        if before and place and self.frames[place - 1].measure in {"growth", "share"}:
            return replace(self.frames[place - 1], before=True)
        return None if line else None

    def _measured(self, place: int) -> bool:
        """Whether a word of growth before belongs to another percentage."""
        return any(frame.measure == "growth" for frame in self.frames[max(0, place - 1) : place])

    def _sharing(self, place: int) -> bool:
        """Whether the sentence speaks of a share up to a quantity."""
        line, one = self.chunk.scan.line, self.quantities[place]
        for at in range(one.first - 1, -1, -1):
            if line.low(at) in {";", "."}:
                return False
            if line.at(at, "share", "n"):
                return self.chunk.role(at - 1) != "quantity"
            if self.chunk.role(at) == "flow" and not self._of_share(at):
                return self._of_share(at)
        return False

    def _of_share(self, at: int) -> bool:
        """Whether a flow is what a share is taken of: "its share of exports"."""
        line = self.chunk.scan.line
        return any(line.at(place, "share", "n") for place in range(max(0, at - 7), at))

    def _last_relative(self, place: int) -> Frame | None:
        for earlier in range(place - 1, -1, -1):
            if self.frames[earlier].measure in {"growth", "share", "contribution_share"}:
                found = self.frames[earlier]
                return Frame(found.measure, found.sign)
        return None

    def _gapped(self, place: int) -> Frame:
        """Return the frame of the percentage before, where the verb is left out."""
        line, one = self.chunk.scan.line, self.quantities[place]
        found = self._last_relative(place)
        if found:
            return found
        if any(each.kind == "rank" for each in self.quantities[:place]):
            return Frame("share")
        if self._sharing(place):
            return Frame("share")
        for at in range(one.last, len(line.tokens)):
            cue = line.at(at, "grow", "an")
            if cue and self.chunk.role(at) != "quantity":
                return Frame("growth", SIGN[cue.sense])
            if self.chunk.role(at) == "quantity":
                break
        for at in range(one.first - 1, -1, -1):
            cue = line.at(at, "grow")
            if cue:
                return Frame("growth", SIGN[cue.sense])
            if line.at(at, "share", "v"):
                return Frame("share")
        return Frame("growth")

    # -- points and multiples -----------------------------------------------------------------

    def _points(self, place: int) -> Frame:
        line, one = self.chunk.scan.line, self.quantities[place]
        after = self.right_grow(one.last)
        cue = self.governor(place)
        if line.lows(one.last, one.last + 2) == ["of", "growth"]:
            return Frame("growth", unit="percent")
        if after and after.part == "a":
            return Frame("pp_change", SIGN[after.sense])
        if line.low(one.last) in {"of", "to"} and self._adds(one.last):
            return Frame("contribution_pp", self._direction(place), whole=True)
        for contrib in (cue, self._contrib(place)):
            if contrib and contrib.kind == "contrib" and not self._sharing(place):
                return Frame("contribution_pp", SIGN[contrib.sense])
        if after:
            return Frame("pp_change", SIGN[after.sense])
        if cue and cue.kind == "grow":
            return Frame("pp_change", SIGN[cue.sense])
        return Frame("pp_change", self._sign_before(place))

    def _contrib(self, place: int) -> Cue | None:
        """Return the word of contribution nearest before, over other words of growth."""
        line, floor = self.chunk.scan.line, 0
        for at in range(self.quantities[place].first - 1, floor - 1, -1):
            if line.low(at) in {";", ".", ":"}:
                return None
            cue = line.at(at, "contrib")
            if cue and not any(one.first > at for one in self.quantities[:place] if one.kind != "percent"):
                return cue
        return None

    def _adds(self, at: int) -> bool:
        """Whether points are "of the growth" or "to that growth"."""
        line = self.chunk.scan.line
        return any(line.at(place, "grow", "n") for place in range(at + 1, min(at + 9, len(line.tokens))))

    def _sign_before(self, place: int) -> int:
        line = self.chunk.scan.line
        for at in range(self.quantities[place].first - 1, -1, -1):
            cue = line.till(at, "grow")
            if cue:
                return SIGN[cue.sense]
        return 1

    def _times(self, place: int) -> Frame:
        one = self.quantities[place]
        cue = self.governor(place)
        if one.sort == "fold" and cue and cue.kind == "grow":
            noted = "added" if cue.part in "na" else "fold"
            return Frame("growth", SIGN[cue.sense], noted=noted)
        if cue and cue.kind == "grow" and self.chunk.scan.line.low(one.last) not in {"the", "that", "as"}:
            return Frame("growth", SIGN[cue.sense], noted="added" if cue.part == "n" else "fold")
        return Frame("ratio")

    def _price(self, place: int) -> Frame:
        word, _ = self.lead(place)
        return Frame("price", before=word == "from")

    # -- amounts ------------------------------------------------------------------------------

    def _amount(self, place: int) -> Frame:
        one, line = self.quantities[place], self.chunk.scan.line
        word, at = self.lead(place)
        after = self.right_grow(one.last)
        if after and self._is_change(after, one):
            return Frame("change", SIGN[after.sense])
        if word == "from" or line.till(at, "compare") or self._outdone(place, at):
            return Frame("level", before=self._compares(place, word))
        if word == "of" and self._held_against(place, at):
            return Frame("level", before=True)
        growth = self._growth_is(place)
        if growth:
            return growth
        passed = line.till(at, "pass")
        if passed and passed.part == "v":
            return self._passed(place)
        if word in {"to", "at"}:
            return Frame("level")
        first = line.at(one.last, "first")
        reached = self.governor(place)
        if first and reached and reached.kind == "level" and not self._passes():
            return Frame("threshold", hedge="over")
        change = self._change(place, word, at)
        if change:
            return change
        return Frame("level")

    def _passes(self) -> bool:
        """Whether some mark of the line is passed in so many words."""
        line = self.chunk.scan.line
        return any(line.at(at, "pass", "v") for at in range(len(line.tokens)))

    def _outdone(self, place: int, at: int) -> bool:
        """Whether an amount is what another lies above: "3 percent above the $226 billion"."""
        if not place:
            return False
        line, before = self.chunk.scan.line, self.quantities[place - 1]
        if before.kind == "times" and before.last == at + 1:
            return True
        cue = line.till(at, "grow", "a")
        return cue is not None and cue.first <= before.last + 1 and at < self.quantities[place].first - 1

    def _held_against(self, place: int, at: int) -> bool:
        """Whether "a surplus of X" is what another surplus is held against."""
        line = self.chunk.scan.line
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

    def _is_change(self, after: Cue, one: Quantity) -> bool:
        line = self.chunk.scan.line
        if after.part == "n":
            return one.kind == "money" and line.low(after.last) in {"in", "of", ",", ".", "from", "for"}
        plain = line.low(after.first - 1) == "," or after.first > one.last + 6
        plain = plain or self.chunk.role(after.last) == "quantity"
        return not plain and line.low(after.last) not in {"to", "from"}

    def _compares(self, place: int, word: str) -> bool:
        return not (word == "from" and self.chunk.scan.line.low(self.lead(place)[1] + 1) == "place")

    def _passed(self, place: int) -> Frame:
        one, line = self.quantities[place], self.chunk.scan.line
        around = line.lows(one.first - 3, one.first)
        if "peak" in around or any(line.till(at, "peak") for at in range(one.first - 3, one.first)):
            return Frame("level", before=True)
        if "the" in line.lows(one.first - 1, one.first) and line.low(one.last) in {"of", "set", "in"}:
            return Frame("level", before=True)
        first = line.within(0, len(line.tokens), "first")
        if first and abs(first.first - one.last) < 12:
            return Frame("threshold", hedge="over")
        return Frame("level", hedge=one.hedge or "over")

    def _change(self, place: int, word: str, at: int) -> Frame | None:
        """Return the change that "by", "up" or "an increase of" makes of an amount."""
        line = self.chunk.scan.line
        if word == "or" and place and self.frames[place - 1].measure in {"growth", "change"}:
            return Frame("change", self.frames[place - 1].sign)
        cue = line.till(at, "grow")
        if cue and not self._odd(cue):
            return Frame("change", SIGN[cue.sense])
        if word == "by":
            found = self.governor(place) or self._gapping_grow(place)
            return Frame("change", SIGN[found.sense]) if found and found.kind == "grow" else None
        if word == "of" and line.till(at - 1, "grow", "n") and not line.till(at - 1, "level"):
            found = line.till(at - 1, "grow", "n")
            return Frame("change", SIGN[found.sense]) if found else None
        return self._growth_is(place)

    def _gapping_grow(self, place: int) -> Cue | None:
        line = self.chunk.scan.line
        for at in range(self.quantities[place].first - 1, -1, -1):
            cue = line.till(at, "grow")
            if cue:
                return cue
        return None

    def _growth_is(self, place: int) -> Frame | None:
        """Return the change in "growth in exports was equivalent to X"."""
        line = self.chunk.scan.line
        if place or self.quantities[place].kind != "money":
            return None
        cue = self.governor(place)
        if cue is None or cue.kind not in {"level", "share"}:
            return None
        subject = line.within(0, cue.first, "grow")
        if subject and subject.part == "n" and line.low(subject.last) in {"in", "of"}:
            return Frame("change", SIGN[subject.sense])
        return None
