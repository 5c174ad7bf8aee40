"""`recoverplan group import`: a meeting list from a file, standard input, or a typed address."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask
from recoverplan.cli.fields import STDIN, optional
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import emit_written
from recoverplan.cli.zones import read_zone, times_in
from recoverplan.domain.text import clean
from recoverplan.readers import twice
from recoverplan.readers.meeting_list import MOST_BYTES, Look, look, zone_missing
from recoverplan.services.importing import Asked, import_list, source_of
from recoverplan.services.keeping import reading, writing
from recoverplan.words import lists as words
from recoverplan.writers.plain.importing import import_lines, number


def run(
    session: Session,
    typed: str,
    *,
    programme: str | None,
    zone: str | None,
    source: str | None,
    json: bool,
) -> None:
    """Import the list, whole or not at all, and say what became of its rows."""
    asked = Asked(
        optional(source or "") or source_name(typed),
        optional(programme or ""),
        read_zone(zone, session).key if zone else None,
    )
    with opened(typed) as file:
        seen = look(file)
        asked = completed(session, asked, seen)
        with writing(session.home, session.now) as store:
            done = import_list(store, file, seen, asked, progress)
            store.did(f"imported the meeting list {done.source.name}")
    progress(None)

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.listing import import_record

        return import_record(done)

    lines = [*import_lines(done)]
    if asked.zone:
        lines += times_in(ZoneInfo(asked.zone), session)
    emit_written(record, lines, session, json=json)


def source_name(typed: str) -> str:
    """Return what a list is known by: its address, its file's whole path, "-" for stdin."""
    if typed == STDIN or "://" in typed:
        return clean(typed)
    return clean(str(Path(typed).expanduser().resolve()))


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
    if seen.kind == "meeting-guide" and known.programme is None and not known.id and can_ask():
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
    with twice.opened(typed, MOST_BYTES, "a meeting list") as file:
        yield file


def progress(rows: int | None) -> None:
    """Show on a terminal how far it is, in one line that goes when it is done (None)."""
    if not sys.stderr.isatty():
        return
    said = "" if rows is None else words.READING.format(rows=number(rows))
    sys.stderr.write(f"\r{said:<30}" + ("\r" if rows is None else ""))
    sys.stderr.flush()
