"""Fetching a list from an address that the person typed: the only thing here that goes out.

Only https, nothing sent but the request itself: no cookies, no name of the program, no proxy. A
limit on the size, on the whole time, on redirects, which must be https too, and lead out into the
world or to the host that was typed (`reachable.py`).
"""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import closing, suppress
from threading import Timer
from typing import BinaryIO, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.reachable import Hosts, connected

SECONDS = 60.0  # for everything
SILENT_SECONDS = 15.0  # without a byte
REDIRECTS = 5
PIECE = 1 << 16
MOVED = frozenset({301, 302, 303, 307, 308})


class Address(NamedTuple):
    """Where to ask, and for what."""

    host: str
    port: int
    path: str


def fetch(
    url: str,
    into: BinaryIO,
    most_bytes: int,
    context: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
) -> None:
    """Write what an https address gives into a file.

    Raises UsageError for an address that is no https address, CouldNotError for all that can go
    wrong on the way.
    """
    trust = ssl.create_default_context() if context is None else context
    late: list[bool] = []
    open_sockets: list[socket.socket] = []

    def too_late() -> None:
        late.append(True)
        for each in open_sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    watch = Timer(seconds, too_late)
    watch.daemon = True
    watch.start()
    try:
        hosts = Hosts()
        for _ in range(REDIRECTS + 1):
            url = clean(url)
            moved_to = ask(address(url), hosts, into, most_bytes, trust, open_sockets)
            if moved_to is None:
                if late:
                    raise TimeoutError
                return
            url = urljoin(url, moved_to)
            if late:
                raise TimeoutError
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        raise could_not(url, "it took too long" if late else reason(error)) from error
    finally:
        watch.cancel()
    raise could_not(url, "it sends from one address to the next without end")


def address(url: str) -> Address:
    """Return the parts of an address. Raises UsageError unless it is plain https."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if host is None or parts.scheme != "https" or parts.username is not None:
        message = f'A list is fetched from an https address, not "{url}".'
        raise UsageError(message, "Type it like https://example.org/meetings.json")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=?~-._[]")
    return Address(host, port or 443, path + (f"?{query}" if query else ""))


def ask(
    where: Address,
    hosts: Hosts,
    into: BinaryIO,
    most_bytes: int,
    trust: ssl.SSLContext,
    open_sockets: list[socket.socket],
) -> str | None:
    """Ask once: None when all of it was written, else where it has moved to."""
    connection = http.client.HTTPSConnection(where.host, where.port, context=trust)
    with closing(connection):
        plain = connected(hosts.places(where.host, where.port), SILENT_SECONDS)
        open_sockets.append(plain)
        connection.sock = trust.wrap_socket(plain, server_hostname=where.host)
        open_sockets.append(connection.sock)
        connection.request("GET", where.path, headers={"Accept": "application/json"})
        answer = connection.getresponse()
        if answer.status in MOVED:
            return answer.getheader("Location") or ""
        if answer.status != 200:
            message = f"the answer is {answer.status} {clean(answer.reason)}"
            raise ConnectionError(message)
        if (answer.length or 0) > most_bytes:
            raise too_much(most_bytes)
        declared, got = answer.length, 0
        while piece := answer.read1(PIECE):
            got += len(piece)
            if got > most_bytes:
                raise too_much(most_bytes)
            into.write(piece)
        if declared is not None and got != declared:
            message = f"it broke off after {got:,} of {declared:,} bytes"
            raise ConnectionError(message)
    return None


def too_much(most_bytes: int) -> ConnectionError:
    """Return the refusal of more than a list can be."""
    return ConnectionError(f"it is more than {most_bytes >> 20} MB")


# The first that fits: all but the last two are OSErrors with words that help nobody.
REASONS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "no answer came"),
    (ssl.SSLCertVerificationError, "its certificate is not to be trusted"),
    (ssl.SSLError, "no safe connection could be made"),
    (socket.gaierror, "there is no such place, or no network"),
    (http.client.IncompleteRead, "it broke off"),
    (http.client.HTTPException, "the answer could not be read"),
)


def reason(error: Exception) -> str:
    """Say in a few words what went wrong."""
    known = next((said for kind, said in REASONS if isinstance(error, kind)), None)
    return known or getattr(error, "strerror", None) or clean(str(error)) or "it broke off"


def could_not(url: str, why: str) -> CouldNotError:
    """Return the refusal."""
    return CouldNotError(f"{url} could not be fetched: {why}.", "Nothing was imported.")
