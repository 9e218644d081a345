"""What a measure is, and the five shapes in which one is declared."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from portbook.catalogue import Catalogue
from portbook.errors import BadDeclaration
from portbook.figures.cell import Address, Cell, default_within, whole_of
from portbook.figures.term import Term, name
from portbook.nomenclature.places import parent
from portbook.quantities import PERCENT, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS = "partner"
"""The dimension whose members are the parts of a fold, where a question does not say."""
COMPARED = "of"
"""The lens measure that stands for whatever `of=` names."""


@dataclass(frozen=True, slots=True)
class Lens:
    """How an input of a measure is found from the measure's own address.

    Lenses read as speech: ``of.whole().before()`` is the compared measure of the whole, one
    period earlier.
    """

    measure: str
    earlier: bool = False
    wider: bool = False
    members: tuple[tuple[str, str], ...] = ()

    def before(self) -> Lens:
        """Return the lens one period earlier."""
        return replace(self, earlier=True)

    def whole(self) -> Lens:
        """Return the lens of the whole."""
        return replace(self, wider=True)

    def at(self, **members: str) -> Lens:
        """Return the lens at other members of the scope or another basis."""
        return replace(self, members=tuple(members.items()))

    def seen_from(self, address: Address) -> Address:
        """Return the address of the input: cell, then since, then within, then of."""
        cell = address.cell
        if self.earlier:
            cell = cell.at(period=cell.period.before(address.since or "year"))
        if self.wider:
            cell = whole_of(cell, address.within, parent(cell.scope.reporter))
        if self.members:
            cell = cell.at(**dict(self.members))
        measure = (address.of or "value") if self.measure == COMPARED else self.measure
        return addressed(measure, cell, since=address.since, within=address.within)


of = Lens(COMPARED)
value = Lens("value")
quantity = Lens("quantity")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its shape, formula, unit and words.

    Parameters
    ----------
    name, label
        The identifier, and the word the release uses.
    shape
        counted, derived, folded, judged or solved.
    reference
        The first line of its docstring: what it says.
    unit
        A unit, or None where it has the unit of what it compares.
    term, lenses
        The formula over named inputs, and where each input is found (derived).
    call
        The function of a folded or judged measure.
    additive
        Whether a counted measure may be summed.
    phrases
        The words it is written with, by language.
    """

    name: str
    label: str
    shape: str
    reference: str
    unit: Unit | None = None
    term: Term | None = None
    lenses: tuple[tuple[str, Lens], ...] = ()
    call: Callable[..., Any] | None = None
    additive: bool = False
    phrases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def compares(self) -> bool:
        """Whether it has a parameter `of`."""
        return self.shape != "counted" and (
            self.call is not None or any(lens.measure == COMPARED for _, lens in self.lenses)
        )

    @property
    def looks_back(self) -> bool:
        """Whether it has a parameter `since`."""
        return any(lens.earlier for _, lens in self.lenses)

    @property
    def needs_whole(self) -> bool:
        """Whether it has a parameter `within`."""
        return self.ranges or any(lens.wider for _, lens in self.lenses)

    @property
    def ranges(self) -> bool:
        """Whether it looks at all parts of a whole at once."""
        return self.shape == "folded" or self.name == "rank"

    def inputs(self, address: Address) -> dict[str, Address]:
        """Return the address of each input of the formula."""
        return {role: lens.seen_from(address) for role, lens in self.lenses}

    def formula(self, address: Address) -> Term:
        """Return the formula with each input's address for its name."""
        if self.term is None:
            raise BadDeclaration(f"{self.name} has no formula")
        return self.term.replaced({r: name(a) for r, a in self.inputs(address).items()})


MEASURES: Catalogue[Measure] = Catalogue("portbook.measures", "measure", Measure)


def addressed(
    measure: str,
    cell: Cell,
    *,
    of: str = "",
    since: str = "",
    within: str = "",
) -> Address:
    """Return the full address of a measure of a cell, defaults filled in and the rest dropped.

    Raises
    ------
    UnknownName
        Where the measure, or the one it compares, does not exist.
    UnclearWhole
        Where the whole of a share cannot be told.
    """
    if measure == "value" and cell.scope.flow == "balance":
        measure = "balance"
    found = MEASURES[measure]
    compared = (of or "value") if found.compares else ""
    if compared == "value" and cell.scope.flow == "balance":
        compared = "balance"
    if compared:
        MEASURES[compared]
    inner = MEASURES[compared] if compared else found
    if found.needs_whole or inner.needs_whole:
        within = within or (PARTS if found.shape == "folded" else default_within(cell.scope))
    else:
        within = ""
    since = (since or "year") if found.looks_back or inner.looks_back else ""
    if measure == "balance" or compared == "balance":
        cell = cell.at(flow="balance")
    if "quantity" in (measure, compared):
        cell = cell.at(basis="")
    return Address(measure, cell, compared, since, within)


def counted(
    *,
    unit: Unit | None = None,
    label: str = "",
    additive: bool = True,
    **phrases: Any,  # noqa: ANN401
) -> Callable[[Callable[..., Any]], Measure]:
    """Declare a measure that reads records; published figures may print it."""

    def declare(call: Callable[..., Any]) -> Measure:
        return _measure(call, "counted", label, unit=unit, call=call, additive=additive, **phrases)

    return declare


def derived(
    *,
    unit: Unit | None = None,
    label: str = "",
    phrases: Mapping[str, Mapping[str, str]] | None = None,
    **lenses: Lens,
) -> Callable[[Callable[..., Term]], Measure]:
    """Declare a measure that is arithmetic on other figures, one lens for each parameter."""

    def declare(call: Callable[..., Term]) -> Measure:
        roles = list(inspect.signature(call).parameters)
        if set(roles) != set(lenses):
            raise BadDeclaration(f"{call.__name__}: parameters {roles}, lenses {list(lenses)}")
        formula = call(**{role: name(role) for role in roles})
        return _measure(
            call,
            "derived",
            label,
            unit=unit,
            term=formula,
            lenses=tuple((role, lenses[role]) for role in roles),
            phrases=phrases or {},
        )

    return declare


def folded(
    *,
    unit: Unit | None = None,
    label: str = "",
    **phrases: Any,  # noqa: ANN401
) -> Callable[[Callable[..., Any]], Measure]:
    """Declare a measure that folds a column of figures to one."""

    def declare(call: Callable[..., Any]) -> Measure:
        return _measure(call, "folded", label, unit=unit, call=call, **phrases)

    return declare


def judged(
    *,
    unit: Unit | None = None,
    label: str = "",
    **phrases: Any,  # noqa: ANN401
) -> Callable[[Callable[..., Any]], Measure]:
    """Declare a measure that judges a series of figures: true, false or undecided."""

    def declare(call: Callable[..., Any]) -> Measure:
        return _measure(call, "judged", label, unit=unit, call=call, **phrases)

    return declare


def _measure(source: Callable[..., Any], shape: str, label: str, **rest: Any) -> Measure:  # noqa: ANN401
    doc = inspect.getdoc(source)
    if not doc:
        raise BadDeclaration(f"{source.__name__} has no docstring")
    return Measure(
        name=source.__name__,
        label=label or source.__name__.replace("_", " "),
        shape=shape,
        reference=doc.partition("\n")[0],
        **rest,
    )


def unit_of(address: Address, printed: str = "") -> Unit:
    """Return the unit of a figure: the measure's own, or that of what it compares.

    Parameters
    ----------
    address
        The figure's address.
    printed
        The unit of the printed inputs, where the measure has none of its own (tonnes).
    """
    measure = MEASURES[address.measure]
    if measure.unit is not None:
        return measure.unit
    if address.of and MEASURES[address.of].unit is not None:
        inner = MEASURES[address.of].unit
        return Unit("points", 100) if inner == PERCENT and address.measure == "change" else inner  # type: ignore[return-value]
    return Unit(printed or address.cell.basis.partition(",")[0])
