"""The moment screen: golden at 80 and 40 columns and in plain lines, and what never gives way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moment_examples import (
    ALEX,
    DANA,
    EVENING,
    LIFELINE,
    SAM,
    SHOES,
    contact,
    view_at,
    with_contacts,
)
from recoverplan.domain.text import cells
from recoverplan.now.plain import plain, plain_rows
from recoverplan.now.screen import screen, wrapped
from recoverplan.now.view import View
from recoverplan.words import moment as words
from rounds import rounds

Golden = Callable[[str, str], None]

TALL = 100
MANY = tuple(
    contact(f"Friend {number}", *hours, call=f"555-01{number:02}", say="Have you got ten minutes?")
    for number in range(20)
    for hours in [("daily 6pm-11pm",) if number % 2 else ("daily 6am-8am",)]
)
CROWDED = with_contacts(*MANY)._replace(
    urges=True, steps=tuple(replace(SHOES, id=number) for number in range(9))
)


def shown(view: View | None, width: int = 80, height: int = 24) -> list[str]:
    return screen(view, (), width, height)


@pytest.mark.parametrize("width", [80, 40])
def test_the_screen(golden: Golden, width: int) -> None:
    golden(f"now-{width}", "\n".join(shown(view_at(), width)))


def test_the_plain_lines(golden: Golden) -> None:
    golden("now-plain", "\n".join(plain(view_at(), ())))


@pytest.mark.parametrize("width", [80, 40])
def test_a_long_way_to_join_takes_no_row_from_people_and_steps(width: int) -> None:
    link = "https://zoom.example/j/12345678901?pwd=" + "abcdefgh" * 30
    group = replace(
        LIFELINE, where=None, link=link, link_notes="Passcode: lantern", format="online"
    )
    kept = ALEX._replace(groups=(group,))
    short = ALEX._replace(groups=(replace(group, link=None, link_notes=None),))
    rows, usual = (shown(view_at(kept=one), width) for one in (kept, short))
    assert len(rows) <= 23
    assert [row[:37] for row in rows if "Sam" in row] == [row[:37] for row in usual if "Sam" in row]
    if width == 80:
        assert any("NEXT MEETING  Tuesday Lifeline" in row for row in rows)
        assert any(row.startswith("  1  ") for row in rows)
    tall = "".join(row.strip() for row in shown(view_at(kept=kept), width, TALL))
    assert link.replace(" ", "") in tall


def test_after_the_known_hours(golden: Golden) -> None:
    golden("now-in-words", "\n".join(shown(view_at(EVENING + timedelta(days=200)))))


@pytest.mark.parametrize(
    ("notice", "name"), [(words.NO_CARD, "none"), (words.UNREADABLE_CARD, "unreadable")]
)
def test_without_a_card(golden: Golden, notice: tuple[str, ...], name: str) -> None:
    golden(f"now-card-{name}", "\n".join(screen(None, notice, 80, 24)))


def test_a_narrow_terminal_with_room_shows_all_of_it() -> None:
    rows = shown(view_at(), 40, TALL)
    text = "\n".join(rows)
    assert '"Rough evening. Got ten minutes?"' in text
    assert "3  Phone charges in the kitchen" in text
    assert max(map(cells, rows)) <= 40


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("moment", [EVENING, EVENING + timedelta(days=200)])
def test_the_first_line_never_scrolls_off_and_the_end_stays(width: int, moment: datetime) -> None:
    rows = shown(view_at(moment, CROWDED), width)
    assert len(rows) <= 23
    assert rows[0] == "Call 911 now if:"
    text = " ".join(" ".join(rows).split())
    assert "stopping brings confusion, seeing things, or shaking that gets worse" in text
    assert "988: call or text, any hour." in text
    assert text.endswith(words.LIMITS)
    assert max(map(cells, rows)) <= width


def test_long_lists_are_shortened_with_a_count() -> None:
    text = " ".join(" ".join(shown(view_at(kept=CROWDED))).split())
    assert "Friend 1 call 555-0101" in " ".join(text.split())
    assert "more" in text
    people = [row for row in shown(view_at(kept=CROWDED)) if "until 11 pm" in row]
    assert len(people) == 3


@settings(deadline=None, max_examples=rounds(60))
@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=6),
    st.integers(1, 120),
    st.integers(5, 60),
)
def test_no_row_is_wider_than_the_terminal(texts: list[str], width: int, height: int) -> None:
    kept = with_contacts(
        *(contact(text, "daily 6pm-11pm", call="555-0140", say=text) for text in texts)
    )._replace(steps=tuple(replace(SHOES, text=text) for text in texts))
    for row in screen(view_at(kept=kept), (), width, height):
        assert cells(row) <= max(20, min(width, 80))


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(4, 30), st.integers(0, 2))
def test_wrapping_loses_nothing(text: str, width: int, indent: int) -> None:
    rows = wrapped(text, width, indent)
    assert "".join("".join(row.split()) for row in rows) == "".join(text.split())


def test_opening_words_of_our_own_only_where_nobody_has_any() -> None:
    quiet = with_contacts(replace(SAM, say=None), contact("Kim", call="555-0140"))
    said = [line for line in plain(view_at(kept=quiet), ()) if words.OPENING in line]
    assert len(said) == 1
    assert said[0].startswith("Sam: call 555-0114, until 11 pm.")
    assert not any(words.OPENING in line for line in plain(view_at(), ()))
    by_text = with_contacts(contact("Kim", text="555-0140"))
    assert not any(words.OPENING in line for line in plain(view_at(kept=by_text), ()))


def test_plain_lines_have_no_dashes_to_stumble_on() -> None:
    for region in ("US", "GB", "FR"):
        for days in (0, 200):
            text = "\n".join(plain(view_at(EVENING + timedelta(days=days), region=region), ()))
            assert not set(text) & set("–—·")


def test_nobody_yet_and_nobody_at_this_hour() -> None:
    drugs = with_contacts()
    alcohol = drugs._replace(about=("alcohol",))
    for kept, nobody in ((alcohol, words.NOBODY_YET), (drugs, words.NOBODY_BUT_LINES)):
        assert nobody in plain(view_at(kept=kept), ())
        for height in range(14, 30):
            rows = plain_rows(view_at(kept=kept), (), 80, height)
            above = sum(bool(re.search(r"^[^.]+: (call|text).*any hour", row)) for row in rows)
            said = words.NOBODY_YET if above == 1 else words.NOBODY_BUT_LINES
            assert [row for row in rows if row.startswith(said[:25])] in ([], [said])
    view = view_at(kept=with_contacts(DANA))
    assert words.NOBODY_NOW in plain(view, ())
    assert f"  {words.NOBODY_NOW}" in shown(view)


def test_whoever_can_be_reached_beyond_three_can_be_tried_too() -> None:
    clinic = contact("Clinic", role="clinical", call="555-0142")
    others = [contact(name, call="555-0143") for name in ("Kim", "Lee", "Max")]
    lines = plain(view_at(kept=with_contacts(*others, clinic)), ())
    assert "You can also try: Clinic, call 555-0142." in lines


def test_naloxone_only_where_it_can_help() -> None:
    text = "\n".join(plain(view_at(kept=ALEX._replace(about=("gambling",))), ()))
    assert "naloxone" not in text
    assert "do what the 911 operator says." in "\n".join(plain(view_at(), ()))


def test_an_urge_once_logged_is_asked_for_again() -> None:
    assert words.LOG_URGE in plain(view_at(kept=ALEX._replace(urges=True)), ())
    assert words.LOG_URGE not in plain(view_at(), ())


def test_numbers_that_are_disputed_or_not_known() -> None:
    disputed = plain(view_at(region="AM"), ())
    assert disputed[0] == "Call 103 now if:"
    assert disputed[5] == "Our sources disagree about 103, so ask someone local too."
    assert plain(view_at(region="AQ"), ())[0] == "Call your local emergency number now if:"
    assert "911" not in "\n".join(plain(view_at(region=None), ()))
    assert "do what the emergency service tells you." in plain(view_at(region=None), ())[5]


@pytest.mark.parametrize(
    ("region", "line"),
    [
        ("GB", "Samaritans: call 116 123, any hour. For anyone who is struggling to cope."),
        ("AU", "Lifeline: call 13 11 14 or text 0477 13 11 14, any hour."),
        ("NZ", "1737: call or text, any hour. For talking with a trained counsellor."),
        ("NL", "113: call, any hour. For thoughts of suicide, or worry about someone."),
        ("CA", "988: call or text, any hour. For thoughts of suicide, or worry about someone."),
    ],
)
def test_how_the_line_that_leads_is_said(region: str, line: str) -> None:
    assert any(said.startswith(line) for said in plain(view_at(region=region), ()))


def test_a_line_by_text_alone_and_one_that_is_closed() -> None:
    hidden = contact("988 Suicide & Crisis Lifeline", role="line", paused_from=EVENING.date())
    lines = plain(view_at(kept=with_contacts(hidden)), ())
    said = "Crisis Text Line: text HOME to 741741, any hour. For any crisis, by text message."
    assert f"{said} Also in Spanish." in lines
    closed = contact("Night line", "daily 1am-2am", role="line", call="555-0143")
    lines = plain(view_at(kept=with_contacts(closed)), ())
    assert any(line.startswith("Night line: call 555-0143, closed now (") for line in lines)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 24), (40, 12), (30, 24)])
def test_plain_lines_on_a_terminal_break_at_spaces_and_keep_the_first_in_sight(
    width: int, height: int
) -> None:
    for kept in (ALEX, CROWDED):
        rows = plain_rows(view_at(kept=kept), (), width, height)
        assert max(map(len, rows)) <= width
        assert " ".join(rows).startswith(plain(view_at(), ())[0])
        assert " ".join(rows).count("This program cannot contact anyone") == 1
        if height >= 24 and width >= 40:
            assert len(rows) < height
            assert kept is CROWDED or "Sam: call 555-0114" in " ".join(rows)
