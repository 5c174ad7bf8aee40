"""What is written as JSON is, byte for byte, what json itself would have written."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recoverplan.cli.json_out import json_of

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def as_json_has_it(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_a_document_is_as_json_indents_it(document: dict[str, Any]) -> None:
    assert "".join(json_of(document)) == as_json_has_it(document)


@given(st.lists(VALUES, max_size=5))
def test_what_is_made_while_it_is_written_is_an_array(entries: list[Any]) -> None:
    document = {"schema": "some/1", "entries": entries, "last": None}
    made_late = document | {"entries": iter(entries)}
    assert "".join(json_of(made_late)) == as_json_has_it(document)


BREAKS = st.sampled_from(["},\n    {", "}, {", "},", "{", '"'])
ROWS = st.dictionaries(st.text() | BREAKS, PLAIN | BREAKS, max_size=4)


@given(st.lists(ROWS | VALUES, min_size=3, max_size=12) | st.lists(ROWS, min_size=3, max_size=12))
def test_a_table_is_as_json_indents_it_whatever_its_texts_hold(rows: list[Any]) -> None:
    alike = [row | {"%s": "%", "n": 1} for row in rows[:1] if isinstance(row, dict)] * 6
    document = {"rows": rows, "alike": alike, "held": [{"rows": rows}]}
    assert "".join(json_of(document)) == as_json_has_it(document)
