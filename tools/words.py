"""Every sentence the program can say, by topic, as one page for a clinician: docs/words.md.

`make words` writes it, and reports how hard each topic is to read (Flesch-Kincaid, by textstat).
The names of medicines and of services are not counted, nor are commands to type; what is filled in
counts as one short word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import textstat

from recoverplan.data import picklists
from recoverplan.data.topics import TOPICS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "words.md"
HARDEST_MOMENT, HARDEST_TOPIC = 7.0, 6.0
# In the order in which somebody who reviews them may want to read them.
FILES = {
    "moment": "In a hard moment (now)",
    "timer": "The timer of now",
    "lapse": "After a lapse",
    "care": "When a peer group isn't enough (care)",
    "lines": "Help lines",
    "setup": "Setup, and before stopping",
    "asking": "Asking somebody to be a contact",
    "trial": "Trying a group, and safety there",
    "family": "The page for the family",
    "urge": "Urges",
    "plan": "The plan",
    "why": "Why the plan is as it is",
    "invitations": "Open hours",
    "support": "Support",
    "suggest": "Hours that gather",
    "review": "Looking back",
    "report": "A page of a month",
    "safety": "The safety plan",
    "workbook": "The workbook",
    "template": "Templates",
    "reason": "Reasons",
    "rehearsal": "A rehearsal",
    "card": "The card",
    "sheet": "Pages of the plan",
    "paper": "Paper",
    "phone": "Calendars and contacts of a phone",
    "remind": "Reminders",
    "weekmap": "The map of the week",
    "lists": "Meeting lists",
    "taking": "People from a phone",
    "numbers": "Phone numbers",
    "files": "Files",
    "safekeeping": "Backup and lock",
    "examining": "Doctor",
    "erasing": "Erase",
}
HARD = ("moment", "lapse", "care", "timer")
HARD_PARTS = {
    "setup": ("WITHDRAWAL", "AFTER_A_BREAK", "MONEY"),
    "trial": ("UNSAFE_TRUST", "IN_DANGER", "UNSAFE_HELP", "UNSAFE_OFFICE"),
}
FRAGMENTS = ("NUMBER_NOT_KNOWN", "OPERATOR", "SERVICE_NOT_KNOWN")  # said inside a sentence
NAMES = re.compile(
    r"methadone|buprenorphine|naltrexone|naloxone|disulfiram|antabuse|benzodiazepines|GHB/GBL|GHB"
    r"|sedatives|opioids|outpatient|prescriber|pharmacist|RECOVERPLAN_NOW|recoverplan",
    re.IGNORECASE,
)
COMMAND = re.compile(r":? ?\brecoverplan (now|[a-z]+)\b[^.]*|--[a-z-]+")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
GENERAL = 4  # words; shorter ones are labels


def sayings(value: object) -> Iterator[str]:
    """Yield every text of a constant, in its order."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for part in value.values():
            yield from sayings(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from sayings(part)


def said_by(file: str, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[str]:
    """Return what a file of words can say; `only`: these constants of it, `but`: not these."""
    module = import_module(f"recoverplan.words.{file}")
    constants = {name: value for name, value in vars(module).items() if name.isupper()}
    names = [name for name in only or constants if name not in but]
    texts = [text for name in names for text in sayings(constants[name])]
    return [text for text in dict.fromkeys(texts) if text.strip()]


def counted(text: str) -> str:
    """Return a text as it is measured: no commands, no names, short words for what is filled in."""
    text = re.sub(r"\{\w*\}", "Sam", text)
    return NAMES.sub("it", COMMAND.sub(" ", text)).strip()


def sentences(texts: list[str]) -> list[str]:
    """Return the sentences in texts that are long enough to be measured."""
    parts = (part for text in texts for part in SENTENCE_END.split(counted(text)))
    return [part for part in parts if len(re.findall(r"[A-Za-z']+", part)) >= GENERAL]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text."""
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(text))


def too_hard() -> list[str]:
    """Return each sentence of a hard moment, and each topic of help, that is too hard to read."""
    hard = [text for file in HARD for text in said_by(file, but=FRAGMENTS)]
    hard += [text for file, only in HARD_PARTS.items() for text in said_by(file, only)]
    found = [f"{grade(one):.1f} {one}" for one in sentences(hard) if grade(one) > HARDEST_MOMENT]
    return found + [
        f"{of_topic(topic.paragraphs):.1f} help {topic.name}"
        for topic in TOPICS
        if of_topic(topic.paragraphs) > HARDEST_TOPIC
    ]


def of_topic(paragraphs: tuple[str, ...]) -> float:
    """Return the grade of a topic of help as a whole."""
    return grade(" ".join(map(counted, paragraphs)))


def page() -> str:
    """Return the page in Markdown."""
    rows = [
        "# Everything it says",
        "",
        "Every sentence that recoverplan can say, by topic, for whoever reviews the wording. It is",
        "made by `make words`; {…} stands for what is filled in. The number behind a heading is",
        "its school grade by Flesch and Kincaid. No clinician has reviewed the words yet.",
    ]
    for file, title in FILES.items():
        rows += section(f"{title} (`words/{file}.py`)", said_by(file))
    for topic in TOPICS:
        rows += section(f"help {topic.name}", list(topic.paragraphs))
    rows += section("Steps to pick", [idea.text for idea in picklists.STEPS])
    rows += section("What makes it hard, to pick", list(picklists.TRIGGERS))
    pairs = [f"If {pair.condition}, then {pair.action}." for pair in picklists.IF_THENS]
    rows += section("If-then plans to pick", pairs)
    rows += section("Support to pick", [offer.what for offer in picklists.SUPPORTS])
    return "\n".join(rows) + "\n"


def section(title: str, texts: list[str]) -> list[str]:
    """Return a heading with its grade, and a list of texts."""
    measured = sentences(texts)
    said = f", grade {grade(' '.join(measured)):.1f}" if measured else ""
    quoted = (text.replace("<", "&lt;") for text in texts)
    return ["", f"## {title}{said}", "", *(f"- {text}" for text in quoted)]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write("\n".join([*too_hard(), f"Written: {PAGE.relative_to(ROOT)}"]) + "\n")
