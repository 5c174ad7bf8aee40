"""Asking a program of the system: never for long, and in its own words where it refuses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from subprocess import CompletedProcess, SubprocessError, run

from recoverplan.errors import CouldNotError
from recoverplan.words import remind as words

SECONDS = 20.0
NOTHING: Mapping[str, str] = {}


def ask(
    *command: str,
    given: bytes | None = None,
    seconds: float = SECONDS,
    environment: Mapping[str, str] = NOTHING,
) -> CompletedProcess[bytes]:
    """Run a program and return what came of it; its own messages are in English.

    Raises CouldNotError where it is not there, or does not answer.
    """
    program = shutil.which(command[0])
    if program is None:
        raise CouldNotError(words.NO_PROGRAM.format(name=command[0]), words.OTHER_WAYS)
    try:
        return run(  # noqa: S603 - fixed words and our own paths
            [program, *command[1:]],
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "LC_ALL": "C", **environment},
        )
    except (OSError, SubprocessError) as error:
        raise CouldNotError(words.NO_ANSWER.format(name=command[0]), words.OTHER_WAYS) from error


def done(
    *command: str, given: bytes | None = None, environment: Mapping[str, str] = NOTHING
) -> None:
    """Run a program that has to succeed. Raises CouldNotError with what it said."""
    answer = ask(*command, given=given, environment=environment)
    if answer.returncode:
        said = answer.stderr.decode(errors="replace").strip()
        message = words.PROGRAM_SAID.format(name=command[0], said=said or answer.returncode)
        raise CouldNotError(message, words.OTHER_WAYS)
