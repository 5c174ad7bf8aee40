"""The words of the look back at a week. What was hard is told, never counted up or judged."""

from recoverplan.words.question import Question

TITLE = "Your week"
TITLE_MONTH = "Your month"

HOURS = "Hard hours"
MEETINGS = "Meetings"
HELPED = "What helped"
BEFORE = "What came before"
IDEAS = "Ideas heard"
SOMEONE = "Helped someone"
REASONS = "Why"
ASKED_BEFORE = "Your question for this week"
QUESTION = "For next week"
QUESTIONS = "Questions"

HOW = {"easier": "easier", "hard": "hard"}
# What "used" is called, by what it is about; where nothing was said, it is both.
USED = {
    ("alcohol",): "drank",
    ("drugs",): "used",
    ("gambling",): "gambled",
    ("alcohol", "gambling"): "drank or gambled",
    ("drugs", "gambling"): "used or gambled",
    ("alcohol", "drugs", "gambling"): "used, drank or gambled",
}
USED_OTHERWISE = "used or drank"
NOT_SAID = "not said"
AT_THE_DOOR = "at the door"
QUIET = "No hard hours to look back on in this week."
QUIET_MONTH = "No hard hours to look back on in this month."
YES, NO = "yes", "no"

OPENING = (
    "Press Enter to skip any question. Answers are saved as you go; Ctrl-C stops, and loses"
    " nothing."
)
HOW_WAS = Question(
    "{day}, {hours}, {label}: how was it?",
    "One key is enough. It shows which hours get easier.",
)
ASK_HELPED = Question(
    "What helped this week?",
    "A few words. You see them when you look back.",
)
ASK_IDEA = Question(
    "Did you hear or have an idea worth keeping?",
    "A few words. You can make it one of your steps.",
)
ASK_STEP = Question(
    "Make it one of your steps?",
    "Your steps show in your plan and in now.",
)
ASK_SOMEONE = Question(
    "Did you help someone?",
    "Helping others helps many people. No is a fine answer too.",
)
ASK_QUESTION = Question(
    "One question to take into next week?",
    "Something to think about, or to ask in a meeting.",
)
LOG_IT = Question(
    "Would you like to log it as well?",
    "A log helps the plan to fit. It can wait, or stay unwritten.",
)
LOG_LATER = "To log it, whenever you like: {command}"
LOGGED_THERE = "It is logged already."
KEPT = "Your answers are saved."
AGAIN = "To see this week again: {command}"
SAID = "Saved for the week of {days}."
MADE_STEP = "Added to your steps: {text}"
STEP_THERE = "It is already one of your steps."
TO_ANSWER = "To look back on it, with a key or a few words each: {command}"

# Lapses that repeat although there is support: said once, and only as an offer.
MORE_CARE = (
    "Peer support is one part. If you want more help as well, five questions show where to go:"
    " recoverplan care"
)


# A page of a month to take to a counselor: what may stand on it, and how it is chosen.
#
# No totals of people or of days, no score. The title is the days alone.

# What --with names, and the heading of each part.
PARTS = {
    "hours": "How hard hours went",
    "chart": "When urges came",
    "triggers": BEFORE,
    "did": "What I did",
    "meetings": "Meetings",
    "helped": "What helped",
    "ideas": "Ideas I heard",
    "questions": "My questions",
    "reasons": "Why",
    "notes": "Notes",
}
ALL = "all"
CHART_LINE = "The week by the hour"
LEGEND = "The higher the bar, the more often in that hour."
LEVELS = ("", "sometimes", "more often", "most often")
HEARD = "{day}: {hours}"
ALL_DAY = "all day"
NOTE = "{day}: {text}"

CHOOSE = (
    "You see one line at a time. Press Enter or y to take it, n to leave it out. Nothing is"
    " written before the end. Notes are asked about only with --with notes."
)
ASKED_FOR = (
    "This page is yours, and no proof of attendance. If a court, probation officer or employer asks"
    " for it, ask a free legal office about your rights first. To read more: recoverplan help court"
)
NONE_OF_PARTS = "Nothing was written: there is none of {parts} for this page."
THERE_IS = "There is: {parts}."
NOTHING_THERE = "Nothing was noted in these days."
OTHER_DAYS = "For another month: --week DATE."
OTHER_CHART_DAYS = "Other days: --days N, or --from DATE."
SAY_WITH = "Nothing was written. Say what should be on it."
WITH_HINT = "Add --with for each part: {parts}. --with all takes all of them but notes."
UNKNOWN = '"{typed}" is not one of the parts.'
WITH_NEEDS = "--with is for the page that --pdf or --html makes."
ONLY_SHOWS = "--pdf and --html change nothing. They go with --week and --with."
CHART_ONLY = "--json prints; it does not go with --pdf or --html."
EXAMPLE = "Like recoverplan {command} --pdf page.pdf --with {part}"
WENT_HINT = 'Type it like --went "Nights alone=easier", or with its day: --went "Payday fri=hard".'

# What is said of what was typed, and once it is kept.
IDEA_LIKE = 'Like --idea "ring my brother" --as-step'
STEP_NEEDS = "--as-step needs an idea."
MONTH_OUT = "Leave it out to say something of a week."
MONTH_SHOWS = "--month only shows."
DID_LOOK_BACK = "looked back at a week"
NO_HOURS = "It has none yet. See: recoverplan review"
NO_SUCH_HOURS = 'No hard hours of this week that are over are called "{typed}".'
HOW_NEEDS = 'How it went is easier, hard or used, not "{answer}".'
WENT_NEEDS = '--went takes hard hours and how they went, not "{typed}".'
WEEK_LIKE = 'Type a day in it, like --week "last sunday" or --week 2026-11-16'
WEEK_TO_COME = 'The week of "{typed}" is still to come.'
YES_OR_NO = '{option} is yes or no, not "{typed}".'
