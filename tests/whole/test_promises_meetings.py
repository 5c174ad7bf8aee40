"""Promises about groups on trial and meetings logged.

Now is Wednesday 25 November 2026, 10:00 in New York, unless a test says otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Run
from promised import NEW_YORK, do, listed, plan

WEDNESDAY = "2026-11-25T10:00"


@pytest.fixture
def trying(run: Run) -> Run:
    """Enter a group that meets on Tuesdays at seven, and one without a known time."""
    do(run, NEW_YORK, "group add|Lifeline|--when|tue 19:00-20:00", "group add|Loose", now=WEDNESDAY)
    return run


def tries(run: Run, number: int = 0) -> int:
    """Return how many tries the plan counts for a group."""
    count: int = plan(run)["tries"][number]["tries"]
    return count


def meetings(run: Run) -> list[dict[str, Any]]:
    """Return the logs."""
    return listed(run, "meeting", "meetings")


def test_every_option_of_a_meeting_is_kept(trying: Run) -> None:
    wrote = trying(
        "meeting", "log", "Lifeline", "--at", "2026-11-17 19:00", "--early", "--stayed",
        "--said", "small-honesty", "--contact", "Rae", "--fit", "boundaries=yes",
        "--fit", "respect=no", "--fit", "newcomers=unsure", "--mood-before", "0",
        "--mood-after", "10", "--idea", "Breathe", "--note", "-", "--json", stdin="One.\nTwo.\n",
    ).json  # fmt: skip
    assert wrote == meetings(trying)[0]
    expected = {
        "group": {"id": 1, "name": "Lifeline"},
        "at": "2026-11-17T19:00:00-05:00",
        "door": False,
        "early": True,
        "stayed": True,
        "said": "small-honesty",
        "contact": {"id": 1, "name": "Rae"},
        "fit": {"boundaries": "yes", "respect": "no", "newcomers": "unsure"},
        "mood_before": 0,
        "mood_after": 10,
        "idea": "Breathe",
        "unsafe": None,
        "note": "One.\nTwo.",
        "created": "2026-11-25T10:00:00-05:00",
    }
    assert {name: wrote[name] for name in expected} == expected
    (rae,) = listed(trying, "contact", "contacts")
    assert (rae["role"], rae["met_at"], rae["call"]) == ("peer", 1, None)
    (idea,) = listed(trying, "step", "steps")
    assert idea["text"] == "Breathe"


def test_somebody_gained_counts_for_nothing_until_there_is_a_way(trying: Run) -> None:
    do(trying, "risk add|E|--when|thu 18:00-19:00", "meeting log|Lifeline|--contact|Rae")
    assert plan(trying)["occurrences"][0]["check_in"] is None
    assert trying("now", "--json").json["people"] == []
    do(trying, "contact edit|Rae|--call|555-0101")
    assert plan(trying)["occurrences"][0]["check_in"]["contact"]["name"] == "Rae"
    do(trying, "meeting log|Loose|--contact|rae")
    assert len(listed(trying, "contact", "contacts")) == 1


def test_without_at_it_is_the_last_start_within_24_hours_else_now(trying: Run) -> None:
    for now, at in (
        ("2026-11-24T19:00", "2026-11-24T19:00:00-05:00"),
        ("2026-11-25T19:00", "2026-11-24T19:00:00-05:00"),
        ("2026-11-25T19:01", "2026-11-25T19:01:00-05:00"),
    ):
        assert do(trying, "meeting log|Lifeline|--json", now=now).json["at"] == at
        do(trying, "undo")


def test_two_logs_of_one_meeting_are_refused_naming_the_first(trying: Run) -> None:
    number = do(trying, "meeting log|Lifeline|--json").json["id"]
    for again in ((), ("--at", "2026-11-24 19:30"), ("--at", "yesterday 7pm"), ("--door",)):
        refused = trying("meeting", "log", "Lifeline", *again)
        assert refused.code == 1, again
        assert f"meeting edit {number}" in refused.err
        assert refused.out == ""
    assert len(meetings(trying)) == tries(trying) == 1
    other = do(trying, "meeting log|Lifeline|--at|2026-11-17 19:00|--json").json["id"]
    assert trying("meeting", "edit", str(other), "--at", "2026-11-24 19:10").code == 1


def test_the_door_is_no_try_until_it_was_more(trying: Run) -> None:
    do(trying, "meeting log|Lifeline|--door")
    assert tries(trying) == 0
    do(trying, "meeting edit|Lifeline|--no-door")
    assert tries(trying) == 1


def test_a_meeting_from_before_the_group_was_entered_counts(trying: Run) -> None:
    for day in ("2019-05-07", "2026-11-10", "2026-11-17"):
        do(trying, f"meeting log|Lifeline|--at|{day} 19:00")
    assert tries(trying) == 3


def test_what_is_still_to_come_is_refused(trying: Run) -> None:
    for at in ("2026-11-25 10:01", "2026-12-01 19:00"):
        assert trying("meeting", "log", "Lifeline", "--at", at).code == 2
    assert meetings(trying) == []
    do(trying, "meeting log|Lifeline|--at|2026-11-25 10:00")


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("yesterday 7pm", "2026-11-24T19:00"),
        ("fri 19:00", "2026-11-20T19:00"),
        ("wed 9am", "2026-11-25T09:00"),
        ("wed 09:00", "2026-11-25T09:00"),
        ("2026-11-25 9:00", "2026-11-25T09:00"),
        ("wed 19:00", "2026-11-18T19:00"),
        ("2026-11-20 19:00", "2026-11-20T19:00"),
        ("now", "2026-11-25T10:00"),
    ],
)
def test_when_a_meeting_was(trying: Run, said: str, at: str) -> None:
    assert do(trying, f"meeting log|Loose|--at|{said}|--json").json["at"] == f"{at}:00-05:00"


@pytest.mark.parametrize(
    "options",
    [
        "--said|nothing", "--fit|humor=yes", "--fit|respect=maybe", "--fit|respect",
        "--mood-before|11", "--mood-after|-1", "--mood-after|x", "--at|yesterday", "--at|soon",
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_logged(trying: Run, options: str) -> None:
    result = trying("meeting", "log", "Lifeline", *options.split("|"))
    assert (result.code, result.out) == (2, "")
    assert result.err.strip()
    assert meetings(trying) == []


def test_from_the_third_try_on_the_fit_so_far_is_shown(trying: Run) -> None:
    said = [
        do(trying, f"meeting log|Lifeline|--at|2026-11-{day} 19:00|--fit|respect={fit}").out
        for day, fit in (("03", "yes"), ("10", "yes"), ("17", "no"))
    ]
    assert ["group decide" in out for out in said] == [False, False, True]
    assert "2 yes, 1 no" in said[2]


@pytest.mark.parametrize(
    ("decision", "status"), [("keep", "kept"), ("pause", "paused"), ("leave", "left")]
)
def test_a_decision_is_kept_with_its_reason(trying: Run, decision: str, status: str) -> None:
    wrote = do(trying, f"group decide|Lifeline|{decision}|--why|the room|--json").json
    assert (wrote["status"], wrote["why"]) == (status, "the room")
    assert do(trying, "group try|Lifeline|--json").json["status"] == "trying"


def test_a_decision_that_is_none_is_refused(trying: Run) -> None:
    assert trying("group", "decide", "Lifeline", "burn").code == 2
    assert trying("group", "decide", "Nothing", "keep").code == 3


@pytest.mark.parametrize(
    ("said", "kept"), [("3", "3"), ("4", "4"), ("5", "5"), ("3-5", "3-5"), ("4-5", "4-5")]
)
def test_how_many_tries_were_promised(trying: Run, said: str, kept: str) -> None:
    assert do(trying, f"group try|Lifeline|--tries|{said}|--json").json["tries"] == kept


@pytest.mark.parametrize("said", ["2", "6", "5-3", "3-6", "x", ""])
def test_a_promise_of_anything_else_is_refused(trying: Run, said: str) -> None:
    assert trying("group", "try", "Lifeline", "--tries", said).code == 2


def test_a_group_that_felt_unsafe_is_left_and_people_met_there_wait_for_an_answer(
    trying: Run,
) -> None:
    do(trying, "risk add|E|--when|thu 18:00-19:00", "meeting log|Lifeline|--contact|Rae")
    do(trying, "contact edit|Rae|--call|555-0101")
    result = do(trying, "meeting log|Lifeline|--at|2026-11-17 19:00|--unsafe|shouting")
    assert "You noticed something was not right. Trust that feeling." in result.out
    assert "911" in result.out
    assert "Rae" in result.out
    assert "tries" not in result.out
    assert listed(trying, "group", "groups")[0]["status"] == "left"
    assert [row["group"]["name"] for row in plan(trying)["tries"]] == ["Loose"]
    assert plan(trying)["occurrences"][0]["check_in"] is None
    assert trying("now", "--json").json["people"] == []
    do(trying, "contact pause|Rae|--end")
    assert plan(trying)["occurrences"][0]["check_in"]["contact"]["name"] == "Rae"


def test_the_first_words_are_shown_when_a_group_goes_on_trial(run: Run) -> None:
    for line in ("group add|Lifeline", "group try|Lifeline"):
        out = do(run, line).out
        assert "listening is participating" in out
        assert "Online or in person" in out


def test_editing_and_removing_a_log(trying: Run) -> None:
    do(trying, "meeting log|Lifeline|--idea|Breathe|--mood-before|2")
    do(trying, "meeting edit|1|--idea|Breathe out|--mood-before||--group|Loose")
    (kept,) = meetings(trying)
    assert (kept["idea"], kept["mood_before"], kept["group"]["name"]) == (
        "Breathe out",
        None,
        "Loose",
    )
    assert [one["text"] for one in listed(trying, "step", "steps")] == ["Breathe out"]
    assert trying("meeting", "remove", "1").code == 2
    do(trying, "meeting remove|1|--yes")
    assert meetings(trying) == []
    assert trying("meeting", "edit", "1", "--door").code == 3
