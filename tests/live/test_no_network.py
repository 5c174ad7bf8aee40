"""No command opens a socket or looks up a name: an audit hook would see it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

# The hook cannot be taken off again, so the commands run in a process of their own.
GUARD = """
import sys
seen = []
WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
           "socket.sendto", "urllib.Request", "http.client.connect")
sys.addaudithook(lambda event, arguments: event in WATCHED and seen.append(event))
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
    assert len(codes) == 25
    assert done.stdout.endswith("[]\n")


def test_the_hook_would_see_it() -> None:
    assert python(CAUGHT).stdout == "True\n"
