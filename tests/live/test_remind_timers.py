"""Reminders called by a real cron and a real systemd, in a part of the machine of their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import REAL_PATH
from desktop import Desktop, for_sockets, need, session, wait_for
from timers_here import Apart, cron_running, crontabs, own_systemd

pytestmark = pytest.mark.live

CALL = "Time for the call you planned"
# Hours that run all day, and somebody who can be reached at any time: due as it is entered.
PERSON = (
    ("setup", "--region", "US", "--timezone", "America/New_York"),
    ("risk", "add", "Days", "--when", "daily"),
    ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
)
ON = ("remind", "on", "--for", "check-ins", "--quiet", "none", "--yes")
# Comments, a Latin-1 byte, an escape, blanks at ends, somebody's settings: all of it stays.
OTHERS = (
    b"MAILTO=me\nSHELL=/bin/sh\n# caf\xe9 \x1b[1m  \n\n5 4 * * * echo 'a\\%b' # reminder-0\t \n"
)


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Apart]:
    with crontabs(tmp_path / "apart") as found:
        for name in ("RECOVERPLAN_NOW", "TZ"):
            found.environment.pop(name, None)
        yield found


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with session(tmp_path / "session") as found:
        yield found


def recoverplan(apart: Apart, *words: str, **environment: str) -> tuple[int, str]:
    """Run a command line there."""
    code, said = apart.run(sys.executable, "-m", "recoverplan", *words, environment=environment)
    return code, said.decode()


def enter(apart: Apart) -> None:
    for line in PERSON:
        assert recoverplan(apart, *line)[0] == 0


def test_cron_rings_and_off_leaves_everybody_elses_lines_byte_for_byte(
    apart: Apart, desktop: Desktop, home: Path
) -> None:
    enter(apart)
    assert apart.run("crontab", "-", given=OTHERS)[0] == 0
    code, said = recoverplan(apart, *ON, "--with", "cron", **desktop.environment)
    assert code == 0, said
    assert "A line in your crontab checks for them every five minutes." in said
    table = apart.run("crontab", "-l")[1]
    assert table.startswith(OTHERS)
    ours = table[len(OTHERS) :].decode()
    assert re.fullmatch(r"\*/5 \* \* \* \* .* >/dev/null 2>&1 # reminder-[0-9a-f]{8}\n", ours)
    assert f"--store {home} remind run" in ours
    with cron_running(apart):
        wait_for(lambda: desktop.titles() == [CALL])
        assert recoverplan(apart, "remind", "status")[1].count("Last looked for: today") == 1
    assert recoverplan(apart, "remind", "off")[0] == 0
    assert apart.run("crontab", "-l")[1] == OTHERS
    assert not list(home.glob("reminders*"))
    assert desktop.titles() == [CALL]


def test_where_there_was_no_crontab_there_is_none_again(apart: Apart) -> None:
    enter(apart)
    for again in range(2):  # turned on again, it is still one line
        assert recoverplan(apart, *ON, "--with", "cron")[0] == 0, again
    assert apart.run("crontab", "-l")[1].count(b"\n") == 1
    assert recoverplan(apart, "remind", "off")[0] == 0
    assert b"no crontab for" in apart.run("crontab", "-l")[1]


def test_a_line_that_is_gone_and_a_program_that_moved_are_told(apart: Apart, home: Path) -> None:
    enter(apart)
    recoverplan(apart, *ON, "--with", "cron")
    table = apart.run("crontab", "-l")[1]
    apart.run("crontab", "-r")
    gone = "Nothing checks for your reminders: a line in your crontab is gone."
    assert gone in recoverplan(apart, "remind", "status")[1]
    code, said = recoverplan(apart, "doctor")
    assert (code, gone in said) == (1, True)
    assert recoverplan(apart, "doctor", "--fix")[0] == 0
    assert apart.run("crontab", "-l")[1] == table
    moved = table.replace(os.fsencode(sys.executable), b"/gone/python")
    apart.run("crontab", "-", given=moved)
    assert (
        "Something has changed a line in your crontab." in recoverplan(apart, "remind", "status")[1]
    )
    file = home / "reminders.txt"
    file.write_bytes(file.read_bytes().replace(os.fsencode(sys.executable), b"/gone/python"))
    said = recoverplan(apart, "remind", "status")[1]
    assert "The program has moved: /gone/python is not there any more" in said
    assert "The program has moved" in recoverplan(apart, "doctor")[1]
    assert recoverplan(apart, *ON)[0] == 0  # the way it was called in is remembered
    assert apart.run("crontab", "-l")[1] == table


@pytest.mark.parametrize("spoilt", ["unreadable", "returns", "busy"])
def test_a_crontab_that_cannot_be_changed_safely_is_left_alone(
    apart: Apart, home: Path, tmp_path: Path, spoilt: str
) -> None:
    """In front of the real crontab stands one that fails as some do."""
    enter(apart)
    given = OTHERS.replace(b"\n\n", b"\r\n\n") if spoilt == "returns" else OTHERS
    apart.run("crontab", "-", given=given)
    before = apart.run("crontab", "-l")[1]
    front = tmp_path / "front"
    front.mkdir()
    real = apart.run("sh", "-c", "command -v crontab")[1].decode().strip()
    stands = {
        "unreadable": 'echo "cannot open your crontab: I/O error" >&2; exit 1',
        "returns": f'exec {real} "$@"',
        # Somebody else writes between our reading and our writing, each time.
        "busy": f'{real} "$@"; [ "$1" = -l ] && (cat; echo "# $$") < {tmp_path}/other | {real} -',
    }
    (tmp_path / "other").write_bytes(OTHERS)
    script = front / "crontab"
    script.write_text(f"#!/bin/sh\n{stands[spoilt]}\n")
    script.chmod(0o700)
    inside = {"PATH": f"{front}:{REAL_PATH}"}
    code, said = recoverplan(apart, *ON, "--with", "cron", **inside)
    assert code == 1
    told = {
        "unreadable": "Your crontab can't be read: cannot open your crontab: I/O error",
        "returns": "Your crontab has Windows line ends.",
        "busy": "Another program changed your crontab at the same moment, so it was left alone.",
    }
    assert told[spoilt] in said
    assert not (home / "reminders.txt").exists()
    after = apart.run("crontab", "-l")[1]
    assert b"remind run" not in after
    assert after == before if spoilt != "busy" else after.startswith(OTHERS)


def test_erase_takes_the_line_away_and_the_copy_that_newer_crons_keep(
    apart: Apart, home: Path, tmp_path: Path
) -> None:
    enter(apart)
    apart.run("crontab", "-", given=OTHERS)
    recoverplan(apart, *ON, "--with", "cron")
    copy = tmp_path / ".cache" / "crontab" / "crontab.bak"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(apart.run("crontab", "-l")[1])
    (home / "keys.json").write_bytes(b"spoilt")  # erasing opens nothing
    code, said = recoverplan(apart, "erase", "--yes")
    assert code == 0, said
    assert not home.exists()
    assert apart.run("crontab", "-l")[1] == OTHERS
    assert copy.read_bytes() == OTHERS


def test_a_folder_that_no_crontab_can_hold_is_refused(apart: Apart, tmp_path: Path) -> None:
    store = str(tmp_path / ("'" * 200))  # each takes five letters in a line of sh
    for line in PERSON:
        recoverplan(apart, "--store", store, *line)
    code, said = recoverplan(apart, "--store", store, *ON, "--with", "cron")
    assert code == 1
    assert "can't be put into a crontab" in said


def test_odd_paths_ring_too(apart: Apart, desktop: Desktop, tmp_path: Path) -> None:
    r"""A blank, a quote, a dollar and a percent sign, of which cron makes a line end unless \%."""
    store = str(tmp_path / "it's $HOME, 50% `x` \\ é")
    for line in PERSON:
        assert recoverplan(apart, "--store", store, *line)[0] == 0
    code, said = recoverplan(apart, "--store", store, *ON, "--with", "cron", **desktop.environment)
    assert code == 0, said
    with cron_running(apart):
        wait_for(lambda: desktop.titles() == [CALL])


def test_systemd_runs_it_and_off_leaves_nothing(
    desktop: Desktop, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("unshare", "nsenter")
    for name in ("RECOVERPLAN_NOW", "TZ"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with own_systemd(tmp_path / "apart") as apart:
        if apart is None:
            pytest.skip("no systemd of the user's can be started here")
        enter(apart)
        code, said = recoverplan(apart, *ON, **desktop.environment)
        assert code == 0, said
        assert "A systemd timer checks for them every five minutes." in said
        units = sorted((tmp_path / "config" / "systemd" / "user").glob("reminder-*"))
        assert [path.suffix for path in units] == [".service", ".timer"]
        timers = json.loads(apart.run("systemctl", "--user", "list-timers", "-o", "json")[1])
        assert [each["unit"] for each in timers] == [units[1].name]
        assert apart.run("systemctl", "--user", "start", units[0].name)[0] == 0
        assert desktop.titles() == [CALL]
        assert recoverplan(apart, "remind", "status")[1].count("Last looked for: today") == 1
        assert apart.run("systemctl", "--user", "is-failed", units[0].name)[1] == b"inactive\n"
        assert recoverplan(apart, "remind", "off")[0] == 0
        left = apart.run("systemctl", "--user", "list-units", "--all", "reminder-*", "--plain")[1]
        assert b"0 loaded units" in left
    assert not list((tmp_path / "config").rglob("*"))
    assert not list(home.glob("reminders*"))


@pytest.mark.usefixtures("home")
def test_nobody_waits_at_a_pipe_among_the_units() -> None:
    from recoverplan.services.timers import systemd
    from recoverplan.writers import timers

    job = timers.Job("reminder-0", ("true",))
    (service, text), (timer, _) = systemd.units(job).items()
    service.parent.mkdir(parents=True)
    service.write_text(text)
    os.mkfifo(timer)
    assert systemd.there(job) is False


@pytest.mark.parametrize("odd", [False, True])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path, home: Path, odd: bool) -> None:
    """`verify` ends with 0 for keys and times that it does not know: it must say nothing too."""
    need("systemd-analyze")
    from recoverplan.services.timers import job_for
    from recoverplan.writers import timers

    folder = tmp_path / "a b" / "50% $x"
    folder.mkdir(parents=True)
    program = folder / "python"
    program.symlink_to(sys.executable)
    command = job_for(folder if odd else home).command
    job = timers.Job("reminder-0", (str(program) if odd else command[0], *command[1:]))
    (tmp_path / "reminder-0.service").write_text(timers.service(job))
    (tmp_path / "reminder-0.timer").write_text(timers.timer())
    with for_sockets() as session:
        for name in ("reminder-0.service", "reminder-0.timer"):
            done = subprocess.run(
                ["systemd-analyze", "verify", "--user", str(tmp_path / name)],
                env={**os.environ, "XDG_RUNTIME_DIR": str(session)},
                capture_output=True, check=False,
            )  # fmt: skip
            assert (done.returncode, done.stderr) == (0, b"")
    when = re.search("OnCalendar=(.*)", timers.timer())
    assert when
    times = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=3", when[1]],
        env={**os.environ, "TZ": "UTC"}, capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert (
        len(set(re.findall(r":(?:00|05|10|15|20|25|30|35|40|45|50|55):00 UTC", times.stdout))) == 3
    )
