"""The tokens of a line with their roles, and the nouns and places among them."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.read.linking import gazetteer
from portbook.claims.read.mention import Place
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
"""Words for goods that narrow nothing."""


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

    def places(self, first: tuple[Place, int]) -> tuple[tuple[Place, ...], int]:
        """Return the places listed from one on, up to an "and", and where the list ends."""
        line, found, last = self.scan.line, [first[0]], first[1]
        closed = False
        while not closed:
            joint = last + (line.low(last) == ",")
            closed = line.low(joint) == "and"
            joint += closed
            joint += self.role(joint) == "det" and self.place(joint) is None
            more = self.place(joint) if joint > last else None
            if more is None or self.role(more[1]) in {"word", "flow", "possessive"}:
                return first[:1], first[1]
            found.append(more[0])
            last = more[1]
        return tuple(found), last

    def items(self, at: int) -> tuple[tuple[str, ...], int]:
        """Return the products listed from a token on, and where the list ends."""
        line, found = self.scan.line, list[str]()
        while True:
            start, at = at, self.noun(at)
            if at == start:
                break
            name = self.words(start, at)
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

    def words(self, first: int, last: int) -> str | None:
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


def reading(scan: Scan) -> Chunker:
    """Return the chunker of a line."""
    return Chunker.of(scan)
