"""Figures read out of prose, and judged."""
