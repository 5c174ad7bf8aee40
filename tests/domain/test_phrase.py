"""Phrases and the occurrences they must give: tests/data/when.json, whole."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import PhraseError, understand, words
from recoverplan.domain.schedule import following

CASES = json.loads((Path(__file__).parents[1] / "data" / "when.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["phrase"])
def test_every_phrase_gives_its_occurrences_or_is_refused(case: dict[str, Any]) -> None:
    zone = ZoneInfo(case["tz"])
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=zone)
    if case.get("refuse"):
        with pytest.raises(PhraseError) as refused:
            understand(case["phrase"], now)
        for reading in refused.value.readings:
            understand(reading, now)
        return
    understood = understand(case["phrase"], now)
    spans = following(understood.schedule, zone, now, 4)
    assert [
        [span.start.astimezone(zone).isoformat(), span.end.astimezone(zone).isoformat()]
        for span in spans
    ] == case["occurrences"]
    for clock24 in (True, False):
        said = words(understood.schedule, clock24=clock24)
        assert understand(said, now).schedule == understood.schedule
