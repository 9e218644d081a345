"""What a figure is called in a verdict: growth of exports of 3D printers, China, 2024, yuan."""

from __future__ import annotations

from portbook.claims.guide import Claim
from portbook.claims.judge.amounts import OF_UNIT, span_words
from portbook.errors import PortbookError
from portbook.figures.cell import WHOLE, Address
from portbook.figures.figure import Figure
from portbook.figures.measure import MEASURES
from portbook.figures.words import amount
from portbook.nomenclature.labels import label
from portbook.quantities import Interval, unit
from portbook.quantities.wording import currency_word, digits, scale, scale_word

PLAIN = ("value", "quantity", "balance")
SHORT = {"USD": "dollars", "CNY": "yuan", "EUR": "euros", "JPY": "yen", "GBP": "pounds"}
FLOW = {"export": "exports", "import": "imports", "total": "total trade", "balance": "balance"}


def named(address: Address, lang: str = "en") -> str:
    """Return an address in words."""
    scope = address.cell.scope
    thing = FLOW.get(scope.flow, scope.flow)
    if scope.product != "total":
        thing += f" of {label(scope.product, lang, 'product')}"
    for dimension in ("regime", "enterprise", "region"):
        member = getattr(scope, dimension)
        if member != WHOLE[dimension]:
            thing += f" by {label(member, lang, dimension)}"
    if scope.partner != "world":
        joiner = {"export": "to", "import": "from"}.get(scope.flow, "with")
        thing += f" {joiner} {label(scope.partner, lang, 'partner')}"
    if address.measure not in PLAIN:
        thing = f"{_measure(address)} {thing}"
    parts = [thing, label(scope.reporter, lang, "reporter"), str(address.cell.period)]
    if (basis := basis_word(address)) and address.measure != "share":
        parts.append(basis)
    return ", ".join(parts)


def _measure(address: Address) -> str:
    try:
        word = MEASURES[address.measure].label
    except PortbookError:
        word = address.measure
    since = f" on the {address.since} before" if address.since not in ("", "year") else ""
    return f"{word}{since} of"


def basis_word(address: Address) -> str:
    """Return what a figure is counted in: yuan, dollars, quantity."""
    basis, _, adjusted = address.cell.basis.partition(",")
    if "quantity" in (address.measure, address.of):
        word = "quantity"
    elif basis == "unstated":
        word = "basis not stated"
    else:
        word = SHORT.get(basis) or (currency_word(basis) if basis else "")
    return f"{word}, seasonally adjusted" if adjusted else word


def beside(figure: Figure, claim: Claim) -> str:
    """Return a figure as it is set beside a claim: in the claim's unit, finer where it is."""
    if figure.deduced and figure.low != figure.high:
        return span_words(_formula_unit(figure.interval, figure.unit), claim, finer=1)
    if figure.unit == claim.unit and claim.scale in (10**6, 10**9, 10**12):
        shown = figure.value / claim.scale
        return digits(shown, _places(figure, claim)) + _tail(claim)
    if figure.unit == claim.unit and claim.unit not in OF_UNIT:
        return digits(figure.value, 0) + _tail(claim)
    return amount(figure)


def brief(figure: Figure) -> str:
    """Return a figure in few digits: money to two places of its scale, rates to one."""
    if unit(figure.unit).money:
        factor = scale(figure.value)
        parts = [digits(figure.value / factor, 2), scale_word(factor), basis_word(figure.address)]
        return " ".join(each for each in parts if each)
    if figure.unit == "percent":
        return f"{digits(figure.value, 1)}%"
    return figure.text


def _places(figure: Figure, claim: Claim) -> int:
    """Return as many places as the figure is known to, at most two more than the claim's."""
    most = max(claim.decimals, 0) + 2
    width = (figure.high - figure.low) / claim.scale
    return next((p for p in range(most) if width * 10**p >= 1), most)


def _tail(claim: Claim) -> str:
    return span_words(Interval.exactly("0"), claim).lstrip("0").replace("%", "")


def _formula_unit(over: Interval, unit: str) -> Interval:
    from fractions import Fraction

    return over.scaled(Fraction(1, 100)) if unit in ("percent", "points") else over
