"""Time zones as people type them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.zone import known_zone, zone_named
from recoverplan.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("America/New_York", "America/New_York"),
        ("europe/london", "Europe/London"),
        ("America/new york", "America/New_York"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_known_in_any_case(typed: str, key: str) -> None:
    assert zone_named(typed).key == key


@pytest.mark.parametrize(
    "typed",
    ["", "America", "right/UTC", "posix/UTC", "Factory", "localtime", "../UTC", "a\0b", "x" * 5000],
)
def test_what_is_no_zone_to_rely_on_is_refused(typed: str) -> None:
    assert known_zone(typed) is None
    with pytest.raises(UsageError):
        zone_named(typed)


@pytest.mark.parametrize(("typed", "near"), [("Londn", "Europe/London"), ("tokyo", "Asia/Tokyo")])
def test_the_nearest_zone_is_offered(typed: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        zone_named(typed)
    assert near in str(caught.value.hint)


@given(st.text(max_size=40))
def test_any_text_gives_a_zone_or_a_refusal(typed: str) -> None:
    zone = known_zone(typed)
    if zone is not None:
        assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() is not None
