"""The identities between claims, one file a family; each finds its ties in the facts of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from portbook.claims.judge.fact import Facts
from portbook.claims.judge.identities.contribution import contribution
from portbook.claims.judge.identities.conversion import conversion
from portbook.claims.judge.identities.flows import flows
from portbook.claims.judge.identities.growth import growth
from portbook.claims.judge.identities.order import order
from portbook.claims.judge.identities.parts import parts
from portbook.claims.judge.identities.points import points
from portbook.claims.judge.identities.price import price
from portbook.claims.judge.identities.quotient import quotient
from portbook.claims.judge.identities.same import same
from portbook.claims.judge.identities.share import share
from portbook.claims.judge.identities.weighted import weighted
from portbook.claims.judge.tie import Tie

Family = Callable[[Facts], Iterator[Tie]]
FAMILIES: tuple[Family, ...] = (
    growth,
    flows,
    parts,
    share,
    contribution,
    weighted,
    conversion,
    quotient,
    points,
    price,
    order,
    same,
)
WINDOW = 80
"""Claims further apart than so many others are not tied."""


def ties(facts: Facts) -> tuple[Tie, ...]:
    """Return every tie between the claims of a text, contradictions only where they are sure."""
    found: dict[tuple[str, tuple[str, ...], str], Tie] = {}
    for window in _windows(facts):
        for family in FAMILIES:
            for tie in family(window):
                if tie.sure or tie.verdict != "inconsistent":
                    found.setdefault((tie.identity, tie.claims, tie.verdict), tie)
    return tuple(found.values())


def _windows(facts: Facts) -> Iterator[Facts]:
    """Iterate over a long text piece by piece, each overlapping the next by half."""
    if len(facts.all) <= WINDOW:
        yield facts
        return
    for start in range(0, len(facts.all) - WINDOW // 2, WINDOW // 2):
        some = facts.all[start : start + WINDOW]
        yield Facts(some, facts.text, facts.published, facts.lang)
