"""What is said about files: where they go, what stands in the way, who else could change them, what
of the store is not this program's, and what was kept although the disk had trouble after it.
"""

ALONE = "With - a file goes to standard output, so it goes there alone."
ALONE_HINT = "Name a place for each of the others, or make them one at a time."
NOT_TEXT = "A terminal can't show this file."
NOT_TEXT_HINT = "Send it on (- > {example}), or name a file: {example}"
NO_FOLDER = "--csv writes several files, so it needs a folder."
NO_FOLDER_HINT = "Like recoverplan export --csv tables. As one file: --json - or --sqlite -"
STANDARD_OUTPUT = "standard output"

NOT_WHOLE = "The backup could not be read back as it was written."
TRY_ANOTHER_DISK = "Try another disk."
NO_BACKUP_WAS_MADE = "No backup was made. Name another place."
COULD_NOT_BE_READ = "{file} could not be read: {said}."
NO_NAME_OF_A_FILE = 'No file can be called "{name}" here.'
NAME_ONE = "Type a name of letters and numbers, like ~/notes.txt"


# What is said where somebody else could change the files of the store.

OF_ANOTHER = "{path} belongs to another account, {owner}, which could change what is in it."
LINK_OF_ANOTHER = "{path} is a link of another account, {owner}, which could lead it elsewhere."
NAME_ITSELF = "Name the folder itself: --store {command}"
OPEN_TO_ALL = "Every account of this computer may write in {path}, and could change what is in it."
PLANTED = "{path} was put there by another account."
RUN_AS = "Run recoverplan as {owner}, or make it yours: {command}"
MAKE_YOURS = "Make it yours: {command}. Or choose another place with --store DIR."
TO_CLOSE = "Close it to others: {command}. Or choose another place with --store DIR."
CLOSED = "Every account of this computer could write in {path}. It is private now."
GROUP_WRITES = "A group may write in {path}, and could change what is in it. To close it: {command}"
ABOVE = (
    "Every account of this computer may write in {path}, and could put another folder in the place"
    " of this one. To close it: {command}"
)
LINKED = (
    "There is another name somewhere for the same file (a hard link): {names}. A change there can"
    " spoil your data, and erase does not reach it. Remove the other name."
)
NO_MODES = (
    "The disk of {path} does not know whose a file is. Whoever can use the disk can read and change"
    " what is in it. A folder in your home is safer, or a passphrase: recoverplan lock set"
)


# What is said of something in the store that this program did not put there.

WHAT = {
    "added": 'the {kind} "{name}"{on}',
    "changed": 'the {kind} "{name}"{on} is not as it was made',
    "gone": 'the {kind} "{name}"{on} is missing',
}
FOUND = "Your data in {home} holds something that recoverplan did not put there: {names}."
IN_BACKUP = "This backup holds something that recoverplan did not put there: {names}."
FIX = "Nothing was changed. To remove it, after a backup: recoverplan doctor --fix"
EXPORT = (
    "Nothing was changed. To go on with what you entered in a new place: recoverplan export --json"
    " FILE, then recoverplan --store DIR import FILE"
)
BACKUP_WAY = (
    "Nothing was changed. Unpack it into a new folder DIR, then run: recoverplan --store DIR doctor"
    " --fix"
)
LOOKED = "Everything in the store was put there by recoverplan."
KEPT = "As it was before, it is kept: {path}"


# What is said when something stands and the disk, the card or the screen had trouble after it.

SAVED = "It is saved."
NEW_KEY = "The new passphrase and the new code open your data now."
ERASED = "It is erased."
REMINDERS_ON = "Reminders are on."
PUBLISHED = "It is published."
NOT_PUBLISHED = "It is not published any more."
PUT_RIGHT = "What could be fixed is fixed."
SAVED_BEFORE = "What was saved before that is still there."
NOT_CONFIRMED = "It is saved, but the disk did not confirm it. A power cut now could undo it."
NOT_CONFIRMED_BECAUSE = "That is done, but the disk did not confirm it: {why}"
LOOK_AGAIN = "Check the disk and the space on it, then look at: recoverplan history"
MAYBE = "It may be saved, or not: the disk had trouble at the last moment and cannot be read now."
NEW_OR_OLD_KEY = (
    "Your data opens with the new passphrase and code, or with those from before: the disk had"
    " trouble at the last moment and cannot be read now."
)
KEEP_BOTH = "Keep both. Check the disk, then run: recoverplan lock status"
OLD_CARD = "Saved, but the emergency card still shows the old version."
OLD_CARD_HINT = "{why} When that is fixed: recoverplan doctor --fix"
CARD_NOT_READ = "The emergency card was written, but cannot be read back."
FILE_NOT_CONFIRMED = "{path} is written, but the disk did not confirm it."
FILE_AGAIN = "Open it to be sure, or write it again in another place. {why}"
WRITTEN = "{path} is written."
OURS_AGAIN = "{why} Check the disk and the room on it, then run: recoverplan doctor"
STORE_NOT_CONFIRMED = "The store in {home} is made, but the disk did not confirm it."
WORKING_FOLDER_GONE = "The folder that you are in is gone."
GO_ELSEWHERE = "Go to another one with cd, then try again."
NOT_SHOWN = "The answer could not be written out: {why}."
ITS_OWN = "recoverplan met an error of its own ({name})."
WHERE_IT_HAPPENED = "`recoverplan now` still works. RECOVERPLAN_DEBUG=1 shows where it happened."

# What is said of a file that was asked for, of what will stand in one, and of what was read in one.
FORCE_NEEDS = "--force writes over a file, and no file was named."
PAPER_NEEDS = "--paper is for the sheet that --pdf makes."
EITHER = "Say either --json or a file, not both."
TAKE_WHY = "Enter puts this line on the page, n leaves it out."
NOTHING_CHOSEN = "No line was chosen, so nothing was written."
READ_ONCE_MORE = "Read it once more before you hand it on. Whoever has the file can read it."
WRITES_NOTHING = "nothing yet; it follows every change of your plan"
WRITES_MORE = "and {count} more like these"
ADD_YES = "To take all of it: add --yes. To choose line by line, run it on a terminal."
NOTHING_TAKEN = "Nothing was taken."

# What is said of what was typed, and once it is kept.
NOTHING_HERE = "There is nothing here yet."
START = "Start with: recoverplan setup"
CHANGE_IT = "To change it: recoverplan {noun} edit {id}"
NAME_TAKEN = '"{name}" is on your list already.'
ANOTHER_PLACE = "Name another place."
NO_FOLDER_TO_WRITE = "{path} is no folder to write to: {said}."
LIKE_EXPORT = "Like recoverplan export --json plan.json, or --csv DIR, or --sqlite FILE"
WHICH_FORMAT = "Say in which format."
NOT_ENCRYPTED = "It is not encrypted: anyone who gets this file can read it."
TAKE_BACK = "To take it back: recoverplan undo"
IMPORTED = f"Imported {{count}}. {TAKE_BACK}"
WRITE_OVER = "To write over it: --force"
THERE_ALREADY = "{path} is there already."
PLACE_OR_STDOUT = "Name another place, or - to write to standard output."
NO_FILE = "{path} is not a file that can be written over."
NAME_FILE = "Name a file in it: {file}"
IS_FOLDER = "{path} is a folder."
NAME_EACH = "Give each file a name of its own."
NAMED_TWICE = "{path} is named twice."
NOTHING_WRITTEN = "Nothing was written. Name another place."
MAY_NOT_WRITE = "{path} could not be written: you may not write in {folder}."
NO_FOLDER_THERE = "{path} could not be written: there is no folder {folder}."
NOT_WRITTEN_THERE = "Nothing was written there. Name another place."
COULD_NOT_BE_WRITTEN = "{path} could not be written: {said}."
KEPT_IN = (
    "Your data is kept in {home}. Anyone who uses this computer account can read it. Nothing"
    " is sent anywhere."
)
NEW_PLACE = "Choose a new place: recoverplan --store DIR import FILE"
NO_TABLES_IN = "{path} is a folder or an SQLite file, and import takes neither back."
LIKE_JSON = "It takes what this writes: recoverplan export --json FILE"
NEEDS_EMPTY = "An import needs an empty store, and there is something in this one."

# What is said where the store or its keys are not what they should be.
TOO_MANY_KEYS = "There is no room for more than {most} keys."
KEYS_DAMAGED = "The keys to your data are damaged: {file}."
KEYS_MISSING = "The keys to your data are missing: {file}."
KEYS_NEWER = "The keys to your data were written by a newer version of recoverplan."
KEYS_UPDATE = "They are untouched. Update recoverplan, then try again."
DATA_MISSING = "The keys to your data are in {home}, but the data itself is missing."
NO_FOLDER_AT = "{home} is there, but is not a folder."
FIRST_PAGE = (
    "The keys in {home} don't open your data there. Its first page is damaged, or an older"
    " keys.json was put beside it: then put the newer one back."
)
NOT_A_FILE = "Your data in {home} is damaged: {name} is not a file."
LAST_PAGE = "Your data in {home} is damaged: its last page is not whole."
NOT_A_STORE = "The file {file} is empty, or is not a store of recoverplan."
NEWER_VERSION = "a newer version"
DATA_NEWER = "Your data was written by recoverplan {writer}, which is newer than this program."
DATA_UPDATE = "It is untouched. Update recoverplan, then try again."
DAMAGED_BECAUSE = "Your data in {home} is damaged: {why}"
LONGER_TEXT = "Your data is damaged: part of a longer text is missing."
NO_NUMBER_ANY_MORE = "There is no {what} with the number {number} any more."
NO_SUCH_TIME = "Your data holds a time that this program cannot read."
VALUE_NOT_READ = "One entry of your data ({what}) holds a value that this program cannot read."
KEY_LEFT = "Your data in {home} is damaged, so its key was left as it is."
NOT_REMOVED = "Could not remove {paths}."
KEYS_ARE_GONE = "The keys are gone: plan.db can't be opened without a copy of them."
REMOVE_BY_HAND = (  # of one file, and of several
    "Remove it by hand, or make its folder writable.",
    "Remove them by hand, or make their folder writable.",
)
FAR_TOO_LARGE = "{path} is far too large to be a file of recoverplan."
NOT_OURS = "{path} is {kind}, not a file of recoverplan."
READS_BACK = "what was written reads back as something else"
NAME_A_FOLDER = "Nothing was changed. Name a folder: --store DIR, or the variable RECOVERPLAN_HOME."
NOT_IN_USE = "That passphrase is not in use: a change of it was cut short."
NOT_IN_USE_HINT = "Use the newer one; if that fails, the one from before. Nothing was changed."
LOCKED = "Your data is locked with a passphrase."
HOW_TO_OPEN = "Run it on a terminal to be asked, or pass it with --passphrase-fd N."
OF_BACKUP = "Passphrase of the backup: "
NOT_OPENED_BY_IT = "That passphrase does not open it."
WRONG_HINT = "Nothing was changed. A lost passphrase: type the recovery code in its place."
KEY_STANDS = (
    "The key could not be changed: the disk is full, or failing. What opened your data before still"
    " opens it, and the new code does not. Nothing is lost."
)
KEY_CHANGED = (
    "The new passphrase and the new code open your data now, but the disk refused the last step:"
    " an older copy in that folder may still open with the old ones."
)
REST_FOLLOWS = "Make some room; the next command that opens your data does the rest."
NO_ROOM_FOR_COPY = "Reading what is left takes a copy of the file, and the disk has no room for it."

# What is said of trouble with the disk, the folder or another program, as SQLite or the system met
# it.
NOTHING_CHANGED = "Nothing was changed."
LOOK_CLOSER = "To see what can be done: recoverplan doctor."
BRING_BACK = "To bring a backup back: recoverplan restore FILE."
STILL_WORKS = "In a hard moment `recoverplan now` still works."
YOUR_DATA = "Your data"
YOUR_DATA_IN = "Your data in {home}"
PART_DAMAGED = "{data} is damaged: part of it cannot be read."
GONE = "Your data in {home} was erased by another program just now. Nothing was saved."
BEGIN_ANEW = "To begin anew: recoverplan setup"
READ_ONLY = "{data} can be read but not changed here: it is read-only."
MAKE_WRITABLE = "Make the folder writable, or choose another place with --store DIR."
PATH_TOO_LONG = (
    "This path is too long here, with its {length} characters: {start}… Nothing was changed."
)
SHORTER = "Choose a shorter one."
BUSY = "Another program is using your data right now."
TRY_AGAIN = "Try again in a moment."
NOT_OPENED = "{data} could not be opened."
MAY_IT = "Check that this account may read and write that folder."
DISK_FULL = "The disk is full."
DISK_FAILING = "The disk cannot be read or written: full, or failing."
MAKE_ROOM = "Make some room, then try again."
NOT_ALLOWED = "This account may not read or write {where}. Nothing was changed."
DISK = "The disk"
UNKNOWN_TROUBLE = "unknown trouble"

# What the files beside the store say of themselves.
NO_ROOM_ON_CARD = "The card has no room for all of it. recoverplan shows the rest."
CARD_NOTE = "What recoverplan now shows. Anyone who uses this account can read it."
