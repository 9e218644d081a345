"""The command line: parse, call one function, show."""

from __future__ import annotations

import gc
import sys

from portbook.errors import PortbookError
from portbook.faces.cli.app import app
from portbook.faces.cli.checking import check
from portbook.faces.cli.figures import figure, table
from portbook.faces.cli.listing import coverage, groups, measures, sources
from portbook.faces.cli.reporting import report

__all__ = [
    "app",
    "check",
    "coverage",
    "figure",
    "groups",
    "main",
    "measures",
    "report",
    "sources",
    "table",
]


def main() -> None:
    """Run the command line; an error is one line on standard error and an exit code."""
    gc.disable()  # a command is short: collecting its many small figures only costs time
    try:
        app()
    except PortbookError as error:
        sys.stderr.write(f"portbook: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("portbook: interrupted\n")
        sys.exit(130)
