"""The schemas of the JSON documents: read, closed for tests, and grown from real output.

Those that ship (src/recoverplan/data/schemas) leave every object open, since fields may be added.
For the tests they are closed: a field that no schema names fails, and `make golden` names it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parents[1] / "src" / "recoverplan" / "data" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMON = "common.json"
WIDTH = 100
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}

Schema = dict[str, Any]


def file_of(name: str) -> str:
    """Return the file that has the schema of "recoverplan/plan/1": "plan-1.json"."""
    return f"{name.removeprefix('recoverplan/').replace('/', '-')}.json"


def load() -> dict[str, Schema]:
    """Return every schema that ships, by the name of its file."""
    return {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}


def closed(schema: Any) -> Any:
    """Return a schema whose objects take no other fields than those it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(one) for name, one in schema.items()}
    names_fields = isinstance(schema.get("properties"), dict) and "type" in schema
    return {"additionalProperties": False, **inner} if names_fields else inner


def validator(schemas: dict[str, Schema], file: str) -> Draft202012Validator:
    """Return what checks a document against the schema in `file`, formats of strings included."""
    registry: Registry[Any] = Registry().with_resources(
        (name, DRAFT202012.create_resource(schema)) for name, schema in schemas.items()
    )
    return Draft202012Validator(
        {"$ref": file}, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


@cache
def shipped(file: str) -> Any:
    """Return what checks a document against the schema in `file` as it ships, if there is one."""
    schemas = load()
    if file not in schemas:
        return None
    return validator(schemas, file).evolve(schema=in_place(schemas, file, {"$ref": file}))


def in_place(schemas: dict[str, Schema], file: str, part: Any, around: tuple[str, ...] = ()) -> Any:
    """Return a part of the schema in `file` with what it refers to in place of the references,
    but for those `around` it: to follow one takes longer than to check what it leads to.
    """
    if isinstance(part, list):
        return [in_place(schemas, file, one, around) for one in part]
    if not isinstance(part, dict):
        return part
    rest = {
        name: in_place(schemas, file, one, around)
        for name, one in part.items()
        if name not in {"$ref", "$defs"}
    }
    if "$ref" not in part:
        return rest
    name, _, path = part["$ref"].partition("#/")
    there = f"{name or file}#/{path}"
    found: Any = schemas[name or file]
    for step in filter(None, path.split("/")):
        found = found[step]
    if there in around:
        placed: Schema = {"$ref": there.removesuffix("#/")}
    else:
        placed = in_place(schemas, name or file, found, (*around, there))
    return {"allOf": [placed, rest]} if rest else placed


def hold(document: Any) -> None:
    """Fail where a document is not what its schema says; one without a schema is let pass here."""
    name = document.get("schema") if isinstance(document, dict) else None
    checked = shipped(file_of(name)) if isinstance(name, str) else None
    wrong = [] if checked is None else [*checked.iter_errors(document)]
    assert not wrong, [f"{name}: {error.json_path}: {error.message}" for error in wrong]


class Grower:
    """Adds to the schemas what real documents have and no schema names; takes nothing away."""

    def __init__(self) -> None:
        self.schemas = load()

    def take(self, file: str, title: str, document: dict[str, Any], kind: str) -> None:
        """Grow the schema in `file` by one document; `kind` is the field that names it.

        Without one it is the record that a writing command prints.
        """
        if not kind:
            self.grow(file, self.schemas[file]["$defs"]["record"], document)
            return
        new: Schema = {
            "$schema": DIALECT,
            "title": title,
            "type": "object",
            "properties": {kind: {"const": document[kind]}},
            "required": list(document),
        }
        schema = self.schemas.setdefault(file, new)
        rest = {name: value for name, value in document.items() if name != kind}
        alone = next(iter(rest.values())) if len(rest) == 1 else None
        if isinstance(alone, dict) and schema is new:  # one thing: its list has the same record
            new["$defs"] = {"record": {}}
            new["properties"][next(iter(rest))] = {"$ref": "#/$defs/record"}
        one = file.replace("s-1.json", "-1.json")
        if isinstance(alone, list) and schema is new and "$defs" in self.schemas.get(one, {}):
            record = {"$ref": f"{one}#/$defs/record"}
            new["properties"][next(iter(rest))] = {"type": "array", "items": record}
        self.grow(file, schema, document)

    def grow(self, file: str, schema: Schema, value: Any) -> None:
        """Grow one part of the schema in `file` until it takes `value`."""
        while "$ref" in schema:
            name, _, path = schema["$ref"].partition("#/")
            if name == COMMON:  # it is grown by hand alone
                if value is None and not validator(self.schemas, schema["$ref"]).is_valid(None):
                    schema["anyOf"] = [{"$ref": schema.pop("$ref")}, {"type": "null"}]
                return
            file = name or file
            schema = self.schemas[file]
            for part in path.split("/"):
                schema = schema[part]
        if {"const", "enum", "anyOf"} & set(schema):
            return
        if isinstance(value, dict):
            self.grow_fields(file, schema, value)
        elif isinstance(value, list):
            add_type(schema, "array")
            for one in value:
                self.grow(file, schema.setdefault("items", self.drafted("", one)), one)
        else:
            add_type(schema, TYPES[type(value)])

    def grow_fields(self, file: str, schema: Schema, value: dict[str, Any]) -> None:
        """Grow an object; a field is required while every document had it."""
        fresh = "properties" not in schema
        add_type(schema, "object")
        fields = schema.setdefault("properties", {})
        for name, one in value.items():
            if fields.get(name) != {}:  # that takes anything
                self.grow(file, fields.setdefault(name, self.drafted(name, one)), one)
        if fresh:
            schema["required"] = list(value)
        elif "required" in schema:
            schema["required"] = [name for name in schema["required"] if name in value]

    def drafted(self, name: str, value: Any) -> Schema:
        """Return the beginning of a schema for a field: what documents have in common, if anything.

        A definition of common.json with the name of a field holds wherever that field fits it.
        """
        kind = ""
        if isinstance(value, str) and INSTANT.match(value):
            kind = "instant"
        elif isinstance(value, str) and DAY.match(value):
            kind = "day"
        elif isinstance(value, dict) and list(value) == ["id", "name"]:
            kind = "named"
        elif name in self.schemas[COMMON]["$defs"]:
            part = f"{COMMON}#/$defs/{name}"
            kind = name if validator(self.schemas, part).is_valid(value) else ""
        return {"$ref": f"{COMMON}#/$defs/{kind}"} if kind else {}

    def save(self) -> None:
        """Write every schema that differs."""
        FOLDER.mkdir(exist_ok=True)
        for name, text in as_written(self.schemas).items():
            path = FOLDER / name
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, encoding="utf-8")


def as_written(schemas: dict[str, Schema]) -> dict[str, str]:
    """Return the text of each schema's file."""
    return {name: f"{laid_out(schema)}\n" for name, schema in schemas.items()}


def add_type(schema: Schema, name: str) -> None:
    """Let a part of a schema be of one more type; a number may be whole."""
    known = schema.get("type", [])
    known = [known] if isinstance(known, str) else known
    if name in known or (name == "integer" and "number" in known):
        return
    kept = [one for one in known if (one, name) != ("integer", "number")]
    types = sorted({*kept, name}, key=lambda one: (one == "null", one))
    schema["type"] = types[0] if len(types) == 1 else types


def laid_out(value: Any, indent: int = 0, before: int = 0) -> str:
    """Return JSON with whatever fits on one line on one; names in a row fill their lines.

    `before` is how much of the line is taken already, behind the indentation.
    """
    flat = json.dumps(value, ensure_ascii=False)
    if indent + before + len(flat) < WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    space = "\n" + " " * (indent + 1)
    if isinstance(value, dict):
        keys = {name: f"{json.dumps(name)}: " for name in value}
        rows = [key + laid_out(value[name], indent + 1, len(key)) for name, key in keys.items()]
        return f"{{{space}{f',{space}'.join(rows)}{space[:-1]}}}"
    if all(isinstance(one, str) for one in value):
        lines = wrap(flat[1:-1], WIDTH - indent - 2, break_on_hyphens=False)
        return f"[{space}{space.join(lines)}{space[:-1]}]"
    rows = [laid_out(one, indent + 1) for one in value]
    return f"[{space}{f',{space}'.join(rows)}{space[:-1]}]"
