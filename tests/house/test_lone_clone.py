"""A lone clone proves the product: nine tests in ten need nothing from beside it."""

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def test_a_lone_clone_runs_nine_tests_in_ten(data_share):
    using, count = data_share
    assert using <= count / 10


def test_data_outside_are_reached_by_the_fixture_only():
    words = ("PORTBOOK" + "_DATA", "shared" + "/data")
    texts = {
        str(path.relative_to(TESTS)): path.read_text(encoding="utf-8")
        for path in TESTS.rglob("*.py")
    }
    using = {
        name
        for name, text in texts.items()
        if any(word in text for word in words) and "(portbook_data" not in text
    }
    assert using <= {"conftest.py"}
