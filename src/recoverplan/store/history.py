"""The history: every change of the person's is a step that can be taken back, exactly.

While a step is open, triggers record what each row was before it was first touched, and then
touched again; taking the step back walks these records backwards. Taking back is itself such a
step, so that it can be taken back too (`redo`).

The steps form two stacks, as in an editor: `undo` takes the newest change that stands, `redo` the
newest undo, and a new change empties the second.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.domain.history import HistoryStep
from recoverplan.errors import CouldNotError, NotFoundError
from recoverplan.store import table as table_words
from recoverplan.store.connecting import connect
from recoverplan.store.opened import Store
from recoverplan.store.profile import FOUND
from recoverplan.store.schema import TABLES
from recoverplan.words import usage as words

LIMIT_BYTES = 4_000_000  # of recorded rows; beyond it, the oldest steps are forgotten
LISTS_LIMIT_BYTES = 100_000_000  # of rows of meeting lists, which come by the hundred thousand
ROOMY_CACHE = -150_000  # KB: what a change of a meeting list touches stays in memory
AT_ONCE = 5_000  # recorded rows that are put back in one go


class Entry(NamedTuple):
    """One step as it is kept. `kind`: change, undo or redo.

    Of an undo or redo, `off` are the steps that no longer stand after it, `back` those that stand
    again.
    """

    id: int
    at: datetime
    name: str
    kind: str
    off: tuple[int, ...]
    back: tuple[int, ...]


class Standing(NamedTuple):
    """Which steps stand, oldest first: changes that `undo` may take, undos that `redo` may."""

    changes: tuple[int, ...]
    undos: tuple[int, ...]


@contextmanager
def recorded(store: Store, now: datetime, more_of: int | None = None) -> Iterator[None]:
    """Record what is written inside, in the transaction that is open, as one step.

    Nothing is kept of it when nothing was written. `more_of` is a step that this goes on with, so
    that both are taken back as one: the newest; where it is not that any more, this is a new one.
    """
    number = store.step = newest_change(store, more_of) or new_step(store, now)
    for statement in triggers(store, number):
        store.execute(statement)
    yield
    changed = store.execute("SELECT 1 FROM history_change WHERE step = ? LIMIT 1", (number,))
    if changed.fetchone():
        store.execute("UPDATE history_step SET name = ? WHERE id = ?", (store.step_name, number))
        trim(store, number)
    else:
        store.execute("DELETE FROM history_step WHERE id = ?", (number,))


def new_step(store: Store, now: datetime) -> int:
    """Begin a step and return its number."""
    cursor = store.execute(
        "INSERT INTO history_step (name, at, kind, off, back) VALUES ('', ?, 'change', '[]', '[]')",
        (table_words.instant_out(now),),
    )
    return int(cursor.lastrowid)


def unmake(store: Store, number: int) -> None:
    """Take back the step `number` and forget that it was, where it is still the newest of all."""
    if newest_change(store, number) is None:
        return
    take_back(store, [number])
    derive(store)
    store.execute("DELETE FROM history_change WHERE step = ?", (number,))
    store.execute("DELETE FROM history_step WHERE id = ?", (number,))


def newest_change(store: Store, number: int | None) -> int | None:
    """Return `number` if the newest step of all is the change that has it, else None."""
    newest = store.execute("SELECT id, kind FROM history_step ORDER BY id DESC LIMIT 1").fetchone()
    return number if newest and tuple(newest) == (number, "change") else None


def triggers(store: Store, step: int) -> Iterator[str]:
    """Return the statements that make the recording triggers, for this connection alone.

    They are made from the tables as they are, so that no migration loses them.
    """
    for table in TABLES:
        before = ", ".join(f'old."{name}"' for name in columns(store, table))
        for event, row, record in (
            ("insert", "new", "NULL"),
            ("update", "old", f"json_array({before})"),  # exact; quote() cuts text at NUL
            ("delete", "old", f"json_array({before})"),
        ):
            yield f"""
                CREATE TEMP TRIGGER record_{table}_{event} AFTER {event} ON main.{table} BEGIN
                    INSERT INTO history_change (step, tbl, row, before)
                    VALUES ({step}, '{table}', {row}.id, {record});
                END
                """  # noqa: S608


def columns(store: Store, table: str) -> list[str]:
    """Return the names of a table's columns, in order."""
    return [row["name"] for row in store.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def steps(store: Store) -> tuple[HistoryStep, ...]:
    """Return the history, newest first."""
    entries = load_entries(store)
    stand = standing(entries)
    standing_now = {*stand.changes, *stand.undos}
    return tuple(
        HistoryStep(
            entry.id,
            entry.at,
            entry.name,
            undone=entry.kind != "redo" and entry.id not in standing_now,
        )
        for entry in reversed(entries)
    )


def undo(store: Store, number: int | None = None) -> tuple[str, ...]:
    """Take back the newest change that stands, or step `number` and all after it.

    Runs inside `recorded`, as a step of its own. Returns the names of the changes taken back,
    newest first. Raises CouldNotError, NotFoundError.
    """
    this, entries = opened(store)
    changes = standing(entries).changes
    if number is None:
        if not changes:
            raise CouldNotError(words.NOTHING_BACK)
        number = changes[-1]
        taken = [number]
    else:
        known = {entry.id for entry in entries}
        if number not in known:
            raise NotFoundError(words.NO_STEP.format(number=number), words.SEE_HISTORY)
        if number not in changes:
            raise CouldNotError(words.STEP_GONE.format(number=number), words.SEE_STANDING)
        taken = [change for change in changes if change >= number]
    take_back(store, taken)
    derive(store)
    names = [entry.name for entry in reversed(entries) if entry.id in taken]
    settle(store, this, "undo", off=taken, back=[])
    store.did(f"took back: {in_short(names)}")
    return tuple(names)


def redo(store: Store) -> tuple[str, ...]:
    """Take back the newest undo, unless something was changed after it.

    Runs inside `recorded`. Returns the names of the changes brought back, oldest first. Raises
    CouldNotError.
    """
    this, entries = opened(store)
    undos = standing(entries).undos
    if not undos:
        raise CouldNotError(words.NOTHING_AGAIN)
    newest = next(entry for entry in entries if entry.id == undos[-1])
    take_back(store, [newest.id])
    derive(store)
    settle(store, this, "redo", off=[newest.id], back=newest.off)
    names = tuple(entry.name for entry in entries if entry.id in newest.off)
    store.did(f"brought back: {in_short(names)}")
    return names


def in_short(names: Sequence[str]) -> str:
    """Name a few changes, or count many."""
    if len(names) <= 3:
        return ", ".join(names)
    return words.CHANGES_IN_SHORT.format(count=len(names), first=names[0])


def forget(store: Any) -> None:
    """Forget the whole history, and what was found last: nothing can be taken back. `store` may be
    a bare connection.
    """
    store.execute("DELETE FROM setting WHERE name = ?", (FOUND,))
    store.execute("DELETE FROM history_change")
    store.execute("DELETE FROM history_step")


def forget_in(path: Path, key: bytes) -> None:
    """Forget the history in a copy of the store, and leave no page of it there."""
    with closing(connect(path, key)) as connection:
        connection.execute("BEGIN")
        forget(connection)
        connection.execute("COMMIT")
        connection.execute("VACUUM")


def opened(store: Store) -> tuple[int, tuple[Entry, ...]]:
    """Return the number of the step that is open, and all entries before it."""
    *entries, this = load_entries(store)
    return this.id, tuple(entries)


def load_entries(store: Store) -> tuple[Entry, ...]:
    """Return all steps as they are kept, oldest first."""
    return tuple(
        Entry(
            row["id"],
            table_words.instant_in(row["at"]),
            row["name"],
            row["kind"],
            tuple(json.loads(row["off"])),
            tuple(json.loads(row["back"])),
        )
        for row in store.execute("SELECT * FROM history_step ORDER BY id")
    )


def standing(entries: Sequence[Entry]) -> Standing:
    """Follow the steps from the oldest and return which of them stand."""
    known = {entry.id for entry in entries}
    changes: list[int] = []
    undos: list[int] = []
    for entry in entries:
        if entry.kind == "change":
            changes.append(entry.id)
            undos.clear()
        elif entry.kind == "undo":
            changes = [change for change in changes if change not in entry.off]
            undos.append(entry.id)
        else:
            undos = [undone for undone in undos if undone not in entry.off]
            changes += [change for change in entry.back if change in known]
    return Standing(tuple(changes), tuple(undos))


def settle(
    store: Store, number: int, kind: str, *, off: Iterable[int], back: Iterable[int]
) -> None:
    """Note what kind of step the open one is, and what it did to others."""
    store.execute(
        "UPDATE history_step SET kind = ?, off = ?, back = ? WHERE id = ?",
        (kind, table_words.list_out(off), table_words.list_out(back), number),
    )


def take_back(store: Store, taken: Iterable[int]) -> None:
    """Put every row back to what it was before the steps `taken`, newest change first."""
    store.execute("PRAGMA defer_foreign_keys=ON")  # in between, rows may point at nothing
    store.execute(f"PRAGMA cache_size={ROOMY_CACHE}")  # a spilled one would shut readers out
    names = {table: columns(store, table) for table in TABLES}
    for step in sorted(taken, reverse=True):
        below = 2**62
        while changes := store.execute(
            """
            SELECT seq, tbl, row, before FROM history_change
            WHERE step = ? AND seq < ? ORDER BY seq DESC LIMIT ?
            """,
            (step, below, AT_ONCE),
        ).fetchall():
            for change in changes:
                put_back(store, change["tbl"], change["row"], change["before"], names)
            below = changes[-1]["seq"]


def derive(store: Store) -> None:
    """Make anew what is derived from meeting lists, if the open step has touched any."""
    touched = store.execute(
        """
        SELECT 1 FROM history_change
        WHERE step = (SELECT max(id) FROM history_step)
            AND tbl IN ('listing', 'listing_source') LIMIT 1
        """
    )
    if touched.fetchone():
        from recoverplan.store.listings_derived import rebuild

        rebuild(store)


def put_back(
    store: Store, table: str, row: int, before: str | None, names: dict[str, list[str]]
) -> None:
    """Put one row back to what it was; `before` None: it was not there."""
    # Names of tables and columns are the schema's own, never what somebody typed.
    if before is None:
        store.execute(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608
        return
    values: list[Any] = json.loads(before)
    quoted = [f'"{name}"' for name in names[table]]
    places = ", ".join("?" * len(quoted))
    updates = ", ".join(f"{name} = excluded.{name}" for name in quoted)
    # An upsert, not a replace: a replace would delete the row first, and its children with it.
    store.execute(
        f"INSERT INTO {table} ({', '.join(quoted)}) VALUES ({places}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {updates}",
        values,
    )


def totals(store: Store, newest: int, size: int, lists: int) -> tuple[int, int]:
    """Note what the newest step takes, and return what all of them take together."""
    before = store.execute(
        "SELECT total, lists_total FROM history_step WHERE id < ? ORDER BY id DESC LIMIT 1",
        (newest,),
    ).fetchone() or (0, 0)
    store.execute(
        """
        UPDATE history_step SET size = ?1, lists_size = ?2, total = ?3 + ?1, lists_total = ?4 + ?2
        WHERE id = ?5
        """,
        (size, lists, *before, newest),
    )
    forgotten = store.execute(
        "SELECT total - size, lists_total - lists_size FROM history_step ORDER BY id LIMIT 1"
    ).fetchone()
    return before[0] + size - forgotten[0], before[1] + lists - forgotten[1]


def trim(store: Store, newest: int) -> None:
    """Forget whole oldest steps while the records take more than their limit.

    The rows of meeting lists have a limit of their own: a list of the world would else push out
    everything the person has ever changed.
    """
    size, lists = store.execute(
        """
        SELECT coalesce(sum(coalesce(length(before), 0) + 40) FILTER (WHERE tbl <> 'listing'), 0),
            coalesce(sum(coalesce(length(before), 0) + 40) FILTER (WHERE tbl = 'listing'), 0)
        FROM history_change WHERE step = ?
        """,
        (newest,),
    ).fetchone()
    sums = totals(store, newest, size, lists)
    if sums[0] <= LIMIT_BYTES and sums[1] <= LISTS_LIMIT_BYTES:
        return  # as nearly always: ten years of steps are not read one by one for it
    total = total_lists = 0
    kept = store.execute("SELECT id, size, lists_size FROM history_step ORDER BY id DESC")
    for row in kept.fetchall():
        total += row["size"]
        total_lists += row["lists_size"]
        over = total > LIMIT_BYTES or total_lists > LISTS_LIMIT_BYTES
        if over and row["id"] < newest:
            store.execute("DELETE FROM history_change WHERE step <= ?", (row["id"],))
            store.execute("DELETE FROM history_step WHERE id <= ?", (row["id"],))
            return
