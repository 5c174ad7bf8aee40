"""Writing the file a person asked for: private, whole, and never over another by chance."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from recoverplan.errors import CouldNotError
from recoverplan.home import spelled_out
from recoverplan.store.ending import ending
from recoverplan.store.files import passing, sync_folder, to_disk
from recoverplan.store.ours import sweep_for
from recoverplan.words import files as words


def write_file(
    path: Path, content: bytes | Iterable[bytes], *, force: bool, example: str = "card.html"
) -> None:
    """Write `content`, whole or in pieces, to a file that only this account can read (0600).

    It is written beside its place under a passing name, then put there in one step, so that it is
    there whole or not at all. What is there already is refused without `force`; with it a symbolic
    link is replaced, never followed. `example` names a file for somebody who named a folder.
    Raises CouldNotError; trouble once it is there is said at the end of the run.
    """
    ending.begins()
    refuse_place(path, force=force, example=example)
    waiting = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        sweep_for(path)
        with passing(waiting, sweeping=False) as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            to_disk(file)
            put(waiting, path, force=force)
    except OSError as error:
        message = words.COULD_NOT_BE_WRITTEN.format(path=path, said=error.strerror or error)
        raise CouldNotError(message, words.NOT_WRITTEN_THERE) from error


def refuse_places(given: Iterable[tuple[str, str]], *, force: bool) -> None:
    """Look at every place before the first file is written, so that all are begun or none.

    `given` has pairs of a place as typed, "" for none, and an example of a name for it.
    Raises CouldNotError.
    """
    seen: set[Path] = set()
    for typed, example in given:
        if not typed:
            continue
        path = Path(spelled_out(typed))
        refuse_place(path, force=force, example=example)
        folder = path.absolute().parent
        if not folder.is_dir():
            message = words.NO_FOLDER_THERE.format(path=path, folder=folder)
            raise CouldNotError(message, words.NOTHING_WRITTEN)
        if not os.access(folder, os.W_OK | os.X_OK):
            message = words.MAY_NOT_WRITE.format(path=path, folder=folder)
            raise CouldNotError(message, words.NOTHING_WRITTEN)
        place = folder.resolve() / path.name
        if place in seen:
            message = words.NAMED_TWICE.format(path=path)
            raise CouldNotError(message, words.NAME_EACH)
        seen.add(place)


def refuse_place(path: Path, *, force: bool, example: str) -> None:
    """Raise CouldNotError for a folder, for what is no plain file (a device, a pipe, a link to
    one), and without `force` for what is there already.
    """
    if path.is_dir():
        message = words.IS_FOLDER.format(path=path)
        raise CouldNotError(message, words.NAME_FILE.format(file=path / example))
    if (path.exists() and not path.is_file()) or of_the_system(path):
        message = words.NO_FILE.format(path=path)
        raise CouldNotError(message, words.PLACE_OR_STDOUT)
    if not force:
        refuse_existing(path)


def of_the_system(path: Path) -> bool:
    """Tell whether a name is among the system's own devices and processes: /dev/stdout may well
    lead to a plain file, and is no place for one.
    """
    folder = path.absolute().parent.resolve()
    shared_memory = Path("/dev/shm")  # noqa: S108 - a place for files, whoever asks for it
    devices = any(folder.is_relative_to(each) for each in ("/dev", "/proc", "/sys"))
    return devices and not folder.is_relative_to(shared_memory)


def refuse_existing(path: Path) -> None:
    """Raise CouldNotError if anything has that name, a broken link included."""
    if os.path.lexists(path):
        message = words.THERE_ALREADY.format(path=path)
        raise CouldNotError(message, words.WRITE_OVER)


def put(waiting: Path, path: Path, *, force: bool) -> None:
    """Give the passing file its name; without `force` a file that came meanwhile is kept.

    Raises OSError and CouldNotError where it did not get it; then the passing file is gone.
    """
    try:
        named(waiting, path, force=force)
    except BaseException:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise
    ending.done(words.WRITTEN.format(path=path))
    with ending.afterwards(words.FILE_NOT_CONFIRMED.format(path=path), words.FILE_AGAIN):
        waiting.unlink(missing_ok=True)
        sync_folder(path.parent)


def named(waiting: Path, path: Path, *, force: bool) -> None:
    """Give the passing file its name. Raises OSError, CouldNotError."""
    if force:
        waiting.replace(path)
        return
    try:
        os.link(waiting, path)
    except FileExistsError:
        refuse_existing(path)
        raise
    except OSError:
        # A file system without links: the look just before has to do.
        refuse_existing(path)
        waiting.replace(path)
