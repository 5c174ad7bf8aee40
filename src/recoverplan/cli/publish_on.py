"""`recoverplan publish calendar|contacts|page`: where, what can be read there, a yes, and done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recoverplan.cli.asking import confirm, explain
from recoverplan.cli.declaring import Context
from recoverplan.cli.fields import choice
from recoverplan.cli.file_out import STDOUT
from recoverplan.cli.output import can_ask, say, tell
from recoverplan.cli.session import Session, begin
from recoverplan.domain.text import clean, clean_note
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.home import spelled_out
from recoverplan.services import published, publishing
from recoverplan.services.published import PAGE, Place
from recoverplan.services.publishing_items import FULL, TITLES
from recoverplan.services.vdir import Said
from recoverplan.store.guarding import quoted
from recoverplan.words import files
from recoverplan.words import publish as words

SHOWN = 40  # of the lines that can be read; a year of paydays is the same again


def publish(ctx: Context, kind: str, typed: str, titles: str, *, yes: bool, as_json: bool) -> None:
    """Show what can be read there where that tells, ask, and do it.

    Raises UsageError without a terminal and --yes, NotFoundError without a store, CouldNotError
    for a place that will not do.
    """
    from recoverplan.cli.publish_look import emit_standing
    from recoverplan.services.reminding_names import lock_of
    from recoverplan.store import opening
    from recoverplan.store.ending import ending

    wanted = choice("--titles", titles, TITLES) if titles else None
    if not clean(typed):
        raise UsageError(words.NO_PLACE, words.LIKE_PUBLISH.format(kind=kind, place=EXAMPLES[kind]))
    session = begin(ctx)
    if not opening.exists(session.home):
        raise NotFoundError(files.NOTHING_HERE, files.START)
    path = read_path(kind, typed, session.home)
    place = publishing.new_place(session.home, session.now, kind, path, wanted)
    locked = lock_of(session.home) is not None
    if locked or place.titles == FULL:
        if not yes and not can_ask():
            raise UsageError(words.NEEDS_YES, "Add --yes.")
        show_what_can_be_read(session, place, locked=locked)
        if not yes and not confirm(words.ASK_LOCKED if locked else words.ASK):
            say(files.NOTHING_CHANGED)
            return
    if locked:
        agree(session)
        ending.begins()
    new, said, gone = publishing.turn_on(session.home, session.now, place)
    if as_json:
        emit_standing(session.home, session.now, plain=session.plain, as_json=True)
    else:
        for line in done_said(new, said, gone):
            say(clean(line))  # a path stays whole, to be copied


EXAMPLES = {"calendar": "calendar", "contacts": "contacts", "page": "week.html"}


def read_path(kind: str, typed: str, home: Path) -> Path:
    """Return the whole path of a place, links on the way to it followed. Raises CouldNotError."""
    if typed in STDOUT:
        raise CouldNotError(words.NO_STREAM, words.STREAM_HINT[kind])
    path = Path(spelled_out(typed)).absolute()
    parent = path.parent
    if not parent.is_dir():
        make = words.MAKE_PARENT.format(path=quoted(parent))
        raise CouldNotError(words.NO_PARENT.format(path=parent), make)
    path = parent.resolve() / path.name if kind == PAGE else path.resolve()
    folder = path.parent if kind == PAGE else path
    if home.resolve() in (folder, *folder.parents):
        raise CouldNotError(words.OWN_FOLDER.format(path=path), words.OTHER_FOLDER)
    known = published.load_or_none(home)
    for other in known.values():
        if other.kind != kind and PAGE not in {kind, other.kind} and Path(other.path) == path:
            raise CouldNotError(words.TAKEN[other.kind].format(path=path), words.OTHER_FOLDER)
    if kind == PAGE:
        refuse_file(path, known.get(kind))
    elif path.exists() and not path.is_dir():
        raise CouldNotError(words.IS_A_FILE.format(path=path), words.OTHER_FOLDER)
    return path


def refuse_file(path: Path, known: Place | None) -> None:
    """Raise CouldNotError for a file that is there and was not written from here."""
    if path.is_dir() and not path.is_symlink():
        example = path / EXAMPLES[PAGE]
        raise CouldNotError(words.IS_A_FOLDER.format(path=path, example=example))
    ours = known is not None and Path(known.path) == path
    if not ours and (path.exists() or path.is_symlink()):
        raise CouldNotError(words.FILE_THERE.format(path=path), words.OTHER_NAME)


def show_what_can_be_read(session: Session, place: Place, *, locked: bool) -> None:
    """Show all that could be read in a place, and by whom."""
    from recoverplan.services.keeping import reading

    with reading(session.home) as store:
        lines = publishing.preview(store, session.now, place) if store else []
    explain(words.WRITES.format(kind=words.KINDS[place.kind], path=clean(place.path)))
    for line in lines[:SHOWN] or [files.WRITES_NOTHING]:
        for part in clean_note(line).split("\n"):
            tell(f"  {part}")
    if len(lines) > SHOWN:
        tell(f"  {files.WRITES_MORE.format(count=len(lines) - SHOWN)}")
    tell()
    explain(words.WHO_CAN_READ, *([words.WHILE_LOCKED] if locked else []))
    explain(words.WRITES_AWAY.format(what=place.kind))


def agree(session: Session) -> None:
    """Make what a consent is told by, if there is nothing yet."""
    from recoverplan.services.keeping import writing
    from recoverplan.services.reminding_names import agree_to_names

    with writing(session.home, session.now) as store:
        agree_to_names(store)
        store.did(words.DID_AGREE)


def done_said(place: Place, said: Said, gone: int) -> Iterator[str]:
    """Yield where it is, what it tells, and what carries it on."""
    from recoverplan.cli.publish_look import where_and_what

    yield from where_and_what(place)
    yield words.FOLLOWS.format(what=place.kind)
    if gone:
        yield words.MOVED.format(count=gone)
    if place.kind != PAGE and others_in(place):
        yield words.OTHERS_THERE
    yield from publishing.told(place, said)
    yield words.CARRIED.format(program=words.CARRIERS[place.kind])


def others_in(place: Place) -> bool:
    """Tell whether there are files in a folder that were not written from here."""
    names = {item.name for item in place.items}
    return any(path.name not in names and path.is_file() for path in place.folder.iterdir())
