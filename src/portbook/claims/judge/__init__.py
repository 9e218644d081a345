"""Claims to verdicts: between the claims of a text, and against the ledger."""
