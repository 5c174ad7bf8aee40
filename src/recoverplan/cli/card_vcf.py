"""`recoverplan card --vcf`: the people on the card as a file for a phone's contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.cli.session import Session
from recoverplan.errors import CouldNotError
from recoverplan.words import publish as words

if TYPE_CHECKING:
    from recoverplan.domain.address_book import BookEntry
    from recoverplan.store.opening import Store


def book_of(session: Session, store: Store | None, title: str | None) -> tuple[BookEntry, ...]:
    """Return the people on the card as an address book has them. Raises CouldNotError for none."""
    from recoverplan.domain.address_book import address_book
    from recoverplan.store.tables import contacts

    people = address_book(
        () if store is None else contacts.load_all(store),
        session.now.date(),
        prefer=session.settings.prefer,
        title=title,
        clock24=session.clock24,
        zone=session.zone.key,
        region=session.region.code,
    )
    if not people:
        raise CouldNotError(words.NOBODY, words.ADD_SOMEBODY)
    return people


def write_people(people: tuple[BookEntry, ...], path: str, *, force: bool) -> None:
    """Write the people and print the path; what to know about it goes to stderr."""
    from recoverplan.cli.file_out import write_made
    from recoverplan.cli.output import tell
    from recoverplan.writers.vcf import vcf

    write_made(path, vcf(people), force=force, example="card.vcf")
    tell(words.PEOPLE_COPIED)
    tell(words.BRING_PEOPLE)
