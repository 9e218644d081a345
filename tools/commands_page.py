"""Write docs/commands.md from the command line itself: commands, arguments, options, help.

    python tools/commands_page.py [--check]

With ``--check`` nothing is written; the exit code says whether the page is current.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import portbook.faces.cli  # declares the commands  # noqa: F401
from portbook.faces.cli.app import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """# Commands

<!-- written by tools/commands_page.py; do not edit -->

Exit codes: 0 done; 1 `check --strict` found a contradiction; 2 wrong use; 3 bad data.
"""


def commands() -> Iterator[tuple[str, Any]]:
    """Yield each command with its words, in the order of the alphabet."""
    waiting: list[tuple[str, Any]] = [("portbook", typer.main.get_command(app))]
    while waiting:
        words, command = waiting.pop(0)
        inner = getattr(command, "commands", None)
        if inner is None:
            yield words, command
        else:
            waiting += [(f"{words} {name}", each) for name, each in sorted(inner.items())]


def section(words: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - typer's own click
    """Yield the lines of one command."""
    options = [each for each in command.params if each.param_type_name == "option"]
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    names = [each.metavar or each.name.upper() for each in arguments]
    yield f"## {words}"
    yield ""
    yield f"`{' '.join([words, *names])}`"
    yield ""
    yield (command.help or "").strip()
    yield ""
    for each in options:
        said = (each.help or "").strip()
        variable = f" (or `{each.envvar}`)" if each.envvar else ""
        yield f"- `{'`, `'.join(each.opts)}`: {said}{variable}"
    yield ""


def page() -> str:
    """Return the whole page."""
    lines = [HEAD]
    for words, command in commands():
        lines += section(words, command)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page, or compare it."""
    text = page()
    if "--check" in sys.argv[1:]:
        sys.exit(int(PAGE.read_text(encoding="utf-8") != text))
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
