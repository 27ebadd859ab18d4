"""RSS and Atom files: one article an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree
from lxml import html as lxml_html

from ...ontology.errors import ArticleError
from .encodings import whole
from .fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .fields import Fields
    from .formats import Found

_ENTRIES = ("item", "entry")
#: Elements of an entry, the first that is filled: what RSS 0.9–2.0, RSS 1.0 with its modules, and Atom call a field.
_NAMES = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "url": ("link",),
    "published": ("published", "pubDate", "date", "issued", "updated"),
    "author": ("creator", "author"),
    "source": ("source",),
    "id": ("guid", "id"),
}
_BLOCKS = frozenset([
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "section",
    "article", "figure", "pre", "hr",
])  # fmt: skip
_NOT_TEXT = frozenset(["script", "style", "figure", "iframe", "noscript", "template"])


def feed(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """An RSS or Atom file: one article an entry, its text the whole content where it is there, else the summary."""
    # Entities are left as they are and nothing is fetched: a feed says what it says, and no more.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    raw = whole(stream, where)
    try:
        root = etree.fromstring(raw, parser) if raw.strip() else None
    except etree.XMLSyntaxError:
        root = None
    if root is None or _local(root) not in ("rss", "feed", "RDF"):
        raise ArticleError(where, "this is no RSS or Atom feed", "give a feed, or save pages as .html")
    outlet = next((_words(e) for e in root.iter() if _local(e) == "title" and not _in_entry(e)), None)
    number = 0
    for entry in root.iter():
        if _local(entry) in _ENTRIES:
            number += 1
            yield number, _article(entry, outlet, f"{where}#{number}")
    if not number:
        raise ArticleError(where, "the feed has no entry", "remove it, or fetch it again")


def _article(entry: etree._Element, outlet: str | None, where: str) -> Fields | ArticleError:
    record: dict[str, object] = {field: _value(entry, field, names) for field, names in _NAMES.items()}
    record["text"] = text_of(str(record["text"] or ""))
    record["source"] = record["source"] or outlet
    try:
        return fields_of(record, {}, where)
    except ArticleError as e:
        return e


def _value(entry: etree._Element, field: str, names: tuple[str, ...]) -> str | None:
    for name in names:
        for element in entry:
            if _local(element) != name:
                continue
            found = element.get("href") if field == "url" and element.get("href") else _words(element)
            if field == "url" and element.get("rel") not in (None, "alternate"):
                continue
            if field == "text" and len(element):  # XHTML stands as elements, HTML as their text
                found = etree.tostring(element, encoding="unicode")
            if field in ("author", "source") and len(element):
                found = next((_words(e) for e in element if _local(e) in ("name", "title")), None)
            if found:
                return found
    return None


def text_of(markup: str) -> str:
    """The words of a piece of HTML, its blocks as paragraphs; of plain text itself."""
    if not re.search(r"<[a-zA-Z!/]|&#?\w+;", markup):
        return markup
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    words = "".join(_pieces(tree))
    return "\n\n".join(" ".join(block.split()) for block in words.split("\0") if block.strip())


def _pieces(tree: etree._Element) -> Iterator[str]:
    """The text of a tree in its order, NUL where a block begins or ends."""
    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = _local(element)
        if event == "start":
            skipped += name in _NOT_TEXT
            yield "\0" if name in _BLOCKS else ""
            yield "" if skipped else element.text or ""
            continue
        skipped -= event == "end" and name in _NOT_TEXT
        yield "\0" if name in _BLOCKS else ""
        yield "" if skipped or element is tree else element.tail or ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext(etree.Element)).split()) if len(element) else (element.text or "").strip()


def _in_entry(element: etree._Element) -> bool:
    return any(_local(a) in (*_ENTRIES, "image", "textinput") for a in element.iterancestors())


def _local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
