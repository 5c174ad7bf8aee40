"""vCards read as phones write them, and as nobody should."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phone_files import IPHONE, PHONES, card, lines
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.readers.vcard import (
    LETTERS,
    NO_END,
    NO_NAME,
    NO_NUMBER,
    NO_WAY,
    STRANGE,
    TOO_LONG,
    Found,
    read_people,
)
from rounds import rounds


def read(content: bytes) -> Found:
    return read_people(BytesIO(content))


def people(content: bytes) -> list[tuple[str | None, ...]]:
    return [each[1:] for each in read(content).people]


@pytest.mark.parametrize("phone", PHONES)
def test_what_phones_write(phone: str) -> None:
    content, wanted = PHONES[phone]
    found = read(content)
    assert [each[1:] for each in found.people] == [wanted]
    assert not found.skipped
    assert not found.notes


def test_several_cards_in_one_file() -> None:
    several = [content for name, (content, _) in PHONES.items() if name != "utf-16"]
    found = read(b"".join(each.removeprefix(b"\xef\xbb\xbf") for each in several))
    assert [each.id for each in found.people] == list(range(1, len(several) + 1))
    assert [each[1:] for each in found.people] == [
        wanted for name, (_, wanted) in PHONES.items() if name != "utf-16"
    ]


@pytest.mark.parametrize(
    ("tel", "call", "text"),
    [
        (["TEL;TYPE=CELL:555-0101"], "555-0101", "555-0101"),
        (["TEL;TYPE=HOME:555-0101"], "555-0101", None),
        (["TEL:555-0101"], "555-0101", None),
        (["TEL;TYPE=WORK:555-0102", "TEL;TYPE=HOME:555-0101"], "555-0101", None),
        (["TEL;TYPE=HOME:555-0102", "TEL;TYPE=WORK,PREF:555-0101"], "555-0101", None),
        (["TEL;TYPE=HOME,PREF:555-0102", "TEL;TYPE=CELL:555-0101"], "555-0101", "555-0101"),
        (["TEL;TYPE=CELL:555-0102", "TEL;TYPE=CELL;TYPE=PREF:555-0101"], "555-0101", "555-0101"),
        (["TEL;TYPE=VOICE:555-0101", "TEL;TYPE=CELL,MSG:555-0102"], "555-0101", "555-0102"),
        (["TEL;TYPE=PREF:555-0101", "TEL:5550101", "TEL;TYPE=HOME:555-0102"], "555-0101", None),
        (["TEL;TYPE=text:555-0102"], None, "555-0102"),
        (["TEL;TYPE=FAX:555-0102", "TEL;TYPE=PAGER:555-0103", "TEL:555-0101"], "555-0101", None),
        (["TEL:555-0101", "TEL;TYPE=CELL:5550101"], "555-0101", "555-0101"),
        (['TEL;TYPE="cell,voice":555-0101'], "555-0101", "555-0101"),
        (["TEL;VALUE=uri:sms:+15550101"], "+15550101", None),
        (["tel;type=cell:\u200e555-0101"], "\u200e555-0101", "\u200e555-0101"),
        (["TEL;TYPE=IPHONE;TYPE=CELL:HOME to 741741"], "HOME to 741741", "HOME to 741741"),
    ],
)
def test_which_number_is_called_and_which_gets_a_text(
    tel: list[str], call: str | None, text: str | None
) -> None:
    assert people(card(*tel)) == [("Sam", call, text, None)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("FN:Sam \\; Sons\\, Ltd\\nInc \\\\", "Sam ; Sons, Ltd Inc \\"),
        ("FN:\r\nN:O'Neil;Sam;J\\;r;;", "Sam J;r O'Neil"),
        ("N:Only", "Only"),
        ("N:;Sam\\\\;;;", "Sam\\"),
        ("NICKNAME:Sammy", "Sammy"),
        ("ORG:Clinic;Desk", "Clinic;Desk"),
        ("FN:Sa\r\n m", "Sam"),
        ("FN:\x1b[31mSam\u202e\x9b2J\x00", "Sam"),
        ("FN:a]]>&amp;<b>", "a]]>&amp;<b>"),
        ("item7.fn;LANGUAGE=en:Sam", "Sam"),
    ],
)
def test_names(written: str, name: str) -> None:
    content = lines("BEGIN:VCARD", "VERSION:3.0", written, "TEL:555-0101", "END:VCARD")
    assert people(content) == [(name, "555-0101", None, None)]


def test_version_2_keeps_the_space_it_folds_at_and_its_backslashes() -> None:
    content = lines(
        "BEGIN:VCARD", "VERSION:2.1", "FN:AC\\DC\r\n and \\new", "TEL:555-0101", "END:VCARD"
    )
    assert people(content)[0][0] == "AC\\DC and \\new"


@pytest.mark.parametrize(
    ("content", "reason", "usable"),
    [
        (card("TEL:555-0101").replace(b"END:VCARD\r\n", b""), NO_END, 0),
        (card("TEL:555-01")[:-17], NO_END, 0),
        (card("TEL:555-0101").replace(b"END:VCARD\r\n", b"") + card("TEL:555-0102"), NO_END, 1),
        (card("TEL:555-0101", name=""), NO_NAME, 0),
        (card("TEL:555-0101", name="\u202e\x1b"), NO_NAME, 0),
        (card(), NO_WAY, 0),
        (card("TEL:unknown"), NO_WAY, 0),
        (card("EMAIL:nobody"), NO_WAY, 0),
    ],
)
def test_what_is_left_out_is_counted_with_its_reason(
    content: bytes, reason: str, usable: int
) -> None:
    found = read(content)
    assert [(each.reason, each.rows) for each in found.skipped] == [(reason, 1)]
    assert len(found.people) == usable


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (card("TEL:unknown", "TEL:555-0101"), NO_NUMBER),
        (card("EMAIL:" + "x" * 300 + "@example.org", "TEL:555-0101"), TOO_LONG),
        (card("this is no property", "TEL:555-0101"), STRANGE),
        (card("TEL:555-0101", name="J\ufffd").replace("\ufffd".encode(), b"\xf6rg"), LETTERS),
        (card("FN;CHARSET=KLINGON:x", "TEL:555-0101", name=""), LETTERS),
        (card("FN;ENCODING=QUOTED-PRINTABLE:=ZZ=4", "TEL:555-0101", name=""), LETTERS),
        # The soft break has nothing after it: the next property is not swallowed.
        (card("FN;ENCODING=QUOTED-PRINTABLE:=ZZ=", "TEL:555-0101", name=""), LETTERS),
    ],
)
def test_what_is_odd_is_noted_and_the_person_kept(content: bytes, reason: str) -> None:
    found = read(content)
    assert [(each.reason, each.rows) for each in found.notes] == [(reason, 1)]
    assert [each.call for each in found.people] == ["555-0101"]


@pytest.mark.parametrize(
    "content", [b"", b"hello\n", b"%PDF-1.7\n\x00\xff", b"[1, 2]", b"\x00" * 99]
)
def test_what_is_no_contacts_file_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="no contact in this file"):
        read(content)


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCARD\nFN:a\nEND:VCARD\n" * 20_001,
        b"BEGIN:VCARD\nAGENT:\n" * 30,
        b"BEGIN:VCARD\n" + b"A:1\n" * 500_001,
    ],
)
def test_too_much_of_anything_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="too large"):
        read(content)


@settings(max_examples=rounds(200), deadline=None)
@given(st.binary(max_size=400), st.integers(0, len(IPHONE)))
def test_no_bytes_break_it_and_whatever_comes_out_is_harmless(noise: bytes, place: int) -> None:
    for content in (b"BEGIN:VCARD\n" + noise, IPHONE[:place] + noise + IPHONE[place:]):
        try:
            found = read(content)
        except UsageError:
            continue
        for each in found.people:
            for value in each[1:]:
                assert value is None or (isinstance(value, str) and value == clean(value) != "")


@settings(max_examples=rounds(60), deadline=None)
@given(st.lists(st.text('=;:,\\"\r\n AaNn0\u00e9-', max_size=30), max_size=8))
def test_no_lines_break_it(some: list[str]) -> None:
    found = read(card(*some) + card("TEL;TYPE=CELL:555-0101", name="Last"))
    assert found.cards >= 1


HUGE = """
import resource, sys
from recoverplan.readers.vcard import read_people

def most():
    # On Linux getrusage also counts what the process had before it was this one.
    if not sys.platform.startswith("linux"):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

before = most()
with open(sys.argv[1], "rb") as file:
    print([tuple(each)[1:] for each in read_people(file).people])
print(most() - before)
"""


@pytest.mark.parametrize("broken", [b"\n ", b""], ids=["folded", "one endless line"])
def test_a_photo_of_100_mb_takes_no_memory(
    tmp_path_factory: pytest.TempPathFactory, broken: bytes
) -> None:
    path = tmp_path_factory.mktemp("huge") / "p.vcf"
    piece = b"A" * 74 + broken
    with path.open("wb") as file:
        file.write(b"BEGIN:VCARD\nVERSION:3.0\nFN:Sam\nPHOTO;ENCODING=b:")
        for _ in range(14):
            file.write(piece * 100_000)
        file.write(b"\nTEL;TYPE=CELL:555-0101\nEND:VCARD\n")
    assert path.stat().st_size > 100_000_000
    done = subprocess.run(
        [sys.executable, "-c", HUGE, str(path)], capture_output=True, text=True, check=True
    )
    path.unlink()
    shown, grown = done.stdout.splitlines()
    assert shown == "[('Sam', '555-0101', '555-0101', None)]"
    assert int(grown) < 20_000 * (1 if sys.platform == "linux" else 1024)
