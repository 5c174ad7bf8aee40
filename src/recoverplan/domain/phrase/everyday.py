"""Everyday words that name no hours and no date of their own, with what could be typed for them.

They are never taken for a time: work ends at another hour for everybody. A refusal offers the
usual hours in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from recoverplan.domain.saying import WEEKDAYS, typed_day
from recoverplan.domain.schedule_rule import monday_before

BEFORE = r"(?:\b(?:at|in|on|over|during|around|about|from|for|the|my|every|each)\s+)*"
HOURS = (  # what is said, the hours to offer, and the part of the day that it names, if it does
    (r"(?:before|until) (?:the )?work\b", "7am-9am", ""),
    (r"after (?:the )?work\b", "5pm-9pm", ""),
    (r"after (?:dinner|supper|tea)(?: ?time)?\b", "7pm-10pm", ""),
    (r"after lunch(?: ?time)?\b", "1pm-3pm", ""),
    (r"after breakfast\b", "9am-11am", ""),
    (r"lunch(?: ?time)?(?: (?:hour|break))?s?\b", "noon-1pm", ""),
    (r"(?:dinner|supper)(?: ?time)?s?\b", "6pm-7pm", ""),
    (r"breakfast(?: ?time)?s?\b", "7am-8am", ""),
    (r"(?:middle of the night|small hours|wee hours)\b", "midnight-5am", "night"),
    (r"(?:all|whole) night\b", "9pm-6am", "night"),
    (r"(?:all|whole) evening\b", "5pm-11pm", "evening"),
    (r"over ?night\b", "10pm-6am", "night"),
    (r"late (?:at )?nights?\b", "10pm-2am", "night"),
    (r"late (?:in the )?evenings?\b", "8pm-11pm", "evening"),
    (r"late (?:in the )?afternoons?\b", "3pm-5pm", "afternoon"),
    (r"early (?:in the )?evenings?\b", "5pm-7pm", "evening"),
    (r"early (?:in the )?afternoons?\b", "noon-2pm", "afternoon"),
    (r"early (?:in the )?mornings?\b", "5am-8am", "morning"),
    (r"mid[ -]?mornings?\b", "9am-11am", "morning"),
    (r"mid[ -]?afternoons?\b", "2pm-4pm", "afternoon"),
    (r"after dark\b", "6pm-10pm", ""),
    (r"dusk (?:till|until|til|to) dawn\b", "6pm-6am", "night"),
    (r"day ?times?\b", "9am-5pm", ""),
    (r"(?<=during the )day\b|(?<=during )the day\b", "9am-5pm", ""),
)
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
NTH = r"(?:st|nd|rd|th)?"
DATES = (
    (r"(?:christmas|xmas|x-mas) eve\b", "24 dec"),
    (r"boxing day\b", "26 dec"),
    (r"between (?:christmas|xmas) (?:and|&) new year(?:['’]?s)?\b", "25 dec to 1 jan"),
    (r"(?:christmas|xmas|x-mas)(?: day)?\b", "25 dec"),
    (r"(?:new year['’]?s? eve|nye|silvester)\b", "31 dec"),
    (r"new year(?:['’]?s)?(?: day)?\b", "1 jan"),
    (r"hallowe['’]?en\b", "31 oct"),
    (r"(?:saint |st\.? )?valentine['’]?s?(?: day)?\b", "14 feb"),
    (r"(?:saint |st\.? )patrick['’]?s?(?: day)?\b", "17 mar"),
    (r"bonfire night\b", "5 nov"),
    (r"birthdays?\b", "every year on 3 jun"),
    (r"(?:anniversary|anniversaries)\b", "every year on 3 jun"),
    (r"end of (?:the |each |every )?month\b", "last day of the month"),
    (r"(?:start|beginning) of (?:the |each |every )?month\b", "1st of the month"),
    (r"(?:twice|two times|2 times|2x) (?:a|per|every|each) week\b", "tue and fri"),
    (r"(?:three|3) ?(?:times|x) (?:a|per|every|each) week\b", "mon, wed and fri"),
    (r"(?:during |in )?the week\b", "weekdays"),
    (r"week-ends?\b", "weekends"),
    (r"(?<!for )24 ?(?:hrs?|hours?|h)(?: (?:a|per|every|each) day)?\b", "any time"),
    (r"24 ?x? ?7\b", "any time"),
    (r"7 days (?:a|per|every|each) week\b", "every day"),
    (r"(?:mostly|usually|normally)\b", ""),
    (r"always\b(?= )", ""),
    (r"most (night|day|evening|morning|weekend)s?\b", r"every \1"),
    (rf"late ({WEEKDAY}) nights?\b", r"\1 10pm-2am"),
    (r"(?:right )?now\b", "today"),
    (r"never\b", "except"),
    (r"each and every\b", "every"),
    (r"all week\b", "every day"),
    (r"not (?:before|until)\b", "after"),
    (r"(?:not after|no later than)\b", "before"),
    (r"(?:apart from|other than)\b", "except"),
    (r"and/or\b", "and"),
    (rf"({WEEKDAY}) (?:am|morn)\b(?!')", r"\1 morning"),
    (rf"({WEEKDAY}) (?:pm|arvos?)\b", r"\1 afternoon"),
    (rf"({WEEKDAY}) eves?\b", r"\1 evening"),
    (r"first week of (?:the|each|every) month\b", "1st-7th of the month"),
    (rf"{MONTH} (\d{{1,2}}){NTH} ?(?:and|&|,) ?(\d{{1,2}}){NTH}\b(?! ?[ap:])", r"\2 and \3 \1"),
    (rf"(?<![:.\d])(\d{{1,2}}){NTH} (?:to|-) (\d{{1,2}}){NTH} {MONTH}", r"\1-\2 \3"),
)
WEEK = timedelta(days=7)
WORKING = r"(?:working|work|office|business) (?:hours|time)\b"
EDGES = {  # when a part of the day begins and ends
    "morning": ("6am", "noon"),
    "afternoon": ("noon", "5pm"),
    "evening": ("5pm", "9pm"),
    "night": ("9pm", "midnight"),
}
DAY_AND_PART = rf"({WEEKDAY}) ({'|'.join(EDGES)})s?"
PARTS_APART = re.compile(
    rf"(?:from )?{DAY_AND_PART} ?(?:in ?to|until|till?|to|through|thru|-|–) ?{DAY_AND_PART}",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\d\s*[ap]\.?m?\b|\dh\b|\d:\d\d|\bnoon\b|\bmidnight\b|\d\s*(?:-|–|to|until|till)\s*\d",
    re.IGNORECASE,
)
HALVES = re.compile(r"\d\s*[ap]\.?m?\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)
DAYS = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|week|day|every|daily|\d+(?:st|nd|rd|th)\b|last|first"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|tonight|tomorrow|nightly)|\d/\d|\d-\d\d-",
    re.IGNORECASE,
)

# Words that narrow the days, the unit or the meaning of others, or stand for hours of their own:
# without one the phrase means something else. None of them is a slip for another word.
NARROWING = re.compile(
    r"schools?|college|class|exams?|finals|terms?|semesters?|vacations?|summers?|winters?|spring"
    r"|autumn|seasons?|hourly|minutely|odd|even|leap|full|new|early|earlier|late|later|latest"
    r"|before|after|till|alternat\w*|rotat\w*|stagger\w*|irregular\w*|random\w*|flexible|variable"
    r"|var(?:y|ies)|depend\w*|provided|assuming|permitting|allowing|m(?:o|n)*thly|wkly"
    r"|qu?a?rte?r?ly|yrly|call|leave|harvest|festivals?|until|since|past|by|within|unless|when"
    r"|whenever|while|some|sometimes|most|mostly|few|several|once|occasional|occasionally|rarely"
    r"|seldom|first|off|away|work|working|shifts?|breaks?|bed|sleep|lunch|dinner|supper|breakfast|tea"
    r"|dawn|dusk|dark|lights?|moon|easter|lent|ramadan|eid|sabbath|shabbat|advent|passover|pesach"
    r"|diwali|carnival|public|bank|twice|thrice|e[sd]t|c[sd]t|m[sd]t|p[sd]t|a[sd]t|[ecmp]t|gmt"
    r"|rrule|freq|dtstart|exdate|utc|bst|ist|[cew]es?t|eastern|central|mountain|pacific|time|z",
    re.IGNORECASE,
)


def spelt_out(text: str, today: date) -> str:
    """Return the phrase with hours and dates in place of everyday words, or as it is."""
    found = text
    for said, day in (*DATES, *holidays(today), *weeks(today)):
        found = re.sub(rf"{BEFORE}\b{said}", day, found, flags=re.IGNORECASE)
    if re.search(WORKING, found, re.IGNORECASE):
        days = "" if DAYS.search(re.sub(WORKING, "", found, flags=re.IGNORECASE)) else "mon-fri "
        found = re.sub(rf"{BEFORE}\b{WORKING}", f"{days}9am-5pm", found, flags=re.IGNORECASE)
    timed, halved = bool(TIMES.search(found)), bool(HALVES.search(found))
    for said, hours, part in HOURS:
        place = rf"{BEFORE}\b(?:{said})"
        # Beside other hours it may say the same again ("after work 5-9pm"), not more ("and after
        # dinner"); where they have no am or pm, it alone says which half of the day they are.
        more = timed and re.search(rf"(?:\band|\bor|[,;&+])\s*{place}", found, re.IGNORECASE)
        if not more and (not timed or part or halved):
            found = re.sub(place, part if timed else hours, found, count=1, flags=re.IGNORECASE)
    found = PARTS_APART.sub(stretch, found)
    return " ".join(found.split()) or text


def stretch(match: re.Match[str]) -> str:
    """Return "friday night to sunday evening" with the usual hours at both its ends."""
    first, begins, last, ends = (said.lower() for said in match.groups())
    return f"{first} {EDGES[begins][0]} - {last} {EDGES[ends][1]}"


def weeks(today: date) -> tuple[tuple[str, str], ...]:
    """Return "this week" and "next week" with their dates."""
    monday = monday_before(today)
    days = tuple(
        (rf"{day.lower()[:3]}[a-z]* next week\b", str(monday + WEEK + timedelta(days=ahead)))
        for ahead, day in enumerate(WEEKDAYS)
    )
    both = (("this", max(monday, today), monday), ("next", monday + WEEK, monday + WEEK))
    begun = (
        (rf"\b(?:from|starting|beginning|since) {which} week\b", f"from {first}")
        for which, first, _ in both
    )
    whole = (
        (rf"(?<!until ){which} week\b", f"{first} to {start + timedelta(days=6)}")
        for which, first, start in both
    )
    return (*days, *begun, *whole)


# American holidays: never taken for a date, since not everybody means them; a refusal offers it.
#
# The days are those of 5 U.S.C. 6103, and those that people name as they do these. Where another
# country has a holiday of the name (Thanksgiving of Canada, Labor Day of most), only a person
# knows.

MON, THU, SUN = 0, 3, 6
# The month and the day in it; or the weekday, which of them (0: the last), and how many days later.
FIXED = ((r"juneteenth", 6, 19), (r"independence day|fourth of july", 7, 4), (r"veterans", 11, 11))
COUNTED = (
    (r"mlk|martin luther king(?: jr)?", 1, MON, 3, 0),
    (r"presidents|washingtons birthday", 2, MON, 3, 0),
    (r"mothers", 5, SUN, 2, 0),
    (r"memorial", 5, MON, 0, 0),
    (r"fathers", 6, SUN, 3, 0),
    (r"labou?r", 9, MON, 1, 0),
    (r"columbus|indigenous peoples", 10, MON, 2, 0),
    (r"black friday", 11, THU, 4, 1),
    (r"thanksgiving", 11, THU, 4, 0),
)
NAMED = "|".join(name for name, *_ in (*FIXED, *COUNTED))
HOLIDAY = re.compile(rf"(?:{NAMED})\b", re.IGNORECASE)


def is_holiday(text: str, start: int) -> bool:
    """Tell whether the name of an American holiday begins at a place in a text."""
    return bool(HOLIDAY.match(re.sub("['’.](?=s|$)|(?<=s)['’]", "", text[start:])))


def holidays(today: date) -> Iterator[tuple[str, str]]:
    """Yield how each holiday is said, as a pattern, and its next date as it may be typed."""
    for name, month, day in FIXED:
        years = (date(year, month, day) for year in (today.year, today.year + 1))
        yield said(name), typed_day(next(each for each in years if each >= today))
    for name, month, weekday, nth, later in COUNTED:
        days = (
            counted(year, month, weekday, nth) + timedelta(days=later)
            for year in (today.year, today.year + 1)
        )
        yield said(name), typed_day(next(each for each in days if each >= today))


def said(name: str) -> str:
    """Return the pattern of a name, with the apostrophes that people leave out or put in."""
    spelt = re.sub(r"(?<=[a-z])s(?=[| ]|$)", "['’]?s['’]?", name)
    return rf"(?:{spelt})(?: day)?\b"


def counted(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, the last one where `nth` is 0."""
    first = date(year, month + (nth == 0), 1)
    ahead = timedelta(days=(weekday - first.weekday()) % 7)
    return first + ahead + timedelta(weeks=nth - 1)
