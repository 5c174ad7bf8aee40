"""`recoverplan safety`: the whole safety plan on one page; import takes in one made elsewhere."""

from typing import Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.options import All, TypedOptions
from recoverplan.cli.session import Session, begin, opened
from recoverplan.domain.safety import SafetyPlan
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.words import files as file_words
from recoverplan.words import safety as words

app = App(invoke_without_command=True)


class Files(TypedOptions):
    """The files that are asked for, as typed; "" for none."""

    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="To print.")] = ""
    html: Annotated[str, Option("--html", metavar="FILE", help="For a phone.")] = ""
    text: Annotated[str, Option("--text", metavar="FILE", help="As plain text.")] = ""
    large: Annotated[bool, Option("--large", help="In large print.")] = False
    paper: Annotated[str, Option(metavar="SIZE", help="Of the PDF: a4 or letter.")] = ""
    title: Annotated[str, Option(metavar="TEXT", help="Another title.")] = ""
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False

    @property
    def wanted(self) -> bool:
        """Tell whether there is one."""
        return bool(self.text or self.html or self.pdf)


@app.callback()
def safety(
    ctx: Context,
    *,
    files: Files,
    as_json: Annotated[bool, Option("--json", help="One JSON object.")] = False,
) -> None:
    """The whole safety plan on one page, in its six parts."""
    if ctx.invoked_subcommand is not None:
        return
    refuse_mixtures(files, as_json=as_json)
    with opened(ctx) as (session, store):
        from recoverplan.services.safety import safety_plan

        plan = safety_plan(store, session.settings, session.region, session.now.date())
    if files.wanted:
        write_files(session, plan, files)
    else:
        show(session, plan, as_json=as_json)


def refuse_mixtures(files: Files, *, as_json: bool) -> None:
    """Refuse options that do not go together. Raises UsageError."""
    if files.wanted and as_json:
        raise UsageError(file_words.EITHER, words.EXAMPLE)
    for given, fits, message in (
        (files.large, files.pdf or files.html, words.LARGE_NEEDS),
        (files.paper, files.pdf, file_words.PAPER_NEEDS),
        (clean(files.title), files.wanted, words.TITLE_NEEDS),
        (files.force, files.wanted, file_words.FORCE_NEEDS),
    ):
        if given and not fits:
            raise UsageError(message, words.EXAMPLE)


def show(session: Session, plan: SafetyPlan, *, as_json: bool) -> None:
    """Print the plan."""
    from recoverplan.cli.output import emit
    from recoverplan.writers.safety import plain_lines, safety_record

    def screen(width: int) -> Any:
        from recoverplan.writers.terminal.safety import safety_screen

        return safety_screen(plan, words.TITLE, width)

    emit(
        plain=lambda: plain_lines(plan),
        plainly=session.plain,
        screen=screen,
        document=(lambda: safety_record(plan)) if as_json else None,
    )


def write_files(session: Session, plan: SafetyPlan, files: Files) -> None:
    """Write the plan into each file that was asked for, and print the paths."""
    from recoverplan.cli.file_out import paper_size, refuse_places, tell_lacking, write_made
    from recoverplan.cli.output import tell

    title, force = clean(files.title) or words.TITLE, files.force
    places = ((files.text, "plan.txt"), (files.html, "plan.html"), (files.pdf, "plan.pdf"))
    refuse_places(places, force=force)
    if files.text:
        from recoverplan.writers.safety import safety_text

        content = safety_text(plan, title).encode("utf-8")
        write_made(files.text, content, force=force, example="plan.txt")
    if files.html:
        from recoverplan.writers.pages.handouts import safety_page

        content = safety_page(plan, title, large=files.large).encode("utf-8")
        write_made(files.html, content, force=force, example="plan.html")
    if files.pdf:
        from recoverplan.writers.paper.handouts import safety_pdf

        paper = paper_size(files.paper, session)
        made = safety_pdf(plan, title, paper, large=files.large)
        write_made(files.pdf, made.content, force=force, example="plan.pdf")
        if made.pages > 1:
            tell(words.PAGES.format(count=made.pages))
        tell_lacking(made.lacking)
    tell(f"{words.WRITTEN} {words.FOLD}" if files.pdf else words.WRITTEN)


@app.command("import")
def import_(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="A text file; - for a paste.")],
    yes: All = False,
) -> None:
    """Take in a plan made elsewhere: each line is shown with where it would go."""
    from recoverplan.cli.safety_import import run

    run(begin(ctx), file, yes=yes)
