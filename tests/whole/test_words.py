"""What the program may say: every text in its source, and all that a tour of it shows.

The rules are those of the voice: nothing shaming, promising or diagnosing, one name for each thing,
exact sentences where they matter most. What is allowed nevertheless stands in ALLOWED, with why.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Run
from terminal import Terminal

SOURCE = Path(__file__).parents[2] / "src" / "recoverplan"

# What must never be said, and why.
NEVER = {
    r"\b(clean|dirty)\b": "a verdict on a person",
    r"\b(addicts?|alcoholics?|junkies?|junky|drunks?|users?)\b": "a person is not a condition",
    r"\b(failed|failures?)\b|\byou fail\b": "nobody fails here",
    r"\brelaps\w*": "a verdict: say lapse, or return to use",
    r"\babus\w*": "of what a person uses",
    r"\bstreaks?\b|\bbadges?\b|\bconfetti\b": "nothing is counted up",
    r"\bback to zero\b|(?<!-)\bresets?\b": "nothing is counted down",
    r"\bonly you can\b|\bnon-?complian\w+|\brefused help\b|\bno excuses?\b": "blame",
    r"\boverdue\b|\bused up\b|\bmissed\b|\bcounts? for nothing\b": "nobody owes anything",
    r"\bcravings? pass(es)?\b|\bguarantee\w*|\bprevents?\b": "a promise",
    r"\bpredict(s|ed|ion)?\b|\bcures?\b": "a promise",
    r"\byou will (be|feel|recover|succeed|stop)\b|\bit (will )?gets? better\b": "a promise",
    r"\bdisorder\b|\bdiagnos\w+|\bdependen(t|ce|cy)\b|\bsevere(ly)?\b": "a diagnosis",
    r"\byou (must|should|have to|ought to)\b": "an order",
    r"\b(more|left) to go\b|\bfinish (your|its|the) tries\b|\bkeep going back\b": "urging back",
    r"\bcommit(ted)? suicide\b": "say die by suicide",
    r"\brisk[ -]windows?\b": "on screens they are hard hours",
    r"(?<!-)\bprogrammes?\b": "on screens it is a program",
    r"\bcounsell\w+|\blicen[c]e\b|\bcolour\w*": "screens are in US English",
    r"\bnumbers? checked\b|\bverified\b": "numbers are of a month, never checked",
    r"[A-Za-z]!(\s|$)": "calm: no exclamation marks",
}
# Literal texts that are taken out before the search, each with its reason.
ALLOWED = {
    "Domestic Abuse": "proper names of help lines, and not of what a person uses",
    "Domestic and Sexual Abuse": "the proper name of a help line",
    "DSD Substance Abuse Helpline": "the proper name of a help line",
    "no counselling": "part of what a shipped line is called, as it was looked up",
    "If you missed days, ask them before your next dose": "of medicine, word for word",
    "a trained counsellor": "of a line in New Zealand, in the spelling used there",
}
# Files whose texts no person sees, or that hold the words of those who publish lists of meetings.
UNSEEN = ("writers/records/", "readers/", "store/schema.py", "store/rows.py", "data/type_codes.py")
SQL = re.compile(r"\s*(INSERT|UPDATE|SELECT|DELETE|CREATE)\b")
# Single words that are Python's or JSON's, in files that also speak.
WORDS_OF_CODE = frozenset({"programme", "reset", "user"})

EXAMPLE_NUMBER = re.compile(r"555[- .]?01\d\d")
MARKED = re.compile(r"\b(example|like|such as)\b", re.IGNORECASE)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give every string of a module but its docstrings, with its line; of f-strings the words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first = node.body[0] if node.body else None
            # The docstring of a command is its help, and is seen.
            command = isinstance(node, ast.FunctionDef) and any(
                "command" in ast.dump(one) or "callback" in ast.dump(one)
                for one in node.decorator_list
            )
            if isinstance(first, ast.Expr) and not command:
                unseen.add(id(first.value))
        if isinstance(node, ast.JoinedStr):
            unseen |= {id(part) for part in node.values}
            parts = [one.value if isinstance(one, ast.Constant) else "{}" for one in node.values]
            yield node.lineno, "".join(map(str, parts))
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and isinstance(node, ast.Constant) and id(node) not in unseen:
            yield node.lineno, said


def shipped() -> Iterator[tuple[str, str]]:
    """Give all that the source can say: the place and the text."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(UNSEEN):
            for line, text in texts(path):
                yield f"{name}:{line}", text
    lists = json.loads((SOURCE / "data" / "helplines.json").read_text(encoding="utf-8"))
    for row in lists["lines"]:
        for field in ("name", "for"):
            yield f"helplines.json {row['c']}", str(row.get(field) or "")


def wrong(text: str) -> list[str]:
    """Return what is said in `text` that must not be."""
    if text in WORDS_OF_CODE or SQL.match(text):
        return []
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [
        f"{found[0]!r} ({why})"
        for shape, why in NEVER.items()
        if (found := re.search(shape, text, re.IGNORECASE))
    ]


def test_the_search_finds_what_it_is_for() -> None:
    for said in ("You failed.", "A streak of 3", "Well done!", "substance abuse", "You must go."):
        assert wrong(said), said
    assert not wrong("National Domestic Abuse Helpline")


def test_no_text_of_the_source_breaks_the_rules() -> None:
    assert [f"{place}: {found}" for place, text in shipped() for found in wrong(text)] == []


def test_every_allowance_is_needed() -> None:
    said = "\n".join(text for _, text in shipped())
    assert [text for text in ALLOWED if text not in said] == []


def test_example_numbers_stand_only_in_marked_examples() -> None:
    for place, text in shipped():
        assert not EXAMPLE_NUMBER.search(text) or MARKED.search(text), f"{place}: {text}"
    for path in SOURCE.rglob("*"):
        if path.suffix not in {".py", ".pyc"} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")  # fonts are no text
            assert not EXAMPLE_NUMBER.search(text), path


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
    "care",
    "care|--stopping|yes|--going-back|yes|--mood|yes|--home|yes",
    "care|--stopping|no|--going-back|no|--mood|no|--home|no",
    "support",
    "support|list",
    "support|show|rides",
    "reason|list",
    "reason|show|1",
    "family|page",
    "family|page|--all",
    "help",
    "help|first-meeting",
    "help|peer-support",
    "help|privacy",
    "help|when",
    "history",
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
    "family|page|--text|x",
    "help|peers",
    "erase",
    "export",
)


def tour(run: Run, about: str) -> dict[str, str]:
    """Walk through the program as somebody whom `about` is about; what each command said."""
    lines = ("", *LOOK, SETUP.format(about=about), *LOOK, *FILL, *LOOK, *END, *LOOK, *WRONG)
    said: dict[str, str] = {}
    for number, line in enumerate((*lines, "erase|--yes", "now")):
        result = run(*[part for part in line.split("|") if part])
        said[f"{number} {line}"] = f"{result.out}\n{result.err}"
    return said


def test_nothing_on_a_tour_breaks_the_rules(run: Run) -> None:
    said = tour(run, "drugs")
    found = [f"{line}: {one}" for line, text in said.items() for one in wrong(text)]
    assert found == []


@pytest.mark.parametrize("about", ["alcohol", "gambling"])
def test_naloxone_is_not_spoken_of_where_only_that_was_named(run: Run, about: str) -> None:
    after_setup = False
    for line, text in tour(run, about).items():
        if "erase" in line:
            break  # nothing is known again
        assert not (after_setup and "naloxone" in text.lower()), line
        after_setup = after_setup or "|--about|" in line


def test_naloxone_is_spoken_of_elsewhere(run: Run) -> None:
    for about in ("drugs", "other"):
        run(*SETUP.format(about=about).split("|"))
        assert "naloxone" in run("now").out
        assert "Naloxone" in run("step", "list", "--ideas").out


WITHDRAWAL = (
    "If you drink heavily every day, or take benzodiazepines, GHB/GBL or other sedatives, don't"
    " stop suddenly on your own. If you are pregnant and use opioids, get care before stopping. Get"
    " medical advice first. Shaking that gets worse, confusion, seeing things, or a seizure:"
    " emergency care now."
)
NOBODY_YET = (
    "Having nobody to call yet is a common place to start, not a flaw. One person, one number, one"
    " check-in is enough to begin."
)
FIRST_MEETING = (
    (
        "The first meeting is often the hardest, because everything is new. You can just listen:"
        " listening is participating. Saying \"I'm here to learn\" is enough. You needn't have"
        " stopped; if you've used today, come when you can take part safely. Share only what you'd"
        " be all right with others hearing. Arrive a little early, leave a bit late: the informal"
        " hellos are where connection begins. One number is plenty. Relief can come after one"
        " meeting; routine and friendships take weeks to months."
    ),
    "Online or in person: the best format is the one you'll attend.",
    "You could tell one person you're going.",
)
UNSAFE = (
    "You noticed something was not right. Trust that. You don't owe this group another visit.",
    "If someone hurt, threatened or pressured you: 911, or 988",
    "You can tell the group's local office, only if you want to. Nothing was sent to anyone.",
)
NOW = (
    (
        "If someone can't be woken, isn't breathing normally, is having a seizure, has taken too"
        " much, or you might act on thoughts of suicide: call 911 now."
    ),
    "Can't speak? Try texting 911.",
    (
        "If it could be an overdose: give naloxone if you have it. It won't harm them if it was"
        " something else. Stay with them and follow what 911 tells you."
    ),
    "988: call or text, any hour. For suicide, mental health or substance use crises.",
    "Sam",
    "Outside the hours they gave; you can still try:",
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


def spoken(text: str) -> str:
    """Return a text with its line breaks as spaces."""
    return " ".join(text.split())


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
    assert told == {"setup", "lapse", "care"}
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
    after(said, (NOBODY_YET, "Could I call you about 8:30 pm on hard evenings, up to two a week?"))
    assert "No is fine." in said


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
        "whoever uses this account of the computer can read it all",
        "not encrypted",
        "recoverplan erase",
        "A name or nickname",
    ):
        talk.wait_for(said)
    assert talk.interrupt()[0] == 130
