"""Wrong input for every option: one clear sentence, exit 2, nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from sharing import typed_once

PERSON = (
    ("setup", "--name", "Alex", "--region", "US"),
    ("risk", "add", "Nights", "--when", "nights"),
    ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
    ("step", "add", "Tea", "--kind", "alone"),
)
RISK = ("risk", "add", "x", "--when", "fri 8-9pm")
CONTACT = ("contact", "add", "x", "--role", "peer")
WRONG = (
    # setup
    ("setup", "--timezone", "Nowhere"),
    ("setup", "--timezone", "right/UTC"),
    ("setup", "--timezone", "America"),
    ("setup", "--timezone", "Factory"),
    ("setup", "--region", "XX"),
    ("setup", "--region", "EU"),
    ("setup", "--prefer", "email"),
    ("setup", "--about", "shopping"),
    ("setup", "--about", "alcohol", "--about", "x"),
    ("setup", "--lead", "soon"),
    ("setup", "--lead", "13h"),
    ("setup", "--lead", "-5"),
    ("setup", "--lead", "30 m x"),
    # risk
    ("risk", "add"),
    ("risk", "add", "  ", "--when", "nights"),
    ("risk", "add", "x"),
    ("risk", "add", "payday"),
    ("risk", "add", "x", "--when", ""),
    ("risk", "add", "x", "--when", "whenever"),
    ("risk", "add", "x", "--when", "every other friday 5pm-11pm"),
    ("risk", "add", "x", "--when", "fri 9pm"),
    (*RISK, "--level", "extreme"),
    (*RISK, "--level", ""),
    (*RISK, "--if", "I pace"),
    (*RISK, "--then", "I walk"),
    (*RISK, "--if", "a", "--if", "b", "--then", "c"),
    ("risk", "edit", "Nights"),
    ("risk", "edit", "Nights", "--label", ""),
    ("risk", "edit", "Nights", "--level", "x"),
    ("risk", "edit", "Nights", "--when", "x"),
    ("risk", "edit", "Nights", "--if", "a"),
    ("risk", "edit", "Nights", "--check-in", "Sam", "--no-check-in"),
    ("risk", "remove", "Nights"),
    ("risk", "show"),
    # contact
    ("contact", "add"),
    ("contact", "add", "x"),
    ("contact", "add", "\u202e\x1b[0m", "--role", "peer"),
    ("contact", "add", "x", "--role", "boss"),
    (*CONTACT, "--call", "abc"),
    (*CONTACT, "--text", "none"),
    (*CONTACT, "--email", "sam"),
    (*CONTACT, "--email", "sam @example.org"),
    (*CONTACT, "--prefer", "call"),
    (*CONTACT, "--prefer", "pigeon"),
    (*CONTACT, "--order", "first"),
    (*CONTACT, "--order", "0"),
    (*CONTACT, "--when", "sometimes"),
    (*CONTACT, "--when", "daily 6-11pm", "--when", "x"),
    (*CONTACT, "--zone", "Londn"),
    (*CONTACT, "--zone", "GMT+1"),
    (*CONTACT, "--per-week", "-1"),
    (*CONTACT, "--per-week", "1.5"),
    (*CONTACT, "--per-week", "９９９９９"),
    (*CONTACT, "--on-card=yes"),
    ("contact", "edit", "Sam"),
    ("contact", "edit", "Sam", "--name", ""),
    ("contact", "edit", "Sam", "--role", ""),
    ("contact", "edit", "Sam", "--prefer", "text"),
    ("contact", "edit", "Sam", "--per-week", "many"),
    ("contact", "pause", "Sam", "--until", "yesterday"),
    ("contact", "pause", "Sam", "--until", "30 feb"),
    ("contact", "pause", "Sam", "--until", "tomorrow", "--end"),
    ("contact", "remove", "Sam"),
    ("contact", "ask"),
    # step
    ("step", "add"),
    ("step", "add", "Walk"),
    ("step", "add", "Walk", "--kind", "outside"),
    ("step", "add", "\x00", "--kind", "alone"),
    ("step", "edit", "Tea"),
    ("step", "edit", "Tea", "--text", " "),
    ("step", "edit", "Tea", "--kind", "x"),
    ("step", "remove", "Tea"),
    # the line itself
    ("contat",),
    ("risk", "adds"),
    ("risk",),
    ("risk", "add", "Nights", "alone"),
    ("risk", "list", "--jsn"),
    ("risk", "list", "--json=1"),
    ("contact", "add", "x", "--per-week"),
    ("--storee", "x", "plan"),
    ("erase",),
    ("setup", "--history"),
)


@pytest.fixture
@typed_once
def person(run: Run) -> Run:
    """Enter somebody with one of each."""
    for line in PERSON:
        assert run(*line).code == 0, line
    return run


def kept(home: Path) -> dict[str, bytes]:
    """Return every file of the store."""
    return {path.name: path.read_bytes() for path in home.iterdir()}


def test_wrong_input_is_one_sentence_and_writes_nothing(person: Run, home: Path) -> None:
    before = kept(home)
    for line in WRONG:
        result = person(*line)
        assert result.code == 2, (line, result)
        assert result.out == "", line
        assert result.err.strip(), line
        assert "Traceback" not in result.err, line
        assert len(result.err.splitlines()) <= 6 or line == ("risk",), (line, result.err)
        assert "\x1b" not in result.err, line
        assert "\u202e" not in result.err, line
        assert kept(home) == before, line


def test_wrong_input_makes_no_store(run: Run, home: Path) -> None:
    for line in WRONG:
        if not {"edit", "remove", "pause", "ask", "show"} & set(line):
            assert run(*line).code == 2, line
            assert not home.exists(), line


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (("contat",), "Did you mean contact?"),
        (("risk", "adds"), "Did you mean add?"),
        (("risk", "add", "x", "--levl", "high"), "Did you mean --level?"),
        (("--sore", "x"), "Did you mean --store?"),
        (("frobnicate",), "recoverplan --help"),
        (("risk", "show"), "recoverplan risk show LABEL"),
        (("group", "decide", "x"), "recoverplan group decide GROUP keep|pause|leave"),
        (("risk", "add", "Nights", "alone"), "in quotes"),
        (("plan", "--days", "x"), '--days takes a whole number, not "x".'),
        (("setup", "--timezone", "new yrok"), "America/New_York"),
        (("contact", "edit", "Sam"), "--per-week"),
    ],
)
def test_the_hint_says_what_to_type_instead(run: Run, line: tuple[str, ...], hint: str) -> None:
    result = run(*line)
    assert result.code == 2
    assert hint in result.err


def test_an_ambiguous_name_lists_the_candidates(person: Run) -> None:
    person("risk", "add", "Nights out", "--when", "sat 8-11pm")
    person("risk", "add", "Night shift", "--when", "mon 8-11pm")
    result = person("risk", "show", "nigh")
    assert result.code == 3
    for candidate in ("Nights (#1)", "Nights out (#2)", "Night shift (#3)"):
        assert candidate in result.err
    assert person("risk", "show", "nights").code == 0


@pytest.mark.parametrize("named", ["~nobody-of-that-name/x.json", "itself"])
@pytest.mark.parametrize(
    "command",
    [
        ("import", "FILE"),
        ("restore", "FILE", "--yes"),
        ("contact", "import", "FILE", "--all", "--role", "peer"),
        ("group", "import", "FILE"),
        ("export", "--json", "FILE"),
        ("backup", "FILE", "--plain-key"),
        ("card", "--html", "FILE"),
        ("--store", "FILE", "step", "list"),
    ],
)
def test_a_path_that_leads_nowhere_is_told_in_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], named: str
) -> None:
    """The home of an account that is not there, and a link that leads to itself."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "itself").symlink_to("itself")
    assert run("setup", "--region", "US").code == 0
    done = run(*(named if word == "FILE" else word for word in command))
    assert done.code in (0, 1, 2, 5)
    assert done.code == 0 or done.err.count("\n") < 3
    assert done.code or "--store" in command
