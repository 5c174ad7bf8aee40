"""What stands in one property of a vCard: its letters, its escapes, what it is for."""

from __future__ import annotations

import re
from binascii import a2b_qp
from urllib.parse import unquote

from recoverplan.readers.vcard_lines import Property

BROKEN = re.compile(rb"=(?![0-9A-Fa-f]{2})")
# The ones that phones used. Others that Python knows may be slow, or no text at all.
CODES = re.compile(
    r"(?i)(utf-?8|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp\d{3,4}|utf-?16(le|be)?"
    r"|shift[-_]?jis|sjis|euc-(jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|koi8-[ru]|macintosh)"
)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NOT_LAST = 101  # after PREF=100


def decoded(each: Property) -> tuple[str, bool]:
    """Return a value as text, and whether all of it could be read."""
    value, sound = each.value, True
    if each.quoted_printable:
        sound = not BROKEN.search(value)
        value = a2b_qp(value)
    said = (each.parameter("CHARSET") or "utf-8").strip()
    known = CODES.fullmatch(said) is not None
    for code in (said if known else "utf-8", "utf-8", "cp1252"):
        try:
            return value.decode(code), sound and known and code == said
        except (UnicodeError, LookupError):
            continue
    return value.decode("latin-1"), False


def unescaped(text: str, *, old: bool = False) -> str:
    """Return a text without its backslashes; 2.1 (`old`) has none but before ; and \\."""

    def meant(found: re.Match[str]) -> str:
        letter = found[1]
        if letter in "nN" and not old:
            return "\n"
        return letter if letter in (";\\" if old else ",;:\\") else found[0]

    return ESCAPE.sub(meant, text)


def joined_name(text: str, *, old: bool = False) -> str:
    """Return a name out of its parts: given, further and family name."""
    parts = re.split(r"(?<!\\)((?:\\\\)*);", text)
    # Backslashes that escape each other belong to the part before them.
    whole = [a + b for a, b in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    family, given, further = ([unescaped(part, old=old) for part in whole[:3]] + [""] * 3)[:3]
    return " ".join(part for part in (given, further, family) if part.strip())


def kinds_of(each: Property) -> frozenset[str]:
    """Return what a property is for, in small letters: cell, home, pref."""
    return frozenset(
        kind.strip().casefold()
        for name, value in each.parameters
        if name in {"", "TYPE"}
        for kind in value.split(",")
    )


def place_of_pref(each: Property) -> int:
    """Return how much a property is preferred: 1 the most, 101 where nothing is said."""
    said = each.parameter("PREF") or ""
    if said.isascii() and said.isdecimal() and len(said) < 4:
        return max(1, min(int(said), NOT_LAST))
    return 1 if "pref" in kinds_of(each) else NOT_LAST


def number_in(text: str) -> str:
    """Return the number of a tel: address as people write it; any other text as it is."""
    found = re.match(r"(?i)\s*(?:tel|sms|callto):(?://)?([^;?]*)(.*)", text, re.DOTALL)
    if found is None:
        return text
    extension = re.search(r"(?i);ext=([^;]*)", found[2])
    number = unquote(found[1])
    return f"{number} ext. {unquote(extension[1])}" if extension else number
