"""From a list's words about not every week to a phrase that the phrase engine reads."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import understand
from recoverplan.domain.rhythm import phrase_of
from recoverplan.domain.schedule import following

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
FRIDAY, MONDAY = 16, 1


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("First Friday only", "first friday of the month"),
        ("2nd & 4th Fridays only", "second and fourth friday of the month"),
        ("Meets 1st, 3rd and 5th Fri.", "first, third and fifth friday of the month"),
        ("Last Friday of every month", "last friday of the month"),
        ("Sólo el primer viernes del mes", "first friday of the month"),
        ("Le premier et le troisième vendredi", "first and third friday of the month"),
        ("Jeden ersten Freitag im Monat", "first friday of the month"),
        (
            "No Mtg On The 1st Friday of month!",
            "second, third, fourth and fifth friday of the month",
        ),
        ("Viernes primero y tercero", "first and third friday of the month"),
        ("Vie. 1º y 3º", "first and third friday of the month"),
        ("Vendredi (1er et 3e du mois)", "first and third friday of the month"),
        ("Freitags (1. & 3.)", "first and third friday of the month"),
        ("Off Main St, no smoking, 1st and 3rd Fridays", "first and third friday of the month"),
        ("Doesn't meet on the 5th Friday", "first, second, third and fourth friday of the month"),
    ],
)
def test_days_of_the_month_are_offered(said: str, phrase: str) -> None:
    assert phrase_of(said, FRIDAY) == phrase
    understood = understand(f"{phrase} 21:00-22:00", NOW, clock24=False)
    assert len(following(understood.schedule, NOW.tzinfo, NOW, 3)) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "No meets on 5th Friday",
        "No 5th Friday meeting",
        "None on 5th Friday",
        "Cancelled 5th Friday",
        "We take the 5th Friday off",
        "Nicht am 5. Freitag",
        "Entfällt am 5. Freitag im Monat",
        "Findet am 5. Freitag nicht statt",
        "Suspendida el quinto viernes",
        "Annulé le 5e vendredi du mois",
    ],
)
def test_what_is_denied_in_any_words_is_never_what_is_offered(said: str) -> None:
    assert phrase_of(said, FRIDAY) == "first, second, third and fourth friday of the month"


def test_a_short_day_may_stand_before_its_ordinals() -> None:
    assert phrase_of("dim. 1er et 3ème", 64) == "first and third sunday of the month"


@pytest.mark.parametrize(
    "said",
    [
        "No meeting last Friday of the month",  # which is the 4th or the 5th
        "Every other Friday",
        "Even weeks only",
        "Monthly",
        "Meeting moved to St Mark's the last Friday of each month",
        "Men only on the 1st Friday",
        "1st & 3rd Fridays, suspended for now",
        "Relâche le dernier vendredi",
        "First Monday only",  # of a meeting on Fridays
        "First Friday and last Monday",
        "First week of the month",
        "Suspended",
        "",
    ],
)
def test_nothing_is_guessed(said: str) -> None:
    assert phrase_of(said, FRIDAY) is None


def test_a_meeting_of_several_days_is_not_guessed_at() -> None:
    assert phrase_of("First Friday only", FRIDAY | MONDAY) is None
    assert phrase_of(None, FRIDAY) is None


@pytest.mark.parametrize(
    ("said", "day", "phrase"),
    [
        ("3ème sam.", 5, "third saturday of the month"),
        ("2e et 4e mer.", 2, "second and fourth wednesday of the month"),
        ("3er sáb", 5, "third saturday of the month"),
        ("dernier ven.", 4, "last friday of the month"),
        ("jeden 1. und 3. So.", 6, "first and third sunday of the month"),
        ("2. Mi im Monat", 2, "second wednesday of the month"),
        ("Jeder 4. Do", 3, None),  # of the month, or of every four
        ("Room 4. Do not park here", 3, None),
        ("2 mi from the station", 2, None),
        ("1st Mar", 1, None),  # a date
        ("3 mar", 1, None),
    ],
)
def test_short_names_of_days_are_days_after_an_ordinal(
    said: str, day: int, phrase: str | None
) -> None:
    assert phrase_of(said, 1 << day) == phrase


OFFERED = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "data" / "notes-offered.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("said", "day", "phrase"), OFFERED)
def test_what_keepers_of_lists_write_is_offered_or_left_open(
    said: str, day: str, phrase: str
) -> None:
    number = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day)
    assert phrase_of(said, 1 << number) == (None if phrase == "-" else phrase)
    if phrase != "-":
        understood = understand(f"{phrase} 21:00-22:00", NOW, clock24=False)
        assert len(following(understood.schedule, NOW.tzinfo, NOW, 3)) == 3  # type: ignore[arg-type]
