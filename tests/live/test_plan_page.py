"""The plan's page in a real browser: for everyone, on any screen, on one sheet, and silent."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from browser import DARK, POLICY, Browser
from conftest import Run
from whole.test_first_week import ALEX, enter

pytestmark = pytest.mark.live
LIGHTS = pytest.mark.parametrize("light", [(), (DARK,)], ids=["light", "dark"])
WIDE_BY = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LONG = "Hubertus-Maximilian-von-und-zu-Donaudampfschifffahrtsgesellschaft@example.org"


@pytest.fixture
def page(run: Run, tmp_path: Path) -> str:
    """Return the page of the example person's week."""
    enter(run, *ALEX)
    return written(run, tmp_path)


def written(run: Run, folder: Path) -> str:
    """Write the plan as a page and return it."""
    path = folder / "week.html"
    assert run("plan", "--html", str(path)).code == 0
    return path.read_text(encoding="utf-8")


@LIGHTS
def test_everyone_can_use_it(browser: Browser, page: str, light: tuple[str, ...]) -> None:
    found = browser.axe(page, *light)
    assert found.violations == []
    assert found.incomplete == []
    # It did run, and the contrast of what is said was measured, not skipped.
    assert found.passes["color-contrast"] > 60


def test_what_is_broken_would_be_seen(browser: Browser, page: str) -> None:
    broken = page.replace('<html lang="en">', "<html>")
    broken = broken.replace("</head>", "<style>.quiet { color: #bbb }</style></head>")
    broken = broken.replace("<h1>", '<img src="x.png"><h1>')
    rules = {violation[0] for violation in browser.axe(broken).violations}
    assert {"html-has-lang", "color-contrast", "image-alt"} <= rules


def test_whatever_can_be_tapped_is_large_enough(browser: Browser, page: str) -> None:
    sizes = browser.measure(
        page,
        """
        for (const one of document.querySelectorAll("details")) one.open = true;
        tell([...document.querySelectorAll("a, summary")].map(one => {
          const box = one.getBoundingClientRect();
          return [box.width, box.height];
        }));
        """,
        "--window-size=320,640",
    )
    assert len(sizes) > 20
    # WCAG 2.2 asks for 24 pixels; a thumb likes more.
    assert all(width >= 44 and height >= 40 for width, height in sizes), sizes


@pytest.mark.parametrize(
    "screen",
    [
        ("--window-size=320,640",),
        # A window of 1280 pixels at 400 %: as wide as 320, each of them four.
        ("--window-size=320,256", "--force-device-scale-factor=4"),
        ("--window-size=390,844",),
        ("--window-size=1280,900",),
    ],
    ids=["320", "400 %", "phone", "desk"],
)
def test_nobody_has_to_scroll_sideways(
    browser: Browser, run: Run, page: str, tmp_path: Path, screen: tuple[str, ...]
) -> None:
    enter(
        run,
        f"contact add|{LONG}|--role|peer|--email|{LONG}|--say|{LONG}",
        f"risk add|{LONG}|--when|daily 1pm-2pm|--step|{LONG}|--trigger|{LONG}",
        f"group add|{LONG}|--when|daily 1pm-2pm|--link|https://{LONG}/{LONG}",
    )
    (tmp_path / "week.html").unlink()
    crowded = written(run, tmp_path)
    opened = 'for (const one of document.querySelectorAll("details")) one.open = true;'
    assert browser.measure(crowded, f"{opened} tell({WIDE_BY});", *screen) == 0


def test_a_page_that_is_too_wide_would_be_seen(browser: Browser, page: str) -> None:
    wide = page.replace("<footer>", "<table><tr><td><pre>" + "x" * 200 + "</pre></table><footer>")
    assert browser.measure(wide, f"tell({WIDE_BY});", "--window-size=320,640") > 100


def test_letters_twice_as_large_fit_too(browser: Browser, page: str) -> None:
    larger = "document.documentElement.style.fontSize = '200%';"
    assert browser.measure(page, f"{larger} tell({WIDE_BY});", "--window-size=360,640") == 0


def test_it_looks_light_by_day_and_dark_by_night(browser: Browser, page: str) -> None:
    for width, options, dark in ((360, (), False), (360, (DARK,), True), (1100, (DARK,), True)):
        with Image.open(browser.screenshot(page, width, 900, *options)) as shot:
            picture = shot.convert("L")
        assert picture.width == width
        corner, shades = picture.crop((0, 0, 4, 4)).histogram(), picture.histogram()
        assert bool(sum(corner[:60])) is dark
        # Something is written there, and can be told from the paper.
        assert sum(shades[:60]) > 1000
        assert sum(shades[200:]) > 1000


def test_an_ordinary_week_prints_on_one_sheet(browser: Browser, page: str) -> None:
    for paper in ("Letter", "A4"):
        sized = page.replace("@page { margin: 12mm", f"@page {{ size: {paper}; margin: 12mm")
        # Another style needs another policy.
        document = browser.pdf(POLICY.sub("", sized))
        assert len(document) == 1
        width, _ = document[0].get_size()
        assert round(width) == {"Letter": 612, "A4": 595}[paper]
        text = " ".join(document[0].get_textpage().get_text_range().split())
        document.close()
        for said in (
            "Monday 23 November, 9 pm to midnight",
            "Call Sam, 555-0114",
            "Thu 26 2 to 8 pm Thanksgiving 6 pm call Sam 2 to 6 open",
            "text 555-0127",
            "Numbers looked up in November 2026.",
            "One small question to one person is plenty.",
        ):
            assert said in text


class Listener(socketserver.ThreadingTCPServer):
    """A proxy that lets nothing through and keeps the first line of whatever is asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), Refusing)


class Refusing(socketserver.StreamRequestHandler):
    """Keep the first line of a request and refuse it."""

    server: Listener

    def handle(self) -> None:
        """Answer one request."""
        self.server.asked.append(self.rfile.readline().decode("latin-1").strip())
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


@contextmanager
def listening() -> Iterator[Listener]:
    """Run a proxy while something is shown."""
    with Listener() as proxy:
        thread = threading.Thread(target=proxy.serve_forever, daemon=True)
        thread.start()
        yield proxy
        proxy.shutdown()
        thread.join()


def asked_for(browser: Browser, page: str) -> list[str]:
    """Return every request that a page makes, whatever the address."""
    with listening() as proxy:
        port = proxy.server_address[1]
        through = f"--proxy-server=http://127.0.0.1:{port}"
        browser.run(page, through, "--proxy-bypass-list=<-loopback>", "--dump-dom")
        return proxy.asked


LEAK = '<img src="http://pictures.example/x.png"><link rel="stylesheet" href="//css.example/x">'


def test_no_request_leaves_the_page(browser: Browser, page: str) -> None:
    assert asked_for(browser, page) == []
    # Even what somebody smuggled in asks nobody: the policy forbids it.
    assert asked_for(browser, page.replace("</main>", f"{LEAK}</main>")) == []


def test_a_request_would_be_seen(browser: Browser, page: str) -> None:
    leaking = POLICY.sub("", page).replace("</main>", f"{LEAK}</main>")
    assert any("http://pictures.example/x.png" in line for line in asked_for(browser, leaking))
