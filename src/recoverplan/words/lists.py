"""What is said about meeting lists."""

from recoverplan.words.question import Question

NOTHING_TO_ATTEND = "There is nothing to attend in this list."
FINISHED = "Read {rows} rows: {added} new, {updated} changed, {unchanged} as before, {gone} gone."
SKIPPED = "{count} left out: {reason} ({examples})."
NOTED = "{count}: {reason} ({examples})."
CLOSED = "{count} closed for now; they are never suggested."
CAUTIONS = (
    "{count} with a note that may mean not every week; it is shown with them, and they cover"
    " nothing until you confirm their times."
)
HELD_CHANGED = (
    "{name}, a group of yours, has changed in its list: {when}. All of it: recoverplan group show"
    " {listing}. Yours stays as it is; to change it: recoverplan group edit {group}"
)
HELD_GONE = (
    "{name}, a group of yours, is in its list no more, or closed for now. Yours stays as it is;"
    " it may be good to ask before you go. Where it came from: recoverplan group show {listing}"
)
NEXT = "To look for one: recoverplan group find tonight"
ASK_ZONE = Question(
    "Which time zone are its times in? A town will do, like Dallas:",
    "The list doesn't say it, and its times follow the clock there.",
)
ASK_PROGRAMME = Question(
    "Which program is this list from (AA, NA, Al-Anon, …)? Press Enter to skip:",
    "You can then look for meetings of this program.",
)
PREVIEW_COLUMNS = "{count} meetings; columns: {columns}."
PREVIEW = "{count} meetings, in {kind}."
FOR_INSTANCE = "For instance: {name}, {when}."
READ_IT = Question(
    "Is that right? Read it?",
    "Say no, and nothing of the list is kept.",
)
NOTHING_READ = "Nothing was read in."
KINDS = {
    "meeting-guide": "JSON for Meeting Guide",
    "bmlt": "BMLT's format",
    "sheet": "a Google Sheet",
    "csv": "CSV",
    "xlsx": "a spreadsheet",
    "naws": "NAWS CSV",
    "ics": "a calendar",
    "text": "a table",
}
NOTHING_TO_READ_AGAIN = "No list here came from a file or an address that is known by this name."
SEVERAL_LISTS = "This could be one of several lists: {names}."
SAY_WHICH_LIST = "Say which: recoverplan group import --again NAME"
LIST_OF = "list of {date}"
NAME_A_FILE = "Name the file of the list, or its https address."
HOW_TO_READ = "For example: recoverplan group import meetings.json"
WHEN_NEEDS_A_LIST = "--when takes a meeting of your lists that is no group yet, by its number."
EDIT_WHEN = "For a group you have: recoverplan group edit GROUP --when PHRASE"
TRY_IT = "recoverplan group try {id}"
TO_TRY_IT = "To try it"
BY_PHONE = "by phone"
OF_THE_GROUP = "Of the group"
OPEN_TO_ANYONE = "open to anyone"
RENEW_A_FILE = 'recoverplan group import FILE --source "{name}"'
RENEW = 'recoverplan group import --again "{name}"'
TIME_OR_GAP = "Say either a time or --gap, not both."
NOT_AGAIN = '"{phrase}" does not come again.'
NO_DISTANCE = '--within takes a distance, not "{typed}".'
WRITE_A_DISTANCE = "Write it like --within 5km or --within 3mi."
WITHIN_NEEDS_A_PLACE = "--within needs a place."
SAY_THE_PLACE = "Say it: --near PLACE, or --near LAT,LON."
NONE_STANDS_ALONE = "--none takes all of it back, and goes with nothing else."
NEAR_TAKES = "--near takes a town of the lists, or LAT,LON."
NO_PLACE_ON_EARTH = '"{said}" is no place on earth: latitude goes to 90, longitude to 180.'
WRITE_A_POINT = "Write it like --near 40.7,-73.9"
OF_THE_MONTH = "{nths} {day} of the month"
READ_BEFORE = (
    "An earlier version read your lists, and saw less in them. To read them again: {command}"
)
OLD_LIST = "This list is more than 90 days old. To renew it: {command}"
READING = "{rows} rows read"
NO_LISTS = "There is no meeting list here yet."
HOW_TO_IMPORT = "Read one: recoverplan group import FILE"
HOW_TO_FIND = "For instance: recoverplan group find tonight"
NO_GAP = "Nothing is open in the next seven days."
NOTHING_FOUND = "No meeting in your lists fits that. Try another hour, or a wider --within."
ONLY_PREFERRED = "Only what you prefer was looked for. To look at everything, add --any."
FOUND_AT = "{total} in your lists for {when}"
FOUND = "{total} in your lists"
SHOWN = "the first {shown} of {total}"
NO_LIST_NAMES = "No list here names its codes like that: {kinds}."
NAME_THE_PROGRAM = (
    "If a list has codes without names, say which program it is of:"
    " recoverplan group import --again --program AA"
)
PREFER_OFFER = "To say what meetings suit you: recoverplan group prefer"
NOTHING_PREFERRED = "Nothing is set: every meeting of your lists is looked at."
PREFERRED = "Meetings are looked for like this: {what}."
WHERE_PREFERRED = (
    "group find and plan --gaps go by it. For once without it: group find --any. To take it back:"
    " group prefer --none"
)
ALWAYS_OPEN = "Always open: {rooms}."
BY_APPOINTMENT = "by appointment"
THE_LIST_SAYS = 'The list says: "{caution}"'
DO_THEY_MEET_THEN = Question(
    'The list says: "{caution}". {hours}?',
    "Your plan then counts on these hours. Say no if you don't know yet.",
)
CAUTION = "ask first"
ASK_THEM = "Perhaps not every week."
TO_TRY = "To try one: recoverplan group try {id}"
OF_GROUP = "group: {group}"
AWAY = "{far} km"
AWAY_MILES = "{far} mi"
EDIT_TO = 'recoverplan group edit {id} --when "{phrase}"'
PERHAPS_HOURS = "{hours}? If so: {command}"
CONFIRM = (
    "Its meetings cover nothing in your plan until you know its times. Say them with --when, or,"
    " if they are right as they are: {command}"
)
NOT_CONFIRMED = "Times not confirmed yet"
# Why a meeting covers nothing, beside its time; and as sentences, when a group goes on trial.
NO_MORE = "Its list has it no more. It may be good to ask before you go."
CLOSED_NOW = "Its list says that it is closed for now. It may be good to ask before you go."
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
ONLINE_OR_IN_PERSON = "online or in person"
DID_IMPORT = "imported the meeting list {name}"
