"""The plan and today in plain lines, and as JSON."""

from __future__ import annotations

import alex
from conftest import Golden
from recoverplan.domain.group import Group
from recoverplan.writers.front import Front, front_of
from recoverplan.writers.plain.plan import plan_lines, today_lines
from recoverplan.writers.records.plan import plan_record
from recoverplan.writers.viewer import Viewer

DAY = alex.PLAN._replace(end=alex.at(24, 0), occurrences=alex.PLAN.occurrences[:1])


def front(viewer: Viewer, group: Group | None = None) -> Front:
    """Return what today says."""
    return front_of(DAY, viewer, group, None, open_ahead=False)


def test_plain_lines_look_as_they_should(golden: Golden) -> None:
    golden("plan-plain", "\n".join(plan_lines(alex.PLAN, alex.ALEX)))


def test_no_symbol_that_a_screen_reader_stumbles_on() -> None:
    viewer = alex.ALEX._replace(elsewhere="Europe/Berlin")
    for line in [
        *plan_lines(alex.PLAN, viewer),
        *today_lines(DAY, viewer, front(viewer, alex.LIFELINE)),
    ]:
        assert not set(line) & set("·–—│┌…;"), line
        assert "  " not in line, line
        assert line[0].isupper() or line[0].isdigit(), line
        assert line.endswith((".", "?", '"')) or ". Type: " in line or "? Type: " in line, line


def test_what_was_heard_is_not_said_again() -> None:
    lines = list(plan_lines(alex.PLAN, alex.ALEX))
    for once in ("Hard because", "To Sam you can say", "At any hour: 988"):
        assert sum(line.startswith(once) for line in lines) == 1, once


def test_hours_open_on_several_days_of_a_week_are_said_once_with_all_their_days() -> None:
    lines = list(plan_lines(alex.PLAN, alex.ALEX))
    said = "11 pm to midnight: nobody on your list yet. The same from Tuesday to Thursday."
    assert [line for line in lines if line.startswith("11 pm to midnight")] == [said]
    later = list(plan_lines(alex.PLAN._replace(now=alex.at(25, 10)), alex.ALEX))
    assert "11 pm to midnight: nobody on your list yet. The same on Thursday." in later


def test_a_gap_of_another_day_names_it() -> None:
    weekend = alex.PLAN.occurrences[-1]
    span = type(weekend.span)(alex.at(28, 0), alex.at(30, 0))
    planned = weekend._replace(span=span, cover=(), check_in=None, gaps=(alex.span(29, 13, 15),))
    lines = list(plan_lines(alex.PLAN._replace(occurrences=(planned,)), alex.ALEX))
    assert "Saturday 28 November, all day through Sun 29: Sundays. Level: medium." in lines
    assert "Sunday 29 November, 1 to 3 pm: nobody on your list yet." in lines


def test_today_in_plain_lines() -> None:
    lines = list(today_lines(DAY, alex.ALEX, front(alex.ALEX)))
    assert lines[0] == "Monday 23 November."
    assert "Next meeting: Tuesday Lifeline, tomorrow, 7 pm, St Luke's hall." in lines
    assert lines[-2:] == [
        "The days ahead. Type: recoverplan plan",
        "Hard right now? Type: recoverplan now",
    ]


def test_a_meeting_just_over_is_asked_about() -> None:
    lines = list(today_lines(DAY, alex.ALEX, front(alex.ALEX, alex.LIFELINE)))
    assert "How was Tuesday Lifeline? Type: recoverplan meeting log 1" in lines


def test_the_record_of_the_week() -> None:
    record = plan_record(alex.PLAN)
    assert record["schema"] == "recoverplan/plan/1"
    assert record["timezone"] == "America/New_York"
    assert record["from"] == "2026-11-23T00:00:00-05:00"
    assert record["to"] == "2026-11-30T00:00:00-05:00"
    assert record["summary"] == {"occurrences": 7, "with_person": 7, "gap_minutes": 480}
    first = record["occurrences"][0]
    assert first == {
        "risk": {"id": 1, "label": "Nights alone", "level": "high"},
        "start": "2026-11-23T21:00:00-05:00",
        "end": "2026-11-24T00:00:00-05:00",
        "check_in": {
            "contact": {"id": 1, "name": "Sam"},
            "at": "2026-11-23T20:30:00-05:00",
            "done": None,
        },
        "cover": [
            {
                "kind": "contact",
                "id": 1,
                "name": "Sam",
                "start": "2026-11-23T21:00:00-05:00",
                "end": "2026-11-23T23:00:00-05:00",
            },
            {
                "kind": "contact",
                "id": 2,
                "name": "Priya",
                "start": "2026-11-23T21:00:00-05:00",
                "end": "2026-11-23T22:00:00-05:00",
            },
        ],
        "gaps": [{"start": "2026-11-23T23:00:00-05:00", "end": "2026-11-24T00:00:00-05:00"}],
        "steps": [
            {"kind": "if-then", "text": "If I pace, then shoes on, and once round the block"},
            {"kind": "own", "text": "shower"},
            {"kind": "own", "text": "tea and the radio"},
            {"kind": "own", "text": "phone charges in the kitchen"},
        ],
    }
    assert record["tries"][0] == {
        "group": {"id": 1, "name": "Tuesday Lifeline"},
        "tries": 2,
        "status": "trying",
        "next": {"start": "2026-11-24T19:00:00-05:00", "end": "2026-11-24T20:00:00-05:00"},
    }


def test_nobody_and_nothing_next_are_null() -> None:
    lonely = alex.PLAN.occurrences[0]._replace(check_in=None)
    tries = (alex.PLAN.tries[0]._replace(next=None),)
    record = plan_record(alex.PLAN._replace(occurrences=(lonely,), tries=tries))
    assert record["occurrences"][0]["check_in"] is None
    assert record["tries"][0]["next"] is None
    assert record["summary"]["with_person"] == 0
