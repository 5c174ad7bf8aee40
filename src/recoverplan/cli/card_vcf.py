"""`recoverplan card --vcf`: the people on the card as a file for a phone's contacts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.cli.session import Session
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError
from recoverplan.words import phone as words

if TYPE_CHECKING:
    from recoverplan.domain.address_book import BookEntry
    from recoverplan.store.opening import Store


def book_of(session: Session, store: Store | None, title: str | None) -> tuple[BookEntry, ...]:
    """Return the people on the card as an address book has them. Raises CouldNotError for none."""
    from recoverplan.domain.address_book import address_book
    from recoverplan.store import contacts

    people = address_book(
        () if store is None else contacts.load_all(store),
        session.now.date(),
        prefer=session.settings.prefer,
        title=title,
        clock24=session.clock24,
        zone=session.zone.key,
    )
    if not people:
        raise CouldNotError(words.NOBODY, words.ADD_SOMEBODY)
    return people


def write_people(people: tuple[BookEntry, ...], path: str, *, force: bool) -> None:
    """Write the people and print the path; what to know about it goes to stderr."""
    from recoverplan.cli.output import say, tell
    from recoverplan.services.files import write_file
    from recoverplan.writers.vcf import vcf

    place = Path(path).expanduser()
    write_file(place, vcf(people), force=force)
    say(shown(place.absolute()))
    tell(words.PEOPLE_COPIED)
    tell(words.BRING_PEOPLE)
