"""README.md marks exactly the two set-up commands that continuous integration runs."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = dict(re.findall(r"<!-- ci: (\w+) -->\n```sh\n(.*?)```", README, flags=re.DOTALL))


def test_two_commands_each_with_its_own_environment():
    assert list(COMMANDS) == ["run", "test"]
    made = [re.search(r"python3 -m venv (\S+)", text).group(1) for text in COMMANDS.values()]
    assert len(set(made)) == 2
    for text in COMMANDS.values():
        assert len(text.splitlines()) == 1


def test_the_first_runs_the_main_job_and_the_second_the_tests():
    assert "portbook report --period 2024" in COMMANDS["run"]
    assert "portbook check example" in COMMANDS["run"]
    assert "[test]" in COMMANDS["test"]
    assert "pytest" in COMMANDS["test"]


def test_ci_takes_them_from_there():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert '$(readme run)"' in script
    assert '$(readme test)"' in script
    assert "portbook report" not in script
