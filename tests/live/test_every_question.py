"""Every question of every conversation, at a pseudo terminal: nothing, "back", "?", an answer that
will not do, one that will, Ctrl-C, Ctrl-D, lines typed ahead; and what was answered is kept.

The table has a row for each conversation. That no question is left out is found by itself: all
that may be asked are the Questions of words/.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NamedTuple

import pytest

from conftest import MONDAY, Run
from recoverplan import words
from recoverplan.words import asking as asking_words
from recoverplan.words import (
    care,
    family,
    lapse,
    lists,
    lived,
    publish,
    reading,
    remind,
    review,
    safekeeping,
    safety,
    setup,
    support,
    template,
    trial,
    urge,
    usage,
    workbook,
)
from recoverplan.words import questions as questions_words
from recoverplan.words.question import Question
from rounds import ALL, its_turn, some
from talking import Speakers, Talk

pytestmark = [pytest.mark.live, pytest.mark.more]


class Asked(NamedTuple):
    """A question, an answer that will do, one that will not, and what the first leaves behind.

    `key`: one key answers it. `ends`: without an answer nothing follows.
    """

    question: Question
    right: str = ""
    wrong: str = ""
    kept: str = ""
    key: bool = False
    ends: bool = False


class Row(NamedTuple):
    """A conversation: how it is begun (blanks are |), what is there before, its questions.

    `begins` is the number of the first question at which something is kept already; None where a
    conversation keeps nothing, or only at its end, once that was agreed to.
    """

    line: str
    asked: tuple[Asked, ...]
    begins: int | None = None
    before: tuple[str, ...] = ()


A = Asked
PEOPLE = ("contact|add|Sam|--role|peer|--call|555-0114",)
GROUPS = ("group|add|Lifeline|--when|tue 7-8pm",)
HOURS = ("risk|add|Fridays|--when|fri 9-11pm",)
QUIET = (
    '{"slug":"f","name":"Quiet Friday","day":5,"time":"21:00","end_time":"22:00",'
    '"notes":"First Friday only."}'
)
LISTED = (
    f"FILE|l.json|[{QUIET}]",
    "group|import|l.json|--zone|America/New_York|--programme|AA",
)
PROFILE = (
    A(setup.NAME, "Alex", kept="Alex"),
    A(setup.REGION_OFFER, "America", "narnia", "US"),
    A(setup.ZONE, "Dallas", "nowhere at all", "America/Chicago"),
    A(setup.ABOUT, "booze and slots", "bananas", "gambling"),
    A(setup.PREFER, "sms", "bananas", "text"),
)
PERSON = (
    A(setup.CONTACT_NAME, "Sam", kept="Sam", ends=True),
    A(setup.CONTACT_ROLE, "my uncle", "bananas", "family"),
)
SAFE = A(setup.CONTACT_SAFE, "idk", "bananas", "false")
ROWS = (
    Row(
        "setup",
        (
            *PROFILE,
            A(setup.RISK_LABEL, "Nights"),
            A(setup.RISK_WHEN, "tue 9pm till late", "blah"),
            A(questions_words.UNTIL, "1am", "blah", "Nights"),
            A(setup.RISK_STEPS, "2, ring Linda", "0", "ring Linda"),
            A(setup.CONTACT_NAME, "Lee", kept="Lee"),
            A(setup.CONTACT_ROLE, "NA friend", "bananas", "peer"),
            A(setup.CONTACT_TEXT, "555-0115", "none", "555-0115"),
            A(setup.CONTACT_WHEN, "evenings", "blah", "evenings"),
            A(setup.CONTACT_SAFE, "yep", "bananas"),
            A(setup.GROUP_NAME, "Hope", kept="Hope"),
            A(setup.GROUP_WHEN, "wed 7-8pm", "blah", "wed 7-8pm"),
            A(setup.MORE_ABOUT, "yeah", "bananas", ends=True),
            A(setup.RISK_LEVEL, "really hard", "bananas", "high"),
            A(setup.RISK_TRIGGERS, "3, quiet rooms", "0", "quiet rooms"),
            A(setup.IF_THEN, "if I pace then I make tea", "99", "I make tea"),
        ),
        begins=1,
    ),
    Row(
        "setup",
        (
            A(setup.CHANGE, "check-ins", "bananas", ends=True),
            A(setup.LEAD, "45m", "soon", "45"),
            A(setup.CHANGE, "plain", "bananas", ends=True),
            A(setup.PLAIN, "yup", "bananas"),
            A(setup.CHANGE, "country", "bananas", ends=True),
            A(setup.REGION_OFFER, "America", "narnia"),
            A(setup.CHANGE, "country", "bananas", ends=True),
            A(setup.REGION, "UK", "narnia", "GB"),
            A(setup.CHANGE, "-", "bananas", ends=True),
        ),
        begins=2,
        before=("ASKED",),
    ),
    Row(
        "setup|--from-workbook",
        (
            A(workbook.ANOTHER["risk"], "Nights"),
            A(setup.RISK_WHEN, "mon 9-11pm", "blah", "mon 9-11pm"),
            A(setup.RISK_LEVEL, "bad", "bananas", "high"),
            A(workbook.TRIGGERS, "quiet", kept="quiet"),
            A(workbook.ANOTHER["risk"]),
            A(workbook.ANOTHER["step"], "my jaw", kept="my jaw"),
            A(workbook.ANOTHER["step"]),
            A(workbook.ANOTHER["contact"], "Sam"),
            A(setup.CONTACT_ROLE, "mentor", "bananas"),
            A(setup.CONTACT_CALL, "555-0114", "none"),
            A(setup.CONTACT_WHEN, "evenings", "blah"),
            A(setup.CONTACT_PER_WEEK, "2", "x"),
            A(setup.CONTACT_SAFE, "yes", "bananas", "sponsor"),
            A(workbook.ANOTHER["contact"]),
            A(setup.GROUP_NAME, "Hope", kept="Hope"),
            A(setup.GROUP_WHEN, "wed 7-8pm", "blah", "wed 7-8pm"),
            A(setup.GROUP_WHERE, "the hall", kept="the hall"),
            A(workbook.ANOTHER["try"], "18 nov", "blah"),
            A(workbook.FIT, "y y n ? y", "y", "boundaries"),
            A(workbook.ANOTHER["try"]),
            A(setup.GROUP_NAME),
            *(A(workbook.ANOTHER["step"]) for _ in range(4)),
            A(workbook.ANOTHER["if"], "I pace"),
            A(setup.THEN, "I make tea"),
            A(workbook.OF_WHICH, "Nights", "bananas", "I make tea"),
            A(workbook.ANOTHER["if"]),
            A(workbook.ANOTHER["day"], "Payday", ends=True),
            A(setup.PAYDAY_RULE, "3", "bananas"),
            A(setup.PAYDAY_HOURS, "5-9pm", ""),
            A(workbook.BEFORE, "card to Dana"),
            A(workbook.WITH, "Sam", kept="card to Dana"),
            A(workbook.ANOTHER["day"]),
        ),
        begins=2,
        before=("ASKED", *HOURS),
    ),
    Row(
        "risk|add",
        (
            A(setup.RISK_LABEL, "Sundays", kept="Sundays", ends=True),
            A(setup.RISK_WHEN, "sun at 7", "blah", ends=True),
            A(questions_words.HALF, "evening", "noonish"),
            A(questions_words.UNTIL, "9pm", "blah", '"sun'),
            A(setup.RISK_LEVEL, "easy", "bananas", "low"),
            A(setup.RISK_TRIGGERS, "money", kept="money"),
            A(setup.RISK_STEPS, "call Ann", kept="call Ann"),
            A(setup.IF_THEN, "I pace", "99", ends=True),
            A(setup.THEN, "I make tea", kept="I make tea"),
        ),
        begins=4,
    ),
    Row(
        "risk|add",
        (
            A(setup.RISK_LABEL, "payday", kept="payday", ends=True),
            A(setup.PAYDAY_RULE, "1", "bananas"),
            A(setup.PAYDAY_DAY, "friday", "blah"),
            A(setup.PAYDAY_HOURS, "5-9pm", "", "every friday"),
            A(setup.RISK_LEVEL, "medium", "bananas"),
            A(setup.RISK_TRIGGERS, "2", "0"),
            A(setup.RISK_STEPS, "1", "0"),
            A(setup.IF_THEN, "1", "99"),
            A(setup.THEN, "I call Ann", kept="I call Ann"),
            A(lived.WHAT_TO_PREPARE, "card to Dana", "0", "card to Dana"),
        ),
        begins=4,
    ),
    Row(
        "risk|add|payday",
        (
            A(setup.PAYDAY_RULE, "2", "bananas", ends=True),
            A(setup.PAYDAY_NEXT, "27 nov", "blah", ends=True),
            A(setup.PAYDAY_HOURS, "5-9pm", "", "payday"),
        ),
        begins=None,
    ),
    Row(
        "contact|add",
        (
            *PERSON,
            A(setup.CONTACT_CALL, "desk 5 in the hall", "none"),
            A(usage.AS_OTHER, "yes", "bananas"),
            A(setup.CONTACT_TEXT, "-", "none"),
            A(setup.CONTACT_EMAIL, "sam@example.org", "sam", "sam@example.org"),
            A(setup.CONTACT_WHEN, "daily 6-11pm", "blah", "daily 6-11pm"),
            SAFE,
        ),
        begins=1,
    ),
    Row(
        "contact|add",
        (
            *PERSON,
            A(setup.CONTACT_CALL, "-"),
            A(setup.CONTACT_TEXT, "-"),
            A(setup.CONTACT_EMAIL, "-"),
            A(setup.CONTACT_OTHER, "at the park", kept="at the park"),
            A(setup.CONTACT_WHEN),
            A(setup.CONTACT_SAFE, "sure", "bananas"),
            A(setup.CONTACT_PER_WEEK, "3", "x", '"per_week":3'),
            A(setup.CONTACT_SAY, "Got ten minutes?", kept="Got ten minutes?"),
        ),
        begins=1,
    ),
    Row(
        "contact|log",
        (
            A(lived.TALK_WHO, "Sam", "Nobody", ends=True),
            A(lived.TALK_HOW, "whatsapp", "bananas", '"how":"text"'),
            A(lived.TALK_ANSWER, "nope", "bananas", '"answered":false'),
            A(lived.TALK_WHEN, "an hour ago", "blah", "T14:00"),
            A(questions_words.NOTE, "left a message", kept="left a message"),
        ),
        begins=1,
        before=PEOPLE,
    ),
    Row(
        "give|add",
        (
            A(lived.GIVE_WHAT, "The chairs", kept="The chairs", ends=True),
            A(lived.GIVE_WHEN, "tue 6pm", "blah", "tue 6pm"),
            A(lived.GIVE_WHOM, "Lifeline", "Nobody", '"group":1'),
        ),
        begins=1,
        before=GROUPS,
    ),
    Row(
        "treatment|add",
        (
            A(lived.TREATMENT_WHAT, "Clinic", kept="Clinic", ends=True),
            A(lived.TREATMENT_WHEN, "sat 10am", "blah", "sat 10am", ends=True),
            A(lived.TREATMENT_KIND, "rehab", "bananas", "programme"),
            A(lived.TREATMENT_WHERE, "Main Street", kept="Main Street"),
            A(lived.TREATMENT_CALL, "555-0170", kept="555-0170"),
        ),
        begins=2,
    ),
    Row(
        "trip|add",
        (
            A(lived.TRIP_WHERE, "Grandma's", kept="Grandma's", ends=True),
            A(lived.TRIP_FROM, "1 dec", "blah", "2026-12-01", ends=True),
            A(lived.TRIP_UNTIL, "5 dec", "blah", "2026-12-05", ends=True),
            A(lived.WHICH_ZONE, "Tokyo", "nowhere at all", "Asia/Tokyo"),
        ),
        begins=None,
    ),
    Row(
        "step|add",
        (
            A(setup.STEP_KIND, "2", "bananas", ends=True),
            A(setup.STEP_TEXT, "Tea", "0", "Tea", ends=True),
        ),
        begins=None,
    ),
    Row(
        "reason|add",
        (
            A(safety.TEXT, "Breakfast with Mia", kept="Breakfast with Mia", ends=True),
            A(safety.WHERE, "now and card", "bananas", "card"),
        ),
        begins=1,
    ),
    Row(
        "support|add",
        (
            A(support.WHICH_KIND, "practical", "bananas", ends=True),
            A(support.WHAT, "rides", "0", "rides", ends=True),
            A(support.STANDING, "1", "bananas", "have", ends=True),
            A(support.WHO, "Sam", "Nobody", '"contact":1'),
        ),
        begins=3,
        before=PEOPLE,
    ),
    Row(
        "group|add",
        (
            A(setup.GROUP_NAME, "Hope", kept="Hope", ends=True),
            A(setup.GROUP_WHEN, "wed at 7", "blah"),
            A(questions_words.HALF, "pm", "noonish", "wed"),
            A(setup.GROUP_WHERE, "the hall", kept="the hall"),
        ),
        begins=1,
    ),
    Row(
        "group|decide|Lifeline",
        (A(trial.DECIDE_QUESTION, "leave", "bananas", ends=True),),
        before=GROUPS,
    ),
    Row(
        "group|decide|Lifeline|keep",
        (A(trial.KEEP_UNSAFE, "yes", "bananas"),),
        before=(*GROUPS, "meeting|log|Lifeline|--unsafe|shouting"),
    ),
    Row(
        "meeting|plan",
        (
            A(trial.WHICH_GROUP, "Lifeline", "Nothing"),
            A(lived.WITH_WHOM, "Sam", "Nobody", '"contact":1'),
            A(lived.GOAL_QUESTION, "ask one thing", kept="ask one thing"),
            A(lived.LEAVE_QUESTION, "6:30pm", "blah", "T23:30"),
        ),
        begins=1,
        before=(*PEOPLE, *GROUPS),
    ),
    Row(
        "meeting|log",
        (
            A(lived.WENT_OR_MOVE, "m", "x", "2026-11-25T00:00", key=True),
        ),
        before=(*GROUPS, "AT|2026-11-17T10:00|meeting|plan|Lifeline"),
    ),
    Row(
        "meeting|log|Lifeline",
        (
            A(trial.WHEN, "last tuesday evening", "blah"),
            A(questions_words.ABOUT, "7pm", "blah", "2026-11-18T00:00"),
            A(trial.WENT_IN, "yeah", "bananas"),
            A(trial.SAID_QUESTION, "listened", "bananas", "listened"),
            A(trial.UNSAFE_QUESTION, "shouting", kept="shouting"),
            A(trial.MORE, "yes", "bananas", ends=True),
            A(trial.EARLY, "yes", "bananas", '"early":true'),
            A(trial.STAYED, "no", "bananas", '"stayed":false'),
            A(trial.CONTACT, "Ann"),
            *(A(one, "idk", "bananas") for one in trial.FIT_QUESTIONS.values()),
            A(trial.MOOD_BEFORE, "4", "99", '"mood_before":4'),
            A(trial.MOOD_AFTER, "6", "99", '"mood_after":6'),
            A(trial.IDEA, "walks", kept="walks"),
            A(questions_words.NOTE, "first one", kept="first one"),
            A(trial.TAKE_OFF, "no", "bananas", "Ann"),
        ),
        begins=2,
        before=GROUPS,
    ),
    Row(
        "meeting|log|Lifeline",
        (
            A(trial.WHEN, "17 nov 7pm", "blah"),
            A(trial.WENT_IN, "yes"),
            A(trial.SAID_QUESTION),
            A(trial.UNSAFE_QUESTION),
            A(trial.MORE, "yes", ends=True),
            A(trial.EARLY),
            A(trial.STAYED),
            A(trial.CONTACT, "Ann"),
            *(A(one) for one in trial.FIT_QUESTIONS.values()),
            A(trial.MOOD_BEFORE),
            A(trial.MOOD_AFTER),
            A(trial.IDEA),
            A(questions_words.NOTE),
            A(trial.REACH, "555-0118", kept="555-0118", ends=True),
            A(trial.REACH_WAY, "calls", "bananas", "555-0118"),
            A(asking_words.SAFE_TO_CALL, "yes", "bananas"),
        ),
        begins=1,
        before=GROUPS,
    ),
    Row(
        "meeting|log|Lifeline|--at|17 nov 7pm|--note|more",
        (A(trial.CHANGE_LOG, "yes", "bananas", "more", ends=True),),
        before=(*GROUPS, "meeting|log|Lifeline|--at|17 nov 7pm"),
    ),
    Row(
        "urge|log",
        (
            A(urge.STRENGTH, "7", "99", '"strength":7'),
            A(urge.TRIGGERS, "money, noise", "0", "noise"),
            A(urge.DID, "rang Ann", "0", "rang Ann"),
            A(urge.AFTER, "3", "99", '"after":3'),
            A(questions_words.NOTE, "it passed", kept="it passed"),
        ),
        begins=1,
    ),
    Row(
        "lapse|log",
        (
            A(lapse.SAFE, "yes", "x", key=True),
            *(A(lapse.GO_ON) for _ in range(4)),
            A(lapse.WHEN, "yesterday 7pm", "blah", "2026-11-23T00:00"),
            A(lapse.BEFORE, "money, noise", "0", "noise"),
            A(questions_words.NOTE, "alone again", kept="alone again"),
            A(lapse.CHANGE_QUESTION, "s", "x", key=True, ends=True),
            A(setup.STEP_TEXT, "walk home", "0", "walk home"),
        ),
        begins=0,
    ),
    Row(
        "review",
        (
            A(review.HOW_WAS, "u", "x", key=True),
            A(lapse.SAFE, "y", "x", key=True),
            A(review.LOG_IT, "n", "x", key=True),
            A(lapse.CHANGE_QUESTION, "", "x", key=True),
            A(review.ASK_HELPED, "walking", kept="walking"),
            A(review.ASK_IDEA, "ring first", kept="ring first"),
            A(review.ASK_STEP, "y", "x", key=True),
            A(review.ASK_SOMEONE, "n", "x", '"helped_someone":false', key=True),
            A(lived.ASK_ALONE, "t", "x", '"alone":"same"', key=True),
            A(review.ASK_QUESTION, "who is next", kept="who is next"),
        ),
        begins=1,
        before=("AT|2026-11-01T10:00|risk|add|Fridays|--when|fri 9-11pm",),
    ),
    Row("care", tuple(A(one, "not sure", "x", key=True) for one in care.QUESTIONS.values())),
    Row("contact|remove|Sam", (A(Question("Remove Sam?", safekeeping.REMOVING), "yes", "x"),),
        before=PEOPLE),
    Row(
        "when|fri 10pm until 4",
        (A(questions_words.END, "yes", "bananas"),),
    ),
    Row("when|late friday night", (A(questions_words.ONE_WAY, "yes", "bananas"),)),
    Row("when|sat from midnight till 4am", (A(questions_words.WHICH, "1", "9"),)),
    Row(
        "risk|add|Mondays|--when|blah",
        (A(questions_words.WHEN, "mon 9-11pm", "blah", "Mondays", ends=True),),
    ),
    Row(
        "meeting|log|Lifeline",
        (
            A(trial.WHEN, "17 nov 7pm", "blah"),
            *(A(one) for one in (trial.WENT_IN, trial.SAID_QUESTION, trial.UNSAFE_QUESTION)),
            A(trial.MORE),
            A(trial.DECIDE_QUESTION, "leave", "bananas", ends=True),
            A(trial.WHY, "too loud", kept="too loud"),
        ),
        begins=1,
        before=(
            *GROUPS,
            *(f"meeting|log|Lifeline|--at|{day} 7pm" for day in ("20 oct", "27 oct", "3 nov")),
            "meeting|log|Lifeline|--at|10 nov 7pm",
        ),
    ),
    Row(
        "contact|import|p.vcf",
        (
            A(reading.WHOM, "1", "9", ends=True),
            A(reading.ROLE_OF, "sponsor", "bananas"),
            A(asking_words.SAFE_TO_CALL, "idk", "bananas", "Ann"),
        ),
        before=("FILE|p.vcf|BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nTEL:555-0118\nEND:VCARD\n",),
    ),
    Row(
        "group|import|l.csv",
        (
            A(lists.READ_IT, "yes", "bananas"),
            A(lists.ASK_ZONE, "Dallas", "nowhere at all"),
            A(lists.ASK_PROGRAMME, "AA", kept="America/Chicago"),
        ),
        before=("FILE|l.csv|name,day,time\nHope,Tuesday,19:00\n",),
    ),
    Row(
        "template|save|t.json",
        (
            A(template.OTHER_WORDS, "Nights", "with Sam", ends=True),
            A(template.WRITE, "yes", "bananas"),
        ),
        before=(*PEOPLE, "risk|add|Nights with Sam|--when|fri 9-11pm"),
    ),
    Row(
        "template|apply|t.json",
        (A(template.TAKE, "yeah", "bananas", "Fridays"),),
        before=(*HOURS, "template|save|t.json|--yes", "risk|remove|Fridays|--yes"),
    ),
    Row(
        "safety|import|s.txt",
        (
            A(safety.PLACE, "2", "99", "something odd"),
            A(safety.TAKE, "yes", "99", "my jaw"),
        ),
        before=("FILE|s.txt|something odd\n\nWarning signs\n- my jaw\n",),
    ),
    Row(
        "publish|page|p.html|--titles|full",
        (A(publish.ASK, "yes", "bananas"),),
        before=HOURS,
    ),
    Row("remind|on|--with|prompt", (A(remind.ASK, "yes", "bananas"),), before=HOURS),
    Row(
        "restore|b.zip",
        (A(safekeeping.RESTORE_ASK, "yes", "bananas", "Fridays"),),
        before=(*HOURS, "backup|b.zip|--plain-key"),
    ),
    Row(
        "group|try|1001",
        (A(lists.DO_THEY_MEET_THEN, "yeah", "bananas", "Quiet Friday"),),
        before=LISTED,
    ),
    Row(
        "group|try|1001",
        (A(trial.TRY_UNSAFE, "yes", "bananas", ends=True),),
        before=(*LISTED, "group|try|1001", "meeting|log|Quiet|--at|20 nov 9pm|--unsafe|pushy"),
    ),
    Row(
        "erase",
        (
            A(safekeeping.ASK, "erase", ends=True),
            A(safekeeping.STRAYS_ASK, "yes", "bananas"),
        ),
        before=("COPY|plan.db|plan (conflicted copy).db",),
    ),
    Row("when|before 10pm", (A(questions_words.FROM, "8pm", "blah", ends=True),)),
    Row("when|every other friday 5-9pm", (A(questions_words.SINCE, "2", "blah"),)),
)  # fmt: skip
# Asked in conversations that have tests of their own, which type a passphrase or read a file.
ELSEWHERE = {
    "test_lock_conversation.py": (
        safekeeping.CODE_BACK, safekeeping.CARD_ASK, safekeeping.CONSENT_ASK,
        safekeeping.REMOVE_ASK, safekeeping.COPIES_ASK,
    ),
    "test_publish_conversation.py": (publish.ASK_LOCKED,),
    "test_remind_conversation.py": (remind.ASK_NAMES,),
    "test_family_page.py": (family.OWN,),
}  # fmt: skip


@pytest.fixture(scope="module")
def speakers() -> Iterator[Speakers]:
    made = Speakers()
    yield made
    made.close()


@pytest.fixture
def begun(
    speakers: Speakers, run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Begun:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return Begun(speakers, run, [home, here], tmp_path / "before")


class Begun:
    """What a conversation begins with, again for each time it is gone through."""

    def __init__(self, speakers: Speakers, run: Run, folders: list[Path], kept: Path) -> None:
        self.speakers, self.run, self.folders, self.kept = speakers, run, folders, kept

    def lay(self, row: Row) -> None:
        """Enter what is there before, once."""
        if "ASKED" in row.before:
            talk = self.speakers.talk(["setup"])
            while talk.asked is not None:
                talk.answer("")
            talk.close()
        elif not row.line.startswith("setup"):
            self.run("setup", "--region", "US", "--timezone", "America/New_York")
        for line in row.before:
            if line.startswith("FILE|"):
                _, name, content = line.split("|")
                Path(name).write_text(content, encoding="utf-8")
                continue
            if line.startswith("COPY|"):
                _, name, copy = line.split("|")
                shutil.copy(self.folders[0] / name, self.folders[0] / copy)
                continue
            *moment, command = line.removeprefix("AT|").split("|", 1) if "AT|" in line else (line,)
            if line != "ASKED":
                at = moment[0] if moment else MONDAY
                assert self.run(*command.split("|"), now=at).code == 0, line
        self.run("--version", now=MONDAY)
        for number, folder in enumerate(self.folders):
            if folder.exists():
                shutil.copytree(folder, self.kept / str(number))

    def talk(self, row: Row, columns: int = 80) -> Talk:
        """Begin the conversation."""
        for number, folder in enumerate(self.folders):
            shutil.rmtree(folder, ignore_errors=True)
            if (self.kept / str(number)).exists():
                shutil.copytree(self.kept / str(number), folder)
        os.chdir(self.folders[1])
        return self.speakers.talk(row.line.split("|"), columns)

    def steps(self) -> int:
        """Return how many steps the history has."""
        return len(self.run("history", "--json").json["steps"])

    def all_kept(self) -> str:
        """Return everything that is kept, as text."""
        return self.run("export", "--json").out.replace(": ", ":")


def named(row: Row) -> str:
    return row.line.replace("|", " ")


def is_asked(one: Asked, talk: Talk) -> bool:
    """Tell whether this question waits, whatever stands in its blanks."""
    if talk.asked is None:
        return False
    pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(str(one.question)))
    return re.match(pattern, talk.asked["question"]) is not None


def give(talk: Talk, one: Asked, typed: str) -> None:
    """Answer with a line, or with a key."""
    talk.type(typed or "\r") if one.key else talk.answer(typed)


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("row", ROWS, ids=named)
def test_every_question_is_explained_left_and_answered(
    begun: Begun, row: Row, columns: int
) -> None:
    if not ALL and (columns == 40) != its_turn(ROWS.index(row), 4):
        pytest.skip("done with all rounds")  # each row at one width, a quarter of them at 40
    begun.lay(row)
    before, kept = begun.steps(), begun.all_kept()
    talk = begun.talk(row, columns)
    for number, one in enumerate(row.asked):
        where = f"{one.question} of {talk.asked}: {talk.shown[-300:]}"
        assert is_asked(one, talk), where
        talk.type("?" if one.key else "?\r")
        assert is_asked(one, talk), where
        assert " ".join(one.question.why.split()) in talk.shown, talk.shown
        if one.wrong:
            give(talk, one, one.wrong)
            assert is_asked(one, talk), where
        talk.type("<" if one.key else "back\r")
        if number == 0:
            assert questions_words.FIRST_QUESTION in talk.shown, where
        else:
            last = row.asked[number - 1]
            assert is_asked(last, talk), f"back from {where}: {talk.asked}"
            give(talk, last, last.right)
        assert is_asked(one, talk), where
        give(talk, one, one.right)
    assert talk.asked is None, talk.asked
    assert talk.code == 0, talk.shown
    talk.close()
    assert begun.steps() <= before + 1
    now = begun.all_kept()
    for one in row.asked:
        assert one.kept in now, one.kept
    if begun.steps() > before:
        begun.run("undo")
        assert begun.all_kept() == kept


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_question_without_an_answer_is_skipped_or_the_end(begun: Begun, row: Row) -> None:
    if not its_turn(ROWS.index(row)):
        pytest.skip("done with all rounds")
    begun.lay(row)
    talk = begun.talk(row)
    for number, one in enumerate(row.asked):
        if one.ends:
            talk.answer("")
            assert (talk.asked, talk.code in {0, 1, 2}) == (None, True), (one, talk.shown)
            assert "Traceback" not in talk.shown
            talk.close()
            talk = begun.talk(row)
            for earlier in row.asked[:number]:
                give(talk, earlier, earlier.right)
        elif number + 1 < len(row.asked) and one.question != usage.AS_OTHER:
            before = talk.asked
            talk.type("\r")
            assert talk.asked is not None, (one, talk.shown)
            talk.type("<" if one_key(row, talk) else "back\r")
            assert talk.asked == before, (one, talk.asked)
        give(talk, one, one.right)
    assert talk.code == 0, talk.shown
    talk.close()


def one_key(row: Row, talk: Talk) -> bool:
    """Tell whether the question that waits takes one key."""
    return any(one.key and is_asked(one, talk) for one in row.asked)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_what_was_answered_is_kept_wherever_it_stops(begun: Begun, row: Row) -> None:
    begun.lay(row)
    before = begun.all_kept()
    for number in some(range(len(row.asked)), 3):
        for key in "\x03\x04" if ALL else "\x03\x04"[number % 2]:
            stopped_at(begun, row, number, key, before)


def stopped_at(begun: Begun, row: Row, number: int, key: str, before: str) -> None:
    """Stop at a question; what was answered before it has to be there."""
    talk = begun.talk(row)
    for one in row.asked[:number]:
        give(talk, one, one.right)
    one = row.asked[number]
    assert is_asked(one, talk), (one, talk.asked, talk.shown)
    talk.type(key)
    assert (talk.asked, talk.code) == (None, 130), (one, talk.shown)
    saved = "saved" in talk.shown and not row.line.startswith("setup")
    talk.close()
    now = begun.all_kept()
    written = now != before
    assert written == (row.begins is not None and number >= row.begins), (one, talk.shown)
    assert saved or not written or row.line.startswith("setup"), (one, talk.shown)
    assert written or not saved, (one, talk.shown)
    if written:
        for earlier in row.asked[:number]:
            assert earlier.kept in now, (one, earlier)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_lines_typed_ahead_answer_the_questions_in_turn(begun: Begun, row: Row) -> None:
    if not its_turn(ROWS.index(row) + 1):
        pytest.skip("done with all rounds")
    begun.lay(row)
    talk = begun.talk(row)
    typed = "".join(f"{one.right}\r" for one in row.asked)
    talk.type(typed)
    while talk.asked is not None:  # each of them says that it waits, though there is an answer
        talk.listen()
    assert talk.code == 0, talk.shown
    talk.close()
    now = begun.all_kept()
    for one in row.asked:
        assert one.kept in now, one.kept


def questions() -> Iterator[Question]:
    """Yield every question that words/ has."""
    for module in iter_modules(words.__path__):
        for name, value in vars(import_module(f"recoverplan.words.{module.name}")).items():
            if name.isupper():
                yield from within(value)


def within(value: Any) -> Iterator[Question]:
    """Yield the questions in a constant."""
    if isinstance(value, Question):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from within(one)


def test_no_question_is_left_out() -> None:
    known = {one.question for row in ROWS for one in row.asked}
    known |= {one for there in ELSEWHERE.values() for one in there}
    assert set(questions()) - known == set()


@pytest.mark.parametrize("file", ELSEWHERE)
def test_what_is_left_to_another_file_is_asked_there(file: str) -> None:
    tests = (Path(__file__).parent / file).read_text(encoding="utf-8")
    said = {
        value: name
        for module in (safekeeping, publish, remind, family)
        for name, value in vars(module).items()
        if isinstance(value, Question)
    }
    for question in ELSEWHERE[file]:
        assert re.search(rf"(?:answer|wait_for)\(words\.{said[question]}\b", tests) or re.search(
            rf"(?:answer|wait_for)\(safekeeping\.{said[question]}\b", tests
        ), question
