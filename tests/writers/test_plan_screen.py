"""The plan on a terminal: the look to reach, and every width that it may meet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

import alex
from conftest import Golden
from recoverplan.domain.coverage import Cover
from recoverplan.domain.plan import CheckIn, Plan, Planned, Tries, same_calls
from recoverplan.domain.risk import IfThen
from recoverplan.domain.text import cells
from recoverplan.writers.terminal.plan import plan_screen
from recoverplan.writers.viewer import Viewer
from rounds import rounds


def shown(plan: Plan, width: int, viewer: Viewer = alex.ALEX) -> list[str]:
    """Return the screen's lines as a terminal of that width gets them."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system=None, highlight=False, markup=False, emoji=False
    )
    console.print(plan_screen(plan, viewer, width))
    return out.getvalue().splitlines()


def rest_only(*occurrences: Planned) -> Plan:
    """Return Alex's plan with other windows."""
    return alex.PLAN._replace(occurrences=occurrences)


def test_80_columns_look_as_they_should(golden: Golden) -> None:
    lines = shown(alex.PLAN, 80)
    golden("plan-80", "\n".join(lines))
    assert len(lines) == 23
    assert max(map(len, lines)) == 80


def test_40_columns_look_as_they_should(golden: Golden) -> None:
    golden("plan-40", "\n".join(shown(alex.PLAN, 40)))


def test_warning_signs_are_a_line_of_the_head_and_take_none_from_the_week() -> None:
    seen = alex.ALEX._replace(signs=("short sleep", "skipping meals"))
    lines = shown(alex.PLAN, 80, seen)
    assert len(lines) == 23
    assert lines[2].endswith("high")
    assert "Nights alone: quiet apartment, can't sleep" in lines[2]
    assert "  You may notice  short sleep · skipping meals" in lines[3:9]
    assert (
        "  Steps           shower · tea and the radio · phone charges in the kitchen" in lines[3:9]
    )
    narrow = shown(alex.PLAN, 40, seen)
    assert narrow[6:8] == ["You may notice: short sleep · skipping", "  meals"]
    # Too many for a line take more of them; without hard hours they stand by themselves.
    many = alex.ALEX._replace(signs=tuple(f"a sign that is number {number}" for number in range(9)))
    for width in (80, 40):
        lines = shown(alex.PLAN, width, many)
        assert max(map(len, lines)) <= width
        assert all(sign in " ".join(" ".join(lines).split()) for sign in many.signs)
    quiet = shown(alex.PLAN._replace(occurrences=()), 80, seen)
    assert "You may notice: short sleep · skipping meals" in quiet


def test_a_link_is_shown_whole_beside_its_group_or_below_it() -> None:
    def with_link(link: str, notes: str | None = None) -> Plan:
        group = replace(alex.SMART, link=link, link_notes=notes)
        return alex.PLAN._replace(
            tries=(alex.PLAN.tries[0], Tries(group, 1, alex.PLAN.tries[1].next))
        )

    short = "\n".join(shown(with_link("https://x.org/a"), 80))
    assert "next Fri 27, 7 pm, online, https://x.org/a" in short
    long = "https://zoom.example/j/12345678901?pwd=abcdefghijklmnopqrst"
    lines = shown(with_link(long, "Passcode: lantern"), 80)
    place = next(number for number, line in enumerate(lines) if "SMART Friday      1 of" in line)
    assert lines[place].endswith("next Fri 27, 7 pm, online")
    assert f"{lines[place + 1]}{lines[place + 2]}".split() == [long, "(Passcode:", "lantern)"]
    assert "".join(line.strip() for line in shown(with_link(long), 40)).count(long) == 1


def test_the_second_window_of_one_call_says_so() -> None:
    both = (alex.night(23, alex.SAM), alex.night(23, alex.SAM)._replace(risk=alex.PAYDAY))
    plan = rest_only(*both)
    plan = plan._replace(same_calls=same_calls(both))
    screen = "\n".join(shown(plan, 80))
    assert screen.count("Call Sam, 555-0114") == 1
    assert "Payday  high  8:30 pm same call to Sam" in screen
    assert "8:30 pm same call to Sam" in "\n".join(shown(plan, 40))


def test_a_decision_to_make_is_one_line_of_the_end() -> None:
    deciding = alex.ALEX._replace(to_decide=alex.LIFELINE)
    lines = shown(alex.PLAN, 80, deciding)
    assert len(lines) == 23
    assert lines[-2] == (
        "Will you keep Tuesday Lifeline?   recoverplan group decide 1 keep|pause|leave"
    )
    narrow = shown(alex.PLAN, 40, deciding)
    assert "Will you keep Tuesday Lifeline?" in narrow


def test_a_very_wide_terminal_keeps_lines_short() -> None:
    assert max(map(len, shown(alex.PLAN, 220))) <= 100


def test_a_window_that_runs_is_said_to_be_now() -> None:
    plan = alex.PLAN._replace(now=alex.at(23, 22, 15))
    head = "\n".join(shown(plan, 80)[2:9])
    assert head.startswith("NOW, UNTIL MIDNIGHT    Nights alone")
    assert "  Now            Call Sam, 555-0114" in head
    assert "Priya" not in head  # until ten


def test_only_todays_evening_is_tonight() -> None:
    for number, words in ((0, "TONIGHT, 9 PM"), (1, "TOMORROW, 9 PM"), (3, "THU 26, 2 TO 8 PM")):
        assert shown(rest_only(*alex.PLAN.occurrences[number:]), 80)[2].startswith(words)
    afternoon = alex.PLAN.occurrences[0]._replace(span=alex.span(23, 14, 16))
    assert shown(rest_only(afternoon), 80)[2].startswith("TODAY, 2 TO 4 PM")


def test_24_hours_all_through() -> None:
    viewer = alex.ALEX._replace(clock24=True)
    screen = "\n".join(shown(alex.PLAN, 80, viewer))
    assert "TONIGHT, 21:00 TO 00:00" in screen
    assert "23 to 24 open" in screen
    assert "14 to 18 open" in screen
    assert " pm" not in screen.replace("7 pm", "", 0)


def test_another_zone_on_the_computer_takes_no_line_of_the_screen() -> None:
    lines = shown(alex.PLAN, 80, alex.ALEX._replace(elsewhere="Europe/Berlin"))
    assert lines[1] == "Times are those of New York; this computer is set to Berlin."
    assert len(lines) == 23


def test_a_quiet_week_names_what_comes_next() -> None:
    later = alex.PLAN.occurrences[5]._replace(span=alex.span(30, 17, 23))
    plan = alex.PLAN._replace(occurrences=(), later=later)
    assert shown(plan, 80)[2] == "A quiet week. Next: Payday, Mon 30 Nov, 5 pm."
    assert "A quiet week. Next: Payday, Mon 30 Nov," in shown(plan, 40)
    assert shown(plan._replace(later=None), 80)[2] == "A quiet week."


def test_nobody_to_call_is_a_place_to_start() -> None:
    nobody = [
        planned._replace(check_in=None, cover=(), gaps=(planned.span,))
        for planned in alex.PLAN.occurrences
    ]
    screen = "\n".join(shown(rest_only(*nobody), 80, alex.ALEX._replace(contacts=())))
    assert "Many people start with no one to call." in screen
    assert "All of it      Nobody on your list yet. 988: call or text, any hour" in screen
    assert "nobody yet  all of it open" in screen
    assert "recoverplan contact add NAME" in screen


def test_a_meeting_and_many_facts_keep_the_head_at_seven_lines() -> None:
    meeting = Cover("meeting", alex.LIFELINE.id, "Tuesday Lifeline", alex.span(23, 21, 22))
    night = alex.PLAN.occurrences[0]
    busy = night._replace(cover=(*night.cover, meeting))
    lines = shown(rest_only(busy), 80)
    assert lines[9] == ""
    assert "Nights alone: quiet apartment, can't sleep" in lines[2]
    assert lines[5] == "  Meeting        Tuesday Lifeline 9 to 10 pm, St Luke's hall"


def test_further_if_thens_are_counted() -> None:
    night = alex.PLAN.occurrences[0]
    more = tuple(IfThen(condition=f"I want {n}", action="call") for n in range(4))
    risk = alex.NIGHTS
    busy = night._replace(risk=replace(risk, if_thens=more))
    lines = shown(rest_only(busy), 80)
    assert lines[9] == ""
    assert lines[6] == "  If I want 0    then call"
    assert lines[7] == "  If I want 1    then call · and 2 more"


def test_longer_plans_are_headed_by_months() -> None:
    nights = []
    for day in range(40):
        away = timedelta(days=day)
        base = alex.night(23, alex.SAM)
        moved = type(base.span)(base.span.start + away, base.span.end + away)
        nights.append(
            base._replace(
                span=moved, check_in=CheckIn(alex.SAM, moved.start), cover=(), gaps=(moved,)
            )
        )
    plan = rest_only(*nights)._replace(end=alex.PLAN.end + timedelta(days=33))
    for width in (80, 40):
        lines = shown(plan, width)
        headed = [line.split()[0] for line in lines if line[:8] in {"NOVEMBER", "DECEMBER"}]
        assert headed == ["NOVEMBER", "DECEMBER"]
        assert any(line.startswith("JANUARY 2027") for line in lines)
    assert shown(plan, 80)[0].startswith("Your 40 days, Alex")


def test_a_group_that_is_kept_has_no_count() -> None:
    kept = replace(alex.LIFELINE, status="kept")
    plan = alex.PLAN._replace(tries=(alex.PLAN.tries[1], Tries(kept, 9, alex.span(24, 19, 20))))
    lines = shown(plan, 80)
    assert "KEPT    Tuesday Lifeline" in lines[-4]
    assert "9 of" not in "\n".join(lines)


text = st.text(
    st.one_of(st.sampled_from("aeiou nrst-'[]/·é"), st.sampled_from("眠れない夜🙂👩‍👩‍👧한국אבגد")),
    min_size=1,
    max_size=40,
).filter(lambda typed: typed.strip() != "")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Make Alex's week with other words, hours and lengths."""
    occurrences = []
    for planned in draw(st.lists(st.sampled_from(alex.PLAN.occurrences), max_size=9)):
        risk = replace(
            planned.risk,
            label=draw(text),
            triggers=tuple(draw(st.lists(text, max_size=2))),
            steps=tuple(draw(st.lists(text, max_size=4))),
            if_thens=tuple(
                IfThen(condition=draw(text), action=draw(text))
                for _ in range(draw(st.integers(0, 3)))
            ),
            level=draw(st.sampled_from(["high", "medium", "low"])),
        )
        check_in = planned.check_in
        if check_in is not None:
            contact = replace(check_in.contact, name=draw(text))
            check_in = draw(st.sampled_from([None, check_in._replace(contact=contact)]))
        away = timedelta(minutes=draw(st.integers(0, 3000)))
        span = type(planned.span)(planned.span.start, planned.span.end + away)
        gaps = draw(st.sampled_from([planned.gaps, (span,), ()]))
        name = draw(text)
        cover = tuple(each._replace(name=name) for each in planned.cover)
        occurrences.append(
            planned._replace(risk=risk, check_in=check_in, cover=cover, gaps=gaps, span=span)
        )
    tries = tuple(
        each._replace(group=replace(each.group, name=draw(text), where=draw(text)))
        for each in alex.PLAN.tries
    )
    hour = draw(st.integers(0, 140))
    occurrences.sort(key=lambda planned: planned.span.start)
    return alex.PLAN._replace(
        occurrences=tuple(occurrences), tries=tries, now=alex.at(23, 0) + timedelta(hours=hour)
    )


@settings(max_examples=rounds(150), deadline=None)
@given(plans(), st.integers(40, 120), st.booleans(), text)
def test_no_line_is_wider_than_the_terminal(
    plan: Plan, width: int, clock24: bool, name: str
) -> None:
    viewer = alex.ALEX._replace(clock24=clock24, name=name)
    lines = shown(plan, width, viewer)
    assert [line for line in lines if cells(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [40, 60, 72, 80, 96])
def test_every_person_is_named_at_every_width(width: int) -> None:
    screen = "\n".join(shown(alex.PLAN, width))
    for said in ("Sam", "text Priya", "call Dana", "555-0114", "555-0127", "988", "11 to 12"):
        assert said in screen


def test_a_long_name_and_its_number_are_there_in_full() -> None:
    night = alex.PLAN.occurrences[0]
    long = replace(alex.SAM, name="Bartholomew Featherstonehaugh-Cholmondeley the Younger")
    busy = night._replace(check_in=CheckIn(long, alex.at(23, 20, 30)))
    lines = shown(rest_only(busy), 80)[4:6]
    assert lines[0].startswith("  8:30 pm        Call Bartholomew Featherstone")
    assert f"{long.name}, 555-0114" in " ".join(" ".join(lines).split())


@pytest.mark.parametrize("width", range(40, 100, 4))
@pytest.mark.parametrize("clock24", [True, False])
def test_a_help_line_s_number_is_never_cut(width: int, clock24: bool) -> None:
    # Two gaps around a meeting take the room that the line would have.
    night = alex.PLAN.occurrences[0]
    gaps = (alex.span(23, 21, 22), alex.span(23, 22, 24, 30))
    plan = rest_only(night._replace(cover=(), check_in=None, gaps=gaps))
    line = alex.LINE_988._replace(name="Samaritans", call="116 123", text=None)
    lines = shown(plan, width, alex.ALEX._replace(line=line, clock24=clock24))
    assert any(row.rstrip().endswith(("116 123", "116 123, any hour")) for row in lines)
    assert max(map(cells, lines)) <= width


def test_hours_open_as_a_whole_say_so_once_on_a_narrow_screen() -> None:
    sunday = alex.PLAN.occurrences[-1]
    alone = sunday._replace(cover=(), check_in=None, gaps=(sunday.span,))
    lines = shown(rest_only(alex.PLAN.occurrences[0], alone), 40)
    assert "all of it open" in lines
    assert not any("nobody yet" in line for line in lines)


def test_the_last_column_keeps_its_words_longer_than_a_label() -> None:
    occurrences = [
        planned._replace(risk=replace(planned.risk, label="The long drive home past the old place"))
        for planned in alex.PLAN.occurrences
    ]
    screen = "\n".join(shown(rest_only(*occurrences), 80))
    assert "8:30 pm text Priya  11 to 12 open" in screen
    assert "The long driv" in screen


def test_a_meeting_on_another_day_of_the_window_names_its_day() -> None:
    meeting = Cover("meeting", alex.LIFELINE.id, "Tuesday Lifeline", alex.span(24, 19, 20))
    long = alex.PLAN.occurrences[0]._replace(
        span=alex.span(23, 0, 72), cover=(meeting,), check_in=None, gaps=()
    )
    for width in (80, 40):
        assert "Tue 7 to 8 pm" in " ".join(shown(rest_only(long), width))
    rows = "\n".join(shown(rest_only(alex.PLAN.occurrences[0], long), 96))
    assert "Lifeline Tue at 7 pm" in rows


@pytest.mark.parametrize("width", [40, 80])
def test_whose_hours_were_never_asked_is_one_line_of_the_end(width: int) -> None:
    people = (alex.SAM, alex.PRIYA, alex.DANA)
    assert not any("not asked" in line for line in shown(alex.PLAN, width))
    asked_nobody = tuple(replace(each, hours=()) for each in people)
    for contacts, names in ((asked_nobody[2:], "Dana"), (asked_nobody, "Sam, Priya, Dana")):
        viewer = alex.ALEX._replace(contacts=contacts)
        said = " ".join(" ".join(shown(alex.PLAN, width, viewer)).split())
        assert f"Any time (not asked yet): {names}." in said
