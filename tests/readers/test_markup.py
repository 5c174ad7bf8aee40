"""Texts of lists as web sites write them: what a reader of the page sees, and nothing lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Run
from recoverplan.domain.text import clean
from recoverplan.readers.listing_fields import text
from recoverplan.readers.markup import without_markup
from rounds import rounds


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("St Luke&#8217;s", "St Luke’s"),
        ("St Luke&#8217s", "St Luke’s"),
        ("St Luke&#x2019;s", "St Luke’s"),
        ("Tom &quot;T&quot; &amp; Co", 'Tom "T" & Co'),
        ("Q &amp;amp; A", "Q & A"),
        ("Q &amp;amp;amp; A", "Q & A"),
        ("&Uuml;ber&nbsp;uns", "Über uns"),
        ("Room<br>2", "Room 2"),
        ("Room<br />2<BR/>up", "Room 2 up"),
        ("<p>One</p>\n<p>Two</p>", "One Two"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("R&amp;R <i>Group</i>", "R&R Group"),
        ('<span style="color: red">Open</span> meeting', "Open meeting"),
        ("&lt;br&gt;x &amp;lt;b&amp;gt;y&amp;lt;/b&amp;gt;", "x y"),
        ("<![CDATA[Big <b>Book</b>]]>", "Big Book"),
        ("<![CDATA[cut", "cut"),
        ("<!-- seen by nobody -->Ring twice", "Ring twice"),
        ("<script>alert('<b>')</script>ok<style>b{}</style>", "ok"),
        ("<o:p></o:p>Word", "Word"),
        ('<img src="x.png" alt="map">Side door', "Side door"),
        # Where a link leads is a way to get there.
        (
            '<a href="https://zoom.us/j/1?a=1&amp;b=2">Zoom</a>',
            "Zoom (https://zoom.us/j/1?a=1&b=2)",
        ),
        ("<a href='https://aa.example/'>aa.example</a>", "aa.example"),
        ("<a href=mailto:x@example.org>mail us</a>", "mail us (mailto:x@example.org)"),
        ("<a name=here>Here</a>", "Here"),
        # What only looks like it.
        ("I <3 this", "I <3 this"),
        ("I &lt;3 this", "I <3 this"),
        ("a < b and b > c", "a < b and b > c"),
        ("a <b and c> d", "a <b and c> d"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("x <= y && z", "x <= y && z"),
        ("<https://example.org/a>", "<https://example.org/a>"),
        ("<me@example.org>", "<me@example.org>"),
        ("<your name>", "<your name>"),
        ("AT&T, B&B;", "AT&T, B&B;"),
        ("?a=1&copy=2&lt=3", "?a=1&copy=2&lt=3"),
        ("&bogus; ok", "&bogus; ok"),
        ("100 % <", "100 % <"),
        # Still harmless.
        ("&#27;[31mred&#x202e;", "[31mred"),
        ("&#0;&#55296;x", "\ufffd\ufffdx"),
        ("<b></b>", None),
    ],
)
def test_what_a_reader_of_the_page_sees(written: str, seen: str | None) -> None:
    assert text(written) == seen


@settings(max_examples=rounds(300), deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("<>&;#/='\"ab3 \n")), max_size=80))
def test_any_text_comes_out_harmless_and_plain_text_as_it_was(written: str) -> None:
    seen = text(written)
    assert seen is None or seen == clean(seen) != ""
    if not re.search("[<&]", written):
        assert seen == (clean(written) or None)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "&",
        "<a href=",
        "<a href=x>",
        "<!--",
        "<script>",
        '<b a="',
        "a=b ",
        "<![CDATA[",
        "&amp;",
    ],
)
def test_no_text_keeps_it_busy(piece: str) -> None:
    # With a pattern that reads on from every "<" this would take hours.
    assert len(without_markup("<p " + piece * (400_000 // len(piece)))) <= 400_003


def test_a_list_is_found_and_shown_without_markup(run: Run, tmp_path: Path) -> None:
    row = {
        "name": "Women&amp;#8217;s <em>Big Book</em>",
        "slug": "big-book", "day": 1, "time": "19:00", "timezone": "America/New_York",
        "location": "St Luke&#039;s &amp; Friends", "formatted_address": "1 Main St<br>Springfield",
        "notes": "<p>Ring bell.</p><p>First Monday of the month only &lt;3</p>",
        "conference_url": "https://zoom.example/j/1?a=1&amp;pwd=2", "types": ["O"],
    }  # fmt: skip
    path = tmp_path / "list.json"
    path.write_text(json.dumps([row]), encoding="utf-8")
    assert run("group", "import", str(path), "--programme", "AA").code == 0
    (found,) = run("group", "find", "--text", "women’s big book", "--json").json["meetings"]
    assert found["name"] == "Women’s Big Book"
    assert found["where"] == "St Luke's & Friends, 1 Main St Springfield"
    assert found["link"] == "https://zoom.example/j/1?a=1&pwd=2"
    assert found["caution"] == "First Monday of the month only <3"
    assert run("group", "try", str(found["id"])).code == 0
    (group,) = run("group", "list", "--json").json["groups"]
    assert group["name"] == "Women’s Big Book"
    assert "&amp;" not in json.dumps(group)
    # The same list again: nothing changed.
    again = run("group", "import", str(path), "--programme", "AA", "--json").json
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 1)
