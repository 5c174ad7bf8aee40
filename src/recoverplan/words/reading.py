"""What is said about files that are read: exports, meeting lists, contacts of a phone."""

from recoverplan.words.question import Question

IT_BEGINS_WITH = 'it begins with "{line}"'
IT_LOOKS_LIKE_A_TABLE = (
    "it looks like a table, and its first row has no names like Name, Day and Time"
)
IT_LOOKS_LIKE_A_SINGLE = "it looks like a single text, or a table (CSV)"
IT_LOOKS_LIKE_A_PDF = "it looks like a PDF; ask who made it for CSV or JSON"
IT_LOOKS_LIKE_A_ZIP = "it looks like a zip archive or a spreadsheet"
IT_LOOKS_LIKE_A_WEB = (
    "it looks like a web page; look on its site for a feed for Meeting Guide (JSON) or a CSV file"
)
IT_LOOKS_LIKE_XML = "it looks like XML"
IT_LOOKS_LIKE_CONTACTS = "it looks like contacts (vCard)"
IT_LOOKS_LIKE_A_CALENDAR = "it looks like a calendar"
IT_IS_EMPTY = "it is empty"
NOTHING_WAS_IMPORTED = "Nothing was imported."
WHAT_CAN_BE_READ = (
    "Nothing was imported. What can be read: JSON for Meeting Guide or from BMLT, a table (CSV,"
    " XLSX, or pasted), NAWS CSV, a calendar (ICS)."
)
IT_LOOKS_LIKE_AN_OLD = "it looks like an old spreadsheet; save it as XLSX or CSV"
NO_SPREADSHEET = "This spreadsheet can't be read. Save it as XLSX or CSV, and try again."
TOO_LARGE_UNPACKED = "This spreadsheet is far too large for a meeting list when it is unpacked."
NO_COLUMNS = "No sheet of this file has columns of a meeting list."
COLUMNS_NEEDED = "Its first row needs names like Name, Day and Time. Nothing was imported."
A_CELL_WITHOUT_END = "This table has a cell or a line that is far too long."
CALENDAR_TOO_LARGE = "This calendar is more than 24 MB: too much for a meeting list."
NO_CALENDAR = "This calendar can't be read."
ONCE_ONLY = "an event that does not repeat"
HAS_ENDED = "an event that has ended"
BROKEN_EVENT = "an event with a line that can't be read"
MONTHLY = "Monthly"
RARELY = "Not every week"
NOT_ON = "Not on {dates}"
EVERY_SO_MANY = "Every {step} {every}"
THIS_FILE_IS_NOT_JSON = "This file is not JSON that can be read: {said}."
SOME_OF_IT_IS_NO_TEXT = "some of it is no text"
THIS_IS_MORE_THAN_MB = "This is more than {said} MB: too much for {what}."
MORE_THAN_MB_OR_NOT_JSON = "more than 4 MB, or not JSON"
IT_IS_NESTED_TOO = "it is nested too deeply"
SOMETHING_IS_WRONG = "something is wrong"
A_COMMA_IS_MISSING = "a comma is missing"
IT_BREAKS_OFF = "it breaks off"
A_NAME_IS_MISSING = "a name is missing in the object"
AN_OBJECT_WITH_AND_NO_MEETINGS = "an object with {names}, and no meetings"
AN_EMPTY_OBJECT = "an empty object"
SOMETHING_FOLLOWS_WHERE_THE_LIST = "something follows where the list has ended"
A_MEETING_LIST = "a meeting list"
THIS_IS_NOT_A_LIST = "This is not a list of meetings: {found}."
NOT_A_LIST = "not a list"
IS_NOT_KNOWN = "{name} is not known"
MAKE_ONE_WITH_RECOVERPLAN = "Make one with: recoverplan export --json FILE"
THIS_FILE_IS_NOT_AN_EXPORT = "This file is not an export of recoverplan."
A_NUMBER_IN_IT_CANNOT = "a number in it cannot be read"
IT_DOES_NOT_BEGIN = "it does not begin as an export does"
SOMETHING_FOLLOWS_WHERE_THE_EXPORT = "something follows where the export has ended"
IS_THERE_TWICE = "{name} is there twice"
IS_NOT_IN_THE_FILE = "{field} {number} is not in the file"
ITS_LIST_HAS_THIS_IDENTITY = "its list has this identity twice"
EACH_NEEDS_A_NAME = "each needs a name of its own"
EACH_NEEDS_A_WEEK = "each needs a week of its own, named by its Monday"
EACH_NEEDS_A_NUMBER = "each needs a number of its own"
COULD_NOT_BE_FETCHED = "{url} could not be fetched: {why}."
IT_BROKE_OFF = "it broke off"
THE_ANSWER_COULD_NOT_BE_READ = "the answer could not be read"
THERE_IS_NO_SUCH = "there is no such place, or no network"
NO_SAFE_CONNECTION_COULD = "no safe connection could be made"
ITS_CERTIFICATE_IS_NOT_TO_BE_TRUSTED = "its certificate is not to be trusted"
NO_ANSWER_CAME = "no answer came"
IT_IS_MORE_THAN_MB = "it is more than {said} MB"
IT_BROKE_OFF_AFTER = "it broke off after {got:,} of {declared:,} bytes"
THE_ANSWER_IS = "the answer is {status} {reason}"
TYPE_IT_LIKE_HTTPS = "Type it like https://example.org/meetings.json"
A_LIST_IS_FETCHED = 'A list is fetched from an https address, not "{url}".'
IT_SENDS_FROM_ONE_ADDRESS = "it sends from one address to the next without end"
NO_ADDRESS = "it has no address"
IT_SENDS_INSIDE = "it sends to this machine or into a private network"
IT_TOOK_TOO_LONG = "it took too long"
NO_RECORD = "not a record"
NO_IDENTITY = "no slug or id"
SAY_IT_ONCE_ZONE = "Say it once: --zone America/New_York"
THE_TIMES_IN_THIS_LIST = "The times in this list are in no time zone that it names."
ITS_RECORDS_ARE_EMPTY = "its records are empty"
IT_IS_A_LIST = "it is a list of records with {names}"
IT_LOOKS_LIKE_BMLTS = (
    "it looks like BMLT's list of servers; meetings are in GetSearchResults of one"
)
IT_LOOKS_LIKE_BMLTS_BUT = (
    "it looks like BMLT's list of formats (GetFormats); meetings are in GetSearchResults"
)
IT_IS_A_LIST_ALREADY = "it is a list of {get}"
THE_LIST_IS_EMPTY = "the list is empty"
NEITHER_A_NAME_NOR = "neither a name nor an id"
NO_END = "an end that cannot be read: one hour assumed"
END_TOO_FAR = "an end before its start: one hour assumed"
A_TIME_ZONE_THAT_IS_NOT_KNOWN = "a time zone that is not known: the list's own taken"
A_TIME_THAT_CANNOT = "a time that cannot be read: kept as by appointment"
A_DAY_THAT_CANNOT = "a day that cannot be read: kept as by appointment"
NO_DAY_OR_TIME = "no day or time: by appointment"
ON_A_PHONE_SHARE = "On a phone, share or export contacts as a .vcf file."
THERE_IS_NO_CONTACT = "There is no contact in this file: it has no line BEGIN:VCARD."
A_LINE_THAT_IS_NO_PART = "a line that is no part of a card"
LETTERS_IN_A_CODE = "letters in a code that could not be read"
A_NUMBER_WITHOUT_DIGITS = "a number without digits"
A_TEXT_TOO_LONG = "a text too long to be one"
NEITHER_A_PHONE_NUMBER = "neither a phone number nor an email address"
NOTHING_WAS_IMPORTED_SHARE = "Nothing was imported. Share only a few people from the phone."
THIS_FILE_IS_TOO = "This file is too large for contacts."
NO_LENGTH = "a length that cannot be read: one hour assumed"
TOO_LONG = "a length of more than five hours: one hour assumed"
NOT_AS_SAID = (
    "what it says about online or in person doesn't fit its address and its links: the links and"
    " the address taken"
)
NO_PLACE = "coordinates 0, 0: no place"
NOT_A_TIME_BEFORE = "not a time before"
UNTIL_IS_BEFORE_FIRST = "until is before first"
END_IS_NOT_AFTER_START = "end is not after start"


# What is said when people come out of a phone's file.

FOUND = "People in this file:"
WHOM = Question(
    "Who? Numbers like 1,3-5, or a name, or all; Enter for nobody:",
    "Only the people you name here are taken from the file.",
)
ROLE_OF = Question(
    "{name}: who are they to you?",
    "A number or a word. It decides when your plan asks them for a check-in.",
)
MORE = "and {count} more; a name works too"
ROW_WAYS = {"call": "call {value}", "text": "text {value}", "both": "call or text {value}"}
KNOWN = "on your list already"
SHARES = "has a number of {name}'s, on your list"
ADDED = "Added {names}."
NOBODY_TAKEN = "Nobody was added."
AS_BEFORE = "{name} is on your list already. Nothing was changed."
OTHERWISE = "In the file {name} has {value} to {way}. To take it: {command}"
TWICE = "{name} is in the file more than once; the first was taken."
PUT_TOGETHER = "{name} is in the file more than once; the cards were put together."
SECOND = "The other card has {ways}. If it's the same person: {command}"
SOMEONE_ELSE = "If it's someone else: {command}"
ALSO = "{name}'s card also has {ways}. To keep that too: {command}"
BY_HAND = "To add someone by hand: recoverplan contact add NAME --role peer --call NUMBER"
SAY_WHEN = (
    "When may each be reached, and how often a week? For instance: recoverplan contact edit {id}"
    ' --when "daily 6-11pm" --per-week 2'
)
SAY_WHOM = "Say who to take."
SAY_WHOM_HINT = "Add --take NAME (or a number of this list, or a range: 1-3), or --all."
NOBODY_USABLE = "Nobody in this file has a name and a way to be reached."
WHO_ARE_THEY = "Say who they are to you."

# What is said of what was typed, and once it is kept.
NO_SUCH_PERSON = '"{typed}" is none of the numbers from 1 to {count}.'
PERSON_THERE = "person in this file"
DID_TAKE = "added {count} contacts from a phone"

# What is wrong with a field of an export.
EXPORT_CANNOT_BE_READ = "This export cannot be read: {place}: {why}."
DAYS_AND_START = "days and start go together"
ZONE_MISSING = "zone is missing"
NOT_ONE_OF = "not one of {names}"
NOT_A_ZONE = "not a time zone"
OUT_OF_RANGE = "out of range"
NOT_TO_TEN = "not from 0 to 10"
NOT_SOME_OF = "not some of {names}"
NOT_QUIET_HOURS = "not quiet hours"
NOT_A_GOAL = "not a goal"
NOT_ABOUT_FIT = "not an answer about the fit"
NOT_WHAT_BELONGS = "not what belongs there"
TOO_MANY_OF_THEM = "more than {most:,} of them"
NOT_AN_OBJECT_OF = "not an object of {names}"
NOT_A_SCHEDULE = "not a schedule"
TOO_MANY_TIMES = "more than {most} times in one"
TOO_LONG_A_TEXT = "longer than {most:,} characters"
