"""Every measure says what it is, is in the catalogue and the manual, and is proven somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from portbook.figures.measure import MEASURES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src" / "portbook" / "measures"
PROOFS = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("published", "laws")
    for path in sorted((ROOT / "tests" / room).rglob("*"))
    if path.suffix in {".py", ".csv"}
)
NAMES = list(MEASURES)


def test_the_catalogue_is_complete():
    files = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_")}
    assert files == set(NAMES)
    assert {"value", "growth", "share", "contribution"} <= files


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_says_what_it_is(name):
    measure = MEASURES[name]
    assert measure.name == name
    assert measure.label
    assert re.fullmatch(r"[A-Z0-9].{15,}\.", measure.reference)
    assert measure.unit is not None or measure.compares or measure.shape in {"counted", "derived"}


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_is_proven_by_a_published_number_or_a_law(name):
    assert re.search(rf"\b{name}\b", PROOFS)


def test_the_manual_lists_them_as_they_are():
    tool = ROOT / "tools" / "measures_page.py"
    assert subprocess.run([sys.executable, tool, "--check"], check=False).returncode == 0
