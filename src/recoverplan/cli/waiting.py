"""Waiting for what somebody types, so that Ctrl-C ends the wait whenever it comes."""

from __future__ import annotations

import os
import select
import signal
import sys


def wait_for_typing() -> None:
    """Wait until there is something to read from the terminal, or a signal has come.

    Python only notes a signal, and raises KeyboardInterrupt before its next instruction: one that
    comes just before a read begins would wait there for the next line. The wakeup descriptor has a
    byte to read from that moment on (docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
    """
    if sys.platform == "win32" or not sys.stdin.isatty():  # there select takes sockets alone
        return
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    before = signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    try:
        select.select([sys.stdin, woken], [], [])
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waking)
