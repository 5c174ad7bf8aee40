"""What a person prefers of listed meetings, where they ask for nothing else."""

from __future__ import annotations

from recoverplan.services.finding import Wanted, place_typed
from recoverplan.settings import Settings


def preferred(
    wanted: Wanted,
    settings: Settings,
    *,
    formats: bool = False,
    near: bool = False,
    within: bool = False,
    types: bool = False,
    languages: bool = False,
) -> Wanted:
    """Return what is wanted, completed from the settings; the flags say what was typed.

    A place that was typed takes the place of a liking for online ones, and the other way round.
    What is online is as good as near, and needs no ramp, where both are preferred.
    """
    online = "online" in settings.find_formats
    if not near and settings.find_near is not None and "online" not in wanted.formats:
        point, place = place_typed(settings.find_near)
        distance = wanted.within_km if within else settings.find_within_km or wanted.within_km
        wanted = wanted._replace(near=point, place=place, within_km=distance)
        wanted = wanted._replace(or_online=online and not formats)
    elif not (near or formats):
        wanted = wanted._replace(formats=settings.find_formats)
    if settings.find_wheelchair and not wanted.wheelchair:
        wanted = wanted._replace(wheelchair=True, no_ramp_online=True)
    return wanted._replace(
        types=wanted.types if types else settings.find_types,
        languages=wanted.languages if languages else settings.find_languages,
        open=wanted.open or settings.find_open,
    )


def any_preferred(settings: Settings) -> bool:
    """Tell whether the person prefers anything."""
    return bool(
        settings.find_near
        or settings.find_formats
        or settings.find_types
        or settings.find_languages
        or settings.find_open
        or settings.find_wheelchair
    )
