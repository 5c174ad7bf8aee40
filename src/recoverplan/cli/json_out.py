"""A document as JSON, byte for byte as json.dumps indents it by two, and written bit by bit.

Where json indents it works in Python too, token by token: for the hundreds of thousands of entries
of a large plan that takes twice as long, and all of them would be in memory at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import dumps
from json.encoder import encode_basestring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LINE = "\n  "
ENTRY = "\n    "


def json_of(document: Mapping[str, Any]) -> Iterator[str]:
    """Yield an object as JSON. A value of it may be an iterator: an array, whose entries are made
    and written one after the other.
    """
    begun = "{"
    for key, value in document.items():
        yield f"{begun}{LINE}{encode_basestring(key)}: "
        begun = ","
        if isinstance(value, Iterator):
            opened = "["
            for entry in value:
                yield f"{opened}{ENTRY}{json_text(entry, ENTRY)}"
                opened = ","
            yield "[]" if opened == "[" else f"{LINE}]"
        else:
            yield json_text(value, LINE)
    yield "{}" if begun == "{" else "\n}"


def json_text(value: Any, margin: str = "\n") -> str:
    """Return a value as JSON; `margin` is a line break, and the spaces before the line it is in."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if type(value) is int:
        return str(value)
    inner = f"{margin}  "
    if isinstance(value, dict):
        pairs = [
            f"{encode_basestring(key)}: {json_text(held, inner)}" for key, held in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(pairs)}{margin}}}" if pairs else "{}"
    if isinstance(value, list | tuple):
        held = [json_text(each, inner) for each in value]
        return f"[{inner}{f',{inner}'.join(held)}{margin}]" if held else "[]"
    return dumps(value)
