"""Regions: a code gives the emergency number, the lines that may be shown, and the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from moment_examples import contact
from recoverplan.data import helplines, regions
from recoverplan.data.helplines import HOURS
from recoverplan.domain.phrase import schedule_words, understand
from recoverplan.domain.region import Abroad, Region, abroad, find_region, lines_of
from recoverplan.domain.schedule import load, occurrences
from recoverplan.errors import UsageError

TODAY = date(2026, 11, 23)


def region(code: str | None) -> Region:
    return find_region(code, regions.load(), helplines.load())


def names(found: Region) -> list[str]:
    return [line.name for line in found.lines]


@pytest.mark.parametrize(
    ("code", "zone", "there"),
    [
        ("US", "Europe/Lisbon", "PT"),
        ("US", "Asia/Manila", "PH"),
        ("US", "America/Toronto", "CA"),
        ("GB", "Europe/Dublin", "IE"),
        ("GB-SCT", "Europe/Lisbon", "PT"),
        ("IE", "Europe/London", "GB"),
        ("AT", "Europe/Berlin", "DE"),
        ("CN", "Asia/Hong_Kong", "HK"),
        ("NL", "America/Curacao", "CW"),
        ("DE", "Europe/Oslo", "NO"),
        ("US", "Asia/Calcutta", "IN"),
    ],
)
def test_a_country_and_a_zone_that_do_not_go_together(code: str, zone: str, there: str) -> None:
    found = region(code)
    assert abroad(found, zone) == Abroad(found.name, zone, there)


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("US", "America/New_York"),
        ("US", "America/Indiana/Knox"),
        ("US", "US/Pacific"),
        ("US", "Pacific/Honolulu"),
        ("US", "America/Puerto_Rico"),  # a part of it too, with its number
        ("FR", "Indian/Reunion"),
        ("FI", "Europe/Mariehamn"),
        ("GB", "Europe/London"),
        ("GB-NIR", "Europe/London"),
        ("GG", "Europe/London"),  # its clocks since 1970
        ("NO", "Europe/Berlin"),
        ("SK", "Europe/Prague"),
        ("CA", "America/Phoenix"),
        ("IN", "Asia/Calcutta"),
        ("US", "UTC"),
        ("US", "Etc/GMT+5"),
        ("US", "EST5EDT"),
        (None, "Europe/Lisbon"),
        ("AC", "Atlantic/St_Helena"),  # no zone is said to be its own
        ("XK", "Europe/Belgrade"),
        ("AQ", "Antarctica/McMurdo"),
    ],
)
def test_a_country_and_a_zone_that_go_together_or_of_which_nothing_is_known(
    code: str | None, zone: str
) -> None:
    assert abroad(region(code), zone) is None


def test_the_united_states() -> None:
    found = region("US")
    assert (found.emergency, found.emergency_text) == ("911", "911")
    assert not found.check_locally
    assert not found.clock24
    assert found.month == "November 2026"
    first = found.lines[0]
    assert first.name == "988 Suicide & Crisis Lifeline"
    assert (first.call, first.text, first.hours) == ("988", "988", "any hour")


def test_a_number_for_texting_is_only_said_where_anyone_may_text() -> None:
    # Great Britain's texts are for those who registered.
    assert region("GB").emergency_text is None


def test_every_region_can_be_read() -> None:
    for code in regions.load():
        found = region(code)
        assert found.code == code
        assert all(line.hours or not line.hours_known for line in found.lines)


def test_a_part_has_its_own_lines_first_and_its_countrys_number() -> None:
    scotland = region("GB-SCT")
    assert scotland.emergency == "999"
    own = [
        "Scotland's Domestic Abuse and Forced Marriage Helpline",
        "Scottish Families Affected by Alcohol and Drugs",
    ]
    assert names(scotland) == own + names(region("GB"))
    assert "Live Fear Free" not in names(scotland)


def test_disputed_emergency_numbers_say_so_and_doubtful_lines_are_not_shown() -> None:
    assert region("AM").emergency == "103"
    assert region("AM").check_locally
    assert "Rape Crisis 24/7 Support Line (England and Wales)" not in names(region("GB"))
    assert "Assaulted Women's Helpline" not in names(region("CA-ON"))


def test_a_country_without_a_number_and_no_region_at_all() -> None:
    assert region("AQ").emergency is None
    nothing = region(None)
    assert (nothing.code, nothing.emergency, nothing.lines) == ("", None, ())
    assert nothing.clock24


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("us", "US"),
        (" gb-sct ", "GB-SCT"),
        ("UK", "GB"),
        ("united states", "US"),
        ("XK", "XK"),
        ("Republic of Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("russian federation", "RU"),
        ("Viet Nam", "VN"),
        ("Saint Lucia", "LC"),
        ("Antigua & Barbuda", "AG"),
        ("burma", "MM"),
    ],
)
def test_codes_and_names_as_people_type_them(typed: str, code: str) -> None:
    assert region(typed).code == code


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("EU", "IE"),
        ("US-NY", "US"),
        ("Scotlnd", "GB-SCT"),
        ("rusia", "RU"),
        ("Boliva", "BO"),
        ("Vietnm", "VN"),
        ("Turky", "TR"),
        ("Ivory Cost", "CI"),
        ("Deutchland", "DE"),
        ("Georgai", "GE"),
        ("Germny", "DE"),
        ("Kore", "KR for South Korea."),
        ("Congo", "CD for Congo (Kinshasa) or CG for Congo (Brazzaville)."),
        ("ZZZZZZ", "US for the United States, GB for the United Kingdom."),
        ("", "two letters"),
    ],
)
def test_what_is_no_region_is_refused_with_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        region(typed)
    assert hint in str(caught.value.hint)


def test_hours_of_a_line_are_its_own_zones() -> None:
    drinkline = next(line for line in region("GB").lines if line.name == "Drinkline")
    assert drinkline.schedule
    assert drinkline.zone == "Europe/London"
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    open_on = occurrences(
        drinkline.schedule, ZoneInfo("Europe/London"), monday, monday + timedelta(days=7)
    )
    assert [span.minutes for span in open_on] == [660] * 5 + [300] * 2


def test_shipped_hours_are_what_their_phrase_means() -> None:
    phrases = {row["when"] for row in helplines.load().lines} - {None, "any time"}
    assert set(HOURS) == phrases
    for phrase, ready in HOURS.items():
        # In the table a comma parts two times; in a phrase it lists days.
        said = phrase.replace(", ", "; ")
        understood = understand(said, datetime(2026, 1, 1, tzinfo=UTC), clock24=False)
        assert load(ready.schedule) == understood.schedule
        assert ready.words12 == understood.words
        assert ready.words24 == schedule_words(understood.schedule, clock24=True)


def test_a_line_whose_hours_are_not_known_says_so() -> None:
    line = next(line for line in region("CA-BC").lines if line.name.startswith("Alcohol"))
    assert not line.hours_known
    assert line.schedule is None
    assert line.hours == "hours not known"


def test_an_own_line_comes_last_and_one_of_the_same_name_takes_the_place() -> None:
    own = contact("Clinic line", role="line", call="555-0150")
    better = contact("crisis text line", role="line", text="555-0151")
    lines = lines_of(region("US"), (own, better), TODAY)
    assert [line.name for line in lines] == [*names(region("US")), "Clinic line"]
    assert lines[-1].yours
    assert lines[1].text == "555-0151"
    assert lines[1].purpose == "any crisis, by text message"
    assert (lines[1].kind, lines[1].yours) == ("crisis", False)
    assert len(lines) == len(region("US").lines) + 1


def test_people_are_no_lines_and_a_line_without_a_number_adds_nothing() -> None:
    person = contact("Sam", call="555-0114")
    empty = contact("Nothing yet", role="line")
    assert lines_of(region("US"), (person, empty), TODAY) == region("US").lines


def test_a_paused_line_is_hidden_through_its_last_day() -> None:
    hidden = contact(
        "988 suicide & crisis lifeline",
        role="line",
        paused_from=TODAY,
        paused_until=TODAY + timedelta(days=2),
    )
    for days, shown in ((-1, True), (0, False), (2, False), (3, True)):
        lines = lines_of(region("US"), (hidden,), TODAY + timedelta(days=days))
        assert (lines[0] == region("US").lines[0]) is shown
    for_good = replace(hidden, paused_until=None)
    assert lines_of(region("US"), (for_good,), date(2030, 1, 1))[0].name == "Crisis Text Line"


def test_a_replaced_line_keeps_the_hours_it_had_unless_others_are_given() -> None:
    corrected = contact("Drinkline", role="line", call="555-0152")
    found = next(
        line for line in lines_of(region("GB"), (corrected,), TODAY) if line.call == "555-0152"
    )
    assert found.zone == "Europe/London"
    assert found.schedule
    given = contact("Drinkline", "daily 6pm-11pm", role="line", call="555-0152")
    found = next(
        line for line in lines_of(region("GB"), (given,), TODAY) if line.call == "555-0152"
    )
    assert found.zone == "America/New_York"
    assert found.hours_known
