"""What is said when somebody logs a lapse, in this order and word for word.

Wording only; what is left out for whom is decided in domain/help_lines.py. Where only gambling was
named, nothing is said of amounts, medicine and withdrawal. Naloxone is not spoken of where only
alcohol or gambling was named. To take one's medicine is no step that is offered here: after a lapse
a dose may be the wrong thing, and a prescriber knows.
"""

from recoverplan.words.question import Question

SAFE = Question(
    "Thank you for writing this down. Are you safe right now?",
    "If you are not safe, the numbers to call come first.",
)
SAFE_KEYS = {"y": "yes", "n": "no or not sure (shows who to call)"}
TO_NOW = "Not safe, or not sure: recoverplan now"

INFORMATION = (
    "What happened before it can help next time. It is not a judgment of you. Nothing you logged"
    " before is erased. No count starts over. No one is told."
)
LESS = (
    "After even a short break your body can handle less. An amount you used before can kill you. If"
    " you might use again: not alone, don't mix, go slow, use less than before."
)
NALOXONE = "Keep naloxone where someone else can reach it."
MEDICINE = (
    "Don't change your recovery medicine on your own. Ask your prescriber or a pharmacist before"
    " the next dose if you missed days or feel sleepy or drugged. Ask them too if you drank while"
    " on disulfiram (Antabuse), or used opioids while on naltrexone or buprenorphine."
)
SUICIDE = "If thoughts of suicide come, {do}."
GO_ON = Question(
    "Press Enter to go on.",
    "Take your time to read it.",
)

WHEN = Question(
    "When was it?",
    "A guess is fine, like yesterday evening or 9pm.",
)
BEFORE = Question(
    "What happened before it?",
    "It helps to see what comes before, so the plan can change.",
)

# One contact and one change are offered; nothing of either is done unasked.
SOMEBODY = "One person you could tell: {do}, {reached}."
NOBODY = "One person is enough to begin: recoverplan contact add NAME --role peer --call NUMBER"
CHANGE_HOURS = "To add {words} to your hard hours: {command}"
CHANGE_STEP = "To write down a step for next time: {command}"
CHANGE_KEYS_STEP = {"s": "write down a step for next time"}
CHANGE_KEYS = {"h": "add {words} to your hard hours"} | CHANGE_KEYS_STEP
CHANGE_QUESTION = Question(
    "One change to your plan, if you like. It can wait.",
    "One small change is enough. You can also leave it for now.",
)
LOGGED = "Logged: {when}."
CHANGED = "Changed: {when}."
NONE_LOGGED = "No lapses logged."

# What is said of what was typed, and once it is kept.
REMOVED = "Removed the log of {when}."
DID_REMOVE = "removed the log of a lapse"
REMOVE = "Remove the log of {when}?"
STEP_ADDED = "Added a step: {text}"
DID_LOG = "logged a lapse"
DID_CHANGE = "changed the log of a lapse"
CAME_BEFORE = "Came before it"
ZONE_THEN = "Time zone then"
