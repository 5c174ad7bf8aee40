"""`recoverplan plan --html|--pdf|--ics FILE`: the plan as a file to keep, send or print."""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING, NamedTuple

from recoverplan.cli.fields import choice
from recoverplan.cli.file_out import paper_size, refuse_places, tell_lacking, write_made
from recoverplan.cli.output import tell
from recoverplan.cli.plan_reading import plan_of, region_at, viewer_of
from recoverplan.cli.session import Session
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import files as file_words
from recoverplan.words import paper as words
from recoverplan.words import publish as publish_words

if TYPE_CHECKING:
    from recoverplan.domain.plan import Facts, Plan
    from recoverplan.domain.region import Region
    from recoverplan.domain.sheet import PlanSheet
    from recoverplan.writers.viewer import Viewer


def write_sheet(
    session: Session,
    sheet: PlanSheet,
    viewer: Viewer,
    region: Region,
    path: str,
    paper: str,
    *,
    force: bool,
) -> None:
    """Write the plan as a PDF and print its path; how many pages it takes goes to stderr."""
    from recoverplan.writers.paper.plan import plan_pdf

    made = plan_pdf(sheet, viewer, region, session.now, paper)
    write_made(path, made.content, force=force, example="week.pdf")
    if made.pages > 1:
        tell(words.PAGES.format(count=made.pages))
    tell_lacking(made.lacking)


TITLES = (NEUTRAL, FULL) = ("neutral", "full")


def write_calendar(
    session: Session, known: Facts, made: Plan, files: Files, *, force: bool
) -> None:
    """Write the calendar and print its path; what to know about it goes to stderr.

    Raises UsageError for titles of another kind, CouldNotError where there is nothing to write.
    """
    from recoverplan.domain.calendar import make_calendar
    from recoverplan.writers.ics import ics
    from recoverplan.writers.taking import calendar_told

    full = choice("--titles", files.titles or NEUTRAL, TITLES) == FULL
    calendar = make_calendar(
        known, made, prefer=session.settings.prefer, full=full, region=session.region.code
    )
    if not calendar.entries:
        raise CouldNotError(publish_words.NO_ENTRIES, publish_words.ADD_HOURS)
    write_made(files.ics, ics(calendar), force=force, example="week.ics")
    for line in calendar_told(calendar, full=full):
        tell(line)


class Files(NamedTuple):
    """The files that were asked for, each by its name as typed; "" for none."""

    html: str = ""
    pdf: str = ""
    ics: str = ""
    paper: str = ""  # of the PDF, as typed
    titles: str = ""  # of the calendar, as typed

    @property
    def any(self) -> bool:
        """Tell whether any file was asked for."""
        return bool(self.html or self.pdf or self.ics)


def refuse_mixtures(files: Files, *, force: bool, part: bool, as_json: bool) -> None:
    """Refuse options that do not go together; `part`: only a part of the plan was asked for.

    Raises UsageError.
    """
    if force and not files.any:
        raise UsageError(file_words.FORCE_NEEDS, words.FORCE_LIKE)
    if files.paper and not files.pdf:
        raise UsageError(file_words.PAPER_NEEDS, words.PAPER_LIKE)
    if files.any and part:
        raise UsageError(words.WHOLE_PLAN, words.LEAVE_ONE_OUT)
    if files.titles and not files.ics:
        raise UsageError(words.TITLES_NEED, words.TITLES_LIKE)
    if files.any and as_json:
        raise UsageError(file_words.EITHER)


def write_files(
    session: Session, known: Facts, files: Files, *, days: int, first: date | None, force: bool
) -> None:
    """Write the plan into each file that was asked for, and print the paths."""
    paper = paper_size(files.paper, session) if files.pdf else ""
    places = ((files.html, "week.html"), (files.pdf, "week.pdf"), (files.ics, "week.ics"))
    refuse_places(places, force=force)
    made = plan_of(session, known, days, first)
    viewer = viewer_of(session, known, made, missing=True)
    if files.ics:
        write_calendar(session, known, made, files, force=force)
    if files.html:
        page = page_of(session, known, made, viewer).encode("utf-8")
        write_made(files.html, page, force=force, example="week.html")
        tell(words.OPEN_IT)
    if files.pdf:
        sheet, region = sheet_of(session, known, made), region_of_days(session, made)
        write_sheet(session, sheet, viewer, region, files.pdf, paper, force=force)


def page_of(session: Session, known: Facts, made: Plan, viewer: Viewer) -> str:
    """Return the plan as an HTML page, complete in one file."""
    from recoverplan.writers.pages.plan import plan_page

    region = region_of_days(session, made)
    return plan_page(sheet_of(session, known, made), viewer, region, session.now)


def sheet_of(session: Session, known: Facts, made: Plan) -> PlanSheet:
    """Return what a page and a printed sheet show: the same facts for both."""
    from recoverplan.cli.plan_closely import listed_for
    from recoverplan.domain.sheet import make_sheet

    listed = listed_for(session, known, made).for_gaps
    return make_sheet(known, made, region_of_days(session, made), listed)


def region_of_days(session: Session, made: Plan) -> Region:
    """Return whose emergency number and help lines stand on a page: of where its days begin."""
    return region_at(session, max(made.start.astimezone(UTC), session.now.astimezone(UTC)))
