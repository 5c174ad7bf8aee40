"""One call has one time: on the screens, in JSON, in the calendar and in reminders, at any hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

ENTERED = "2026-11-18T10:00"
CALL = "Time for the call you planned"


def entered(run: Run, *hours: str) -> None:
    for line in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        *(("risk", "add", f"Hard {number}", "--when", each) for number, each in enumerate(hours)),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
    ):
        assert run(*line, now=ENTERED).code == 0


@pytest.mark.parametrize(
    ("now", "at", "said"),
    [
        ("2026-11-20T17:35", "2026-11-20T18:00", "6 pm"),
        ("2026-11-20T18:20", "2026-11-20T18:00", "Now"),
        ("2026-11-20T23:30", "2026-11-21T18:00", "Sat 6 pm"),
        ("2026-11-21T10:00", "2026-11-21T18:00", "6 pm"),
        ("2026-11-21T19:00", "2026-11-21T18:00", "Now"),
        ("2026-11-22T10:00", "2026-11-22T18:00", "6 pm"),
    ],
)
def test_a_call_that_went_by_is_for_the_next_time_on_every_screen(
    run: Run, tmp_path: Path, now: str, at: str, said: str
) -> None:
    entered(run, "fri 18:00 - mon 03:00")
    plan = run("plan", "--json", "--days", "2", now=now).json
    assert [each["check_in"]["at"][:16] for each in plan["occurrences"]] == [at]
    for screen in ("plan", ""):
        lines = run(*screen.split(), "--plain", now=now).out.splitlines()
        assert f"{said}: call Sam, 555-0114." in lines[1:4]
    path = tmp_path / "days.ics"
    assert run("plan", "--ics", str(path), "--days", "2", now=now).code == 0
    event = path.read_bytes().decode().split("SUMMARY:Call Sam")
    assert len(event) == 2
    assert f":{at.replace('-', '').replace(':', '')}00\r" in event[1].partition("DTEND")[0]
    listed = run("remind", "list", "--json", "--days", "2", now=now).json["reminders"]
    calls = [each["at"][:16] for each in listed if each["words"] == CALL]
    assert calls == [max(at, now)]


def test_who_cannot_be_reached_any_more_in_these_hours_is_left_out(
    run: Run, tmp_path: Path
) -> None:
    entered(run, "daily 9pm-4am")
    calls = {}
    for now in ("2026-11-22T20:40", "2026-11-22T23:30", "2026-11-23T03:15"):
        head = run("plan", now=now).out.split("Hard 0. Level")[1]
        calls[now] = (head.count("call Sam"), run(now=now).out.count("call Sam"))
    assert calls == {
        "2026-11-22T20:40": (1, 1), "2026-11-22T23:30": (0, 0), "2026-11-23T03:15": (0, 1),
    }  # fmt: skip
    # What was planned stays in what machines read; a page has it no more.
    first = run("plan", "--json", now="2026-11-22T23:30").json["occurrences"][0]["check_in"]
    assert (first["at"][:16], first["done"]) == ("2026-11-22T20:30", None)
    page = tmp_path / "day.html"
    run("plan", "--html", str(page), "--days", "1", now="2026-11-22T23:30")
    assert "8:30 pm" not in page.read_text("utf-8")


def test_a_call_that_serves_two_stretches_is_reminded_of_once(run: Run) -> None:
    entered(run, "fri 18:00 - mon 03:00", "weekends")
    for now in ("2026-11-21T10:00", "2026-11-22T10:00"):
        listed = run("remind", "list", "--json", "--days", "1", now=now).json["reminders"]
        calls = [each["at"][:16] for each in listed if each["words"] == CALL]
        assert calls == [f"{now[:10]}T18:00"]
        assert run(now=now).out.count("call Sam") == 1


def test_why_names_the_time_that_is_shown(run: Run) -> None:
    entered(run, "fri 18:00 - mon 03:00")
    said = run("plan", "--risk", "Hard 0", now="2026-11-22T10:00").out
    assert "6 pm: Sam can be reached from then on." in said
