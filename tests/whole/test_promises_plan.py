"""Promises about `plan --json`, each with facts worked out by hand.

Now is Monday 23 November 2026, 10:00 in New York, unless a test says otherwise.
"""

from __future__ import annotations

import pytest

from conftest import Run
from promised import NEW_YORK, check_ins, cover, do, gaps, plan, short, windows

FRIDAY = "2026-11-20T10:00"  # things are entered before the week that is looked at
MONDAY = ("--from", "2026-11-23", "--days", "1")
ANYTIME = "contact add|{}|--role|peer|--call|555-0101"


def test_the_plan_has_these_fields(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 18:00-20:00|--level|high", ANYTIME.format("Sam"))
    do(run, "group add|G|--when|mon 19:00-20:00")
    found = plan(run)
    assert set(found) >= {
        "schema", "timezone", "from", "to", "occurrences", "tries", "summary",
    }  # fmt: skip
    assert found["schema"] == "recoverplan/plan/1"
    assert found["timezone"] == "America/New_York"
    one = found["occurrences"][0]
    assert one["risk"] == {"id": 1, "label": "E", "level": "high"}
    assert one["start"] == "2026-11-23T18:00:00-05:00"
    assert one["end"] == "2026-11-23T20:00:00-05:00"
    assert one["check_in"] == {
        "contact": {"id": 1, "name": "Sam"},
        "at": "2026-11-23T17:30:00-05:00",
        "done": None,
    }
    assert {"kind": "meeting", "id": 1, "name": "G", **ends(19, 20)} in one["cover"]
    assert {"kind": "contact", "id": 1, "name": "Sam", **ends(18, 20)} in one["cover"]
    assert one["gaps"] == []
    assert found["tries"] == [
        {"group": {"id": 1, "name": "G"}, "tries": 0, "status": "trying", "next": ends(19, 20)}
    ]
    assert found["summary"] == {"occurrences": 1, "with_person": 1, "gap_minutes": 0}


def ends(start: int, end: int) -> dict[str, str]:
    """Return full hours of Monday 23 November."""
    day = "2026-11-23T{:02}:00:00-05:00"
    return {"start": day.format(start), "end": day.format(end)}


def test_from_is_today_and_to_is_seven_calendar_days_later_across_a_clock_change(run: Run) -> None:
    do(run, NEW_YORK)
    found = plan(run, now="2026-10-28T23:30")  # the clocks go back on Sunday 1 November
    assert found["from"] == "2026-10-28T00:00:00-04:00"
    assert found["to"] == "2026-11-04T00:00:00-05:00"
    found = plan(run, "--from", "2027-03-14", "--days", "1")
    assert (found["from"], found["to"]) == (
        "2027-03-14T00:00:00-05:00",
        "2027-03-15T00:00:00-04:00",
    )


@pytest.mark.parametrize("days", ["0", "367", "-1", "x", ""])
def test_a_plan_holds_1_to_366_days(run: Run, days: str) -> None:
    assert run("plan", "--days", days).code == 2
    assert run("plan", "--days", "1").code == run("plan", "--days", "366").code == 0


def test_a_year_of_nights_is_counted_to_the_minute(run: Run) -> None:
    """Nights 21:00-02:00 and small hours 01:00-03:00 over 366 days from 01:30 on 24 November.

    367 nights overlap them (yesterday's still runs) and 366 small hours. Sam takes two hours off
    each night: 367 × 180 + 366 × 120 minutes are open. On 14 March 2027 a night that ends at a
    time that does not exist still has five hours, and the small hours lose one; on 7 November both
    gain one.
    """
    do(run, NEW_YORK, "risk add|Nights|--when|daily 21:00-02:00", now=FRIDAY)
    do(run, "risk add|Small|--when|daily 01:00-03:00")
    do(run, ANYTIME.format("Sam") + "|--when|daily 18:00-23:00")
    found = plan(run, "--days", "366", now="2026-11-24T01:30")
    assert found["to"] == "2027-11-25T00:00:00-05:00"
    assert found["summary"] == {
        "occurrences": 367 + 366,
        "with_person": 367,
        "gap_minutes": 367 * 180 + 366 * 120 - 60 + 120,
    }


def test_last_nights_window_belongs_while_it_runs_and_no_longer(run: Run) -> None:
    do(run, NEW_YORK, "risk add|Nights|--when|daily 21:00-02:00", now=FRIDAY)
    last, tonight = ("Nights", "23 21:00", "24 02:00"), ("Nights", "24 21:00", "25 02:00")
    assert windows(plan(run, "--days", "1", now="2026-11-24T01:59")) == [last, tonight]
    assert windows(plan(run, "--days", "1", now="2026-11-24T02:00")) == [tonight]
    # With --from it belongs because it overlaps the day, whether it is over or not.
    assert windows(plan(run, "--days", "1", "--from", "2026-11-24")) == [last, tonight]


def test_a_running_window_is_whole_with_the_check_in_and_gaps_of_its_past(run: Run) -> None:
    do(run, NEW_YORK, "risk add|Nights|--when|daily 21:00-02:00", now=FRIDAY)
    do(run, ANYTIME.format("Sam") + "|--when|daily 22:00-23:00")
    found = plan(run, "--days", "1", now="2026-11-24T01:30")
    assert windows(found)[0] == ("Nights", "23 21:00", "24 02:00")
    assert check_ins(found)[0] == ("Sam", "23 22:00")
    assert gaps(found) == [("23 21:00", "23 22:00"), ("23 23:00", "24 02:00")]


def test_occurrences_come_by_start_then_level_then_number(run: Run) -> None:
    do(run, NEW_YORK, now=FRIDAY)
    for line in (
        "Low|--when|mon 18:00-19:00|--level|low",
        "Medium|--when|mon 18:00-20:00",
        "High|--when|mon 18:00-18:30|--level|high",
        "Medium too|--when|mon 18:00-18:15",
        "Earlier|--when|mon 17:59-18:05|--level|low",
    ):
        do(run, "risk add|" + line)
    labels = [label for label, _, _ in windows(plan(run, *MONDAY))]
    assert labels == ["Earlier", "High", "Medium", "Medium too", "Low"]


def test_high_windows_get_a_person_first_and_nobody_more_than_agreed(run: Run) -> None:
    do(run, NEW_YORK, now=FRIDAY)
    for line in ("A|--when|mon 17:00-18:00|--level|low", "B|--when|mon 18:00-19:00",
                 "C|--when|mon 19:00-20:00|--level|high"):  # fmt: skip
        do(run, "risk add|" + line)
    do(run, ANYTIME.format("Sam") + "|--per-week|1")
    assert check_ins(plan(run, *MONDAY)) == [None, None, ("Sam", "23 18:30")]
    do(run, "contact edit|Sam|--per-week|2")
    assert check_ins(plan(run, *MONDAY)) == [None, ("Sam", "23 17:30"), ("Sam", "23 18:30")]
    # Loads of 2 and 1 are more even than 3 and 0; the first window gets the first contact.
    do(run, "contact edit|Sam|--per-week|", ANYTIME.format("Kim"))
    assert [each and each[0] for each in check_ins(plan(run, *MONDAY))] == ["Sam", "Sam", "Kim"]
    do(run, "contact edit|Kim|--order|1")
    assert [each and each[0] for each in check_ins(plan(run, *MONDAY))] == ["Kim", "Kim", "Sam"]


def test_a_weeks_number_holds_from_monday_to_sunday_whatever_is_shown(run: Run) -> None:
    do(run, NEW_YORK, "risk add|Mon|--when|mon 21:00-22:00", now=FRIDAY)
    do(run, "risk add|Sun|--when|sun 23:00-02:00", ANYTIME.format("Sam") + "|--per-week|1")
    sunday_before, monday, sunday = ("Sam", "22 22:30"), ("Sam", "23 20:30"), None
    assert check_ins(plan(run, "--from", "2026-11-22", "--days", "8")) == [
        sunday_before,
        monday,
        sunday,
    ]
    assert check_ins(plan(run, "--from", "2026-11-23", "--days", "1")) == [sunday_before, monday]
    assert check_ins(plan(run, "--from", "2026-11-29", "--days", "1")) == [sunday]
    # Still so on Sunday, when Monday's is long past.
    assert check_ins(plan(run, "--days", "1", now="2026-11-29T22:00")) == [sunday]


def test_who_counts_as_cover_and_for_check_ins(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 18:00-19:00", now=FRIDAY)
    nobody = ("Way|--role|peer", "Line|--role|line|--call|555-0101",
              "Never|--role|peer|--call|555-0101|--per-week|0",
              "Practical|--role|practical|--call|555-0101",
              "Clinic|--role|clinical|--call|555-0101")  # fmt: skip
    for line in nobody:
        do(run, "contact add|" + line)
        found = plan(run, *MONDAY)
        assert check_ins(found) == [None], line
        assert cover(found) == [], line
        assert gaps(found) == [("23 18:00", "23 19:00")], line
    for name in ("Practical", "Clinic"):
        do(run, f"contact edit|{name}|--per-week|1")
        assert check_ins(plan(run, *MONDAY)) == [(name, "23 17:30")]
        do(run, f"contact remove|{name}|--yes")
    for role in ("peer", "sponsor", "family"):
        do(run, f"contact add|X|--role|{role}|--other|Signal|--off-card")
        assert check_ins(plan(run, *MONDAY)) == [("X", "23 17:30")], role
        do(run, "contact remove|X|--yes")


def test_a_pause_lasts_through_its_last_day(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|daily 18:00-19:00", ANYTIME.format("Sam"), now=FRIDAY)
    do(run, "contact pause|Sam|--until|2026-11-24")
    found = plan(run, "--from", "2026-11-23", "--days", "3")
    assert check_ins(found) == [None, None, ("Sam", "25 17:30")]
    assert [cover(found, day) for day in range(3)] == [[], [], [("Sam", "25 18:00", "25 19:00")]]
    do(run, "contact pause|Sam|--end")
    assert None not in check_ins(plan(run, "--from", "2026-11-23", "--days", "3"))
    do(run, "contact pause|Sam")
    assert plan(run, "--days", "30")["summary"]["with_person"] == 0


def test_a_check_in_is_at_the_first_minute_that_is_possible(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 18:00-20:00", now=FRIDAY)
    for hours, at in (
        ("mon 12:00-23:00", "23 17:30"),
        ("mon 17:45-17:50", "23 17:45"),
        ("mon 18:30-23:00", "23 18:30"),
        ("mon 19:59-23:00", "23 19:59"),
        ("mon 20:00-23:00", None),
        ("mon 12:00-17:30", None),
    ):
        do(run, f"contact add|Sam|--role|peer|--call|555-0101|--when|{hours}")
        assert check_ins(plan(run, *MONDAY)) == [at and ("Sam", at)], hours
        do(run, "contact remove|Sam|--yes")


def test_the_half_hour_before_is_settable(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 18:00-20:00", ANYTIME.format("Sam"), now=FRIDAY)
    for lead, at in (("0", "23 18:00"), ("2h", "23 16:00"), ("45m", "23 17:15"), ("", "23 17:30")):
        do(run, f"setup|--lead|{lead}")
        assert check_ins(plan(run, *MONDAY)) == [("Sam", at)], lead


def test_what_is_entered_late_counts_from_then_on(run: Run) -> None:
    do(run, NEW_YORK, "risk add|Night|--when|mon 21:00-23:00", now="2026-11-23T21:20")
    do(run, ANYTIME.format("Sam"), now="2026-11-23T21:40")
    assert check_ins(plan(run, "--days", "1")) == [("Sam", "23 21:40")]
    do(run, ANYTIME.format("Eve") + "|--when|daily 18:00-21:30|--order|1", now="2026-11-23T21:45")
    assert check_ins(plan(run, "--days", "1")) == [("Sam", "23 21:40")]
    do(run, "contact remove|Sam|--yes")
    assert check_ins(plan(run, "--days", "1")) == [None]


def test_what_ended_before_it_was_entered_takes_no_part(run: Run) -> None:
    """Monday's window ended before Sam was entered: Sam's one check-in is free for Tuesday's."""
    do(run, NEW_YORK, "risk add|Early|--when|mon,tue 07:00-08:00", now="2026-11-20T10:00")
    do(run, ANYTIME.format("Sam") + "|--per-week|1", now="2026-11-23T10:00")
    assert check_ins(plan(run, "--from", "2026-11-23", "--days", "2")) == [
        None,
        ("Sam", "24 06:30"),
    ]


def test_groups_trying_or_kept_cover_and_paused_or_left_ones_do_not(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|tue 18:00-21:00", now=FRIDAY)
    do(run, "group add|G|--when|tue 17:30-19:00", "group add|H|--when|tue 20:00-22:00")
    tuesday = ("--from", "2026-11-24", "--days", "1")
    part_of_g, part_of_h = ("G", "24 18:00", "24 19:00"), ("H", "24 20:00", "24 21:00")
    assert cover(plan(run, *tuesday)) == [part_of_g, part_of_h]
    do(run, "group decide|G|keep", "group decide|H|pause")
    found = plan(run, *tuesday)
    assert cover(found) == [part_of_g]
    assert gaps(found) == [("24 19:00", "24 21:00")]
    assert [(row["group"]["name"], row["status"]) for row in found["tries"]] == [("G", "kept")]
    do(run, "group decide|G|leave", "group try|H")
    assert cover(plan(run, *tuesday)) == [part_of_h]


def test_the_next_meeting_is_the_first_that_ends_after_now(run: Run) -> None:
    do(run, NEW_YORK, "group add|G|--when|tue 19:00-20:00", "group add|None")
    for now, start in (("2026-11-24T19:59", "24 19:00"), ("2026-11-24T20:00", "01 19:00")):
        rows = plan(run, now=now)["tries"]
        assert [row["next"] and short(row["next"]["start"]) for row in rows] == [start, None]


def test_contacts_and_groups_keep_their_zone_and_windows_travel(run: Run) -> None:
    """London's 22:00 is 17:00 in New York, and so is Paris's 23:00; Chicago is an hour behind."""
    do(run, NEW_YORK, "risk add|E|--when|mon 16:45-18:15", now=FRIDAY)
    do(run, "contact add|Lon|--role|peer|--call|5551|--when|daily 22:00-23:00|--zone|Europe/London")
    do(run, "contact add|Here|--role|peer|--call|5552|--when|daily 17:00-17:30")
    do(run, "group add|Par|--when|mon 23:00-24:00|--zone|Europe/Paris|--format|online")
    found = plan(run, *MONDAY)
    assert set(cover(found)) == {
        ("Lon", "23 17:00", "23 18:00"),
        ("Here", "23 17:00", "23 17:30"),
        ("Par", "23 17:00", "23 18:00"),
    }
    assert gaps(found) == [("23 16:45", "23 17:00"), ("23 18:00", "23 18:15")]
    do(run, "setup|--timezone|America/Chicago")
    found = plan(run, *MONDAY)
    assert found["occurrences"][0]["start"] == "2026-11-23T16:45:00-06:00"
    assert set(cover(found)) == {("Lon", "23 16:45", "23 17:00"), ("Par", "23 16:45", "23 17:00")}
    assert check_ins(found) == [("Lon", "23 16:15")]  # 22:15 in London


def test_without_a_zone_of_the_profile_the_computers_holds(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(run, "risk add|E|--when|tue 18:00-21:00")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    found = plan(run)
    assert found["timezone"] == "Asia/Tokyo"
    assert found["occurrences"][0]["start"] == "2026-11-24T18:00:00+09:00"
    monkeypatch.setenv("TZ", "Nowhere/Land")
    refused = run("plan")
    assert (refused.code, refused.out) == (2, "")
    assert "--timezone" in refused.err


def test_a_window_over_a_clock_change_has_its_real_length(run: Run) -> None:
    do(run, NEW_YORK, "risk add|Wall|--when|sat 21:00-02:00", now="2026-10-20T10:00")
    do(run, "risk add|Real|--when|sat 22:00 for 6 hours", "risk add|Twice|--when|sun 01:00-03:00")
    back = plan(run, "--from", "2026-10-31", "--days", "2")
    assert [(one["start"], one["end"]) for one in back["occurrences"]] == [
        ("2026-10-31T21:00:00-04:00", "2026-11-01T02:00:00-05:00"),
        ("2026-10-31T22:00:00-04:00", "2026-11-01T03:00:00-05:00"),
        ("2026-11-01T01:00:00-04:00", "2026-11-01T03:00:00-05:00"),
    ]
    assert back["summary"]["gap_minutes"] == (6 + 6 + 3) * 60
    forward = plan(run, "--from", "2027-03-13", "--days", "2")
    assert [(one["start"], one["end"]) for one in forward["occurrences"]] == [
        # 02:00 does not exist: it takes the offset before the change, and is shown as 03:00
        ("2027-03-13T21:00:00-05:00", "2027-03-14T03:00:00-04:00"),
        ("2027-03-13T22:00:00-05:00", "2027-03-14T05:00:00-04:00"),
        ("2027-03-14T01:00:00-05:00", "2027-03-14T03:00:00-04:00"),
    ]
    assert forward["summary"]["gap_minutes"] == (5 + 6 + 1) * 60


def test_gap_minutes_count_overlapping_windows_in_each(run: Run) -> None:
    do(run, NEW_YORK, "risk add|A|--when|mon 18:00-20:00", "risk add|B|--when|mon 19:00-21:00")
    assert plan(run)["summary"] == {"occurrences": 2, "with_person": 0, "gap_minutes": 240}


def test_pinned_people_and_windows_without_a_check_in(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 18:00-20:00", now=FRIDAY)
    do(run, ANYTIME.format("Sam"), ANYTIME.format("Kim"))
    assert check_ins(plan(run, *MONDAY)) == [("Sam", "23 17:30")]
    do(run, "risk edit|E|--check-in|Kim")
    assert check_ins(plan(run, *MONDAY)) == [("Kim", "23 17:30")]
    do(run, "risk edit|E|--no-check-in")
    found = plan(run, *MONDAY)
    assert check_ins(found) == [None]
    assert found["summary"] == {"occurrences": 1, "with_person": 0, "gap_minutes": 0}
    assert run("risk", "edit", "E", "--check-in", "Nobody").code == 3
    assert run("risk", "edit", "E", "--check-in", "Sam", "--no-check-in").code == 2


def test_steps_are_the_windows_if_thens_then_its_own(run: Run) -> None:
    do(run, NEW_YORK, "step add|A general one|--kind|alone")
    do(run, "risk add|E|--when|mon 18:00-20:00|--step|tea|--if|I pace|--then|shoes on")
    assert plan(run)["occurrences"][0]["steps"] == [
        {"kind": "if-then", "text": "If I pace, then shoes on"},
        {"kind": "own", "text": "tea"},
    ]


def test_open_hours_come_with_invitations(run: Run) -> None:
    do(run, NEW_YORK, "risk add|N|--when|mon 21:00-24:00", now=FRIDAY)
    do(run, ANYTIME.format("Sam") + "|--when|daily 18:00-22:00")
    document = run("plan", "--gaps", "--json", *MONDAY).json
    assert document["schema"] == "recoverplan/gaps/1"
    (gap,) = document["gaps"]
    assert (gap["start"], gap["end"]) == ("2026-11-23T22:00:00-05:00", "2026-11-24T00:00:00-05:00")
    assert gap["risk"] == {"id": 1, "label": "N", "level": "medium"}
    assert gap["invitations"]
    assert "Sam" in gap["invitations"][0]


def test_one_window_in_full_shows_its_own_occurrences_only(run: Run) -> None:
    do(run, NEW_YORK, "risk add|A|--when|daily 18:00-19:00", "risk add|B|--when|daily 20:00-21:00")
    assert {label for label, _, _ in windows(plan(run, "--risk", "b"))} == {"B"}
    assert run("plan", "--risk", "nope").code == 3
