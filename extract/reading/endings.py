"""Which reader a file wants: by its name's ending, or by how it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .feeds import feed
from .formats import csv_rows, html, json_file, json_lines, markdown, plain
from .parquet import parquet
from .unpacking import PACKED, formats_of
from .warc import warc

if TYPE_CHECKING:
    from .formats import Reader

#: How a file's name ends → its reader.
READERS: dict[str, Reader] = {
    ".txt": plain, ".text": plain, ".md": markdown, ".markdown": markdown, ".html": html, ".htm": html, ".xhtml": html,
    ".json": json_file, ".jsonl": json_lines, ".ndjson": json_lines, ".csv": csv_rows, ".tsv": csv_rows,
    ".rss": feed, ".atom": feed, ".xml": feed, ".warc": warc, ".wet": warc, ".parquet": parquet,
}  # fmt: skip
#: What people call those that `sniffed` gives.
NAMES: dict[Reader, str] = {
    plain: "text", html: "HTML", json_file: "JSON", json_lines: "JSON lines", feed: "a feed", warc: "WARC",
    parquet: "Parquet",
}  # fmt: skip
#: Endings of files that are one article each.
SINGLE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")


def is_known(name: str) -> bool:
    """Whether a file is one of articles by its name: `a.csv`, `a.csv.gz`, `a.zip`."""
    ending = formats_of(name)[-1]
    return ending in READERS or ending == ".zip"


def known() -> str:
    """The endings, for people."""
    return f"{', '.join(READERS)}, or one of these and {', '.join(PACKED[:-1])}, or {PACKED[-1]}"


def sniffed(start: bytes) -> Reader:
    """The reader for a stream whose name tells nothing, by how it begins: a feed, HTML, JSON, JSON lines, or text."""
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb"(<\?xml[^>]*>|<!--.*?-->|\s)*<(rss|feed|rdf:RDF)\b", head[:4096], re.S):
        return feed
    if head.startswith(b"WARC/1."):
        return warc
    if head.startswith(b"PAR1"):
        return parquet
    if re.match(rb"<(!doctype|html|head|body|\?xml|!--|article|div|p[ >])", head, re.IGNORECASE):
        return html
    if re.match(rb'\{\s*("|\}|$)|\[\s*(\{|\]|$)', head):
        line, newline, _ = head.partition(b"\n")
        return json_lines if line.rstrip()[-1:] in (b"}", b"]") or not newline else json_file
    return plain
