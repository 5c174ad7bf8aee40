"""Text that comes from anyone: made harmless when it is read in and again when it is shown.

What is dangerous on a terminal or in a file is taken out, never refused: escape sequences, control
characters, bidirectional embeddings, overrides and isolates (they reorder what stands after them),
and halves of surrogate pairs, which no file can hold. Everything else stays as typed: brackets that
look like markup, emoji joined by ZWJ, the ZWNJ of Persian.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ESC, BEL, CSI, OSC, ST = "\x1b", "\x07", "\x9b", "\x9d", "\x9c"
# DCS, SOS, OSC, PM and APC: a string for the terminal, ended by ST (or, in practice, BEL).
STRINGS = {"P": "\x90", "X": "\x98", "]": OSC, "^": "\x9e", "_": "\x9f"}
STRING_STARTS = frozenset(STRINGS.values())

LINE_ENDS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
TAKEN_OUT = dict.fromkeys(
    code
    for codes in (
        range(0x20),
        range(0x7F, 0xA0),
        range(0x202A, 0x202F),  # embeddings and overrides
        range(0x2066, 0x206A),  # isolates
        range(0xD800, 0xE000),  # surrogates
        (0xFEFF,),  # a byte order mark inside a text
    )
    for code in codes
)
# Spaces are folded afterwards; until then a control character that separates is a space.
ONE_LINE = TAKEN_OUT | {ord(character): " " for character in LINE_ENDS + "\t\r\x1f"}
LINES = ONE_LINE | {ord(character): "\n" for character in LINE_ENDS + "\r"}


def clean(text: str) -> str:
    """Return `text` as one harmless line, spaces folded; "" if nothing of it can be seen."""
    if text.isprintable():  # as nearly all are: then spaces are all there is to fold
        folded = " ".join(text.split()) if "  " in text else text.strip()
    else:
        folded = " ".join(without_sequences(as_utf8(text)).translate(ONE_LINE).split())
    return folded if folded.isascii() or cells(folded) else ""


def shown(name: object) -> str:
    """Return a path as a screen shows it: a file or folder may be called anything."""
    return clean(str(name))


def clean_note(text: str) -> str:
    """Return `text` harmless, its line breaks kept; without spaces at line ends, empty ends."""
    plain = without_sequences(as_utf8(text)).replace("\r\n", "\n").translate(LINES)
    lines = "\n".join(line.rstrip() for line in plain.split("\n")).strip("\n")
    return lines if any(cells(line.strip()) for line in lines.split("\n")) else ""


def as_utf8(text: str) -> str:
    """Return `text` with the bytes that a command line could not read taken as UTF-8.

    In a locale without letters beyond ASCII, Python hands each byte of them on as half a surrogate
    pair. What is no UTF-8 stays so, and is taken out afterwards.
    """
    if not any("\udc80" <= character <= "\udcff" for character in text):
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other halves of pairs are in it
        return text


def without_sequences(text: str) -> str:
    """Take out whole terminal sequences, so that no "[31m" is left of them.

    A sequence that is not finished loses only its first character: what follows may be words.
    """
    if ESC not in text and not any("\x80" <= character <= "\x9f" for character in text):
        return text
    kept: list[str] = []
    place = 0
    while place < len(text):
        past = sequence_end(text, place)
        if past == place:
            kept.append(text[place])
            past = place + 1
        place = past
    return "".join(kept)


def sequence_end(text: str, place: int) -> int:
    """Return where the sequence that begins at `place` ends; `place` itself if none does."""
    first, after = text[place], place + 1
    if first == ESC:
        second = text[after : after + 1]
        if second == "[":
            first, after = CSI, after + 1
        elif second in STRINGS:
            first, after = STRINGS[second], after + 1
        else:
            return place
    if first == CSI:
        while after < len(text) and " " <= text[after] <= "?":
            after += 1
        return after + 1 if "@" <= text[after : after + 1] <= "~" else place
    if first in STRING_STARTS:
        for past in range(after, len(text)):
            if text[past] in (BEL, ST) or text.startswith(ESC + "\\", past):
                return past + (2 if text[past] == ESC else 1)
            if text[past] in "\r\n":
                break
    return place


def as_typed(text: str) -> str:
    """Return a text as one word of a command line, in the quotes that are easiest to read."""
    import shlex

    quoted = shlex.quote(text)
    return f'"{text}"' if quoted != text and not set(text) & set('"$`\\!') else quoted


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing: "1 record", "2 records"."""
    return f"{number} {thing}{'s' * (number != 1)}"


def digits_of(text: str) -> str:
    """Return only the digits of a text, such as a number with spaces and dashes."""
    return "".join(letter for letter in text if letter.isdecimal())


def without_marks(text: str) -> str:
    """Return a text without the marks of its letters: "Miércoles" is Miercoles."""
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return "Arabic", "Arabic and Farsi", "Arabic, Farsi and Polish"."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def cells(text: str) -> int:
    """Return how many columns of a terminal `text` takes: wide characters two, marks none."""
    if text.isascii():
        return len(text) if text.isprintable() else sum(map(str.isprintable, text))
    import unicodedata

    total = width = 0
    joined = False  # the character before was a joiner: this one is drawn into it
    for character in text:
        if character == "\u200d":
            joined = True
            continue
        if character == "\ufe0f":  # asks for the emoji form, two columns wide
            total += width == 1
            width = 2
            continue
        if joined or "\U0001f3fb" <= character <= "\U0001f3ff":
            joined = False
            if width == 2:
                continue
        kind = unicodedata.category(character)
        if kind in ("Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp") or "\u1160" <= character <= "\u11ff":
            continue
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        total += width
    return total


LOOKALIKES = {
    "–": "-", "—": "-", "‑": "-", "−": "-", "·": "-", "•": "*", "…": "...", "‘": "'", "’": "'",
    "“": '"', "”": '"', "→": "->", "←": "<-", "×": "x", "✓": "x", "│": "|", "─": "-", "┌": "+",
    "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "ß": "ss",
    "█": "#", "●": "*",
    "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "€": "EUR",
}  # fmt: skip


def substitute(text: str, encoding: str) -> str:
    """Return `text` with a look-alike, a letter without its marks, or "?" for what it cannot hold.

    `encoding` is the terminal's; one that Python does not know is taken as ASCII.
    """
    try:
        "".encode(encoding)
    except LookupError:
        encoding = "ascii"
    return "".join(
        character if fits(character, encoding) else lookalike(character, encoding)
        for character in text
    )


def fits(text: str, encoding: str) -> bool:
    """Tell whether `encoding` can hold `text`."""
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True


def lookalike(character: str, encoding: str) -> str:
    """Return the nearest that `encoding` can hold: nothing for a mark of no width, "?" at worst."""
    if (known := LOOKALIKES.get(character)) and fits(known, encoding):
        return known
    bare = "".join(part for part in without_marks(character) if fits(part, encoding))
    return bare or ("?" if cells(character) or "\ud800" <= character <= "\udfff" else "")
