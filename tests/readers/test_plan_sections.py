"""Which part each section of a plan is: the order weighs, and the best of all ways is found."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.readers.plan_people import OTHER
from recoverplan.readers.plan_sections import ORDER, likeliest, order_of
from recoverplan.readers.plan_text import read_plan

LABELS = (None, *ORDER[:4], OTHER)
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(LABELS, st.integers(0, 12).map(lambda n: n / 2)))


def total(way: tuple[str | None, ...], weighed: list[dict[str | None, float]]) -> float:
    """Return what a way weighs, section by section."""
    found, last = 0.0, None
    for part, weights in zip(way, weighed, strict=True):
        found += weights[part] + order_of(last, part)
        last = part if part in ORDER else last
    return found


@given(st.lists(WEIGHTS, max_size=4))
def test_no_other_way_weighs_more(weighed: list[dict[str | None, float]]) -> None:
    found = likeliest(weighed)
    best = max(total(way, weighed) for way in product(LABELS, repeat=len(weighed)))
    assert total(tuple(found), weighed) == best


def parts(text: str) -> dict[str, str | None]:
    return {line.text: line.part for line in read_plan(text) if not (line.form or line.heading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a heading leaves open, the parts around it decide, and what is under it.
        (
            "What I notice\n- I pace\n\nBlue box\n- tea\n- a bath\n\nPlaces to go\n- the park",
            {"I pace": "signs", "tea": "alone", "a bath": "alone", "the park": "places"},
        ),
        # Numbers that are free to call are of services.
        (
            "Warning signs\n- I pace\n\nGet backup\n- Quiet Corner 0800 555 0100\n- Ease 116 123",
            {
                "I pace": "signs",
                "Quiet Corner 0800 555 0100": "professionals",
                "Ease 116 123": "professionals",
            },
        ),
        # Words that a narrow page broke, and headings that it broke.
        (
            ("Step 1: Warning\nSigns\n1. I stay up and start think-\ning\n2. Not shav-\ning\n\n"
            "Step 2: Coping Strate-\ngies\n1. Tie flies\n2. Read out\nloud"),
            {
                "I stay up and start think-ing": "signs",
                "Not shav-ing": "signs",
                "Tie flies": "alone",
                "Read out loud": "alone",
            },
        ),
        # Who types in small letters begins lines of their own so.
        (
            ("Warning signs\nno sleep\npacing\nskipping lab\nshouting at people\n\nWho I can ask\n"
            "Mr. Reed, room 12, or anybody who will let me out of class\nmy mom 555-0147"),
            {
                "no sleep": "signs", "pacing": "signs", "skipping lab": "signs",
                "shouting at people": "signs",
                "Mr. Reed, room 12, or anybody who will let me out of class": "people",
                "my mom 555-0147": "people",
            },
        ),
        # A letter's last paragraph belongs to none of the parts.
        (
            "Warning signs\n- pacing\n- no sleep\n\nCoping\n- tea\n- a bath\n\nBest wishes,\nAl",
            {
                "pacing": "signs", "no sleep": "signs", "tea": "alone", "a bath": "alone",
                "Best wishes,": None, "Al": None,
            },
        ),
        # Messages: who asks gives the headings.
        (
            ("[19:03] Kit: what do you notice when it starts\n[19:04] Jo: i pace\n"
            "[19:05] Jo: no sleep\n[19:06] Kit: ok. and on your own, what helps\n"
            "[19:07] Jo: tea\n[19:08] Kit: places to go?\n[19:09] Jo: the pier"),
            {"i pace": "signs", "no sleep": "signs", "tea": "alone", "the pier": "places"},
        ),
    ],
)  # fmt: skip
def test_by_its_place_and_its_lines(text: str, expected: dict[str, str | None]) -> None:
    assert parts(text) == expected


def test_paragraphs_without_a_heading_are_a_plan_only_where_there_are_several() -> None:
    paragraph = (
        "I sat there and looked at the wall for most of the day and did nothing else at all."
    )
    assert set(parts("\n\n".join([paragraph] * 3)).values()) == {None}
