"""Migrations: whole or not at all, a copy kept; and the trap that sqlite-utils sets."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kept_examples import add_step, step_texts
from recoverplan.services.finding import Wanted, find
from recoverplan.services.keeping import reading
from recoverplan.store import (
    connecting,
    history,
    keys,
    listings,
    making,
    migrating,
    opening,
    ours,
    schema,
)
from recoverplan.store.loose_pages import columns_of_tables, named, tables_of
from recoverplan.store.tables import groups

ROOT = Path(__file__).parents[2]


def add_column(db: Any) -> None:
    db.execute("ALTER TABLE plan_step ADD COLUMN color TEXT")


def fail(db: Any) -> None:
    add_column(db)
    message = "on purpose"
    raise RuntimeError(message)


def next_version(monkeypatch: pytest.MonkeyPatch, *more: Any) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, *more))
    monkeypatch.setattr(schema, "VERSION", len(schema.MIGRATIONS))


def described(home: Path) -> list[tuple[str, str, str]]:
    with opening.open_to_read(home) as store:
        found = store.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return [tuple(row) for row in found]


def test_an_older_store_is_brought_up_when_it_is_opened(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    next_version(monkeypatch, add_column)
    assert step_texts(home) == ["tea"]
    with opening.open_to_read(home) as store:
        assert schema.version_of(store.connection) == schema.VERSION
        assert history.steps(store) == ()
    copy = home / f"plan.before-{schema.VERSION}.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = connecting.connect(copy, keys.keys_without_passphrase(home)[0])
    assert kept.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION - 1
    assert kept.execute("SELECT text FROM plan_step").fetchone()[0] == "tea"
    kept.close()


def test_a_migrated_store_is_like_a_fresh_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    next_version(monkeypatch, add_column)
    step_texts(home)
    making.make_store(tmp_path / "fresh")
    assert described(home) == described(tmp_path / "fresh")


def test_a_store_from_before_meeting_lists_is_brought_up(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        patch.setattr(schema, "VERSION", 1)
        making.make_store(home)
        old = connecting.connect(home / ours.STORE, keys.keys_without_passphrase(home)[0])
        old.execute(
            "INSERT INTO peer_group VALUES (1, 'Lifeline', NULL, NULL, '[]', 'UTC', NULL, NULL,"
            " '[]', 'trying', 3, 5, NULL, 0, '2026-11-23T15:00:00+00:00')"
        )
        old.execute("INSERT INTO plan_step VALUES (1, 'tea', 'alone', NULL, '2026-11-23T15:00Z')")
        old.close()
    with reading(home) as store:
        assert store is not None
        kept = groups.load_all(store)
        assert [(each.name, each.listed, each.caution) for each in kept] == [("Lifeline", (), None)]
    making.make_store(tmp_path / "fresh")
    assert described(home) == described(tmp_path / "fresh")
    assert (home / f"plan.before-{schema.VERSION}.db").is_file()


def test_a_store_from_before_the_ways_to_attend_is_brought_up(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:3])
        patch.setattr(schema, "VERSION", 3)
        making.make_store(home)
        old = connecting.connect(home / ours.STORE, keys.keys_without_passphrase(home)[0])
        old.execute(
            "INSERT INTO peer_group VALUES (1, 'Lifeline', NULL, 'online', '[]', 'UTC', NULL,"
            " 'https://example.org', '[]', 'trying', 3, 5, NULL, 0, '2026-11-23T15:00:00+00:00',"
            " '[\"list#1\"]', NULL)"
        )
        old.execute("INSERT INTO listing_source VALUES (1, 'list', 'bmlt', 'NA', 'UTC', '[]')")
        listed = "1001, 1, '1', 'Lifeline', 1, 600, 60, 'UTC', 'online', NULL, NULL, NULL, NULL"
        old.execute(
            f"INSERT INTO listing VALUES ({listed}, NULL, NULL, NULL, '555-0100', 'VM', NULL, NULL,"
            " 0, 5, 0)"
        )
        old.close()
    with reading(home) as store:
        assert store is not None
        (kept,) = groups.load_all(store)
        assert (kept.link, kept.phone, kept.link_notes) == ("https://example.org", None, None)
        listing = listings.load(store, [1001])[1001].listing
        assert (listing.phone, listing.phone_notes, listing.where_notes) == ("555-0100", None, None)
        found = find(store, Wanted(), (), datetime(2026, 11, 23, 10, tzinfo=UTC))
        assert [each.kept.id for each in found.meetings] == [1001]  # derived anew
    making.make_store(tmp_path / "fresh")
    assert described(home) == described(tmp_path / "fresh")


def test_a_migration_that_fails_changes_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    before = described(home)
    with monkeypatch.context() as patch:
        next_version(patch, fail)
        with pytest.raises(RuntimeError, match="on purpose"):
            step_texts(home)
    assert described(home) == before
    with reading(home) as store:
        assert store is not None
        assert len(history.steps(store)) == 1


def test_a_failed_making_leaves_no_store(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        next_version(patch, fail)
        with pytest.raises(RuntimeError):
            add_step(home)
    assert not opening.exists(home)
    add_step(home)
    assert step_texts(home) == ["tea"]


def test_every_table_can_be_undone() -> None:
    """STRICT, an id, no BLOB, and recorded: else a change would be lost to undo in silence."""
    every = (*schema.FIRST, *schema.LISTS, *schema.LOG)
    made = [statement for statement in every if "CREATE TABLE" in statement]
    assert all("STRICT" in statement and "id INTEGER PRIMARY KEY" in statement for statement in made
               if "seq INTEGER" not in statement and "WITHOUT ROWID" not in statement)  # fmt: skip
    assert not any("BLOB" in statement for statement in made)
    names = {statement.split("CREATE TABLE ")[1].split(" (")[0].strip() for statement in made}
    derived = {"list_zone", "list_types", "slot", "list_place", "placed", "listing_key"}
    assert names - set(schema.TABLES) - derived == {"history_step", "history_change", "written"}


def script(alias: bool) -> str:
    """Write rows past an error that sqlite-utils should catch, and count what another sees."""
    first = (
        "from recoverplan.store.migrating import sqlite_utils_for_sqlcipher\n"
        "sqlite_utils = sqlite_utils_for_sqlcipher()\n"
        if alias
        else "import sqlite_utils\n"
    )
    return first + (
        "import sqlcipher3.dbapi2 as d\n"
        "print(issubclass(d.OperationalError, sqlite_utils.utils.OperationalError))\n"
    )


@pytest.mark.parametrize("alias", [True, False])
def test_sqlite_utils_catches_sqlciphers_errors_only_under_another_name(alias: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script(alias)], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout == f"{alias}\n"


def test_one_module_alone_imports_sqlite_utils() -> None:
    found = {
        path.name
        for path in (ROOT / "src").rglob("*.py")
        if any(
            line.strip().startswith(("import sqlite_utils", "from sqlite_utils"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    }
    assert found == {Path(migrating.__file__).name}


def test_rows_from_before_a_column_was_added_are_still_told_apart_on_a_loose_page() -> None:
    shapes = columns_of_tables()
    created = "2026-11-23T15:00:00+00:00"
    group = (1, "Lifeline", None, "online", "[]", "UTC", None, None, "[]", "trying", 3, 5, None, 0)
    listing = (
        1001, 1, "1", "Lifeline", 1, 600, 60, "UTC", "online", None, None, None, None, None, None,
        None, "555-0100", "VM", None, None, 0, 5, 0,
    )  # fmt: skip
    for values, table in (
        ((*group, created), "peer_group"),
        ((*group, created, "[]", None), "peer_group"),
        ((*group, created, "[]", None, "ring twice", None, "555-0100", None), "peer_group"),
        (listing, "listing"),
        ((*listing, None, "PIN 4321", None), "listing"),
    ):
        assert tables_of(values, shapes) == [table]
        assert len(named(values, shapes[table])) == len(shapes[table])
