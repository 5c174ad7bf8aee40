"""What the man pages say beside the help of each command."""

HELP = "What there is, and what it takes."

SECTIONS = (
    (
        "ENVIRONMENT",
        (
            ("RECOVERPLAN_HOME", "The folder that your data is in. --store DIR wins over it."),
            ("NO_COLOR", "If it is set, there are no colors."),
            (
                "FORCE_COLOR",
                "If it is set, a pipe gets the screen with its colors, as with --color always.",
            ),
            ("PAGER", "If it is set, what shows an answer that is longer than the screen."),
            ("COLUMNS", "How wide the screen is, if the terminal doesn't say."),
            ("TZ", "Your time zone, if setup didn't ask."),
        ),
    ),
    (
        "EXIT STATUS",
        (
            ("0", "Done."),
            ("1", "It could not be done."),
            ("2", "Something is wrong with what was typed."),
            ("3", "There is no such thing."),
            ("4", "Your data is locked, or the passphrase is wrong."),
            ("5", "Your data is damaged."),
            ("6", "Your data was written by a newer version."),
            ("7", "Done, but the disk did not confirm it."),
            ("130", "You interrupted it."),
        ),
    ),
)
