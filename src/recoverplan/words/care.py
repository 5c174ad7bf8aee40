"""The words for when a peer group isn't enough: five questions, and where to go next.

No total, no level, no name for what somebody has; nothing of it is kept, and no source is named on
the screen: those stand in the data and in docs/evidence.md.
"""

from recoverplan.words.question import Question

OTHER_DEVICE = "If someone may read this screen, use a device they don't use."
OPENING = "Five questions, for your own eyes. You can skip any. Your answers are not saved."
QUESTIONS_WHY = "Only you see the answer, and it is not saved. Unsure is fine."
QUESTIONS = {
    "stopping": (
        Question(
            "Could it be dangerous for me to stop suddenly? For example, I drink every day or take"
            " sedatives or GHB. Or I had a seizure before, or I am pregnant.",
            QUESTIONS_WHY,
        )
    ),
    "going-back": Question(
        "Have I gone back to it several times, even with support?", QUESTIONS_WHY
    ),
    "thoughts": Question("Am I having thoughts of suicide?", QUESTIONS_WHY),
    "mood": Question("Is my mood getting worse?", QUESTIONS_WHY),
    "home": Question("Is where I live unsafe?", QUESTIONS_WHY),
}
KEYS = {"y": "yes", "n": "no", "u": "unsure"}

IN_DANGER = "If you might act on thoughts of suicide, call {number} now."
HOME_DANGER = "In danger now: {number}."

WHERE = "Where to go next."
WHERE_IN = "Where to go next in {region}."
DOCTOR = (
    "Ask your doctor, or any clinic. One sentence about what is going on is enough. They can help,"
    " or tell you who can."
)
AROUND = (
    "Ask for care that fits around work and family: in the evening, by phone or video, or where you"
    " sleep at home (outpatient)."
)
MEDICINE = (
    "Taking methadone, buprenorphine, naltrexone or other prescribed medicine is part of recovery."
)
FINDER = "{name}: {what}. Open this page yourself. This program sends nothing."
NO_REGION = (
    "Which lines there are depends on the country. To set it: recoverplan setup --region US, with"
    " your own two letters."
)
MIX = (
    "You don't have to leave peer support behind. Find the right mix of peers, treatment and"
    " practical help."
)
NOTHING_POINTS = (
    "You answered no to all of them, so there is nothing to suggest now. Keep doing what helps."
)
ALL = "To see every option: recoverplan care --all"
MORE_LINES = "More lines: recoverplan lines"
ASKED_LIKE = (
    "To answer: recoverplan care on a terminal, or --stopping, --going-back, --thoughts, --mood,"
    " --home"
)
