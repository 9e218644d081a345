"""Lines to claims: quantities, frames, periods and scope put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from portbook.claims.guide import Claim
from portbook.claims.read import naming
from portbook.claims.read.attribution import source
from portbook.claims.read.basis import basis
from portbook.claims.read.chunk import Chunker
from portbook.claims.read.context import Frame
from portbook.claims.read.frames import frames as framed
from portbook.claims.read.linking import fiscal_start, link
from portbook.claims.read.listing import Drawn, distribute
from portbook.claims.read.mention import Mention, Place
from portbook.claims.read.placing import Placer
from portbook.claims.read.quantity import Number
from portbook.claims.read.reading import Link
from portbook.claims.read.sayings_en import fold_growth
from portbook.claims.read.scan import leftover
from portbook.claims.read.scope import Scope, Tracker
from portbook.claims.read.sentences import Sentence
from portbook.claims.read.stretch import Today
from portbook.claims.read.tables import Column, caption, columns, row_claims, spare_numbers
from portbook.claims.read.timing import Clock, When
from portbook.quantities import Period

RATES = frozenset({"growth", "share"})


@dataclass(slots=True)
class Assembler:
    """The claims of a text, line after line."""

    today: Today
    lang: str
    placer: Placer = field(default_factory=Placer)
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spare: list[Number] = field(default_factory=list)
    sources: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    prior: Frame | None = None
    adjusted: bool = False
    heads: list[Column] = field(default_factory=list)
    sentence: int = 0

    @property
    def tracker(self) -> Tracker:
        """The scope as the text carries it."""
        return self.placer.tracker

    def line(self, chunk: Chunker, found: tuple[Mention, ...]) -> None:
        """Read one line."""
        quantities = chunk.scan.quantities
        self._heading(chunk)
        frames = framed(chunk, quantities, index=self._index(chunk), prior=self.prior)
        self.prior = next((one for one in reversed(frames) if one.measure in RATES), self.prior)
        now = self.tracker.now
        clock = Clock(chunk, quantities, frames, self._today(), When(now.period, now.days))
        whens = clock.times()
        self._source(chunk)
        scopes = self.placer.scopes(chunk, found)
        drawn = [self._draw(clock, at, scopes[at], whens[at]) for at in range(len(quantities))]
        self.tracker.now = replace(self.tracker.now, period=clock.now.period, days=clock.now.days)
        for one in distribute(chunk, drawn):
            self._claim(chunk, one)
        self.spare += chunk.scan.spare
        self.sentence += 1

    def table(self, row: Sentence, above: str) -> None:
        """Read one row of a table; `above` is the line that stands over the table."""
        heads = columns(row)
        self.heads = heads or self.heads
        now = self.tracker.now
        place = now.reporter or self.tracker.home
        said = caption(above, now.flow, naming.name(place))
        claims = [] if heads else row_claims(row, self.heads, said)
        for claim in claims:
            self._keep(claim, place, None, row.line)
        latest = [head.period for head in self.heads if head.period]
        if latest:
            self.tracker.now = replace(now, period=Period.parse(max(latest)))
        self.spare += spare_numbers(row, [claim.span for claim in claims], heading=bool(heads))
        self.sentence += 1

    def _heading(self, chunk: Chunker) -> None:
        """Let a heading say that the figures below are adjusted, and so compared by the month."""
        line = chunk.scan.line
        if line.sentence.kind == "heading":
            basis = line.within(0, len(line.tokens), "basis")
            self.adjusted = basis is not None and basis.sense == "sa"

    def _index(self, chunk: Chunker) -> bool:
        """Whether the line, or the paragraph so far, speaks of an index."""
        line = chunk.scan.line
        if line.within(0, len(line.tokens), "index"):
            self.tracker.now = replace(self.tracker.now, counted="index")
        return self.tracker.now.counted == "index"

    def _today(self) -> Today:
        """Return the day of publication, with the fiscal year of whose trade it is."""
        place = self.tracker.now.reporter or self.tracker.home
        return replace(self.today, fiscal=fiscal_start(place.code if place else ""))

    def _source(self, chunk: Chunker) -> None:
        name = source(chunk)
        if name:
            where = self.sources.setdefault(chunk.scan.line.sentence.line, [])
            where.append((self.sentence, name))

    def _draw(self, clock: Clock, place: int, scope: Scope, when: When) -> Drawn:
        """Put together what was found out about one quantity."""
        quantity, frame = clock.quantities[place], clock.frames[place]
        if when.period is None:
            year = Period.year(self.today.year - 1)
            when = When(year.shifted(-12) if frame.before else year)
        since = clock.since(place)
        if frame.measure in {"growth", "change"}:
            raw = basis(clock.chunk, clock.quantities, place, frame, raw=True)
            since = self._against(since or ("year" if raw == "raw" else ""), when.period)
        said = basis(clock.chunk, clock.quantities, place, frame)
        return Drawn(quantity, frame, scope, when, since or "year", said, place)

    def _against(self, since: str, period: Period | None) -> str:
        """Return what growth is against: as the paragraph began, while its period lasts."""
        topic = self.tracker.topic
        if self.adjusted and not since and period is not None and period.months == 1:
            return "month"
        if not topic.since:
            topic.since, topic.period = since or "year", period
        return since or (topic.since if period == topic.period else "")

    def _claim(self, chunk: Chunker, one: Drawn) -> None:
        """Make a claim of a quantity, or put it with the numbers left over."""
        line, quantity = chunk.scan.line, one.quantity
        span = line.span(quantity.first, quantity.last)
        measured = naming.measure(one, chunk)
        if measured is None:
            text = line.text(quantity.first, quantity.last)
            self.spare.append(Number(span, text, leftover(line, quantity.last)))
            return
        if one.frame.noted in {"fold", "added"}:
            quantity = fold_growth(quantity, added=one.frame.noted == "added")
        other = measured == "growth_other" and one.since not in naming.GROWTHS
        place = one.scope.reporter or self.tracker.home
        claim = Claim(
            "",
            span,
            measured,
            naming.signed(one, measured, quantity.value),
            naming.unit(one, measured),
            flow=naming.flow(one, measured, chunk),
            product=naming.product(one, measured),
            reporter=naming.name(place),
            partner=naming.name(one.scope.partner),
            period=naming.period(one.when),
            scale=quantity.scale,
            decimals=quantity.decimals,
            hedge=one.frame.hedge or quantity.hedge,
            basis=one.basis,
            value_hi=quantity.value_hi,
            base=one.since if other else None,
        )
        self._keep(claim, place, one.scope.partner, line.sentence.line)
        self.links[-1] = replace(
            self.links[-1],
            frame=one.place,
            before=one.frame.before,
            whole=naming.whole(one, chunk),
            since=one.since,
        )

    def _keep(self, claim: Claim, place: Place | None, partner: Place | None, line: int) -> None:
        """Number a claim and link it."""
        claim = replace(claim, id=f"c{len(self.claims) + 1}")
        self.claims.append(claim)
        named = link(claim, place, partner, self.lang)
        self.links.append(replace(named, sentence=self.sentence, line=line))
