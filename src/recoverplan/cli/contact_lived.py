"""What `contact show` says beside the contact: when you last talked, and what was agreed."""

from __future__ import annotations

from recoverplan.cli.session import Session
from recoverplan.domain.contact import Contact
from recoverplan.services.keeping import reading
from recoverplan.store.tables import agreements, talks
from recoverplan.words import lived as words
from recoverplan.writers.listing import Fact
from recoverplan.writers.lived import agreement_facts, talked_since


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
