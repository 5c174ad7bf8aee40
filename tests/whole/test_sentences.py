"""What people read stands in words/: so there is one place to change how something is said.

The rest of the source still has some. tests/golden/sentences-elsewhere.txt lists how many, file by
file; the list may only get shorter. After sentences were moved: `pytest --golden=write` on this
file. What the program reads, and what other programs say, stands in `NOT_SAID`.
"""

from __future__ import annotations

from collections import Counter

from conftest import Golden
from sentences import elsewhere, is_said, spoken_in

MOST = 142  # in all of the list; to be lowered with it, never raised
# Whole files whose literals are no sentences of ours, with why.
NOT_SAID = {
    "domain/phrase/everyday.py": "phrases that are understood",
    "readers/cautions.py": "words of lists that are understood",
    "store/listings_derived.py": "statements for SQLite",
    "domain/moment_words.py": "phrases that are understood",
    "readers/caution_words.py": "words of lists that are understood",
    "store/schema.py": "statements for SQLite",
    "store/schema_since.py": "statements for SQLite",
    "value.py": "mistakes of a programmer",
}


def test_no_sentence_stands_outside_words_but_those_that_always_did(golden: Golden) -> None:
    found = [one for one in elsewhere() if one.file not in NOT_SAID]
    counts = Counter(one.file for one in found)
    assert sum(counts.values()) <= MOST, "Put new sentences into words/."
    listed = "\n".join(f"{number:3} {file}" for file, number in sorted(counts.items()))
    golden("sentences-elsewhere", listed)


def test_what_is_a_sentence() -> None:
    for text in (
        "Nothing was changed.",
        "Say either --risk or --gaps, not both.",
        "…: there is no such day",
    ):
        assert is_said(text), text
    for text in (
        "contact add",
        "FREQ=WEEKLY;BYDAY=MO",
        "SELECT id FROM contact WHERE name = ?",
        "recoverplan/plan/1",
        "%Y-%m-%d %H:%M",
    ):
        assert not is_said(text), text


def test_docstrings_and_helps_of_options_are_no_sentences_of_a_screen() -> None:
    source = '''
"""A docstring of four words."""
import typer
Name = typer.Option(help="How many days there are.")
entry("plan", "The days ahead of you.", "Every day")
def show(what: str) -> str:
    """Show what there is to see."""
    raise ValueError(f"There is no {what} here.")
'''
    assert [text for _, text in spoken_in(source)] == ["There is no … here."]
