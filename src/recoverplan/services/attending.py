"""Keeping the log of a meeting, with all that one conversation can bring: a contact, a step, the
end of a trial.

All of it is written in the caller's one change of the store, so that it is undone as one.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import FIT, Meeting
from recoverplan.domain.naming import same_named
from recoverplan.domain.step import Step
from recoverplan.domain.trial import Trial, met_there, trial_of
from recoverplan.errors import NotFoundError
from recoverplan.services.keeping import reading
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts as contact_store
from recoverplan.store.tables import groups as group_store
from recoverplan.store.tables import meetings as meeting_store
from recoverplan.store.tables import steps as step_store
from recoverplan.value import NamedTuple, replace
from recoverplan.words import trial as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

IDEA_KIND = "alone"  # a step heard from somebody, until the person says otherwise


class Attended(NamedTuple):
    """Everything there is about going to groups, in the person's order."""

    groups: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    contacts: tuple[Contact, ...] = ()

    def group(self, number: int) -> Group:
        """Return the group with this id. Raises NotFoundError where it is gone meanwhile."""
        for group in self.groups:
            if group.id == number:
                return group
        raise NotFoundError(words.GROUP_GONE, words.SEE_GROUPS)

    def group_names(self) -> dict[int, str]:
        """Return the groups' names by id."""
        return {group.id: group.name for group in self.groups}

    def contact_names(self) -> dict[int, str]:
        """Return the contacts' names by id."""
        return {contact.id: contact.name for contact in self.contacts}

    def trial(self, number: int, now: datetime) -> Trial:
        """Return what the meetings of the group with this id have shown so far."""
        return trial_of(self.group(number), self.meetings, self.contacts, now)


class Said(NamedTuple):
    """What was said about a meeting, by options or in a conversation.

    `fields` holds fields of Meeting, only those that were said; None takes an answer back. `fit`
    is the same by quality. `contact` is a name as typed, "" for nobody.
    """

    fields: dict[str, Any]
    fit: dict[str, str | None]
    contact: str | None = None

    def onto(self, meeting: Meeting) -> Meeting:
        """Return the meeting with what was said; all else as it was."""
        fit = {**dict(meeting.fit), **self.fit}
        kept = tuple((quality, answer) for quality in FIT if (answer := fit.get(quality)))
        return replace(meeting, **self.fields, fit=kept)


def attended(store: Store | None) -> Attended:
    """Load groups, meetings and contacts; nothing where there is no store yet."""
    if store is None:
        return Attended()
    return Attended(
        group_store.load_all(store), meeting_store.load_all(store), contact_store.load_all(store)
    )


def load(home: Path) -> Attended:
    """Load groups, meetings and contacts; none where there is no store yet."""
    with reading(home) as store:
        return attended(store)


def keep_log(
    store: Store, meeting: Meeting, gained: Contact | None, now: datetime, *, new: bool = False
) -> tuple[Meeting, tuple[Contact, ...]]:
    """Keep a log, new or changed, and what follows from it.

    `gained` is somebody new who was met there, kept already or not. `new` is also a log that its
    conversation has kept already, so that nothing has followed from it yet. `now` is aware, in the
    person's zone. Returns the log as kept, and the contacts who get no check-ins until the person
    has said more, as they were before: there are some only when this log says that something was
    unsafe.
    """
    before = None
    if not new:
        before = next((one for one in meeting_store.load_all(store) if one.id == meeting.id), None)
    if gained is not None:
        meeting = replace(meeting, contact=gained.id or contact_store.add(store, gained).id)
    if meeting.id:
        meeting_store.save(store, meeting)
    else:
        meeting = meeting_store.add(store, meeting)
    if meeting.idea and (before is None or meeting.idea != before.idea):
        keep_idea(store, meeting)
    if meeting.unsafe and (before is None or not before.unsafe):
        return meeting, end_unsafe(store, meeting, now.date())
    return meeting, ()


def keep_idea(store: Store, meeting: Meeting) -> None:
    """Make the idea a step, unless there is one of these words already.

    A step that came from this log before takes the new words.
    """
    steps = step_store.load_all(store)
    earlier = next((step for step in steps if step.meeting == meeting.id), None)
    own = earlier.id if earlier else 0
    if same_named(steps, meeting.idea or "", name=lambda step: step.text, but=own):
        return
    if earlier is not None:
        step_store.save(store, replace(earlier, text=meeting.idea or ""))
        return
    step = Step(
        text=meeting.idea or "", kind=IDEA_KIND, meeting=meeting.id, created=meeting.created
    )
    step_store.add(store, step)


def made_step(store: Store, meeting: Meeting) -> bool:
    """Tell whether the idea of a log stands among the steps as one of its own."""
    return any(
        step.meeting == meeting.id and step.text == meeting.idea
        for step in step_store.load_all(store)
    )


def end_unsafe(store: Store, meeting: Meeting, today: date) -> tuple[Contact, ...]:
    """End the group's trial at once; the people met there get no check-ins from today on.

    Returns those people as they were.
    """
    known = attended(store)
    group = known.group(meeting.group)
    group_store.save(store, replace(group, status="left", unsafe=True, why=meeting.unsafe))
    met = met_there(group.id, known.meetings, known.contacts)
    for contact in met:
        contact_store.save(store, replace(contact, paused_from=today, paused_until=None))
    return met
