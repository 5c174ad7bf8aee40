"""What stands in a phone's calendar and address book, and what is said when a file is made for it.

Neutral titles are read by whoever sees the phone or the account it copies itself to: none of them
tells what it is for, or who somebody is to the person.
"""

CALENDAR = "Week"
FULL_CALENDAR = "Plan"
# By the hour at which they begin; a day or more is a day.
PARTS_OF_DAY = ((5, "Night"), (12, "Morning"), (17, "Afternoon"), (21, "Evening"), (24, "Night"))
WHOLE_DAY = "Day"
MEETING = "Meeting"
PREPARE = "Reminder"
APPOINTMENT = "Appointment"
COMMITMENT = "To do"
# With a name, and for somebody who is kept off the card.
CHECK_INS = {
    "call": ("Call {name}", "Call"),
    "text": ("Text {name}", "Text"),
    "email": ("Email {name}", "Email"),
    "other": ("{name}", "Reminder"),
}
FOR = "For: {label}"
SAY = '"{say}"'
REACHABLE = "Reachable: {hours}"
TITLED = "{title}: {role}"
BEST = {"call": "Best by a call", "text": "Best by text", "email": "Best by email"}
ALSO = "Also: {other}"

NOTHING = "There is nothing to put in a calendar yet."
NO_CHECK_INS = "Hard hours and meetings repeat in it. There is no check-in through {day}."
CHECK_INS_THROUGH = "Hard hours and meetings repeat in it; check-ins are there through {day}."
MORE_CHECK_INS = "For more of them: --days 28"
ALARM = (
    "Each check-in has an alarm. Some phones don't ring for imported calendars. Test yours first."
)
COPIED = (
    "A phone's calendar is often copied to an account that others can see. Its titles don't say"
    " what it is for."
)
COPIED_FULL = (
    "A phone's calendar is often copied to an account that others can see, and its titles say what"
    " it is for. Without --titles full they don't."
)
SINGLY = "Calendars have no rule for {labels}: the days through {day} are in it one by one."
PERHAPS = "Times not confirmed yet, marked tentative: {names}."
BRING_IN = "To bring it in: send the file to the phone and open it there."
ADD_HOURS = "When is it hard? recoverplan risk add nights"
NOBODY = "Nobody is on the card yet."
ADD_SOMEBODY = "To add somebody: recoverplan contact add NAME --role peer --call NUMBER"
PEOPLE_COPIED = "A phone's contacts are often copied to an account, and apps may read them."
BRING_PEOPLE = (
    "To bring them in: send the file to the phone and open it there. Then remove it, here too."
)
