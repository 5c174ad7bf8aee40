"""Fetching a list from an address that the person typed: the only thing here that goes out.

Only https, nothing sent but the request itself: no cookies, no name of the program, no proxy. A
limit on the size, on the whole time, on redirects, which must be https too, and lead out into the
world or to the host that was typed.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from contextlib import closing, suppress
from threading import Timer
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import reading as words

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# Addresses in IPv6 that stand for one in IPv4 in their last 32 bits, and ranges for use at home.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
COMPATIBLE = ipaddress.ip_network("::/96")
AT_HOME = (ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("fec0::/10"))


class Place(NamedTuple):
    """One address of a host, as a socket takes it."""

    family: socket.AddressFamily
    address: tuple[Any, ...]


class Hosts:
    """The hosts of one fetch: the first is the one that was typed."""

    def __init__(self) -> None:
        self.known: dict[str, list[Place]] = {}
        self.typed = ""

    def places(self, host: str, port: int) -> list[Place]:
        """Return the addresses of a host that may be asked, looked up once.

        Raises OSError where there is none, ConnectionError where a redirect leads inside.
        """
        name = host.casefold().rstrip(".")
        if name not in self.known:
            found = looked_up(host, port)
            self.typed = self.typed or name
            if name != self.typed and not all(outside(each) for each in found):
                raise ConnectionError(words.IT_SENDS_INSIDE)
            self.known[name] = found
        return [
            Place(family, (address[0], port, *address[2:])) for family, address in self.known[name]
        ]


def looked_up(host: str, port: int) -> list[Place]:
    """Return every address of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [Place(family, address) for family, _, _, _, address in found]


def outside(place: Place) -> bool:
    """Tell whether an address is out in the world, and not one of this machine's own."""
    address = ipaddress.ip_address(str(place.address[0]).partition("%")[0])
    return all(map(is_public, meant(address))) and not is_own(place)


def meant(address: IPAddress) -> list[IPAddress]:
    """Return what an address means: those in IPv4 that it stands for, and itself unless it is only
    another way to write one.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    stands_for = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in TRANSLATED or address in COMPATIBLE:
        stands_for.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    found: list[IPAddress] = [each for each in stands_for if each is not None]
    only_written = address.ipv4_mapped or address in TRANSLATED
    return found if only_written else [address, *found]


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one that the whole world may use."""
    at_home = isinstance(address, ipaddress.IPv6Address) and any(
        address in network for network in AT_HOME
    )
    return (
        address.is_global and not address.is_multicast and not address.is_reserved and not at_home
    )


def is_own(place: Place) -> bool:
    """Tell whether an address is one of this machine's: only those can be listened at."""
    with closing(socket.socket(place.family, socket.SOCK_STREAM)) as trying:
        try:
            trying.bind((place.address[0], 0, *place.address[2:]))
        except OSError:
            return False
    return True


def connected(places: list[Place], seconds: float) -> socket.socket:
    """Return a socket connected to the first of these that answers. Raises OSError."""
    failed: OSError | None = None
    for family, address in places:
        trying = socket.socket(family, socket.SOCK_STREAM)
        try:
            trying.settimeout(seconds)
            trying.connect(address)
        except OSError as error:
            trying.close()
            failed = error
        else:
            return trying
    raise failed or OSError(words.NO_ADDRESS)


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
        raise could_not(url, words.IT_TOOK_TOO_LONG if late else reason(error)) from error
    finally:
        watch.cancel()
    raise could_not(url, words.IT_SENDS_FROM_ONE_ADDRESS)


def address(url: str) -> Address:
    """Return the parts of an address. Raises UsageError unless it is plain https."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if host is None or parts.scheme != "https" or parts.username is not None:
        message = words.A_LIST_IS_FETCHED.format(url=url)
        raise UsageError(message, words.TYPE_IT_LIKE_HTTPS)
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
            message = words.THE_ANSWER_IS.format(status=answer.status, reason=clean(answer.reason))
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
            message = words.IT_BROKE_OFF_AFTER.format(got=got, declared=declared)
            raise ConnectionError(message)
    return None


def too_much(most_bytes: int) -> ConnectionError:
    """Return the refusal of more than a list can be."""
    return ConnectionError(words.IT_IS_MORE_THAN_MB.format(said=most_bytes >> 20))


# The first that fits: all but the last two are OSErrors with words that help nobody.
REASONS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, words.NO_ANSWER_CAME),
    (ssl.SSLCertVerificationError, words.ITS_CERTIFICATE_IS_NOT_TO_BE_TRUSTED),
    (ssl.SSLError, words.NO_SAFE_CONNECTION_COULD),
    (socket.gaierror, words.THERE_IS_NO_SUCH),
    (http.client.IncompleteRead, words.IT_BROKE_OFF),
    (http.client.HTTPException, words.THE_ANSWER_COULD_NOT_BE_READ),
)


def reason(error: Exception) -> str:
    """Say in a few words what went wrong."""
    known = next((said for kind, said in REASONS if isinstance(error, kind)), None)
    return known or getattr(error, "strerror", None) or clean(str(error)) or words.IT_BROKE_OFF


def could_not(url: str, why: str) -> CouldNotError:
    """Return the refusal."""
    return CouldNotError(
        words.COULD_NOT_BE_FETCHED.format(url=url, why=why), words.NOTHING_WAS_IMPORTED
    )
