"""What is said where somebody else could change the files of the store."""

OF_ANOTHER = "{path} belongs to another account, {owner}, which could change what is in it."
LINK_OF_ANOTHER = "{path} is a link of another account, {owner}, which could lead it elsewhere."
NAME_ITSELF = "Name the folder itself: --store {command}"
OPEN_TO_ALL = "Every account of this computer may write in {path}, and could change what is in it."
PLANTED = "{path} was put there by another account."
NOT_CHANGED = " Nothing was changed."
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
