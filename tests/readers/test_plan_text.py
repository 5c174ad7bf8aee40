"""Plans made elsewhere, line by line: where each line would go, and that none is lost.

The examples in tests/safety_plans are made up in the manner of public ones; each line has what it
is in front: h heading, x the form's own, + goes on with the line before, else the letter of a part.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.readers.plan_sections import PlanLine
from recoverplan.readers.plan_text import read_plan

FOLDER = Path(__file__).parents[1] / "safety_plans"
PARTS = {
    "s": "signs", "a": "alone", "l": "places", "p": "people", "r": "professionals",
    "f": "safer", "w": "reasons",
}  # fmt: skip


class Example(NamedTuple):
    """One plan: its text, and pairs of a part and what has to be there of it."""

    text: str
    wanted: list[tuple[str, str]]


def example(name: str) -> Example:
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    wanted: list[tuple[str, str]] = []
    last = ""
    for row in rows:
        tag, _, text = row.partition("|")
        if tag == "+" and last != "h":
            wanted[-1] = (wanted[-1][0], f"{wanted[-1][1]} {text}")
        elif tag and tag[-1] in PARTS:
            said = re.split(r"[:\t]", text, maxsplit=1)[1] if tag[0] == "h" else text
            between = ";" if ";" in said else ","
            pieces = said.split(between) if tag[0] == "h" and "\t" not in said else [said]
            wanted += [(PARTS[tag[-1]], piece) for piece in pieces]
        last = tag if tag != "+" else last
    return Example("\n".join(row.partition("|")[2] for row in rows), wanted)


def letters(text: str) -> set[str]:
    """Return the words of a line but for what fields of forms are called."""
    fields = {"name", "phone", "place", "relationship", "clinician"}
    return {word for word in re.findall(r"\w{2,}", text.casefold()) if word not in fields}


def holding(line: str, found: list[PlanLine]) -> list[PlanLine]:
    """Return the lines that hold what a line of the plan says, with the name they give somebody."""
    said = letters(line)
    return [
        each
        for each in found
        if not each.heading
        and said
        and said <= letters(f"{each.text} {each.person.name if each.person else ''}")
    ]


def misfiled(name: str) -> tuple[int, list[str]]:
    """Return how many lines a plan has, and those that do not stand in their part alone."""
    plan = example(name)
    found = read_plan(plan.text)
    wrong = [line for part, line in plan.wanted if part not in [
        each.part for each in holding(line, found)
    ]]  # fmt: skip
    return len(plan.wanted), wrong


def test_at_most_one_line_in_twenty_is_misfiled_and_none_is_lost() -> None:
    names = sorted(path.name for path in FOLDER.glob("*.txt"))
    assert len(names) == 15
    counted = [misfiled(name) for name in names]
    lines, wrong = sum(count for count, _ in counted), [one for _, some in counted for one in some]
    assert lines > 250
    assert len(wrong) * 20 <= lines, wrong
    for name in names:
        plan = example(name)
        found = read_plan(plan.text)
        assert [line for _, line in plan.wanted if not holding(line, found)] == []


@pytest.mark.parametrize(
    ("line", "part", "name", "ways"),
    [
        ("Name: Marcus   Phone: 202-555-0143", "people", "Marcus", (("call", "202-555-0143"),)),
        (
            "Tony, text first, 07700 900388",
            "people",
            "Tony (text first)",
            (("text", "07700 900388"),),
        ),
        (
            "GP: Dr Whitlock, 01632 960245",
            "professionals",
            "Dr Whitlock (GP)",
            (("call", "01632 960245"),),
        ),
        (
            "Dad — (415) 555-0182 — after 6",
            "people",
            "Dad (after 6)",
            (("call", "(415) 555-0182"),),
        ),
        ("Aisha is the one to ring, 07700 900266", "people", "Aisha", (("call", "07700 900266"),)),
        ("Lee lee@example.org", "people", "Lee", (("email", "lee@example.org"),)),
        ("Samaritans 116 123", "professionals", "Samaritans", (("call", "116 123"),)),
        (
            "Sam, call or text 555-0114",
            "people",
            "Sam",
            (("call", "555-0114"), ("text", "555-0114")),
        ),
        (
            "Name: __Carol (dtr)____  Phone: __(218) 555-0137__",
            "people",
            "Carol (dtr)",
            (("call", "(218) 555-0137"),),
        ),
        (
            "Crisis Lifeline: call or text 988",
            "professionals",
            "Crisis Lifeline",
            (("call", "988"),),
        ),
        ("Clinician Pager or Emergency Contact #  (207) 555-0191", "professionals", None, ()),
        ("Urgent Care, 400 Mill Road", "professionals", None, ()),
        ("+44 20 7946 0018 Maya", "people", None, ()),
        ("999 if I'm in danger", "professionals", None, ()),
        ("Text HOME to 741741", "professionals", None, ()),
        ("Walks with Bernadette 614-555-0119", "places", None, ()),
    ],
)
def test_names_with_numbers_are_people(
    line: str, part: str, name: str | None, ways: tuple[tuple[str, str], ...]
) -> None:
    headings = {"people": "Who I can ask", "places": "Distractions"}
    _, found = read_plan(f"{headings.get(part, 'Professional help')}\n- {line}\n")
    assert found.part == part
    assert (found.person and found.person.name) == name
    assert (found.person.ways if found.person else ()) == ways


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Triggers/Warning Signs:", "signs"),
        ("Coping Skills/Distractions by myself", "alone"),
        ("Comfort measures", "alone"),
        ("Social Settings:", "places"),
        ("Supportive People:", "people"),
        ("My support network", "people"),
        ("24/7 crisis & recovery lines", "professionals"),
        ("Step 5. Professionals or Agencies", "professionals"),
        ("Ensure your environment is safe", "safer"),
        ("What I'm working to protect", "reasons"),
        ("My triggers — high-risk situations", "signs"),
        ("Contact mental health professionals", "professionals"),
    ],
)
def test_headings_of_public_forms(heading: str, part: str) -> None:
    found = read_plan(f"{heading}\n- one\n- two\n")
    assert [(line.part, line.heading) for line in found] == [(None, True), *[(part, False)] * 2]


SECTIONS = {
    "signs": ("Warning signs", ("not sleeping well", "skipping meals")),
    "alone": ("Coping strategies I can do alone", ("take a long walk", "listen to music")),
    "places": ("People and places that distract me", ("coffee on the corner", "Ray 303-555-0101")),
    "people": ("People I can ask for help", ("Jo Miller 303-555-0102", "my aunt: 303-555-0103")),
    "professionals": ("Professionals I can contact", ("Dr. Kim 303-555-0104", "988")),
    "safer": ("Making my environment safe", ("lock up the pills", "no beer at home")),
    "reasons": ("My reasons for living", ("my kids", "my garden")),
}
# A heading {h}, its number {n}, {r} as a Roman one, two lines {a} and {b}; in some kind of writing.
KINDS_OF_WRITING = (
    "{n}. {h}\n- {a}\n- {b}\n", "{n}. {h}\n\n* {a}\n* {b}\n\n", "{n}) {h}\n{a}\n{b}\n\n",
    "**{h}**\n{a}\n{b}\n\n", "**{h}:**\n\n- {a}\n- {b}\n\n", "{h}:\n{a}\n{b}\n",
    "{h}\n    {a}\n    {b}\n", "Step {n}: {h}\n1. {a}\n2. {b}\n", "{h}:\n\n{a}\n\n{b}\n\n",
    "{h}\n\n{a}\n\n{b}\n\n", "{h} - {a}, {b}\n", "{h}: {a}; {b}\n", "{h}\n· {a}\n· {b}\n\n",
    "{h}\n-------\n{a}\n{b}\n\n", "| {h} | {a}; {b} |\n", "{h}\t{a}; {b}\n", "{r}. {h}\n{a}\n{b}\n",
    "What are my {h}?\n{a}\n{b}\n", "{h}\n☐ {a}\n☐ {b}\n", "{h}\na) {a}\nb) {b}\n",
    "{h}\r\n- {a}\r\n- {b}\r\n\r\n",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


@pytest.mark.parametrize("kind", KINDS_OF_WRITING)
def test_however_a_plan_is_written_its_lines_stand_in_their_parts(kind: str) -> None:
    text = "My Safety Plan\n\n" + "".join(
        kind.format(n=number, r=ROMAN[number - 1], h=heading, a=first, b=second)
        for number, (heading, (first, second)) in enumerate(SECTIONS.values(), 1)
    )
    found = [(line.part, line.text.replace(", ", " ")) for line in read_plan(text) if line.part]
    assert found == [(part, one) for part, (_, two) in SECTIONS.items() for one in two]


def test_a_heading_that_says_nothing_is_placed_by_those_around_it() -> None:
    plan = "Warning signs\n- a\n\nBlib blab\n- b\n\nDistractions\n- c\n\nFoo\n- d\n\nBar\n- e\n"
    found = [(line.part, line.text) for line in read_plan(plan) if not line.heading]
    assert found[:3] == [("signs", "a"), ("alone", "b"), ("places", "c")]
    assert found[3:] == [(None, text) for text in ("Foo", "d", "Bar", "e")]


def test_a_line_longer_than_a_text_may_be_becomes_several() -> None:
    _, *found = read_plan("Warning signs\n- " + "pacing and " * 500)
    assert len(found) > 1
    assert sum(line.text.count("pacing") for line in found) == 500
    assert {line.part for line in found} == {"signs"}


def test_a_line_without_end_is_read_in_a_moment() -> None:
    _, *found = read_plan("Who I can ask\n- " + "a, call 5" * 3000)
    assert {line.part for line in found} == {"people"}


WORDS = st.sampled_from(
    [
        "Warning",
        "signs",
        "coping",
        "friends",
        "1.",
        "-",
        "me",
        "555-0114",
        "Name:",
        "Sam",
        "call",
        "?",
    ]
)
ROW = st.lists(WORDS, max_size=6).map(" ".join)


@given(st.lists(ROW, max_size=14).map("\n".join))
def test_no_word_of_a_plan_is_lost(text: str) -> None:
    found = read_plan(text)
    there = " ".join(
        f"{line.text} {line.person.name if line.person else ''}" for line in found
    ).split()
    for word in ("Warning", "signs", "coping", "friends", "Sam", "555-0114"):
        assert sum(word in one for one in there) >= sum(word in one for one in text.split())


@given(st.text(max_size=400))
def test_any_text_is_read_and_nothing_that_is_said_vanishes(text: str) -> None:
    found = read_plan(text)
    assert all(line.text.strip() for line in found)
