"""The workbook for pen and paper: its pages, blank and filled, on both papers, in large print."""

from __future__ import annotations

from pathlib import Path

import pytest

import sheets
from conftest import Run
from recoverplan.words import workbook as words
from sharing import typed_once

ENTERED = (
    "setup|--region|US|--about|drugs|--timezone|America/New_York",
    (
        "risk|add|Nights alone|--when|mon-thu 9pm-midnight|--level|high|--trigger|quiet apartment"
        "|--if|I pace|--then|I put on shoes"
    ),
    (
        "risk|add|Payday|--when|every other fri from 27 nov 5pm-11pm|--trigger|money in my account"
        "|--prepare|1 day: Bank block on|--prepare|3 hours: Shopping list first|--step|Cook late"
    ),
    "contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm|--per-week|3",
    "contact|add|Dana|--role|family|--call|555-0121",
    "risk|edit|Payday|--check-in|Dana",
    "contact|add|Kept off|--role|peer|--call|555-0150|--off-now",
    "step|add|I stop answering texts|--kind|sign",
    "step|add|Tea and the radio|--kind|alone",
    "group|add|Tuesday Lifeline|--when|tue 7-8pm|--where|St Luke's hall",
    "meeting|log|Tuesday Lifeline|--at|2026-11-17 19:00|--fit|boundaries=yes|--fit|respect=unsure",
)
PAGES = [
    words.WEEK, words.HARD, words.PEOPLE, words.GROUPS, words.STEPS, words.DAYS, words.FIRST,
    words.FAMILY, words.CARD,
]  # fmt: skip


def made(run: Run, path: Path, *options: str) -> bytes:
    """Return the workbook that the options make."""
    done = run("workbook", "--pdf", str(path), *options)
    assert (done.code, done.out) == (0, f"{path}\n")
    return path.read_bytes()


def one_idea_a_page(texts: list[str]) -> bool:
    """Tell whether each page but the outer two begins with its heading, in order."""
    inside = [" ".join(text.split()) for text in texts[1:-1]]
    return len(inside) == len(PAGES) and all(map(str.startswith, inside, PAGES))


@pytest.mark.parametrize("large", [(), ("--large",)], ids=["usual", "large"])
def test_however_much_there_is_each_idea_keeps_its_page(
    run: Run, tmp_path: Path, large: tuple[str, ...]
) -> None:
    long = "Donaudampfschifffahrtsgesellschaft, and then some more that has to be said of it"
    for number in range(5):
        run("risk", "add", f"{number} {long}", "--when", "fri 5-11pm", "--trigger", long,
            "--prepare", f"1 day: {long}", "--step", long,
            "--if", long, "--then", long)  # fmt: skip
        run("risk", "add", f"Day {number} {long}", "--when", f"{number + 1} dec 5-11pm",
            "--prepare", f"1 day: {long}")  # fmt: skip
        run("contact", "add", f"{number} {long}", "--role", "peer", "--call", "555-0114")
        run("group", "add", f"{number} {long}", "--when", "tue 7-8pm", "--where", long)
        for kind in ("sign", "alone", "places", "professionals", "safer"):
            run("step", "add", f"{number} {kind} {long}", "--kind", kind)
    pdf = made(run, tmp_path / "p.pdf", *large)
    texts = sheets.texts(pdf)
    assert one_idea_a_page(texts)
    assert long[:20] in "".join(texts[2].split())


@pytest.fixture
@typed_once
def typed(run: Run) -> Run:
    for line in ENTERED:
        assert run(*line.split("|"), now="2026-11-23T10:00").code == 0, line
    return run


@pytest.mark.parametrize("large", [(), ("--large",)], ids=["usual", "large"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("blank", [(), ("--blank",)], ids=["filled", "blank"])
def test_its_pages(
    typed: Run, tmp_path: Path, paper: str, large: tuple[str, ...], blank: tuple[str, ...]
) -> None:
    pdf = made(typed, tmp_path / "p.pdf", "--paper", paper, *large, *blank)
    texts, shown = sheets.texts(pdf), sheets.pages(pdf)
    assert 8 <= len(shown) <= 12
    assert one_idea_a_page(texts)
    width, height = sheets.size(shown[0])
    assert round(width) == (210 if paper == "a4" else 216)
    for page in shown:
        assert sheets.is_grey(page)
        left, top, right, bottom = sheets.ink(page) or (9, 9, 9, 9)
        assert min(left, top, width - right, height - bottom) >= 5
    for outside in (texts[0], texts[-1]):
        assert not sheets.TELLING.search(outside)
    assert not sheets.TELLING.search(" ".join(sheets.metadata(pdf).values()).replace("typst", ""))


def test_it_can_be_heard(typed: Run, tmp_path: Path) -> None:
    inside = sheets.everything_in(made(typed, tmp_path / "p.pdf"))
    for tag in ("/StructTreeRoot", "/Marked true", "/H1", "/H2", "/Lang"):
        assert tag in inside
    said = sheets.said((tmp_path / "p.pdf").read_bytes())
    places = [said.index(title) for title in PAGES]
    assert places == sorted(places)


def test_filled_with_what_is_known_and_blank_without(typed: Run, tmp_path: Path) -> None:
    filled = sheets.said(made(typed, tmp_path / "filled.pdf"))
    blank = sheets.said(made(typed, tmp_path / "blank.pdf", "--blank"))
    own = (
        "Nights alone", "quiet apartment", "Sam", "555-0114", "3 a week", "Tuesday Lifeline",
        "17 Nov", "Tea and the radio", "I stop answering texts", "I put on shoes", "Payday",
        "1 day before: Bank block on; 3 hours before: Shopping list first", "Cook late",
        "Who I am with Dana", "money in my account",
    )  # fmt: skip
    for text in own:
        assert text in filled
    for text in set(own) - {"Payday"}:
        assert text not in blank
    assert "Kept off" not in filled
    assert "911" in blank  # the region's, so that it need not be looked up


def test_what_there_is_no_room_for_is_said(typed: Run, tmp_path: Path) -> None:
    for number in range(7):
        typed("contact", "add", f"Person {number}", "--role", "peer", "--call", "555-0100")
    done = typed("workbook", "--pdf", str(tmp_path / "p.pdf"))
    assert "5 more people" in done.err
    assert len(sheets.pages((tmp_path / "p.pdf").read_bytes())) <= 12


def test_the_cards_to_cut_out_carry_everybody_and_what_is_cut_is_said(
    typed: Run, tmp_path: Path
) -> None:
    say = "I'm struggling today. Can you talk with me for a little while?"
    for number in range(7):
        typed("contact", "add", f"Person {number}", "--role", "peer", "--call", "555-0100",
              "--say", say)  # fmt: skip
    typed("contact", "add", "Robin", "--role", "peer", "--call", "555-0199", "--say", "so " * 600)
    done = typed("workbook", "--pdf", str(tmp_path / "p.pdf"))
    cards = sheets.texts((tmp_path / "p.pdf").read_bytes())[-2]
    for number in range(7):
        assert f"Person {number}" in cards
    assert "Robin" in cards
    assert "911" in cards
    assert "Robin is on it without opening words" in done.err


def test_without_a_store_and_without_a_file(run: Run, home: Path, tmp_path: Path) -> None:
    refused = run("workbook", "--blank")
    assert (refused.code, refused.out) == (2, "")
    assert "--pdf" in refused.err
    made(run, tmp_path / "p.pdf")
    assert not home.exists()
    assert run("workbook", "--pdf", str(tmp_path / "p.pdf")).code == 1


def test_from_workbook_asks_on_a_terminal_alone(run: Run) -> None:
    assert run("setup", "--from-workbook").code == 2
    assert run("setup", "--from-workbook", "--json").code == 2
