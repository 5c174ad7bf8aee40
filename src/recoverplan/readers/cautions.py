"""Words of a list that say a meeting is not every week, or not at all for now.

In English, Spanish, French and German. A text is judged clause by clause. What denies a meeting
("no meeting", "suspended") always counts. A rhythm ("2nd & 4th Fridays", "every other") counts
where it is what the clause is about: in a name, alone, or with a word such as "meets" or "only";
never beside what else happens then (a speaker, cake, the business meeting, which is open).
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_CAUTION = 160
REMEMBERED = 1 << 14  # texts; the days of one meeting share theirs

EN_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
ES_DAY = r"(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)"
FR_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
DE_DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?"
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|enero|febrero|marzo|abril|mayo"
    r"|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|f[ée]vrier|mars|avril|mai"
    r"|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|januar|februar|m[äa]rz|juni|juli"
    r"|oktober|dezember"
)
SEASON = r"(?:summer|winter|spring|fall|autumn|verano|invierno|[ée]t[ée]|hiver|sommer|school year)"
EN_NTH = (
    r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|1rst|alternat(?:e|ing)|other)"
)
ES_NTH = r"(?:primer|segund|tercer|cuart|quint|[uú]ltim|penúltim)[oa]?s?"
FR_NTH = (
    r"(?:premiers?|premières?|1ers?|deuxièmes?|seconds?|troisièmes?|quatrièmes?|derniers?|[2345]e"
    r"|[2345]ème)"
)
DE_NTH = r"(?:(?:erst|zweit|dritt|viert|letzt)e[rnsm]?|[1-5]\.)"
ANY_NTH = rf"(?:{EN_NTH}|{ES_NTH}|{FR_NTH}|{DE_NTH})"
EN_UNIT = rf"(?:{EN_DAY}|weeks?|months?)"
DATE = r"\d{1,2}(?:st|nd|rd|th)"
NOT = r"(?:(?:do(?:es)?|will|is|are|did|currently|we're)(?: ?n[o']t| not)|not|won't|never)"
IS = r"(?:(?:is|are|has been|was|remains) )?(?:now |currently )"
OFF = r"(?:cancell?ed|suspended|on hold|paused|postponed|discontinued|inactive|dark|disbanded)"
AGAIN = r"(?:resum(?:es?|ing)|re-?open(?:s|ing)?|return(?:s|ing)|back)"
BUT = r"(?:except|excluding|excepto|menos|sauf|au[sß]er)"


def nth(ordinal: str, day: str) -> str:
    """Return the pattern of ordinals before a day, or before a number of days or weeks."""
    between = r" ?(?:[,&/+]|and|or|y|e|et|und|oder)? ?(?:the |el |le |den )?"
    # At most so many: no text takes long, whatever stands in it.
    return rf"{ordinal}(?:{between}{ordinal}){{0,5}} {day}"


RHYTHMS = (
    nth(EN_NTH, rf"(?:{EN_DAY}|weeks?|meetings? of (?:the|each|every) month)"),
    nth(ES_NTH, rf"(?:{ES_DAY}|semanas?)"),
    nth(FR_NTH, rf"(?:{FR_DAY}|semaines?)"),
    nth(DE_NTH, rf"(?:{DE_DAY}|wochen?)"),
    rf"{EN_NTH} of (?:the|each|every) month",
    rf"(?:the )?{DATE}(?: (?:and|&) (?:the )?{DATE})? (?:day )?of (?:the|each|every) month",
    rf"on the {DATE}(?: and (?:on )?the {DATE})?(?! \w)",
    r"(?:once|twice|one time|(?:two|three|four|\d) times) (?:a|per|each|every) (?:month|year)",
    r"(?:bi-?|semi-?)?monthly",
    r"bi-?weekly",
    r"fortnight(?:ly|s)?",
    r"quarterly",
    r"semi-?annual(?:ly)?",
    rf"every (?:other|2nd|second|third|3rd|fourth|4th|two|three|four|[2-9]|few)(?: {EN_UNIT})?",
    rf"alternat(?:e|es|ing)(?: (?:weekly|{EN_UNIT}))?",
    r"(?:odd|even)(?:[- ]numbered)? (?:weeks?|days?|months?)",
    r"(?:1st|first|week) (?:1 )?(?:and|&) (?:3rd|third|3) weeks?",
    r"weeks? \d(?: ?(?:,|&|and) ?\d)+",
    r"cada (?:dos|tres|cuatro|[2-9]) (?:semanas|meses)",
    r"cada (?:quince|15) d[ií]as",
    r"(?:quincenal|mensual)(?:mente)?",
    r"(?:una|dos) ve(?:z|ces) (?:al|por) mes",
    r"semanas (?:alternas|pares|impares)",
    r"(?:una? )?\w+ s[ií] y otr[oa] no",
    r"(?:toutes|tous) les (?:deux|2|quinze|15) (?:semaines|jours)",
    r"(?:une? )?\w+ sur deux",
    r"semaines (?:im)?paires",
    r"(?:une|deux) fois par mois",
    r"mensuel(?:le)?(?:ment)?",
    r"alle (?:zwei|drei|vier|[2-9]) (?:wochen|monate)",
    r"alle (?:14|vierzehn) tage",
    r"(?:un)?gerade(?:n)? (?:kalender)?wochen?",
    r"(?:ein|zwei)mal im monat",
    r"monatlich",
    r"(?:14|vierzehn)-?t[äa]gig",
)
DENIALS = (
    r"(?:no|not an?y?) (?:\w+ )?(?:meetings?|mtgs?)\b(?! (?:fee|id|list|pass|link|number))",
    rf"{NOT} (?:be )?(?:currently )?meet(?:s|ing)?(?! (?:in[- ]person|face|live|at the|you|ing))",
    rf"(?:meeting|group|mtg)s? {IS}?{OFF}",
    r"cancell?ed",
    r"suspended",
    r"(?:suspendid|cancelad)[oa]s?",
    r"disbanded",
    r"discontinued",
    r"postponed",
    r"no longer (?:meet|active|exist)\w*",
    r"on (?:hold|hiatus|pause|break)",
    r"hiatus",
    r"paused",
    r"inactive",
    r"(?:is|are|goes) dark",
    r"dark (?:on|in|the|during)",
    rf"closed (?:temporarily|until|for (?:the )?(?:{SEASON}|now|season|holiday))",
    rf"closed (?:(?:in|during) (?:{MONTH}|{SEASON})|(?:on )?(?:\w+ ){{0,3}}holidays?)",
    rf"closed (?:on )?(?:the )?(?={EN_NTH} {EN_DAY})",
    r"temporarily (?:closed|inactive|not)",
    r"closed temporarily",
    rf"{AGAIN} (?:in|on|after) (?:{MONTH}|{SEASON}|labor day|the new year)",
    rf"{BUT}(?: (?:for|on|in|during))? (?:the |el |le |dem )?(?:{MONTH}|{SEASON}|holidays?)",
    rf"{BUT}(?: (?:for|on|in|during))? (?:the |el |le |dem )?{ANY_NTH}",
    rf"skip(?:s|ped)? (?:the )?(?:{EN_NTH}|{MONTH})",
    rf"not (?:in|during|on|held) (?:the )?(?:{MONTH}|{SEASON}|{EN_NTH})",
    r"seasonal(?:ly)?",
    rf"(?:{SEASON})(?: months?)? only",
    rf"only (?:in|during)(?: the)? (?:{SEASON}|{MONTH})",
    r"only (?:when|while|if) school",
    r"school is in session",
    rf"(?:{MONTH}) (?:through|thru|to|until|till|–|-) (?:{MONTH})",
    r"(?:dates?|days?|schedules?|times?) (?:may )?var(?:y|ies)",
    r"call (?:ahead|first|before|to (?:confirm|verify))",
    r"check (?:the )?calendar",
    r"(?:one[- ]time|special) (?:event|meeting)",
    rf"next meeting(?: is)?:? (?:on )?(?:{MONTH}|\d)",
    rf"(?:{MONTH}) \d{{1,2}} only\b",
    rf"(?:starts|begins|ends|ending) (?:on )?(?:{MONTH}) ?\d*",
    r"no (?:hay|habr[áa]|tenemos|se re[úu]nen?) (?:la )?(?:reuni[óo]n|junta|sesi[óo]n)?",
    r"sin reuni[óo]n",
    r"cerrad[oa] (?:temporal|hasta|en|por)\w*",
    r"temporalmente cerrad[oa]",
    r"hasta nuevo aviso",
    r"pas de (?:r[ée]union|meeting)",
    rf"(?:annul|suspend|ferm)(?:[ée]e?s?|ue?s?)\b(?: (?:en|jusqu\S*|(?:{MONTH})))?",
    r"rel[âa]che",
    r"jusqu['’][àa] nouvel ordre",
    r"kein(?:e)? (?:meeting|treffen|gruppe)",
    r"f[äa]llt\b.{0,30}\baus\b",
    r"entf[äa]llt",
    r"abgesagt",
    r"findet nicht statt",
    r"pausiert",
    r"bis auf weiteres",
    r"vor[üu]bergehend geschlossen",
)
RHYTHM = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(RHYTHMS)})(?![\w-])")
DENIED = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(DENIALS)})(?!\w)")
# What happens then besides: no word about whether there is a meeting.
ELSE = re.compile(
    r"(?i)\b(?:business|conscience|inventory|speakers?|birthdays?|anniversar\w+|celebrat\w+"
    r"|cakes?|chips?|medallions?|tokens?|key ?tags?|pot ?lucks?|food|eating|dinner|breakfast|lunch"
    r"|pizza|open|closed|steps?|traditions?|concepts?|study|studies|topics?|discussion|big book"
    r"|literature|newcomers?|beginners?|meditation|steering|committee|intergroup|district|workshop"
    r"|secretar\w+|elections?|women|men|men's|women's|panel|q ?& ?a|book|story|stories|grapevine"
    r"|zoom|online|hybrid|in[- ]person|candle\s?light|social|fellowship|parking|floor|street|st|ave"
    r"|avenue|door|building|room|negocios|servicio|oradora?s?|cumplea[ñn]os|aniversarios?"
    r"|abiert[oa]s?|cerrad[oa]s?|pasos?|tradici[óo]n|affaires|anniversaires?|ouverte?s?|ferm[ée]e?s?"
    r"|[ée]tapes?|conf[ée]renciers?|gesch[äa]fts\w*|arbeits\w*|geburtstag\w*|offen\w*|schritt\w*"
    r"|sprecher\w*|monatsmeeting)\b"
)
BY_THE_WAY = re.compile(
    r"(?i)\b(?:in[- ]person|face[- ]to[- ]face|physical|live|may be|may \w+(?= cancel)|if)\b"
    r"|\bweather\b"
    r"|\bsnow"
)
MEETS = re.compile(
    r"(?i)\b(?:meets?|we meet|held|only|now on|alternates?|check|see|website|se re[úu]nen?"
    r"|nos reunimos|s[óo]lo|solamente|[úu]nicamente|seulement|uniquement|se r[ée]unit|nur"
    r"|trifft sich|findet statt|meeting (?:is |are )?(?:held )?(?:on )?(?:the )?"
    r"(?=\S*(?:st|nd|rd|th)\b))\b"
)
FILLER = re.compile(
    r"(?i)\b(?:the|of|each|every|month|months|only|meets?|meeting|meetings|mtgs?|we|is|are|on|at|in"
    r"|held|this|group|from|and|or|to|week|weeks|new|now|noon|midnight|[ap]\.?m|del?|la|el|los|las"
    r"|mes|meses|cada|todos|s[óo]lo|solamente|[úu]nicamente|y|nos|reunimos|se|re[úu]ne|reuni[óo]n"
    r"|un|una|al|le|les|du|des|d|l|chaque|mois|seulement|uniquement|tous|et|r[ée]unions?"
    r"|jede[nrsm]?|im|monats?|am|nur|und|um|uhr|treffen|gruppe"
    rf"|{EN_DAY}|{ES_DAY}|{FR_DAY}|{DE_DAY})\b"
)
SHORT_DAY = re.compile(
    r"(?i)\b(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|sept|jan|feb|aug|oct|nov|dec)\."
)
CLAUSE = re.compile(r"[.;!?](?=\s|$)|\s[*|•]+\s|\*\*+|\n")
LETTERS = re.compile(r"[^\W\d_]")
# No caution has none of these in it: most texts are let through after one look.
HINT = re.compile(
    r"(?i)st |nd |rd |th |first|second|third|four|last|month|every|altern|week|woche|semain|cada"
    r"|cancel|suspen|closed|clos|meet|mtg|inact|hold|hiatus|pause|dark|only|except|exclu|skip|season"
    r"|vary|varies|call |calendar|time|until|no |hasta|pas |annul|ferm|kein|f[äa]llt|ausf|fort|quar"
    r"|quin|mens|monat|gerade|alle |prim|segu|últ|ult|derni|premi|letzt|erst|zweit|sur deux|mois"
    r"|cerrad|school|summer|winter|starts|begins|ends|longer|disband|discont|postp|sauf|menos|reun"
    r"|through|otro |otra |vez |veces |tous les|toutes les|entf|abges|findet|relâ|temporar|bis auf"
    r"|back |resum|return|[1-5]\. "
)


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
    if HINT.search(f"{text} ") is None:
        return None
    start = 0
    whole = SHORT_DAY.sub(lambda found: f"{found[1]} ", text)  # as long as it was
    for end in [*(found.start() for found in CLAUSE.finditer(whole)), len(whole)]:
        clause = whole[start:end]
        if speaks_against(clause, named=named):
            said = text if named else text[start:end].strip(" .;!?*|•\n")
            return shortened(said, clause)
        start = end
    return None


def speaks_against(clause: str, *, named: bool) -> bool:
    """Tell whether a clause says that there is not always a meeting."""
    denied = DENIED.search(clause)
    if denied is not None and (named or counts_against(clause, denied[0])):
        return True
    rhythm = RHYTHM.search(clause)
    if rhythm is None:
        return False
    if named:
        return True
    if ELSE.search(clause):
        return False
    if MEETS.search(clause):
        return True
    return LETTERS.search(FILLER.sub("", RHYTHM.sub("", clause))) is None


def counts_against(clause: str, denied: str) -> bool:
    """Tell whether what is denied is the meeting itself: not its place, nor some other event."""
    if BY_THE_WAY.search(clause):
        return False
    about_else = denied.casefold().startswith(("except", "exclud", "excepto", "menos", "sauf"))
    return not (about_else and ELSE.search(clause))


def shortened(said: str, clause: str) -> str:
    """Return at most so many letters of a clause, those about what speaks against it."""
    if len(said) <= LONGEST_CAUTION:
        return said
    found = DENIED.search(clause) or RHYTHM.search(clause)
    begin = max(0, (found.start() if found else 0) - 40)
    return said[begin : begin + LONGEST_CAUTION].strip()
