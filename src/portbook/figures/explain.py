"""The derivation of a figure as text: down to printed figures, or to the query over records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.errors import PortbookError
from portbook.figures.words import amount, range_words
from portbook.quantities.wording import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure
    from portbook.figures.prints import Print

MANY = 30
"""Of so many inputs as this all are shown; the rest of more are counted."""
MARKS = {
    ("printed", "official"): "\u25cf",
    ("printed", "copy"): "\u25d0",
    ("printed", "press"): "\u25cb",
    ("deduced", "official"): "\u25b2",
    ("deduced", "copy"): "\u25ee",
    ("deduced", "press"): "\u25b3",
}
"""Shape tells how a figure is known, fill on whose word."""


def mark(figure: Figure) -> str:
    """Return the glyph of a figure's evidence."""
    if figure.evidence == "records":
        return "\u25a0"
    return MARKS["deduced" if figure.deduced else "printed", figure.evidence]


def standing(figure: Figure) -> str:
    """Return in words how a figure is known."""
    if figure.evidence == "records":
        return "counted from records"
    if not figure.deduced:
        return f"printed, {figure.evidence}"
    where = "across issues" if figure.across else "inside one publication"
    return f"deduced {where}, {figure.evidence}"


def explain(figure: Figure) -> str:
    """Return the derivation tree of a figure, one line a step."""
    lines = list(_tree(figure, "", set()))
    lines += [f"note: {note}" for note in figure.notes]
    if figure.query:
        lines += ["query:", figure.query]
    return "\n".join(lines)


def _tree(figure: Figure, indent: str, shown: set[Address]) -> Iterator[str]:
    over = range_words(figure)
    yield (
        f"{indent}{mark(figure)} {figure.address.text()} = {amount(figure)}"
        + (f" [{over}]" if over else "")
        + f"  {standing(figure)}"
    )
    inner = indent + "    "
    if figure.address in shown:
        yield f"{inner}(as above)"
        return
    shown.add(figure.address)
    if figure.how is None:
        yield from (f"{inner}{line}" for line in _origins(figure))
        return
    yield f"{inner}= {_formula(figure)}"
    inputs = figure.inputs
    for each in inputs[:MANY]:
        yield from _tree(each, inner, shown)
    if len(inputs) > MANY:
        yield f"{inner}and {len(inputs) - MANY} more inputs"


def _formula(figure: Figure) -> str:
    if figure.measure.term is not None and figure.how is not None:
        try:
            own = figure.measure.formula(figure.address)
        except PortbookError:  # a formula that has no period here is not the one used
            own = None
        if own == figure.how:
            return figure.measure.term.text(str)
    return "" if figure.how is None else figure.how.text(lambda each: _short(each, figure.address))


def _short(address: Address, of: Address) -> str:
    """Return what tells an input apart from the figure it explains."""
    parts = [
        f"{dimension} {member}"
        for dimension, member in address.cell.scope.items()
        if member != of.cell.member(dimension)
    ]
    if address.cell.period != of.cell.period:
        parts.append(str(address.cell.period))
    name = address.measure if address.measure != of.measure or not parts else ""
    return "[" + " ".join(each for each in (name, *parts) if each) + "]"


def _origins(figure: Figure) -> Iterator[str]:
    for one in figure.prints:
        if figure.evidence == "records":
            yield f"sum of records, {one.publication.title} ({one.source.address})"
        else:
            yield from _printed(one)


def _printed(one: Print) -> Iterator[str]:
    scale = f" \u00d7 {one.scale:,}" if one.scale != 1 else ""
    yield (
        f"printed {one.text.replace('-', MINUS)}{scale} {one.unit} in "
        f"{one.publication.title} ({one.publication.office}), known {one.publication.known_from}"
    )
    yield f"{one.source.title}: {one.source.address}"
