"""From the store to a week looked back at, and the answers of a review into the store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.looking_back import Hard, Known, Outcome, Review
from recoverplan.domain.naming import same_named
from recoverplan.domain.span import Span
from recoverplan.domain.step import Step
from recoverplan.services.planning import facts
from recoverplan.settings import Settings
from recoverplan.store.opening import Store
from recoverplan.store.rows import instant_out
from recoverplan.store.tables import outcomes as outcome_store
from recoverplan.store.tables import reviews as review_store
from recoverplan.store.tables import steps as step_store
from recoverplan.value import replace

IDEA_KIND = "alone"  # of a step that was an idea, until the person says otherwise


def known(
    store: Store | None, settings: Settings, zone: ZoneInfo, days: Span, now: datetime
) -> Known:
    """Read all that is needed to look back at these days; nothing where there is no store yet.

    Where they are over, that is all meetings before their end, without what was noted of them.
    """
    if store is None:
        return Known(facts(None, settings, zone))
    from recoverplan.store.tables import agreements, lapses, meetings, reasons, urges

    within = "at >= :start AND at < :end"
    frame = {"start": instant_out(days.start), "end": instant_out(days.end)}
    running = days.end > now
    return Known(
        facts=facts(store, settings, zone, meetings_from=days.start if running else None),
        meetings=meetings.load_those(store, within, frame),
        urges=urges.load_those(store, within, frame),
        lapses=lapses.load_all(store),
        reasons=reasons.load_all(store),
        reviews=review_store.load_all(store),
        outcomes=outcome_store.load_all(store),
        agreements=agreements.load_all(store),
    )


def keep_outcome(store: Store, hard: Hard, how: str | None, now: datetime) -> None:
    """Keep how hard hours went; None takes the answer back."""
    if hard.outcome is not None:
        if how is None:
            outcome_store.remove(store, hard.outcome.id)
        else:
            outcome_store.save(store, replace(hard.outcome, how=how))
    elif how is not None:
        made = Outcome(
            risk=hard.risk, label=hard.label, start=hard.start, how=how, created=now.astimezone(UTC)
        )
        outcome_store.add(store, made)


def keep_review(store: Store, week: date, fields: dict[str, Any], now: datetime) -> Review:
    """Keep what was said of the week that begins on this Monday; all else stays as it was."""
    before = next((each for each in review_store.load_all(store) if each.week == week), None)
    if before is None:
        return review_store.add(store, Review(week=week, created=now.astimezone(UTC), **fields))
    changed = replace(before, **fields)
    review_store.save(store, changed)
    return changed


def idea_to_step(store: Store, idea: str, now: datetime) -> Step | None:
    """Make an idea a step and return it; None where it is one already."""
    if same_named(step_store.load_all(store), idea, name=lambda step: step.text):
        return None
    step = Step(text=idea, kind=IDEA_KIND, created=now.astimezone(UTC))
    return step_store.add(store, step)
