"""The region in force, and the emergency card that `now` reads, kept in step with the store."""

from __future__ import annotations

from recoverplan.data import helplines, regions
from recoverplan.domain.region import Region, find_region
from recoverplan.settings import Settings


def region_named(code: str | None) -> Region:
    """Return the region of a code or name as typed; None: no region was chosen.

    Raises UsageError with the nearest for one that is not known.
    """
    return find_region(code, regions.load(), helplines.load())


def region_of(settings: Settings) -> Region:
    """Return the person's region."""
    return region_named(settings.region)
