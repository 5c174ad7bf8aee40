"""Where a passphrase comes from: typed on the terminal, unseen, or a line of `--passphrase-fd N`.

Never from an argument or an environment variable, which other programs can read.
"""

from __future__ import annotations

import os
import sys

from recoverplan.cli.output import tell
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.store.unlocking import Asker, keep_out_of_dumps

TRIES = 3
LEAST = 8  # characters
LONGEST = 4096  # bytes
NEW = "New passphrase: "
AGAIN = "Type it again: "
DIFFERENT = "They don't match. Please try again."
TOO_SHORT = f"A passphrase takes at least {LEAST} characters: a few words in a row are good."


def asker(descriptor: int | None) -> Asker:
    """Return how this run gets a passphrase: the next line of a descriptor, or the terminal."""
    if descriptor is None:
        return Asker(typed, tell, TRIES)
    return Asker(lambda _: line_of(descriptor), tell, 1)


def new_passphrase(given: Asker, question: str = NEW) -> str:
    """Ask for a new passphrase: twice on a terminal, once from a descriptor.

    Raises UsageError for one that is too short, or where nobody can be asked.
    """
    while True:
        first = given.ask(question)
        if first is None:
            raise UsageError("This needs a new passphrase.", "Pass it with --passphrase-fd N.")
        if len(first) < LEAST:
            if given.tries == 1:
                raise UsageError(TOO_SHORT)
            tell(TOO_SHORT)
        elif given.tries == 1 or given.ask(AGAIN) == first:
            return first
        else:
            tell(DIFFERENT)


def typed(question: str) -> str | None:
    """Ask on the terminal, without showing what is typed; None where there is none."""
    if not (sys.stdin.isatty() or sys.stderr.isatty()):
        return None
    from getpass import getpass

    keep_out_of_dumps(secret=True)
    try:
        return getpass(question)
    except OSError:
        return None
    except UnicodeError:
        return ""  # bytes that are no text: a wrong passphrase


def line_of(descriptor: int) -> str:
    """Return the next line of a descriptor; what follows is left for the next question.

    Raises UsageError for one that is not open, CouldNotError at its end.
    """
    keep_out_of_dumps(secret=True)
    line = bytearray()
    try:
        while (byte := os.read(descriptor, 1)) and byte != b"\n" and len(line) < LONGEST:
            line += byte
    except OSError as error:
        message = f"--passphrase-fd {descriptor}: nothing can be read there."
        raise UsageError(message, "Like recoverplan --passphrase-fd 3 plan 3< FILE") from error
    if not byte and not line:
        message = f"--passphrase-fd {descriptor} has no line left for a passphrase."
        raise CouldNotError(message, "Each passphrase that is needed is a line of its own.")
    try:
        return bytes(line).removesuffix(b"\r").decode()
    except UnicodeDecodeError as error:
        message = f"--passphrase-fd {descriptor}: this is not text."
        raise UsageError(message) from error
