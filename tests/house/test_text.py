"""What is committed names no machine's paths and no package registry's hosts, and is readable."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".css", ".cfg", ".html", ".json", ""}
KINDS = {"*.csv": 5_000_000, "*.parquet": 2_000_000}  # bytes in the embedded ledger, at most
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb." + "debian.org")
PATHS = re.compile(r"(?<![\w.~/])/(work|root|home/\w+)/")  # an address may hold the same words


def committed():
    """Return the files of the checkout that git tracks or would track."""
    ran = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:  # no repository: an unpacked archive
        skipped = re.compile(r"(^|/)(\.venv[^/]*|build|dist|_build|\.[a-z_]+_cache|__pycache__)/")
        names = (str(path.relative_to(ROOT)) for path in ROOT.rglob("*"))
        return [ROOT / name for name in names if not skipped.search(name + "/")]
    return [ROOT / name for name in ran.stdout.splitlines()]


FILES = [path for path in committed() if path.is_file()]


def test_there_are_files_to_look_at():
    assert ROOT / "pyproject.toml" in FILES


def test_no_registry_hosts():
    found = {
        str(path.relative_to(ROOT)): host
        for path in FILES
        if path.suffix in TEXT
        for host in HOSTS
        if host in path.read_text(encoding="utf-8")
    }
    assert found == {}


def test_no_machine_paths():
    found = {
        str(path.relative_to(ROOT)): match.group()
        for path in FILES
        if path.suffix in TEXT and (match := PATHS.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_no_big_files():
    big = {
        str(path.relative_to(ROOT)): path.stat().st_size
        for path in FILES
        if path.stat().st_size > 3_000_000
    }
    assert big == {}


def test_the_embedded_ledger_is_small():
    data = ROOT / "src" / "portbook" / "ledger" / "data"
    sizes = {kind: sum(path.stat().st_size for path in data.rglob(kind)) for kind in KINDS}
    assert all(0 < sizes[kind] <= most for kind, most in KINDS.items()), sizes


@pytest.mark.parametrize("name", ["TO" + "DO", "FIX" + "ME", "XX" + "X"])
def test_nothing_is_left_for_later_in_the_code(name):
    pattern = re.compile(rf"\b{name}\b")
    sources = [path for path in FILES if path.suffix == ".py"]
    assert [path for path in sources if pattern.search(path.read_text(encoding="utf-8"))] == []
