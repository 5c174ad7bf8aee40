"""Text of a safety plan made elsewhere, line by line: where each of them would go.

Nothing is thrown away: a line that belongs to the form, or that fits nowhere, is among those that
are left out. Plans come pasted, from a phone, or out of a PDF: with bullets, numbers, boxes to
tick, tables, headings in any wording, and lines broken where the paper ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from recoverplan.data import plan_words as known
from recoverplan.domain.bounds import LINE
from recoverplan.domain.naming import folded
from recoverplan.domain.safety import PARTS, PEOPLE, REASONS
from recoverplan.domain.text import clean
from recoverplan.readers.plan_people import (
    HEADINGS,
    STEP,
    Found,
    bare,
    best,
    halves,
    own_person,
    person_in,
)
from recoverplan.words import safety as words

BULLET = re.compile(r"\s*(?:[-*•·▪◦‣●○■□▢☐☑✓➢>–—]|o(?=\s)|\[[ xX]?\])\s+(?:\[[ xX]?\]\s+)?")
NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
LETTERED = re.compile(r"\s*(?:\([a-z]\)|[a-z][.)])\s+")
UNDERLINE = re.compile(r"\s*[-=_~*]{3,}\s*")
HASHES = re.compile(r"\s*#{1,6}\s+")
BLANKS = re.compile(r"_{2,}|\.{4,}|…{2,}")
EMPHASIS = re.compile(r"(\*\*|__|\*|_)(\S(?:.*\S)?)\1")
FORM = re.compile(rf"(?i)(?:{'|'.join(known.FORM_WORDS)})")
FRONT = re.compile(rf"(?i)(?:{'|'.join(known.FRONT_WORDS)})")
FIELD = re.compile(rf"(?i)(?:{known.FIELDS})\b\s?#?\s?:?")
RUNS_ON = re.compile(
    r"(?i)(?:,|\b(?:the|a|an|and|or|of|to|in|at|with|for|my|our|on|by|not|is|am|tel:?))\Z"
)
PROMPT = re.compile(r"(?i)\(.*\)|(the|things|who|what|list|write|e\.g|include|people)\b")
LONG, LONGER = 50, 66  # characters of a line that a page may have broken
MOST_WORDS, MOST_LEADING = 30, 9  # of a heading; of one with more behind it
SURE, LIKELY = 3, 2  # of a heading's meaning


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


class Raw(NamedTuple):
    """A line as it stands: `mark` is "-" for a bullet, "1" for a number, "#", or ""."""

    text: str
    mark: str
    first: bool  # nothing, or an empty line, stands before it
    cells: tuple[str, ...] = ()


def read_plan(text: str) -> list[PlanLine]:
    """Return every line of a plan in its order, headings too."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    if is_own(rows):
        return list(own_lines(rows))
    reading = Reading(joined(list(raw_lines(rows))))
    found = filled_in([*reading.lines()], reading.unknown)
    return [part for line in found for part in in_pieces(line)]


def in_pieces(line: PlanLine) -> list[PlanLine]:
    """Return a line as it is, or one that is longer than any text may be as several."""
    if len(line.text) <= LINE:
        return [line]
    return [line._replace(text=piece, person=None) for piece in wrap(line.text, LINE)]


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


def raw_lines(rows: Sequence[str]) -> Iterator[Raw]:
    """Yield the lines that say something, without bullets, numbers and emphasis."""
    first = True
    indented = tells_items(rows)
    for place, row in enumerate(rows):
        if UNDERLINE.fullmatch(row) and place and rows[place - 1].strip():
            continue  # the line above is known by it
        cells = cells_of(row)
        text = clean(row) if not cells else ", ".join(cell for cell in cells if cell)
        if not text or re.fullmatch(r"[\W_]+", text):
            first = True
            continue
        mark = ""
        for kind, pattern in (
            ("#", HASHES),
            ("-", BULLET),
            ("-", LETTERED),
            ("1", NUMBERED),
            ("s", SYMBOL),
        ):
            found = pattern.match(row if not cells else "")
            if found:
                mark, text = kind, clean(row[found.end() :]) or text
                break
        text = EMPHASIS.sub(r"\2", text)
        if not mark and place + 1 < len(rows) and UNDERLINE.fullmatch(rows[place + 1]):
            mark = "#"
        elif not mark and indented and row[:2].isspace():
            mark = "-"
        if mark == "-" and (more := NUMBERED.match(text)):
            text = text[more.end() :]
        yield Raw(text, mark, first, cells)
        first = False


def tells_items(rows: Sequence[str]) -> bool:
    """Tell whether what is indented are items: nothing else in the text marks them."""
    said = [row for row in rows if row.strip()]
    marked = any(BULLET.match(row) or NUMBERED.match(row) or SYMBOL.match(row) for row in said)
    inside = sum(row[:2].isspace() for row in said)
    return not marked and 0 < inside < len(said)


SYMBOL = re.compile(r"\s*(?:[\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff][\ufe0f\u200d]*)+\s+")


def cells_of(row: str) -> tuple[str, ...]:
    """Return the cells of a row of a table; () for no such row."""
    if row.count("|") >= 2 and row.strip().startswith("|"):
        return tuple(clean(cell) for cell in row.strip().strip("|").split("|"))
    if "\t" in row.strip("\n") and row.strip():
        return tuple(clean(cell) for cell in row.split("\t"))
    return ()


def joined(raws: Sequence[Raw]) -> list[Raw]:
    """Return the lines with those put together that a page broke."""
    found: list[Raw] = []
    for raw in raws:
        if found and not raw.first and not raw.mark and not raw.cells and runs_on(found[-1], raw):
            last = found[-1]
            found[-1] = last._replace(text=f"{last.text} {raw.text}")
        else:
            found.append(raw)
    return found


def runs_on(last: Raw, raw: Raw) -> bool:
    """Tell whether a line goes on with the sentence of the last one."""
    if last.cells or last.text.endswith((":", "?")) or last.mark == "#" or is_form(raw.text):
        return False
    small = raw.text[:1].islower() or raw.text[:1].isdecimal() or raw.text[:1] in "(\"'“"
    if last.mark == "-" and small and not best(raw.text)[1] >= SURE:
        return True
    if len(last.text) >= LONG and small and not last.text.endswith("."):
        return True
    return len(last.text) >= LONGER and RUNS_ON.search(last.text) is not None


def filled_in(lines: list[PlanLine], unknown: Sequence[str]) -> list[PlanLine]:
    """Return the lines with those under headings that say nothing placed by what is around them.

    Plans keep the order of the parts: what stands between the first and the third is the second.
    """
    runs = [
        [*run] for _, run in groupby(lines, key=lambda line: (line.part, line.form, line.heading))
    ]
    found: list[PlanLine] = []
    for place, run in enumerate(runs):
        heading = run[0].text
        if run[0].part or heading not in unknown or sum(line.text in unknown for line in run) > 1:
            found += run
            continue
        before = next((each[0].part for each in reversed(runs[:place]) if each[0].part), None)
        after = next((each[0].part for each in runs[place + 1 :] if each[0].part), None)
        part = between(before, after) if {before, after} - {None} else None
        if part is None or any(line.part == part for line in lines):
            found += run
        else:
            found.append(run[0]._replace(heading=True))
            found += [placed_in(line, part) for line in run[1:]]
    return found


def between(before: str | None, after: str | None) -> str | None:
    """Return the one part that stands between two in the order of a plan; None for none, several.

    Nothing before is the beginning, nothing after the end.
    """
    order = [None, *PARTS, REASONS]
    first = order.index(before)
    last = order.index(after) if after else len(PARTS) + 1
    return order[first + 1] if last - first == 2 else None


def placed_in(line: PlanLine, part: str) -> PlanLine:
    """Return a line in a part, with the person it names there."""
    named = part in PEOPLE
    person = own_person(line.text, part) or person_in(line.text, part) if named else None
    return line._replace(part=part, person=person)


class Reading:
    """Lines read one after the other; the part that the last heading named holds until the next."""

    def __init__(self, raws: Sequence[Raw]) -> None:
        self.raws = raws
        self.part: str | None = None
        self.unknown: list[str] = []  # headings that name no part
        self.begun = False
        numbered = [n for n, raw in enumerate(raws) if raw.mark == "1"]
        alone = [n for n in numbered if n + 1 < len(raws) and raws[n + 1].mark != "1"]
        # Where what follows a number has none, the numbers are those of headings.
        heads = [raw for raw in raws if self.heads(raw)]
        # Where most lines are a heading with what belongs under it, one may have a number too.
        self.all_inline = len(heads) > 3 and len(heads) * 3 >= len(raws) * 2
        self.headings_numbered = len(alone) > 1 and len(alone) * 3 >= len(numbered) * 2

    def lines(self) -> Iterator[PlanLine]:
        """Yield every line that is no heading."""
        for place, raw in enumerate(self.raws):
            following = self.raws[place + 1] if place + 1 < len(self.raws) else None
            if raw.cells:
                yield from self.table_row(raw)
            elif is_form(raw.text) or self.is_front(raw):
                yield PlanLine(raw.text, None, form=True)
            elif (inline := self.inline(raw, following)) is not None:
                yield from inline
            elif self.is_heading(raw, following):
                self.enter(raw.text)
                if self.part is None:
                    self.unknown.append(raw.text)
                yield PlanLine(raw.text, None, heading=self.part is not None)
            elif ";" in raw.text and self.part in PEOPLE:
                yield from (self.line(piece) for piece in pieces(raw.text))
            else:
                yield self.line(raw.text)

    def enter(self, text: str) -> None:
        """Take a heading: its part holds from here on, None where it names none."""
        self.part = best(bare(text))[0]
        self.begun = self.begun or self.part is not None

    def is_front(self, raw: Raw) -> bool:
        """Tell whether a line says whose plan it is, or what it is called."""
        if self.begun or raw.mark not in ("", "#") or FRONT.fullmatch(raw.text) is None:
            return False
        return best(bare(raw.text))[1] < SURE

    def line(self, text: str) -> PlanLine:
        """Return a line of the part that is open."""
        line = PlanLine(unlabelled(text), self.part)
        return (
            line
            if self.part is None
            else placed_in(line._replace(text=text), self.part)._replace(text=line.text)
        )

    def is_heading(self, raw: Raw, following: Raw | None) -> bool:
        """Tell whether a line is a heading, by how it looks, where it stands, what it says."""
        if raw.mark in ("-", "#") or len(raw.text.split()) > MOST_WORDS:
            return raw.mark == "#"
        below = following if following is not None and not following.first else None
        after = bare(raw.text).partition(":")[2].strip()
        holds = after and not PROMPT.match(after)  # what stands behind the colon would be lost
        if holds or has_number(raw.text) or (below is not None and self.is_front(below)):
            return False
        text = bare(raw.text)
        part, sure = best(text)
        shouted = text.isupper() and len(text) > 3
        asks = raw.text.endswith((":", "?"))
        opens = below is not None and bool(below.mark or below.cells)
        if raw.mark == "s":
            return raw.first and (sure > 0 or opens)
        if raw.mark == "1" and not self.headings_numbered:
            return sure >= LIKELY and (shouted or (asks and raw.first))
        led = raw.mark == "1" or STEP.match(raw.text) is not None
        looks = sum((led, shouted, asks, raw.first, opens))
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

    def table_row(self, raw: Raw) -> Iterator[PlanLine]:
        """Yield the lines of a table's row: a heading in front, or fields of one person."""
        cells = [cell for cell in raw.cells if cell]
        if not cells or all(is_form(cell) for cell in cells):
            yield PlanLine(raw.text, None, form=True)
            return
        part, sure = best(bare(raw.cells[0])) if raw.cells[0] else (None, 0)
        leads = sure >= LIKELY and len(cells) > 1 and self.leads()
        if leads and not has_number(raw.cells[0]):
            self.part, self.begun = part, True
            yield PlanLine(cells[0], None, heading=True)
            cells = cells[1:]
        said = ", ".join(cells)
        if ";" not in said:
            yield self.line(said)
        else:
            yield from (self.line(piece) for piece in pieces(said))

    def leads(self) -> bool:
        """Tell whether a table's first cells are headings: rows below them leave theirs empty."""
        tables = [each for each in self.raws if each.cells]
        return any(not each.cells[0] for each in tables) or all(
            best(bare(each.cells[0]))[1] >= LIKELY for each in tables
        )


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


def is_form(text: str) -> bool:
    """Tell whether a line belongs to the form alone: page numbers, signatures, empty fields."""
    plain = text.strip(" :#")
    if FORM.fullmatch(plain) and not has_number(plain):
        return True
    left = FIELD.sub("", BLANKS.sub("", text))
    return not re.search(r"[^\W_]", left)


def unlabelled(text: str) -> str:
    """Return a line of a form without the label of its one field: "Place: the library"."""
    found = re.match(r"(?i)(?:place|name|person|activity|thing|item)( \d)?\s*:\s*(?=\S)", text)
    return text[found.end() :] if found and not has_number(text) else text


def has_number(text: str) -> bool:
    """Tell whether there is a number to call in a line."""
    return re.search(r"\d[\d ()\-.]{4,}\d", text) is not None
