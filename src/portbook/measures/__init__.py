"""One file per measure; each is found by its name."""
