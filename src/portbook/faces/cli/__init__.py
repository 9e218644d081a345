"""The command line: parse, call one function, show."""

from __future__ import annotations

import sys

from portbook.errors import PortbookError
from portbook.faces.cli import checking, figures, listing, reporting
from portbook.faces.cli.app import app

__all__ = ["app", "main"]

COMMANDS = (figures, listing, reporting, checking)
"""The modules that declare the commands."""


def main() -> None:
    """Run the command line; an error is one line on standard error and an exit code."""
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
