"""What is said around backups, the lock, erasing, and what could be lost with them."""

from recoverplan.words.question import Question

BACKUP_DONE = "Backed up {records} to {path}, and read it back to be sure."
BACKUP_OPENS = "It opens with your passphrase, or the recovery code."
BACKUP_OPENS_OWN = "It opens with the passphrase you just gave. Without that, nobody can read it."
BACKUP_PLAIN = "Its key is in it: anyone who gets this file can read it."
BACKUP_HISTORY = (
    "What you changed or removed before is in it too, so that undo works. Without that: recoverplan"
    " backup --no-history"
)
BACKUP_ASKS = (
    "A backup gets a passphrase of its own, so that a lost USB stick or a synced folder tells"
    " nobody anything. If you forget it, nobody can replace it."
)
BACKUP_QUESTION = "Passphrase for the backup: "
BACKUP_NEEDS = "A backup needs a passphrase."
BACKUP_NEEDS_HINT = (
    "Pass it with --passphrase-fd N, or say --plain-key: then anyone who gets the file can read it."
)
BACKUP_HAS_ONE = "Your data is locked: the backup opens with the same passphrase."
NOTHING_TO_BACK_UP = "There is nothing to back up yet."

RESTORE_OVER = "This replaces what you have now ({records}) with the backup."
RESTORE_OVER_DAMAGED = "What you have now is damaged. This replaces it with the backup."
RESTORE_ASK = Question(
    "Restore it?",
    "What is here now is replaced by what is in the backup.",
)
RESTORE_NEEDS_YES = "Restoring over what is there asks first, and there is no terminal to ask on."
RESTORED = "Restored {records} from {path}."
RESTORED_STANDS = "It is restored."
RESTORED_NOT_CONFIRMED = "It is restored, but the disk did not confirm it."
RESTORED_OLD_CARD = "Restored, but the emergency card still shows the old version."
RESTORE_RACED = "Another program has put something else here in the meantime. Nothing was changed."
RESTORE_RACED_HINT = "Look at it with recoverplan doctor, then try again."
KEPT_BEFORE = "What was there before is saved: {path}"
NAME_BACKUP = "Name the file that recoverplan backup wrote."
OPENS_WITHOUT = "It opens without a passphrase on this computer. To set one: recoverplan lock set"
OPENS_WITH = "It opens with the passphrase it was locked with."
OPENS_AS_BEFORE = "It opens as your data did before."
NO_BACKUP = "{path} is not a whole backup of recoverplan."
NO_BACKUP_HINT = (
    "Nothing was changed. If it was packed in another way, unpack it and restore the folder:"
    " recoverplan restore FOLDER"
)
UNPACK_FIRST = (
    "Nothing was changed. This zip has a password of its own, or is packed in a way we can't read."
    " Unpack it with the program that made it, then: recoverplan restore FOLDER"
)
ZIP_IN_ZIP = (
    "Nothing was changed. There is another zip in it, {name}. Unpack the outer one, then restore"
    " that."
)
ZIP_HERE = "Nothing was changed. A zip is in it. To restore that: recoverplan restore {name}"
SEVERAL_BACKUPS = (
    "Nothing was changed. There are several in it. Unpack it, then restore one folder."
)
SEVERAL_FOLDERS = "Nothing was changed. There are several in it. Name one of them: {names}"
RESTORE_ITSELF = "Your data is in {path} now, so there is nothing to bring back from it."
RESTORE_ITSELF_HINT = "Name a backup, or a folder you unpacked one into."
STANDARD_INPUT = "standard input"

LOCK_WHAT = (
    "With a passphrase, people who use this account or copy the folder can't read what you"
    " entered. recoverplan asks for it with every command except now, which always answers."
)
LOCK_SET_ALREADY = "A passphrase is set already."
LOCK_SET_ALREADY_HINT = (
    "To change it: recoverplan lock change. To remove it: recoverplan lock remove."
)
LOCK_NOT_SET = "No passphrase is set."
LOCK_NOT_SET_HINT = "Set one with: recoverplan lock set"
CODE_WHAT = (
    "This recovery code opens your data if the passphrase is forgotten. Write it on paper and keep"
    " it with your important papers. It is shown this once:"
)
CODE_BACK = Question(
    "Type it back, from the paper (Enter stops here):",
    "Typing it once shows that the paper is right.",
)
CODE_NOT_SAME = "That is not the code. Check the paper, and type it again."
CARD_WHAT = (
    "recoverplan now answers without the passphrase. For that it reads the emergency card, a text"
    " file. While a passphrase is set, this could stay in it:"
)
CARD_WHO = (
    "Anyone using this account can read this. Without it, now still has the emergency number and"
    " the help lines of your region and of your trips, and none of your people and steps."
)
CARD_ASK = Question(
    "Keep your people and steps readable there?",
    "Yes: now shows your people when it is locked. No: it shows help lines only.",
)
CARD_NEEDS_YES = "This asks whether all of it may be readable, and there is no terminal to ask on."
CARD_KEYS = " (y/N/all)"
CARD_ALL = ("all", "show", "everything", "a")
CARD_HOLDS = {
    "person": "Your people, with their numbers and hours",
    "step": "Your steps",
    "hours": "Your hard hours",
    "own": "What you do then",
    "group": "Your groups, with where and when",
    "reason": "Your reasons",
}
CARD_NAMES = (
    "The emergency card shows your people and steps: anyone using this account can read it."
)
CARD_REGION = (
    "The emergency card shows the numbers of your region and of your trips, and nobody's name."
)
CARD_NONE = "There is no emergency card that can be read: recoverplan doctor --fix"
CARD_CHOICES = ("names", "region")
CONSENT_WHAT = (
    "If the passphrase and the recovery code are both lost, everything is gone: nobody can open it"
    " again, and there is no other way in."
)
COPIES_KEPT = (
    "These older copies are written again under the new key, or removed where they're damaged:"
)
COPIES_STRAY = (
    "These files are copies of your data or its keys that recoverplan didn't make. They open with"
    " the old key:"
)
COPIES_ASK = Question(
    "Remove them?",
    "They open with an old key. Say no to keep them.",
)
COPIES_LEFT = "They were left where they are. Remove them yourself, or say --yes next time."
COPIES_BACKUPS = (
    "These backups in the same folder open with what opened your data before, or with nothing at"
    " all:"
)
COPIES_GONE = "Removed, because they were damaged:"
COPIES_UNOPENED = (
    "These were left as they are. They open with another passphrase, or aren't plain files:"
)
COPIES_STAY = "These could not be removed:"
CONSENT = "no other way in"
CONSENT_ASK = Question(
    'Type "no other way in" to set the passphrase (Enter stops here):',
    "Nobody can open your data without the passphrase or the code, and we can't either.",
)
CONSENT_NOT_SAME = 'Type the four words "no other way in", or press Enter to stop.'
LOCK_DONE = "The passphrase is set. From now on recoverplan asks for it."
LOCK_CODE_LINE = "Recovery code: {code}"
LOCK_BACKUPS = (
    "This can't reach what is somewhere else: backups, copies of this folder, what a program that"
    " syncs or the system kept. Those still open the way they did before. Make a new backup with"
    " recoverplan backup, and remove the old ones."
)
LOCK_CHANGED = (
    "The passphrase is changed, and there is a new recovery code. The old passphrase and the old"
    " code don't open anything here."
)
LOCK_REKEYED = (
    "Everything has a new key and a new recovery code. The old code doesn't open anything here."
)
CARD_NOT_IN_STEP = "That is done, but the emergency card still shows the old version."
REMOVE_WHAT = "Without a passphrase, whoever uses this account can read what you entered."
REMOVE_ASK = Question(
    "Remove the passphrase?",
    "Say no to keep the passphrase.",
)
REMOVE_NEEDS_YES = "Removing the passphrase asks first, and there is no terminal to ask on."
LOCK_REMOVED = "The passphrase is gone. Whoever uses this account can read your data."
LOCK_NEEDS_YES = "Setting a passphrase asks for your consent, and there is no terminal to ask on."
LOCK_NEEDS_YES_HINT = (
    "Add --yes: it says that you know everything is gone if passphrase and code are both lost."
)
LOCK_SAYS_SET = "A passphrase is set."
WITH_CODE = "A recovery code opens it too."
LOCK_SAYS_NONE = "No passphrase is set: whoever uses this account can read your data."
LOCK_UNFINISHED = (
    "A change of the key was cut short. The next command that opens your data fixes it."
)
SLOTS = {
    "passphrase": "The part of keys.json that takes the passphrase is damaged.",
    "recovery": "The part of keys.json that takes the recovery code is damaged.",
    "device": "The part of keys.json that opens your data without a passphrase is damaged.",
    "": "A part of keys.json is damaged.",
}
SLOTS_NEW = "A new passphrase part and a new code: recoverplan lock rekey"
SLOTS_UNEVEN = (
    "keys.json and its second copy, keys-copy.json, don't match. The newer one that is whole"
    " counts. The next command that opens your data writes the other one again."
)


# What is said around `recoverplan erase`: before, and what it cannot reach.

WORD = "erase"
BEFORE = "This deletes everything saved in {home}: the keys first, then the rest."
FILES = "These files will be removed:"
LINKED_STAY = (
    "These have another name somewhere else too (a hard link). It stays, and what is in it:"
)
BEFORE_HISTORY = "This forgets every earlier change: you can't undo them after this."
OLDER = "These older copies hold earlier values too, and will be removed:"
HISTORY_DONE = "The history of changes is gone. What you have entered is still here."
OLDER_STAY = "These older copies could not be removed: {names}."
OLDER_BY_HAND = "They still hold earlier values. Remove them by hand."
OLDER_GONE = "The older copies are gone too."
HISTORY_CANNOT_REACH = (
    "Backups that you made before still hold the earlier values. Make a new one with: recoverplan"
    " backup --no-history, and remove the old ones."
)
STRAYS = (
    "These are copies of your data or its keys that recoverplan didn't make. Maybe a program that"
    " syncs did:"
)
STRAYS_ASK = Question(
    "Remove them too?",
    "They hold your data too. Say no to keep them.",
)
STRAYS_LEFT = "They were left where they are."
SUSPICION = (
    "If someone is watching or controlling what you do, deleting things all at once can make them"
    " suspicious. You could talk it over first: recoverplan lines --kind domestic-violence"
)
NO_WAY_BACK = "You can't undo this."
ASK = Question(
    'Type "erase" to go on, Enter to keep everything:',
    "Nothing is removed before you type the whole word.",
)
KEPT = "Nothing was removed."
REMOVING = "Say no to keep it. What was removed comes back with recoverplan undo."
NOTHING = "There is nothing in {home}."
DONE = "Erased: {number} files are gone from {home}."
OTHERS = "Other files are in that folder and were left alone: {names}."
STILL_CALLED = "Something may still check for reminders every five minutes. It finds none."
CANNOT_REACH = (
    "This can't reach copies in other places: backups, synced folders, files you exported, cards"
    " you printed or saved, the history of your shell."
)

# What is said of what was typed, and once it is kept.
REMOVING_ASKS = "Removing asks first, and there is no terminal to ask on."
SAY_WHAT_IT_SHOWS = "Say what the card may show."
LIKE_CARD = "Like recoverplan lock card region"
LEAVE_PLAIN_KEY = "Leave --plain-key out."
ERASING_ASKS = "Erasing asks first, and there is no terminal to ask on."
NOT_THERE = "{file} is not there."
FD_NO_TEXT = "--passphrase-fd {number}: this is not text."
FD_LINES = "Each passphrase that is needed is a line of its own."
FD_ENDED = "--passphrase-fd {number} has no line left for a passphrase."
FD_LIKE = "Like recoverplan --passphrase-fd 3 plan 3< FILE"
FD_CLOSED = "--passphrase-fd {number}: nothing can be read there."
WITH_FD = "Pass it with --passphrase-fd N."
NEEDS_NEW = "This needs a new passphrase."
TOO_SHORT = "A passphrase takes at least {least} characters: a few words in a row are good."
SPACES_ALONE = "A passphrase takes more than spaces: a few words in a row are good."
NO_MATCH = "They don't match. Please try again."
TYPE_AGAIN = "Type it again: "
BEHIND = ", behind the passphrase"
NOTE = """This is a backup made by recoverplan. To bring it back:

    recoverplan restore FILE

plan.db is encrypted; keys.json holds its key{behind}. Keep this where you keep what is private.
"""
ROWS_OF_TIMES = "and {count} rows of times that belong to these"
