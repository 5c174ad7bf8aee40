"""Which words of a list say that a meeting is not every week."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoverplan.readers.cautions import LONGEST_CAUTION, caution, said_in

NOTES = Path(__file__).parents[1] / "data" / "notes-not-every-week.txt"


@pytest.mark.parametrize("note", NOTES.read_text(encoding="utf-8").splitlines())
def test_a_note_that_says_so_is_a_caution(note: str) -> None:
    assert caution("Lifeline", f"Ring the bell. {note}.") is not None


@pytest.mark.parametrize(
    "note",
    [
        "Business meeting: 2nd Sunday @ 1:15 pm",
        "Birthday cake last Friday of the month",
        "Birthdays - last Thursday",
        "Speaker Meeting - second Monday,  Birthdays - last Thursday",
        "Open 3rd Thursday of month.",
        "Closed meeting except the last Saturday of month.",
        "Last Sat. of the month we give chips",
        "Group conscience every other Tuesday",
        "Step 1 the first week of the month, step 2 the second",
        "1st week: speaker, 2nd week: Big Book",
        "On the 2nd floor, first door on the left",
        "5th & Main, meeting on 2nd floor",
        "In-person meeting suspended, we are on Zoom",
        "Not meeting in person",
        "If it snows, the meeting may be cancelled",
        "No meeting fee",
        "Zoom only until further notice",
        "Newcomers meet at 6:30 on the first Friday",
        "Potluck once a month",
        "Reunión abierta el último viernes del mes",
        "Réunion ouverte le premier lundi du mois",
        "Offenes Meeting jeden ersten Montag im Monat",
        "12 steps, 12 traditions, one at a time",
        "Doors open at 7:55. 15 women at most.",
        "",
    ],
)
def test_what_else_happens_then_is_none(note: str) -> None:
    assert caution("Lifeline", note) is None


@pytest.mark.parametrize(
    ("name", "against"),
    [
        ("Harbor (No Mtg On The 1st Friday of month!)", True),
        ("(SUSPENDED) Quay Noon", True),
        ("District 4 Monthly Business Meeting", True),
        ("First Saturday Speaker", True),
        ("Cancelled", True),
        ("First Things First", False),
        ("The 2nd Step", False),
        ("Second Chance", False),
        ("Women Only", False),
        ("Monday Night Closed Discussion", False),
        ("4th Dimension", False),
    ],
)
def test_a_name_can_say_so(name: str, against: bool) -> None:
    assert (caution(name) == name) == against


def test_the_clause_that_says_so_is_what_is_shown() -> None:
    assert caution("A", "Ring the bell. First Friday only. Bring tea.") == "First Friday only"
    assert caution("A", None, "Welcome. No meeting on the last Mon. of May.") == (
        "No meeting on the last Mon. of May"
    )


def test_a_long_text_is_cut_and_takes_no_long_time() -> None:
    said = caution("A", "x" * 900 + " no meeting on the first Friday " + "y" * 900)
    assert said is not None
    assert "no meeting" in said
    assert len(said) <= LONGEST_CAUTION
    for text in ("first " * 400, "1st & " * 400, "f\u00e4llt " * 300, "no " * 700, "a sur " * 300):
        said_in(text)
