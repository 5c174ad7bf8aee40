"""The options of `meeting log` and `meeting edit`, read and checked before anything is opened."""

from __future__ import annotations

from typing import Any, NamedTuple

from recoverplan.cli.fields import choice, from_stdin, optional, whole
from recoverplan.cli.logs import past_moment
from recoverplan.cli.session import Session
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.text import clean, clean_note
from recoverplan.errors import UsageError
from recoverplan.value import replace

FIT_HINT = 'Type it like "--fit safety=yes" or "--fit rhythm=unsure".'


class Options(NamedTuple):
    """The options as typed; None or () where one was not given."""

    at: str | None = None
    door: bool | None = None
    early: bool | None = None
    stayed: bool | None = None
    said: str | None = None
    contact: str | None = None
    fit: tuple[str, ...] = ()
    mood_before: str | None = None
    mood_after: str | None = None
    idea: str | None = None
    unsafe: str | None = None
    note: str | None = None

    @property
    def any(self) -> bool:
        """Tell whether any was given."""
        return self != Options()


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
    fields: dict[str, Any] = {
        name: value
        for name in ("door", "early", "stayed")
        if (value := getattr(options, name)) is not None
    }
    if options.at is not None:
        fields["at"] = past_moment(options.at, session)
    if options.said is not None:
        fields["said"] = choice("--said", options.said, SAID) if clean(options.said) else None
    for name in ("mood_before", "mood_after"):
        if (typed := getattr(options, name)) is not None:
            fields[name] = mood("--" + name.replace("_", "-"), typed)
    for name in ("idea", "unsafe"):
        if (typed := getattr(options, name)) is not None:
            fields[name] = optional(typed)
    if options.note is not None:
        fields["note"] = clean_note(from_stdin(options.note)) or None
    contact = None if options.contact is None else optional(options.contact) or ""
    return Said(fields, read_fit(options.fit), contact)


def mood(option: str, typed: str) -> int | None:
    """Return a mood from 0 to 10, None for an empty text. Raises UsageError."""
    return whole(option, typed, 0, 10) if clean(typed) else None


def read_fit(typed: tuple[str, ...]) -> dict[str, str | None]:
    """Return answers by quality from texts like "safety=yes". Raises UsageError."""
    answers: dict[str, str | None] = {}
    for text in typed:
        quality, equals, answer = (part.strip() for part in clean(text).partition("="))
        if not equals:
            message = f'--fit takes a quality and an answer, not "{clean(text)}".'
            raise UsageError(message, FIT_HINT)
        quality = choice("The quality in --fit", quality, FIT)
        if quality in answers:
            message = f"--fit {quality} was given twice."
            raise UsageError(message, "Give each quality once.")
        answers[quality] = choice(f"--fit {quality}", answer, ANSWERS) if answer else None
    return answers
