"""What is said in the moment, word for word and in this order: `recoverplan now`.

Wording only: which sentence is shown when is decided where it is shown.
"""

CALL_IF = "Call {number} now if:"
CASES = (
    "someone won't wake up, isn't breathing normally, or is having a seizure",
    "someone has taken too much",
    "you might act on thoughts of suicide",
)
# Left out where gambling alone was named.
STOPPING = "stopping brings confusion, seeing things, or shaking that gets worse"
NUMBER_NOT_KNOWN = "your local emergency number"
DISAGREE = "Our sources disagree about {number}, so ask someone local too."
TEXT_INSTEAD = "Can't speak? Try texting {number}{who}."
# Other ways to the emergency service, for `recoverplan lines`.
EMERGENCY_SMS = "You can text {number}. It is for {who}."
EMERGENCY_TTY = "Text phone (TTY): {number}."
EMERGENCY_APP = "App: {app}."

# The person's country and time zone do not go together: these may be another country's numbers.
ABROAD = "These numbers are for {region}, and your clock is set to {city}."
CALL_THERE = "In {country}, call {number}."
ASK_THERE = "Somewhere else, ask for the local emergency number."

# Left out where only alcohol or gambling was named.
NALOXONE = (
    "Could it be an overdose? Give naloxone if you have it. It won't harm them if it is something"
    " else. No change in 2 to 3 minutes: give another dose. Turn them on their side. Stay until"
    " help comes, and do what {service}."
)
# Above the timer on a small terminal, which sends back to the whole of it.
NALOXONE_SHORT = (
    "Could it be an overdose? Give naloxone if you have it. Turn them on their side. Stay until"
    " help comes."
)
OPERATOR = "the {number} operator says"
SERVICE_NOT_KNOWN = "the emergency service tells you"

ANY_HOUR = "any hour"
HOURS_NOT_KNOWN = "hours not known"
CALL_OR_TEXT = "call or text"
CLOSED_NOW = "closed now"
PURPOSE = "For {purpose}."

PEOPLE = "Your people"
# In the last two weeks of the hours that were worked out beforehand.
HOURS_END = "This screen knows who is free through {day}. To renew it: recoverplan plan"
HOURS_IN_WORDS = "and the hours they gave"  # the hours worked out beforehand have run out
ANY_TIME = "any time"
UNTIL = "until {time}"
NOBODY_NOW = "No one on your list said they are free now."
STILL_A_LINE = "You can still call a help line above."
NOBODY_YET = f"No one is on your list yet. {STILL_A_LINE}"
ALL_PAUSED = "Paused: {people}."  # where nobody else is on the list
THROUGH = "{name} through {day}"
NOBODY_NOR_LINE = "No one is on your list yet. One person, one number is enough to begin."
LOCKED_AWAY = "Your own people and steps are locked. To see them: recoverplan card"
OUTSIDE_HOURS = "Not their usual hours, but you can still try:"
STILL_TRY = "You can still try:"  # where nobody gave this hour
ALSO = "You can also try:"
MORE = "and {count} more"
OPENING = "I'm struggling today. Can you talk?"  # for a call, where no opening words were chosen
YOU_COULD_SAY = "You could say:"

STEPS = "Your steps"
STEP = "Step {number}"
REASON = "Why"  # before a reason in the person's own words
NEXT_MEETING = "Next meeting"
RUNNING = "now, until {time}"
LOG_URGE = "Later, you can write it down: recoverplan urge log"
LIMITS = "This program cannot contact anyone and cannot tell how much danger you are in."
MONTH = "Numbers looked up in {month}."

# No card, or one that cannot be read: still calm, and no country's numbers in silence.
NO_CARD = ("Your own people and steps can be shown here too: recoverplan setup",)
UNREADABLE_CARD = (
    "Your own people and steps can't be read right now.",
    "Any change you save brings them back. For example: recoverplan setup",
)

# To stderr, beside the screen, which is shown all the same.
CLOCK_NOT_READ = "RECOVERPLAN_NOW is not a time. This is shown for the time it is now."
CLOCK_TOO_EARLY = "RECOVERPLAN_NOW is before 1970. This is shown for the time it is now."
AT_NOT_READ = "--at was not understood ({why}) This is shown for the time it is now."
WORDS_LEFT_OUT = "now takes no words; this was left out: {words}"
NOT_A_LENGTH = "--timer takes minutes up to 120, not {typed}. It runs for the usual 15."
UNKNOWN_OPTION = (
    "now has no option {option}. Type: recoverplan now (or with --plain, --json, --at, --timer)"
)
# Of the next meeting, where it is planned: who comes along, when to leave.
CHAT = "Any time"
WITH = "with {name}"
LEAVE = "leave {time}"


# What the timer of `recoverplan now --timer` says: riding it out as a thing to try, no promise.

# First, always.
WARNING = "If this is withdrawal or an overdose, don't wait: recoverplan now."
OFFER = "Try to ride it out for {length}. Ctrl-C ends it."
OFFER_UNTIMED = "Try to ride it out for {length}."  # where no time is kept
BREATHE = "In for {breathe_in} seconds, hold for {hold}, out for {out}, at your own pace."
LEFT = "{length} left"
LAST_MINUTE = "less than a minute left"
PACE = {"in": "breathe in", "hold": "hold", "out": "breathe out"}

OVER = "Still hard? Call someone named above."
ENDED = "You stopped after {length}. That's fine."
