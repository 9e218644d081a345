"""What all tests share: where the large data sets lie, and how many tests need them."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
NEEDS_DATA = pytest.StashKey[tuple[int, int]]()  # (tests that use portbook_data, all tests)


# The same examples at every run: what fails once fails again. Laws drop what they cannot judge.
settings.register_profile(
    "portbook",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("portbook")


@pytest.fixture(scope="session")
def portbook_data():
    """Return the folder of the large data sets; skip where there is none.

    It is $PORTBOOK_DATA, else ``../shared/data`` beside the checkout. With
    PORTBOOK_REQUIRE_DATA=1 a missing folder fails the test; a missing file always does.
    """
    folder = Path(os.environ.get("PORTBOOK_DATA") or ROOT.parent / "shared" / "data")
    if folder.is_dir():
        return folder
    if os.environ.get("PORTBOOK_REQUIRE_DATA") == "1":
        pytest.fail(f"PORTBOOK_REQUIRE_DATA is set, but there is no folder {folder}")
    pytest.skip("the large data sets are not here")


def pytest_collection_modifyitems(config, items):
    """Count the tests that a lone clone cannot run (fixture data_share)."""
    using = sum("portbook_data" in getattr(item, "fixturenames", ()) for item in items)
    config.stash[NEEDS_DATA] = (using, len(items))


@pytest.fixture(scope="session")
def data_share(pytestconfig):
    """Return how many of the collected tests use portbook_data, and how many there are."""
    return pytestconfig.stash[NEEDS_DATA]
