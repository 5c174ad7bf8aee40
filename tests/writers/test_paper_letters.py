"""Which letters can be printed, and what stands for the rest."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from recoverplan.data.font_letters import LETTERS
from recoverplan.domain.text import clean
from recoverplan.writers.paper.compiling import FONTS, compile_page, on_computer
from recoverplan.writers.paper.letters import BLANK, lacking, printable, ships
from rounds import rounds

FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def nowhere(_letter: str) -> bool:
    """Tell that no font of the computer has a letter."""
    return False


@pytest.mark.parametrize("face", FACES)
def test_the_table_of_letters_is_what_the_font_has(face: str) -> None:
    told = {code for first, last in LETTERS for code in range(first, last + 1)}
    assert told == set(TTFont(FONTS / face).getBestCmap())


def test_the_scripts_that_are_promised_are_there() -> None:
    for text in (
        "Zoë Łukasz Şükrü Øyvind Đorđe Ñandú ÇĞİ ßẞ œ",
        "Nguyễn Thị Ánh Phượng Đặng Ưở",
        "Ζωή Παπαδοπούλου ᾧ",
        "Ольга Щукина Ґїєў Ќ",
        "“Rough evening”, 5 € – ½ · … № ’",
    ):
        assert lacking(text) is None, text
        assert printable(text, nowhere) == unicodedata.normalize("NFC", text)
        assert lacking(unicodedata.normalize("NFD", text)) is None, text


def test_the_fonts_are_free_to_pass_on_and_small() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Copyright 2015 Google LLC" in licence
    assert sum((FONTS / face).stat().st_size for face in FACES) < 1_000_000
    for face in FACES:
        names = TTFont(FONTS / face)["name"]
        assert "SIL Open Font License" in names.getDebugName(13)


def test_a_stroke_stands_for_each_letter_that_no_font_has() -> None:
    assert printable("Anna 张伟", nowhere) == "Anna __"
    found = lacking("Anna 张伟")
    assert found is not None
    assert (found.letters, found.pictures, found.script) == ("张伟", "", "Chinese or Japanese")
    # A name that is nothing but strokes gets room to write it.
    assert printable("张伟", nowhere) == BLANK
    assert printable("张伟", lambda letter: letter == "张") == "张_"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Sam 🌻", "Sam"), ("👩‍👩‍👧 us", "us"), ("🌻", BLANK), ("1️⃣ Kim", "1 Kim"), ("❤️ Jo 🇺🇸", "Jo")],
)
def test_pictures_are_left_out(typed: str, printed: str) -> None:
    assert printable(typed, nowhere) == printed
    found = lacking(typed)
    assert found is not None
    assert found.pictures
    assert not found.letters


def test_what_joins_letters_stays() -> None:
    # The ZWNJ of Persian, where a font of the computer has the letters.
    assert printable("می‌خواهم", lambda _letter: True) == "می‌خواهم"


@settings(max_examples=rounds(60), deadline=None)
@given(st.text(max_size=30))
def test_any_cleaned_text_is_printed_or_said(text: str) -> None:
    shown = clean(text)
    done = printable(shown, nowhere)
    assert all(ships(letter) or letter == " " for letter in done)
    if done != unicodedata.normalize("NFC", shown):
        assert lacking(shown) is not None or not shown.split()


@settings(max_examples=rounds(25), deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_a_page(text: str) -> None:
    data = {"title": clean(text) or "-", "paper": "a4", "days": [clean(text)], "hours": []}
    assert compile_page("map_blank", data | {"legend": [text]}).content.startswith(b"%PDF")


def test_a_letter_is_asked_of_the_fonts_that_are_here() -> None:
    assert on_computer("é")
    assert not on_computer("\U0010fffd")  # nobody's letter
