"""Every public name, command and option is in the manual."""

from pathlib import Path

import pytest
import typer

import portbook
from portbook.faces import cli

ROOT = Path(__file__).resolve().parents[2]
MANUAL = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))
)


def commands():
    """Return each command's words and options: ("ledger coverage", ["--json"])."""
    waiting = [("", typer.main.get_command(cli.app))]
    while waiting:
        words, command = waiting.pop()
        for name, inner in getattr(command, "commands", {}).items():
            waiting.append((f"{words} {name}".strip(), inner))
        if not hasattr(command, "commands"):
            options = [
                max(parameter.opts, key=len)
                for parameter in command.params
                if parameter.param_type_name == "option" and not parameter.hidden
            ]
            yield words, options


COMMANDS = sorted(commands())


def test_the_commands_are_there():
    assert {"report", "figure", "table", "check"} <= {words for words, _ in COMMANDS}


@pytest.mark.parametrize(("words", "options"), COMMANDS)
def test_a_command_and_its_options_are_in_the_manual(words, options):
    assert f"portbook {words}" in MANUAL
    assert [
        option for option in options if f"{option}`" not in MANUAL and option not in MANUAL
    ] == []


@pytest.mark.parametrize("name", sorted(portbook.__all__))
def test_a_public_name_is_in_the_manual(name):
    assert f"portbook.{name}" in MANUAL
    assert getattr(portbook, name) is not None
