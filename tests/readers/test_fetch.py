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
from recoverplan.readers.fetch import fetch

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
