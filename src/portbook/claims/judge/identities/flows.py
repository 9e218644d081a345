"""Exports, imports, their balance and their total, as levels or as changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from portbook.claims.judge.fact import Fact, Facts, firm
from portbook.claims.judge.tie import Tie, implied, settled, weighed
from portbook.figures.term import name

EXPORT, IMPORT = name("export"), name("import")
FLOWS = ("export", "import", "total", "balance")


def flows(facts: Facts) -> Iterator[Tie]:
    """Iterate over balance = exports - imports and total = exports + imports of each trade."""
    for group in _trades(facts):
        for whole, right in (("balance", EXPORT - IMPORT), ("total", EXPORT + IMPORT)):
            here = [flow for flow in ("export", "import", whole) if group[flow]]
            if len(here) == 3:
                identity = "sum" if group[whole][0].measure == "count" else whole
                tie = settled(_whole(group, whole, right, identity))
            elif len(here) == 2:
                tie = _missing(group, whole)
            else:
                continue
            if tie is not None:
                yield tie


def _trades(facts: Facts) -> list[dict[str, list[Fact]]]:
    """Return the levels, counts or changes of each trade by flow, alike in all but their flow."""
    found: dict[object, dict[str, list[Fact]]] = {}
    for fact in facts.of("level", "change", "count"):
        if fact.flow not in FLOWS or fact.days is None or not fact.plain:
            continue
        key = (fact.measure, fact.trade, fact.days, fact.unit, fact.basis)
        found.setdefault(key, {flow: [] for flow in FLOWS})[fact.flow].append(fact)
    return [{flow: firm(of) for flow, of in group.items()} for group in found.values()]


def _whole(
    group: dict[str, list[Fact]], whole: str, right: object, identity: str
) -> Iterator[Tie | None]:
    for both, out, back in product(group[whole], group["export"], group["import"]):
        if identity == "sum":
            roles: dict[str, Fact | tuple[Fact, ...]] = {"parts": (out, back), "whole": both}
            yield weighed(identity, roles, "whole", name("parts0") + name("parts1"))
            continue
        sure = both.measure != "change" or _one_comparison(both, out, back)
        plain = {"export": out, "import": back, whole: both}
        yield weighed(identity, plain, whole, right, sure=sure)  # type: ignore[arg-type]


def _one_comparison(*changes: Fact) -> bool:
    """Return whether changes are surely measured against one base."""
    return len({change.link.since if change.link else "" for change in changes}) == 1


def _missing(group: dict[str, list[Fact]], whole: str) -> Tie | None:
    """Return what two of the three imply for the third."""
    there = {flow: group[flow][0] for flow in ("export", "import", whole) if group[flow]}
    gone = next(flow for flow in ("export", "import", whole) if flow not in there)
    if gone == "total" or any(fact.measure != "level" for fact in there.values()):
        return None  # nobody asks for a total that is left out beside a balance
    if any(len(group[flow]) > 1 for flow in there):
        return None
    both = name(whole)
    formulas = {
        "balance": {"export": both + IMPORT, "import": EXPORT - both, "balance": EXPORT - IMPORT},
        "total": {"export": both - IMPORT, "import": both - EXPORT},
    }
    unit = next(iter(there.values())).unit
    return implied(
        whole, there, {gone: (formulas[whole][gone], unit)}, next(iter(there.values())).id
    )
