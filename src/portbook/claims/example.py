"""The example article of our own wording that comes with the package."""

from __future__ import annotations

from importlib import resources


def example(lang: str = "en") -> tuple[str, str]:
    """Return the example article and its date.

    Examples
    --------
    >>> text, date = example()
    >>> date
    '2025-02-10'
    """
    text = (resources.files("portbook.claims") / "data" / f"example.{lang}.txt").read_text("utf-8")
    head, _, body = text.partition("\n\n")
    return body.strip() + "\n", head.removeprefix("date: ").strip()
