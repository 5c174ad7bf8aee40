"""`recoverplan plan --pdf FILE`: the plan as a sheet to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.cli.file_out import write_made
from recoverplan.cli.output import tell
from recoverplan.cli.paper import tell_lacking
from recoverplan.cli.session import Session
from recoverplan.words import paper as words

if TYPE_CHECKING:
    from recoverplan.domain.sheet import PlanSheet
    from recoverplan.writers.viewer import Viewer


def write_sheet(
    session: Session, sheet: PlanSheet, viewer: Viewer, path: str, paper: str, *, force: bool
) -> None:
    """Write the plan as a PDF and print its path; how many pages it takes goes to stderr."""
    from recoverplan.writers.paper.plan import plan_pdf

    made = plan_pdf(sheet, viewer, session.region, session.now, paper)
    write_made(path, made.content, force=force, example="week.pdf")
    if made.pages > 1:
        tell(words.PAGES.format(count=made.pages))
    tell_lacking(made.lacking)
