"""What the plan and today's screen say, word for word. Hours that are open are invitations."""

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
SAME_CALL |= {"email": "same email to {name}", "other": "same call to {name}"}
SAME_CALL_PLAINLY = "{at}: the {same}. Once is enough."
OPEN = "{hours} open"
TRYING = "Trying"
KEPT = "Kept"
CHECK_IN = "Check in"
ALSO = "Also"
NO_TIMES = "no times yet"
ANY_TIME = "any time"

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
