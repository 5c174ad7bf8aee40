"""`recoverplan meeting`, from the command line: tries, edits, safety, wrong input."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from recoverplan.services.keeping import writing
from recoverplan.settings import Settings
from recoverplan.store import profile
from recoverplan.words import trial as words
from sharing import typed_once

ADD = ("group", "add", "Tuesday Lifeline", "--when", "tue 19:00-20:00", "--where", "a hall")
LOG = ("meeting", "log", "Tuesday Lifeline")
STARTS = ("2026-11-17", "2026-11-10", "2026-11-03", "2026-10-27", "2026-10-20")


def meetings(run: Run) -> list[dict[str, Any]]:
    result = run("meeting", "list", "--json")
    assert result.json["schema"] == "recoverplan/meetings/1"
    found: list[dict[str, Any]] = result.json["meetings"]
    return found


def group(run: Run, place: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = run("group", "list", "--json").json["groups"][place]
    return found


def contacts(home: Path) -> dict[str, Any]:
    from recoverplan.services.keeping import reading
    from recoverplan.store.tables import contacts as contact_store

    with reading(home) as store:
        assert store is not None
        return {one.name: one for one in contact_store.load_all(store)}


def in_region(home: Path, code: str) -> None:
    with writing(home, datetime(2026, 11, 23, 15, 0, tzinfo=UTC), lambda _: None) as store:
        profile.save(store, Settings(region=code, timezone="America/New_York"))
        store.did("chose a region")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("meeting|log", "group add"),
        ("meeting|plan", "group add"),
        ("meeting|plan|X", "group add"),
        ("group|show|X", "group add"),
        ("contact|ask|1", "contact add"),
        ("risk|show|1", "risk add"),
        ("step|show|1", "step add"),
        ("trip|show|1", "trip add"),
    ],
)
def test_where_there_is_nothing_yet_it_is_said_how_to_add_one(
    run: Run, line: str, command: str
) -> None:
    done = run(*line.split("|"))
    assert done.code in (2, 3)
    hint = done.err.partition("recoverplan ")[2].partition(";")[0].replace("NUMBER", "555-0114")
    assert hint.startswith(command), done.err
    assert run(*shlex.split(hint)).code == 0


@pytest.fixture
@typed_once
def trying(run: Run) -> Run:
    """A person who tries one group."""
    assert run(*ADD).code == 0
    return run


def test_a_log_says_how_far_the_trial_has_come_and_what_is_next(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00")
    assert result.code == 0
    assert result.out == (
        "Logged: Tuesday Lifeline, Tuesday 17 November, 19:00. 1 of 3 to 5.\n"
        "Next: Tuesday 24 November, 19:00, a hall.\n"
    )


def test_asked_for_plain_the_promise_has_no_dash(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--plain")
    assert "1 of 3 to 5." in result.out
    assert "–" not in result.out


def test_all_that_was_logged_is_in_the_record(trying: Run) -> None:
    result = trying(
        *LOG, "--at", "fri 19:00", "--early", "--stayed", "--said", "small-honesty",
        "--contact", "Robin", "--fit", "boundaries=yes", "--fit", "newcomers=unsure",
        "--mood-before", "0", "--mood-after", "10", "--idea", "call my brother",
        "--note", "warm\x1b[31m tea", "--json",
    )  # fmt: skip
    assert result.json == {
        "id": 1,
        "group": {"id": 1, "name": "Tuesday Lifeline"},
        "at": "2026-11-20T19:00:00-05:00",
        "rough": False,
        "occurrence": None,
        "door": False,
        "early": True,
        "stayed": True,
        "said": "small-honesty",
        "contact": {"id": 1, "name": "Robin"},
        "fit": {"boundaries": "yes", "newcomers": "unsure"},
        "mood_before": 0,
        "mood_after": 10,
        "idea": "call my brother",
        "unsafe": None,
        "note": "warm tea",
        "created": "2026-11-23T10:00:00-05:00",
    }
    assert meetings(trying) == [result.json]
    shown = trying("meeting", "show", "#1", "--json").json
    assert shown == {"schema": "recoverplan/meeting/1", "meeting": result.json}


def test_without_a_time_a_log_is_of_the_last_start_within_a_day_else_now(trying: Run) -> None:
    late = trying(*LOG, "--said", "listened", "--json", now="2026-11-24T22:30")
    assert late.json["at"] == "2026-11-24T19:00:00-05:00"
    assert late.json["occurrence"] == late.json["at"]
    later = trying(*LOG, "--said", "listened", "--json", now="2026-11-26T12:00")
    assert later.json["at"] == "2026-11-26T12:00:00-05:00"
    assert later.json["occurrence"] is None


def test_two_logs_of_one_meeting_are_refused_naming_the_first(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 18:45")
    result = trying(*LOG, "--at", "2026-11-17 19:50", "--mood-after", "6")
    assert result.code == 1
    assert "logged already, as number 1" in result.err
    assert "recoverplan meeting edit 1" in result.err
    assert not result.out
    assert [one["mood_after"] for one in meetings(trying)] == [None]
    assert group(trying)["tries_so_far"] == 1


def test_an_edit_cannot_make_two_logs_of_one_meeting(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00")
    trying(*LOG, "--at", "2026-11-10 19:00")
    result = trying("meeting", "edit", "2", "--at", "2026-11-17 19:30")
    assert result.code == 1
    assert "recoverplan meeting edit 1" in result.err
    assert meetings(trying)[0]["at"].startswith("2026-11-10")


def test_going_to_the_door_is_noted_and_no_try(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--door")
    assert words.AT_THE_DOOR in result.out
    assert " of 3–5" not in result.out
    assert group(trying)["tries_so_far"] == 0
    trying("meeting", "edit", "1", "--no-door")
    assert group(trying)["tries_so_far"] == 1


def test_meetings_before_the_group_was_entered_and_before_the_clocks_changed_count(
    trying: Run,
) -> None:
    before = trying(*LOG, "--at", "2026-10-27 19:00", "--json").json
    assert before["at"] == before["occurrence"] == "2026-10-27T19:00:00-04:00"
    trying(*LOG, "--at", "2026-11-03 19:00")
    assert group(trying)["tries_so_far"] == 2
    assert "27 October, 19:00" in trying("meeting", "list").out


def test_a_group_elsewhere_keeps_its_own_clock(run: Run) -> None:
    run("group", "add", "Berlin", "--when", "tue 19:00-20:00", "--zone", "Europe/Berlin")
    # Between the two changes of the clocks Berlin is five hours ahead of New York, else six.
    starts = ("2026-10-27T14:00:00-04:00", "2026-11-03T13:00:00-05:00")
    for start in starts:
        at = start[:16].replace("T14:00", "T14:20").replace("T13:00", "T13:20")
        record = run("meeting", "log", "Berlin", "--at", at, "--json").json
        assert record["occurrence"] == start
    assert group(run)["tries_so_far"] == 2


def test_a_meeting_that_has_not_been_is_refused(trying: Run) -> None:
    for when in ("2026-11-24 19:00", "today 7pm", "tomorrow 9am", "23 nov 10:01"):
        result = trying(*LOG, "--at", when)
        assert result.code == 2, when
        assert "still to come" in result.err
    assert meetings(trying) == []
    assert trying(*LOG, "--at", "now").code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--at", "7"), "7 am or 7 pm"),
        (("--at", "03/04 7pm"), "3 April or 4 March"),
        (("--at", ""), "could not be read"),
        (("--said", "sang"), "--said is listened, small-honesty or shared"),
        (("--fit", "safety"), "--fit takes a quality and an answer"),
        (("--fit", "warmth=yes"), "The quality in --fit is"),
        (("--fit", "safety=maybe"), "--fit safety is yes, no or unsure"),
        (("--fit", "safety=yes", "--fit", "safety=no"), "given twice"),
        (("--mood-before", "11"), "--mood-before is a whole number from 0 to 10"),
        (("--mood-before", "-1"), "--mood-before is a whole number"),
        (("--mood-after", "good"), "--mood-after is a whole number"),
        (("--mood-after", "3.5"), "--mood-after is a whole number"),
        (("--mod", "3"), "--mod"),
        (("extra",), "extra"),
    ],
)
@pytest.mark.parametrize("command", [LOG, ("meeting", "edit", "1")])
def test_wrong_input_is_refused_and_nothing_is_written(
    trying: Run, command: tuple[str, ...], options: tuple[str, ...], said: str
) -> None:
    trying(*LOG, "--at", "2026-11-10 19:00")
    before = meetings(trying)
    result = trying(*command, *options)
    assert result.code == 2
    assert said in result.err
    assert "Traceback" not in result.err
    assert not result.out
    assert meetings(trying) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("meeting", "log"), 2),
        (("meeting", "log", "Nobody's Group"), 3),
        (("meeting", "show", "9"), 3),
        (("meeting", "edit", "9", "--early"), 3),
        (("meeting", "edit", "1"), 2),
        (("meeting", "remove", "1"), 2),
        (("meeting", "remove", "9", "--yes"), 3),
        (("meeting", "list", "--from", "soon"), 2),
        (("meeting", "list", "--until", "03/04"), 2),
        (("meeting", "list", "--group", "Nobody's"), 3),
        (("meeting", "list", "--calendar", "--year", "twenty"), 2),
        (("meeting", "list", "--year", "2026"), 2),
    ],
)
def test_what_is_not_there_or_missing_is_said_in_a_sentence(
    trying: Run, arguments: tuple[str, ...], code: int
) -> None:
    trying(*LOG, "--at", "2026-11-10 19:00")
    result = trying(*arguments)
    assert result.code == code
    assert result.err.strip()
    assert not result.out
    assert len(meetings(trying)) == 1


def test_listening_is_participating(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--said", "listened")
    assert words.LISTENING in result.out


def test_from_the_third_try_the_fit_the_mood_and_how_to_decide_are_shown(trying: Run) -> None:
    shown = []
    for day, mood in zip(STARTS, (3, 4, 5, 6, 7), strict=True):
        result = trying(*LOG, "--at", f"{day} 19:00", "--fit", "safety=yes",
                        "--mood-before", str(mood), "--contact", "Robin")  # fmt: skip
        shown.append(result.out)
    for out in shown[:2]:
        assert "group decide" not in out
        assert words.FIT_QUESTIONS["safety"] not in out
    assert f"{words.FIT_QUESTIONS['safety']} 3 yes." in shown[2]
    assert "Mood on Tuesday 17 November: 3 before." in shown[2]
    assert "Met there: Robin" in shown[2]
    assert "recoverplan group decide 1 keep|pause|leave" in shown[2]
    assert words.FULL_PROMISE not in shown[3]
    assert words.FULL_PROMISE in shown[4]
    assert words.DECIDE_QUESTION not in shown[4]  # asked on a terminal only
    sixth = trying(*LOG, "--at", "2026-10-13 19:00")
    assert "13 October, 19:00. 6 so far." in sixth.out
    assert words.FULL_PROMISE not in sixth.out  # said once


def test_a_contact_gained_is_kept_as_a_peer_and_counts_once_there_is_a_way(
    trying: Run, home: Path
) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--contact", "Robin")
    assert "Add a number to put them in your plan" in result.out
    robin = contacts(home)["Robin"]
    assert (robin.role, robin.met_at, robin.way()) == ("peer", 1, None)
    again = trying(*LOG, "--at", "2026-11-10 19:00", "--contact", "ROBIN", "--json")
    assert again.json["contact"] == {"id": robin.id, "name": "Robin"}
    assert len(contacts(home)) == 1


def test_an_idea_becomes_a_step_that_follows_its_log(trying: Run, home: Path) -> None:
    from recoverplan.services.keeping import reading
    from recoverplan.store.tables import steps as step_store

    trying(*LOG, "--at", "2026-11-17 19:00", "--idea", "call my brother")
    trying("meeting", "edit", "1", "--idea", "call my sister")
    with reading(home) as store:
        assert store is not None
        steps = step_store.load_all(store)
    assert [(step.text, step.kind, step.meeting) for step in steps] == [
        ("call my sister", "alone", 1)
    ]


def test_a_note_is_read_from_standard_input_with_its_lines(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00", "--note", "-", stdin="one\ntwo\n")
    assert meetings(trying)[0]["note"] == "one\ntwo"


def test_an_edit_changes_what_is_given_and_an_empty_text_takes_it_back(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00", "--said", "shared", "--fit", "safety=yes",
           "--fit", "rhythm=no", "--mood-before", "3", "--note", "x", "--early",
           "--contact", "Robin")  # fmt: skip
    result = trying("meeting", "edit", "1", "--at", "2026-11-10 19:10", "--said", "", "--fit",
                    "safety=", "--fit", "respect=yes", "--mood-before", "", "--note", "",
                    "--no-early", "--contact", "")  # fmt: skip
    assert result.code == 0
    assert result.out.startswith(
        "Changed: Tuesday Lifeline, Tuesday 10 November, 19:10. 1 of 3 to 5."
    )
    record = meetings(trying)[0]
    assert record["occurrence"] == "2026-11-10T19:00:00-05:00"
    assert record["fit"] == {"respect": "yes", "rhythm": "no"}
    for field in ("said", "mood_before", "note", "contact"):
        assert record[field] is None
    assert record["early"] is False


def test_a_log_can_be_moved_to_another_group(trying: Run) -> None:
    trying("group", "add", "Wednesday", "--when", "wed 19:00-20:00")
    trying(*LOG, "--at", "2026-11-18 19:00")
    record = trying("meeting", "edit", "1", "--group", "Wednesday", "--json").json
    assert record["group"] == {"id": 2, "name": "Wednesday"}
    assert record["occurrence"] == "2026-11-18T19:00:00-05:00"
    assert (group(trying)["tries_so_far"], group(trying, 1)["tries_so_far"]) == (0, 1)


def test_a_removed_log_is_no_try_and_what_came_from_it_stays(trying: Run, home: Path) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00", "--contact", "Robin")
    result = trying("meeting", "remove", "1", "--yes")
    assert result.out == "Removed the log of Tuesday Lifeline, Tuesday 17 November, 19:00.\n"
    assert group(trying)["tries_so_far"] == 0
    assert "Robin" in contacts(home)


def test_the_list_is_filtered_by_group_and_days(trying: Run) -> None:
    trying("group", "add", "Wednesday")
    for day in STARTS[:3]:
        trying(*LOG, "--at", f"{day} 19:00")
    trying("meeting", "log", "Wednesday", "--at", "2026-11-18 19:00")

    def days(*filters: str) -> list[str]:
        found = trying("meeting", "list", *filters, "--json").json["meetings"]
        return [one["at"][:10] for one in found]

    assert days() == ["2026-11-03", "2026-11-10", "2026-11-17", "2026-11-18"]
    assert days("--group", "tue") == ["2026-11-03", "2026-11-10", "2026-11-17"]
    assert days("--from", "2026-11-10", "--until", "17 nov") == ["2026-11-10", "2026-11-17"]
    assert days("--group", "wed", "--until", "2026-11-17") == []


def test_the_calendar_names_the_days_of_a_year_without_judging(trying: Run) -> None:
    for day in STARTS[:3]:
        trying(*LOG, "--at", f"{day} 19:00")
    trying(*LOG, "--at", "2025-12-30 19:00")
    trying(*LOG, "--at", "2026-10-20 19:00", "--door")
    out = trying("meeting", "list", "--calendar").out
    assert out == "November 2026: 3 meetings, on the 3rd, 10th and 17th.\n"
    last = trying("meeting", "list", "--calendar", "--year", "2025").out
    assert last == "December 2025: 1 meeting, on the 30th.\n"
    assert trying("meeting", "list", "--calendar", "--year", "2024").out == (
        "No meetings logged in 2024.\n"
    )
    record = trying("meeting", "list", "--calendar", "--year", "2025", "--json").json
    assert [one["at"][:10] for one in record["meetings"]] == ["2025-12-30"]


URGES = ("of 3", "next", "decide", "tries", "come back", "again", "how far", "meeting so far")


def test_something_unsafe_ends_the_trial_and_nobody_is_urged_back(trying: Run, home: Path) -> None:
    in_region(home, "US")
    trying(*LOG, "--at", "2026-11-10 19:00", "--contact", "Robin")
    result = trying(
        *LOG, "--at", "2026-11-17 19:00", "--unsafe", "pressured me", "--contact", "Kim"
    )
    assert result.code == 0
    assert words.UNSAFE_TRUST in result.out
    assert "If you are in danger: 911." in result.out
    _, _, talk_to = result.out.partition("If someone hurt or pressured you, you can talk to:\n")
    assert talk_to.startswith("RAINN National Sexual Assault Hotline: call 1-800-656-4673")
    assert "National Domestic Violence Hotline: call 1-800-799-7233" in result.out
    assert words.UNSAFE_OFFICE in result.out
    assert (
        "Met there: Robin and Kim. They are not in your check-ins unless you say so." in result.out
    )
    assert "recoverplan contact edit 1 --off-now" in result.out
    assert "recoverplan contact pause 2 --end" in result.out
    spoken = result.out.replace(words.UNSAFE_TRUST, "").casefold()
    for urge in URGES:
        assert urge not in spoken
    record = group(trying)
    assert (record["status"], record["unsafe"], record["why"]) == ("left", True, "pressured me")
    for person in contacts(home).values():
        assert person.paused_from.isoformat() == "2026-11-23"
        assert person.paused_until is None


def test_after_something_unsafe_no_later_screen_speaks_of_the_next_meeting(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00", "--unsafe", "shouting")
    for command in (("group", "list"), ("group", "show", "tue")):
        out = trying(*command).out.casefold()
        assert "next" not in out
        assert "planned" not in out
    later = trying(*LOG, "--at", "2026-11-10 19:00").out
    assert later == "Logged: Tuesday Lifeline, Tuesday 10 November, 19:00.\n"
    trying("group", "decide", "tue", "pause")
    assert words.NO_FIT not in trying("group", "decide", "tue", "leave").out


def test_without_a_region_no_country_s_numbers_are_said(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--unsafe", "shouting")
    assert "If you are in danger: your local emergency number." in result.out
    assert "911" not in result.out
    assert "988" not in result.out


def test_something_unsafe_can_be_said_later_too(trying: Run) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00")
    result = trying("meeting", "edit", "1", "--unsafe", "shouting")
    assert words.UNSAFE_TRUST in result.out
    assert group(trying)["status"] == "left"
    again = trying("meeting", "edit", "1", "--note", "quiet now")
    assert words.UNSAFE_TRUST not in again.out


def test_with_json_the_record_stands_alone_and_the_words_go_beside_it(trying: Run) -> None:
    result = trying(*LOG, "--at", "2026-11-17 19:00", "--unsafe", "x", "--contact", "K", "--json")
    assert result.json["unsafe"] == "x"
    assert words.UNSAFE_TRUST in result.err
    assert "recoverplan contact edit 1 --off-now" in result.err


def test_a_log_with_all_that_follows_from_it_is_undone_as_one(trying: Run, home: Path) -> None:
    trying(*LOG, "--at", "2026-11-17 19:00", "--contact", "Kim", "--idea", "tea", "--unsafe", "x")
    assert trying("undo").code == 0
    assert meetings(trying) == []
    assert contacts(home) == {}
    assert trying("step", "list", "--json").json["steps"] == []
    assert (group(trying)["status"], group(trying)["unsafe"]) == ("trying", False)


def test_an_idea_becomes_a_step_once_and_says_so(trying: Run) -> None:
    first = trying(*LOG, "--at", "2026-11-17 19:00", "--idea", "Tea and the radio")
    assert "Added to your steps: Tea and the radio\n" in first.out
    again = trying(*LOG, "--at", "2026-11-10 19:00", "--idea", "tea and the  radio")
    assert "Already among your steps: tea and the radio\n" in again.out
    assert [step["text"] for step in trying("step", "list", "--json").json["steps"]] == [
        "Tea and the radio"
    ]
    changed = trying("meeting", "edit", "1", "--idea", "Tea, and the radio")
    assert "Added to your steps: Tea, and the radio\n" in changed.out
    assert len(trying("step", "list", "--json").json["steps"]) == 1


def test_an_empty_list_says_so(run: Run) -> None:
    assert run("meeting", "list").out == f"{words.NO_MEETINGS_YET}\n"
