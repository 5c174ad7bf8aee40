"""What the plan, the map of the week and today's screen say, word for word, and why the plan is as
it is. Hours that are open are invitations. Nobody is ever called used up.
"""

TITLE_WEEK = "Your week"
TITLE_DAY = "Your day"
TITLE_DAYS = "Your {count} days"

BECAUSE = "Hard because"
SIGNS = "You may notice"
REACHABLE = "Reachable"
MEETING = "Meeting"
STEPS = "Steps"
ALL_OF_IT = "all of it"
NOBODY_YET = "nobody on your list yet"
SAME_ON = "The same on {days}."
SAME_FROM = "The same from {first} to {last}."
NOBODY = "nobody yet"
NOT_ASKED = "none wanted"
COVERED = "covered"
# Of hours that a call serves which was named with others: by the way that it is made.
SAME_CALL = {"call": "same call to {name}", "text": "same text to {name}"}
SAME_CALL |= {"email": "same email to {name}", "other": SAME_CALL["call"]}
SAME_CALL_PLAINLY = "{at}: the {same}. Once is enough."
OPEN = "{hours} open"
TRYING = "Trying"
KEPT = "Kept"
CHECK_IN = "Check in"
ALSO = "Also"
NO_TIMES = "no times yet"
ANY_TIME = "any time"
HOURS_NOT_ASKED = "Any time (not asked yet): {names}."  # of those who stand in a plan

QUIET_DAY = "A quiet day."
QUIET_WEEK = "A quiet week."
QUIET_DAYS = "A quiet {count} days."
NEXT = "Next: {label}, {day}, {time}."

ADD_SOMEBODY = ("Who could be the first?", "recoverplan contact add NAME --role peer --call NUMBER")

# No hard hours are known yet.
WELCOME = "Nothing is written down here yet. A plan can begin with one hard evening and one person."
BEGIN = ("A few questions. You can skip any:", "recoverplan setup")
# Something is kept already, but nothing that a plan is made of.
STARTED = "You've made a start."
STARTED_AS = "You've made a start, {name}."
NEEDED = "What the plan still needs is one hard time and one person. Either can come first."
NO_HARD_HOURS = "No hard hours are written down yet. One hard time is enough to begin."
ADD_HARD_HOURS = ("When is it hard?", "recoverplan risk add nights")

WHY = "Why: {reason}"  # the person's own words
HARD_NOW = ("Hard right now?", "recoverplan now")
FILL_GAP = "recoverplan plan --gaps"
SEE_WEEK = ("The days ahead:", "recoverplan plan")
FIND_GROUP = ("A place you could try?", 'recoverplan group add NAME --when "tue 7-8pm"')

ZONE = "Times are those of {zone}; this computer is set to {computer}."
ABROAD = (
    "Your country is set to {region}, and your clock to {city}. To change the country: recoverplan"
    " setup --region {code}"
)
# After the last promised try of a group, for a week.
DECIDE = ("Will you keep {group}?", "recoverplan group decide {id} keep|pause|leave")
HOW_WAS_IT = "How was {group}?"
NOW = "Now"
NEXT_MEETING = "Next meeting"
MORE_TODAY = "and {count} more: recoverplan plan --today"

# Of a list that is larger than can be worked out at once.
LEFT_OUT_PEOPLE = (
    "The plan uses {shown} of the {of} people on your list, the first ones. With all of them it"
    " would be too much to work out."
)
LEFT_OUT_DAYS = (
    "The plan ends before {day}. More would be too much to work out at once. To go on from there:"
    " recoverplan plan --from {day}"
)


# Why the plan is as it is: this person, this time, nobody. Nobody is ever called used up.

ASKED_WHY = "Why"

PINNED = "You chose {name} for these hours."
ONLY = "Of the people on your list, only {name} can be reached for these hours."
FIRST = "{name} comes first on your list of those who can be reached."
SHARED = "{name} is asked at that time anyway: one call is enough."
SAME_CALL_AS = "It is the same call as for {labels}."
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
    "hours": PASSED["hours"],
    "number": "{name}'s agreed check-ins are at other times that week.",
}
NOT_IN_THESE_DAYS = "Not in these days. Next: {day}, {at}."
NOT_SOON = "It does not come in these days, or in the year after."
CALL_ANYWAY = "When it is hard, call anyway."

UNTIL_THEN = "{who} until {at}; after that {rest}."
FROM_THEN = "{who} from {at}; before that {rest}."
IN_BETWEEN = "{who} until {at}, {next} from {then}; between them {rest}."
ONLY_LINE = "only the line"

NUMBERS_IN_WORDS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


# What the map of the week says.

MAP_TITLE = "Your week by the hour"
BLANK_TITLE = "Which hours were hardest at first?"
NOTHING = "No hard hours this week."

LEVELS = {"high": "H", "medium": "M", "low": "L"}
CALM = "."
LEGEND = (
    "h m l   high, medium, low: somebody is there",
    "H M L   the same hours with nobody on your list yet",
)
THERE = "somebody is there"

BLANK_LEGEND = (
    "Write H, M or L for high, medium and low. Circle the hours when somebody is there.",
    "Others in your group may know: ask which hours were hardest at first.",
)

# On a page the map has bars: the harder, the higher; filled where somebody is there.
FILLED = "filled: somebody is there"
HOLLOW = "hollow: nobody on your list yet"
HIGHER = "the higher, the harder"
BAR = "{hours}: {level}, {state}"
CALM_DAY = "no hard hours"

# What is said of what was typed, and once it is kept.
WRITE_DAY = 'Write it like 2026-12-24, "24 dec" or tomorrow.'
FROM_NEEDS = '--from takes a day, and "{typed}" is none that is understood.'
FROM_LIKE = "For instance: recoverplan plan --from 2026-12-24"
TOO_FAR = "There is no plan that far away: {day}."
DAYS_LIKE = "For instance: recoverplan plan --days 14"
DAYS_NEED = "A plan holds 1 to {most} days, not {days}."
TODAY_ALONE = "Type recoverplan plan --today alone."
TODAY_NEEDS = "--today is one day; it does not go with --days or --from."
REMOVED_HOURS = "Removed hard hours: {label}."
REMOVE_HOURS = "Remove hard hours {label}?"
CHANGED_HOURS = "Changed hard hours: {label}."
LIKE_HOURS = 'For example: recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"'
CALL_HOURS = "Say what you call these hours."
ADD_HOURS = 'Add some: recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"'
NO_HOURS = "No hard hours yet."
ADDED_HOURS = "Added hard hours: {label}."
IF_LIKE = 'Like --if "I pace" --then "walk around the block".'
IF_NEEDS = "Each --if goes with one --then."
SAY_WHEN_HARD = "Say when {label} is hard."
SAY_PAYDAY = "Say which days payday is, and from when to when."
YOU_CAN_SAY = 'To {name} you can say: "{opening}"'
AT_ANY_HOUR = "At any hour: {line}"
SO_FAR = "{name}: {meetings} so far, you planned {goal}."
NOBODY_ASKED = "nobody is asked for these hours"
WHO_MIGHT = "Who might be {be} at {time} on a {day}?"
NIGHT_LIKE = "night like these"
DAY_LIKE = "day like these"
HALF_AN_HOUR = "half an hour"
