"""The evidence marks as SVG symbols, defined once a page."""

from __future__ import annotations

from portbook.release.evidence import GLYPHS

EDGE = 'fill="var(--edge)"'
LINE = 'stroke-width="1.4"'
SQUARE = f'<path d="M1 2h8v8H1z" {EDGE} {LINE}/>'


def _circle(fill: str) -> str:
    whole = EDGE if fill == "o" else ""
    half = f'<path d="M5 2a4 4 0 0 1 0 8z" {EDGE} stroke="none"/>' if fill == "c" else ""
    return f'<circle cx="5" cy="6" r="4" {whole} {LINE}/>{half}'


def _triangle(fill: str, top: float, foot: float) -> str:
    whole = EDGE if fill == "o" else ""
    half = f'<path d="M5 {top} 9.4 {foot}H5z" {EDGE} stroke="none"/>' if fill == "c" else ""
    return f'<path d="M5 {top} 9.4 {foot}H.6z" {whole} {LINE}/>{half}'


def _drawn(mark: str) -> str:
    if mark == "r":
        return SQUARE
    if mark.startswith("d"):
        return _triangle(mark[1], 1.4, 9.6)
    if mark.startswith("x"):
        return _triangle(mark[1], 0.4, 8.2) + '<path d="M0 11.6h10" stroke-width="1.6"/>'
    return _circle(mark)


def symbols() -> str:
    """Return the symbols of all marks, to stand once at the top of a page."""
    drawn = "".join(
        f'<symbol id="e-{mark}" viewBox="0 0 10 12" overflow="visible">{_drawn(mark)}</symbol>'
        for mark in GLYPHS
    )
    return f'<svg class="defs" aria-hidden="true"><defs>{drawn}</defs></svg>'


def drawing(mark: str) -> str:
    """Return a mark as it stands beside a number."""
    return f'<svg class="e" aria-hidden="true"><use href="#e-{mark}"/></svg>'
