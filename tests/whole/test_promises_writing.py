"""Promises about the commands that write: options, defaults, names, refusals, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from promised import NEW_YORK, do, listed, words_of

FIRST_WRITES = (
    "setup|--name|Alex",
    "risk add|Nights|--when|daily 9-11pm",
    "contact add|Sam|--role|peer",
    "step add|Tea|--kind|alone",
    "group add|Lifeline",
)


@pytest.mark.parametrize("line", FIRST_WRITES)
def test_the_first_write_makes_the_store_and_says_where_on_stderr(
    run: Run, home: Path, line: str
) -> None:
    result = do(run, line)
    assert (home / "plan.db").exists()
    assert str(home) in result.err
    assert str(home) not in result.out
    assert result.out.strip()
    command, name, *options = line.split("|")
    again = line if command == "setup" else "|".join([command, f"{name} too", *options])
    assert do(run, again).err == ""


@pytest.mark.parametrize("line", FIRST_WRITES)
def test_with_json_a_write_prints_its_record_alone(run: Run, line: str) -> None:
    result = do(run, line + "|--json")
    assert isinstance(result.json, dict)
    assert result.out.lstrip().startswith("{")


@pytest.mark.parametrize(
    "line",
    [
        "risk list", "contact list", "step list", "group list", "meeting list", "urge list",
        "urge chart", "now|--timer", "history", "plan",
        "card", "now", "", "when|nights", "risk map", "plan|--gaps",
    ],
)  # fmt: skip
def test_reading_makes_no_store(run: Run, home: Path, line: str) -> None:
    do(run, line)
    assert not home.exists()


@pytest.mark.parametrize("place", [0, 1, 2, 5])
def test_the_stores_folder_may_be_said_anywhere_on_the_line(
    run: Run, home: Path, tmp_path: Path, place: int
) -> None:
    there = tmp_path / "there"
    line = ["risk", "add", "Nights", "--when", "daily 9-11pm"]
    line[place:place] = ["--store", str(there)]
    assert run(*line).code == 0
    assert (there / "plan.db").exists()
    assert not home.exists()
    assert [one["label"] for one in run("risk", "list", "--json", f"--store={there}").json["risks"]]


@pytest.mark.parametrize(
    "line", ["risk list|--store", "step add|Tea|--kind|alone|--store=", "--store"]
)
def test_a_folder_that_was_forgotten_is_not_the_usual_one(run: Run, home: Path, line: str) -> None:
    result = run(*words_of(line))
    assert (result.code, result.out) == (2, "")
    assert "--store" in result.err
    assert not home.exists()
    assert run("now", "--store").code == 0


def test_every_option_of_a_risk_window_is_kept(run: Run) -> None:
    do(run, NEW_YORK)
    line = (
        "risk add|Nights|--when|mon-thu 21:00-24:00|--level|high|--trigger|quiet|--trigger|alone"
        "|--step|tea|--step|walk|--if|I pace|--then|shoes on|--if|I lie awake|--then|radio on"
    )
    wrote = do(run, line + "|--json").json
    assert wrote == listed(run, "risk", "risks")[0]
    expected = {
        "id": 1,
        "label": "Nights",
        "when": ["mon-thu 21:00-24:00"],
        "level": "high",
        "trigger": ["quiet", "alone"],
        "step": ["tea", "walk"],
        "if": ["I pace", "I lie awake"],
        "then": ["shoes on", "radio on"],
        "created": "2026-11-23T10:00:00-05:00",
    }
    assert {name: wrote[name] for name in expected} == expected


def test_what_was_not_given_is_null_and_a_level_is_medium(run: Run) -> None:
    do(run, "risk add|Nights|--when|daily 9-11pm")
    do(run, "contact add|Sam|--role|peer")
    do(run, "group add|Lifeline")
    risk, contact, group = (
        listed(run, "risk", "risks")[0],
        listed(run, "contact", "contacts")[0],
        listed(run, "group", "groups")[0],
    )
    assert risk["level"] == "medium"
    assert [risk[name] for name in ("trigger", "step", "if", "then")] == [None] * 4
    nothing = ("call", "text", "email", "other", "prefer", "when", "per_week", "say", "card_name")
    assert [contact[name] for name in nothing] == [None] * len(nothing)
    assert contact["on_card"] is True
    assert [group[name] for name in ("when", "programme", "format", "where", "link", "type")] == (
        [None] * 6
    )
    assert group["status"] == "trying"


def test_every_option_of_a_contact_is_kept(run: Run) -> None:
    do(run, NEW_YORK)
    wrote = do(
        run,
        "contact add|Sam|--role|sponsor|--call|555-0114|--text|555-0115|--email|sam@example.org"
        "|--other|Signal|--prefer|other|--when|daily 18:00-23:00|--when|sat 10am-noon"
        "|--zone|Europe/London|--per-week|3|--say|Got ten minutes?|--card-name|S|--off-card|--json",
    ).json
    assert wrote == listed(run, "contact", "contacts")[0]
    expected = {
        "id": 1,
        "name": "Sam",
        "role": "sponsor",
        "call": "555-0114",
        "text": "555-0115",
        "email": "sam@example.org",
        "other": "Signal",
        "prefer": "other",
        "when": ["daily 18:00-23:00", "sat 10am-noon"],
        "zone": "Europe/London",
        "per_week": 3,
        "say": "Got ten minutes?",
        "card_name": "S",
        "on_card": False,
    }
    assert {name: wrote[name] for name in expected} == expected


def test_a_line_is_not_on_the_card_unless_that_is_said(run: Run) -> None:
    assert do(run, "contact add|A|--role|line|--call|555-0101|--json").json["on_card"] is False
    line = "contact add|B|--role|line|--call|555-0102|--on-card|--json"
    assert do(run, line).json["on_card"] is True


def test_every_option_of_a_group_is_kept_and_both_spellings_are_one(run: Run) -> None:
    line = (
        "group add|{}|--when|tue 19:00-20:00|--when|sat 10:00-11:00|{}|SMART|--format|hybrid"
        "|--zone|Europe/Paris|--where|Hall|--link|https://example.org|--type|open|--type|women"
    )
    do(run, line.format("A", "--programme"))
    do(run, line.format("B", "--program"))
    first, second = listed(run, "group", "groups")
    expected = {
        "when": ["tue 19:00-20:00", "sat 10:00-11:00"],
        "programme": "SMART",
        "format": "hybrid",
        "zone": "Europe/Paris",
        "where": "Hall",
        "link": "https://example.org",
        "type": ["open", "women"],
    }
    for record in (first, second):
        assert {name: record[name] for name in expected} == expected


def test_a_groups_phrase_without_an_end_lasts_one_hour_and_says_so(run: Run) -> None:
    assert "one hour" in do(run, "group add|Lifeline|--when|tue 19:00").out
    next_one = run("plan", "--json").json["tries"][0]["next"]
    assert next_one["start"] == "2026-11-24T19:00:00-05:00"
    assert next_one["end"] == "2026-11-24T20:00:00-05:00"


@pytest.mark.parametrize("noun", ["risk|X", "contact|X|--role|peer|--call|555-0101"])
def test_elsewhere_a_start_without_an_end_is_refused(run: Run, noun: str, home: Path) -> None:
    head, _, rest = noun.partition("|")
    assert run(*words_of(f"{head} add|{rest}|--when|tue 19:00")).code == 2
    assert not home.exists()


def test_hard_hours_said_in_several_phrases_hold_them_all(run: Run) -> None:
    do(run, "risk add|X|--when|mon 09:00-10:00|--when|wed 13:00-14:00")
    starts = [
        one["start"] for one in run("plan", "--json", "--from", "tomorrow").json["occurrences"]
    ]
    assert starts == ["2026-11-25T13:00:00-05:00", "2026-11-30T09:00:00-05:00"]
    do(run, "risk edit|X|--when|tue 09:00-10:00|--when|thu 09:00-10:00")
    starts = [one["start"] for one in run("plan", "--json").json["occurrences"]]
    assert starts == ["2026-11-24T09:00:00-05:00", "2026-11-26T09:00:00-05:00"]


def test_settings_are_kept_one_by_one(run: Run) -> None:
    do(run, "setup|--name|Alex|--prefer|text|--about|alcohol|--about|gambling|--lead|45m|--plain")
    wrote = do(run, NEW_YORK + "|--json").json
    assert wrote == {
        "name": "Alex",
        "timezone": "America/New_York",
        "region": "US",
        "prefer": "text",
        "about": ["alcohol", "gambling"],
        "lead": 45,
        "plain": True,
    }


def order_of(run: Run) -> list[str]:
    """Return the contacts' names in the person's order."""
    return [one["name"] for one in listed(run, "contact", "contacts")]


def test_the_order_of_contacts_is_last_unless_said(run: Run) -> None:
    for name in "ABC":
        do(run, f"contact add|{name}|--role|peer|--call|555-0101")
    assert order_of(run) == ["A", "B", "C"]
    do(run, "contact add|D|--role|peer|--call|555-0101|--order|2")
    assert order_of(run) == ["A", "D", "B", "C"]
    do(run, "contact edit|C|--order|1")
    assert order_of(run) == ["C", "A", "D", "B"]
    do(run, "contact edit|C|--order|50")
    assert order_of(run) == ["A", "D", "B", "C"]


def test_names_may_be_used_wherever_numbers_may(run: Run) -> None:
    do(run, "risk add|Nights|--when|daily 21:00-23:00")
    do(run, "contact add|Sam|--role|peer|--call|555-0101")
    do(run, "step add|Tea and the radio|--kind|alone")
    do(run, "group add|Tuesday Lifeline")
    do(run, "meeting log|lifeline".replace("lifeline", "Tuesday Lifeline"))
    for name in ("Nights", "nights", "1", "#1", "nig"):
        do(run, f"risk edit|{name}|--level|low")
    for name in ("Sam", "SAM", "1"):
        do(run, f"contact edit|{name}|--per-week|1")
        do(run, f"contact ask|{name}")
        do(run, f"contact pause|{name}")
        do(run, f"contact pause|{name}|--end")
        do(run, f"risk edit|1|--check-in|{name}")
    for name in ("Tea and the radio", "tea", "1"):
        do(run, f"step edit|{name}|--kind|safer")
    for name in ("Tuesday Lifeline", "tuesday", "1"):
        do(run, f"group try|{name}|--tries|4")
        do(run, f"group decide|{name}|keep")
        do(run, f"meeting edit|{name}|--mood-before|4")
    for noun, name in (
        ("meeting", "tuesday"),
        ("group", "tues"),
        ("contact", "sam"),
        ("step", "te"),
    ):
        do(run, f"{noun} show|{name}")
        do(run, f"{noun} remove|{name}|--yes")


def test_a_groups_several_logs_are_told_apart_by_number(run: Run) -> None:
    for name in ("Lifeline", "Lighthouse", "Empty"):
        do(run, f"group add|{name}")
    for day in ("19", "20"):
        do(run, f"meeting log|Lifeline|--at|2026-11-{day} 19:00")
    several = run("meeting", "remove", "Lifeline", "--yes")
    assert several.code == 3
    assert "number 1" in several.err
    assert "number 2" in several.err
    for name in ("Li", "Empty", "nothing", "9"):
        refused = run("meeting", "remove", name, "--yes")
        assert refused.code == 3, name
        assert "meeting list" in refused.err  # a group's number would be another thing's
    assert len(listed(run, "meeting", "meetings")) == 2


@pytest.mark.parametrize("noun", ["risk", "contact", "step", "group"])
def test_an_ambiguous_name_lists_the_candidates_and_no_such_thing_is_3(run: Run, noun: str) -> None:
    rest = {
        "risk": "--when|daily 9-11pm",
        "contact": "--role|peer",
        "step": "--kind|alone",
        "group": "--format|online",
    }[noun]
    for name in ("Amber", "Ambrose"):
        do(run, f"{noun} add|{name}|{rest}")
    before = run("export", "--json").out
    for verb in ("show|amb", "remove|amb|--yes", "edit|amb|" + rest):
        result = run(*words_of(f"{noun} {verb}"))
        assert result.code == 3, verb
        assert "Amber" in result.err
        assert "Ambrose" in result.err
        assert "Use the number: 1." in result.err  # a shell would drop a bare #1
        assert result.out == ""
    for verb in ("show|zzz", "remove|zzz|--yes", "remove|9|--yes"):
        assert run(*words_of(f"{noun} {verb}")).code == 3, verb
    assert run("export", "--json").out == before


@pytest.mark.parametrize("line", ["group decide", "group decide|x", "contact ask", "meeting show"])
def test_a_missing_argument_is_named_with_the_whole_line(run: Run, line: str) -> None:
    result = run(*words_of(line))
    assert result.code == 2
    assert "is missing" in result.err
    command, *_ = line.split("|")
    first = {"group decide": "GROUP", "contact ask": "NAME", "meeting show": "ID"}[command]
    assert f"recoverplan {command} {first}" in result.err


def test_removing_asks_and_without_a_terminal_wants_yes(run: Run) -> None:
    do(run, "contact add|Sam|--role|peer")
    refused = run("contact", "remove", "Sam")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert len(listed(run, "contact", "contacts")) == 1
    do(run, "contact remove|Sam|--yes")
    assert listed(run, "contact", "contacts") == []


def test_undo_takes_back_the_newest_step_or_a_step_and_all_after_it(run: Run) -> None:
    for name in "ABCD":
        do(run, f"contact add|{name}|--role|peer")
    do(run, "undo")
    assert order_of(run) == ["A", "B", "C"]
    do(run, "redo")
    assert order_of(run) == ["A", "B", "C", "D"]
    steps = run("history", "--json").json["steps"]
    assert [one["id"] for one in steps] == sorted((one["id"] for one in steps), reverse=True)
    second = next(one["id"] for one in steps if one["what"] == "added contact B")
    do(run, f"undo|{second}")
    assert order_of(run) == ["A"]
    undone = {one["what"] for one in run("history", "--json").json["steps"] if one["undone"]}
    assert undone >= {"added contact B", "added contact C", "added contact D"}
    assert "added contact A" not in undone
    assert run("undo", "999").code == 3


def test_erase_removes_everything_with_yes_alone(run: Run, home: Path) -> None:
    do(run, "contact add|Sam|--role|peer")
    assert run("erase").code == 2
    assert (home / "plan.db").exists()
    do(run, "erase|--yes")
    assert not home.exists() or not any(home.iterdir())
    assert listed(run, "contact", "contacts") == []


@pytest.mark.parametrize(
    ("hours", "said"),
    [("daily 6-11pm", "8:30 pm"), ("daily 10-11pm", "10 pm"), ("daily 9:15-10pm", "9:15 pm")],
)
def test_a_first_message_asks_for_a_time_within_the_hours_given(
    run: Run, hours: str, said: str
) -> None:
    do(run, NEW_YORK, "risk add|Nights|--when|daily 21:00-23:30")
    do(run, f"contact add|Sam|--role|peer|--text|555-0101|--when|{hours}|--per-week|1")
    out = do(run, "contact ask|Sam").out
    assert f"about {said} " in out
    assert "text" in out
    do(run, "contact edit|Sam|--when|daily 6-7am")
    assert "about" not in do(run, "contact ask|Sam").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("contact pause|Sam|--until|03/04/2027", '"3 apr 2027" or "4 mar 2027"'),
        ("meeting list|--from|03/04/2026", '"3 apr 2026" or "4 mar 2026"'),
        ("meeting log|Lifeline|--at|03/04/2026 19:00", '"3 apr 2026" or "4 mar 2026"'),
        ("contact pause|Sam|--until|9999-12-31", "too far away"),
        ("contact pause|Sam|--until|2026-11-22", "still to come"),
    ],
)
def test_a_day_that_cannot_be_taken_says_why(run: Run, line: str, said: str) -> None:
    do(run, "contact add|Sam|--role|peer", "group add|Lifeline")
    result = run(*words_of(line))
    assert (result.code, result.out) == (2, "")
    assert said in result.err
