"""What is said about what was typed and can't be taken as it stands: a line, a time, a zone, a
number; what to type instead, and what a shell offers.
"""

from recoverplan.words.question import Question

HELP_SHOWS_WHAT_THERE_IS = "{said} --help shows what there is."
A_TEXT_OF_SEVERAL = 'A text of several words goes in quotes: "Nights alone".'
IS_MORE_THAN_THIS_COMMAND = '"{found}" is more than this command takes.'
NEEDS_SOMETHING_AFTER_IT = "{name} needs something after it."
TAKES_NO_VALUE = "{name} takes no value."
THERE_IS_NO_OPTION = "There is no option {name}."
DID_YOU_MEAN = "Did you mean {near}?"
THERE_IS_NO_COMMAND = 'There is no command "{found}".'
DID_YOU_MEAN_COMMAND = "Did you mean: {command}"
PUT_IT_IN_QUOTES = "A text of several words goes in quotes: {command}"
DID_YOU_MEAN_FOUND = "Did you mean {found}?"
A_WHOLE_NUMBER = "a whole number"
WRITE_IT_LIKE_SAM = "Write it like sam@example.org."
TAKES_AN_EMAIL_ADDRESS = '{option} takes an email address, not "{text}".'
WRITE_IT_LIKE_M = "Write it like 30m, 90 minutes or 1h."
IS_A_LENGTH_OF_TIME = '{option} is a length of time from 0 to {said} hours, not "{typed}".'
IS_A_WHOLE_NUMBER = '{option} is a whole number from {least} to {most}, not "{text}".'
SEND_IT_WITH_A_PIPE = 'Send it with a pipe, or type the text instead of the "-".'
A_TAKES_ITS_TEXT = "A - takes its text from standard input, and there is none."
STANDARD_INPUT_IS_NOT_TEXT = "Standard input is not text in UTF-8."
TYPE_AT_LEAST_ONE_LETTER = "Type at least one letter or number."
THE_NAME_OF_IS_EMPTY = "The name of {what} is empty."
TRY_RECOVERPLAN_WHEN_FRIDAYS = 'Try: recoverplan when "fridays 9pm-1am"'
SAY_WHICH_TIME_TO_TRY = "Say which time to try."
TRY_RECOVERPLAN_WHEN_NIGHTS = "Try: recoverplan when nights --count 5"
COUNT_TAKES_A_NUMBER = "--count takes a number from 1 to {most}."
FOR_INSTANCE_RECOVERPLAN_RISK = "For instance: recoverplan risk map --pdf map.pdf"
PAPER_AND_FORCE_ARE_FOR_THE_SHEET = "--paper and --force are for the sheet that --pdf makes."
LEAVE_JSON_OUT = "Leave --json out."
AN_EMPTY_MAP_AND_A_SHEET = "An empty map and a sheet are for paper; --json goes with neither."
OLDER_RECOVERPLAN_HISTORY_COUNT = "{said} older: recoverplan history --count {number}"
WHAT_WAS_CHANGED = "What was changed"
TRY_RECOVERPLAN_HISTORY_COUNT = "Try: recoverplan history --count 50"
COUNT_FROM_ONE_UP = "--count takes a number from 1 up."
NOTHING_BACK = "There is nothing to take back."
NOTHING_AGAIN = "There is nothing to bring back."
NO_STEP = "The history has no step {number}."
SEE_HISTORY = "See them with: recoverplan history"
STEP_GONE = "Step {number} is no change that still stands."
SEE_STANDING = "See what stands with: recoverplan history"
CHANGES_IN_SHORT = "{count} changes, {first} the first"
NOTHING_WAS_CHANGED_YET = "Nothing was changed yet."
TO_BRING_IT_BACK = "To bring it back: recoverplan redo"
HELP_ABOVE_SHOWS_WHAT_THERE_IS = "{above} --help shows what there is."
FOR_INSTANCE_PAPER_LETTER = "For instance: --paper letter"
PAPER_IS_A_OR_LETTER = '--paper is a4 or letter, not "{given}".'
FOR_INSTANCE_RECOVERPLAN_CARD = "For instance: recoverplan card --pdf card.pdf --copies 2"
COPIES_TAKES_TO_NOT = "--copies takes 1 to {most_copies}, not {copies}."
FOR_INSTANCE_CARD_QR = "For instance: recoverplan card --pdf card.pdf --qr"
PAPER_COPIES_AND_QR = "--paper, --copies and --qr are for the sheet that --pdf makes."
FOR_INSTANCE_CARD_FORCE = "For instance: recoverplan card --pdf card.pdf --force"
FOR_INSTANCE_CARD_PDF = "For instance: recoverplan card --pdf card.pdf"
SAY_EITHER_OR_A_FILE = "Say either {other} or a file, not both."

NO_SUCH_COLOR = '--color takes auto, always or never, not "{typed}".'
COLOR_LIKE = "For instance: recoverplan plan --color always | less -R"


# What `recoverplan config` says of its keys.

SET = "{key}: {value}."
NOT_SET = "clock: as in your country."
NOT_SET_NOWHERE = "clock: 24, until you set a country."
CLOCK_24 = "Times show as 21:00, and 7:30 is in the morning."
CLOCK_12 = "Times show as 9 pm, and 7:30 is asked about: am or pm?"
CLOCK_ASKED = "Times show as 21:00, and 7:30 is asked about: am or pm?"
NO_KEY = 'There is no setting "{key}".'
KEYS = "There is: {keys}. Like: recoverplan config clock 24"
NO_VALUE = '{key} can be {values}, not "{value}".'
TYPE = "Type it like this: recoverplan config {key} {value}"

# Of every other key: what a value means. The first of a key holds until another is chosen.
MEANINGS = {
    "monday": "Weeks are shown from Monday on.",
    "sunday": "Weeks are shown from Sunday on. Check-ins are still planned from Monday.",
    "saturday": "Weeks are shown from Saturday on. Check-ins are still planned from Monday.",
    "km": "Distances show in kilometers.",
    "miles": "Distances show in miles, and --within 5 is 5 miles.",
    "dark": "Colors are for a dark screen.",
    "light": "Colors are for a light screen.",
    "mono": "No colors, only bold and dim letters.",
    "today": "recoverplan alone shows today.",
    "plan": "recoverplan alone shows the week.",
    "now": "recoverplan alone shows who to call right now.",
}
# What else a value may be typed as.
ALSO = {
    "units": {"mi": "miles", "mile": "miles", "kilometers": "km", "kilometres": "km"},
    "week": {
        "mon": "monday", "mo": "monday", "sun": "sunday", "su": "sunday", "sat": "saturday",
        "sa": "saturday",
    },
}  # fmt: skip


# What a shell offers after `--when` and the like, and what is said when completion is put in.

# Each is a phrase that `--when` takes; the first of a kind shows the form.
WHEN = (
    "daily 9pm-midnight",
    "nights",
    "evenings",
    "mornings",
    "weekday evenings",
    "weeknights 9pm-1am",
    "mon-thu 9pm-midnight",
    "friday nights",
    "saturdays 6pm-midnight",
    "sundays 12-5pm",
    "weekend",
    "tonight",
    "tomorrow 6pm-9pm",
    "last day of the month 5pm-11pm",
)
MOMENTS = ("now", "today 9am", "yesterday 7pm", "fri 19:00", "mon 8pm")
DATES = ("today", "tomorrow", "friday", "sunday", "monday")

SHELLS = ("bash", "zsh", "fish", "powershell")
NO_SHELL = "Say which shell: bash, zsh, fish or powershell."
NO_SHELL_HINT = "For instance: recoverplan completion zsh --install"
HOW = "To have it put in its place: recoverplan completion {shell} --install"
PUT = "{file} is written. New terminals complete what you type after recoverplan."
START = "If yours doesn't, put this line into {start}:"
THERE = "{file} is a file already, and not one of ours."
THERE_HINT = "Move it away first, or print the lines: recoverplan completion {shell}"
NOT_WRITTEN = "{file} could not be written: {why}."


# What is said of a time, or of when something was, that cannot be taken as it was typed.

HOLIDAY = "Holidays are not the same everywhere, so they are not guessed. Type the date."
PATTERN_TOO_LONG = "A pattern of shifts can be at most {most} days long."
PATTERN_BEGINS = "On which date does this pattern begin?"
HOURS_OF_A_SHIFT = 'When is "{shift}"? Type its hours after it.'
NOT_IN_THE_PART = '"{typed}": this time is not in the {part}.'
STILL_TO_COME = '"{typed}" is still to come. A log is for what has happened.'
WHEN_IT_WAS = 'Type when it was, like "yesterday 7pm" or "fri 19:00".'
NO_HOUR = '"{typed}" is a day without a time.'
NOT_CLEAR = '"{typed}" is not clear yet.'
TWO_DAYS = ('"{typed}" reads two ways: {readings}.', 'Type "{first}" or "{second}" in its place.')
TWO_HALVES = '"{typed}" reads two ways: {said} am or {said} pm.'


# What is said about time zones and clocks: which place it is, and what time it is there.

NO_PLACE = '"{typed}" does not say when the clocks change. A place does.'
WHICH = "Which place is it?"
WHERE = "Where it is {time} now: {places}."
UTC_ITSELF = "For UTC itself, type UTC."
NONE_THERE = "No town has that time now. Type a town, like Dallas or Munich."
SEVERAL_PLACES = 'More than one place is called "{typed}".'
SEVERAL_ZONES = '"{typed}" has more than one time zone.'
NOT_KNOWN = 'There is no time zone "{typed}".'
WRITE_ZONE = "Write it like America/New_York or Europe/London."
EXAMPLE = "Type a town or a country, like Dallas, Munich or Japan."
NEAREST = "Did you mean {names}?"
HOW_TO_SETTLE = "To use the 24-hour clock from now on: recoverplan config clock 24"
KEPT = "{zone}, where it is {time} now"
TIMES_IN = "Times are in {kept}."
NEXT_IN_YOURS = "The next times above are in your zone, {zone}."


# What is said about a phone number: one that is none, and one that can't be dialed from a page.

NOT_A_NUMBER = '{option} takes a phone number, not "{text}".'
WRITE_IT = "Write it as you would dial it, for example 555-0114 or +1 555 0114."
ALONE = "Type the number alone: {number}."
KEEP_WORDS = "To keep words as another way to reach them: --other {text}"
AS_OTHER = Question(
    '"{text}" is not a phone number. Keep it as another way to reach them?',
    "Say yes to keep your words. Say no to type the number again.",
)

NO_COUNTRY = (
    "A page can't dial {numbers} until it knows your country. For the US: recoverplan setup"
    " --region US"
)
CANT_TELL = (
    "We can't tell what to dial for {number}, so pages show it without a link. To correct it:"
    " recoverplan contact edit {id} --{way} NUMBER"
)
CANT_TELL_MANY = (
    "We can't tell what to dial for the numbers of {names}, so pages show them without a link. To"
    " correct one: recoverplan contact edit NAME --call NUMBER"
)
TEXT_TOO_LONG = "A text here can have {most:,} characters, and this one has {length:,}."
SAY_IT_BRIEFLY = "Say it more briefly, or enter it as several."
TOO_MANY_OF_THESE = "One entry can have {most:,} of these, and this one has {length:,}."
MAKE_TWO = "Make two entries of it."
NO_SUCH_TIME = '"{typed}": there is no such day or time.'
NOT_A_DAY = '"{shown}" could not be read as a day.'
DAY_LIKE = 'Type it like "2026-11-20", "20 nov" or "yesterday".'
END_OF_A_DAY = '"{typed}" is the end of a day.'
TYPE_MIDNIGHT = "Type 00:00 with the day after."
HOURS_OF_HALVES = '"{typed}" is no time: with am or pm, the hours go from 1 to 12.'
START_OR_END = '"{typed}" reads two ways: the start of that day, or its end.'
TYPE_EITHER = 'Type "{start}", or 00:00 with the day after.'
NOT_A_MOMENT = '"{shown}" could not be read as a day and a time.'
MOMENT_LIKE = 'Type it like "yesterday 7pm", "fri 19:00", "2026-11-20 19:00" or "now".'
ANOTHER_WEEKDAY = "{date} is a {is_a}, not a {not_a}."
USE_THE_NUMBER = "Use the number: {numbers}."
NO_SUCH_NAME = 'No {noun} by the name "{wanted}".'
NONE_YET = "There are none yet. Add one first."
NONE_YET_LIKE = "There are none yet. Add one first, like: {command}"
# How one of a noun is added, by what it is called.
ADD_ONE = {
    "contact": "recoverplan contact add Sam --role peer --call NUMBER",
    "group": 'recoverplan group add "Tuesday Lifeline" --when "tue 7-8pm"',
    "hard hours": 'recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"',
    "step": 'recoverplan step add "Tea and the radio" --kind alone',
    "reason": 'recoverplan reason add "Breakfast with my daughter" --on now',
    "support": 'recoverplan support add "rides" --need',
    "trip": "recoverplan trip add Tokyo --from 2026-12-01 --until 2026-12-05",
    "treatment": 'recoverplan treatment add Clinic --when "sat 10am"',
    "commitment": 'recoverplan give add "Make the coffee" --for "Tuesday Lifeline"',
}


def none_yet(noun: str) -> str:
    """Say that there is none of a noun, and how to add one."""
    command = ADD_ONE.get(noun)
    return NONE_YET_LIKE.format(command=command) if command else NONE_YET


NO_SUCH_COUNTRY = 'We don\'t know a country called "{wanted}".'
TWO_LETTERS_LIKE = "Type the country's two letters, for example IE for Ireland."
TWO_LETTERS_OF = "Type a country's two letters: {us}, {gb}."
TWO_LETTERS_SUCH = "Type a country's two letters, for example {said}."

NOW_IS_NO_TIME = "RECOVERPLAN_NOW is not a time: {held!r}."
NOW_LIKE = "Write it like 2026-11-23T10:00, or unset it."
NOW_TOO_FAR = "RECOVERPLAN_NOW is in the year {year}."
NOW_YEARS = "Years from {first} to {last} will do, like 2026-11-23T10:00."
NUMBERS_OF = "the numbers of {names}"
NO_STORE_NAMED = "--store needs a folder after it."
ZONE_UNKNOWN = 'The time zone in {where} is not known: "{name}".'
SET_A_ZONE = "Set one: recoverplan setup --timezone Dallas"

# What each kind of step is called, by what is typed for it.
STEP_KINDS = {
    "sign": "warning sign",
    "alone": "on my own",
    "places": "people and places",
    "people": "someone to ask",
    "professionals": "professionals",
    "safer": "safer surroundings",
}
