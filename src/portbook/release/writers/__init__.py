"""The forms that a report takes: terminal, Markdown, JSON, page."""
