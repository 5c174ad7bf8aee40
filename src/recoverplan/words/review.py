"""The words of the look back at a week. What was hard is told, never counted up or judged."""

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
HOW_WAS = "{day}, {hours}, {label}: how was it?"
ASK_HELPED = "What helped this week?"
ASK_IDEA = "Did you hear or have an idea worth keeping?"
ASK_STEP = "Make it one of your steps?"
ASK_SOMEONE = "Did you help someone?"
ASK_QUESTION = "One question to take into next week?"
LOG_IT = "Would you like to log it as well?"
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
    "triggers": "What came before",
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
NOTE = "{day}: {text}"

CHOOSE = (
    "Each line comes by itself: Enter or y takes it, n leaves it out. Nothing is written before."
    " Notes are asked about only with --with notes."
)
NOTHING_CHOSEN = "No line was chosen, so nothing was written."
NOTHING_THERE = "Nothing was noted in these days."
OTHER_DAYS = "Other days: --week DATE for another month."
OTHER_CHART_DAYS = "Other days: --days N, or --from DATE."
SAY_WITH = "Nothing was written: say what is to be on it."
WITH_HINT = "Add --with for each part: {parts}. --with all is all of them but notes."
UNKNOWN = '"{typed}" is not one of the parts.'
WITH_NEEDS = "--with is for the page that --pdf or --html makes."
ONLY_SHOWS = "--pdf and --html only show; they go with --week and --with."
CHART_ONLY = "--json prints; it does not go with --pdf or --html."
EXAMPLE = "Like recoverplan {command} --pdf page.pdf --with {part}"
WRITTEN = "Read it once more before you hand it on. Whoever has the file can read it."
