"""`contact import`: people out of a phone's file, all that were chosen or none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from conftest import Run
from phone_files import PHONES, card, lines
from recoverplan.domain.contact import Contact
from recoverplan.store.opening import Store
from terminal import Terminal

THREE = (
    card("TEL;TYPE=CELL:555-0150", name="Robin")
    + card("TEL;TYPE=HOME:555-0151", "EMAIL:kim@example.org", name="Kim")
    + card("EMAIL:ari@example.org", name="Ari")
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "people.vcf"
    path.write_bytes(THREE)
    return str(path)


def names(run: Run) -> list[str]:
    return [each["name"] for each in run("contact", "list", "--json").json["contacts"]]


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        (["--all"], ["Robin", "Kim", "Ari"]),
        (["--take", "Kim"], ["Kim"]),
        (["--take", "kim", "--take", "3"], ["Kim", "Ari"]),
        (["--take", "2-3"], ["Kim", "Ari"]),
        (["--take", "ro", "--take", "1"], ["Robin"]),
    ],
)
def test_those_chosen_are_added_in_one_step(
    run: Run, file: str, chosen: list[str], wanted: list[str]
) -> None:
    result = run("contact", "import", file, *chosen, "--role", "family")
    assert result.code == 0, result.err
    assert result.out.startswith(f"Added {wanted[0]}")
    assert "recoverplan undo" in result.out
    assert names(run) == wanted
    records = run("contact", "list", "--json").json["contacts"]
    assert {each["role"] for each in records} == {"family"}
    assert len(run("history", "--json").json["steps"]) == 1
    assert run("undo").code == 0
    assert names(run) == []


def test_without_a_terminal_it_lists_them_and_says_what_to_type(
    run: Run, file: str, home: Path
) -> None:
    result = run("contact", "import", file)
    assert result.code == 2
    assert result.out.splitlines() == [
        "1  Robin: call or text 555-0150",
        "2  Kim: call 555-0151, kim@example.org",
        "3  Ari: ari@example.org",
    ]
    assert "--take NAME" in result.err
    assert "--all" in result.err
    assert run("contact", "import", file, "--all").code == 2  # a role is missing
    assert not home.exists()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--take", "Zoe"], 3),
        (["--take", "4"], 2),
        (["--take", "2-9"], 2),
        (["--take", "3-1"], 2),
        (["--take", "0"], 2),
        (["--all", "--take", "Kim"], 2),
        (["--all", "--role", "king"], 2),
    ],
)
def test_a_wrong_choice_takes_nobody(
    run: Run, file: str, home: Path, options: list[str], code: int
) -> None:
    role = [] if "--role" in options else ["--role", "peer"]
    result = run("contact", "import", file, *options, *role)
    assert (result.code, result.out) == (code, "")
    assert result.err
    assert not home.exists()


def test_who_is_on_the_list_already_stays_as_they_are(run: Run, file: str) -> None:
    run("contact", "add", "kim", "--role", "sponsor", "--call", "(212) 555-0151")
    run("contact", "add", "Ari", "--role", "peer", "--call", "555-0160")
    run("contact", "add", "Robbie", "--role", "peer", "--text", "+1 212 555-0150")
    assert "has a number of Robbie's, on your list" in run("contact", "import", file).out
    before = run("contact", "list", "--json").json["contacts"]
    steps = len(run("history", "--json").json["steps"])
    result = run("contact", "import", file, "--take", "kim", "--take", "ari")
    assert result.code == 0
    assert "Nobody was added." in result.out
    assert "kim is on your list already; nothing of it was changed." in result.out
    assert "recoverplan contact edit 1 --email kim@example.org" in result.out
    assert "recoverplan contact edit 2 --email ari@example.org" in result.out
    assert run("contact", "list", "--json").json["contacts"] == before
    assert len(run("history", "--json").json["steps"]) == steps
    again = run("contact", "import", file, "--all", "--role", "peer", "--json").json
    assert [each["name"] for each in again["added"]] == ["Robin"]
    assert again["unchanged"] == [{"id": 1, "name": "kim"}, {"id": 2, "name": "Ari"}]


def test_two_of_one_name_in_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.vcf"
    path.write_bytes(card("TEL:555-0101") + card("TEL:555-0102", name="SAM"))
    result = run("contact", "import", str(path), "--all", "--role", "peer")
    assert "SAM is in the file more than once; the first was taken." in result.out
    [kept] = run("contact", "list", "--json").json["contacts"]
    assert (kept["name"], kept["call"]) == ("Sam", "555-0101")


def test_the_record_and_what_was_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.vcf"
    path.write_bytes(THREE + card(name="Zed") + card("TEL:x", "TEL:555-0109", name="Yan"))
    record = run("contact", "import", str(path), "--take", "1", "--role", "peer", "--json").json
    assert record["schema"] == "recoverplan/people/1"
    assert record["cards"] == 5
    assert record["found"][0] == {
        "name": "Robin", "call": "555-0150", "text": "555-0150", "email": None, "contact": None,
    }  # fmt: skip
    assert [each["name"] for each in record["added"]] == ["Robin"]
    assert [(each["reason"], each["count"]) for each in record["skipped"]] == [
        ("neither a phone number nor an email address", 1)
    ]
    assert record["notes"][0]["examples"] == ["card 5: x"]
    said = run("contact", "import", str(path), "--take", "Yan", "--role", "peer").out
    assert "1 left out: neither a phone number nor an email address (card 4: Zed)." in said


def test_every_phone_through_the_command(run: Run, tmp_path: Path) -> None:
    for number, (content, wanted) in enumerate(PHONES.values()):
        path = tmp_path / f"{number}.vcf"
        path.write_bytes(content)
        assert run("contact", "import", str(path), "--all", "--role", "peer").code == 0
        record = run("contact", "list", "--json").json["contacts"][-1]
        assert tuple(record[each] for each in ("name", "call", "text", "email")) == wanted


def test_from_a_pipe(run: Run, process: Run) -> None:
    done = process("contact", "import", "-", "--all", "--role", "peer", stdin=THREE.decode())
    assert done.code == 0, done.err
    assert names(run) == ["Robin", "Kim", "Ari"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 2), (b"not contacts", 2), (card(), 1), (b"BEGIN:VCARD\nFN:cut off", 1)],
)
def test_a_file_without_anybody(
    run: Run, home: Path, tmp_path: Path, content: bytes, code: int
) -> None:
    path = tmp_path / "p.vcf"
    path.write_bytes(content)
    result = run("contact", "import", str(path), "--all", "--role", "peer")
    assert (result.code, result.out) == (code, "")
    assert result.err
    assert not home.exists()
    assert run("contact", "import", str(tmp_path / "none.vcf"), "--all").code == 1
    assert run("contact", "import", str(tmp_path), "--all").code == 1


def test_hostile_names_are_harmless_on_every_screen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.vcf"
    hostile = "\x1b[31m[red]\u202eevil[/]\x00\x9b2J\\nsecond\x1b]8;;http://x\x07 line"
    path.write_bytes(card("TEL:555-0101\x1b[2J", name=hostile) + lines("\x1b[2J", "x"))
    for options in ([], ["--all", "--role", "peer"], ["--all"]):
        result = run("contact", "import", str(path), *options)
        assert "[red]evil[/] second line" in result.out
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(result.out + result.err)


def test_nothing_is_half_stored_where_the_store_cannot_take_it(
    run: Run, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recoverplan.store import contacts

    run("contact", "add", "First", "--role", "peer", "--call", "555-0101")
    added = contacts.add

    def fails(store: Store, contact: Contact) -> Contact:
        if contact.name == "Ari":
            raise sqlite3.OperationalError("disk I/O error")
        return added(store, contact)

    monkeypatch.setattr(contacts, "add", fails)
    with pytest.raises(sqlite3.OperationalError):
        run("contact", "import", file, "--all", "--role", "peer")
    assert names(run) == ["First"]


def test_on_a_terminal_it_asks_whom_and_who_they_are(run: Run, file: str) -> None:
    terminal = Terminal("contact", "import", file, columns=60)
    terminal.wait_for("1  Robin: call or text 555-0150")
    terminal.answer("Enter for nobody:", "7")
    terminal.wait_for("none of the numbers from 1 to 3")
    terminal.answer("Enter for nobody:", "1, ari")
    terminal.answer("Robin: who are they to you? [peer]", "family")
    terminal.answer("Ari: who are they to you? [family]")
    code, shown = terminal.rest()
    assert code == 0
    assert "Added Robin and Ari." in shown
    records = run("contact", "list", "--json").json["contacts"]
    assert [(each["name"], each["role"]) for each in records] == [
        ("Robin", "family"),
        ("Ari", "family"),
    ]


def test_on_a_terminal_enter_takes_nobody(file: str, home: Path) -> None:
    terminal = Terminal("contact", "import", file)
    terminal.answer("Enter for nobody:")
    code, shown = terminal.rest()
    assert code == 0
    assert "Nobody was added." in shown
    assert not home.exists()
