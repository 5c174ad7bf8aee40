"""What is said about calendars, contacts and a page that other programs carry to phones."""

from recoverplan.words.question import Question

# What is published, as the subject of a sentence and as its object.
KINDS = {"calendar": "Your calendar", "contacts": "Your contacts", "page": "Your page"}

# Before: what will stand where, and who can read it.
WRITES = "{kind} will be in {path}. This can be read there:"
WHO_CAN_READ = (
    "Anyone who can open that folder can read it, and so can anyone who sees what a program carries"
    " on from there: a server, a phone, a family calendar."
)
WHILE_LOCKED = "It can be read without your passphrase."
WRITES_AWAY = "To take it away: recoverplan publish off {what}"
ASK_WHY = "Say no, and nothing is written there."
ASK = Question("Publish this?", ASK_WHY)
ASK_LOCKED = Question("Publish this, readable without your passphrase?", ASK_WHY)
NEEDS_YES = "Publishing this asks first, and there is no terminal to ask on."

# Done.
DONE = {
    "calendar": "Your calendar is in {path} ({files}).",
    "contacts": "Your contacts are in {path} ({files}).",
    "page": "Your page is {path}.",
}
ONE_FILE = "1 file"
FILES = "{count} files"
NO_FILES = "no files yet"
NEUTRAL = {
    "calendar": "Its titles don't say what it is for.",
    "contacts": "They don't say who each person is to you.",
    "page": "It doesn't say what it is for.",
}
FULL = {
    "calendar": "Its titles say what it is for.",
    "contacts": "Their roles and your opening words are there too.",
    "page": "It says what it is for.",
}
FOLLOWS = "Every change goes there from now on. To take it away: recoverplan publish off {what}"
CARRIED = (
    "recoverplan sends nothing. A program that syncs this folder carries it to your phone:"
    " {program}, for instance."
)
CARRIERS = {"calendar": "vdirsyncer", "contacts": "vdirsyncer", "page": "Syncthing"}
MOVED = "It was in another place before. Gone from there: {count}."
OTHERS_THERE = "Other files are in that folder too. They are left alone."

# What came of a change.
BEHIND = "Saved, but what you publish still shows the old version."
BEHIND_HINT = "To try again: recoverplan doctor --fix"
BACK = (
    "Somebody deleted this in {path}, and it's there again: {names}. Delete it once more and it"
    " stays away until it changes."
)
OVERWRITTEN = (
    "Somebody changed this in {path}, and it says what your plan says again: {names}. If it is"
    " changed like that once more, it stays so until your plan changes."
)
IN_THE_WAY = "These files in {path} are not from recoverplan, so they were left alone: {names}."
NAMED = 5  # by name; the rest is counted

# How it stands.
NOTHING = "Nothing is published."
HOW_TO = "To put your week where your phone's calendar gets it: recoverplan publish calendar DIR"
NAMES_LEFT_OUT = (
    "A passphrase is set, so there are no names in it. To see what would be readable, and agree to"
    " it: recoverplan publish {what} {path}"
)
CHANGED_THERE = "Changed or deleted there since: {count}. The next change of your plan sees to it."
IS_BEHIND = "It may not say what your plan says. To try again: recoverplan doctor --fix"

# Off.
OFF = {
    "calendar": "Your calendar is gone from {path} ({files}).",
    "contacts": "Your contacts are gone from {path} ({files}).",
    "page": "Your page is gone from {path}.",
}
ALREADY_OFF = "Nothing was published."
NOT_PUBLISHED = {
    "calendar": "Your calendar was not published.",
    "contacts": "Your contacts were not published.",
    "page": "Your page was not published.",
}
LEFT_THERE = "Left there, because something else has changed them since: {names}."
STAYS = (
    "What was carried on stays where it is: on servers, on phones, and wherever these copied it."
)
STAYS_WITH = (
    "vdirsyncer refuses to empty a whole collection. Remove the calendar or address book there, or"
    " run vdirsyncer sync --force-delete."
)
OFF_NOT = (
    "{paths} can't be reached now, so what you published may still be there. Remove it by hand."
)
OFF_TOO = "What you published goes too: {path}."

# Under a lock.
NAMES_TAKEN_OUT = (
    "{kind} in {path} can be read without your passphrase, so there are no names in it any more. To"
    " have them again: recoverplan publish {what} {path}"
)
KEY_STANDS = "Names may still be there, so the lock was left as it is."

# What can't be.
BUSY = "Another program is publishing right now."
NEWER = "What is published here was written by a newer version of recoverplan."
DAMAGED = "The file that says what is published is damaged."
DAMAGED_HINT = "Publish it again, into the same folder: recoverplan publish calendar DIR"
NO_FOLDER = "{path} is not there, or is no folder."
NO_FOLDER_HINT = (
    "Connect it again, or publish into another folder; recoverplan publish off forgets this one."
)
NO_STREAM = "What is published stays where it is and follows every change, so it needs a place."
STREAM_HINT = {
    "calendar": "To print it once: recoverplan plan --ics -",
    "contacts": "To print them once: recoverplan card --vcf -",
    "page": "To print a page once: recoverplan plan --html -",
}
IS_A_FILE = "{path} is a file. This needs a folder."
IS_A_FOLDER = "{path} is a folder. Name a file in it: {example}"
FILE_THERE = "{path} is there already, and recoverplan didn't write it."
OTHER_NAME = "Name another file."
NO_PARENT = "There is no folder {path}."
OWN_FOLDER = "{path} is in the folder where your data is kept. That folder should not be synced."
OTHER_FOLDER = "Name another folder."
MAKE_PARENT = "Make it first (mkdir -p {path}), or name another folder."
TAKEN = {
    "calendar": "{path} is where your calendar is already. Each needs a folder of its own.",
    "contacts": "{path} is where your contacts are already. Each needs a folder of its own.",
}
NO_PLACE = "Say where."


# What stands in a phone's calendar and address book, and what is said when a file is made for it.
#
# Neutral titles are read by whoever sees the phone or the account it copies itself to: none of them
# tells what it is for, or who somebody is to the person.

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

NO_ENTRIES = "There is nothing to put in a calendar yet."
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

# What is said of what was typed, and once it is kept.
LIKE_PUBLISH = "Like recoverplan publish {kind} ~/{place}"
DID_AGREE = "agreed to what can be read"
WHAT_GOES_OFF = "What goes off"
