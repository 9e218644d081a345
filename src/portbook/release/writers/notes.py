"""The derivations of a page: a popover for every figure, which on paper is an appendix."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from portbook.errors import PortbookError
from portbook.figures.words import amount, range_words
from portbook.nomenclature.labels import label
from portbook.quantities import unit
from portbook.quantities.wording import MINUS
from portbook.release.document import key
from portbook.release.evidence import WORDS, Origin, mark, origin_key, prints
from portbook.release.numbers import money_word
from portbook.release.phrases import trade
from portbook.release.pieces import Line, Number, Tally
from portbook.release.writers.marks import drawing
from portbook.release.writers.words import Origins, exactly

if TYPE_CHECKING:
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure

MANY = 6
"""So many inputs and prints are listed; of more the number is given."""


class Notes:
    """The popovers of a page, numbered as they are first used.

    Parameters
    ----------
    where
        The numbered sources.
    lang
        The language.
    """

    def __init__(self, where: Origins, lang: str) -> None:
        self.where, self.lang = where, lang
        self._order: dict[object, tuple[str, Figure | Tally]] = {}

    def button(self, one: Number | Tally) -> str:
        """Return a number as a button that opens its derivation."""
        subject = one.figure if isinstance(one, Number) else one
        which = key(subject) if not isinstance(subject, Tally) else (subject.counted, subject.count)
        if which not in self._order:
            self._order[which] = (f"n{len(self._order) + 1}", subject)
        name, kind = self._order[which][0], mark(subject)
        return (
            f'<button class="n" popovertarget="{name}">{escape(one.text)}{drawing(kind)}'
            f'<span class="vh"> {WORDS[kind]}</span></button>'
        )

    def line(self, line: Line) -> str:
        """Return a line with its numbers as buttons, punctuation kept with the number."""
        found: list[str] = []
        for each in line:
            if not isinstance(each, str):
                found.append(self.button(each))
            elif found and each[:1] in tuple(",.;:") and found[-1].startswith("<button"):
                found[-1] = f'<span class="nb">{found[-1]}{escape(each[0])}</span>'
                found.append(escape(each[1:]))
            else:
                found.append(escape(each))
        return "".join(found)

    def popovers(self) -> Iterator[str]:
        """Iterate over the popovers of all numbers that were used."""
        for name, one in self._order.values():
            body = self._tally(one) if isinstance(one, Tally) else self._figure(one)
            yield (
                f'<div popover id="{name}" class="tr" role="dialog" aria-label="Derivation">'
                f'<button class="x" popovertarget="{name}" popovertargetaction="hide">Close'
                f"</button>{body}</div>"
            )

    def _tally(self, tally: Tally) -> str:
        kind = mark(tally)
        used = {origin_key(one) for each in tally.figures for one in each.prints[:1]}
        pairs = [("Counted", escape(tally.counted)), *self._from(used)]
        return (
            f'<p class="a">Number of {escape(tally.counted)}</p><p class="v">{tally.text} '
            f"{drawing(kind)} <small>{WORDS[kind]}</small></p>{_pairs(pairs)}"
        )

    def _figure(self, figure: Figure) -> str:
        kind = mark(figure)
        return (
            f'<p class="a">{escape(named(figure.address, self.lang))}</p>'
            f'<p class="v">{escape(exactly(figure))} {drawing(kind)} <small>{WORDS[kind]}</small>'
            f"</p>{_pairs(self._lines(figure))}"
        )

    def _lines(self, figure: Figure) -> Iterator[tuple[str, str]]:
        if figure.history:
            yield "Compared", escape("; ".join(_compared(figure)))
        elif figure.how is None and figure.evidence != "records":
            yield from (("As printed", escape(printed(one))) for one in figure.prints[:1])
        elif figure.how is not None:
            yield "Formula", f"<code>{escape(formula(figure))}</code>"
            yield "Inputs", escape("; ".join(_inputs(figure)))
        over = range_words(figure)
        if not figure.history or figure.unit:
            yield "Interval", escape(over) if over else "exact"
        yield from self._from({origin_key(one) for one in prints(figure)})
        if figure.query:
            yield "Query", f"<code>{escape(figure.query)}</code>"
        yield from (("Note", escape(note)) for note in figure.notes)

    def _from(self, used: set[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
        found = sorted((self.where[each] for each in used if each in self.where), key=_number)
        for each in found[:MANY]:
            yield (
                "From",
                (
                    f'<a href="#src{each.number}">[{each.number}]</a> <span class="long">'
                    f"{escape(short(each))}</span>"
                ),
            )


def _number(one: Origin) -> int:
    return one.number


def short(one: Origin) -> str:
    """Return a source in a few words."""
    issues = "" if one.issues == 1 else f", {one.issues} issues"
    return f"{one.office}: {one.title}{issues}; {one.evidence}, known {one.last.isoformat()}"


def _pairs(pairs: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs) + "</dl>"


def named(address: Address, lang: str = "en") -> str:
    """Return what a figure is called: "growth of exports of ships · China · 2024 · yuan"."""
    from portbook.figures.measure import MEASURES

    scope = address.cell.scope
    measure = MEASURES[address.measure].label
    subject = trade(scope, lang)
    what = subject if address.measure in ("value", "balance") else f"{measure} of {subject}"
    parts = [what, label(scope.reporter, lang, "reporter"), str(address.cell.period)]
    currency, _, rest = address.cell.basis.partition(",")
    parts += [money_word(currency, lang)] if currency and unit(currency).money else []
    parts += [rest] * bool(rest) + [f"of {address.of}"] * (address.of not in ("", "value"))
    parts += [f"within {address.within}"] * bool(address.within)
    return what[:1].upper() + " · ".join(parts)[1:]


def printed(one: object) -> str:
    """Return a print as it stands in its publication, with scale and unit."""
    text = one.text.replace("-", MINUS)  # type: ignore[attr-defined]
    scale = one.scale  # type: ignore[attr-defined]
    times = f" × {scale:,}" if scale != 1 else ""
    return f"{text}{times} {one.unit}".strip()  # type: ignore[attr-defined]


def formula(figure: Figure) -> str:
    """Return the formula of a figure: the measure's own where it is that, else over the inputs."""
    measure = figure.measure
    if measure.term is not None and figure.how is not None:
        try:
            own = measure.formula(figure.address)
        except PortbookError:
            own = None
        if own == figure.how:
            return measure.term.text(str)
    return "" if figure.how is None else figure.how.text(lambda each: _short(each, figure.address))


def _short(address: Address, of: Address) -> str:
    """Return what tells an input apart from the figure it explains."""
    parts = [
        member if dimension != "flow" else label(member, "en", "flow")
        for dimension, member in address.cell.scope.items()
        if member != of.cell.member(dimension)
    ]
    if address.cell.period != of.cell.period:
        parts.append(str(address.cell.period))
    name = address.measure if address.measure != of.measure or not parts else ""
    return " ".join(each for each in (name, *parts) if each)


def _inputs(figure: Figure) -> Iterator[str]:
    inputs = figure.inputs
    for each in inputs[:MANY]:
        over = "" if each.how is None else range_words(each)
        shown = f"{_short(each.address, figure.address)}: {amount(each)}"
        yield shown + (f" ({over})" if over else "")
    if len(inputs) > MANY:
        yield f"and {len(inputs) - MANY} more"


def _compared(figure: Figure) -> Iterator[str]:
    """Iterate over the largest figures that a judged or folded one compares."""
    found = sorted(figure.history, key=lambda each: each.value, reverse=True)
    for each in found[:MANY]:
        yield f"{_short(each.address, figure.address)}: {amount(each)}"
    if len(found) > MANY:
        yield f"and {len(found) - MANY} more"
