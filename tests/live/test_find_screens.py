"""`group find` on a real terminal of 80 and of 40 columns, and in plain lines: a small list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Golden, Run
from live.test_screens import shown

pytestmark = pytest.mark.live

HALL = {"location": "Old Mill Hall", "address": "12 Mill Lane", "city": "Newtown", "state": "NY",
        "latitude": 41.10, "longitude": -73.90}  # fmt: skip
ROWS: list[dict[str, Any]] = [
    {"slug": "calm", "name": "Calm Start", "day": 2, "time": "19:00", "end_time": "20:30",
     "types": ["O", "BE"], **HALL},
    {"slug": "long", "name": "The Tuesday Evening Group That Has a Rather Long Name of Its Own",
     "day": 2, "time": "19:30", "types": ["C", "W"], **HALL,
     "notes": "Bring a cup. First Tuesday only."},
    {"slug": "screen", "name": "Kitchen Table", "day": 2, "time": "16:15", "end_time": "17:30",
     "timezone": "America/Los_Angeles", "types": ["O", "D"],
     "conference_url": "https://meet.example/kitchen-table"},
    {"slug": "both", "name": "Über Morgen", "day": 2, "time": "20:00", "end_time": "21:00",
     "types": ["O"], **HALL, "latitude": 41.12,
     "conference_url": "https://meet.example/morgen", "attendance_option": "hybrid"},
    {"slug": "when", "name": "By the River", "types": ["O"], **HALL},
    *({"slug": str(state), "name": "Springside", "day": 3, "time": "12:00", "address": "1 Elm St",
       "city": "Springfield", "state": state, "latitude": lat, "longitude": lon}
      for state, lat, lon in (("IL", 39.78, -89.65), ("MO", 37.21, -93.29))),
]  # fmt: skip
TIMED = ("group", "find", "tue 7pm-9pm")
NEAR = ("group", "find", "--near", "Newtown", "--limit", "3")


@pytest.fixture
def listed(run: Run, tmp_path: Path) -> Run:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    zone = ("--zone", "America/New_York", "--programme", "AA", "--source", "example")
    assert run("group", "import", str(path), *zone).code == 0
    return run


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("columns", [80, 40])
def test_what_is_found_fits_the_screen(golden: Golden, columns: int) -> None:
    for name, command in (("time", TIMED), ("near", NEAR)):
        screen = shown(*command, columns=columns, rows=60)
        golden(f"group-find-{name}-{columns}", screen)
        assert shown(*command, columns=columns, rows=60, NO_COLOR="1") == screen


def test_plain_lines_say_the_same(listed: Run, golden: Golden) -> None:
    golden("group-find-time-plain", listed("--plain", *TIMED).out)
    golden("group-find-near-plain", listed("--plain", *NEAR).out)
    golden("group-find-several-plain", listed("group", "find", "--near", "springfield").err)
