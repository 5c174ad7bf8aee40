"""What is dialed for what was typed: the digits typed, in their order, or nothing."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recoverplan.data import helplines
from recoverplan.domain.dialing import KEYS, SHORT, dialed, for_a_phone, is_number, keyword_in
from rounds import rounds

REGIONS = ("US", "GB", "GB-SCT", "DE", "FR", "IT", "AU", "IN", "BR", "JP", "RU", "AQ", "")


@pytest.mark.parametrize(
    ("text", "region", "wanted"),
    [
        # National numbers stay national, however they are written.
        ("555-0114", "US", "5550114"),
        ("555.0114", "US", "5550114"),
        ("(212) 555-0114", "US", "2125550114"),
        ("1 (212) 555‑0114", "US", "12125550114"),
        ("020 7946 0128", "GB", "02079460128"),
        ("(0)20 7946 0128", "GB", "02079460128"),
        ("(020) 7946-0128", "GB-SCT", "02079460128"),
        ("030/12 34 56", "DE", "030123456"),
        ("98765 43210", "IN", "9876543210"),
        ("8 (800) 200-01-22", "RU", "88002000122"),
        ("\u200e555 0114\u200e", "US", "5550114"),
        # What is international gets its plus.
        ("+44 20 7946 0128", "US", "+442079460128"),
        ("(+44) 20 7946 0128", "US", "+442079460128"),
        ("(+44) 20 7946 0128", "", "+442079460128"),
        ("+ 44 20 7946 0128", "GB", "+442079460128"),
        ("+44 (0)20 7946 0128", "US", "+442079460128"),
        ("+44(0)2079460128", "", "+442079460128"),
        ("+44 020 7946 0128", "GB", "+442079460128"),
        ("+49 30/123456", "US", "+4930123456"),
        ("+31 (0)6-1234 5678", "NL", "+31612345678"),
        ("+39 (0)6 1234567", "IT", "+39061234567"),  # in Italy the 0 is part of the number
        ("+7 (8) 495 123 45 67", "US", "+74951234567"),
        ("0044 20 7946 0128", "GB", "+442079460128"),
        ("0044 (0)20 7946 0128", "FR", "+442079460128"),
        ("011 44 20 7946 0128", "US", "+442079460128"),
        ("44 20 7946 0128", "GB", "+442079460128"),
        ("0044 20 7946 0128", "US", None),  # 00 is dialed for nothing there
        # Digits of other scripts.
        ("５５５－０１１４", "US", "5550114"),
        ("＋４４ ２０ ７９４６ ０１２８", "", "+442079460128"),
        ("٠٢٠ ٧٩٤٦ ٠١٢٨", "GB", "02079460128"),
        ("۰۲۰ ۷۹۴۶ ۰۱۲۸", "GB", "02079460128"),
        ("555-0114²", "US", None),
        # Numbers of services, and local ones.
        ("988", "US", "988"),
        ("9-8-8", "CA", "988"),
        ("112", "FR", "112"),
        ("112", "AQ", "112"),
        ("116 123", "GB", "116123"),
        ("13 11 14", "AU", "131114"),
        ("988, then press 1", "US", "988"),
        ("1-800-273-8255 (press 1)", "US", "18002738255"),
        # Extensions.
        ("(212) 555-0114 Ext 12", "US", "2125550114;ext=12"),
        ("212-555-0114 X4", "US", "2125550114;ext=4"),
        ("212-555-0114x4", "US", "2125550114;ext=4"),
        ("212-555-0114 extension: 4021", "US", "2125550114;ext=4021"),
        ("212-555-0114 (ext. 7)", "US", "2125550114;ext=7"),
        ("212-555-0114, ext 7", "US", "2125550114;ext=7"),
        ("212-555-0114 #12", "US", "2125550114;ext=12"),
        ("tel:+1-212-555-0114;ext=7", "US", "+12125550114;ext=7"),
        ("+12125550114,,123456789#", "US", "+12125550114;ext=123456789"),
        ("+12125550114;12", "US", "+12125550114;ext=12"),
        ("1-800-GAMBLER ext 4", "US", "18004262537;ext=4"),
        ("555-0114 ext 12 or 13", "US", None),
        # Letters on keys.
        ("1-800-GAMBLER", "US", "18004262537"),
        ("1-800-gambler", "US", "18004262537"),
        ("1 800 gambler", "US", "18004262537"),
        ("1.800.Gambler", "US", "18004262537"),
        ("1800GAMBLER", "US", "18004262537"),
        ("+1-800-GAMBLER", "", "+18004262537"),
        ("1 (800) 662-HELP", "US", "18006624357"),
        ("(800) 662-HELP", "US", "8006624357"),
        ("+1-800-273-TALK", "US", "+18002738255"),
        ("1-800-662-HELP (4357)", "US", "18006624357"),
        ("1-800-GAMBLER (1-800-426-2537)", "US", "18004262537"),
        ("1-800-426-2537 (GAMBLER)", "US", "18004262537"),
        ("800-426-2537 (1-800-GAMBLER)", "US", "8004262537"),
        ("1-800-4-A-CHILD", "US", "18004224453"),
        ("13 YARN", "AU", "139276"),
        ("435748 (HELP4U)", "US", "435748"),
        # Words are no keys.
        ("988 help", "US", None),
        ("988 HELP", "US", None),
        ("911-HELP", "US", None),
        ("741741 HOME", "US", None),
        ("741-741 HOME", "US", None),
        ("0800 1111 MUM", "GB", None),
        ("13 11 14 MUM", "AU", None),
        ("116 123 MUM", "GB", None),
        ("555-0114 mum", "US", None),
        ("555-0114 MUM", "US", None),
        ("555-0114-MUM", "US", None),
        ("555-0114 (mum)", "US", None),
        ("555-0190 evenings", "US", None),
        ("800 flowers", "US", None),
        ("call 555-0114", "US", None),
        ("555-O114", "US", None),
        ("5l5-0114", "US", None),
        ("1-8OO-426-2537", "US", None),
        ("1-800-B00-KEYS", "US", None),  # zeros, where BOO was meant
        ("1-800-F1RST-4-U", "US", None),
        ("555-XXXX", "US", None),
        ("555ı114", "US", None),  # a letter whose capital is an I
        ("212-555-0114 е12", "US", None),  # a Cyrillic letter
        # Two numbers, or perhaps two.
        ("555-0114 or 555-0115", "US", None),
        ("555-0114/555-0115", "US", None),
        ("555-0114/0115", "US", None),
        ("555-0114, 555-0115", "US", None),
        ("5550114;5550115", "US", None),
        ("555-0114 #555-0115", "US", None),
        ("555-0114 555-0115", "US", None),
        ("030 123456 030 123457", "DE", None),
        ("0171 2345 0171 2346", "DE", None),
        ("030 123456/123457", "DE", None),
        ("+1 212 555 0114 +1 212 555 0115", "US", None),
        ("988/911", "US", None),
        ("988,911", "US", None),
        ("119, then extension 8", "ID", "119;ext=8"),
        ("119 ext. 8", "ID", "119;ext=8"),
        ("1-800-426-2537 and then ext 4", "US", "18004262537;ext=4"),
        ("119 x8", "ID", None),
        ("988;911", "US", None),
        ("988 #911", "US", None),
        ("988 x 911", "US", None),
        ("988 & 911", "US", None),
        # Too long, too short, something else.
        ("555-01", "US", "55501"),
        ("555-01140", "US", None),
        ("+1 555 01", "US", None),
        ("1-800-GAMBLERS", "US", None),
        ("*67 555-0114", "US", None),
        ("#31#5550114", "US", None),
        ("he's up till 10 usually", "US", None),
        ("ask at the desk", "US", None),
        ("javascript:alert(1)", "US", None),
        ("", "US", None),
        # No region: only a plus says what to dial.
        ("555-0114", "", None),
        ("112", "", None),
        ("0044 20 7946 0128", "", None),
        ("1-800-GAMBLER", "", None),
    ],
)
def test_what_is_dialed(text: str, region: str, wanted: str | None) -> None:
    found = dialed(text, region)
    assert (found and found.link) == wanted


def test_a_square_has_a_pause_before_the_extension() -> None:
    found = dialed("+44 (0)20 7946 0128 ext 12", "GB")
    assert found is not None
    assert found.paused == "+442079460128,12"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("112", True),
        ("555-0114", True),
        ("*67 555-0114", True),
        ("555-0114 / 555-0115", True),
        ("555_0114", True),
        ("555-0114 ext 12", True),
        ("555-0114x12", True),
        ("1-800-gambler", True),
        ("1-800-662-HELP (4357)", True),
        ("13 YARN", True),
        ("tel:+12125550114", True),
        ("988, then press 1", True),
        ("12", False),
        ("none", False),
        ("he's up till 10 usually", False),
        ("call 555-0190 evenings", False),
        ("555-0190 evenings", False),
        ("555-0114 or 555-0115", False),
        ("555-0114 (mum)", False),
        ("555-0114 дом", False),
        ("555-O114", False),
        ("Signal", False),
        ("sam@example.org", False),
    ],
)
def test_what_may_be_kept_as_a_number(text: str, *, kept: bool) -> None:
    assert is_number(text) is kept


@pytest.mark.parametrize(
    ("text", "region", "wanted"),
    [
        ("555-0114", "US", "555-0114"),
        ("555-0114", "", "555-0114"),
        ("+44 20 7946 0128", "", "+44 20 7946 0128"),
        ("(+44) 20 7946 0128", "", "+442079460128"),
        ("+44 (0)20 7946 0128", "GB", "+442079460128"),
        ("1-800-GAMBLER", "", "18004262537"),
        ("(212) 555-0114 ext 12", "US", "2125550114,12"),
        ("988", "US", "988"),
        ("555-0114 or 555-0115", "US", None),
        ("HOME to 741741", "US", None),
        ("Signal", "US", None),
    ],
)
def test_what_a_phones_contacts_get(text: str, region: str, wanted: str | None) -> None:
    assert for_a_phone(text, region) == wanted


def lines() -> list[tuple[str, str]]:
    """Return every number that ships: its region, and how it is written."""
    shipped = helplines.load()
    given = [(row["c"], row["call"]) for row in shipped.emergency]
    for row in shipped.lines:
        given += [(row["c"], row[way]) for way in ("call", "sms") if row.get(way)]
    return given


def test_every_number_that_ships_can_be_dialed_in_its_region() -> None:
    for region, text in lines():
        number = keyword_in(text)[1]
        found = dialed(number, region)
        assert found is not None, (region, text)
        before = number.partition(", then")[0].partition(" (")[0]
        assert found.number == "".join(
            letter for letter in before.upper().translate(KEYS) if letter.isdigit()
        ), (region, text)


def example(country: str, kind: int, form: int) -> str | None:
    """Return an example number of a country in one of the forms that it is written in."""
    number = phonenumbers.example_number_for_type(country, kind)
    return phonenumbers.format_number(number, form) if number else None


FORMS = (
    phonenumbers.PhoneNumberFormat.NATIONAL,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.E164,
)
KINDS = (
    phonenumbers.PhoneNumberType.FIXED_LINE,
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.TOLL_FREE,
)
COUNTRIES = sorted(phonenumbers.SUPPORTED_REGIONS)


@settings(max_examples=rounds(300), deadline=None)
@given(st.sampled_from(COUNTRIES), st.sampled_from(KINDS), st.sampled_from(FORMS), st.data())
def test_examples_of_every_country_are_dialed_as_they_are_written(
    country: str, kind: int, form: int, data: st.DataObject
) -> None:
    text = example(country, kind, form)
    assume(text)
    assert text is not None
    digits = "".join(letter for letter in text if letter.isdecimal())
    plus = "+" if text.startswith("+") else ""
    found = dialed(text, country)
    assert found is not None, text
    assert found.number == plus + digits
    forms = ["", " ext 12", " x12", ";ext=12", " #12"] if len(digits) > SHORT else [""]
    extension = data.draw(st.sampled_from(forms))
    written = "".join(
        data.draw(st.sampled_from([" ", "-", ".", "\u00a0", "‑"])) if letter in " -" else letter
        for letter in text
    )
    again = dialed(written + extension, country)
    assert again is not None, written
    assert again == found._replace(extension="12" if extension else "")
    for words in ("or 555-0114", "(home)", "evenings", "/ 555-0114", "& 112"):
        assert dialed(f"{text} {words}", country) is None


PIECES = st.one_of(
    st.text("0123456789", min_size=1, max_size=8),
    st.sampled_from(
        [*" -./()+,;#*", "(0)", " ext ", " x ", "00", "011", "+44", "٣", "５", "\u200e"]
    ),
)
ABROAD = ("", "00", "011", "0011", "010", "810")
# With the number of the company that carries the call: ACMA's numbering plan, Anatel's list.
CARRIED = {"AU": r"001[14-689]", "BR": r"00[1-9]\d"}
WITHIN = ("", "0", "1", "8", "06")


@settings(max_examples=rounds(500), deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join), st.sampled_from(REGIONS))
def test_the_digits_dialed_are_those_typed_in_their_order_or_none(text: str, region: str) -> None:
    found = dialed(text, region)
    if found is None:
        return
    typed = "".join(str(int(letter)) if letter.isdecimal() else "" for letter in text)
    digits = found.number.removeprefix("+") + found.extension
    if digits == typed:
        return
    # What a plus replaces, and the 0 after the country's code that is not dialed from abroad.
    assert found.number.startswith("+"), (text, found)
    carried = re.match(CARRIED.get(region, "$^"), typed)
    written = {
        begun + digits[:code] + trunk + digits[code:]
        for begun in (*ABROAD, carried.group() if carried else "")
        for trunk in WITHIN
        for code in (1, 2, 3)
    }
    assert typed in written, (text, found)


@settings(max_examples=rounds(300), deadline=None)
@given(st.text(max_size=30), st.sampled_from(REGIONS))
def test_any_text_at_all_is_dialed_in_digits_or_not_at_all(text: str, region: str) -> None:
    found = dialed(text, region)
    if found is not None:
        assert found.number.removeprefix("+").isdigit()
        assert found.link.isascii()
        assert is_number(text) or len(found.number) == 2
