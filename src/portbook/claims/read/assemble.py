"""Lines to claims: quantities, frames and scope put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from portbook.claims.guide import Claim
from portbook.claims.read.attribution import source
from portbook.claims.read.basis import basis
from portbook.claims.read.frames import Frame, frames as framed
from portbook.claims.read.linking import fiscal_start, place_code, product_slug
from portbook.claims.read.mention import Mention, Place
from portbook.claims.read.phrases import BARE, Chunker
from portbook.claims.read.quantity import Number, Quantity
from portbook.claims.read.reading import Link
from portbook.claims.read.sayings_en import fold_growth
from portbook.claims.read.scan import Scan
from portbook.claims.read.scope import Scope, Tracker, governs, inside
from portbook.claims.read.sentences import Sentence
from portbook.claims.read.stretch import Today
from portbook.claims.read.timing import Clock, When
from portbook.claims.read.tables import Column, caption, columns, row_claims, spare_numbers
from portbook.quantities import Period

TRIPS = frozenset({"trip", "teu"})
CARRIED = frozenset({"vehicle", "ship", "unit", "set", "pair", "piece", "aircraft", "robot"})
GROWTHS = {"year": "growth_yoy", "month": "growth_mom", "quarter": "growth_qoq"}
UNIVERSAL = frozenset({"country", "market", "city", "port", "province", "region", "person"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A quantity with all that was found out about it."""

    quantity: Quantity
    frame: Frame
    scope: Scope
    when: When
    since: str
    basis: str | None
    flow: str | None
    place: int


@dataclass(slots=True)
class Assembler:
    """The claims of a text, line after line."""

    today: Today
    lang: str
    tracker: Tracker = field(default_factory=Tracker)
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spare: list[Number] = field(default_factory=list)
    sources: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    before: Mention | None = None
    carried: tuple[str, ...] = ()
    prior: Frame | None = None
    heads: list[Column] = field(default_factory=list)
    sentence: int = 0

    def line(self, chunk: Chunker, found: tuple[Mention, ...]) -> None:
        """Read one line."""
        scan = chunk.scan
        quantities = scan.quantities
        index = self._index(scan)
        frames = framed(chunk, quantities, index=index, prior=self.prior)
        self.prior = next((one for one in reversed(frames) if one.measure in {"growth", "share"}), self.prior)
        clock = Clock(chunk, quantities, frames, self._today(), self._when())
        whens = clock.times()
        self._source(chunk)
        scopes = _filled(self._scopes(chunk, found))
        drawn = [self._draw(clock, place, scopes[place], whens[place]) for place in range(len(quantities))]
        drawn = [_recorded(drawn, place) for place in range(len(drawn))]
        self.tracker.now = replace(self.tracker.now, period=clock.now.period, days=clock.now.days)
        for one in _distribute(chunk, drawn):
            self._claim(scan, one)
        self.spare += scan.spare
        self.sentence += 1

    def table(self, row: Sentence, above: str) -> None:
        """Read one row of a table; `above` is the line that stands over the table."""
        heads = columns(row)
        if heads:
            self.heads = heads
        now = self.tracker.now
        place = now.reporter or self.tracker.home
        said = caption(above, now.flow, _name(place))
        claims = [] if heads else row_claims(row, self.heads, said)
        for claim in claims:
            self.claims.append(replace(claim, id=f"c{len(self.claims) + 1}"))
            self.links.append(Link(
                self.claims[-1].id, place.code if place else "", "world",
                product_slug(claim.product, self.lang), self.sentence, row.line,
            ))  # fmt: skip
        latest = [head.period for head in self.heads if head.period]
        if latest:
            self.tracker.now = replace(now, period=Period.parse(max(latest)))
        self.spare += spare_numbers(row, [claim.span for claim in claims], heading=bool(heads))
        self.sentence += 1

    def _index(self, scan: Scan) -> bool:
        """Whether the line, or the paragraph so far, speaks of an index."""
        if scan.line.within(0, len(scan.line.tokens), "index"):
            self.tracker.now = replace(self.tracker.now, counted="index")
        return self.tracker.now.counted == "index"

    def _today(self) -> Today:
        """Return the day of publication, with the fiscal year of whose trade it is."""
        place = self.tracker.now.reporter or self.tracker.home
        return replace(self.today, fiscal=fiscal_start(place.code if place else ""))

    def _when(self) -> When:
        now = self.tracker.now
        return When(now.period, now.days)

    def _source(self, chunk: Chunker) -> None:
        name = source(chunk)
        if name:
            where = self.sources.setdefault(chunk.scan.line.sentence.line, [])
            where.append((self.sentence, name))

    # -- scope --------------------------------------------------------------------------------

    def _scopes(self, chunk: Chunker, found: tuple[Mention, ...]) -> list[Scope]:
        """Return the scope of every quantity of a line."""
        quantities = chunk.scan.quantities
        scopes: list[Scope] = []
        pending, partnered = list(found), False
        self.before = self.tracker.speaker = None
        for place, one in enumerate(quantities):
            while pending and pending[0].first < one.first:
                partnered = self._move(pending.pop(0), chunk, scopes, partnered)
            scopes.append(self._at(chunk, place))
        while pending:
            partnered = self._move(pending.pop(0), chunk, scopes, partnered)
        return scopes

    def _move(self, one: Mention, chunk: Chunker, scopes: list[Scope], partnered: bool) -> bool:  # noqa: FBT001
        """Move the scope by a phrase, and mend that of the quantity it is tied to."""
        tie, place = governs(one, chunk.scan.quantities, chunk)
        if tie == "whole" and place < len(scopes):
            self._whole(one, chunk, scopes, place)
            return partnered
        products = self.tracker.now.products
        self.tracker.take(one, chunk, partnered)
        if inside(one, self.before, chunk):
            self.tracker.now = replace(self.tracker.now, products=products)
        self.before = one
        if tie == "attached" and place < len(scopes):
            self._attach(one, chunk, scopes, place)
        return partnered or one.kind in {"flow", "partner"}

    def _attach(self, one: Mention, chunk: Chunker, scopes: list[Scope], place: int) -> None:
        """Give a quantity the scope of the phrase behind it."""
        now = self.tracker.now
        if one.kind == "partner":
            scopes[place] = replace(scopes[place], partner=now.partner)
            return
        quantities = chunk.scan.quantities
        opening = chunk.scan.line.low(quantities[place].last)
        if opening == "in" and scopes[place].flow == "balance":
            now = replace(now, flow="balance", polarity=scopes[place].polarity)
        if opening == "of" and quantities[place].amount and not now.products and not _whole_amount(chunk, place):
            now = replace(now, products=scopes[place].products)
        self.tracker.now = now
        scopes[place] = replace(now, counted=scopes[place].counted)
        quantities = chunk.scan.quantities
        while place > 0 and quantities[place - 1].amount and _whole_amount(chunk, place):
            place -= 1
            scopes[place] = replace(scopes[place], flow=now.flow, polarity=now.polarity)

    def _whole(self, one: Mention, chunk: Chunker, scopes: list[Scope], place: int) -> None:
        """Let the whole of a share say the flow, and whose it is; the part goes on."""
        before = self.tracker.now
        reporter = one.reporter or (self.tracker.last(one.anaphor) if one.anaphor else before.reporter)
        self.tracker.meet(one.reporter)
        partner = before.partner
        if one.reporter and before.reporter and one.reporter != before.reporter and _alone(before):
            partner = before.reporter if before.reporter.kind in {"country", "group"} else None
        flow, polarity = one.flow, one.polarity
        if before.flow == "balance" and flow in {"export", "import"}:
            flow, polarity = before.flow, before.polarity
        part = replace(before, flow=flow, polarity=polarity, reporter=reporter or before.reporter,
                       partner=None if partner == reporter else partner)  # fmt: skip
        run = place
        while run >= 0 and _listed(chunk, run, place):
            scopes[run] = replace(part, products=scopes[run].products or part.products)
            run -= 1
        self.tracker.whole = replace(part, products=one.products, partner=None)
        line = chunk.scan.line
        relative = line.low(one.last) == "," and line.low(one.last + 1) in {"which", "that"}
        sized = chunk.role(one.last + (line.low(one.last) == "of")) == "quantity"
        relative = relative or (sized and line.low(one.last) == "of")
        self.tracker.now = replace(part, products=(), partner=None) if relative else part

    def _at(self, chunk: Chunker, place: int) -> Scope:
        """Return the scope at a quantity, with what its own noun says; let a counted noun go on."""
        quantity, now = chunk.scan.quantities[place], self.tracker.now
        goods = chunk.place(quantity.last + 1) if chunk.scan.line.low(quantity.last) == "of" else None
        if goods and chunk.scan.line.low(goods[1]) in BARE:
            other = goods[0] if now.reporter not in {None, goods[0]} else now.partner
            now = self.tracker.now = replace(now, products=(), partner=other)
        if quantity.kind == "thing":
            products = now.products
            if quantity.sort.startswith(("thing", "mass")):
                products = _own_products(chunk, quantity) or products
            if quantity.unit in TRIPS:
                behind = chunk.scan.line.lows(quantity.last, quantity.last + 3)
                way = "export" if "outbound" in behind else "import" if "inbound" in behind else "total"
                now = replace(now, flow=way, polarity="", products=now.products or self.carried)
            elif quantity.sort.startswith("count"):
                now = replace(now, numbering=True)
            counted = quantity.unit if quantity.unit != "unit" or not now.counted else now.counted
            self.tracker.now = replace(now, counted=counted, products=products)
            if _whole_amount(chunk, place):
                return replace(self.tracker.now, partner=None)
            if quantity.unit in TRIPS:
                self.tracker.now = replace(self.tracker.now, products=products or now.products)
                self.carried = self.tracker.now.products
            return self.tracker.now
        if quantity.kind in {"money", "price"} or quantity.kind == "bare":
            products = _own_products(chunk, quantity)
            if products:
                self.tracker.now = replace(now, products=products)
                return self.tracker.now
        if quantity.kind != "record" and _whole_amount(chunk, place):
            return replace(now, products=(), partner=None)
        return now

    # -- claims -------------------------------------------------------------------------------

    def _draw(self, clock: Clock, place: int, scope: Scope, when: When) -> Drawn:
        quantity, frame = clock.quantities[place], clock.frames[place]
        since = clock.since(place)
        if when.period is None:
            year = Period.year(self.today.year - 1)
            when = When(year.shifted(-12) if frame.before else year)
        topic = self.tracker.topic
        if frame.measure in {"growth", "change"}:
            if not topic.since:
                topic.since, topic.period = since or "year", when.period
            elif not since and when.period == topic.period:
                since = topic.since
        said = basis(clock.chunk, clock.quantities, place, frame)
        return Drawn(quantity, frame, scope, when, since or "year", said, scope.flow, place)

    def _claim(self, scan: Scan, one: Drawn) -> None:
        measured = measure(one, scan)
        if measured is None:
            line = scan.line
            span = line.span(one.quantity.first, one.quantity.last)
            self.spare.append(Number(span, line.text(one.quantity.first, one.quantity.last), "not read"))
            return
        number = f"c{len(self.claims) + 1}"
        quantity = one.quantity
        if one.frame.noted in {"fold", "added"}:
            quantity = fold_growth(quantity, added=one.frame.noted == "added")
        claim = Claim(
            number, scan.line.span(quantity.first, quantity.last), measured,
            signed(one, measured, quantity.value), _unit(one, measured),
            flow=_flow(one, measured, scan), product=_product(one, measured),
            reporter=_name(one.scope.reporter or self.tracker.home), partner=_name(one.scope.partner),
            period=_period(one.when), scale=quantity.scale, decimals=quantity.decimals,
            hedge=one.frame.hedge or quantity.hedge, basis=one.basis, value_hi=quantity.value_hi,
            base=one.since if measured == "growth_other" and one.since not in GROWTHS else None,
        )  # fmt: skip
        self.claims.append(claim)
        self.links.append(self._link(claim, one, scan))

    def _link(self, claim: Claim, one: Drawn, scan: Scan) -> Link:
        partner = one.scope.partner.code if one.scope.partner else "world"
        place = one.scope.reporter or self.tracker.home
        reporter = place.code if place else ""
        return Link(
            claim.id, reporter or place_code(claim.reporter, self.lang), partner,
            product_slug(claim.product, self.lang), self.sentence, scan.line.sentence.line,
            one.place, one.frame.before, _whole_words(scan, one), one.since,
        )  # fmt: skip


def _recorded(drawn: list[Drawn], place: int) -> Drawn:
    """Give a record the scope and period of the amount directly behind it: "a record $9 billion"."""
    one = drawn[place]
    if one.quantity.kind != "record" or place + 1 == len(drawn):
        return one
    behind = drawn[place + 1]
    if behind.quantity.first != one.quantity.last or not behind.quantity.amount:
        return one
    return replace(one, when=behind.when, scope=behind.scope, flow=behind.flow)


def _filled(scopes: list[Scope]) -> list[Scope]:
    """Give a figure before the first flow of its line that flow: "A and B made up … of exports"."""
    found = list(scopes)
    for at in range(len(found) - 2, -1, -1):
        one, later = found[at], found[at + 1]
        if one.flow is None and one.reporter is None and later.flow is not None:
            found[at] = replace(one, flow=later.flow, polarity=later.polarity, reporter=later.reporter)
    return found


def _alone(scope: Scope) -> bool:
    return not scope.products


def _listed(chunk: Chunker, run: int, place: int) -> bool:
    """Whether a quantity is listed with a later one, by commas and "and" alone."""
    quantities, line = chunk.scan.quantities, chunk.scan.line
    for at in range(run, place):
        words = line.lows(quantities[at].last, quantities[at + 1].first)
        if quantities[at].kind != quantities[at + 1].kind or set(words) - {",", "and"}:
            return False
    return True


def _own_products(chunk: Chunker, quantity: Quantity) -> tuple[str, ...]:
    """Return the product that a quantity itself names: "500 tonnes of tea", "900 cars"."""
    line, at = chunk.scan.line, quantity.last
    if line.low(at) == "of" and line.low(at + 1) not in {"the", "them", "these", "those", "this", "its"}:
        items, _ = chunk.items(at + 1)
        named = tuple(item for item in items if item.lower() not in {"goods", "products", "that"})
        if named and not line.at(at + 1, "flow") and not line.at(at + 1, "place"):
            return named if chunk.role(at + 1) == "word" else ()
    if quantity.sort.startswith("thing") and quantity.unit not in {"unit", "trip", "set", "container"}:
        return (quantity.noun,)
    if quantity.sort == "thing narrow":
        return (quantity.noun,)
    return ()


def _whole_amount(chunk: Chunker, place: int) -> bool:
    """Whether an amount is the whole of the figure before: "5 percent of the city's $3 billion"."""
    if place == 0:
        return False
    quantities, line = chunk.scan.quantities, chunk.scan.line
    before, one = quantities[place - 1], quantities[place]
    while before.kind == "record" and place > 1:
        place -= 1
        before = quantities[place - 1]
    between = range(before.last, one.first)
    if line.low(before.last) != "of" or len(between) > 6:
        return False
    return all(chunk.role(at) not in {"mark", "verb", "flow"} for at in between)


def _distribute(chunk: Chunker, drawn: list[Drawn]) -> list[Drawn]:
    """Deal the items of a list to the figures listed after it, in order."""
    found, at = list(drawn), 0
    while at < len(found):
        end = at
        while end + 1 < len(found) and _listed(chunk, end, end + 1):
            end += 1
        count = end - at + 1
        if count > 1:
            dealt = _dealt(found, at, count)
            for step, scope in enumerate(dealt):
                found[at + step] = replace(found[at + step], scope=scope, flow=scope.flow)
        at = end + 1
    return found


def _dealt(drawn: list[Drawn], at: int, count: int) -> list[Scope]:
    """Return the scopes of a list of figures: of the products named, or of the amounts before."""
    scope = drawn[at].scope
    items = scope.products
    if len(items) == 1 and count == 2 and items[0].count(" and ") == 1:
        items = tuple(items[0].split(" and "))
    if len(items) == count:
        return [replace(scope, products=(item,)) for item in items]
    before = [each for each in drawn[max(0, at - count) : at] if each.quantity.amount]
    if len(before) == count and len({each.scope for each in before}) == count:
        return [
            replace(drawn[at + step].scope, products=each.scope.products, partner=each.scope.partner)
            for step, each in enumerate(before)
        ]
    return [drawn[at + step].scope for step in range(count)]


def measure(one: Drawn, scan: Scan) -> str | None:
    """Return the measure of the guide; None where a number is no claim."""
    quantity, frame = one.quantity, one.frame
    if quantity.kind == "bare" and not one.scope.counted:
        return None
    if one.scope.counted == "index" and quantity.kind == "bare" and quantity.decimals < 1:
        return None
    if frame.measure == "growth":
        return GROWTHS.get(one.since, "growth_other")
    if frame.measure == "level" and (quantity.kind in {"thing", "bare"}):
        return _count_or_level(one, scan)
    return frame.measure


def _count_or_level(one: Drawn, scan: Scan) -> str:
    quantity, unit = one.quantity, _unit(one, "level")
    if quantity.sort.startswith("mass") or unit in {"tonne", "kg", "teu", "barrel", "litre", "index"}:
        return "level"
    if scan.line.within(0, quantity.first, "produce"):
        return "level"
    flowing = one.scope.flow is not None and not one.scope.numbering
    return "level" if unit in CARRIED and flowing and scan.line else "count"


def signed(one: Drawn, measured: str, value: str) -> str:
    """Return the value with the sign that the words give it."""
    negative = value.startswith("-")
    bare = value.removeprefix("-")
    deficit = one.scope.flow == "balance" and one.scope.polarity == "-"
    if measured in {"level", "threshold"}:
        negative = negative or deficit
    elif measured == "change":
        negative = negative or (one.frame.sign < 0) != deficit
    elif measured.startswith(("growth", "pp_", "contribution")) and one.quantity.kind != "multiple":
        negative = negative or one.frame.sign < 0
    return f"-{bare}" if negative and bare.strip("0.") else bare


def _unit(one: Drawn, measured: str) -> str:
    quantity = one.quantity
    if one.frame.unit:
        return one.frame.unit
    if measured.startswith("growth") or measured == "contribution_share":
        return "percent"
    if quantity.kind == "bare" or (quantity.unit == "unit" and one.scope.counted):
        return one.scope.counted
    if quantity.unit == "consecutive":
        months = one.when.period.months if one.when.period else 12
        return "consecutive_" + {1: "month", 3: "quarter"}.get(months, "year")
    return quantity.unit


def _flow(one: Drawn, measured: str, scan: Scan) -> str | None:
    unit = _unit(one, measured)
    if unit in TRIPS:
        behind = scan.line.lows(one.quantity.last, one.quantity.last + 3)
        if "outbound" in behind or "inbound" in behind:
            return "export" if "outbound" in behind else "import"
        return "total"
    if measured == "count" or one.scope.numbering:
        return None
    if measured == "change" and one.quantity.kind == "thing" and unit not in CARRIED:
        return None
    if measured == "price" or one.scope.pricing:
        return one.flow if measured == "price" else None
    return one.flow


def _product(one: Drawn, measured: str) -> str | None:
    if measured == "count":
        if one.quantity.sort == "count narrow" and one.quantity.unit not in UNIVERSAL | {"firm"}:
            return one.quantity.noun
        if one.quantity.unit == "firm" or one.scope.counted == "firm":
            return None
    return one.scope.product


def _name(place: Place | None) -> str | None:
    return place.name if place else None


def _period(when: When) -> str | None:
    if when.period is None:
        return None
    if when.days:
        month = str(Period(when.period.last, when.period.last))
        return f"{month}-{when.days[0]:02d}/{month}-{when.days[1]:02d}"
    return str(when.period)


def _whole_words(scan: Scan, one: Drawn) -> str:
    """Return the words for the whole of a share or contribution."""
    line, at = scan.line, one.quantity.last
    if not one.frame.whole or line.low(at) != "of":
        return ""
    end = at + 1
    while end < len(line.tokens) and line.tokens[end].kind != "mark" and end < at + 10:
        end += 1
    return line.text(at + 1, end)
