"""A file that can be read twice: to look at it, and then to keep what is in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, cast

from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import spelled_out

PIECE = 1 << 20
STDIN = "-"


@contextmanager
def opened(typed: str, most_bytes: int, what: str) -> Iterator[BinaryIO]:
    """Open a file, or what comes on stdin (`-`) or through a pipe, which is kept for a while.

    Raises CouldNotError, and UsageError for more than `most_bytes` of `what`.
    """
    try:
        if typed == STDIN:
            with TemporaryFile() as kept:
                keep(getattr(sys.stdin, "buffer", sys.stdin), kept, most_bytes, what)
                yield cast("BinaryIO", kept)
            return
        with Path(spelled_out(typed)).open("rb") as file:
            if file.seekable():
                if os.fstat(file.fileno()).st_size > most_bytes:
                    raise too_much(most_bytes, what)
                yield file
                return
            with TemporaryFile() as kept:
                keep(file, kept, most_bytes, what)
                yield cast("BinaryIO", kept)
    except OSError as error:
        message = f"{typed} could not be read: {error.strerror or error}."
        raise CouldNotError(message) from error


def keep(stream: IO[Any], kept: IO[bytes], most_bytes: int, what: str) -> None:
    """Copy a stream that can be read only once, and go back to the beginning of the copy."""
    size = 0
    while piece := stream.read(PIECE):
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
        size += len(data)
        if size > most_bytes:
            raise too_much(most_bytes, what)
        kept.write(data)
    kept.seek(0)


def too_much(most_bytes: int, what: str) -> UsageError:
    """Return the refusal of what is too long."""
    message = f"This is more than {most_bytes >> 20} MB: too much for {what}."
    return UsageError(message, "Nothing was imported.")
