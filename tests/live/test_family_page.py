"""The page for the family on a real terminal, in a real browser, and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

import sheets
from browser import DARK, Browser
from cli.test_family import PEOPLE, enter
from conftest import Run
from recoverplan.words import family as words
from terminal import Terminal

pytestmark = pytest.mark.live


def test_each_line_is_chosen_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    enter(run, *PEOPLE)
    path = tmp_path / "page.txt"
    sections = run("family", "page", "--json").json["sections"]
    shown = [line["text"] for section in sections for line in section["lines"]]
    talk = Terminal("family", "page", "--text", str(path))
    talk.wait_for("Nothing is written before the end.")
    for place, text in enumerate(shown):
        talk.answer(f"{text} (Y/n)", "n" if place % 2 else "")
        assert not path.exists()
    talk.answer(words.OWN, "Sunday walks")
    talk.answer(words.OWN)
    code, said = talk.rest()
    assert code == 0
    assert str(path) in "".join(said.split("\n"))
    written = path.read_text(encoding="utf-8")
    for place, text in enumerate(shown):
        assert (f"- {text}\n" in written) is (place % 2 == 0), text
    assert "- Sunday walks.\n" in written


def test_stopping_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    talk = Terminal("family", "page", "--text", str(path))
    talk.answer("Rides. (Y/n)")
    talk.wait_for("(Y/n)")
    assert talk.interrupt()[0] == 130
    assert not path.exists()


@pytest.fixture
def page(run: Run, tmp_path: Path) -> str:
    """Return the whole page as a person has it."""
    enter(run, *PEOPLE)
    path = tmp_path / "family.html"
    assert run("family", "page", "--all", "--html", str(path)).code == 0
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("light", [(), (DARK,)], ids=["light", "dark"])
def test_everyone_can_use_it(browser: Browser, page: str, light: tuple[str, ...]) -> None:
    found = browser.axe(page, *light)
    assert found.violations == []
    assert found.incomplete == []
    assert found.passes["color-contrast"] > 15
    assert 'href="tel:911"' in page
    assert 'href="tel:5550136"' in page
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_it_is_one_sheet(run: Run, tmp_path: Path, paper: str, size: tuple[float, float]) -> None:
    enter(run, *PEOPLE)
    path = tmp_path / "family.pdf"
    done = run("family", "page", "--all", "--pdf", str(path), "--paper", paper)
    assert done.code == 0
    (sheet,) = sheets.pages(path.read_bytes())
    assert sheets.size(sheet) == pytest.approx(size, abs=0.2)
    left, top, right, bottom = sheets.ink(sheet) or (0, 0, 0, 0)
    assert left > 15
    assert top > 15
    assert right < size[0] - 15
    assert bottom < size[1] - 15
