"""The safety plan in a browser: numbers to tap on, and it prints well."""

from __future__ import annotations

from recoverplan.domain.safety import Item, SafetyPlan
from recoverplan.writers.links import Link, link
from recoverplan.writers.pages import render
from recoverplan.writers.safety import notes, sections


def safety_page(plan: SafetyPlan, title: str, *, large: bool) -> str:
    """Return the whole page; `large`: in large letters."""
    ways = {item.text: links(item, plan.region) for part in plan.parts for item in part.items}
    return render(
        "safety",
        title=title,
        large=large,
        sections=[
            (each.heading, [(line, ways.get(line, [])) for line in each.lines], each.asks)
            for each in sections(plan)
        ],
        notes=list(notes(plan)) if plan.region else [],
    )


def links(item: Item, region: str) -> list[Link]:
    """Return what can be tapped on beside a line."""
    return [found for way, value in item.ways if (found := link(way, value, region)).target]
