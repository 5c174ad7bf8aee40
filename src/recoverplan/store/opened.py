"""The store while it is open: statements, and changes that are kept whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from recoverplan.errors import DamagedError, UnconfirmedError
from recoverplan.store import ours
from recoverplan.store.files import identity
from recoverplan.store.trouble import damaged, said_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.store.connecting import Unlocked


class Store:
    """An open store. Query files take it and return domain values.

    `way`: what opened it, None for one that is not in its place. `made`: this opening made it.
    `again` opens it anew, for a key or a file that another program changed between two
    transactions. `step` is the number of the change that is open in the history, and `step_name`
    what it will call it.
    """

    def __init__(
        self,
        home: Path,
        connection: Any,
        *,
        way: Unlocked | None = None,
        made: bool = False,
        again: Callable[[], Unlocked] | None = None,
    ) -> None:
        self.home = home
        self.connection = connection
        self.way = way
        self.made = made
        self.again = again
        self.step = 0
        self.step_name = "a change"

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Run one statement and return its cursor; its rows are read by column name."""
        return self.connection.execute(sql, parameters)

    def columns(self, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a query, and return its columns instead of its rows; [] without any.

        What `whole_text` sees to is seen to for all texts of a column at once.
        """
        self.connection.text_factory, named = bytes.decode, self.connection.row_factory
        self.connection.row_factory = None
        try:
            found = list(zip(*self.execute(sql, values).fetchall(), strict=True))
        finally:
            self.connection.text_factory, self.connection.row_factory = whole_text, named
        for column in found:
            if str in set(map(type, column)) and "\0" in "".join(
                [value for value in column if value.__class__ is str]
            ):
                raise zeros()
        return found

    def close(self) -> None:
        """Close the connection that there is by now."""
        self.connection.close()

    def did(self, name: str) -> None:
        """Name the change for the history: "added contact Dana"."""
        self.step_name = name

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or nothing; other programs wait their turn.

        Raises UnconfirmedError where nobody can tell which of the two it was.
        """
        from recoverplan.store.ending import ending

        ending.begins()
        self.begin()
        try:
            yield
            self.commit()
        finally:
            roll_back(self.connection)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Hold the store as it is, while what is told of it elsewhere is brought up to it.

        Raises as `begin` does.
        """
        self.begin()
        try:
            yield
        finally:
            roll_back(self.connection)

    def commit(self) -> None:
        """Commit. SQLite may say that it could not, with the change on the disk: its last steps
        are to bring the folder to the disk and to let go of its locks. So the store itself is
        asked then.
        """
        from sqlcipher3 import dbapi2

        from recoverplan.store.ending import ending
        from recoverplan.words import files as words

        wanted = newest_step(self.connection)
        try:
            self.execute("COMMIT")
        except dbapi2.DatabaseError as error:
            if self.connection.in_transaction or not self.stands(wanted, error):
                raise
            ending.doubt(words.NOT_CONFIRMED, words.LOOK_AGAIN)
        ending.done(words.SAVED)

    def stands(self, wanted: tuple[Any, ...] | None, error: Exception) -> bool:
        """Tell whether a change that SQLite was not sure of is in the store, opened anew.

        Raises UnconfirmedError where it cannot be opened.
        """
        try:
            self.open_anew()
            return newest_step(self.connection, wanted[0] if wanted else None) == wanted
        except Exception as trouble:
            if said_of(trouble) is None:
                raise
            from recoverplan.words import files as words

            raise UnconfirmedError(words.MAYBE, words.LOOK_AGAIN) from error

    def begin(self) -> None:
        """Begin a change, under the key and in the file that the store has now.

        Raises NotFoundError if it was erased while this waited.
        """
        from sqlcipher3 import dbapi2

        try:
            self.execute("BEGIN IMMEDIATE")
        except dbapi2.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) != dbapi2.SQLITE_NOTADB:
                raise
        else:
            if self.again is None or self.in_its_place():
                return
            self.execute("ROLLBACK")
        self.open_anew()  # another program changed the key, or the file, since this was opened
        self.execute("BEGIN IMMEDIATE")

    def in_its_place(self) -> bool:
        """Tell whether this is the file that has the store's name: what was erased has none."""
        try:
            return self.way is None or identity(self.home / ours.STORE) == self.way.file
        except FileNotFoundError:
            return False

    def open_anew(self) -> None:
        """Open the store again, by the keys that it has now. It was opened to be written to."""
        assert self.again is not None  # noqa: S101 - nobody writes without
        way = self.again()
        self.connection.close()
        self.way, self.connection = way, way.connection


def roll_back(connection: Any) -> None:
    """End a transaction with nothing of it kept. After a full disk, or a lock that the system would
    not give, SQLite has done so already, and would answer with an error of ours.
    """
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def newest_step(connection: Any, number: int | None = None) -> tuple[Any, ...] | None:
    """Return what the history has recorded of its newest step, or of the one with that number."""
    row = connection.execute(
        """
        SELECT id, name, at, (SELECT max(seq) FROM history_change WHERE step = history_step.id)
        FROM history_step WHERE id = coalesce(?, (SELECT max(id) FROM history_step))
        """,
        (number,),
    ).fetchone()
    return row and tuple(row)


def whole_text(stored: bytes) -> str:
    """Return stored text. Raises DamagedError where zeros are in it."""
    text = stored.decode()
    if "\0" in text:
        raise zeros()
    return text


def zeros() -> DamagedError:
    """Return the error for zeros in a text: a page that was zeroed on the disk passes for an unused
    one, and what it puts into a long text is no text of ours.
    """
    from recoverplan.words import files as words

    return damaged(words.LONGER_TEXT)
