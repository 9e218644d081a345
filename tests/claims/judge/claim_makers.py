"""Claims made in one line, for tests of what ties them."""

from decimal import Decimal

from portbook.claims.guide import Claim
from portbook.claims.judge.fact import facts
from portbook.claims.judge.identities import ties


def claim(name, measure, value, unit="percent", **fields):
    """Return a claim on China's trade of 2024; its decimals are those of the text."""
    text = str(value)
    given = {"reporter": "CN", "period": "2024", "flow": "export", "decimals": _places(text)}
    at = fields.pop("at", ord(name[0]) * 20)
    return Claim(name, (at, at + 10), measure, text, unit, **{**given, **fields})


def _places(text):
    return max(0, -Decimal(text).as_tuple().exponent)


def tied(*claims, text="", published="2025-02-10"):
    """Return the ties of claims as {(identity, roles as a set of ids): tie}."""
    found = ties(facts(claims, text=text, published=published))
    return {(tie.identity, frozenset(tie.claims)): tie for tie in found}


def verdict(identity, *claims, **context):
    """Return the verdict of the one tie of an identity; None where there is none."""
    found = [tie for (name, _), tie in tied(*claims, **context).items() if name == identity]
    assert len(found) <= 1, found
    return found[0].verdict if found else None
