"""Other readings of a claim that is not supported: slips of the pen, other concepts and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from portbook.claims.guide import Claim
from portbook.claims.judge.fact import Fact, words
from portbook.claims.judge.finding import (
    CONTRADICTED,
    NOT_IDENTIFIABLE,
    SUPPORTED,
    Finding,
    Other,
)
from portbook.claims.judge.known import best, said
from portbook.claims.judge.words import basis_word, beside, named
from portbook.errors import PortbookError
from portbook.figures.book import Book
from portbook.figures.cell import Address, Cell
from portbook.figures.figure import Figure
from portbook.figures.measure import addressed
from portbook.nomenclature.products import products
from portbook.quantities import Interval, Period

MOST = 3
SLIPS = (10, 100, 1000, 10_000)
KIN = {"share": "contribution_share", "contribution_share": "share"}
FLOWS = ("export", "import", "total")


def with_others(found: Finding, fact: Fact, book: Book) -> Finding:
    """Return a finding with the readings that would fit, where it is not supported."""
    if found.verdict == SUPPORTED or found.address is None or found.others:
        return found
    others: list[Other] = []
    for other in _candidates(found, fact, book):
        if len(others) == MOST:
            break
        others.append(other)
    return replace(found, others=tuple(others))


def _candidates(found: Finding, fact: Fact, book: Book) -> Iterator[Other]:
    address = found.address
    if address is None:
        return
    if found.verdict == NOT_IDENTIFIABLE:
        yield from _wider(address, fact, book)
        return
    if fact.measure in ("record", "threshold", "ordinal"):
        return
    if found.verdict == CONTRADICTED and found.evidence:
        yield from _slips(fact.claim, found.evidence[0].figure)
    yield from _elsewhere(address, fact, book)


def _slips(claim: Claim, figure: Figure) -> Iterator[Other]:
    """Iterate over misprints that would turn the figure into the claim."""
    written = (
        (_exchanged(claim.value), "with two digits exchanged"),
        (_mistyped(claim.value), "with one digit wrong"),
    )
    for variants, words_for in written:
        for digits in variants:
            if _fits(claim, digits, figure):
                yield Other(f"{digits.lstrip('-')} {words_for}", figure)
                return
    shown = beside(figure, claim)
    for slip in SLIPS:
        for factor, word in ((Fraction(slip), "small"), (1 / Fraction(slip), "large")):
            if claim.interval().scaled(factor).meets(figure.interval):
                yield Other(f"{shown}, printed {slip:,} times too {word}", figure)
    if (-claim.interval()).meets(figure.interval):
        yield Other(f"{shown} with the opposite sign", figure)


def _exchanged(text: str) -> Iterator[str]:
    """Iterate over a number with two neighbouring digits exchanged."""
    at = [place for place, sign in enumerate(text) if sign.isdigit()]
    for one, other in pairwise(at):
        signs = list(text)
        signs[one], signs[other] = signs[other], signs[one]
        yield "".join(signs)


def _mistyped(text: str) -> Iterator[str]:
    """Iterate over a number of three digits or more with one of them changed."""
    at = [place for place, sign in enumerate(text) if sign.isdigit()]
    for place in at if len(at) > 2 else ():
        for digit in "0123456789".replace(text[place], ""):
            yield text[:place] + digit + text[place + 1 :]


def _fits(claim: Claim, text: str, figure: Figure) -> bool:
    return replace(claim, value=text).interval().meets(figure.interval)


def _elsewhere(address: Address, fact: Fact, book: Book) -> Iterator[Other]:
    """Iterate over other figures that the claim would fit."""
    seen = {address}
    for words_for, other in _cells(address):
        if other in seen:
            continue
        seen.add(other)
        figure = said(book, other)
        if figure is not None and _same_unit(figure, fact) and _meets(figure, fact):
            yield Other(f"{words_for}: {beside(figure, fact.claim)}", figure)


def _same_unit(figure: Figure, fact: Fact) -> bool:
    return figure.unit == {"pp": "points"}.get(fact.unit, fact.unit)


def _meets(figure: Figure, fact: Fact) -> bool:
    mine: Interval = fact.claim.interval()
    return mine.meets(figure.interval)


def _cells(address: Address) -> Iterator[tuple[str, Address]]:
    """Iterate over the addresses near one, the likeliest confusion first."""
    yield from _concepts(address)
    cell = address.cell
    if cell.scope.flow in FLOWS:
        for flow in FLOWS:
            if flow != cell.scope.flow:
                other = replace(address, cell=cell.at(flow=flow))
                yield f"read as {named(other).partition(',')[0]}", other
    for period in _periods(address):
        other = replace(address, cell=cell.at(period=period))
        yield f"read as {period}", other


def _concepts(address: Address) -> Iterator[tuple[str, Address]]:
    """Iterate over other currencies, quantity for value, and shares of growth for shares."""
    cell, measure = address.cell, address.measure
    if cell.basis and measure in ("growth", "change", "share"):
        for basis in ("USD", "CNY", "unstated"):
            other = replace(address, cell=cell.at(basis=basis))
            yield f"read in {basis_word(other)}", other
    if measure == "growth" and address.of == "value" and cell.scope.product != "total":
        yield from _built("read by quantity", measure, cell.at(basis=""), address, of="quantity")
    if measure in KIN:
        kin = "the share of growth" if measure == "share" else "the share of trade"
        yield from _built(f"read as {kin}", KIN[measure], cell, address)


def _built(
    text: str, measure: str, cell: Cell, address: Address, of: str = "value"
) -> Iterator[tuple[str, Address]]:
    try:
        yield text, addressed(measure, cell, of=of, since=address.since, within=address.within)
    except PortbookError:
        return


def _periods(address: Address) -> Iterator[object]:
    """Iterate over the year before, and the month or the months up to it."""
    period = address.cell.period
    yield period.before()
    start = period.last - period.last % 12
    for other in (Period(period.last, period.last), Period(start, period.last)):
        if other != period:
            yield other


def _wider(address: Address, fact: Fact, book: Book) -> Iterator[Other]:
    """Iterate over the product that an unidentifiable one is a kind of: all ships."""
    mine = list(words(fact.claim.product or ""))
    for slug, row in products().items():
        theirs = list(words(row["name_en"]))
        if slug == address.cell.scope.product or not theirs or mine[-len(theirs) :] != theirs:
            continue
        for of in ("value", "quantity"):
            cell = address.cell.at(product=slug)
            if address.of:
                cell = cell if of == "value" else cell.at(basis="")
                tries = list(_built("", address.measure, cell, address, of=of))
            else:
                tries = [("", replace(address, cell=cell))] if of == "value" else []
            for _, other in tries:
                figure = best(book, other)
                if figure is not None and _same_unit(figure, fact):
                    fits = "; the number fits them" if _meets(figure, fact) else ""
                    shown = beside(figure, fact.claim)
                    yield Other(f"all {row['name_en']}, by {of}: {shown}{fits}", figure)
