"""`recoverplan contact log`: who was talked with, and who did not answer; what `contact show` says
of it; and the options that `contact agree` shares.
"""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.contact_keep import CONTACT
from recoverplan.cli.moments import when_fields
from recoverplan.cli.nouns import ByNumber, Noun, that_one
from recoverplan.cli.options import NOTE, TEXT, fields_of, one_of
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.domain.contact import Contact
from recoverplan.domain.talk import HOWS, Talk
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.tables import agreements, contacts, talks
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.listing import Fact
from recoverplan.writers.lived import agreement_facts, talk_said, talked_since
from recoverplan.writers.plain.trial import moment_said


class TalkOptions(ByNumber):
    """The options as typed; None: not given, "": to be taken away."""

    how: Annotated[
        str | None, typer.Option(metavar="HOW", help="call, text or in-person."), one_of(HOWS)
    ] = None
    no_answer: Annotated[
        bool | None,
        typer.Option("--no-answer/--answer", help="There was no answer.", show_default=False),
    ] = None
    they_called: Annotated[
        bool | None,
        typer.Option("--they-called/--i-called", help="It came from them.", show_default=False),
    ] = None
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help='When, if not now: "yesterday 7pm".')
    ] = None
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="A note to yourself."), NOTE
    ] = None


class AgreeOptions(ByNumber):
    """The options as typed; None: not given."""

    if_: Annotated[
        str | None, typer.Option("--if", metavar="TEXT", help='"I miss two Tuesdays".'), TEXT
    ] = None
    then: Annotated[
        str | None, typer.Option("--then", metavar="TEXT", help='"ask me how I am".'), TEXT
    ] = None
    family: Annotated[
        bool | None,
        typer.Option("--family/--no-family", help="On the family page too.", show_default=False),
    ] = None


def lived_facts(contact: Contact, session: Session) -> list[Fact]:
    """Return when somebody was last talked with, in words, and what they agreed to."""
    with reading(session.home) as store:
        known = () if store is None else talks.load_all(store)
        kept = () if store is None else agreements.load_all(store)
    times = [talk.at for talk in known if talk.contact == contact.id and talk.answered]
    found = []
    if times:
        found.append(Fact(words.LAST_TALK, talked_since(max(times), session.now, session.zone)))
    return found + list(
        agreement_facts([one for one in kept if one.contact == contact.id], contact.name)
    )


COMMAND = "contact log"
Names = dict[int, str]


def noun(names: Names) -> Noun[Talk]:
    """Return talks as a noun; their records name the contact."""

    def record(talk: Talk, session: Session) -> Record:
        from recoverplan.writers.records.noun import talk_record

        return talk_record(talk, names, session.zone)

    return Noun(table=talks, word="talk", name=lambda talk: str(talk.id), record=record)


def run(session: Session, name: str | None, options: TalkOptions, *, json: bool) -> None:
    """Do what was asked: write one down, or list, show, change or remove what is there."""
    with reading(session.home) as store:
        people = () if store is None else contacts.load_all(store)
        known = () if store is None else talks.load_all(store)
    names = {one.id: one.name for one in people}
    verb = options.verb
    if verb == "list":
        who = CONTACT.which(people, name).id if name else None
        show_all([one for one in known if who in {None, one.contact}], names, session, json=json)
    elif verb == "show":
        talk = that_one(known, options.show, COMMAND)
        noun(names).emit_one(names[talk.contact], talk, facts(talk, session), session, json=json)
    elif verb == "remove":
        talk = that_one(known, options.remove, COMMAND)
        said = in_words(talk, names, session)
        question = words.REMOVE_TALK.format(said=said)
        did = words.DID_TALK.format(did="removed", name=names[talk.contact])
        if noun(names).remove(talk, question, session, yes=options.yes, did=did):
            noun(names).emit(talk, [words.TALK_REMOVED.format(said=said)], session, json=json)
    else:
        old = that_one(known, options.edit, COMMAND) if verb == "edit" else None
        if old is None and name is None:
            raise UsageError(words.WHO_WAS_IT, words.LIKE_LOG)
        if old is not None and name is None and not options.but(edit=None).any:
            raise UsageError(words.WHAT_TO_CHANGE, words.TALK_OPTIONS)
        given = typed(options, session)
        if name is not None:
            given["contact"] = CONTACT.which(people, name).id
        keep(old, given, names, session, json=json)


def typed(options: TalkOptions, session: Session) -> dict[str, Any]:
    """Return the fields that were typed. Raises UsageError."""
    given = fields_of(options)
    if options.no_answer is not None:
        given["answered"] = not options.no_answer
    if options.they_called is not None:
        given["they_called"] = options.they_called
    if options.at is not None:
        given |= {**when_fields(options.at, session), "zone": session.zone.key}
    return given


def keep(
    old: Talk | None, given: dict[str, Any], names: Names, session: Session, *, json: bool
) -> None:
    """Keep a talk, new or changed, and say so. Raises UsageError."""
    if old is None:
        now = session.now.astimezone(UTC)
        new = Talk(**{"at": now, "zone": session.zone.key, "created": now, **given})
    else:
        new = replace(old, **given)
    if new.they_called and not new.answered:
        raise UsageError(words.NOT_BOTH.format(one="--no-answer", other="--they-called"))
    with changing(session) as store:
        if old is None:
            new = talks.add(store, new)
        else:
            talks.save(store, new)
        store.did(
            words.DID_TALK.format(
                did="logged" if old is None else "changed", name=names[new.contact]
            )
        )
    first = words.TALKED if old is None else words.TALK_CHANGED
    said = first.format(said=in_words(new, names, session))
    noun(names).emit(new, [said], session, json=json)


def in_words(talk: Talk, names: Names, session: Session) -> str:
    """Return what happened and when, in a line."""
    return f"{talk_said(talk, names.get(talk.contact, ''))}, {when(talk, session)}"


def when(talk: Talk, session: Session) -> str:
    """Return when it was, in the person's style."""
    today, clock24 = session.now.date(), session.clock24
    return moment_said(talk.at, talk.rough, session.zone, today, clock24=clock24)


def facts(talk: Talk, session: Session) -> list[Any]:
    """Return everything that is known of one."""
    from recoverplan.writers.listing import Fact

    found = {
        "When": when(talk, session),
        "How": talk.how,
        "Answer": None if talk.answered else "no",
        "They called": "yes" if talk.they_called else None,
        "Note": talk.note,
        "Number": str(talk.id),
    }
    return [Fact(label, text) for label, text in found.items() if text]


def show_all(known: list[Talk], names: Names, session: Session, *, json: bool) -> None:
    """List talks, oldest first."""
    from recoverplan.writers.listing import Row

    def row(talk: Talk) -> Row:
        note = [talk.note.replace("\n", " ")] if talk.note else []
        return Row(talk.id, when(talk, session), [talk_said(talk, names[talk.contact]), *note])

    in_order = sorted(known, key=lambda one: (one.at, one.id))
    noun(names).emit_list(words.TALKS, in_order, row, words.NO_TALKS, session, json=json)
