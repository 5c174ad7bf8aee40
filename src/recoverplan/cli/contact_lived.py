"""What `contact show` says beside the contact: when you last talked, and what was agreed."""

from __future__ import annotations

from recoverplan.cli.session import Session
from recoverplan.domain.contact import Contact
from recoverplan.services.keeping import reading
from recoverplan.store.tables import agreements, talks
from recoverplan.words import lived as words
from recoverplan.writers.listing import Fact
from recoverplan.writers.lived import agreement_facts, talked_since

LAST = "id = (SELECT id FROM talk WHERE contact = :who AND answered ORDER BY at DESC, id LIMIT 1)"


def lived_facts(contact: Contact, session: Session) -> list[Fact]:
    """Return when somebody was last talked with, in words, and what they agreed to."""
    with reading(session.home) as store:
        who = {"who": contact.id}
        known = () if store is None else talks.load_those(store, LAST, who)
        kept = () if store is None else agreements.load_those(store, "contact = :who", who)
    found = []
    if known:
        last = talked_since(known[0].at, session.now, session.zone)
        found.append(Fact(words.LAST_TALK, last))
    return found + list(agreement_facts(kept, contact.name))
