"""Text out of a web page's markup: lists are kept by web sites, and their texts come with it.

Tags go and entities are read, also where a site wrote them twice ("&amp;amp;", "&lt;br&gt;").
What only looks like a tag stays: "<3", "a < b", "<https://example.org>", "<your name>".
"""

from __future__ import annotations

import re
from html import unescape

TIMES = 4  # that a text was written as markup, one over the other
BLOCKS = (
    "article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|head"
    "|header|hr|html|li|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|iframe|img|ins|mark|meta|noscript|q|s|small|span|strike"
    "|strong|sub|sup|tt|u|wbr"
)
# No pattern reads past the next "<" it might begin at, so that none takes long on any text.
VALUE = r"""(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+)"""
ATTRIBUTE = rf"\s+[\w:.-]+\s*=\s*{VALUE}"
BLOCK = re.compile(rf"(?i)</?(?:{BLOCKS})(?:{ATTRIBUTE})*\s*/?>")
# Tags that editors write; any with an attribute, of a name in two parts, or at an end.
TAG = re.compile(
    rf"(?i)</?(?:{INLINE}|[a-z]\w*:[a-z]\w*)(?:{ATTRIBUTE})*\s*/?>"
    rf"|<[a-z][\w:-]*(?:{ATTRIBUTE})+\s*/?>|</[a-z][\w:-]*>"
)
LINK = re.compile(rf"(?is)<a\s[^<>]*?href\s*=\s*({VALUE})[^<>]*>((?:(?!<a\s).)*?)</a\s*>")
UNSEEN = re.compile(
    r"(?is)<!--(?:(?!<!--).)*?-->|<(script|style)\b[^<>]*>(?:(?!<\1).)*?</\1\s*>"
    r"|<\?xml[^<>]*>|<!doctype[^<>]*>"
)
CDATA = re.compile(r"(?is)<!\[CDATA\[(.*?)(?:\]\]>|\Z)")
ENTITY = re.compile(r"(?i)&(?:#\d{1,7};?|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,30};)")


def without_markup(text: str) -> str:
    """Return a text as a reader of the page would see it, each break as a space."""
    for _ in range(TIMES):
        before = text
        if "<" in text:
            text = without_tags(text)
        if "&" in text:
            text = ENTITY.sub(lambda found: unescape(found[0]), text)
        if text == before:
            break
    return text


def without_tags(text: str) -> str:
    """Return a text without tags; where a link leads stands behind its words."""
    text = UNSEEN.sub("", CDATA.sub(r"\1", text))
    text = LINK.sub(with_address, text)
    return TAG.sub("", BLOCK.sub(" ", text))


def with_address(found: re.Match[str]) -> str:
    """Return the words of a link, with its address where they don't say it."""
    address = found[1].strip("\"' ")
    bare = re.sub(r"(?i)^(?:https?://|mailto:|tel:)", "", address).rstrip("/")
    if not re.match(r"(?i)https?://|mailto:|tel:", address) or bare in found[2]:
        return found[2]
    return f"{found[2]} ({address})"
