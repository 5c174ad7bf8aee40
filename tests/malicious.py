"""Files that somebody made to do harm: by their names, each with what makes it at a path.

`THINGS` are put where a file of ours should be. The others are handed to a command: a backup, an
export, a vCard, a list of meetings, each in every way that was thought of.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import socket
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from recoverplan.store import connecting, keys

Make = Callable[[Path], object]
ESC = "\x1b]0;gone\x07\x1b[2J\u202e"
DEEP = "[" * 200_000
DIGITS = "9" * 5_000
HUGE = 1 << 36  # bytes, with nothing in them


def empty(path: Path, size: int = 0) -> None:
    """Make a file of so many bytes that takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


def a_socket(path: Path) -> None:
    """Make a socket. Its address is short, so it is made from its folder."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


def a_folder(path: Path) -> None:
    path.mkdir()
    (path / "mine.txt").write_text("mine")


def a_loop(path: Path) -> None:
    path.symlink_to(path.name)


def a_device(path: Path) -> None:
    """Make a device that never ends; a link to it where this account may make none."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        path.symlink_to("/dev/zero")


THINGS: dict[str, Make] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a folder with a file in it": a_folder,
    "a link to a file of the person": lambda path: path.symlink_to("../files/victim.txt"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to itself": a_loop,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a socket": a_socket,
    "a device": a_device,
    "an enormous file": lambda path: empty(path, HUGE),
    "an empty file": empty,
    "noise": lambda path: path.write_bytes(os.urandom(100_000)),
    "escapes": lambda path: path.write_text(ESC * 1000),
}
PLACES = (
    "plan.db", "plan.db-journal", "keys.json", "keys-copy.json", "keys.lock", "emergency-card.txt",
    "reminders.txt", "reminders-next.txt", "reminders-shown.txt", "reminders-ran.txt",
    "reminders-next.txt.new", "published.json", "keys.json.new",
    "plan.before-restore-20261123-100000.zip",
)  # fmt: skip
# Handed to a command. A pipe is waited for, as everywhere: somebody may be about to write into it.
NOT_FILES: dict[str, Make] = {
    name: THINGS[name]
    for name in ("a folder", "a link to nothing", "a link to itself",
                 "a link to a device", "a socket", "an empty file", "noise")
}  # fmt: skip


class Backups:
    """Backups made from a good one, which opens without a passphrase."""

    def __init__(self, good: Path) -> None:
        with zipfile.ZipFile(good) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.good = good

    def zipped(self, *entries: tuple[str | zipfile.ZipInfo, bytes], packed: bool = False) -> Make:
        """Return what makes a zip of these."""
        way = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED

        def make(path: Path) -> None:
            with zipfile.ZipFile(path, "w", way) as archive:
                for name, content in entries:
                    archive.writestr(name, content)

        return make

    def changed(self, **parts: bytes) -> Make:
        """Return what makes the good one with other contents: `plan_db`, `keys_json`."""
        named = {name.replace("_", ".", 1): content for name, content in parts.items()}
        return self.zipped(*{**self.parts, **named}.items())

    def with_sql(self, *statements: str) -> Make:
        """Return what makes the good one with something put into its store."""

        def make(path: Path) -> None:
            folder = path.with_name("being-made")
            folder.mkdir()
            for name in ("plan.db", "keys.json"):
                (folder / name).write_bytes(self.parts[name])
            key = keys.device_keys(keys.slots_in(self.parts["keys.json"]))[0]
            with closing(connecting.connect(folder / "plan.db", key)) as store:
                for statement in statements:
                    store.execute(statement)
            self.changed(plan_db=(folder / "plan.db").read_bytes())(path)
            shutil.rmtree(folder)

        return make

    def slots(self, change: Callable[[dict[str, Any]], None]) -> Make:
        """Return what makes the good one with another keys.json."""
        document = json.loads(self.parts["keys.json"])
        change(document)
        return self.changed(keys_json=json.dumps(document).encode())

    def linked(self) -> Make:
        """Return what makes one whose store is a link to elsewhere."""
        entry = zipfile.ZipInfo("plan.db")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        rest = [pair for pair in self.parts.items() if pair[0] != "plan.db"]
        return self.zipped((entry, b"/etc/passwd"), *rest)

    def locked(self, path: Path) -> None:
        """Make one that says of itself that it needs a password of the zip."""
        content = bytearray(self.good.read_bytes())
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = content.find(mark)
            while at >= 0:
                content[at + place] |= 1
                at = content.find(mark, at + 4)
        path.write_bytes(content)

    def plain(self, path: Path) -> None:
        """Make one whose store is a database that is not encrypted."""
        scratch = path.with_name("plain.db")
        with closing(sqlite3.connect(scratch)) as made:
            made.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT)")
            made.commit()
        self.changed(plan_db=scratch.read_bytes())(path)
        scratch.unlink()

    def folder(self, put: Make) -> Make:
        """Return what makes a folder of an unpacked one in which plan.db is something else."""

        def make(path: Path) -> None:
            path.mkdir()
            (path / "keys.json").write_bytes(self.parts["keys.json"])
            put(path / "plan.db")

        return make

    def all(self) -> dict[str, Make]:
        """Return all of them."""
        whole = [*self.parts.items()]
        good = self.good.read_bytes()
        return {
            **NOT_FILES,
            "cut off": lambda path: path.write_bytes(good[: len(good) // 2]),
            "without its end": lambda path: path.write_bytes(good[:-22]),
            "bytes before it": lambda path: path.write_bytes(b"x" * 5000 + good),
            "leads out of the folder": self.zipped(("../../evil.txt", b"evil"), *whole),
            "leads to the root": self.zipped(("/tmp/evil.txt", b"evil"), *whole),
            "a link for a store": self.linked(),
            "a bomb for a store": self.zipped(
                ("plan.db", bytes(700_000_000)), ("keys.json", self.parts["keys.json"]), packed=True
            ),
            "a bomb for keys": self.zipped(
                ("plan.db", self.parts["plan.db"]), ("keys.json", bytes(300_000_000)), packed=True
            ),
            "a zip in a zip": self.zipped(("backup.zip", good)),
            "a password of the zip": self.locked,
            "two stores": self.zipped(*whole, ("copy/plan.db", os.urandom(4096 * 9))),
            "many entries": self.zipped(*whole, *((f"{n}.txt", b"") for n in range(20_000))),
            "names with escapes": self.zipped((f"{ESC}/plan.db", b"x"), (f"{ESC}.txt", b"x")),
            "no keys": self.zipped(("plan.db", self.parts["plan.db"])),
            "no store": self.zipped(("keys.json", self.parts["keys.json"])),
            "deep keys": self.changed(keys_json=DEEP.encode()),
            "keys with endless numbers": self.changed(
                keys_json=f'{{"format": "x", "generation": {DIGITS}}}'.encode()
            ),
            "keys that are no list": self.slots(lambda it: it.update(slots={"kind": "device"})),
            "a thousand slots": self.slots(lambda it: it.update(slots=it["slots"] * 1000)),
            "a slot of odd things": self.slots(lambda it: it.update(slots=[None, 7, [], {}])),
            "a key of odd length": self.slots(lambda it: it["slots"][0].update(key="00")),
            "a wrong key": self.slots(lambda it: it["slots"][0].update(key="00" * 32)),
            "a later format of keys": self.slots(
                lambda it: it.update(format="recoverplan/keys/99")
            ),
            "a planted trigger": self.with_sql(
                "CREATE TRIGGER planted AFTER INSERT ON contact BEGIN DELETE FROM contact; END"
            ),
            "a planted view": self.with_sql("CREATE VIEW planted AS SELECT * FROM contact"),
            "a planted index": self.with_sql("CREATE INDEX planted ON contact (upper(name))"),
            "a planted table": self.with_sql("CREATE TABLE planted (x)"),
            "a later version": self.with_sql("PRAGMA user_version=99"),
            "another program's mark": self.with_sql("PRAGMA application_id=7"),
            "rows that make no sense": self.with_sql(
                "UPDATE contact SET hours = '[[[[', zone = 'nowhere', role = 'x', created = ''"
            ),
            "not encrypted": self.plain,
            "noise for a store": self.changed(plan_db=os.urandom(4096 * 9)),
            "an empty store": self.changed(plan_db=b""),
            "a folder with a pipe for a store": self.folder(os.mkfifo),
            "a folder with a device for a store": self.folder(a_device),
            "a folder with an enormous store": self.folder(lambda path: empty(path, HUGE)),
        }


def texts(**written: str | bytes) -> dict[str, Make]:
    """Return what makes a file of each of these."""

    def make(content: str | bytes) -> Make:
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        return lambda path: path.write_bytes(data)

    return {name.replace("_", " "): make(content) for name, content in written.items()}


def exports(good: str) -> dict[str, Make]:
    """Return exports made from a good one."""
    document = json.loads(good)
    contact = document["contacts"][0]

    def with_contact(**fields: object) -> str:
        return json.dumps({**document, "contacts": [{**contact, **fields}]})

    return {
        **NOT_FILES,
        **texts(
            deep=DEEP,
            deep_inside=good.replace('"contacts": [', '"contacts": [' + DEEP, 1),
            an_endless_number=with_contact(id=7).replace('"id": 7', f'"id": {DIGITS}'),
            no_number=with_contact(per_week=7).replace('"per_week": 7', '"per_week": NaN'),
            half_a_character=with_contact(name=7).replace('"name": 7', '"name": "\\ud800"'),
            escapes=with_contact(name=ESC + "Sam", say=ESC),
            no_end=good[: len(good) // 2],
            another_document='{"schema": "recoverplan/plan/1"}',
            a_later_one=good.replace("export/1", "export/99"),
            two_bytes_a_letter=good.encode("utf-16"),
            a_long_record=with_contact(say="x" * 9_000_000),
            a_row_twice=json.dumps({**document, "contacts": [contact, contact]}),
            negative_ids=with_contact(id=-5),
            odd_types=with_contact(name=[{}], role={}, when=7, created=True),
            hours_without_end=with_contact(when=["FREQ=SECONDLY"]),
            not_a_zone=with_contact(zone="../../etc/passwd"),
            a_thousand_blanks=" " * 5_000_000 + good,
        ),
    }


def vcards() -> dict[str, Make]:
    """Return address books."""

    def card(*rows: str) -> str:
        return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *rows, "END:VCARD", ""))

    return {
        **NOT_FILES,
        **texts(
            no_end="BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim",
            begun_again_and_again="BEGIN:VCARD\r\n" * 20_000,
            one_long_line=card("FN:Kim", "NOTE:" + "x" * 9_000_000),
            folded_for_ever=card("FN:Kim", "NOTE:x" + "\r\n x" * 300_000),
            escapes=card(f"FN:{ESC}Kim", f"TEL:{ESC}555-0163", f"NOTE:{ESC}"),
            a_broken_picture=card("FN:Kim", "PHOTO;ENCODING=b:====%%%" + "A" * 99_999),
            broken_letters=card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=x-none:=ZZ=4=" + "=" * 9999),
            ten_thousand_cards=card("FN:Kim", "TEL:555-0163") * 10_000,
            two_bytes_a_letter=card("FN:Kim").encode("utf-16"),
            many_parameters=card("FN:Kim", "TEL" + ";TYPE=x" * 50_000 + ":555-0163"),
            nothing_in_it=card(),
        ),
    }


def workbook(sheet: str) -> Make:
    """Return what makes a spreadsheet of one sheet's XML."""

    def make(path: Path) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", "<workbook><sheets><sheet/></sheets></workbook>")
            archive.writestr("xl/worksheets/sheet1.xml", sheet)
        path.write_bytes(made.getvalue())

    return make


def lists() -> dict[str, Make]:
    """Return lists of meetings."""
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "ha">' for n in range(10)
    )

    def one(**fields: object) -> str:
        row = {"name": "Noon", "slug": "noon", "day": 1, "time": "12:00", **fields}
        return json.dumps([row])

    def event(*rows: str) -> str:
        return "\r\n".join(
            ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Noon",
             "DTSTART:20261123T120000", *rows, "END:VEVENT", "END:VCALENDAR", "")
        )  # fmt: skip

    return {
        **NOT_FILES,
        **texts(
            deep=DEEP,
            no_list='{"meetings": 7}',
            escapes=one(name=ESC + "Noon", notes=ESC, location=ESC),
            an_endless_number=one(day=8).replace('"day": 8', f'"day": {DIGITS}'),
            odd_types=one(name={}, day=[[]], time=7, types={"a": 1}),
            a_long_record=one(notes="x" * 9_000_000),
            scripts=one(notes="<script>alert(1)</script>" * 1000, conference_url="javascript:1"),
            formulas='"name","day","time"\n"=cmd|calc","Monday","12:00"\n',
            a_wide_row="name,day,time" + ",x" * 300_000 + "\n",
            an_open_quote='name,day,time\n"' + "x" * 2_000_000,
            every_second=event("RRULE:FREQ=SECONDLY"),
            every_nothing=event("RRULE:FREQ=DAILY;INTERVAL=0"),
            never=event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            a_page="<html>" + "<div>" * 100_000,
        ),
        "a bomb in a sheet": workbook("<worksheet>" + "<row/>" * 30_000_000),
        "words that multiply": workbook(
            f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><worksheet>&e9;</worksheet>'
        ),
        "a file from this computer": workbook(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
        ),
    }
