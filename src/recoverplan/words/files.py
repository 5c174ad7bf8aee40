"""What is said about files that go to standard output."""

ALONE = "With - a file goes to standard output, so it goes there alone."
ALONE_HINT = "Name a place for each of the others, or make them one at a time."
NOT_TEXT = "A terminal can't show this file."
NOT_TEXT_HINT = "Send it on (- > {example}), or name a file: {example}"
NO_FOLDER = "--csv writes several files, so it needs a folder."
NO_FOLDER_HINT = "Like recoverplan export --csv tables. As one file: --json - or --sqlite -"
STANDARD_OUTPUT = "standard output"
