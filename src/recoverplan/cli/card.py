"""`recoverplan card`: the card to carry."""

import sys

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.session import opened
from recoverplan.errors import UsageError
from recoverplan.words import paper as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.session import Session
    from recoverplan.domain.card import Card
    from recoverplan.store.opened import Store

app = App()
NARROWEST, WIDEST = 30, 120


@app.command()
def card(  # noqa: PLR0913 - one for each option
    ctx: Context,
    *,
    width: Annotated[int | None, Option(metavar="N", help="So many columns, 30 to 120.")] = None,
    title: Annotated[
        str | None, Option(metavar="[TEXT]", help="With a title, and with roles.", bare=words.TITLE)
    ] = None,
    page: Annotated[
        str, Option("--html", metavar="FILE", help="A page to print or to tap on.")
    ] = "",
    pdf: Annotated[
        str, Option("--pdf", metavar="FILE", help="Cards to cut out, for a wallet.")
    ] = "",
    png: Annotated[str, Option("--png", metavar="FILE", help="A picture for a locked phone.")] = "",
    vcf: Annotated[
        str, Option("--vcf", metavar="FILE", help="The people, for a phone's contacts.")
    ] = "",
    paper: Annotated[
        str, Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = "",
    copies: Annotated[
        int | None, Option(metavar="N", help="So many cards; a full sheet if not.")
    ] = None,
    codes: Annotated[bool, Option("--qr", help="With squares that a phone dials from.")] = False,
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
    as_json: Annotated[bool, Option("--json", help="One JSON object.")] = False,
) -> None:
    """The card to carry: people, hours, first steps."""
    if width is not None and not NARROWEST <= width <= WIDEST:
        message = words.WIDTH_NEEDS.format(least=NARROWEST, most=WIDEST, width=width)
        raise UsageError(message, words.WIDTH_LIKE)
    files = None
    if page or pdf or png or vcf or paper or copies is not None or codes or force:
        from recoverplan.cli.card_files import Files, Sheet, book_of, refuse_mixtures, write_files

        files, sheet = Files(page, pdf, png, vcf), Sheet(paper, copies, codes)
        refuse_mixtures(files, sheet, force=force, as_json=as_json, width=width)
    with opened(ctx) as (session, store):
        made = card_of(session, store, title)
        book = book_of(session, store, made.title) if vcf else ()
    if files:
        write_files(made, session, files, sheet, book, force=force)
    else:
        show(made, session, width, as_json=as_json)


def card_of(session: "Session", store: "Store | None", title: str | None) -> "Card":
    """Make the card of today."""
    from recoverplan.domain.text import clean
    from recoverplan.services import planning

    titled = clean(title or "") or None
    today = session.now.date()
    return planning.card(store, session.settings, session.region, session.zone, today, titled)


def show(made: "Card", session: "Session", width: int | None, *, as_json: bool) -> None:
    """Print the card: framed on a terminal and wherever a width is given, else plain lines."""
    from recoverplan.cli.output import emit, tell
    from recoverplan.writers.card import card_lines, card_record
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
