"""Nothing that reminders show or write tells what it is for, but where names were asked for."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.domain.reminding import KINDS, RENEWAL, key
from recoverplan.services import timers
from recoverplan.words import remind as words
from recoverplan.writers.timers import lines_for
from weeks import moment

# What would tell, wherever it stood: of recovery, of what somebody uses, of help, of the person.
TELLING = re.compile(
    r"recover|sober|abstin|addict|alcohol|drink|drug|gambl|opio|heroin|cocain|methadon|naloxon"
    r"|\buse\b|\busing\b|relaps|lapse|craving|urge|trigger|risk|hard hour|crisis|hotline|helpline"
    r"|emergenc|suicid|overdos|withdraw|detox|rehab|treatment|therap|clinic|doctor|medic|sponsor"
    r"|\bpeer|support|12.?step|\baa\b|\bna\b|\bsmart\b|anonym|fellowship|\btries\b|trial|group"
    r"|check-in|safety|danger|panic|card\b|sam|dana|nights|payday|lifeline|luke",
    re.IGNORECASE,
)
PERSON = (
    "setup --region US --timezone America/New_York --about drugs --name Alex",
    "risk add 'Nights alone' --when 'daily 9pm-midnight' --level high --trigger quiet --step walk",
    "risk add Payday --when 'fri 5pm-11pm'",
    "contact add Sam --role sponsor --call 555-0114 --when 'mon-fri 6-11pm' --say 'Rough evening'",
    "contact add Dana --role family --text 555-0136",
    "contact add Lee --role peer --email lee@example.org --per-week 1",
    "contact add Kim --role peer --other Signal --per-week 1",
    "group add 'Tuesday Lifeline' --when 'tue 7-8pm' --where \"St Luke's hall\" --programme AA",
)


def told(text: str, home: Path) -> list[str]:
    """Return what tells in a text, the program's own path and name apart."""
    for path in (str(home), timers.this_python(), timers.CODE, str(Path.cwd())):
        text = text.replace(path, "")
    return TELLING.findall(re.sub(r"</?[A-Z][A-Za-z]*", "", text))  # Windows' own words


@pytest.fixture
def on(run: Run) -> None:
    for line in PERSON:
        assert run(*shlex.split(line)).code == 0, line
    assert run("remind", "on", "--with", "prompt", "--quiet", "none", "--yes").code == 0


def test_what_would_tell_is_found() -> None:
    for said in ("Call your sponsor", "hard hours at 9", "recovery", "AA meeting", "Call Sam"):
        assert TELLING.search(said), said


@pytest.mark.usefixtures("on")
def test_no_file_tells(home: Path) -> None:
    names = [path.name for path in home.glob("rem*")]
    assert len(names) == 3
    for path in home.glob("rem*"):
        assert told(path.name, home) == []
        assert told(path.read_text(), home) == [], path.name


@pytest.mark.usefixtures("on")
def test_no_notice_tells(run: Run) -> None:
    listed = run("remind", "list", "--days", "120", "--json").json["reminders"]
    assert {each["kind"] for each in listed} == {"check-in", "hours", "meeting", "log", "renewal"}
    said = {each["words"] for each in listed} | {words.TEST, words.TITLE}
    assert len(said) > 8
    assert [each for each in said if TELLING.search(each)] == []


def test_no_neutral_sentence_tells_whoever_is_called_and_however() -> None:
    neutral = [
        *words.CHECK_IN.values(),
        words.HOURS,
        words.MEETING,
        words.LOG,
        words.RENEWAL,
        words.TEST,
    ]
    assert [each for each in neutral if TELLING.search(each)] == []


def test_no_key_tells_also_of_kinds_to_come() -> None:
    for kind in (*KINDS.values(), RENEWAL):
        assert TELLING.search(key(kind, moment(0))) is None


@pytest.mark.parametrize("name", timers.WAYS)
def test_no_unit_task_or_line_tells(home: Path, name: str) -> None:
    for where, text in timers.way(name).entries(timers.job_for(home)):
        assert told(where, home) == [], where
        assert told(text, home) == [], text


@pytest.mark.parametrize("shell", words.SHELLS)
def test_no_line_for_a_shell_tells(home: Path, shell: str) -> None:
    assert told("\n".join(lines_for(shell, home, timers.job_for(home))), home) == []
