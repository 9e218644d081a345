"""Every dependency has its reason in the manual, and the versions that CI takes fit the ranges."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = [
    Requirement(text)
    for texts in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for text in texts
]
NAMES = {canonicalize_name(each.name) for each in REQUIRED} - {"portbook"}


def test_every_dependency_has_its_line_in_the_manual_and_no_other():
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \|$", text, flags=re.MULTILINE)
    assert {canonicalize_name(name) for name, _ in rows} == NAMES
    assert all(len(reason) > 12 for _, reason in rows)


def test_constraints_fit_the_ranges_and_pin_versions_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    versions = {canonicalize_name(pin.name): str(pin.specifier) for pin in pins}
    assert all(re.fullmatch(r"==[\w.]+", version) for version in versions.values())
    for each in REQUIRED:
        pinned = versions.get(canonicalize_name(each.name))
        assert pinned is None or each.specifier.contains(pinned.removeprefix("=="))


def test_core_is_pinned_for_ci():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()
    for each in map(Requirement, PROJECT["dependencies"]):
        assert re.search(rf"^{re.escape(canonicalize_name(each.name))}==", text, re.MULTILINE), each
