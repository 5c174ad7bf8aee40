"""Groups and their trials on a terminal: side by side, in full, fit question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from recoverplan.domain.saying import medium_day, relative_day, time_of_day
from recoverplan.domain.text import clean, counted
from recoverplan.domain.trial import Mood, Trial, average_mood, promise, tally
from recoverplan.words import trial as words
from recoverplan.words.lists import PERHAPS
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.plain.trial import details, met_line, where_said, zone_shown
from recoverplan.writers.ways import against

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


def fit_block(trial: Trial, width: int) -> Iterator[Text]:
    """Show the fit so far, the question under what was answered; nothing where nothing was."""
    answered = [(quality, answers) for quality, answers in trial.fit if answers]
    if answered:
        yield heading(words.FIT_SO_FAR)
    for quality, answers in answered:
        yield Text(f"  {pad(quality, LABEL)} {tally(answers)}")
        for line in wrap(words.FIT_QUESTIONS[quality], width - 4):
            yield Text(f"    {line}", style="dim")


def mood_block(trial: Trial, zone: ZoneInfo, today: date) -> Iterator[Text]:
    """Show the mood before and after each meeting in small bars, with their numbers."""
    if trial.moods:
        yield heading(words.MOOD_HEADING)
    for mood in trial.moods:
        day = mood_day(mood.at.astimezone(zone).date(), today)
        yield Text(f"{pad(day, LABEL)} {bars(mood)}")


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


def met_block(trial: Trial, width: int) -> Iterator[Text]:
    """Show the people met there."""
    for line in wrap(clean(met_line(trial.contacts)), width) if trial.contacts else ():
        yield Text(line)


def facts(trial: Trial, zone: ZoneInfo, today: date, width: int) -> Iterator[Text]:
    """Show what the trial has shown: fit, moods, people met."""
    yield from fit_block(trial, width)
    yield from mood_block(trial, zone, today)
    yield from met_block(trial, width)


def heading(text: str) -> Text:
    """Return the heading of a block."""
    return Text(text.upper(), style="bold")


NARROW = 60
SECTIONS = (
    ("Trying", ("trying",)),
    ("Kept", ("kept",)),
    (words.PAUSED_AND_LEFT, ("paused", "left")),
)


def list_screen(
    trials: Sequence[Trial], zone: ZoneInfo, now: datetime, width: int, *, clock24: bool
) -> RenderableType:
    """Show trials side by side: tries, fit, mood, people met, next meeting; then the others."""
    if not trials:
        return Text(words.NO_GROUPS_YET)
    shown = [
        (title, [trial for trial in trials if trial.group.status in statuses])
        for title, statuses in SECTIONS
    ]
    if width < NARROW:
        lines = [
            line
            for title, found in shown
            if found
            for line in narrow_section(title, found, zone, now, clock24=clock24)
        ]
        return Group(*lines)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=max(width // 3, 20))
    head = ("tries", "fit", "mood", "met", "next")
    for title, found in shown:
        if found:
            cells = head if not table.row_count else ("",) * len(head)
            table.add_row(Text(title.upper(), style="bold"), *(Text(c, style="dim") for c in cells))
        for trial in found:
            table.add_row(*row(trial, zone, now, clock24=clock24))
    return table


def row(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> list[Text]:
    """Return one group's cells."""
    following = (
        next_short(trial, zone, now, clock24=clock24),
        against(trial.hindrance, trial.group.zone) if trial.next else "",
    )
    cells = (
        clean(trial.group.name) + (", left" if trial.group.status == "left" else ""),
        how_far(trial),
        fit_short(trial),
        mood_short(trial),
        str(len(trial.contacts) or ""),
        ", ".join(filter(None, following)),
    )
    return [Text(cell) for cell in cells]


def narrow_section(
    title: str, trials: Sequence[Trial], zone: ZoneInfo, now: datetime, *, clock24: bool
) -> list[Text]:
    """Show a section below one another: a name, then what there is of it, indented."""
    lines = [Text(title.upper(), style="bold")]
    for trial in trials:
        name, *cells = row(trial, zone, now, clock24=clock24)
        lines.append(Text.assemble(name, ", ", cells[0]))
        for label, cell in zip(("fit", "mood", "met", "next"), cells[1:], strict=True):
            if cell.plain:
                lines.append(Text(f"  {label} {cell.plain}"))
    return lines


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
) -> RenderableType:
    """Show one group in full; `words` are its times in the person's style, `besides` what lists
    say of it.
    """
    group = trial.group
    head = Text.assemble((clean(group.name), "bold"), f"   {group.status}, {how_far(trial)}")
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in details(group, words, zone, besides):
        table.add_row(Text(f"  {label}", style="dim"), Text(clean(value)))
    if said := next_and_where(trial, zone, now, clock24=clock24):
        table.add_row(Text("  Next", style="dim"), Text(said))
    return Group(head, table, *facts(trial, zone, now.date(), width))
