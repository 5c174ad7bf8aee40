"""Groups in plain lines: the trials side by side, and one group in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.group import Group
from recoverplan.domain.text import clean
from recoverplan.domain.trial import Trial, average_mood, tally
from recoverplan.words.lists import NOT_CONFIRMED
from recoverplan.words.trial import NO_GROUPS_YET
from recoverplan.writers.plain.hours import said_plainly
from recoverplan.writers.plain.trial import facts, how_far, met_line, next_said
from recoverplan.writers.ways import ways


def listing(
    trials: Sequence[Trial], zone: ZoneInfo, now: datetime, *, clock24: bool
) -> Iterator[str]:
    """Say each group in a line: tries, next meeting, fit, mood, people met."""
    if not trials:
        yield NO_GROUPS_YET
    for trial in trials:
        sentences = [
            f"{heading(trial.group)}: {how_far(trial)}.",
            next_said(trial, zone, now, clock24=clock24),
            fit_in_short(trial),
            mood_in_short(trial),
            f"{NOT_CONFIRMED}: {clean(trial.group.caution)}." if trial.group.caution else "",
            met_line(trial.contacts),
        ]
        yield " ".join(sentence for sentence in sentences if sentence)


def heading(group: Group) -> str:
    """Say the name, with the status where it is no longer on trial."""
    return clean(group.name) + ("" if group.status == "trying" else f", {group.status}")


def fit_in_short(trial: Trial) -> str:
    """Say all answers about the fit together: "Fit: 8 yes, 1 unsure."; "" where there are none."""
    said = tally([answer for _, answers in trial.fit for answer in answers])
    return f"Fit: {said}." if said else ""


def mood_in_short(trial: Trial) -> str:
    """Say the mood on average: "Mood on average: 3 before, 5 after."; "" where none was said."""
    before, after = average_mood(trial.moods)
    said = [
        f"{value} {when}"
        for value, when in ((before, "before"), (after, "after"))
        if value is not None
    ]
    return f"Mood on average: {', '.join(said)}." if said else ""


def shown(
    trial: Trial,
    words: Sequence[str],
    zone: ZoneInfo,
    now: datetime,
    *,
    clock24: bool,
    besides: Sequence[str] = (),
) -> Iterator[str]:
    """Say one group in full; `words` are its times in the person's style, `besides` what lists
    say of it.
    """
    group = trial.group
    yield f"{heading(group)}: {how_far(trial)}."
    for label, value in details(group, words, zone, besides):
        spoken = said_plainly(value) if label == "When" else value
        yield f"{label}: {clean(spoken)}."
    if said := next_said(trial, zone, now, clock24=clock24):
        yield said
    yield from facts(trial, zone, now.date())


def details(
    group: Group, words: Sequence[str], zone: ZoneInfo, besides: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Give what is known about a group as label and value, in the order to show it."""
    elsewhere = f" ({group.zone} time)" if group.zone != zone.key else ""
    for said in words:
        yield "When", said + elsewhere
    for label, value in (
        *ways(group),
        *(("List", text) for text in besides),
        ("Format", (group.format or "").replace("-", " ")),
        ("Program", group.programme),
        ("Kind", ", ".join(group.types)),
        ("Why " + group.status, group.why),
        (NOT_CONFIRMED, group.caution),
        ("Number", str(group.id)),
    ):
        if value:
            yield label, value
