"""How hard the words are to read, and that the page for whoever reviews them is as they are."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the tool that makes the page."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.delitem(sys.modules, "words", raising=False)
    return import_module("words")


def test_no_sentence_of_a_hard_moment_and_no_topic_is_too_hard(tool: ModuleType) -> None:
    assert tool.too_hard() == []


def test_a_hard_sentence_would_be_seen(tool: ModuleType) -> None:
    hard = "Discontinuation of sedative medication necessitates immediate medical supervision."
    assert tool.grade(tool.counted(hard)) > tool.HARDEST_MOMENT
    easy = "Taking methadone, buprenorphine, naltrexone or other medicine is part of recovery."
    assert tool.grade(tool.counted(easy)) < tool.HARDEST_MOMENT


def test_every_file_of_words_is_on_the_page(tool: ModuleType) -> None:
    files = {path.stem for path in (ROOT / "src" / "recoverplan" / "words").glob("*.py")}
    assert set(tool.FILES) == files - {"__init__", "topics"}


def test_the_page_is_as_the_words_are(tool: ModuleType, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden") == "write":
        tool.PAGE.write_text(tool.page(), encoding="utf-8")
    assert tool.page() == tool.PAGE.read_text(encoding="utf-8")
