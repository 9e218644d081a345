"""The desk where a report is written: the book, whose trade of which year, and the language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from portbook.errors import NoFigure, UnclearWhole, UnknownName
from portbook.figures.measure import MEASURES
from portbook.nomenclature.labels import label
from portbook.nomenclature.places import currency
from portbook.quantities import Period
from portbook.release.numbers import money_word, prose
from portbook.release.phrases import possessive
from portbook.release.pieces import Line, Number, Piece, Tally, render, upper

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table

DOLLAR = "USD"
DIMENSIONS = {
    "en": {
        "product": "Product", "partner": "Partner", "enterprise": "Enterprise",
        "regime": "Regime", "reporter": "Place",
    }
}  # fmt: skip


def sure(figure: Figure | None) -> Figure | None:
    """Return a figure unless it rests on the press: sentences state what an office's word bears."""
    return None if figure is None or figure.evidence == "press" else figure


def undated(title: str) -> str:
    """Return the title of a series from that of one issue.

    Examples
    --------
    >>> undated("Monthly bulletin 2024-12")
    'Monthly bulletin'
    """
    return re.sub(r"[\s\d-]+$", "", title)


@cache
def sentences(lang: str) -> dict[str, dict[str, str]]:
    """Return the sentences of reports in a language, by section and name.

    Raises
    ------
    UnknownName
        Where reports are not written in it.
    """
    folder = files("portbook.release") / "data"
    known = [
        file.name.split(".")[1] for file in folder.iterdir() if file.name.startswith("sentences.")
    ]
    if lang not in known:
        raise UnknownName("language of reports", lang, known)
    text = (folder / f"sentences.{lang}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass
class Desk:
    """What every section needs: it asks the book, and words the answers.

    Parameters
    ----------
    book
        The tables.
    reporter, period, lang
        Whose trade, of which year, in which language.
    """

    book: Book
    reporter: str
    period: str
    lang: str = "en"
    _tables: dict[Any, Table | None] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What the reporter is called."""
        return label(self.reporter, self.lang, "reporter")

    @property
    def own(self) -> str:
        """The reporter's own currency where it has levels in it, else the one that has."""
        for basis in dict.fromkeys((currency(self.reporter), DOLLAR)):
            if basis and self.figure("value", flow="export", basis=basis) is not None:
                return basis
        return currency(self.reporter) or DOLLAR

    @property
    def bases(self) -> list[str]:
        """The currencies of the report: the reporter's own, then dollars."""
        return list(dict.fromkeys((self.own, DOLLAR)))

    def figure(self, measure: str, **question: str) -> Figure | None:
        """Return a figure of the reporter, of the report's period unless the question says."""
        asked = {"reporter": self.reporter, "period": self.period, **question}
        try:
            return self.book.figure(measure, **asked)
        except (NoFigure, UnclearWhole):
            return None

    def sure(self, measure: str, **question: str) -> Figure | None:
        """Return a figure that a sentence may state: none of the press alone."""
        return sure(self.figure(measure, **question))

    def table(self, measure: str, by: str, **question: str) -> Table | None:
        """Return a table of the reporter, or None where nothing answers a row."""
        asked = {"reporter": self.reporter, "period": self.period, **question}
        key = (measure, by, *sorted(asked.items()))
        if key not in self._tables:
            try:
                self._tables[key] = self.book.table(measure, by, None, **asked)
            except (NoFigure, UnclearWhole):
                self._tables[key] = None
        return self._tables[key]

    def by_member(self, measure: str, by: str, **question: str) -> dict[str, Figure]:
        """Return the figures of a table by their member."""
        found = self.table(measure, by, **question)
        return {each.cell.member(by): each for each in found.figures} if found else {}

    def say(self, name: str, **slots: Figure | Piece | Line) -> Line:
        """Return one of the report's sentences, figures worded as prose.

        Parameters
        ----------
        name
            Section and sentence, joined by a dot.
        slots
            What fills the slots; reporter, reporters (possessive), year and earlier are known.
        """
        section, _, which = name.partition(".")
        given = {
            "reporter": self.name,
            "reporters": possessive(self.name, self.lang),
            "year": self.period,
            "earlier": str(Period.parse(self.period).before()),
            **slots,
        }
        said = render(sentences(self.lang)[section][which], lambda slot: self._piece(given[slot]))
        if section != "parts" and said and isinstance(said[0], str):
            return (upper(said[0]), *said[1:])
        return said

    def _piece(self, one: Figure | Piece | Line) -> Piece | Line:
        return one if isinstance(one, str | tuple | Number | Tally) else prose(one, self.lang)

    def money(self, basis: str) -> str:
        """Return what a currency is called."""
        return money_word(basis, self.lang)

    def called(self, member: str, dimension: str) -> str:
        """Return what a member is called, as a row of a table has it."""
        found = label(member, self.lang, dimension)
        return upper(found)

    def called_dimension(self, dimension: str) -> str:
        """Return the head of a column of members."""
        return DIMENSIONS[self.lang][dimension]

    def head(self, measure: str) -> str:
        """Return the head of a column of one measure."""
        found = MEASURES[measure]
        return found.phrases.get(self.lang, {}).get("column") or upper(found.label)

    def source(self, title: str) -> str:
        """Return in words the publication or series that answers a table."""
        one = self.book.prints.publications.get(title)
        if one is not None:
            return f"one publication ({one.title})"
        issues = self.book.prints.series(title)
        return f"across issues of one series ({undated(issues[0].title)})" if issues else title

    def years(self, measure: str, most: int, **question: str) -> list[Figure]:
        """Return the figures of the years up to the report's, as far back as none is missing."""
        found: list[Figure] = []
        period = Period.parse(self.period)
        for back in range(most):
            one = self.figure(measure, **{**question, "period": str(period.shifted(-12 * back))})
            if one is None:
                break
            found.append(one)
        return found[::-1]

    def history(self, flow: str, basis: str) -> list[Figure]:
        """Return the levels of a flow of every year up to the report's, back to a gap."""
        record = self.figure("record", flow=flow, basis=basis)
        if record is None:
            return []
        return sorted(record.history, key=lambda each: each.cell.period)

    def record(self, flow: str, basis: str) -> bool | None:
        """Return whether the year is the highest of its history; None where that is undecided."""
        found = self.figure("record", flow=flow, basis=basis)
        return None if found is None or found.low != found.high else found.value == 1
