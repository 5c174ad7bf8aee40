"""Reminders really shown: a session bus, a screen and dunst, started here and ended here."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Result, Run
from desktop import Desktop, Notice, session, short_folder

pytestmark = pytest.mark.live

EVENING = "2026-11-23T20:30"
CALL = "Time for the call you planned"
PERSON = (
    "setup --region US --timezone America/New_York",
    "risk add 'Nights alone' --when 'daily 9pm-midnight'",
    "contact add Sam --role peer --call 555-0114 --when 'daily 6-11pm'",
)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with session(tmp_path / "session") as found:
        yield found


@pytest.fixture
def on(run: Run) -> None:
    """Enter a person and turn reminders of check-ins on."""
    for line in PERSON:
        assert run(*shlex.split(line)).code == 0
    assert run("remind", "on", "--for", "check-ins", "--with", "prompt", "--yes").code == 0


def ring(process: Run, desktop: Desktop | None = None, now: str = EVENING) -> Result:
    """Do what the timer does; without a desktop as cron does it, with no environment of one."""
    inside = desktop.environment if desktop else {"DBUS_SESSION_BUS_ADDRESS": ""}
    return process("remind", "run", RECOVERPLAN_NOW=now, **inside)


@pytest.mark.usefixtures("on")
def test_a_check_in_rings_once_under_a_neutral_name(process: Run, desktop: Desktop) -> None:
    assert ring(process, desktop, "2026-11-23T20:29").code == 0
    assert desktop.notices() == []
    for now in ("2026-11-23T20:30", "2026-11-23T20:35", "2026-11-23T20:30", "2026-11-23T22:00"):
        done = ring(process, desktop, now)
        assert (done.code, done.out, done.err) == (0, "", "")
    assert desktop.notices() == [Notice("Reminder", CALL, "", "", 10)]


@pytest.mark.usefixtures("on")
def test_late_is_better_than_never_while_it_helps(process: Run, desktop: Desktop) -> None:
    ring(process, desktop, "2026-11-23T22:59")
    ring(process, desktop, "2026-11-24T23:00")  # Sam is free until 11
    assert desktop.titles() == [CALL]


def test_a_notice_that_could_not_be_shown_is_not_noted(
    run: Run, on: None, process: Run, desktop: Desktop
) -> None:
    for _ in range(2):
        assert ring(process).code == 1
    status = run("remind", "status", now=EVENING).out
    assert "haven't been shown since today, 8:30 pm: there is no desktop session" in status
    assert ring(process, desktop, "2026-11-23T20:40").code == 0
    assert desktop.titles() == [CALL]
    assert "haven't been shown" not in run("remind", "status", now="2026-11-23T20:40").out


def test_cron_finds_the_bus_that_was_seen_when_reminders_were_turned_on(
    run: Run, process: Run, desktop: Desktop
) -> None:
    for line in PERSON:
        run(*shlex.split(line))
    turn_on = ("remind", "on", "--for", "check-ins", "--with", "prompt", "--yes")
    assert process(*turn_on, **desktop.environment).code == 0
    assert ring(process).code == 0
    assert desktop.titles() == [CALL]


@pytest.mark.usefixtures("on")
def test_a_network_and_a_stranger_are_never_asked(
    process: Run, desktop: Desktop, tmp_path: Path
) -> None:
    if os.geteuid() == 0:
        os.chown(desktop.folder / "bus", 65534, 65534)
        assert ring(process, desktop).code == 1
        os.chown(desktop.folder / "bus", 0, 0)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.2)
        address = f"tcp:host=127.0.0.1,port={listening.getsockname()[1]}"
        inside = {"RECOVERPLAN_NOW": EVENING, "DBUS_SESSION_BUS_ADDRESS": address}
        assert process("remind", "run", **inside).code == 1
        with pytest.raises(TimeoutError):
            listening.accept()
        # Of several, the socket on this machine is taken.
        inside["DBUS_SESSION_BUS_ADDRESS"] = f"{address};{desktop.bus},guid=0123"
        assert process("remind", "run", **inside).code == 0
    assert desktop.titles() == [CALL]


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize("answer", [b"", b"OK 0123456789abcdef\r\n", b"x\r\n", b"\0" * 4096])
def test_a_bus_that_hangs_or_talks_nonsense_is_given_up(
    process: Run, run: Run, answer: bytes
) -> None:
    """With real time: it must end by itself."""
    with short_folder() as folder, socket.socket(socket.AF_UNIX) as listening:
        path = folder / "bus"
        listening.bind(str(path))
        listening.listen()
        kept: list[socket.socket] = []

        def take() -> None:
            kept.append(listening.accept()[0])
            kept[0].recv(100)
            kept[0].sendall(answer)

        threading.Thread(target=take, daemon=True).start()
        address = f"unix:path={path}"
        done = process("remind", "run", RECOVERPLAN_NOW=EVENING, DBUS_SESSION_BUS_ADDRESS=address)
        for each in kept:
            each.close()
    assert (done.code, done.out, done.err) == (1, "", "")
    assert "haven't been shown since today, 8:30 pm: " in run("remind", "status", now=EVENING).out


def test_names_come_by_choice_and_are_shown_as_they_are(
    run: Run, process: Run, desktop: Desktop
) -> None:
    run(*shlex.split(PERSON[0]))
    run(*shlex.split(PERSON[1]))
    run("contact", "add", "<b>Sam</b> & Co", "--role", "peer", "--call", "555-0114")
    run("remind", "on", "--words", "full", "--with", "prompt", "--yes")
    ring(process, desktop)
    said = [
        "Call <b>Sam</b> & Co, 555-0114",
        "Your plan for 9 pm is ready: Nights alone",
    ]
    assert desktop.titles() == said


@pytest.mark.usefixtures("on")
def test_a_test_shows_itself_and_says_when_it_cannot(process: Run, desktop: Desktop) -> None:
    done = process("remind", "test", **desktop.environment)
    assert (done.code, done.err) == (0, "")
    assert "do-not-disturb" in done.out
    assert desktop.titles() == ["This is a test. Your reminders look like this"]
    done = process("remind", "test", DBUS_SESSION_BUS_ADDRESS="")
    assert done.code == 1
    assert "there is no desktop session to show it in" in done.err
    assert "recoverplan remind prompt" in done.err


# Ends the process between showing and noting, or in the middle of a note.
KILLED = """
import os, signal, sys
from recoverplan import ringing
from recoverplan.ringing import notes

def write(folder, line, known, now):
    if sys.argv[1] == "half":
        with open(f"{folder}/reminders-shown.txt", "ab") as file:
            file.write(line.encode()[:-2])
    os.kill(os.getpid(), signal.SIGKILL)

notes.write = write
ringing.main([], [])
"""


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize("how", ["before", "half"])
def test_who_is_killed_after_showing_rings_once_too_often_and_never_thrice(
    process: Run, desktop: Desktop, how: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, how],
        env={**os.environ, **desktop.environment, "RECOVERPLAN_NOW": EVENING},
        check=False,
    )
    assert ended.returncode == -9
    for now in ("20:35", "20:40", "20:45"):
        assert ring(process, desktop, f"2026-11-23T{now}").code == 0
    assert desktop.titles() == [CALL, CALL]


@pytest.mark.usefixtures("on")
def test_runs_at_the_same_moment_ring_once(desktop: Desktop) -> None:
    for number in range(5):
        now = f"2026-11-{23 + number}T20:30"
        together = [
            subprocess.Popen(
                [sys.executable, "-m", "recoverplan", "remind", "run"],
                env={**os.environ, **desktop.environment, "RECOVERPLAN_NOW": now},
            )
            for _ in range(3)
        ]
        assert [each.wait() for each in together] == [0, 0, 0]
    assert desktop.titles() == [CALL] * 5
