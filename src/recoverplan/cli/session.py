"""What every command needs before it starts: where the store is, whose zone, what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from recoverplan.home import data_home
from recoverplan.settings import Settings


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command. `now` is aware, in `zone`; `clock24` is the person's clock style."""

    home: Path
    settings: Settings
    zone: ZoneInfo
    now: datetime
    plain: bool
    clock24: bool


@dataclass(frozen=True, slots=True)
class Place:
    """What the root's options said, kept in `ctx.obj`: the store's folder, and `--plain`."""

    home: Path
    plain: bool


def prepare(store: str, *, plain: bool) -> Place:
    """Take the options that hold for every command."""
    return Place(Path(store).expanduser().absolute() if store else Path(data_home()), plain)


def begin(ctx: typer.Context) -> Session:
    """Read the settings (if there is a store) and the clock."""
    raise NotImplementedError

