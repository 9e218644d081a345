"""Articles checked: read the claims, tie them to one another, set them against the ledger."""

from __future__ import annotations

from portbook.claims.check import Check, check
from portbook.claims.documents import read_text
from portbook.claims.example import example
from portbook.claims.passages import predictions

__all__ = ["Check", "check", "example", "predictions", "read_text"]
