"""Noun phrases of a line: what is exported, by whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portbook.claims.read.linking import gazetteer
from portbook.claims.read.mention import Mention, Place
from portbook.claims.read.roles import roles
from portbook.claims.read.scan import Scan

BARE = frozenset(
    {
        "goods",
        "product",
        "products",
        "goods and services",
        "commodities",
        "items",
        "merchandise",
        "merchandise goods",
        "all goods",
        "global",
        "countries",
    }
)
PLACING = frozenset({"to", "with", "from", "into", "in", "for", "of", "by", "inside"})
"""Prepositions that a place may follow."""


@dataclass(slots=True)
class Chunker:
    """The noun phrases of one line, as they are found."""

    scan: Scan
    roles: tuple[str, ...]

    @classmethod
    def of(cls, scan: Scan) -> Chunker:
        """Return the chunker of a scanned line."""
        return cls(scan, roles(scan))

    def role(self, at: int) -> str:
        """Return the role of a token; `end` outside the line."""
        return self.roles[at] if 0 <= at < len(self.roles) else "end"

    def place(self, at: int) -> tuple[Place, int] | None:
        """Return the place named at a token, and where its name ends."""
        cue = self.scan.line.at(at, "place")
        if cue is None or self.role(at) != "place":
            return None
        return gazetteer(self.scan.line.lexicon.lang)[cue.sense], cue.last

    def place_before(self, at: int) -> tuple[Place, int] | None:
        """Return the place whose name ends at a token, and where it begins."""
        cue = self.scan.line.till(at, "place")
        if cue is None or self.role(at) != "place":
            return None
        return gazetteer(self.scan.line.lexicon.lang)[cue.sense], cue.first

    # -- a phrase headed by a word for a flow -------------------------------------------------

    def flow_phrase(self, at: int) -> Mention:
        """Return the phrase around the flow word that begins at a token."""
        cue = self.scan.line.at(at, "flow", "n")
        assert cue is not None  # noqa: S101  (the role of the token says so)
        flow, polarity = cue.sense.rstrip("+-"), cue.sense[-1:] if cue.sense[-1:] in "+-" else ""
        found = Mention("flow", at, cue.last, at, flow, polarity)
        special = self.scan.line.at(at, "special")
        if special:
            found = replace(found, products=(self.scan.line.text(at, special.last),))
        fresh = self.scan.line.low(at) in {"total", "overall", "combined"}
        return self._right(self._left(replace(found, fresh=fresh)), cue.last)

    def _left(self, found: Mention) -> Mention:
        """Take the words before the flow word: adjectives, product, possessor."""
        line, at, words = self.scan.line, found.first, list[int]()
        while at > 0:
            role = self.role(at - 1)
            if role == "word" or (
                role == "conj" and words and line.low(at - 1) == "and" and self._joins(at - 1)
            ):
                words.insert(0, at - 1)
            elif role != "moment" or (not words and not self._premodifies(at - 1)):
                break
            at -= 1
        found = self._possessor(replace(found, first=at), at)
        plain = self._plain(words)
        fresh = found.fresh or any(line.low(w) in {"total", "overall", "all"} for w in plain)
        kept = [w for w in words if w not in plain]
        product = _plural(self._words(kept[0], kept[-1] + 1)) if kept else None
        if found.products:
            product = " ".join(filter(None, [product, *found.products]))
        return replace(found, fresh=fresh, products=(product,) if product else ())

    def _joins(self, at: int) -> bool:
        """Whether "and" ties two modifiers."""
        return self.role(at - 1) == "word" and self.role(at + 1) == "word"

    def _premodifies(self, at: int) -> bool:
        """Whether a period stands as an adjective: "December exports", "last year's trade"."""
        return self.role(at + 1) in {"flow", "word", "possessive"}

    def _plain(self, words: list[int]) -> list[int]:
        """Return the words that narrow nothing: "total", "goods and services"."""
        line, covered = self.scan.line, set[int]()
        for at in words:
            cues = (
                line.at(at, "plain"),
                line.at(at, "since"),
                line.at(at, "basis"),
                line.at(at, "hedge"),
                line.at(at, "grow", "an"),
                line.at(at, "record"),
            )
            for cue in cues:
                if cue is not None:
                    covered |= set(range(cue.first, cue.last))
        return [at for at in words if at in covered]

    def _possessor(self, found: Mention, at: int) -> Mention:
        """Take who owns the phrase: a place, "its", "the city's"."""
        line = self.scan.line
        owner = at - 1 if self.role(at - 1) == "possessive" else at
        anaphor = line.till(owner - 1, "anaphor") if owner < at else None
        if anaphor:
            return replace(found, first=anaphor.first, own=True, anaphor=anaphor.sense)
        if self.role(at - 1) == "own":
            their = "their" if line.low(at - 1) == "their" else ""
            return replace(found, first=at - 1, own=True, anaphor=their)
        place = self.place_before(owner - 1)
        if (
            place
            and self.role(place[1] - 1) == "prep"
            and owner == at
            and self._object(place[1] - 1)
        ):
            return found
        if place:
            return replace(found, first=place[1], reporter=place[0])
        if (
            owner < at
            and self.role(owner - 1) == "word"
            and line.tokens[owner - 1].text[0].isupper()
        ):
            first = owner - 1
            while self.role(first - 1) == "word" and line.tokens[first - 1].text[0].isupper():
                first -= 1
            name = Place(line.text(first, owner), "", "named")
            return replace(found, first=first, reporter=name)
        return found

    def _object(self, at: int) -> bool:
        """Whether a preposition makes the place behind it a partner's: "to China exports"."""
        return self.scan.line.low(at) in {"to", "with"}

    def _right(self, found: Mention, at: int) -> Mention:
        """Take the prepositional phrases behind the flow word."""
        line = self.scan.line
        while at < len(line.tokens):
            role = self.role(at)
            if line.lows(at, at + 3) == ["as", "a", "whole"]:
                found, at = replace(found, fresh=True), at + 3
                continue
            if role in {"moment", "adv"}:
                at += 1
                continue
            taken = self._prepositional(found, at) if role == "prep" else None
            world = self.place(at)
            if world and world[0].kind == "world" and role == "place":
                found, at = replace(found, reporter=found.reporter or world[0]), world[1]
                continue
            if taken is None:
                break
            found, at = taken
        return replace(found, last=max(found.last, at))

    def _prepositional(self, found: Mention, at: int) -> tuple[Mention, int] | None:
        """Take one prepositional phrase: where it ends, and what it adds; None ends the phrase."""
        line, word = self.scan.line, self.scan.line.low(at)
        if self.role(at + 1) == "moment":
            return found, at + 1
        target = at + 1 + (self.role(at + 1) == "det" and not line.at(at + 1, "place"))
        if word == "between":
            return self._between(found, target)
        if "world" in line.lows(target, target + 4) and word in {"to", "with", "from"}:
            return found, target + line.lows(target, target + 5).index("world") + 1
        return self._whose(found, word, at + 1, target) or self._what(found, word, target)

    def _whose(self, found: Mention, word: str, at: int, target: int) -> tuple[Mention, int] | None:
        """Take the place or firm behind a preposition."""
        line = self.scan.line
        owner = line.at(at, "anaphor") if word in {"of", "by", "from"} else None
        if owner:
            return replace(found, own=True, anaphor=owner.sense), owner.last
        firm = self._maker(target) if word in {"of", "by", "from", "at"} else 0
        if firm:
            return replace(found, reporter=Place(line.text(target, firm), "", "firm")), firm
        place = self.place(target)
        return self._placed(found, word, place) if place and word in PLACING else None

    def _what(self, found: Mention, word: str, target: int) -> tuple[Mention, int] | None:
        """Take the product or mode of trade behind a preposition."""
        if self.place(target) and word in PLACING:
            return None
        mode = self._mode(target) if word in {"in", "under", "through"} else 0
        if mode:
            return replace(found, products=(self.scan.line.text(target, mode),)), mode
        if word in {"of", "in", "by"} and not found.products:
            return self._narrowed(found, word, target)
        return None

    def _mode(self, at: int) -> int:
        """Return where a mode of trade that begins at a token ends: "processing trade"."""
        end = at
        while self.role(end) == "word":
            end += 1
        trade = self.scan.line.low(end) == "trade" and self.role(end) == "flow"
        return (
            end + 1
            if trade and end > at and len(self._plain(list(range(at, end)))) < end - at
            else 0
        )

    def _maker(self, at: int) -> int:
        """Return where the name of a single firm that begins at a token ends; 0 for none."""
        line, end = self.scan.line, self.noun(at)
        head = line.till(end - 1, "firmhead") if end > at else None
        single = (
            line.low(at - 1) in {"a", "an"}
            or line.tokens[min(at, len(line.tokens) - 1)].text[0].isupper()
        )
        return end if head and head.first >= at and single else 0

    def _between(self, found: Mention, at: int) -> tuple[Mention, int] | None:
        one = self.place(at)
        two = self.place(one[1] + 1) if one and self.scan.line.low(one[1]) == "and" else None
        if one is None or two is None:
            rest = one and "world" in self.scan.line.lows(one[1], one[1] + 6)
            if one and rest:
                return replace(found, reporter=one[0]), one[1]
            return None
        return replace(found, reporter=one[0], partner=two[0], anaphor="pair"), two[1]

    def _placed(
        self, found: Mention, word: str, place: tuple[Place, int]
    ) -> tuple[Mention, int] | None:
        where, last = place
        line = self.scan.line
        if where.kind == "world":
            return (found, last) if word in {"to", "with", "from", "in"} else None
        if self.role(last) in {"word", "flow"} and word != "from":
            if word == "of" and self.role(last) == "word":
                return self._narrowed(found, word, last)
            if word in {"in", "for", "of"}:
                return None
        if line.low(last) == "'s" and line.low(last + 1) in {"favour", "favor"}:
            return replace(found, partner=where, anaphor="favour"), last + 2
        incoming = found.flow == "import" and word == "from"
        if word in {"to", "with", "into", "inside"} or incoming or found.reporter:
            return replace(found, partner=where), last
        return replace(found, reporter=where), last

    def _narrowed(self, found: Mention, word: str, at: int) -> tuple[Mention, int] | None:
        """Take the products of "exports of A, B and C"."""
        items, last = self.items(at)
        if not items or self._neutral(at, last):
            return None
        if self.scan.line.low(at - 1) in {"a", "an"} and word == "of":
            return None
        if word == "by":
            return self._operated(found, at, last)
        if word == "in" and found.flow == "export":
            return None
        named = tuple(item for item in items if item.lower() not in BARE)
        return replace(found, products=named), last

    def _neutral(self, first: int, last: int) -> bool:
        cue = self.scan.line.till(last - 1, "neutral", "n")
        return cue is not None and cue.first <= first

    def _operated(self, found: Mention, at: int, last: int) -> tuple[Mention, int]:
        line = self.scan.line
        if any(line.at(place, "operators") for place in range(at, last)):
            owner = self.place(at)
            if owner:
                return replace(found, reporter=owner[0]), last
            return replace(found, products=(line.text(at, last),)), last
        if not any(line.at(place, "firmhead") for place in range(at, last)):
            return found, last
        return replace(found, reporter=Place(line.text(at, last), "", "firm")), last

    # -- words ------------------------------------------------------------------------------

    def items(self, at: int) -> tuple[tuple[str, ...], int]:
        """Return the products listed from a token on, and where the list ends."""
        line, found = self.scan.line, list[str]()
        while True:
            start, at = at, self.noun(at)
            if at == start:
                break
            name = self._words(start, at)
            if name:
                found.append(name)
            joint = at + (line.low(at) == ",")
            joint += line.low(joint) == "and"
            if joint == at or self.noun(joint) == joint or not self._lists(at, joint):
                break
            at = joint
        return tuple(found), at

    def _lists(self, at: int, joint: int) -> bool:
        """Whether a comma goes on with a list: its last joint is an "and" before any verb."""
        line, end = self.scan.line, self.noun(joint)
        if line.low(joint - 1) == "and":
            return self.role(end) != "prep" or line.low(end) != "of"
        while line.low(end) == ",":
            step = end + 1 + (line.low(end + 1) == "and")
            if line.low(step - 1) == "and":
                return self.noun(step) > step
            if self.noun(step) == step:
                return False
            end = self.noun(step)
        return line.low(end) == "and" and self.noun(end + 1) > end + 1 and at >= 0

    def noun(self, at: int) -> int:
        """Return where the noun at a token ends; the token itself where there is none."""
        line, end = self.scan.line, at
        named = self.place(at)
        if named:
            end = named[1]
        while True:
            if (
                self.role(end) == "word"
                or (
                    self.role(end) == "conj"
                    and line.low(end) == "and"
                    and end > at
                    and self._tied(at, end)
                )
                or (self.role(end) == "own" and end > at and line.low(end - 1) == "and")
            ):
                end += 1
            else:
                return end

    def _tied(self, first: int, at: int) -> bool:
        """Whether "and" stands inside one product's name: "machinery and electronics"."""
        line = self.scan.line
        if self.role(at + 1) == "own":
            return True
        if self.role(at + 1) != "word" or self.role(at - 1) != "word":
            return False
        return at - first <= 2 and not any(
            line.low(place) == "," for place in range(max(0, first - 3), first)
        )

    def _words(self, first: int, last: int) -> str | None:
        """Return the words of a product, without the adjectives that narrow nothing."""
        line = self.scan.line
        while first < last and (self._leads(first)):
            first += 1
        text = line.text(first, last)
        return text if text and text.lower() not in BARE else None

    def _leads(self, at: int) -> bool:
        line = self.scan.line
        if self.role(at) in {"det", "own"}:
            return True
        return line.low(at) in {
            "total",
            "overall",
            "all",
            "annual",
            "various",
            "certain",
            "other",
            "some",
        }


def _plural(word: str | None) -> str | None:
    """Return a product that stood as an adjective in its plural, where only -es makes it."""
    return f"{word}es" if word and word.endswith(("ch", "sh", "x")) else word


def reading(scan: Scan) -> Chunker:
    """Return the chunker of a line."""
    return Chunker.of(scan)
