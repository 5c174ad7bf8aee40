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
SAID = "Kept for the week of {days}."
MADE_STEP = "It is a step of yours now: {text}"
STEP_THERE = "It is one of your steps already."
TO_ANSWER = "To look back on it, a key or a few words each: {command}"

# Lapses that repeat although there is support: said once, and only as an offer.
MORE_CARE = (
    "Peer support is one part. If you would like more beside it, five questions say where to go:"
    " recoverplan care"
)
