"""The inventory of support through the command line: what there is, what is needed, no nagging."""

from __future__ import annotations

import pytest

from conftest import Golden, Run
from sharing import typed_once

LATER = "2026-12-15T10:00"  # the person has been left in peace for long enough
PEOPLE = (
    "contact|add|Sam|--role|peer|--call|555-0114",
    "contact|add|Kit|--role|sponsor|--text|555-0127",
    "contact|add|Dr Lee|--role|clinical|--call|555-0150",
    "contact|add|Dana|--role|family|--call|555-0136",
    "contact|add|Own line|--role|line|--call|555-0151",
    "group|add|Lifeline|--when|tue 7-8pm",
    "group|add|Friday|--when|fri 7-8pm",
    "group|decide|Lifeline|keep",
)


@typed_once
def enter(run: Run, *lines: str) -> None:
    for line in lines:
        assert run(*line.split("|")).code == 0, line


def test_people_and_kept_groups_are_there_by_themselves(run: Run) -> None:
    enter(run, *PEOPLE)
    have = run("support", "--json").json["have"]
    assert [(each["kind"], each["who"], each["what"]) for each in have] == [
        ("peer", "Sam", None),
        ("peer", "Kit", "sponsor"),
        ("peer", "Lifeline", None),
        ("clinical", "Dr Lee", None),
        ("practical", "Dana", "family"),
    ]
    assert {each["id"] for each in have} == {None}
    assert run("support", "list", "--json").json["supports"] == []


def test_what_somebody_gives_is_said_once(run: Run) -> None:
    enter(run, *PEOPLE, "support|add|meals|--have|--contact|Dana")
    have = run("support", "--json").json["have"]
    assert [each["what"] for each in have if each["who"] == "Dana"] == ["meals"]
    enter(run, "contact|remove|Dana|--yes")
    have = run("support", "--json").json["have"]
    assert ("meals", None) in [(each["what"], each["who"]) for each in have]


def test_nobody_who_is_away_for_good_or_met_where_it_was_unsafe_is_named(run: Run) -> None:
    enter(run, *PEOPLE, "contact|pause|Sam", "contact|pause|Kit|--until|2026-12-24")
    enter(run, "meeting|log|Lifeline|--at|2026-11-17 19:00|--unsafe|pressure|--contact|Lou")
    said = run("support").out
    assert "Kit" in said
    for name in ("Sam", "Lifeline", "Lou"):
        assert name not in said


def test_the_record_has_all_that_was_entered(run: Run) -> None:
    enter(run, *PEOPLE)
    made = run("support", "add", "rides", "--need", "--contact", "dana", "--json").json
    assert made == {
        "id": 1,
        "kind": "practical",
        "what": "rides",
        "standing": "need",
        "contact": {"id": 4, "name": "Dana"},
        "group": None,
        "created": "2026-11-23T10:00:00-05:00",
    }
    assert run("support", "list", "--json").json == {
        "schema": "recoverplan/supports/1",
        "supports": [made],
    }
    shown = run("support", "show", "ride", "--json").json
    assert shown == {"schema": "recoverplan/support/1", "support": made}
    edited = run("support", "edit", "rides", "--have", "--contact", "", "--json").json
    assert (edited["standing"], edited["contact"]) == ("have", None)


def suggested(run: Run, week: int) -> object:
    """Return what is suggested so many weeks after the middle of December."""
    day = 15 + 7 * week
    month, day = (12, day) if day < 32 else (13, day - 31)
    date = f"2026-12-{day}" if month == 12 else f"2027-01-{day:02}"
    return run("support", "--json", now=f"{date}T10:00").json["suggestion"]


def test_at_most_one_suggestion_and_none_that_was_declined(run: Run) -> None:
    found = [suggested(run, week) for week in range(3)]
    assert sorted(each["kind"] for each in found) == ["clinical", "peer", "practical"]  # type: ignore[index]
    for each in found:
        enter(run, f"support|add|{each['what']}|--no")  # type: ignore[index]
    assert [suggested(run, week) for week in range(1, 7)] == [None] * 6
    assert "declined" not in run("support").out


def test_whoever_has_just_noted_something_is_left_in_peace(run: Run) -> None:
    assert run("support", "--json").json["suggestion"] is not None
    enter(run, "support|add|rides|--need")
    assert run("support", "--json").json["suggestion"] is None
    assert run("support", "--json", now="2026-11-30T09:00").json["suggestion"] is None
    found = [suggested(run, week) for week in range(3)]
    assert {each["what"]: each["noted"] for each in found}["rides"] is True  # type: ignore[index]


def test_a_kind_that_has_something_is_never_suggested(run: Run) -> None:
    enter(run, *PEOPLE)
    assert [suggested(run, week) for week in range(4)] == [None] * 4


def test_noting_a_need_gives_one_text_to_ask_with(run: Run) -> None:
    said = run("support", "add", "rides", "--need").out
    assert 'A text you could send: "Could you drive me' in said
    own = run("support", "add", "a loan of tools", "--kind", "practical", "--need").out
    assert "Could you help me with something: a loan of tools? No is fine." in own
    assert "won't be suggested again" in run("support", "add", "housing", "--no").out


def test_several_of_one_name_are_told_apart(run: Run) -> None:
    enter(run, *PEOPLE, "support|add|rides|--have|--contact|Dana")
    enter(run, "support|add|rides|--have|--contact|Sam")
    assert run("support", "add", "Rides", "--need", "--contact", "Sam").code == 1
    have = run("support", "add", "Rides", "--have", "--contact", "Sam")
    assert "support edit 2 --have" in have.err
    assert "#1" in run("support", "show", "rides").err
    enter(run, "support|remove|2|--yes", "undo")
    assert len(run("support", "list", "--json").json["supports"]) == 2


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("add", 2, "Like recoverplan support add"),
        ("add|a dog|--need", 2, "--kind peer, clinical or practical"),
        ("add|rides", 2, "--have or --need"),
        ("add|rides|--have|--need", 2, "not several"),
        ("add|rides|--kind|magic|--need", 2, "peer, clinical or practical"),
        ("add|rides|--have|--contact|Zed", 3, "Add one first"),
        ("add|rides|--have|--contact|Zed|--group|Zed", 2, "not both"),
        ("edit|rides", 2, "--have, --need"),
        ("show|rides", 3, "Add one first"),
    ],
)
def test_what_will_not_do_is_said(run: Run, line: str, code: int, hint: str) -> None:
    result = run("support", *line.split("|"))
    assert result.code == code
    assert hint in result.err
    assert run("support", "list", "--json").json["supports"] == []


def test_the_plain_screen(run: Run, golden: Golden) -> None:
    enter(run, *PEOPLE, "support|add|rides|--need|--contact|Dana", "support|add|meals|--have")
    golden("support-plain", run("support", now=LATER).out)
