"""Whose figure, of what, to whom: the scope that a text carries from figure to figure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from portbook.claims.read.chunk import Chunker
from portbook.claims.read.mention import Mention, Place
from portbook.quantities import Period

GROUPS = {"city": {"city"}, "province": {"province", "region"},
          "country": {"country", "group", "named"}, "firm": {"firm"}}  # fmt: skip
TRADING = frozenset({"country", "group"})
"""The kinds of places that are partners of a country."""
BEING = frozenset({"is", "are", "was", "were", "remained", "remains", "became", "has", "had"})
REMEMBERED = 40
"""So many places and firms are kept in mind."""
PARTNERS = frozenset(
    {"partner", "partners", "market", "destination", "buyer", "supplier", "source"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is about, as far as the text has said."""

    flow: str | None = None
    polarity: str = ""
    products: tuple[str, ...] = ()
    reporter: Place | None = None
    partner: Place | None = None
    partners: tuple[Place, ...] = ()
    period: Period | None = None
    days: tuple[int, int] | None = None
    counted: str = ""
    numbering: bool = False
    pricing: bool = False

    @property
    def product(self) -> str | None:
        """The product in the words of the text."""
        return Mention("product", 0, 0, 0, products=self.products).product


@dataclass(slots=True)
class Topic:
    """What a paragraph is about: what a bare "exports" or "the city" goes back to."""

    flow: str | None = None
    polarity: str = ""
    products: tuple[str, ...] = ()
    partner: Place | None = None
    since: str = ""
    period: Period | None = None
    set: bool = False
    held: bool = False


@dataclass(slots=True)
class Tracker:
    """The scope of a text as it goes on, with the places and firms it has named."""

    now: Scope = field(default_factory=Scope)
    topic: Topic = field(default_factory=Topic)
    known: list[Place] = field(default_factory=list)
    home: Place | None = None
    whole: Scope | None = None
    bought: bool = False
    speaker: Place | None = None

    def fresh_paragraph(self) -> None:
        """Forget what the paragraph was about, not who and when."""
        self.topic = Topic(since=self.topic.since, period=self.topic.period)
        self.now = replace(self.now, products=(), partner=None, counted="")

    def meet(self, place: Place | None) -> None:
        """Remember a place or firm."""
        if place is not None:
            if place in self.known:
                self.known.remove(place)
            self.known = [*self.known[-REMEMBERED:], place]

    def last(self, kind: str) -> Place | None:
        """Return the city, province, country or firm last named."""
        kinds = GROUPS.get(kind, set())
        for place in reversed(self.known):
            if place.kind in kinds:
                return place
        return None

    def take(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        """Move the scope on by a noun phrase."""
        {
            "flow": self._flow,
            "verb": self._verb,
            "product": self._product,
            "firm": self._firm,
            "place": self._place,
            "anaphor": self._anaphor,
            "partner": self._partner,
            "number": self._number,
            "price": self._price,
            "total": self._total,
            "rival": self._rival,
            "speaker": self._speaker,
        }[one.kind](one, chunk, line_partner)

    # -- the kinds of phrases -----------------------------------------------------------------

    def _flow(self, one: Mention, _: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        if one.anaphor == "pair":
            one = self._paired(one)
        if one.anaphor == "favour":
            one = self._favoured(one)
        self._spoken(one)
        reporter = one.reporter or (self._resolved(one) if one.own else None) or self.now.reporter
        moved = reporter != self.now.reporter and not one.own
        self.meet(one.reporter)
        products = one.products
        if not products and not one.fresh and not (moved and self.now.reporter):
            going_on = (one.own and line_partner) or one.anaphor == "their"
            owned = one.reporter is not None and not line_partner
            products = self.now.products if going_on else () if owned else self.topic.products
        partner = one.partner
        if partner is None and not one.fresh and not (moved and self.now.reporter):
            partner = self.now.partner if line_partner else self.topic.partner
        self.now = replace(
            self.now, flow=one.flow, polarity=one.polarity, products=products, reporter=reporter,
            partner=None if partner == reporter else partner, partners=one.partners,
            numbering=False, pricing=False,
        )  # fmt: skip
        self._open()

    def _open(self) -> None:
        """Let the first flow of a paragraph be its topic."""
        if not self.topic.set:
            self.topic.flow, self.topic.polarity = self.now.flow, self.now.polarity
            self.topic.products = self.now.products
            self.topic.partner = self.topic.partner if self.topic.held else self.now.partner
            self.topic.set = True

    def _paired(self, one: Mention) -> Mention:
        """Return which of "trade between A and B" reports: the one that other figures are of."""
        reporting = self.now.reporter or self.home
        if reporting == one.partner:
            return replace(one, reporter=one.partner, partner=one.reporter)
        return one

    def _favoured(self, one: Mention) -> Mention:
        """The balance in Russia's favour is a deficit of whoever trades with Russia."""
        ours = one.partner == self.now.reporter
        partner = self.now.partner if ours else one.partner
        return replace(one, polarity="+" if ours else "-", partner=partner)

    def _resolved(self, one: Mention) -> Place | None:
        if one.anaphor not in GROUPS:
            return self.now.reporter
        return self.last(one.anaphor) or self.now.reporter

    def _verb(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del line_partner
        relative = chunk.scan.line.low(one.first - 1) == "which" and self.now.partner is not None
        if (self.bought or relative) and one.flow == "import":
            self.bought = False
            return
        products = one.products or self.now.products
        self.now = replace(
            self.now, flow=one.flow, polarity="", products=products, numbering=False, pricing=False
        )
        self._open()

    def _product(self, one: Mention, _: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        flow, polarity = self.now.flow, self.now.polarity
        if flow == "balance" and not line_partner:
            flow, polarity = self.topic.flow, self.topic.polarity
        partner = self.now.partner if line_partner else self.topic.partner
        self.meet(one.reporter)
        self.now = replace(
            self.now, products=one.products, reporter=one.reporter or self.now.reporter,
            partner=partner, flow=flow, polarity=polarity, numbering=False, pricing=False,
        )  # fmt: skip

    def _firm(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del chunk, line_partner
        self.meet(one.reporter)
        if one.reporter != self.now.reporter:
            self.now = replace(
                self.now, reporter=one.reporter, products=(), partner=None, flow=None, polarity="",
                numbering=False, counted="",
            )  # fmt: skip

    def _place(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        place = one.reporter
        known = self.now.reporter is not None or (place is not None and place.kind == "pair")
        known = known or self._is_partner(one, chunk)
        if (
            self._buys(one, chunk)
            and known
            and place != self.now.reporter
            and not self._owner(one, chunk)
        ):
            flow = "import" if self.topic.flow == "import" else "export"
            self.now = replace(self.now, partner=place, flow=flow, polarity="", numbering=False)
            self.bought = True
            return
        self.bought = False
        if place is not None and place.kind == "pair":
            return
        owner = self._owner(one, chunk)
        if owner is not None and owner != place:
            self.meet(owner)
            self.now = replace(self.now, reporter=owner, partner=place, products=())
            self.topic.partner, self.topic.set = place, False
            self.topic.held = True
            return
        if self.now.reporter is not None and place == self.now.reporter:
            return
        self.meet(place)
        kept = self.topic.products if line_partner else ()
        self.now = replace(self.now, reporter=place, partner=self._other(place), products=kept)

    @staticmethod
    def _owner(one: Mention, chunk: Chunker) -> Place | None:
        """ASEAN was China's largest trading partner: whose partner it is."""
        line = chunk.scan.line
        for at in range(one.last, min(one.last + 6, len(line.tokens))):
            named = chunk.place(at)
            if named and chunk.role(named[1]) == "possessive":
                return named[0] if PARTNERS & set(line.lows(at, at + 8)) else None
        return None

    def _other(self, place: Place | None) -> Place | None:
        """The partner goes on, unless it now reports itself."""
        return None if self.now.partner == place else self.now.partner

    @staticmethod
    def _buys(one: Mention, chunk: Chunker) -> bool:
        """Whether a place that acts is the one that buys, or a partner by name."""
        line = chunk.scan.line
        for at in range(one.last, min(one.last + 4, len(line.tokens))):
            if chunk.role(at) == "verb" and (line.at(at, "buyer") or line.at(at, "share")):
                return True
        return Tracker._is_partner(one, chunk)

    @staticmethod
    def _is_partner(one: Mention, chunk: Chunker) -> bool:
        """The United States was the third largest partner."""
        line = chunk.scan.line
        for at in range(one.last, min(one.last + 4, len(line.tokens))):
            if chunk.role(at) == "verb":
                return line.low(at) in BEING and bool(PARTNERS & set(line.lows(at, at + 8)))
        return False

    def _anaphor(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del line_partner
        place = self.last(one.anaphor)
        if place is None and one.anaphor == "firm":
            place = Place(chunk.scan.line.low(one.last - 1), "", "firm")
        if place is not None and place != self.now.reporter:
            self.meet(place)
            self.now = replace(self.now, reporter=place, partner=None)

    def _partner(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del chunk, line_partner
        if one.partner != self.now.reporter:
            self.now = replace(self.now, partner=one.partner, partners=one.partners)

    def _number(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del chunk, line_partner
        self.now = replace(
            self.now, counted=one.unit, numbering=True, products=one.products, pricing=False
        )

    def _speaker(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del chunk, line_partner
        self.speaker = one.reporter

    def _spoken(self, one: Mention) -> None:
        """Let "its own surplus" be that of whose office speaks; whose it was is now the partner."""
        speaker, now = self.speaker, self.now
        if one.own and not one.anaphor and speaker is not None and speaker != now.reporter:
            partner = now.reporter if now.partner == speaker else now.partner
            self.meet(speaker)
            self.now = replace(now, reporter=speaker, partner=partner)

    def _rival(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        """Ahead of Chengdu with 2,285: another of the kind that was spoken of."""
        del line_partner
        place = one.reporter
        beaten = {"of", "behind"} & set(chunk.scan.line.lows(one.first - 1, one.first))
        if self.now.partner is None and (beaten or place is None or place.kind not in TRADING):
            self.now = replace(self.now, reporter=place)
        elif place != self.now.reporter:
            self.now = replace(self.now, partner=place, partners=())

    def _total(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        """Go back to the whole that a share was taken of, or widen to all goods."""
        del line_partner
        owned = chunk.role(one.first) == "own" or chunk.role(one.first - 1) == "possessive"
        whole = self.whole
        if whole is not None and not owned:
            self.now = replace(self.now, flow=whole.flow, polarity=whole.polarity,
                               products=whole.products, partner=None)  # fmt: skip
            self.topic.products = whole.products
            return
        products = () if self.now.partner is None or owned else self.topic.products
        self.now = replace(self.now, products=products, partner=None, numbering=False)

    def _price(self, one: Mention, chunk: Chunker, line_partner: bool) -> None:  # noqa: FBT001
        del chunk, line_partner
        self.now = replace(self.now, pricing=True, products=one.products or self.now.products)
