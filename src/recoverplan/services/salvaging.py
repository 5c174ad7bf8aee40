"""What can still be read of a damaged store, row by row, as an export.

A page that fails its check spoils the connection, not the store: each failure costs a new one, and
the next row is tried. What pointed at a lost row points at nothing; a lost group stands in by its
number, so that its log of meetings is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.domain.everything import Nouns
from recoverplan.domain.group import Group
from recoverplan.errors import DamagedError
from recoverplan.settings import Settings
from recoverplan.store import (
    contacts,
    groups,
    lapses,
    meetings,
    opening,
    outcomes,
    profile,
    reasons,
    reviews,
    risks,
    steps,
    supports,
    urges,
)
from recoverplan.store.trouble import plain_words
from recoverplan.words import examining as words

FURTHER = 1000  # numbers looked for past the last row that could be read
TABLES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "groups": ("peer_group", groups.group_in),
    "contacts": ("contact", contacts.contact_in),
    "meetings": ("meeting", meetings.meeting_in),
    "steps": ("plan_step", steps.step_in),
    "risks": ("risk_window", risks.risk_in),
    "urges": ("urge", urges.urge_in),
    "lapses": ("lapse", lapses.lapse_in),
    "supports": ("support", supports.support_in),
    "reasons": ("reason", reasons.reason_in),
    "reviews": ("review", reviews.review_in),
    "outcomes": ("outcome", outcomes.outcome_in),
}


class Salvaged(NamedTuple):
    """What came out. `lost`: how many rows could not be read, at least, by noun.

    `stood_in`: how many lost groups stand in by their number.
    """

    settings: Settings
    nouns: Nouns
    lost: dict[str, int]
    stood_in: int


class Wreck:
    """A damaged store, opened again after each page that cannot be read."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / opening.NAME
        way = opening.unlocked_with(home, self.path)
        self.key = way.key
        self.connection: Any = way.connection

    def rows(self, sql: str, *parameters: Any) -> list[Any] | None:
        """Return the rows of a query, None where a page that it needs is damaged."""
        from sqlcipher3 import dbapi2

        try:
            found: list[Any] = self.connection.execute(sql, parameters).fetchall()
        except (dbapi2.DatabaseError, DamagedError, UnicodeDecodeError):
            self.close()
            self.connection = opening.connect(self.path, self.key)
            return None
        return found

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        with suppress(Exception):
            self.connection.close()


def salvage(home: Path) -> Salvaged:
    """Return everything of the store at `home` that can be read.

    Raises DamagedError where nothing can (its first page, or its keys), LockedError.
    """
    with plain_words(home):
        wreck = Wreck(home)
        try:
            if wreck.rows("SELECT name FROM sqlite_master") is None:
                raise DamagedError(words.SALVAGE_NONE, words.SALVAGE_NONE_HINT)
            lost: dict[str, int] = {}
            found: dict[str, tuple[Any, ...]] = {}
            for noun, (table, read) in TABLES.items():
                found[noun], lost[noun] = read_table(wreck, table, read)
            settings = read_settings(wreck)
        finally:
            wreck.close()
    nouns, stood_in = mended(Nouns(**found))
    return Salvaged(
        settings, nouns, {noun: number for noun, number in lost.items() if number}, stood_in
    )


def read_table(wreck: Wreck, table: str, read: Callable[[Any], Any]) -> tuple[tuple[Any, ...], int]:
    """Return the records of a table that can be read, and how many could not."""
    records: list[Any] = []
    lost = 0
    for row in rows_of(wreck, table):
        if row is None:
            lost += 1
            continue
        try:
            records.append(read(row))
        except (DamagedError, ValueError, KeyError, TypeError):
            lost += 1
    return tuple(records), lost


def rows_of(wreck: Wreck, table: str) -> Iterator[Any]:
    """Yield each row of a table in order; None for one that cannot be read.

    While pages are whole, the next row is asked for; at a damaged one, number after number.
    """
    # The table's name is the schema's own.
    last = largest(wreck, table)
    number = 0
    missing = 0
    while missing < FURTHER and (last is None or number < last):
        following = wreck.rows(
            f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT 1",  # noqa: S608
            number,
        )
        if following == []:
            return
        if following:
            number, missing = following[0]["id"], 0
            yield following[0]
            continue
        number += 1
        one = wreck.rows(f"SELECT * FROM {table} WHERE id = ?", number)  # noqa: S608
        if one:
            missing = 0
            yield one[0]
        elif one is None:
            missing += 1
            if last is not None or missing == 1:  # how many more there were, nobody knows
                yield None


def largest(wreck: Wreck, table: str) -> int | None:
    """Return the largest number in a table, None where that page cannot be read."""
    found = wreck.rows(f"SELECT max(id) FROM {table}")  # noqa: S608
    return None if found is None else found[0][0] or 0


def read_settings(wreck: Wreck) -> Settings:
    """Return the settings that can be read."""
    if wreck.rows("SELECT name, value FROM setting") is None:
        return Settings()
    try:
        return profile.load(opening.Store(wreck.home, wreck.connection))
    except (ValueError, TypeError):
        return Settings()


def mended(nouns: Nouns) -> tuple[Nouns, int]:
    """Let nothing point at what is lost; return the nouns, and how many groups stand in."""
    there = {group.id for group in nouns.groups}
    wanted = sorted({meeting.group for meeting in nouns.meetings} - there)
    stand_ins = tuple(
        Group(
            id=number, name=f"Group {number}", zone="UTC", created=datetime.now(UTC), status="left"
        )
        for number in wanted
    )
    all_groups = {*there, *wanted}
    people = {contact.id for contact in nouns.contacts}
    logs = {meeting.id for meeting in nouns.meetings}
    hours = {risk.id for risk in nouns.risks}

    def kept(number: int | None, known: set[int]) -> int | None:
        return number if number in known else None

    return (
        Nouns(
            groups=tuple(sorted((*nouns.groups, *stand_ins), key=lambda group: group.id)),
            contacts=tuple(
                replace(one, met_at=kept(one.met_at, all_groups)) for one in nouns.contacts
            ),
            meetings=tuple(
                replace(one, contact=kept(one.contact, people)) for one in nouns.meetings
            ),
            steps=tuple(replace(one, meeting=kept(one.meeting, logs)) for one in nouns.steps),
            risks=tuple(replace(one, check_in=kept(one.check_in, people)) for one in nouns.risks),
            urges=nouns.urges,
            lapses=nouns.lapses,
            supports=tuple(
                replace(one, contact=kept(one.contact, people), group=kept(one.group, all_groups))
                for one in nouns.supports
            ),
            reasons=nouns.reasons,
            reviews=nouns.reviews,
            outcomes=tuple(replace(one, risk=kept(one.risk, hours)) for one in nouns.outcomes),
        ),
        len(stand_ins),
    )
