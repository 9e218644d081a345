"""A tie: claims that an identity holds together, and whether they can all be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.claims.judge.amounts import printed, span_words, verb
from portbook.claims.judge.fact import Fact
from portbook.errors import ZeroDivisor
from portbook.figures.bound import bound
from portbook.figures.term import Term, name
from portbook.quantities import Interval

if TYPE_CHECKING:
    Role = Fact | tuple[Fact, ...]

CONSISTENT, INCONSISTENT, NEEDS_DATA = "consistent", "inconsistent", "needs_data"


@dataclass(frozen=True, slots=True)
class Derived:
    """The bounds of a figure that the text implies without saying it.

    Parameters
    ----------
    role
        Its part in the identity: `previous`, `import`, `part_share` …
    low, high
        Its exact bounds in its unit (percent for rates); None is an open end.
    unit
        Its unit.
    formula
        The arithmetic, with the numbers as printed.
    about
        The claim whose trade and period it shares.
    """

    role: str
    low: Fraction | None
    high: Fraction | None
    unit: str
    formula: str
    about: str = ""

    def to_json(self) -> list[float | None]:
        """Return the bounds as the exchange format has them."""
        return [None if end is None else float(end) for end in (self.low, self.high)]


@dataclass(frozen=True, slots=True)
class Tie:
    """One identity between claims, and its verdict.

    Parameters
    ----------
    identity
        The identity, as the guide names it.
    roles
        The claims by their part in it.
    verdict
        `consistent`, `inconsistent` or `needs_data`.
    arithmetic
        One line that says why.
    derived
        What it implies for a figure that the text does not state.
    sure
        Whether the claims are surely meant to meet; an unsure tie is never a contradiction.
    """

    identity: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    verdict: str
    arithmetic: str
    derived: tuple[Derived, ...] = ()
    sure: bool = True

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims it holds together, each once."""
        return tuple(dict.fromkeys(each for _, ids in self.roles for each in ids))

    def to_json(self) -> dict[str, object]:
        """Return the record of the exchange format."""
        record: dict[str, object] = {
            "claims": list(self.claims),
            "identity": self.identity,
            "verdict": self.verdict,
            "roles": {role: ids[0] if len(ids) == 1 else list(ids) for role, ids in self.roles},
            "arithmetic": self.arithmetic,
        }
        if self.derived:
            record["derived"] = {one.role: one.to_json() for one in self.derived}
        return record


def weighed(
    identity: str,
    roles: Mapping[str, Role],
    left: str,
    right: Term,
    *,
    given: Mapping[str, Interval] | None = None,
    sure: bool = True,
) -> Tie | None:
    """Return whether a claim meets what the others imply; None where that is not known.

    Parameters
    ----------
    identity, roles
        The identity and its claims; members of a list are named `parts0`, `parts1` …
    left, right
        The role whose stated range is compared, and the formula of the others.
    given
        Ranges of names that are no claims (a daily rate).
    sure
        As in the tie.
    """
    boxes = {role: fact.amount for role, fact in flat(roles).items()}
    boxes |= given or {}
    try:
        implied = bound(right, boxes)
    except ZeroDivisor:
        return None
    meets = boxes[left].meets(implied)
    stated = flat(roles)[left]
    words = f"{formula(right, roles, given)} = {span_words(implied, stated.claim)}"
    line = f"{words}, {verb(implied, boxes[left])} {span_words(boxes[left], stated.claim)}"
    found = decided(identity, roles, line, holds=meets, sure=sure)
    return found if meets else replace(found, derived=_meant(roles, left, right, boxes))


def _meant(
    roles: Mapping[str, Role], left: str, right: Term, boxes: Mapping[str, Interval]
) -> tuple[Derived, ...]:
    """Return what each claim of a broken identity would have to be, the others being right."""
    found = []
    for role, fact in flat(roles).items():
        term = right if role == left else right.solved(role, name(left))
        if term is None:
            continue
        try:
            over = bound(term, boxes)
        except ZeroDivisor:
            continue
        if fact.unit in ("percent", "pp"):
            over = over.scaled(100)
        words = formula(term, roles) if set(term.names()) <= set(flat(roles)) else ""
        found.append(Derived(role, over.low, over.high, fact.unit, words, fact.id))
    return tuple(found)


def decided(
    identity: str, roles: Mapping[str, Role], arithmetic: str, *, holds: bool, sure: bool = True
) -> Tie:
    """Return a tie whose verdict is known."""
    verdict = CONSISTENT if holds else INCONSISTENT
    return Tie(identity, named(roles), verdict, arithmetic, sure=sure)


def implied(
    identity: str,
    roles: Mapping[str, Role],
    wanted: Mapping[str, tuple[Term, str]],
    about: str = "",
) -> Tie | None:
    """Return what an identity implies for figures that the text does not state.

    Parameters
    ----------
    identity, roles
        The identity and the claims that are there.
    wanted
        For each missing role its formula and unit.
    about
        The claim whose trade and period the missing figure shares.
    """
    boxes = {role: fact.amount for role, fact in flat(roles).items()}
    found = []
    for role, (term, unit) in wanted.items():
        try:
            over = bound(term, boxes)
        except ZeroDivisor:
            continue
        if unit in ("percent", "pp"):
            over = over.scaled(100)
        if over != Interval():
            found.append(Derived(role, over.low, over.high, unit, formula(term, roles), about))
    if not found:
        return None
    line = "; ".join(f"{one.role.replace('_', ' ')} = {one.formula}" for one in found)
    return Tie(identity, named(roles), NEEDS_DATA, line, tuple(found))


def settled(ties: Iterable[Tie | None]) -> Tie | None:
    """Return what to say where several claims could be meant, the likeliest first.

    One that fits is taken; a contradiction only where nothing fits and the claims surely meet.
    """
    found = [tie for tie in ties if tie is not None]
    for tie in found:
        if tie.verdict == CONSISTENT:
            return tie
    for tie in found:
        if tie.verdict == NEEDS_DATA or tie.sure:
            return tie
    return None


def flat(roles: Mapping[str, Role]) -> dict[str, Fact]:
    """Return each claim by its name in formulas."""
    found = {}
    for role, one in roles.items():
        if isinstance(one, tuple):
            found.update({f"{role}{at}": each for at, each in enumerate(one)})
        else:
            found[role] = one
    return found


def named(roles: Mapping[str, Role]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names of the claims by role."""
    return tuple(
        (role, tuple(each.id for each in one) if isinstance(one, tuple) else (one.id,))
        for role, one in roles.items()
    )


def formula(
    term: Term, roles: Mapping[str, Role], given: Mapping[str, Interval] | None = None
) -> str:
    """Return the arithmetic with the numbers as printed."""
    known = flat(roles)

    def word(role: str) -> str:
        if role in known:
            return printed(known[role].claim)
        return span_words((given or {})[role])

    return term.text(word)
