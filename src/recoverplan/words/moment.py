"""What is said in the moment, word for word and in this order: `recoverplan now`.

Wording only: which sentence is shown when is decided where it is shown.
"""

EMERGENCY = (
    "If someone can't be woken, isn't breathing normally, is having a seizure, has taken too much,"
    " or you might act on thoughts of suicide: call {number} now{check}."
)
NUMBER_NOT_KNOWN = "your local emergency number"
CHECK_LOCALLY = " (emergency, check locally)"  # for a number whose sources disagree
TEXT_INSTEAD = "Can't speak? Try texting {number}."

# The person's country and time zone do not go together: these may be another country's numbers.
ABROAD = "These numbers are for {region}, and your clock is set to {city}."
CALL_THERE = "In {country}, call {number}."
ASK_THERE = "Somewhere else, ask for the local emergency number."

# Left out where only alcohol or gambling was named.
NALOXONE = (
    "If it could be an overdose: give naloxone if you have it. It won't harm them if it was"
    " something else. Stay with them and follow what {service} tells you."
)
SERVICE_NOT_KNOWN = "the emergency service"

ANY_HOUR = "any hour"
HOURS_NOT_KNOWN = "hours not known"
CLOSED_NOW = "closed now"
PURPOSE = "For {purpose}."

PEOPLE = "Your people"
# In the last two weeks of the hours that were worked out beforehand.
HOURS_END = "This screen knows who is free through {day}. To renew it: recoverplan plan"
HOURS_IN_WORDS = "and the hours they gave"  # the hours worked out beforehand have run out
ANY_TIME = "any time"
UNTIL = "until {time}"
NOBODY_NOW = "Nobody on your list gave this hour."
NOBODY_YET = "Nobody on your list yet. One person, one number is enough to begin."
LOCKED_AWAY = "Your own people and steps are behind your passphrase: recoverplan card"
OUTSIDE_HOURS = "Outside the hours they gave; you can still try:"
ALSO = "You can also try:"
MORE = "and {count} more"
OPENING = "I'm struggling today. Can you talk?"  # for a call, where no opening words were chosen
YOU_COULD_SAY = "You could say:"

STEPS = "Your steps"
STEP = "Step {number}"
REASON = "Why"  # before a reason in the person's own words
NEXT_MEETING = "Next meeting"
RUNNING = "now, until {time}"
LOG_URGE = "Note it afterwards: recoverplan urge log"
LIMITS = "This program cannot contact anyone and cannot tell how much danger you are in."
MONTH = "Numbers of {month}."

# No card, or one that cannot be read: still calm, and no country's numbers in silence.
NO_CARD = ("Your own people and steps can stand here too: recoverplan setup",)
UNREADABLE_CARD = (
    "Your own people and steps cannot be read just now.",
    "Any change you save brings them back, for instance: recoverplan setup",
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
