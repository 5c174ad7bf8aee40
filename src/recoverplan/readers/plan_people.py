"""Somebody to call out of a line of a plan: a name, a number, and who they may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from recoverplan.data import plan_words as known
from recoverplan.domain.dialing import is_number
from recoverplan.domain.naming import folded
from recoverplan.domain.safety import REASONS, Ways, reached
from recoverplan.domain.schedule import Hours
from recoverplan.domain.text import digits_of
from recoverplan.words import safety as words

STEP = re.compile(
    r"(?i)\A\s*(?:(?:step|part|section|stage|box|page|q)\s*(?:\d{1,2}|one|two|three|four|five|six|"
    r"seven|eight)|[A-H1-9]|[ivx]{1,4})\s*[:.)>–—-]\s+"
)
DASH = re.compile(r"\s+[-–—]\s+")
COUNT = re.compile(r"\s*\(\d+\)\s*\Z")
HEADINGS = {folded(said): part for part, said in words.HEADINGS.items()}
HEADINGS[folded(words.REASONS)] = REASONS
EXACT, SURE, LIKELY = 99, 3, 2  # of a heading's meaning
OTHER = "other"  # what forms ask besides: medicines, wishes, how others can help
NAMES_PEOPLE = {"people", "professionals"}
ON_MY_OWN = {"alone", "places"}
PEOPLE_NOUN = re.compile(
    r"(?i)\b(?:people|persons?|folks?|humans?|friends?|famil\w*|loved ones|ppl)\b"
)
PATTERNS = {
    part: [(re.compile(rf"(?:\b|\A)(?:{pattern})"), weight) for pattern, weight in listed]
    for part, listed in known.HEADING_WORDS.items()
}


@lru_cache(maxsize=4096)  # each line is asked about several times
def sums_of(text: str) -> Mapping[str, int]:
    """Return how much a heading says of each part, but for those it says nothing of."""
    said = re.sub(
        r"\bmy (own )?plan\b|\bsafety plan\b", " ", folded(text).replace("’", "'").replace("_", " ")
    )
    for short, full in known.CHAT:
        said = re.sub(rf"(?<!\w){short}(?!\w)", full, said)
    exact = HEADINGS.get(folded(text).rstrip(":"))
    if exact:
        return {exact: EXACT}
    # What stands in brackets explains; it counts where the rest says nothing.
    outside = re.sub(r"\([^()]*\)", " ", said)
    for each in dict.fromkeys((outside, said)):
        sums = {
            part: sum(weight for pattern, weight in listed if pattern.search(each))
            for part, listed in PATTERNS.items()
        }
        if any(sums.values()):
            return {part: found for part, found in sums.items() if found}
    return {}


def best(text: str) -> tuple[str | None, int]:
    """Return the part that a heading most likely means, and how sure that is; (None, 0): none.

    It may be OTHER, which is no part of a plan.
    """
    sums = sums_of(text)
    part = max(sums, key=sums.__getitem__, default=None)
    return (part, sums[part]) if part else (None, 0)


def also(text: str, part: str) -> str | None:
    """Return the second part that a heading names: people and lines, alone or with others."""
    sums = sums_of(text)
    if part in NAMES_PEOPLE and PEOPLE_NOUN.search(text):
        (second,) = NAMES_PEOPLE - {part}
        return second if sums.get(second, 0) >= LIKELY else None
    if part in ON_MY_OWN and re.search(r"(?i)\b(?:or|and)\b|[&/]", text):
        (second,) = ON_MY_OWN - {part}
        return second if min(sums.get(one, 0) for one in ON_MY_OWN) >= LIKELY else None
    return None


def bare(text: str) -> str:
    """Return a heading without its number, its count and its colon."""
    text = COUNT.sub("", STEP.sub("", text, count=1))
    return text.strip(" :*_#").strip()


def halves(text: str) -> tuple[str, str]:
    """Return what stands before and behind a colon or a dash, whichever is first.

    "" is behind where there is neither.
    """
    before, _, after = text.partition(":")
    dash = DASH.search(text)
    if dash is not None and dash.start() < len(before):
        before, after = text[: dash.start()], text[dash.end() :]
    return before, after.strip()


NUMBER = re.compile(
    # "555-0134 (6-9)" is a number, and hours behind it.
    r"(?<![\w/$£€.])(?:\+?\(?\d(?:(?!\(\d\d? ?[-–])[\d ()\-.–‑]){4,}\d"
    r"(?:\s*(?:x|ext\.?)\s*\d{1,6})?|\d{3})(?![\w/%])"
)
EMERGENCY = re.compile(r"(?<!\d)(?:911|999|112|000)(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
OF_A_STREET = re.compile(
    r" (?!(?i:press|option|text|or|and|any|for|if|call)\b)[A-Z][\w'’]+ [A-Z]\w+"
)
LEAST, MOST = 5, 15  # digits
MOST_NAME = 6  # words; what is longer is a sentence that someone is named in
MOST_ASIDE = 4  # words that are said beside a name: "after 6"
LABEL = re.compile(rf"(?i)(?<![\w'])(?:{known.FIELDS})\s?#?\s?:\s*")
RELATION = re.compile(r"(?i)[\s,;(]*\brelation(?:ship)?\s*:\s*([\w -]+?)\s*\)?\Z")
AT_THE_END = re.compile(
    r"(?i)(?:[\s(,;:.–—-]*\b(?:telephone|tel|phone|mobile|mob|cell|number|no|on|at|freephone|call|text|"
    r"ring|dial|or|#)[.:]?)+\s*\Z"
)
AT_THE_START = re.compile(r"(?i)(?:(?:then|and|also|or|first|next|call|ring|text|phone)\b[\s,:]*)+")
ROLE_FIRST = re.compile(r"([^:]{2,40}?)\s*:\s*(\S.*)")
SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?] ")
VERB = re.compile(r" (?:is|are|who|has|can|will|lets|lives|knows|says|said|always|usually) ")
NO_NAME = re.compile(
    r"(?i)(?:(?:call|or|text|ring|dial|phone|press|then|and|to|the|option|on)\b\s*)*"
)
KEYWORD = re.compile(r"(?i)\btext +[\w'\" ]+ +to +\d{5,6}\b")
EDGES = " \t,;:|–—-•·./"
SMALL = re.compile(rf"(?i)(?:my|our|from|the|of|at|and|de|van|von|{known.FAMILY})\Z")
# As the program writes it itself: "Sam, call 555-0114 or text 555-0115".
OWN = re.compile(r"(.+?), ((?:call or text|call|text|email|other way:) .+)")
BOTH = words.BOTH.format(value="")
OWN_SPLIT = re.compile(r"(?<!call) or (?=(?:call|text|email) |other way: )")


class Found(NamedTuple):
    """A person or a line, and how to reach them, and when. `role` is the likeliest.

    `more`: the line says more than that, so it is worth a step of its own too.
    """

    name: str
    ways: Ways
    role: str
    more: bool = False
    hours: tuple[Hours, ...] = ()


def own_person(text: str, part: str) -> Found | None:
    """Return whom a line names that this program wrote, None where it is no such line."""
    match = OWN.fullmatch(text)
    if match is None:
        return None
    for name, rest in divisions(text):
        ways: list[tuple[str, str]] = []
        for piece in OWN_SPLIT.split(rest):
            if piece.startswith(BOTH):
                value = piece.removeprefix(BOTH)
                ways += [("call", value), ("text", value)]
            else:
                way, _, value = piece.partition(" ")
                if way == "other":
                    way, value = "other", piece.removeprefix("other way: ")
                ways.append((way, value))
        once = len({way for way, _ in ways}) == len(ways)
        numbers = all(number_of(value) for way, value in ways if way in ("call", "text"))
        if once and numbers and reached(name, ways).text == text:
            return Found(name, tuple(ways), role_of(name, ways, part))
    return None


def divisions(text: str) -> list[tuple[str, str]]:
    """Return each way to divide a line into a name and ways, the longest name first."""
    places = [found.start() for found in re.finditer(r", (?:call|text|email|other way:)", text)]
    return [(text[:place], text[place + 2 :]) for place in reversed(places) if place]


def number_of(value: str) -> bool:
    """Tell whether a value is a number, or a word to send to one."""
    return is_number(value) or KEYWORD.fullmatch(f"text {value}") is not None


def person_in(text: str, part: str) -> Found | None:
    """Return whom a line of any plan names with a number or an address, None for nobody."""
    numbers = [
        match
        for match in NUMBER.finditer(text)
        if fits(match[0], part) and not OF_A_STREET.match(text, match.end())
    ]
    addresses = list(EMAIL.finditer(text))
    spans = [*numbers, *addresses]
    # More than two numbers are a list, and a keyword is sent to a line: neither is somebody.
    if not spans or len(numbers) > 2 or KEYWORD.search(text):
        return None
    first = min(match.start() for match in spans)
    last = max(match.end() for match in spans)
    name, more = name_in(without_fields(text[:first]))
    if not name or EMERGENCY.search(text[first:last]):
        return None
    after = text[last:].strip(EDGES + "()")
    if after and len(after.split()) <= MOST_ASIDE and not more:
        name = f"{name} ({after})"
    elif after:
        more = True
    if part == "places" and (more or not all(map(is_of_a_name, name.split()))):
        return None
    values = [balanced(match[0].strip(" .-–")) for match in numbers]
    ways = ways_of(values, [one[0] for one in addresses], text)
    return Found(name, ways, role_of(text[:first] + after, ways, part), more)


def balanced(number: str) -> str:
    """Return a number without a bracket that was opened for more than its area code."""
    return number if ")" in number else number.lstrip("(")


def without_fields(text: str) -> str:
    """Return what stands before a number without the names of a form's fields."""
    bare = AT_THE_END.sub("", text).strip(EDGES)
    bare = LABEL.sub("", RELATION.sub(r" (\1)", bare))
    bare = AT_THE_START.sub("", bare, count=1) if AT_THE_START.match(bare) else bare
    return bare.removesuffix("(").strip(EDGES)


def is_of_a_name(word: str) -> bool:
    """Tell whether a word may be part of a name: a capital, a bracket, "my", "sister"."""
    return not word[0].islower() or SMALL.match(word.strip("(),.'")) is not None


def fits(number: str, part: str) -> bool:
    """Tell whether digits are a number to call: short ones only where lines are named."""
    count = len(digits_of(number))
    return LEAST <= count <= MOST or (count == 3 and part == "professionals")


def ways_of(numbers: list[str], addresses: list[str], text: str) -> Ways:
    """Return how to reach somebody; "text first" makes a number one for messages."""
    texts = re.search(r"(?i)\btext(s|ing)?\b", text) and not re.search(r"(?i)\bcall|ring\b", text)
    ways = [("text" if texts else "call", numbers[0])] if numbers else []
    if len(numbers) > 1:
        ways.append(("call" if texts else "text", numbers[1]))
    return (*ways, *(("email", one) for one in addresses[:1]))


def name_in(text: str) -> tuple[str, bool]:
    """Return the name in what stands beside a number, and whether more than that is said there.

    "Therapist: Kofi" is Kofi (Therapist). In a sentence it is what stands before the first comma,
    else the words with capitals at its beginning; "" where there is none.
    """
    if NO_NAME.fullmatch(text) or not set(re.findall(r"\w+", folded(text))) - known.FIELD_NAMES:
        return "", False
    said_words = re.sub(r"\([^()]*\)", "", text).split()
    if len(said_words) <= MOST_NAME and not SENTENCE.search(text) and not VERB.search(text):
        said = ROLE_FIRST.fullmatch(text)
        if said:
            return f"{said[2]} ({said[1]})", False
        name, comma, aside = text.partition(", ")
        return (f"{name} ({aside})" if comma and "(" not in aside else text), False
    before = VERB.split(text.partition(", ")[0])[0]
    if len(before.split()) <= MOST_NAME and re.search("[A-Z]", before):
        return before.strip(EDGES), True
    run = re.match(r"(?:[A-Z][\w'’-]+ ?){1,3}", text)
    return (run[0].strip(EDGES), True) if run else ("", True)


def role_of(said: str, ways: Iterable[tuple[str, str]], part: str) -> str:
    """Return who somebody most likely is: of ROLES."""

    def has(pattern: str) -> bool:
        return re.search(rf"(?i)\b(?:{pattern})\b", said) is not None

    if part == "professionals":
        short = any(len(digits_of(value)) <= 6 for way, value in ways if way in ("call", "text"))
        return "line" if has(known.LINE) or (short and not has(known.CLINICAL)) else "clinical"
    if has(known.SPONSOR):
        return "sponsor"
    if has(known.PEER):
        return "peer"
    return "family"
