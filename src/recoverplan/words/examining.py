"""What `recoverplan doctor` says of each thing it looks at."""

MODES = "{home} and the files of the store can be read by this account only."
OPEN_TO_OTHERS = "{path} can be read by other accounts of this computer."
FOLDER_SHARED = (
    "{path} holds other files too, and other accounts may see their names; the files of the store"
    " are private all the same."
)
ODD = "Move it away."
LEFTOVERS = "A program that was ended in the middle left these behind: {names}."
REMOVED = "These will be removed:"
COPIES_FOUND = "These files are copies of your data or its keys that recoverplan didn't make:"
COPIES = (
    "Copies of your data or its keys that recoverplan didn't make, and that open with a key it has"
    " or had: {names}."
)
BACKUPS = (
    "Backups in this folder that open without your passphrase, or with an earlier one: {names}."
)
SYNCED = (
    "This folder looks as if {program} copies it to other machines. Two machines that write at once"
    " damage it: move it elsewhere (--store DIR), and carry it over with recoverplan backup."
)
NOT_SYNCED = "No program that copies folders to other machines was seen."
LOCKED = "A passphrase is needed to open it."
WITHOUT_CODE = "There is no recovery code: recoverplan lock rekey makes one."
DEVICE_KEY = (
    "It opens without a passphrase. That guards against damage, and against a copy of plan.db"
    " alone; not against someone who uses this account. To change that: recoverplan lock set"
)
PAGES = "Every page is as it was written ({count} pages)."
PAGES_DAMAGED = (
    "Damaged: {number} faults in {count} pages. To get out what can still be read: recoverplan"
    " doctor --salvage FILE"
)
SCHEMA = "The store is of this version (schema {version}), with {records}."
CLOCK = "The clock says {now} UTC."
CLOCK_BEHIND = (
    "The clock says {now} UTC, which is before the last change that was made here. Set the clock,"
    " or plans are for the wrong days."
)
ZONE = "Times are for {zone}."
ZONE_UNKNOWN = 'The time zone "{zone}" is not known here. recoverplan setup --timezone ZONE'
NO_PLACE = (
    '{whose} are in "{zone}", which does not say when the clocks change. {which} Then: {tell}'
)
WHOSE_OWN = "Your times"
WHOSE = "The times of {name}"
TELL_OWN = "recoverplan setup --timezone PLACE"
TELL = "recoverplan {noun} edit {id} --zone PLACE"
ZONE_DATA = "Zone data: {version}."
ZONE_DATA_TWO = (
    "Two versions of zone data: the system's, {system}, is used; {shipped} came with the program."
    " Where they differ, some hours may be off by one: update the system."
)
CARD = "The emergency card says what the store says, and knows who is free through {day}."
CARD_ENDS = (
    "The emergency card knows who is free through {day} only. To renew it: recoverplan doctor --fix"
)
CARD_RENEWED = "The emergency card knew who is free through {day} only, now through {renewed}."
CARD_BEHIND = "The emergency card does not say what the store says."
REMINDERS = "Reminders are on, and something calls them."
REMINDERS_BEHIND = "Your reminders do not say what the store says."
CARD_FULL = (
    "The emergency card has room for {shown} of your {people} people, the first on your list. To"
    " put somebody first: recoverplan contact edit NAME --order 1"
)
PUBLISHED = "What you publish says what your plan says."
PUBLISHED_BEHIND = "What you publish in {path} does not say what your plan says."
NUMBERS = "The help lines were looked up on {day}."
NUMBERS_OLD = "The help lines were looked up on {day}: look for a newer version of recoverplan."
RESTORE = "A backup is here: recoverplan restore {path}"
SALVAGE = "To get out what can still be read: recoverplan doctor --salvage FILE"
FIXED = "Fixed."
ALL_WELL = "Everything is in order."
NOTES = "Everything works; see the notes."
TO_FIX = "To fix what can be fixed: recoverplan doctor --fix"
SALVAGED = "{rows} came out of {path}:"
SALVAGE_LOST = "At least {lost} could not be read."
SALVAGE_UNSURE = "Of these nobody can say how many there were, and some may be missing: {nouns}."
SALVAGE_NOUNS = {
    "steps": "plan steps",
    "risks": "hard hours",
    "supports": "support",
    "outcomes": "evenings looked back at",
    "sources": "meeting lists",
    "listings": "meetings of lists",
}
SALVAGE_STOOD_IN = "{number} that were lost stand in by their number, to keep their meetings."
SALVAGE_NEXT = "To go on with it in a new place: recoverplan --store DIR import {path}"
SALVAGE_NONE = (
    "Nothing can be read: the start of the file is damaged, or every page, or the keys are older."
)
SALVAGE_NONE_HINT = "recoverplan doctor names the newest backup that it finds."
STATES = {"ok": "ok", "note": "note", "wrong": "WRONG"}
UNKNOWN_VERSION = "of an unknown version"

# What is said of what was typed, and once it is kept.
SALVAGE_ALONE = "--salvage goes alone."
LIKE_SALVAGE = "Like recoverplan doctor --salvage out.json"
