"""Groups and their trials on a terminal: side by side, in full, fit question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.saying import medium_day, relative_day, time_of_day
from recoverplan.domain.text import clean, counted
from recoverplan.domain.trial import Mood, Trial, average_mood, promise, tally
from recoverplan.words import trial as words
from recoverplan.words.lists import PERHAPS
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.plain.trial import details, met_line, where_said
from recoverplan.writers.terminal.rows import fact_rows
from recoverplan.writers.terminal.style import Row, Screen, in_columns, rows_of
from recoverplan.writers.ways import against, zone_shown

LABEL = 11  # cells of the column that names a quality or a day
BAR = 10  # one cell for each point of mood


def how_far(trial: Trial) -> str:
    """Say how far the promise has come: "2 of 3–5"; once decided, only how many there were."""
    if trial.group.status == "trying" and trial.tries <= trial.group.tries_goal[1]:
        return f"{trial.tries} of {promise(trial.group.tries_goal)}"
    return counted(trial.tries, "meeting")


def next_short(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say the next meeting in a few cells: "Tue 24, 7 pm", "now, until 8 pm", "" for none."""
    if trial.next is None:
        return ""
    shown = zone_shown(trial, zone)
    if trial.next.start <= now:
        return f"now, until {time_of_day(trial.next.end.astimezone(shown), clock24=clock24)}"
    local = trial.next.start.astimezone(shown)
    day = relative_day(local.date(), now.astimezone(shown).date())
    doubt = PERHAPS if trial.group.caution else ""
    return f"{doubt}{day}, {time_of_day(local, clock24=clock24, dated=True)}"


def next_and_where(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say the next meeting and where it is: "Tue 24, 7 pm, St Luke's hall"."""
    when = next_short(trial, zone, now, clock24=clock24)
    where = against(trial.hindrance, trial.group.zone) or where_said(trial)
    return f"{when}, {where}" if when and where else when


def fit_block(trial: Trial, width: int) -> Iterator[Row]:
    """Show the fit so far, the question under what was answered; nothing where nothing was."""
    answered = [(quality, answers) for quality, answers in trial.fit if answers]
    if answered:
        yield heading(words.FIT_SO_FAR)
    for quality, answers in answered:
        yield [f"  {pad(quality, LABEL)} {tally(answers)}"]
        for line in wrap(words.FIT_QUESTIONS[quality], width - 4):
            yield ["    ", (line, "quiet")]


def mood_block(trial: Trial, zone: ZoneInfo, today: date, width: int) -> Iterator[Row]:
    """Show the mood before and after each meeting in small bars, with their numbers."""
    if trial.moods:
        yield heading(words.MOOD_HEADING)
    for mood in trial.moods:
        day = mood_day(mood.at.astimezone(zone).date(), today)
        yield from rows_of(wrap(f"{pad(day, LABEL)} {bars(mood)}", width))


def mood_day(day: date, today: date) -> str:
    """Say a day in at most eleven cells: "today", "Tue 17 Nov", "30 Dec 2025"."""
    if day.year != today.year:
        return f"{medium_day(day).partition(' ')[2]} {day.year}"
    return relative_day(day, today)


def bars(mood: Mood) -> str:
    """Draw one meeting's mood: "███······· 3  █████····· 5"."""
    return " ".join(
        " " * (BAR + 3) if value is None else f"{'█' * value}{'·' * (BAR - value)} {value:<2}"
        for value in (mood.before, mood.after)
    ).rstrip()


def facts(trial: Trial, zone: ZoneInfo, today: date, width: int) -> Iterator[Row]:
    """Show what the trial has shown: fit, moods, people met."""
    yield from fit_block(trial, width)
    yield from mood_block(trial, zone, today, width)
    if trial.contacts:
        yield from rows_of(wrap(clean(met_line(trial.contacts)), width))


def heading(text: str) -> Row:
    """Return the heading of a block."""
    return [(text.upper(), "title")]


NARROW = 60
SECTIONS = (
    ("Trying", ("trying",)),
    ("Kept", ("kept",)),
    (words.PAUSED_AND_LEFT, ("paused", "left")),
)


def list_screen(
    trials: Sequence[Trial], zone: ZoneInfo, now: datetime, width: int, *, clock24: bool
) -> Screen:
    """Show trials side by side: tries, fit, mood, people met, next meeting; then the others."""
    if not trials:
        return Screen(rows_of(wrap(words.NO_GROUPS_YET, width)))
    found = {
        title: [
            cells_of(trial, zone, now, clock24=clock24)
            for trial in trials
            if trial.group.status in statuses
        ]
        for title, statuses in SECTIONS
    }
    shown = {title: rows for title, rows in found.items() if rows}
    if width < NARROW:
        return Screen([line for title in shown for line in section(title, shown[title], width)])
    most = max(width // 3, 20)
    heads = [COLUMNS, *[("",) * len(COLUMNS)] * (len(shown) - 1)]
    table = []
    for (title, rows), head in zip(shown.items(), heads, strict=True):
        table.append([(title.upper(), "title"), *((said, "quiet") for said in head)])
        table += [[(said, "") for said in cells] for cells in rows]
    return Screen(in_columns(table, width, most))


COLUMNS = ("tries", "fit", "mood", "met", "next")


def cells_of(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> list[str]:
    """Return one group's cells: its name, and one for each of COLUMNS."""
    following = (
        next_short(trial, zone, now, clock24=clock24),
        against(trial.hindrance, trial.group.zone) if trial.next else "",
    )
    return [
        clean(trial.group.name) + (", left" if trial.group.status == "left" else ""),
        how_far(trial),
        fit_short(trial),
        mood_short(trial),
        str(len(trial.contacts) or ""),
        ", ".join(filter(None, following)),
    ]


def section(title: str, found: Sequence[Sequence[str]], width: int) -> Iterator[Row]:
    """Show a section below one another: a name, then what there is of it, indented."""
    yield heading(title)
    for name, tries, *cells in found:
        yield from rows_of(wrap(f"{name}, {tries}", width))
        for label, cell in zip(COLUMNS[1:], cells, strict=True):
            if cell:
                yield from rows_of("  " + line for line in wrap(f"{label} {cell}", width - 2))


def fit_short(trial: Trial) -> str:
    """Say all answers about the fit together."""
    return tally([answer for _, answers in trial.fit for answer in answers])


def mood_short(trial: Trial) -> str:
    """Say the mood on average: "3 → 5"."""
    before, after = average_mood(trial.moods)
    if before is None and after is None:
        return ""
    return f"{'?' if before is None else before} → {'?' if after is None else after}"


def show_screen(
    trial: Trial,
    words: Sequence[str],
    zone: ZoneInfo,
    now: datetime,
    width: int,
    *,
    clock24: bool,
    besides: Sequence[str] = (),
) -> Screen:
    """Show one group in full; `words` are its times in the person's style, `besides` what lists
    say of it.
    """
    group = trial.group
    told = list(details(group, words, zone, besides))
    if said := next_and_where(trial, zone, now, clock24=clock24):
        told.append(("Next", said))
    head = titled(group.name, f"{group.status}, {how_far(trial)}", width)
    return Screen([*head, *fact_rows(told, width), *facts(trial, zone, now.date(), width)])


def titled(name: str, said: str, width: int) -> Iterator[Row]:
    """Show the name of what is shown alone, and beside or below it where it stands."""
    rest = len(clean(name))
    for line in wrap(f"{clean(name)}   {said}", width):
        yield [(line[:rest], "title"), line[rest:]]
        rest = max(rest - len(line) - 1, 0)  # a space went where the line broke
