"""Every command, option and public name is in the manual, as it is in the code."""

import subprocess
import sys
from pathlib import Path

import pytest

import portbook

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if page.name != "commands.md"]
MANUAL = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
NAMES = [line.removeprefix("## ") for line in COMMANDS.splitlines() if line.startswith("## ")]


def test_the_commands_are_listed_as_they_are():
    tool = ROOT / "tools" / "commands_page.py"
    assert subprocess.run([sys.executable, tool, "--check"], check=False).returncode == 0
    assert {f"portbook {name}" for name in ("report", "figure", "table", "check")} <= set(NAMES)


@pytest.mark.parametrize("command", NAMES)
def test_a_command_is_explained_too(command):
    group = " ".join(command.split()[:2])
    assert command in MANUAL or group in MANUAL


@pytest.mark.parametrize("name", sorted(portbook.__all__))
def test_a_public_name_is_in_the_manual(name):
    assert f"portbook.{name}" in MANUAL
    assert getattr(portbook, name) is not None
