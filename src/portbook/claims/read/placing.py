"""Every quantity of a line to its scope, as the phrases around it move the scope on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from portbook.claims.read.chunk import BARE, Chunker
from portbook.claims.read.listing import listed, whole_amount
from portbook.claims.read.mention import Mention
from portbook.claims.read.quantity import Quantity
from portbook.claims.read.scope import Scope, Tracker
from portbook.claims.read.ties import governs, inside, shared

TRIPS = frozenset({"trip", "teu"})
UNNAMED = frozenset({"unit", "trip", "set", "container"})
"""Counted nouns that name no product by themselves."""
WITHIN = frozenset({"city", "province", "region", "firm"})
"""Places and firms that are parts of a country's trade."""
POINTING = frozenset({"the", "them", "these", "those", "this", "its"})


@dataclass(slots=True)
class Placer:
    """The scopes of the quantities of one line after another."""

    tracker: Tracker = field(default_factory=Tracker)
    before: Mention | None = None
    carried: tuple[str, ...] = ()

    def scopes(self, chunk: Chunker, found: tuple[Mention, ...]) -> list[Scope]:
        """Return the scope of every quantity of a line."""
        scopes: list[Scope] = []
        pending, partnered = list(found), False
        self.before = self.tracker.speaker = None
        for place, one in enumerate(chunk.scan.quantities):
            while pending and pending[0].first < one.first:
                partnered |= self._move(pending.pop(0), chunk, scopes, partnered=partnered)
            scopes.append(self._at(chunk, place))
        while pending:
            partnered |= self._move(pending.pop(0), chunk, scopes, partnered=partnered)
        return _filled(scopes)

    def _move(self, one: Mention, chunk: Chunker, scopes: list[Scope], *, partnered: bool) -> bool:
        """Move the scope by a phrase, and mend that of the quantity it is tied to."""
        tie, place = governs(one, chunk.scan.quantities, chunk)
        if tie == "whole" and place < len(scopes):
            self._whole(one, chunk, scopes, place)
            return False
        products, partner = self.tracker.now.products, self.tracker.now.partner
        self.tracker.take(one, chunk, partnered)
        if inside(one, self.before, chunk):
            self.tracker.now = replace(self.tracker.now, products=products)
        elif shared(one, chunk) and not one.products:
            self.tracker.now = replace(
                self.tracker.now, products=products, partner=one.partner or partner
            )
        self.before = one
        if tie == "attached" and place < len(scopes):
            self._attach(one, chunk, scopes, place)
        return one.kind in {"flow", "partner"}

    def _attach(self, one: Mention, chunk: Chunker, scopes: list[Scope], place: int) -> None:
        """Give a quantity the scope of the phrase behind it."""
        now, quantities = self.tracker.now, chunk.scan.quantities
        if one.kind == "partner":
            scopes[place] = replace(scopes[place], partner=now.partner)
            return
        opening = chunk.scan.line.low(quantities[place].last)
        if opening == "in" and scopes[place].flow == "balance":
            now = replace(now, flow="balance", polarity=scopes[place].polarity)
        part = opening == "of" and quantities[place].amount and not whole_amount(chunk, place)
        if part and not now.products:
            now = replace(now, products=scopes[place].products)
        self.tracker.now = now
        scopes[place] = replace(now, counted=scopes[place].counted)
        while place > 0 and quantities[place - 1].amount and whole_amount(chunk, place):
            place -= 1
            scopes[place] = replace(scopes[place], flow=now.flow, polarity=now.polarity)

    def _whole(self, one: Mention, chunk: Chunker, scopes: list[Scope], place: int) -> None:
        """Let the whole of a share say the flow, and whose it is; the part goes on."""
        part = self._part(one)
        self.tracker.meet(one.reporter)
        run = place
        while run >= 0 and listed(chunk, run, place):
            scopes[run] = replace(part, products=scopes[run].products or part.products)
            run -= 1
        self.tracker.whole = replace(part, products=one.products, partner=None)
        self.tracker.now = part
        if _goes_on(one, chunk):
            self.tracker.now = replace(part, products=(), partner=None)

    def _part(self, one: Mention) -> Scope:
        """Return the scope of a part, given the phrase for its whole."""
        before = self.tracker.now
        owner = self.tracker.last(one.anaphor) if one.anaphor else before.reporter
        reporter, partner = one.reporter or owner or before.reporter, before.partner
        other = before.reporter
        if other and other.kind in WITHIN and one.reporter and one.reporter.kind == "country":
            reporter = other
        if one.reporter and other and one.reporter != other and not before.products:
            partner = other if other.kind in {"country", "group"} else None
        flow, polarity = one.flow, one.polarity
        if before.flow == "balance" and flow in {"export", "import"}:
            flow, polarity = before.flow, before.polarity
        partner = None if partner == reporter else partner
        return replace(before, flow=flow, polarity=polarity, reporter=reporter, partner=partner)

    def _at(self, chunk: Chunker, place: int) -> Scope:
        """Return the scope at a quantity, with what its own noun says; let that noun go on."""
        quantity = chunk.scan.quantities[place]
        self._origin(chunk, quantity)
        if quantity.kind == "thing":
            self._thing(chunk, quantity)
            whole = whole_amount(chunk, place)
            return replace(self.tracker.now, partner=None) if whole else self.tracker.now
        now = self.tracker.now
        if quantity.kind == "bare" and not now.counted:
            unit = chunk.scan.line.lexicon.unit(now.products)
            now = self.tracker.now = replace(now, counted=unit)
        products = own_products(chunk, quantity) if quantity.amount else ()
        if products or (quantity.kind == "price" and own_products(chunk, quantity)):
            self.tracker.now = replace(now, products=products or now.products)
            return self.tracker.now
        if quantity.kind != "record" and whole_amount(chunk, place):
            return replace(now, products=(), partner=None)
        return now

    def _origin(self, chunk: Chunker, quantity: Quantity) -> None:
        """Take the partner of "bought $4 billion of Chinese goods"."""
        line, now = chunk.scan.line, self.tracker.now
        goods = chunk.place(quantity.last + 1) if line.low(quantity.last) == "of" else None
        if goods and line.low(goods[1]) in BARE:
            other = goods[0] if now.reporter not in {None, goods[0]} else now.partner
            self.tracker.now = replace(now, products=(), partner=other)

    def _thing(self, chunk: Chunker, quantity: Quantity) -> None:
        """Let a counted noun say what is counted from here on."""
        now = self.tracker.now
        products = now.products
        if quantity.sort.startswith(("thing", "mass")):
            products = own_products(chunk, quantity) or products
        counted = quantity.unit
        if counted == "unit":
            counted = now.counted or chunk.scan.line.lexicon.unit(products) or counted
        now = replace(now, counted=counted, products=products)
        if quantity.unit in TRIPS:
            now = replace(
                now,
                flow=way(chunk, quantity),
                polarity="",
                products=products or self.carried,
            )
            self.carried = now.products
        elif quantity.sort.startswith("count"):
            now = replace(now, numbering=True)
        self.tracker.now = now


def _goes_on(one: Mention, chunk: Chunker) -> bool:
    """Whether the whole itself is spoken of next: ", which came to", "of $3 billion"."""
    line = chunk.scan.line
    if line.low(one.last) == "of":
        return chunk.role(one.last + 1) == "quantity"
    return line.low(one.last) == "," and line.low(one.last + 1) in {"which", "that"}


def way(chunk: Chunker, quantity: Quantity) -> str:
    """Return the flow of trips: what is said right behind them, else both ways."""
    behind = chunk.scan.line.lows(quantity.last, quantity.last + 3)
    if "outbound" in behind:
        return "export"
    return "import" if "inbound" in behind else "total"


def own_products(chunk: Chunker, quantity: Quantity) -> tuple[str, ...]:
    """Return the product that a quantity itself names: "500 tonnes of tea", "900 cars"."""
    line, at = chunk.scan.line, quantity.last
    if line.low(at) == "of" and line.low(at + 1) not in POINTING:
        items, _ = chunk.items(at + 1)
        named = tuple(item for item in items if item.lower() not in {"goods", "products", "that"})
        if named and not line.at(at + 1, "flow") and not line.at(at + 1, "place"):
            return named if chunk.role(at + 1) == "word" else ()
    narrowed = quantity.sort == "thing narrow"
    if narrowed or (quantity.sort.startswith("thing") and quantity.unit not in UNNAMED):
        return (quantity.noun,)
    return ()


def _filled(scopes: list[Scope]) -> list[Scope]:
    """Give a figure before the first flow of its line that flow.

    "A and B made up 78 percent of Taiwan's exports."
    """
    found = list(scopes)
    for at in range(len(found) - 2, -1, -1):
        one, later = found[at], found[at + 1]
        if one.flow is None and one.reporter is None and later.flow is not None:
            found[at] = replace(
                one, flow=later.flow, polarity=later.polarity, reporter=later.reporter
            )
    return found
