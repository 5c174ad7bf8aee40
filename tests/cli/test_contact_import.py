"""`contact import`: people out of a phone's file, all that were chosen or none."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

import pytest

from conftest import Result, Run
from phone_files import PHONES, card, lines
from recoverplan.domain.contact import Contact
from recoverplan.store.opened import Store
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
    assert "kim is on your list already. Nothing was changed." in result.out
    assert "recoverplan contact edit 1 --email kim@example.org" in result.out
    assert "recoverplan contact edit 2 --email ari@example.org" in result.out
    assert run("contact", "list", "--json").json["contacts"] == before
    assert len(run("history", "--json").json["steps"]) == steps
    again = run("contact", "import", file, "--all", "--role", "peer", "--json").json
    assert [each["name"] for each in again["added"]] == ["Robin"]
    assert again["unchanged"] == [{"id": 1, "name": "kim"}, {"id": 2, "name": "Ari"}]


def commands(said: str) -> list[list[str]]:
    """Return the commands that sentences end with, as a shell would take them apart."""
    return [
        shlex.split(line.partition(": recoverplan ")[2])
        for line in said.splitlines()
        if ": recoverplan contact " in line and "NAME" not in line
    ]


def imported(run: Run, tmp_path: Path, *cards: bytes) -> Result:
    path = tmp_path / "p.vcf"
    path.write_bytes(b"".join(cards))
    result = run("contact", "import", str(path), "--all", "--role", "peer")
    assert result.code == 0, result.err
    return result


def ways(run: Run) -> list[tuple[str | None, ...]]:
    records = run("contact", "list", "--json").json["contacts"]
    return [
        tuple(each[way] for way in ("name", "call", "text", "email", "other")) for each in records
    ]


def test_the_other_card_of_a_name_is_offered_with_the_commands_that_take_it(
    run: Run, tmp_path: Path
) -> None:
    first = card("TEL:555-0101")
    second = card("TEL;TYPE=CELL:555-0102", "EMAIL:sam@example.org", name="SAM")
    said = imported(run, tmp_path, first, second).out
    assert "SAM is in the file more than once; the first was taken." in said
    assert "The other card has 555-0102, sam@example.org. If it's the same person:" in said
    assert ways(run) == [("Sam", "555-0101", None, None, None)]
    same, other = commands(said)[:2]
    assert run(*other).code == 0
    assert run(*same).code == 0
    assert ways(run) == [
        ("Sam", "555-0101", "555-0102", "sam@example.org", None),
        ("SAM 2", "555-0102", "555-0102", "sam@example.org", None),
    ]


def test_cards_of_one_name_that_share_a_way_are_put_together(run: Run, tmp_path: Path) -> None:
    said = imported(
        run,
        tmp_path,
        card("TEL;TYPE=HOME:555-0101"),
        card("TEL;TYPE=CELL:(212) 555-0101", "EMAIL:sam@example.org"),
        card("EMAIL:SAM@example.org", "TEL;TYPE=WORK:555-0103"),
    ).out
    assert "Sam is in the file more than once; the cards were put together." in said
    assert ways(run) == [("Sam", "555-0101", "(212) 555-0101", "sam@example.org", None)]
    (also,) = commands(said)[:1]
    assert run(*also).code == 0
    assert ways(run)[0][-1] == "555-0103"


def test_every_way_that_one_card_has_beside_those_taken_is_said(run: Run, tmp_path: Path) -> None:
    full = card(
        "TEL;TYPE=WORK:555-0102", "TEL;TYPE=CELL:555-0101", "TEL;TYPE=FAX:555-0199",
        "EMAIL:sam@example.org", "EMAIL;TYPE=PREF:s@example.com", "TEL;TYPE=HOME:ask Jo",
    )  # fmt: skip
    more = "555-0102 (work); 555-0199 (fax); ask Jo (home); sam@example.org"
    said = imported(run, tmp_path, full).out
    assert f"Sam's card also has {more.replace(';', ',')}. To keep that too:" in said
    assert ways(run) == [("Sam", "555-0101", "555-0101", "s@example.com", None)]
    assert run(*commands(said)[0]).code == 0
    assert ways(run)[0][-1] == more
    assert "card also has" not in imported(run, tmp_path, full).out


def test_what_is_left_out_of_several_cards_can_all_be_taken(run: Run, tmp_path: Path) -> None:
    cards = [
        card("TEL;TYPE=CELL:555-0101", "TEL;TYPE=WORK:555-0102"),
        card("TEL;TYPE=CELL:555-0103", "EMAIL:a@example.org"),
        card("TEL;TYPE=CELL:555-0104", "EMAIL:b@example.org"),
    ]
    said = imported(run, tmp_path, *cards).out
    for command in commands(said):
        if command[1] == "edit" and "--when" not in command:
            assert run(*command).code == 0
    assert ways(run) == [
        (
            "Sam", "555-0101", "555-0101", "a@example.org",
            "555-0102 (work); 555-0103; 555-0104; b@example.org",
        )
    ]  # fmt: skip
    path = tmp_path / "p.vcf"
    assert run("contact", "import", str(path), "--all", "--json").json["left_out"] == []
    path.write_bytes(cards[0] + card("TEL;TYPE=HOME:555-0109"))
    said = run("contact", "import", str(path), "--all").out
    assert "In the file Sam has 555-0109 to call. To take it:" in said
    assert run("contact", "import", str(path), "--all", "--json").json["left_out"] == [
        {"id": 1, "name": "Sam", "ways": [{"way": "call", "value": "555-0109"}]}
    ]


def test_the_record_has_what_was_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.vcf"
    path.write_bytes(card("TEL:555-0101") + card("TEL:555-0102", "EMAIL:s@example.org"))
    record = run("contact", "import", str(path), "--all", "--role", "peer", "--json").json
    assert record["left_out"] == [
        {
            "id": 1,
            "name": "Sam",
            "ways": [
                {"way": "call", "value": "555-0102"},
                {"way": "email", "value": "s@example.org"},
            ],
        }
    ]


def test_a_card_without_a_name_is_said_with_its_number_and_a_command(
    run: Run, tmp_path: Path
) -> None:
    said = imported(run, tmp_path, card("TEL:555-0101"), card("TEL:555-0160", name="")).out
    assert "1 left out: no name (card 2: 555-0160)." in said
    assert "recoverplan contact add NAME --role peer --call NUMBER" in said


def test_words_in_the_place_of_a_number_are_kept_and_said_not_to_be_dialed(
    run: Run, tmp_path: Path
) -> None:
    run("setup", "--region", "US")
    said = imported(run, tmp_path, card("TEL;TYPE=CELL:he's up till 10 usually")).out
    assert ways(run)[0][:3] == ("Sam", "he's up till 10 usually", "he's up till 10 usually")
    assert "We can't tell what to dial for he's up till 10 usually" in said
    page = tmp_path / "card.html"
    assert run("card", "--html", str(page)).code == 0
    assert "he&#39;s up till 10 usually" in page.read_text(encoding="utf-8")
    assert "tel:10" not in page.read_text(encoding="utf-8")
    # The command for a contact who has another number keeps the words where they may stand.
    run("contact", "edit", "Sam", "--call", "555-0101", "--text", "")
    again = imported(run, tmp_path, card("TEL:he's up till 10 usually")).out
    assert run(*commands(again)[0]).code == 0
    assert ways(run)[0][-1] == "he's up till 10 usually"


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
    from recoverplan.store.tables import contacts

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
    terminal.answer("Robin: is it safe to call them when it is hard", "not sure")
    terminal.answer("Ari: is it safe to call them when it is hard")
    code, shown = terminal.rest()
    assert code == 0
    assert "Added Robin and Ari." in shown
    assert "Robin is not on the now screen, in your plan or on your card." in " ".join(
        shown.split()
    )
    records = run("contact", "list", "--json").json["contacts"]
    assert [(each["name"], each["role"], each["on_now"]) for each in records] == [
        ("Robin", "family", False),
        ("Ari", "family", True),
    ]
    assert "Robin" not in run("now").out + run("card").out
    assert "Ari" in run("now").out


@pytest.mark.parametrize(("option", "on_now"), [("--off-now", False), ("--on-now", True)])
def test_whether_it_is_safe_to_call_them_can_be_said_without_a_terminal(
    run: Run, file: str, option: str, on_now: bool
) -> None:
    assert run("contact", "import", file, "--all", "--role", "peer", option).code == 0
    records = run("contact", "list", "--json").json["contacts"]
    assert {each["on_now"] for each in records} == {on_now}
    assert ("Robin" in run("now").out) == on_now


def test_on_a_terminal_enter_takes_nobody(file: str, home: Path) -> None:
    terminal = Terminal("contact", "import", file)
    terminal.answer("Enter for nobody:")
    code, shown = terminal.rest()
    assert code == 0
    assert "Nobody was added." in shown
    assert not home.exists()
