"""Asking a person on the terminal: every question may be skipped, a bad answer is asked again.

Questions go to stderr, so that stdout holds results alone. Without a terminal nothing is asked:
every function here then answers as if the question had been skipped. Ctrl-C and Ctrl-D end the
command with exit code 130.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, TypeVar, overload

from recoverplan.cli.output import can_ask, tell
from recoverplan.domain.bounds import bounded
from recoverplan.errors import RecoverplanError, UsageError

T = TypeVar("T")
SKIP = "-"  # typed instead of what is offered: none at all


@overload
def ask(question: str, *, default: str | None = None) -> str | None: ...
@overload
def ask(question: str, *, default: str | None = None, check: Callable[[str], T]) -> T | None: ...
def ask(
    question: str, *, default: str | None = None, check: Callable[[str], T] | None = None
) -> T | str | None:
    """Ask one line and return what `check` makes of it; None when it is skipped.

    `check` gets the answer cleaned and raises RecoverplanError for one that will not do: its
    message and hint are shown and the question comes again. Without `check` the text is the
    answer. Enter skips, or takes `default` where there is one; "-" always skips.
    """
    while can_ask():
        typed = read_line(f"{question} [{default}]" if default else question)
        answer = typed or default
        if not answer or typed == SKIP:
            return None
        try:
            return bounded(answer) if check is None else check(answer)
        except RecoverplanError as error:
            tell(error.message)
            if error.hint:
                tell(error.hint)
    return None


@overload
def choose(
    question: str, options: Sequence[str] | Mapping[str, str], *, several: Literal[False] = False
) -> str | None: ...
@overload
def choose(
    question: str, options: Sequence[str] | Mapping[str, str], *, several: Literal[True]
) -> tuple[str, ...]: ...
def choose(
    question: str, options: Sequence[str] | Mapping[str, str], *, several: bool = False
) -> str | tuple[str, ...] | None:
    """Offer a numbered list and return what was chosen; skipped: None, or () with `several`.

    A mapping gives each option the words to show it with. An answer is a number, or as much of
    an option or of its words as is needed to tell it; with `several`, a few of them with commas.
    """
    shown = dict(options) if isinstance(options, Mapping) else {one: one for one in options}
    offer(question, shown.values())
    if several:
        found = ask("Numbers, like 1,2:", check=lambda typed: chosen_several(typed, shown))
        return found or ()
    return ask("Number:", check=lambda typed: chosen(typed, shown))


def offer(question: str, texts: Iterable[str]) -> None:
    """Show a question and a numbered list; the answer is then asked for."""
    if can_ask():
        explain(question)
        for number, text in enumerate(texts, start=1):
            tell(f"  {number}  {text}")


def chosen(typed: str, shown: Mapping[str, str]) -> str:
    """Return the option that an answer means. Raises UsageError."""
    values = list(shown)
    if typed.isdecimal() and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    key = typed.casefold()
    for same in (str.__eq__, str.startswith, has_word):
        found = [
            value
            for value in values
            if same(value.casefold(), key) or same(shown[value].casefold(), key)
        ]
        if len(found) == 1:
            return found[0]
    message = f'"{typed}" is not one of these.'
    raise UsageError(message, f"Type a number from 1 to {len(values)}, or Enter to skip.")


def has_word(text: str, word: str) -> bool:
    """Tell whether `word` is one of the words of `text`, whatever is around it."""
    return word in [one.strip(",.:;()") for one in text.split()]


def chosen_several(typed: str, shown: Mapping[str, str]) -> tuple[str, ...]:
    """Return the options that an answer with commas or blanks between numbers means."""
    parts = [part.strip() for part in typed.split(",")]
    if len(parts) == 1 and all(word.isdecimal() for word in typed.split()):
        parts = typed.split()
    return tuple(dict.fromkeys(chosen(part, shown) for part in parts if part))


def confirm(question: str, *, default: bool = False) -> bool:
    """Ask a yes-or-no question; Enter, and no terminal, give `default`."""
    choices = "Y/n" if default else "y/N"
    answer = ask(f"{question} ({choices})", check=yes_or_no)
    return default if answer is None else answer


def yes_or_no(typed: str) -> bool:
    """Read a yes or a no. Raises UsageError."""
    word = typed.casefold()
    if word in {"y", "yes"}:
        return True
    if word in {"n", "no"}:
        return False
    raise UsageError("Please answer yes or no: y or n.")


def explain(*lines: str) -> None:
    """Tell something before or between questions; broken at spaces where the terminal ends."""
    for line in lines:
        for part in broken(line):
            tell(part)


def broken(line: str) -> list[str]:
    """Return a line in parts as wide as the terminal at most."""
    from shutil import get_terminal_size

    from recoverplan.domain.text import cells
    from recoverplan.writers.columns import wrap

    width = max(get_terminal_size().columns - 1, 20)
    return [line] if cells(line) <= width else wrap(line, width)


def read_line(prompt: str) -> str:
    """Print `prompt` to stderr and return the line typed, cleaned. Raises EOFError at its end."""
    from recoverplan.domain.text import clean

    *above, last = broken(prompt.rstrip())
    for part in above:
        tell(part)
    sys.stderr.write(f"{last} ")
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        line = "\n"  # bytes that are no text say nothing
    if not line:
        raise EOFError
    return clean(line)
