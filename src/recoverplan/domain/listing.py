"""Listings: meetings out of imported lists. Searchable; never on trial and never cover.

Weekly, in wall-clock time of their own zone. Days are bits, Monday 1, Tuesday 2, … Sunday 64.
"""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import NamedTuple

KINDS = ("meeting-guide", "bmlt", "sheet", "csv", "xlsx", "naws", "ics", "text")
FIRST_ID = 1001  # so that a number never means both a listing and a group
READ_AS = 3  # which version of reading lists this is: a later one sees more in the same list
HOUR = 60  # minutes: how long a meeting lasts that does not say
LONG = 5 * HOUR  # what lasts longer is a room that is open, and no meeting to be on time for


class Listing(NamedTuple):
    """One meeting as a list has it, its text cleaned.

    `days` 0 and `start` None: by appointment. `start` is minutes after midnight, `minutes` the
    length, wall-clock. `zone` None only by appointment. `types` are the list's own codes, joined
    by spaces. `caution` is the sentence of the list that says it is not every week. `closed`:
    temporarily closed, or not published; never found. `town` and `region` are names of places.
    `link_notes` and `phone_notes` say what one needs to join by them, `where_notes` what helps to
    find the door. `page` is the address of its page, `updated` the date on which its list changed
    it (ISO 8601). `inexact`: the address is only a town, or there is none.
    """

    identity: str
    name: str
    days: int
    start: int | None
    minutes: int
    zone: str | None
    format: str
    venue: str | None
    address: str | None
    town: str | None
    region: str | None
    lat: float | None
    lon: float | None
    link: str | None
    phone: str | None
    types: str
    notes: str | None
    caution: str | None
    closed: int
    # An export of an earlier version lacks these.
    link_notes: str | None = None
    phone_notes: str | None = None
    where_notes: str | None = None
    group_name: str | None = None
    group_notes: str | None = None
    page: str | None = None
    contact: str | None = None
    updated: str | None = None
    inexact: int | None = None

    @property
    def where(self) -> str | None:
        """Return the place in one line: the venue and its address."""
        parts = [self.venue, self.address or self.town]
        if self.venue and self.address and self.address.startswith(self.venue):
            parts = [self.address]
        return ", ".join(part for part in parts if part) or None


class Source(NamedTuple):
    """One list: where it came from, its format, its programme, the zone that was said once.

    `codes` names type codes as the list itself does. `id` 0: not kept yet. `place` is the file or
    address that it was read from, None for what came through a pipe; `dated` the date of the list
    (ISO 8601): that of its file, else the day on which it was fetched.
    """

    id: int
    name: str
    kind: str
    programme: str | None
    zone: str | None
    codes: tuple[tuple[str, str], ...] = ()
    place: str | None = None
    dated: str | None = None


class Kept(NamedTuple):
    """A listing in the store: its number, its list, whether the list still has it."""

    id: int
    source: Source
    listing: Listing
    retired: bool = False

    @property
    def key(self) -> str:
        """Return what tells this meeting from all others, also after its list comes again."""
        return key_of(self.source.name, self.listing.identity)

    @property
    def gone(self) -> bool:
        """Tell whether its list has it no more, or says that it is closed for now."""
        return self.retired or bool(self.listing.closed)


class Stored(NamedTuple):
    """A listing as an export has it: its number and that of its list."""

    id: int
    source: int
    retired: bool
    listing: Listing


def key_of(source: str, identity: str) -> str:
    """Return the key of a listing, from its list's name and its identity there."""
    return f"{source}#{identity.replace('#', '%23')}"


def parts_of(key: str) -> tuple[str, str]:
    """Return the list's name and the identity there, from a key."""
    source, _, identity = key.rpartition("#")
    return source, identity.replace("%23", "#")


class Reason(NamedTuple):
    """Why some rows could not be taken as they were: how many, and a few of them."""

    reason: str
    rows: int
    examples: tuple[str, ...]


class Look(NamedTuple):
    """What a list is, from its first records; `needs_zone`: times without a zone of their own.

    `meetings` is how many can be kept of those that were looked at, `more` whether there are
    others; `columns` are those of a table.
    """

    kind: str
    needs_zone: bool
    meetings: int = 0
    more: bool = False
    columns: tuple[str, ...] = ()
    sample: tuple[Listing, ...] = ()


class Held(NamedTuple):
    """A group of the person's, by number and name, and the listing that it came from."""

    group: int
    name: str
    kept: Kept


class Imported(NamedTuple):
    """What an import did. added + updated + unchanged + what was skipped = rows.

    `held`: groups of which the list now says something else than before, or nothing.
    """

    source: Source
    rows: int
    added: int
    updated: int
    retired: int
    unchanged: int
    skipped: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    closed: int
    cautions: int
    held: tuple[Held, ...] = ()


class Found(NamedTuple):
    """One time a listed meeting runs; instants are UTC, None by appointment.

    `distance_km` is None where no place was asked for or none is known. `types` are names.
    """

    kept: Kept
    start: datetime | None
    end: datetime | None
    distance_km: float | None
    types: tuple[str, ...]

    @property
    def is_room(self) -> bool:
        """Tell whether it is open for hours: no meeting to be on time for."""
        return self.kept.listing.minutes > LONG


class FoundAll(NamedTuple):
    """What was found: how many times in all, and the first few of them.

    `unnamed` are kinds that were asked for, and that no list has a name or a code for.
    """

    total: int
    meetings: tuple[Found, ...]
    unnamed: tuple[str, ...] = ()
