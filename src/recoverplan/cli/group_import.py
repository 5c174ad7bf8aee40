"""`recoverplan group import`: a meeting list from a file, standard input, or a typed address."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from os.path import realpath
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask, confirm
from recoverplan.cli.fields import STDIN, optional, read_zone, times_in
from recoverplan.cli.group_options import ImportOptions
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.session import Session
from recoverplan.cli.written import emit_written
from recoverplan.domain.listing import Look
from recoverplan.domain.naming import folded
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.home import spelled_out
from recoverplan.readers import meeting_list
from recoverplan.readers.meeting_list import MOST_BYTES, look, zone_missing
from recoverplan.services.importing import Asked, import_list, source_of
from recoverplan.services.keeping import reading, writing
from recoverplan.store.opening import exists
from recoverplan.words import lists as words
from recoverplan.words.reading import A_MEETING_LIST
from recoverplan.writers.plain.importing import import_lines, number, preview_lines


def run(session: Session, file: str, typed: ImportOptions, *, json: bool) -> None:
    """Import the list, whole or not at all, and say what became of its rows."""
    asked = Asked(
        optional(typed.source or "") or source_name(file),
        optional(typed.programme or ""),
        read_zone(typed.zone, session).key if typed.zone else None,
        None if file == STDIN else source_name(file),
        date_of(file, session),
    )
    with opened(file) as content:
        # Of a list that can't be read, no store is made either.
        closely = typed.dry_run or can_ask() or not exists(session.home)
        seen = look(content, session.now.date(), closely=closely)
        if typed.dry_run:
            emit_preview(session, asked, seen, json=json)
            return
        known = source_known(session, asked, seen)
        if not known and can_ask() and not confirmed(session, seen):
            return
        asked = completed(session, asked, seen)
        with writing(session.home, session.now) as store:
            done = import_list(store, content, seen, asked, session.now.date(), progress)
            store.did(words.DID_IMPORT.format(name=done.source.name))
    progress(None)

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.listing import import_record

        return import_record(done)

    lines = [*import_lines(done, clock24=session.clock24)]
    if asked.zone:
        lines += times_in(ZoneInfo(asked.zone), session)
    emit_written(record, lines, session, json=json)


def again(session: Session, file: str, typed: ImportOptions, *, json: bool) -> None:
    """Read again what was read before: every list, or those whose name has what was typed in it.

    Raises NotFoundError.
    """
    from recoverplan.store import listings

    with reading(session.home) as store:
        sources = () if store is None else listings.sources(store)
    key = folded(file)
    named = [each for each in sources if key in folded(each.name)]
    exact = [each for each in named if folded(each.name) == key]
    chosen = [each for each in exact or named if each.place or "://" in each.name]
    if not chosen:
        raise NotFoundError(words.NOTHING_TO_READ_AGAIN, words.HOW_TO_IMPORT)
    if json and len(chosen) > 1:
        names = ", ".join(each.name for each in chosen)
        raise UsageError(words.SEVERAL_LISTS.format(names=names), words.SAY_WHICH_LIST)
    for each in chosen:
        run(session, each.place or each.name, typed.but(source=each.name), json=json)


def date_of(typed: str, session: Session) -> date:
    """Return the date of a list: that of its file, today's for what was fetched or piped."""
    if typed != STDIN and "://" not in typed:
        with suppress(OSError, ValueError, OverflowError):
            path = Path(spelled_out(typed))
            if path.is_file():
                when = datetime.fromtimestamp(path.stat().st_mtime, session.zone)
                return min(when, session.now).date()
    return session.now.date()


def source_known(session: Session, asked: Asked, seen: Look) -> bool:
    """Tell whether this list has been read before."""
    with reading(session.home) as store:
        return bool(source_of(store, asked, seen.kind).id)


def confirmed(session: Session, seen: Look) -> bool:
    """Show on a terminal what was understood of a new list, and ask whether to go on."""
    for each in preview_lines(seen, session.clock24):
        tell(each)
    if confirm(words.READ_IT, default=True):
        return True
    tell(words.NOTHING_READ)
    return False


def emit_preview(session: Session, asked: Asked, seen: Look, *, json: bool) -> None:
    """Say what would be read, and keep nothing."""

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.listing import preview_record

        return preview_record(asked.name, seen)

    lines = [*preview_lines(seen, session.clock24), words.NOTHING_READ]
    emit_written(record, lines, session, json=json)


def source_name(typed: str) -> str:
    """Return what a list is known by: its address, its file's whole path, "-" for stdin."""
    if typed == STDIN or "://" in typed:
        return clean(typed)
    return clean(realpath(spelled_out(typed)))


def completed(session: Session, asked: Asked, seen: Look) -> Asked:
    """Ask once for what the list does not say; without a terminal it is a usage error."""
    with reading(session.home) as store:
        known = source_of(store, asked, seen.kind)
    if seen.needs_zone and known.zone is None:
        if not can_ask():
            raise zone_missing()
        answer = ask(
            words.ASK_ZONE, default=session.zone.key, check=lambda typed: read_zone(typed, session)
        )
        if answer is None:
            raise zone_missing()
        asked = asked._replace(zone=answer.key)
    if seen.kind not in {"bmlt", "naws"} and known.programme is None and not known.id and can_ask():
        asked = asked._replace(programme=ask(words.ASK_PROGRAMME, check=clean))
    return asked


@contextmanager
def opened(typed: str) -> Iterator[BinaryIO]:
    """Open what was named: a file, what comes on stdin, what an address gives."""
    if "://" in typed:
        from recoverplan.readers.fetch import fetch

        with TemporaryFile() as kept:
            fetch(typed, cast("BinaryIO", kept), MOST_BYTES)
            kept.seek(0)
            yield cast("BinaryIO", kept)
        return
    with meeting_list.opened(typed, MOST_BYTES, A_MEETING_LIST) as file:
        yield file


def progress(rows: int | None) -> None:
    """Show on a terminal how far it is, in one line that goes when it is done (None)."""
    if not sys.stderr.isatty():
        return
    said = "" if rows is None else words.READING.format(rows=number(rows))
    sys.stderr.write(f"\r{said:<30}" + ("\r" if rows is None else ""))
    sys.stderr.flush()
