"""Migrations of the schema since the log, in their order; `schema` has all that came before."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Every way to attend that a listing gave, and what one needs to join or to find the door.
WAYS = tuple(
    f"ALTER TABLE {table} ADD COLUMN {column} TEXT"
    for table, columns in (
        ("peer_group", ("where_notes", "link_notes", "phone", "phone_notes")),
        ("listing", ("link_notes", "phone_notes", "where_notes")),
    )
    for column in columns
)


def ways_to_attend(db: Any) -> None:
    """Add the ways to attend, and their notes, to groups and listings."""
    for statement in WAYS:
        db.execute(statement)


def kept_off_now(db: Any) -> None:
    """Add to contacts whether they may be named in a hard moment, in the plan and on the card."""
    db.execute("ALTER TABLE contact ADD COLUMN on_now INTEGER NOT NULL DEFAULT 1")


# What would else be counted over all years at every start. `tried` is derived: whatever touches
# the meetings of a group takes its row away, and the next change makes it anew.
FLAT = (
    "CREATE INDEX meeting_at ON meeting (at)",
    """
    CREATE TABLE tried (
        id INTEGER PRIMARY KEY REFERENCES peer_group ON DELETE CASCADE,
        tries INTEGER NOT NULL,
        promised TEXT               -- when the last of those promised was logged
    ) STRICT
    """,
    """
    CREATE TRIGGER tried_more AFTER INSERT ON meeting BEGIN
        DELETE FROM tried WHERE id = new.peer_group;
    END
    """,
    """
    CREATE TRIGGER tried_otherwise AFTER UPDATE ON meeting BEGIN
        DELETE FROM tried WHERE id IN (old.peer_group, new.peer_group);
    END
    """,
    """
    CREATE TRIGGER tried_less AFTER DELETE ON meeting BEGIN
        DELETE FROM tried WHERE id = old.peer_group;
    END
    """,
    """
    CREATE TRIGGER tried_promised AFTER UPDATE OF tries_most ON peer_group BEGIN
        DELETE FROM tried WHERE id = new.id;
    END
    """,
    # What all steps up to this one take; see `history.trim`.
    "ALTER TABLE history_step ADD COLUMN total INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE history_step ADD COLUMN lists_total INTEGER NOT NULL DEFAULT 0",
)


def flat_over_years(db: Any) -> None:
    """Keep the counts that everyday commands need."""
    for statement in FLAT:
        db.execute(statement)


# What more a list says of its meetings, and of itself. A set of codes has flags, of which whether
# newcomers are welcome is one (listings_derived).
ALL_OF_A_LIST = (
    *(
        f"ALTER TABLE listing ADD COLUMN {column}"
        for column in (
            "group_name TEXT", "group_notes TEXT", "page TEXT", "contact TEXT", "updated TEXT",
            "inexact INTEGER",
        )
    ),
    "ALTER TABLE listing_source ADD COLUMN place TEXT",
    "ALTER TABLE listing_source ADD COLUMN dated TEXT",
    "ALTER TABLE list_types RENAME COLUMN newcomers TO flags",
)  # fmt: skip


def all_of_a_list(db: Any) -> None:
    """Add what lists say besides when and where, and the date of each list."""
    for statement in ALL_OF_A_LIST:
        db.execute(statement)


def rough_times(db: Any) -> None:
    """Add to logs whether their time is only about then."""
    for table in ("meeting", "urge", "lapse"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN rough INTEGER NOT NULL DEFAULT 0")


WEEK = (
    # Days elsewhere, both included, as dates of its own zone.
    """
    CREATE TABLE trip (
        id INTEGER PRIMARY KEY,
        place TEXT NOT NULL,
        first TEXT NOT NULL,
        until TEXT NOT NULL,
        timezone TEXT NOT NULL,
        region TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    "ALTER TABLE peer_group ADD COLUMN trip INTEGER REFERENCES trip ON DELETE SET NULL",
    # JSON lists of [how long before, what], and of [what, start of the hours it was done for].
    "ALTER TABLE risk_window ADD COLUMN prepare TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE risk_window ADD COLUMN prepared TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE review ADD COLUMN alone TEXT",
    # A meeting that somebody means to attend.
    """
    CREATE TABLE going (
        id INTEGER PRIMARY KEY,
        peer_group INTEGER NOT NULL REFERENCES peer_group ON DELETE CASCADE,
        start TEXT NOT NULL,
        finish TEXT NOT NULL,       -- "end" is a word of SQL
        zone TEXT NOT NULL,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        goal TEXT,
        leave TEXT,
        early INTEGER NOT NULL,
        late INTEGER NOT NULL,
        note TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE talk (
        id INTEGER PRIMARY KEY,
        contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        how TEXT,
        answered INTEGER NOT NULL,
        they_called INTEGER NOT NULL,
        note TEXT,
        created TEXT NOT NULL,
        rough INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE agreement (
        id INTEGER PRIMARY KEY,
        contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
        condition TEXT NOT NULL,
        action TEXT NOT NULL,
        on_family INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    # What the person does for others.
    """
    CREATE TABLE give (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        peer_group INTEGER REFERENCES peer_group ON DELETE SET NULL,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        hours TEXT NOT NULL,
        zone TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE treatment (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        hours TEXT NOT NULL,
        zone TEXT NOT NULL,
        place TEXT,
        call TEXT,
        paused_from TEXT,
        paused_until TEXT,
        created TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX going_of_group ON going (peer_group)",
    "CREATE INDEX going_of_contact ON going (contact)",
    "CREATE INDEX going_start ON going (start)",
    "CREATE INDEX talk_of_contact ON talk (contact, at)",
    "CREATE INDEX talk_at ON talk (at)",
)


def the_week(db: Any) -> None:
    """Make the tables for goings, talks, agreements, commitments, treatment and trips."""
    for statement in WEEK:
        db.execute(statement)


FINDING = (
    # The slots again without the set of codes: what a listing must be is told by its number.
    "DROP TABLE slot",
    """
    CREATE TABLE slot (
        zone INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        listing INTEGER NOT NULL,
        format INTEGER NOT NULL,
        flags INTEGER NOT NULL,
        lat REAL,
        lon REAL,
        PRIMARY KEY (zone, start, "end", listing)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX slot_of_listing ON slot (listing)",
    'CREATE INDEX slot_of_room ON slot (zone, start) WHERE "end" - start > 300',
    # The numbers of the listings at each spot of the map, of each set of codes, of each place.
    """
    CREATE TABLE spot (
        lat REAL NOT NULL,
        lon REAL NOT NULL,
        listings BLOB NOT NULL,
        PRIMARY KEY (lat, lon)
    ) STRICT, WITHOUT ROWID
    """,
    # A byte for each number of a listing (listings_derived).
    "CREATE TABLE listing_bytes (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "ALTER TABLE list_types ADD COLUMN listings BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE list_place ADD COLUMN there BLOB NOT NULL DEFAULT x''",
    "DROP TABLE placed",
)


def quick_finds(db: Any) -> None:
    """Keep for whole sets of listings what finds ask for, and derive it from those there are."""
    for statement in FINDING:
        db.execute(statement)
