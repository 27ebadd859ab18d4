"""WARC files, as web archives keep them: one article a page that was fetched."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from ...ontology.errors import ArticleError, MissingExtraError
from .encodings import LARGEST, decode
from .fields import Fields, clean, usable_url
from .formats import page_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warcio.recordloader import ArcWarcRecord

    from .formats import Found

_LOG = logging.getLogger(__name__)
#: What holds a page that was fetched, a file, or the text of a page (WET).
_KINDS = ("response", "resource", "conversion")
_PAGES = ("text/html", "application/xhtml+xml")


def warc(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """The pages (and WET texts) of a WARC file, each an article at the address it was fetched from.

    Pages that hold no article, as most of what a crawler meets, are left out with a notice in the log.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as e:
        raise MissingExtraError(".warc", "needs the package warcio", extra="archives") from e
    number = 0
    try:
        for record in ArchiveIterator(stream):
            found = _article(record, where)
            if found is not None:
                number += 1
                yield number, found
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, LookupError, TypeError) as e:
        # Of broken headers warcio complains in whatever way they break it.
        reason = " ".join(str(e).split())[:120]
        raise ArticleError(where, f"the WARC file is damaged ({reason})", "get it again") from e
    if not number:
        raise ArticleError(where, "holds no page with an article", "give a WARC file of pages (response records)")


def _article(record: ArcWarcRecord, where: str) -> Fields | ArticleError | None:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    media, _, more = kind.partition(";")
    media = media.strip().lower()
    fetched = headers.get_statuscode() == "200" if headers else True
    if record.rec_type not in _KINDS or not fetched or media not in (*_PAGES, "text/plain"):
        return None
    raw = record.content_stream().read(LARGEST + 1)
    if len(raw) > LARGEST:
        return ArticleError(where, f"the page {address[:120]!r} is larger than {LARGEST:,} bytes", "leave it out")
    try:
        text = _decoded(raw, more.lower().rpartition("charset=")[2].strip("\"' "), where)
        fields = page_fields(text, where) if media in _PAGES else Fields(clean(text))
    except ArticleError as e:
        _LOG.info("%s: %s: %s", where, address, e.what)
        return None
    return replace(fields, url=usable_url(address, where) or fields.url)


def _decoded(raw: bytes, charset: str, where: str) -> str:
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        return decode(raw, where)
