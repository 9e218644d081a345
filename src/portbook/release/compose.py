"""Write the report of a year from a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.errors import NotCovered
from portbook.nomenclature.places import currency, place
from portbook.quantities import Period
from portbook.release.desk import DOLLAR, Desk, sentences
from portbook.release.document import Report
from portbook.release.sections.headline import dek, headline, title
from portbook.release.sections.kinds import enterprises, regimes
from portbook.release.sections.months import months
from portbook.release.sections.partners import partners
from portbook.release.sections.products import products
from portbook.release.sections.regions import regions
from portbook.release.sections.standing import standing

if TYPE_CHECKING:
    from portbook.figures.book import Book

SECTIONS = (
    headline,
    standing,
    months,
    products,
    partners,
    enterprises,
    regimes,
    regions,
)


def report(
    book: Book, reporter: str = "CHN", period: str | None = None, lang: str = "en"
) -> Report:
    """Return the trade report of a reporter for a year.

    Parameters
    ----------
    book
        The tables that every number is answered from.
    reporter
        Whose trade: a code or a name.
    period
        The year; the newest one with exports and imports where none is given.
    lang
        The language.

    Raises
    ------
    NotCovered
        Where nothing is known of the reporter's trade in that year; the message says how to
        cover it.
    """
    code = place(reporter)
    year = period or newest(book, code)
    sentences(lang)  # an unknown language is named before anything is asked
    desk = Desk(book, code, str(Period.parse(year)) if year else "", lang)
    if not year or not _answers(desk):
        raise NotCovered(_how_to_cover(code, period))
    sections = tuple(section(desk) for section in SECTIONS)
    if code != book.reporter:
        sections = tuple(section for section in sections if not section.empty)
    return Report(code, desk.name, desk.period, lang, title(desk), dek(desk), sections, book.known)


def newest(book: Book, reporter: str) -> str:
    """Return the newest year of which exports and imports are known; nothing where none is."""
    years = sorted(_years(book, reporter), reverse=True)
    bases = [each for each in dict.fromkeys((currency(reporter), DOLLAR)) if each]
    for year in years:
        for basis in bases:
            desk = Desk(book, reporter, year)
            found = [desk.figure("value", flow=f, basis=basis) for f in ("export", "import")]
            if all(each is not None and each.evidence != "press" for each in found):
                return year
    return years[0] if years else ""


def _years(book: Book, reporter: str) -> set[str]:
    """Return the years of which a level of the reporter's whole trade is printed."""
    place_ = (reporter, *("world", "total", "total", "total", "total"))
    return {
        str(one.address.cell.period)
        for one in book.prints.at(place_)
        if one.address.measure == "value" and one.address.cell.period.kind == "year"
    }


def _answers(desk: Desk) -> bool:
    """Return whether a level of the whole trade is known."""
    return any(
        desk.figure("value", flow=flow, basis=basis) is not None
        for flow in ("total", "export", "import")
        for basis in desk.bases
    )


def _how_to_cover(reporter: str, period: str | None) -> str:
    when = f" in {period}" if period else ""
    return (
        f"not covered: the trade of {reporter}{when}. Two commands would cover it:\n"
        "  portbook sources\n"
        "  portbook ingest SOURCE FILES --ledger LEDGER"
    )
