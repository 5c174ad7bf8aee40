"""What is said around backups, the lock and what could be lost with them."""

BACKUP_DONE = "Backed up {records} records to {path}, and read it back to be sure."
BACKUP_OPENS = "It opens with your passphrase, or the recovery code."
BACKUP_OPENS_OWN = "It opens with the passphrase you just gave. Without that, nobody can read it."
BACKUP_PLAIN = "Its key lies in it: anyone who gets this file can read it."
BACKUP_ASKS = (
    "A backup gets a passphrase of its own, so that a lost stick or a synced folder tells nobody"
    " anything. A forgotten one cannot be replaced."
)
BACKUP_QUESTION = "Passphrase for the backup: "
BACKUP_NEEDS = "A backup needs a passphrase."
BACKUP_NEEDS_HINT = (
    "Pass it with --passphrase-fd N, or say --plain-key: then anyone who gets the file can read it."
)
BACKUP_HAS_ONE = "Your data is locked: the backup opens with the same passphrase."
NOTHING_TO_BACK_UP = "There is nothing to back up yet."

RESTORE_OVER = "This puts the backup in the place of what is kept now ({records} records)."
RESTORE_OVER_DAMAGED = "What is kept now is damaged. This puts the backup in its place."
RESTORE_KEEPS = "What is kept now stays beside it, as a backup: {path}"
RESTORE_ASK = "Restore it?"
RESTORE_NEEDS_YES = "Restoring over what is there asks first, and there is no terminal to ask on."
RESTORE_KEPT = "Nothing was changed."
RESTORED = "Restored {records} records from {path}."
KEPT_BEFORE = "What was there before is kept: {path}"
OPENS_WITHOUT = "It opens without a passphrase on this computer. To set one: recoverplan lock set"
OPENS_WITH = "It opens with the passphrase it was locked with."
OPENS_AS_BEFORE = "It opens as your data did before."
NO_BACKUP = "{path} is not a whole backup of recoverplan."
NO_BACKUP_HINT = "Nothing was changed. Make one with: recoverplan backup"
