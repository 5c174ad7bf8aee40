"""What is said of help lines, wherever one is named, and the list of all of them."""

COST = "It costs: {cost}."
COST_AS = "It costs the same {cost}."  # "as a normal call"
FREE = "It is {cost}."  # "free", "free from a landline"
COST_NOT_KNOWN = "We don't know what it costs."
PRESS = "Press {digit} for {language}."
ALSO_IN = "Also in {languages}."
SPOKEN = "Languages: {languages}."
WHO = "Who can use it: {who}."
OTHER_NUMBERS = "It also has: {numbers}."
ONLINE = "Online: {chat}."
EMAIL = "Email: {email}."
ACCESS = "If you are deaf or hard of hearing: {access}."
THEIR_CLOCK = "Its hours are {zone} time."
SOURCE = "Source: {source}, looked up {date}."
COPY_OF = "a copy of {site}"
YOURS = "You added this line."

CALL = "call {number}"
CALL_NAMED = "call {name} on {number}"
TEXT_NAMED = "text {number} ({name})"

# The list.
EMERGENCY = "Emergency number: {number}."
NO_NUMBER = "We have no emergency number for this country. Find the local one now."
POLICE = "Police: {number}."
TITLES = {
    "crisis": "When it is too much",
    "using-alone": "If you use alone",
    "drug-alcohol": "Alcohol and drugs",
    "gambling": "Gambling",
    "sexual-assault": "Sexual assault",
    "domestic-violence": "Violence at home",
    "family": "For family and friends",
    "youth": "For young people",
    "referral": "To find treatment and groups",
    "own": "Lines you added",
}
TEXT_TITLE = "Without speaking"
NO_REGION = (
    "The numbers depend on your country. Try: recoverplan lines --region US, with your own two"
    " letters. To keep it: recoverplan setup --region US"
)
PARTS = "There are more lines for {parts}. For example: recoverplan lines --region {code}"
IN_PART = "{purpose}, in {part}"
MORE_IN_PARTS = (
    "There are more lines for {names}. For {name}: recoverplan lines --kind {kind} --region {code}"
)
NONE = "We have no help line for {region}. A doctor or clinic near you can say who helps."
NONE_OF_YOURS = "You have added no line yet."
NONE_OF_KIND = "We have no line of this kind for {region}. To see all: {all}"
NEAREST = "The nearest we know:"  # in the place of a line for young people
ADD = "To add a line you know: recoverplan contact add NAME --role line --call NUMBER"
