"""How hard the words are to read, and that the page for whoever reviews them is as they are."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
GRADE_6 = 6.0  # what is below is for grade 5


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


def test_the_workbook_is_plain_enough_for_grade_5(tool: ModuleType) -> None:
    said = tool.sentences(tool.said_by("workbook"))
    assert len(said) > 40
    assert [one for one in said if tool.grade(one) >= GRADE_6] == []
    family = ("LOOKS_LIKE", "HELPS", "HELPING", "HELPS_NOT", "NOT_HELPING")  # its page for them
    every = [*said, *tool.sentences(tool.said_by("family", only=family))]
    assert tool.grade(" ".join(map(tool.ended, every))) < GRADE_6
    assert tool.grade("Identify particularly difficult situations beforehand.") > GRADE_6


def test_the_grades_are_of_sentences_as_they_are_said(tool: ModuleType) -> None:
    # Texts without an end are not measured as one long sentence.
    picks = ["Sit in a library or a café", "Gym, pool or a long bus ride", "Tea and the radio"] * 5
    measured = " ".join(map(tool.ended, tool.sentences(picks)))
    assert tool.grade(measured) < 5
    assert tool.section("Steps", picks)[1] == f"## Steps, grade {tool.grade(measured):.1f}"
    # A command to type is left out, what is said of recoverplan is not.
    assert tool.counted("If it is withdrawal, don't wait: recoverplan now.") == (
        "If it is withdrawal, don't wait ."
    )
    assert "asks for it with every command" in tool.counted(
        "recoverplan asks for it with every command except now."
    )


def test_the_hardest_are_named_and_are_those_that_the_bounds_hold(tool: ModuleType) -> None:
    sentence, topic = tool.hardest()
    hardest = max(map(tool.grade, tool.sentences(tool.of_hard_moments())))
    assert f"{hardest:.1f} of 7.0" in sentence
    assert hardest <= tool.HARDEST_MOMENT
    topics = max(tool.of_topic(one.paragraphs) for one in tool.TOPICS)
    assert f"{topics:.1f} of 6.0" in topic
    assert topics <= tool.HARDEST_TOPIC


def test_each_screen_of_a_hard_moment_is_measured(tool: ModuleType) -> None:
    said = " ".join(tool.of_hard_moments())
    for text in (
        "now if:", "Are you safe right now?", "Is where I live unsafe?", "How strong,",
        "You noticed something was not right.", "Press Enter to skip any question.",
        "ride it out for", "Losing money can bring",
    ):  # fmt: skip
        assert text in said


def test_every_file_of_words_is_on_the_page(tool: ModuleType) -> None:
    files = {path.stem for path in (ROOT / "src" / "recoverplan" / "words").glob("*.py")}
    assert set(tool.FILES) == files - {"__init__", "question", "topics"}


def test_the_page_is_as_the_words_are(tool: ModuleType, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden") == "write":
        tool.PAGE.write_text(tool.page(), encoding="utf-8")
    assert tool.page() == tool.PAGE.read_text(encoding="utf-8")
