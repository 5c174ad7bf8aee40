"""Hostile text: what `clean` takes out over all code points, and what it leaves alone."""

from __future__ import annotations

import shlex
import sys
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.text import as_typed, cells, clean, clean_note, substitute

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
ANYTHING = st.text(alphabet=st.characters())  # surrogates included
HARMLESS = (
    "[/][red]bold[/red]",
    "Zoë O’Neill-Łukasz",
    "👩‍👩‍👧 family",
    "می‌خواهم",
    "שלום",
    "東京",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "{{name}} %s $HOME `id` <b>",
    "e\u0301",
)


def is_dangerous(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in BIDI
    )


@cache
def dangerous() -> list[str]:
    """Return every dangerous code point there is."""
    return [chr(code) for code in range(sys.maxunicode + 1) if is_dangerous(chr(code))]


def test_no_dangerous_code_point_gets_through() -> None:
    assert len(dangerous()) == 65 + 2048 + 2 + 9  # controls, surrogates, line ends, bidi
    for character in dangerous():
        for wrapped in (character, f"a{character}b", character * 2):
            left = clean(wrapped) + clean_note(wrapped).replace("\n", "")
            assert not set(left) - {"a", "b", " "}, hex(ord(character))


def test_every_other_visible_code_point_stays() -> None:
    taken_out = {*dangerous(), "\ufeff"}
    every = map(chr, range(sys.maxunicode + 1))
    text = "a" + "b".join(c for c in every if c not in taken_out and not c.isspace()) + "z"
    assert clean(text) == text
    assert clean_note(text) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays_as_typed(text: str) -> None:
    assert clean(text) == text
    assert clean_note(text) == text


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]8;;https://bad.example\x1b\\Sam\x1b]8;;\x1b\\", "Sam"),
        ("\x1b]52;c;cm0=\x07Sam", "Sam"),
        ("\x9d0;title\x9cSam", "Sam"),
        ("\x1bP+q544e\x1b\\Sam", "Sam"),
        ("Sam\x1b", "Sam"),
        ("\x1b]Sam never finished", "]Sam never finished"),
        ("\x1b[", "["),
        ("Sam\x00\u202eevil\u2066", "Samevil"),
        (" two\t\tlines\r\nhere\u2028now ", "two lines here now"),
        ("\ud800lone", "lone"),
        ("\u200b\u200d\u2060", ""),
        ("\x07", ""),
        ("", ""),
    ],
)
def test_whole_sequences_go(hostile: str, left: str) -> None:
    assert clean(hostile) == left


def test_a_note_keeps_its_lines() -> None:
    assert clean_note("\n\none  \r\n  two\rthree\x1b[2J\n\n") == "one\n  two\nthree"
    assert clean_note(" \n\t\n") == ""


@given(ANYTHING)
def test_clean_is_stable_and_one_line(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.splitlines() in ([], [once])
    assert once == once.strip()
    once.encode("utf-8")


@given(ANYTHING)
def test_clean_note_is_stable(text: str) -> None:
    once = clean_note(text)
    assert clean_note(once) == once
    once.encode("utf-8")


@given(ANYTHING, st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8", "no-such-encoding"]))
def test_a_substitute_can_always_be_written(text: str, encoding: str) -> None:
    done = substitute(text, encoding)
    done.encode("ascii" if encoding.startswith("no-") else encoding)


def test_substitutes_read_well() -> None:
    assert substitute("Zoë – “5…7” · łódź", "ascii") == 'Zoe - "5...7" - lodz'
    assert substitute("┌─┐", "ascii") == "+-+"
    assert substitute("👍🏽 東", "ascii") == "?? ?"
    assert substitute("naïve", "latin-1") == "naïve"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Sam", 3),
        ("Zoë", 3),
        ("Zoe\u0308", 3),
        ("東京", 4),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("❤️", 2),
        ("🇺🇸", 2),
        ("می‌خواهم", 7),
        ("a\tb", 2),
        ("–·│", 3),
        ("", 0),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text())
def test_a_text_as_it_is_typed_is_one_word_and_the_same(text: str) -> None:
    assert shlex.split(as_typed(text)) == [text]


def test_a_text_is_quoted_as_people_would() -> None:
    assert as_typed("Sam") == "Sam"
    assert as_typed("he's up") == '"he\'s up"'
    assert as_typed("$5 & up") == "'$5 & up'"
