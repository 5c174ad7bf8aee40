"""What was answered in this conversation, so that "back" can return to the question before.

A command that is taken back a question runs again from its beginning: what was answered before is
given again without being shown, and what the conversation had written is taken out first.
"""

from __future__ import annotations

import sys
from typing import Any, TextIO

from recoverplan.errors import Back


class Silent:
    """A stream that shows nothing, and is as the other one in all else."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        """Leave a text out."""
        return len(text)


class Tape:
    """The answers of one run, in order. `at` is how many of them this go has given already."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.at = 0
        self.streams: tuple[TextIO, TextIO] | None = None
        self.held = b""  # what was read of the terminal, and is to be answered with

    def again(self) -> str | None:
        """Return the next answer that was given before; None where the person is to be asked."""
        if self.at >= len(self.answers):
            self.aloud()
            return None
        self.at += 1
        answer = self.answers[self.at - 1]
        if self.at == len(self.answers):
            self.aloud()
        return answer

    def keep(self, answer: str) -> None:
        """Keep an answer that the person has just given."""
        self.answers.append(answer)
        self.at += 1

    def let_go(self, place: int) -> None:
        """Let go of the answers from a place on."""
        del self.answers[place:]
        self.at = min(self.at, place)

    def back(self) -> None:
        """Go to the question before. Raises Back; nothing where this is the first."""
        if self.answers:
            raise Back

    def rewind(self) -> None:
        """Begin again, silently, without the last answer."""
        self.answers.pop()
        self.at = 0
        if self.answers:
            self.streams = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = Silent(sys.stdout), Silent(sys.stderr)

    def aloud(self) -> None:
        """Show again what is printed."""
        if self.streams is not None:
            sys.stdout, sys.stderr = self.streams
            self.streams = None

    def forget(self) -> None:
        """Begin anew: there is no way back behind this."""
        self.aloud()
        self.answers, self.at = [], 0


tape = Tape()
