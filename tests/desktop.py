"""A real desktop session in a folder: a bus, a screen that nobody sees, and dunst to show notices.

Started by a test and ended with it. What dunst was given is read from its own history.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

NEEDED = ("dbus-daemon", "Xvfb", "dunst", "dunstctl", "busctl")
# Else two equal notices would be one, and "twice" would not be seen.
DUNST = "[global]\nhistory_length = 0\nnotification_limit = 0\nstack_duplicates = false\n"
PATIENCE = 120.0  # seconds for a program to come up on a busy machine


class Notice(NamedTuple):
    """What a desktop was asked to show."""

    name: str
    title: str
    body: str
    icon: str
    seconds: float  # dunst's usual time of a notice of normal urgency is 10; 0 is until clicked


class Desktop:
    """A session: `bus` is its address, `environment` what a program in it has."""

    def __init__(self, folder: Path, socket: Path) -> None:
        self.folder = folder
        self.socket = socket
        self.bus = f"unix:path={socket}"
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self.bus}
        self.running: list[subprocess.Popen[bytes]] = []

    def begin(self) -> None:
        """Start the bus, the screen and dunst, and wait until notices can be shown."""
        self.folder.mkdir(mode=0o700)
        (self.folder / "dunstrc").write_text(DUNST)
        self.start("dbus-daemon", "--session", f"--address={self.bus}", "--nofork", "--nopidfile")
        screen = self.folder / "screen"
        with screen.open("wb") as told:
            self.start(
                "Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", "640x480x24",
                pass_fds=[told.fileno()],
            )  # fmt: skip
        wait_for(lambda: self.socket.exists() and bool(screen.read_text().strip()))
        self.start(
            "dunst", "-conf", str(self.folder / "dunstrc"),
            env={**os.environ, **self.environment, "DISPLAY": f":{screen.read_text().strip()}"},
        )  # fmt: skip
        wait_for(self.shows)

    def start(self, *command: str, **how: Any) -> None:
        """Start a program that is ended with the session."""
        quiet = subprocess.DEVNULL
        self.running.append(subprocess.Popen(command, stdout=quiet, stderr=quiet, **how))

    def shows(self) -> bool:
        """Tell whether something on the bus shows notices."""
        return b"true" in self.ask(
            "busctl", "--user", "call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus",
            "NameHasOwner", "s", "org.freedesktop.Notifications",
        )  # fmt: skip

    def ask(self, *command: str) -> bytes:
        """Run a program in the session and return what it prints."""
        done = subprocess.run(
            command,
            env={**os.environ, **self.environment},
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout

    def notices(self) -> list[Notice]:
        """Return all that was shown so far, the first first."""
        self.ask("dunstctl", "close-all")  # its history has what is closed
        found = json.loads(self.ask("dunstctl", "history"))["data"][0]
        found.sort(key=lambda each: each["id"]["data"])
        return [
            Notice(
                each["appname"]["data"],
                each["summary"]["data"],
                each["body"]["data"],
                each["icon_path"]["data"],
                each["timeout"]["data"] / 1e6,
            )
            for each in found
        ]

    def titles(self) -> list[str]:
        """Return what was said in all notices so far."""
        return [notice.title for notice in self.notices()]

    def end(self) -> None:
        """End what was started, the last first."""
        for program in reversed(self.running):
            program.kill()
            program.wait()


def wait_for(true: Any, seconds: float = PATIENCE) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come up"
        time.sleep(0.02)


@contextmanager
def for_sockets() -> Iterator[Path]:
    """Give a folder of a short name: a socket's address has 107 letters, and TMPDIR may be long."""
    with tempfile.TemporaryDirectory(prefix="session-", dir="/tmp") as folder:
        yield Path(folder)


@contextmanager
def session(folder: Path) -> Iterator[Desktop]:
    """Give a desktop session in a new folder; skip the test where programs for it are missing."""
    need(*NEEDED)
    with for_sockets() as short:
        desktop = Desktop(folder, short / "bus")
        try:
            desktop.begin()
            yield desktop
        finally:
            desktop.end()


def need(*programs: str) -> None:
    """Skip the test where one of these programs is missing; in CI that is an error."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        lacking(f"{', '.join(missing)} is not here (Debian: see .ci/run)")


def lacking(why: str) -> None:
    """Skip the test for want of something; in CI that is an error."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
