"""`recoverplan group find`: against a plain scan of the rows, for many hours of the week."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import acos, cos, radians, sin
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from conftest import Run
from feeds import NEW_YORK, guide, needs_feeds, raw
from rounds import rounds
from sharing import typed_once

HOME_ZONE = ZoneInfo("America/New_York")
PACIFIC = "America/Los_Angeles"
MONDAY = date(2026, 11, 23)
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
A_MEETING = {"slug": "a", "name": "Lifeline", "day": 2, "time": "19:00", "end_time": "20:00"}


def bring(run: Run, tmp_path: Path, rows: Any, *more: str) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    result = run("group", "import", str(path), "--zone", HOME_ZONE.key, "--programme", "AA", *more)
    assert result.code == 0, result.err


def find(run: Run, *options: str, limit: int = 1000) -> Any:
    result = run("group", "find", *options, "--limit", str(limit), "--json")
    assert result.code == 0, result.err
    return result.json


def names(found: Any) -> list[str]:
    return [each["name"] for each in found["meetings"]]


Times = list[tuple[str, datetime, datetime]]


def runs_of(
    key: str, weekday: int, start: int, minutes: int, zone: str, days: range
) -> Iterator[tuple[str, datetime, datetime]]:
    """Give each time a weekly meeting runs; weekday 0 is Sunday; wall-clock in its own zone."""
    for number in days:
        day = MONDAY + timedelta(days=number)
        if (day.weekday() + 1) % 7 == weekday:
            wall = datetime(day.year, day.month, day.day) + timedelta(minutes=start)  # noqa: DTZ001
            begin = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
            end = (wall + timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo(zone))
            yield key, begin, end.astimezone(UTC)


def minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:5])


def scanned(days: range) -> Times:
    """Give all times of three real lists, worked out from their raw rows."""
    times: Times = []
    for name in ("oc-2023-09", "aasfmarin-2021-05"):
        for row in raw(guide(name)):
            types = row.get("types") or []
            online = row.get("conference_url") or row.get("conference_phone") or "ONL" in types
            if row.get("attendance_option") == "inactive" or ("TC" in types and not online):
                continue
            if row.get("day") is None or not row.get("time"):
                continue
            start = minutes(row["time"])
            end = row.get("end_time")
            length = ((minutes(end) - start) % 1440 or 60) if end else 60
            zone = row.get("timezone") or PACIFIC
            times += runs_of(str(row["slug"]), int(row["day"]), start, length, zone, days)
    for row in raw(NEW_YORK):
        start, length = minutes(row["start_time"]), minutes(row["duration_time"])
        length = 60 if length > 300 else length
        weekday = int(row["weekday_tinyint"]) - 1
        times += runs_of(row["id_bigint"], weekday, start, length, HOME_ZONE.key, days)
    return times


def once(found: Iterable[tuple[datetime, datetime, str]]) -> list[tuple[datetime, datetime]]:
    """Return times, of a room that is open for more than five hours only the first."""
    seen: set[str] = set()
    kept = []
    for begin, end, key in sorted(found):
        if end - begin <= timedelta(hours=5) or key not in seen:
            kept.append((begin, end))
        seen.add(key)
    return kept


@pytest.fixture
@typed_once
def three_lists(run: Run) -> None:
    for path, zone in (
        (guide("oc-2023-09"), PACIFIC),
        (guide("aasfmarin-2021-05"), PACIFIC),
        (NEW_YORK, HOME_ZONE.key),
    ):
        assert run("group", "import", str(path), "--zone", zone).code == 0


@needs_feeds
@pytest.mark.usefixtures("three_lists")
def test_finds_are_those_of_a_plain_scan_for_many_hours_of_the_week(run: Run) -> None:
    times = scanned(range(-9, 18))
    random = Random(6)
    hours = [(day, start, length) for day in DAYS for start, length in ((0, 60), (23 * 60, 120))]
    hours += [
        (random.choice(DAYS), random.randrange(0, 1440, 15), random.choice((15, 45, 180, 600)))
        for _ in range(rounds(25))
    ]
    for day, start, length in hours:
        wall = datetime(2026, 11, 22) + timedelta(days=DAYS.index(day), minutes=start)  # noqa: DTZ001
        if wall < datetime(2026, 11, 23, 10):  # noqa: DTZ001
            wall += timedelta(days=7)
        first = wall.replace(tzinfo=HOME_ZONE).astimezone(UTC)
        last = first + timedelta(minutes=length)
        phrase = f"{day} {start // 60:02}:{start % 60:02} for {length} minutes"
        found = find(run, phrase)
        assert datetime.fromisoformat(found["from"]) == first, phrase
        wanted = once(
            (begin, end, key) for key, begin, end in times if begin < last and end > first
        )
        assert found["total"] == len(wanted), phrase
        got = [(datetime.fromisoformat(each["start"]), datetime.fromisoformat(each["end"]))
               for each in found["meetings"]]  # fmt: skip
        assert sorted(got) == sorted(wanted), phrase


@needs_feeds
@pytest.mark.usefixtures("three_lists")
@pytest.mark.parametrize("night", ["2027-03-14", "2026-11-01", "2027-11-07", "2027-03-28"])
def test_finds_are_right_on_the_nights_when_clocks_change(run: Run, night: str) -> None:
    day = date.fromisoformat(night)
    start = (day - MONDAY).days
    times = scanned(range(start - 9, start + 9))
    for begins, ends in (("00:00", "06:00"), ("01:30", "02:30"), ("02:15", "02:45")):
        phrase = f"{day.isoformat()} {begins}-{ends}"
        result = run("group", "find", phrase, "--json", "--limit", "1000", now=f"{day}T00:00")
        assert result.code == 0, result.err
        first, last = (datetime.fromisoformat(result.json[key]) for key in ("from", "to"))
        wanted = sorted(
            once((begin, end, key) for key, begin, end in times if begin < last and end > first)
        )
        got = sorted((datetime.fromisoformat(each["start"]), datetime.fromisoformat(each["end"]))
                     for each in result.json["meetings"])  # fmt: skip
        assert got == wanted, phrase


@needs_feeds
@pytest.mark.usefixtures("three_lists")
def test_a_stretch_of_weeks_has_each_time_that_a_meeting_runs(run: Run) -> None:
    first = datetime(2026, 12, 1, tzinfo=HOME_ZONE)
    last = first + timedelta(days=14)
    times = scanned(range(28))
    wanted = once((begin, end, key) for key, begin, end in times if begin < last and end > first)
    found = find(run, "2026-12-01 00:00 for 336 hours", limit=10)
    assert found["total"] == len(wanted)
    assert len(found["meetings"]) == 10


@needs_feeds
def test_the_first_few_are_those_of_a_longer_list(run: Run) -> None:
    path = str(guide("oc-2023-09"))
    assert run("group", "import", path, "--zone", PACIFIC, "--programme", "AA").code == 0
    assert run("group", "import", str(NEW_YORK), "--zone", HOME_ZONE.key).code == 0
    for now in ("2026-11-23T10:07", "2026-11-29T23:30", "2026-11-30T00:10"):
        for options in ([], ["--text", "meeting"], ["--type", "newcomers"], ["--online"]):
            longer = run("group", "find", *options, "--limit", "1000", "--json", now=now).json
            assert longer["total"] > 7
            few = run("group", "find", *options, "--limit", "7", "--json", now=now).json
            assert few["total"] == longer["total"]
            assert few["meetings"] == longer["meetings"][:7]
            timed = [each for each in longer["meetings"] if each["start"]]
            times = [datetime.fromisoformat(each["start"]) for each in timed]
            earlier = sum(after < before for before, after in pairwise(times))
            assert earlier <= 2  # what has begun a while ago, then rooms that are always open
            assert all(datetime.fromisoformat(each["end"]) > datetime.fromisoformat(now).replace(
                tzinfo=HOME_ZONE) for each in timed)  # fmt: skip


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance by the law of cosines, another way than the program's."""
    one, other = [tuple(map(radians, each)) for each in (a, b)]
    straight = sin(one[0]) * sin(other[0]) + cos(one[0]) * cos(other[0]) * cos(one[1] - other[1])
    return 6371.0088 * acos(max(-1.0, min(1.0, straight)))


@needs_feeds
@pytest.mark.parametrize("within", ["1km", "5km", "30km", "500km"])
def test_what_is_near_is_what_a_plain_scan_has(run: Run, within: str) -> None:
    assert run("group", "import", str(NEW_YORK), "--zone", HOME_ZONE.key).code == 0
    here = (40.6501, -73.9496)
    far = {row["id_bigint"]: km(here, (float(row["latitude"]), float(row["longitude"])))
           for row in raw(NEW_YORK)}  # fmt: skip
    wanted = sorted(each for each in far.values() if each <= float(within[:-2]))
    found = find(run, "--near", "40.6501,-73.9496", "--within", within)
    assert found["total"] == len(wanted)
    got = [each["distance_km"] for each in found["meetings"]]
    if len(got) == len(wanted):
        assert sorted(got) == pytest.approx(wanted, abs=0.006)
    starts = [datetime.fromisoformat(each["start"]) for each in found["meetings"]]
    assert sum(after < before for before, after in pairwise(starts)) <= 1


@needs_feeds
def test_a_place_is_a_name_in_the_lists(run: Run) -> None:
    assert run("group", "import", str(NEW_YORK), "--zone", HOME_ZONE.key).code == 0
    # From its middle, and not for being listed under its name.
    few, more = (find(run, "--near", "brooklyn", "--within", far) for far in ("0.1km", "8km"))
    assert few["total"] < 20 < more["total"]
    assert all(each["distance_km"] <= 8 for each in more["meetings"])
    edmonton = guide("edmonton-2022-09")
    assert run("group", "import", str(edmonton), "--zone", "America/Edmonton").code == 0
    # No coordinates at all: found by name alone.
    assert find(run, "--near", "Sherwood Park")["meetings"][0]["distance_km"] is None
    missing = run("group", "find", "--near", "Broklyn")
    assert missing.code == 3
    assert "Brooklyn" in missing.err


def in_town(slug: str, town: str, state: str, lat: float | None, lon: float) -> dict[str, Any]:
    on_map = {} if lat is None else {"latitude": lat, "longitude": lon}
    return {**A_MEETING, "slug": slug, "name": slug, "address": "1 Elm St", "city": town,
            "state": state, "country": "US", **on_map}  # fmt: skip


def test_a_name_of_several_places_says_what_to_type_for_each(run: Run, tmp_path: Path) -> None:
    rows = [
        in_town("one", "Springfield", "IL", 39.78, -89.65),
        in_town("two", "Springfield", "IL", 39.80, -89.64),
        in_town("three", "Springfield", "MO", 37.21, -93.29),
        in_town("four", "Springfield", "MA", None, 0),
        in_town("five", "Peoria", "IL", 40.69, -89.59),
        in_town("six", "Kansas City", "MO", 39.10, -94.58),
        in_town("seven", "Kansas City", "KS", 39.11, -94.63),
    ]
    bring(run, tmp_path, rows)
    several = run("group", "find", "--near", "springfield")
    assert (several.code, several.out) == (3, "")
    for said in ('"Springfield, IL" (2)', '"Springfield, MO" (1)', '"Springfield, MA" (1)'):
        assert said in several.err
    assert '--near "Springfield, IL"' in several.err
    assert set(names(find(run, "--near", "Springfield, IL"))) == {"one", "two"}
    assert names(find(run, "--near", "springfield, mo")) == ["three"]
    assert names(find(run, "--near", "Springfield, MA")) == ["four"]
    assert run("group", "find", "--near", "Springfield, OR").code == 3
    # One place, typed either way, and two states of one place.
    assert names(find(run, "--near", "Peoria")) == names(find(run, "--near", "Peoria, IL"))
    for typed in ("Kansas City", "Kansas City, KS", "kansas city, mo"):
        assert set(names(find(run, "--near", typed))) == {"six", "seven"}
    # The middle is that of the one place: what is near it is found, without its name.
    bring(run, tmp_path, [*rows, in_town("eight", "Chatham", "IL", 39.79, -89.66)])
    assert set(names(find(run, "--near", "Springfield, IL"))) == {"one", "two", "eight"}


def test_places_without_a_state_are_told_apart_by_the_map(run: Run, tmp_path: Path) -> None:
    rows = [
        {**A_MEETING, "slug": "one", "name": "one", "region": "Newport", "city": "Newport",
         "address": "Quay", "latitude": 51.58, "longitude": -2.99},
        {**A_MEETING, "slug": "two", "name": "two", "region": "Newport", "city": "Newport",
         "address": "High St", "latitude": 50.70, "longitude": -1.29},
    ]  # fmt: skip
    bring(run, tmp_path, rows)
    several = run("group", "find", "--near", "Newport")
    assert several.code == 3
    assert '"51.58,-2.99" (1)' in several.err
    assert names(find(run, "--near", "51.58,-2.99")) == ["one"]


@needs_feeds
def test_kinds_are_named_as_the_fellowship_means_them(run: Run) -> None:
    path = guide("al-anon-2023-08")
    rows = [row for row in raw(path) if row["attendance_option"] != "inactive"]
    assert run("group", "import", str(path), "--zone", PACIFIC, "--programme", "Al-Anon").code == 0
    alateen = find(run, "--type", "alateen")
    assert alateen["total"] == sum("Y" in row["types"] for row in rows) > 0
    assert find(run, "--type", "Y")["total"] == alateen["total"]
    assert find(run, "--type", "families only")["total"] == sum("C" in row["types"] for row in rows)
    both = [row for row in rows if "C" in row["types"] and "ST" in row["types"]]
    assert find(run, "--type", "families", "--type", "step study")["total"] == len(both)
    assert find(run, "--online")["total"] == sum(
        row["attendance_option"] in {"online", "hybrid"} for row in rows
    )


def test_women_are_not_men(run: Run, tmp_path: Path) -> None:
    rows = [{**A_MEETING, "types": ["W"]}, {**A_MEETING, "slug": "b", "types": ["M"]}]
    bring(run, tmp_path, rows)
    assert find(run, "--type", "men")["meetings"][0]["types"] == ["men"]
    assert find(run, "--type", "men")["total"] == 1


def test_the_best_come_first(run: Run, tmp_path: Path) -> None:
    def row(name: str, end: str, lat: float, *types: str, time: str = "19:00") -> dict[str, Any]:
        return {**A_MEETING, "slug": name, "name": name, "time": time, "end_time": end,
                "types": types, "latitude": lat, "longitude": 10.0,
                "address": "1 Elm St"}  # fmt: skip

    rows = [
        row("room", "23:59", 50.0, time="00:00"), row("women", "20:00", 50.0, "W"),
        row("long begun", "20:30", 50.0, time="18:30"), row("far", "20:00", 50.04),
        row("near", "20:00", 50.01), row("later", "21:00", 50.0, time="19:30"),
        row("short", "19:30", 50.0), row("newcomers", "20:00", 50.01, "BE"),
        row("just begun", "20:15", 50.03, time="18:50"),
    ]  # fmt: skip
    bring(run, tmp_path, rows)
    found = names(find(run, "tue 19:00-21:00", "--near", "50, 10"))
    assert found == [
        "just begun", "newcomers", "near", "far", "later", "short", "long begun", "women", "room",
    ]  # fmt: skip
    asked = names(find(run, "tue 19:00-21:00", "--type", "women"))
    assert asked == ["women"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lifeline", ["Lifeline"]),
        ("LIFE", ["Lifeline"]),
        ("cafe", ['Café "Quiet" *']),
        ("café quiet", ['Café "Quiet" *']),
        ('"', ['Café "Quiet" *']),
        ("*", ['Café "Quiet" *']),
        ('"Quiet" *', ['Café "Quiet" *']),
        ("NEAR(", []),
        ("lifeline OR quiet", []),
        ("\u0928\u093f", []),
    ],
)
def test_words_are_looked_for_whatever_is_typed(
    run: Run, tmp_path: Path, text: str, wanted: list[str]
) -> None:
    bring(run, tmp_path, [A_MEETING, {**A_MEETING, "slug": "b", "name": 'Café "Quiet" *'}])
    assert names(find(run, "--text", text)) == wanted


def test_closed_ones_and_those_gone_from_the_list_are_never_found(run: Run, tmp_path: Path) -> None:
    closed = {**A_MEETING, "slug": "c", "name": "Closed", "types": ["TC"]}
    inactive = {**A_MEETING, "slug": "i", "name": "Inactive", "attendance_option": "inactive"}
    open_online = {**closed, "slug": "o", "name": "Online", "conference_url": "https://a.example"}
    bring(run, tmp_path, [A_MEETING, closed, inactive, open_online])
    assert set(names(find(run, "tue 19:00-20:00"))) == {"Lifeline", "Online"}
    bring(run, tmp_path, [open_online])
    for options in (["tue 19:00-20:00"], [], ["--text", "lifeline"]):
        assert "Lifeline" not in names(find(run, *options))


def test_without_a_time_each_comes_with_its_next_meeting(run: Run, tmp_path: Path) -> None:
    rows = [
        {**A_MEETING, "slug": "now", "name": "Now", "day": 1, "time": "09:30", "end_time": "10:30"},
        {**A_MEETING, "slug": "late", "name": "Last night", "day": 0, "time": "23:00"},
        {"slug": "asked", "name": "Asked"},
        {**A_MEETING, "day": [2, 4]},
    ]
    bring(run, tmp_path, rows)
    found = find(run)
    assert found["total"] == 5
    got = [(each["name"], each["start"] and each["start"][:16]) for each in found["meetings"]]
    assert got == [
        ("Lifeline", "2026-11-24T19:00"), ("Lifeline", "2026-11-26T19:00"),
        ("Last night", "2026-11-29T23:00"), ("Now", "2026-11-23T09:30"), ("Asked", None),
    ]  # fmt: skip


def test_the_first_gap_of_the_plan(run: Run, tmp_path: Path) -> None:
    rows = [{**A_MEETING, "slug": str(day), "day": day, "time": "22:00", "end_time": "23:00",
             "location": "Old Mill"} for day in range(7)]  # fmt: skip
    rows += [{**rows[3], "slug": "no way", "location": ""},
             {**rows[3], "slug": "suspended", "notes": "Suspended"},
             {**rows[3], "slug": "far", "timezone": "America/Los_Angeles",
              "time": "19:00"}]  # fmt: skip
    bring(run, tmp_path, rows)
    assert run("group", "find", "--gap").code == 3
    run("risk", "add", "Nights", "--when", "wed 21:00-23:30")
    found = find(run, "--gap")
    assert (found["from"][:16], found["to"][:16]) == ("2026-11-25T21:00", "2026-11-25T23:30")
    assert found["total"] == 1
    assert run("group", "find", "--gap", "tonight").code == 2


def test_online_meetings_are_shown_in_the_persons_zone(run: Run, tmp_path: Path) -> None:
    online = {**A_MEETING, "conference_url": "https://a.example", "timezone": "Europe/Berlin"}
    there = {**A_MEETING, "slug": "b", "name": "There", "timezone": "Europe/Berlin"}
    bring(run, tmp_path, [online, there])
    by_name = {each["name"]: each for each in find(run, "tue 13:00-14:00")["meetings"]}
    assert by_name["Lifeline"]["start"] == "2026-11-24T13:00:00-05:00"
    assert by_name["There"]["start"] == "2026-11-24T19:00:00+01:00"
    assert "Europe/Berlin time" in run("group", "find", "tue 13:00-14:00").out


@pytest.mark.parametrize(
    ("notes", "caution"),
    [
        ("Ring the bell. First Friday only. Bring tea.", "First Friday only"),
        ("Meets 1st & 3rd Tuesdays", "Meets 1st & 3rd Tuesdays"),
        ("last Saturday of the month", "last Saturday of the month"),
        ("every other week", "every other week"),
        ("Monthly", "Monthly"),
        ("Third step prayer. Last one out locks up.", None),
        ("12 steps, first floor, 2nd door", None),
    ],
)
def test_hints_that_it_is_not_every_week_are_shown(
    run: Run, tmp_path: Path, notes: str, caution: str | None
) -> None:
    bring(run, tmp_path, [{**A_MEETING, "notes": notes, "location": "Old Mill"}])
    assert find(run)["meetings"][0]["caution"] == caution
    shown = run("group", "find", "tue 19:00-20:00").out
    assert ("Perhaps not every week" in shown) == (caution is not None)


@pytest.mark.parametrize(
    "options",
    [
        ["--within", "5km"], ["--near", "40,-74", "--within", "soon"], ["--near", "95,0"],
        ["--near", "  "], ["--limit", "0"], ["--limit", "x"], ["blursday"],
    ],
)  # fmt: skip
def test_wrong_input_says_what_to_type(run: Run, tmp_path: Path, options: list[str]) -> None:
    bring(run, tmp_path, [A_MEETING])
    result = run("group", "find", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_with_no_list_there_is_nothing_to_find(run: Run, home: Path) -> None:
    result = run("group", "find", "tonight", "--json")
    assert (result.code, result.json["total"], result.json["meetings"]) == (0, 0, [])
    assert "recoverplan group import" in result.err
    assert not home.exists()
    run("step", "add", "Tea", "--kind", "alone")
    for options in ((), ("--near", "40.7,-74")):
        alone = run("group", "find", "tonight", *options)
        assert (alone.code, alone.out) == (0, "")
        assert alone.err.count("\n") == 1
        assert "recoverplan group import" in alone.err
