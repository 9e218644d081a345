"""What the prints of one publication pin down beyond themselves.

Every printed rate is an equation between the figures its formula compares; flows, months and the
members of a group give more. An equation with one unknown is solved for it, the simplest first,
until nothing new follows. What is found is a term over printed figures, so that its bound is exact.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from portbook.errors import NoFigure, PortbookError
from portbook.figures.bound import bound
from portbook.figures.identities import groups, quarters, reporters, steps, trades, wider
from portbook.figures.measure import MEASURES
from portbook.figures.prints import NEAR
from portbook.figures.term import Term, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portbook.figures.cell import Address
    from portbook.figures.prints import Place, Print, Prints
    from portbook.quantities import Interval, Period


class Equation:
    """What one figure must equal, in terms of others, and why.

    Parameters
    ----------
    left, right
        The figure, and the term over other figures that it equals.
    reason
        The name of the identity.
    """

    __slots__ = ("addresses", "left", "reason", "right")

    def __init__(self, left: Address, right: Term, reason: str) -> None:
        self.left, self.right, self.reason = left, right, reason
        self.addresses = list(dict.fromkeys((left, *right.each_name())))

    def solved(self, wanted: Address) -> Term | None:
        """Return the figure in terms of the others."""
        return self.right if wanted == self.left else self.right.solved(wanted, name(self.left))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Prints of one publication that no numbers inside their rounding can satisfy."""

    reason: str
    prints: tuple[Print, ...]
    printed: Interval
    implied: Interval


Known = dict["Address", Term]
"""Each figure that is printed or follows, as a term over the figures it follows from."""


class Deduction:
    """All that one publication says.

    Parameters
    ----------
    prints
        The index of all prints.
    publication
        The name of the issue.
    listed
        Whether the reporters it lists are the world: their sum is then the world's trade.
    """

    def __init__(self, prints: Prints, publication: str, *, listed: bool = False) -> None:
        self._prints, self._publication = prints, publication
        self._series, self._listed = prints.publications[publication].series, listed
        self._printed: dict[Place, dict[Address, Print]] = {}
        self._known: dict[Place, Known] = {}
        self._from_parts: dict[Place, Known] = {}
        self._terms: dict[Address, Term | None] = {}

    def printed(self, address: Address) -> Print | None:
        """Return the most precise print of an address."""
        return self.printed_at(address.cell.scope.place).get(address)

    def printed_at(self, place: Place) -> dict[Address, Print]:
        """Return the most precise print of each address of one trade."""
        if place not in self._printed:
            found: dict[Address, Print] = {}
            for one in self._prints.issue(self._publication, place):
                other = found.get(one.address)
                if other is None or one.finer(other):
                    found[one.address] = one
            self._printed[place] = found
        return self._printed[place]

    def known(self, place: Place) -> Known:
        """Return what follows of one trade from its own prints and from those of its wholes."""
        if place not in self._known:
            given: Known = {}
            for whole in wider(place):
                if whole in self._places:
                    given |= self.known(whole)
            self._known[place] = _closure(self.printed_at(place), given)
        return self._known[place]

    def known_from_parts(self, place: Place) -> Known:
        """Return what follows of one trade when its parts are taken in."""
        if place not in self._from_parts:
            known = self.known(place)
            sums = list(groups(place, self._places, self._series))
            if self._listed and (world := reporters(place, self._places)):
                sums.append(world)
            near = {each for group in sums for each in group.parts}
            near |= set(self._shared.get(place, ()))
            printed = {a: one for each in near for a, one in self.printed_at(each).items()}
            if printed:
                tied = [Equation(*each) for group in sums for each in group.identities(printed)]
                known = _closure(printed, known, tied)
            self._from_parts[place] = known
        return self._from_parts[place]

    @cached_property
    def _places(self) -> frozenset[Place]:
        return frozenset(self._prints.issue_places(self._publication))

    @cached_property
    def _shared(self) -> dict[Place, list[Place]]:
        """The parts whose share or contribution is printed, by their whole."""
        found: dict[Place, list[Place]] = defaultdict(list)
        for each in self._prints.shares(self._publication):
            for whole in wider(each):
                found[whole].append(each)
        return found

    @cached_property
    def _ends(self) -> set[int]:
        return self._prints.ends(self._publication)

    def near(self, period: Period) -> bool:
        """Return whether the publication prints anything near a period."""
        return any(period.last + months in self._ends for months in NEAR)

    def how(self, address: Address) -> Term | None:
        """Return the figures that an unprinted one follows from directly."""
        place = address.cell.scope.place
        found = self.known(place).get(address) or self.known_from_parts(place).get(address)
        return _formula(address) if found is None else found

    def term(self, address: Address) -> Term | None:
        """Return a figure as a term over prints, or None where this publication does not say."""
        if address not in self._terms:
            self._terms[address] = self._found(address)
        return self._terms[address]

    def _found(self, address: Address) -> Term | None:
        one = self.printed(address)
        if one is not None:
            return name(one)
        place = address.cell.scope.place
        for known in (self.known(place), self.known_from_parts(place)):
            if address in known:
                return self._expanded(address, known)
        formula = _formula(address)
        if formula is None:
            return None
        parts = {each: self.term(each) for each in formula.each_name()}
        if any(part is None for part in parts.values()):
            return None
        return formula.replaced(parts)  # type: ignore[arg-type]

    def _expanded(self, address: Address, known: Known) -> Term:
        """Return a figure that follows as a term over prints: all of its trace lies in `known`."""
        one = self.printed(address)
        if one is not None:
            return name(one)
        how = known[address]
        return how.replaced({each: self._expanded(each, known) for each in how.each_name()})

    def conflicts(self) -> Iterator[Conflict]:
        """Iterate over the identities and orders whose printed figures cannot all be true."""
        places = list(self._prints.issue_places(self._publication))
        printed = {a: p for place in places for a, p in self.printed_at(place).items()}
        tied = equations(printed)
        for place in places:
            for group in groups(place, self._places, self._series):
                tied += [Equation(*each) for each in group.identities(printed)]
        for equation in tied:
            prints = [printed[each] for each in equation.addresses if each in printed]
            if len(prints) == len(equation.addresses):
                yield from _broken(equation, prints)
        yield from _exceeding(printed)


def _broken(equation: Equation, prints: list[Print]) -> Iterator[Conflict]:
    """Yield an identity that no numbers inside the rounding of its prints satisfy."""
    of = {each.address: each.interval for each in prints}
    left = of[equation.left]
    try:
        implied = bound(equation.right, of)
    except NoFigure:
        return
    if not left.meets(implied):
        yield Conflict(equation.reason, tuple(prints), left, implied)


def _exceeding(printed: Mapping[Address, Print]) -> Iterator[Conflict]:
    """Iterate over the parts that are printed larger than their whole."""
    for address, part in printed.items():
        if MEASURES[address.measure].shape != "counted":
            continue
        wholes = [address.moved(place) for place in wider(address.cell.scope.place)]
        if address.cell.scope.flow in ("export", "import"):
            wholes.append(address.at(flow="total"))
        for each in wholes:
            whole = printed.get(each)
            if whole and whole.unit == part.unit and _above(part.interval, whole.interval):
                yield Conflict("part exceeds total", (part, whole), part.interval, whole.interval)


def _above(part: Interval, whole: Interval) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def equations(printed: Iterable[Address]) -> list[Equation]:
    """Return the identities between printed rates, their levels, flows, months and members."""
    there = list(printed)
    rates = [each for each in (_rate(address) for address in there) if each is not None]
    levels = {a for a in there if MEASURES[a.measure].shape == "counted"}
    levels |= {a for each in rates for a in each.addresses if a.measure == "value"}
    trading = levels | {a for a in there if a.measure == "balance"}
    found = [*rates, *(Equation(*each) for each in trades(trading))]
    found += [Equation(*each) for each in steps(levels)]
    return found + [Equation(*each) for each in quarters(levels)]


def _rate(address: Address) -> Equation | None:
    formula = None if MEASURES[address.measure].term is None else _formula(address)
    return None if formula is None else Equation(address, formula, address.measure)


def _closure(printed: Iterable[Address], given: Known, more: Iterable[Equation] = ()) -> Known:
    """Solve every equation with one unknown for it, the simplest first, until nothing follows."""
    tied = [*equations(printed), *more]
    known = given | {address: name(address) for address in printed}
    if not tied:
        return known
    waiting: dict[Address, list[Equation]] = defaultdict(list)
    queue: deque[Equation] = deque()
    for equation in tied:
        unknown = [each for each in equation.addresses if each not in known]
        for address in unknown:
            waiting[address].append(equation)
        if len(unknown) == 1:
            queue.append(equation)
    while queue:
        equation = queue.popleft()
        unknown = [each for each in equation.addresses if each not in known]
        if len(unknown) != 1:
            continue
        solved = equation.solved(unknown[0])
        if solved is not None:
            known[unknown[0]] = solved
            queue.extend(waiting[unknown[0]])
    return known


def _formula(address: Address) -> Term | None:
    """Return the formula over addresses; None where it has none for this period or scope."""
    try:
        return MEASURES[address.measure].formula(address)
    except PortbookError:
        return None
