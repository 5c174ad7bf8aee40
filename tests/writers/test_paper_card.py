"""The card on paper and as a picture: sizes in millimetres, codes, hostile names, discreet."""

from __future__ import annotations

import io
import re
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import alex
import sheets
from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import clean
from recoverplan.writers.paper.card import card_pdf
from recoverplan.writers.paper.picture import card_picture
from rounds import rounds

LETTER, A4 = (215.9, 279.4), (210.0, 297.0)
PAPERS = {"letter": (LETTER, 4), "a4": (A4, 5)}
TITLED = alex.CARD._replace(title="Support contacts")
EMPTY = Card(None, (), (), (), None, False, "")
MARGIN = 3.0  # millimetres inside a panel that stay white
# What would tell a finder what the card is for, or who somebody is.
TELLING = re.compile(
    r"recover|sober|sobriety|addict|relapse|lapse|craving|urge\b|risk|crisis|suicid|support"
    r"|\bpeer|sponsor|family|clinic|practical|alcohol|drug|gambl|meeting|\bgroup|\bplan|hard hours",
    re.IGNORECASE,
)
HOSTILE = (
    "#strong[x] #include(\"/etc/passwd\")",
    "$ sum_(k=1)^n k $ *bold* _it_ `raw`",
    "] } ) [ { ( \\ // /* <label> @ref = #",
    '"quotes" \'single\' “both”',
    "\x1b[31mred\x1b[0m \x07 \u202eevil\u202c",
    "x" * 400,
    "Sam 🌻👩‍👩‍👧 🏳️‍🌈",
    "张伟 שלום עליכם محمد",
    "many words " * 60,
    "Nguyễn Thị Ánh — Ζωή, Ольга",
    "Zo\u0308e\u0301\u0301\u0301\u0301",
)  # fmt: skip


def person(name: str, value: str = "555-0114", *, way: str = "call", say: str = "") -> CardPerson:
    return CardPerson(name, "peer", way, value, "every day 6–11 pm", say or None)


def crowd(count: int) -> Card:
    """Return a card with so many people."""
    people = tuple(person(f"Person {n}", f"555-01{n:02}", say="Hello") for n in range(count))
    return alex.CARD._replace(people=people)


def assert_nothing_crosses(page: Image.Image, paper: str, rows: int) -> None:
    """Hold the white margin inside each panel, and the sheet's outside the frame."""
    (width, height), most = PAPERS[paper]
    top = (height - most * sheets.CARD_HEIGHT) / 2
    for left, upper, right, lower in sheets.panels(width, top, rows):
        near, far = 0.4, MARGIN - 0.2
        for box in (
            (left + near, upper + near, left + far, lower - near),
            (right - far, upper + near, right - near, lower - near),
            (left + near, upper + near, right - near, upper + far),
            (left + near, lower - far, right - near, lower - near),
        ):
            assert sheets.darkest(page, box) > sheets.DARK, box
    assert sheets.ink(page, (0, 0, width, 5)) is None
    assert sheets.ink(page, (0, 0, 5, height)) is None
    assert sheets.ink(page, (width - 5, 0, width, height)) is None
    assert sheets.ink(page, (0, height - 5, width, height)) is None


@pytest.mark.parametrize("paper", PAPERS)
def test_cards_are_as_big_as_bank_cards_and_as_many_as_fit(paper: str) -> None:
    (width, height), rows = PAPERS[paper]
    (page,) = sheets.pages(card_pdf(alex.CARD, paper, codes=False).content)
    assert sheets.size(page) == pytest.approx((width, height), abs=0.1)
    top = (height - rows * sheets.CARD_HEIGHT) / 2
    frame = sheets.ink(page, (0, 0, width, top + rows * sheets.CARD_HEIGHT + 1))
    left = (width - 2 * sheets.CARD_WIDTH) / 2
    bottom = top + rows * sheets.CARD_HEIGHT
    assert frame == pytest.approx((left, top, width - left, bottom), abs=0.2)
    for row in range(rows):
        y = top + row * sheets.CARD_HEIGHT
        # A cutting line over each card, a fold in the middle, and white beside both.
        assert sheets.darkest(page, (left + 30, y - 0.2, left + 31, y + 0.2)) < sheets.DARK
        fold = left + sheets.CARD_WIDTH
        assert sheets.darkest(page, (fold - 0.2, y + 5, fold + 0.2, y + 49)) < sheets.DARK
    assert_nothing_crosses(page, paper, rows)
    assert sheets.is_grey(page)


def test_everything_on_the_card_is_on_every_copy() -> None:
    made = card_pdf(alex.CARD, "letter", codes=False)
    said = sheets.said(made.content)
    for text in (
        "Sam call 555-0114", "every day 6–11 pm", "“Rough evening. Got ten minutes?”",
        "Priya text 555-0127", "Mon–Thu 8–10 pm", "Dana call 555-0136", "Fri–Sun 10 am–8 pm",
        "1 Shoes on, once round the block", "2 Tea and the radio", "988 call or text, any hour",
        "911 emergency", "Numbers of Nov 2026",
    ):  # fmt: skip
        assert said.count(text) == 4, text
    assert made.notes == ()
    assert made.lacking == ()


@pytest.mark.parametrize(("copies", "pages"), [(1, 1), (4, 1), (5, 2), (9, 3)])
def test_as_many_copies_as_asked_for(copies: int, pages: int) -> None:
    made = card_pdf(alex.CARD, "letter", copies=copies, codes=False)
    shown = sheets.pages(made.content)
    assert len(shown) == pages
    assert sheets.said(made.content).count("555-0114") == copies
    assert_nothing_crosses(shown[0], "letter", min(copies, 4))


@pytest.mark.parametrize(
    ("value", "way", "dialled"),
    [
        ("555-0114", "call", "tel:5550114"),
        ("+1 (202) 555-0114", "call", "tel:+12025550114"),
        ("+44 (0)20 7946 0000 ext 12", "call", "tel:+442079460000,12"),
        ("555-0127", "text", "sms:5550127"),
    ],
)
def test_the_codes_dial_the_numbers(value: str, way: str, dialled: str) -> None:
    other = person("Kim", "555-0136")
    card = alex.CARD._replace(people=(person("Sam", value, way=way, say="Hi there"), other))
    (page,) = sheets.pages(card_pdf(card, "a4", codes=True).content)
    assert sorted(sheets.codes(page)) == sorted([dialled, "tel:5550136"] * 5)
    assert_nothing_crosses(page, "a4", 5)


def test_there_is_white_around_every_code_for_readers_that_need_it() -> None:
    (page,) = sheets.pages(card_pdf(alex.CARD, "a4", codes=True).content)
    found = sheets.code_boxes(page)
    assert len(found) == 15
    for left, top, right, bottom in found:
        assert right - left == pytest.approx(11.4, abs=0.3)
        quiet = 4 * (right - left) / 21 - 0.3  # four squares of the code, as its standard asks
        for box in (
            (left - quiet, top - quiet, left - 0.3, bottom + quiet),
            (left - quiet, top - quiet, right + quiet, top - 0.3),
            (right + 0.3, top - quiet, right + quiet, bottom + quiet),
            (left - quiet, bottom + 0.3, right + quiet, bottom + quiet),
        ):
            assert sheets.darkest(page, box) > sheets.DARK


def test_no_code_for_what_cannot_be_dialled_and_none_unless_asked_for() -> None:
    card = alex.CARD._replace(people=(person("Kim", "Signal", way="other"),))
    assert sheets.codes(sheets.pages(card_pdf(card, "a4", codes=True).content)[0]) == []
    assert sheets.codes(sheets.pages(card_pdf(alex.CARD, "a4", codes=False).content)[0]) == []
    # A line with a long number gets one; 988 is dialled faster by hand.
    line = CardLine("A line", "+1 202 555 0199", None, None, "any hour")
    card = card._replace(lines=(*alex.CARD.lines, line))
    found = sheets.codes(sheets.pages(card_pdf(card, "a4", codes=True).content)[0])
    assert found == ["tel:+12025550199"] * 5


def test_it_is_discreet_unless_a_title_is_given() -> None:
    made = card_pdf(alex.CARD, "a4", codes=True)
    told = sheets.metadata(made.content)
    assert set(told) <= {"Title", "Creator", "Producer"}
    assert told["Title"] == "Card"
    for text in (sheets.said(made.content), sheets.everything_in(made.content), str(told)):
        assert TELLING.search(text) is None, TELLING.search(text)
    titled = card_pdf(TITLED, "a4", codes=True)
    assert sheets.metadata(titled.content)["Title"] == "Support contacts"
    assert sheets.said(titled.content).count("Support contacts") == 5
    assert "Dana (family)" in sheets.said(titled.content)


def test_it_can_be_heard_and_its_copies_are_heard_once() -> None:
    inside = sheets.everything_in(card_pdf(alex.CARD, "a4", codes=True).content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in inside
    heard = re.findall(r"/StructElem/S/Figure/P \d+ 0 R/Alt\((.*?)\)", inside)
    assert heard == ["Code for tel:5550114", "Code for sms:5550127", "Code for tel:5550136"]


def test_the_same_card_gives_the_same_bytes() -> None:
    first, second = (card_pdf(alex.CARD, "a4", codes=True).content for _ in range(2))
    assert first == second
    assert "CreationDate" not in sheets.everything_in(first)
    assert "2026-" not in sheets.everything_in(first)
    assert card_picture(alex.CARD).content == card_picture(alex.CARD).content


@pytest.mark.parametrize("codes", [False, True])
def test_whoever_does_not_fit_goes_on_to_another_card_and_it_is_said(*, codes: bool) -> None:
    made = card_pdf(crowd(23), "a4", codes=codes)
    said = sheets.said(made.content)
    for number in range(23):
        assert f"Person {number} call 555-01{number:02}" in said
    assert "It takes" in made.notes[-1]
    for page in sheets.pages(made.content)[:1]:
        assert_nothing_crosses(page, "a4", 5)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    shown = clean(text)
    card = Card(
        title=shown,
        people=(person(shown, say=shown), person("Kim", shown, way="other")),
        steps=(shown, "Tea"),
        lines=(CardLine(shown, "555-0199", None, None, shown),),
        emergency="911",
        check_locally=True,
        month="Nov 2026",
        reasons=(shown,),
    )
    made = card_pdf(card, "a4", codes=True)
    pages = sheets.pages(made.content)
    rows = min(5, 1 if made.notes and "It takes" in made.notes[-1] else 5)
    assert_nothing_crosses(pages[0], "a4", rows)
    assert all(sheets.is_grey(page) for page in pages)
    said = sheets.said(made.content)
    assert "555-0114" in said
    assert "root:" not in said
    if len(shown) < 60 and not made.lacking and shown.isascii():
        assert " ".join(shown.split()) in said
    assert card_picture(card).content.startswith(b"\x89PNG")


@settings(max_examples=rounds(15), deadline=None)
@given(st.lists(st.text(max_size=80), min_size=4, max_size=4))
def test_no_text_makes_it_fail_or_run_out_of_its_panel(typed: list[str]) -> None:
    name, say, value, step = map(clean, typed)
    people = (person(name or "Kim", say=say), person("Sam", value or "Signal", way="other"))
    card = alex.CARD._replace(people=people, steps=(step or "Tea",), reasons=(say,) if say else ())
    made = card_pdf(card, "letter", copies=1, codes=False)
    assert_nothing_crosses(sheets.pages(made.content)[0], "letter", 1)


def test_an_empty_card_has_lines_to_write_on() -> None:
    made = card_pdf(EMPTY, "a4", codes=False)
    assert "your local emergency number" in sheets.said(made.content)
    (page,) = sheets.pages(made.content)
    assert_nothing_crosses(page, "a4", 5)
    left = (A4[0] - 2 * sheets.CARD_WIDTH) / 2
    assert sheets.ink(page, (left + 4, 14, left + 80, 60)) is not None


def test_the_picture_leaves_the_clock_and_the_buttons_free() -> None:
    made = card_picture(alex.CARD)
    assert made.notes == ()
    shown = Image.open(io.BytesIO(made.content))
    assert shown.size == (1170, 2532)
    assert sheets.is_grey(shown)
    grey = shown.convert("L")
    ground = grey.getpixel((5, 5))
    for box in ((0, 0, 1170, 760), (0, 2220, 1170, 2532), (0, 0, 60, 2532), (1110, 0, 1170, 2532)):
        assert grey.crop(box).getextrema() == (ground, ground)
    assert grey.crop((75, 790, 1095, 2190)).getextrema() in {(0, 255), (1, 255)}


def test_the_picture_says_whom_it_has_no_room_for() -> None:
    made = card_picture(crowd(23))
    (note,) = made.notes
    assert "Person 22" in note
    assert "Tea and the radio" in note
    assert "911" not in note


def test_the_picture_tells_nothing_beside_what_it_shows() -> None:
    content = card_picture(alex.CARD).content
    place, chunks = 8, []
    while place < len(content):
        length, name = struct.unpack(">I4s", content[place : place + 8])
        chunks.append(name.decode())
        place += 12 + length
    assert set(chunks) <= {"IHDR", "pHYs", "sRGB", "gAMA", "IDAT", "IEND"}


MORE = ("Phone charges in the kitchen", "Walk to the library", "Write it down")
LONG = "Put on shoes and a coat, and then walk all the way round the block, slowly, and back"


def test_more_steps_stand_on_paper_where_they_fit_and_no_second_card_for_them() -> None:
    made = sheets.texts(card_pdf(alex.CARD._replace(more_steps=MORE), "a4", codes=False).content)
    assert len(made) == 1
    assert made[0].count("Write it down") == 5
    crowded = alex.CARD._replace(steps=(LONG * 2, LONG), more_steps=(LONG, LONG + " again"))
    done = card_pdf(crowded, "a4", codes=False)
    assert "again" not in sheets.said(done.content)
    assert done.notes == ()


def test_more_steps_stand_in_the_picture_where_nobody_leaves_for_them() -> None:
    plain = card_picture(alex.CARD)
    assert card_picture(alex.CARD._replace(more_steps=MORE)).content != plain.content
    assert card_picture(alex.CARD._replace(more_steps=MORE)).notes == ()
    full = crowd(7)
    assert card_picture(full._replace(more_steps=MORE)).content == card_picture(full).content


def inked(picture: Image.Image, left: int, right: int) -> list[int]:
    """Return the rows at which ink begins between two columns of the card in a picture."""
    box = (left, 800, right, 2180)
    dark = picture.crop(box).point(lambda grey: 255 * (grey < sheets.DARK))
    found = [dark.crop((0, row, dark.width, row + 1)).getbbox() for row in range(dark.height)]
    return [row for row in range(1, dark.height) if found[row] and not found[row - 1]]


def test_a_number_stands_beside_the_first_line_of_its_step() -> None:
    somebody = CardPerson("I", "peer", "call", "555-0114", "", None)
    card = EMPTY._replace(people=(somebody,), steps=(LONG,))
    picture = Image.open(io.BytesIO(card_picture(card).content)).convert("L")
    # Below the person's name and number, in the narrow column and in the wide one.
    number, text = inked(picture, 124, 170), inked(picture, 186, 1040)
    assert abs(number[1] - text[1]) < 8


def test_the_number_of_a_line_is_never_parted() -> None:
    line = CardLine("Telephone counsel", "0800 111 0 111", None, None, "any hour")
    card = alex.CARD._replace(lines=(line,))
    made = "\n".join(sheets.texts(card_pdf(card, "a4", codes=True).content))
    assert "0800\xa0111\xa00\xa0111" in made


def test_what_the_picture_has_no_room_for_is_said_once() -> None:
    (note,) = card_picture(crowd(12)).notes
    assert note.count("“Hello”") == 1
