"""Who looks at a screen: what every writer of plan, today and card needs beside the facts."""

from __future__ import annotations

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.region import Abroad, Line
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from recoverplan.domain.coverage import Cover
    from recoverplan.domain.pins import Unasked
    from recoverplan.domain.why import Missing


NOTHING: Mapping[int, tuple[str, ...]] = {}


class Away(NamedTuple):
    """A stretch of time in one country: the line that stands by there, where its numbers are
    dialed.
    """

    start: datetime
    end: datetime
    line: Line | None
    region: str


class Viewer(NamedTuple):
    """A person's way of being told.

    `prefer` is their usual way (call or text). `line` is the crisis line that stands by in open
    hours. `elsewhere` is the name of the computer's zone where its clock differs from the plan's.
    `planned`: whether any hard hours are known. `missing`: hours that have nobody because of agreed
    numbers. `unasked`: somebody chosen for hours who is not asked. `reason`: why they are doing
    this, where they want to read it here. `region` is where numbers are dialed, "" for none.
    `abroad`: their country and their time zone do not go together. `signs`: their warning signs.
    `besides`: what lists say of groups, by id. `to_decide`: a group of which all the promised tries
    are done. `away`: the stretches of days with a trip, each with the line that stands by then.
    """

    name: str | None
    clock24: bool
    prefer: str | None = None
    contacts: tuple[Contact, ...] = ()
    line: Line | None = None
    elsewhere: str | None = None
    planned: bool = True
    missing: Missing | None = None
    unasked: Unasked | None = None
    reason: str | None = None
    region: str = ""
    abroad: Abroad | None = None
    signs: tuple[str, ...] = ()
    to_decide: Group | None = None
    groups: tuple[Group, ...] = ()
    besides: Mapping[int, tuple[str, ...]] = NOTHING
    away: tuple[Away, ...] = ()

    def standby(self, instant: datetime) -> tuple[Line | None, str]:
        """Return the line that stands by at an instant, and the region where it is dialed."""
        for each in self.away:
            if each.start <= instant < each.end:
                return each.line, each.region
        return self.line, self.region

    def contact(self, number: int) -> Contact | None:
        """Return the contact with that id."""
        return next((contact for contact in self.contacts if contact.id == number), None)

    def person_of(self, cover: Cover) -> Contact | None:
        """Return who is behind a cover, without going through the whole list where it says so."""
        return cover.source if isinstance(cover.source, Contact) else self.contact(cover.id)

    def group_name(self, number: int) -> str:
        """Return the name of the group with that id, "" where it is gone."""
        return next((group.name for group in self.groups if group.id == number), "")

    def to_attend(self, group: Group) -> list[str]:
        """Return what there is besides a group's place in short: how to join, who holds it."""
        from recoverplan.writers.ways import to_attend

        return [*to_attend(group), *map(clean, self.besides.get(group.id, ()))]

    @property
    def alone(self) -> bool:
        """Tell whether there is nobody on the list who could be reached."""
        return not any(
            contact.role != "line" and contact.way(self.prefer) for contact in self.contacts
        )
