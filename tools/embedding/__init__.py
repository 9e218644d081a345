"""Build the facts embedded in the package from the collected tables."""
