"""What the live tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import Browser, find_browser

pytest.register_assert_rewrite("tried")  # so that it says what did not hold


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Give a real browser, or skip the test where there is none."""
    return find_browser(tmp_path)
