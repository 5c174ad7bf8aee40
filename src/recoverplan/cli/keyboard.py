"""Answering with one key on the terminal, where a question has two or three answers.

The key is taken as it is pressed. Whoever types the whole word, or Enter after it, may: what
comes right behind a key and goes on with its word is passed over. Where the terminal cannot give
single keys, a line does as well.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Mapping

from recoverplan.cli.asking import BACK, HELP, aside, ask, explain, tape, wait_for_typing
from recoverplan.cli.output import can_ask, tell, tell_before_answer
from recoverplan.errors import UsageError
from recoverplan.services.keeping import answers
from recoverplan.words import questions as words
from recoverplan.words.question import Question
from recoverplan.words.questions import NO, UNSURE, YES

ENTER = ("\n", "\r")
END = "\x04"  # Ctrl-D
LONGEST = 24  # letters; a longer answer is shown as its key
BACK_KEY = "b"  # of "back", where it is no answer
HABIT = 0.3  # seconds in which the next letter, or Enter, still belongs to the key before it


def press(
    question: Question, keys: Mapping[str, str], *, enter: str = "skip", leaves: str = ""
) -> str | None:
    """Ask for one of `keys` (a letter each, with what it means) and return it.

    None for Enter, which `enter` says in a word, and without a terminal. After a key of `leaves`
    nothing more is asked, so that it is acted on without any delay. Ctrl-C and Ctrl-D end the
    command as they do at every question.
    """
    if not can_ask():
        return None
    sys.stdout.flush()  # what was said before the question is read before it, in a pipe too
    room = min(LONGEST, max(map(len, keys.values())))  # for the answer, shown behind them
    listed = in_rows([*(f"{key} {means}" for key, means in keys.items()), f"Enter {enter}"], room)
    explain(question)
    if not single_keys():
        return ask(question, line=listed, check=lambda typed: one_of(typed, keys))
    while True:
        key = tape.again()
        if key is None:
            tell_before_answer(f"{listed}  ")
            answers.asked = True
            try:
                key = read_key(keys, leaves)
            except KeyboardInterrupt:
                tell()  # what comes next begins on a row of its own
                raise
            if key not in keys and key == BACK_KEY:
                key = min(BACK)
            if key in {HELP, *BACK}:
                tell()
                aside(key, question)
                continue
            if key in ENTER or key in keys:
                tape.keep(key)
        if key in ENTER or key in keys:
            tell("" if key in ENTER else keys[key] if len(keys[key]) <= LONGEST else key)
            return None if key in ENTER else key
        tell()


def in_rows(pieces: list[str], room: int) -> str:
    """Return the keys on one line, or on more, each whole, where the terminal is too narrow.

    Behind them stays `room` for the answer.
    """
    from shutil import get_terminal_size

    from recoverplan.domain.text import cells

    lines = pieces[:1]
    for piece in pieces[1:]:
        longer = f"{lines[-1]} · {piece}"
        last = room + 2 if piece is pieces[-1] else 0
        if cells(longer) + last < get_terminal_size().columns:
            lines[-1] = longer
        else:
            lines.append(piece)
    return "\n".join(lines)


def one_of(typed: str, keys: Mapping[str, str]) -> str:
    """Return the key that a line begins with. Raises UsageError."""
    key = typed[:1].casefold()
    if key in keys:
        return key
    message = words.NOT_OF_THESE.format(typed=typed)
    raise UsageError(message, words.TYPE_OR_ENTER.format(keys=", ".join(keys)))


def single_keys() -> bool:
    """Tell whether the terminal can give a key as it is pressed; on Windows it can't."""
    if sys.platform == "win32":
        return False
    try:
        import termios
    except ImportError:
        return False
    try:
        termios.tcgetattr(sys.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return False
    return True


def read_key(keys: Mapping[str, str], leaves: str = "") -> str:
    """Return the next key pressed, in lower case; "" for one that is no single letter.

    Raises EOFError at the end of input. What was typed ahead stays for the next question, but for
    the rest of the word that the key begins, and the Enter behind it; a word that means another key
    is that key. After a key of `leaves` only what is there already is passed over. Only where
    `single_keys` says yes.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    import termios
    import tty

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSADRAIN)
        if not tape.held:
            wait_for_typing()
        pressed = take(keyboard, None)
        if not pressed or pressed == END.encode():
            raise EOFError
        if pressed == b"\x1b" or pressed >= b"\x80":  # an arrow, a letter of several bytes
            pass_over(keyboard, pressed)
            return ""
        key = pressed.decode().lower()
        if key in ENTER:
            return key
        return meant_by(the_word(keyboard, key, keys, 0 if key in leaves else HABIT), keys)
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def take(keyboard: int, seconds: float | None) -> bytes:
    """Return the next byte: one that came ahead, else one typed within so many seconds, or none."""
    if not tape.held and select.select([keyboard], [], [], seconds)[0]:
        return os.read(keyboard, 1)
    first, tape.held = tape.held[:1], tape.held[1:]
    return first


def pass_over(keyboard: int, first: bytes) -> None:
    """Take the rest of an arrow's letters, or of a letter of several bytes."""
    while more := take(keyboard, 0.05):
        if first == b"\x1b":
            if (more.isalpha() and more != b"O") or more == b"~":
                return
        elif not b"\x80" <= more < b"\xc0":
            tape.held = more + tape.held
            return


def meant_by(word: str, keys: Mapping[str, str]) -> str:
    """Return the key that a whole word means: "not sure" is no "no"; else its first letter."""
    for key, said in (("u", UNSURE), ("y", YES), ("n", NO)):
        if key in keys and len(word) > 1 and word in said:
            return key
    return word[:1]


def the_word(keyboard: int, key: str, keys: Mapping[str, str], seconds: float) -> str:
    """Return the word that goes on with a key ("es" of yes); the Enter behind it is taken too."""
    begun = [*YES, *NO, *UNSURE, keys.get(key, ""), "<back", "back"]
    typed = key
    while more := take(keyboard, seconds):
        if more in {b"\n", b"\r"}:
            break
        longer = typed + more.decode(errors="replace").lower()
        if not any(word.startswith(longer) for word in begun):
            tape.held = more + tape.held  # it answers the next question
            break
        typed = longer
    return typed
