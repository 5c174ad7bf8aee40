"""What is said about a phone number: one that is none, and one that can't be dialed from a page."""

from recoverplan.words.question import Question

NOT_A_NUMBER = '{option} takes a phone number, not "{text}".'
WRITE_IT = "Write it as you would dial it, for example 555-0114 or +1 555 0114."
ALONE = "Type the number alone: {number}."
KEEP_WORDS = "To keep words as another way to reach them: --other {text}"
AS_OTHER = Question(
    '"{text}" is not a phone number. Keep it as another way to reach them?',
    "Say yes to keep your words. Say no to type the number again.",
)

NO_COUNTRY = (
    "A page can't dial {numbers} until it knows your country. For the US: recoverplan setup"
    " --region US"
)
CANT_TELL = (
    "We can't tell what to dial for {number}, so pages show it without a link. To correct it:"
    " recoverplan contact edit {id} --{way} NUMBER"
)
CANT_TELL_MANY = (
    "We can't tell what to dial for the numbers of {names}, so pages show them without a link. To"
    " correct one: recoverplan contact edit NAME --call NUMBER"
)
