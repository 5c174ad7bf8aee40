-- index going_of_contact of going
CREATE INDEX going_of_contact ON going (contact)

-- index going_of_group of going
CREATE INDEX going_of_group ON going (peer_group)

-- index going_start of going
CREATE INDEX going_start ON going (start)

-- index history_change_of_step of history_change
CREATE INDEX history_change_of_step ON history_change (step)

-- index idx__sqlite_migrations_migration_set_name of _sqlite_migrations
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")

-- index meeting_at of meeting
CREATE INDEX meeting_at ON meeting (at)

-- index meeting_of_group of meeting
CREATE INDEX meeting_of_group ON meeting (peer_group)

-- index slot_of_listing of slot
CREATE INDEX slot_of_listing ON slot (listing)

-- index slot_of_room of slot
CREATE INDEX slot_of_room ON slot (zone, start) WHERE "end" - start > 300

-- index sqlite_autoindex_listing_source_1 of listing_source


-- index sqlite_autoindex_review_1 of review


-- index sqlite_autoindex_setting_1 of setting


-- index talk_at of talk
CREATE INDEX talk_at ON talk (at)

-- index talk_of_contact of talk
CREATE INDEX talk_of_contact ON talk (contact, at)

-- table _sqlite_migrations of _sqlite_migrations
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)

-- table agreement of agreement
CREATE TABLE agreement (
        id INTEGER PRIMARY KEY,
        contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
        condition TEXT NOT NULL,
        action TEXT NOT NULL,
        on_family INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT

-- table contact of contact
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
    , on_now INTEGER NOT NULL DEFAULT 1) STRICT

-- table give of give
CREATE TABLE give (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        peer_group INTEGER REFERENCES peer_group ON DELETE SET NULL,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        hours TEXT NOT NULL,
        zone TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT

-- table going of going
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

-- table history_change of history_change
CREATE TABLE history_change (
        seq INTEGER PRIMARY KEY,
        step INTEGER NOT NULL,
        tbl TEXT NOT NULL,
        row INTEGER NOT NULL,
        before TEXT
    ) STRICT

-- table history_step of history_step
CREATE TABLE history_step (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
        off TEXT NOT NULL,
        back TEXT NOT NULL
    , size INTEGER NOT NULL DEFAULT 0, lists_size INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, lists_total INTEGER NOT NULL DEFAULT 0) STRICT

-- table lapse of lapse
CREATE TABLE lapse (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        triggers TEXT NOT NULL,
        note TEXT,
        created TEXT NOT NULL
    , rough INTEGER NOT NULL DEFAULT 0) STRICT

-- table list_place of list_place
CREATE TABLE list_place (
        id INTEGER PRIMARY KEY,
        folded TEXT NOT NULL,
        name TEXT NOT NULL,
        lat REAL,
        lon REAL,
        listings INTEGER NOT NULL
    , there BLOB NOT NULL DEFAULT x'') STRICT

-- table list_types of list_types
CREATE TABLE list_types (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL,
        types TEXT NOT NULL,
        flags INTEGER NOT NULL
    , listings BLOB NOT NULL DEFAULT x'') STRICT

-- table list_zone of list_zone
CREATE TABLE list_zone (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT

-- table listing of listing
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
    , link_notes TEXT, phone_notes TEXT, where_notes TEXT, group_name TEXT, group_notes TEXT, page TEXT, contact TEXT, updated TEXT, inexact INTEGER) STRICT

-- table listing_bytes of listing_bytes
CREATE TABLE listing_bytes (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID

-- table listing_key of listing_key
CREATE TABLE listing_key (
        identity TEXT NOT NULL,
        source INTEGER NOT NULL,
        listing INTEGER NOT NULL,
        PRIMARY KEY (identity, source)
    ) STRICT, WITHOUT ROWID

-- table listing_source of listing_source
CREATE TABLE listing_source (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        programme TEXT,
        zone TEXT,
        codes TEXT NOT NULL
    , place TEXT, dated TEXT) STRICT

-- table listing_text of listing_text
CREATE VIRTUAL TABLE listing_text USING fts5 (
        text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2'
    )

-- table listing_text_config of listing_text_config
CREATE TABLE 'listing_text_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table listing_text_data of listing_text_data
CREATE TABLE 'listing_text_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table listing_text_idx of listing_text_idx
CREATE TABLE 'listing_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- table meeting of meeting
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
    , rough INTEGER NOT NULL DEFAULT 0) STRICT

-- table outcome of outcome
CREATE TABLE outcome (
        id INTEGER PRIMARY KEY,
        risk INTEGER REFERENCES risk_window ON DELETE SET NULL,
        label TEXT NOT NULL,
        start TEXT NOT NULL,
        how TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT

-- table peer_group of peer_group
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
    , listed TEXT NOT NULL DEFAULT '[]', caution TEXT, where_notes TEXT, link_notes TEXT, phone TEXT, phone_notes TEXT, trip INTEGER REFERENCES trip ON DELETE SET NULL) STRICT

-- table plan_step of plan_step
CREATE TABLE plan_step (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        meeting INTEGER REFERENCES meeting ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT

-- table reason of reason
CREATE TABLE reason (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        shown TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT

-- table review of review
CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        week TEXT NOT NULL UNIQUE,  -- its Monday
        helped TEXT,
        idea TEXT,
        helped_someone INTEGER,
        question TEXT,
        created TEXT NOT NULL
    , alone TEXT) STRICT

-- table risk_window of risk_window
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
    , prepare TEXT NOT NULL DEFAULT '[]', prepared TEXT NOT NULL DEFAULT '[]') STRICT

-- table setting of setting
CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    ) STRICT

-- table slot of slot
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

-- table spot of spot
CREATE TABLE spot (
        lat REAL NOT NULL,
        lon REAL NOT NULL,
        listings BLOB NOT NULL,
        PRIMARY KEY (lat, lon)
    ) STRICT, WITHOUT ROWID

-- table support of support
CREATE TABLE support (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        standing TEXT NOT NULL,
        contact INTEGER REFERENCES contact ON DELETE SET NULL,
        peer_group INTEGER REFERENCES peer_group ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT

-- table talk of talk
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

-- table treatment of treatment
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

-- table tried of tried
CREATE TABLE tried (
        id INTEGER PRIMARY KEY REFERENCES peer_group ON DELETE CASCADE,
        tries INTEGER NOT NULL,
        promised TEXT               -- when the last of those promised was logged
    ) STRICT

-- table trip of trip
CREATE TABLE trip (
        id INTEGER PRIMARY KEY,
        place TEXT NOT NULL,
        first TEXT NOT NULL,
        until TEXT NOT NULL,
        timezone TEXT NOT NULL,
        region TEXT,
        created TEXT NOT NULL
    ) STRICT

-- table urge of urge
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
    , rough INTEGER NOT NULL DEFAULT 0) STRICT

-- table written of written
CREATE TABLE written (id INTEGER PRIMARY KEY, version TEXT NOT NULL) STRICT

-- trigger tried_less of meeting
CREATE TRIGGER tried_less AFTER DELETE ON meeting BEGIN
        DELETE FROM tried WHERE id = old.peer_group;
    END

-- trigger tried_more of meeting
CREATE TRIGGER tried_more AFTER INSERT ON meeting BEGIN
        DELETE FROM tried WHERE id = new.peer_group;
    END

-- trigger tried_otherwise of meeting
CREATE TRIGGER tried_otherwise AFTER UPDATE ON meeting BEGIN
        DELETE FROM tried WHERE id IN (old.peer_group, new.peer_group);
    END

-- trigger tried_promised of peer_group
CREATE TRIGGER tried_promised AFTER UPDATE OF tries_most ON peer_group BEGIN
        DELETE FROM tried WHERE id = new.id;
    END
