"""The exchange format of claims: names, codes and intervals as the annotation guide has them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Self, cast

from portbook.errors import BadData
from portbook.quantities import Interval

MEASURES = (
    "level",
    "change",
    "growth_yoy",
    "growth_mom",
    "growth_qoq",
    "growth_other",
    "share",
    "contribution_share",
    "contribution_pp",
    "pp_change",
    "ratio",
    "count",
    "price",
    "threshold",
    "record",
    "ordinal",
)
FLOWS = ("export", "import", "total", "balance")
HEDGES = ("over", "under", "nearly", "about")
EXACT = frozenset({"count", "ordinal", "record"})
"""Measures that are exact when printed to the unit and not hedged."""
REQUIRED = ("id", "span", "measure", "value", "unit")
OPTIONAL_TEXT = (
    "flow",
    "product",
    "reporter",
    "partner",
    "period",
    "hedge",
    "attribution",
    "basis",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that a text states, in the fields of the guide.

    Parameters
    ----------
    span
        Where it stands, `[start, end)` in code points.
    value, value_hi
        The mantissa as decimal text, signed; `value_hi` only of a range.
    scale
        What the mantissa is multiplied by.
    decimals
        Digits after the point; below zero where trailing zeros are not figures.
    """

    id: str
    span: tuple[int, int]
    measure: str
    value: str
    unit: str
    flow: str | None = None
    product: str | None = None
    reporter: str | None = None
    partner: str | None = None
    period: str | None = None
    scale: int = 1
    decimals: int = 0
    hedge: str | None = None
    attribution: str | None = None
    basis: str | None = None
    value_hi: str | None = None
    base: str | None = None

    @property
    def amount(self) -> Fraction:
        """The value times its scale, exactly."""
        return Fraction(self.value) * self.scale

    def interval(self) -> Interval:
        """Return all numbers that the claim, as printed and hedged, may mean.

        Examples
        --------
        >>> Claim("c1", (0, 9), "level", "4.5", "CNY", scale=10**12).interval().low
        Fraction(4000000000000, 1)
        >>> Claim("c1", (0, 2), "count", "30", "market", hedge="over").interval().high is None
        True
        """
        low, high = self._magnitude()
        if self.value.startswith("-"):
            return -Interval(low, high)
        return Interval(low, high)

    def _magnitude(self) -> tuple[Fraction, Fraction | None]:
        """Both ends of the size, before the sign is put back."""
        size = abs(self.amount)
        unit = self._last_place()
        if self.value_hi is not None:
            return size - unit / 2, abs(Fraction(self.value_hi) * self.scale) + unit / 2
        if self.hedge == "over":
            return size, None
        if self.hedge == "under":
            return Fraction(0), size
        if self.hedge == "about":
            return size - unit, size + unit
        if self.hedge == "nearly":
            return size - unit, size
        if self.measure in EXACT and self.decimals == 0:
            return size, size
        return size - unit / 2, size + unit / 2

    def _last_place(self) -> Fraction:
        """The worth of the last place printed, wider where an integer is hedged."""
        places = Fraction(10) ** -self.decimals
        if self.hedge in {"about", "nearly"} and self.decimals <= 0:
            digits = self.value.lstrip("-").partition(".")[0]
            zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
            places = max(places, Fraction(10) ** zeros)
        return places * self.scale

    def to_json(self) -> dict[str, object]:
        """Return the record of the exchange format."""
        record: dict[str, object] = {}
        for name in ORDER:
            value = getattr(self, name)
            if value is None and name in {"value_hi", "base"}:
                continue
            if name in {"value", "value_hi"}:
                value = _number(value)
            record[name] = list(value) if name == "span" else value
        return record

    @classmethod
    def from_json(cls, record: dict[str, object]) -> Self:
        """Return the claim of a record; keys it does not know are passed over.

        Raises
        ------
        BadData
            Where a field that every claim has is missing or is not of its type.
        """
        if lacking := [name for name in REQUIRED if record.get(name) is None]:
            raise BadData(f"a claim without {', '.join(lacking)}: {record}")
        known = {field.name for field in fields(cls)}
        given = {name: value for name, value in record.items() if name in known}
        try:
            start, end = cast("list[int]", given["span"])
            given["span"] = (int(start), int(end))
            for name in ("value", "value_hi"):
                if given.get(name) is not None:
                    given[name] = str(Decimal(str(given[name])))
            given["scale"] = int(given.get("scale") or 1)  # type: ignore[call-overload]
            given["decimals"] = int(given.get("decimals") or 0)  # type: ignore[call-overload]
        except (ArithmeticError, TypeError, ValueError) as error:
            raise BadData(f"a claim that cannot be read: {record}") from error
        return cls(**given)  # type: ignore[arg-type]


ORDER = (
    "id",
    "span",
    "measure",
    "flow",
    "product",
    "reporter",
    "partner",
    "period",
    "value",
    "value_hi",
    "unit",
    "scale",
    "decimals",
    "hedge",
    "attribution",
    "basis",
    "base",
)


def _number(text: str | None) -> int | float | None:
    """Return the JSON number of a decimal text."""
    if text is None:
        return None
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(exact)
