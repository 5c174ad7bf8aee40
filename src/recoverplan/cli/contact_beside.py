"""What is kept beside contacts: `recoverplan contact log` (who was talked with, and who did not
answer), and `contact agree` (what somebody will do if the person goes quiet).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, choose, yes_or_no
from recoverplan.cli.beside import Beside, T
from recoverplan.cli.contact_options import AgreeOptions, TalkOptions
from recoverplan.cli.fields import note_of
from recoverplan.cli.moments import when_fields
from recoverplan.cli.options import fields_of
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.data import synonyms
from recoverplan.domain.naming import pick
from recoverplan.domain.talk import Agreement, Talk
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.tables import agreements, contacts, talks
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.words.questions import NOTE
from recoverplan.writers.lived import agreement_said, talk_said
from recoverplan.writers.plain.trial import moment_said
from recoverplan.writers.rows import Row


class BesideContacts(Beside[T]):
    """What is kept beside people: read with them, and found by their names."""

    def __init__(self, session: Session) -> None:
        with reading(session.home) as store:
            self.people = () if store is None else contacts.load_all(store)
        super().__init__(session, {one.id: one.name for one in self.people})

    def which(self, name: str | None) -> int | None:
        """Return the id of the contact of that name, None for none. Raises NotFoundError."""
        if name is None:
            return None
        return pick(self.people, name, noun="contact", name=lambda one: one.name).id


class Talks(BesideContacts[Talk]):
    """Talks with people on the list."""

    table, word, command = talks, "talk", "contact log"
    title, empty = words.TALKS, words.NO_TALKS
    did, verbs = words.DID_TALK, ("logged", "changed")
    said_of_new = words.TALKED

    def said(self, one: Talk) -> str:
        """Return what happened and when, in a line."""
        return f"{talk_said(one, self.name(one))}, {self.when(one)}"

    def when(self, talk: Talk) -> str:
        """Return when it was, in the person's style."""
        zone, today = self.session.zone, self.session.now.date()
        return moment_said(talk.at, talk.rough, zone, today, clock24=self.session.clock24)

    def facts(self, one: Talk) -> Mapping[str, str | None]:
        """Return when and how it was, and what was noted."""
        return {
            "When": self.when(one),
            "How": one.how,
            "Answer": None if one.answered else "no",
            "They called": "yes" if one.they_called else None,
            "Note": one.note,
        }

    def to_list(self, found: Iterable[Talk]) -> Iterable[Talk]:
        """Return them oldest first."""
        return sorted(found, key=lambda one: (one.at, one.id))

    def row(self, one: Talk) -> Row:
        """Return one by its time."""
        note = [one.note.replace("\n", " ")] if one.note else []
        return Row(one.id, self.when(one), [talk_said(one, self.name(one)), *note])


def log(session: Session, name: str | None, options: TalkOptions, *, json: bool) -> None:
    """Do what was asked: write one down, or list, show, change or remove what is there."""
    known = Talks(session)
    who = known.which(name)
    if known.looked_at(options, who, json=json):
        return
    old = known.to_change(options, who)
    asks = old is None and who is None and can_ask() and bool(known.people)
    if asks:
        who = known.which(choose(words.TALK_WHO, {f"#{one.id}": one.name for one in known.people}))
        if who is None:
            return
    if old is None and who is None:
        raise UsageError(words.WHO_WAS_IT, words.LIKE_LOG)
    given = typed(options, session)
    if who is not None:
        given["contact"] = who
    now = session.now.astimezone(UTC)
    first: dict[str, Any] = {"at": now, "zone": session.zone.key, "created": now}
    talk = replace(old, **given) if old else Talk(**first | given)
    if talk.they_called and not talk.answered:
        raise UsageError(words.NOT_BOTH.format(one="--no-answer", other="--they-called"))
    known.keep(talk, *(questions(session) if asks and not options.any else ()), json=json)


def questions(session: Session) -> list[Callable[[Talk], Mapping[str, Any]]]:
    """Return what is asked of a talk: how, whether somebody answered, when, a note."""

    def when(_: Talk) -> Mapping[str, Any]:
        return ask(words.TALK_WHEN, check=lambda typed: when_fields(typed, session)) or {}

    return [ask_how, ask_answer, when, lambda _: {"note": ask(NOTE, check=note_of)}]


def ask_how(_: Talk) -> dict[str, Any]:
    """Ask how it was."""
    return {"how": choose(words.TALK_HOW, words.TALK_HOWS, also=synonyms.TALKS)}


def ask_answer(talk: Talk) -> dict[str, Any]:
    """Ask whether somebody answered, where that is a question."""
    if talk.how == "in-person":
        return {}
    return {"answered": ask(words.TALK_ANSWER, check=yes_or_no) is not False}


def typed(options: TalkOptions, session: Session) -> dict[str, Any]:
    """Return the fields that were typed. Raises UsageError."""
    given = fields_of(options)
    if options.no_answer is not None:
        given["answered"] = not options.no_answer
    if options.at is not None:
        given |= {**when_fields(options.at, session), "zone": session.zone.key}
    return given


class Agreements(BesideContacts[Agreement]):
    """What people on the list agreed to."""

    table, word, command = agreements, "agreement", "contact agree"
    title, empty = words.AGREEMENTS, words.NO_AGREEMENTS
    did, verbs = words.DID_AGREE, ("noted", "changed")
    said_of_new = words.AGREED

    def said(self, one: Agreement) -> str:
        """Return what happens then, and what they do."""
        return agreement_said(one, self.name(one))

    def facts(self, one: Agreement) -> Mapping[str, str | None]:
        """Return the two halves of it, and whether the family reads it."""
        shown = "yes" if one.on_family else "no"
        return {"If": one.condition, "Then": one.action, words.ON_FAMILY_PAGE: shown}

    def after(self, one: Agreement, *, new: bool) -> Iterable[str]:  # noqa: ARG002
        """Return the text to send, which nobody else sends."""
        text = words.TEXT_TO_AGREE.format(condition=one.condition, action=one.action)
        return (text, words.SENDS_NOTHING)


def agree(session: Session, name: str | None, options: AgreeOptions, *, json: bool) -> None:
    """Do what was asked: note one, or list, show, change or remove what is there."""
    known = Agreements(session)
    who = known.which(name)
    if known.looked_at(options, who, json=json):
        return
    old = known.to_change(options, who)
    if old is None and who is None:
        raise UsageError(words.WHO_AGREES, words.NO_AGREEMENTS[1])
    given = fields_of(options)
    if None in given.values() or (old is None and not {"condition", "action"} <= given.keys()):
        raise UsageError(words.BOTH_NEEDED, words.BOTH_EXAMPLE)
    if who is not None:
        given["contact"] = who
    now = session.now.astimezone(UTC)
    one = replace(old, **given) if old else Agreement(created=now, **given)
    known.keep(one, json=json)
