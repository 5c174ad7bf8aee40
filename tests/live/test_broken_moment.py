"""`recoverplan now` in every broken state, as a person's shell runs it: exit 0, and what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pexpect
import pytest

from moment_examples import ALEX, SAM, contact, lay, with_contacts, written
from recoverplan.home import EMERGENCY_CARD
from rounds import TRACED
from terminal import LONGEST

pytestmark = pytest.mark.live

FIRST = "Call "
NOW = {"RECOVERPLAN_NOW": "2026-11-23T21:40"}
COMMAND = [sys.executable, "-m", "recoverplan", "now"]
WHOLE = written()


def a_gigabyte(path: Path) -> None:
    """Make a file that says it is that long, and takes no room."""
    path.touch()
    os.truncate(path, 1 << 30)


BROKEN: dict[str, Callable[[Path], Any]] = {
    "none": lambda path: None,
    "empty": lambda path: path.touch(),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a loop of links": lambda path: path.symlink_to(path),
    "a link to nowhere": lambda path: path.symlink_to("gone"),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a gigabyte": a_gigabyte,
    "cut short": lambda path: path.write_bytes(WHOLE[: len(WHOLE) // 2]),
    "cut short by a row": lambda path: path.write_bytes(WHOLE.removesuffix(b"end\n")),
    "another version": lambda path: path.write_bytes(WHOLE.replace(b"card\t1", b"card\t9", 1)),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 99),
    "zeros": lambda path: path.write_bytes(bytes(4096)),
    "noise in its frame": lambda path: path.write_bytes(
        WHOLE.split(b"\n")[0] + b"\n" + bytes(range(256)).replace(b"\xff", b"") + b"\nend\n"
    ),
}


def started(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `now` in a process of its own."""
    environment = {**os.environ, **NOW, **options.pop("env", {})}
    for name in [name for name, value in environment.items() if value is None]:
        del environment[name]
    options = {"capture_output": True} | options
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=LONGEST,
        check=False,
        **options,
    )


@pytest.mark.parametrize("state", BROKEN)
def test_a_card_of_any_shape(home: Path, state: str) -> None:
    home.mkdir()
    BROKEN[state](home / EMERGENCY_CARD)
    done = started()
    assert done.returncode == 0
    assert done.stdout.startswith(FIRST)
    assert "Call your local emergency number now if:" in done.stdout
    assert "what the emergency service tells you" in done.stdout
    assert "911" not in done.stdout
    assert "recoverplan setup" in done.stdout
    assert done.stderr == ""


def test_a_damaged_store_is_never_looked_at(home: Path) -> None:
    lay(home, WHOLE)
    (home / "plan.db").write_bytes(b"not a store")
    (home / "keys.json").write_bytes(b"[")
    done = started()
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sam: call 555-0114, until 11 pm." in done.stdout


def test_a_file_where_the_folder_should_be(home: Path) -> None:
    home.write_text("a file")
    assert started().returncode == 0
    assert started().stdout.startswith(FIRST)


@pytest.mark.parametrize("zone", ["Nowhere/At all", ":", "../../etc/passwd", "\udcff", "UTC0:99"])
def test_a_broken_time_zone(home: Path, zone: str) -> None:
    for card in (WHOLE, b""):
        lay(home, card)
        for clock in ("2026-11-23T21:40", ""):
            done = started(env={"TZ": zone, "RECOVERPLAN_NOW": clock})
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout.startswith(FIRST)
            assert ("Call 911 now if:" in done.stdout) is bool(card)


@pytest.mark.parametrize("clock", ["soon", "2026-99-99", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_clock_that_cannot_be_read(home: Path, clock: str) -> None:
    lay(home, WHOLE)
    done = started(env={"RECOVERPLAN_NOW": clock})
    assert done.returncode == 0
    assert done.stdout.startswith(FIRST)
    assert "Call 911 now if:" in done.stdout
    assert "Traceback" not in done.stderr
    assert ("RECOVERPLAN_NOW is not a time" in done.stderr) is (clock != "0001-01-01T00:00")


def test_an_ascii_terminal(home: Path) -> None:
    zoe = contact("Zoë 日本", "daily 6pm-11pm", call="555-0140", say="„Hast du kurz Zeit?“ …")
    lay(home, written(with_contacts(zoe)))
    done = started(env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "Zoe ??: call 555-0140, until 11 pm." in done.stdout
    latin = started(env={"PYTHONIOENCODING": "latin-1:strict"})
    assert "Zo\ufffd ??: call" in latin.stdout  # its ë, read as UTF-8 here
    document = started("--json", env={"PYTHONIOENCODING": "ascii"}).stdout
    assert document.isascii()
    assert json.loads(document)["people"][0]["name"] == "Zoë 日本"


def test_no_home_and_no_folder_to_stand_in(home: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for variable in ({"RECOVERPLAN_HOME": "here/it/was"}, {"RECOVERPLAN_HOME": None, "HOME": None}):
        gone.mkdir()
        script = f"rmdir {gone} && exec {' '.join(COMMAND[:1])} -P -m recoverplan now"
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=gone,
            env={
                name: value
                for name, value in {**os.environ, **NOW, **variable}.items()
                if value is not None
            },
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(FIRST)


@pytest.mark.parametrize("ending", [">&-", "> /dev/full", "| true", ">&- 2>&-", "> /dev/full 2>&1"])
def test_an_output_that_takes_nothing(home: Path, ending: str) -> None:
    lay(home, written(with_contacts(*(replace(SAM, name=f"Sam {one}") for one in range(9)))))
    for option in ("", "--json", "--at soon"):
        script = f"set -o pipefail; {' '.join(COMMAND)} {option} {ending}"
        done = subprocess.run(
            ["bash", "-c", script],
            env={**os.environ, **NOW},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0
        assert "Exception" not in done.stderr
        assert "Error" not in done.stderr


def test_only_an_option_it_does_not_know_is_wrong_usage(home: Path) -> None:
    lay(home, WHOLE)
    for option in ("--timer2", "-x", "--store-all", "--js"):
        done = started(option)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"now has no option {option}.")
        assert done.stderr.count("\n") == 1
    done = started("please", "help")
    assert done.returncode == 0
    assert done.stdout.startswith(FIRST)
    assert "please help" in done.stderr
    for at in (["--at", "soonish"], ["--at"], ["--at="]):
        done = started(*at)
        assert done.returncode == 0
        assert "Monday 9:40 pm" in done.stdout
        assert done.stderr.startswith("--at was not understood")


def test_another_time_another_folder_and_plain(home: Path, tmp_path: Path) -> None:
    lay(home, b"")
    lay(tmp_path / "other", WHOLE)
    for place in (["--store", str(tmp_path / "other")], [f"--store={tmp_path / 'other'}"]):
        done = started("--at", "fri 19:30", *place)
        assert "Your people, Friday 7:30 pm." in done.stdout
        assert "Dana: call 555-0136, until 8 pm." in done.stdout
        assert done.stderr == ""
    done = started("--at", "tomorrow 19:30", "--store", str(tmp_path / "other"))
    assert "Next meeting: Tuesday Lifeline, now, until 8 pm, St Luke's hall." in done.stdout


def test_json(home: Path) -> None:
    lay(home, WHOLE)
    found = json.loads(started("--json").stdout)
    assert found["schema"] == "recoverplan/now/1"
    assert found["emergency"] == "911"
    assert found["lines"][0] == {
        "name": "988 Suicide & Crisis Lifeline",
        "for": "suicide, mental health or substance use crises",
        "call": "988",
        "text": "988",
        "chat": "988lifeline.org",
        "hours": "any hour",
        "open": True,
        "yours": False,
    }
    assert [person["name"] for person in found["people"]] == ["Sam", "Priya"]
    sam = found["people"][0]
    assert (sam["call"], sam["text"]) == ("555-0114", None)
    assert sam["say"] == "Rough evening. Got ten minutes?"
    assert sam["until"] == "2026-11-23T23:00:00-05:00"
    assert [(one["name"], one["hours"]) for one in found["others"]] == [
        ("Dana", "every Friday to Sunday, 10 am–8 pm")
    ]
    assert found["steps"][0] == "Shoes on, once round the block"
    assert found["next_meeting"] == {
        "group": {"id": 1, "name": "Tuesday Lifeline"},
        "start": "2026-11-24T19:00:00-05:00",
        "end": "2026-11-24T20:00:00-05:00",
        "where": "St Luke's hall",
        "with": None,
        "leave": None,
    }
    lay(home, b"noise")
    found = json.loads(started("--json").stdout)
    assert (found["emergency"], found["lines"], found["people"]) == (None, [], [])
    assert found["next_meeting"] is None


def on_terminal(width: int, height: int = 24, **environment: str) -> str:
    """Return what stands on a real terminal afterwards."""
    child = pexpect.spawn(
        COMMAND[0],
        COMMAND[1:],
        dimensions=(height, width),
        env={**os.environ, **NOW, **environment},
        encoding="utf-8",
        timeout=LONGEST,
    )
    text = child.read()
    child.wait()
    assert child.exitstatus == 0
    return str(text).replace("\r\n", "\n")


@pytest.mark.parametrize("width", [80, 40])
def test_on_a_real_terminal(home: Path, golden: Callable[[str, str], None], width: int) -> None:
    lay(home, WHOLE)
    golden(f"now-{width}", on_terminal(width))


def test_on_a_real_terminal_plain_is_followed(
    home: Path, golden: Callable[[str, str], None]
) -> None:
    lay(home, WHOLE)
    golden("now-plain", on_terminal(300, TERM="dumb"))
    assert "YOUR PEOPLE" in on_terminal(80, COLUMNS="none", LINES="0")
    assert max(map(len, on_terminal(80, COLUMNS="50").splitlines())) <= 50
    lay(home, written(ALEX._replace(plain=True)))
    golden("now-plain", on_terminal(300))


@pytest.mark.skipif(TRACED, reason="tracing adds to what is counted")
def test_next_to_nothing_is_imported(home: Path) -> None:
    lay(home, WHOLE)
    script = (
        "import sys; before = set(sys.modules); sys.argv = ['recoverplan', 'now'];"
        " from recoverplan.__main__ import main; main();"
        " sys.stderr.write(' '.join(sorted(set(sys.modules) - before)))"
    )
    for clock in ("", "2026-11-23T21:40"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "RECOVERPLAN_NOW": clock},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=True,
        )
        loaded = done.stderr.split()
        if clock:
            assert "zoneinfo" in loaded
            assert not {"typer", "rich", "dataclasses", "recoverplan.store"} & set(loaded)
        else:
            own = [name for name in loaded if name.partition(".")[0] != "recoverplan"]
            assert own == ["__future__"]
            assert not [name for name in loaded if ".domain" in name or ".store" in name]
