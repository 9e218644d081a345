"""A checked article as a page and for the terminal."""

from __future__ import annotations

from portbook.release.check_page.page import html
from portbook.release.check_page.terminal import text

__all__ = ["html", "text"]
