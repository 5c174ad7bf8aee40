"""Words of a list that say a meeting is not every week, or not at all for now.

In English, Spanish, French and German. A text is judged clause by clause, a clause part by part
(what commas, dashes and brackets divide). What denies a meeting ("no meeting", "suspended") counts
where it is about the meeting and not about its kitchen. A rhythm ("2nd & 4th Fridays", "every
other") counts where it is what its part is about: in a name, alone, or with a word such as "meets"
or "only"; never beside what else happens then (a speaker, cake, the business meeting).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recoverplan.domain.rhythm import GERMAN_SHORT_DAY, days_in_full, without_accents
from recoverplan.readers import caution_words as words

LONGEST_CAUTION = 160
REMEMBERED = 1 << 14  # texts; the days of one meeting share theirs

CLAUSE = re.compile(r"[.;!?](?=[\s)]|$)|\s[*|•]+\s|\*\*+|\n")
PART = re.compile(r" ?[,()\[\]:] ?| - | -- |(?<=[a-z])- | / ")
LETTERS = re.compile(r"[^\W\d_]")
LAST_WORD = re.compile(r"[^\W_]+$")
WORD = re.compile(r"[^\W\d_]{4,}")
FULL_STOP = re.compile(r"(?<=[a-z]{2})\.(?=[\s),]|$)")
CLOCK = re.compile(
    r" ?(?:(?:@|\b(?:at|a las|a|um)) ?)?\b\d{1,2}[:h]\d\d(?: ?(?:[ap]\.?m\b\.?|uhr\b))?"
)
SPACES = re.compile(r"\s+")
# A full stop after these ends no sentence.
SHORT = re.compile(
    r"mon|tues?|weds?|thu|thurs?|fri|sat|sun|jan|feb|mar|apr|ju[nl]|aug|sept?|o[ck]t|nov|de[cz]|dic"
    r"|[1-5](?:[oa]|e?r|do|to)|alt|mtgs?|wks?|approx|temp|incl|st|no|zt?|[imu]|bzw|ca|jd|lun|mie|jue|vie|sab|dom|vend?|sam"
    r"|dim"
)
WRITTEN_OUT = {
    "mtg": "meeting", "mtgs": "meetings", "wk": "week", "wks": "weeks", "alt": "alternate",
    "tues": "tuesday", "thurs": "thursday", "weds": "wednesday", "vend": "vendredi",
    "jd": "jede", "til": "until", "xmas": "christmas",
}  # fmt: skip
ABBREVIATED = re.compile(rf"\b({'|'.join(WRITTEN_OUT)})(?=\d|\b)\.? ?(?=(\d)?)")
OFTEN_MISSPELT = ("meeting", "meetings", "first", "second", "third", "fourth", "every", "other",
                  "month", "monthly", "suspended", "cancelled")  # fmt: skip
SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\xa0": " "})
# No caution has none of these in it: most texts are let through after one look.
HINTS = frozenset(
    re.findall(
        r"\w+",
        """
        1 10 11 12 13 14 15 16 17 18 19 1a 1e 1er 1o 1rs 1st 1ª 1º 2 20 21 22 23 24 25 26 27 28 29
        2a 2d 2do 2e 2em 2es 2ie 2iè 2nd 2o 2èm 2ª 2º 3 30 31 3a 3d 3e 3em 3er 3es 3ie 3iè 3o 3rd
        3èm 3ª 3º 4 4a 4e 4em 4es 4ie 4iè 4o 4th 4to 4èm 4ª 4º 5 5a 5e 5em 5es 5ie 5iè 5o 5th 5to
        5èm 5ª 5º 6 7 8 9 abg abr adv ago all alt ann aou apr
        aug aus aut auß ava avr bac beg bim bis biw bre bus cad cal can car cer cha clo cua dar
        der dez die dim dis dom don dri eid end ene ent ers ete eve evr exc fal fas feb fei fer
        fin fir fol for fou fre fri fru gat ger hap has hay her hia hiv hol hor ima ina inv jan
        jeu jue jui jul jun jus kei las let lon lun mai mar may mee men mer mie mit moi mon mot
        mov mtg nav no noe non not nov oct odd off okt onc one onl ost oth oto otr paq pas pau pen
        pri qua qui ram rea rel reo rep res ret reu ruh sab sal sam sat sau sch sea sec seg sei
        sem sep set sin sit ski sol som spr sta sum sun sur sus swi tak tem ter thi thr thu til
        tim tir tou tri tue twi two ult unt vac var vec ven ver vez vie vor wed wee wei wh win wk
        wks woc won zwe
        """,
    )
)
GERMAN_DAY = re.compile(rf"{words.DE_DAY}|wochen?\b|{GERMAN_SHORT_DAY}")
FIRST_OF_WORD = re.compile(r"(?<![^\W_])[^\W_]{1,3}")


def caution(name: str, *notes: str | None) -> str | None:
    """Return the words that say a meeting is not every week: of its notes, else of its name."""
    for each in notes:
        if each and (said := said_in(each)) is not None:
            return said
    return named_so(name)


@lru_cache(maxsize=REMEMBERED)
def named_so(name: str) -> str | None:
    """Return a name that says so itself."""
    return said_in(name, named=True)


@lru_cache(maxsize=REMEMBERED)
def said_in(text: str, named: bool = False) -> str | None:
    """Return the clause of a text that says so; of a name, the whole of it."""
    if HINTS.isdisjoint(FIRST_OF_WORD.findall(text.casefold())):
        return None
    start = 0
    for end in [*(each.start() for each in CLAUSE.finditer(text) if ends(text, each)), len(text)]:
        clause = text[start:end]
        if speaks_against(plain(clause), named=named):
            said = text if named else clause.strip(" .;!?*|•\n")
            return shortened(said)
        start = end
    return None


def ends(text: str, found: re.Match[str]) -> bool:
    """Tell whether a mark ends a clause: not the full stop of "Sat." or "der 2. Montag"."""
    if found[0] != ".":
        return True
    word = LAST_WORD.search(text, max(0, found.start() - 12), found.start())
    after = text[found.end() :].lstrip()[:1]
    if word is None:
        return True
    if word[0].isdecimal():
        day = GERMAN_DAY.match(text[found.end() : found.end() + 14].strip().casefold())
        small = len(word[0]) == 1 and (after.islower() or after in "+&-/,")
        return not (small or after.isdecimal() or day)
    return SHORT.fullmatch(word[0].casefold()) is None


@cache
def spelled() -> dict[str, str]:
    """Return words by how they are misspelt: two letters changed about, or one left out."""
    return {
        wrong: word
        for word in OFTEN_MISSPELT
        for at in range(1, len(word) - 1)
        for wrong in (
            f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}",
            *([f"{word[:at]}{word[at + 1 :]}"] if len(word) > 6 else ()),
        )
        if wrong not in OFTEN_MISSPELT
    }


def plain(clause: str) -> str:
    """Return a clause in small letters without accents, what is abbreviated written out."""
    said = days_in_full(without_accents(clause.translate(SAME)))
    said = said.replace("z. zt.", "zurzeit").replace("i. m.", "im monat").replace("w/", "with ")
    said = ABBREVIATED.sub(lambda found: f"{WRITTEN_OUT[found[1]]} ", said)
    said = FULL_STOP.sub("", CLOCK.sub("", said))
    said = WORD.sub(lambda found: spelled().get(found[0], found[0]), said)
    return SPACES.sub(" ", said).strip()


def speaks_against(clause: str, *, named: bool) -> bool:
    """Tell whether a clause, made plain, says that there is not always a meeting."""
    for found in words.DENIED.finditer(clause):
        if named or counts_against(clause, found):
            return True
    if named:
        return bool(words.RHYTHM.search(clause) or words.SEASONAL.search(clause))
    for found in words.SEASONAL.finditer(clause):
        _, part, _ = part_of(clause, found)
        if not any(each.search(part) for each in (words.EVENTS, words.OTHER_THINGS)):
            return True
    return any(is_about_it(clause, found) for found in words.RHYTHM.finditer(clause))


def part_of(clause: str, found: re.Match[str]) -> tuple[str, str, str]:
    """Return the part before, the part in which something was found, and the one after.

    A part beside it that a dash or a colon joins ends or begins with that mark.
    """
    marks = [each for each in PART.finditer(clause)
             if each.end() <= found.start() or each.start() >= found.end()]  # fmt: skip
    before = [each for each in marks if each.end() <= found.start()]
    after = [each for each in marks if each.start() >= found.end()]
    begin = before[-1].end() if before else 0
    end = after[0].start() if after else len(clause)
    earlier = clause[before[-2].end() if len(before) > 1 else 0 : begin] if before else ""
    later = clause[end : after[1].start() if len(after) > 1 else len(clause)] if after else ""
    return earlier, clause[begin:end], later


def joined(before: str, after: str) -> bool:
    """Tell whether the parts beside one say what happens then: "1st week: …", "… - last Friday"."""
    return before.rstrip()[-1:] in {"-", ":"} or after.lstrip()[:1] in {"-", ":"}


def counts_against(clause: str, found: re.Match[str]) -> bool:
    """Tell whether what is denied is the meeting itself: not its place, nor some other event."""
    _, part, _ = part_of(clause, found)
    before = clause[: found.start()]
    if any(each.search(before) for each in (words.NEVER, words.BESIDE_IT)):
        return False
    if words.BY_THE_WAY.search(part):
        return False
    return not (re.match(words.BUT, found[0]) and words.EVENTS.search(clause))


def is_about_it(clause: str, found: re.Match[str]) -> bool:
    """Tell whether a rhythm is that of the meeting, and not of what else happens then."""
    before, part, after = part_of(clause, found)
    if words.EVENTS.search(part):
        return False
    if words.ONLY.search(part):
        return True
    if words.OTHER_THINGS.search(part) or words.MEETS.search(part):
        return words.OTHER_THINGS.search(part) is None
    if words.EVENTS.search(before) or words.EVENTS.search(after):
        return False
    rest = words.RHYTHM.sub("", part.replace(found[0], " "))
    alone = LETTERS.search(words.FILLER.sub("", rest)) is None
    if words.HOW_OFTEN.match(found[0]):
        return alone or part.startswith(found[0])
    return alone and not joined(before, after)


def shortened(said: str) -> str:
    """Return at most so many letters of a clause, those about what speaks against it."""
    if len(said) <= LONGEST_CAUTION:
        return said
    clause = without_accents(said)
    found = words.DENIED.search(clause) or words.RHYTHM.search(clause)
    begin = max(0, (found.start() if found else 0) - 40)
    return said[begin : begin + LONGEST_CAUTION].strip()
