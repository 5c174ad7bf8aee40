"""`card --vcf`: what a phone reads is what the card says, and comes back as it was."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

import vcard_reader
from conftest import Run
from recoverplan.domain.address_book import BookEntry
from recoverplan.domain.text import clean
from recoverplan.readers.vcard import read_people
from recoverplan.writers.vcf import vcf
from rounds import rounds
from whole.test_first_week import ALEX, enter

NUMBERS = (
    st.text("0123456789+-() .", min_size=3, max_size=20)
    .map(clean)
    .filter(lambda text: sum(letter.isdigit() for letter in text) > 1)
)
TEXTS = (
    st.text(
        st.one_of(st.characters(), st.sampled_from(';,:\\"\r\n=\u2028é🌙')), min_size=1, max_size=60
    )
    .map(clean)
    .filter(bool)
)


@pytest.fixture
def typed(run: Run) -> Run:
    enter(run, *ALEX)
    return run


def write(run: Run, path: Path, *more: str) -> list[vcard_reader.Card]:
    result = run("card", "--vcf", str(path), "--force", *more)
    assert result.code == 0, result.err
    assert result.out == f"{path}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return vcard_reader.read(path.read_bytes())


def test_everybody_on_the_card_with_every_way(typed: Run, tmp_path: Path) -> None:
    enter(
        typed,
        "contact edit|Sam|--text|555-0114|--email|sam@example.org",
        "contact edit|Priya|--call|555-0128|--other|Signal|--card-name|P.",
        "contact add|Lee|--role|peer|--call|555-0160|--off-card",
        "contact add|Helpers|--role|line|--call|555-0161",
    )
    cards = write(typed, tmp_path / "c.vcf")
    assert [card["FN"][0][1] for card in cards] == ["Sam", "P.", "Dana"]
    sam, priya, dana = cards
    assert sam["TEL"] == [(frozenset({"CELL", "VOICE"}), "555-0114")]
    assert sam["EMAIL"][0][1] == "sam@example.org"
    assert priya["TEL"] == [
        (frozenset({"VOICE"}), "555-0128"),
        (frozenset({"CELL", "MSG"}), "555-0127"),
    ]
    note = vcard_reader.text(priya["NOTE"][0][1])
    assert note == "Reachable: Mon–Thu 8–10 pm\nBest by a call\nAlso: Signal"
    assert dana["TEL"] == [(frozenset({"VOICE"}), "555-0136")]
    assert vcard_reader.parts(dana["N"][0][1]) == ["", "Dana", "", "", ""]


def test_it_is_discreet_unless_it_has_a_title(typed: Run, tmp_path: Path) -> None:
    write(typed, tmp_path / "c.vcf")
    content = (tmp_path / "c.vcf").read_text(encoding="utf-8").casefold()
    for word in ("peer", "family", "rough", "support", "recover", "988"):
        assert word not in content
    titled = write(typed, tmp_path / "c.vcf", "--title")
    note = vcard_reader.text(titled[0]["NOTE"][0][1])
    assert note.startswith("Support contacts: peer\n")
    assert note.endswith('"Rough evening. Got ten minutes?"')


def test_uids_stay_through_edits_and_differ(typed: Run, tmp_path: Path) -> None:
    before = [card["UID"][0][1] for card in write(typed, tmp_path / "c.vcf")]
    enter(typed, "contact edit|Sam|--name|Sammy|--call|555-0170|--role|sponsor")
    assert [card["UID"][0][1] for card in write(typed, tmp_path / "c.vcf")] == before
    assert len(set(before)) == 3


def test_nobody_and_wrong_use(run: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.vcf"
    result = run("card", "--vcf", str(path))
    assert result.code == 1
    assert "Nobody is on the card yet." in result.err
    assert not home.exists()
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert run("card", "--vcf", str(path), "--json").code == 2
    path.write_text("mine", encoding="utf-8")
    assert run("card", "--vcf", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mine"


@settings(max_examples=rounds(150), deadline=None)
@given(TEXTS, NUMBERS, NUMBERS, st.booleans(), TEXTS)
def test_any_name_and_number_read_back_exactly(
    name: str, call: str, text: str, same: bool, note: str
) -> None:
    entry = BookEntry("1", name, call, call if same else text, "sam@example.org", f"{note}\n{note}")
    content = vcf([entry, entry])
    card, again = vcard_reader.read(content)
    assert card == again
    assert vcard_reader.text(card["FN"][0][1]) == name
    assert vcard_reader.parts(card["N"][0][1]) == ["", name, "", "", ""]
    assert vcard_reader.text(card["NOTE"][0][1]) == f"{note}\n{note}"
    digits = {vcard_reader.text(value) for _, value in card["TEL"]}
    assert digits == {call, call if same else text}
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        found = read_people(file)
    person = found.people[0]
    assert (person.name, person.email) == (name, "sam@example.org")
    assert person.call == call
    if digits_of(call) != digits_of(text):
        assert person.text == (call if same else text)
    assert not found.skipped
    assert not found.notes


def digits_of(number: str) -> str:
    return "".join(letter for letter in number if letter.isdecimal())


def test_what_goes_out_comes_back_in(run: Run, tmp_path: Path) -> None:
    people = {
        'O\'Neil; Sam, Jr. \\ "x"': ("--call", "555-0114", "--text", "555-0114"),
        "Ünsal 🌙 " + "long " * 20: ("--call", "+1 (555) 555-0115", "--email", "u@example.org"),
        "BEGIN:VCARD": ("--text", "555-0116"),
        "سلام": ("--call", "555-0117", "--text", "555-0118"),
    }
    for name, ways in people.items():
        assert run("contact", "add", name, "--role", "family", *ways).code == 0
    path = tmp_path / "c.vcf"
    write(run, path)
    shown = ("name", "role", "call", "text", "email")

    def listed(*store: str) -> list[tuple[str, ...]]:
        records = run(*store, "contact", "list", "--json").json["contacts"]
        return [tuple(record[field] for field in shown) for record in records]

    other = ("--store", str(tmp_path / "other"))
    result = run(*other, "contact", "import", str(path), "--all", "--role", "family")
    assert result.code == 0, result.err
    assert listed(*other) == listed()
    # Once more: nothing changes.
    again = run(*other, "contact", "import", str(path), "--all", "--json")
    assert len(again.json["unchanged"]) == 4
    assert again.json["added"] == []
    assert len(run(*other, "history", "--json").json["steps"]) == 1


def test_no_text_forges_a_line() -> None:
    forged = BookEntry("1", "a\r\nEND:VCARD", "555-0114\r\nX:1", None, "a@b\nX:1", "n\rX:1")
    [card] = vcard_reader.read(vcf([forged]))
    assert set(card) == {"VERSION", "FN", "N", "UID", "TEL", "EMAIL", "NOTE"}


def test_the_library_alone_would_not_fold_this() -> None:
    made = vobject.vCard()
    made.add("fn").value = "🌙" * 60
    made.add("n").value = vobject.vcard.Name(given="x")
    assert max(len(line.encode("utf-8")) for line in made.serialize().split("\r\n")) > 75
    assert vcard_reader.read(vcf([BookEntry("1", "🌙" * 60, "555-0114", None, None, None)]))
