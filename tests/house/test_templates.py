"""No number is typed by hand: the words of a report hold no digits, every number is a figure."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

RELEASE = Path(__file__).resolve().parents[2] / "src" / "portbook" / "release"
SENTENCES = sorted((RELEASE / "data").glob("sentences.*.toml"))
SECTIONS = sorted((RELEASE / "sections").glob("*.py"))


def sentences(table):
    """Yield every text of a table, however deep."""
    for each in table.values():
        if isinstance(each, dict):
            yield from sentences(each)
        else:
            yield each


def texts(tree):
    """Yield the texts of a module that hold a space, docstrings apart."""
    lone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in lone:
            yield node.value


@pytest.mark.parametrize("file", SENTENCES, ids=lambda file: file.name)
def test_templates_hold_no_digits(file):
    found = list(sentences(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert len(found) > 20
    assert [each for each in found if re.search(r"\d", each)] == []


@pytest.mark.parametrize("file", SECTIONS, ids=lambda file: file.name)
def test_sections_type_no_numbers(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = [each for each in texts(tree) if " " in each.strip()]
    assert [each for each in said if re.search(r"\d", each)] == []


def test_there_are_templates_and_sections():
    assert "sentences.en.toml" in {file.name for file in SENTENCES}
    assert {"headline.py", "products.py", "partners.py"} <= {file.name for file in SECTIONS}
