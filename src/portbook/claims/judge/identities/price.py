"""The growth of a value from those of its volume and its price."""

from __future__ import annotations

from collections.abc import Iterator

from portbook.claims.judge.fact import Fact, Facts
from portbook.claims.judge.tie import Tie, settled, weighed
from portbook.figures.term import name

PRODUCT = (1 + name("volume")) * (1 + name("price")) - 1
INDEX = ("volume index", "unit value index", "price index", "price", "average price", "unit value")


def price(facts: Facts) -> Iterator[Tie]:
    """Iterate over volume, price and value growth of one trade."""
    rates = facts.of("growth_yoy", "growth_mom")
    for volume in rates:
        if volume.basis == "volume":
            tie = settled(_products(facts, volume, rates))
            if tie is not None:
                yield tie


def _products(facts: Facts, volume: Fact, rates: list[Fact]) -> Iterator[Tie | None]:
    near = [
        f
        for f in facts.near(volume, rates)
        if f.when(volume) and f.since == volume.since and f.reporter == volume.reporter
    ]
    prices = [f for f in near if not f.flow and _thing(f) == _thing(volume)]
    values = [
        f
        for f in near
        if f.flow == volume.flow
        and f.basis == ""
        and not f.currency
        and _thing(f) == _thing(volume)
    ]
    for unit_price in prices:
        for value in values:
            if len({volume.partner, value.partner, unit_price.partner}) == 1:
                roles = {"volume": volume, "price": unit_price, "value": value}
                yield weighed("growth_product", roles, "value", PRODUCT)


def _thing(rate: Fact) -> str:
    """Return what a rate is of; an index of volume or unit value is of all goods."""
    return "" if (rate.claim.product or "").casefold() in INDEX else rate.product
