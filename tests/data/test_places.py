"""The table of towns and countries: what tools/places.py makes of GeoNames, CLDR and zone data."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo, available_timezones

import pytest

from recoverplan.data.places import PLACES, load
from recoverplan.domain.zone_meant import folded_place

TOOL = Path(__file__).parents[2] / "tools" / "places.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("places_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_what_the_tool_makes(tool: ModuleType) -> None:
    assert tool.made() == tool.TABLE.read_text(encoding="utf-8")


def test_the_table_says_where_it_is_from_and_is_small(tool: ModuleType) -> None:
    head = tool.TABLE.read_text(encoding="utf-8")[:400]
    assert "GeoNames" in head
    assert "https://creativecommons.org/licenses/by/4.0/" in head
    assert tool.TABLE.stat().st_size < 100_000


def test_every_zone_of_it_is_one_and_every_name_is_as_names_are_compared() -> None:
    known = available_timezones()
    rows = load()
    assert {row.kind for row in rows} == {"land", "town"}
    for row in rows:
        zones = [zone for zone, _ in row.weights()] if row.kind == "land" else [row.zones]
        assert set(zones) <= known, row
        for entry in row.names.strip("|").split("|"):
            name = entry.partition("=")[0]
            assert name == folded_place(name) != "", row
            assert row.thousands(name) is not None, row
    assert sum(row.names.count("|") - 1 for row in rows if row.kind == "town") > 5000


def test_every_country_with_a_zone_of_its_own_has_one() -> None:
    lands = {row.where: row.weights() for row in load() if row.kind == "land"}
    assert {"US", "GB", "DE", "JP", "NZ", "TV", "US-TX", "CA-ON", "AU-WA", "GB-SCT"} <= set(lands)
    assert lands["DE"][0][0] == "Europe/Berlin"
    assert len(lands["DE"]) == 1
    assert [zone for zone, _ in lands["US"]][:2] == ["America/New_York", "America/Chicago"]


def test_the_words_for_clocks_stand_for_zones_that_there_are() -> None:
    for word, zones in PLACES.items():
        assert word == word.lower()
        for zone in zones:
            assert ZoneInfo(zone).key == zone, word
