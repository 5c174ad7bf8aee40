"""Writing the file a person asked for: private, whole, and never over another by chance."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from recoverplan.errors import CouldNotError
from recoverplan.store.files import passing, to_disk
from recoverplan.store.ours import sweep_for
from recoverplan.words import files as words


def write_file(
    path: Path, content: bytes | Iterable[bytes], *, force: bool, example: str = "card.html"
) -> None:
    """Write `content`, whole or in pieces, to a file that only this account can read (0600).

    It is written beside its place under a passing name, then put there in one step, so that it is
    there whole or not at all. What is there already is refused without `force`; with it a symbolic
    link is replaced, never followed. `example` names a file for somebody who named a folder.
    Raises CouldNotError.
    """
    refuse_place(path, force=force, example=example)
    waiting = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        sweep_for(path)
        with passing(waiting, sweeping=False) as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            to_disk(file)
            put(waiting, path, force=force)
    except OSError as error:
        message = words.COULD_NOT_BE_WRITTEN_BECAUSE.format(path=path, said=error.strerror or error)
        raise CouldNotError(message, words.NOTHING_WAS_WRITTEN_THERE_NAME) from error


def refuse_places(given: Iterable[tuple[str, str]], *, force: bool) -> None:
    """Look at every place before the first file is written, so that all are begun or none.

    `given` has pairs of a place as typed, "" for none, and an example of a name for it.
    Raises CouldNotError.
    """
    seen: set[Path] = set()
    for typed, example in given:
        if not typed:
            continue
        path = Path(typed).expanduser()
        refuse_place(path, force=force, example=example)
        folder = path.absolute().parent
        if not folder.is_dir():
            message = words.NO_FOLDER_TO_WRITE_IN.format(path=path, folder=folder)
            raise CouldNotError(message, words.NOTHING_WAS_WRITTEN_NAME)
        if not os.access(folder, os.W_OK | os.X_OK):
            message = words.MAY_NOT_WRITE_THERE.format(path=path, folder=folder)
            raise CouldNotError(message, words.NOTHING_WAS_WRITTEN_NAME)
        place = folder.resolve() / path.name
        if place in seen:
            message = words.IS_NAMED_TWICE.format(path=path)
            raise CouldNotError(message, words.GIVE_EACH_FILE_A_NAME)
        seen.add(place)


def refuse_place(path: Path, *, force: bool, example: str) -> None:
    """Raise CouldNotError for what is no file, and without `force` for what is there already."""
    if path.is_dir() and not path.is_symlink():
        message = words.IS_A_FOLDER.format(path=path)
        raise CouldNotError(message, words.NAME_A_FILE_IN_IT.format(said=path / example))
    if path.exists() and not (
        path.is_file() or path.is_dir()
    ):  # a device or a pipe would be replaced by a file
        message = words.IS_NOT_A_FILE.format(path=path)
        raise CouldNotError(message, words.NAME_ANOTHER_PLACE_OR_TO_WRITE)
    if not force:
        refuse_existing(path)


def refuse_existing(path: Path) -> None:
    """Raise CouldNotError if anything has that name, a broken link included."""
    if os.path.lexists(path):
        message = words.IS_THERE_ALREADY.format(path=path)
        raise CouldNotError(message, words.TO_WRITE_OVER_IT_FORCE)


def put(waiting: Path, path: Path, *, force: bool) -> None:
    """Give the passing file its name; without `force` a file that came meanwhile is kept."""
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
