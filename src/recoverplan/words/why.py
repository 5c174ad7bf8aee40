"""Why the plan is as it is: this person, this time, nobody. Nobody is ever called used up."""

WHY = "Why"

PINNED = "You chose {name} for these hours."
ONLY = "Of the people on your list, only {name} can be reached for these hours."
FIRST = "{name} comes first on your list of those who can be reached."
SHARED = "{name} is asked at that time anyway: one call is enough."
SAME_CALL = "It is the same call as for {labels}."
FAIR = "{name} is next on your list, so that nobody is asked too often."
PASSED = {
    "hours": "{name} can't be reached in time for these.",
    "number": "{name}'s {number} for the week {are} at other times.",
    "load": "{name} has {number} {check_ins} that week already.",
}
TIME = {
    "lead": "At {at}: {lead} before it gets hard.",
    "reach": "At {at}: {name} can be reached from then on.",
    "entered": "At {at}: you wrote it down here at that time.",
}

UNWANTED = "You wanted no check-in for these hours."
NOBODY_IN_HOURS = "Nobody on your list can be reached for these hours yet."
NUMBERS = "The people you can reach then have their agreed check-ins at other times that week."
CHANGE = "{name} could cover this if you agree on {number} a week."
MISSING = "{day}, {label}: nobody yet. {change}"
# Somebody was chosen for these hours, and is not asked.
UNASKED = "You chose {name} for {label}. {why}"
UNASKED_BECAUSE = {
    "never": "{name} is set to never be asked.",
    "no way": "There is no way to reach {name} yet.",
    "not agreed": "No weekly number is agreed with {name} yet.",
    "paused": "{name} is paused.",
    "until": "{name} is paused until {day}.",
    "hours": "{name} can't be reached in time for these.",
    "number": "{name}'s agreed check-ins are at other times that week.",
}
NOT_IN_THESE_DAYS = "Not in these days. Next: {day}, {at}."
NOT_SOON = "It does not come in these days, or in the year after."
CALL_ANYWAY = "When it is hard, call anyway."

UNTIL_THEN = "{who} until {at}; after that {rest}."
FROM_THEN = "{who} from {at}; before that {rest}."
IN_BETWEEN = "{who} until {at}, {next} from {then}; between them {rest}."
ONLY_LINE = "only the line"
NOBODY_YET = "nobody on your list yet"

NUMBERS_IN_WORDS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
