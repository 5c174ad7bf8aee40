"""`recoverplan workbook`: pages to fill in with a pen, or filled with what is known."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.session import Session, opened
from recoverplan.domain.card import Card
from recoverplan.domain.text import clean
from recoverplan.domain.weekmap import WeekMap, week_map
from recoverplan.domain.workbook import Known, Room, Workbook, make_workbook
from recoverplan.errors import UsageError
from recoverplan.store.opened import Store
from recoverplan.value import NamedTuple
from recoverplan.words import workbook as words

app = App()


class Filling(NamedTuple):
    """What fills the pages; blank ones have no map and no card."""

    known: Known
    map: WeekMap | None
    card: Card | None


@app.command()
def workbook(
    ctx: Context,
    *,
    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="Where it goes.")] = "",
    blank: Annotated[bool, Option("--blank", help="Empty, with lines to write on.")] = False,
    paper: Annotated[str, Option(metavar="SIZE", help="a4 or letter.")] = "",
    large: Annotated[bool, Option("--large", help="In large print.")] = False,
    title: Annotated[str, Option(metavar="TEXT", help="Another title on the cover.")] = "",
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
) -> None:
    """Eight to twelve pages for a pen: hard hours, people, groups, steps, a card to cut out."""
    if not pdf:
        raise UsageError(words.NEEDS_FILE, words.EXAMPLE)
    with opened(ctx) as (session, store):
        filling = Filling(Known(), None, None) if blank else filling_of(session, store)
    write(session, filling, pdf, clean(title) or words.TITLE, paper, large=large, force=force)


def filling_of(session: Session, store: Store | None) -> Filling:
    """Read what fills the pages; where there is nothing yet they are blank."""
    if store is None:
        return Filling(Known(), None, None)
    from recoverplan.domain.schedule_rule import monday_before
    from recoverplan.domain.step import in_plan_order
    from recoverplan.services.planning import card, facts
    from recoverplan.store.tables import contacts, groups, meetings, risks, steps, supports

    today = session.now.date()
    known = Known(
        risks.load_all(store),
        contacts.load_all(store),
        groups.load_all(store),
        meetings.load_all(store),
        tuple(in_plan_order(steps.load_all(store))),
        supports.load_all(store),
    )
    found = week_map(facts(store, session.settings, session.zone), monday_before(today))
    made = card(store, session.settings, session.region, session.zone, today)
    return Filling(known, found, made if made.people or made.steps else None)


def write(
    session: Session,
    filling: Filling,
    path: str,
    title: str,
    paper: str,
    *,
    large: bool,
    force: bool,
) -> None:
    """Write the pages and print the path; what there was no room for goes to stderr."""
    from recoverplan.cli.file_out import paper_size, refuse_places, tell_lacking, write_made
    from recoverplan.cli.output import tell
    from recoverplan.writers.paper.workbook import workbook_pdf

    size = paper_size(paper, session)
    refuse_places([(path, "pages.pdf")], force=force)
    clock24 = session.clock24

    def make(room: Room, most: Room) -> Workbook:
        return make_workbook(filling.known, room, most, session.now.date(), clock24=clock24)

    done, more = workbook_pdf(
        make, filling.map, filling.card, session.region, size, title, large=large, clock24=clock24
    )
    write_made(path, done.content, force=force, example="pages.pdf")
    if more:
        left = ", ".join(
            words.MORE_OF[what][count > 1].format(count=count) for what, count in more.items()
        )
        tell(words.MORE.format(what=left))
    for note in done.notes:
        tell(note)
    tell_lacking(done.lacking)
    tell(words.WRITTEN.format(count=done.pages))
