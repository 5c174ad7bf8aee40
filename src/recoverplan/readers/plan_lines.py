"""The lines of a plan as they stand in a text: marks, cells, and those together that a page broke;
the tables that they make, and messages instead of lines.

Bullets, numbers, boxes to tick, emphasis and blanks to write on are how a line is written, not what
it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from recoverplan.data import plan_words as known
from recoverplan.domain.text import clean
from recoverplan.readers.plan_people import LIKELY, STEP, SURE, bare, best, halves
from recoverplan.words import safety as own_words
from recoverplan.words.moment import DISAGREE

BULLET = re.compile(r"\s*(?:[-*•·▪◦‣●○■□▢☐☑✓➢>–—]|o(?=\s)|\[[ xX]?\])\s+(?:\[[ xX]?\]\s+)?")
CALLED_BY_NUMBER = re.compile(r"\d{2,3} [A-Z]")  # 988 Suicide & Crisis Lifeline
NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
LETTERED = re.compile(r"\s*(?:\([a-z]\)|[a-z][.)])\s+")
SYMBOL = re.compile(r"\s*(?:[\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff][\ufe0f\u200d]*)+\s+")
HASHES = re.compile(r"\s*(#{1,6})\s+")
MARKS = (("#", HASHES), ("-", BULLET), ("-", LETTERED), ("1", NUMBERED), ("s", SYMBOL))
UNDERLINE = re.compile(r"\s*[-=~*]{3,}\s*")
BLANKS = re.compile(r"_{2,}|\.{4,}|…{2,}")
TO_WRITE_ON = re.compile(r" ?_{2,} ?")
EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(\S(?:.*?\S)?)\1(?!\w)")
LINK = re.compile(r"!?\[([^\]]*)\]\(([^()\s]+)\)")
FIELD = re.compile(rf"(?i)(?:{known.FIELDS})\b\s?#?\s?:?")
FORM = re.compile(rf"(?i)(?:{'|'.join(known.FORM_WORDS)})")
SEVERAL = re.compile(r"\s{3,}(?=\(?\d{1,2}[.)]\s+\S)")  # "3. the diner     4. the library"
RUNS_ON = re.compile(
    r"(?i)(?:,|\b(?:the|a|an|and|or|of|to|in|at|with|for|my|our|on|by|not|is|am|tel:?))\Z"
)
ENDS_BROKEN = re.compile(r"[^\W_]-\Z")  # in the middle of a word or of a number
# What this program asks in an empty part, and says of the emergency number.
PRINTED = (
    *(f"{asks} {own_words.TO_ADD[part]}" for part, asks in own_words.INVITATIONS.items()),
    *own_words.INVITATIONS.values(),
    own_words.NO_REGION.format(command=own_words.SET_REGION),
    DISAGREE,
)


def wherever_broken(texts: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of texts of ours, whatever lines they are on."""
    found = "|".join(r"\s+".join(map(re.escape, text.split())) for text in texts)
    return re.compile(found.replace(re.escape("{number},"), r"[\w ]+,"))


OURS = wherever_broken(PRINTED)
BROKEN = wherever_broken((*PRINTED, own_words.HEADINGS["places"]))
SOME = 3  # lines
REST = 2  # words of a heading on its second line
LONG, LONGER = 50, 66  # characters of a line that a page may have broken


class Raw(NamedTuple):
    """A line as it stands: `mark` is "-" for a bullet, "1" for a number, "s" a sign, "#", or "".

    `level` is how deep a heading is, where its mark tells it. `gap`: there is white space in the
    middle, as between the label and the value of a field.
    """

    text: str
    mark: str
    first: bool  # nothing, or an empty line, stands before it
    cells: tuple[str, ...] = ()
    level: int = 0
    gap: bool = False


def raws(text: str) -> list[Raw]:
    """Return the lines of a text that say something, those together that a page broke."""
    text = BROKEN.sub(lambda found: " ".join(found[0].split()), text)
    rows = [part for row in text.split("\n") for part in SEVERAL.split(row)]
    return joined(list(raw_lines(rows)))


def raw_lines(rows: Sequence[str]) -> Iterator[Raw]:
    """Yield the lines that say something, without bullets, numbers and emphasis."""
    first = True
    indented = tells_items(rows)
    for place, row in enumerate(rows):
        if UNDERLINE.fullmatch(row) and place and rows[place - 1].strip():
            continue  # the line above is known by it
        if not re.search(r"[^\W_]", row):
            first = True
            continue
        given = TO_WRITE_ON.sub(" ", row)
        mark, level = "", 0
        for kind, pattern in MARKS:
            found = pattern.match(given)
            if found and clean(given[found.end() :]):
                mark, given = kind, given[found.end() :]
                level = len(found[1]) if kind == "#" else 0
                break
        cells = cells_of(given)
        text = EMPHASIS.sub(r"\2", LINK.sub(linked, clean(given)))
        if not mark and place + 1 < len(rows) and UNDERLINE.fullmatch(rows[place + 1]):
            mark = "#"
        elif not mark and indented and row[:2].isspace():
            mark = "-"
        if mark == "-" and (more := NUMBERED.match(text)):
            text = text[more.end() :]
        gap = re.search(r"\S {2,}\S", given.strip()) is not None
        yield Raw(", ".join(filter(None, cells)) or text, mark, first, cells, level, gap)
        first = False


def linked(found: re.Match[str]) -> str:
    """Return a link of Markdown as it is read, with its address where that tells more."""
    said, target = found[1], found[2]
    kind, _, value = target.partition(":")
    if kind not in ("http", "https", "tel", "sms", "mailto"):
        return said
    value = target if kind.startswith("http") else value
    bare, there = (re.sub(r"[\W_]", "", one) for one in (value, said))
    return said if bare in there else f"{said} {value}"


def tells_items(rows: Sequence[str]) -> bool:
    """Tell whether what is indented are items: nothing else in the text marks them."""
    said = [row for row in rows if row.strip()]
    marked = any(BULLET.match(row) or NUMBERED.match(row) or SYMBOL.match(row) for row in said)
    inside = sum(row[:2].isspace() for row in said)
    return not marked and 0 < inside < len(said)


def cells_of(row: str) -> tuple[str, ...]:
    """Return the cells of a row of a table, or of fields beside each other; () for no such row."""
    if row.count("|") >= 2:
        return tuple(map(cell, row.strip().strip("|").split("|")))
    if "\t" in row.strip("\n") and row.strip():
        return tuple(map(cell, row.split("\t")))
    apart = re.split(r" {3,}", row.strip())
    return tuple(map(cell, apart)) if len(apart) > 1 else ()


def cell(text: str) -> str:
    """Return what stands in a cell: a field with its colon, "" for a dash."""
    label, _, value = text.strip().partition("  ")
    if value and FIELD.fullmatch(label.strip()):
        text = f"{label}: {value}"
    text = clean(text)
    return text if re.search(r"[^\W_]", text) else ""


def joined(lines: Sequence[Raw]) -> list[Raw]:
    """Return the lines with those put together that a page broke."""
    found: list[Raw] = []
    broken = sum(is_small(two) and breaks(one, two) for one, two in pairs(lines)) > 1
    # What comes after a short line is a line of its own: whoever begins these so means nothing.
    own = [
        is_small(two)
        for one, two in pairwise(lines)
        if breaks(one, two) and not one.mark and len(one.text) < LONG
    ]
    small = sum(own) * 2 > len(own) > SOME
    for place, raw in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        if (
            found
            and breaks(found[-1], raw)
            and runs_on(found[-1], raw, below, broken=broken, small=small)
        ):
            last = found[-1]
            space = "" if ENDS_BROKEN.search(last.text) and is_small(raw) else " "
            found[-1] = last._replace(text=f"{last.text}{space}{raw.text}")
        else:
            found.append(raw)
    return found


def pairs(lines: Sequence[Raw]) -> Iterator[tuple[Raw, Raw]]:
    """Yield bullets with the line after each."""
    return ((one, two) for one, two in pairwise(lines) if is_item(one))


def is_item(raw: Raw) -> bool:
    """Tell whether a line is a bullet, or has a number without being a heading."""
    return raw.mark == "-" or (raw.mark == "1" and not raw.first)


def breaks(last: Raw, raw: Raw) -> bool:
    """Tell whether a line may be the rest of the one before it, by how the two are written."""
    return not (raw.first or raw.mark or raw.cells or last.cells or last.mark == "#")


def is_small(raw: Raw) -> bool:
    """Tell whether a line begins as no sentence does, and as no name of a line to call does."""
    if raw.text[:1].isdecimal():
        return CALLED_BY_NUMBER.match(raw.text) is None
    return raw.text[:1].islower() or raw.text[:1] in "(\"'“"


def runs_on(last: Raw, raw: Raw, below: Raw | None, *, broken: bool, small: bool) -> bool:
    """Tell whether a line goes on with the sentence of the last one.

    `broken`: other bullets of the text are broken too, so that one may be before a capital letter.
    `small`: lines begin with a small letter whether they go on or not.
    """
    if last.text.endswith((":", "?")) or is_form(raw.text):
        return False
    if is_small(raw) and ENDS_BROKEN.search(last.text):
        return True
    # The rest of a heading that has a number.
    below_it = below.mark if below is not None and not below.first else ""
    short = len(raw.text.split()) <= REST and STEP.match(last.text) is not None
    if (below_it == "1" and short) or (
        below_it == "-" and last.mark == "1" and last.first and is_small(raw)
    ):
        return True
    if is_item(last) and not best(raw.text)[1] >= SURE and (is_small(raw) or broken):
        return is_small(raw) or not (raw.text.endswith((":", "?")) or best(raw.text)[1] >= LIKELY)
    if len(last.text) >= LONG and is_small(raw) and not small and not last.text.endswith("."):
        return True
    return len(last.text) >= LONGER and RUNS_ON.search(last.text) is not None


def is_form(text: str) -> bool:
    """Tell whether a line belongs to the form alone: page numbers, signatures, empty fields.

    What this program asks in an empty part does too.
    """
    plain = text.strip(" :#")
    if OURS.fullmatch(text):
        return True
    if FORM.fullmatch(plain) and not has_number(plain):
        return True
    left = FIELD.sub("", BLANKS.sub("", NUMBERED.sub("", f"{text} ", count=1)))
    return not re.search(r"[^\W_]", left)


def has_number(text: str) -> bool:
    """Tell whether there is a number to call in a line."""
    return re.search(r"\d[\d ()\-.]{4,}\d", text) is not None


# Tables: whether their first row names the columns, and their first cells parts.

COLUMN = re.compile(rf"(?i)(?:{known.COLUMNS})")


class Table(NamedTuple):
    """Rows with cells below each other. `head`: the row that names the columns, None for none.

    `leads`: the first cells are headings; rows below them may leave theirs empty.
    """

    head: int | None
    leads: bool


def tables_of(lines: Sequence[Raw]) -> dict[int, Table]:
    """Return the table of each row with cells, by the row's place."""
    found: dict[int, Table] = {}
    for is_row, run in groupby(range(len(lines)), key=lambda place: bool(lines[place].cells)):
        places = [*run] if is_row else []
        while places:
            rows = [places.pop(0)]
            while places and not lines[places[0]].first:
                rows.append(places.pop(0))
            found |= dict.fromkeys(rows, table_of(lines, rows))
    return found


def table_of(lines: Sequence[Raw], rows: Sequence[int]) -> Table:
    """Return what kind of table some rows are."""
    top = lines[rows[0]]
    below = [lines[place] for place in rows[1:]]
    named = [heading_cell(each) for each in below]
    if not below:
        return Table(None, leads=heading_cell(top) is not None and not has_number(top.text))
    several = len({heading_cell(top), *named} - {None}) > 1
    led = all(part or not each.cells[0] for part, each in zip(named, below, strict=True))
    if led and (several or not all(each.cells[0] for each in below)):
        return Table(None if heading_cell(top) else rows[0], leads=True)
    alike = len(below[0].cells) == len(top.cells)
    head = alike and any(COLUMN.fullmatch(cell) for cell in top.cells[1:])
    return Table(rows[0] if head else None, leads=False)


def heading_cell(raw: Raw) -> str | None:
    """Return the part that the first cell of a row names as a heading, None for none."""
    if not raw.cells or not raw.cells[0] or has_number(raw.cells[0]) or halves(raw.cells[0])[1]:
        return None
    part, sure = best(bare(re.sub(r"\A\d{1,2}\s+", "", raw.cells[0])))
    return part if sure >= LIKELY else None


# A plan that two people made in messages: what one of them asks is the heading, the rest is below.
# Times and names in front of the messages are how they were sent, and no part of the plan.

MESSAGE = re.compile(
    r"\s*[\[(]?(?:[\d./-]{5,10},? )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm])?[\])]?"
    r"(?: [-–])? ([^:]{1,40}): (\S.*)"
)
LEAST = 6  # messages


def without_senders(rows: Sequence[str]) -> list[str]:
    """Return messages as headings and bullets; any other text as it is."""
    said = [MESSAGE.fullmatch(row) for row in rows]
    sent = [(one[1], one[2]) for one in said if one]
    if len(sent) < LEAST or len(sent) * 3 < sum(map(bool, map(str.strip, rows))) * 2:
        return [*rows]
    asker = asks_most(sent)
    return [
        part
        for row, one in zip(rows, said, strict=True)
        for part in (as_row(one[2], asked=one[1] == asker) if one else [row])
    ]


def asks_most(sent: Sequence[tuple[str, str]]) -> str:
    """Return who sent most messages that may be headings, of all that they sent."""
    found: dict[str, list[bool]] = defaultdict(list)
    for sender, text in sent:
        found[sender].append(best(bare(text))[1] >= LIKELY)
    return max(found, key=lambda sender: sum(found[sender]) / len(found[sender]))


def as_row(text: str, *, asked: bool) -> Iterator[str]:
    """Yield a message of who asks as a heading, but for numbers to call; others as bullets."""
    yield from ("", f"## {text}") if asked and not re.search(r"\d{3}", text) else (f"- {text}",)
