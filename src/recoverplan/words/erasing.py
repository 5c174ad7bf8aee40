"""What is said around `recoverplan erase`: before, and what it cannot reach."""

from recoverplan.words.question import Question

WORD = "erase"
BEFORE = "This deletes everything saved in {home}: the keys first, then the rest."
FILES = "These files will be removed:"
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
