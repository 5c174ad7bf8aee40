"""The rules of the voice: what must never be said, with why, and what is allowed nevertheless."""

from __future__ import annotations

import re
from typing import NamedTuple


class Never(NamedTuple):
    """A shape that must not be said, why, what it catches, and what is near it and harmless."""

    shape: str
    why: str
    caught: tuple[str, ...]
    harmless: tuple[str, ...] = ()


NEVER = (
    Never(
        r"\b(clean|dirty)\b(?!,? green)",
        "a verdict on a person",
        ("clean for a year", "a dirty test"),
        ("to clear it",),
    ),
    Never(
        r"\b(addict(s|ed)?|alcoholics?|junkies?|junky|drunks?|users?)\b",
        "a person is not a condition",
        (
            "an addict",
            "Alcoholics",
            "a junkie",
            "Are you an alcoholic?",
            "drug users",
            "junky",
            "drunks",
        ),
        ("used or drank", "Al-Anon", "a clinician for addiction"),
    ),
    Never(
        r"\b(failed|failures?)\b|\byou fail\b|\bgave up\b",
        "nobody fails here",
        ("You failed.", "a failure", "if you fail", "you gave up"),
    ),
    Never(
        r"\brelaps\w*",
        "a verdict: say lapse, or return to use",
        ("Relapse", "relapsed"),
        ("lapse",),
    ),
    Never(r"\babus\w*", "of what a person uses", ("substance abuse", "abusing it")),
    Never(
        r"\bstreaks?\b|\bbadges?\b|\bconfetti\b|\btrophy\b|\bscores?\b",
        "nothing is counted up",
        ("a streak of 3", "You earned a badge", "confetti", "a trophy", "your score"),
    ),
    Never(
        r"\bback to (zero|day one|square one)\b|\bday one again\b|(?<!-)\bresets?\b",
        "nothing is counted down",
        (
            "back to zero",
            "back to day one",
            "back to square one",
            "day one again",
            "your count resets",
        ),
    ),
    Never(
        r"\bonly you can\b|\bnon-?complian\w+|\brefus(ed|es|ing) (help|care|treatment)\b"
        r"|\bno excuses?\b|\byour (own )?fault\b",
        "blame",
        (
            "Only you can stop.",
            "non-compliant",
            "noncompliance",
            "refused help",
            "refuses care",
            "No excuses",
            "your own fault",
        ),
        ("you can", "a number that was refused"),
    ),
    Never(
        r"\boverdue\b|\bused up\b|\bmissed\b|\bcounts? for nothing\b",
        "nobody owes anything",
        ("two tries overdue", "Sam is used up", "You missed a meeting.", "It counts for nothing."),
        ("missing", "used"),
    ),
    Never(
        r"\bcravings?( \w+){0,2} pass(es)?\b|\burges?( \w+){0,2} pass(es)?\b"
        r"|\bguarantee\w*|\bprevents?\b",
        "a promise",
        ("Cravings pass in 15 minutes.", "an urge will pass", "guaranteed", "prevents lapses"),
        ("urges of last week",),
    ),
    Never(
        r"\bwill (surely |really )?(help|work|heal|fix)\b|\b(helps|works) everyone\b",
        "a promise",
        ("It will help.", "This will work", "It will really help you", "it helps everyone"),
        ("What would help tonight?", "What helps", "Will you be there?"),
    ),
    Never(
        r"\bpredict(s|ed|ion)?\b|\bcures?\b|\bat (high |higher )?risk\b|\brisk of\b|\blikely to\b",
        "a prediction",
        (
            "at risk of relapse",
            "You are at high risk.",
            "a risk of lapses",
            "likely to use",
            "it predicts",
            "cures",
        ),
        ("at rest",),
    ),
    Never(
        r"\byou('ll| will) (be|feel|recover|succeed|stop|get)\b|\bit (will )?gets? better\b",
        "a promise",
        ("You will recover.", "you'll feel better", "It gets better."),
        ("the one you'll attend",),
    ),
    Never(
        r"\bdisorder\b|\bdiagnos\w+|\bdependen(t|ce|cy)\b|\bsevere(ly)?\b",
        "a diagnosis",
        ("use disorder", "a diagnosis", "alcohol dependence", "severe"),
    ),
    Never(
        r"\byou (must|should|have to|ought to|need to)\b|\bshould have\b|\bshouldn't have\b",
        "an order, or a reproach",
        (
            "You must go.",
            "You should have called.",
            "you ought to",
            "shouldn't have",
            "It should have gone",
            "you have to",
        ),
        ("You could ask.", "what should it be called"),
    ),
    Never(
        r"\b(more|left) to go\b|\bfinish (your|its|the) tries\b|\bkeep going back\b",
        "urging back to a group",
        ("2 more to go", "finish the tries", "Keep going back"),
        ("Still to decide",),
    ),
    Never(
        r"\bcommit(ted|s)? suicide\b", "say die by suicide", ("committed suicide",), ("suicide",)
    ),
    Never(r"\brisk[ -]windows?\b", "on screens they are hard hours", ("your risk windows",)),
    Never(r"(?<!-)\bprogrammes?\b", "on screens it is a program", ("the programme",)),
    Never(
        r"\bcounsell\w+|\blicen[c]e\b|\bcolour\w*|\bcentre\b|\brandomis\w+",
        "US English",
        ("a counsellor", "a licence", "without colour", "in the centre"),
        ("a counselor", "center"),
    ),
    Never(
        r"\bnumbers? (were |are )?checked\b|\bverified\b",
        "numbers are of a month, never checked",
        ("numbers checked in May", "verified"),
        ("numbers of May",),
    ),
    Never(
        r"[\w)]!(?![\w\[(=])",
        "calm: no exclamation marks",
        ("Well done!", "Hello! Again", "3 days!"),
        ("a != b", "![picture](x.png)"),
    ),
)

# Literal texts that are taken out before the search, each with its reason.
ALLOWED = {
    "Domestic Abuse": "proper names of help lines, and not of what a person uses",
    "Domestic and Sexual Abuse": "the proper name of a help line",
    "DSD Substance Abuse Helpline": "the proper name of a help line",
    "no counselling": "part of what a shipped line is called, as it was looked up",
    "the next dose if you missed days": "of medicine, word for word",
    "If you missed days, ask before the next dose": "of medicine",
    "issed days, and other questions about medicine": "the title of a topic",
    "Violence Command Centre": "the proper name of a help line",
    "/run/user/": "a folder of systemd's",
    "--user": "an option of systemd's",
    "reset-failed": "a command of systemd's",
    "a trained counsellor": "of a line in New Zealand, in the spelling used there",
}

EXAMPLE_NUMBER = re.compile(r"555[- .]?01\d\d")
MARKED = re.compile(r"\b(example|like|such as)\b", re.IGNORECASE)


def wrong(text: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """Return what is said in `text` that must not be."""
    text = " ".join(text.split())
    for each in (*ALLOWED, *allowed):
        text = text.replace(each, "")
    return [
        f"{found[0]!r} ({never.why})"
        for never in NEVER
        if (found := re.search(never.shape, text, re.IGNORECASE))
    ]
