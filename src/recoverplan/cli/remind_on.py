"""`recoverplan remind on`: what was asked for, what will be written, a yes, and then it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from recoverplan.cli.asking import confirm, explain
from recoverplan.cli.declaring import Context
from recoverplan.cli.fields import choice, minutes, whole
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import say_lines
from recoverplan.domain.reminding import FULL, KINDS, LONGEST_BEFORE, MOST_A_DAY, SOURCES, WORDS
from recoverplan.domain.text import clean, clean_note
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import files
from recoverplan.words import remind as words

if TYPE_CHECKING:
    from recoverplan.cli.remind import Options

SHOWN = 6  # of the sentences in neutral words; with names all of them


def read_options(ctx: Context, options: Options) -> dict[str, Any]:
    """Return the settings that were given. Raises UsageError."""
    readers: dict[str, Callable[[Any], Any]] = {
        "before": lambda typed: minutes("--before", typed, LONGEST_BEFORE),
        "for_": read_kinds,
        "quiet": lambda typed: read_quiet(typed, ctx),
        "most": lambda typed: whole("--most", typed, 1, MOST_A_DAY),
        "words": lambda typed: choice("--words", typed, WORDS),
        "sound": bool,
    }
    typed = vars(options)
    return {
        f"remind_{name.rstrip('_')}": read(typed[name])
        for name, read in readers.items()
        if name in typed
    }


def read_kinds(typed: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that were named, in their usual order; () for all. Raises UsageError."""
    named = [clean(part) for one in typed for part in one.split(",") if clean(part)]
    chosen = {choice("--for", part, (*KINDS, words.ALL)) for part in named}
    if not chosen or words.ALL in chosen:
        return ()
    for kind in KINDS:
        if kind in chosen and kind not in SOURCES:
            hint = words.NOT_YET_HINT.format(kinds=", ".join(SOURCES))
            raise UsageError(words.NOT_YET.format(kind=kind), hint)
    return tuple(kind for kind in KINDS if kind in chosen)


def read_quiet(typed: str, ctx: Context) -> tuple[int, ...]:
    """Return quiet hours as a start and an end in minutes after midnight; () for none.

    They are read as every other time of day is. Raises UsageError.
    """
    from recoverplan.cli.hours import read_hours
    from recoverplan.domain.phrase import PhraseError

    text = clean(typed).removeprefix("daily ")
    if not text or text.casefold() == words.NO_QUIET:
        return ()
    try:
        parts = read_hours(f"daily {text}", begin(ctx)).schedule.parts
    except PhraseError:
        parts = ()
    if len(parts) == 1 and parts[0].rule == "FREQ=DAILY" and parts[0].end is not None:
        start, end = parts[0].start, parts[0].end % 1440
        if start != end:
            return start, end
    raise UsageError(words.QUIET_NOT_READ.format(typed=text), words.QUIET_HINT)


def turn_on(ctx: Context, options: Options, *, yes: bool, as_json: bool) -> None:
    """Show what will be written, ask, and do it.

    Raises UsageError without a terminal and --yes, NotFoundError without a store,
    and what the system says.
    """
    from recoverplan.cli.remind_look import emit_standing
    from recoverplan.services import reminding, timers
    from recoverplan.store import opening
    from recoverplan.store.ending import ending

    given = read_options(ctx, options)
    if not yes and not can_ask():
        raise UsageError(words.NEEDS_YES, "Add --yes.")
    session = begin(ctx)
    if not opening.exists(session.home):
        raise NotFoundError(files.NOTHING_HERE, files.START)
    settings = replace(session.settings, **given)
    ways = (*timers.WAYS, timers.PROMPT)
    way = choice("--with", options.with_, ways) if options.with_ else None
    way = way or kept_way(session) or timers.usual()
    timers.refuse_idle(way)
    # A yes beforehand is a yes to names only where it was said with them.
    names = names_need_consent(session, settings) and (not yes or "remind_words" in given)
    if names or not yes:
        show_what_is_written(session, settings, way)
    if not yes and not confirm(words.ASK_NAMES if names else words.ASK):
        say_lines([files.NOTHING_CHANGED], session)
        return
    keep(session, settings, names=names)
    chosen = names if names or "remind_words" in given else None
    ending.begins()  # what was asked for stands, whatever comes of calling them
    reminding.turn_on(session.home, session.now, way, names=chosen)
    emit_standing(session.home, session.now, settings, plain=session.plain, as_json=as_json)


def kept_way(session: Session) -> str | None:
    """Return the way in which reminders that are on are called, None where they are off."""
    from recoverplan.services import reminding

    return reminding.here(session.home).timer or None if reminding.is_on(session.home) else None


def names_need_consent(session: Session, settings: Settings) -> bool:
    """Tell whether names would be readable though a passphrase is set."""
    from recoverplan.services.reminding_names import lock_of

    return settings.remind_words == FULL and lock_of(session.home) is not None


def keep(session: Session, settings: Settings, *, names: bool) -> None:
    """Keep what was asked for, and with `names` that they were agreed to under this passphrase."""
    from recoverplan.services.keeping import writing
    from recoverplan.services.reminding_names import agree_to_names
    from recoverplan.store import profile

    with writing(session.home, session.now) as store:
        profile.save(store, settings)
        if names:
            agree_to_names(store)
        store.did(words.DID_CHANGE)


def show_what_is_written(session: Session, settings: Settings, way: str) -> None:
    """Show what will be written, where, and how it goes away again."""
    from recoverplan.home import REMINDERS
    from recoverplan.services import timers

    full = settings.remind_words == FULL
    explain(words.WRITES)
    tell()
    explain(words.WRITES_FILE.format(path=session.home / REMINDERS))
    said = sentences(session, settings, session.now)
    shown = said if full else said[:SHOWN]
    for one in shown or [files.WRITES_NOTHING]:
        tell(f"  {one}")
    if len(said) > len(shown):
        tell(f"  {files.WRITES_MORE.format(count=len(said) - len(shown))}")
    explain(words.WRITES_BESIDE, words.WHO_CAN_READ)
    tell()
    if way == timers.PROMPT:
        explain(words.WRITES_PROMPT)
    else:
        for where, text in timers.way(way).entries(timers.job_for(session.home)):
            explain(words.WRITES_ENTRY.format(where=where))
            for line in clean_note(text).split("\n"):
                tell(f"  {line}")
    tell()
    explain(words.WRITES_AWAY, words.HONEST)


def sentences(session: Session, settings: Settings, now: datetime) -> list[str]:
    """Return all that reminders would say with these settings, each once."""
    from recoverplan.services import reminding
    from recoverplan.services.keeping import reading

    with reading(session.home) as store:
        if store is None:
            return []
        content = reminding.content_of(store, now, reminding.Here(), settings)
    return reminding.what_it_says(content)
