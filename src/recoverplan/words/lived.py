"""Words about the week as it is lived: going, reaching, agreeing, giving, preparing, treatment.

Nothing here counts, and nothing is missed or late: what passed is asked about for a week, then it
is gone.
"""

from recoverplan.words.question import Question
from recoverplan.words.questions import NUMBER_WHY

# Going to a meeting.
WITH_WHOM = Question(
    "Who could come along? A name on your list, or Enter for nobody.",
    "Going is easier with someone. Nobody is asked from here.",
)
GOAL_QUESTION = Question(
    "One small aim for it? Your own words are fine too.",
    "One small thing is enough. Just listening is fine.",
)
GOALS = (
    "just listen",
    "say my name",
    "say I'm struggling today",
    "say hello to one person at the door",
    "get one number",
)
LEAVE_QUESTION = Question(
    "When do you leave for it? Like 6:30pm, or Enter for later.",
    "Your plan then shows when to leave.",
)
PLANNED = "You're going: {said}."
PLAN_CHANGED = "Changed. You're going: {said}."
PLAN_REMOVED = "No longer planned: {said}."
REMOVE_PLAN = "Take this off your plan: {said}?"
NO_GOINGS = ("No meeting is planned yet.", 'Plan one: recoverplan meeting plan "Tuesday Lifeline"')
GOINGS = "Where you're going"
WITH = "with {name}"
LEAVE = "leave {time}"
LEAVE_FOR = "leave for {group} ({time}{place})"
ASK_THEM_ALONG = "A text that asks {name} to come: recoverplan contact ask {id} --to {group}"
COME_ALONG = "Would you come with me on {day}?"
COME_ALONG_TODAY = "Would you come with me today?"
IT_IS = "It's {group}, at {time}."
COME_ALONG_AT_ALL = "Would you come with me to {group}?"
LOG_COMMAND = "recoverplan meeting log"
ANOTHER_DAY = "Or another day:"
MOVE_COMMAND = "recoverplan meeting plan --edit {id} --at next"
WENT_OR_MOVE = Question(
    "You were going to {group}, {when}.",
    "If you didn't go, it can move to the next meeting.",
)
WENT = "write down how it was"
MOVE = "another day: {when}"
NO_NEXT = "{group} has no next meeting that is known."
SAY_WHEN = 'Say when: recoverplan meeting plan {id} --at "tue 7pm"'
IS_OVER = '"{typed}" is over.'
TYPE_WHEN = 'Type when it is, like "tue 7pm", "tomorrow 7pm" or "2026-12-01 19:00".'
LEAVE_BEFORE = "You can't leave for it at {typed}: it begins at {time}."
LEAVE_HINT = 'Type a time before that, like "--leave 6:30pm".'
PLANNED_ALREADY = "You're going to that one already, as number {id}."
CHANGE_PLAN = "To change it: recoverplan meeting plan --edit {id}"

# Reaching people.
TALKED = "Written down: {said}."
NO_TALKS = ("No talk is written down yet.", "Write one down: recoverplan contact log Sam")
TALKS = "Who you talked with"
TALKED_WITH: dict[str | None, str] = {"call": "talked with {name}", "text": "texted with {name}"}
TALKED_WITH |= {"in-person": "met {name}", None: "talked with {name}"}
THEY_DID: dict[str | None, str] = {"call": "{name} called you", "text": "{name} texted you"}
THEY_DID |= {"in-person": "{name} came to see you", None: "{name} called you"}
NO_ANSWER = "{name} did not answer"
DONE = "done, {time}"
DONE_PLAINLY = "Done, {time}: you talked with {name}."
YOU_TALKED = "You talked with {name}"
LAST_TALK = "You last talked"
WAS_THERE = "There this week"
SILENT_ON = "{name} did not answer on {count} {weekday}s. Another time for {name}?"
SILENT = "{name} did not answer {count} times at that hour. Another time for {name}?"
OTHER_TIME = "recoverplan contact edit {id} --when PHRASE"
COUNTS = {3: "three", 4: "four"}

# Someone will notice.
AGREED = "Noted: {said}."
AGREEMENT = "if {condition}, {name} will {action}"
TEXT_TO_AGREE = 'A text you could send: "If {condition}, could you {action}? It\'s OK to say no."'
SENDS_NOTHING = "This program contacts nobody. Send it yourself, or say it."
NO_AGREEMENTS = (
    "Nothing is agreed yet.",
    'Like recoverplan contact agree Sam --if "I miss two Tuesdays" --then "ask me how I am"',
)
AGREEMENTS = "What was agreed"
WHO_AGREES = "Say who it is that will notice."
BOTH_NEEDED = "Say both: what happens, and what they do then."
BOTH_EXAMPLE = 'Like --if "I miss two Tuesdays" --then "ask me how I am".'

# Giving back.
GIVES = "What you do for others"
NO_GIVES = (
    "Nothing here yet. A small thing counts: the chairs, the coffee, one text.",
    'For example: recoverplan give add "Make the coffee" --for "Tuesday Lifeline"',
)
GIVE_FOR = "for {name}"
EVERY_DAY = "every day"
ALSO_ON = "also {days}"

# Preparing.
BEFORE_DAY = "Before {label} on {day}: {text} ({when})"
BEFORE = "Before {label}: {text}"
PREPARED = "Done: {text}, before {label}."
PREPARED_ALREADY = "Everything before the next {label} is done."
NOTHING_TO_PREPARE = "There is nothing to prepare before {label}."
HOW_TO_PREPARE = 'Add something: recoverplan risk edit {id} --prepare "1 day: card to Dana"'
NO_NEXT_HOURS = "{label} doesn't come again."
PREPARE_SHAPE = '--prepare takes a time before and what to do, not "{typed}".'
PREPARE_EXAMPLE = 'Like --prepare "1 day: card to Dana" or --prepare "3 hours: shopping list".'
NUMBER_OF = "Only {count} left to prepare, so there is no number {number}."
WHAT_TO_PREPARE = Question(
    "Anything to prepare before it?",
    "It shows in your plan the day before. Your own words work too.",
)
COULD_PREPARE = 'To prepare for it: recoverplan risk edit {id} --prepare "{first}". Or: {more}.'

# Treatment.
TREATMENTS = "Treatment"
NO_TREATMENTS = (
    "No treatment is written down yet.",
    'For example: recoverplan treatment add Clinic --when "sat 10am"',
)
MEDICINE = "medicine"
SKIPPED_DAY = (
    "If you skipped a day, ask your prescriber or a pharmacist before the next dose. Taking"
    " prescribed medicine is part of recovery."
)

# Trips.
TRIPS = "Trips"
NO_TRIPS = (
    "No trip is written down yet.",
    "For example: recoverplan trip add Tokyo --from 2026-12-01 --until 2026-12-05",
)
TRIP_KEPT = "{did}: {place}, {days}. Times there are those of {zone}."
THERE_NUMBERS = "On those days you see the emergency number and help lines of {region}."
HOME_NUMBERS = (
    "We don't know which country's emergency number to show there. To set it: recoverplan trip"
    " edit {id}"
    " --region JP"
)
TRIP_COVERS = (
    "Your usual in-person meetings don't count on those days. Online meetings do, and groups"
    " that you add for"
    ' the trip: recoverplan group add NAME --trip "{place}" --when PHRASE'
)
ON_A_TRIP = "You are in {place} until {day}, on {zone} time."
A_TRIP_COMES = "You are in {place} from {first} to {until}, on {zone} time."
TRIPS_OVERLAP = "On {day} you are in {place} already."
MOVE_TRIP = "To change that trip: recoverplan trip edit {id} --from DATE --until DATE"
UNTIL_BEFORE = "A trip ends on the day it begins or later, not before: {first} to {until}."
WHICH_ZONE = Question(
    "Which time zone is {place} in?",
    "On the trip your plan follows the clock there.",
)
SAY_ZONE = "Say it with --timezone: a town will do, like --timezone Tokyo."

# The front door.
NEXT_THING = {
    "hours": "One hard time is enough to begin: a plan starts from there.",
    "person": "Next, one person you could call. One is enough to begin.",
    "meeting": "You could plan one meeting: when you go, and who comes along.",
    "gap": "Some hard hours have nobody yet. One more person or meeting could be there.",
    "week": "You have people and a plan. A look at the week ahead is enough for today.",
}
PLAN_ONE = ("Which meeting could be next?", "recoverplan meeting plan {id}")
WHO_ELSE = "Who else might be there?"
NOBODY = "Nobody yet."
UNTIL = "{label} until {end}."
NOBODY_AFTER = "After {time} nobody yet."

# Chats.
CHAT_ADDED = "Added {name}. It is on your list, and in now and your plan."
CHAT_COVERS = (
    "It covers only hours that people there agreed to. Say them: recoverplan group edit {id} --when"
    " PHRASE"
)
NO_TRIES_THERE = "{name} is a chat: no meetings are counted there."

# Said when something is typed that will not do, and what the history calls each change.
SEE_NUMBERS = "See the numbers: recoverplan {command} --list"
NO_NUMBER = 'Nothing there has the number "{number}".'
NOT_BOTH = "Say either {one} or {other}, not both."
ON_FAMILY_PAGE = "On the family page"
CHANGED = "Changed: {said}."
REMOVED = "Removed: {said}."
REMOVE_THIS = "Remove this: {said}?"
WHAT_TO_CHANGE = "Say what to change."
OPTIONS = "Options: {names}."
DID_AGREE = "{did} what {name} agreed to"
DID_TALK = "{did} a talk with {name}"
DID_GOING = "{did} a plan to go to {name}"
WHO_WAS_IT = "Say who it was."
LIKE_LOG = "For example: recoverplan contact log Sam"
SAY_WHAT_YOU_DO = "Say what you do."
GOAL_PROMPT = "Number, or your words:"
EDIT_BY_NUMBER = "--edit takes the number of what is planned, and no group beside it."
BEGAN_PAUSE, ENDED_PAUSE = "paused", "ended the pause of"
ON_AGAIN = "{label} is on again."
HAS_A_TIME = "Treatment needs a time."
SAY_WHEN_IT_IS = "Say when {label} is."
SAY_WHAT_IT_IS = "Say what you call it."
REMOVED_TRIP = "Removed the trip to {name}."
REMOVE_TRIP = "Remove the trip to {name}?"
WHERE_TO = "Say where you go."
LIKE_DAYS = "Like --from 2026-12-01 --until 2026-12-05"
WHICH_DAYS = "Say from which day to which."
SENT_NOTHING = "Nothing was sent from here."

# The question of the review, once a month; what was answered is shown in these words.
LESS_ALONE = "Less alone than a month ago"
ALONE = {"yes": "yes", "no": "no", "same": "the same"}
ALONE_KEYS = {"y": "yes", "n": "no", "t": "the same"}
ASK_ALONE = Question(
    "Do you feel less alone than a month ago?",
    "It is asked once a month. Any answer is fine.",
)

# What is asked on a terminal where something is added without saying what.
GIVE_WHAT = Question(
    "What do you do for others?",
    "The chairs, the coffee, a call to someone. Your week then shows it.",
)
TIME_WHY = "The day and the time. One hour is taken if you say no end."
GIVE_WHEN = Question("When is it (tue 6:30pm; Enter: at no fixed time)?", TIME_WHY)
GIVE_WHOM = Question(
    "Who is it for? A person or a group on your lists, or Enter.",
    "Your week then shows who counts on it.",
)
GIVE_TO = "person or group"
TREATMENT_WHAT = Question(
    "What do you call it, like clinic or day program?",
    "A name for it, so that your week can show it. Please enter no doses.",
)
TREATMENT_WHEN = Question("When is it (sat 10am, daily 8am)?", TIME_WHY)
TREATMENT_KIND = Question(
    "What kind is it?",
    "Medicine is shown with whom to ask about a day you skipped.",
)
TREATMENT_KINDS = {
    "appointment": "an appointment",
    "programme": "a program",
    "medicine": "medicine",
}
TREATMENT_WHERE = Question(
    "Where is it?",
    "A place or a link. Your week then shows it.",
)
TREATMENT_CALL = Question(
    "The number to call there?",
    NUMBER_WHY,
)
TRIP_WHERE = Question(
    "Where do you go? A town will do.",
    "Your plan follows the clock there, and shows the help lines of that country.",
)
TRIP_FROM = Question(
    "What is your first day there, like 1 dec?",
    "From this day on your plan follows the clock there.",
)
TRIP_UNTIL = Question(
    "What is your last day there?",
    "After this day your plan follows the clock at home again.",
)
TALK_WHO = Question(
    "Who was it?",
    "A number of the list, or a name. It is for your own eyes.",
)
TALK_HOW = Question(
    "How was it?",
    "A call, a text, or in person. It is for your own eyes.",
)
TALK_HOWS = {"call": "a call", "text": "a text", "in-person": "in person"}
TALK_ANSWER = Question(
    "Did they answer? (y/n)",
    "No answer is worth noting too. Your plan then asks someone else first.",
)
TALK_WHEN = Question(
    "When was it? [now]",
    "A guess is fine, like an hour ago or yesterday 7pm.",
)

# What is said of what was typed, and once it is kept.
SEE_LIST = "See the numbers: recoverplan {noun} list"
NONE_LOGGED = "No {noun} is logged."
NONE_NUMBERED = 'No {noun} has the number "{number}".'
