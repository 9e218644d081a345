"""Claims as facts that can be set beside one another: same trade, same days, same unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from portbook.claims.guide import Claim
from portbook.claims.judge.span import Span
from portbook.claims.read import Link
from portbook.claims.read.linking import place_code, product_slug
from portbook.errors import BadPeriod, UnknownName
from portbook.nomenclature.places import place
from portbook.quantities import Interval

MONEY = re.compile(r"[A-Z]{3}")
SERVICES = re.compile(r"^services?$|^服务$", re.IGNORECASE)
RATES = frozenset({"percent", "pp"})
GOODS = frozenset({"", "good", "merchandise", "goods and service", "total", "product", "commodity"})
"""Names of a product that narrow nothing."""
DROPPED = frozenset({"the", "a", "an", "its", "their", "of", "and", "other"})
SINCE = {"growth_yoy": "year", "growth_mom": "month", "growth_qoq": "quarter"}
GROWTHS = (*SINCE, "growth_other")


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim, ready to be compared.

    Parameters
    ----------
    claim
        The claim.
    amount
        What it may be, in the unit of formulas: a ratio for percent and points.
    days
        The days it speaks of; None where it names none.
    reporter, partner, product
        Codes where they are known, else the folded words; empty where nothing narrows.
    basis
        What the guide's basis says; a currency stands in `currency`.
    currency
        The currency of a level, or the one a growth rate is said to be in.
    link
        What else the reader knows of the claim.
    """

    claim: Claim
    amount: Interval
    days: Span | None
    reporter: str = ""
    partner: str = ""
    product: str = ""
    basis: str = ""
    currency: str = ""
    link: Link | None = None

    @property
    def id(self) -> str:
        """The claim's name."""
        return self.claim.id

    @property
    def measure(self) -> str:
        """The claim's measure."""
        return self.claim.measure

    @property
    def flow(self) -> str:
        """The claim's flow; empty where it has none."""
        return self.claim.flow or ""

    @property
    def unit(self) -> str:
        """The claim's unit."""
        return self.claim.unit

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return bool(MONEY.fullmatch(self.unit))

    @property
    def trade(self) -> tuple[str, str, str]:
        """Whose trade in what with whom, in any flow."""
        return self.reporter, self.partner, self.product

    @property
    def scope(self) -> tuple[str, str, str, str]:
        """The trade and its flow."""
        return self.flow, *self.trade

    @property
    def adjusted(self) -> bool:
        """Whether it is seasonally adjusted."""
        return self.basis == "sa"

    @property
    def plain(self) -> bool:
        """Whether it is the outcome as it stands: no forecast, target, average, earlier vintage."""
        return self.basis in ("", "sa", "volume")

    @property
    def rated(self) -> bool:
        """Whether it is plain, or a rate on a revised base: rates of one base compare."""
        return self.plain or self.basis == "comparable"

    @property
    def open(self) -> bool:
        """Whether one end of it is open: more than, less than."""
        return self.amount.width is None

    @property
    def since(self) -> str:
        """What a rate is measured against: year, month, quarter or a period."""
        return SINCE.get(self.measure) or self.claim.base or ""

    @property
    def size(self) -> Interval:
        """The amount without its sign."""
        return -self.amount if self.claim.value.startswith("-") else self.amount

    def far(self, other: Fact) -> int:
        """Return how many characters of the text lie between two claims."""
        (a, b), (c, d) = self.claim.span, other.claim.span
        return max(0, c - b, a - d)

    def apart(self, other: Fact) -> int:
        """Return how many sentences lie between two claims; none where that is not known."""
        if self.link is None or other.link is None:
            return 0
        return abs(self.link.sentence - other.link.sentence)

    def when(self, other: Fact) -> bool:
        """Return whether both speak of the same days, adjusted alike."""
        return self.days is not None and self.days == other.days and self.adjusted == other.adjusted


class Facts:
    """The facts of one text, in its order.

    Parameters
    ----------
    facts
        The facts.
    text
        The text.
    published
        The day it speaks from.
    lang
        Its language.
    """

    def __init__(self, facts: Iterable[Fact], text: str, published: str, lang: str = "en") -> None:
        self.all = tuple(facts)
        self.text, self.published, self.lang = text, published, lang

    def of(self, *measures: str, that: Callable[[Fact], bool] | None = None) -> list[Fact]:
        """Return the facts of these measures that a condition holds for."""
        return [f for f in self.all if f.measure in measures and (that is None or that(f))]

    def near(self, one: Fact, others: Iterable[Fact]) -> list[Fact]:
        """Return facts by how close they stand to one in the text."""
        return sorted((f for f in others if f is not one), key=lambda f: (one.far(f), f.claim.span))


def firm(found: Iterable[Fact]) -> list[Fact]:
    """Return facts without the open ones that a plain one of the same unit stands beside."""
    kept = list(found)
    plain = {fact.unit for fact in kept if not fact.open}
    return [fact for fact in kept if not fact.open or fact.unit not in plain]


def facts(
    claims: Iterable[Claim],
    links: Iterable[Link] = (),
    text: str = "",
    published: str = "",
    lang: str = "en",
) -> Facts:
    """Return the facts of claims; a text about one place only means it wherever none is named."""
    known = {link.claim: link for link in links}
    claims = tuple(claims)
    served = any(SERVICES.search(claim.product or "") for claim in claims)
    found = [_fact(claim, known.get(claim.id), lang, served=served) for claim in claims]
    found = [replace(f, basis="") if _came_true(f, found) else f for f in found]
    spoken = {f.reporter for f in found if f.reporter}
    if len(spoken) == 1:
        only = spoken.pop()
        found = [replace(f, reporter=only) if not f.reporter else f for f in found]
    return Facts(found, text, published, lang)


def _fact(claim: Claim, link: Link | None, lang: str, *, served: bool) -> Fact:
    basis, _, currency = (claim.basis or "").partition(":")
    amount = claim.interval()
    if claim.unit in RATES:
        amount = amount.scaled(Fraction(1, 100))
    if MONEY.fullmatch(claim.unit):
        currency = claim.unit
    return Fact(
        claim,
        amount,
        _days(claim.period),
        _place(claim.reporter, lang),
        "" if claim.partner == "WORLD" else _place(claim.partner, lang),
        _product(claim.product, lang, link, served=served),
        "" if basis == "currency" else basis,
        currency,
        link,
    )


def _came_true(one: Fact, others: list[Fact]) -> bool:
    """Return whether a figure read as a forecast stands in one sentence with its own outcome.

    "Trade rose 5 percent to reach a record of 43.85 trillion": the level is none, so the rate is
    none; a forecast beside an outcome is of the same measure.
    """
    if one.basis != "forecast" or one.link is None:
        return False
    beside = [
        f
        for f in others
        if f.link is not None
        and f.link.sentence == one.link.sentence
        and (f.scope, f.days) == (one.scope, one.days)
        and f.plain
    ]
    return bool(beside) and all(f.measure != one.measure for f in beside)


def _days(period: str | None) -> Span | None:
    try:
        return Span.parse(period) if period else None
    except BadPeriod:
        return None


def _place(name: str | None, lang: str) -> str:
    code = place_code(name, lang)
    return _canonical(code) if code else (name or "").casefold()


@cache
def _canonical(code: str) -> str:
    """Return the nomenclature's code of a place: the euro area is its twenty members."""
    for text in (code, code.replace("-", " ")):
        try:
            return place(text)
        except UnknownName:
            continue
    return code


def _product(name: str | None, lang: str, link: Link | None, *, served: bool) -> str:
    """Return what a product narrows to; goods are a part only where services are another."""
    if name is None:
        return ""
    folded = " ".join(words(name))
    if folded in GOODS and not (served and folded == "good"):
        return ""
    slug = product_slug(name, lang) if link is None else link.product
    return folded if slug in ("", "total") else slug


def words(name: str) -> Iterator[str]:
    """Iterate over the words of a name, in the singular and without articles."""
    for word in re.findall(r"[\w-]+", name.casefold()):
        if word not in DROPPED:
            yield word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word
