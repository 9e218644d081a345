"""The tutorial and the how-to pages do what they say: every command and example in them runs.

In a block ``console`` a line that begins with ``$`` is run and the lines below it are what it must
print, ``...`` standing for anything. A ``code-block`` with a caption is a file of that name. Python
examples are doctests. The blocks of a page run in order, in one empty folder.
"""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("docs/tutorial.md"), *sorted((ROOT / "docs" / "how-to").glob("[!i]*.md"))]
BLOCK = re.compile(
    r"^```(\{code-block\} text|console|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def write(text, folder):
    """Write the file that a captioned block shows."""
    caption, _, content = text.partition("\n\n")
    (folder / caption.removeprefix(":caption: ")).write_text(content, encoding="utf-8")


def run(text, folder):
    """Run the commands of a console block and compare what they print."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, wanted = part.partition("\n")
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        same = doctest.OutputChecker().check_output(wanted, ran.stdout, FLAGS)
        assert same, f"$ {command}\nwanted:\n{wanted}\ngot:\n{ran.stdout}"


def example(text, names, page):
    """Run a Python example with the names that earlier ones on the page made."""
    parsed = doctest.DocTestParser().get_doctest(text, names, page.name, str(page), 0)
    said = []
    doctest.DocTestRunner(optionflags=FLAGS).run(parsed, out=said.append, clear_globs=False)
    assert not said, "".join(said)
    return parsed.globs


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_does_what_it_says(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    assert blocks
    for kind, text in blocks:
        if kind == "console":
            run(text, tmp_path)
        elif kind == "python":
            names = example(text, names, page)
        else:
            write(text, tmp_path)
