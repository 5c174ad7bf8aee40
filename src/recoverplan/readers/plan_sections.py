"""Which part of a plan each of its sections is: by its heading, its lines, and its place.

Plans keep the order of the parts, or nearly so; what a heading leaves open, the sections around it
and what its own lines speak of decide. All of them are weighed at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoverplan.data import plan_words as known
from recoverplan.domain.extent import LINE
from recoverplan.domain.safety import PARTS, PEOPLE, REASONS
from recoverplan.readers.plan_people import (
    EMERGENCY,
    EXACT,
    KEYWORD,
    OTHER,
    PEOPLE_NOUN,
    Found,
    bare,
    own_person,
    person_in,
    sums_of,
)

ORDER = (*PARTS, REASONS)
# Weights, in those of the words of headings (data/plan_words.py).
READ = 1.0  # the part that the reading of the headings one by one found
SPOKEN = 4.0  # every line speaks of the part
UNCLEAR = 2.0  # what a section of no known part must be worth to be placed
PARAGRAPH, SEVERAL = 15, 4  # words; of them, to be a plan without headings
NEXT, SAME, BACK = 1.5, 0.5, -0.5  # the part after the one before, the same one, an earlier one

CLINICAL = re.compile(rf"(?i)\b(?:{known.CLINICAL}|{known.LINE}|{known.SERVICES})\b")
FAMILY = re.compile(rf"(?i)\b(?:{known.FAMILY}|{known.SPONSOR})\b")
# Numbers that are free to call, or short, are those of services.
OF_A_SERVICE = re.compile(
    r"(?<![\w-])(?:(?:\+?1[ .-])?\(?8(?:00|88|77|66|55|44|33)\)?[ .-]\d|080[08] ?\d|1[38]00 \d|"
    r"116[ -]?\d{3}\b|13 ?\d\d ?\d\d\b)"
)
SAID = {part: re.compile(rf"(?i)\b(?:{words})\b") for part, words in known.CONTENT_WORDS.items()}


class PlanLine(NamedTuple):
    """A line as it would be kept, and where it would go: one of PARTS, REASONS; None: left out.

    `person`: whom it names with a way to reach them. `form`: it belongs to the form, not the plan;
    `heading`: it was read as the heading of those after it.
    """

    text: str
    part: str | None
    person: Found | None = None
    form: bool = False
    heading: bool = False


@dataclass(slots=True)
class Section:
    """A heading and the lines below it; `named` is what the heading names, a part or OTHER."""

    heading: str
    named: str | None
    lines: list[PlanLine] = field(default_factory=list)

    @property
    def items(self) -> list[PlanLine]:
        """Return what stands below the heading."""
        return [line for line in self.lines if not line.heading and line.text != self.heading]


def filled_in(sections: list[Section]) -> list[Section]:
    """Place each section in its likeliest part."""
    headed = [each for each in sections if each.heading and each.items]
    paragraphs = [each for each in sections if any(map(is_paragraph, each.items))]
    weighed = headed or (paragraphs if len(paragraphs) >= SEVERAL else [])
    unclear = UNCLEAR if headed else 0.0
    found = likeliest([weights(each, unclear) for each in weighed])
    left = set(ORDER) - set(found)
    only = left.pop() if len(left) == found.count(None) == 1 else None  # the one left for it
    for section, part in zip(weighed, found, strict=True):
        named = part or only
        if named is not None and named != section.named:
            place_in(section, named)
    return sections


def is_paragraph(line: PlanLine) -> bool:
    """Tell whether a line says so much that it is no title, and no signature."""
    return not line.form and len(line.text.split()) >= PARAGRAPH


def weights(section: Section, unclear: float = UNCLEAR) -> dict[str | None, float]:
    """Return what speaks for each part, for OTHER, and for none that is known (None)."""
    heading = sums_of(bare(section.heading))
    said = [line.text for line in section.items if not line.form]
    content = shares(said)
    found: dict[str | None, float] = {None: unclear if section.named is None else 0.0}
    for part in (*ORDER, OTHER):
        read = READ if part == section.named else 0.0
        found[part] = heading.get(part, 0) + SPOKEN * content.get(part, 0.0) + read
    if (
        len(said) > 1
        and all(map(is_professional, said))
        and not PEOPLE_NOUN.search(section.heading)
    ):
        # Who to talk to may be lines to call alone, whatever their heading calls them, unless it
        # says that people are below it.
        found["professionals"] += found["people"]
    if section.named and EXACT in heading.values():
        found[section.named] = EXACT
    return found


def likeliest(weighed: Sequence[Mapping[str | None, float]]) -> list[str | None]:
    """Return the parts of sections in a row that weigh most, with the order they make."""
    # By the last part that was named: how much it weighs to come there, and the parts on the way.
    ways: dict[str | None, tuple[float, list[str | None]]] = {None: (0.0, [])}
    for weights_here in weighed:
        further: dict[str | None, tuple[float, list[str | None]]] = {}
        for last, (so_far, way) in ways.items():
            for part, weight in weights_here.items():
                now = part if part in ORDER else last
                total = so_far + weight + order_of(last, part)
                if now not in further or total > further[now][0]:
                    further[now] = (total, [*way, part])
        ways = further
    return max(ways.values(), key=lambda way: way[0])[1]


def order_of(last: str | None, part: str | None) -> float:
    """Return what it weighs that one part comes after another; None for the beginning."""
    if part not in ORDER:
        return 0.0
    apart = ORDER.index(part) - (ORDER.index(last) if last else -1)
    if apart == 1:
        return NEXT
    return SAME if apart == 0 else BACK if apart < 0 else 0.0


def place_in(section: Section, part: str) -> None:
    """Place the lines of a section in a part; its heading is one."""
    section.lines = [
        line
        if line.form
        else line._replace(heading=True)
        if line.heading or line.text == section.heading
        else placed_in(line, part)
        for line in section.lines
    ]
    section.named = part


def placed_in(line: PlanLine, part: str) -> PlanLine:
    """Return a line in a part, with the person it names there."""
    named = part in PEOPLE and len(line.text) <= LINE
    person = own_person(line.text, part) or person_in(line.text, part) if named else None
    return line._replace(part=part, person=person)


# What lines say by themselves, where their heading says nothing, or names two parts at once.


def is_professional(text: str) -> bool:
    """Tell whether a line names a service, a line to call or somebody whose work it is."""
    return any(pattern.search(text) for pattern in (CLINICAL, EMERGENCY, KEYWORD, OF_A_SERVICE))


def is_personal(text: str) -> bool:
    """Tell whether a line names somebody of one's own with a number, or as who they are."""
    if is_professional(text):
        return False
    return person_in(text, "people") is not None or FAMILY.search(text) is not None


def of_two(text: str, usual: str, other: str) -> str:
    """Return which of two parts a line belongs to, both of which its heading names."""
    if "professionals" in (usual, other):
        own = other if usual == "professionals" else usual
        return "professionals" if is_professional(text) else own
    for part in (other, usual):
        if SAID[part].search(text):
            return part
    return usual


def shares(texts: Sequence[str]) -> dict[str, float]:
    """Return of each part how many of the lines speak of it, from 0 for none to 1 for all."""
    if not texts:
        return {}
    found = {part: sum(map(bool, map(said.search, texts))) for part, said in SAID.items()}
    found["professionals"] = sum(map(is_professional, texts))
    found["people"] = sum(map(is_personal, texts))
    return {part: count / len(texts) for part, count in found.items()}
