"""What is said of lapses: in a list, alone, and right after one was logged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.help_lines import (
    GAMBLING,
    USING_ALONE,
    drugs_fit,
    gambles,
    gambling_alone,
    of_kind,
)
from recoverplan.domain.region import Line, Region
from recoverplan.domain.text import clean
from recoverplan.domain.urge import Lapse
from recoverplan.words import lapse as words
from recoverplan.words.urge import NOTHING_SAID
from recoverplan.writers import wording
from recoverplan.writers.help_lines import how_to_reach
from recoverplan.writers.plain.care import in_a_crisis, withdrawal
from recoverplan.writers.rows import Fact, Row


def lapse_row(lapse: Lapse, when: str) -> Row:
    """Return the list's row; `when` is its time in the person's style."""
    said = tuple(filter(None, (", ".join(lapse.triggers), lapse.note)))
    return Row(lapse.id, when, said or (NOTHING_SAID,))


def lapse_facts(lapse: Lapse, zone: ZoneInfo) -> Iterator[Fact]:
    """Give everything that is known of one lapse; `zone` is the person's."""
    if lapse.triggers:
        yield Fact(words.CAME_BEFORE, ", ".join(lapse.triggers))
    if lapse.note:
        yield Fact("Note", lapse.note)
    if lapse.zone != zone.key:
        yield Fact(words.ZONE_THEN, lapse.zone)
    yield Fact("Number", str(lapse.id))


def safety(region: Region, lines: Sequence[Line], about: Sequence[str]) -> Iterator[str]:
    """Say what may keep somebody safe after a lapse, as far as it fits what they named."""
    if drugs_fit(about):
        alone = map(how_to_reach, of_kind(lines, USING_ALONE)[:1])
        yield " ".join([words.LESS, *alone, words.NALOXONE])
    if not gambling_alone(about):
        yield words.MEDICINE
        yield from withdrawal(region)
    if gambles(about):
        by_call = (one._replace(text=None) if one.call else one for one in of_kind(lines, GAMBLING))
        gambling = map(how_to_reach, by_call)
        yield " ".join([in_a_crisis(words.SUICIDE, region, lines), next(gambling, "")]).strip()


def to_tell(contact: Contact | None, usual: str | None) -> str:
    """Name one person to tell, and how to reach them; `usual` is the person's usual way."""
    if contact is None:
        return words.NOBODY
    name = clean(contact.name)
    return words.SOMEBODY.format(
        do=wording.do(contact, name, usual), reached=wording.where_reached(contact, usual)
    )
