# The recipes that people, pre-commit and .ci/run share. `just` alone: lint and fast tests.

export PYTHONUTF8 := "1"

default: lint fast

# style, types and rooms
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports --no-logo

# put the code into shape
format:
    ruff check --fix .
    ruff format .

# the tests that take no time
fast:
    python -m pytest -q -n auto -m "not slow and not spark and not browser and not bench"

# all tests that the installed extras allow
test *ARGS:
    python -m pytest -n auto {{ ARGS }}

# the same table on every engine
engines:
    python -m pytest tests/engines

# other libraries on the same data
against:
    python -m pytest tests/against

# the manual, warnings being errors
docs:
    sphinx-build -q -W --keep-going -b html docs docs/_build/html

# how long a cold start takes
bench:
    python benchmarks/cold_start.py
