"""`recoverplan plan` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Golden, Run
from sheets import texts
from whole.test_first_week import ALEX, enter


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


def test_the_person_who_was_typed_in_gets_the_expected_lines(typed: Run, golden: Golden) -> None:
    golden("plan-plain", typed("plan").out)
    assert typed("--plain", "plan").out == typed("plan").out


def test_the_person_who_was_typed_in_gets_the_expected_json(typed: Run, golden: Golden) -> None:
    golden("plan-json", typed("plan", "--json").out)


def test_one_call_for_several_hours_is_said_once(run: Run) -> None:
    enter(
        run,
        "setup|--region|US",
        "risk add|Nights|--when|mon 9pm-midnight|--level|high",
        "risk add|Match|--when|mon 9-10pm",
        "risk add|Quiz|--when|mon 9-11pm",
        "risk add|Out|--when|tue 9-10pm",
        "contact add|Sam|--role|peer|--call|555-0114",
        "contact add|Priya|--role|peer|--text|555-0127|--when|tue 6pm-11pm|--per-week|1",
    )
    plan = run("plan", "--json").json
    asked = [each["check_in"] for each in plan["occurrences"]]
    assert [(one["contact"]["name"], one["at"][:16]) for one in asked] == [
        *[("Sam", "2026-11-23T20:30")] * 3, ("Priya", "2026-11-24T20:30"),
    ]  # fmt: skip
    lines = run("plan").out.splitlines()
    assert [line for line in lines if "Sam" in line and line.startswith("8")] == [
        "8:30 pm: call Sam, 555-0114.",
        "8:30 pm: the same call to Sam. Once is enough.",
        "8:30 pm: the same call to Sam. Once is enough.",
    ]
    assert run().out.count("call Sam") == 1
    # Looked at alone, these hours name the call in full, and say what else it is for.
    alone = run("plan", "--risk", "match").out
    assert "8:30 pm: call Sam, 555-0114." in alone
    assert "It is the same call as for Nights and Quiz." in alone


def test_open_hours_that_are_over_are_not_said(run: Run) -> None:
    enter(
        run,
        "setup|--region|US",
        "risk add|Away|--when|fri 18:00 - mon 03:00",
        "contact add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm",
    )
    now = "2026-11-29T10:00"
    lines = run("plan", "--days", "1", now=now).out.splitlines()
    assert [line for line in lines if "nobody" in line] == [
        "Until 6 pm: nobody on your list yet.",
        "Sunday 29 November, 11 pm to 3 am: nobody on your list yet.",
    ]
    assert "Now: Away until 3 am. Until 6 pm, Sun 29 11 pm to 3 am open." in run(now=now).out


@pytest.mark.parametrize(
    ("first", "days", "said"),
    [
        ("2026-12-04", "3", "Your 3 days: Friday 4 December to Sunday 6 December."),
        ("2026-12-06", "1", "Your day: Sunday 6 December."),
        ("2026-12-05", "3", "Your 3 days: Saturday 5 December to Monday 7 December."),
    ],
)
@pytest.mark.parametrize("place", ["Chicago", "Tokyo", "Honolulu"])
def test_a_plan_names_its_days_where_a_trip_ends_with_them(
    run: Run, tmp_path: Path, place: str, first: str, days: str, said: str
) -> None:
    enter(
        run,
        "setup|--region|US|--timezone|America/New_York",
        "risk add|Nights|--when|daily 9pm-1am",
        f"trip add|{place}|--from|2026-12-04|--until|2026-12-06",
    )
    plan = ("plan", "--from", first, "--days", days)
    assert run(*plan).out.splitlines()[0] == said
    page = tmp_path / "days.html"
    run(*plan, "--html", str(page))
    assert ("Mon 7" in page.read_text("utf-8")) == ("7 December" in said)


def test_days_abroad_name_the_line_that_stands_by_there(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "setup|--region|US|--timezone|America/New_York",
        "risk add|Nights|--when|daily 9pm-1am",
        "trip add|Auckland|--from|2026-12-10|--until|2026-12-12",
    )
    lines = {
        "US": "At any hour: 988, call or text.",
        "NZ": "At any hour: 1737, call or text.",
    }

    def heard(*more: str, now: str) -> set[str]:
        said = run("plan", *more, now=now).out.splitlines()
        return {line for line in said if line.startswith("At any hour")}

    home, away = {lines["US"]}, {lines["NZ"]}
    assert heard("--from", "2026-12-11", "--days", "1", now="2026-12-08T10:00") == away
    assert heard("--from", "2026-12-14", "--days", "1", now="2026-12-08T10:00") == home
    # Seen from there: the days back home have the line of home.
    assert heard("--from", "2026-12-14", "--days", "1", now="2026-12-11T10:00") == home
    assert heard("--from", "2026-12-11", "--days", "5", now="2026-12-11T10:00") == home | away
    page = tmp_path / "days.html"
    for first, number, other in (("2026-12-11", "1737", "988"), ("2026-12-14", "988", "1737")):
        for now in ("2026-12-08T10:00", "2026-12-11T10:00"):
            made = run(
                "plan", "--from", first, "--days", "1", "--html", str(page), "--force", now=now
            )
            assert made.code == 0
            said = page.read_text("utf-8")
            assert (f"tel:{number}" in said, f"tel:{other}" in said) == (True, False)


@pytest.mark.parametrize(
    ("place", "day", "hours"),
    [
        ("Tokyo", "Sunday 6 December", "9 pm to midnight"),
        ("Chicago", "Thursday 3 December", "9 pm to 1 am"),
        ("Honolulu", "Thursday 3 December", "9 pm to 1 am"),
    ],
)
def test_a_stretch_that_ends_as_the_clock_changes_is_said_by_one(
    run: Run, tmp_path: Path, place: str, day: str, hours: str
) -> None:
    enter(
        run,
        "setup|--region|US|--timezone|America/New_York",
        "risk add|Nights|--when|daily 9pm-1am",
        f"trip add|{place}|--from|2026-12-04|--until|2026-12-06",
    )
    plan = ("plan", "--from", "2026-12-03", "--days", "5")
    lines = run(*plan).out.splitlines()
    assert f"{day}, {hours}: Nights. Level: medium." in lines
    open_hours = [line.partition(": nobody")[0] for line in lines if ": nobody" in line]
    assert {each.casefold() for each in open_hours} <= {
        "9 pm to 1 am",
        "9 pm to midnight",
        "midnight to 1 am",
    }
    assert all("to 10 am" not in line for line in run(*plan, "--gaps").out.splitlines())
    page = tmp_path / "days.html"
    run(*plan, "--html", str(page))
    assert hours in page.read_text("utf-8").replace("\u00a0", " ")
    assert "to 10 am" not in page.read_text("utf-8").replace("\u00a0", " ")


SIGNS = (
    "step add|short sleep, or none|--kind|sign",
    "step add|skipping meals|--kind|sign",
    "step add|tea|--kind|alone",
)


def test_warning_signs_stand_at_the_head_of_the_plan(run: Run, tmp_path: Path) -> None:
    enter(run, "setup|--region|US", *SIGNS, "contact add|Sam|--role|peer")
    noticed = "You may notice: short sleep, or none; skipping meals"
    quiet = run("plan").out.splitlines()
    assert f"{noticed}." in quiet
    enter(run, "risk add|Nights|--when|daily 9pm-midnight|--trigger|payday")
    lines = run("plan").out.splitlines()
    assert lines.count(f"{noticed}.") == 1
    assert lines.index(f"{noticed}.") < lines.index(
        "Tonight, 9 pm to midnight: Nights. Level: medium."
    )
    for kind in ("html", "pdf"):
        path = tmp_path / f"week.{kind}"
        assert run("plan", f"--{kind}", str(path)).code == 0
        if kind == "html":
            assert noticed in path.read_text(encoding="utf-8")
        else:
            assert noticed in " ".join(" ".join(texts(path.read_bytes())).split())
    enter(run, "step remove|short sleep, or none|--yes", "step remove|skipping meals|--yes")
    assert "You may notice" not in run("plan").out


def tried(run: Run, *days: str, now: str = "2026-11-23T10:00") -> None:
    """Log meetings of the group on some Tuesdays, as of a moment."""
    for day in days:
        result = run("meeting", "log", "Lifeline", "--at", f"{day} 19:00", now=now)
        assert result.code == 0, result.err


TUESDAYS = ("2026-10-20", "2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17")
OFFER = "Will you keep Lifeline? Type: recoverplan group decide 1 keep|pause|leave"


def test_after_the_last_try_the_decision_is_offered_for_a_week(run: Run) -> None:
    enter(run, "group add|Lifeline|--when|tue 7-8pm", "risk add|Nights|--when|daily 9pm-midnight")
    tried(run, *TUESDAYS[:4])
    assert OFFER not in run("plan").out
    tried(run, TUESDAYS[4])
    for now, offered in (
        ("2026-11-23T10:00", True),
        ("2026-11-30T09:59", True),
        ("2026-11-30T10:00", False),
    ):
        for line in (("plan",), ()):
            out = run(*line, now=now).out
            assert out.splitlines().count(OFFER) == offered
    # Tries beyond those that were promised offer nothing anew.
    tried(run, "2026-11-24", "2026-12-01", now="2026-12-01T21:00")
    assert OFFER not in run("plan").out


@pytest.mark.parametrize("decision", ["keep", "pause", "leave"])
def test_a_decision_that_is_made_is_not_offered(run: Run, decision: str) -> None:
    enter(run, "group add|Lifeline|--when|tue 7-8pm")
    tried(run, *TUESDAYS)
    assert OFFER in run("plan").out
    assert OFFER in run().out
    enter(run, f"group decide|Lifeline|{decision}")
    assert OFFER not in run("plan").out
    assert OFFER not in run().out


def test_neither_the_door_nor_an_unsafe_group_asks_for_a_decision(run: Run) -> None:
    enter(run, "group add|Lifeline|--when|tue 7-8pm", "group try|Lifeline|--tries|3")
    tried(run, *TUESDAYS[:2])
    enter(run, "meeting log|Lifeline|--at|2026-11-10 19:00|--door")
    assert OFFER not in run("plan").out
    enter(run, "meeting log|Lifeline|--at|2026-11-17 19:00|--unsafe|shouting")
    assert OFFER not in run("plan").out
    assert OFFER not in run().out


def test_a_meetings_link_stands_on_the_plan(run: Run) -> None:
    web = "group add|Web|--when|fri 7-8pm|--link|https://example.org/x"
    enter(
        run,
        "setup|--region|US",
        f"{web}|--link-notes|Passcode: lantern",
        "group add|Bare|--when|sat 7-8pm|--format|online|--link|https://example.org/y",
    )
    out = run("plan").out
    assert (
        "Next: Friday 27 November, 7 pm, online. https://example.org/x (Passcode: lantern)." in out
    )
    assert "Next: Saturday 28 November, 7 pm, online. https://example.org/y ." in out


def test_days_are_calendar_days(typed: Run) -> None:
    # The clocks go forward on 14 March 2027 in New York.
    plan = typed("plan", "--json", "--days", "2", now="2027-03-13T12:00").json
    assert plan["from"] == "2027-03-13T00:00:00-05:00"
    assert plan["to"] == "2027-03-15T00:00:00-04:00"
    year = typed("plan", "--json", "--days", "366").json
    assert year["to"] == "2028-03-13T00:00:00-04:00"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-24", "2026-12-24"),
        ("24 dec", "2026-12-24"),
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("friday", "2026-11-27"),
        ("monday", "2026-11-23"),
        ("2026-11-01", "2026-11-01"),
    ],
)
def test_from_takes_a_day_in_words_too(run: Run, said: str, day: str) -> None:
    plan = run("plan", "--from", said, "--days", "1", "--json").json
    assert plan["from"][:10] == day


@pytest.mark.parametrize(
    "options",
    [
        ("--days", "0"),
        ("--days", "367"),
        ("--days", "-3"),
        ("--days", "many"),
        ("--from", "someday"),
        ("--from", "2026-13-01"),
        ("--from", "03/04/2027"),
        ("--from", "9999-12-31"),
        ("--from", "0001-01-01"),
        ("--today", "--days", "3"),
        ("--today", "--from", "tomorrow"),
        ("--risk", "x", "--gaps"),
    ],
)
def test_a_wrong_option_is_one_sentence(run: Run, home: Path, options: tuple[str, ...]) -> None:
    result = run("plan", *options)
    assert result.code == 2
    assert result.out == ""
    assert 1 <= len(result.err.splitlines()) <= 5
    assert "Traceback" not in result.err
    assert not home.exists()


@pytest.mark.parametrize("said", ["03/04/2027", "3-4-2027"])
def test_a_first_day_that_reads_two_ways_is_refused_with_both(run: Run, said: str) -> None:
    result = run("plan", "--from", said)
    assert result.code == 2
    assert f'"{said}" reads two ways: 3 April or 4 March.' in result.err
    assert 'Type "3 apr 2027" or "4 mar 2027"' in result.err


def test_what_is_over_is_left_out_unless_a_first_day_is_given(typed: Run) -> None:
    friday = "2026-11-27T12:00"
    assert typed("plan", "--json", now=friday).json["occurrences"][0]["risk"]["label"] == "Payday"
    week = typed("plan", "--json", "--from", "2026-11-23").json
    assert len(week["occurrences"]) == 7
    assert typed("plan", "--from", "2026-11-23").out.startswith(
        "Your week, Alex: Monday 23 November to Sunday 29 November.\n"
        "Tonight, 5 to 11 pm: Payday. Level: high."
    )


def test_today_alone(typed: Run) -> None:
    out = typed("plan", "--today").out
    assert out.startswith("Your day, Alex: Monday 23 November.\nTonight, 9 pm to midnight")
    assert "Thanksgiving" not in out


def test_an_empty_store_is_invited_to_begin_and_stays_empty(run: Run, home: Path) -> None:
    result = run("plan")
    assert result.code == 0
    assert "recoverplan setup" in result.out
    assert result.err == ""
    assert not home.exists()


def test_people_without_hard_hours_are_asked_for_them(run: Run) -> None:
    enter(run, "contact add|Sam|--role|peer|--call|555-0114")
    out = run("plan").out
    assert "No hard hours are written down yet." in out
    assert "recoverplan risk add" in out


def test_hours_without_people_say_where_one_can_begin(run: Run) -> None:
    enter(run, "risk add|Nights|--when|daily 9pm-midnight")
    out = run("plan").out
    assert "Many people start with no one to call." in out
    assert "988" not in out  # no region was chosen: no country's line in silence


def test_only_a_line_is_nobody_yet(run: Run) -> None:
    enter(
        run,
        "risk add|Nights|--when|daily 9pm-midnight",
        "contact add|County line|--role|line|--call|555-0150",
    )
    out = run("plan").out
    assert "Many people start with no one to call" in out
    assert "At any hour: County line, call 555-0150." in out


def test_a_computer_in_another_zone_is_said_in_one_line(
    typed: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    note = "Times are those of New York, this computer is set to Berlin."
    assert typed("plan").out.splitlines().count(note) == 1
    monkeypatch.setenv("TZ", "US/Eastern")
    assert "computer" not in typed("plan").out


def test_a_region_with_a_24_hour_clock(typed: Run) -> None:
    enter(typed, "setup --region DE")
    out = typed("plan").out
    assert "Tonight, 21:00 to 00:00: Nights alone." in out
    assert "At any hour: TelefonSeelsorge, call 0800 111 0 111." in out


def test_a_group_that_is_kept_is_said_so(typed: Run) -> None:
    enter(typed, "group decide|Tuesday Lifeline|keep")
    assert "Tuesday Lifeline: kept. Next: Tuesday 24 November, 7 pm" in typed("plan").out


@pytest.mark.parametrize(
    "screen", ["plan", "plan --gaps", "plan --risk nights", "risk map", "card", "now"]
)
def test_whose_hours_were_never_asked_is_said_wherever_they_count(run: Run, screen: str) -> None:
    run("setup", "--timezone", "America/New_York", "--region", "US")
    run("risk", "add", "nights", "--when", "daily 9pm-1am")
    run("contact", "add", "Lee", "--role", "family", "--call", "555-0121")
    said = run(*screen.split()).out
    assert "any time (not asked yet)" in said.casefold()
    assert "Lee" in said
    run("contact", "edit", "Lee", "--when", "any time")
    assert "not asked" not in run(*screen.split()).out
