"""A help line in sentences: how to reach it, when, what it is for, what it costs, who it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recoverplan.data.regions import NAMES
from recoverplan.domain.help_lines import of_kind, takes_anyone
from recoverplan.domain.region import Line, Region
from recoverplan.domain.text import clean, listed
from recoverplan.domain.zone import city
from recoverplan.words import lines as words
from recoverplan.words import moment

SITE = re.compile(r"\b(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})\b", re.IGNORECASE)


def with_emergency(sentence: str, region: Region) -> str:
    """Fill the emergency number in for {number}, and say where its sources disagree."""
    return with_doubt(sentence, region.emergency, region)


def with_police(sentence: str, region: Region) -> str:
    """Fill the number for danger from a person in, and say where its sources disagree."""
    return with_doubt(sentence, region.police, region)


def with_doubt(sentence: str, number: str | None, region: Region) -> str:
    """Fill in a number of the emergency services; then whether to ask someone local about it."""
    if number is None:
        return sentence.format(number=moment.NUMBER_NOT_KNOWN)
    said = sentence.format(number=clean(number))
    doubt = f" {moment.DISAGREE.format(number=clean(number))}" if region.check_locally else ""
    return f"{said}{doubt}"


def text_instead(region: Region) -> list[str]:
    """Return what to do instead of speaking, where the emergency service takes texts."""
    if region.emergency_text is None:
        return []
    who = f" ({clean(region.text_for)})" if region.text_for else ""
    return [moment.TEXT_INSTEAD.format(number=clean(region.emergency_text), who=who)]


def in_parts(region: Region, lines: Iterable[Line], kind: str) -> list[str]:
    """Say that parts of a country have lines of a kind, where none takes everybody everywhere."""
    parts = [(name, code) for name, code, one in region.parts if one == kind]
    if not parts or any(map(takes_anyone, of_kind(lines, kind))):
        return []
    names = listed([clean(name) for name, _ in parts])
    name, code = parts[0]
    return [words.MORE_IN_PARTS.format(names=names, name=clean(name), kind=kind, code=code)]


def ways(line: Line, *, named: bool = False) -> str:
    """Return a line's label and how to reach it: "988: call or text", "Shout: text 85258".

    `named`: its whole name, also where it begins with the number.
    """
    name, call, text = (clean(part or "") for part in (line.name, line.call, line.text))
    # 988 Suicide & Crisis Lifeline: its number is its name.
    label = call if call and name.startswith(f"{call} ") and not named else name
    if call and call == text:
        said = moment.CALL_OR_TEXT if label == call else f"{moment.CALL_OR_TEXT} {call}"
    else:
        called = "call" if label == call else f"call {call}"
        said = " or ".join(filter(None, (call and called, text and f"text {text}")))
    return f"{label}: {said or clean(line.chat or line.email or '')}"


def line_sentence(line: Line) -> str:
    """Return a line in few sentences: "988: call or text, any hour. For …. Press …."."""
    return " ".join([first_sentences(line), *more(line)])


def first_sentences(line: Line, *, named: bool = False) -> str:
    """Return how and when to reach a line, and what it is for."""
    said = [how_to_reach(line, named=named)]
    if line.purpose:
        said.append(moment.PURPOSE.format(purpose=clean(line.purpose)))
    return " ".join(said)


def how_to_reach(line: Line, *, named: bool = False) -> str:
    """Return how and when to reach a line: "988: call or text, any hour."."""
    hours = line.hours if line.hours_known else moment.HOURS_NOT_KNOWN
    return f"{ways(line, named=named)}, {clean(hours)}."


def more(line: Line) -> Iterator[str]:
    """Give what else somebody wants to know first: cost, languages, and whose line it is."""
    if line.cost and line.cost != "free":
        yield cost_said(line.cost)
    pressed, others = other_languages(line)
    yield from pressed
    if others:
        yield words.ALSO_IN.format(languages=listed(others))
    if line.yours:
        yield words.YOURS


def cost_said(cost: str) -> str:
    """Return what a line costs as a sentence."""
    for begins, sentence in (("free", words.FREE), ("as ", words.COST_AS)):
        if cost.startswith(begins):
            return sentence.format(cost=clean(cost))
    return words.COST.format(cost=clean(cost))


def other_languages(line: Line) -> tuple[list[str], list[str]]:
    """Return the languages besides the first: those to press a digit for, said so, and the rest."""
    pressed, others = [], []
    for name in (NAMES[code] for code in line.languages[1:]):
        found = re.search(rf"\b(\d) for {name}\b", line.note or "")
        if found:
            pressed.append(words.PRESS.format(digit=found[1], language=name))
        else:
            others.append(name)
    return pressed, others


def in_full(line: Line) -> Iterator[str]:
    """Give everything that may be shown of a line: its first sentences, then one with the rest."""
    yield first_sentences(line, named=True)
    yield " ".join(facts(line))


def facts(line: Line) -> Iterator[str]:
    """Give what may be shown of a line besides its first sentences, one sentence a fact."""
    if line.who:
        yield words.WHO.format(who=clean(line.who))
    if line.other_numbers:
        yield words.OTHER_NUMBERS.format(numbers=listed([*map(clean, line.other_numbers)]))
    if line.chat and (line.call or line.text):
        yield words.ONLINE.format(chat=clean(line.chat))
    if line.email and (line.call or line.text or line.chat):
        yield words.EMAIL.format(email=clean(line.email))
    if line.cost:
        yield cost_said(line.cost)
    elif not line.yours:
        yield words.COST_NOT_KNOWN
    if line.languages:
        yield words.SPOKEN.format(languages=listed([NAMES[code] for code in line.languages]))
        yield from other_languages(line)[0]
    if line.access or line.tty:
        yield words.ACCESS.format(access=clean(line.access or f"TTY {line.tty}"))
    if line.zone and line.schedule and not line.yours:
        yield words.THEIR_CLOCK.format(zone=city(line.zone))
    if line.source:
        yield words.SOURCE.format(source=host(line.source), date=line.date)
    if line.yours:
        yield words.YOURS


def host(source: str) -> str:
    """Return where a source is: its site, "a copy of" it, or a data set by the name it has here."""
    first = source.partition(" ; ")[0]
    found = SITE.search(first)
    site = found[1] if found else first.partition(" ")[0].rstrip(":;,")
    return clean(words.COPY_OF.format(site=site) if first.startswith("copy of ") else site)
