"""Contacts as phones and programs write them: invented people, example numbers (555-01xx)."""

from __future__ import annotations

PHOTO = "/9j/4AAQSkZJRgABAQAASABIAAD/4QBMRXhpZgAATU0AKgAAAAgAAYdpAAQAAAABAAAAGgAA"


def lines(*each: str, end: str = "\r\n") -> bytes:
    return (end.join(each) + end).encode("utf-8")


IPHONE = lines(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
    "N:Doe;Robin;;;",
    "FN:Robin Doe",
    "item1.TEL;type=pref:(212) 555-0150",
    "item1.X-ABLabel:_$!<HomeFAX>!$_",
    "TEL;type=HOME;type=VOICE:(212) 555-0151",
    "item2.TEL:+1 (212) 555-0152",
    "item2.X-ABLabel:_$!<Mobile>!$_",
    "item3.EMAIL;type=INTERNET;type=pref:robin@example.org",
    "item3.X-ABLabel:_$!<Other>!$_",
    "item4.ADR;type=HOME:;;1 Example St;Springfield;;;",
    "item4.X-ABADR:us",
    f"PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}",
    *[f" {PHOTO}" for _ in range(40)],
    "X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE\\:ABPerson",
    "END:VCARD",
)
ANDROID = lines(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9C=6E=73=61=6C;=C3=89=6D=69=6C=65;;;",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89=6D=69=6C=65=20=C3=9C=6E=73=\r\n=61=6C",
    "TEL;CELL:555-0153",
    "TEL;HOME;VOICE:555-0154",
    "EMAIL;HOME:emile@example.org",
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=41=\r\nTEL=3A555-0199=\r\n=42",
    f"PHOTO;ENCODING=BASE64;JPEG:{PHOTO}",
    *[f" {PHOTO}" for _ in range(40)],
    "",
    "END:VCARD",
)
GOOGLE = lines(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:Kim Park",
    "N:Park;Kim;;;",
    "EMAIL;TYPE=INTERNET;TYPE=WORK:kim@example.com",
    "TEL;TYPE=WORK:555-0155",
    "TEL;TYPE=CELL:555-0156",
    "PHOTO:https://example.com/photo/of-kim",
    "CATEGORIES:myContacts",
    "END:VCARD",
    end="\n",
)
OUTLOOK = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=Windows-1252:Grün;Jörg;;Dr.\r\n"
    "FN;CHARSET=Windows-1252:Jörg Grün\r\nTEL;WORK;VOICE:(555) 555-0157\r\n"
    "TEL;WORK;FAX:(555) 555-0158\r\nEMAIL;PREF;INTERNET:joerg@example.org\r\n"
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS:0\r\nREV:20261123T100000Z\r\nEND:VCARD\r\n"
).encode("cp1252")
FOUR = lines(
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:individual",
    "FN:Ari Levi\\, MD",
    "N:Levi;Ari;;;MD",
    'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-0159',
    'TEL;VALUE=uri;PREF=2;TYPE="cell,text,voice":tel:+1-555-555-0160;ext=7',
    "EMAIL;PREF=2:second@example.org",
    "EMAIL;PREF=1:first@example.org",
    "END:VCARD",
)
WITH_AGENT = lines(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N:Boss;Bo",
    "AGENT:",
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N:Helper;Hal",
    "TEL;CELL:555-0161",
    "END:VCARD",
    "TEL;CAR:555-0162",
    "END:VCARD",
)
OLD_MAC = b"\xef\xbb\xbf" + lines(
    "BEGIN:VCARD", "VERSION:3.0", "FN:Lee", "TEL:555-\r 0163", "END:VCARD", end="\r"
)
SIXTEEN = (
    "\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nN:Øst;Åse;;;\r\nTEL:555-0164\r\nEND:VCARD\r\n".encode(
        "utf-16-le"
    )
)
# The name, the number to call, the one to text, the address.
PHONES = {
    "iphone": (
        IPHONE,
        ("Robin Doe", "+1 (212) 555-0152", "+1 (212) 555-0152", "robin@example.org"),
    ),
    "android": (ANDROID, ("Émile Ünsal", "555-0153", "555-0153", "emile@example.org")),
    "google": (GOOGLE, ("Kim Park", "555-0156", "555-0156", "kim@example.com")),
    "outlook": (OUTLOOK, ("Jörg Grün", "(555) 555-0157", None, "joerg@example.org")),
    "version 4": (
        FOUR,
        ("Ari Levi, MD", "+1-555-555-0160 ext. 7", "+1-555-555-0160 ext. 7", "first@example.org"),
    ),
    "agent": (WITH_AGENT, ("Bo Boss", "555-0162", None, None)),
    "old mac": (OLD_MAC, ("Lee", "555-0163", None, None)),
    "utf-16": (SIXTEEN, ("Åse Øst", "555-0164", None, None)),
}


def card(*each: str, name: str = "Sam") -> bytes:
    """Return a card of version 3.0 with these lines."""
    return lines("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *each, "END:VCARD")
