"""`recoverplan card`: the card to carry."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoverplan.cli.card_files import Files, Sheet, refuse_mixtures, write_files
from recoverplan.cli.card_vcf import book_of
from recoverplan.cli.pages import Page
from recoverplan.cli.session import Session, opened
from recoverplan.domain.card import Card
from recoverplan.errors import UsageError
from recoverplan.words import card as words

if TYPE_CHECKING:
    from recoverplan.domain.contact import Contact
    from recoverplan.store.opening import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)
NARROWEST, WIDEST = 30, 120


class CardCommand(Page):
    """A command whose `--title` may stand without a text."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give a bare `--title` its usual text."""
        given = list(args)
        for place, argument in enumerate(args):
            following = args[place + 1 : place + 2]
            if argument == "--title" and (not following or following[0].startswith("--")):
                given[place] = f"--title={words.TITLE}"
        return super().parse_args(ctx, given)


@app.command(cls=CardCommand)
def card(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    *,
    width: Annotated[
        int | None, typer.Option(metavar="N", help="So many columns, 30 to 120.")
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="[TEXT]", help="With a title, and with roles.")
    ] = None,
    page: Annotated[
        str, typer.Option("--html", metavar="FILE", help="A page to print or to tap on.")
    ] = "",
    pdf: Annotated[
        str, typer.Option("--pdf", metavar="FILE", help="Cards to cut out, for a wallet.")
    ] = "",
    png: Annotated[
        str, typer.Option("--png", metavar="FILE", help="A picture for a locked phone.")
    ] = "",
    vcf: Annotated[
        str, typer.Option("--vcf", metavar="FILE", help="The people, for a phone's contacts.")
    ] = "",
    paper: Annotated[
        str, typer.Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = "",
    copies: Annotated[
        int | None, typer.Option(metavar="N", help="So many cards; a full sheet if not.")
    ] = None,
    codes: Annotated[
        bool, typer.Option("--qr", help="With squares that a phone dials from.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """The card to carry: people, hours, first steps."""
    if width is not None and not NARROWEST <= width <= WIDEST:
        message = f"The card is {NARROWEST} to {WIDEST} columns wide, not {width}."
        raise UsageError(message, "For instance: recoverplan card --width 46")
    files = Files(page, pdf, png, vcf)
    sheet = Sheet(paper, copies, codes)
    refuse_mixtures(files, sheet, force=force, as_json=as_json, width=width)
    with opened(ctx) as (session, store):
        made = card_of(session, store, title)
        book = book_of(session, store, made.title) if vcf else ()
    if files.any:
        write_files(made, session, files, sheet, book, force=force)
    else:
        show(made, session, width, as_json=as_json)


def card_of(session: Session, store: Store | None, title: str | None) -> Card:
    """Read people, steps and reasons and make the card of today."""
    from recoverplan.domain.card import make_card
    from recoverplan.domain.text import clean

    people: tuple[Contact, ...] = ()
    steps: list[str] = []
    why: tuple[str, ...] = ()
    if store is not None:
        from recoverplan.domain.step import to_carry
        from recoverplan.store.tables import contacts, risks, shown_on
        from recoverplan.store.tables import steps as kept_steps

        people = contacts.load_all(store)
        steps = to_carry(kept_steps.load_all(store), risks.load_all(store))
        why = shown_on(store, "card")
    return make_card(
        people,
        steps,
        session.region,
        session.now.date(),
        prefer=session.settings.prefer,
        zone=session.zone.key,
        title=clean(title or "") or None,
        reasons=why,
    )


def show(made: Card, session: Session, width: int | None, *, as_json: bool) -> None:
    """Print the card: framed on a terminal and wherever a width is given, else plain lines."""
    from recoverplan.cli.output import emit, tell
    from recoverplan.writers.plain.card import card_lines
    from recoverplan.writers.records.card import card_record
    from recoverplan.writers.terminal.card import WIDTH, card_frame, card_screen

    framed = width is not None and not sys.stdout.isatty() and not session.plain
    emit(
        plain=lambda: card_frame(made, width or WIDTH) if framed else card_lines(made),
        plainly=session.plain,
        screen=lambda columns: card_screen(made, max(NARROWEST, min(width or WIDTH, columns))),
        document=(lambda: card_record(made)) if as_json else None,
    )
    if not made.people and not as_json and sys.stdout.isatty() and not session.plain:
        tell(words.NOBODY)
