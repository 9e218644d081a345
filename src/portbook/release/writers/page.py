"""A report as one self-contained page: no script, no network, every number opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from portbook.release.document import Chart, Grid, Report, Row, Section
from portbook.release.evidence import LEGEND, WORDS, Origin, counts, origins
from portbook.release.pieces import plain
from portbook.release.writers.drawing import drawn
from portbook.release.writers.marks import drawing, symbols
from portbook.release.writers.notes import Notes
from portbook.release.writers.words import as_of, counted, issues_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
MISSING = '<span class="nc">..<span class="vh"> not covered</span></span>'


@cache
def style() -> str:
    """Return the style sheet of all pages, comments and line ends stripped."""
    text = (files("portbook.release") / "data" / "tokens.css").read_text(encoding="utf-8")
    return re.sub(r"\s*\n\s*", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


def html(report: Report) -> str:
    """Return a report as one HTML page."""
    where = origins(report.figures())
    notes = Notes(where, report.lang)
    body = [
        _masthead(report),
        '<main id="main">',
        _lead(report, notes),
        *(_section(section, notes) for section in report.sections),
        _foot(report, where),
        _derivations(notes),
        "</main>",
    ]
    return _head(report) + "\n".join(body) + "\n</body>\n</html>\n"


def _head(report: Report) -> str:
    title = escape(f"{report.name} {report.period}: goods trade | portbook")
    described = escape(" ".join(plain(line) for line in report.dek) or plain(report.title))
    return (
        f'<!doctype html>\n<html lang="{report.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<meta name="description" content="{described}">\n'
        f"<style>{style()}</style>\n</head>\n<body>\n{symbols()}\n"
        '<a class="skip" href="#main">Skip to the content</a>\n'
    )


def _masthead(report: Report) -> str:
    day = report.known.isoformat() if report.known else "all issues of the ledger"
    about = escape(f"{report.name} · {report.period} · goods · as of {day}")
    return (
        '<header class="mast"><span><b>portbook</b> trade report</span>'
        f"<span>{about}</span></header>"
    )


def _lead(report: Report, notes: Notes) -> str:
    legend = "".join(f"<li>{drawing(each)}{words}</li>" for each, words in LEGEND)
    dek = " ".join(notes.line(line) for line in report.dek)
    return (
        f'<div class="lead"><h1>{notes.line(report.title)}</h1><p class="dek">{dek}</p>'
        f'<div class="marks"><ul class="legend" aria-label="Evidence marks">{legend}</ul>'
        '<p class="cov">Select any number for its source, formula and interval.</p></div></div>'
    )


def _section(section: Section, notes: Notes) -> str:
    body = []
    if section.say:
        body.append(f'<p class="say">{notes.line(section.say)}</p>')
    keys = [grid for grid in section.grids if grid.kind == "key"]
    rest = [grid for grid in section.grids if grid.kind != "key"]
    body += [_grid(grid, notes) for grid in keys]
    body += _charts(section.charts, notes)
    body += [_grid(grid, notes) for grid in rest]
    body += [f"<p>{notes.line(line)}</p>" for line in section.prose]
    inner = f'<div class="s">{"".join(body)}</div>' if body else ""
    return (
        f'<section aria-labelledby="{section.key}"><div><h2 id="{section.key}">'
        f'{escape(section.title)}</h2><p class="cov">{notes.line(section.coverage)}</p></div>'
        f"{inner}</section>"
    )


def _charts(charts: tuple[Chart, ...], notes: Notes) -> Iterator[str]:
    """Iterate over charts; two of a kind stand side by side, their numbers below them."""
    if len(charts) == 2 and charts[0].kind == charts[1].kind == "columns":
        pair = "".join(_figure(chart, notes, half=True) for chart in charts)
        yield f'<div class="two">{pair}</div>'
        return
    for chart in charts:
        yield _figure(chart, notes)


def _figure(chart: Chart, notes: Notes, *, half: bool = False) -> str:
    numbers = ""
    if chart.grid is not None:
        numbers = f"<details><summary>The numbers</summary>{_grid(chart.grid, notes)}</details>"
    source = f'<p class="src">{escape(chart.source)}</p>' if chart.source else ""
    return (
        f"<figure><figcaption><h3>{escape(chart.title)}</h3><p>{escape(chart.subtitle)}</p>"
        f"</figcaption>{drawn(chart, half=half)}{source}{numbers}</figure>"
    )


def _grid(grid: Grid, notes: Notes) -> str:
    heads = "".join(
        f'<th scope="col"{_classes(column.wide, column.words)}>{escape(column.head)}</th>'
        for column in grid.columns
    )
    caption = f"<caption>{notes.line(grid.caption)}</caption>" if grid.caption else ""
    rows = "".join(_row(row, grid, notes) for row in grid.rows)
    kind = f' class="{grid.kind}"' if grid.kind else ""
    return (
        f'<div class="scroll"><table{kind}>{caption}<thead><tr><th scope="col">'
        f"{escape(grid.label)}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Row, grid: Grid, notes: Notes) -> str:
    names = [name for name, on in (("in", row.inner), ("grp", row.ruled)) if on]
    kind = f' class="{" ".join(names)}"' if names else ""
    cells = []
    heads = _spoken(grid)
    for column, head, cell in zip(grid.columns, heads, row.cells, strict=True):
        said = f' data-l="{escape(head)}"' if grid.kind == "key" and not column.words else ""
        shown = MISSING if cell is None else notes.line(cell)
        cells.append(f"<td{_classes(column.wide, column.words)}{said}>{shown}</td>")
    return f'<tr{kind}><th scope="row">{escape(row.label)}</th>{"".join(cells)}</tr>'


def _spoken(grid: Grid) -> list[str]:
    """Return the head of each column, that of a repeated one with the column before it."""
    heads = [column.head for column in grid.columns]
    return [
        f"{head}, {heads[at - 1].lower()}" if heads.count(head) > 1 and at else head
        for at, head in enumerate(heads)
    ]


def _classes(wide: bool, words: bool) -> str:  # noqa: FBT001 - two columns of a table
    names = [name for name, on in (("h", wide), ("t", words)) if on]
    return f' class="{" ".join(names)}"' if names else ""


def _foot(report: Report, where: dict[tuple[str, str, str], Origin]) -> str:
    tally = "".join(
        f"<li>{drawing(each)}<b>{count}</b> {WORDS[each]}</li>" for each, count in counts(report)
    )
    total = len(report.figures())
    return (
        '<section class="foot" aria-labelledby="sources"><div><h2 id="sources">Sources and '
        f'evidence</h2><p class="cov">{total} different figures stand on this page, from '
        f"{counted(len(where), 'source')}. {as_of(report)}</p></div>"
        f'<div class="s"><ul class="tally">{tally}</ul><p class="cov">Circles are printed '
        "figures, triangles are deduced, an underlined triangle crosses issues of one series, a "
        "square is counted from records. Full means the office’s own page, half a copy of its "
        "table, hollow the press. A deduced figure has the weakest evidence of its inputs.</p>"
        f'<ol class="list">{"".join(_origin(one) for one in where.values())}</ol></div></section>'
    )


def _origin(one: Origin) -> str:
    address = escape(one.address)
    if re.match(r"https?://", one.address):
        address = f'<a href="{address}" rel="noreferrer">{address}</a>'
    else:
        address = f"<code>{address}</code>"
    return (
        f'<li id="src{one.number}">{drawing(one.evidence[0])} {escape(issues_of(one))}.'
        f"<br>{address}</li>"
    )


def _derivations(notes: Notes) -> str:
    return (
        '<section id="notes" aria-labelledby="hn"><h2 id="hn" class="h2">Derivations</h2>'
        f'<div class="s cols">{"".join(notes.popovers())}</div></section>'
    )
