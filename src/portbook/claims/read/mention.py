"""What a noun phrase is about: flow, product, reporter, partner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the exchange format names it, and its code where it has one."""

    name: str
    code: str = ""
    kind: str = "country"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase: tokens `[first, last)` and what it narrows.

    Parameters
    ----------
    kind
        `flow` (headed by a word for a flow), `product`, `firm`, `place` (a place that acts),
        `anaphor` ("the city"), `partner` ("to Hong Kong"), `verb` ("shipped"), `number`
        ("the number of firms"), `share` ("its share of exports"), `price`.
    fresh
        Whether it says "total" or "overall", and so widens the scope again.
    own
        Whether it says "its" or "the city's": the reporter goes on.
    """

    kind: str
    first: int
    last: int
    head: int
    flow: str | None = None
    polarity: str = ""
    products: tuple[str, ...] = ()
    reporter: Place | None = None
    partner: Place | None = None
    partners: tuple[Place, ...] = ()
    fresh: bool = False
    own: bool = False
    anaphor: str = ""
    unit: str = ""
    clause: bool = True

    @property
    def product(self) -> str | None:
        """The product in the words of the text."""
        if not self.products:
            return None
        *most, final = self.products
        return f"{', '.join(most)} and {final}" if most else final
