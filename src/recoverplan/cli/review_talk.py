"""The conversation of `review`: a key or a few words each, every answer kept before the next.

What is answered already is not asked again, so that whoever stops in the middle goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.keyboard import press
from recoverplan.cli.output import say, tell, wants_plain
from recoverplan.cli.review_keep import (
    command,
    emit_week,
    keep,
    load,
    more_care,
    week_of,
)
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines
from recoverplan.domain.looking_back import Back, Hard, Known, asks_if_alone, logged_in
from recoverplan.domain.saying import short_day
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.domain.urge import Lapse
from recoverplan.words import lived
from recoverplan.words import review as words
from recoverplan.words.question import Question
from recoverplan.words.trial import YOURS
from recoverplan.writers.looking_back import used_word
from recoverplan.writers.times import hours_short


class Talk:
    """One conversation about one week."""

    def __init__(self, known: Known, back: Back, session: Session) -> None:
        self.known = known
        self.back = back
        self.session = session
        self.words_said = False

    def keep(
        self, fields: dict[str, Any], hard: Hard | None = None, how: str | None = None
    ) -> None:
        """Keep one answer."""
        went = [(hard, how)] if hard is not None else []
        keep(self.session, self.back.first, fields, went)

    def ask_hours(self) -> bool:
        """Ask how hard hours went, those not said yet; False where somebody left for `now`."""
        used = used_word(self.session.settings.about)
        keys = {"e": words.HOW["easier"], "h": words.HOW["hard"], used[0]: used}
        meant = {"e": "easier", "h": "hard", used[0]: "used"}
        for hard in self.back.hours:
            if hard.outcome is not None:
                continue
            key = press(self.question(hard), keys)
            if key is None:
                continue
            self.keep({}, hard, meant[key])
            if meant[key] == "used" and not self.after_used(hard):
                return False
        return True

    def question(self, hard: Hard) -> Question:
        """Return the question about one stretch of hard hours."""
        zone = self.back.zone
        day = short_day(hard.start.astimezone(zone).date())
        span = Span(hard.start, hard.end or hard.start)
        hours = hours_short(span, zone, clock24=self.session.clock24)
        return words.HOW_WAS.format(day=day, hours=hours, label=clean(hard.label))

    def after_used(self, hard: Hard) -> bool:
        """Go through the words for a lapse, once, and offer to log it; False: left for `now`."""
        from recoverplan.cli.lapse_talk import LAPSE, is_safe, offer, paragraphs, said_first
        from recoverplan.cli.lapse_talk import talk as talk_of_lapse

        lapse = Lapse(
            at=hard.start,
            zone=self.session.zone.key,
            created=self.session.now.astimezone(UTC),
        )
        first = not self.words_said
        if first:
            if not is_safe(self.session):
                return False
            paragraphs(said_first(self.session), self.session)
            self.words_said = True
        if logged_in(hard, self.known.lapses):
            explain(words.LOGGED_THERE)
        elif press(words.LOG_IT, {"y": words.YES, "n": words.NO}) == "y":
            lapse = talk_of_lapse(LAPSE.keep(lapse, self.session), self.session)
        if first:
            offer(lapse, self.session)
        return True

    def ask_rest(self) -> None:
        """Ask what helped, for ideas, whether somebody was helped, and for a question."""
        review = self.back.review
        self.ask_text("helped", words.ASK_HELPED)
        idea = self.ask_text("idea", words.ASK_IDEA)
        if idea and press(words.ASK_STEP, {"y": words.YES, "n": words.NO}) == "y":
            for line in keep(self.session, self.back.first, {"idea": idea}, as_step=idea):
                tell(line)
        if review is None or review.helped_someone is None:
            key = press(words.ASK_SOMEONE, {"y": words.YES, "n": words.NO})
            if key is not None:
                self.keep({"helped_someone": key == "y"})
        self.ask_alone()
        self.ask_text("question", words.ASK_QUESTION)

    def ask_alone(self) -> None:
        """Ask once a month whether somebody is less alone; skipped, it waits for the next one."""
        if asks_if_alone(self.known.reviews, self.back.first):
            key = press(lived.ASK_ALONE, lived.ALONE_KEYS)
            meant = {"y": "yes", "n": "no", "t": "same", None: "skip"}
            self.keep({"alone": meant[key]})

    def ask_text(self, name: str, question: Question) -> str | None:
        """Ask for a few words, unless they were said already; keep and return them."""
        if self.back.review is not None and getattr(self.back.review, name):
            return None
        answer = ask(question)
        if answer:
            self.keep({name: answer})
        return answer


def talk(known: Known, back: Back, session: Session) -> None:
    """Show the week, ask about it, and say how to see it again."""
    emit_week(known, back, session, asks=True)
    room(session)
    explain(YOURS, words.OPENING)
    conversation = Talk(known, back, session)
    parts: tuple[Callable[[], Any], ...] = (conversation.ask_hours, conversation.ask_rest)
    for part in parts:
        if part() is False:
            return
    known = load(session, back.first)
    after = week_of(known, back.first, session)
    room(session)
    again = words.AGAIN.format(command=command(back, session))
    lines = [words.KEPT, again] if after != back else []
    say_lines([*lines, *more_care(known, session)], session)


def room(session: Session) -> None:
    """Leave an empty line on a terminal."""
    if not wants_plain(session.plain):
        say()
