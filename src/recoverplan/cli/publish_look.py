"""What is published, and its end: nothing here opens the store, or asks a passphrase."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from recoverplan import clock
from recoverplan.cli.fields import choice
from recoverplan.cli.output import emit, say, tell
from recoverplan.cli.session import Place
from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.home import PUBLISHED
from recoverplan.services import published, publishing, vdir
from recoverplan.services.published import KINDS, PAGE
from recoverplan.services.published import Place as Published
from recoverplan.services.publishing_items import FULL
from recoverplan.store.files import present
from recoverplan.words import publish as words


def show_status(place: Place, *, as_json: bool) -> None:
    """Say what is published. Raises CouldNotError."""
    from recoverplan.services.reminding_standing import zone_of

    now = clock.now(zone_of(None))
    emit_standing(place.home, now, plain=place.plain, as_json=as_json)


def emit_standing(home: Path, now: datetime, *, plain: bool, as_json: bool) -> None:
    """Print what is published. Raises CouldNotError."""
    places = list(published.load(home).values())

    def document() -> dict[str, Any]:
        looked = looked_at(home, now)
        return {
            "schema": "recoverplan/publish/1",
            "looked": looked and looked.isoformat(timespec="seconds"),
            "published": [
                {
                    "what": place.kind,
                    "path": place.path,
                    "titles": place.titles,
                    "names": place.named,
                    "files": len(place.items),
                    "wrong": wrong_with(place),
                }
                for place in places
            ],
        }

    def lines() -> list[str]:
        return [clean(line) for place in places for line in standing_said(place)] or [
            words.NOTHING,
            words.HOW_TO,
        ]

    emit(plain=lines, plainly=plain, document=document if as_json else None)


def looked_at(home: Path, now: datetime) -> datetime | None:
    """Return when what is published was last brought in step, None where nothing is."""
    if not present(home / PUBLISHED):
        return None
    seconds = int((home / PUBLISHED).stat().st_mtime)
    return datetime.fromtimestamp(seconds, UTC).astimezone(now.tzinfo)


def standing_said(place: Published) -> list[str]:
    """Return how one place stands, in sentences."""
    said = list(where_and_what(place))
    if not place.named:
        said.append(words.NAMES_LEFT_OUT.format(what=place.kind, path=place.path))
    return [*said, *wrong_with(place)]


def where_and_what(place: Published) -> tuple[str, str]:
    """Return where something is published, and what it tells."""
    done = words.DONE[place.kind].format(path=place.path, files=files_said(len(place.items)))
    return done, (words.FULL if place.titles == FULL else words.NEUTRAL)[place.kind]


def wrong_with(place: Published) -> list[str]:
    """Return what is not as it was left, a sentence each."""
    try:
        vdir.refuse_no_folder(place.folder)
        there = vdir.files_in(place.folder)
    except CouldNotError as error:
        return [f"{error.message} {error.hint}"]
    except OSError as error:
        return [f"{place.path}: {error.strerror or 'unknown trouble'}."]
    stamps = {name: vdir.stamp(found) for name, found in there.items()}
    # What came back once, and is away again, stays so.
    expected = [each for each in place.items if each.name in stamps or each.gone != each.value]
    changed = sum(stamps.get(item.name) != item.stamp for item in expected)
    said = [words.CHANGED_THERE.format(count=changed)] if changed else []
    return said + ([words.IS_BEHIND] if place.behind else [])


def files_said(count: int) -> str:
    """Return a number of files in words."""
    known = {0: words.NO_FILES, 1: words.ONE_FILE}
    return known.get(count) or words.FILES.format(count=count)


def turn_off(place: Place, what: str) -> None:
    """Publish no more. Raises UsageError, CouldNotError for what could not be taken away."""
    kinds = (choice(words.WHAT_GOES_OFF, what, KINDS),) if what else KINDS
    stopped = publishing.turn_off(place.home, kinds)
    for each in stopped:
        say(off_said(each))
        if each.left:
            tell(words.LEFT_THERE.format(names=publishing.some(each.left)))
    if not stopped:
        say(words.NOT_PUBLISHED[kinds[0]] if what else words.ALREADY_OFF)
        return
    say(stays(each.place.kind for each in stopped))


def stays(kinds: Iterable[str]) -> str:
    """Say what stays where it was carried; what vdirsyncer does is of use where it carries."""
    synced = any(kind != PAGE for kind in kinds)
    return f"{words.STAYS} {words.STAYS_WITH}" if synced else words.STAYS


def off_said(stopped: publishing.Stopped) -> str:
    """Say what is gone."""
    path = clean(stopped.place.path)
    if not stopped.reached:
        return words.OFF_NOT.format(paths=path)
    return words.OFF[stopped.place.kind].format(path=path, files=files_said(stopped.gone))


# ------------------------------------------------------------------------------- erasing


def name_published(home: Path) -> None:
    """Name the places that go with everything else."""
    for place in published.load_or_none(home).values():
        tell(words.OFF_TOO.format(path=clean(place.path)))


def erase_published(home: Path) -> str:
    """Take away all that is published; return what there is to say of it, "" for nothing.

    What could not be taken away stays in its folder, and that is said: nothing keeps a person
    from erasing.
    """
    places = published.load_or_none(home)
    try:
        stopped = publishing.turn_off(home, KINDS)
    except RecoverplanError as error:
        paths = ", ".join(clean(place.path) for place in places.values())
        return " ".join((words.OFF_NOT.format(paths=paths), error.message, stays(places)))
    left = [f"{each.place.folder / name}" for each in stopped for name in each.left]
    said = [words.LEFT_THERE.format(names=publishing.some(left))] if left else []
    said += [off_said(each) for each in stopped if not each.reached]
    return " ".join([*said, *([stays(each.place.kind for each in stopped)] if stopped else [])])
