"""Words to schedule, and back: what a person types for "when"."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from recoverplan.domain.schedule import Schedule
from recoverplan.errors import UsageError


class PhraseError(UsageError):
    """A phrase that is refused. The message names the part; the hint is a phrase that works."""


class Understood(NamedTuple):
    """What a phrase was taken to mean.

    `phrase` is what to keep: as typed where its meaning does not hang on the day it is read,
    else rewritten with its dates. `words` says it back, in the person's clock style; `notes`
    are sentences to show with it (what a rule skips, "all day", "one hour assumed").
    """

    schedule: Schedule
    phrase: str
    words: str
    notes: tuple[str, ...]


def understand(
    phrase: str, now: datetime, *, clock24: bool = True, open_end: bool = False
) -> Understood:
    """Read `phrase` at the moment `now` (aware, in the person's zone).

    `open_end`: a start without an end is one hour (groups), else it is refused.
    Raises PhraseError.
    """
    raise NotImplementedError


def words(schedule: Schedule, *, clock24: bool = True) -> str:
    """Say a schedule in words that `understand` reads as the same schedule."""
    raise NotImplementedError
