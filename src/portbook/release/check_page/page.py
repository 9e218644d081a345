"""A checked article as one self-contained page: no script, no network."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from html import escape

from portbook.claims.check import Check
from portbook.figures.figure import Figure
from portbook.release.check_page.cards import Article
from portbook.release.check_page.saying import headline, summary
from portbook.release.check_page.verdicts import LOOKS, drawing, look, symbols, tally
from portbook.release.evidence import GLYPHS, LEGEND, WORDS, Origin, mark, origins
from portbook.release.pieces import plain
from portbook.release.writers import marks
from portbook.release.writers.notes import Notes
from portbook.release.writers.page import POLICY, style
from portbook.release.writers.words import Origins, issues_of

LEFT = 'style="text-align:left"'


def html(check: Check) -> str:
    """Return a checked article as one HTML page."""
    where = origins(figures(check))
    notes = Notes(where, check.reading.lang)
    article = Article(check, notes)
    body = [
        _masthead(check),
        '<main id="main">',
        _lead(check, article),
        _text(check, article),
        _implied(check, article),
        _foot(check, where),
        _derivations(notes),
        "</main>",
    ]
    return _head(check, article) + "\n".join(body) + "\n</body>\n</html>\n"


def figures(check: Check) -> list[Figure]:
    """Return the figures that a check rests on, each once, in the order of the text."""
    found: dict[object, Figure] = {}
    for finding in check.findings:
        for one in (*finding.evidence, *finding.later):
            found.setdefault((one.figure.address, one.figure.publication), one.figure)
    return list(found.values())


def _head(check: Check, article: Article) -> str:
    title = article.title or "a text"
    described = escape(plain(headline(check)))
    return (
        f'<!doctype html>\n<html lang="{check.reading.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checked: {escape(title)} | portbook</title>\n"
        f'<meta name="description" content="{described}">\n'
        f"<style>{style()}</style>\n</head>\n<body>\n{marks.symbols()}{symbols()}\n"
        '<a class="skip" href="#main">Skip to the content</a>\n'
    )


def day_words(iso: str) -> str:
    """Return a day as it is written: 10 February 2025."""
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def _masthead(check: Check) -> str:
    assumed = " (assumed: the text bears no date)" if check.assumed else ""
    about = f"Text of {day_words(check.date)}{assumed}, judged by what was known that day"
    return (
        '<header class="mast"><span><b>portbook</b> article check</span>'
        f"<span>{escape(about)}</span></header>"
    )


def _lead(check: Check, article: Article) -> str:
    counts = "".join(
        f"<li>{drawing(each)} <b>{count}</b> {each.word}</li>" for each, count in tally(check)
    )
    return (
        f'<div class="lead"><h1>{article.notes.line(headline(check))}</h1>'
        f'<p class="dek">{escape(summary(check))}</p>'
        f'<div style="margin-top:1.2rem"><ul class="tally">{counts}</ul>'
        f"{_strip(check, article)}</div></div>"
    )


def _strip(check: Check, article: Article) -> str:
    if not check.claims:
        return ""
    cells = []
    for claim in check.claims:
        each, number = look(check.by_claim[claim.id]), article.numbers[claim.id]
        said = escape(f"Claim {number}, {article.quoted(claim)}: {each.word}")
        cells.append(
            f'<li><a class="{each.key}" href="#c{number}" aria-label="{said}">{drawing(each)}'
            f'<span aria-hidden="true">{number}</span></a></li>'
        )
    return f'<ol class="strip" aria-label="Claims in the order of the text">{"".join(cells)}</ol>'


def _text(check: Check, article: Article) -> str:
    words = len(check.reading.text.split())
    title = escape(article.title or "The text")
    return (
        '<section class="art" aria-label="The article, with its claims"><div class="arth">'
        f"<h2>{title}</h2><p>{words:,} words. Select a mark to go to its claim.</p></div>"
        f"{''.join(article.paragraphs())}</section>"
    )


def _implied(check: Check, article: Article) -> str:
    rows = []
    by_id = {claim.id: claim for claim in check.claims}
    for one in check.implied:
        rests = ", ".join(
            f'<a href="#c{article.numbers[each]}">{article.numbers[each]}</a>'
            for each in sorted(one.claims, key=lambda each: article.numbers[each])
        )
        if one.says:
            number = article.numbers[one.says]
            rests += (
                f"; the text says {escape(by_id[one.says].value)} "
                f'(<a href="#c{number}">{number}</a>)'
            )
        rows.append(
            f'<tr><th scope="row">{escape(one.what)}</th><td class="nb">{escape(one.bounds)}</td>'
            f"<td {LEFT}>{escape(one.formula)}</td><td {LEFT}>claims {rests}</td></tr>"
        )
    table = (
        '<div class="s"><div class="scroll"><table class="stack"><thead><tr>'
        '<th scope="col">Quantity</th><th scope="col">Bounds</th>'
        f'<th scope="col" {LEFT}>From</th><th scope="col" {LEFT}>Rests on</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div></div>"
    )
    said = "Exact bounds from the article’s own numbers, rounding included."
    return (
        '<section aria-labelledby="hi"><div><h2 id="hi">Implied, not said</h2>'
        f'<p class="cov">{said if rows else "The article’s numbers imply no others."}</p></div>'
        f"{table if rows else ''}</section>"
    )


def _foot(check: Check, where: Origins) -> str:
    legend = "".join(f"<li>{drawing(each)} {each.meaning}</li>" for each in LOOKS.values())
    legend += '<li><span class="unread">0<sup>not read</sup></span> a number that was not read</li>'
    evidence = "".join(f"<li>{marks.drawing(each)}{words}</li>" for each, words in LEGEND)
    used = Counter(mark(figure) for figure in figures(check))
    counted = "".join(
        f"<li>{marks.drawing(each)}<b>{used[each]}</b> {WORDS[each]}</li>"
        for each in GLYPHS
        if used[each]
    )
    return (
        '<section class="foot" aria-labelledby="hs"><div><h2 id="hs">Marks and sources</h2>'
        f'<p class="cov">The ledger as known on {day_words(check.date)}; what became known later '
        "is named as such.</p></div>"
        f'<div class="s"><ul class="legend" aria-label="Verdicts">{legend}</ul>'
        f'<ul class="legend" aria-label="Evidence marks">{evidence}</ul>'
        f'<ul class="tally">{counted}</ul>'
        f'<ol class="list">{"".join(_origin(one) for one in where.values())}</ol></div></section>'
    )


def _origin(one: Origin) -> str:
    address = escape(one.address)
    if re.match(r"https?://", one.address):
        address = f'<a href="{address}" rel="noreferrer">{address}</a>'
    else:
        address = f"<code>{address}</code>"
    return (
        f'<li id="src{one.number}">{marks.drawing(one.evidence[0])} {escape(issues_of(one))}.'
        f"<br>{address}</li>"
    )


def _derivations(notes: Notes) -> str:
    return (
        '<section id="notes" aria-labelledby="hn"><h2 id="hn" class="h2">Derivations</h2>'
        f'<div class="s cols">{"".join(notes.popovers())}</div></section>'
    )
