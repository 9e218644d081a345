"""What is said of a check as a whole: the headline, the numbers read, and each claim's lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from portbook.claims.check import Check
from portbook.claims.guide import Claim
from portbook.claims.judge.amounts import bounds_words
from portbook.claims.judge.finding import CONTRADICTED, SUPPORTED, Evidence, Finding
from portbook.claims.judge.tie import Tie
from portbook.claims.judge.words import named
from portbook.figures.figure import Figure
from portbook.quantities import unit
from portbook.quantities.wording import digits
from portbook.release.check_page.verdicts import count_word
from portbook.release.numbers import prose
from portbook.release.pieces import Line, Number, upper

KINDS = {
    "date": ("date", "dates"),
    "name": ("part of a name", "parts of names"),
    "period length": ("length of time", "lengths of time"),
    "list intro": ("number that introduces a list", "numbers that introduce lists"),
    "not read": ("was not read", "were not read"),
}
MANY = ("export", "import")


def headline(check: Check) -> Line:
    """Return one sentence with the gravest verdict."""
    wrong = [one for one in check.findings if one.verdict == CONTRADICTED]
    total = len(check.claims)
    if not total:
        return ("No claim was read in this text",)
    if len(wrong) == 1 and wrong[0].evidence and wrong[0].address is not None:
        return (
            f"One of {count_word(total)} claims is wrong: ",
            *_instead(wrong[0], _claim(check, wrong[0].claim)),
        )
    if wrong:
        return (f"{upper(count_word(len(wrong)))} of {count_word(total)} claims are wrong",)
    if check.broken:
        tie = check.broken[0]
        return (
            f"{upper(count_word(len(tie.claims)))} claims cannot all be true: {tie.arithmetic}",
        )
    held = sum(one.verdict == SUPPORTED for one in check.findings)
    verb = "is" if held == 1 else "are"
    return (
        f"No claim is contradicted, and {count_word(held)} of {count_word(total)} {verb} supported",
    )


def _claim(check: Check, name: str) -> Claim:
    return next(claim for claim in check.claims if claim.id == name)


def _instead(finding: Finding, claim: Claim) -> Line:
    """Say what the figure was instead: imports were 18.39 trillion yuan, not 18.93."""
    figure = finding.evidence[0].figure
    subject = named(figure.address).partition(",")[0]
    plain = figure.address.measure in ("value", "quantity")
    verb = "were" if plain and figure.address.cell.scope.flow in MANY else "was"
    shown = _rounded(figure, claim)
    return (f"{subject} {verb} ", shown, f", not {claim.value.replace('-', chr(0x2212))}")


def _rounded(figure: Figure, claim: Claim) -> Number:
    """Return a figure at the places of a claim, so that the two can be compared at a glance."""
    if figure.unit == claim.unit and unit(figure.unit).money and claim.scale > 1:
        shown = digits(figure.value / claim.scale, max(claim.decimals, 0))
        words = prose(figure).text.partition(" ")[2]
        return Number(figure, f"{shown} {words}")
    if figure.unit == "percent":
        return Number(figure, f"{digits(figure.value, max(claim.decimals, 0))}%")
    return prose(figure, signed=True)


def summary(check: Check) -> str:
    """Return what was read in the text, and what ties the claims."""
    reading = check.reading
    kinds = Counter(one.kind for one in reading.unread)
    claims = len(check.claims)
    parts = [f"{claims} {'is a claim' if claims == 1 else 'are claims'}"]
    for kind, (one, many) in KINDS.items():
        if kinds[kind]:
            parts.append(f"{kinds[kind]} {one if kinds[kind] == 1 else many}{_which(check, kind)}")
    return f"Of {reading.numbers} numbers and records in the text {_listed(parts)}. {_tied(check)}"


def _which(check: Check, kind: str) -> str:
    if kind not in ("not read", "name"):
        return ""
    shown = [one.text for one in check.reading.unread if one.kind == kind]
    return f" ({', '.join(shown[:5])}{', …' if len(shown) > 5 else ''})"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _tied(check: Check) -> str:
    met = [tie for tie in check.ties if tie.verdict != "needs_data"]
    if not met:
        return "No identity ties claims together."
    broken = check.broken
    count = count_word(len(met))
    head = (
        f"{upper(count)} {'identity ties' if len(met) == 1 else 'identities tie'} claims together"
    )
    if not broken:
        return f"{head}, and {'it holds' if len(met) == 1 else 'all hold'}."
    names = _listed([tie.identity.replace("_", " ") for tie in broken])
    fail = "fails" if len(broken) == 1 else "fail"
    return f"{head}; {count_word(len(broken))} {fail} ({names})."


def reading_of(finding: Finding) -> str:
    """Return what a claim was read as."""
    return (
        "not a figure of customs statistics" if finding.address is None else named(finding.address)
    )


def arithmetic(finding: Finding) -> Line:
    """Return the arithmetic of a verdict, with the figures in it as numbers that open."""
    line: list[str | Number] = [finding.arithmetic]
    for one in finding.evidence:
        whole = re.compile(rf"(?<![\d.,]){re.escape(one.words)}(?![\d.,]*\d)")
        for at, piece in enumerate(line):
            found = whole.search(piece) if isinstance(piece, str) and one.words else None
            if isinstance(piece, str) and found:
                number = Number(one.figure, one.words)
                line[at : at + 1] = [piece[: found.start()], number, piece[found.end() :]]
                break
    return tuple(each for each in line if each != "")


def broken_for(check: Check, claim: str) -> Iterator[str]:
    """Iterate over the identities inside the article that a claim breaks.

    Where the ledger contradicts one of their claims, that one alone is to blame.
    """
    wrong = {one.claim for one in check.findings if one.verdict == CONTRADICTED}
    for tie in check.broken:
        blamed = wrong & set(tie.claims) or set(tie.claims)
        if claim in blamed:
            yield _corrected(tie, claim) or tie.arithmetic


def _corrected(tie: Tie, claim: str) -> str:
    """Say what the others make of a claim, where the identity can be solved for it."""
    for one in tie.derived:
        if one.about == claim and one.formula:
            return f"{one.formula} = {bounds_words(one.low, one.high, one.unit)}"
    return ""


def source_of(figure: Figure) -> str:
    """Return the title of the publication that a figure is from, and since when it is known."""
    publication = figure.prints[0].publication if figure.prints else None
    if publication is None:
        return figure.publication
    known = f"known {figure.known_from}" if figure.known_from else ""
    title = publication.title if not figure.across else f"{publication.series}, joined"
    return ", ".join(each for each in (publication.office, title, figure.evidence, known) if each)


def further(finding: Finding) -> list[tuple[str, Evidence]]:
    """Return the evidence line by line, each with its publication."""
    return [(source_of(one.figure), one) for one in finding.evidence]


def is_open(finding: Finding) -> bool:
    """Return whether the details of a claim are shown at once."""
    return finding.verdict != SUPPORTED
