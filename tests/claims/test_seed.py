"""The founding article: every inner verdict, every derived bound, every ledger verdict."""

import importlib.util
import json
from pathlib import Path

import pytest

import portbook
from portbook.claims import check
from portbook.claims.guide import Claim
from portbook.claims.judge.fact import facts
from portbook.claims.judge.identities import ties

PASSAGES = Path(__file__).resolve().parent / "passages"
DAY = "2025-02-10"
SUPPORTED = {1, 2, 3, 5, 6, 7, 8, 10, 14}
OTHER_CONCEPT = {4}
REPORTED = {9, 11, 15}
CLEAN, PLANTED, FLAGS = 0.0, 1.0, 0.9
"""False alarms at most, planted errors found at least, flags that are true at least."""


@pytest.fixture(scope="module")
def gold():
    return json.loads((PASSAGES / "seed.jsonl").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checked(portbook_data):
    text = (portbook_data / "claims" / "seed.txt").read_text(encoding="utf-8")
    return check(text, portbook.open(), date=DAY)


def test_every_annotated_relation_gets_its_verdict_and_bounds(gold):
    claims = [Claim.from_json(each) for each in gold["claims"]]
    found = [tie.to_json() for tie in ties(facts(claims, published=DAY))]
    for wanted in gold["verdicts"]:
        mine = [
            tie
            for tie in found
            if tie["identity"] == wanted["identity"] and set(tie["claims"]) == set(wanted["claims"])
        ]
        assert [tie["verdict"] for tie in mine] == [wanted["expected"]], wanted
        for role, ends in wanted.get("derived", {}).items():
            assert mine[0]["derived"][role] == pytest.approx(ends, rel=1e-7)


def test_nothing_is_flagged(checked):
    assert checked.broken == ()
    assert checked.contradictions == ()


def test_ledger_verdicts(checked):
    assert len(checked.findings) == 25
    got = {int(one.claim[1:]): one for one in checked.findings}
    assert {n for n, one in got.items() if one.verdict == "supported"} == SUPPORTED
    assert {n for n, one in got.items() if one.verdict == "other_concept"} == OTHER_CONCEPT
    rest = set(got) - SUPPORTED - OTHER_CONCEPT
    assert {got[n].verdict for n in rest} == {"not_enough_data"}
    assert {n for n, one in got.items() if one.reported} == REPORTED


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("c3", "43.845 to 43.855 trillion yuan contains 43.8468"),
        ("c4", "7.3"),
        ("c10", "meets 32.69 to 32.82%"),
        ("c15", "3.87 trillion yuan (2023)"),
        ("c16", "16.25 to 16.56%"),
        ("c18", "52.40 to 53.07%"),
        ("c20", "91,376 to 92,178 vehicles"),
    ],
)
def test_arithmetic(checked, claim, words):
    assert words in checked.by_claim[claim].arithmetic


@pytest.mark.parametrize(
    ("what", "bounds"),
    [
        ("Imports (China), 2024", "18.39 to 18.41 trillion yuan"),
        ("Trade (Shenzhen), 2023", "3.82 to 3.92 trillion yuan"),
        ("Exports of vehicles (China FAW Group), 2023", "91,376 to 92,178 vehicles"),
        (
            (
                "Share of the growth of exports (China) owed to mechanical and electrical "
                "products, 2024"
            ),
            "70.80 to 72.64%",
        ),
        ("Exchange rate behind the conversion", "7.325 to 7.340 yuan a US dollar"),
    ],
)
def test_what_the_article_implies(checked, what, bounds):
    assert {one.what: one.bounds for one in checked.implied}[what] == bounds


def test_verdicts_on_the_annotated_claims_of_the_test_set():
    """The judge alone: the claims are given, so that no slip of the reader counts."""
    score = _scorer()
    flags = found = planted = caught = alarms = clean = 0
    for gold in map(json.loads, (PASSAGES / "dev.jsonl").read_text(encoding="utf-8").splitlines()):
        if gold["lang"] != "en":
            continue
        claims = [Claim.from_json(each) for each in gold["claims"]]
        mine = ties(facts(claims, text=gold["text"], published=gold["date"]))
        said = {frozenset(tie.claims) for tie in mine if tie.verdict == "inconsistent"}
        wrong = [set(v["claims"]) for v in gold["verdicts"] if v["expected"] == "inconsistent"]
        true = {s for s in said if any(score.hits(s, w) for w in wrong)}
        flags, found = flags + len(said), found + len(true)
        planted, caught = planted + bool(wrong), caught + bool(true)
        clean, alarms = clean + (not wrong), alarms + bool(said and not wrong)
    assert caught / planted >= PLANTED
    assert alarms / clean <= CLEAN
    assert found / flags >= FLAGS
    assert (planted, clean) == (32, 84)


def _scorer():
    spec = importlib.util.spec_from_file_location("score", PASSAGES / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
