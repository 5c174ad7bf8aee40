"""What `review` and `urge chart` share for a page to take along: chosen line by line, written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from recoverplan.cli.asking import explain
from recoverplan.cli.declaring import Annotated, Option
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

Pdf = Annotated[str, Option("--pdf", metavar="FILE", help="A page to print.")]
Html = Annotated[str, Option("--html", metavar="FILE", help="A page for a phone.")]
With = Annotated[
    list[str] | None,
    Option("--with", metavar="PART", help="A part of the page, as hours or chart; all."),
]
Force = Annotated[bool, Option("--force", help="Write over the file.")]


class Asked(NamedTuple):
    """The page as it was asked for, as typed."""

    pdf: str
    html: str
    parts: tuple[str, ...]
    force: bool

    @property
    def any(self) -> bool:
        """Tell whether there is a file to be written."""
        return bool(self.pdf or self.html)


def asked_page(pdf: str, html: str, parts: Sequence[str] | None, *, force: bool) -> Asked:
    """Return the page as asked for, its parts each once. Raises UsageError."""
    named = [clean(part).casefold() for one in parts or () for part in one.split(",")]
    for part in named:
        if part not in words.PARTS and part != words.ALL:
            raise UsageError(words.UNKNOWN.format(typed=part), hint())
    asked = Asked(pdf, html, tuple(dict.fromkeys(named)), force)
    if (parts or force) and not asked.any:
        raise UsageError(words.WITH_NEEDS, words.EXAMPLE.format(command="review", part="hours"))
    return asked


def hint() -> str:
    """Return the sentence that names the parts."""
    return words.WITH_HINT.format(parts=", ".join(words.PARTS))


def write_page(session: Session, report: Report, asked: Asked, other_days: str) -> None:
    """Find out what stands on the page, and write it.

    Raises CouldNotError where there is nothing, UsageError where nothing was named and nobody is
    there to be asked.
    """
    from recoverplan.cli.file_out import refuse_places
    from recoverplan.domain.looking_back import NOTES, with_parts

    places = ((asked.html, "page.html"), (asked.pdf, "page.pdf"))
    refuse_places(places, force=asked.force)
    if not report.lines:
        raise CouldNotError(words.NOTHING_THERE, other_days)
    asks = can_ask() and set(asked.parts) <= {NOTES}
    if not asks and not asked.parts:
        raise UsageError(words.SAY_WITH, hint())
    explain(words.ASKED_FOR)
    if asks:
        made = ask_lines(report, notes=NOTES in asked.parts)
    else:
        made = with_parts(report, asked.parts)
        if not made.lines:
            there = ", ".join(dict.fromkeys(line.part for line in report.lines))
            message = words.NONE_OF_PARTS.format(parts=", ".join(asked.parts))
            raise CouldNotError(message, words.THERE_IS.format(parts=there))
    if not made.lines:
        tell(files.NOTHING_CHOSEN)
        return
    write(session, made, asked)


def ask_lines(report: Report, *, notes: bool) -> Report:
    """Show each line and ask for it; notes only where they were named."""
    from recoverplan.cli.asking import confirm
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


def write(session: Session, made: Report, asked: Asked) -> None:
    """Write the page into each file that was asked for, and print the paths."""
    from recoverplan.cli.file_out import paper_size, tell_lacking, write_made

    if asked.html:
        from recoverplan.writers.pages.handouts import report_page

        content = report_page(made, clock24=session.clock24).encode("utf-8")
        write_made(asked.html, content, force=asked.force, example="page.html")
    if asked.pdf:
        from recoverplan.writers.paper.handouts import report_pdf

        done = report_pdf(made, paper_size("", session), clock24=session.clock24)
        write_made(asked.pdf, done.content, force=asked.force, example="page.pdf")
        tell_lacking(done.lacking)
    tell(f"{files.READ_ONCE_MORE} {FOLD}" if asked.pdf else files.READ_ONCE_MORE)
