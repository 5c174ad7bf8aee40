"""What is said about meeting lists."""

NOTHING_TO_ATTEND = "There is nothing to attend in this list."
FINISHED = "Read {rows} rows: {added} new, {updated} changed, {unchanged} as before, {gone} gone."
SKIPPED = "{count} left out: {reason} ({examples})."
NOTED = "{count}: {reason} ({examples})."
CLOSED = "{count} closed for now; they are never suggested."
CAUTIONS = (
    "{count} with a note that may mean not every week; it is shown with them, and they cover"
    " nothing until you confirm their times."
)
NEXT = "To look for one: recoverplan group find tonight"
TAKE_BACK = "To take it back: recoverplan undo"
ASK_ZONE = "Which time zone are its times in? A town will do, like Dallas:"
ASK_PROGRAMME = "Which program is this list from (AA, NA, Al-Anon, …)? Press Enter to skip:"
READING = "{rows} rows read"
NO_LISTS = "There is no meeting list here yet."
HOW_TO_IMPORT = "Read one: recoverplan group import FILE"
HOW_TO_FIND = "For instance: recoverplan group find tonight"
NO_GAP = "Nothing is open in the next seven days."
NOTHING_FOUND = "No meeting in your lists is like that. Another hour, or a wider --within, may do."
FOUND_AT = "{total} in your lists for {when}"
FOUND = "{total} in your lists"
SHOWN = "the first {shown} of {total}"
BY_APPOINTMENT = "by appointment"
THE_LIST_SAYS = 'The list says: "{caution}"'
ASK_THEM = "Perhaps not every week."
TO_TRY = "To try one: recoverplan group try {id}"
AWAY = "{far} km"
AWAY_MILES = "{far} mi"
CONFIRM = (
    "Its meetings cover nothing in your plan until you know its times. Say them with --when, or,"
    " if they are right as they are: {command}"
)
NOT_CONFIRMED = "Times not confirmed yet"
# Why a meeting covers nothing, beside its time; and as sentences, when a group goes on trial.
NO_WAY = "its list doesn't say how to attend"
FAR = "{city} time, too far from here"
NO_WAY_YET = (
    "Its list doesn't say how to attend, so it covers nothing in your plan. When you know where it"
    " is: {command}"
)
FAR_NOW = "It is in {city}, too far from here. It covers nothing in your plan while you are away."
PERHAPS = "perhaps "

NEAR_THERE = "Near {place}, where you are on this trip."
SAY_WHICH_NEAR = 'Say which: --near "{most}"'
COULD_BE_ONE_OF_SEVERAL = '"{typed}" could be one of several places: {meant}{more}.'
USE_A_TOWN_OF_THE_LISTS = "Use a town of the lists, or LAT,LON."
DID_YOU_MEAN = "Did you mean {meant}?"
NO_LIST_HAS_A_PLACE = 'No list has a place called "{typed}".'
