"""Phone numbers as people type them: what is kept, and what a page, a square or a phone dials."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import sheets
import vcard_reader
from conftest import Run
from terminal import Terminal

SAM = ("contact", "add", "Sam", "--role", "family")
US = ("setup", "--region", "US", "--timezone", "America/New_York")
LINK = re.compile(r'href="((?:tel|sms):[^"]*)"')

TYPED = [
    ("--call", "(+44) 20 7946 0128", "tel:+442079460128"),
    ("--call", "(212) 555-0114 Ext 12", "tel:2125550114;ext=12"),
    ("--call", "1-800-gambler", "tel:18004262537"),
    ("--call", "555-0114", "tel:5550114"),
    ("--call", "٥٥٥-٠١١٤", "tel:5550114"),
    ("--text", "HELLO to 741741", "sms:741741?body=HELLO"),
    ("--text", "+1 (212) 555-0114", "sms:+12125550114"),
    ("--call", "555-0114 / 555-0115", None),
    ("--call", "*67 555-0114", None),
    ("--text", "555-0114 ext 12", None),
]


def links(path: Path) -> set[str]:
    """Return what can be tapped on a page, without what every page of the region has."""
    return set(LINK.findall(path.read_text(encoding="utf-8"))) - {
        "tel:911", "tel:988", "sms:988", "tel:18007997233", "sms:88788?body=START",
        "tel:18338526262", "sms:18338526262",
    }  # fmt: skip


@pytest.mark.parametrize(("option", "number", "link"), TYPED)
def test_every_page_taps_the_same(
    run: Run, tmp_path: Path, option: str, number: str, link: str | None
) -> None:
    run(*US)
    assert run(*SAM, option, number).code == 0
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight")
    for command in (("card",), ("plan",), ("family", "page", "--all")):
        page = tmp_path / "page.html"
        assert run(*command, "--html", str(page), "--force").code == 0
        assert links(page) == ({link} if link else set()), command
        assert number in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("(+44) 20 7946 0128", "tel:+442079460128"),
        ("212-555-0114 X4", "tel:2125550114,4"),
        ("1-800-GAMBLER", "tel:18004262537"),
        ("555-0114 / 555-0115", None),
    ],
)
def test_the_printed_square_dials_it_too(
    run: Run, tmp_path: Path, number: str, code: str | None
) -> None:
    run(*US)
    run(*SAM, "--call", number)
    pdf = tmp_path / "card.pdf"
    assert run("card", "--pdf", str(pdf), "--qr", "--copies", "1").code == 0
    (page,) = sheets.pages(pdf.read_bytes())
    assert sheets.codes(page) == ([code] if code else [])


@pytest.mark.parametrize(
    ("number", "told", "noted"),
    [
        ("555-0114", "555-0114", None),
        ("(+44) 20 7946 0128", "+442079460128", None),
        ("(212) 555-0114 ext 12", "2125550114,12", None),
        ("1-800-GAMBLER", "18004262537", None),
        ("555-0114 / 555-0115", None, "Also: 555-0114 / 555-0115"),
    ],
)
@pytest.mark.parametrize("region", [True, False])
def test_a_phones_contacts_get_what_it_can_dial(
    run: Run, tmp_path: Path, number: str, told: str | None, noted: str | None, *, region: bool
) -> None:
    if region:
        run(*US)
    run(*SAM, "--call", number)
    path = tmp_path / "card.vcf"
    assert run("card", "--vcf", str(path)).code == 0
    (sam,) = vcard_reader.read(path.read_bytes())
    assert [value.replace("\\,", ",") for _, value in sam.get("TEL", [])] == [told][: bool(told)]
    assert [value for _, value in sam.get("NOTE", [])] == ([noted] if noted else [])


def test_a_phones_calendar_has_digits_beside_letters(run: Run, tmp_path: Path) -> None:
    run(*US)
    run(*SAM, "--call", "1-800-GAMBLER ext 4")
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight")
    path = tmp_path / "week.ics"
    assert run("plan", "--ics", str(path)).code == 0
    assert r"DESCRIPTION:1-800-GAMBLER ext 4\n18004262537\,4" in path.read_text(encoding="utf-8")
    run("contact", "edit", "Sam", "--call", "555-0114")
    assert run("plan", "--ics", str(path), "--force").code == 0
    assert "DESCRIPTION:555-0114\n" in path.read_text(encoding="utf-8").replace("\r\n", "\n")


def test_without_a_region_only_a_plus_is_a_link(run: Run, tmp_path: Path) -> None:
    said = run(*SAM, "--call", "555-0114", "--text", "+1 212 555 0114").out
    assert "A page can't dial 555-0114 until it knows your country." in said
    assert "recoverplan setup --region US" in said
    page = tmp_path / "card.html"
    assert run("card", "--html", str(page)).code == 0
    assert links(page) == set()
    run("contact", "edit", "Sam", "--prefer", "text")
    assert run("card", "--html", str(page), "--force").code == 0
    assert links(page) == {"sms:+12125550114"}
    # Once the country is known the number is dialed, as it was typed.
    run(*US)
    run("contact", "edit", "Sam", "--prefer", "call")
    assert run("card", "--html", str(page), "--force").code == 0
    assert links(page) == {"tel:5550114"}


def test_adding_and_editing_say_what_cannot_be_dialed_and_nothing_else_does(run: Run) -> None:
    run(*US)
    wrong = "We can't tell what to dial for *67 555-0114, so pages show it without a link."
    assert wrong in run(*SAM, "--call", "*67 555-0114").out
    assert (
        "contact edit 1 --call NUMBER" in run("contact", "edit", "1", "--call", "*67 555-0114").out
    )
    assert "dial" not in run("contact", "edit", "1", "--per-week", "2").out
    for number in ("555-0114", "112", "+44 20 7946 0128", "1-800-GAMBLER"):
        assert "dial" not in run("contact", "edit", "1", "--call", number).out, number
    assert "dial" not in run("contact", "edit", "1", "--text", "HOME to 741741").out
    assert "--text NUMBER" in run("contact", "edit", "1", "--text", "555-0114 ext 12").out
    both = run("contact", "edit", "1", "--call", "555-01140", "--text", "555-01140").out
    assert both.count("We can't tell") == 1


@pytest.mark.parametrize("command", ["add", "edit"])
@pytest.mark.parametrize(
    ("option", "typed", "hint"),
    [
        ("--call", "he's up till 10 usually", '--other "he\'s up till 10 usually"'),
        ("--call", "call 555-0190 evenings", "Type the number alone: 555-0190."),
        ("--call", "555-0190 (home)", "Type the number alone: 555-0190."),
        ("--text", "555-0190 evenings", "Type the number alone: 555-0190."),
        ("--call", "555-O19O", "Type the number alone: 555-0190."),
        ("--call", "555-0114 or 555-0115", "Write it as you would dial it"),
        ("--text", "Signal", "--other Signal"),
        ("--text", "up to 10", '--other "up to 10"'),
        ("--call", "HOME to 741741", "Type the number alone: 741741."),
        ("--call", "12", "Write it as you would dial it"),
    ],
)
def test_words_are_no_number_and_the_refusal_names_where_they_go(
    run: Run, command: str, option: str, typed: str, hint: str
) -> None:
    line: tuple[str, ...] = SAM
    if command == "edit":
        run(*SAM, "--call", "555-0101")
        line = ("contact", "edit", "Sam")
    refused = run(*line, option, typed)
    assert (refused.code, refused.out) == (2, "")
    assert f'{option} takes a phone number, not "{typed}".' in refused.err
    assert hint in refused.err
    assert "--other" in refused.err
    if command == "edit":
        (kept,) = run("contact", "list", "--json").json["contacts"]
        assert (kept["call"], kept["text"]) == ("555-0101", None)


def test_an_import_keeps_what_is_no_number(run: Run, tmp_path: Path, home: Path) -> None:
    run(*US)
    run(*SAM, "--call", "555-0114")
    exported = tmp_path / "all.json"
    assert run("export", "--json", str(exported)).code == 0
    words = "he's up till 10 usually"
    text = exported.read_text(encoding="utf-8").replace("555-0114", words)
    exported.write_text(text, encoding="utf-8")
    run("erase", "--yes")
    assert run("import", str(exported)).code == 0
    (kept,) = run("contact", "list", "--json").json["contacts"]
    assert kept["call"] == words
    assert json.loads(text)["contacts"][0]["call"] == words
    page = tmp_path / "card.html"
    assert run("card", "--html", str(page)).code == 0
    assert links(page) == set()


def kept_sam(run: Run) -> tuple[str | None, ...]:
    (kept,) = run("contact", "list", "--json").json["contacts"]
    return tuple(kept[way] for way in ("call", "text", "other"))


def test_on_a_terminal_words_are_asked_about(run: Run) -> None:
    run(*US)
    talk = Terminal(*SAM, "--call", "call 555-0190 evenings", "--text", "555-0190")
    talk.answer('"call 555-0190 evenings" is not a phone number. Keep it as another way', "y")
    code, shown = talk.rest()
    assert code == 0
    assert "Added Sam." in shown
    assert kept_sam(run) == (None, "555-0190", "call 555-0190 evenings")
    # What was kept in words before stays.
    talk = Terminal("contact", "edit", "Sam", "--call", "only after 9")
    talk.answer("Keep it as another way", "y")
    assert talk.rest()[0] == 0
    assert kept_sam(run) == (None, "555-0190", "call 555-0190 evenings; only after 9")
    talk = Terminal("contact", "edit", "Sam", "--call", "only after 9")
    talk.answer("Keep it as another way", "n")
    code, shown = talk.rest()
    assert code == 2
    assert "takes a phone number" in shown


def test_in_the_conversation_words_are_asked_about_too(run: Run) -> None:
    run(*US)
    talk = Terminal("contact", "add", "Sam")
    talk.answer("Number or word:", "1")
    talk.answer("Number to call?", "none")
    talk.wait_for("takes a phone number")
    talk.answer("Number to call?", "he's up till 10 usually")
    talk.answer('up till 10 usually" is not a phone number. Keep it as another way', "n")
    talk.answer("Number to call?", "knock at 14B")
    talk.answer("Keep it as another way", "y")
    talk.answer("Number to text?")
    talk.answer("Email?")
    talk.answer("When may they be reached")
    talk.answer("Is it safe to call them when it is hard", "y")
    talk.answer("How many check-ins a week")
    talk.answer("Your opening words")
    assert talk.rest()[0] == 0
    assert kept_sam(run) == (None, None, "knock at 14B")
