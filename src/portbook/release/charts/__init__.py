"""The charts of a page, one file a kind."""
