"""The machinery of figures: cells, terms, measures, books, bounds and derivations."""
