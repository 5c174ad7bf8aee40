"""A document as JSON, byte for byte as json.dumps indents it by two, and written bit by bit.

Where json indents it works in Python too, token by token: for the hundreds of thousands of entries
of a large plan that takes twice as long, and all of them would be in memory at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from json import dumps
from json.encoder import encode_basestring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LINE = "\n  "
ENTRY = "\n    "
FEW = 4  # entries of an array
SINGLE = {str, int, type(None), bool, float}


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
        return array_text(value, margin)
    return dumps(value)


def array_text(value: Sequence[Any], margin: str) -> str:
    """Return an array as JSON."""
    if len(value) > FEW and is_table(value):
        return table_text(value, margin)
    inner = f"{margin}  "
    held = [json_text(each, inner) for each in value]
    return f"[{inner}{f',{inner}'.join(held)}{margin}]" if held else "[]"


def is_table(value: Sequence[Any]) -> bool:
    """Tell whether an array holds objects alone, with the same keys and none but single values."""
    if set(map(type, value)) != {dict} or not value[0] or len(set(map(tuple, value))) > 1:
        return False
    return set(map(type, chain.from_iterable(map(dict.values, value)))) <= SINGLE


def table_text(value: Sequence[dict[str, Any]], margin: str) -> str:
    """Return an array of such objects as JSON: written by columns, and put together by rows."""
    outer, inner = f"{margin}  ", f"{margin}    "
    names = [encode_basestring(name).replace("%", "%%") for name in value[0]]
    row = f",{inner}".join(f"{name}: %s" for name in names)
    columns = map(column_texts, zip(*map(dict.values, value), strict=True))
    rows = map(row.__mod__, zip(*columns, strict=True))
    between = f"{outer}}},{outer}{{{inner}"
    return f"[{outer}{{{inner}{between.join(rows)}{outer}}}{margin}]"


def column_texts(values: Sequence[Any]) -> Sequence[str]:
    """Return single values as JSON; where all are the same text, that is written once."""
    if set(map(type, values)) != {str}:
        return list(map(json_text, values))
    if len(set(values)) == 1:
        return [encode_basestring(values[0])] * len(values)
    return list(map(encode_basestring, values))
