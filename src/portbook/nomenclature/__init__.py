"""Codes, names, groups and partitions, as tables, and the few functions that read them."""
