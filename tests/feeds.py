"""Real meeting lists, beside the checkout; none of their content is in the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FEEDS = Path(__file__).parents[2] / "shared" / "feeds"
needs_feeds = pytest.mark.skipif(
    not FEEDS.is_dir(), reason="the folder of real meeting lists is not beside the checkout"
)
GUIDE = (
    "oc-2023-09", "aasfmarin-2021-05", "nwta-2021-05", "al-anon-2023-08", "edmonton-2022-09",
    "kc-2021-05", "times-2024-11", "timezones-2021-05", "appointment-2021-05",
)  # fmt: skip
NEW_YORK = FEEDS / "bmlt" / "bmlt-sample-greater-new-york.json"


def guide(name: str) -> Path:
    """Return the path of a Meeting Guide list."""
    return FEEDS / "meeting-guide" / f"{name}.json"


def raw(path: Path) -> list[dict[str, Any]]:
    """Return a list as it is."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows
