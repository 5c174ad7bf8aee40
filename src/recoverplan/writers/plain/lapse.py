"""What is said of lapses: in a list, alone, and right after one was logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from recoverplan.domain.about import gambling_alone, naloxone_fits
from recoverplan.domain.contact import Contact
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.text import clean
from recoverplan.words import lapse as words
from recoverplan.words.setup import WITHDRAWAL
from recoverplan.writers import wording
from recoverplan.writers.listing import Fact, Row


def lapse_row(lapse: Lapse, when: str) -> Row:
    """Return the list's row; `when` is its time in the person's style."""
    said = tuple(filter(None, (", ".join(lapse.triggers), lapse.note)))
    return Row(lapse.id, when, said or (words.NO_MORE,))


def lapse_facts(lapse: Lapse, zone: ZoneInfo) -> Iterator[Fact]:
    """Give everything that is known of one lapse; `zone` is the person's."""
    if lapse.triggers:
        yield Fact("Came before it", ", ".join(lapse.triggers))
    if lapse.note:
        yield Fact("Note", lapse.note)
    if lapse.zone != zone.key:
        yield Fact("Time zone then", lapse.zone)
    yield Fact("Number", str(lapse.id))


def safety(about: Iterable[str]) -> Iterator[str]:
    """Say what may keep somebody safe after a lapse, as far as it fits what they named."""
    if gambling_alone(about):
        yield words.MEDICINE_ALONE
        return
    yield words.LESS.format(naloxone=words.NALOXONE if naloxone_fits(about) else "")
    yield words.MEDICINE
    yield WITHDRAWAL


def to_tell(contact: Contact | None, usual: str | None) -> str:
    """Name one person to tell, and how to reach them; `usual` is the person's usual way."""
    if contact is None:
        return words.NOBODY
    name = clean(contact.name)
    return words.SOMEBODY.format(
        do=wording.do(contact, name, usual), reached=wording.where_reached(contact, usual)
    )
