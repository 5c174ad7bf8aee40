"""What a person wrote stands on every screen in full, however long; a number never breaks."""

from __future__ import annotations

import re

import pytest

from conftest import Run
from live.test_screens import shown

pytestmark = pytest.mark.live
LABEL = "The long empty stretch between supper and the time when the whole house sleeps"
STEP = "Walk past the bakery to the river and back the other way round with the dog"
TRIGGER = "the smell of the corner shop on the way home from a very long shift"
NAME = "Bartholomew Featherstone of the Wednesday walking company"
GROUP = "Second Tuesday Fellowship of the Old Lighthouse Keepers and Friends"
REASON = "Because Sunday breakfast with everybody at one table is worth remembering well"
CONDITION = "everybody around me opens another round without asking"
ACTION = "I put the glass down and ring somebody from the garden gate"
SAY = "Could you stay on the line while I get past this corner, please?"
NUMBER = "+44 20 7946 0958"
BEFORE: tuple[tuple[str, ...], ...] = (
    ("setup", "--name", "Alexandra Maria Konstantinopoulos-Featherstone", "--region", "US",
     "--timezone", "America/New_York"),
    ("risk", "add", LABEL, "--when", "daily 9pm-11pm", "--trigger", TRIGGER, "--step", STEP,
     "--if", CONDITION, "--then", ACTION, "--level", "high"),
    ("contact", "add", NAME, "--role", "peer", "--call", NUMBER, "--when", "daily 6-10pm",
     "--say", SAY),
    ("group", "add", GROUP, "--when", "tue 7-8pm", "--where", "St Luke's hall, the blue door"),
    ("reason", "add", REASON),
    ("step", "add", STEP, "--kind", "alone"),
    ("urge", "log", "--strength", "7", "--trigger", TRIGGER, "--did", STEP, "--after", "3"),
    ("meeting", "log", GROUP, "--at", "17 nov 7pm"),
)  # fmt: skip
SCREENS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("plan",), (LABEL, STEP, TRIGGER, NAME, GROUP, CONDITION, ACTION, NUMBER)),
    (("plan", "--risk", "1"), (LABEL, STEP, TRIGGER, NAME)),
    (("plan", "--gaps"), (LABEL,)),
    ((), (LABEL, NAME, GROUP)),
    (("risk", "show", "1"), (LABEL, STEP, TRIGGER, CONDITION, ACTION)),
    (("risk", "list"), (LABEL,)),
    (("contact", "list"), (NAME, NUMBER)),
    (("contact", "show", "1"), (NAME, NUMBER, SAY)),
    (("group", "show", "1"), (GROUP,)),
    (("urge", "chart"), (TRIGGER, STEP)),
    (("reason", "list"), (REASON,)),
    (("card",), (NAME, NUMBER, STEP)),
    (("now",), (NAME, NUMBER, STEP)),
)


@pytest.fixture
def long(run: Run) -> Run:
    for line in BEFORE:
        made = run(*line)
        assert made.code == 0, (line, made.err)
    return run


@pytest.mark.parametrize("columns", [80, 40])
def test_every_word_of_the_person_is_on_the_screen(long: Run, columns: int) -> None:
    lacking = {}
    for command, texts in SCREENS:
        screen = shown(*command, columns=columns, rows=400)
        words = set(re.findall(r"[\w'-]+", screen.casefold()))
        missing = [
            word
            for text in texts
            if text != NUMBER
            for word in re.findall(r"[\w'-]+", text.casefold())
            if word not in words
        ]
        missing += [NUMBER] * (NUMBER in texts and NUMBER not in screen)
        if missing or "…" in screen:
            lacking[command] = (missing, screen)
    assert lacking == {}, "\n\n".join(f"{c}: {m}\n{s}" for c, (m, s) in lacking.items())
