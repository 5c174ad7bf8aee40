"""Ctrl-C at the very moment at which a question begins to wait."""

from __future__ import annotations

import os
import select
import signal
import sys
from typing import Any

import pytest

from recoverplan.cli import asking


def test_a_signal_just_before_the_wait_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    other_end, keyboard = os.openpty()  # nothing is ever typed
    really_wait: Any = select.select
    ready: list[Any] = []

    def wait(*files: Any) -> Any:  # as select.select is called
        os.kill(os.getpid(), signal.SIGINT)  # noted before the wait, as Python does
        ready.extend(really_wait(*files, 5)[0])
        return ready, [], []

    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with os.fdopen(keyboard) as typed:
            monkeypatch.setattr(sys, "stdin", typed)
            monkeypatch.setattr(select, "select", wait)
            asking.wait_for_typing()
            assert len(ready) == 1
            assert ready[0] is not typed
    finally:
        signal.signal(signal.SIGINT, before)
        os.close(other_end)
    assert signal.set_wakeup_fd(-1) == -1


def test_what_is_typed_ends_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    other_end, keyboard = os.openpty()
    os.write(other_end, b"y\n")
    with os.fdopen(keyboard) as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        asking.wait_for_typing()
        assert typed.readline() == "y\n"
    os.close(other_end)
