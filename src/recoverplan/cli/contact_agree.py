"""`recoverplan contact agree`: what somebody will do if the person goes quiet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC

from recoverplan.cli.beside import BesideContacts
from recoverplan.cli.contact_options import AgreeOptions
from recoverplan.cli.options import fields_of
from recoverplan.cli.session import Session
from recoverplan.domain.talk import Agreement
from recoverplan.errors import UsageError
from recoverplan.store.tables import agreements
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.lived import agreement_said


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


def run(session: Session, name: str | None, options: AgreeOptions, *, json: bool) -> None:
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
