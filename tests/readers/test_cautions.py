"""Which words of a list say that a meeting is not every week."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import characters, from_regex

from recoverplan.readers import caution_words as words
from recoverplan.readers.cautions import LONGEST_CAUTION, caution, hinted, said_in

DATA = Path(__file__).parents[1] / "data"
# As nobody writes: "will n't", "donot", "lunessecond".
GLUED = re.compile(
    r"[a-z]not\b| n[o']t\b|(?:will|currently|we're)n't"
    r"|[a-z](?:first|second|third|fourth|last|final|other|altern|\d)"
)
NOTES = DATA / "notes-not-every-week.txt"
# By somebody who had not seen the reader; when it first read them, 54 and 4 were wrong.
BLIND = (("notes-rhythm.tsv", True, 5), ("notes-weekly.tsv", False, 0))


@pytest.mark.parametrize(("file", "against", "most_wrong"), BLIND)
def test_notes_written_by_somebody_else_are_judged_rightly(
    file: str, against: bool, most_wrong: int
) -> None:
    rows = [line.split("\t") for line in (DATA / file).read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 100
    wrong = [
        note for _, note, truth in rows
        if (truth != "weekly") is not against or (caution("Lifeline", note) is not None) != against
    ]  # fmt: skip
    assert len(wrong) <= most_wrong, wrong


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
        "Saturday 1-3",
        "Friday 1 & 3 pm",
        "Sunday 1 and 3:30pm",
        "Freitags 1 und 3 Uhr",
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
        "Meet in room 4. Do not park in front",
        "We meet in suite 2. So, come early",
        "2 mi from the station",
        "1st & 3rd floor, follow the signs",
        "Open 1st & 3rd",
        "Steps 1st & 3rd",
        "12 steps, 12 traditions, one at a time",
        "Doors open at 7:55. 15 women at most.",
        "The elevator is out of service until further notice",
        "Masks required November through March",
        "Use the rear lot during the school year",
        "The gate is closed on holidays, use the side door",
        "Never once cancelled",
        "Childcare is suspended for now",
        "Livestream on hold",
        "We do meet on Labor Day",
        "Back room, back door",
        "Interpreter on the 1st and 3rd Mondays",
        "Raffle every other week",
        "No name tags, no group photos",
        "Coffee: first Friday",
        "3x a week",
        "Friday 3rd and Main St",
        "Viernes primera y segunda planta",
        "We never miss a 5th Friday",
        "No 1st Friday potluck",
        "Kuchen jeden letzten Freitag im Monat, Themen frei",
        "",
    ],
)
def test_what_else_happens_then_is_none(note: str) -> None:
    assert caution("Lifeline", note) is None


@pytest.mark.parametrize(
    "note",
    [
        "Meets the frist Tuesday of the month",
        "No meetng on holidays",
        "Women's group, 2nd & 4th Weds",
        "2/4 Tuesdays",
        "We take the summer off",
        "Winter break, back Jan. 12",
        "October through April",
        "No Sundays in August",
        "During the semester only",
        "Other weeks the hall is booked",
        "Every week except Easter Sunday",
        "No sesionamos en Semana Santa",
        "Grupo cerrado por vacaciones",
        "1er y 3er jueves del mes, mujeres",
        "Hors jours fériés",
        "N'a pas lieu en août",
        "Un mardi sur deux",
        "Die Gruppe ruht bis Ostern",
        "Jeden 1. und 3. Montag",
        "Nicht in den Ferien, Sommerpause",
        "3ème sam.",
        "2e et 4e mer.",
        "3er sáb",
        "Jeder 4. Do",
        "Treffen jeden 2. Mi im Monat",
        "1. und 3. Woche",
        "Semaines 1 et 3",
        "Wochen 1 und 3",
        "Semanas 1 y 3",
        "Meet 1st & 3rd",
        "5th Friday off",
        "None on the 5th Friday",
        "Not the last Friday",
        "No 5th Friday meeting",
        "No gathering on Friday",
        "Nicht am 5. Freitag",
        "Findet in den Schulferien nicht statt",
        "Viernes primero y tercero",
        "Los viernes 1 y 3 de cada mes",
        "Fridays 1 & 3",
        "Meets Fridays 1, 3 and 5",
        "Vendredi 1 et 3",
        "dim. 1er et 3ème",
        "Freitags (1. & 3.)",
        "2x a month",
        "Once/month",
        "1 vez al mes",
        "1 fois par mois",
        "2x im Monat",
        "Último sábado",
        "Postponed",
    ],
)
def test_what_is_said_in_other_words_is_one(note: str) -> None:
    assert caution("Lifeline", note) is not None


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
        ("No Name Group", False),
        ("Back to Basics", False),
        ("Lunch Break", False),
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


@pytest.mark.parametrize(
    "pattern", [*words.OFTEN, *words.OF_A_MONTH, *words.DENIALS, *words.IN_THE_YEAR]
)
def test_the_first_look_lets_no_words_of_a_caution_go(pattern: str) -> None:
    whole = rf"\A(?:{pattern.replace('(?=', '(?:')})\Z"
    text = from_regex(whole, alphabet=characters(codec="ascii"))

    @given(text.filter(lambda said: GLUED.search(said) is None))
    def never(said: str) -> None:
        assert hinted(said)
        assert hinted(said.replace("e", "\xe9"))

    never()
