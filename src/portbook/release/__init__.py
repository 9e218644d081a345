"""Reports: prose, tables and charts whose every number is a figure, and the forms they take."""

from __future__ import annotations

from portbook.release.compose import newest, report
from portbook.release.document import Report
from portbook.release.pieces import render
from portbook.release.writers.exchange import to_json
from portbook.release.writers.markdown import markdown
from portbook.release.writers.page import html
from portbook.release.writers.terminal import text

__all__ = ["Report", "html", "markdown", "newest", "render", "report", "text", "to_json"]
