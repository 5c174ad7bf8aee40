"""The page that is published, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import DARK, Browser
from conftest import Run

pytestmark = pytest.mark.live
LONG = "Nights alone in the apartment with the television on"


@pytest.fixture(params=["neutral", "full"])
def page(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Return the page as a phone gets it."""
    for line in (
        ("setup", "--region", "US", "--timezone", "America/New_York", "--about", "drugs"),
        ("risk", "add", LONG, "--when", "daily 9pm-midnight", "--if", "I pace", "--then", "shoes"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--say", "Ten minutes?"),
        ("group", "add", "Tuesday", "--when", "tue 7-8pm", "--where", "St Luke's hall"),
        ("step", "add", "Tea", "--kind", "alone"),
    ):
        assert run(*line).code == 0
    path = tmp_path / "week.html"
    assert run("publish", "page", str(path), "--titles", request.param, "--yes").code == 0
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("light", [(), (DARK,)], ids=["light", "dark"])
def test_everyone_can_use_it(browser: Browser, page: str, light: tuple[str, ...]) -> None:
    assert browser.axe(page, *light).violations == []


def test_nothing_is_cut_off_on_a_narrow_phone(browser: Browser, page: str) -> None:
    script = "tell([document.documentElement.scrollWidth, innerWidth]);"
    wide, room = browser.measure(page, script, "--window-size=320,640")
    assert wide <= room
