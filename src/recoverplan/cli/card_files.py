"""`recoverplan card --pdf|--png|--html|--vcf FILE`: files to print or for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.domain.card import Card
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import files as file_words
from recoverplan.words import paper as words
from recoverplan.words import publish as publish_words
from recoverplan.words import usage as texts

if TYPE_CHECKING:
    from recoverplan.domain.address_book import BookEntry
    from recoverplan.store.opened import Store

MOST_COPIES = 50


class Files(NamedTuple):
    """The files that were asked for, each by its name as typed; "" for none."""

    html: str = ""
    pdf: str = ""
    png: str = ""
    vcf: str = ""

    @property
    def any(self) -> bool:
        """Tell whether any file was asked for."""
        return any(self)


class Sheet(NamedTuple):
    """How a PDF was asked for; `paper` as typed, no `copies`: as many as a sheet holds."""

    paper: str = ""
    copies: int | None = None
    codes: bool = False


def refuse_mixtures(
    files: Files, sheet: Sheet, *, force: bool, as_json: bool, width: int | None
) -> None:
    """Refuse options that do not go together. Raises UsageError."""
    if files.any and (as_json or width is not None):
        other = "--json" if as_json else "--width"
        message = texts.SAY_EITHER_OR_A_FILE.format(other=other)
        raise UsageError(message, texts.FOR_INSTANCE_CARD_PDF)
    if force and not files.any:
        raise UsageError(file_words.FORCE_NEEDS, texts.FOR_INSTANCE_CARD_FORCE)
    if sheet != Sheet() and not files.pdf:
        raise UsageError(texts.PAPER_COPIES_AND_QR, texts.FOR_INSTANCE_CARD_QR)
    if sheet.copies is not None and not 1 <= sheet.copies <= MOST_COPIES:
        message = texts.COPIES_TAKES_TO_NOT.format(most_copies=MOST_COPIES, copies=sheet.copies)
        raise UsageError(message, texts.FOR_INSTANCE_RECOVERPLAN_CARD)


def write_files(
    made: Card,
    session: Session,
    files: Files,
    sheet: Sheet,
    book: tuple[BookEntry, ...],
    *,
    force: bool,
) -> None:
    """Write each file that was asked for and print its path; `book` is who comes into a phone."""
    from recoverplan.cli.file_out import paper_size, refuse_places

    paper = paper_size(sheet.paper, session)
    places = files._asdict().items()
    refuse_places([(path, f"card.{kind}") for kind, path in places], force=force)
    if files.html:
        write_page(made, files.html, force=force)
    if files.pdf:
        write_pdf(made, files.pdf, sheet._replace(paper=paper), force=force)
    if files.png:
        write_picture(made, files.png, force=force)
    if files.vcf:
        write_people(book, files.vcf, force=force)


def write_page(made: Card, path: str, *, force: bool) -> None:
    """Write the card as a page and print its path; what to do with it goes to stderr."""
    from recoverplan.cli.file_out import write_made
    from recoverplan.writers.pages.card import card_page

    write_made(path, card_page(made).encode("utf-8"), force=force, example="card.html")
    tell(words.MADE)


def write_pdf(made: Card, path: str, sheet: Sheet, *, force: bool) -> None:
    """Write the cards to print; what does not fit or has no letters is said on stderr."""
    from recoverplan.cli.file_out import tell_lacking, write_made
    from recoverplan.writers.paper.card import card_pdf

    cards = card_pdf(made, sheet.paper, copies=sheet.copies, codes=sheet.codes)
    write_made(path, cards.content, force=force, example="card.pdf")
    for note in cards.notes:
        tell(note)
    tell_lacking(cards.lacking, names_on(made))
    tell(words.PRINT if made.people else words.NOBODY)


def write_picture(made: Card, path: str, *, force: bool) -> None:
    """Write the picture for a locked screen; what it has no room for is said on stderr."""
    from recoverplan.cli.file_out import tell_lacking, write_made
    from recoverplan.writers.paper.picture import card_picture

    picture = card_picture(made)
    write_made(path, picture.content, force=force, example="card.png")
    for note in picture.notes:
        tell(note)
    tell_lacking(picture.lacking, names_on(made))
    tell(words.PICTURE_MADE if made.people else words.NOBODY)


def names_on(made: Card) -> set[str]:
    """Return the names on a card, written as the card has them."""
    from recoverplan.writers.card import name_of

    return {name_of(person, made) for person in made.people}


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
        raise CouldNotError(publish_words.NOBODY, publish_words.ADD_SOMEBODY)
    return people


def write_people(people: tuple[BookEntry, ...], path: str, *, force: bool) -> None:
    """Write the people and print the path; what to know about it goes to stderr."""
    from recoverplan.cli.file_out import write_made
    from recoverplan.writers.vcf import vcf

    write_made(path, vcf(people), force=force, example="card.vcf")
    tell(publish_words.PEOPLE_COPIED)
    tell(publish_words.BRING_PEOPLE)
