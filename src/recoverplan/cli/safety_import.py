"""`recoverplan safety import`: each line of a plan made elsewhere, taken, moved or left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.contact_import import opened
from recoverplan.cli.hours import read_hours
from recoverplan.cli.output import can_ask, say, tell
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines, so_many
from recoverplan.domain.contact import Contact
from recoverplan.domain.naming import folded
from recoverplan.domain.safety import PARTS, REASONS, SafetyPlan
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.json_stream import too_much
from recoverplan.readers.plan_hours import with_hours
from recoverplan.readers.plan_sections import PlanLine
from recoverplan.readers.plan_text import read_plan
from recoverplan.services.keeping import reading, writing
from recoverplan.services.safety import Placed, Taken, place, safety_plan, ships, take
from recoverplan.store.tables import contacts
from recoverplan.words import files
from recoverplan.words import safety as words
from recoverplan.words.questions import NOT_OF_THESE

MOST_BYTES = 1 << 20
WHERE = (*PARTS, REASONS)  # by the numbers 1 to 7
HEADINGS = words.HEADINGS | {REASONS: words.REASONS}


def run(session: Session, typed: str, *, yes: bool) -> None:
    """Read the text, show where each line would go, and keep what is taken in one change.

    Raises UsageError where nobody said yes and nobody is there to be asked.
    """
    lines = read_plan(text_of(typed))
    if not lines:
        raise CouldNotError(words.NOTHING_IN_IT, words.PASTE)
    with reading(session.home) as store:
        plan = safety_plan(store, session.settings, session.region, session.now.date())
        people = () if store is None else contacts.load_all(store)
    lines = [timed(line, people, session) for line in lines]
    found = place(((line, line.part) for line in lines), plan)
    if not yes and can_ask():
        found = chosen(lines, plan)
    else:
        for row in preview(found):
            say(row)
    if not yes and not can_ask():
        raise UsageError(words.NOT_YET, files.ADD_YES)
    taken = Taken(0, 0)
    if any(each.taken for each in found):
        with writing(session.home, session.now) as store:
            taken = take(store, found, session.zone.key, session.now)
    say_lines(after(taken, found), session)


def timed(line: PlanLine, people: Iterable[Contact], session: Session) -> PlanLine:
    """Return a line with the hours of whom it names, where these stand behind the name.

    Not for a line that ships, nor where somebody is kept by that whole name, or by the bare one
    without hours.
    """
    if line.person is None or ships(line.person.name):
        return line
    person = with_hours(line.person, lambda phrase: read_hours(phrase, session))
    whole, bare = folded(line.person.name), folded(person.name)
    there = {folded(one.name): one for one in people}
    if whole in there or (bare in there and not there[bare].hours):
        return line
    return line._replace(person=person)


def text_of(typed: str) -> str:
    """Return the text of a file, or of standard input. Raises CouldNotError, UsageError."""
    with opened(typed) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise too_much(MOST_BYTES, "a plan")
    name = shown(typed)
    if content.startswith(b"%PDF"):
        raise CouldNotError(words.IS_A_PDF.format(name=name), words.PDF_HINT)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise CouldNotError(words.IS_NO_TEXT.format(name=name), words.PASTE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def preview(found: Sequence[Placed]) -> Iterator[str]:
    """Yield every line under the heading where it would go, then what is left out, and headings."""
    for part in (*WHERE, None):
        there = [each for each in found if each.part == part and not each.line.heading]
        if there:
            yield f"{HEADINGS[part] if part else words.LEFT_OUT}:"
            yield from (f"  {row_of(each)}" for each in there)
    yield from heading_rows([each.line for each in found])


def heading_rows(lines: Sequence[PlanLine]) -> Iterator[str]:
    """Yield what was read as headings, so that every line of the text is seen."""
    headings = [line.text for line in lines if line.heading]
    if headings:
        yield f"{words.READ_AS_HEADINGS}:"
        yield from (f"  {text}" for text in headings)


def row_of(each: Placed) -> str:
    """Return a line as it would be said, and what it becomes besides."""
    if each.known:
        return f"{each.said} {words.THERE}"
    if each.person is None:
        return each.said
    hours = "; ".join(one.phrase for one in each.person.hours)
    said = words.WITH_HOURS.format(name=each.said, hours=hours) if hours else each.said
    return f"{said} {words.NEW_CONTACT}"


def chosen(lines: Sequence[PlanLine], plan: SafetyPlan) -> list[Placed]:
    """Ask about each line, and return where each of them goes."""
    explain(words.CHOOSE)
    for number, part in enumerate(WHERE, start=1):
        tell(f"  {words.WHERE_TO.format(number=number, heading=HEADINGS[part])}")
    for row in heading_rows(lines):
        tell(row)
    answers: list[tuple[PlanLine, str | None]] = []
    asked = [line for line in lines if not line.heading]
    for part, under in groupby(asked, key=lambda line: line.part):
        tell()
        explain((HEADINGS[part] if part else words.LEFT_OUT).upper())
        for line in under:
            answers.append((line, None if line.form else ask_about(line, plan)))
            if line.form:
                tell(f"  {line.text}")
    return place(answers, plan)


def ask_about(line: PlanLine, plan: SafetyPlan) -> str | None:
    """Ask where one line goes; None: it is left out. What is there already is not asked about."""
    (each,) = place([(line, line.part)], plan)
    if each.known:
        tell(f"  {row_of(each)}")
        return line.part
    if line.part is None:
        return ask(words.PLACE.format(text=line.text), check=lambda typed: part_of(typed, None))
    question = words.TAKE.format(text=row_of(each), heading=HEADINGS[line.part])
    return ask(question, default="y", check=lambda typed: part_of(typed, line.part)) or None


def part_of(typed: str, usual: str | None) -> str | None:
    """Return the part that an answer means: yes the usual one, no none. Raises UsageError."""
    key = typed.strip().casefold()
    if key in ("y", "yes"):
        return usual
    if key in ("n", "no"):
        return None
    if key.isdecimal() and 1 <= int(key) <= len(WHERE):
        return WHERE[int(key) - 1]
    raise UsageError(NOT_OF_THESE.format(typed=typed), words.ANSWER_HINT)


def after(taken: Taken, found: Sequence[Placed]) -> Iterator[str]:
    """Yield what became of it, and what to type next."""
    if not taken.lines:
        yield files.NOTHING_TAKEN
        return
    said = [so_many(taken.lines, words.LINES)]
    said += [so_many(taken.people, words.PEOPLE)] if taken.people else []
    yield words.TAKEN.format(lines=", ".join(said))
    left = sum(each.part is None and not each.line.heading for each in found)
    if left:
        yield words.STAYED.format(lines=so_many(left, words.LINES))
    if taken.people:
        yield words.SAFE_TO_CALL
    yield words.SEE
    yield files.TAKE_BACK
