"""The page for the people close to somebody: what support looks like, what helps, when to call.

It is made from the inventory of support, from contacts and from the region, never from what was
logged. Every line has a number; only those that were chosen are ever written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from recoverplan.domain.contact import Contact
from recoverplan.domain.help_lines import FAMILY, HOME, few_of_kind, naloxone_fits, of_kind
from recoverplan.domain.inventory import Support, counted
from recoverplan.domain.naming import folded, once
from recoverplan.domain.outlook import backstop
from recoverplan.domain.region import Line, Region
from recoverplan.value import NamedTuple
from recoverplan.words import family as words
from recoverplan.words import moment

CLOSE = ("family", "practical")  # the roles of those whom the family may call


class PageLine(NamedTuple):
    """One line. `contact` or `help`: it is somebody to call, or a help line, and has no `text`."""

    number: int
    text: str
    contact: Contact | None = None
    help: Line | None = None
    call: str | None = None  # a number to tap on, of a line with a text


class Section(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: tuple[PageLine, ...]


class FamilyPage(NamedTuple):
    """A page, its sections in order. Numbers are dialed in `region`, "" for none."""

    title: str
    sections: tuple[Section, ...]
    region: str

    @property
    def lines(self) -> tuple[PageLine, ...]:
        """Return all lines in their order."""
        return tuple(line for section in self.sections for line in section.lines)


def make_page(  # noqa: PLR0913 - one for each kind of line
    supports: Sequence[Support],
    contacts: Sequence[Contact],
    region: Region,
    lines: Sequence[Line],
    about: Iterable[str],
    today: date,
    *,
    title: str | None = None,
    in_parts: Sequence[Line] = (),
    agreed: Sequence[str] = (),
) -> FamilyPage:
    """Make the page with every line there could be, numbered from 1.

    `lines` are those to show of the region's and the person's own, `in_parts` those for violence at
    home that only parts of it have, `agreed` what people agreed to do, of which the person chose
    that it may stand here.
    """
    texts = {
        words.LOOKS_LIKE: [PageLine(0, text) for text in looks_like(supports)],
        words.HELPS: [PageLine(0, text) for text in words.HELPING],
        words.HELPS_NOT: [PageLine(0, text) for text in words.NOT_HELPING],
        words.CALL: [
            *emergency(region, naloxone=naloxone_fits(about)),
            *(PageLine(0, "", help=line) for line in (*lines_for_family(lines), *in_parts)),
            *(PageLine(0, "", contact=contact) for contact in close(contacts, today)),
        ],
    }
    texts |= {words.AGREED: [PageLine(0, text) for text in agreed]} if agreed else {}
    number = 0
    sections = []
    for heading, listed in texts.items():
        numbered = tuple(
            each._replace(number=number + place) for place, each in enumerate(listed, start=1)
        )
        number += len(numbered)
        sections.append(Section(heading, numbered))
    return FamilyPage(title or words.TITLE, tuple(sections), region.code)


def of_person(page: FamilyPage, name: str | None) -> FamilyPage:
    """Return the page with whose it is as its last line, to choose as any other."""
    if not name:
        return page
    whose = Section(words.WHOSE, (PageLine(len(page.lines) + 1, words.FROM.format(name=name)),))
    return page._replace(sections=(*page.sections, whose))


def looks_like(supports: Sequence[Support]) -> list[str]:
    """Return what support looks like: practical needs first, then what is usual and not declined.

    What is needed of other kinds stays with the person.
    """
    practical = [each for each in supports if each.kind == "practical"]
    needed = [each.what for each in practical if each.standing == "need"]
    declined = {folded(each.what) for each in practical if each.standing == "no"}
    usual = [what for what in words.SUPPORT if what not in declined]
    return [words.SUPPORT.get(folded(what), what) for what in once([*needed, *usual])]


def emergency(region: Region, *, naloxone: bool) -> list[PageLine]:
    """Return what to do in an emergency, in the words of the moment screen."""
    number = region.emergency
    said = words.CALL_IF.format(number=number or moment.NUMBER_NOT_KNOWN)
    lines = [PageLine(0, said, call=number)]
    if number and region.check_locally:
        numbers = " and ".join(dict.fromkeys(filter(None, (number, region.police))))
        lines.append(PageLine(0, moment.DISAGREE.format(number=numbers)))
    if naloxone:
        service = moment.OPERATOR.format(number=number) if number else moment.SERVICE_NOT_KNOWN
        lines.append(PageLine(0, moment.NALOXONE.format(service=service)))
    police = region.police
    danger = words.DANGER.format(number=police or moment.NUMBER_NOT_KNOWN)
    return [*lines, PageLine(0, danger, call=police)]


def lines_for_family(lines: Sequence[Line]) -> list[Line]:
    """Return the line that stands by, those for families, and those for violence at home."""
    found = [backstop(lines), *of_kind(lines, FAMILY), *few_of_kind(lines, HOME)]
    return [line for line in found if line is not None]


def close(contacts: Sequence[Contact], today: date) -> list[Contact]:
    """Return those of the family and of practical help who can be reached, safely, in order."""
    return [
        contact
        for contact in counted(contacts, today)
        if contact.role in CLOSE and contact.on_now and contact.way() is not None
    ]


def with_own(page: FamilyPage, texts: Sequence[str]) -> FamilyPage:
    """Return the page with lines in the person's own words below what support looks like.

    They are numbered after all others, so that the numbers of these stay as they were seen.
    """
    last = len(page.lines)
    lines = tuple(PageLine(last + place, text) for place, text in enumerate(texts, start=1))
    first, *rest = page.sections
    return page._replace(sections=(first._replace(lines=(*first.lines, *lines)), *rest))


def chosen(page: FamilyPage, numbers: Collection[int]) -> FamilyPage:
    """Return the page with these lines alone; headings without a line are left out."""
    sections = (
        Section(each.heading, tuple(line for line in each.lines if line.number in numbers))
        for each in page.sections
    )
    return page._replace(sections=tuple(each for each in sections if each.lines))
