"""A sentence as the grammar sees it: tokens, and the cues that begin and end at each."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.read.lexicon import Cue, Lexicon
from portbook.claims.read.sentences import Sentence
from portbook.claims.read.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, tokenized, with every cue of the lexicon at its place."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    lexicon: Lexicon
    begins: tuple[tuple[Cue, ...], ...]
    ends: tuple[tuple[Cue, ...], ...]

    @classmethod
    def of(cls, sentence: Sentence, lexicon: Lexicon) -> Line:
        """Return the line of a sentence."""
        row = tokens(sentence)
        begins = [tuple(lexicon.cues(row, at)) for at in range(len(row))]
        ends: list[list[Cue]] = [[] for _ in row]
        for cues in begins:
            for cue in cues:
                ends[cue.last - 1].append(cue)
        return cls(sentence, row, lexicon, tuple(begins), tuple(map(tuple, ends)))

    def low(self, at: int) -> str:
        """Return a token in small letters; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def lows(self, first: int, last: int) -> list[str]:
        """Return tokens `[first, last)` in small letters, those outside left out."""
        return [token.low for token in self.tokens[max(first, 0) : max(last, 0)]]

    def at(self, place: int, kind: str, part: str | None = None) -> Cue | None:
        """Return the longest cue of a kind that begins at a token."""
        if not 0 <= place < len(self.tokens):
            return None
        return _longest(self.begins[place], kind, part)

    def till(self, place: int, kind: str, part: str | None = None) -> Cue | None:
        """Return the longest cue of a kind whose last token is at a place."""
        if not 0 <= place < len(self.tokens):
            return None
        return _longest(self.ends[place], kind, part)

    def within(self, first: int, last: int, kind: str) -> Cue | None:
        """Return the first cue of a kind that lies in tokens `[first, last)`."""
        for place in range(max(first, 0), min(last, len(self.tokens))):
            cue = self.at(place, kind)
            if cue and cue.last <= last:
                return cue
        return None

    def text(self, first: int, last: int) -> str:
        """Return the words of tokens `[first, last)` as they are written."""
        if first >= last:
            return ""
        origin = self.sentence.start
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return self.sentence.text[start - origin : end - origin]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where tokens `[first, last)` stand in the whole text."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def token_at(self, place: int) -> int:
        """Return the first token that begins at or after a place of the whole text."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return low


def _longest(cues: tuple[Cue, ...], kind: str, part: str | None) -> Cue | None:
    found = None
    for cue in cues:
        if cue.kind != kind or (part is not None and cue.part not in part):
            continue
        if found is None or cue.last - cue.first > found.last - found.first:
            found = cue
    return found
