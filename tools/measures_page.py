"""Write docs/measures.md from the catalogue: name, unit, formula, inputs and reference.

    python tools/measures_page.py [--check]

With ``--check`` nothing is written; the exit code says whether the page is current.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from portbook.figures.measure import COMPARED, MEASURES, Lens, Measure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "measures.md"
SHAPES = {
    "counted": "read from records, or printed",
    "derived": "arithmetic on other figures",
    "folded": "a column of figures folded to one",
    "judged": "a series of figures judged: true, false or undecided",
    "solved": "a matrix solved to columns",
}
HEAD = """# Measures

<!-- written by tools/measures_page.py; do not edit -->

`portbook measures` lists the same. How they are asked: {doc}`architecture`.
"""


def parameters(measure: Measure) -> str:
    """Return the parameters that a question may set, as text."""
    set_by = {"of": measure.compares, "since": measure.looks_back, "within": measure.needs_whole}
    return ", ".join(f"`{name}=`" for name, asked in set_by.items() if asked) or "none"


def place(lens: Lens) -> str:
    """Return in words where an input is found."""
    words = ["the compared figure" if lens.measure == COMPARED else f"{{ref}}`{lens.measure}`"]
    words += [f"{dimension} {member}" for dimension, member in lens.members]
    words += ["of the whole"] * lens.wider + ["one period earlier"] * lens.earlier
    return ", ".join(words)


def section(measure: Measure) -> Iterator[str]:
    """Return the lines of one measure."""
    yield f"({measure.name})=\n### {measure.name}"
    yield ""
    yield measure.reference
    yield ""
    if measure.label != measure.name:
        yield f"- Called *{measure.label}* in reports"
    own = "of what it compares or counts" if measure.unit is None else measure.unit.code
    yield f"- Unit: {own or 'a plain number'}"
    yield f"- Parameters: {parameters(measure)}"
    if measure.term is not None:
        yield f"- Formula: {measure.term.text(str)}"
        yield from (f"  - *{role}*: {place(lens)}" for role, lens in measure.lenses)
    yield ""


def page() -> str:
    """Return the whole page."""
    lines = [HEAD]
    for shape, words in SHAPES.items():
        found = [measure for _, measure in MEASURES.items() if measure.shape == shape]
        if found:
            lines += [f"## {shape.capitalize()}: {words}", ""]
            for measure in found:
                lines += section(measure)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page, or compare it."""
    text = page()
    if "--check" in sys.argv[1:]:
        sys.exit(int(PAGE.read_text(encoding="utf-8") != text))
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
