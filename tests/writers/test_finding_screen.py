"""The screen of found meetings, at any width and for any text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from recoverplan.domain.listing import Found, FoundAll, Kept, Listing, Source
from recoverplan.domain.span import Span
from recoverplan.domain.text import cells
from recoverplan.writers.finding import found_lines
from recoverplan.writers.terminal.finding import found_screen

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
START = datetime(2026, 11, 25, 0, tzinfo=UTC)
SPAN = Span(START, START + timedelta(hours=2))
SOURCE = Source(1, "list", "meeting-guide", "AA", None)
LISTING = Listing(
    identity="a", name="水曜日の集まり " * 8, days=2, start=1140, minutes=60, zone="Asia/Tokyo",
    format="in-person", venue="Hall", address="1 Elm St, Newtown", town="Newtown", region=None,
    lat=1.0, lon=2.0, link=None, phone=None, types="O BE", notes=None,
    caution="First Friday only", closed=0,
)  # fmt: skip
ONLINE = LISTING._replace(name="Calm", format="online", link="https://calm.example/1", caution=None)
RESULT = FoundAll(
    57,
    (
        Found(Kept(1001, SOURCE, LISTING), START, START + timedelta(hours=1), 1.234, ("open",)),
        Found(Kept(1002, SOURCE, ONLINE), START, START + timedelta(hours=1), None, ()),
        Found(Kept(1003, SOURCE, ONLINE), None, None, None, ()),
    ),
)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 132])
@pytest.mark.parametrize("result", [RESULT, FoundAll(0, ())])
def test_no_line_is_wider_than_the_terminal(width: int, result: FoundAll) -> None:
    console = Console(width=width, highlight=False, markup=False, emoji=False, no_color=True)
    with console.capture() as drawn:
        console.print(found_screen(result, SPAN, ZONE, NOW, width, clock24=False), crop=False)
    lines = drawn.get().splitlines()
    assert all(cells(line) <= width for line in lines)
    text = " ".join(" ".join(lines).split())
    for said in ("1001", "1.2 km", "First Friday only", "Asia/Tokyo time", "by appointment"):
        assert (said in text) == (result is RESULT), said


def test_plain_lines_say_one_meeting_each() -> None:
    first, *meetings, last = found_lines(RESULT, SPAN, ZONE, NOW, clock24=False)
    assert first == "57 in your lists for Tuesday 24 November, 7 to 9 pm; the first 3 of 57."
    assert [line[:5] for line in meetings] == ["1001:", "1002:", "1003:"]
    assert "Wed 25 Nov, 9 to 10 am (Asia/Tokyo time)" in meetings[0]
    assert 'The list says: "First Friday only". Perhaps not every week.' in meetings[0]
    assert "Tue 24 Nov, 7 to 8 pm." in meetings[1]
    assert last == "To try one: recoverplan group try 1001"
