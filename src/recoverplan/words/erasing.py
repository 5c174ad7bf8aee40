"""What erasing cannot reach, said before and after it."""

OUT_OF_REACH = (
    "Backups and exports you made, wherever you put them.",
    "Cards and pages you printed, saved or sent.",
    "Copies that a syncing folder or a backup of this computer has taken.",
    "What you typed, where your shell keeps a history.",
)
