"""What is said of something in the store that this program did not put there."""

WHAT = {
    "added": 'the {kind} "{name}"{on}',
    "changed": 'the {kind} "{name}"{on} is not as it was made',
    "gone": 'the {kind} "{name}"{on} is missing',
}
FOUND = "Your data in {home} holds something that recoverplan did not put there: {names}."
IN_BACKUP = "This backup holds something that recoverplan did not put there: {names}."
MORE = "and {number} more"
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
