"""Going, reaching, agreeing, giving, preparing, treatment and trips, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from secrets_given import PHRASE, lines
from terminal import Terminal
from whole.test_first_week import ALEX, enter


@pytest.fixture
def alex(run: Run) -> Run:
    """Enter the person of the examples."""
    enter(run, *ALEX)
    return run


def test_a_going_is_planned_shown_moved_and_leaves_no_mark(alex: Run) -> None:
    said = alex(
        "meeting", "plan", "Tuesday", "--with", "Sam", "--leave", "6:30", "--goal", "just listen"
    )
    assert said.out.startswith(
        "You're going: Tuesday Lifeline, tomorrow, 7 pm, with Sam, leave 6:30 pm: just listen."
    )
    line = "Tuesday 24 November, 7 pm: Tuesday Lifeline, with Sam, leave 6:30: just listen."
    assert line in alex("plan").out.splitlines()
    going = alex("plan", "--json").json["goings"][0]
    assert (going["group"]["name"], going["with"]["name"]) == ("Tuesday Lifeline", "Sam")
    assert (going["leave"], going["early"], going["late"]) == ("2026-11-24T18:30:00-05:00", 10, 15)
    following = alex("now", "--json").json["next_meeting"]
    assert (following["with"], following["leave"]) == ("Sam", "2026-11-24T18:30:00-05:00")
    asked = "How was Tuesday Lifeline? Type: recoverplan meeting log"
    assert asked not in alex("plan").out
    assert asked in alex("plan", now="2026-11-25T09:00").out
    assert asked in alex("plan", now="2026-12-01T19:59").out
    late = alex("plan", now="2026-12-01T20:01").out
    assert asked not in late
    assert "Tuesday Lifeline, with Sam" not in late
    edit = ("meeting", "plan", "--edit", "1", "--at", "next")
    assert alex(*edit).code == 0
    assert "Tuesday Lifeline, with Sam, leave 6:30" in alex("plan", "--days", "9").out


def test_the_next_one_is_that_after_the_one_that_was_planned(alex: Run) -> None:
    def moved(to: str, now: str = "2026-11-23T10:00") -> str:
        done = alex("meeting", "plan", "--edit", "1", "--at", to, "--json", now=now)
        return str(done.json["start"])

    assert alex("meeting", "plan", "Tuesday").code == 0
    assert moved("next") == "2026-12-01T19:00:00-05:00"
    assert moved("8 dec 7pm") == "2026-12-08T19:00:00-05:00"
    assert moved("next") == "2026-12-15T19:00:00-05:00"
    assert moved("next", now="2027-01-06T09:00") == "2027-01-12T19:00:00-05:00"


def test_a_log_starts_from_what_was_planned(alex: Run) -> None:
    assert alex("meeting", "plan", "SMART", "--at", "fri 7pm").code == 0
    logged = alex("meeting", "log", "--json", now="2026-11-30T09:00").json
    assert (logged["group"]["name"], logged["at"]) == ("SMART Friday", "2026-11-27T19:00:00-05:00")
    assert "How was SMART Friday" not in alex("plan").out


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("meeting plan|Tuesday|--leave|8pm", 2, "it begins at 7 pm"),
        ("meeting plan|Tuesday|--at|yesterday 7pm", 2, "is over"),
        ("meeting plan|Tuesday|--with|Nobody", 3, "No contact by the name"),
        ("meeting plan|--edit|9|--goal|x", 3, "recoverplan meeting plan --list"),
        ("meeting plan|--list|--edit|1", 2, "Say either --list or --edit"),
        ("meeting plan|Tuesday|--early|long", 2, "--early"),
        ("contact log|--edit|9|--how|text", 3, "recoverplan contact log --list"),
        ("contact log|Sam|--how|pigeon", 2, "call, text or in-person"),
        ("contact log|Sam|--no-answer|--they-called", 2, "not both"),
        ("contact log|Sam|--at|2026-12-24 19:00", 2, "still to come"),
        ("contact agree|Sam|--if|x", 2, "Say both"),
        ("contact agree", 2, "Say who it is that will notice."),
        ("risk edit|Payday|--prepare|card to Dana", 2, "1 day: card to Dana"),
        ("risk edit|Payday|--prepare|99 weeks: x", 2, "--prepare takes"),
        ("risk done|Payday", 1, "There is nothing to prepare"),
        ("give add|Coffee|--for|Tuesday|--to|Sam", 2, "not both"),
        ("treatment add|Clinic", 2, "Say when Clinic is"),
        ("treatment add|Clinic|--when|sat 10am|--kind|magic", 2, "appointment, programme"),
        ("trip add|Tokyo|--from|2026-12-05|--until|2026-12-01", 2, "not before"),
        ("trip add|Nowhere at all|--from|2026-12-01|--until|2026-12-02", 2, "Which time zone"),
        ("trip add|Tokyo", 2, "from which day to which"),
        ("group add|X|--trip|Mars", 3, "No trip by the name"),
    ],
)
def test_wrong_input_is_one_sentence_and_changes_nothing(
    alex: Run, line: str, code: int, said: str
) -> None:
    before = alex("export", "--json").out
    head, *rest = line.split("|")
    result = alex(*head.split(), *rest)
    assert (result.code, result.out) == (code, ""), result.err
    assert said in result.err
    assert alex("export", "--json").out == before


def test_a_check_in_that_was_made_is_done_and_the_rest_of_the_plan_stays(alex: Run) -> None:
    before = alex("plan", "--json", now="2026-11-23T20:40").json
    assert alex("contact", "log", "Sam", "--at", "8:32pm").code == 0
    after = alex("plan", "--json").json
    first = after["occurrences"][0]["check_in"]
    assert first.pop("done") == "2026-11-23T20:32:00-05:00"
    assert before["occurrences"][0]["check_in"].pop("done") is None
    assert before == after
    assert "Done, 8:32 pm: you talked with Sam." in alex("plan").out


@pytest.mark.parametrize(
    ("at", "done"),
    [("6:29pm", False), ("6:30pm", True), ("11:59pm", True)],
)
def test_a_talk_counts_from_two_hours_before_until_the_hours_end(
    alex: Run, at: str, done: bool
) -> None:
    now = "2026-11-24T00:05"
    assert alex("contact", "log", "Sam", "--at", f"2026-11-23 {at}", now=now).code == 0
    plan = alex("plan", "--json", "--from", "2026-11-23").json
    assert (plan["occurrences"][0]["check_in"]["done"] is not None) is done


def test_no_answer_is_no_check_in(alex: Run) -> None:
    assert alex("contact", "log", "Sam", "--no-answer", now="2026-11-23T20:32").code == 0
    assert alex("plan", "--json").json["occurrences"][0]["check_in"]["done"] is None


def test_who_did_not_answer_three_of_four_times_is_asked_about_once(alex: Run) -> None:
    days = ("2026-10-29", "2026-11-05", "2026-11-12", "2026-11-19")
    for day, answer in zip(days, ("--answer", *["--no-answer"] * 3), strict=True):
        assert alex("contact", "log", "Sam", answer, "--at", f"{day} 20:30").code == 0
    asked = "Sam did not answer on three Thursdays. Another time for Sam?"
    assert asked in alex("plan").out
    assert asked not in alex("plan", now="2026-11-26T20:31").out


def test_what_is_prepared_stands_where_it_falls_until_it_is_done(alex: Run) -> None:
    assert alex("risk", "edit", "Payday", "--prepare", "1 Day: card to Dana").code == 0
    assert "Thursday 26 November, 5 pm: Before Payday: card to Dana." in alex("plan").out
    assert alex("risk", "show", "Payday", "--json").json["risk"]["prepare"] == [
        "1 day: card to Dana"
    ]
    payday = alex("plan", "--json").json["occurrences"][5]
    assert payday["prepare"] == [
        {"at": "2026-11-26T17:00:00-05:00", "text": "card to Dana", "done": False}
    ]
    assert alex("risk", "done", "Payday").out == "Done: card to Dana, before Payday.\n"
    assert "card to Dana" not in alex("plan").out
    assert alex("plan", "--json").json["occurrences"][5]["prepare"][0]["done"] is True
    assert "Everything before the next Payday is done." in alex("risk", "done", "Payday").err
    assert "Before Payday: card to Dana" in alex("plan", now="2026-12-07T09:00").out


def test_medicine_is_named_by_plan_and_treatment_alone(alex: Run) -> None:
    said = alex("treatment", "add", "Subutex", "--when", "daily 8am", "--kind", "medicine")
    assert "ask your prescriber" in said.out
    assert "Subutex, every day." in alex("plan").out
    for option in ("--html", "--ics"):
        page = alex("plan", option, "-", "--titles", "full") if option == "--ics" else None
        shown = (page or alex("plan", option, "-")).out
        assert "Subutex" not in shown
        assert "edicine" in shown
    covered = [each["cover"] for each in alex("plan", "--json").json["occurrences"]]
    assert not any(one["name"] == "Subutex" for cover in covered for one in cover)
    assert alex("treatment", "pause", "Subutex").code == 0
    assert "Subutex" not in alex("plan").out
    assert alex("treatment", "pause", "Subutex", "--end").code == 0
    assert "Subutex" in alex("plan").out


def test_what_comes_often_in_a_longer_plan_is_said_with_its_days(alex: Run) -> None:
    alex("treatment", "add", "Clinic", "--when", "sat 10am")
    alex("treatment", "add", "Day program", "--when", "mon, wed, fri 3pm")
    week, month = alex("plan").out, alex("plan", "--days", "28").out
    assert "Day program, also Wed, Fri." in week
    assert "Clinic, also Sat 5 Dec, Sat 12 Dec and Sat 19 Dec." in month
    assert "Day program, also Wed 25 Nov, Fri 27 Nov, Mon 30 Nov and 8 more days." in month


def test_one_thing_left_is_said_as_one(alex: Run) -> None:
    alex("risk", "edit", "Payday", "--prepare", "1 day: card to Dana")
    assert alex("risk", "done", "Payday", "2").err == (
        "Only 1 left to prepare, so there is no number 2.\n"
    )


def test_what_is_only_named_ends_with_a_full_stop(alex: Run) -> None:
    alex("give", "add", "Set up chairs")
    assert alex("give", "list", "--plain").out == "Set up chairs, number 1.\n"


def test_what_was_agreed_is_kept_and_sent_to_nobody(alex: Run) -> None:
    line = ("contact", "agree", "Sam", "--if", "I miss two Tuesdays", "--then", "ask me how I am")
    assert "This program contacts nobody." in alex(*line).out
    agreed = "if I miss two Tuesdays, Sam will ask me how I am"
    assert agreed in alex("contact", "show", "Sam").out
    assert agreed in alex("review").out
    assert agreed[2:] not in alex("family", "page").out
    changed = alex("contact", "agree", "--edit", "1", "--family")
    assert (changed.code, "I miss two Tuesdays" in changed.out.splitlines()[1]) == (0, True)
    assert agreed[2:] in alex("family", "page").out


def test_a_chat_has_a_place_and_no_tries(alex: Run) -> None:
    said = alex("group", "add", "Circle", "--format", "chat", "--link", "https://example.org/c")
    assert "to try" not in said.out
    assert "Circle: any time. https://example.org/c" in alex("plan").out
    assert "Any time: Circle, https://example.org/c." in alex("now").out
    assert alex("now", "--json").json["chats"] == [
        {"name": "Circle", "link": "https://example.org/c"}
    ]
    assert alex("meeting", "log", "Circle").code == 0
    assert alex("group", "show", "Circle", "--json").json["group"]["status"] == "kept"
    assert alex("group", "try", "Circle").code == 1
    gaps = alex("plan", "--json").json["summary"]["gap_minutes"]
    assert alex("group", "edit", "Circle", "--when", "mon 11pm-midnight").code == 0
    assert alex("plan", "--json").json["summary"]["gap_minutes"] == gaps - 60


def test_behind_a_passphrase_now_has_the_number_of_the_country_and_not_the_place(
    alex: Run, home: Path
) -> None:
    trip = ("trip", "add", "Kyoto", "--timezone", "Asia/Tokyo", "--region", "JP")
    assert alex(*trip, "--from", "2026-11-25", "--until", "2026-11-26").code == 0
    with lines(PHRASE) as given:
        assert alex("lock", "set", "--yes", "--card", "region", *given).code == 0
    there = alex("now", "--json", now="2026-11-25T21:00").json
    assert there["emergency"] == "119"
    assert "Kyoto" not in (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert alex("now", "--json", now="2026-11-28T12:00").json["emergency"] == "911"


def test_on_a_trip_now_and_plan_are_of_the_place(alex: Run) -> None:
    assert alex("trip", "add", "Tokyo", "--from", "2026-11-25", "--until", "2026-11-26").code == 0
    plan = alex("plan", "--json").json
    assert plan["trip"] == {"place": "Tokyo", "from": "2026-11-25", "until": "2026-11-26"}
    assert plan["timezone"] == "America/New_York"
    starts = [each["start"] for each in plan["occurrences"]]
    assert "2026-11-25T21:00:00+09:00" in starts
    assert "2026-11-24T21:00:00-05:00" not in starts  # a night that does not come
    there = alex("plan", "--json", now="2026-11-25T10:00").json
    assert there["timezone"] == "Asia/Tokyo"
    assert there["from"] == "2026-11-25T00:00:00+09:00"
    now = alex("now", "--json", now="2026-11-25T10:00").json
    assert now["emergency"] == "119"
    assert alex("now", "--json", now="2026-11-23T10:00").json["emergency"] == "911"
    assert alex("now", "--json", now="2026-11-27T10:00").json["emergency"] == "911"
    assert (
        "You are in Tokyo until Thu 26 Nov, on Tokyo time."
        in alex("plan", now="2026-11-25T10:00").out
    )
    refused = alex("trip", "add", "Osaka", "--from", "2026-11-26", "--until", "2026-11-28")
    assert (refused.code, "you are in Tokyo already" in refused.err) == (1, True)


def test_the_next_meeting_of_the_front_door_says_with_whom_and_when_to_leave(alex: Run) -> None:
    line = "meeting plan|Tuesday|--with|Sam|--leave|6:30|--goal|just listen"
    assert alex(*line.replace(" ", "|", 1).split("|")).code == 0
    said = "Next meeting: Tuesday Lifeline, tomorrow, 7 pm, St Luke's hall"
    said += ", with Sam, leave 6:30 pm."
    assert said in alex().out.splitlines()
    today = alex(now="2026-11-24T09:00").out
    assert "6:30 pm: leave for Tuesday Lifeline (7 pm, St Luke's hall), with Sam." in today
    # What was planned comes first also where it is outside the group's own times.
    assert alex("meeting", "plan", "SMART", "--at", "2026-11-25 22:30", "--with", "Dana").code == 0
    assert alex("meeting", "plan", "SMART", "--at", "2026-11-25 18:00", "--with", "Dana").code == 0
    later = alex(now="2026-11-24T20:30").out
    assert "Next meeting: SMART Friday, tomorrow, 6 pm, online, with Dana." in later


def test_two_things_to_prepare_leave_room_for_the_next_meeting(alex: Run) -> None:
    both = ("--prepare", "1 day: card to Dana", "--prepare", "3 hours: shopping list")
    assert alex("risk", "edit", "Payday", *both).code == 0
    said = alex().out
    assert "Before Payday on Friday: card to Dana" in said
    assert "Next meeting: Tuesday Lifeline, tomorrow, 7 pm" in said


def test_a_trip_that_was_changed_is_not_said_to_be_added(alex: Run) -> None:
    assert alex("trip", "add", "Tokyo", "--from", "2026-12-01", "--until", "2026-12-05").code == 0
    said = alex("trip", "edit", "Tokyo", "--until", "2026-12-06").out
    assert said.startswith("Changed: Tokyo, Tue 1 Dec to Sun 6 Dec.")


def test_the_front_door_is_twelve_lines_and_says_why_on_an_empty_day(alex: Run) -> None:
    day = alex(now="2026-11-28T12:00").out
    assert "You could plan one meeting" in day
    assert "recoverplan meeting plan 1" in day
    for now in ("2026-11-23T10:00", "2026-11-27T08:00", "2026-11-29T11:00"):
        assert len(alex(now=now).out.splitlines()) <= 12


def test_a_number_is_that_of_the_list_whatever_things_are_called(run: Run) -> None:
    """Neither the name of another one, nor the number that one has elsewhere."""
    for name in ("Kim", "Sam", "1"):
        assert run("contact", "add", name, "--role", "peer").code == 0
        assert run("group", "add", name, "--when", "tue 7-8pm").code == 0
    for noun in ("contact", "group"):
        assert run(noun, "remove", "Sam", "--yes").code == 0
    talk = Terminal("contact", "log")
    talk.answer("Number or word:", "3")
    talk.wait_for("Type a number from 1 to 2")
    talk.answer("Number or word:", "1")
    talk.answer("How was it?", "call")
    talk.interrupt()
    assert run("contact", "log", "--show", "1").out.startswith("Kim")
    plan = Terminal("meeting", "plan")
    plan.answer("Number or word", "1")
    plan.answer("Who could come along? A name on your list, or Enter for nobody.")
    plan.interrupt()
    assert run("meeting", "plan", "--show", "1").out.startswith("Kim")


def test_what_is_looked_at_is_of_whom_was_named(run: Run) -> None:
    for number, name in enumerate(("Kim", "Sam"), 1):
        assert run("contact", "add", name, "--role", "peer").code == 0
        assert run("group", "add", f"{name}s", "--when", "tue 7-8pm").code == 0
        assert run("meeting", "plan", f"{name}s").code == 0
        assert run("contact", "log", name, "--note", f"{number}").code == 0
    assert run("meeting", "plan", "Sams", "--list").out.splitlines()[0].startswith("Sams, number 2")
    for line in (
        ("meeting", "plan", "Sams", "--show", "1"),
        ("meeting", "plan", "Sams", "--remove", "1", "--yes"),
        ("contact", "log", "Sam", "--show", "1"),
        ("contact", "log", "Sam", "--remove", "1", "--yes"),
    ):
        assert run(*line).code == 3, line
    assert "Kims" in run("meeting", "plan", "--list").out
    assert run("contact", "log", "--show", "1").out.startswith("Kim")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("contact log|--list|--how|call", "Say either --list or --how"),
        ("contact log|--remove|1|--no-answer", "Say either --remove or --no-answer"),
        ("contact agree|--show|1|--if|x", "Say either --show or --if"),
        ("meeting plan|--list|--goal|x", "Say either --list or --goal"),
    ],
)
def test_nothing_is_said_of_what_is_only_looked_at(alex: Run, line: str, said: str) -> None:
    command, *options = line.split("|")
    refused = alex(*command.split(), *options)
    assert (refused.code, said in refused.err) == (2, True), refused.err
