"""`recoverplan family page`: a page for the people close to somebody, each line of it chosen."""

from collections.abc import Sequence
from typing import Any

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.fields import several, whole
from recoverplan.cli.options import TypedOptions
from recoverplan.cli.output import can_ask, emit, tell
from recoverplan.cli.session import Session, opened
from recoverplan.domain.family import FamilyPage, chosen, make_page, of_person, with_own
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.store.opened import Store
from recoverplan.words import family as words
from recoverplan.words import files as file_words
from recoverplan.words import lived
from recoverplan.words.question import Question
from recoverplan.writers.family import page_record, page_text, preview_lines, said

app = App(no_args_is_help=True)


class Files(TypedOptions):
    """The files that are asked for, as typed; "" for none."""

    text: Annotated[str, Option("--text", metavar="FILE", help="As plain text.")] = ""
    html: Annotated[str, Option("--html", metavar="FILE", help="For a phone.")] = ""
    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="To print.")] = ""
    paper: Annotated[str, Option(metavar="SIZE", help="Of the PDF: a4 or letter.")] = ""

    @property
    def wanted(self) -> bool:
        """Tell whether there is one."""
        return bool(self.text or self.html or self.pdf)


@app.callback()
def family() -> None:
    """A page for the people close to you."""


@app.command()
def page(
    ctx: Context,
    *,
    files: Files,
    line: Annotated[
        list[str] | None,
        Option("--line", metavar="N", help="This line of the preview; may be repeated."),
    ] = None,
    every: Annotated[bool, Option("--all", help="Every line.")] = False,
    add: Annotated[
        list[str] | None,
        Option("--add", metavar="TEXT", help="A line of your own; may be repeated."),
    ] = None,
    title: Annotated[str, Option(metavar="TEXT", help="Another title.")] = "",
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
    as_json: Annotated[bool, Option("--json", help="One JSON object.")] = False,
) -> None:
    """What support looks like to you, what helps, when to call who. Each line is chosen first."""
    refuse_mixtures(files, line, every=every, force=force, as_json=as_json)
    with opened(ctx) as (session, store):
        listed = page_of(session, store, title)
    count = len(listed.lines)
    numbers = set(range(1, count + 1)) if every else numbers_of(line or (), count)
    own = several(add or ())
    if not (line or every) and files.wanted and can_ask():
        numbers = ask_lines(session, listed)
        own = (*own, *ask_own())
    elif not (line or every):
        show_preview(session, with_own(listed, own), files, as_json=as_json)
        return
    if not (numbers or own):
        tell(file_words.NOTHING_CHOSEN)
        return
    # What was typed in one's own words was chosen by typing it.
    made = chosen(with_own(listed, own), numbers | set(range(count + 1, count + len(own) + 1)))
    if files.wanted:
        write_files(session, made, files, force=force)
    else:
        show(session, made, as_json=as_json)


def refuse_mixtures(
    files: Files, line: Sequence[str] | None, *, every: bool, force: bool, as_json: bool
) -> None:
    """Refuse options that do not go together. Raises UsageError."""
    if line and every:
        raise UsageError(lived.NOT_BOTH.format(one="--line", other="--all"))
    if files.paper and not files.pdf:
        raise UsageError(file_words.PAPER_NEEDS, words.PAPER_LIKE)
    if force and not files.wanted:
        raise UsageError(file_words.FORCE_NEEDS, words.FORCE_LIKE)
    if files.wanted and as_json:
        raise UsageError(file_words.EITHER)


def page_of(session: Session, store: Store | None, title: str) -> FamilyPage:
    """Read the inventory, contacts and what was agreed, and make the page with every line."""
    from recoverplan.domain.help_lines import HOME
    from recoverplan.domain.region import lines_of
    from recoverplan.services.emergency import lines_in_parts
    from recoverplan.store.tables import agreements, contacts, supports
    from recoverplan.writers.lived import agreement_said

    people = () if store is None else contacts.load_all(store)
    names = {one.id: one.name for one in people}
    kept = () if store is None else agreements.load_all(store)
    said = [agreement_said(one, names[one.contact]) for one in kept if one.on_family]
    today = session.now.date()
    made = make_page(
        () if store is None else supports.load_all(store),
        people,
        session.region,
        lines_of(session.region, people, today),
        session.settings.about,
        today,
        title=clean(title) or None,
        in_parts=lines_in_parts(session.region, HOME),
        agreed=[f"{each[:1].upper()}{each[1:].rstrip('.')}." for each in said],
    )
    return of_person(made, session.settings.name)


def numbers_of(typed: Sequence[str], most: int) -> set[int]:
    """Return the numbers of lines that were typed, also with commas. Raises UsageError."""
    parts = [part for one in typed for part in one.split(",") if part.strip()]
    return {whole("--line", part, 1, most) for part in parts}


def show_preview(session: Session, made: FamilyPage, files: Files, *, as_json: bool) -> None:
    """Print every line with its number, and how to choose. Raises UsageError where a file waits."""
    clock24, prefer = session.clock24, session.settings.prefer
    emit(
        plain=lambda: [*preview_lines(made, prefer, clock24=clock24), *words.PREVIEW],
        plainly=True,
        document=(lambda: page_record(made, prefer, clock24=clock24)) if as_json else None,
    )
    if files.wanted:
        raise UsageError(words.CHOOSE_FIRST, words.ADD_LINES)


def show(session: Session, made: FamilyPage, *, as_json: bool) -> None:
    """Print the chosen page."""
    clock24, prefer = session.clock24, session.settings.prefer

    def document() -> dict[str, Any]:
        return page_record(made, prefer, clock24=clock24)

    emit(
        plain=lambda: page_text(made, prefer, clock24=clock24).rstrip("\n").split("\n"),
        plainly=True,
        document=document if as_json else None,
    )


def ask_lines(session: Session, listed: FamilyPage) -> set[int]:
    """Show each line and ask for it; return the numbers of those that were taken."""
    from recoverplan.cli.asking import confirm, explain

    explain(words.CHOOSE)
    numbers: set[int] = set()
    for section in listed.sections:
        tell()
        explain(section.heading.upper())
        for line in section.lines:
            text = said(line, session.settings.prefer, clock24=session.clock24)
            if confirm(Question(text, file_words.TAKE_WHY), default=True):
                numbers.add(line.number)
    return numbers


def ask_own() -> tuple[str, ...]:
    """Ask for lines in the person's own words until there is none."""
    from recoverplan.cli.asking import ask

    tell()
    added: list[str] = []
    while typed := ask(words.OWN):
        added.append(typed)
    return tuple(added)


def write_files(session: Session, made: FamilyPage, files: Files, *, force: bool) -> None:
    """Write the page into each file that was asked for, and print the paths."""
    from recoverplan.cli.file_out import paper_size, refuse_places, tell_lacking, write_made

    places = ((files.text, "page.txt"), (files.html, "page.html"), (files.pdf, "page.pdf"))
    refuse_places(places, force=force)
    clock24, prefer = session.clock24, session.settings.prefer
    if files.text:
        content = page_text(made, prefer, clock24=clock24).encode("utf-8")
        write_made(files.text, content, force=force, example="page.txt")
    if files.html:
        from recoverplan.writers.pages.handouts import family_page

        content = family_page(made, prefer, clock24=clock24).encode("utf-8")
        write_made(files.html, content, force=force, example="page.html")
    if files.pdf:
        from recoverplan.writers.paper.handouts import family_pdf

        done = family_pdf(made, prefer, paper_size(files.paper, session), clock24=clock24)
        write_made(files.pdf, done.content, force=force, example="page.pdf")
        tell_lacking(done.lacking)
    tell(file_words.READ_ONCE_MORE)
