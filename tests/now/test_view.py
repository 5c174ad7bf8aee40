"""Who is there at one instant, which line leads, which meeting is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from moment_examples import (
    ALEX,
    DANA,
    EVENING,
    LIFELINE,
    NIGHTS,
    PRIYA,
    SAM,
    ZONE,
    contact,
    hours,
    view_at,
    with_contacts,
)
from recoverplan.now.view import View, way_of


def names(view: View) -> tuple[list[str | None], list[str | None]]:
    """Return who can be reached, and the others."""
    people, others = (
        [person.entry.get("name") for person in part] for part in (view.people, view.others)
    )
    return people, others


def lead(view: View) -> str | None:
    return view.lead.entry.get("name") if view.lead else None


def november(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def test_people_come_and_go_to_the_second() -> None:
    assert names(view_at(november(23, 17, 59))) == ([], ["Sam", "Priya", "Dana"])
    assert names(view_at(november(23, 18))) == (["Sam"], ["Priya", "Dana"])
    assert names(view_at()) == (["Sam", "Priya"], ["Dana"])
    assert names(view_at(november(23, 22))) == (["Sam"], ["Priya", "Dana"])
    assert names(view_at(november(23, 23) - timedelta(seconds=1)))[0] == ["Sam"]
    assert names(view_at(november(23, 23)))[0] == []


def test_weekly_numbers_play_no_part() -> None:
    never = replace(SAM, per_week=0)
    clinic = contact("Clinic", role="clinical", call="555-0142")
    view = view_at(kept=with_contacts(never, PRIYA, clinic))
    assert names(view) == (["Sam", "Priya", "Clinic"], [])
    assert names(view_at(november(23, 17), with_contacts(never))) == ([], ["Sam"])


def test_whoever_is_paused_is_named_nowhere_until_the_pause_ends() -> None:
    away = replace(SAM, paused_from=date(2026, 11, 23), paused_until=date(2026, 11, 24))
    kept = with_contacts(away, DANA)
    for day, there in ((22, True), (23, False), (24, False), (25, True)):
        view = view_at(november(day, 21, 40), kept)
        assert any("Sam" in part for part in names(view)) is there


def test_any_time_has_no_end() -> None:
    view = view_at(kept=with_contacts(contact("Kim", call="555-0140")))
    assert view.people[0].until is None
    before_a_pause = contact("Kim", call="555-0140", paused_from=date(2026, 11, 25))
    until = view_at(kept=with_contacts(before_a_pause)).people[0].until
    assert until
    assert until.end == int(november(25, 0).timestamp())
    back_for_good = contact(
        "Kim", call="555-0140", paused_from=date(2026, 11, 1), paused_until=date(2026, 11, 20)
    )
    assert view_at(kept=with_contacts(back_for_good)).people[0].until is None


def test_after_the_known_hours_everybody_is_listed() -> None:
    for moment in (EVENING + timedelta(days=121), EVENING - timedelta(days=30)):
        view = view_at(moment)
        assert view.in_words
        assert names(view) == ([], ["Sam", "Priya", "Dana"])
        assert view.next_meeting is None
        assert lead(view) == "988 Suicide & Crisis Lifeline"


def test_the_first_crisis_line_leads() -> None:
    assert lead(view_at()) == "988 Suicide & Crisis Lifeline"
    assert lead(view_at(region="GB-SCT")) == "Samaritans"
    assert lead(view_at(region="CA-BC")) == "9-8-8 Suicide Crisis Helpline"
    assert lead(view_at(region="CH")) == "Die Dargebotene Hand (Tel 143)"
    assert lead(view_at(region="MT")) is None


def test_a_line_closed_now_or_with_hours_not_known_does_not_lead() -> None:
    daytime = contact("988 suicide & crisis lifeline", "daily 9am-5pm", role="line", call="988")
    view = view_at(kept=with_contacts(daytime))
    assert lead(view) == "Crisis Text Line"
    assert [line.open for line in view.beside()] == [True, False]  # for drugs, and closed
    assert (
        lead(view_at(november(23, 12), with_contacts(daytime))) == "988 Suicide & Crisis Lifeline"
    )
    after = view_at(EVENING + timedelta(days=200), with_contacts(daytime))
    assert lead(after) == "Crisis Text Line"


def test_a_closed_line_is_named_when_there_is_no_other() -> None:
    own = contact("Night line", "daily 1am-2am", role="line", call="555-0143")
    view = view_at(kept=with_contacts(own), region="MT")
    assert lead(view) == "Night line"
    assert view.lead
    assert view.lead.open is False


def test_an_own_line_is_named_beside_and_a_paused_one_is_hidden() -> None:
    own = contact("Clinic line", role="line", call="555-0150")
    hidden = contact("988 Suicide & Crisis Lifeline", role="line", paused_from=date(2026, 11, 1))
    view = view_at(kept=with_contacts(own, hidden))
    assert lead(view) == "Crisis Text Line"
    assert [line.entry.get("name") for line in view.beside()] == ["SafeSpot overdose hotline"]
    assert [line.entry.get("name") for line in view.own_lines()] == ["Clinic line"]


def steps(view: View) -> list[tuple[str, str | None]]:
    """Return the steps, with the hours whose own they are."""
    return [(step.text, step.hours) for step in view.steps]


def test_the_hours_that_run_come_before_the_general_steps() -> None:
    kept = ALEX._replace(risks=(NIGHTS,))
    general = [("Shoes on, once round the block", None), ("Tea and the radio", None)]
    phone = ("Phone charges in the kitchen", None)
    assert steps(view_at(kept=kept)) == [
        ("If I pace, then I put on shoes", None),
        ("shower", "Nights alone"),
        ("tea and the radio", "Nights alone"),
        general[0],
        phone,
    ]
    for hour, minute in ((20, 59), (0, 0)):
        assert steps(view_at(november(24, hour, minute), kept)) == [*general, phone]


def test_of_hours_that_run_together_the_highest_level_comes_first() -> None:
    low = replace(NIGHTS, id=2, label="Late", level="low", steps=("radio",), if_thens=())
    kept = ALEX._replace(risks=(low, NIGHTS), steps=())
    assert [text for text, _ in steps(view_at(kept=kept))] == [
        "If I pace, then I put on shoes", "shower", "tea and the radio", "radio",
    ]  # fmt: skip


def test_with_no_general_steps_those_of_all_hard_hours_the_highest_level_first() -> None:
    medium = replace(
        NIGHTS, id=2, label="Mornings", level="medium", steps=("tea", "Shower"),
        hours=hours("daily 6am-8am")[0], if_thens=(),
    )  # fmt: skip
    kept = ALEX._replace(risks=(medium, NIGHTS), steps=())
    high = [("shower", "Nights alone"), ("tea and the radio", "Nights alone")]
    assert steps(view_at(november(23, 12), kept)) == [*high, ("tea", "Mornings")]
    assert steps(view_at(november(23, 7), kept)) == [
        ("tea", "Mornings"), ("Shower", "Mornings"), high[1],
    ]  # fmt: skip
    # After the known hours nothing is known to run.
    assert steps(view_at(november(23, 7) + timedelta(days=200), kept))[0] == high[0]


def test_meetings_that_overlap_are_each_next_until_they_end() -> None:
    both = replace(LIFELINE, hours=hours("tue 7pm-10pm", "tue 8pm-8:30pm"))
    kept = ALEX._replace(groups=(both,))
    found = view_at(november(24, 21), kept).next_meeting
    assert found
    assert found[1].start == int(november(24, 19).timestamp())


def test_the_next_meeting_is_the_first_that_has_not_ended() -> None:
    def following(moment: datetime) -> tuple[str | None, int] | None:
        found = view_at(moment).next_meeting
        return (found[0].get("name"), found[1].start) if found else None

    assert following(EVENING) == ("Tuesday Lifeline", int(november(24, 19).timestamp()))
    assert following(november(24, 19, 30)) == following(EVENING)
    assert following(november(24, 20)) == ("SMART Friday", int(november(27, 19).timestamp()))
    alone = ALEX._replace(groups=(replace(LIFELINE, status="left"),))
    assert view_at(kept=alone).next_meeting is None


def test_the_way_somebody_wants_to_be_reached() -> None:
    ways = {"call": "555-0140", "text": "555-0144", "email": "kim@example.org", "other": "Signal"}
    for way, said in (
        ("call", "call 555-0140"),
        ("text", "text 555-0144"),
        ("email", "email kim@example.org"),
        ("other", "Signal"),
    ):
        kim = contact("Kim", prefer=way, **ways)
        assert way_of(view_at(kept=with_contacts(kim)).people[0].entry) == said
