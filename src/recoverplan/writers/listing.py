"""What a list shows of each thing, before it becomes plain lines or a terminal's screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One thing in a list: its number, its name, and facts about it, the main one first."""

    id: int
    name: str
    facts: Sequence[str]


class Fact(NamedTuple):
    """One line of a thing shown alone: what it is, and what is known of it."""

    label: str
    text: str
