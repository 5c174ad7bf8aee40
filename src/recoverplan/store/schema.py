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

from recoverplan.store.schema_since import (
    all_of_a_list,
    flat_over_years,
    kept_off_now,
    quick_finds,
    rough_times,
    the_week,
    ways_to_attend,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The schema of a fresh store of this version, as SQLite keeps it; `make golden` writes it.
WHOLE = f"{__file__.removesuffix('schema.py')}whole_schema.sql"
APPLICATION_ID = 0x52504C4E  # "RPLN": marks a file as this program's
# Tables whose every change can be undone, parents before children.
TABLES = (
    "setting", "contact", "peer_group", "meeting", "plan_step", "risk_window",
    "listing_source", "listing", "urge", "lapse", "support", "reason", "review", "outcome",
    "trip", "going", "talk", "agreement", "give", "treatment",
)  # fmt: skip

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


LISTS = (
    # A group that came from a list: keys of its listings; what says it is not every week.
    "ALTER TABLE peer_group ADD COLUMN listed TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE peer_group ADD COLUMN caution TEXT",
    # How much was recorded in a step, so that nothing is counted twice.
    "ALTER TABLE history_step ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE history_step ADD COLUMN lists_size INTEGER NOT NULL DEFAULT 0",
    # One row a list; `codes` is a JSON list of [code, name], as the list itself names them.
    """
    CREATE TABLE listing_source (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        programme TEXT,
        zone TEXT,
        codes TEXT NOT NULL
    ) STRICT
    """,
    # Weekly, wall-clock, in its own zone; `days` are bits, Monday 1. `digest` tells at once
    # whether a row that comes again has changed; `retired`: the list no longer has it.
    """
    CREATE TABLE listing (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES listing_source ON DELETE CASCADE,
        identity TEXT NOT NULL,
        name TEXT NOT NULL,
        days INTEGER NOT NULL,
        start INTEGER,
        minutes INTEGER NOT NULL,
        zone TEXT,
        format TEXT NOT NULL,
        venue TEXT,
        address TEXT,
        town TEXT,
        region TEXT,
        lat REAL,
        lon REAL,
        link TEXT,
        phone TEXT,
        types TEXT NOT NULL,
        notes TEXT,
        caution TEXT,
        closed INTEGER NOT NULL,
        digest INTEGER NOT NULL,
        retired INTEGER NOT NULL
    ) STRICT
    """,
    # The rest is derived from these two and made anew after every change of them.
    "CREATE TABLE list_zone (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
    # The sets of codes that occur: thousands at most, for any number of meetings.
    """
    CREATE TABLE list_types (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL,
        types TEXT NOT NULL,
        newcomers INTEGER NOT NULL
    ) STRICT
    """,
    # When a listing runs, in minutes of the week of its zone, Monday 0:00 first; a day and more
    # at the most. Without a time: start -100000, where nobody looks for one. Format: 0 in person,
    # 1 online, 2 hybrid; flags: 1 newcomers welcome.
    """
    CREATE TABLE slot (
        zone INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        listing INTEGER NOT NULL,
        format INTEGER NOT NULL,
        flags INTEGER NOT NULL,
        types INTEGER NOT NULL,
        lat REAL,
        lon REAL,
        PRIMARY KEY (zone, start, "end", listing)
    ) STRICT, WITHOUT ROWID
    """,
    # Places as the lists name them, and which listings are there.
    """
    CREATE TABLE list_place (
        id INTEGER PRIMARY KEY,
        folded TEXT NOT NULL,
        name TEXT NOT NULL,
        lat REAL,
        lon REAL,
        listings INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE placed (
        place INTEGER NOT NULL,
        listing INTEGER NOT NULL,
        PRIMARY KEY (place, listing)
    ) STRICT, WITHOUT ROWID
    """,
    # To find again the listings that a group came from.
    """
    CREATE TABLE listing_key (
        identity TEXT NOT NULL,
        source INTEGER NOT NULL,
        listing INTEGER NOT NULL,
        PRIMARY KEY (identity, source)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE listing_text USING fts5 (
        text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2'
    )
    """,
)


def lists_of_meetings(db: Any) -> None:
    """Make the tables for meeting lists."""
    for statement in LISTS:
        db.execute(statement)


LOG = (
    """
    CREATE TABLE urge (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        strength INTEGER,
        triggers TEXT NOT NULL,
        did TEXT,
        after INTEGER,
        note TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE lapse (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        triggers TEXT NOT NULL,
        note TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    # The inventory: what the person has, needs next, or does not want.
    """
    CREATE TABLE support (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        standing TEXT NOT NULL,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        peer_group INTEGER REFERENCES peer_group ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reason (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        shown TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        week TEXT NOT NULL UNIQUE,  -- its Monday
        helped TEXT,
        idea TEXT,
        helped_someone INTEGER,
        question TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    # How one occurrence of hard hours went; the window's label stays when the window goes.
    """
    CREATE TABLE outcome (
        id INTEGER PRIMARY KEY,
        risk INTEGER REFERENCES risk_window ON DELETE SET NULL,
        label TEXT NOT NULL,
        start TEXT NOT NULL,
        how TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
)


def the_log(db: Any) -> None:
    """Make the tables for urges, lapses, support, reasons and reviews."""
    for statement in LOG:
        db.execute(statement)


# In order; `user_version` is how many of them a store has been through. Never change one that
# has been released: add another.
MIGRATIONS: tuple[Callable[[Any], None], ...] = (
    first_schema,
    lists_of_meetings,
    the_log,
    ways_to_attend,
    kept_off_now,
    flat_over_years,
    all_of_a_list,
    rough_times,
    the_week,
    quick_finds,
)
VERSION = len(MIGRATIONS)


def version_of(connection: Any) -> int:
    """Return how many migrations an open store has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def as_text(connection: Any) -> str:
    """Return an open store's schema as `whole_schema.sql` has it."""
    return str(
        connection.execute(
            """
            SELECT group_concat(
                '-- ' || type || ' ' || name || ' of ' || tbl_name || char(10)
                || rtrim(coalesce(sql, ''), char(10) || ' '), char(10) || char(10)
            ) || char(10)
            FROM (SELECT * FROM main.sqlite_master ORDER BY type, name)
            """
        ).fetchone()[0]
    )


def as_made(connection: Any) -> bool:
    """Tell at a glance whether a store's schema is, word for word, that of a fresh one."""
    with open(WHOLE, encoding="utf-8") as file:  # noqa: PTH123 - each opening to write does it
        return as_text(connection) == file.read()
