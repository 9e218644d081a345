"""An answer from published figures imports no dataframe library: it must come at once."""

import subprocess
import sys

import pytest

HEAVY = {"pandas", "narwhals", "pyarrow", "scipy", "numpy", "polars", "altair", "vl_convert"}
SCRIPT = """
import sys
from portbook.faces.cli import main
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
finally:
    print("\\nimported:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""
ARTICLE = "China's exports rose 7.1 percent to 25.45 trillion yuan in 2024."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["figure", "growth", "flow=export", "period=2024"], "7.1"),
        (["figure", "value", "flow=import", "period=2024", "--explain"], "18."),
        (["check", "-", "--date", "2025-02-10"], "supported"),
    ],
)
def test_published_figures_need_no_dataframes(arguments, said):
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        input=ARTICLE,
        capture_output=True,
        text=True,
        check=False,
    )
    answer, _, names = ran.stdout.rpartition("imported:")
    assert ran.returncode == 0, ran.stderr
    assert said in answer
    assert not HEAVY & set(names.split())
