"""The card in a frame, in plain lines and as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import alex
from conftest import Golden
from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import cells, substitute
from recoverplan.writers.card import card_lines, card_record
from recoverplan.writers.links import sms, tel
from recoverplan.writers.pages.card import PANEL_LINES, card_page, in_panels
from recoverplan.writers.terminal.card import card_frame
from rounds import rounds

EMPTY = Card(None, (), (), (), None, False, "")
TITLED = alex.CARD._replace(title="Support contacts")
# What would tell a finder what the card is for.
TELLING = re.compile(
    r"recover|sober|sobriety|addict|relapse|lapse|craving|urge|risk|crisis|suicid|support|peer"
    r"|sponsor|family|alcohol|drug|gambl|meeting|group",
    re.IGNORECASE,
)


def visible(page: str) -> str:
    """Return the text of a page and its title; not the style."""

    class Reader(HTMLParser):
        said = ""
        skip = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.skip = tag == "style"

        def handle_endtag(self, tag: str) -> None:
            self.skip = False

        def handle_data(self, data: str) -> None:
            self.said += "" if self.skip else data

    reader = Reader()
    reader.feed(page)
    return reader.said


def test_46_columns_look_as_they_should(golden: Golden) -> None:
    golden("card-46", "\n".join(card_frame(alex.CARD, 46)))


def test_30_columns_and_plain_lines_look_as_they_should(golden: Golden) -> None:
    golden("card-30", "\n".join(card_frame(alex.CARD, 30)))
    golden("card-plain", "\n".join(card_lines(alex.CARD)))


def test_nothing_on_the_card_tells_what_it_is_for() -> None:
    forms = ["\n".join(card_frame(alex.CARD, 46)), "\n".join(card_lines(alex.CARD))]
    forms += [visible(card_page(alex.CARD)), card_page(alex.CARD), str(card_record(alex.CARD))]
    for form in forms:
        found = TELLING.search(form.replace("recoverplan/card/1", ""))
        assert not found, found


def test_a_title_brings_the_roles() -> None:
    for form in ("\n".join(card_frame(TITLED, 46)), visible(card_page(TITLED))):
        assert "Support contacts" in form
        assert "Sam (peer)" in form


def test_a_card_without_people_leaves_room_to_write() -> None:
    lines = card_frame(EMPTY, 46)
    assert lines[1].count("_") > 30
    assert 'class="blank"' in card_page(EMPTY)
    assert "your local emergency number" in visible(card_page(EMPTY)).lower()
    assert "911" not in card_page(EMPTY) + "".join(lines)


def test_an_ascii_terminal_gets_an_ascii_frame() -> None:
    lines = [substitute(line, "ascii") for line in card_frame(alex.CARD, 46)]
    assert lines[0] == "+" + "-" * 44 + "+"
    assert lines[1] == "| Sam    call 555-0114  every day 6-11 pm    |"


characters = st.sampled_from([*"abc d1é'\"<&>佐藤さ🙂كم-", "👩\u200d👩\u200d👧"])
text = st.lists(characters, min_size=1, max_size=60).map("".join).filter(str.strip)
people = st.builds(
    CardPerson,
    text,
    st.sampled_from(["peer", "clinical"]),
    st.sampled_from(["call", "text", "email", "other"]),
    text,
    text,
    st.none() | text,
)
cards = st.builds(
    Card,
    st.none() | text,
    st.lists(people, max_size=8).map(tuple),
    st.lists(text, max_size=2).map(tuple),
    st.lists(
        st.builds(CardLine, text, st.none() | text, st.none() | text, text, text), max_size=3
    ).map(tuple),
    st.none() | text,
    st.booleans(),
    st.sampled_from(["", "Nov 2026"]),
)


@settings(max_examples=rounds(150), deadline=None)
@given(cards, st.integers(30, 120))
def test_every_line_of_the_frame_is_equally_wide(card: Card, width: int) -> None:
    assert {cells(line) for line in card_frame(card, width)} == {width}


@settings(max_examples=rounds(60), deadline=None)
@given(cards)
def test_whatever_was_typed_stays_text_on_the_page(card: Card) -> None:
    page = card_page(card)
    assert page.count("<main>") == page.count("</main>") == 1
    body = page.partition("<body>")[2]
    tags = set(re.findall(r"</?([a-z0-9]+)", body))
    assert tags <= {
        "body", "html", "main", "section", "h1", "ul", "ol", "li", "b", "bdi", "a", "span", "q", "p"
    }  # fmt: skip
    for target in re.findall(r'href="([^"]*)"', body):
        assert re.fullmatch(
            r"(tel:\+?\d+(;ext=\d+)?|sms:\+?\d+(\?body=[\w%.~-]+)?|mailto:[\w%@.+-]+)", target
        )


def test_the_pages_policy_allows_its_own_style_and_nothing_else() -> None:
    page = card_page(alex.CARD)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert f"sha256-{digest}" in policy[1]
    assert "http" not in page.replace("http-equiv", "")
    assert "style=" not in page
    assert "<script" not in page


def test_links_dial_and_begin_a_text() -> None:
    page = card_page(alex.CARD)
    assert '<a href="tel:5550114">call 555-0114</a>' in page
    assert '<a href="sms:5550127">text 555-0127</a>' in page
    assert '<a href="tel:988">call</a> or <a href="sms:988">text</a>' in page
    texted = alex.CARD.people[0]._replace(way="text")
    assert "sms:5550114?body=Rough%20evening.%20Got%20ten%20minutes%3F" in card_page(
        alex.CARD._replace(people=(texted,))
    )


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("555-0114", "tel:5550114"),
        ("+44 (0)20 7946 0958", "tel:+442079460958"),
        ("(212) 555-0114 ext 12", "tel:2125550114;ext=12"),
        ("1-800-555-HELP", "tel:18005554357"),
        ("988, then press 1", "tel:988"),
        ("ask at the desk", None),
        ("javascript:alert(1)", None),
    ],
)
def test_numbers_are_dialed_as_a_phone_dials_them(number: str, link: str | None) -> None:
    assert tel(number, region="US") == link


def test_a_word_sent_to_a_number() -> None:
    assert sms("HOME to 741741", "US") == "sms:741741?body=HOME"
    assert sms("your ZIP code to 435748 (HELP4U)", "US") == "sms:435748"


def test_many_people_get_more_panels() -> None:
    crowd = alex.CARD._replace(people=alex.CARD.people * 6)
    panels = in_panels(crowd)
    assert [person for panel in panels for person in panel] == list(crowd.people)
    assert all(len(panel) <= PANEL_LINES for panel in panels)
    assert card_page(crowd).count('<section class="panel">') == len(panels) + 1
