"""The values of a chart, as altair takes them."""

from __future__ import annotations

from typing import Any


def values(rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - data of altair
    """Return rows as the inline data of a chart."""
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]
