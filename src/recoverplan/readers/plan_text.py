"""Text of a safety plan made elsewhere, line by line: where each of them would go.

Nothing is thrown away: a line that belongs to the form, or that fits nowhere, is among those that
are left out. Plans come pasted, from a phone, or out of a PDF: with bullets, numbers, boxes to
tick, tables, headings in any wording, and lines broken where the paper ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import wrap

from recoverplan.data import plan_words as known
from recoverplan.domain.extent import LINE
from recoverplan.domain.naming import folded
from recoverplan.domain.safety import PARTS, PEOPLE
from recoverplan.domain.text import clean
from recoverplan.readers.plan_lines import (
    Raw,
    has_number,
    heading_cell,
    is_form,
    raws,
    tables_of,
    without_senders,
)
from recoverplan.readers.plan_people import (
    EXACT,
    HEADINGS,
    LIKELY,
    NAMES_PEOPLE,
    OTHER,
    STEP,
    SURE,
    also,
    bare,
    best,
    halves,
    own_person,
)
from recoverplan.readers.plan_sections import ORDER, PlanLine, Section, filled_in, of_two, placed_in
from recoverplan.words import safety as words

FRONT = re.compile(rf"(?i)(?:{'|'.join(known.FRONT_WORDS)})")
PROMPT = re.compile(r"(?i)\(.*\)|(the|things|who|what|list|write|e\.g|include|people)\b")
TO_YOU = re.compile(
    r"(?i)\(.*\)|[^\"“]*\b(?:you|your|yourself)\b.*[.?:!]|"
    r"(?:write( down)?|list|describe|think (?:of|about)|fill in|circle|tick|name)\b.*"
    r"\b(?:what|who|things|people|places|any|anything|someone)\b.*[.:]"
)
MOST_WORDS, MOST_LEADING = 30, 9  # of a heading; of one with more behind it


def read_plan(text: str) -> list[PlanLine]:
    """Return every line of a plan in its order, headings too."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    rows = text.split("\n")
    if is_own(rows):
        return list(own_lines(rows))
    lines = raws("\n".join(without_senders(rows)))
    found = Reading(lines).sections()
    if not any(each.named in ORDER for each in found):
        found = paragraphs(lines)
    found = filled_in(found)
    return [part for section in found for line in section.lines for part in in_pieces(line)]


def in_pieces(line: PlanLine) -> list[PlanLine]:
    """Return a line as it is, or one that is longer than any text may be as several."""
    if len(line.text) <= LINE:
        return [line]
    return [line._replace(text=piece, person=None) for piece in wrap(line.text, LINE)]


def paragraphs(lines: Sequence[Raw]) -> list[Section]:
    """Return the paragraphs of a text without headings, each as a section."""
    starts = [place for place, raw in enumerate(lines) if raw.first or not place]
    told = [lines[one:two] for one, two in pairwise([*starts, len(lines)])]
    return [
        Section("", None, [PlanLine(text, None, form=is_form(text))])
        for each in told
        for text in [" ".join(raw.text for raw in each)]
    ]


def is_own(rows: Sequence[str]) -> bool:
    """Tell whether this program wrote it: its own six headings, each line with a dash."""
    plain = [clean(row) for row in rows if row.strip() and not row.startswith("- ")]
    asked = set(words.INVITATIONS.values())
    parts = [HEADINGS[folded(row)] for row in plain[1:] if folded(row) in HEADINGS]
    others = [row for row in plain[1:] if folded(row) not in HEADINGS and row not in asked]
    return tuple(parts[: len(PARTS)]) == PARTS and not others


def own_lines(rows: Sequence[str]) -> Iterator[PlanLine]:
    """Yield the lines of a plan that this program wrote, word for word."""
    part = None
    for row in rows:
        if row.startswith("- "):
            text = clean(row[2:])
            yield PlanLine(text, part, own_person(text, part or ""))
        else:
            part = HEADINGS.get(folded(row), part)


def is_own_heading(raw: Raw) -> bool:
    """Tell whether a line is one of this program's own headings."""
    return not raw.mark and best(bare(raw.text))[1] == EXACT


class Reading:
    """Lines read one after the other; the part that the last heading named holds until the next."""

    def __init__(self, lines: Sequence[Raw]) -> None:
        self.raws = lines
        self.part: str | None = None
        self.second: str | None = None  # another part that the open heading names too
        self.level = 0  # how deep the open heading is
        self.found = [Section("", None)]
        self.begun = False
        self.aside = False  # in a paragraph that belongs to none of the parts
        numbered = [n for n, raw in enumerate(lines) if raw.mark == "1"]
        alone = [n for n in numbered if n + 1 < len(lines) and lines[n + 1].mark != "1"]
        # Where what follows a number has none, the numbers are those of headings.
        heads = [raw for raw in lines if self.heads(raw)]
        # Where most lines are a heading with what belongs under it, one may have a number too.
        self.all_inline = len(heads) > 3 and len(heads) * 3 >= len(lines) * 2
        self.headings_numbered = len(alone) > 1 and len(alone) * 3 >= len(numbered) * 2
        self.in_paragraphs = self.all_headed()
        self.bulleted = sum(raw.mark == "-" for raw in lines) * 4 > len(lines)
        self.tables = tables_of(lines)

    def all_headed(self) -> bool:
        """Tell whether each part is a paragraph with its heading as the first line."""
        longer = [
            raw
            for raw, below in zip(self.raws, self.raws[1:], strict=False)
            if raw.first and not below.first and not self.is_front(raw)
        ]
        headed = [raw for raw in longer if not raw.cells and best(bare(raw.text))[1] >= LIKELY]
        return len(headed) > 2 and len(headed) * 5 >= len(longer) * 3

    def sections(self) -> list[Section]:
        """Return every line, under the headings."""
        for place, raw in enumerate(self.raws):
            following = self.raws[place + 1] if place + 1 < len(self.raws) else None
            if raw.first:
                self.aside = False
            for line in self.read(raw, place, following):
                self.found[-1].lines.append(line)
        return self.found

    def read(self, raw: Raw, place: int, following: Raw | None) -> Iterator[PlanLine]:
        """Yield what one line is: of the form, a heading, or something of a part."""
        form = is_form(raw.text) and not self.opens_part(raw, following)
        if form or self.is_front(raw, place) or self.is_told(raw):
            self.aside = raw.first and self.begun and (self.in_paragraphs or self.bulleted)
            yield PlanLine(raw.text, None, form=True)
        elif self.is_stray(raw, place):
            self.aside = True
            self.found.append(Section("", None))
            yield PlanLine(raw.text, None)
        elif raw.cells:
            yield from self.table_row(raw, place)
        elif (inline := self.inline(raw, following)) is not None:
            yield from inline
        elif is_own_heading(raw) or self.is_heading(raw, following):
            self.enter(raw.text, raw.level)
            yield PlanLine(raw.text, None, heading=self.part is not None)
        elif self.is_question(raw, place):
            self.enter(raw.text, named=OTHER)
            yield PlanLine(raw.text, None, heading=True)
        elif ";" in raw.text and self.part in PEOPLE:
            yield from (self.line(piece) for piece in pieces(raw.text))
        else:
            yield self.line(raw.text)

    def enter(self, text: str, level: int = 0, named: str | None = None) -> None:
        """Take a heading: its part holds from here on, None where it names none.

        One that is deeper than the open one, and not sure, stays in its part.
        """
        part, sure = (named, SURE) if named else best(bare(text))
        deeper = level > self.level > 0 and self.part is not None and sure < SURE
        self.level = self.level if deeper else level
        self.part = self.part if deeper else part
        self.second = also(bare(text), part) if part and not deeper else None
        self.begun = self.begun or self.part is not None
        self.found.append(Section(text, self.part))

    def opens_part(self, raw: Raw, following: Raw | None) -> bool:
        """Tell whether bullets follow what may be a heading."""
        bullets = following is not None and not following.first and following.mark == "-"
        return bullets and raw.first and not raw.mark and best(bare(raw.text))[1] >= SURE

    def is_front(self, raw: Raw, place: int = -1) -> bool:
        """Tell whether a line says whose plan it is, or what it is called."""
        if self.begun or raw.mark not in ("", "#"):
            return False
        if self.is_top(place) and best(bare(raw.text))[0] in NAMES_PEOPLE:
            return True  # a letterhead
        if FRONT.fullmatch(raw.text) is None:
            return False
        return self.is_top(place) or best(bare(raw.text))[1] < SURE

    def is_top(self, place: int) -> bool:
        """Tell whether a line is the first one, and no list below it."""
        below = self.raws[1:2]
        return place == 0 and bool(below) and not below[0].mark and not below[0].first

    def is_told(self, raw: Raw) -> bool:
        """Tell whether a line below a heading tells you what to write there."""
        below = self.part is not None and not self.found[-1].items
        return below and not raw.mark and TO_YOU.fullmatch(raw.text) is not None

    def is_question(self, raw: Raw, place: int) -> bool:
        """Tell whether a line among bullets is a question of the form, of no part."""
        above = self.raws[place - 1]
        return place > 0 and not raw.mark and above.mark == "-" and raw.text.endswith("?")

    def is_stray(self, raw: Raw, place: int) -> bool:
        """Tell whether a paragraph without a heading comes after the last part."""
        if not (self.begun and raw.first) or raw.mark:
            return False
        if self.bulleted and self.raws[place - 1].mark == "-" and self.stands_alone(raw, place):
            return True
        if not self.in_paragraphs:
            return False
        above, below = self.raws[place - 1], self.raws[place + 1 :]
        if any(each.first for each in below) or (above.first and above.text == self.heading):
            return False
        return (raw.gap and not below) or best(bare(raw.text))[1] < LIKELY

    def stands_alone(self, raw: Raw, place: int) -> bool:
        """Tell whether a paragraph is no heading: it is a sentence, or nothing is below it."""
        below = self.raws[place + 1 : place + 2]
        told = raw.text.endswith((".", "!", ","))
        if below and not below[0].first:
            return told and not below[0].mark and not has_number(raw.text)
        return (told or best(bare(raw.text))[1] < LIKELY) and not has_number(raw.text)

    @property
    def heading(self) -> str:
        """Return the open heading."""
        return self.found[-1].heading

    def line(self, text: str) -> PlanLine:
        """Return a line of the part that is open."""
        part = None if self.aside or self.part == OTHER else self.part
        if part is None:
            return PlanLine(unlabelled(text), None)
        if self.second is not None:
            part = of_two(text, part, self.second)
        return placed_in(PlanLine(text, None), part)._replace(text=unlabelled(text))

    def is_heading(self, raw: Raw, following: Raw | None) -> bool:
        """Tell whether a line is a heading, by how it looks, where it stands, what it says."""
        if raw.mark in ("-", "#") or len(raw.text.split()) > MOST_WORDS:
            return raw.mark == "#"
        below = following if following is not None and not following.first else None
        after = bare(raw.text).partition(":")[2].strip()
        leads = self.in_paragraphs and below is not None and raw.first
        leads = leads and (self.begun or best(bare(raw.text))[1] >= SURE)
        # What stands behind a colon would be lost.
        holds = raw.gap or (after and not PROMPT.match(after) and not leads)
        if holds or has_number(raw.text) or (below is not None and self.is_front(below)):
            return False
        text = bare(raw.text)
        part, sure = best(text)
        shouted = text.isupper() and len(text) > 3
        asks = raw.text.endswith((":", "?"))
        opens = below is not None and bool(below.mark or below.cells)
        if raw.mark == "s":
            return raw.first and (sure > 0 or opens or leads)
        if raw.mark == "1" and not self.headings_numbered:
            return sure >= LIKELY and (shouted or (asks and raw.first))
        led = raw.mark == "1" or STEP.match(raw.text) is not None
        looks = sum((led, shouted, asks, raw.first, opens, leads))
        if part is None or (part == self.part and looks < 2 and below is None):
            # By its words alone, and where that part is open, it is one of its lines.
            return part is None and raw.first and looks > 1 and below is not None
        return looks > 1 or raw.first or (looks == 1 and sure >= LIKELY)

    def inline(self, raw: Raw, following: Raw | None) -> list[PlanLine] | None:
        """Return the lines that stand behind their heading, None where there is no such heading.

        What stands behind it may only say what the heading means; then there are none.
        """
        led = STEP.match(raw.text) is not None
        before, after = halves(STEP.sub("", raw.text, count=1))
        if not may_lead(raw, before, after, numbers=self.all_inline):
            return None
        alone = following is None or following.first or self.heads(following)
        explains = PROMPT.match(after) is not None
        if alone and (raw.first or self.heads(raw)):
            if not raw.first and not led and not self.all_inline and best(before)[0] == self.part:
                return None  # a field of the part that is open
            self.enter(before)
            if not (explains and following is not None and not self.heads(following)):
                heading = PlanLine(before, None, heading=True)
                return [heading, *(self.line(piece) for piece in pieces(after))]
            return [PlanLine(raw.text, None, heading=True)]
        if (raw.first or led) and (explains or raw.mark or led):
            self.enter(before)
            return [PlanLine(raw.text, None, heading=True)]
        return None

    def heads(self, raw: Raw) -> bool:
        """Tell whether a line begins with a heading and a colon."""
        before, after = halves(STEP.sub("", raw.text, count=1))
        return bool(after) and raw.mark != "-" and best(before)[1] >= SURE

    def table_row(self, raw: Raw, place: int) -> Iterator[PlanLine]:
        """Yield the lines of a table's row: a heading in front, or fields of one person."""
        cells = [cell for cell in raw.cells if cell]
        if all(is_form(cell) for cell in cells):
            yield PlanLine(raw.text, None, form=True)
            return
        table = self.tables[place]
        named = heading_cell(raw)
        if table.head == place and not table.leads:
            part, sure = max(map(best, map(bare, cells)), key=lambda found: found[1])
            if sure >= LIKELY:
                self.enter(cells[0], named=part)
            yield PlanLine(raw.text, None, form=sure < LIKELY, heading=sure >= LIKELY)
            return
        if named and table.leads and len(cells) > 1:
            if named != self.part or not self.heading.endswith(cells[0]):
                self.enter(cells[0], named=named)
                yield PlanLine(cells[0], None, heading=True)
            cells = cells[1:]
        said = ", ".join(cells)
        if ";" not in said:
            yield self.line(said)
        else:
            yield from (self.line(piece) for piece in pieces(said))


def may_lead(raw: Raw, before: str, after: str, *, numbers: bool) -> bool:
    """Tell whether a line may be a heading with a colon and what belongs under it.

    `numbers`: also where a number to call stands in it.
    """
    if raw.mark == "-" or not after or len(before.split()) > MOST_LEADING:
        return False
    if (raw.mark == "1" and not before.isupper()) or best(before)[1] < SURE:
        return False
    return numbers or not has_number(after) or len(re.findall("[;,]", after)) > 1 or ";" in after


def pieces(text: str) -> list[str]:
    """Return several things that stand on one line."""
    between = ";" if ";" in text else ","
    return [piece.strip(" .") for piece in text.split(between) if piece.strip(" .")]


def unlabelled(text: str) -> str:
    """Return a line of a form without the label of its one field: "Place: the library"."""
    found = re.match(r"(?i)(?:place|name|person|activity|thing|item)( \d)?\s*:\s*(?=\S)", text)
    return text[found.end() :] if found and not has_number(text) else text
