"""What a phone dials for a number as it was typed: one place for links, printed squares and files.

`read` takes a text apart: digits, one plus in front, letters that stand for keys, an extension.
Anything else in it ("555-0114 or 555-0115", "call after 6") makes it no number: nothing is dialed.
`dialed` then asks Google's rules (phonenumberslite, loaded only for that) whether a number of that
length can be dialed in the person's country. The digits dialed are the ones typed, in their order;
only the "(0)" of "+44 (0)20 …" and the 00 or 011 that a plus replaces are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from recoverplan.domain.text import clean

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Between digits: spaces, hyphens and dashes, brackets, and marks of no width that copies carry.
SEPARATORS = frozenset(" -ー‐‑‒–—―−.·()[]/~•\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")
LEAST = 3  # digits of what is kept as a number
SHORT = 6  # digits: up to here a number is a service's own, and dialed as it is
LONGEST = 20
AREA = 6  # digits of an area code, with its 0

SCHEME = re.compile(r"(?i)\s*(?:tel|sms|callto)\s*[:.]\s*/*")
EXTENSION = re.compile(
    r"(?i)[\s,;.(]*(?:(?:and|then)\s+)*(?<![a-z])"
    r"(?:(?:ext(?:ension|n)?|xtn?|anexo|доб)[\s.:=]*(\d{1,9})|(?:x|int|#)[\s.:=]*(\d{1,6}))#?\)?\Z"
)
SPELLED_OUT = re.compile(r"(?i)(?<![a-z])ext(?:ension|n)?[\s.:=]*\d+\)?\Z")
# As phones write it: a comma waits two seconds, a semicolon for a tap.
PAUSE = re.compile(r"(?:,,+(\d{1,12})#?|[,;](\d{1,12})#|[,;](\d{1,5}))\Z")
PRESS = re.compile(r"(?i)[\s,;.(]+(?:(?:and|then)\s+)*(?:press|option)\s+[\d*#]{1,3}\)?\.?\Z")
AGAIN = re.compile(r"(.*\S)\s*\(([^()]+)\)")
KEYWORD = re.compile(r"(.*\S) to (\+?\d.*)")
SLIP = re.compile(r"\d[OoIl]+(?![A-Za-z])|(?<![A-Za-z])[OoIl]+\d|[A-Za-z][01]")
MADE_UP = re.compile(r"(?i)(?<![a-z])x+(?![a-z])")  # "555-XXXX"


class Number(NamedTuple):
    """A number taken apart. `digits` are ASCII; `plus` stood in front of them.

    `before`: the digits before the letters, "" where there were none.
    """

    digits: str
    plus: bool
    extension: str
    before: str


class Dialed(NamedTuple):
    """What is dialed: "+442079460128", "5550114", "988"; and an extension, "" for none."""

    number: str
    extension: str = ""

    @property
    def link(self) -> str:
        """Return it as RFC 3966 has it: "5550114;ext=12"."""
        return f"{self.number};ext={self.extension}" if self.extension else self.number

    @property
    def paused(self) -> str:
        """Return it as a phone dials it, the extension after a pause: "5550114,12"."""
        return f"{self.number},{self.extension}" if self.extension else self.number


def plain(text: str) -> str:
    """Return a text as one line, its digits of any script and its full-width letters as ASCII."""
    import unicodedata

    line = clean(text).translate(FULL_WIDTH)
    if line.isascii():
        return line
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in line
    )


def read(text: str) -> Number | None:
    """Return the one number that a text is, None for anything else."""
    typed = PRESS.sub("", SCHEME.sub("", plain(text), count=1))
    body, extension = without_extension(typed)
    body = said_once(body)
    led = re.match(r"[\s(\[]*\+", body)
    body = body[led.end() :] if led else body
    letter = re.search("[A-Za-z]", body)
    if letter and not stand_for_keys(body):
        return None
    digits = on_keys(body)
    if not 2 <= len(digits) <= LONGEST or two_numbers(body, international=bool(led)):
        return None
    if extension and len(digits) <= SHORT and not SPELLED_OUT.search(typed):
        return None  # "911,988": two numbers of services
    before = on_keys(body[: letter.start()]) if letter else ""
    return Number(digits, bool(led), extension, before)


def without_extension(text: str) -> tuple[str, str]:
    """Return a text without the extension at its end, and the extension."""
    found = EXTENSION.search(text) or PAUSE.search(text)
    if found is None:
        return text, ""
    return text[: found.start()], next(filter(None, found.groups()))


def on_keys(text: str) -> str:
    """Return the digits of a text, letters as the keys they are on; "" for any other sign in it."""
    kept = "".join(letter for letter in text if letter not in SEPARATORS)
    return kept.upper().translate(KEYS) if kept.isascii() and kept.isalnum() else ""


def said_once(text: str) -> str:
    """Return "1-800-GAMBLER (1-800-426-2537)" or "662-HELP (4357)" in digits, others unchanged."""
    found = AGAIN.fullmatch(text)
    if found is None or not re.search("[A-Za-z]", text):
        return text
    plus = "+" if found[1].startswith("+") else ""
    first, again = on_keys(found[1].removeprefix(plus)), on_keys(found[2].removeprefix("+"))
    same = len(again) >= LEAST and first.endswith(again)
    return plus + first if same or again == f"1{first}" else text


def stand_for_keys(body: str) -> bool:
    """Tell whether the letters among digits are keys to press, and no words beside a number.

    "1-800-GAMBLER" and "555-HELP" are; "555-0114 mum" has a whole number before its letters. After
    a space or a bracket they are capitals, or what makes eleven digits with a 1 in front.
    "555-O114", "1-800-B00-KEYS" and "555-XXXX" are slips and blanks.
    """
    letters = re.sub("[^A-Za-z]", "", body)
    before = on_keys(body[: body.index(letters[0])])
    if not before or len(before.removeprefix("1")) > SHORT or len(letters) < LEAST:
        return False
    if SLIP.search(body) or MADE_UP.search(body):
        return False
    whole = len(on_keys(body)) == 11 and re.fullmatch(r"1(\d{3}){1,2}", before)
    return bool(whole) or not re.search(r"[\s(\[][A-Za-z]*[a-z]", body)


def two_numbers(body: str, *, international: bool) -> bool:
    """Tell whether a text may well be two numbers: "112/911", "0171 234567 0171 234568".

    A slash is one number's own only after an area code, as in "030/123456".
    """
    parts = [on_keys(part) for part in re.split(r"[\s/]+", body) if on_keys(part)]
    if "/" in body:
        area, rest = map(on_keys, body.split("/", 1))
        is_area = len(area) <= AREA and (international or area.startswith("0"))
        if not is_area or len(rest) < 4 or body.count("/") > 1:
            return True
    halves = [("".join(parts[:place]), "".join(parts[place:])) for place in range(1, len(parts))]
    return any(len(one) == len(two) >= SHORT and one[:3] == two[:3] for one, two in halves)


def keyword_in(text: str) -> tuple[str, str]:
    """Return the word of "HOME to 741741" and its number; ("", text) for a number alone."""
    found = KEYWORD.fullmatch(plain(text))
    return (found[1], found[2]) if found else ("", text)


def is_number(text: str) -> bool:
    """Tell whether a text may be kept as a number.

    It has three digits or more, and no word but an extension, letters on keys, or what to press.
    """
    number = read(text)
    if number is not None:
        return len(number.digits) >= LEAST
    rest, _ = without_extension(plain(text))
    digits = sum(letter.isdecimal() for letter in rest)
    return digits >= LEAST and not any(map(str.isalpha, rest))


def dialed(text: str, region: str) -> Dialed | None:
    """Return what is dialed for a text in a region ("US", "GB-SCT"; "" for none), None for nothing.

    Without a region only what begins with a plus is dialed.
    """
    number = read(text)
    country = region.partition("-")[0]
    if number is None or not (country or number.plus):
        return None
    if len(number.digits) <= SHORT and not (number.plus or number.before):
        return Dialed(number.digits, number.extension)
    found = by_the_rules(number, country)
    return Dialed(found, number.extension) if found else None


def for_a_phone(text: str, region: str) -> str | None:
    """Return a number as a phone's contacts and calendar take it, None for what is none.

    As it was typed where a phone dials just that; else what is dialed, an extension after a pause.
    Where the region is not known, the phone decides.
    """
    number = read(text)
    if number is None:
        return None
    found = dialed(text, region) or Dialed(f"{'+' * number.plus}{number.digits}", number.extension)
    typed = clean(text)
    bare = "".join(letter for letter in typed if letter not in SEPARATORS)
    return typed if bare == found.paused and typed.find("+") < 1 else found.paused


def by_the_rules(number: Number, country: str) -> str | None:
    """Return the digits to dial in a country, with a plus where they are international."""
    import phonenumbers
    from phonenumbers import CountryCodeSource

    parsed = possible(f"{'+' * number.plus}{number.digits}", country)
    if parsed is None or (number.before and is_whole(number, country, parsed)):
        return None
    source, code = parsed.country_code_source, str(parsed.country_code)
    home = phonenumbers.region_code_for_country_code(int(code))
    trunk = phonenumbers.ndd_prefix_for_region(home, True) or ""
    unsaid = source == CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN
    # The 1 of 1-800-426-2537 is the country's code and what is dialed within it.
    if source == CountryCodeSource.FROM_DEFAULT_COUNTRY or (unsaid and code == trunk):
        return number.digits
    whole = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    bare = whole.removeprefix(f"+{code}")
    if number.digits.endswith((code + bare, code + trunk + bare)):
        return whole  # without the 0 of "+44 (0)20", and a plus for the 00 of "0044"
    return f"{'+' * (number.plus or unsaid)}{number.digits}"


def possible(digits: str, country: str) -> PhoneNumber | None:
    """Return a number that has the length of one in its country, None for any other."""
    import phonenumbers

    known = country if country in phonenumbers.SUPPORTED_REGIONS else None
    try:
        parsed = phonenumbers.parse(digits, known, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None


def is_whole(number: Number, country: str, keyed: PhoneNumber) -> bool:
    """Tell whether the digits before letters are a number already: "988 HELP" has a word in it.

    `keyed`: what the letters would make of it. "(800) 662-HELP" is no 800662 with a word behind it.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(f"{'+' * number.plus}{number.before}", country)
    except phonenumbers.NumberParseException:
        return False
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
        return True
    free = phonenumbers.number_type(keyed) == phonenumbers.PhoneNumberType.TOLL_FREE
    return not free and phonenumbers.is_valid_short_number_for_region(parsed, country)
