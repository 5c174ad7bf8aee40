"""Passphrases for tests: handed over as a program would, and made cheap to stretch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from recoverplan.store import keys

PHRASE = "tea and the radio"
OTHER = "once round the block"


@contextmanager
def lines(*secrets: str) -> Iterator[tuple[str, str]]:
    """Give the options that hand these secrets over, a line each."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(writing)
    try:
        yield "--passphrase-fd", str(reading)
    finally:
        os.close(reading)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases hardly at all."""
    monkeypatch.setattr(keys, "COST", 2)
