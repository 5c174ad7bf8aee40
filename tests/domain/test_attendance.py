"""Whether a meeting can be attended: by what its list gave, and from where the person is."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planning_examples import group
from recoverplan.domain.attendance import hindrance, place_of

NEW_YORK = ZoneInfo("America/New_York")
NOVEMBER = datetime(2026, 11, 24, 19, tzinfo=NEW_YORK)
WAYS: dict[str, dict[str, str]] = {
    "nothing": {}, "hall": {"where": "a hall"}, "link": {"link": "https://example.org"},
    "phone": {"phone": "555-0100"}, "notes alone": {"link_notes": "Passcode: lantern"},
}  # fmt: skip


def of(**fields: Any) -> Any:
    """Return a group of Tuesdays in New York."""
    return group(1, "Lifeline", "TU", "19:00", "20:00", **fields)


@pytest.mark.parametrize(
    ("form", "ways_there_are"),
    [
        ("online", {"link", "phone"}),
        ("in-person", {"hall"}),
        ("hybrid", {"hall", "link", "phone"}),
        (None, {"hall", "link", "phone"}),
    ],
)
def test_out_of_a_list_a_meeting_needs_a_way_of_its_format(
    form: str | None, ways_there_are: set[str]
) -> None:
    for name, ways in WAYS.items():
        listed = of(format=form, listed=("list#1",), **ways)
        expected = None if name in ways_there_are else "no way"
        assert hindrance(listed, NOVEMBER, NEW_YORK) == expected
        assert hindrance(of(format=form, **ways), NOVEMBER, NEW_YORK) is None


@pytest.mark.parametrize(
    ("zone", "at", "is_far"),
    [
        ("America/New_York", NOVEMBER, False),
        ("America/Denver", NOVEMBER, False),  # two hours
        ("America/Los_Angeles", NOVEMBER, True),  # three
        ("Europe/Lisbon", NOVEMBER, True),
        ("Asia/Kolkata", NOVEMBER, True),
        ("America/Caracas", NOVEMBER, False),
        ("America/Sao_Paulo", NOVEMBER, False),  # two in winter
        ("America/Anchorage", NOVEMBER, True),
        # Phoenix keeps its clocks: two hours in winter, three in summer.
        ("America/Phoenix", NOVEMBER, False),
        ("America/Phoenix", datetime(2027, 3, 13, 19, tzinfo=NEW_YORK), False),
        ("America/Phoenix", datetime(2027, 3, 14, 19, tzinfo=NEW_YORK), True),
        ("Pacific/Kiritimati", NOVEMBER, True),
    ],
)
def test_a_hall_is_far_where_its_clocks_are_three_hours_away_as_it_starts(
    zone: str, at: datetime, is_far: bool
) -> None:
    said = "far" if is_far else None
    for form in (None, "in-person"):
        for where in (None, "a hall"):
            hall = of(zone=zone, format=form, where=where)
            assert hindrance(hall, at, NEW_YORK) == said
    for form in ("online", "hybrid"):
        assert hindrance(of(zone=zone, format=form), at, NEW_YORK) is None
    assert hindrance(of(zone=zone, link="https://example.org"), at, NEW_YORK) is None
    assert hindrance(of(zone=zone, phone="555-0100"), at, NEW_YORK) is None
    assert hindrance(of(zone=zone, format="in-person", link="https://x.org"), at, NEW_YORK) == said


def test_a_doubt_stays_one() -> None:
    assert hindrance(of(caution="first Friday only"), NOVEMBER, NEW_YORK) == "doubt"
    listed = of(caution="first Friday only", listed=("list#1",))
    assert hindrance(listed, NOVEMBER, NEW_YORK) == "no way"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, None),
        ({"where": "a hall"}, "a hall"),
        ({"format": "online"}, "online"),
        ({"format": "online", "where": "my usual room"}, "my usual room"),
        ({"format": "online", "where": "Fairhaven, NY", "listed": ("list#1",)}, "online"),
        ({"format": "online", "phone": "555-0100"}, "call 555-0100"),
        ({"format": "online", "phone": "555-0100", "link": "https://example.org"}, "online"),
        ({"phone": "555-0100"}, "call 555-0100"),
        ({"link": "https://example.org"}, "online"),
        ({"format": "hybrid"}, "online or in person"),
        ({"format": "hybrid", "where": "a hall"}, "a hall or online"),
        ({"format": "hybrid", "where": "a hall", "phone": "555-0100"}, "a hall or call 555-0100"),
        ({"format": "in-person", "where": "a hall", "phone": "555-0100"}, "a hall"),
    ],
)
def test_where_to_go_in_short(fields: dict[str, Any], said: str | None) -> None:
    assert place_of(of(**fields)) == said
