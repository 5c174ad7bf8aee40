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
from warnings import catch_warnings, simplefilter

from recoverplan.cli.completing import TABLE
from recoverplan.data import picklists
from recoverplan.data.topics import TOPICS
from recoverplan.words.question import Question

ROOT = Path(__file__).resolve().parents[1]

with catch_warnings():
    simplefilter("ignore")  # it still asks pkg_resources for its version
    import textstat

PAGE = ROOT / "docs" / "words.md"
HARDEST_MOMENT, HARDEST_TOPIC = 7.0, 6.0
# In the order in which somebody who reviews them may want to read them.
FILES = {
    "moment": "In a hard moment (now)",
    "lapse": "After a lapse",
    "care": "When a peer group isn't enough (care)",
    "lines": "Help lines",
    "setup": "Setup, and before stopping",
    "questions": "Around every question",
    "asking": "Asking somebody to be a contact",
    "trial": "Trying a group, and safety there",
    "family": "The page for the family",
    "urge": "Urges, and hours in which they gather",
    "plan": "The plan, and why it is as it is",
    "invitations": "Open hours",
    "support": "Support",
    "review": "Looking back, and a page of a month",
    "safety": "The safety plan, and reasons",
    "workbook": "The workbook",
    "template": "Templates",
    "lived": "The week as it is lived",
    "paper": "The card, pages and paper",
    "remind": "Reminders",
    "lists": "Meeting lists",
    "files": "Files, and who else can change them",
    "safekeeping": "Backup, lock and erase",
    "examining": "Doctor",
    "publish": "A phone: files for it, and folders that other programs sync",
    "reading": "Files that are read, and people in them",
    "usage": "What was typed: settings, times, zones, numbers",
    "phrase": "A phrase of time: why it is refused, how it was taken",
    "manual": "Man pages",
}
# On screens of a hard moment: now, its timer, a lapse, an urge, care, a group that felt unsafe,
# and how a help line is said there.
HARD = ("moment", "lapse", "care", "urge", "lines")
HARD_PARTS = {
    "setup": ("WITHDRAWAL", "AFTER_A_BREAK", "MONEY", "GAMBLING_HELP"),
    "trial": (
        "YOURS", "SKIP", "UNSAFE_TRUST", "IN_DANGER", "UNSAFE_HELP", "UNSAFE_OFFICE", "MET_THERE",
        "TAKE_OFF", "TAKEN_OFF", "STAYS_ON", "HOW_TO_TAKE_OFF", "HOW_TO_KEEP", "FELT_UNSAFE",
        "KEEP_UNSAFE", "KEEP_YES", "TRY_UNSAFE", "TRY_YES",
    ),
}  # fmt: skip
FRAGMENTS = ("NUMBER_NOT_KNOWN", "OPERATOR", "SERVICE_NOT_KNOWN")  # said inside a sentence
NAMES = re.compile(
    r"methadone|buprenorphine|naltrexone|naloxone|disulfiram|antabuse|benzodiazepines|GHB/GBL|GHB"
    r"|sedatives|opioids|outpatient|prescriber|pharmacist|probation officer|RECOVERPLAN_NOW"
    r"|recoverplan",
    re.IGNORECASE,
)
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]
COMMANDS = "|".join(row[1] for row in ROWS if row[0] == "" and row[2] == "command")
COMMAND = re.compile(rf":? ?\brecoverplan ({COMMANDS})\b[^.]*|--[a-z-]+")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
GENERAL = 4  # words; shorter ones are labels


def sayings(value: object) -> Iterator[str]:
    """Yield every text of a constant, in its order."""
    if isinstance(value, str):
        yield " ".join(value.split())
        if isinstance(value, Question):
            yield f"?: {value.why}"
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


def hardest() -> list[str]:
    """Return the hardest sentences of a hard moment and topics of help, for who changes them."""
    one = max(sentences(of_hard_moments()), key=grade)
    topic = max(TOPICS, key=lambda topic: of_topic(topic.paragraphs))
    return [
        f"Hardest sentence of a hard moment, {grade(one):.1f} of {HARDEST_MOMENT}: {one}",
        f"Hardest topic, {of_topic(topic.paragraphs):.1f} of {HARDEST_TOPIC}: {topic.name}",
    ]


def of_hard_moments() -> list[str]:
    """Return what can be said on a screen of a hard moment."""
    hard = [text for file in HARD for text in said_by(file, but=FRAGMENTS)]
    return hard + [text for file, only in HARD_PARTS.items() for text in said_by(file, only)]


def too_hard() -> list[str]:
    """Return each sentence of a hard moment, and each topic of help, that is too hard to read."""
    said = sentences(of_hard_moments())
    found = [f"{grade(one):.1f} {one}" for one in said if grade(one) > HARDEST_MOMENT]
    return found + [
        f"{of_topic(topic.paragraphs):.1f} help {topic.name}"
        for topic in TOPICS
        if of_topic(topic.paragraphs) > HARDEST_TOPIC
    ]


def of_topic(paragraphs: tuple[str, ...]) -> float:
    """Return the grade of a topic of help as a whole."""
    return grade(" ".join(map(ended, map(counted, paragraphs))))


def page() -> str:
    """Return the page in Markdown."""
    rows = [
        "# Everything it says",
        "",
        "Every sentence that recoverplan can say, by topic, for whoever reviews the wording. It is",
        "made by `make words`; {…} stands for what is filled in. The number behind a heading is",
        "its school grade by Flesch and Kincaid, with the names of medicines and services,",
        "commands to type and texts of fewer than four words left out. What each help line is for",
        "is in `recoverplan lines`, the help of commands and options in the man pages.",
        "No clinician has reviewed the words yet.",
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


def quoted(text: str) -> str:
    """Return a text as Markdown shows it."""
    return text.replace("<", "&lt;")


def section(title: str, texts: list[str]) -> list[str]:
    """Return a heading with its grade, and a list of texts."""
    measured = sentences(texts)
    said = f", grade {grade(' '.join(map(ended, measured))):.1f}" if measured else ""
    return ["", f"## {title}{said}", "", *(f"- {quoted(text)}" for text in texts)]


def ended(text: str) -> str:
    """Return a text as a sentence of its own: without an end it would be measured with the next."""
    return text if text.endswith((".", "?", "!")) else f"{text.rstrip(':;,')}."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(
        "\n".join([*too_hard(), *hardest(), f"Written: {PAGE.relative_to(ROOT)}"]) + "\n"
    )
