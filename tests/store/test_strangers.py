"""What is in a store and was not put there by this program is found before anything is written."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from kept_examples import add_step, step_texts
from recoverplan.errors import DamagedError
from recoverplan.store import connecting, keys, migrating, opening, ours, schema, strangers
from secrets_given import PHRASE, cheap, lines

__all__ = ["cheap"]

STEP = ("step", "add", "Walk", "--kind", "alone")
WRITING = (STEP, ("undo",), ("urge", "log"), ("erase", "--history", "--yes"))
# Each with what it is called in the sentence.
PLANTED = (
    (
        "CREATE TRIGGER evil AFTER INSERT ON plan_step BEGIN DELETE FROM contact; END",
        'the trigger "evil" on plan_step',
    ),
    (
        "CREATE TRIGGER late BEFORE DELETE ON history_step BEGIN SELECT raise(ABORT, 'no'); END",
        'the trigger "late" on history_step',
    ),
    ("CREATE VIEW people AS SELECT * FROM contact", 'the view "people"'),
    ("CREATE INDEX slow ON contact (name, say)", 'the index "slow" on contact'),
    ("CREATE UNIQUE INDEX never ON plan_step (text, kind)", 'the index "never" on plan_step'),
    ("CREATE TABLE extra (id INTEGER PRIMARY KEY)", 'the table "extra"'),
    (
        "CREATE TABLE child (c INTEGER REFERENCES contact ON DELETE CASCADE)",
        'the table "child"',
    ),
    # It brings along a table that SQLite lets nobody drop.
    ("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)", 'the table "counted"'),
    ("ANALYZE", 'the table "sqlite_stat1"'),
    ("CREATE VIRTUAL TABLE words USING fts5 (text)", 'the table "words"'),
    ('CREATE TABLE "\x1b[31mred ""quoted"" " (id)', 'the table "red "quoted" "'),
)


@contextmanager
def opened(home: Path) -> Iterator[Any]:
    """Open a store with nothing looked at, as somebody with its key can."""
    connection = connecting.connect(home / ours.STORE, keys.keys_without_passphrase(home)[0])
    try:
        yield connection
    finally:
        connection.close()


def plant(home: Path, sql: str) -> None:
    with opened(home) as connection:
        connection.execute(sql)


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(("sql", "name"), PLANTED)
def test_it_is_named_and_nothing_is_written_until_it_is_gone(
    run: Run, home: Path, tmp_path: Path, sql: str, name: str
) -> None:
    for text in ("tea", "shoes"):
        assert run("step", "add", text, "--kind", "alone").code == 0
    assert run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114").code == 0
    plant(home, sql)
    for line in WRITING:
        result = run(*line)
        assert (result.code, result.out) == (5, ""), line
        assert name in result.err
        assert "recoverplan doctor --fix" in result.err
        assert "\x1b" not in result.err
    assert "tea" in run("step", "list").out  # reading goes on
    assert run("now").code == 0
    looked = run("doctor", "--json")
    assert looked.code == 5
    (finding,) = [each for each in looked.json["findings"] if each["what"] == "tables"]
    assert (finding["state"], finding["fixed"]) == ("wrong", False)
    done = run("doctor", "--fix", "--yes")  # which removes copies that somebody else made
    assert done.code == 0, done
    assert "\x1b" not in done.out
    assert run(*STEP).code == 0
    assert step_texts(home) == ["tea", "shoes", "Walk"]
    assert run("contact", "list", "--json").json["contacts"][0]["name"] == "Sam"
    with opened(home) as connection:
        assert strangers.strangers(connection) == []
    (kept,) = home.glob("plan.before-fix-*.zip")
    with zipfile.ZipFile(kept) as archive, opened_from(archive, tmp_path) as connection:
        assert strangers.strangers(connection)  # kept as it was, whatever that was
    assert run("doctor").out.count(kept.name) == 0  # it is ours
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    with zipfile.ZipFile(kept) as archive:
        assert {slot.kind for slot in keys.slots_in(archive.read("keys.json"))} != {"device"}
    assert kept.name in run("erase", "--yes").err
    assert not home.exists()


@contextmanager
def opened_from(archive: zipfile.ZipFile, folder: Path) -> Iterator[Any]:
    """Open the store in a backup that holds its key as it is."""
    place = folder / "unpacked"
    archive.extractall(place)
    with opened(place) as connection:
        yield connection


def test_a_backup_that_brings_something_along_is_refused_and_says_the_way(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    plant(home, PLANTED[0][0])
    assert run("backup", str(tmp_path / "b.zip"), "--plain-key").code == 0
    for place in (tmp_path / "fresh", home):
        result = run("--store", str(place), "restore", str(tmp_path / "b.zip"), "--yes")
        assert (result.code, result.out) == (5, "")
        assert PLANTED[0][1] in result.err
        assert "Nothing was changed" in result.err
    assert not (tmp_path / "fresh").exists()
    # The way that it names.
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "dir")
    assert run("--store", str(tmp_path / "dir"), "doctor", "--fix").code == 0
    assert step_texts(tmp_path / "dir") == ["tea"]
    assert run("--store", str(tmp_path / "dir"), *STEP).code == 0


def test_an_older_store_is_looked_at_before_it_is_brought_up(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    with opened(home) as connection:
        assert strangers.strangers(connection) == []
        connection.execute("CREATE TRIGGER evil AFTER UPDATE ON plan_step BEGIN SELECT 1; END")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_column))
    monkeypatch.setattr(schema, "VERSION", len(schema.MIGRATIONS))
    for open_it in (opening.open_to_read, opening.open_to_write):
        with pytest.raises(DamagedError, match='the trigger "evil"'), open_it(home):
            pass
    with opened(home) as connection:
        assert schema.version_of(connection) == schema.VERSION - 1


def add_column(db: Any) -> None:
    db.execute("ALTER TABLE plan_step ADD COLUMN color TEXT")


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_store_of_every_version_has_nothing_strange_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    home = tmp_path / "older"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        patch.setattr(schema, "VERSION", version)
        from recoverplan.store.making import make_store

        make_store(home)
    with opened(home) as connection:
        assert strangers.strangers(connection) == []
        migrating.migrate(connection)
        assert strangers.strangers(connection) == []


def test_what_the_schema_is_stands_in_one_file(run: Run, home: Path, request: Any) -> None:
    """So that a store like a fresh one costs one comparison; `make golden` writes it."""
    add_step(home)
    with opened(home) as connection:
        text = schema.as_text(connection)
    if request.config.getoption("--golden") == "write":
        Path(schema.WHOLE).write_text(text, encoding="utf-8")
    assert text == Path(schema.WHOLE).read_text(encoding="utf-8")


def test_our_own_recording_is_nothing_strange(home: Path) -> None:
    """The triggers that record for undo are of the connection alone."""
    from kept_examples import NOW
    from recoverplan.services.keeping import writing

    with writing(home, NOW) as store:
        assert store.execute("SELECT count(*) FROM sqlite_temp_master").fetchone()[0] > 20
        assert strangers.strangers(store.connection) == []


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("DROP INDEX meeting_of_group", 'the index "meeting_of_group" on meeting is missing'),
        ("ALTER TABLE contact ADD COLUMN spy TEXT", 'the table "contact" is not as it was made'),
        ("ALTER TABLE contact RENAME COLUMN say TO said", 'the table "contact" is not as it was'),
        ("DROP TABLE spot", 'the table "spot" is missing'),
        (
            'ALTER TABLE "_sqlite_migrations" ADD COLUMN x AS (json(name))',
            'the table "_sqlite_migrations"',
        ),
    ],
)
def test_what_is_not_as_it_was_made_is_found_too(run: Run, home: Path, sql: str, name: str) -> None:
    add_step(home)
    plant(home, sql)
    result = run(*STEP)
    assert result.code == 5
    assert name in result.err
    done = run("doctor", "--fix")
    if "index" in name:
        assert done.code == 0
        assert run(*STEP).code == 0
    else:
        assert done.code == 5
        assert "recoverplan export --json FILE" in done.out.replace("\n", " ")
        assert run(*STEP).code == 5


def test_the_list_of_migrations_may_be_spelled_otherwise(home: Path) -> None:
    """Another version of sqlite-utils may have made it."""
    add_step(home)
    with opened(home) as connection:
        connection.execute("DROP TABLE _sqlite_migrations")
        connection.execute(
            "CREATE TABLE [_sqlite_migrations] ([id] INTEGER PRIMARY KEY, [migration_set] TEXT,"
            " [name] TEXT, [applied_at] TEXT)"
        )
        assert strangers.strangers(connection) == []


def test_a_schema_that_was_written_by_hand_is_said_to_be_damaged(run: Run, home: Path) -> None:
    add_step(home)
    with opened(home) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "INSERT INTO sqlite_master VALUES ('trigger', 'x', 'contact', 0, 'CREATE nonsense')"
        )
    for line in (STEP, ("step", "list"), ("doctor",), ("doctor", "--fix")):
        result = run(*line)
        assert result.code == 5, (line, result)
        assert "Traceback" not in result.err


def test_no_function_of_a_planted_view_is_called(home: Path) -> None:
    add_step(home)
    plant(home, "CREATE VIEW v AS SELECT load_extension('x') AS y")
    with opened(home) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        assert connection.execute("PRAGMA cell_size_check").fetchone()[0] == 1
        with pytest.raises(Exception, match="unsafe use of load_extension"):
            connection.execute("SELECT * FROM v")


def test_what_the_disk_said_is_what_is_told_of_a_look_that_it_ended(home: Path) -> None:
    add_step(home, "Tea")

    def look(connection: Any) -> None:
        with strangers.at_one_moment(connection):
            connection.execute("ROLLBACK")  # as SQLite does by itself after an error of the disk
            raise OSError

    with opened(home) as connection, pytest.raises(OSError, match=r"^$"):
        look(connection)
