"""The settings as a JSON record: what `setup --json` prints."""

from __future__ import annotations

from recoverplan.settings import Settings


def settings_record(settings: Settings) -> dict[str, object]:
    """Return what was said; fields are the options' names, not given is None. `lead` in minutes."""
    return {
        "name": settings.name,
        "timezone": settings.timezone,
        "region": settings.region,
        "prefer": settings.prefer,
        "about": list(settings.about) or None,
        "lead": settings.lead_minutes,
        "plain": settings.plain,
    }
