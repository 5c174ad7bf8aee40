"""No command opens a socket or looks up a name: an audit hook would see it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from desktop import session

pytestmark = pytest.mark.live

# The hook cannot be taken off again, so the commands run in a process of their own.
GUARD = """
import sys
seen = []
WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
           "socket.sendto", "urllib.Request", "http.client.connect")
sys.addaudithook(lambda event, arguments: event in WATCHED and seen.append(event))
"""

# `remind` alone may ask this user's own session bus, a socket on this machine, and nothing else.
BUS_GUARD = """
import json, os, sys
WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
           "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect"}
allowed, seen, line = [], [], ""

def hook(event, given):
    if event not in WATCHED:
        return
    # A network's address is a tuple, a socket's of this machine a path.
    ours = line.startswith("remind ") and event == "socket.connect" and given[1] == sys.argv_bus
    (allowed if ours else seen).append((event, line))

sys.argv_bus = sys.argv[1]
sys.addaudithook(hook)
from recoverplan.__main__ import main
for line in sys.argv[2:]:
    if "connect" in line:
        import socket
        try:
            other = "-other" if line.endswith("elsewhere") else ""
            socket.socket(socket.AF_UNIX).connect(sys.argv_bus + other)
        except OSError:
            pass
        continue
    sys.argv = ["recoverplan", *line.split()]
    assert main() == 0, line
print(json.dumps([allowed, seen]))
"""

COMMANDS = (
    GUARD
    + """
from recoverplan.__main__ import main
for line in (
    "setup --name Alex --timezone America/New_York --region US --about alcohol",
    "risk add Nights --when mon-thu|9pm-midnight --level high",
    "contact add Sam --role peer --call 555-0114 --when daily|6pm-11pm",
    "step add Tea --kind alone",
    "group add Lifeline --when tue|7-8pm --link https://meeting.example/room",
    "meeting log Lifeline --at 2026-11-17|19:00 --note fine",
    "group import {list} --zone UTC", "group find tue|7pm", "group find --near 1,2",
    "group try 1001", "contact list --json", "risk list", "plan", "plan --json", "plan --gaps",
    "remind on --with prompt --yes", "remind status", "remind list", "remind off",
    "publish calendar {home}-calendar", "publish contacts {home}-people",
    "publish page {home}.page", "publish status", "step add Walk --kind alone", "publish off",
    "card", "card --html {home}.html", "plan --html {home}-week.html", "now",
    "now --json", "when fri|5pm-6pm", "", "--help",
    "contact remove Sam --yes", "erase --yes",
):
    places = {"home": sys.argv[1], "list": sys.argv[2]}
    arguments = [part.replace("|", " ").format(**places) for part in line.split()]
    before, sys.argv = sys.argv, ["recoverplan", *arguments]
    code = main()
    sys.argv = before
    print(code, line, file=sys.stderr)
print(seen)
"""
)

CAUGHT = (
    GUARD
    + """
import socket
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError:
    pass
print("socket.getaddrinfo" in seen and "socket.connect" in seen)
"""
)


# The bus for another command, and another socket for `remind` too.
SEEN = ("connect", "connect elsewhere", "remind connect elsewhere")


def python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )


def test_no_command_opens_a_socket(home: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.json"
    listed.write_text('[{"slug": "a", "name": "Calm", "day": 2, "time": "19:00"}]')
    done = python(COMMANDS, str(home), str(listed))
    codes = [line.split()[0] for line in done.stderr.splitlines() if line[:1].isdigit()]
    assert set(codes) == {"0"}, done.stderr
    assert len(codes) == 35
    assert done.stdout.endswith("[]\n")


def test_remind_asks_the_own_session_bus_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight")
    with session(tmp_path / "session") as desktop:
        for name, value in desktop.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-23T20:45")
        bus = desktop.bus.removeprefix("unix:path=")
        lines = ("plan", "remind on --with prompt --yes", "remind list", "remind status", "now")
        told = python(BUS_GUARD, bus, *lines, "remind run", "remind test", *SEEN)
        assert len(desktop.titles()) == 2
    allowed, seen = json.loads(told.stdout.splitlines()[-1])
    assert {line for _, line in allowed} == {"remind run", "remind test"}
    assert seen == [["socket.connect", line] for line in SEEN]


def test_the_hook_would_see_it() -> None:
    assert python(CAUGHT).stdout == "True\n"
