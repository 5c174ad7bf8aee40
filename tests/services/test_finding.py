"""Finds against a plain scan of every listing, under the rules of docs/meeting-lists.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from conftest import Run
from recoverplan.domain.span import Span
from recoverplan.services.finding import Wanted, find
from recoverplan.services.keeping import reading
from recoverplan.store import listings

HOME_ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=HOME_ZONE)
ZONES = ("America/New_York", "America/Chicago", "Europe/Berlin", "Asia/Kolkata")
QUESTIONS = 1_000
HERE = (40.70, -73.90)
PEOPLE = {"M": "men", "W": "women", "Y": "young people", "S": "Spanish", "C": "closed"}
CLOSED_TO_OTHERS = set(PEOPLE)


def made_up(random: Random) -> dict[str, Any]:
    """Return a row of anything that a list may have."""
    start = random.randrange(0, 1440, 15)
    length = random.choice([30, 45, 60, 60, 60, 90, 120, 300, 315, 600, 1439])
    end = (start + length) % 1440
    if start + length >= 1440 and length > 240:  # a list's typo, by the reader's rule
        length, end = 60, (start + 60) % 1440
    row: dict[str, Any] = {
        "name": f"Group {random.randrange(40)}",
        "day": random.choice([random.randrange(7), random.sample(range(7), 3), list(range(7))]),
        "time": f"{start // 60:02}:{start % 60:02}",
        "end_time": f"{end // 60:02}:{end % 60:02}",
        "timezone": random.choice(ZONES),
        "types": random.sample(["O", "BE", "M", "W", "Y", "S", "C", "D", "X"], random.randrange(4)),
    }
    if random.random() < 0.6:
        row |= {
            "formatted_address": "12 Quay St, Fairhaven, NY 11999, USA",
            "latitude": round(HERE[0] + random.uniform(-0.2, 0.2), 4),
            "longitude": round(HERE[1] + random.uniform(-0.2, 0.2), 4),
        }
    if random.random() < 0.5:
        row["conference_url"] = "https://meet.example/1"
    if random.random() < 0.15:
        row["notes"] = random.choice(["First Friday only", "Suspended", "Cake on the last Friday"])
    return row


class Scanned(NamedTuple):
    """One time of one row, worked out from the row alone."""

    slug: str
    start: datetime
    end: datetime
    row: dict[str, Any]

    @property
    def long(self) -> bool:
        return wall_minutes(self.row) > 300

    @property
    def km(self) -> float | None:
        from recoverplan.domain.place import km_between

        at = self.row.get("latitude")
        return None if at is None else km_between(HERE, (at, self.row["longitude"]))


def wall_minutes(row: dict[str, Any]) -> int:
    start, end = (int(row[key][:2]) * 60 + int(row[key][3:]) for key in ("time", "end_time"))
    return (end - start) % 1440 or 60


def times(rows: list[dict[str, Any]], first: date, days: int) -> Iterator[Scanned]:
    """Yield every time that starts in so many days, each by the clocks of its own zone."""
    for row in rows:
        zone = ZoneInfo(row["timezone"])
        day_of = row["day"] if isinstance(row["day"], list) else [row["day"]]
        for number in range(days):
            day = first + timedelta(days=number)
            if (day.weekday() + 1) % 7 in day_of:
                wall = datetime.fromisoformat(f"{day}T{row['time']}")
                end = wall + timedelta(minutes=wall_minutes(row))
                begin, last = (each.replace(tzinfo=zone).astimezone(UTC) for each in (wall, end))
                yield Scanned(row["slug"], begin, last, row)


def narrow(row: dict[str, Any], asked: tuple[str, ...]) -> bool:
    asked_codes = {code for code, name in PEOPLE.items() if name in asked}
    return bool(CLOSED_TO_OTHERS & set(row["types"]) - asked_codes)


def doubtful(row: dict[str, Any]) -> bool:
    nowhere = "formatted_address" not in row and "conference_url" not in row
    return row.get("notes") in {"First Friday only", "Suspended"} or nowhere


def too_far(row: dict[str, Any], start: datetime) -> bool:
    if "conference_url" in row:
        return False
    there = start.astimezone(ZoneInfo(row["timezone"])).utcoffset()
    here = start.astimezone(HOME_ZONE).utcoffset()
    assert there is not None
    assert here is not None
    return abs(there - here) >= timedelta(hours=3)


class Asked(NamedTuple):
    """A question, and what it is to be answered with."""

    wanted: Wanted
    near: float | None
    types: tuple[str, ...]


def fits(one: Scanned, asked: Asked) -> bool:
    codes = [code for code, name in {**PEOPLE, "O": "open"}.items() if name in asked.types]
    if not set(codes) <= set(one.row["types"]):
        return False
    if asked.near is not None and (one.km is None or one.km > asked.near):
        return False
    if asked.wanted.formats == ("online", "hybrid"):
        return "conference_url" in one.row
    return True


def running(every: list[Scanned], asked: Asked) -> list[Scanned]:
    """Return what the question should find, in order, by the rules alone."""
    span = asked.wanted.span
    assert span is not None
    found = [
        one
        for one in every
        if one.start < span.end
        and one.end > span.start
        and fits(one, asked)
        and not (asked.wanted.attendable and (doubtful(one.row) or too_far(one.row, span.start)))
    ]

    def rank(one: Scanned) -> tuple[Any, ...]:
        cover = min(one.end, span.end) - max(one.start, span.start)
        return (
            one.long,
            narrow(one.row, asked.types),
            one.start < span.start - timedelta(minutes=15),
            -min(cover, timedelta(hours=1)),
            one.start,
            *between_equals(one, asked),
        )

    return once(sorted(found, key=rank))


def between_equals(one: Scanned, asked: Asked) -> tuple[Any, ...]:
    km = one.km if asked.near is not None else None
    return (km is None, km or 0.0, "BE" not in one.row["types"], int(one.slug))


def once(found: list[Scanned]) -> list[Scanned]:
    seen: set[str] = set()
    kept = []
    for one in found:
        if one.long and one.slug in seen:
            continue
        seen.add(one.slug)
        kept.append(one)
    return kept


def any_time(every: list[Scanned], asked: Asked) -> list[Scanned]:
    """Return the next time of each weekly one, in order."""
    coming: dict[tuple[str, str], Scanned] = {}
    for one in sorted((each for each in every if each.end > NOW), key=lambda each: each.start):
        local = one.start.astimezone(ZoneInfo(one.row["timezone"]))
        coming.setdefault((one.slug, f"{local:%a}"), one)

    def rank(one: Scanned) -> tuple[Any, ...]:
        late = one.start < NOW - timedelta(minutes=15)
        return (one.long, late, one.start, *between_equals(one, asked))

    return once(sorted((one for one in coming.values() if fits(one, asked)), key=rank))


def question(random: Random) -> Asked:
    types = tuple(random.sample(["women", "men", "Spanish", "open"], random.choice([0, 0, 0, 1])))
    near = random.choice([None, None, 3.0, 10.0])
    online = random.random() < 0.2
    span = None
    if random.random() < 0.75:
        start = NOW.astimezone(UTC) + timedelta(minutes=random.randrange(0, 7 * 1440, 5))
        span = Span(start, start + timedelta(minutes=random.choice([30, 60, 120, 180, 600, 1500])))
    wanted = Wanted(
        span=span,
        near=HERE if near else None,
        within_km=near or 5.0,
        types=types,
        formats=("online", "hybrid") if online else (),
        attendable=span is not None and random.random() < 0.4,
        limit=random.choice([1, 5, 10, 1000]),
    )
    return Asked(wanted, near, types)


@pytest.mark.parametrize("seed", range(4))
def test_finds_are_those_of_a_plain_scan(run: Run, home: Path, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    rows = [{**made_up(random), "slug": str(number)} for number in range(250)]
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert run("group", "import", str(path), "--programme", "AA").code == 0
    every = list(times(rows, date(2026, 11, 21), 14))
    with reading(home) as store:
        assert store is not None
        ids = [row[0] for row in store.execute("SELECT id FROM listing")]
        slugs = {key: each.listing.identity for key, each in listings.load(store, ids).items()}
        for _ in range(QUESTIONS // 4):
            asked = question(random)
            scan = running if asked.wanted.span else any_time
            should = scan(every, asked)
            found = find(store, asked.wanted, (), NOW)
            assert found.total == len(should), asked
            got = [(slugs[each.kept.id], each.start, each.end) for each in found.meetings]
            wanted = [(one.slug, one.start, one.end) for one in should[: asked.wanted.limit]]
            assert got == wanted, asked
