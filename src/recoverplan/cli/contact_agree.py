"""`recoverplan contact agree`: what somebody will do if the person goes quiet."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from recoverplan.cli.contact_keep import CONTACT
from recoverplan.cli.contact_log import AgreeOptions
from recoverplan.cli.nouns import Noun, that_one
from recoverplan.cli.options import fields_of
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.domain.talk import Agreement
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.tables import agreements, contacts
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.lived import agreement_said

COMMAND = "contact agree"
Names = dict[int, str]


def noun(names: Names) -> Noun[Agreement]:
    """Return agreements as a noun; their records name the contact."""

    def record(one: Agreement, session: Session) -> Record:
        from recoverplan.writers.records.noun import agreement_record

        return agreement_record(one, names, session.zone)

    return Noun(table=agreements, word="agreement", name=lambda one: str(one.id), record=record)


def run(session: Session, name: str | None, options: AgreeOptions, *, json: bool) -> None:
    """Do what was asked: note one, or list, show, change or remove what is there."""
    with reading(session.home) as store:
        people = () if store is None else contacts.load_all(store)
        known = () if store is None else agreements.load_all(store)
    names = {one.id: one.name for one in people}
    verb = options.verb
    if verb == "list":
        who = CONTACT.which(people, name).id if name else None
        show_all([one for one in known if who in {None, one.contact}], names, session, json=json)
    elif verb == "show":
        one = that_one(known, options.show, COMMAND)
        noun(names).emit_one(names[one.contact], one, facts(one), session, json=json)
    elif verb == "remove":
        one = that_one(known, options.remove, COMMAND)
        said = agreement_said(one, names[one.contact])
        question = words.REMOVE_AGREEMENT.format(said=said)
        did = words.DID_UNAGREE.format(name=names[one.contact])
        if noun(names).remove(one, question, session, yes=options.yes, did=did):
            lines = [words.AGREEMENT_REMOVED.format(said=said)]
            noun(names).emit(one, lines, session, json=json)
    else:
        old = that_one(known, options.edit, COMMAND) if verb == "edit" else None
        if old is None and name is None:
            raise UsageError(*words.NO_AGREEMENTS)
        given = typed(options)
        if name is not None:
            given["contact"] = CONTACT.which(people, name).id
        keep(old, given, names, session, json=json)


def typed(options: AgreeOptions) -> dict[str, Any]:
    """Return the fields that were typed. Raises UsageError."""
    given = fields_of(options)
    if "if_" in given:
        given["condition"] = given.pop("if_")
    if options.family is not None:
        given["on_family"] = options.family
    if None in given.values():
        raise UsageError(words.BOTH_NEEDED, words.BOTH_EXAMPLE)
    return given


def keep(
    old: Agreement | None, given: dict[str, Any], names: Names, session: Session, *, json: bool
) -> None:
    """Keep what was agreed, new or changed; say so, with a text to send. Raises UsageError."""
    if old is None and not {"condition", "action"} <= given.keys():
        raise UsageError(words.BOTH_NEEDED, words.BOTH_EXAMPLE)
    if not given:
        raise UsageError(words.WHAT_TO_CHANGE, words.AGREE_OPTIONS)
    if old is None:
        new = Agreement(created=session.now.astimezone(UTC), **given)
    else:
        new = replace(old, **given)
    with changing(session) as store:
        if old is None:
            new = agreements.add(store, new)
        else:
            agreements.save(store, new)
        store.did(
            words.DID_AGREE.format(
                did="noted" if old is None else "changed", name=names[new.contact]
            )
        )
    first = words.AGREED if old is None else words.AGREEMENT_CHANGED
    text = words.TEXT_TO_AGREE.format(condition=new.condition, action=new.action)
    said = first.format(said=agreement_said(new, names[new.contact]))
    noun(names).emit(new, [said, text, words.SENDS_NOTHING], session, json=json)


def facts(one: Agreement) -> list[Any]:
    """Return everything that is known of one."""
    from recoverplan.writers.listing import Fact

    found = {"If": one.condition, "Then": one.action}
    found |= {words.ON_FAMILY_PAGE: "yes" if one.on_family else "no", "Number": str(one.id)}
    return [Fact(label, text) for label, text in found.items()]


def show_all(known: list[Agreement], names: Names, session: Session, *, json: bool) -> None:
    """List what was agreed."""
    from recoverplan.writers.listing import Row

    def row(one: Agreement) -> Row:
        said = agreement_said(one, names[one.contact])
        return Row(one.id, names[one.contact], [said])

    noun(names).emit_list(words.AGREEMENTS, known, row, words.NO_AGREEMENTS, session, json=json)
