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
        0 1 2 3 4 5 6 7 8 9 abg abr adv again ago all alt ander ann aou apr aren aug aus aut ava
        avr bac bim bis biw bre bus cad cal can car cer chr cin clo cor cua dar dec def dem der
        deu dez dic did die disba disco doe don dor dri eas eid ene entfa ers ete eve evr exc
        fal fas feb fei fer fes fev fif fin fir fol fortn fou frist fru fun gat ger ges has hay
        hel her hia hiv hol hor ima imp ina inv isn jan jui jul jun jus kei lab las let lon mai
        mar may meno mensu mer mie moi mona mont mot mov mtg nav nev nex no noe non not nov oct
        odd off okt onc one only ost oth oto otr paq pares pas pau pen pos pre pri qua qui ram
        re reanu reces rel rem reo rep res ret reu ruh sal sau sch sea sec seg sei sem sep set
        sin sit ski som speci spr sum sur sus swi tak tem ter thi thr til tim tir tou tri tro
        twi two ubr ult ung unt vac var vec ver vez vie vor wee wei wh wie winte wk wks woc won
        xma zwe
        """,
    )
)
GERMAN_DAY = re.compile(rf"{words.DE_DAY}|wochen?\b|{GERMAN_SHORT_DAY}")
# The longer ones, else three letters; of numbers, those that may be of a day, and not of an hour.
FIRST_OF_WORD = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(each for each in sorted(HINTS) if len(each) > 3)}"
    r"|\d(?=\d?(?![\d:]))|[^\W_]{1,3})"
)


def caution(name: str, *notes: str | None) -> str | None:
    """Return the words that say a meeting is not every week: of its notes, else of its name."""
    for each in notes:
        if each and (said := said_in(each)) is not None:
            return said
    return said_in(name, named=True)


@lru_cache(maxsize=REMEMBERED)
def said_in(text: str, named: bool = False) -> str | None:
    """Return the clause of a text that says so; of a name, the whole of it."""
    if not hinted(text):
        return None
    start = 0
    for end in [*(each.start() for each in CLAUSE.finditer(text) if ends(text, each)), len(text)]:
        clause = text[start:end]
        hint = clause is text or hinted(clause)
        if hint and speaks_against(plain(clause), named=named):
            said = text if named else clause.strip(" .;!?*|•\n")
            return shortened(said)
        start = end
    return None


def hinted(text: str) -> bool:
    """Tell whether there may be a caution in a text at all."""
    said = text.casefold() if text.isascii() else without_accents(text)
    return not HINTS.isdisjoint(FIRST_OF_WORD.findall(said))


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
    for wrong in spelled().keys() & WORD.findall(said):
        said = re.sub(rf"\b{wrong}\b", spelled()[wrong], said)
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
