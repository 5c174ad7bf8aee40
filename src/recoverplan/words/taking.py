"""What is said when people come out of a phone's file."""

from recoverplan.words.question import Question

FOUND = "People in this file:"
WHOM = Question(
    "Who? Numbers like 1,3-5, or a name, or all; Enter for nobody:",
    "Only the people you name here are taken from the file.",
)
ROLE_OF = Question(
    "{name}: who are they to you?",
    "A number or a word. It decides when your plan asks them for a check-in.",
)
MORE = "and {count} more; a name works too"
ROW_WAYS = {"call": "call {value}", "text": "text {value}", "both": "call or text {value}"}
KNOWN = "on your list already"
SHARES = "has a number of {name}'s, on your list"
ADDED = "Added {names}."
NOBODY_TAKEN = "Nobody was added."
AS_BEFORE = "{name} is on your list already. Nothing was changed."
OTHERWISE = "In the file {name} has {value} to {way}. To take it: {command}"
TWICE = "{name} is in the file more than once; the first was taken."
PUT_TOGETHER = "{name} is in the file more than once; the cards were put together."
SECOND = "The other card has {ways}. If it's the same person: {command}"
SOMEONE_ELSE = "If it's someone else: {command}"
ALSO = "{name}'s card also has {ways}. To keep that too: {command}"
BY_HAND = "To add someone by hand: recoverplan contact add NAME --role peer --call NUMBER"
SAY_WHEN = (
    "When may each be reached, and how often a week? For instance: recoverplan contact edit {id}"
    ' --when "daily 6-11pm" --per-week 2'
)
SAY_WHOM = "Say who to take."
SAY_WHOM_HINT = "Add --take NAME (or a number of this list, or a range: 1-3), or --all."
NOBODY_USABLE = "Nobody in this file has a name and a way to be reached."
WHO_ARE_THEY = "Say who they are to you."
