"""How an answer leaves the program: one `emit` chooses JSON, plain lines or the terminal's screen.

Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache

SPACES = (ord("\n"), ord("\t"))
PIECE = 50_000  # characters that are written at once
WIDTH = 80  # columns of a terminal that doesn't say
NARROWEST = 20  # columns; no line that is shorter needs to be broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rich.console import Console

    from recoverplan.writers.terminal.style import Screen


def wants_plain(asked: bool) -> bool:
    """Tell whether plain lines are wanted: asked for, a dumb terminal, or no terminal at all.

    With FORCE_COLOR (`--color always`) a pipe gets what a terminal would.
    """
    forced = os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR")
    return asked or os.environ.get("TERM") == "dumb" or not (forced or sys.stdout.isatty())


def use_color(when: str) -> None:
    """Take `--color`: Rich, and all that is started from here, go by the environment.

    Raises UsageError for anything but auto, always and never.
    """
    if when.casefold() not in {"auto", "always", "never"}:
        from recoverplan.errors import UsageError
        from recoverplan.words.usage import COLOR_LIKE, NO_SUCH_COLOR

        raise UsageError(NO_SUCH_COLOR.format(typed=when), COLOR_LIKE)
    if when.casefold() != "auto":
        always = when.casefold() == "always"
        os.environ["FORCE_COLOR" if always else "NO_COLOR"] = "1"
        os.environ.pop("NO_COLOR" if always else "FORCE_COLOR", None)


def can_ask() -> bool:
    """Tell whether a person is there to answer: without a terminal nothing is ever asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def console() -> Console:
    """Return the terminal's console; Rich honours NO_COLOR and COLUMNS."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def emit(
    *,
    plain: Callable[[], Iterable[str]],
    plainly: bool,
    screen: Callable[[int], Screen] | None = None,
    document: Callable[[], Mapping[str, Any]] | None = None,
) -> None:
    """Print one answer to stdout.

    `document`, where given, wins: the JSON object (the caller passes it only with `--json`).
    Else plain lines where `plainly` or the output is no terminal, or there is no `screen`; else
    the screen, made for the terminal's width.
    """
    if document is not None:
        emit_document(document())
    elif screen is None or wants_plain(plainly):
        if sys.stdout.isatty():
            for line in plain():
                say(line)
        else:
            for piece in in_pieces(f"{line}\n" for line in plain()):
                write(sys.stdout, harmless(piece), end="")
    else:
        # By way of `write`: Rich itself would crash on an ASCII terminal.
        show(drawn(screen(columns())).removesuffix("\n"))


def emit_document(document: Mapping[str, Any]) -> None:
    """Print a JSON object to stdout."""
    from recoverplan.cli.json_out import json_of

    print_json(json_of(document))


def drawn(made: Screen) -> str:
    """Return a screen as text; Rich draws it on Windows, and in a notebook."""
    own = sys.platform != "win32" and not {"TTY_COMPATIBLE", "JPY_PARENT_PID"} & set(os.environ)
    if own:
        # Rich goes by the same.
        forced = os.environ.get("FORCE_COLOR")
        styled = sys.stdout.isatty() if forced is None else forced != ""
        return made.text(
            styled=styled and os.environ.get("TERM", "").lower() not in {"dumb", "unknown"},
            colored=not os.environ.get("NO_COLOR"),
        )
    return drawn_by_rich(made)


def drawn_by_rich(made: Screen) -> str:
    """Return a screen as Rich writes it, by all that it knows of consoles."""
    out = console()
    with out.capture() as caught:
        out.print(made, crop=False)
    return caught.get()


def columns() -> int:
    """Return how wide the terminal is, by COLUMNS or of the first stream that is one; else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and len(said) < 6 and int(said):  # a longer one is no width
        return int(said)
    for stream in (0, 1, 2):
        with suppress(OSError, ValueError):
            return os.get_terminal_size(stream).columns or WIDTH
    return WIDTH


def show(text: str) -> None:
    """Print a text; with $PAGER where it is longer than the terminal."""
    pager = os.environ.get("PAGER", "")
    if pager and sys.stdout.isatty() and sys.stdin.isatty():
        from shutil import get_terminal_size

        if text.count("\n") + 2 > get_terminal_size().lines and paged(pager, text):
            return
    write(sys.stdout, text)


def paged(pager: str, text: str) -> bool:
    """Hand a text to the pager; False where there is none of that name.

    less, unless told otherwise, shows colors, and leaves the text on the screen.
    """
    import shlex
    import subprocess

    try:
        subprocess.run(  # noqa: S603 - the person's own
            shlex.split(pager), input=text + "\n", encoding=sys.stdout.encoding,
            errors="replace", check=False, env={"LESS": "FRX", **os.environ},
        )  # fmt: skip
    except (OSError, ValueError):
        return False
    return True


def in_pieces(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts put together, some at a time: many are quicker to write so, and few are kept."""
    piece: list[str] = []
    size = 0
    for text in texts:
        piece.append(text)
        size += len(text)
        if size > PIECE:
            yield "".join(piece)
            piece, size = [], 0
    yield "".join(piece)


def print_json(texts: Iterable[str]) -> None:
    """Print JSON that comes in pieces, and end the line."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    for piece in in_pieces(texts):
        write(sys.stdout, harmless_json(piece, encoding), end="")
    write(sys.stdout, "")


def harmless_json(text: str, encoding: str) -> str:
    r"""Return JSON in which what a terminal would obey, or the encoding cannot hold, is \uXXXX.

    A look-alike of a letter would be another value, and one of a quotation mark no JSON at all.
    What a terminal would obey was taken out when it was read in; this holds for a store that
    somebody tampered with.
    """
    from recoverplan.domain.text import fits

    if text.isascii() and "\x7f" not in text:
        return text
    text = text.translate(escapes())
    if not fits(text, encoding):
        import json

        text = "".join(one if one.isascii() else json.dumps(one)[1:-1] for one in text)
    return text


@cache
def escapes() -> dict[int, str]:
    """Return how JSON writes what a terminal would obey; it writes what is below a space itself."""
    from recoverplan.domain.text import TAKEN_OUT

    return {code: f"\\u{code:04x}" for code in TAKEN_OUT if code > ord(" ")}


def say(line: str = "") -> None:
    """Print a line to stdout; on a terminal broken at spaces, never inside a word."""
    write(sys.stdout, broken(sys.stdout, harmless(line)))


def tell(line: str = "") -> None:
    """Print a line to stderr: notes, questions, errors."""
    write(sys.stderr, broken(sys.stderr, harmless(line)))


def tell_before_answer(text: str) -> None:
    """Print to stderr what an answer is typed behind, on the same line."""
    write(sys.stderr, harmless(text), end="")
    sys.stderr.flush()


def harmless(line: str) -> str:
    """Return lines without what a terminal would obey. What is entered, and the names of files, are
    cleaned where they come in or are put into a sentence; this is for what slipped through.
    """
    if line.isascii() and line.replace("\n", "").isprintable():
        return line
    return line.translate(obeyed())


@cache
def obeyed() -> dict[int, None]:
    """Return what a terminal obeys, but for the ends of lines and tabs."""
    from recoverplan.domain.text import TAKEN_OUT

    return {code: None for code in TAKEN_OUT if code not in SPACES}


def broken(stream: Any, line: str) -> str:
    """Return a line with breaks at spaces where the terminal would break it inside a word.

    A word longer than the terminal is wide (a path, a command) stays whole, to be copied.
    """
    if len(line) < NARROWEST or not stream.isatty():
        return line
    from shutil import get_terminal_size

    from recoverplan.domain.text import cells

    width = get_terminal_size().columns
    rows: list[str] = []
    for row in beside_marks(line.split("\n"), width):
        first, *words = row.split(" ") if cells(row) > width else [row]
        indent = " " * indented(row)
        rows.append(first)
        for word in words:
            longer = f"{rows[-1]} {word}"
            if rows[-1].strip() and cells(longer) > width:
                rows.append(indent + word)
            else:
                rows[-1] = longer
    return "\n".join(rows)


def indented(row: str) -> int:
    """Return where the text of an indented row begins: of "  7  tired" behind the number."""
    number, _, text = row.strip().partition("  ")
    told = text if number.isdecimal() else row
    return len(row) - len(told.lstrip()) if row.startswith(" ") else 0


def beside_marks(rows: list[str], width: int) -> list[str]:
    """Return rows in which whatever is underlined (^^^) is cut to the width, not broken.

    What is cut off stands as an ellipsis; the mark stays under what it marks.
    """
    from recoverplan.domain.text import cells

    fitted = list(rows)
    for place, mark in enumerate(rows[1:], 1):
        if set(mark) != {" ", "^"} or max(cells(rows[place - 1]), len(mark)) <= width:
            continue
        indent = len(rows[place - 1]) - len(rows[place - 1].lstrip(" "))
        fitted[place - 1 : place + 1] = cut_around(rows[place - 1], mark, indent, width)
    return fitted


def cut_around(row: str, mark: str, indent: int, width: int) -> tuple[str, str]:
    """Return a row and the mark under it, both cut to the width around what is marked."""
    from recoverplan.domain.text import cells

    left, long = mark.index("^"), mark.count("^")
    room = width - indent - 2  # an ellipsis at both ends
    shown = min(long, room)
    begin = max(indent, min(left - (room - shown) // 2, cells(row) - room))
    if begin <= indent + 1:
        begin = indent
    kept, at = "", 0
    for letter in row:
        if at >= begin and cells(kept) + cells(letter) <= room:
            kept += letter
        elif at >= begin:
            break
        at += cells(letter)
    before = "…" if begin > indent else ""
    after = "…" if begin + cells(kept) < cells(row) else ""
    space = " " * (indent + len(before) + left - begin)
    return f"{' ' * indent}{before}{kept}{after}", f"{space}{'^' * shown}"


def write(stream: Any, line: str, *, end: str = "\n") -> None:
    """Write a line to `stream`; an ASCII terminal gets substitutes, never a crash."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        if not line.isascii():
            line.encode(encoding)
    except UnicodeError:
        from recoverplan.domain.text import substitute

        line = substitute(line, encoding)
    stream.write(line + end)
