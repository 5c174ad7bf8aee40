"""What is looked at by itself, as JSON: a week or a month looked back at, the chart of urges, the
inventory of support.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from recoverplan.domain.inventory import Held, Inventory
from recoverplan.domain.looking_back import Back, Hard, Review
from recoverplan.domain.saying import iso
from recoverplan.domain.schedule import midnight
from recoverplan.domain.urge_chart import Hour, Trigger, UrgeChart


def week_record(back: Back, groups: Mapping[int, str]) -> dict[str, Any]:
    """Return the record of a week. `groups` gives names by id."""
    said = review_record(back.review)
    return {
        "schema": "recoverplan/review/1",
        "week": back.first.isoformat(),
        **shared(back, groups),
        **{
            name: said[name]
            for name in ("helped", "idea", "helped_someone", "less_alone", "question")
        },
        "asked_before": back.asked,
    }


def month_record(back: Back, groups: Mapping[int, str]) -> dict[str, Any]:
    """Return the record of a month: what a week's has, and the weeks reviewed in it."""
    return {
        "schema": "recoverplan/review-month/1",
        "month": f"{back.first:%Y-%m}",
        **shared(back, groups),
        "weeks": [review_record(review) for review in back.reviews],
    }


def shared(back: Back, groups: Mapping[int, str]) -> dict[str, Any]:
    """Return what both hold: the stretch, the hard hours, the meetings, what came before."""
    end = midnight(back.last + timedelta(days=1), back.zone)
    return {
        "timezone": back.zone.key,
        "from": iso(midnight(back.first, back.zone), back.zone),
        "to": iso(end, back.zone),
        "hard_hours": [hard_record(hard, back) for hard in back.hours],
        "meetings": [
            {
                "id": meeting.id,
                "group": {"id": meeting.group, "name": groups.get(meeting.group)},
                "at": iso(meeting.at, back.zone),
                "door": meeting.door,
            }
            for meeting in back.meetings
        ],
        "there": [{"id": one.id, "name": one.name} for one in back.there],
        "came_before": list(back.before),
        "what_helped": list(back.helped),
        "ideas": list(back.ideas),
        "reasons": list(back.reasons),
    }


def hard_record(hard: Hard, back: Back) -> dict[str, Any]:
    """Return one stretch of hard hours with how it went."""
    return {
        "risk": {"id": hard.risk, "label": hard.label, "level": hard.level},
        "start": iso(hard.start, back.zone),
        "end": iso(hard.end, back.zone) if hard.end else None,
        "how": hard.how,
    }


def review_record(review: Review | None) -> dict[str, Any]:
    """Return what was said of a week; null for what was not."""
    return {
        "week": review.week.isoformat() if review else None,
        "helped": review.helped if review else None,
        "idea": review.idea if review else None,
        "helped_someone": review.helped_someone if review else None,
        "less_alone": review.alone if review else None,
        "question": review.question if review else None,
    }


def chart_record(chart: UrgeChart) -> dict[str, Any]:
    """Return the chart; means have two decimals, and are null where nothing was said."""
    return {
        "schema": "recoverplan/urge-chart/1",
        "from": chart.first.isoformat(),
        "until": chart.last.isoformat(),
        "urges": chart.urges,
        "days": chart.days,
        "earlier": chart.earlier,
        "hours": [hour._asdict() | mean_of(hour) for hour in chart.hours],
        "parts": [part._asdict() for part in chart.parts],
        "triggers": [
            {"trigger": one.text, "urges": one.urges, "days": one.days, **mean_of(one)}
            for one in chart.triggers
        ],
        "did": [
            {
                "did": one.text,
                "times": one.times,
                "both": one.both,
                "before": rounded(one.before),
                "after": rounded(one.after),
            }
            for one in chart.done
        ],
    }


def mean_of(one: Hour | Trigger) -> dict[str, float | None]:
    """Return how strong urges were on average."""
    return {"strength": rounded(one.strength)}


def rounded(mean: float | None) -> float | None:
    """Return a mean with two decimals."""
    return None if mean is None else round(mean, 2)


def inventory_record(made: Inventory) -> dict[str, Any]:
    """Return the inventory as "recoverplan/inventory/1"; an `id` of null: not entered here."""
    return {
        "schema": "recoverplan/inventory/1",
        "have": [held_record(each) for each in made.have],
        "need": [held_record(each) for each in made.need],
        "declined": [held_record(each) for each in made.declined],
        "suggestion": made.suggestion and made.suggestion._asdict(),
    }


def held_record(each: Held) -> dict[str, Any]:
    """Return one piece of support; `contact` and `group` are ids."""
    return {
        "id": each.id,
        "kind": each.kind,
        "what": each.what,
        "who": each.who,
        "contact": each.contact,
        "group": each.group,
    }
