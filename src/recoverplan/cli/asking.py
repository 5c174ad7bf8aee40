"""Asking a person on the terminal: every question may be skipped, a bad answer is asked again.

Questions go to stderr, so that stdout holds results alone. Without a terminal nothing is asked:
every function here then answers as if the question had been skipped. Ctrl-C and Ctrl-D end the
command with exit code 130.
"""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, TextIO, TypeVar, overload

from recoverplan.cli.output import can_ask, tell, tell_before_answer
from recoverplan.domain.extent import bounded
from recoverplan.errors import Back, RecoverplanError, UsageError
from recoverplan.services.keeping import answers
from recoverplan.words import questions as words
from recoverplan.words.question import Question


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
    """The answers of one run, in order. `at` is how many of them this go has given already.

    `left` are those that were gone back behind, the next one last: each is offered again.
    """

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.left: list[str] = []
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
        """Keep an answer that the person has just given.

        Behind one that is another now, other questions may come: nothing is offered there.
        """
        self.answers.append(answer)
        self.at += 1
        if self.left and self.left.pop() != answer:
            self.left.clear()

    def stands(self) -> str:
        """Return the answer that stood here before it was gone back behind; "" for none."""
        return self.left[-1] if self.left and self.left[-1] != SKIP else ""

    def let_go(self, place: int, left: list[str]) -> None:
        """Let go of the answers from a place on, where `left` were to be offered."""
        del self.answers[place:]
        self.at, self.left = min(self.at, place), left

    def back(self) -> None:
        """Go to the question before. Raises Back; nothing where this is the first."""
        if self.answers:
            raise Back

    def rewind(self) -> None:
        """Begin again, silently, without the last answer."""
        self.left.append(self.answers.pop())
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
        self.answers, self.left, self.at = [], [], 0


tape = Tape()


T = TypeVar("T")
SKIP = "-"  # typed instead of what is offered: none at all
HELP = "?"
BACK = frozenset(["back", "<"])
LITTLE = re.compile(r"^(?:(?:my|an?|the|some|it's|its|to|in|from|i'm)\s+)+")
BETWEEN = re.compile(r"\s*(?:[,;/&+]|\band\b|\bor\b|(?<=\d)\s+(?=\d))\s*", re.IGNORECASE)


@overload
def ask(
    question: Question, *, default: str | None = None, line: str = "", enter: str = ""
) -> str | None: ...
@overload
def ask(
    question: Question,
    *,
    default: str | None = None,
    check: Callable[[str], T],
    line: str = "",
    enter: str = "",
) -> T | None: ...
def ask(
    question: Question,
    *,
    default: str | None = None,
    check: Callable[[str], T] | None = None,
    line: str = "",
    enter: str = "",
) -> T | str | None:
    """Ask one line and return what `check` makes of it; None when it is skipped.

    `check` gets the answer cleaned and raises RecoverplanError for one that will not do: its
    message and hint are shown and the question comes again. Without `check` the text is the
    answer. Enter skips, or takes `default` where there is one, and whoever came back here keeps
    what they had answered; "-" always skips; "back" and "<" go to the question before, "?"
    explains this one. `line` is what stands where the answer is
    typed, where the question itself stands above; `enter` what Enter says, where `line` shows it.
    """
    while can_ask():
        typed, left = tape.again(), [*tape.left]
        if typed is None:
            answers.asked = True
            shown, stands = line or question, tape.stands()
            offered = stands or default
            typed = read_line(f"{shown} [{offered}]" if offered else shown)
            if aside(typed, question, "" if stands else enter, offered):
                continue
            typed = typed or stands
            tape.keep(typed)
        place = tape.at - 1
        answer = typed or default
        if not answer or typed == SKIP:
            return None
        try:
            return bounded(answer) if check is None else check(answer)
        except RecoverplanError as error:
            tape.let_go(place, left)
            tell(error.message)
            if error.hint:
                tell(error.hint)
    return None


def aside(typed: str, question: Question, enter: str = "", default: str | None = None) -> bool:
    """Tell whether what was typed is no answer: "?" is answered here. Raises Back for "back"."""
    if typed == HELP:
        takes = words.ENTER_TAKES.format(what=enter or default)
        ways = [takes if enter or default else words.ENTER_SKIPS, words.ANY_QUESTION]
        explain(question.why, " ".join([*ways, words.MINUS] if default else ways))
        return True
    if typed.casefold() in BACK:
        tape.back()
        explain(words.FIRST_QUESTION)
        return True
    return False


Synonyms = Mapping[str, Sequence[str]]


@overload
def choose(
    question: Question,
    options: Sequence[str] | Mapping[str, str],
    *,
    several: Literal[False] = False,
    also: Synonyms | None = None,
    default: str | None = None,
) -> str | None: ...
@overload
def choose(
    question: Question,
    options: Sequence[str] | Mapping[str, str],
    *,
    several: Literal[True],
    also: Synonyms | None = None,
    default: str | None = None,
) -> tuple[str, ...]: ...
def choose(
    question: Question,
    options: Sequence[str] | Mapping[str, str],
    *,
    several: bool = False,
    also: Synonyms | None = None,
    default: str | None = None,
) -> str | tuple[str, ...] | None:
    """Offer a numbered list and return what was chosen; skipped: None, or () with `several`.

    `default` is the option that Enter takes.

    A mapping gives each option the words to show it with. An answer is a number, a word of an
    option, one of its synonyms (`also`); with `several`, a few of them with commas or "and".
    """
    shown = dict(options) if isinstance(options, Mapping) else {one: one for one in options}
    offer(question, shown.values())
    if several:
        found = ask(
            question, line=words.NUMBERS, check=lambda typed: chosen_several(typed, shown, also)
        )
        return found or ()
    usual = str([*shown].index(default) + 1) if default in shown else None
    return ask(
        question,
        line=words.NUMBER,
        default=usual,
        check=lambda typed: chosen(typed, shown, also),
    )


def offer(question: str, texts: Iterable[str]) -> None:
    """Show a question and a numbered list; the answer is then asked for."""
    if can_ask():
        explain(question)
        for number, text in enumerate(texts, start=1):
            tell(f"  {number}  {text}")


def chosen(typed: str, shown: Mapping[str, str], also: Synonyms | None = None) -> str:
    """Return the option that an answer means. Raises UsageError."""
    values = list(shown)
    if typed.isdecimal() and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    key = meant(typed)
    for same in (str.__eq__, synonym_of(also), str.startswith, has_word):
        found = [
            value
            for value in values
            if same(value.casefold(), key) or same(shown[value].casefold(), key)
        ]
        if len(found) == 1 and key:
            return found[0]
    if also:  # "my old sponsor", "an NA friend"
        spoken = key.split()
        for value in values:
            if any(word in also.get(value, ()) for word in spoken):
                return value
    which = words.NUMBER_OR_WORD.format(
        number=numbers_up_to(len(values)), word=a_word(values[0], shown)
    )
    raise UsageError(words.NOT_ONE.format(typed=typed, which=which))


def numbers_up_to(last: int) -> str:
    """Say which numbers a list has: "1", "a number from 1 to 3"."""
    return words.ONE_NUMBER if last == 1 else words.NUMBER_UP_TO.format(last=last)


def meant(typed: str) -> str:
    """Return an answer as options are compared: without case, "my", "a" and the like."""
    return LITTLE.sub("", typed.casefold().replace("’", "'").strip(" .!"))


def synonym_of(also: Synonyms | None) -> Callable[[str, str], bool]:
    """Return what tells whether an answer is a synonym of an option."""
    return lambda option, key: key in (also or {}).get(option, ())


def a_word(value: str, shown: Mapping[str, str]) -> str:
    """Return a word that an option can be chosen by."""
    return value if value.isalpha() else shown[value].split()[0].strip(",;:")


def has_word(text: str, word: str) -> bool:
    """Tell whether `word` is one of the words of `text`, whatever is around it."""
    return word in [one.strip(",.:;()") for one in text.split()]


def chosen_several(
    typed: str, shown: Mapping[str, str], also: Synonyms | None = None
) -> tuple[str, ...]:
    """Return the options that an answer means: numbers and words, with commas, "and" or blanks."""
    parts = [part.strip() for part in BETWEEN.split(typed) if part.strip()]
    found: list[str] = []
    for part in parts:
        try:
            found.append(chosen(part, shown, also))
        except UsageError:
            if len(part.split()) < 2:
                raise
            found += [chosen(word, shown, also) for word in part.split()]
    return tuple(dict.fromkeys(found))


def confirm(question: Question, *, default: bool = False) -> bool:
    """Ask a yes-or-no question; Enter, and no terminal, give `default`."""
    choices = words.YES_ELSE if default else words.NO_ELSE
    enter = words.YES_WORD if default else words.NO_WORD
    answer = ask(question, line=f"{question} ({choices})", enter=enter, check=yes_or_no)
    return default if answer is None else answer


def yes_or_no(typed: str) -> bool:
    """Read a yes or a no, in the words in which people say it. Raises UsageError."""
    word = typed.casefold().replace("’", "'").strip(" .!")
    if word in words.YES:
        return True
    if word in words.NO:
        return False
    raise UsageError(words.YES_OR_NO)


def sure_or_not(typed: str) -> str:
    """Read yes, no or unsure. Raises UsageError."""
    if typed.casefold().replace("’", "'").strip(" .!") in words.UNSURE:
        return "unsure"
    with suppress(UsageError):
        return "yes" if yes_or_no(typed) else "no"
    raise UsageError(words.YES_NO_UNSURE)


def explain(*lines: str) -> None:
    """Tell something before or between questions; broken at spaces where the terminal ends."""
    for line in lines:
        for part in broken(line):
            tell(part)


def broken(line: str) -> list[str]:
    """Return a line in parts as wide as the terminal at most, each as far in as the line."""
    from shutil import get_terminal_size

    from recoverplan.domain.text import cells
    from recoverplan.writers.columns import wrap

    width = max(get_terminal_size().columns - 1, 20)
    if cells(line) <= width:
        return [line]
    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    return [indent + part for part in wrap(text, width - len(indent))]


def typed_line() -> str:
    """Return the next line that is typed, "" at the end of input.

    Read from the terminal itself: while a single key is waited for, lines that are typed ahead
    arrive as one piece, and what Python would keep back of it no later question would see.
    """
    keyboard = terminal()
    if keyboard is None:
        return sys.stdin.readline()
    while b"\n" not in tape.held:
        wait_for_typing()
        more = os.read(keyboard, 4096)
        if not more:
            break
        tape.held += more
    line, end, tape.held = tape.held.partition(b"\n")
    return (line + end).decode(errors="replace")


def terminal() -> int | None:
    """Return the descriptor that the terminal is read from; None where lines come otherwise."""
    if sys.platform == "win32":
        return None
    try:
        return sys.stdin.fileno() if sys.stdin.isatty() else None
    except (OSError, ValueError):
        return None


def read_line(prompt: str) -> str:
    """Print `prompt` to stderr and return the line typed, cleaned. Raises EOFError at its end."""
    from recoverplan.domain.text import clean

    *above, last = broken(prompt.rstrip())
    for part in above:
        tell(part)
    tell_before_answer(f"{last} ")
    try:
        line = typed_line()
    except UnicodeDecodeError:
        line = "\n"  # bytes that are no text say nothing
    if not line:
        raise EOFError
    return clean(line)


def wait_for_typing() -> None:
    """Wait until there is something to read from the terminal, or a signal has come.

    Python only notes a signal, and raises KeyboardInterrupt before its next instruction: one that
    comes just before a read begins would wait there for the next line. The wakeup descriptor has a
    byte to read from that moment on (docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
    """
    if sys.platform == "win32" or not sys.stdin.isatty():  # there select takes sockets alone
        return
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    before = signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    try:
        select.select([sys.stdin, woken], [], [])
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waking)
