"""What is said when somebody logs a lapse, in this order and word for word.

Wording only; what is left out for whom is decided in domain/about.py. Where only gambling was
named, nothing is said of amounts, doses and withdrawal; the sentence about medicine stays, for
whoever takes any. Naloxone is not spoken of where only alcohol or gambling was named.
"""

SAFE = "Thank you for recording this. Are you safe right now?"
SAFE_KEYS = {"y": "yes", "n": "no, or not sure: who to call"}
TO_NOW = "Not safe, or not sure: recoverplan now"

LESS = (
    "After even a short break your body can handle less; an amount you used before can kill. If you"
    " may use again: not alone, nothing mixed, go slow{naloxone}."
)
NALOXONE = ", naloxone where someone else can reach it"
MEDICINE = (
    "If you take medicine for recovery, keep to what your prescriber said. If you missed days, ask"
    " them before your next dose. A lapse is no reason to stop it."
)
MEDICINE_ALONE = (
    "If you take medicine for recovery, keep to what your prescriber said. A lapse is no reason to"
    " stop it."
)

INFORMATION = "What came before it is information, not a verdict."
SKIP = "Every question can be skipped with Enter. What you say is kept as you go."
WHEN = "When was it?"
BEFORE = "What came before it?"
NOTE = "Anything to note for yourself?"

# One contact and one change are offered; nothing of either is done unasked.
SOMEBODY = "One person you could tell: {do}, {reached}."
NOBODY = "One person is enough to begin: recoverplan contact add NAME --role peer --call NUMBER"
CHANGE = "One change you could make to your plan, now or another day:"
CHANGE_HOURS = "{words} as hard hours: {command}"
CHANGE_STEP = "A step for next time: {command}"
CHANGE_KEYS = {"h": "make {words} hard hours", "s": "write down a step for next time"}
CHANGE_KEYS_STEP = {"s": "write down a step for next time"}
CHANGE_QUESTION = "One change to your plan, if you like. It can wait."
STEP_TEXT = "What would help next time?"
NOTHING_LOST = (
    "Nothing already logged is erased, no counter resets, no try is lost, nobody is notified."
)

LOGGED = "Logged: {when}."
CHANGED = "Changed: {when}."
NONE_LOGGED = "No lapses logged."
NO_MORE = "nothing more noted"
