"""Words about asking somebody to be a contact, and for having nobody to ask yet."""

from recoverplan.words.question import Question
from recoverplan.words.questions import SAFE_WHY

NOBODY_YET = (
    "Many people start with no one to call. That's OK. One person, one number, one check-in is"
    " enough to begin."
)
# {time} is about when, {part} of the day, {often} how often at most.
FIRST_MESSAGE = "On hard {part}, could I {way} you around {time}, {often}? It's OK to say no."
FIRST_MESSAGE_ANY_TIME = "On hard {part}, could I {way} you, {often}? It's OK to say no."
ASKED_TO = {"call": "call", "text": "text", "email": "email", "other": "reach"}
OFTEN = "up to {number} a week"
OFTEN_ONE_OR_TWO = {1: "up to once a week", 2: "up to twice a week"}
TEXT_TO_ASK = 'A text you could send: "{text}"'
USUAL_NUMBER = 2  # a week, where no number is agreed yet
ASK_BEFORE = "Send it before the first hard evening. Nothing was sent from here."

SAFE_TO_CALL = Question(
    "{name}: is it safe to call them when it is hard (y, n, or u for not sure; Enter: yes)?",
    SAFE_WHY,
)

NO_WAY_YET = "{name} has no number yet. Add one to put {name} in your plan:"
NEVER_ASKED = (
    "{name} is not in your check-in plan. The now screen and the card still name them. To take"
    " them off those too: recoverplan contact edit {id} --off-now"
)
OFF_CARD = (
    "{name} is not on the card. Your plan and the now screen still name them. To take them off"
    " those too: recoverplan contact edit {id} --off-now"
)
OFF_CARD_UNASKED = (
    "{name} is not on the card or in your check-in plan. The now screen still names them. To take"
    " them off that too: recoverplan contact edit {id} --off-now"
)
OFF_NOW = (
    "{name} is not on the now screen, in your plan or on your card. To change that: recoverplan"
    " contact edit {id} --on-now"
)
ON_NOW = "{name} can be on the now screen, in your plan and on your card again."
NOT_COUNTED = (
    "{name} is {role} help. To add them to your check-ins, agree on a number a week:"
    " recoverplan contact edit {id} --per-week 1"
)
WHEN_HARD = "Agreed check-ins are for planning ahead. When it is hard, call anyway."
LINE_ASKED = "{name} is a help line. You don't need to ask first, and it is not in your check-ins."
CHANGE_NUMBER = "To change that: recoverplan contact edit {id} --per-week 2"
# A help line that the person hid or added.
HIDDEN = "Hidden {until}: {name}."
SHOW_AGAIN = "To show it again: recoverplan contact pause {id} --end"
SHOWN_AGAIN = "Shown again: {name}."
LINE_HOURS = (
    "No hours were given, so it is shown as open at any hour. To add them: recoverplan contact"
    ' edit {id} --when "mon-fri 9am-5pm"'
)
ASK_FIRST = "A text you could send before the first hard evening: recoverplan contact ask {id}"

# What is said of what was typed, and once it is kept.
ADD_ROLE = "Add --role {roles} or {last}."
SAY_ROLE = "Say who {name} is to you."
LIKE_ADD = "For example: recoverplan contact add Sam --role peer --call 555-0114"
SAY_WHO = "Say who it is."
DID_END_PAUSE = "ended the pause of contact {name}"
NOT_PAUSED = "{name} is not paused."
BACK_AGAIN = "They are back: recoverplan contact pause {id} --end"
UNTIL_SHOWN = "until you show it again"
PAUSED = "Paused {name} {until}."
IS_BACK = "{name} is back."
LINES_HERE = "Help lines here: {names}."
DID_PAUSE = "paused contact {name}"
ADD_WAY = "Add --{way}, or prefer another way."
PREFER_NEEDS = "--prefer {way} needs that way to be given."

# What `contact show` says.
NOT_ASKED_YET = "any time (not asked yet)"
NO_WAY = "no way to reach them yet"
OFF_EVERYWHERE = "not on now, plan or card"
AS_LISTED = "number and hours as listed for your country"
ON_THE_CARD = "On the card"
ON_NOW_AND_PLAN = "On now and in the plan"
NO_CHECK_INS = "never asked for check-ins"
UP_TO = "up to {count} a week"
UNTIL_BACK = "until you say that they are back"
