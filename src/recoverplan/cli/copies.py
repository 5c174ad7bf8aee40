"""Copies of the store that lie in its folder: named before anything is done, removed on a yes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.cli.asking import confirm, explain
from recoverplan.cli.output import can_ask, tell
from recoverplan.domain.text import clean
from recoverplan.words import safekeeping as words

if TYPE_CHECKING:
    from recoverplan.services.locking import Copies


def name(text: str, paths: Iterable[Path], home: Path) -> None:
    """Say a sentence about files in the store's folder, then their names, one a line."""
    explain(text)
    for path in paths:
        tell(f"  {clean(str(path.relative_to(home)))}")


def to_remove(found: Copies, home: Path, *, yes: bool) -> list[Path]:
    """Name every copy that a change of the key is about, and return those to be removed after it.

    `yes` answers for copies that came about, never for backups that the person made.
    """
    if found.kept:
        name(words.COPIES_KEPT, found.kept, home)
    going: list[Path] = []
    if found.strays:
        name(words.COPIES_STRAY, found.strays, home)
        if yes or confirm(words.COPIES_ASK):
            going += found.strays
        else:
            explain(words.COPIES_LEFT)
    if found.backups:
        name(words.COPIES_BACKUPS, found.backups, home)
        if can_ask() and confirm(words.COPIES_ASK):
            going += found.backups
    return going


def removed(paths: Iterable[Path], home: Path) -> None:
    """Remove copies, and say which could not be."""
    from recoverplan.services.locking import take_away

    kept = take_away(paths)
    if kept:
        name(words.COPIES_STAY, kept, home)
