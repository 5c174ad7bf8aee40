"""The emergency card: written by a writer, read back by `now`, with whatever people type in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_examples import ROUGH
from moment_examples import ALEX, EVENING, NIGHTS, SAM, SHOES, card_of, lay, read_back, written
from recoverplan.domain.text import clean
from recoverplan.now.card import LIMIT, Card, contents, parse, read, stretch_of
from recoverplan.now.plain import plain
from recoverplan.now.view import View
from recoverplan.words import moment as words
from rounds import rounds

WORDS = (
    "person|line|group|hours|if|own|during|meets|reach|open|known|offset|emergency|clock|1|-|²|-18000|1795474800|"
    f"1795492800|{'9' * 13}|{'9' * 5000}||call: 911|name: X|reach: any|open: timetable"
).split("|")
FIRST = "Call "


def spans_on(card: Card, keyword: str) -> list[tuple[int, int]]:
    """Return the stretches of one kind in the timetable, as start and end."""
    rows = [row for row in card.times if row.startswith(f"{keyword}\t".encode())]
    found = [stretch for row in rows if (stretch := stretch_of(row))]
    assert len(found) == len(rows)
    return [(one.start, one.end) for one in found]


def test_all_of_it_comes_back() -> None:
    kept = ALEX._replace(risks=(NIGHTS,))
    card, made = read_back(kept), card_of(kept)
    assert card.fact("zone") == "America/New_York"
    assert card.fact("clock") == "12"
    assert card.fact("numbers of") == "November 2026"
    who = "anyone, in many areas, not all"
    assert card.emergency.fields == {"call": "911", "text": "911", "who": who}
    assert [line.get("name") for line in card.lines] == [each.line.name for each in made.lines]
    assert [person.get("name") for person in card.people] == ["Sam", "Priya", "Dana"]
    assert card.people[0].get("say") == "Rough evening. Got ten minutes?"
    assert card.steps == list(made.steps)
    assert [group.get("where") for group in card.groups] == ["St Luke's hall", "online"]
    assert card.known == tuple(int(end.timestamp()) for end in made.known)
    reach = [
        (int(span.start.timestamp()), int(span.end.timestamp()))
        for person in made.people
        for span in person.reach or ()
    ]
    assert sorted(spans_on(card, "reach")) == sorted(reach)
    assert len(spans_on(card, "meets")) == 2 * 18
    assert [(hours.number, hours.get("name")) for hours in card.hours] == [("1", "Nights alone")]
    assert card.ifs == {"1": ["If I pace, then I put on shoes"]}
    assert card.own == {"1": ["shower", "tea and the radio"]}
    assert len(spans_on(card, "during")) == 8 + 120


def test_it_reads_well_with_cat() -> None:
    text = written().decode()
    rows = text.splitlines()
    assert rows[0] == "recoverplan emergency card\t1"
    assert rows[-1] == "end"
    assert any(row.startswith("emergency\tcall: 911\ttext: 911\twho: ") for row in rows)
    assert any("name: Sam\tcall: 555-0114" in row for row in rows)
    assert any(row.endswith("11 pm\tfrom Mon 23 Nov 2026, 6 pm") for row in rows)
    assert "step\tTea and the radio" in rows


def test_the_first_and_the_last_row_are_needed() -> None:
    whole = written()
    assert parse(whole)
    for cut in range(0, len(whole), 997):
        assert parse(whole[:cut]) is None
    assert parse(whole[:-1]) is None
    assert parse(whole.replace(b"card\t1", b"card\t2", 1)) is None
    assert parse(b"\xff" + whole) is None


def test_a_card_in_any_order_of_its_times_gives_the_same() -> None:
    # So did an older version write it, and so may a hand leave it.
    whole = written(ALEX._replace(risks=(NIGHTS,)))
    rows = whole.split(b"\n")
    first = next(place for place, row in enumerate(rows) if row.startswith(b"during"))
    mixed = b"\n".join([*rows[:first], *rows[first:-2][::-1], *rows[-2:]])
    card, other = parse(whole), parse(mixed)
    assert card
    assert other
    assert card.times == other.times


def test_noise_among_the_times_is_passed_over() -> None:
    whole = written(ALEX._replace(risks=(NIGHTS,)))
    noise = b"\nreach\t1\t1764\xff\t12\nreach\t1\nreach\t1\t1795474801\tx\ty\nduring\t1\n"
    card = parse(whole.replace(b"\nmeets\t1", noise + b"meets\t1", 1))
    assert card
    shown = plain(View(card, int(EVENING.timestamp())), ())
    assert shown == plain(
        View(read_back(ALEX._replace(risks=(NIGHTS,))), int(EVENING.timestamp())), ()
    )


def test_a_name_that_looks_like_rows_stays_a_name() -> None:
    evil = replace(SAM, name="Sam\nend\nemergency\tcall: 666", say="\tcall: 000\r\nstep\tDrink")
    card = read_back(ALEX._replace(contacts=(evil,)))
    assert card.emergency.get("call") == "911"
    assert len(card.people) == 1
    assert card.people[0].get("call") == "555-0114"
    assert "Drink" not in card.steps


def test_a_field_that_looks_like_another_stays_its_own() -> None:
    card = read_back(ALEX._replace(contacts=(replace(SAM, say="call: 000"),)))
    assert card.people[0].get("say") == "call: 000"
    assert card.people[0].get("call") == "555-0114"


@settings(deadline=None, max_examples=rounds(60))
@given(ROUGH, ROUGH, ROUGH)
def test_any_text_comes_back_as_it_is_shown_everywhere(name: str, say: str, step: str) -> None:
    kept = ALEX._replace(
        contacts=(replace(SAM, name=name, say=say),), steps=(replace(SHOES, text=step),)
    )
    card = read_back(kept)
    assert (card.people[0].get("name") or "") == clean(name)
    assert (card.people[0].get("say") or "") == clean(say)
    assert card.steps == ([clean(step)] if clean(step) else [])


@settings(deadline=None, max_examples=rounds(100))
@given(st.text(max_size=60))
def test_what_was_changed_by_hand_is_shown_without_control_characters(text: str) -> None:
    row = text.replace("\n", " ").encode("utf-8", "replace")
    whole = written().replace(b"name: Sam", b"name: " + row)
    card = parse(whole.replace(b"\t11 pm\t", b"\t" + row.replace(b"\t", b" ") + b"\t"))
    assert card
    for line in plain(View(card, int(EVENING.timestamp())), ()):
        assert clean(line) == " ".join(line.split())


@settings(deadline=None, max_examples=rounds(150))
@given(st.binary(max_size=200), st.integers(0, 20_000), st.integers(0, 2_000))
def test_a_card_with_any_damage_still_says_what_to_do(
    noise: bytes, place: int, length: int
) -> None:
    whole = written()
    card = parse(whole[:place] + noise + whole[place + length :])
    view = View(card, int(EVENING.timestamp())) if card else None
    assert plain(view, words.NO_CARD)[0].startswith(FIRST)


@settings(deadline=None, max_examples=rounds(100))
@given(
    st.lists(
        st.lists(
            st.sampled_from(WORDS),
            max_size=8,
        ).map("\t".join),
        max_size=30,
    )
)
def test_rows_that_make_no_sense_are_passed_over(rows: list[str]) -> None:
    text = "\n".join(["recoverplan emergency card\t1", *rows, "end", ""])
    card = parse(text.encode())
    assert card
    for at in (0, int(EVENING.timestamp())):
        assert plain(View(card, at), ())[0].startswith(FIRST)


def test_only_an_ordinary_file_of_a_bounded_size_is_read(tmp_path: Path) -> None:
    assert read(str(tmp_path)) == (None, False)
    path = lay(tmp_path, b"x" * (LIMIT + 1))
    assert contents(str(path)) is None
    assert read(str(tmp_path)) == (None, True)
    path.write_bytes(written())
    card, is_there = read(str(tmp_path))
    assert card
    assert is_there
    assert read(str(path)) == (None, False)  # a file where the folder should be


def test_the_whole_horizon_stays_small() -> None:
    many = tuple(replace(SAM, id=number, name=f"Person {number}") for number in range(1, 41))
    assert len(written(ALEX._replace(contacts=many))) < LIMIT / 5


def test_the_card_differs_only_when_something_does() -> None:
    later = EVENING + timedelta(hours=1)
    assert written() == written(now=later)
    assert written() != written(now=EVENING + timedelta(days=1))
