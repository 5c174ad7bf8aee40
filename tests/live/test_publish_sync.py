"""What is published, carried by vdirsyncer to a real server, and read by real programs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from calendar_reader import seen
from conftest import Result, Run
from sync_servers import Device, Server, radicale
from vcard_reader import read

pytestmark = pytest.mark.live

NEW_YORK = ZoneInfo("America/New_York")
AUTUMN = "2026-10-26T10:00"  # clocks go back on 1 November
PERSON = (
    ("setup", "--region", "US", "--timezone", "America/New_York"),
    ("risk", "add", "Nights", "--when", "daily 9pm-2am", "--level", "high"),
    ("risk", "add", "Payday", "--when", "every other fri from 30 oct 2026 5pm-11pm"),
    ("risk", "add", "Wages", "--when", "31st 6-7pm if it falls on a weekend the friday before"),
    ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
    ("contact", "add", "Ünsal", "--role", "sponsor", "--text", "555-0127", "--per-week", "3"),
    ("group", "add", "Tuesday", "--when", "tue 7-8pm", "--where", "St Luke's hall"),
)


@pytest.fixture(autouse=True)
def entered(run: Run) -> None:
    for line in PERSON:
        assert run(*line, now=AUTUMN).code == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with radicale(tmp_path / "server") as running:
        yield running


@pytest.fixture
def here(tmp_path: Path, server: Server, run: Run) -> Device:
    """Give this computer, with everything published, and known to the server."""
    device = Device(tmp_path / "here", server)
    publish(run, device)
    device.discover()
    return device


def publish(run: Run, device: Device, *options: str) -> Path:
    """Publish into the folders that the docs name; return the calendar's."""
    for what in ("calendar", "contacts"):
        good(run("publish", what, str(device.sync_folder / what), *options))
    return device.sync_folder / "calendar"


def good(result: Result) -> Result:
    assert result.code == 0, result.err
    return result


def at(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(UTC)


def held_against_the_plan(content: bytes, plan: dict[str, Any]) -> None:
    """Hold what a server gives out against the plan, minute for minute."""
    low, high = (datetime.fromisoformat(plan[edge]) for edge in ("from", "to"))
    now = datetime.fromisoformat(AUTUMN).replace(tzinfo=NEW_YORK)
    shown = [each for each in seen(content, NEW_YORK, low, high) if each.end > now]
    labels = {each["risk"]["label"] for each in plan["occurrences"]}
    assert sorted(each[:3] for each in shown if each.title in labels) == sorted(
        (at(each["start"]), at(each["end"]), each["risk"]["label"]) for each in plan["occurrences"]
    )
    asked = {
        (at(each["check_in"]["at"]), each["check_in"]["contact"]["name"])
        for each in plan["occurrences"]
        if each["check_in"]
    }
    calls = {(each.start, each.title.split()[-1]) for each in shown if "Sam" in each.title}
    calls |= {(each.start, each.title.split()[-1]) for each in shown if "Ünsal" in each.title}
    assert calls == asked
    assert any(each.title == "Tuesday" for each in shown)


def test_the_server_has_the_plan_minute_for_minute_and_every_edit(
    run: Run, here: Device, server: Server
) -> None:
    publish(run, here, "--titles", "full", "--yes")
    here.sync()
    held_against_the_plan(server.holds("week"), run("plan", "--days", "28", "--json").json)
    before = server.items(".ics")
    good(run("risk", "edit", "Nights", "--when", "daily 8pm-1am"))
    good(run("risk", "add", "Sundays", "--when", "sun 1am-3am"))  # the hour that comes twice
    good(run("contact", "pause", "Sam", "--until", "2026-11-03"))
    good(run("group", "edit", "Tuesday", "--when", "tue 6-7pm"))
    here.sync()
    held_against_the_plan(server.holds("week"), run("plan", "--days", "28", "--json").json)
    assert server.items(".ics") != before
    good(run("risk", "remove", "Payday", "--yes"))
    here.sync()
    held_against_the_plan(server.holds("week"), run("plan", "--days", "28", "--json").json)
    assert b"Payday" not in server.holds("week")


def test_people_come_back_as_they_are(run: Run, here: Device, server: Server) -> None:
    here.sync()
    found = read(server.holds("people"))
    assert sorted(each["FN"][0][1] for each in found) == ["Sam", "Ünsal"]
    good(run("contact", "edit", "Sam", "--call", "555-0199"))
    here.sync()
    assert b"555-0199" in server.holds("people")


def test_nothing_is_sent_or_written_where_nothing_changed(
    run: Run, here: Device, server: Server
) -> None:
    here.sync()
    stamps = files(here)
    kept = server.items(".ics")
    for _ in range(2):
        good(run("step", "add", f"Tea {_}", "--kind", "alone"))
        here.sync()
    assert files(here) == stamps
    assert server.items(".ics") == kept


def files(device: Device) -> dict[str, tuple[int, int]]:
    """Return which files there are, and when each was written."""
    found = [path for path in device.sync_folder.rglob("*.*") if path.is_file()]
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in found}


def test_two_devices_a_dismissed_alarm_and_an_edit(
    run: Run, here: Device, server: Server, tmp_path: Path
) -> None:
    here.sync()
    phone = Device(tmp_path / "phone", server)
    phone.discover()
    phone.sync()
    mine, theirs = (device.sync_folder / "calendar" for device in (here, phone))
    assert {path.name for path in mine.iterdir()} == {path.name for path in theirs.iterdir()}
    rings, other = sorted(p for p in theirs.iterdir() if b"VALARM" in p.read_bytes())[:2]
    rewrite(rings, "TRIGGER:PT0S", "TRIGGER:PT0S\r\nACKNOWLEDGED:20261026T223000Z")
    rewrite(other, "SUMMARY:", "SUMMARY:Mum not ")
    phone.sync()
    here.sync()
    assert "ACKNOWLEDGED" in (mine / rings.name).read_text()
    said = good(run("step", "add", "Tea", "--kind", "alone"))
    assert said.err.count("Somebody changed this in") == 1
    here.sync()
    phone.sync()
    assert "ACKNOWLEDGED" in rings.read_text()  # it does not ring again
    assert "Mum" not in other.read_text()
    other.unlink()
    phone.sync()
    here.sync()
    assert not (mine / other.name).exists()
    assert "Somebody deleted this" in good(run("step", "add", "Walk", "--kind", "alone")).err
    here.sync()
    phone.sync()
    assert other.exists()
    other.unlink()
    phone.sync()
    here.sync()
    assert good(run("step", "add", "Rest", "--kind", "alone")).err == ""
    here.sync()
    assert not (mine / other.name).exists()


def rewrite(path: Path, old: str, new: str) -> None:
    """Write a file anew as a program on a phone does."""
    content = path.read_bytes().decode()
    assert old in content
    path.write_bytes(content.replace(old, new, 1).encode())
    os.utime(path, (1_900_000_000, 1_900_000_000))


def test_a_server_that_fails_in_the_middle_is_caught_up_with(
    run: Run, here: Device, server: Server
) -> None:
    server.gate.left = 7
    failed = here.run("vdirsyncer", "sync")
    assert failed.returncode != 0
    sent = len(server.items(".ics"))
    assert 0 < sent < len(list((here.sync_folder / "calendar").iterdir()))
    good(run("risk", "edit", "Nights", "--when", "daily 8pm-1am"))  # meanwhile
    server.gate.left = None
    here.sync()
    kept = server.items(".ics")
    assert kept.keys() == {path.name for path in (here.sync_folder / "calendar").iterdir()}
    assert len(
        re.findall(b"DTSTART;TZID=America/New_York:2026....T200000", b"".join(kept.values()))
    )
    assert good(run("step", "add", "Tea", "--kind", "alone")).err == ""


def test_off_removes_the_files_here_and_the_server_keeps_its_own(
    run: Run, here: Device, server: Server
) -> None:
    here.sync()
    kept = server.items(".ics")
    said = good(run("publish", "off")).out
    assert "vdirsyncer refuses to empty a whole collection" in said
    refused = here.run("vdirsyncer", "sync")
    assert refused.returncode != 0
    assert "completely emptied" in refused.stderr
    assert server.items(".ics") == kept
    assert here.run("vdirsyncer", "sync", "--force-delete").returncode == 0
    assert server.items(".ics") == {}


def test_publishing_again_after_all_was_lost_here_takes_what_the_server_has(
    run: Run, here: Device, server: Server, tmp_path: Path, home: Path
) -> None:
    here.sync()
    (home / "published.json").unlink()
    fresh = Device(tmp_path / "fresh", server)
    fresh.discover()
    fresh.sync()
    before = files(fresh)
    publish(run, fresh)
    assert files(fresh) == before
    fresh.sync()
    good(run("contact", "edit", "Sam", "--call", "555-0199"))
    fresh.sync()
    assert b"555-0199" in server.holds("week")


def test_khal_and_khard_show_it(run: Run, tmp_path: Path) -> None:
    device = Device(tmp_path / "here")
    publish(run, device)
    listed = device.run("khal", "list", "2026-10-30", "3d")
    assert listed.returncode == 0, listed.stderr
    said = listed.stdout.split("\n")
    assert {"Friday, 2026-10-30", "Saturday, 2026-10-31", "Sunday, 2026-11-01"} <= {*said}
    for line in ("17:00-23:00 Evening", "18:00-18:15 Call Sam", "20:30-20:45 Text Ünsal"):
        assert any(each.startswith(line) for each in said), line
    assert listed.stdout.count("21:00→ Night") == 3
    tuesday = device.run("khal", "list", "2026-11-03", "1d").stdout
    assert "19:00-20:00 Meeting" in tuesday
    good(run("group", "edit", "Tuesday", "--when", "tue 6-7pm"))
    assert "18:00-19:00 Meeting" in device.run("khal", "list", "2026-11-03", "1d").stdout
    people = device.run("khard", "list")
    assert people.returncode == 0, people.stderr
    assert "Sam" in people.stdout
    assert "Ünsal" in people.stdout
    assert "555-0114" in people.stdout
