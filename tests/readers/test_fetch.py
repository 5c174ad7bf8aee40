"""Fetching a list, from a local server that is slow, endless, redirecting or lying."""

from __future__ import annotations

import io
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from conftest import Run
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.fetch import Place, fetch, is_own, outside

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None,
    reason="openssl, which makes the test's certificate, is missing",
)
MOST = 1 << 20
OK = b"HTTP/1.1 200 OK\r\n"
Answer = Callable[[str, socket.socket], None]


class Server:
    """Answers each request by the function given; keeps what was asked, headers included."""

    def __init__(self, certificate: Path) -> None:
        self.asked: list[str] = []
        self.answer: Answer = lambda _, to: to.sendall(OK + b"Content-Length: 2\r\n\r\n[]")
        self.over = Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        Thread(target=self.serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/list.json"

    def serve(self) -> None:
        while not self.over.is_set():
            try:
                plain, _ = self.listening.accept()
            except OSError:
                return
            with suppress(OSError), self.context.wrap_socket(plain, server_side=True) as secure:
                request = b""
                while not request.endswith(b"\r\n\r\n"):
                    request += secure.recv(4096) or b"\r\n\r\n"
                self.asked.append(request.decode())
                self.answer(request.decode().split()[1], secure)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_text((folder / "key.pem").read_text() + (folder / "cert.pem").read_text())
    return both


@pytest.fixture
def server(certificate: Path) -> Iterator[Server]:
    running = Server(certificate)
    yield running
    running.over.set()
    running.listening.close()


@pytest.fixture
def get(certificate: Path) -> Callable[..., bytes]:
    def call(url: str, seconds: float = 20.0) -> bytes:
        into = io.BytesIO()
        fetch(url, into, MOST, ssl.create_default_context(cafile=str(certificate)), seconds)
        return into.getvalue()

    return call


Get = Callable[..., bytes]


def test_a_list_is_fetched_and_nothing_but_the_request_is_sent(server: Server, get: Get) -> None:
    assert get(server.url + "?a=1&b[]=2") == b"[]"
    assert "".join(server.asked) == (
        f"GET /list.json?a=1&b[]=2 HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
        "Accept-Encoding: identity\r\nAccept: application/json\r\n\r\n"
    )


def test_no_cookie_is_kept_over_a_redirect(server: Server, get: Get) -> None:
    def answer(path: str, to: socket.socket) -> None:
        if path == "/list.json":
            head = b"HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /other\r\n"
            to.sendall(head + b"Content-Length: 0\r\n\r\n")
        else:
            to.sendall(OK + b"Content-Length: 3\r\n\r\n[1]")

    server.answer = answer
    assert get(server.url) == b"[1]"
    assert [line.split()[1] for line in server.asked] == ["/list.json", "/other"]
    assert "cookie" not in "".join(server.asked).casefold()


def moved(location: str) -> Answer:
    head = f"HTTP/1.1 301 Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    return lambda _, to: to.sendall(head.encode())


def test_redirects_are_bounded(server: Server, get: Get) -> None:
    server.answer = moved("/list.json")
    with pytest.raises(CouldNotError, match="without end"):
        get(server.url)
    assert len(server.asked) == 6


@pytest.mark.parametrize("location", ["http://localhost/x", "file:///etc/passwd", "ftp://x/y"])
def test_a_redirect_to_anything_but_https_is_refused(
    server: Server, get: Get, location: str
) -> None:
    server.answer = moved(location)
    with pytest.raises(UsageError, match="https"):
        get(server.url)
    assert len(server.asked) == 1


def test_a_server_that_says_nothing_is_left(server: Server, get: Get) -> None:
    def answer(_: str, __: socket.socket) -> None:
        server.over.wait(30)

    server.answer = answer
    with pytest.raises(CouldNotError, match="took too long"):
        get(server.url, seconds=0.3)


def test_a_server_that_drips_its_headers_is_left(server: Server, get: Get) -> None:
    def answer(_: str, to: socket.socket) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not server.over.wait(0.01):
            to.sendall(b"x")

    server.answer = answer
    with pytest.raises(CouldNotError, match="took too long"):
        get(server.url, seconds=0.3)


def endless(head: bytes, piece: bytes) -> Answer:
    def answer(_: str, to: socket.socket) -> None:
        to.sendall(OK + head + b"\r\n")
        while True:
            to.sendall(piece)

    return answer


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b" " * 65536),
        (b"Transfer-Encoding: chunked\r\n", b"10000\r\n" + b" " * 65536 + b"\r\n"),
    ],
)
def test_an_answer_without_end_is_left(server: Server, get: Get, head: bytes, piece: bytes) -> None:
    server.answer = endless(head, piece)
    with pytest.raises(CouldNotError, match="more than 1 MB"):
        get(server.url)


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (b"Content-Length: 10\r\n", "broke off"),
        (b"Content-Length: 99999999\r\n", "more than 1 MB"),
        (b"Transfer-Encoding: chunked\r\n", "could not be (read|fetched)"),
    ],
)
def test_an_answer_that_lies_about_its_length_is_refused(
    server: Server, get: Get, head: bytes, why: str
) -> None:
    server.answer = lambda _, to: to.sendall(OK + head + b"\r\n[]")
    with pytest.raises(CouldNotError, match=why):
        get(server.url)


def test_what_comes_after_the_length_it_gave_is_not_read(server: Server, get: Get) -> None:
    server.answer = lambda _, to: to.sendall(OK + b"Content-Length: 2\r\n\r\n[] and more")
    assert get(server.url) == b"[]"


def test_any_other_answer_is_said(server: Server, get: Get) -> None:
    server.answer = lambda _, to: to.sendall(b"HTTP/1.1 404 Not\x1b[31m Here\r\n\r\n")
    with pytest.raises(CouldNotError, match="404 Not Here"):
        get(server.url)
    server.answer = lambda _, to: to.sendall(b"hello\r\n\r\n")
    with pytest.raises(CouldNotError):
        get(server.url)


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Server) -> None:
    with pytest.raises(CouldNotError, match="certificate"):
        fetch(server.url, io.BytesIO(), MOST)
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    ["http://localhost/x", "https://", "https://me:secret@localhost/x", "https://[", "ftp://a/b",
     "https://localhost:99999/"],
)  # fmt: skip
def test_only_a_plain_https_address_is_fetched(url: str, get: Get) -> None:
    with pytest.raises(UsageError, match="https address"):
        get(url)


def test_nobody_there_is_said(get: Get) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(CouldNotError, match="could not be fetched"):
        get(f"https://localhost:{port}/")


def test_an_address_is_imported_and_its_list_known_by_it(
    run: Run, server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    body = b'[{"slug": "a", "name": "Lifeline", "day": 2, "time": "19:00", "timezone": "UTC"}]'
    head = f"Content-Length: {len(body)}\r\n\r\n".encode()
    server.answer = lambda _, to: to.sendall(OK + head + body)
    first = run("group", "import", server.url, "--json")
    assert (first.code, first.json["added"], first.json["source"]) == (0, 1, server.url)
    assert run("group", "import", server.url, "--json").json["unchanged"] == 1
    server.answer = lambda _, to: to.sendall(OK + head + body[:40])
    broken = run("group", "import", server.url)
    assert (broken.code, broken.out) == (1, "")
    assert "broke off" in broken.err
    assert len(run("history", "--json").json["steps"]) == 1
    shutil.rmtree(home)
    assert run("group", "import", "http://localhost/list.json").code == 2
    assert not home.exists()


INSIDE = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
    "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fe80::1%lo", "fd00::1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.1.1", "::127.0.0.1", "::10.0.0.1",
    "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1",
    "2001:0:4136:e378:8000:63bf:3f57:fefe",
]  # fmt: skip
OUTSIDE = [
    "93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101",
    "2002:101:101::1",
]  # fmt: skip


def place(address: str, port: int = 443) -> Place:
    if ":" in address:
        return Place(socket.AF_INET6, (address, port, 0, 0))
    return Place(socket.AF_INET, (address, port))


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_inside_is_known_as_such_however_it_is_written(address: str) -> None:
    assert not outside(place(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_is_outside_is_known_as_such(address: str) -> None:
    assert outside(place(address))


def test_an_address_of_this_machine_is_known_whatever_network_it_is_of() -> None:
    assert is_own(place("127.0.0.1"))
    assert not is_own(place("1.1.1.1"))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probing, suppress(OSError):
        probing.connect(("192.0.2.1", 9))  # no packet is sent; the system names its own address
        assert is_own(place(probing.getsockname()[0]))


Found = Callable[[str], list[str]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Callable[[Found], list[str]]:
    """Let a function say which addresses a name has; the names that were looked up are returned."""

    def put(found: Found) -> list[str]:
        asked: list[str] = []

        def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
            asked.append(host)
            places = [place(address, port) for address in found(host)]
            return [(each.family, socket.SOCK_STREAM, 6, "", each.address) for each in places]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        return asked

    return put


@pytest.mark.parametrize("address", INSIDE)
def test_a_redirect_never_leads_inside(
    server: Server, get: Get, names: Callable[[Found], list[str]], address: str
) -> None:
    """Neither as it is nor behind a name, nor among addresses that are all right."""
    named = f"[{address.partition('%')[0]}]" if ":" in address else address
    for target in (named, "lists.example"):
        asked = names(lambda host: ["127.0.0.1"] if host == "localhost" else ["1.1.1.1", address])
        server.asked.clear()
        server.answer = moved(f"https://{target}:{server.port}/inside")
        with pytest.raises(CouldNotError, match="into a private network"):
            get(server.url)
        assert len(server.asked) == 1
        assert len(asked) == 2


def test_a_redirect_to_the_host_that_was_typed_goes_where_it_went_before(
    server: Server, get: Get, names: Callable[[Found], list[str]]
) -> None:
    """Also where its name means something else by then."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    asked = names(lambda _: next(answers))

    def answer(path: str, to: socket.socket) -> None:
        if path == "/list.json":
            moved(f"https://LOCALHOST:{server.port}/other")(path, to)
        else:
            to.sendall(OK + b"Content-Length: 3\r\n\r\n[1]")

    server.answer = answer
    assert get(server.url) == b"[1]"
    assert asked == ["localhost"]


def test_another_name_of_the_host_that_was_typed_is_another_host(server: Server, get: Get) -> None:
    server.answer = moved(f"https://127.0.0.1:{server.port}/other")
    with pytest.raises(CouldNotError, match="into a private network"):
        get(server.url)
    assert len(server.asked) == 1


def test_a_connection_goes_to_the_address_that_was_looked_at(
    server: Server, get: Get, names: Callable[[Found], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is out in the world when it is looked at, and inside a moment later."""
    went: list[object] = []
    connect = socket.socket.connect

    def noted(self: socket.socket, address: object) -> None:
        went.append(address)
        if address != ("127.0.0.1", server.port):
            raise ConnectionRefusedError
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", noted)
    rebinding = iter([["1.1.1.1"], ["127.0.0.1"], ["127.0.0.1"]])
    asked = names(lambda host: ["127.0.0.1"] if host == "localhost" else next(rebinding))
    server.answer = moved(f"https://lists.example:{server.port}/other")
    with pytest.raises(CouldNotError):
        get(server.url)
    assert went == [("127.0.0.1", server.port), ("1.1.1.1", server.port)]
    assert asked == ["localhost", "lists.example"]
