"""The person's settings in the store: one row for each that was said.

Beside them stands what tells that names may be in reminders, which listings were found last, and by
which version of the program each list was read: they belong to this store, and never leave it with
an export.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from recoverplan.settings import Settings
from recoverplan.store.opened import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CARD_OPEN = "card_open_while_locked"  # of earlier versions; now a slot of keys.json
CONSENT = "reminder_consent"
FOUND = "last_found"
READ = "lists_read_as"


def load(store: Store) -> Settings:
    """Return the settings; what was never said is as `Settings()` has it."""
    return settings_in(store.execute("SELECT name, value FROM setting"))


def settings_in(rows: Iterable[Sequence[str]]) -> Settings:
    """Return the settings of rows of a name and a value in JSON."""
    said: dict[str, Any] = {}
    for name, stored in rows:
        if name in Settings.names_:
            value = json.loads(stored)
            said[name] = tuple(value) if isinstance(value, list) else value
    return Settings(**said)


def save(store: Store, settings: Settings) -> None:
    """Keep the settings; only what has changed is written."""
    for name, unsaid in Settings.defaults_.items():
        value = getattr(settings, name)
        if value == unsaid:
            store.execute("DELETE FROM setting WHERE name = ?", (name,))
        else:
            keep(store, name, value)


def kept(store: Any, name: str) -> Any:
    """Return what is kept under a name, None for nothing. `store` may be a bare connection."""
    found = store.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if found is None else json.loads(found["value"])


def keep(store: Store, name: str, value: object) -> None:
    """Keep a value under a name, where that is another one."""
    store.execute(
        """
        INSERT INTO setting (name, value) VALUES (:name, :value)
        ON CONFLICT (name) DO UPDATE SET value = :value WHERE value <> :value
        """,
        {"name": name, "value": json.dumps(value, ensure_ascii=False)},
    )


def last_found(store: Store) -> tuple[datetime, list[int]] | None:
    """Return when listings were last found, and their numbers in the order shown."""
    found = kept(store, FOUND)
    return found and (datetime.fromisoformat(found[0]), found[1])


def keep_found(store: Store, now: datetime, shown: list[int]) -> None:
    """Keep which listings were found last."""
    keep(store, FOUND, [now.isoformat(), shown])


def lists_read_as(store: Store) -> dict[str, int]:
    """Return by which version of reading lists each was read, by its number as text."""
    return kept(store, READ) or {}


def keep_read_as(store: Store, source: int, version: int) -> None:
    """Keep by which version a list was read, where that is another one."""
    keep(store, READ, {**lists_read_as(store), str(source): version})


def agreed_to_names(connection: Any) -> bool:
    """Tell whether an earlier version kept here that names may be on the emergency card."""
    return kept(connection, CARD_OPEN) is True


def reminder_secret(store: Store) -> str | None:
    """Return what consent to names in reminders is told by, None if there was none yet."""
    secret: str | None = kept(store, CONSENT)
    return secret


def keep_reminder_secret(store: Store, secret: str) -> None:
    """Keep what consent to names in reminders is told by."""
    keep(store, CONSENT, secret)
