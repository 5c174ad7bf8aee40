"""`recoverplan care`: when a peer group isn't enough, five questions and where to go next.

It reads the region and nothing else that matters, and keeps nothing. Where the store cannot be
read, what is known without it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.fields import choice
from recoverplan.cli.output import can_ask, emit_document, say, tell, wants_plain
from recoverplan.cli.session import Place, Session, opened, session_at
from recoverplan.cli.written import say_lines
from recoverplan.domain.care import (
    ANSWERS,
    QUESTIONS,
    Answers,
    Routes,
    crisis_at_once,
    home_unsafe,
    leads_on,
    routes,
)
from recoverplan.domain.region import Line, lines_of
from recoverplan.errors import DamagedError, LockedError, NewerStoreError, UsageError
from recoverplan.settings import Settings
from recoverplan.words import care as words
from recoverplan.writers.plain import care as plain
from recoverplan.writers.plain.care import before_stopping, withdrawal

if TYPE_CHECKING:
    from recoverplan.writers.plain.care import Block

app = App()

ANSWER = "yes|no|unsure"
MOST_SAID = 12  # lines with all that an answer leads to


@app.command()
def care(
    ctx: Context,
    *,
    stopping: Annotated[
        str | None, Option(metavar=ANSWER, help="Could stopping suddenly be dangerous?")
    ] = None,
    going_back: Annotated[
        str | None, Option(metavar=ANSWER, help="Gone back to it several times?")
    ] = None,
    thoughts: Annotated[
        str | None, Option(metavar=ANSWER, help="Am I having thoughts of suicide?")
    ] = None,
    mood: Annotated[str | None, Option(metavar=ANSWER, help="Is my mood getting worse?")] = None,
    home: Annotated[str | None, Option(metavar=ANSWER, help="Is where I live unsafe?")] = None,
    all_: Annotated[bool, Option("--all", help="Everywhere to go, without asking.")] = False,
    json: Annotated[bool, Option("--json", help="As JSON.")] = False,
) -> None:
    """When peer support isn't enough: five questions, and where to go next. Nothing is kept."""
    typed = dict(zip(QUESTIONS, (stopping, going_back, thoughts, mood, home), strict=True))
    answers = {
        name: choice(f"--{name}", answer, ANSWERS)
        for name, answer in typed.items()
        if answer is not None
    }
    session, lines = lines_known(ctx)
    found = routes(lines, session.settings.about)
    if json:
        emit_json(answers, found, session, everything=all_ or not answers)
    elif all_ or (not answers and not can_ask()):
        everything(found, session)
    elif answers:
        first = [plain.crisis_block(session.region, found)] if crisis_at_once(answers) else []
        blocks([[words.OTHER_DEVICE], *first], session)
        follow(answers, found, session)
    else:
        follow(talk(found, session), found, session)


def lines_known(ctx: Context, region: str | None = None) -> tuple[Session, tuple[Line, ...]]:
    """Return the session and the lines to show; where the store can't be read, without it.

    `region` is another country than the person's, as typed. Raises UsageError.
    """
    try:
        with opened(ctx) as (session, store):
            from recoverplan.store.tables import contacts

            known = () if store is None else contacts.load_all(store)
    except (LockedError, DamagedError, NewerStoreError) as error:
        tell(error.message)
        session, known = without_store(ctx.obj), ()
    if region is not None:
        from recoverplan.services.emergency import region_named

        session = session._replace(region=region_named(region))
    return session, lines_of(session.region, known, session.now.date())


def without_store(place: Place) -> Session:
    """Return a session that knows the region alone, from the emergency card."""
    from recoverplan.now.card import read

    card, _ = read(str(place.home))
    try:
        return session_at(place, Settings(region=card.fact("region") if card else None))
    except UsageError:  # "none chosen", or a card of another making
        return session_at(place, Settings())


def talk(found: Routes, session: Session) -> Answers:
    """Ask the five questions, a key each; what is to be said at once is said at once."""
    from recoverplan.cli.asking import explain
    from recoverplan.cli.keyboard import press

    explain(words.OTHER_DEVICE, words.OPENING)
    answers: dict[str, str] = {}
    for name, question in zip(QUESTIONS, plain.questions(), strict=True):
        tell()
        key = press(question, words.KEYS)
        if key is not None:
            answers[name] = words.KEYS[key]
        if name == "thoughts" and crisis_at_once(answers):
            blocks([plain.crisis_block(session.region, found)], session)
    return answers


def follow(answers: Answers, found: Routes, session: Session) -> None:
    """Say what the answers lead to."""
    about = session.settings.about
    said: list[Block] = []
    if home_unsafe(answers):
        said.append(plain.home_block(session.region, found))
    if answers.get("stopping") in {"yes", "unsure"}:
        said.append(withdrawal(session.region))
    elif answers.get("stopping") != "no":
        said.append(before_stopping(session.region, about))
    if leads_on(answers):
        said.append(plain.where_block(session.region, found, about))
    elif [answers.get(name) for name in QUESTIONS] == ["no"] * len(QUESTIONS):
        said.append([words.NOTHING_POINTS, words.ALL])
    else:
        said.append([words.DOCTOR, words.ALL])
    if session.region.lines and (crisis_at_once(answers) or leads_on(answers)):
        said.append(plain.month_block(session.region))
    at_once = plain.crisis_block(session.region, found) if crisis_at_once(answers) else []
    lines = 1 + len(at_once) + sum(map(len, said))
    if lines > MOST_SAID and len(found.care) > 1:  # one line for care, and no list to study
        follow(answers, found._replace(care=found.care[:1]), session)
        return
    blocks(filter(None, said), session)


def everything(found: Routes, session: Session) -> None:
    """Say the questions and everywhere they lead, without asking."""
    about = session.settings.about
    listed = [f"{number}. {text}" for number, text in enumerate(plain.questions(), start=1)]
    said = [
        [words.OTHER_DEVICE, words.OPENING, *listed, words.ASKED_LIKE],
        plain.crisis_block(session.region, found),
        plain.home_block(session.region, found),
        before_stopping(session.region, about),
        plain.where_block(session.region, found, about),
    ]
    if session.region.lines:
        said.append([words.MORE_LINES, *plain.month_block(session.region)])
    blocks(filter(None, said), session)


def blocks(said: Iterable[Block], session: Session) -> None:
    """Print sentences that stand together; on a terminal with space around."""
    for block in said:
        if not wants_plain(session.plain):
            say()
        say_lines(block, session)


def emit_json(answers: Answers, found: Routes, session: Session, *, everything: bool) -> None:
    """Print the questions with their answers, and the routes that are shown for them."""
    from recoverplan.writers.records.care import care_record

    on = everything or leads_on(answers)
    shown = Routes(
        crisis=found.crisis if everything or crisis_at_once(answers) else (),
        care=found.care if on else (),
        home=found.home if everything or home_unsafe(answers) else (),
    )
    emit_document(care_record(answers, session.region, shown, everything=everything))
