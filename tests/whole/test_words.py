"""What the program says on a walk through all of it: by the rules of the voice, in exact sentences.

The rules stand in tests/voice.py; the texts of the source are held to them in test_voice.py.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import Run
from sheets import texts
from terminal import Terminal
from voice import wrong
from words_said import spoken

# ---------------------------------------------------------------------------------------- the tour

SETUP = "setup|--name|Alex|--timezone|America/New_York|--region|US|--prefer|call|--about|{about}"
FILL = (
    (
        "risk|add|Nights alone|--when|mon-thu 9pm-midnight|--level|high|--trigger|quiet apartment"
        "|--step|shower|--if|I pace|--then|shoes on"
    ),
    "risk|add|nights",
    "contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm|--per-week|3",
    "contact|add|Priya|--role|peer|--text|555-0127|--per-week|0",
    "contact|add|Doc|--role|clinical|--call|555-0136",
    "contact|add|Lee|--role|family",
    "contact|add|Own line|--role|line|--call|555-0150",
    "contact|pause|Sam|--until|2026-12-24",
    "contact|pause|Sam|--end",
    "contact|pause|988",
    "contact|pause|988|--end",
    "step|add|Tea|--kind|alone",
    "group|add|Lifeline|--when|tue 7-8pm|--where|a hall",
    "group|add|Friday|--when|fri 19:00",
    (
        "meeting|log|Lifeline|--at|17 nov 2026 7pm|--said|listened|--mood-before|3|--mood-after|2"
        "|--contact|Kim|--fit|safety=yes|--idea|walk"
    ),
    "meeting|log|Lifeline|--at|10 nov 2026 7pm|--door",
    "meeting|log|Lifeline|--at|3 nov 2026 7pm|--fit|rhythm=no",
    "meeting|log|Lifeline|--at|27 oct 2026 7pm|--fit|newcomers=unsure",
    (
        "urge|log|--strength|9|--trigger|payday|--did|called Sam|--after|3|--at|18 nov 2026 9pm"
        "|--note|it was hard"
    ),
    "urge|log|--strength|8",
    "support|add|rides|--need|--contact|Lee",
    "support|add|a counselor or therapist|--need",
    "support|add|housing|--no",
    "support|edit|rides|--have",
    "reason|add|Breakfast|--on|now|--on|card|--on|plan|--on|review",
    "lapse|log|--at|19 nov 2026 9pm|--trigger|payday|--note|after work",
    "lapse|log|--at|21 nov 2026 9pm",
    "review|--helped|tea|--idea|a walk|--as-step|--helped-someone|yes|--question|And now?",
)
LOOK = (
    "",
    "plan",
    "plan|--gaps",
    "plan|--risk|Nights alone",
    "plan|--today",
    "plan|--from|24 dec",
    "now",
    "card",
    "card|--title",
    "risk|list",
    "risk|show|1",
    "risk|map",
    "risk|map|--blank",
    "risk|suggest",
    "contact|list",
    "contact|show|Sam",
    "contact|ask|Sam",
    "contact|ask|Priya",
    "step|list",
    "step|list|--ideas",
    "group|list",
    "group|show|Lifeline",
    "meeting|list",
    "meeting|list|--calendar",
    "meeting|show|1",
    "now|--timer|--breathe",
    "urge|list",
    "urge|show|1",
    "urge|chart",
    "lapse|list",
    "lapse|show|1",
    "review",
    "review|--month",
    "review|--week|16 nov 2026",
    "care",
    "care|--all",
    "care|--stopping|yes|--going-back|yes|--thoughts|yes|--mood|yes|--home|yes",
    "care|--stopping|no|--going-back|no|--thoughts|no|--mood|no|--home|no",
    "lines",
    "help|gambling",
    "help|safer",
    "help|medicine",
    "help|under-18",
    "help|family",
    "help|court",
    "help|lines",
    "support",
    "support|list",
    "support|show|rides",
    "reason|list",
    "reason|show|1",
    "family|page",
    "family|page|--all",
    "safety",
    "help",
    "help|first-meeting",
    "help|peer-support",
    "help|privacy",
    "help|when",
    "help|withdrawal",
    "help|urge",
    "when|every other friday from 27 nov",
    "lock",
    "doctor",
    "history",
    "--version",
)
END = (
    "group|decide|Lifeline|leave|--why|far away",
    "meeting|log|Friday|--at|20 nov 2026 7pm|--unsafe|pressure|--contact|Lou|--fit|safety=no",
    "contact|edit|Kim|--role|sponsor|--call|555-0117",
    "risk|edit|Nights alone|--no-check-in",
    "contact|remove|Doc|--yes",
    "undo",
    "redo",
)
WRONG = (
    "frobnicate",
    "plan|--foo",
    "plan|--days|0",
    "contact|add",
    "contact|add|Sam|--role|friend",
    "contact|show|Zed",
    "risk|add|payday",
    "risk|add|x|--when|5-7",
    "when|every other friday",
    "meeting|log|Friday|--at|tomorrow",
    "urge|log|--strength|strong",
    "now|--timer=soon",
    "lapse|log|--at|tomorrow 7pm",
    "review|--went|mon=hard",
    "care|--mood|perhaps",
    "setup|--region|XX",
    "setup|--timezone|Mars",
    "now|--at|blah",
    "support|add",
    "support|add|a dog",
    "reason|add",
    "family|page|--line|99",
    "safety|--large",
    "safety|import|nowhere.txt",
    "template|apply|nowhere.json",
    "workbook",
    "review|--pdf|x.pdf",
    "family|page|--text|x",
    "help|peers",
    "erase",
    "export",
)


TOURS: dict[str, dict[str, str]] = {}  # several tests look at the same one


def tour(run: Run, about: str) -> dict[str, str]:
    """Walk through the program as somebody whom `about` is about; what each command said."""
    if about in TOURS:
        return TOURS[about]
    lines = ("", *LOOK, SETUP.format(about=about), *LOOK, *FILL, *LOOK, *END, *LOOK, *WRONG)
    said: dict[str, str] = {}
    for number, line in enumerate((*lines, "erase|--yes", "now")):
        result = run(*[part for part in line.split("|") if part])
        # The folder is named after the test.
        text = f"{result.out}\n{result.err}".replace(os.environ["RECOVERPLAN_HOME"], "HOME")
        said[f"{number} {line}"] = text
    TOURS[about] = said
    return said


def test_nothing_on_a_tour_breaks_the_rules(run: Run) -> None:
    said = tour(run, "drugs")
    found = [f"{line}: {one}" for line, text in said.items() for one in wrong(text)]
    assert found == []


# Every kind of file that is made for people; what it is read with is by its ending.
FILES = (
    "card|--html|{}/card.html",
    "card|--html|{}/titled.html|--title",
    "card|--pdf|{}/card.pdf",
    "card|--pdf|{}/titled.pdf|--title|--qr",
    "card|--vcf|{}/card.vcf",
    "plan|--html|{}/plan.html",
    "plan|--pdf|{}/plan.pdf",
    "plan|--days|60|--html|{}/months.html",
    "plan|--ics|{}/neutral.ics",
    "plan|--ics|{}/full.ics|--titles|full",
    "family|page|--all|--text|{}/page.txt|--html|{}/page.html|--pdf|{}/page.pdf",
    "safety|--text|{}/safety.txt|--html|{}/safety.html|--pdf|{}/safety.pdf|--large",
    "safety|import|{}/safety.txt|--yes",
    "workbook|--pdf|{}/pages.pdf",
    "template|save|{}/start.json|--force",
    "template|apply|{}/start.json|--yes",
    "review|--html|{}/month.html|--with|all",
    "urge|chart|--pdf|{}/chart.pdf",
    "risk|map|--pdf|{}/map.pdf",
    "risk|map|--blank|--pdf|{}/blank.pdf",
)


def written(run: Run, about: str, folder: Path) -> dict[str, str]:
    """Write every kind of file for somebody whom `about` is about; what each of them says."""
    for line in (SETUP.format(about=about), *FILL):
        run(*line.split("|"))
    said: dict[str, str] = {}
    for line in FILES:
        done = run(*line.format(*[folder] * 3).split("|"))
        assert done.code == 0, (line, done.err)
        said[line] = f"{done.out}\n{done.err}"
    for path in folder.iterdir():
        if path.suffix == ".pdf":
            said[path.name] = "\n".join(texts(path.read_bytes()))
        else:
            lines = path.read_bytes().decode().replace("\r\n ", "")
            # A style sheet says nothing, and a link repeats what it leads to.
            said[path.name] = lines.partition("<style>")[0] + lines.partition("</style>")[2]
    return said


def test_no_file_that_is_written_breaks_the_rules(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    said = written(run, "drugs", folder)
    assert "Sam" in said["card.pdf"]
    assert "BEGIN:VEVENT" in said["full.ics"]
    assert "Good to know" in said["page.txt"]
    found = [f"{name}: {one}" for name, text in said.items() for one in wrong(text)]
    assert found == []


def test_no_file_speaks_of_naloxone_where_only_gambling_was_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in written(run, "gambling", folder).items():
        assert "naloxone" not in text.lower(), name


def test_a_suggestion_breaks_no_rule(run: Run) -> None:
    run(*SETUP.format(about="drugs").split("|"))
    sundays = ("6 sep", "13 sep", "20 sep", "27 sep", "4 oct", "11 oct", "18 oct", "25 oct")
    for day in (*sundays, "1 nov", "8 nov", "15 nov", "22 nov"):
        run("urge", "log", "--at", f"{day} 2026 4:20pm")
    others = ("8 sep 9am", "17 sep 8pm", "25 sep 1pm", "3 oct 11am", "13 oct 10pm", "21 oct 7am")
    for each in (*others, "29 oct 3pm", "6 nov 6pm", "10 nov 9pm", "19 nov 2pm"):
        run("urge", "log", "--at", each)
    for before in ((), ("--plain",)):
        said = run(*before, "risk", "suggest").out
        assert "Sunday" in said
        assert wrong(said) == []
    assert wrong(run("risk", "suggest", "--add", "1").out) == []


@pytest.mark.parametrize("about", ["alcohol", "gambling"])
def test_naloxone_is_not_spoken_of_where_only_that_was_named(run: Run, about: str) -> None:
    after_setup = False
    for line, text in tour(run, about).items():
        if "erase" in line:
            break  # nothing is known again
        if "help|" in line:
            continue  # a topic is the same for everybody
        assert not (after_setup and "naloxone" in text.lower()), line
        after_setup = after_setup or "|--about|" in line


def test_naloxone_is_spoken_of_elsewhere(run: Run) -> None:
    for about in ("drugs", "other"):
        run(*SETUP.format(about=about).split("|"))
        assert "naloxone" in run("now").out
        assert "Naloxone" in run("step", "list", "--ideas").out


WITHDRAWAL = "It can be dangerous to stop all at once if you drink heavily every day."
NOBODY_YET = (
    "Many people start with no one to call. That's OK. One person, one number, one check-in is"
    " enough to begin."
)
FIRST_MEETING = (
    (
        "The first meeting is often the hardest, because everything is new. You can just listen:"
        " listening is participating. Saying \"I'm here to learn\" is enough. You don't have to"
        " have stopped. If you used today, come when you can take part safely. Share only what"
        " you'd be all right with others hearing. Arrive a little early, leave a bit late: people"
        " often connect before and after. One phone number is enough. Relief can come after one"
        " meeting; routine and friendships take weeks to months."
    ),
    (
        "Online or in person: what counts is that you go and get to know people. If you can, try"
        " one in person too."
    ),
    "You could tell one person you're going.",
)
UNSAFE = (
    "You noticed something was not right. Trust that feeling.",
    "You don't owe this group another visit.",
    "If you are in danger: 911.",
    "If someone hurt or pressured you, you can talk to:",
    "RAINN National Sexual Assault Hotline: call 1-800-656-4673, any hour.",
    "National Domestic Violence Hotline: call 1-800-799-7233",
    "You can tell the group's local office, only if you want to. Nothing was sent to anyone.",
)
NOW = (
    "Call 911 now if:",
    "omeone won't wake up, isn't breathing normally, or is having a seizure",
    "omeone has taken too much",
    "ou might act on thoughts of suicide",
    "topping brings confusion, seeing things, or shaking that gets worse",
    "Can't speak? Try texting 911 (anyone, in many areas, not all).",
    (
        "Could it be an overdose? Give naloxone if you have it. It won't harm them if it is"
        " something else. No change in 2 to 3 minutes: give another dose. Turn them on their side."
        " Stay until help comes, and do what the 911 operator says."
    ),
    "988: call or text, any hour. For suicide, mental health or substance use crises.",
    "Press 2 for Spanish.",
    "SafeSpot overdose hotline: call 1-800-972-0590, any hour.",
    "Own line: call 555-0150, any hour. You added this line.",
    "Sam",
    "Not their usual hours, but you can still try:",
    "Tea",
    "Lifeline",
    "This program cannot contact anyone and cannot tell how much danger you are in.",
)
FIT = (
    "What's shared stays in the room, and nobody presses for details?",
    "Different paths are fine: no hazing, no humiliation, no one right way?",
    "Regular, predictable, with people who show up?",
    "Kept safe: no advice pushed on people, no romantic pressure, no chaos?",
    "Room for new people to listen without being put on the spot?",
)


def after(text: str, said: tuple[str, ...]) -> None:
    """Check that all is said, in this order."""
    place = 0
    for sentence in said:
        found = text.find(sentence, place)
        assert found >= 0, f"{sentence!r} is not there, or not in its place: {text}"
        place = found + len(sentence)


def test_exact_sentences_stand_where_they_are_due(run: Run) -> None:
    said = {line.partition(" ")[2]: spoken(text) for line, text in tour(run, "drugs").items()}
    assert WITHDRAWAL in said[SETUP.format(about="drugs")]
    told = {line.partition("|")[0] for line, text in said.items() if WITHDRAWAL in text}
    assert told == {"setup", "lapse", "care", "help"}
    assert FILL[2] in said
    assert "When it is hard, call anyway." in said[FILL[2]]
    after(said["group|add|Lifeline|--when|tue 7-8pm|--where|a hall"], FIRST_MEETING)
    after(said[END[1]], UNSAFE)
    assert "Lou" in said[END[1]].partition("Met there")[2]
    left = said["group|decide|Lifeline|leave|--why|far away"]
    assert left.count("A different day, time or style may fit better.") == 1


def test_nobody_to_call_yet_is_no_flaw(run: Run) -> None:
    run(*SETUP.format(about="drugs").split("|"))
    run("risk", "add", "nights")
    assert NOBODY_YET in spoken(run("plan").out)
    said = spoken(run("contact", "list").out)
    after(
        said, (NOBODY_YET, "On hard evenings, could I call you around 8:30 pm, up to twice a week?")
    )
    assert "It's OK to say no." in said


def test_now_says_it_in_this_order_on_paper_and_on_screens(run: Run) -> None:
    for line in (SETUP.format(about="drugs"), *FILL):
        run(*line.split("|"))
    run("contact", "add", "Dana", "--role", "peer", "--call", "555-0199", "--when", "sat 9am-noon")
    evening = {"now": "2026-11-23T21:40"}
    after(spoken(run("now", **evening).out), NOW)
    after(spoken(run("--plain", "now", **evening).out), NOW)
    for columns in (80, 40):
        code, shown = Terminal("now", columns=columns, rows=60).rest()
        assert code == 0
        after(spoken(shown), NOW)


def test_a_group_that_felt_unsafe_is_not_spoken_of_again(run: Run) -> None:
    for line in (SETUP.format(about="drugs"), *FILL, END[1]):
        run(*line.split("|"))
    for line in ("", "plan", "now", "plan|--gaps"):
        assert "Friday," not in run(*filter(None, line.split("|"))).out.replace("Friday, 27", "")
        assert "group decide" not in run(*filter(None, line.split("|"))).out


def test_the_five_questions_are_asked_in_these_words() -> None:
    from recoverplan.words.trial import FIT_QUESTIONS

    assert tuple(FIT_QUESTIONS.values()) == FIT
    assert tuple(FIT_QUESTIONS) == ("boundaries", "respect", "rhythm", "safety", "newcomers")


def test_setup_says_before_it_asks_who_can_read_it() -> None:
    talk = Terminal("setup", columns=60)
    for said in (
        "kept on this computer only",
        "Nothing is sent anywhere",
        "Anyone who uses this computer account can read everything",
        "not encrypted",
        "use a device they don't use, or a folder with another name",
        "recoverplan erase",
        "A name or nickname",
    ):
        talk.wait_for(said)
    assert talk.interrupt()[0] == 130
