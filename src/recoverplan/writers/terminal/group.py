"""Groups on a terminal: the trials side by side, and one group in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from recoverplan.domain.text import clean
from recoverplan.domain.trial import Trial, average_mood, tally
from recoverplan.words.trial import NO_GROUPS_YET
from recoverplan.writers.plain.group import details
from recoverplan.writers.terminal.trial import facts, how_far, next_and_where, next_short
from recoverplan.writers.ways import against

NARROW = 60
SECTIONS = (
    ("Trying", ("trying",)),
    ("Kept", ("kept",)),
    ("Paused and left", ("paused", "left")),
)


def list_screen(
    trials: Sequence[Trial], zone: ZoneInfo, now: datetime, width: int, *, clock24: bool
) -> RenderableType:
    """Show trials side by side: tries, fit, mood, people met, next meeting; then the others."""
    if not trials:
        return Text(NO_GROUPS_YET)
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
