"""Towns, countries and parts of these with their time zones (places.tsv, of tools/places.py), and
what people call a clock by, with the places that may be meant by it, the likeliest first.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from recoverplan.value import NamedTuple


class Row(NamedTuple):
    """A row of the table. `where` is a country's code, or with a part's: "US-TX"."""

    kind: str
    where: str
    zones: str
    names: str

    def thousands(self, name: str) -> int | None:
        """Return the people of the town with this name, 0 where it is alone; None without it."""
        if f"|{name}|" in self.names:
            return 0
        _, found, after = self.names.partition(f"|{name}=")
        return int(after.partition("|")[0]) if found else None

    def weights(self) -> list[tuple[str, int]]:
        """Return the zones of a land with their people in thousands."""
        pairs = (each.partition("=") for each in self.zones.split(" "))
        return [(zone, int(people)) for zone, _, people in pairs]


@lru_cache(maxsize=1)
def load() -> tuple[Row, ...]:
    """Read the table."""
    text = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8")
    return tuple(Row(*line.split("\t")) for line in text.splitlines() if line[:1] != "#")


# What people call a clock by, and the places that may be meant by it, the likeliest first.
#
# Letters (EST) and words (Eastern) name a clock without its summer time, and most of them several:
# IST is India's, Ireland's and Israel's. They are never taken for a zone; these places are offered.

EAST = ("America/New_York", "America/Toronto")
CENTRAL = ("America/Chicago", "America/Winnipeg")
MOUNTAIN = ("America/Denver", "America/Edmonton")
PACIFIC = ("America/Los_Angeles", "America/Vancouver")
ATLANTIC = ("America/Halifax", "America/Puerto_Rico")
EUROPE = ("Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Africa/Algiers")
EAST_EUROPE = ("Europe/Athens", "Europe/Bucharest", "Europe/Helsinki", "Europe/Kyiv")
WEST_EUROPE = ("Europe/Lisbon", "Europe/London")
AUSTRALIA = ("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane")
SOUTH = ("Australia/Adelaide", "Australia/Darwin")
GREENWICH = ("Europe/London", "Africa/Accra", "Africa/Abidjan", "Atlantic/Reykjavik")

PLACES: dict[str, tuple[str, ...]] = {
    "est": (*EAST, "America/Jamaica", "America/Panama"),
    "edt": EAST,
    "et": EAST,
    "est5edt": EAST,
    "eastern": (*EAST, *AUSTRALIA),
    "cst": (*CENTRAL, "America/Mexico_City", "America/Costa_Rica", "Asia/Shanghai"),
    "cdt": (*CENTRAL, "America/Havana"),
    "ct": CENTRAL,
    "cst6cdt": CENTRAL,
    "central": (*CENTRAL, "America/Mexico_City", *SOUTH),
    "mst": (*MOUNTAIN, "America/Phoenix"),
    "mdt": MOUNTAIN,
    "mt": MOUNTAIN,
    "mst7mdt": MOUNTAIN,
    "mountain": (*MOUNTAIN, "America/Phoenix"),
    "pst": (*PACIFIC, "America/Tijuana", "Asia/Manila"),
    "pdt": PACIFIC,
    "pt": PACIFIC,
    "pst8pdt": PACIFIC,
    "pacific": (*PACIFIC, "America/Tijuana"),
    "akst": ("America/Anchorage",),
    "akdt": ("America/Anchorage",),
    "alaskan": ("America/Anchorage",),
    "hst": ("Pacific/Honolulu",),
    "hawaiian": ("Pacific/Honolulu",),
    "ast": (*ATLANTIC, "Asia/Riyadh"),
    "adt": ATLANTIC,
    "atlantic": ATLANTIC,
    "nst": ("America/St_Johns",),
    "ndt": ("America/St_Johns",),
    "gmt": GREENWICH,
    "greenwich": GREENWICH,
    "greenwich mean": GREENWICH,
    "bst": ("Europe/London", "Asia/Dhaka"),
    "british": ("Europe/London",),
    "irish": ("Europe/Dublin",),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem", "Europe/Istanbul"),
    "indian": ("Asia/Kolkata",),
    "wet": WEST_EUROPE,
    "west": WEST_EUROPE,
    "western european": WEST_EUROPE,
    "western": (*WEST_EUROPE, "Australia/Perth"),
    "cet": EUROPE,
    "cest": EUROPE[:4],
    "met": EUROPE[:4],
    "mez": EUROPE[:1],
    "mesz": EUROPE[:1],
    "central european": EUROPE,
    "european": EUROPE,
    "eet": (*EAST_EUROPE, "Africa/Cairo"),
    "eest": EAST_EUROPE,
    "eastern european": EAST_EUROPE,
    "msk": ("Europe/Moscow",),
    "trt": ("Europe/Istanbul",),
    "sast": ("Africa/Johannesburg",),
    "south african": ("Africa/Johannesburg",),
    "cat": ("Africa/Harare", "Africa/Lusaka", "Africa/Maputo"),
    "eat": ("Africa/Nairobi", "Africa/Addis_Ababa"),
    "wat": ("Africa/Lagos",),
    "gst": ("Asia/Dubai",),
    "gulf": ("Asia/Dubai",),
    "pkt": ("Asia/Karachi",),
    "npt": ("Asia/Kathmandu",),
    "ict": ("Asia/Bangkok", "Asia/Ho_Chi_Minh"),
    "wib": ("Asia/Jakarta",),
    "sgt": ("Asia/Singapore",),
    "myt": ("Asia/Kuala_Lumpur",),
    "hkt": ("Asia/Hong_Kong",),
    "pht": ("Asia/Manila",),
    "jst": ("Asia/Tokyo",),
    "japanese": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "awst": ("Australia/Perth",),
    "acst": SOUTH,
    "acdt": SOUTH[:1],
    "aest": AUSTRALIA,
    "aedt": AUSTRALIA[:2],
    "aet": AUSTRALIA,
    "nzst": ("Pacific/Auckland",),
    "nzdt": ("Pacific/Auckland",),
    "brt": ("America/Sao_Paulo",),
    "art": ("America/Argentina/Buenos_Aires",),
    "clt": ("America/Santiago",),
    "cot": ("America/Bogota",),
    "pet": ("America/Lima",),
    "utc": GREENWICH,
    "z": GREENWICH,
    "ut": GREENWICH,
    "uct": GREENWICH,
    "zulu": GREENWICH,
    "universal": GREENWICH,
    "coordinated universal": GREENWICH,
}
# Words that say no more about a place: "Eastern Standard Time", "US Eastern".
EMPTY = frozenset({"time", "standard", "daylight", "summer", "us", "usa", "the", "zone"})
