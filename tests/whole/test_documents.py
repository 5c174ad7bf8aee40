"""Every JSON document has a schema that ships, and real output is what the schema says.

A new document fails here until it has one. To write it: a line for it in `READ` (and what it needs
in `ENTERED`), then `make golden`, which drafts the schema from the real output; then read the diff.
`make golden` adds fields that are new, too; it takes nothing away.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

import schemas
from command_lines import commands
from conftest import MONDAY, Run, running

SOURCE = Path(__file__).parents[2] / "src" / "recoverplan"
NAMED = re.compile(r"recoverplan/[a-z-]+/[0-9]+")
NOUN = re.compile(r'Noun\(\s*table=\w+,\s*word="(\w+)"')
BEFORE = "2026-11-10T10:00"  # hours are looked back at only where they were known then
LIST = [{"slug": "a", "name": "Morning", "day": 2, "time": "19:00", "notes": "Side door",
         "city": "Town", "types": ["O"], "location": "Hall"}]  # fmt: skip
ENTERED = """
setup --name Alex --timezone America/New_York --region US --about drugs
risk add 'Nights alone' --when 'mon-thu 9pm-midnight' --level high --trigger 'quiet apartment' \
  --step shower --if 'I pace' --then 'shoes on'
contact add Sam --role peer --call 555-0114 --text 555-0115 --email sam@example.org \
  --other Signal --prefer call --when 'daily 6-11pm' --per-week 3 --say 'Ten minutes?' --card-name S
contact add Dana --role family --call 555-0136
contact pause Dana --until '30 nov 2026'
risk add Payday --when '20 nov 2026 5pm-11pm' --level low
risk edit Payday --check-in Sam
risk add Sundays --when 'sun 12-5pm'
risk edit Sundays --no-check-in
step add 'Shoes on' --kind alone
group add 'Tuesday Lifeline' --when 'tue 7-8pm' --where "St Luke's hall" \
  --link https://example.org/x --type open --programme AA
group add Online --when 'daily 8pm' --format online
meeting log 'Tuesday Lifeline' --at '17 nov 2026 7pm' --said listened --mood-before 3 \
  --mood-after 5 --contact Robin --fit safety=yes --idea 'Tea first' --note well
meeting log Online --at '18 nov 2026 8pm' --door --unsafe 'They would not let it be'
group decide Online leave --why 'not for me'
meeting plan 'Tuesday Lifeline' --with Sam --goal 'just listen' --leave 6:30pm --note x
meeting plan Online --at 'wed 8pm'
contact log Dana --no-answer --at 'sat 8pm'
contact log Sam --how call --at 'sun 8pm' --note x
contact agree Sam --if 'I miss two Tuesdays' --then 'ask me how I am' --family
give add Coffee --for 'Tuesday Lifeline' --when 'tue 6:30pm'
give add 'Call Robin' --to Dana
treatment add Clinic --when 'sat 10am' --where 'with Dr. Ito' --call 555-0199
treatment add Morning --when 'daily 8am' --kind medicine
trip add Tokyo --from 2026-11-28 --until 2026-12-05
trip add Leeds --from 2027-01-02 --until 2027-01-03 --timezone Europe/London --region ''
treatment pause Morning --until '30 nov 2026'
group add Thread --format chat
group add There --trip Tokyo --when 'thu 7pm'
group add Circle --format chat --link https://example.org/c
risk edit 'Nights alone' --prepare '1 hour: card to Dana'
urge log --strength 8 --trigger 'quiet apartment' --did Tea --after 3 --note late --at 'sun 4:10pm'
urge log
lapse log --at '20 nov 2026 11pm' --trigger payday --note x
reason add 'My kids' --on card --on review --on now
support add Rides --need --kind practical
support add Doctor --have --kind clinical
support add 'A group' --no --kind peer
group import {list} --zone America/New_York --dry-run
group import {list} --zone America/New_York
group try 1001
review --week '16 nov 2026' --went Payday=easier --helped tea --idea walk --helped-someone yes \
  --less-alone yes \
  --question 'How was it?'
contact import {people} --all --role peer
"""
URGES = 40  # all on one afternoon of the week: enough for a suggestion
READ = """
when 'every other fri from 27 nov 2026 5pm-11pm'
when '27 nov 2026 5pm-6pm'
plan
plan --risk 'Nights alone'
plan --gaps
now
now --at '23 nov 2026 10pm'
now --at '27 nov 2026 10am'
plan --from 2027-02-01
card
card --title
care
care --mood yes
lines
lines --kind using-alone --region JP
lines --region AQ
risk map
risk suggest
urge chart
review
review --week '16 nov 2026'
review --month
support
support list
support show 1
step list
step list --ideas
step show 1
history
doctor
lock status
family page
safety
group find
group find 'tue 6-9pm' --near 0,0
group show 1001
group prefer --type women
group prefer --none
group list
group show 1
contact list
contact show Sam
contact ask Sam
meeting list
meeting show 1
meeting plan --list
meeting plan --show 1
contact log --list
contact log --show 1
contact agree --list
contact agree --show 1
give list
give show 1
treatment list
treatment show 1
trip list
trip show 1
urge list
urge show 1
lapse list
lapse show 1
reason list
reason show 1
risk list
risk show 1
export
undo
redo
config
remind status
remind list
publish calendar calendar
publish page week.html
publish status
"""


class Document(NamedTuple):
    """What a command printed: the field that names its schema, and the file of that."""

    line: str
    kind: str
    file: str
    value: Any


# Commands of one noun that write another.
WRITES = {"contact log": "talk", "contact agree": "agreement", "meeting plan": "going"}


def document(line: str, value: Any) -> Document:
    """Return a document; one that names no schema is the record that a command wrote."""
    kind = "format" if str(value.get("format")).startswith("recoverplan/") else "schema"
    named = value.get(kind) if isinstance(value.get(kind), str) else None
    noun = next(
        (noun for verb, noun in WRITES.items() if line.startswith(verb)), line.split(maxsplit=1)[0]
    )
    file = schemas.file_of(named or f"recoverplan/{noun}/1")
    return Document(line, kind if named else "", file, value)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Document]]:
    """Give what every command printed, in a store that has some of everything."""
    folder = tmp_path_factory.mktemp("documents")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOVERPLAN_HOME", str(folder / "home"))
        patch.setenv("RECOVERPLAN_NOW", MONDAY)
        patch.chdir(folder)
        yield list(printed(folder, running(patch)))


def printed(folder: Path, run: Run) -> Iterator[Document]:
    """Enter some of everything, and yield what each command printed as JSON."""
    (folder / "list.json").write_text(json.dumps(LIST), encoding="utf-8")
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Kim\nTEL:555-0150\nEND:VCARD\n"
    (folder / "people.vcf").write_text(card, encoding="utf-8")
    entered = ENTERED.replace("\\\n", "").format(list="list.json", people="people.vcf")
    for line in [*entered.strip().splitlines(), *READ.strip().splitlines()]:
        now = BEFORE if line.startswith("risk add") else MONDAY
        json_too = [] if line.startswith("setup") else ["--json"]
        done = run(*shlex.split(line), *json_too, now=now)
        assert done.code == 0, (line, done.err)
        if done.out.startswith("{"):
            yield document(line, done.json)
    for week in range(1, URGES + 1):
        at = f"--at=2026-{1 + week // 4:02}-{1 + 7 * (week % 4):02}T16:30"
        assert run("urge", "log", "--strength", "5", at).code == 0
    yield document("risk suggest", run("risk", "suggest", "--json").json)
    yield document("urge chart", run("urge", "chart", "--days", "400", "--json").json)
    for name in ("keys.json", "published.json"):
        yield document(name, json.loads((folder / "home" / name).read_text("utf-8")))
    assert run("template", "save", "start.json").code == 0
    yield document("template save", json.loads((folder / "start.json").read_text("utf-8")))
    assert run("export", "--json", "all.json").code == 0
    there = ("--store", str(folder / "other"))
    yield document("import", run(*there, "import", "all.json", "--json").json)
    for one in commands(str(folder), "list.json"):
        done = run(*one.name.split(), *one.takes, "--json")
        if done.code == 0 and done.out.startswith("{") and one.name != "export":
            yield document(one.name, done.json)


def test_what_is_printed_is_what_the_schemas_say(
    documents: list[Document], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--golden") == "write":
        grower = schemas.Grower()
        for one in sorted(documents, key=place):
            grower.take(one.file, f"recoverplan {one.line} --json", one.value, one.kind)
        grower.save()
    shipped = schemas.closed(schemas.load())
    for one in documents:
        assert one.file in shipped, f"{one.line}: no schema. {HOW}"
        part = one.file if one.kind else f"{one.file}#/$defs/record"
        wrong = [
            f"{error.json_path}: {error.message}"
            for error in schemas.validator(shipped, part).iter_errors(one.value)
        ]
        assert not wrong, f"{one.file}: {one.line}: {wrong}. {HOW}"


def place(one: Document) -> int:
    """Return when a document's turn is: one thing first, whose record its list has too."""
    if not one.kind:
        return 1
    return 0 if len(one.value) == 2 and isinstance([*one.value.values()][1], dict) else 2


HOW = "`make golden` writes what is missing; read the diff."


def named_in_source() -> set[str]:
    """Return every document that the source names: "recoverplan/plan/1"; a noun has two."""
    texts = [path.read_text("utf-8") for path in SOURCE.rglob("*.py")]
    nouns = {word for text in texts for word in NOUN.findall(text)}
    own = {f"recoverplan/{name}/1" for word in nouns for name in (word, f"{word}s")}
    return own | {name for text in texts for name in NAMED.findall(text)}


def test_every_document_that_the_source_names_has_a_schema() -> None:
    assert len(named_in_source()) > 40
    missing = {name for name in named_in_source() if schemas.file_of(name) not in schemas.load()}
    assert not missing, f"These have no schema: {sorted(missing)}. Add a line to READ; {HOW}"


def test_every_schema_was_held_against_real_output(documents: list[Document]) -> None:
    held = {one.file for one in documents if one.kind}
    assert held == set(schemas.load()) - {schemas.COMMON}


def test_every_schema_stands_as_it_is_written() -> None:
    """Or `make golden` changes what nobody changed."""
    for name, text in schemas.as_written(schemas.load()).items():
        assert (schemas.FOLDER / name).read_text("utf-8") == text, name


def test_every_schema_is_one_itself() -> None:
    for file, schema in schemas.load().items():
        Draft202012Validator.check_schema(schema)
        assert schema["title"], file
        if file != schemas.COMMON:
            kind = "schema" if "schema" in schema["properties"] else "format"
            assert schemas.file_of(schema["properties"][kind]["const"]) == file


def test_a_field_more_is_taken_by_the_schema_and_seen_by_the_test() -> None:
    shipped = schemas.load()
    more = {"schema": "recoverplan/undo/1", "taken_back": [], "more": 1}
    assert schemas.validator(shipped, "undo-1.json").is_valid(more)
    assert not schemas.validator(schemas.closed(shipped), "undo-1.json").is_valid(more)
    assert not schemas.validator(shipped, "undo-1.json").is_valid({**more, "taken_back": "none"})
