"""Patterns of words about when there is a meeting, in English, Spanish, French and German.

They are for a clause in small letters without accents, written out by `plain`: "mtg", "wks" and
"Thurs." are meeting, weeks and thursday, dashes are "-".
"""

from __future__ import annotations

import re

EN_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:'s)?"
ES_DAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)"
FR_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
DE_DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s|en)?"
DAY = rf"(?:{EN_DAY}|{ES_DAY}|{FR_DAY}|{DE_DAY})"
MONTH = (
    r"(?:(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|dic|dez|okt)|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril"
    r"|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril"
    r"|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|januar|februar|marz|juni|juli"
    r"|oktober|dezember)"
)
SEASON = (
    r"(?:summer|winter|spring|fall|autumn|verano|invierno|primavera|otono|ete|hiver|printemps"
    r"|automne|sommer|herbst|fruhling|school year|semesters?|finals|term time)"
)
FEAST = (
    r"(?:(?:bank |public |federal |school |national |legal |major |monday )*holidays?"
    r"|christmas(?: eve| day)?|xmas|new year'?s?(?: eve| day)?|thanksgiving|easter|lent|ramadan|eid"
    r"|passover|hanukkah|diwali|advent|good friday|holy week|memorial day|labor day|labour day"
    r"|independence day|election day|veterans day|july 4(?:th)?|4th of july|(?:dias? )?festivos?"
    r"|feriados?|navidad|semana santa|cuaresma|vacaciones(?: escolares)?|noel|paques|careme"
    r"|(?:jours |lundis )?feries?|vacances(?: scolaires)?|feiertag(?:e|en)?|weihnachten|ostern"
    r"|(?:\w+)?ferien|fastenzeit|nouvel an|ano nuevo|silvester|neujahr)"
)
THE = (
    r"(?:the |month of |el |la |los |las |le |les |l'|den |dem |der |de |du |des |all |most |any )*"
)
PERIOD = rf"{THE}(?:{MONTH}|{SEASON}|{FEAST})"
EN_NTH = (
    r"(?:(?:first|1st|last)(?: two| three| four)?|second|third|fourth|fifth|2n?d|3r?d|4th|5th"
    r"|1rst|final|penultimate|alternat(?:e|ing)|other)"
)
ES_NTH = (
    r"(?:(?:primer|segund|tercer|cuart|quint|ultim|penultim)[oa]?s?|1e?ro?|2do|3e?ro?|4to|5to"
    r"|[1-5](?:[oa]\.?|°))"
)
FR_NTH = (
    r"(?:premier(?:e?s)?|1ers?|1eres?|deuxiemes?|seconds?|troisiemes?|quatriemes?|(?:avant-)?"
    r"derniers?|[2345](?:i?emes?|es?))"
)
DE_NTH = r"(?:(?:erst|zweit|dritt|viert|funft|(?:vor)?letzt)e[rnsm]?|[1-5]\.)"
ANY_NTH = rf"(?:{EN_NTH}|{ES_NTH}|{FR_NTH}|{DE_NTH})"
EN_UNIT = rf"(?:{EN_DAY}|weeks?|months?)"
DATE = r"\d{1,2}(?:st|nd|rd|th)"
ON_DATE = rf"(?:{MONTH}|{DAY}|(?:the )?{DATE}|(?:le |el |am )?\d{{1,2}}\b)"
NOT = (
    r"(?:(?:do|does|will|is|are|did|currently|we're|ca|can)(?: ?n[o']t| not)|not|won't|wont|never)"
)
IS = r"(?:(?:is|are|has been|was|remains|will be) )?(?:now |currently |temporarily )?"
OFF = (
    r"(?:cancell?ed|suspended|on hold|paused|postponed|discontinued|inactive|dark|disbanded|off"
    r"|folded|dormant|defunct|on (?:a )?break|no more)"
)
BUT = r"(?:except|excluding|excepto|salvo|menos|sauf|hors|ausser|au(?:ss|ß)er|but not)"
OTHERS = r"(?:other|remaining|otr[oa]s|demas|autres|ubrigen|anderen)"
THE_ROOM = (
    r"(?:rooms?|halls?|spaces?|studio|church|building|space|place|sala|salon|salle|raum|saal)"
)
TAKEN = (
    r"(?:in use|belongs?|taken|booked|occupied|used|rented|(?:not |un)available|busy|ocupad[oa]"
    r"|occupee?|prise|belegt|besetzt|vermietet)"
)


def nth(ordinal: str, day: str) -> str:
    """Return the pattern of ordinals before a day, or before a number of days or weeks."""
    between = (
        r" ?(?:, ?)?(?:[,&/+-]|and|or|y|e|et|und|oder|thru|through|to|bis|al?|hasta|au)? ?"
        r"(?:the |el |le |den |der )?"
    )
    # At most so many: no text takes long, whatever stands in it.
    return rf"{ordinal}(?:{between}{ordinal}){{0,5}} (?:to (?:the )?last )?{day}"


# How often, said of a meeting: nothing else is meant so easily as by the days of a month.
OFTEN = (
    (
        r"(?:once|twice|one time|(?:two|three|four|\d) times|[1-3] ?x) ?(?:a|per|each|every|/)"
        r" ?(?:month|year)"
    ),
    r"(?:bi-?|semi-?)?monthly",
    r"bi-?weekly",
    r"fortnight(?:ly|s)?",
    r"quarterly",
    r"semi-?annual(?:ly)?",
    rf"every (?:other|2nd|second|third|3rd|fourth|4th|two|three|four|[2-9]|few) {EN_UNIT}",
    r"every (?:other|second)(?! \w)",
    rf"alt(?:ernat(?:e|es|ing))?(?: (?:weekly|{EN_UNIT}))",
    r"alternating(?! (?:between|with)\b)",
    r"(?:odd|even)(?:[- ]numbered)? (?:weeks?|days?|months?)",
    r"cada (?:dos|tres|cuatro|[2-9]) (?:semanas|meses)",
    r"cada (?:quince|15) dias",
    r"(?:quincenal|mensual)(?:mente)?",
    r"(?:una|dos|[123]) ve(?:z|ces) (?:al|por) mes",
    r"semanas (?:alternas|pares|impares)",
    rf"{ES_DAY} (?:alternos|pares|impares)",
    r"(?:una? )?\w+ si y otr[oa] no",
    r"(?:toutes|tous) les (?:deux|trois|2|3|quinze|15) (?:semaines|jours)",
    rf"(?:une? )?(?:semaine|{FR_DAY}) sur (?:deux|trois|quatre)",
    r"semaines (?:im)?paires",
    r"(?:une|deux|[123]) fois par mois",
    r"mensuel(?:le)?(?:ment)?",
    r"bimensuel(?:le)?",
    r"alle (?:zwei|drei|vier|[2-9]) (?:wochen|monate)",
    r"alle (?:14|vierzehn) tage",
    r"(?:un)?gerade(?:n)? (?:kw|(?:kalender)?wochen?)",
    r"(?:(?:ein|zwei|drei)mal|[123] ?(?:x|mal)) (?:im|pro) monat",
    r"monatlich",
    r"(?:14|vierzehn)-?tagi?g?",
)
OF_A_MONTH = (
    nth(EN_NTH, rf"(?:{EN_DAY}|weeks?|meetings? of (?:the|each|every) month)"),
    nth(ES_NTH, rf"(?:{ES_DAY}|semanas?)"),
    nth(FR_NTH, rf"(?:{FR_DAY}|semaines?)"),
    nth(DE_NTH, rf"(?:{DE_DAY}|wochen?)"),
    rf"[1-5](?: ?[/,&+] ?[1-5])+ {DAY}",
    rf"[1-5](?:-[1-5]){{2,4}} {DAY}",
    (
        rf"{DAY}[.:,]? ?\(?{ANY_NTH}(?: ?(?:[,&/+]|and|or|y|et|und) ?(?:{ANY_NTH}|[1-5]\b)){{1,4}}"
        r"(?! (?!of|del?|du|im)\w)"
    ),
    rf"{ES_DAY} [1-5](?: ?(?:,|y) ?[1-5])+ (?:del|de cada) mes",
    (
        rf"{DAY} [1-5](?: ?(?:[,&+]|and|y|et|und) ?[1-5])+"
        r"(?! ?(?:[ap]\.?m\b|h\b|uhr|o'clock|to\b|-|\d))"
    ),
    rf"{EN_NTH} of (?:the|each|every) month",
    rf"(?:the )?{DATE}(?: (?:and|&) (?:the )?{DATE})? (?:day )?of (?:the|each|every) month",
    rf"on the {DATE}(?: and (?:on )?the {DATE})?(?! \w)",
    r"(?:1st|first|week) (?:1 )?(?:and|&) (?:3rd|third|3) weeks?",
    (
        r"(?:weeks?|semanas?|semaines?|wochen?) \d"
        r"(?: ?(?:,|&|\+|and|y|et|und) ?(?:weeks? )?\d)+"
    ),
    rf"{DATE}(?: ?(?:,|&|\+|and) ?{DATE})+(?! (?!only\b)\w)",
    rf"{MONTH} \d{{1,2}}(?: ?(?:,|&|and) ?(?:{MONTH} )?\d{{1,2}}){{2,12}}",
)
# In which part of the year: of a meeting, where nothing else is spoken of.
IN_THE_YEAR = (
    r"seasonal(?:ly)?",
    rf"(?:{SEASON})(?: months?)? only",
    (
        r"(?:only )?(?:in|during|follows?)(?: the)? (?:semesters?|school (?:year|calendar|term)s?)"
        r"(?: only)?"
    ),
    rf"only (?:in|during)(?: the)? {PERIOD}",
    (
        rf"{MONTH}(?: \d{{1,2}})? ?(?:through|thru|to|until|till|-) ?{MONTH}(?: \d{{1,2}})?"
        r"(?! \d{4})(?: only)?"
    ),
    r"\d{1,2}\.\d{1,2}\. ?(?:-|bis) ?\d{1,2}\.\d{1,2}\.",
    rf"{MONTH} \d{{1,2}} only\b",
    rf"(?:starts|begins|ends|ending) (?:on )?(?:{MONTH})\b ?\d*",
)
# What denies a meeting; the word for it is in the pattern, or it can be of nothing else.
DENIALS = (
    r"(?:no|not an?y) (?:\w+ )?meetings?\b(?! (?:fee|id|list|pass|link|number))",
    (
        rf"no (?:{DAY} )?(?:night |morning |noon |evening )?(?:meeting|group)\b"
        r"(?! (?!here|on|in|during|until|this|over|tonight)\w)"
    ),
    rf"no {DAY} (?:in|on|during) {PERIOD}",
    rf"no {ANY_NTH} {DAY}(?: meeting)?(?! \w)",
    rf"(?:none|never|not|nunca|jamais|pas|nicht) (?:on |el |le |am )?(?:the )?{ANY_NTH} {DAY}",
    rf"{ANY_NTH} {DAY}:? (?:off|none)\b",
    r"no gathering",
    (
        rf"{NOT} (?:be )?(?:currently )?meet(?:s|ing)?"
        r"(?! (?:in[- ]person|face|live|at the (?!mo|ti|pr)|you|ing))"
    ),
    rf"{NOT} (?:be |being )?held",
    rf"(?:meeting|group)s? {IS}{OFF}(?! (?:the|from|of|to)\b)",
    rf"(?:meeting|group)s? ha(?:s|ve) (?:been )?{OFF}",
    rf"meeting \(.{{1,20}}\) {IS}{OFF}",
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
    r"closed (?:temporarily|until|for (?:the )?(?:now|season))",
    rf"closed (?:for|in|over|during|on|at) {PERIOD}",
    rf"closed (?:on )?(?:\w+ ){{0,3}}{FEAST}",
    rf"closed between {PERIOD}",
    rf"closed (?:on )?(?:the )?(?={EN_NTH} {EN_DAY})",
    r"temporarily (?:closed|inactive|not)",
    (
        rf"(?:resum(?:es?|ing)|re-?open(?:s|ing)|returns|reprise|reprend|reanuda(?:mos)?|back"
        rf"|starts (?:up )?again|startet wieder|wieder ab) (?:(?:in|on|after|le|en|el|am|im|the) )*"
        rf"(?:{PERIOD}|{ON_DATE})"
    ),
    rf"(?:take|takes|taking|have|has) {PERIOD}(?: (?:&|and) {PERIOD})? off",
    rf"(?:{SEASON}|{FEAST}) (?:break|recess|hiatus)",
    rf"(?:off|break) (?:for|during|over|in) {PERIOD}",
    r"we break\b",
    rf"{BUT}(?: (?:for|on|in|during|en|am|an))? {PERIOD}",
    rf"{BUT}(?: (?:for|on|in|during|en|am|an))? {THE}{ANY_NTH}",
    rf"every {DAY} but {THE}{ANY_NTH}",
    rf"skip(?:s|ped)? (?:the )?(?:{EN_NTH}|{MONTH})",
    rf"not (?:in|during|on|held) (?:the )?(?:{PERIOD}|{EN_NTH})",
    r"only (?:when|while|if) school",
    r"school is in session",
    r"(?:dates?|days?|schedules?|times?) (?:may )?var(?:y|ies)",
    r"call (?:ahead|first|before|to (?:confirm|verify))",
    r"check (?:the )?calendar",
    r"(?:one[- ]time|special) (?:event|meeting)",
    rf"next meeting(?: is)?:? (?:on )?(?:{MONTH}|\d)",
    rf"{OTHERS} (?:{DAY}|weeks?|semanas?|semaines?|wochen?) .{{0,40}}\b{TAKEN}",
    rf"has the {THE_ROOM}",
    (
        r"no (?:hay|habra|tenemos|abrimos|abre|sesiona(?:mos)?|se (?:reune?n?|realiza|celebra)|nos"
        r" reunimos)(?: (?:la )?(?:reunion|junta|sesion))?"
    ),
    r"sin (?:reunion|junta|sesion)",
    rf"cerrad[oa] (?:temporal\w*|hasta\w*|(?:en|por|durante) {PERIOD}|por vacaciones)",
    r"temporalmente cerrad[oa]",
    r"hasta nuevo aviso",
    r"pas de (?:reunion|meeting|groupe|seance)",
    r"ne (?:se tient|se reunit|a lieu) pas|n'a pas lieu",
    r"(?:annul|suspend)(?:ee?s?|ue?s?)\b",
    rf"fermee?s? (?:jusqu\S*|temporairement|(?:en|pendant|durant|au) {PERIOD}|{PERIOD})",
    r"relache",
    r"jusqu'a nouvel ordre",
    r"keine? (?:meeting|treffen|gruppe)",
    r"fallt\b.{0,30}\baus\b",
    r"entfallt",
    r"abgesagt",
    r"findet (?:.{0,40} )?nicht statt",
    r"pausiert",
    r"(?:sommer|winter|ferien|weihnachts|corona)pause",
    r"(?:meeting|gruppe) (?:ruht|pausiert)",
    r"ruht (?:zurzeit|derzeit|bis)",
    r"bis auf weiteres",
    r"(?:vorubergehend|bis .{1,20}|(?:in|im|an|uber) .{1,20}) geschlossen",
)
# What happens then besides: no word about whether there is a meeting.
EVENTS = re.compile(
    r"\b(?:business|biz|conscience|inventory|speakers?|birthdays?|b-days?|anniversar\w+"
    r"|celebrat\w+|cakes?|chips?|medallions?|tokens?|key ?tags?|pot ?lucks?|food|eating|dinner"
    r"|breakfast|lunch|pizza|donuts?|raffle|open|closed|steps?|traditions?|concepts?|study|studies"
    r"|topics?|discussion|big book|literature|newcomers?|beginners?|visitors?|orientation"
    r"|meditation|steering|committee|cmte|intergroup|district|gsr|workshop|secretar\w+|elections?"
    r"|panel|q ?& ?a|book|story|stories|grapevine|reading|readings|talk|format|gratitude|zoom"
    r"|online|hybrid|in[- ]person|candle\s?light|social|fellowship|childcare|child care|interpreter"
    r"|asl|alateen|negocios|servicio|trabajo|oradora?s?|cumpleanos|aniversarios?|fichas?"
    r"|pastel|abiert[oa]s?|cerrad[oa]s?|pasos?|tradicion|libro|conciencia|affaires"
    r"|anniversaires?|jetons?|ouverte?s?|fermee?s?|etapes?|conferenciers?|conscience|livre"
    r"|angehorige|geschafts\w*|arbeits\w*|geburtstag\w*|offen\w*|geschlossen\w*|schritt\w*|chip\w+"
    r"|sprecher\w*|themen\w*|monatsmeeting)\b"
)
OTHER_THINGS = re.compile(
    r"\b(?:women|men|men's|women's|mens|womens|parking|park|floor|fl|stock|etage|piso|street|st|ave"
    r"|avenue|door|building|room|hosted|next|lot|kitchen|elevator"
    r"|entrance|seiteneingang|masks?|required|use)\b"
)
# Of which it is said that it is closed, and the meeting goes on.
BESIDE_IT = re.compile(
    r"\b(?:kitchen|elevator|lift|parking|lot|gate|doors?|entrance|office|child ?care|day ?care"
    r"|nursery|restrooms?|ramp|zoom|online|hybrid|livestream|option|in[- ]person|phone|hotline"
    r"|cocina|cuisine|kuche|ascensor|ascenseur|aufzug)(?: (?!meeting|group)\w+){0,3}\W*$"
)
NEVER = re.compile(r"\b(?:never|not|nunca|jamais|nie|even|incl|including|meme|auch)\W+(?:\w+ )?$")
BY_THE_WAY = re.compile(
    r"\b(?:in[- ]person|face[- ]to[- ]face|physical|live|may be|may \w+(?= cancel))\b"
    r"|\bif\b(?!.*holiday)|\bweather\b|\bsnows?\b"
)
ONLY = re.compile(
    r"\b(?:only|solo|solamente|unicamente|seulement|uniquement|nur)\b|(?:get|have) the"
    rf" {THE_ROOM}|(?:going|changed|changing|switch(?:ed|ing)|mov(?:ed|ing)) to\b"
)
MEETS = re.compile(
    r"\b(?:(?:meets?|meet|held|happens|gathers?|sits|convenes|takes place|now on|alternates?|check"
    r"|see|website|se reunen?|nos reunimos|sesiona(?:mos)?|nos juntamos|a lieu|se tient|se reunit"
    r"|trifft sich)\b|findet\b.*\bstatt\b|meeting (?:is |are )?(?:held )?(?:on )?(?:the )?"
    r"(?=\S*(?:st|nd|rd|th)\b))"
)
FILLER = re.compile(
    r"\b(?:the|of|each|every|month|months|only|meets?|meeting|meetings|we|is|are|on|at|in"
    r"|held|this|group|from|and|or|to|just|about|roughly|approximately|really|circa|ca|etwa"
    r"|environ|week|weeks|new|now|noon|midnight|immer|toujours|siempre|ea|mo|a|las|\d{0,2}[ap]\.?m"
    r"|\d{1,2}h(?:\d\d)?|del?|la|el|los"
    r"|las|mes|meses|cada|todos|solo|solamente|unicamente|y|nos|reunimos|se|reune|reunion|grupo"
    r"|un|una|al|le|les|du|des|d|l|chaque|mois|seulement|uniquement|tous|et|reunions?|groupe"
    r"|jede[nrsm]?|im|monats?|monat|am|nur|und|um|uhr|treffen|gruppe|kw"
    rf"|{DAY})\b"
)
RHYTHM = re.compile(rf"(?<![\w-])(?:{'|'.join((*OFTEN, *OF_A_MONTH))})(?![\w-])")
HOW_OFTEN = re.compile(rf"(?:{'|'.join(OFTEN)})(?![\w-])")
SEASONAL = re.compile(rf"(?<!\w)(?:{'|'.join(IN_THE_YEAR)})(?!\w)")
DENIED = re.compile(rf"(?<!\w)(?:{'|'.join(DENIALS)})(?!\w)")
