"""`recoverplan contact log`: who was talked with, and who did not answer."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, choose, yes_or_no
from recoverplan.cli.by_number import that_one
from recoverplan.cli.contact_keep import CONTACT
from recoverplan.cli.contact_lived_options import TalkOptions
from recoverplan.cli.fields import note_of
from recoverplan.cli.logs import when_fields
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import fields_of
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.data import synonyms
from recoverplan.domain.talk import Talk
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.tables import contacts, talks
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.lived import talk_said
from recoverplan.writers.plain.trial import moment_said

COMMAND = "contact log"
Names = dict[int, str]


def noun(names: Names) -> Noun[Talk]:
    """Return talks as a noun; their records name the contact."""

    def record(talk: Talk, session: Session) -> Record:
        from recoverplan.writers.records.noun import talk_record

        return talk_record(talk, names, session.zone)

    def did(talk: Talk) -> str:
        return words.DID_TALK.format(did="logged", name=names[talk.contact])

    return Noun(
        table=talks,
        word="talk",
        name=lambda talk: str(talk.id),
        record=record,
        refuse=lambda *_: None,
        did=did,
    )


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
        asks = old is None and name is None and can_ask() and bool(people)
        if asks:
            name = choose(words.TALK_WHO, {str(one.id): one.name for one in people})
            if name is None:
                return
        if old is None and name is None:
            raise UsageError(words.WHO_WAS_IT, words.LIKE_LOG)
        if old is not None and name is None and not options.but(edit=None).any:
            raise UsageError(words.WHAT_TO_CHANGE, words.TALK_OPTIONS)
        given = typed(options, session)
        if name is not None:
            given["contact"] = CONTACT.which(people, name).id
        keep(old, given, names, session, asks=asks and not options.any, json=json)


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
    if options.they_called is not None:
        given["they_called"] = options.they_called
    if options.at is not None:
        given |= {**when_fields(options.at, session), "zone": session.zone.key}
    return given


def keep(
    old: Talk | None,
    given: dict[str, Any],
    names: Names,
    session: Session,
    *,
    asks: bool,
    json: bool,
) -> None:
    """Keep a talk, new or changed, and say so; `asks` for the rest of it. Raises UsageError."""
    if old is None:
        now = session.now.astimezone(UTC)
        new = Talk(**{"at": now, "zone": session.zone.key, "created": now, **given})
    else:
        new = replace(old, **given)
    if new.they_called and not new.answered:
        raise UsageError(words.NOT_BOTH.format(one="--no-answer", other="--they-called"))
    if old is None:
        new = noun(names).keep(new, session)
    else:
        with changing(session) as store:
            talks.save(store, new)
            store.did(words.DID_TALK.format(did="changed", name=names[new.contact]))
    if asks:
        new = noun(names).ask(
            new,
            session,
            ask_how,
            ask_answer,
            lambda _: ask(words.TALK_WHEN, check=lambda typed: when_fields(typed, session)) or {},
            lambda _: {"note": ask(words.TALK_NOTE, check=note_of)},
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
