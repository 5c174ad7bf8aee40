"""A fork of a test ends, whatever happens in it, and never goes on as a second test."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from forking import forked


def fails() -> None:
    raise RuntimeError


def fails_where_nothing_can_be_said() -> None:
    os.close(2)
    raise MemoryError


def is_interrupted() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda: None, 0),
        (fails, 1),
        (fails_where_nothing_can_be_said, 1),
        (is_interrupted, 1),
        (lambda: sys.exit(3), 3),
    ],
)
def test_a_fork_ends(work: Callable[[], object], code: int) -> None:
    _, status = os.waitpid(forked(work), 0)
    assert os.waitstatus_to_exitcode(status) == code
