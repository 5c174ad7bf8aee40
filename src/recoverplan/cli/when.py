"""`recoverplan when`: try a time phrase; what it means, and when it is next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.output import emit
from recoverplan.cli.session import begin
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.words import usage as words

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen

app = App()

MOST = 1000


@app.command()
def when(
    ctx: Context,
    phrase: Annotated[
        list[str] | None,
        Argument(metavar="PHRASE", help='Such as "every other friday from 27 nov 5pm-11pm".'),
    ] = None,
    count: Annotated[int, Option(metavar="N", help="How many of the next times to show.")] = 3,
    json: Annotated[bool, Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Try a time phrase: what it means, when it is next."""
    from recoverplan.cli.hours import settle_hours
    from recoverplan.domain.explanation import explain

    if not 1 <= count <= MOST:
        message = words.COUNT_TAKES_A_NUMBER.format(most=MOST)
        raise UsageError(message, words.TRY_RECOVERPLAN_WHEN_NIGHTS)
    typed = clean(" ".join(phrase or ()))
    if not typed:
        raise UsageError(words.SAY_WHICH_TIME_TO_TRY, words.TRY_RECOVERPLAN_WHEN_FRIDAYS)
    session = begin(ctx)
    understood = settle_hours(typed, session)
    explanation = explain(typed, understood, session.zone, session.now, count)

    def plain() -> Iterator[str]:
        from recoverplan.writers.when import when_lines

        return when_lines(explanation, clock24=session.clock24)

    def document() -> dict[str, object]:
        from recoverplan.writers.when import when_document

        return when_document(explanation)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.when import when_screen

        return when_screen(explanation, width, clock24=session.clock24, first_day=session.first_day)

    emit(
        plain=plain,
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )
