"""The plan as a page: what it says, what its links do, and that what was typed stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

import alex
from page_reading import PageRead
from recoverplan.domain.plan import Facts, Plan
from recoverplan.domain.region import Region
from recoverplan.domain.sheet import make_sheet
from recoverplan.domain.text import TAKEN_OUT
from recoverplan.writers.pages import render
from recoverplan.writers.pages.plan import plan_page
from recoverplan.writers.viewer import Viewer
from rounds import rounds

US = Region("US", "United States", "911", "911", False, False, (alex.LINE_988,), "November 2026")
NOWHERE = Region("", "", None, None, False, True, (), "November 2026")
NOW = datetime(2026, 11, 23, 10, tzinfo=alex.ZONE)
PEOPLE = (alex.SAM, alex.PRIYA, alex.DANA)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "div",
    "h1", "h2", "p", "ul", "ol", "li", "dl", "dt", "dd", "b", "bdi", "q", "span", "a", "details",
    "summary", "svg", "path", "rect",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "aria-label",
    "aria-hidden", "role", "viewbox", "preserveaspectratio", "d", "x", "y", "width", "height",
}  # fmt: skip


def page_of(plan: Plan = alex.PLAN, viewer: Viewer = alex.ALEX, region: Region = US) -> str:
    """Return the page of a plan, its people those who look at it."""
    facts = Facts(
        risks=tuple({planned.risk.id: planned.risk for planned in plan.occurrences}.values()),
        contacts=viewer.contacts,
        groups=tuple(tries.group for tries in plan.tries),
        meetings=(),
        zone=plan.zone,
    )
    return plan_page(make_sheet(facts, plan, region), viewer, region, NOW)


def test_the_next_hard_hours_come_first_in_full_and_every_other_in_one_line() -> None:
    said = PageRead(page_of()).words
    head, _, rest = said.partition("The week")
    for fact in (
        "Your week, Alex Mon 23 to Sun 29 November",
        "Monday 23 November, 9 pm to midnight Nights alone, high",
        "Hard because Quiet apartment, can't sleep",
        "8:30 pm Call Sam, 555-0114 Rough evening. Got ten minutes?",
        "Sam until 11 pm Priya until 10 pm text 555-0127",
        "11 pm to midnight: nobody on your list yet 988 any hour call or text",
        "If I pace, then shoes on, and once round the block.",
        "Shower Tea and the radio Phone charges in the kitchen",
    ):
        assert fact in head, fact
    for line in (
        "Tue 24 9 to midnight Nights alone, high 8:30 pm call Sam 11 to 12 open",
        "Thu 26 2 to 8 pm Thanksgiving 6 pm call Sam 2 to 6 open",
        "Fri 27 5 to 11 pm Payday, high 4:30 pm call Dana SMART at 7 pm",
        "Sun 29 noon to 5 pm Sundays 11:30 am call Dana covered",
        "Tuesday Lifeline 2 of 3–5 Tue 24, 7 pm, St Luke's hall",
        "911 emergency call Numbers looked up in November 2026.",
        "Made Monday 23 November 2026, 10 am.",
    ):
        assert line in rest, line


@pytest.mark.parametrize("day", [23, 24, 27, 29])
def test_no_word_hangs_on_the_day_it_is_read(day: int) -> None:
    # Made in the middle of hard hours, too: the page is read tomorrow.
    plan = alex.PLAN._replace(now=alex.at(day, 21, 30))
    said = PageRead(page_of(plan)).words.casefold()
    assert not re.search(r"\b(tonight|today|tomorrow|now)\b", said)
    assert "8:30 pm call sam" in said


def test_neither_the_tab_nor_the_file_says_what_it_is_or_whose() -> None:
    title = re.search(r"<title>(.*)</title>", page_of())
    assert title is not None
    assert title[1] == "Your week: Mon 23 to Sun 29 November"


def test_links_dial_exactly_the_number_and_begin_with_exactly_the_words() -> None:
    words = "Hard \"evening\" & more? 100% +1 #, émile 🌙 'x' <b>"
    people = (
        replace(alex.SAM, call="+1 (212) 555-0114", text="+1 212 555 0114", say=words),
        replace(alex.PRIYA, text=None, email="priya+night@mail.example"),
        replace(alex.DANA, call=None, other="https://chat.example/dana"),
    )
    risk = replace(alex.SUNDAYS, triggers=("see https://gambling.example",))
    plan = alex.PLAN._replace(
        occurrences=(alex.PLAN.occurrences[6]._replace(risk=risk, check_in=None),)
    )
    read = PageRead(page_of(plan, alex.ALEX._replace(contacts=people)))
    assert read.dials() == {
        ("tel", "+12125550114", ""),
        ("sms", "+12125550114", words),
        ("mailto", "priya+night@mail.example", ""),
        ("tel", "988", ""),
        ("sms", "988", ""),
        ("tel", "911", ""),
    }
    # Addresses are there, as text.
    assert "https://chat.example/dana" in read.words
    assert "https://gambling.example" in read.words


def test_the_address_of_a_group_is_text() -> None:
    group = replace(alex.SMART, link="https://meet.example/j/55501?pwd=x")
    page = page_of(alex.PLAN._replace(tries=(alex.PLAN.tries[1]._replace(group=group),)))
    assert "https://meet.example/j/55501?pwd=x" in PageRead(page).words
    assert 'href="http' not in page


def test_without_a_region_no_country_is_taken_in_silence() -> None:
    page = page_of(viewer=alex.ALEX._replace(line=None), region=NOWHERE)
    assert "Your local emergency number: ________" in PageRead(page).words
    assert "911" not in page
    assert "988" not in page


def test_nobody_yet_is_a_place_to_start() -> None:
    plan = alex.PLAN._replace(
        occurrences=tuple(
            each._replace(check_in=None, cover=(), gaps=(each.span,))
            for each in alex.PLAN.occurrences
        )
    )
    said = PageRead(page_of(plan, alex.ALEX._replace(contacts=()))).words
    assert "Many people start with no one to call." in said
    assert "all of it: nobody on your list yet" in said


def test_a_quiet_week_says_what_comes_next() -> None:
    later = alex.PLAN.occurrences[5]._replace(span=alex.span(34, 17, 23))
    plan = alex.PLAN._replace(occurrences=(), later=later)
    assert "A quiet week. Next: Payday, Fri 4 Dec, 5 pm." in PageRead(page_of(plan)).words


def test_the_page_is_allowed_its_own_style_and_nothing_else() -> None:
    page = page_of()
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    read = PageRead(page)
    assert read.tags <= TAGS
    assert read.attributes <= ATTRIBUTES
    assert not re.search(r"url\(|@import|http:|https:", page)


HOSTILE = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", '"', "'", "&",
            "javascript:alert(1)", "' onclick='x", "\x1b[31m", "\u202eevil", "\u2066", "\x00", "\n",
            "{{ 7*7 }}", "{% raw %}", "]]>", "<!--", "data:text/html,x", "//evil.example",
            "كريم", "👩\u200d👩\u200d👧", "W" * 90, "555-0114", "a@b.example", "?body=x&cc=y",
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)  # fmt: skip


@settings(max_examples=rounds(60), deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_was_typed_stays_text(name: str, way: str, said: str) -> None:
    contacts = tuple(
        replace(one, name=name, call=way, text=way, email=way, other=way, say=said, prefer=prefer)
        for one, prefer in zip(PEOPLE, ("call", "email", "other"), strict=True)
    )
    risk = replace(
        alex.NIGHTS,
        label=name,
        triggers=(said,),
        steps=(said,),
        if_thens=(replace(alex.NIGHTS.if_thens[0], condition=said, action=way),),
    )
    first = alex.PLAN.occurrences[0]
    assert first.check_in is not None
    plan = alex.PLAN._replace(
        occurrences=tuple(
            first._replace(
                risk=risk,
                check_in=first.check_in._replace(contact=contacts[0]),
                cover=tuple(cover._replace(name=name) for cover in first.cover),
            )
            for _ in range(2)
        ),
        tries=tuple(
            each._replace(group=replace(each.group, name=name, where=said, link=way))
            for each in alex.PLAN.tries
        ),
    )
    line = alex.LINE_988._replace(name=name, call=way, text=way)
    region = US._replace(lines=(line,))
    viewer = alex.ALEX._replace(name=name, contacts=contacts, line=line)
    page = page_of(plan, viewer, region)
    read = PageRead(page)
    assert read.tags <= TAGS
    assert read.attributes <= ATTRIBUTES
    for target, _ in read.links:
        assert re.fullmatch(
            r"(tel:\+?\d+(;ext=\d+)?|sms:\+?\d+(\?body=[\w%.~-]+)?|mailto:[\w%@.+-]+)", target
        ), target
    assert not (set(map(ord, page)) - {10}) & set(TAKEN_OUT)
    assert "{{ 7*7 }}" not in name or "{{ 7*7 }}" in read.said


def test_a_value_that_is_not_given_is_an_error_not_a_hole() -> None:
    with pytest.raises(UndefinedError):
        render("plan", title="x")
