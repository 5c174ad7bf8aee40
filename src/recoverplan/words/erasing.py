"""What is said around `recoverplan erase`: before, and what it cannot reach."""

WORD = "erase"
BEFORE = "This removes everything that is kept in {home}: the keys first, then the rest."
BEFORE_HISTORY = "This forgets every earlier change: undo can take back none of them any more."
HISTORY_DONE = "The history of changes is gone. What you have entered is still here."
NO_WAY_BACK = "There is no way back."
ASK = 'Type "erase" to go on, Enter to keep everything:'
KEPT = "Nothing was removed."
NOTHING = "Nothing is kept in {home}."
DONE = "Erased: {number} files are gone from {home}."
OTHERS = "Other files are in that folder and were left alone: {names}."
STILL_CALLED = "Something may still look for reminders every five minutes, and finds none."
CANNOT_REACH = (
    "This cannot reach copies made elsewhere: backups, synced folders, files you exported, cards"
    " you printed or saved, the history of your shell."
)
