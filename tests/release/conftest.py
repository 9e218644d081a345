"""Reports that several tests look at: written once."""

import pytest

import portbook
from portbook import release


@pytest.fixture(scope="session")
def book():
    return portbook.open()


@pytest.fixture(scope="session")
def china(book):
    return release.report(book, "CHN", "2024")


@pytest.fixture(scope="session")
def vietnam(book):
    return release.report(book, "Viet Nam", "2023")
