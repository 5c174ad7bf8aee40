"""The chart of urges as the JSON object "recoverplan/urge-chart/1" (docs/formats.md)."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.urge_chart import UrgeChart


def chart_record(chart: UrgeChart) -> dict[str, Any]:
    """Return the chart; means have two decimals, and are null where nothing was said."""
    return {
        "schema": "recoverplan/urge-chart/1",
        "from": chart.first.isoformat(),
        "until": chart.last.isoformat(),
        "urges": chart.urges,
        "days": chart.days,
        "earlier": chart.earlier,
        "hours": [hour._asdict() | {"strength": rounded(hour.strength)} for hour in chart.hours],
        "parts": [part._asdict() for part in chart.parts],
        "triggers": [
            {
                "trigger": one.text,
                "urges": one.urges,
                "days": one.days,
                "strength": rounded(one.strength),
            }
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


def rounded(mean: float | None) -> float | None:
    """Return a mean with two decimals."""
    return None if mean is None else round(mean, 2)
