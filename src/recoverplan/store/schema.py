"""The schema, top to bottom, and the migrations that lead to it.

Every table of the person's is STRICT, has `id INTEGER PRIMARY KEY` and holds no BLOB. Lists are
JSON text; hours are a JSON list of [phrase, schedule]; instants are ISO 8601 in UTC; days are ISO
dates; yes and no are 1 and 0.

Removing: what only points at a removed row forgets it (SET NULL). A group takes its log of
meetings with it, because a meeting is a meeting of some group; `group decide leave` is the way to
stop going and keep the log, and `undo` brings back both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

APPLICATION_ID = 0x52504C4E  # "RPLN": marks a file as this program's
# Tables whose every change can be undone, parents before children.
TABLES = ("setting", "contact", "peer_group", "meeting", "plan_step", "risk_window")

FIRST = (
    # One row a setting that was said; the value is JSON.
    """
    CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE peer_group (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        programme TEXT,
        format TEXT,
        hours TEXT NOT NULL,
        zone TEXT NOT NULL,
        place TEXT,                 -- "where" is a word of SQL
        link TEXT,
        types TEXT NOT NULL,
        status TEXT NOT NULL,
        tries_least INTEGER NOT NULL,
        tries_most INTEGER NOT NULL,
        why TEXT,
        unsafe INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        call TEXT,
        text TEXT,
        email TEXT,
        other TEXT,
        prefer TEXT,
        place INTEGER NOT NULL,     -- in the person's own list; "order" is a word of SQL
        hours TEXT NOT NULL,
        zone TEXT NOT NULL,
        per_week INTEGER,
        say TEXT,
        card_name TEXT,
        on_card INTEGER NOT NULL,
        paused_from TEXT,
        paused_until TEXT,
        met_at INTEGER REFERENCES peer_group ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meeting (
        id INTEGER PRIMARY KEY,
        peer_group INTEGER NOT NULL REFERENCES peer_group ON DELETE CASCADE,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        occurrence TEXT,
        door INTEGER NOT NULL,
        early INTEGER NOT NULL,
        stayed INTEGER NOT NULL,
        said TEXT,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        fit TEXT NOT NULL,          -- JSON list of [quality, answer]
        mood_before INTEGER,
        mood_after INTEGER,
        idea TEXT,
        unsafe TEXT,
        note TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    # Something to do, in a safety plan's order; not to be confused with history_step.
    """
    CREATE TABLE plan_step (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        meeting INTEGER REFERENCES meeting ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE risk_window (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        hours TEXT NOT NULL,
        level TEXT NOT NULL,
        triggers TEXT NOT NULL,
        steps TEXT NOT NULL,
        if_thens TEXT NOT NULL,     -- JSON list of [if, then]
        check_in INTEGER REFERENCES contact ON DELETE SET NULL,
        no_check_in INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX meeting_of_group ON meeting (peer_group)",
    # The history: one step a change of the person's, and what each row was before it.
    # An undo or redo is a step too: `off` and `back` list the steps it took back or brought back.
    """
    CREATE TABLE history_step (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
        off TEXT NOT NULL,
        back TEXT NOT NULL
    ) STRICT
    """,
    # `before` is NULL where the row was new, else the JSON list of its columns.
    """
    CREATE TABLE history_change (
        seq INTEGER PRIMARY KEY,
        step INTEGER NOT NULL,
        tbl TEXT NOT NULL,
        row INTEGER NOT NULL,
        before TEXT
    ) STRICT
    """,
    "CREATE INDEX history_change_of_step ON history_change (step)",
    # Which version of the program brought the schema here, for the sentence that refuses it.
    "CREATE TABLE written (id INTEGER PRIMARY KEY, version TEXT NOT NULL) STRICT",
)


def first_schema(db: Any) -> None:
    """Make all tables of the first version."""
    for statement in FIRST:
        db.execute(statement)


# In order; `user_version` is how many of them a store has been through. Never change one that
# has been released: add another.
MIGRATIONS: tuple[Callable[[Any], None], ...] = (first_schema,)
VERSION = len(MIGRATIONS)
