"""What is said of a phrase of time: why it is refused, and how it was taken."""

TOO_LONG = "This is too long for a time: {count} characters, {most} will do."
TOO_MUCH = "This is too much for one time; enter it as several."
NO_TIME = "No time was given."
TOO_MANY = "These are too many times at once: {most} will do."
LISTS_OF_DAYS = "lists of days"
WHICH_LEFT_OUT = "I can't read which days are left out."
MOVES_WHERE = "I can't read where it moves to: the friday before, or the monday after."
IF_A_WEEKEND = 'After "if" I can read a weekend: {rule}.'
NOT_WHEN = "This does not say when."
LENGTH_NEEDS_START = 'A length needs a start, such as "8pm for 2 hours".'
TWO_WAYS_OF = '"{said}" reads two ways: every 2 {unit}s, or twice a {unit}.'
WHAT_FOLLOWS = 'I can\'t read what follows "{word}" here.'
NOT_UNDERSTOOD = 'I don\'t understand "{said}" here.'
NOT_AFTER = 'I can read "from" with a first day, not "after".'
NEEDS_DATE = '"{said}" needs a date.'
ANY_TIME_OR_HOURS = "Any time, or these hours: both is too much."
YEAR_TOO_FAR = "The year {year} is too far off: 2000 to 2100 will do."
NO_DAY = "There is no {there}."
NO_DATE = "There is no date {text}."
TWO_WAYS = '"{said}" reads two ways.'
TOO_FAR_AHEAD = "That is too far ahead."
SAME_DAY = "This range of days begins and ends on the same day."
T_TWO_WAYS = '"t" reads two ways: tuesday or thursday.'
LAST_WHAT = "Last what? A day, a weekday or a working day."
NO_SUCH_WEEKDAY = "No month has so many of its {weekday}s: first to fifth, and last."
NO_SUCH_DAY = "No month has that: the number may be up to {most}."
TWO_OF_THEM = "There are two {name} here; put a semicolon between two times."
WAYS_OF_OFTEN = "ways of how often"
DATE_TOO_FAR = "This date does not come in the next years."
NEXT_YEAR = "{said} is taken as that of {year}; add the year for another."
ENDS_BEFORE = "It ends before it starts."
NO_END = '"{said}" has no end.'
NO_START = '"{said}" has no start.'
NO_LENGTH = "I can't read this length; it may be from a minute to 31 days."
TOO_FAR_APART = "That is too far apart: 1 to 999 will do."
OFTENER_THAN_DAILY = "More often than once a day is no schedule here."
NOT_A_TIME = "I can't read this time."
NOT_ON_A_CLOCK = "There is no {said} on a clock."
LAST_DAY_NEEDS_TIME = "The last day needs a time as well."
AM_OR_PM = '"{said}" reads two ways: am or pm.'
SAME_TIME = "It starts and ends at the same time."
NOT_TOGETHER = "These days don't go together; put a semicolon between two times."
WHICH_PAYDAY = "On which day is payday?"
HOURS_OR_PARTS = "Name the hours, or several parts of the day, but not both."
MONTH_NEEDS_DAYS = "A month needs days that are counted in it, such as the last friday of november."
WHICH_OF_MONTH = "Which day of the month?"
SINGLE_DATE = "A single date can't repeat or be moved."
ONLY_DAYS_OF_MONTH = "Only days of the month can fall on a weekend."
NOT_IN_PART = "These hours are not in the {part}."
STRETCH_HAS_HOURS = "A stretch of days has its own hours; say them once."
STRETCH_TOO_LONG = "This stretch must end after it starts, within a year."
STRETCH_WEEKLY = "A stretch of weekdays comes every week, or every few weeks."
COUNT_FROM = "From which date does this count?"
NIGHT_STAYS = "A night cannot leave its weekend."
ONE_HOUR = "No end was given: one hour."
ALL_DAY = "No hours were given: all day."
WEEKEND = "A weekend is Saturday 00:00 to Monday 00:00."
NOTHING_LEFT = "Nothing can be left out of these days."
ONLY_OF_A_WEEK = "Weekdays can only be left out of days of the week."
WHICH_OF_WEEK = "Which day of the week?"
WHICH_OF_YEAR = "Which day of the year?"
DAY_AND_MONTH_ALONE = "Every year needs a day and a month alone."
WHICH_OF_THEM = "Which of them? Say which one of the month."
NOT_AMONG = "These days are not among the others."
MONTHLY = "Days of the month come monthly."
OF_THE_MONTH = "Of the month? Then say so."
WHICH_MONTH = "Which month of the year?"
EVERY_YEAR = "Named months come every year."
EVERY_DAY = "No day was given: every day."
WORKING_DAY = "A working day is Monday to Friday; public holidays are not known."
ONLY_LEAP_YEARS = "29 February comes in leap years only; other years are skipped."
NO_29TH = "February is skipped, but for leap years (no 29th)."
NO_30TH = "February is skipped (no 30th)."
NO_31ST = "Months without a 31st are skipped."
NO_FIFTH = "Months without a fifth {names} are skipped."
EITHER = '"or" leaves open which of them. Say both with "and", or only one.'
NO_OFFER = 'Times that work look like "{}", "{}" or "{}".'
TWO_MIDNIGHTS = '"{said}" reads two ways: the midnight before that day, or the one after it.'
ONLY_AN_END = "24:00 can only be an end."
NEXT_DAY = "A night's hours past midnight are on the next day."

# Of a rule as calendars write it (RFC 5545).
ONE_RRULE = "One RRULE is needed, no more and no less."
BESIDE = "Beside an RRULE only hours, from, until and except can stand."
HOURS_WITHOUT_END = "The hours have no end."
DATE_LIKE = "{said} is not a date such as 20261127."
YEARS = "Years from 2000 to 2100 will do."
COUNTS_FROM = "This RRULE needs a date to count from."
NOT_IN_RRULE = 'I can\'t read "{said}" in this RRULE.'
NOT_TAKEN = "{said} is not taken in an RRULE here."
UNTIL_OR_COUNT = "UNTIL and COUNT can't both stand in an RRULE."
INTERVAL = "INTERVAL must be from 1 to 999."
NO_DAYS = "This RRULE does not say which day: add BYDAY or BYMONTHDAY, or DTSTART."
WEEK_START = "WKST must be a weekday such as MO."
NEVER = "This RRULE never comes."
COUNT = "COUNT must be from 1 to {most}."
COUNT_NEEDS_START = "COUNT needs a DTSTART to count from."

# What is wrong with a rule, by its name.
THIS = "This {fault}."
THIS_RRULE = "This RRULE {fault}."
FAULTS = {
    "oftener": "comes more often than once a day, or has no FREQ",
    "interval": "needs an INTERVAL from 1 to 999",
    "first": "needs a date to count from",
    "until": "ends before it starts",
    "month": "names a month that does not exist",
    "day": "names a day of the month that does not exist",
    "weekday": "names a weekday that no month has",
    "daily": "is daily and names days as well",
    "weekly": "is weekly and needs weekdays alone",
    "which days": "does not say which days of the month",
    "two ways": "counts weekdays in two ways",
    "one month": "is yearly without one BYMONTH",
    "no weekday": "has a BYSETPOS without a BYDAY",
    "place": "has a BYSETPOS that some months never reach",
    "turns": "has both an INTERVAL and a BYMONTH",
    "days apart": "has an INTERVAL that may never meet its days",
    "never": "names a day that never comes",
}
NOTHING_TO_COME = "Nothing of it is left to come."
SKIPPED_TIME = "This time does not exist on {day}: the clocks change then, and leave it out."
NOT_AGAIN = "It does not come again."
