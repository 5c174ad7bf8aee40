"""`review` through options and pipes: what it shows, what it keeps, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.test_lapse import HOSTILE, LESS, SAFE, in_order
from conftest import Run
from sharing import typed_once
from whole.test_first_week import enter

SUNDAY = "2026-11-22T20:00"
FILLED = (
    "setup|--name|Alex|--timezone|America/New_York|--region|US|--about|alcohol|--about|drugs",
    "risk|add|Nights alone|--when|mon-thu 9pm-midnight|--level|high",
    "risk|add|Payday|--when|every other fri from 13 nov 5pm-11pm|--level|high",
    "risk|add|Sundays|--when|sun 12-5pm",
    "contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm",
    "group|add|Tuesday Lifeline|--when|tue 7-8pm",
)
LATER = (
    "meeting|log|Tuesday Lifeline|--at|2026-11-17 19:00|--idea|ring my brother",
    "meeting|log|Tuesday Lifeline|--at|2026-11-10 19:00|--door",
    (
        "urge|log|--strength|7|--trigger|bored|--did|walked round the block|--after|3"
        "|--at|2026-11-18 21:00"
    ),
)


@typed_once
def fill(run: Run) -> None:
    """Enter somebody two weeks ago, and what they logged since."""
    for line in FILLED:
        assert run(*line.split("|"), now="2026-11-09T10:00").code == 0, line
    for line in LATER:
        assert run(*line.split("|"), now=SUNDAY).code == 0, line


@pytest.fixture
def week(run: Run) -> Run:
    """Somebody on the Sunday evening of their second week."""
    fill(run)
    return run


def how(run: Run, *more: str) -> list[str | None]:
    """Return how the hard hours of a week went."""
    return [each["how"] for each in run("review", *more, "--json").json["hard_hours"]]


def test_without_a_terminal_the_week_is_printed_and_nothing_asked(week: Run, home: Path) -> None:
    before = (home / "plan.db").read_bytes()
    result = week("review")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Your week, Alex: Mon 16 to Sun 22 November.",
        (
            "Hard hours, Nights alone: not said on Monday 16 November, Tuesday 17 November,"
            " Wednesday 18 November, Thursday 19 November."
        ),
        "Hard hours, Sundays: not said on Sunday 22 November.",
        "Meetings, Tuesday Lifeline: Tuesday 17 November, 7 pm; 1 of 3 to 5.",
        "What helped: walked round the block.",
        "What came before: bored.",
        "Ideas heard: ring my brother.",
        "To look back on it, with a key or a few words each: recoverplan review",
    ]
    assert (home / "plan.db").read_bytes() == before


def test_everything_can_be_said_with_options(week: Run) -> None:
    said = week(
        "review", "--went", "mon=hard", "--went", "Nights alone tue=easier", "--went",
        "sundays=easier", "--helped", "tea and the radio", "--idea", "leave early", "--as-step",
        "--helped-someone", "yes", "--question", "What about Thanksgiving?",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Saved for the week of Mon 16 to Sun 22 November.",
        "Nights alone, Mon: hard.",
        "Nights alone, Tue: easier.",
        "Sundays, Sun: easier.",
        "Added to your steps: leave early",
        "To see this week again: recoverplan review",
    ]
    record = week("review", "--json").json
    assert [each["how"] for each in record["hard_hours"]] == [
        "hard",
        "easier",
        None,
        None,
        "easier",
    ]
    assert record["hard_hours"][0] == {
        "risk": {"id": 1, "label": "Nights alone", "level": "high"},
        "start": "2026-11-16T21:00:00-05:00",
        "end": "2026-11-17T00:00:00-05:00",
        "how": "hard",
    }
    assert (record["helped"], record["idea"]) == ("tea and the radio", "leave early")
    assert (record["helped_someone"], record["question"]) == (True, "What about Thanksgiving?")
    assert record["what_helped"] == ["tea and the radio", "walked round the block"]
    assert record["ideas"] == ["ring my brother", "leave early"]
    steps = [each["text"] for each in week("step", "list", "--json").json["steps"]]
    assert steps == ["ring my brother", "leave early"]
    assert week("review", "--as-step").out.splitlines()[1] == "It is already one of your steps."


def test_a_label_means_all_of_its_hours_and_an_empty_answer_takes_it_back(week: Run) -> None:
    week("review", "--went", "nights=easier", "--helped", "tea", "--helped-someone", "no")
    assert how(week) == ["easier"] * 4 + [None]
    week("review", "--went", "Nights alone wed=hard", "--went", "thu=", "--helped", "")
    assert how(week) == ["easier", "easier", "hard", None, None]
    record = week("review", "--json").json
    assert (record["helped"], record["helped_someone"]) == (None, False)
    week("review", "--helped-someone", "")
    assert week("review", "--json").json["helped_someone"] is None


def test_last_weeks_question_is_shown_back(week: Run) -> None:
    week("review", "--week", "2026-11-11", "--question", "Who could I call on Sundays?")
    assert "Your question for this week: Who could I call on Sundays?" in week("review").out
    past = week("review", "--week", "9 nov")
    assert "For next week: Who could I call on Sundays?" in past.out
    assert week("review", "--json").json["asked_before"] == "Who could I call on Sundays?"


def test_a_past_week_shows_the_tries_of_then(week: Run) -> None:
    week("meeting", "log", "Tuesday Lifeline", "--at", "2026-11-24 19:00", now="2026-11-27T10:00")
    assert "Tuesday 24 November, 7 pm; 2 of 3 to 5." in week("review").out
    assert "Tuesday 17 November, 7 pm; 1 of 3 to 5." in week("review", "--week", "17 nov").out


def test_a_past_week_shows_what_was_said(week: Run) -> None:
    week("review", "--week", "2026-11-09", "--went", "payday=hard", "--helped", "the long way home")
    for now in (SUNDAY, "2026-12-20T10:00"):
        said = week("review", "--week", "2026-11-15", now=now).out
        assert "Your week, Alex: Mon 9 to Sun 15 November." in said
        assert "Hard hours, Payday: hard on Friday 13 November." in said
        assert "What helped: the long way home." in said
        assert "Tuesday Lifeline: Tuesday 10 November, 7 pm (at the door).\n" in said
    assert "To look back on it" not in said


def test_used_goes_through_the_words_for_a_lapse_and_names_the_log(week: Run) -> None:
    said = week("review", "--went", "thu=used")
    assert "Nights alone, Thu: used or drank." in said.out
    command = 'recoverplan lapse log --at "2026-11-19 21:00"'
    in_order(said.out, SAFE, "recoverplan now", "not a judgment of you.", LESS, command)
    assert week("lapse", "list", "--json").json["lapses"] == []
    week("lapse", "log", "--at", "2026-11-18 21:30")
    assert "lapse log" not in week("review", "--went", "wed=drank").out
    json = week("review", "--went", "tue=used", "--json")
    assert json.json["schema"] == "recoverplan/review/1"
    in_order(json.err, SAFE, LESS)


@pytest.mark.parametrize(
    ("about", "word"),
    [
        ((), "used or drank"),
        (("alcohol",), "drank"),
        (("drugs",), "used"),
        (("gambling",), "gambled"),
        (("gambling", "drugs", "alcohol"), "used, drank or gambled"),
        (("other", "alcohol"), "used or drank"),
    ],
)
def test_using_is_called_by_what_it_is_about(run: Run, about: tuple[str, ...], word: str) -> None:
    named = [part for each in about for part in ("--about", each)]
    run("setup", "--region", "US", *named, now="2026-11-09T10:00")
    run("risk", "add", "Sundays", "--when", "sun 12-5pm")
    assert f"Sundays, Sun: {word}." in run("review", "--went", "sun=used", now=SUNDAY).out


def test_care_is_named_gently_when_lapses_repeat_and_never_as_a_number(week: Run) -> None:
    assert "recoverplan care" not in week("review").out
    for day in ("2026-11-18 22:00", "2026-11-20 22:00"):
        week("lapse", "log", "--at", day)
    said = week("review").out
    assert said.splitlines()[-1].startswith("Peer support is one part.")
    assert "recoverplan care" in said
    assert "lapse" not in said.lower()
    assert (
        "recoverplan care" not in week("review", "--week", "2026-11-09", now="2026-11-28T10:00").out
    )
    week("contact", "remove", "Sam", "--yes")
    week("group", "decide", "Tuesday Lifeline", "leave")
    assert "recoverplan care" not in week("review").out


def test_the_month_stands_in_one_screen(week: Run) -> None:
    week("review", "--week", "2026-11-09", "--went", "nights=easier", "--question", "Whom?")
    week("review", "--went", "mon=hard", "--went", "thu=used", "--helped", "tea")
    said = week("review", "--month").out
    assert said.splitlines() == [
        "Your month, Alex: November 2026.",
        (
            "Hard hours, Nights alone: easier on the 9th, 10th, 11th, 12th; hard on the 16th; used"
            " or drank on the 19th; not said on the 17th, 18th."
        ),
        "Hard hours, Payday: not said on the 13th.",
        "Hard hours, Sundays: not said on the 15th, 22nd.",
        "Meetings, Tuesday Lifeline: on the 10th (at the door), 17th; 1 of 3 to 5.",
        "What helped: tea; walked round the block.",
        "What came before: bored.",
        "Ideas heard: ring my brother.",
        "Questions: Whom?",
    ]
    record = week("review", "--month", "--json").json
    assert (record["schema"], record["month"]) == ("recoverplan/review-month/1", "2026-11")
    assert [each["week"] for each in record["weeks"]] == ["2026-11-09", "2026-11-16"]
    assert len(record["hard_hours"]) == 11
    empty = week("review", "--month", "--week", "2026-09-15").out
    assert "Your month, Alex: September 2026." in empty
    assert "No hard hours to look back on in this month." in empty


def test_an_empty_store_has_an_empty_week_and_is_not_made(run: Run, home: Path) -> None:
    result = run("review")
    assert result.code == 0
    assert "No hard hours to look back on in this week." in result.out
    assert run("review", "--month").code == 0
    assert not home.exists()


WRONG = (
    (("--week", "tomorrow"), 2),  # tomorrow is a Monday: the week to come
    (("--week", "2027-01-01"), 2),
    (("--week", "someday"), 2),
    (("--went", "mon"), 2),
    (("--went", "=easier"), 2),
    (("--went", "mon=fine"), 2),
    (("--helped-someone", "maybe"), 2),
    (("--as-step",), 2),
    (("--month", "--helped", "tea"), 2),
    (("--helped", "-"), 2),
    (("--went", "mon=easier", "--went", "fri=hard"), 3),
    (("--went", "Payday=hard"), 3),
)


@pytest.mark.parametrize(("options", "code"), WRONG, ids=[" ".join(one) for one, _ in WRONG])
def test_wrong_input_is_refused_and_nothing_is_kept(
    run: Run, options: tuple[str, ...], code: int
) -> None:
    enter(run, *FILLED[:2])
    before = run("export", "--json", now=SUNDAY).out
    result = run("review", *options)
    assert result.code == code
    assert result.err.count("\n") <= 2
    assert run("export", "--json").out == before


def test_undo_takes_one_review_back_and_export_carries_it(week: Run, tmp_path: Path) -> None:
    before = week("review", "--json").json
    week("review", "--went", "nights=easier", "--helped", "tea", "--idea", "walk", "--as-step")
    after = week("review", "--json").json
    text = week("export", "--json").out
    other = ("--store", str(tmp_path / "other"))
    assert week(*other, "import", "-", stdin=text).code == 0
    assert week(*other, "review", "--json").json == after
    assert week("undo").out.startswith("Took back: looked back at a week")
    assert week("review", "--json").json == before
    assert [each["text"] for each in week("step", "list", "--json").json["steps"]] == [
        "ring my brother"
    ]


def test_answers_stay_when_hard_hours_are_removed(week: Run) -> None:
    week("review", "--went", "sundays=hard")
    week("risk", "remove", "Sundays", "--yes")
    assert "Hard hours, Sundays: hard on Sunday 22 November." in week("review").out
    week("review", "--went", "sundays=easier")
    record = week("review", "--json").json["hard_hours"][-1]
    assert (record["risk"], record["how"]) == (
        {"id": None, "label": "Sundays", "level": None}, "easier",
    )  # fmt: skip


def test_reasons_are_shown_where_they_were_chosen_for_it(week: Run) -> None:
    from recoverplan.domain.step import SHOWN

    assert "review" in SHOWN
    text = week("export", "--json").json
    text["reasons"] = [
        {
            "id": 1,
            "text": "my daughter",
            "shown": ["review"],
            "created": "2026-11-09T15:00:00+00:00",
        },
        {"id": 2, "text": "for now", "shown": ["now"], "created": "2026-11-09T15:00:00+00:00"},
    ]
    import json

    week("erase", "--yes")
    assert week("import", "-", stdin=json.dumps(text)).code == 0
    said = week("review").out
    assert "Why: my daughter." in said
    assert "for now" not in said


def test_hostile_text_is_harmless(week: Run) -> None:
    week("review", "--helped", HOSTILE, "--idea", HOSTILE, "--question", HOSTILE, "--as-step")
    record = week("review", "--json").json
    assert {record["helped"], record["idea"], record["question"]} == {"[red]evil[/] second line"}
    for look in ((), ("--month",), ("--went", f"{HOSTILE}=hard"), ("--week", HOSTILE)):
        result = week("review", *look)
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(result.out + result.err)
