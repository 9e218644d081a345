"""When: which period each figure of a line is of, and what growth is measured against."""

from __future__ import annotations

from dataclasses import dataclass, field

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.frames import Frame
from portbook.claims.read.quantity import Quantity
from portbook.claims.read.stretch import Moment, Today, resolve
from portbook.quantities import Period

UNTIMED = frozenset({"date", "none"})
SINCE = {1: "month", 3: "quarter", 12: "year"}
FAR = 8
"""A figure's period stands at most so many tokens behind it."""
LEADING = frozenset({"level", "figure", "value", "goal", "target", "'s"})
LISTED = 12
"""At most so many figures are listed before what they all are measured against."""
JOINTS = frozenset({"in", "of", "for", "during", "seen", "the", "that", "set", "recorded", "level",
                    "on", "over", "(", "at", "from"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A period, and the days of it where only some are meant."""

    period: Period | None
    days: tuple[int, int] | None = None


@dataclass(slots=True)
class Clock:
    """The periods of one line."""

    chunk: Chunker
    quantities: tuple[Quantity, ...]
    frames: list[Frame]
    today: Today
    now: When
    bound: dict[int, Moment] = field(default_factory=dict)
    found: list[When] = field(default_factory=list)

    def times(self) -> list[When]:
        """Return the period of every quantity; `now` ends as the line leaves it."""
        moments = [one for one in self.chunk.scan.moments if one.form not in UNTIMED]
        self._bind(moments)
        taken = {id(one) for place, one in self.bound.items() if self.frames[place].before}
        taken |= {id(one) for one in self.bound.values() if self._possessed(one)}
        taken |= {id(one) for place, one in self.bound.items() if self._aside_from(place)}
        main = [one for one in moments if not self._aside(one) and id(one) not in taken]
        found, used = self.found, 0
        for place, one in enumerate(self.quantities):
            while used < len(main) and main[used].first < one.first:
                self.now = self._resolved(main[used])
                used += 1
            if used == 0 and main and self._ahead(main, place):
                self.now = self._resolved(main[0])
            found.append(self._own(place))
        for rest in main[used:]:
            self.now = self._resolved(rest)
        return found

    def _aside_from(self, place: int) -> bool:
        """Whether a figure's period is its own: a target's, or that of working days."""
        line, last = self.chunk.scan.line, self.quantities[place].last
        return self._aimed(place) or "days" in line.lows(last, last + 2)

    def _aimed(self, place: int) -> bool:
        """Whether a figure is a target: "the RM1.73 trillion target set for 2025"."""
        aim = self.chunk.scan.line.at(self.quantities[place].last, "basis")
        return aim is not None and aim.sense == "target"

    def _possessed(self, moment: Moment) -> bool:
        """Whether a period only owns a figure: "to beat last year's $1.39 billion"."""
        line = self.chunk.scan.line
        owns = line.low(moment.last - 1) == "'s" or line.low(moment.last) == "'s"
        at = moment.last + (line.low(moment.last) == "'s")
        return owns and self.chunk.role(at) == "quantity"

    def _aside(self, moment: Moment) -> bool:
        """Whether a period only times what something is compared with, or aimed at."""
        line = self.chunk.scan.line
        if moment.compared:
            return True
        target = line.at(moment.last, "basis")
        if target and target.sense == "target":
            return True
        for at in range(moment.first - 1, -1, -1):
            cue = line.till(at, "compare")
            if line.low(at) == "to" and not cue:
                return False
            if cue and self.chunk.role(at) != "adv" and not self._flowing(at + 1):
                return line.low(at + 1) not in {"calendar", "seasonal", "it"}
            if self.chunk.role(at) in {"mark", "conj", "verb"}:
                return False
        return False

    def _flowing(self, at: int) -> bool:
        """Whether "from exports" or "from Japan" follows: no comparison."""
        return self.chunk.role(at) in {"flow", "place"}

    def _ahead(self, main: list[Moment], place: int = 0) -> bool:
        """Whether the first period of a line, said later, already holds for a quantity."""
        if not self.quantities:
            return False
        line = self.chunk.scan.line
        between = line.lows(self.quantities[place].last, main[0].first)
        stop = {";", "while", "whereas", "although"}
        return self.now.period is None or (
            not stop & set(between) and not self._switch(place, main[0])
        )

    def _switch(self, place: int, moment: Moment) -> bool:
        """Whether another clause begins between a quantity and a period."""
        line = self.chunk.scan.line
        for at in range(self.quantities[place].last, moment.first):
            if line.low(at) == "," and self.chunk.role(at + 1) == "conj":
                return True
        return False

    def _bind(self, moments: list[Moment]) -> None:
        """Tie each period to the quantity directly before it."""
        for place in range(len(self.quantities)):
            behind = next((one for one in moments if self._follows(place, one)), None)
            if behind is not None:
                self.bound[place] = behind
        for place in range(len(self.quantities) - 2, -1, -1):
            self._chain(place)
        self._led(moments)

    def _follows(self, place: int, moment: Moment) -> bool:
        """Whether a period stands directly behind a quantity, or what it says in parentheses."""
        line, at = self.chunk.scan.line, self.quantities[place].last
        if line.low(at) == "(":
            at = next((end + 1 for end in range(at, at + 12) if line.low(end) == ")"), at)
        gap = moment.first - at
        if self._aimed(place):
            return 0 <= gap <= FAR
        return 0 <= gap < FAR and all(self._joint(step) for step in range(at, moment.first))

    def _joint(self, at: int) -> bool:
        """Whether a token may stand between a figure and its period."""
        line = self.chunk.scan.line
        if line.low(at) in JOINTS or self.chunk.role(at) == "place":
            return True
        if self.chunk.role(at) == "word" or self.chunk.role(at) == "flow":
            return True
        return bool(line.at(at, "grow", "n") or line.till(at, "first") or line.till(at, "since"))

    def _chain(self, place: int) -> None:
        """Let "a 43 percent surge to $62 billion in December" be of one period."""
        if place in self.bound or place + 1 not in self.bound or self.frames[place + 1].before:
            return
        line, one, two = self.chunk.scan.line, self.quantities[place], self.quantities[place + 1]
        words = range(one.last, two.first)
        tied = all(
            line.low(at) in {"to", "(", "about", "nearly", "or"} or line.at(at, "grow", "n")
            for at in words
        )
        if tied and not self.bound[place + 1].compared:
            self.bound[place] = self.bound[place + 1]

    def _led(self, moments: list[Moment]) -> None:
        """Tie a period to the figure it leads: "the January level of X", "its 2031 goal of X"."""
        line = self.chunk.scan.line
        for moment in moments:
            for place, one in enumerate(self.quantities):
                if place in self.bound or one.first < moment.last:
                    continue
                near = one.first - moment.last <= 4
                led = line.low(moment.last) in LEADING or moment.form == "that"
                bracketed = line.low(moment.last) == "(" and moment.last + 1 == one.first
                if near and (led or moment.last == one.first or (bracketed and moment.compared)):
                    self.bound[place] = moment
                break

    def _resolved(self, moment: Moment) -> When:
        period = self._that(moment) or resolve(moment, self.today, self.now.period)
        return When(period or self.now.period, moment.days)

    def _that(self, moment: Moment) -> Period | None:
        """Return the period that "that year" goes back to: the one named last."""
        if moment.form != "that":
            return None
        before = [one for one in self.chunk.scan.moments if one.last <= moment.first]
        named = (resolve(one, self.today, self.now.period) for one in reversed(before))
        return next((period for period in named if period is not None), None)

    def _own(self, place: int) -> When:
        """Return the period of one quantity."""
        frame, tied = self.frames[place], self.bound.get(place)
        if place and (tied is None or tied.compared) and self._relative(place):
            return self.found[place - 1]
        when = self._when_clause(place)
        if when is not None:
            return when
        if place and tied is None and self._converted(place):
            return self.found[place - 1]
        if frame.before:
            if tied is not None:
                return self._compared(tied)
            return When(self._earlier(place))
        if tied is not None and (tied.form == "that" or not tied.compared):
            return self._resolved(tied)
        return self.now

    def _relative(self, place: int) -> bool:
        """Whether a relative clause goes on with the figure before: ", which itself had been"."""
        line = self.chunk.scan.line
        words = line.lows(self.quantities[place - 1].last, self.quantities[place].first)
        return words[:2] == [",", "which"]

    def _when_clause(self, place: int) -> When | None:
        """Since 2020, when they were X: the figure is of that year."""
        line, first = self.chunk.scan.line, self.quantities[place - 1].last if place else 0
        for moment in self.chunk.scan.moments:
            inside = first <= moment.first < self.quantities[place].first
            if (
                inside
                and moment.form == "none"
                and moment.year
                and "when" in line.lows(moment.last, moment.last + 2)
            ):
                return When(Period.year(moment.year))
        return None

    def _converted(self, place: int) -> bool:
        """Whether a figure in parentheses gives the one before again, in other money."""
        line, before, one = self.chunk.scan.line, self.quantities[place - 1], self.quantities[place]
        return one.kind == before.kind == "money" and line.lows(before.last, one.first)[:1] == ["("]

    def _compared(self, moment: Moment) -> When:
        """Return the period that a comparison names: months of another year, or it alone."""
        now = self.now.period
        found = self._that(moment) or resolve(moment, self.today, now)
        cumulative = now is not None and now.months < 12 and moment.form == "year"
        if cumulative and found is not None and now is not None and found.months == 12:
            whole = self._whole_year(moment)
            return When(found if whole else now.shifted(-12))
        return When(found)

    def _whole_year(self, moment: Moment) -> bool:
        line = self.chunk.scan.line
        return "last" in line.lows(moment.first, moment.last)

    def _earlier(self, place: int) -> Period | None:
        now = self.now.period
        if now is None:
            return None
        since = self.since(place) or "year"
        if since == "month" and now.months == 1:
            return now.shifted(-1)
        if since == "quarter" and now.months == 3:
            return now.shifted(-3)
        return now.shifted(-12)

    # -- against what -------------------------------------------------------------------------

    def since(self, place: int) -> str:
        """Return what a growth or change is measured against; empty where nothing says so."""
        line, one = self.chunk.scan.line, self.quantities[place]
        end = one.last if self.frames[place].before else self._reach(place)
        for at in range(one.last, end):
            said = self._said(at, place)
            if said:
                return said
        start = self.quantities[place - 1].last if place else 0
        for at in range(one.first - 1, start - 1, -1):
            cue = line.till(at, "since")
            if cue:
                return cue.sense
            moment = self._moment_ending(at)
            if moment and moment.compared:
                return self._distance(moment, place)
        return self._fronted(place) or self._of_line(place)

    def _of_line(self, place: int) -> str:
        """Return how far back the level lies that a line compares with: "from X in November"."""
        frame = self.frames[place]
        if frame.measure not in {"growth", "change"} or frame.noted == "rate":
            return ""
        for earlier in range(len(self.quantities)):
            tied = self.bound.get(earlier)
            peak = self.frames[earlier].noted == "peak"
            if (
                self.frames[earlier].before
                and not peak
                and tied is not None
                and self.quantities[earlier].amount
            ):
                return self._distance(tied, place)
        return ""

    def _fronted(self, place: int) -> str:
        """Against July 2023, volume was down … but value up …."""
        for moment in self.chunk.scan.moments:
            if (
                moment.compared
                and moment.first <= 2
                and moment.last <= self.quantities[place].first
            ):
                return self._distance(moment, place)
        return ""

    def _reach(self, place: int) -> int:
        """Return where the right context of a quantity ends: behind the figures listed with it."""
        line, last = self.chunk.scan.line, place
        while last + 1 < min(len(self.quantities), place + LISTED):
            one, two = self.quantities[last], self.quantities[last + 1]
            words = line.lows(one.last, two.first)
            alike = one.kind == two.kind and all(word in {",", "and"} for word in words)
            if not alike and two.kind not in {"money", "thing", "bare"}:
                break
            if not alike and any(word in {",", ";", "and", "but", "while"} for word in words):
                break
            last += 1
        end = (
            self.quantities[last + 1].first if last + 1 < len(self.quantities) else len(line.tokens)
        )
        for at in range(self.quantities[last].last, end):
            if line.low(at) in {";", ":"} or (line.low(at) == "," and self._clause(at)):
                return at
        return end

    def _clause(self, at: int) -> bool:
        return self.chunk.role(at + 1) == "conj" or self.chunk.scan.line.low(at + 1) in {
            "while",
            "which",
        }

    def _said(self, at: int, place: int) -> str:
        cue = self.chunk.scan.line.at(at, "since")
        if cue:
            return cue.sense
        moment = self.chunk.scan.covered.get(at)
        if moment and moment.first == at and moment.form == "none" and moment.year:
            return str(moment.year)
        if moment and moment.first == at and moment.compared:
            return self._distance(moment, place)
        return ""

    def _moment_ending(self, at: int) -> Moment | None:
        return self.chunk.scan.covered.get(at)

    def _distance(self, moment: Moment, place: int) -> str:
        """Return how far back a period of comparison lies."""
        when = self.found[place] if place < len(self.found) else self.now
        if self.frames[place].before:
            when = self.now
        now, then = when.period, resolve(moment, self.today, when.period)
        if moment.form in {"before", "same"}:
            return SINCE.get(moment.shift or 12, "year") if moment.form == "before" else "year"
        if now is None and moment.year is None and then is not None and then.months == 1:
            return "month"
        if now is None or then is None:
            return "year"
        if then.months == 12 and now.months < 12:
            return "year"
        return SINCE.get(now.first - then.first, str(then))
