"""The options of `meeting log`, `edit` and `plan`, read and checked before anything is opened."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.fields import choice, optional
from recoverplan.cli.moments import At, Note, when_fields
from recoverplan.cli.options import (
    AS_IT_IS,
    TEXT,
    ByNumber,
    TypedOptions,
    fields_of,
    number,
    one_of_or_none,
)
from recoverplan.cli.session import Session
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import trial as words

Flag = bool | None


class Options(TypedOptions):
    """The options as typed; None: not given, "": an answer to be taken back."""

    at: At = None
    door: Annotated[Flag, Option("--door", help="Went to the door; no try."), AS_IT_IS] = None
    early: Annotated[Flag, Option("--early", help="Was there a little early."), AS_IT_IS] = None
    stayed: Annotated[Flag, Option("--stayed", help="Stayed a bit afterwards."), AS_IT_IS] = None
    said: Annotated[
        str | None,
        Option(metavar="WHAT", help="listened, small-honesty or shared."),
        one_of_or_none(SAID),
    ] = None
    contact: Annotated[
        str | None, Option(metavar="NAME", help="Somebody you got to know there.")
    ] = None
    fit: Annotated[
        list[str] | None,
        Option(
            metavar="QUALITY=ANSWER",
            help="boundaries, respect, rhythm, safety, newcomers: yes, no or unsure.",
        ),
    ] = None
    mood_before: Annotated[
        str | None, Option(metavar="0-10", help="Mood before."), number(0, 10)
    ] = None
    mood_after: Annotated[str | None, Option(metavar="0-10", help="Mood after."), number(0, 10)] = (
        None
    )
    idea: Annotated[
        str | None, Option(metavar="TEXT", help="Something heard: becomes a step."), TEXT
    ] = None
    unsafe: Annotated[
        str | None,
        Option(metavar="TEXT", help="Something was not right: ends the trial."),
        TEXT,
    ] = None
    note: Note = None


class EditOptions(Options):
    """The options of a change: what was said can also be taken back."""

    door: Annotated[
        Flag, Option("--door/--no-door", help="Went to the door; no try."), AS_IT_IS
    ] = None
    early: Annotated[
        Flag, Option("--early/--no-early", help="Was there a little early."), AS_IT_IS
    ] = None
    stayed: Annotated[
        Flag, Option("--stayed/--no-stayed", help="Stayed a bit afterwards."), AS_IT_IS
    ] = None


class PlanOptions(ByNumber):
    """What is typed for a meeting to go to; None: not given, "": to be taken away."""

    at: Annotated[str | None, Option(metavar="WHEN", help='When, if not its next: "tue 7pm".')] = (
        None
    )
    with_: Annotated[str | None, Option("--with", metavar="NAME", help="Who comes along.")] = None
    goal: Annotated[str | None, Option(metavar="TEXT", help='A small aim: "just listen".')] = None
    leave: Annotated[str | None, Option(metavar="TIME", help="When to leave for it.")] = None
    early: Annotated[str | None, Option(metavar="10m", help="Be there so early.")] = None
    late: Annotated[str | None, Option(metavar="15m", help="Stay on so long.")] = None
    note: Annotated[str | None, Option(metavar="TEXT|-", help="A note to yourself.")] = None


class Said(NamedTuple):
    """What was said about a meeting, by options or in a conversation.

    `fields` holds fields of Meeting, only those that were said; None takes an answer back. `fit`
    is the same by quality. `contact` is a name as typed, "" for nobody.
    """

    fields: dict[str, Any]
    fit: dict[str, str | None]
    contact: str | None = None

    def onto(self, meeting: Meeting) -> Meeting:
        """Return the meeting with what was said; all else as it was."""
        fit = {**dict(meeting.fit), **self.fit}
        kept = tuple((quality, answer) for quality in FIT if (answer := fit.get(quality)))
        return replace(meeting, **self.fields, fit=kept)


def read_options(options: Options, session: Session) -> Said:
    """Read and check the options; an empty text takes an answer back. Raises UsageError."""
    fields = fields_of(options)
    if options.at is not None:
        fields |= when_fields(options.at, session)
    contact = None if options.contact is None else optional(options.contact) or ""
    return Said(fields, read_fit(options.fit or ()), contact)


def read_fit(typed: Sequence[str]) -> dict[str, str | None]:
    """Return answers by quality from texts like "safety=yes". Raises UsageError."""
    answers: dict[str, str | None] = {}
    for text in typed:
        quality, equals, answer = (part.strip() for part in clean(text).partition("="))
        if not equals:
            message = words.FIT_NEEDS.format(typed=clean(text))
            raise UsageError(message, words.FIT_LIKE)
        quality = choice(words.FIT_QUALITY, quality, FIT)
        if quality in answers:
            message = words.FIT_TWICE.format(quality=quality)
            raise UsageError(message, words.FIT_ONCE)
        answers[quality] = choice(f"--fit {quality}", answer, ANSWERS) if answer else None
    return answers
