"""Showing one notice: over the session bus, by osascript, by Windows, or as a line on a terminal.

The name "Reminder", no icon, nothing to click, normal urgency, five seconds at most. A notice that
could not be shown raises CannotShowError with the reason, and is not noted.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from recoverplan.ringing.rows import Reminders
from recoverplan.words import remind as words

# pathlib would cost more than all the rest.
# ruff: noqa: PTH116

SECONDS = 5.0
PLACE = "/org/freedesktop/Notifications"
NAME = "org.freedesktop.Notifications"


class CannotShowError(Exception):
    """A notice could not be shown, and why, in a few words."""


def show(said: str, found: Reminders | None, *, printing: bool = False) -> None:
    """Show a notice. `found`: the reminders it is of. Raises CannotShowError."""
    sound = found is not None and found.fact("sound") == "yes"
    if printing:
        on_screen(said)
    elif sys.platform == "darwin":
        by_script(said, sound=sound)
    elif sys.platform == "win32":
        from recoverplan.ringing.windows import toast

        if reason := toast(said, sound=sound, seconds=SECONDS):
            raise CannotShowError(reason)
    else:
        over_bus(said, found.fact("bus") if found else "", sound=sound)


def on_screen(said: str) -> None:
    """Print a notice as a line."""
    from recoverplan.now import fitting, holds

    line = f"{words.TITLE}: {said}."
    out: Any = sys.stdout
    try:
        out.write((line if holds(out, line) else fitting(out, line)) + "\n")
        out.flush()
    except (AttributeError, OSError, ValueError) as error:
        raise CannotShowError(str(error)) from error


def over_bus(said: str, noted: str, *, sound: bool) -> None:
    """Show a notice over the first session bus of this user that has something to show it.

    Only where none has, the desktops are asked to start something: that may take longer than there
    is time for.
    """
    end = time.monotonic() + SECONDS
    reason = words.NO_SESSION
    places = list(addresses(noted))
    for address, start in [(each, start) for start in (False, True) for each in places]:
        left = end - time.monotonic()
        if left <= 0:
            break
        try:
            with limited(left):
                notify(address, said, sound=sound, start=start)
        except Exception as error:  # whatever comes of it, it is no notice
            reason = reason_of(error)
        else:
            return
    raise CannotShowError(reason)


def reason_of(error: Exception) -> str:
    """Return why a bus did not take a notice, in a few words."""
    if isinstance(error, TimeoutError):
        return words.NO_ANSWER_WITHIN.format(seconds=SECONDS)
    return getattr(error, "strerror", None) or str(error)


def addresses(noted: str) -> Iterator[str]:
    """Yield where a session bus of this user may be, each once: a socket on this machine.

    The environment's, then the one that every session of systemd has, then the one that was noted
    when a command ran inside a session. cron has no environment. A bus elsewhere (tcp:) is a
    network, and never asked.
    """
    if sys.platform == "win32":
        return
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").split(";")
    session = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    usual = f"unix:path={session}/bus"
    for address in dict.fromkeys((*given, usual, noted)):
        kind, _, path = address.partition("=")
        if kind == "unix:abstract" or (kind == "unix:path" and ours(path.partition(",")[0])):
            yield address


def ours(path: str) -> bool:
    """Tell whether a path is a socket of this user's own."""
    if sys.platform == "win32":
        return False
    from urllib.parse import unquote

    try:
        found = os.stat(unquote(path))
    except (OSError, ValueError):
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def notify(address: str, said: str, *, sound: bool, start: bool) -> None:
    """Show a notice over the bus at an address; with `start` also where nothing there shows any.

    Raises OSError and its kin for a bus that does not take it, RuntimeError for what it says.
    """
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    noise = ("s", "message") if sound else ("b", True)
    hints = {"urgency": ("y", 1), "sound-name" if sound else "suppress-sound": noise}
    # A title takes no markup, so that < and & are what they are.
    nothing_to_click: list[str] = []
    body = (words.TITLE, 0, "", said, "", nothing_to_click, hints, -1)
    with open_dbus_connection(address, auth_timeout=SECONDS) as connection:
        refuse_strangers(connection.sock)
        if not start and not Proxy(message_bus, connection).NameHasOwner(NAME)[0]:
            raise RuntimeError(words.NOTHING_SHOWS)
        there = DBusAddress(PLACE, bus_name=NAME, interface=NAME)
        call = new_method_call(there, "Notify", "susssasa{sv}i", body)
        answer = connection.send_and_get_reply(call, timeout=SECONDS)
    if answer.header.message_type is MessageType.error:
        raise RuntimeError(str(answer.body[0]) if answer.body else words.REFUSED)


def refuse_strangers(link: Any) -> None:
    """Raise OSError unless a program of this user's, or root's, is at the other end."""
    import socket
    import struct

    if sys.platform == "win32" or not hasattr(socket, "SO_PEERCRED"):
        return
    told = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    if struct.unpack("3i", told)[1] not in (os.getuid(), 0):
        raise OSError(words.OF_SOMEBODY_ELSE)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End what takes longer, whatever it is waiting for. Raises TimeoutError."""
    if sys.platform == "win32":
        yield  # there what shows notices waits no longer by itself
        return

    def ring(_number: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def by_script(said: str, *, sound: bool) -> None:
    """Show a notice on macOS. The words are an argument, never part of the script."""
    from subprocess import SubprocessError, run

    noise = ' sound name "Glass"' if sound else ""
    script = (
        "on run said",
        f'display notification (item 1 of said) with title "{words.TITLE}"{noise}',
        "end run",
    )
    lines = [part for line in script for part in ("-e", line)]
    try:
        run(  # noqa: S603 - a fixed script
            ["/usr/bin/osascript", *lines, said], check=True, capture_output=True, timeout=SECONDS
        )
    except (OSError, SubprocessError) as error:
        raise CannotShowError(reason_of(error)) from error
