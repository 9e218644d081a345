"""A claim as questions to the ledger: the addresses it may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from portbook.claims.judge.fact import GROWTHS, MONEY, SINCE, Fact, Facts, words
from portbook.errors import PortbookError, UnknownName
from portbook.figures.book import Book
from portbook.figures.cell import Address, Cell, Scope
from portbook.figures.measure import addressed
from portbook.nomenclature.places import currency, place
from portbook.nomenclature.products import product, unidentifiable
from portbook.nomenclature.tables import by_code

NO_PLACE = "firms are not in customs statistics by name"
NO_TRADE = "customs statistics do not count this"
NO_DAYS = "the text does not say for which period"
NO_MONTHS = "customs statistics are for whole months"
NO_REPORTER = "the text does not say whose trade this is"
NO_PRODUCT = "no product of the nomenclature is called so"
NO_OUTCOME = "a forecast or target, which no statistic can bear out yet"
JUDGED = ("record", "threshold", "ordinal")
OF_GOODS = ("export", "import", "total", "balance")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a claim: an address, and what it takes the text to mean.

    Parameters
    ----------
    address
        The figure that is meant.
    note
        What is read into the text ("by quantity", "in dollars"); empty where it says so itself.
    said
        Whether the text may well mean it, so that the issues of a series are joined for it.
    """

    address: Address
    note: str = ""
    said: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim asks of the ledger.

    Parameters
    ----------
    fact
        The claim.
    readings
        The ways to read it, the likeliest first.
    refusal
        Why it cannot be asked at all.
    unidentifiable
        Why no customs code tells the product.
    """

    fact: Fact
    readings: tuple[Reading, ...] = ()
    refusal: str = ""
    unidentifiable: str = ""
    missing: tuple[str, ...] = field(default=())


def question(fact: Fact, facts: Facts, book: Book) -> Question:
    """Return what a claim asks of the ledger, or why it asks nothing."""
    refusal = _refusal(fact)
    if refusal:
        return Question(fact, refusal=refusal)
    try:
        scope = _scope(fact)
    except UnknownName as error:  # a place or a product
        return Question(fact, refusal=NO_PLACE if error.kind == "place" else NO_PRODUCT)
    reason = unidentifiable(scope.product)
    cell = Cell(scope, fact.days.period)  # type: ignore[arg-type, union-attr]
    try:
        readings = tuple(_readings(fact, facts, book, cell))
    except PortbookError as error:
        return Question(fact, refusal=str(error), unidentifiable=reason)
    if not readings:
        return Question(fact, refusal=NO_TRADE, unidentifiable=reason)
    return Question(fact, readings, unidentifiable=reason)


def _refusal(fact: Fact) -> str:
    if fact.claim.reporter is None and not fact.reporter:
        return NO_REPORTER
    if not _known_place(fact.reporter or fact.claim.reporter):
        return NO_PLACE
    if fact.flow not in OF_GOODS or fact.measure in ("count", "price", "ratio"):
        return NO_TRADE
    if fact.basis in ("forecast", "target"):
        return NO_OUTCOME
    if fact.days is None:
        return NO_DAYS
    if fact.days.period is None:
        return NO_MONTHS
    return ""


@cache
def _known_place(name: str | None) -> bool:
    try:
        place(name or "")
    except UnknownName:
        return False
    return True


def _scope(fact: Fact) -> Scope:
    """Return the scope of a claim; kinds of traders and regimes are dimensions of their own.

    Raises
    ------
    UnknownName
        Where a place or product is none that is known.
    """
    members = {"flow": fact.flow, "reporter": place(fact.reporter or fact.claim.reporter or "")}
    if fact.partner:
        members["partner"] = place(fact.partner)
    narrowed = _narrowed(fact)
    if narrowed:
        return Scope(**members, **narrowed)
    if fact.product:
        dimension, code = kind(fact.claim.product or "")
        if code:
            members[dimension] = code
        else:
            members["product"] = _product(fact)
    return Scope(**members)


def _narrowed(fact: Fact) -> dict[str, str]:
    """Return the kind of trader and the regime that the reader saw."""
    if fact.link is None:
        return {}
    seen = {"enterprise": fact.link.enterprise, "regime": fact.link.regime}
    return {dimension: code for dimension, code in seen.items() if code != "total"}


def _product(fact: Fact) -> str:
    if fact.link is not None and fact.link.product in ("", "total"):
        raise UnknownName("product", fact.claim.product or "")
    try:
        return product(fact.product)
    except UnknownName:
        return product(fact.claim.product or "")


@cache
def kind(name: str) -> tuple[str, str]:
    """Return the dimension and code of a kind of trader or a regime; nothing for a product.

    Examples
    --------
    >>> kind("private enterprises"), kind("general trade"), kind("ships")
    (('enterprise', 'private'), ('regime', 'ordinary'), ('', ''))
    """
    said = [word for word in words(name) if word not in TRADERS]
    for dimension, table in (("enterprise", "enterprises"), ("regime", "regimes")):
        for code, row in by_code(table).items():
            if code in ("total", "other"):
                continue
            names = [row["name_en"], *row["names"].split(";"), *SYNONYMS.get(code, ())]
            if any(said == [w for w in words(each) if w not in TRADERS] for each in names if each):
                return dimension, code
    return "", ""


TRADERS = frozenset({"enterprise", "firm", "company", "business", "trade", "goods", "invested"})
SYNONYMS = {
    "ordinary": ("general trade",),
    "private": ("privately owned enterprises",),
    "state-owned": ("State-owned",),
}
"""What newspapers call what the bulletin names otherwise."""


def _readings(fact: Fact, facts: Facts, book: Book, cell: Cell) -> Iterator[Reading]:
    if fact.measure in ("level", "change"):
        yield from _sizes(fact, cell)
    elif fact.measure in GROWTHS:
        yield from _growths(fact, facts, book, cell)
    elif fact.measure in ("share", "contribution_share", "contribution_pp"):
        yield from _parts(fact, cell)
    elif fact.measure == "pp_change":
        for reading in _parts(fact, cell):
            basis = reading.address.cell
            address = addressed("change", basis, of="share", within=reading.address.within)
            yield Reading(address, reading.note)
    elif fact.measure in JUDGED:
        yield Reading(addressed("value", cell.at(basis=_basis(fact, facts, cell))))


def _sizes(fact: Fact, cell: Cell) -> Iterator[Reading]:
    measure = "value" if fact.money else "quantity"
    basis = fact.unit + (",sa" if fact.adjusted else "") if fact.money else ""
    if fact.measure == "level":
        yield Reading(addressed(measure, cell.at(basis=basis)))
        return
    since = (fact.link.since if fact.link else "") or "year"
    yield Reading(addressed("change", cell.at(basis=basis), of=measure, since=since))


def own_currency(cell: Cell) -> str:
    """Return the currency in which the reporter counts its trade."""
    return currency(cell.scope.reporter) or "USD"


def _basis(fact: Fact, facts: Facts, cell: Cell) -> str:
    """Return the currency that a text speaks in of a trade: its levels', else the reporter's."""
    levels = [f for f in facts.of("level", "threshold") if f.money and f.trade == fact.trade]
    if MONEY.fullmatch(fact.unit):
        return fact.unit
    for level in facts.near(fact, levels):
        if level.days == fact.days and level.flow == fact.flow:
            own = own_currency(cell)
            spoken = {f.unit for f in levels if f.days == level.days and f.flow == level.flow}
            return own if own in spoken else level.unit
    return own_currency(cell)


def _growths(fact: Fact, facts: Facts, book: Book, cell: Cell) -> Iterator[Reading]:
    since = SINCE.get(fact.measure) or fact.claim.base or "year"
    tail = ",sa" if fact.adjusted else ""

    def rate(basis: str, of: str = "value", note: str = "", *, said: bool = True) -> Reading:
        address = addressed("growth", cell.at(basis=basis), of=of, since=since)
        return Reading(address, note, said)

    if fact.basis == "volume":
        yield rate("", "quantity")
        return
    if fact.currency:
        yield rate(fact.currency + tail)
        return
    spoken = [f for f in facts.of("level") if f.scope == fact.scope and f.when(fact)]
    own = _basis(fact, facts, cell)
    if any(f.money for f in spoken):
        yield rate(own + tail)
        return
    if spoken:
        yield rate("", "quantity", "by quantity")
        return
    yield rate(own + tail)
    if _counted(book, cell):
        yield rate("", "quantity", "by quantity")
    if own != "USD":
        yield rate("USD" + tail, note="in dollars", said=False)
    yield rate("unstated", note="basis not stated", said=False)


def _counted(book: Book, cell: Cell) -> bool:
    """Return whether the ledger has quantities of a product."""
    if cell.scope.product == "total":
        return False
    prints = book.prints.at(cell.scope.place)
    return any("quantity" in (one.address.measure, one.address.of) for one in prints)


MEASURE = {
    "share": "share",
    "pp_change": "share",
    "contribution_share": "contribution_share",
    "contribution_pp": "contribution",
}


def _parts(fact: Fact, cell: Cell) -> Iterator[Reading]:
    """Iterate over what a share may be of: the dimension that narrows, or each of several."""
    basis = own_currency(cell)
    measure = MEASURE[fact.measure]
    narrowed = cell.scope.narrowed()
    if not narrowed and cell.scope.flow in ("export", "import") and _of_flow(fact):
        narrowed = ["flow"]
    if not narrowed and "-" in cell.scope.reporter:
        narrowed = ["reporter"]
    if not narrowed and cell.scope.flow in ("export", "import"):
        narrowed = ["flow"]
    for dimension in narrowed:
        note = f"within {dimension}" if len(narrowed) > 1 else ""
        yield Reading(addressed(measure, cell.at(basis=basis), within=dimension), note)


def _of_flow(fact: Fact) -> bool:
    """Return whether a share is said to be of trade in both directions."""
    whole = fact.link.whole.casefold() if fact.link else ""
    return "trade" in whole and "export" not in whole and "import" not in whole
