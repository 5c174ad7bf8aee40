"""The names of the person's own things, for a shell to complete; never of a store that is locked.

Nothing is written, asked or put right here, and nothing complained of: where the store cannot be
read as it lies, there are no names.
"""

from __future__ import annotations

from pathlib import Path

from recoverplan.errors import RecoverplanError
from recoverplan.store import connecting, keys, ours, schema
from recoverplan.store.files import present

NAMES = {
    "risk": "SELECT label FROM risk_window ORDER BY id",
    "contact": "SELECT name FROM contact ORDER BY place, id",
    "group": "SELECT name FROM peer_group ORDER BY id",
    "group going": "SELECT name FROM peer_group WHERE NOT unsafe ORDER BY id",
    "step": "SELECT text FROM plan_step ORDER BY id",
    "reason": "SELECT text FROM reason ORDER BY id",
    "support": "SELECT what FROM support ORDER BY id",
}


def names(home: Path, noun: str) -> tuple[str, ...]:
    """Return the names of all things of a kind in the store at `home`; none if it is locked."""
    from sqlcipher3 import dbapi2

    try:
        if not present(home / ours.STORE) or present(home / ours.JOURNAL):
            return ()
        if keys.take_secret(keys.load_slots(home)):
            return ()
        way = connecting.unlocked_with(home, home / ours.STORE, reading=True)
        try:
            if schema.version_of(way.connection) != schema.VERSION:
                return ()
            return tuple(row[0] for row in way.connection.execute(NAMES[noun]))
        finally:
            way.connection.close()
    except (RecoverplanError, OSError, dbapi2.Error):
        return ()
