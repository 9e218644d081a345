"""Every error that portbook raises, as one tree.

::

    PortbookError
    ├── WrongUse (exit code 2)
    │   ├── UnknownName        a measure, dimension, code or period that does not exist
    │   ├── UnclearWhole       `within=` is needed and was not given
    │   ├── BadDeclaration     a measure, source or template declared wrongly
    │   ├── MissingExtra       a command needs an extra that is not installed
    │   └── FileExists         an output file is there already
    ├── BadData (exit code 3)
    │   ├── BadPeriod          a text that is no period
    │   ├── BadNumber          a text that is no number
    │   ├── BadText            an article that cannot be read
    │   └── BadLedger          a ledger that is missing, half-written, newer or locked
    └── NoFigure (exit code 2)
        ├── NotCovered         nothing known answers the cell
        ├── UnitMismatch       unlike units, currencies or valuations would be mixed
        └── ZeroDivisor        a denominator that may be zero or change sign
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class PortbookError(Exception):
    """Anything portbook refuses to do, with the reason."""

    exit_code = 2


class WrongUse(PortbookError):
    """The question itself is wrong."""


class UnknownName(WrongUse):
    """A name that does not exist, with the nearest ones that do.

    Parameters
    ----------
    kind
        What was looked for, in words (``"measure"``).
    name
        The name that was given.
    known
        The names that exist.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str] = ()) -> None:
        names = sorted(set(known))
        folded = {each.casefold(): each for each in names}
        near = get_close_matches(name.casefold(), folded, n=4, cutoff=0.55)
        near += [each for each in folded if name and name.casefold() in each and each not in near]
        shown = ", ".join(folded[each] for each in near[:6])
        if not shown and 0 < len(names) <= LISTED:
            shown = ", ".join(names)
        super().__init__(
            f"no {kind} called {name!r}" + (f"; did you mean: {shown}?" if shown else "")
        )
        self.kind, self.name = kind, name


LISTED = 24
"""As many names are listed in full where none is near."""


class UnclearWhole(WrongUse):
    """The whole of a share or contribution cannot be told from the question."""


class BadDeclaration(WrongUse):
    """A measure, source or template is declared wrongly."""


class MissingExtra(WrongUse):
    """A command needs an extra that is not installed."""


class FileExists(WrongUse):
    """An output file is there already."""


class BadData(PortbookError):
    """Something that was read is wrong."""

    exit_code = 3


class BadPeriod(BadData):
    """A text that is no period."""

    exit_code = 2


class BadNumber(BadData):
    """A text that is no number."""


class BadText(BadData):
    """An article that cannot be read."""


class BadLedger(BadData):
    """A ledger that is missing, half-written, of a newer schema, or locked."""


class NoFigure(PortbookError):
    """The question is right, and there is no figure that answers it."""


class NotCovered(NoFigure):
    """Nothing that is known answers the cell."""


class UnitMismatch(NoFigure):
    """Unlike units, currencies or valuations would be mixed."""


class ZeroDivisor(NoFigure):
    """A denominator may be zero or change its sign."""
