"""The words for when a peer group isn't enough: four questions, and where to go next.

No total, no level, no name for what somebody has; nothing of it is kept.
"""

OPENING = "Four questions, for your own eyes. Any can be skipped, and nothing of this is kept."
QUESTIONS = {
    "stopping": (
        "Could stopping suddenly be dangerous for me (daily drinking, sedatives, GHB, pregnancy)?"
    ),
    "going-back": "Have I gone back to using or drinking several times, even with support?",
    "mood": "Are my mood or thoughts getting worse; have I thought of suicide?",
    "home": "Is where I live unsafe?",
}
# The same where only gambling was named.
GOING_BACK_GAMBLING = "Have I gone back to gambling several times, even with support?"
OTHER_PHONE = "If someone may read this screen, use another phone."
KEYS = {"y": "yes", "n": "no", "u": "unsure"}

IN_DANGER = "If someone is in danger, or you might act on thoughts of suicide: call {number} now."
HOME_DANGER = "In danger now: {number}."

WHERE = "Where to go next"
WHERE_IN = "Where to go next, {region}"
DOCTOR = (
    "Ask your doctor, or any clinic. Saying what is going on in one sentence is enough; they can"
    " help, or say who does."
)
AROUND = (
    "Ask for care that fits around work and family: outpatient, in the evening, or by telehealth."
)
MEDICINE = (
    "Taking methadone, buprenorphine, naltrexone or other prescribed medicine is part of recovery."
)
FINDER = "{name}: {what}. A page to open yourself; nothing is opened or sent here."
SOURCE = "Source: {source}."
NO_LINES = (
    "No line for this is known here for {region}. A doctor or clinic near you can say who helps."
)
NO_REGION = (
    "Which lines there are depends on the country: recoverplan setup --region US, with your two"
    " letters."
)
MONTH = "Numbers of {month}."
MIX = (
    "You don't have to leave peer support behind. Find the right mix of peers, treatment and"
    " practical help."
)
NOTHING_POINTS = (
    "With four times no, nothing more is suggested. What helps you now is worth keeping; this is"
    " here whenever something changes."
)
ALL = "To see where to go in any case: recoverplan care --all"
ASKED_LIKE = (
    "To answer: recoverplan care on a terminal, or --stopping, --going-back, --mood, --home"
)
