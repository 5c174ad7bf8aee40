"""`recoverplan card` on the command line."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from conftest import Golden, Run
from whole.test_first_week import ALEX, enter


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


def test_the_person_who_was_typed_in_gets_the_expected_card(typed: Run, golden: Golden) -> None:
    golden("card-46", typed("card", "--width", "46").out)
    golden("card-plain", typed("card").out)
    assert typed("card", "--plain", "--width", "46").out == typed("card").out


@pytest.mark.parametrize("width", ["0", "29", "121", "-1", "wide"])
def test_a_width_that_cannot_be_is_refused(run: Run, width: str) -> None:
    result = run("card", "--width", width)
    assert result.code == 2
    assert result.out == ""


def test_a_title_with_and_without_a_text(typed: Run) -> None:
    bare = typed("card", "--title", "--width", "60").out
    assert "│ Support contacts" in bare
    assert "Dana (family)" in bare
    assert "│ My people " in typed("card", "--title", "My people", "--width", "60").out
    assert "│ My people " in typed("card", "--title=My people", "--width", "60").out
    assert typed("card", "--width", "60", "--title").out == bare
    assert "(family)" not in typed("card", "--width", "60").out


def test_the_name_the_person_chose_and_who_stays_off(typed: Run) -> None:
    enter(
        typed,
        "contact edit|Dana|--card-name|D.",
        "contact edit|Priya|--off-card",
        "contact pause|Sam",
    )
    out = typed("card").out
    assert "D.: call 555-0136" in out
    assert "Priya" not in out
    assert "Sam" not in out


def test_a_page_is_written_once_private_and_its_path_said(typed: Run, tmp_path: Path) -> None:
    page = tmp_path / "card.html"
    result = typed("card", "--html", str(page))
    assert result.code == 0
    assert result.out == f"{page}\n"
    assert "Print the page" in result.err
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    first = page.read_text(encoding="utf-8")
    assert "555-0114" in first
    page.write_text("mine", encoding="utf-8")
    refused = typed("card", "--html", str(page))
    assert refused.code == 1
    assert "--force" in refused.err
    assert page.read_text(encoding="utf-8") == "mine"
    assert typed("card", "--html", str(page), "--force").code == 0
    assert page.read_text(encoding="utf-8") == first


def test_an_empty_store_has_a_card_too(run: Run, home: Path, tmp_path: Path) -> None:
    result = run("card")
    assert result.code == 0
    assert "Nobody is on the card yet." in result.out
    assert "911" not in result.out
    assert "____" in run("card", "--width", "46").out
    assert run("card", "--html", str(tmp_path / "card.html")).code == 0
    assert not home.exists()


def test_the_card_as_json(typed: Run) -> None:
    card = typed("card", "--json").json
    assert card["schema"] == "recoverplan/card/1"
    assert card["people"][0] == {
        "name": "Sam",
        "way": "call",
        "value": "555-0114",
        "hours": "every day 6–11 pm",
        "say": "Rough evening. Got ten minutes?",
    }
    assert card["emergency"] == "911"
    assert card["steps"] == ["Shoes on, once round the block", "Tea and the radio"]
