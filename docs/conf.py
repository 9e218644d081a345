"""Configuration of the manual (sphinx, furo, myst)."""

from importlib.metadata import version as installed

project = "portbook"
author = "The portbook authors"
project_copyright = "The portbook authors, Apache-2.0"
release = version = installed("portbook")

extensions = ["myst_parser", "numpydoc", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # pages included from the root link to files there
numpydoc_show_class_members = False
autodoc_typehints = "description"

html_theme = "furo"
html_title = "portbook"
html_show_sphinx = False
