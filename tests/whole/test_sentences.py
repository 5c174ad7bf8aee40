"""What people read stands in words/: so there is one place to change how something is said.

What is left of the rest of the source, and why it may stay, is listed in LEFT, and how many in
tests/golden/sentences-elsewhere.txt; the list may only get shorter. After sentences were moved:
`pytest --golden=write` on this file.
"""

from __future__ import annotations

import ast
from collections import Counter

from conftest import Golden
from sentences import SOURCE, elsewhere, is_said, sentences, spoken_in

MOST = 37  # in all of the list; to be lowered with it, never raised
# What those that are left are for, file by file.
LEFT = {
    "cli/app.py": "a line of the help",
    "cli/commands.py": "headings of the help, beside the help of each command",
    "cli/complaints.py": "what Typer says, to be recognized",
    "cli/completion.py": "lines for a shell",
    "cli/conversation.py": "phrases, as they are typed",
    "domain/invitations.py": "the key of a need",
    "domain/moment_days.py": "phrases that are understood",
    "domain/phrase/bounds.py": "a phrase that is offered",
    "domain/phrase/draft.py": "phrases that are offered",
    "domain/phrase/often.py": "phrases that are offered",
    "now/__init__.py": "the name of a row of the emergency card",
    "ringing/showing.py": "a script for macOS",
    "services/timers/__init__.py": "a line of Python for a timer",
    "store/kept_copies.py": "what a key is derived for",
    "store/migrating.py": "a mistake of a programmer",
    "store/tables.py": "nouns, beside those of the other tables",
    "store/trouble.py": "what SQLite says, to be recognized",
    "writers/emergency.py": "names of rows of the emergency card",
    "writers/pages/__init__.py": "a rule for the browser",
    "writers/timers.py": "a file for systemd",
}


def test_no_sentence_stands_outside_words_but_those_that_always_did(golden: Golden) -> None:
    counts = Counter(one.file for one in elsewhere())
    assert sum(counts.values()) <= MOST, "Put new sentences into words/."
    assert set(counts) == set(LEFT)
    listed = "\n".join(f"{number:3} {file}" for file, number in sorted(counts.items()))
    golden("sentences-elsewhere", listed)


# What stands in words/ twice and means two things, with why.
TWO_THINGS = {
    "When was it?": "of a lapse and of a meeting, each explained in its own way",
    "What makes it hard?": "a question of setup, and the name of a field on paper",
    "call or text {value}": "a way in the safety plan, and one in a phone's file",
    "a calm home": "the key of a need, as the inventory calls it",
}


def test_no_sentence_stands_twice_in_words() -> None:
    """Where two topics say the same, one of them has it, so that there is one place to change."""
    said = Counter(one.text for path in (SOURCE / "words").glob("*.py") for one in sentences(path))
    assert {text for text, count in said.items() if count > 1} == set(TWO_THINGS)


def test_no_name_in_words_is_given_twice() -> None:
    """The second would take the place of the first wherever that is said."""
    for path in (SOURCE / "words").glob("*.py"):
        names = Counter(
            target.id
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in ast.walk(node)
            if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store)
        )
        assert [name for name, times in names.items() if times > 1] == [], path.name


def test_what_is_a_sentence() -> None:
    for text in (
        "Nothing was changed.",
        "Say either --risk or --gaps, not both.",
        "…: there is no such day",
        "recoverplan now shows what was kept.",
        "recoverplan asks for it with every command.",
    ):
        assert is_said(text), text
    for text in (
        "contact add",
        "FREQ=WEEKLY;BYDAY=MO",
        "SELECT id FROM contact WHERE name = ?",
        "contact IN (SELECT value FROM json_each(:who)) AND at >= :back",
        "recoverplan/plan/1",
        "recoverplan step add TEXT --kind alone",
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
