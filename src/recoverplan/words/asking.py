"""Words about asking somebody to be a contact, and for having nobody to ask yet."""

NOBODY_YET = (
    "Having nobody to call yet is a common place to start, not a flaw. One person, one number, one"
    " check-in is enough to begin."
)
# {time} is about when, {part} of the day, {often} how often at most.
FIRST_MESSAGE = "Could I {way} you about {time} on hard {part}, {often}? No is fine."
FIRST_MESSAGE_ANY_TIME = "Could I {way} you on hard {part}, {often}? No is fine."
ASKED_TO = {"call": "call", "text": "text", "email": "email", "other": "reach"}
OFTEN = "up to {number} a week"
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TEXT_TO_ASK = 'A text to ask somebody with: "{text}"'
USUAL_NUMBER = 2  # a week, where no number is agreed yet
ASK_BEFORE = "Send it before the first hard evening. Nothing was sent from here."

NO_WAY_YET = "There is no way to reach {name} yet. With one they come into the plan:"
NEVER_ASKED = "{name} is never asked for a check-in. When it is hard, you can still try."
NOT_COUNTED = (
    "{name} is {role} help, and is asked for check-ins only once a number a week is agreed:"
    " recoverplan contact edit {id} --per-week 1"
)
WHEN_HARD = "Agreed check-ins are for planning ahead. When it is hard, call anyway."
LINE_ASKED = "{name} is a help line: no need to ask first, and it is in no plan of check-ins."
CHANGE_NUMBER = "To change that: recoverplan contact edit {id} --per-week 2"
ADD_ONE = "For example: recoverplan contact add Sam --role peer --call 555-0114"
# A help line that the person hid or added.
HIDDEN = "Hidden {until}: {name}."
SHOW_AGAIN = "To show it again: recoverplan contact pause {id} --end"
SHOWN_AGAIN = "Shown again: {name}."
LINE_HOURS = (
    "No hours were given, so it is shown as open at any hour. To say them: recoverplan contact"
    ' edit {id} --when "mon-fri 9am-5pm"'
)
ASK_FIRST = "A text to ask them with, before the first hard evening: recoverplan contact ask {id}"
