"""Where a fetch may lead. The host that was typed may be anywhere; a redirect from it may not lead
to this machine or into a private network, where a list could make the program knock at doors that
the world cannot reach.

A name is looked up once, and the connection goes to an address of that look-up: a name that means
something else a moment later changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from contextlib import closing
from typing import Any, NamedTuple

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
INSIDE = "it sends to this machine or into a private network"
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
                raise ConnectionError(INSIDE)
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
    raise failed or OSError("it has no address")
