"""What the report writes, the check reads back: supported, and none unread."""

import pytest

import portbook
from portbook import release
from portbook.claims.judge.finding import SUPPORTED

WRITTEN = [("CHN", "2024"), ("CHN", "2025"), ("USA", "2024"), ("VNM", "2023"), ("DEU", "2023")]


@pytest.mark.slow
@pytest.mark.parametrize(("reporter", "year"), WRITTEN)
def test_what_is_written_is_read_back_and_supported(book, reporter, year):
    report = release.report(book, reporter, year)
    check = portbook.check(report.prose(), book, date="2026-11-25")
    assert len(check.claims) >= 5
    assert {finding.verdict for finding in check.findings} == {SUPPORTED}
    assert not [one for one in check.reading.unread if one.kind == "not read"]
