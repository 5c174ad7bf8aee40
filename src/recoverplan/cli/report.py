"""What `review` and `urge chart` share for a page to take along: chosen line by line, written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoverplan.cli.asking import confirm, explain
from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.options import TypedOptions
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.session import Session
from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import files
from recoverplan.words import review as words
from recoverplan.words.question import Question
from recoverplan.words.safety import FOLD

if TYPE_CHECKING:  # options alone are wanted most of the time
    from recoverplan.domain.looking_back import Report


class Page(TypedOptions):
    """The page as it is asked for; "": no file."""

    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="A page to print.")] = ""
    html: Annotated[str, Option("--html", metavar="FILE", help="A page for a phone.")] = ""
    with_: Annotated[
        list[str] | None,
        Option("--with", metavar="PART", help="A part of the page, as hours or chart; all."),
    ] = None
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False

    @property
    def wanted(self) -> bool:
        """Tell whether there is a file to be written."""
        return bool(self.pdf or self.html)

    def parts(self, example: str) -> tuple[str, ...]:
        """Return the parts that were named, each once. Raises UsageError."""
        named = [clean(part).casefold() for one in self.with_ or () for part in one.split(",")]
        for part in named:
            if part not in words.PARTS and part != words.ALL:
                raise UsageError(words.UNKNOWN.format(typed=part), hint())
        if self.any and not self.wanted:
            raise UsageError(words.WITH_NEEDS, example)
        return tuple(dict.fromkeys(named))


def hint() -> str:
    """Return the sentence that names the parts."""
    return words.WITH_HINT.format(parts=", ".join(words.PARTS))


def write_page(
    session: Session, report: "Report", page: Page, parts: Sequence[str], other_days: str
) -> None:
    """Find out what stands on the page, and write it.

    Raises CouldNotError where there is nothing, UsageError where nothing was named and nobody is
    there to be asked.
    """
    from recoverplan.cli.file_out import refuse_places
    from recoverplan.domain.looking_back import NOTES, with_parts

    places = ((page.html, "page.html"), (page.pdf, "page.pdf"))
    refuse_places(places, force=page.force)
    if not report.lines:
        raise CouldNotError(words.NOTHING_THERE, other_days)
    asks = can_ask() and set(parts) <= {NOTES}
    if not asks and not parts:
        raise UsageError(words.SAY_WITH, hint())
    explain(words.ASKED_FOR)
    if asks:
        made = ask_lines(report, notes=NOTES in parts)
    else:
        made = with_parts(report, parts)
        if not made.lines:
            there = ", ".join(dict.fromkeys(line.part for line in report.lines))
            message = words.NONE_OF_PARTS.format(parts=", ".join(parts))
            raise CouldNotError(message, words.THERE_IS.format(parts=there))
    if not made.lines:
        tell(files.NOTHING_CHOSEN)
        return
    write(session, made, page)


def ask_lines(report: "Report", *, notes: bool) -> "Report":
    """Show each line and ask for it; notes only where they were named."""
    from recoverplan.domain.looking_back import NOTES, with_lines

    explain("", words.CHOOSE)
    taken: set[int] = set()
    part = ""
    for line in report.lines:
        if line.part == NOTES and not notes:
            continue
        if line.part != part:
            part = line.part
            tell()
            explain(words.PARTS[part].upper())
        if confirm(Question(line.text, files.TAKE_WHY), default=True):
            taken.add(line.number)
    return with_lines(report, taken)


def write(session: Session, made: "Report", page: Page) -> None:
    """Write the page into each file that was asked for, and print the paths."""
    from recoverplan.cli.file_out import paper_size, tell_lacking, write_made

    if page.html:
        from recoverplan.writers.pages.handouts import report_page

        content = report_page(made, clock24=session.clock24).encode("utf-8")
        write_made(page.html, content, force=page.force, example="page.html")
    if page.pdf:
        from recoverplan.writers.paper.handouts import report_pdf

        done = report_pdf(made, paper_size("", session), clock24=session.clock24)
        write_made(page.pdf, done.content, force=page.force, example="page.pdf")
        tell_lacking(done.lacking)
    tell(f"{files.READ_ONCE_MORE} {FOLD}" if page.pdf else files.READ_ONCE_MORE)
