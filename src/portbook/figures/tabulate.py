"""A measure of every member of a dimension, all rows from one publication or one series."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from portbook.errors import NoFigure, NotCovered, PortbookError, WrongUse
from portbook.figures.answer import CLASSES, inside, joined
from portbook.figures.cell import WHOLE, Address, dimension
from portbook.figures.counted import counted_figure
from portbook.figures.measure import MEASURES
from portbook.figures.rest import holds_others, rest_of
from portbook.nomenclature.places import currency
from portbook.quantities import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portbook.figures.book import Book
    from portbook.figures.figure import Figure

COLUMNS = (
    "value",
    "low",
    "high",
    "unit",
    "basis",
    "evidence",
    "publication",
    "known_from",
    "deduced",
    "across_issues",
)


@dataclass(frozen=True)
class Table:
    """Figures of one measure, one a row.

    Parameters
    ----------
    by
        The dimensions that tell the rows apart.
    figures
        The rows, by value, descending.
    publication
        The publication or series that answers all rows.
    lacks
        The members that are known elsewhere and that it does not answer.
    kind
        How complete the list is: partition, overlapping or selected.
    """

    by: tuple[str, ...]
    figures: tuple[Figure, ...]
    publication: str
    lacks: tuple[str, ...] = ()
    kind: str = "selected"
    rest: Figure | None = None
    notes: tuple[str, ...] = field(default=())

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as mappings, with the columns of every portbook table."""
        found = [self._row(figure) for figure in self.figures]
        if self.rest is not None:
            found.append(self._row(self.rest) | dict.fromkeys(self.by, "rest"))
        return found

    def _row(self, figure: Figure) -> dict[str, Any]:
        keys = {each: figure.cell.member("period" if each == "month" else each) for each in self.by}
        known = figure.known_from
        values = (
            float(figure.value),
            float(figure.low),
            float(figure.high),
            figure.unit,
            figure.basis,
            figure.evidence,
            figure.publication,
            known.isoformat() if known else None,
            figure.deduced,
            figure.across,
        )
        return keys | dict(zip(COLUMNS, values, strict=True))

    def relation(self) -> Any:  # noqa: ANN401 - a DuckDB relation
        """Return the rows as a DuckDB relation."""
        from portbook.figures.frames import relation

        return relation([*self.by, *COLUMNS], self.rows())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as an Arrow C stream."""
        return self.relation().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow is optional
        """Return the rows as a pyarrow table."""
        from portbook.figures.frames import arrow

        return arrow(self)

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is optional
        """Return the rows as a pandas frame."""
        from portbook.figures.frames import pandas

        return pandas(self)

    def to_polars(self) -> Any:  # noqa: ANN401 - polars is optional
        """Return the rows as a polars frame."""
        from portbook.figures.frames import polars

        return polars(self)


@dataclass(frozen=True)
class Candidate:
    """One publication or series that answers some rows."""

    title: str
    keys: list[tuple[str, ...]]
    look: Callable[[Address], Figure]
    rank: tuple[Any, ...]


def table(book: Book, measure: str, by: str, top: int | None, question: dict[str, str]) -> Table:
    """Return the table that `Book.table` describes.

    Raises
    ------
    NotCovered
        Where no publication or series answers a single row.
    """
    dims = tuple(each if each == "month" else dimension(each) for each in by.split(","))
    if len(dims) > 2:
        raise WrongUse("a table is by one or two dimensions")
    across = question.pop("across", "") == "series"
    asked = _asked(book, measure, dims, question)
    for basis in _bases(book, asked, dims):
        in_basis = replace(asked, cell=asked.cell.at(basis=basis))
        found = _table(book, in_basis, dims, top, across=across)
        if found is not None:
            return found
    raise NotCovered(f"not covered: {asked.text()} by {by}")


def _bases(book: Book, asked: Address, dims: tuple[str, ...]) -> list[str]:
    """Return the bases to try: the one asked for, else the reporter's own, else any there is."""
    if asked.cell.basis or "quantity" in (asked.measure, asked.of):
        return [asked.cell.basis]
    own = currency(asked.cell.scope.reporter)
    near: set[str] = set()
    for key in members_of(book, asked, dims)[:SAMPLED]:
        near |= book.bases(at(asked, dims, key))
    return sorted({own, *near} - {""}, key=lambda each: (each != own, each))


SAMPLED = 40
"""The bases of a table are seen from so many of its members."""


def _table(
    book: Book, asked: Address, dims: tuple[str, ...], top: int | None, *, across: bool
) -> Table | None:
    """Return the table in one basis, or None where nothing answers a row."""
    addresses = {key: at(asked, dims, key) for key in members_of(book, asked, dims)}
    if book.records is not None and not across and _recorded(book, asked, dims):
        return _finished(book, dims, "records", _counted(book, asked, dims), lacking=set(), top=top)
    for evidence in CLASSES:
        found = sorted(_candidates(book, asked, addresses, evidence, across), key=_rank)
        for best in reversed(found):
            figures = _answered({key: addresses[key] for key in best.keys}, best.look)
            if figures:
                every = {key for each in found for key in each.keys}
                lacking = every - figures.keys()
                return _finished(book, dims, best.title, figures, lacking=lacking, top=top)
    return None


def _rank(one: Candidate) -> tuple[Any, ...]:
    return one.rank


def _finished(
    book: Book,
    dims: tuple[str, ...],
    title: str,
    figures: dict[tuple[str, ...], Figure],
    *,
    lacking: set[tuple[str, ...]],
    top: int | None,
) -> Table:
    """Sort the rows, keep the top ones, and say how complete the list is."""
    rows = sorted(figures.values(), key=lambda each: each.value, reverse=True)
    if "month" in dims:
        rows.sort(key=lambda each: each.cell.period)
    kind = kind_of(book, title, dims)
    if kind == "partition" and any(holds_others(dims, key, figures) for key in figures):
        kind = "overlapping"
    lacks = tuple(sorted(", ".join(key) for key in lacking))
    shown = tuple(rows if top is None else rows[:top])
    rest = None
    if top is not None and kind == "partition" and len(rows) > top:
        rest = rest_of(book, shown, dims, title)
    notes = tuple(dict.fromkeys(note for row in shown[:1] for note in row.notes))
    return Table(dims, shown, title, lacks, kind, rest, notes)


def _asked(book: Book, measure: str, dims: tuple[str, ...], question: dict[str, str]) -> Address:
    """Return the address of the whole table, each `by` dimension at its whole."""
    if "within" not in question and MEASURES[measure].needs_whole:
        inner = [each for each in dims if each != "month"]
        question = {**question, "within": inner[-1]} if inner else question
    return book.address(measure, **question)


def members_of(book: Book, asked: Address, dims: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the members that anything printed names, for each combination of `by` dimensions."""
    keys: list[tuple[str, ...]] = [()]
    for each in dims:
        if each == "month":
            inner = [str(month) for month in asked.cell.period.each_month()]
        elif each == "flow":
            inner = ["export", "import", "total"]
        else:
            there = book.prints.members(asked.cell.scope, each)
            inner = [member for member in there if member != WHOLE[each]]
        keys = [(*key, member) for key in keys for member in inner]
    return keys


def at(asked: Address, dims: tuple[str, ...], key: tuple[str, ...]) -> Address:
    """Return the address of one row."""
    changes: dict[str, Any] = {
        "period" if each == "month" else each: Period.parse(member) if each == "month" else member
        for each, member in zip(dims, key, strict=True)
    }
    return replace(asked, cell=asked.cell.at(**changes))


def _candidates(
    book: Book,
    asked: Address,
    addresses: dict[tuple[str, ...], Address],
    evidence: tuple[str, ...],
    across: bool,  # noqa: FBT001
) -> Iterator[Candidate]:
    """Iterate over the publications and series of one class that answer a row."""
    places = {each.cell.scope.place for each in addresses.values()}
    near = [
        each
        for each in book.prints.publications_near(places, asked.cell.period)
        if each.evidence in evidence
    ]
    most = 0
    bounds = {each.name: book.prints.spread(each.name, places) for each in near}
    for publication in sorted(near, key=lambda each: -bounds[each.name]) if not across else ():
        if bounds[publication.name] < most:
            break
        deduction = book.deduction(publication.name)
        keys = [key for key, each in addresses.items() if deduction.term(each) is not None]
        most = max(most, len(keys))
        if keys:
            look = partial(inside, deduction)
            yield Candidate(publication.name, keys, look, (len(keys), 1, publication.known_from))
    for name in dict.fromkeys(each.series for each in near):
        series = book.series(name)
        if len(series.issues) > 1:
            keys = [
                key
                for key, each in addresses.items()
                if series.term(each, joined=across) is not None
            ]
            look = partial(joined, series, title=name, top=across)
            newest = book.prints.series(name)[0].known_from
            if keys:
                yield Candidate(name, keys, look, (len(keys), 0, newest))


def _answered(
    addresses: dict[tuple[str, ...], Address], look: Callable[[Address], Figure]
) -> dict[tuple[str, ...], Figure]:
    found = {}
    for key, address in addresses.items():
        try:
            found[key] = look(address)
        except (NoFigure, PortbookError):
            continue
    return found


def _recorded(book: Book, asked: Address, dims: tuple[str, ...]) -> bool:
    """Return whether records answer the rows: tried at one member that they tell apart."""
    records, reporter = book.records, asked.cell.scope.reporter
    if records is None:
        return False
    sample: dict[str, Any] = {}
    for each in dims:
        if each == "month":
            sample["period"] = asked.cell.period.each_month()[0]
            continue
        named = records.named(reporter, each) if each in ("partner", "product") else set()
        if not named:
            return False
        sample[each] = min(named)
    return records.covers(asked.at(**sample))


def _counted(book: Book, asked: Address, dims: tuple[str, ...]) -> dict[tuple[str, ...], Figure]:
    records = book.records
    if records is None:
        return {}
    inner = [each for each in dims if each != "month"]
    periods = [str(m) for m in asked.cell.period.each_month()] if "month" in dims else [""]
    found = {}
    for period in periods:
        base = at(asked, ("month",), (period,)) if period else asked
        keys: list[tuple[str, ...]] = [()]
        if inner:
            keys = [(each,) for each in _loaded(book, base, inner[0])]
        for key in keys:
            address = at(base, tuple(inner[:1]), key)
            if records.covers(address):
                full = tuple(period if each == "month" else key[0] for each in dims)
                found[full] = counted_figure(records, address)
    return found


def _loaded(book: Book, address: Address, by: str) -> list[str]:
    """Sum all members of one dimension for every input of the formula; return the members."""
    measure = MEASURES[address.measure]
    inputs = [address] if measure.term is None else list(measure.inputs(address).values())
    found: set[str] = set()
    for each in inputs:
        if each.measure == "value" and book.records is not None:
            found |= set(book.records.load(each, by))
    return sorted(found)


def kind_of(book: Book, title: str, dims: tuple[str, ...]) -> str:
    """Return how complete a published list declares itself; months and records are partitions."""
    if title == "records" or dims == ("month",):
        return "partition"
    publication = book.prints.publications.get(title)
    series = publication.series if publication else title
    listing = book.coverage.lists.get((series, dims[-1]))
    return listing.kind if listing else "selected"
