"""Write the embedded ledger from the collected tables in the folder PORTBOOK_DATA.

Run as ``python tools/embed.py [FOLDER]``: into the package, or into a folder to compare with it.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from embedding import faults, issues, long, merge, publish, records, wide, world

ROOT = Path(__file__).parents[1]
LEDGER = ROOT / "src/portbook/ledger/data"


def main(to: Path = LEDGER) -> None:
    """Read, judge, merge and write the facts, and account for every row read."""
    data = Path(os.environ.get("PORTBOOK_DATA", ROOT.parent / "shared" / "data"))
    long_facts = long.read(data)
    wide_facts = wide.read(data)
    wide.settle(wide_facts, long_facts)
    facts = long_facts + wide_facts + world.read(data, long_facts)
    computed = [fact for fact in facts if fact.reason == wide.DERIVED]
    print(f"{len(computed):,} cells computed by the collector are no figures")
    facts = [fact for fact in facts if fact.reason != wide.DERIVED]
    publications = issues.assign(facts)
    faults.mark(facts)
    merge.spread(facts)
    facts.sort(key=lambda fact: bool(fact.reason))
    kept, repeated = merge.once([fact for fact in facts if not fact.reason])
    left, left_twice = merge.once([fact for fact in facts if fact.reason])
    for one, other in merge.unlike(kept):
        print("conflict:", one.publication, one.row, other.row)
    publications[records.ISSUE] = records.issue()
    read, written = records.write(data, to)
    print(f"{read:,} rows of US imports read, {written:,} records written")
    counts = publish.write(kept + left, publications, to)
    account(len(facts), len(kept), len(left), repeated + left_twice)
    for name, count in sorted(counts.items()):
        print(f"{count:7,} {name}")
    for reason, count in Counter(fact.reason for fact in left).most_common():
        print(f"{count:7,} left out: {reason}")


def account(read: int, kept: int, left: int, repeated: int) -> None:
    """Check that every figure read is kept, left out, or a repetition of one that is."""
    print(f"{read:,} read = {kept:,} kept + {left:,} left out + {repeated:,} repeated")
    if read != kept + left + repeated:
        raise SystemExit("some figures are not accounted for")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
