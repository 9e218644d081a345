"""The words around a quantity: what binds it, what governs it, what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.lexicon import Cue
from portbook.claims.read.quantity import Quantity

SIGN = {"+": 1, "-": -1, "w": 1, "n": -1}
ASIDE = frozenset(
    {
        "a",
        "an",
        "the",
        "about",
        "some",
        "further",
        "another",
        "only",
        "just",
        "also",
        "revised",
        "cumulative",
        "monthly",
        "total",
        "combined",
        "'s",
    }
)
"""These may stand between a quantity and the word that binds it."""
NOT_UP = frozenset(
    {
        "the",
        "of",
        "set",
        "sets",
        "setting",
        "made",
        "make",
        "took",
        "opened",
        "built",
        "signed",
        "ended",
        "end",
        "take",
        "takes",
        "taken",
        "making",
    }
)
"""Behind these, "up" and "more" say nothing of growth."""
LISTED = 12
"""At most so many figures are listed one after the other."""
ASIDES = 8
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
class Context:
    """The quantities of a line in their words, and the frames found so far, left to right."""

    chunk: Chunker
    quantities: tuple[Quantity, ...]
    frames: list[Frame] = field(default_factory=list)
    index: bool = False
    prior: Frame | None = None

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
        for _ in range(ASIDES):
            hedge = None if hedged else line.till(at, "hedge")
            step = hedge.first - 1 if hedge else self._aside(at, one)
            hedged = hedged or hedge is not None
            if step is None:
                break
            at = step
        return line.low(at), at

    def _aside(self, at: int, one: Quantity) -> int | None:
        """Return the token before one that may stand aside; None where it may not."""
        line, role = self.chunk.scan.line, self.chunk.role(at)
        if line.low(at) == "of" and self.peak(at - 1) is not None:
            return self.peak(at - 1)
        first = line.till(at, "basis")
        if first and first.sense == "first":
            return first.first - 1
        passing = (role == "moment" and at < one.first - 1) or line.low(at) in ASIDE
        passing = passing or role == "own" or (role == "adv" and not line.till(at, "hedge"))
        passing = passing or (role == "quantity" and line.till(at, "record") is not None)
        return at - 1 if passing else None

    def peak(self, at: int) -> int | None:
        """Return the token before "the previous peak" or "the January level"; None for others."""
        line = self.chunk.scan.line
        peak = line.till(at, "peak")
        if peak:
            return peak.first - 1
        return at - 1 if line.low(at) in {"level", "figure", "value", "high"} else None

    def governor(self, place: int, at: int | None = None) -> Cue | None:
        """Return the nearest word before a quantity that says what it measures."""
        floor = self.floor(place)
        at = self.lead(place)[1] if at is None else at
        while at >= floor:
            found = self.cue(at)
            if found and found.first >= floor:
                return found
            at -= 1
        return None

    def cue(self, at: int) -> Cue | None:
        """Return the word ending at a token that says what a figure measures."""
        line = self.chunk.scan.line
        if self.chunk.role(at) == "moment":
            return None
        found = [line.till(at, kind) for kind in ("grow", "pass", "contrib", "share", "level")]
        cues = [cue for cue in found if cue and not self.odd(cue)]
        return max(cues, key=lambda cue: cue.last - cue.first, default=None)

    def odd(self, cue: Cue) -> bool:
        """Whether a cue is part of something else: a hedge, "or", "at least", "more than"."""
        line = self.chunk.scan.line
        hedge = line.at(cue.first, "hedge") or line.till(cue.last - 1, "hedge")
        if hedge and hedge.last - hedge.first >= cue.last - cue.first:
            return True
        if cue.part == "a" and line.low(cue.first - 1) in NOT_UP:
            return True
        return line.low(cue.first) in {"or", "for", "being"} or bool(
            line.till(cue.last - 1, "peak")
        )

    def right_grow(self, at: int) -> Cue | None:
        """Return the word of growth directly behind: "higher", "more than", "rise"."""
        line = self.chunk.scan.line
        if line.low(at) == "(":
            at = self.closing(at)
        for place in (at, at + 1, at + 2):
            cue = line.at(place, "grow", "an")
            if cue:
                return cue
            if not (line.at(place, "since") or line.at(place, "plain") or line.at(place, "own")):
                return None
        return None

    def closing(self, at: int) -> int:
        """Return the token behind the parentheses that open at one."""
        line = self.chunk.scan.line
        for place in range(at, min(at + 8, len(line.tokens))):
            if line.low(place) == ")":
                return place + 1
        return at

    def run_end(self, place: int) -> int:
        """Return the last of the quantities of one kind listed with this one."""
        line, last = self.chunk.scan.line, place
        while last + 1 < min(len(self.quantities), place + LISTED):
            one, two = self.quantities[last], self.quantities[last + 1]
            between = line.lows(one.last, two.first)
            if (
                two.kind != one.kind
                or not between
                or any(word not in {",", "and"} for word in between)
            ):
                break
            last += 1
        return last

    def run_start(self, place: int) -> int:
        """Return the first of the quantities of one kind listed with this one."""
        first = place
        while first > max(0, place - LISTED) and self.run_end(first - 1) >= place:
            first -= 1
        return first

    def direction(self, place: int) -> int:
        """Return the direction of a contribution."""
        cue = self.governor(place)
        return -1 if cue and cue.kind == "contrib" and cue.sense == "-" else 1

    def sharing(self, place: int) -> bool:
        """Whether the sentence speaks of a share up to a quantity."""
        line, one = self.chunk.scan.line, self.quantities[place]
        for at in range(one.first - 1, -1, -1):
            if line.low(at) in {";", "."}:
                return False
            if self.chunk.role(at) == "quantity":
                continue
            if line.at(at, "share", "n"):
                return self.chunk.role(at - 1) != "quantity"
            if self.chunk.role(at) == "flow" and not self.of_share(at):
                return self.of_share(at)
        return False

    def of_share(self, at: int) -> bool:
        """Whether a flow is what a share is taken of: "its share of exports"."""
        line = self.chunk.scan.line
        return any(line.at(place, "share", "n") for place in range(max(0, at - 7), at))

    def last_relative(self, place: int) -> Frame | None:
        """Return the frame of the percentage before in the line."""
        for earlier in range(place - 1, -1, -1):
            if self.frames[earlier].measure in {"growth", "share", "contribution_share"}:
                found = self.frames[earlier]
                return Frame(found.measure, found.sign)
        return None

    def bare(self, place: int) -> bool:
        """Whether nothing but "and" or a comma stands before a quantity."""
        line, one = self.chunk.scan.line, self.quantities[place]
        between = line.lows(self.quantities[place - 1].last, one.first)
        return all(word in {",", "and"} for word in between)

    def against(self, place: int) -> bool:
        """Whether a percentage is what another is compared with."""
        line, (word, at) = self.chunk.scan.line, self.lead(place)
        if word == "of" and line.till(at - 1, "grow", "n"):
            at -= 2
        cue = line.till(at, "compare")
        return cue is not None and word != "from" and not line.till(at, "grow")

    def measured(self, place: int) -> bool:
        """Whether a word of growth before belongs to another percentage."""
        return any(frame.measure == "growth" for frame in self.frames[max(0, place - 1) : place])
