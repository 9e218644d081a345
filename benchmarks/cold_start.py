"""Time `portbook figure` and `portbook check` from a cold start, as a person meets them.

Each run is a process of its own. Printed are the median and the best of N runs, the target, and
which heavy packages the command imported:

    python benchmarks/cold_start.py [N]
"""

import statistics
import subprocess
import sys
import time

RUN = [sys.executable, "-c", "import sys; from portbook.faces.cli import main; sys.exit(main())"]
HEAVY = ("pandas", "narwhals", "pyarrow", "scipy", "numpy", "altair", "duckdb", "babel", "rich")
CASES = {  # command, target in seconds
    "figure, printed": (["figure", "growth", "flow=export", "period=2024"], 1.0),
    "figure, deduced": (["figure", "value", "flow=import", "period=2024", "--explain"], 1.0),
    "check": (["check", "example"], 2.0),
}


def seconds(arguments: list[str]) -> float:
    """Return how long one run takes."""
    begun = time.perf_counter()
    subprocess.run([*RUN, *arguments], check=True, capture_output=True)
    return time.perf_counter() - begun


def imported(arguments: list[str]) -> list[str]:
    """Return the heavy packages that a run imports."""
    command = [sys.executable, "-X", "importtime", *RUN[1:], *arguments]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    names = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    return [name for name in HEAVY if name in names]


def main() -> None:
    """Print one line for each case."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'':18}{'median':>8}{'best':>8}{'target':>8}{'ratio':>8}  imports   (s, {runs} runs)")
    for name, (arguments, target) in CASES.items():
        seconds(arguments)  # the disk's cache is warm, the process is not
        times = [seconds(arguments) for _ in range(runs)]
        middle = statistics.median(times)
        print(
            f"{name:18}{middle:8.2f}{min(times):8.2f}{target:8.1f}{middle / target:8.2f}"
            f"  {' '.join(imported(arguments))}"
        )


if __name__ == "__main__":
    main()
