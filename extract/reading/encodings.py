"""Bytes → text: whatever encoding an article comes in, or why it is no text."""

from __future__ import annotations

import codecs
import logging
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from ...ontology.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG = logging.getLogger(__name__)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files begin that people put among articles by mistake.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\x00", "a database"),
)
_STRAY = re.compile("[\udc80-\udcff]")  # how a byte that is not UTF-8 is passed on
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_SAMPLE = 200_000  # bytes that decide on the encoding
#: Bytes of a file that is one article, and characters of a line: far more than any article has.
LARGEST = 20_000_000


def whole(stream: BinaryIO, where: str, largest: int = LARGEST) -> bytes:
    """All bytes of a stream. Raises ArticleError where there are more than `largest`."""
    raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise ArticleError(where, f"is larger than {largest:,} bytes", "split it: one file an article, or JSON lines")
    return raw


def decode(raw: bytes, where: str) -> str:
    """The text of `raw` without byte order mark, line ends as `\\n`.

    Raises ArticleError where the bytes are empty or no text. Bytes that do not fit an encoding which fits the rest
    become U+FFFD, with a notice in the log.
    """
    text = "".join(decoded_lines(BytesIO(raw), where))
    if not text.strip():
        raise ArticleError(where, "the file holds white space only", "remove it, or fill it")
    return text


def decoded_lines(stream: BinaryIO, where: str) -> Iterator[str]:
    """The lines of a stream as text, one at a time, with `\\n` as line end. As `decode`, for files of any length.

    What a line has beyond `LARGEST` characters (and some) is passed over.
    """
    sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise ArticleError(where, "the file is empty", "remove it, or fill it")
    mark, encoding = encoding_of(sample, where)
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if encoding == "utf-8" else "replace")
    rest = ""
    chunk = sample[len(mark) :]
    while chunk:
        *lines, rest = unify_line_ends(rest + decoder.decode(chunk), more=True).split("\n")
        for line in lines:
            yield _mended(line, where) + "\n"
        rest = rest[: LARGEST + 1]
        chunk = stream.read(_SAMPLE)
    rest = unify_line_ends(rest + decoder.decode(b"", final=True))
    if rest:
        yield _mended(rest, where)


def unify_line_ends(text: str, *, more: bool = False) -> str:
    """`text` with `\\r\\n` and `\\r` as `\\n`; with `more` to come, a `\\r` at the very end is left as it is."""
    if "\r" not in text:
        return text
    last = "\r" if more and text.endswith("\r") else ""
    return text[: len(text) - len(last)].replace("\r\n", "\n").replace("\r", "\n") + last


def _mended(line: str, where: str) -> str:
    """A line whose stray bytes are read as what they probably are, or replaced, with a notice in the log."""
    if line.isascii():
        return line
    line = _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), line)
    if "\ufffd" in line:
        _LOG.info("%s: %d characters are not in the file's encoding", where, line.count("\ufffd"))
    return line


def encoding_of(sample: bytes, where: str) -> tuple[bytes, str]:
    """(byte order mark, encoding) of a file that begins with `sample`; ArticleError where it is no text."""
    for start, what in _SIGNATURES:
        if sample.startswith(start):
            raise ArticleError(where, f"this is {what}, not text", "save its text as .txt, .html or .jsonl")
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return mark, encoding
    if b"\x00" in sample:
        return b"", _wide(sample, where)
    if _is_mostly_utf8(sample):
        return b"", "utf-8"
    found = _guess(sample)
    if found is None:
        raise ArticleError(where, "this is binary data, not text", "give text, HTML, JSON or CSV")
    return b"", found


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether the sample is UTF-8, but for fewer stray bytes than it has true UTF-8 characters beyond ASCII."""
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(sample)
    stray = len(_STRAY.findall(text))
    return not stray or 2 * stray < sum(not c.isascii() for c in text)


def _wide(sample: bytes, where: str) -> str:
    """UTF-16 without a byte order mark has its zero bytes at every other place; anything else with zeros is binary."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[first::2].count(0)
        if zeros > 0.4 * len(sample) / 2 and not _CONTROL.search(sample.decode(encoding, "ignore")):
            return encoding
    raise ArticleError(where, "this is binary data, not text", "give text, HTML, JSON or CSV")


def _guess(sample: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, or None where they are no text."""
    from charset_normalizer import from_bytes

    meta = re.search(rb"""<meta[^>]{0,200}?charset=["']?([\w-]+)""", sample[:4096], re.IGNORECASE)
    if meta:
        try:
            named = codecs.lookup(meta[1].decode("ascii")).name
        except LookupError:
            named = ""
        if named not in ("", "utf-8"):
            # Browsers read ISO 8859-1 as Windows-1252, and so pages that claim it are written.
            return "cp1252" if named in ("iso8859-1", "ascii") else named
    if _is_western(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best else None


def _is_western(sample: bytes) -> bool:
    """Whether the bytes make good English news text in Windows-1252.

    General detectors prefer a rare code page for it: curly quotes and a few accents give their statistics too little.
    """
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(c.isalpha() for c in text)
    foreign = 0
    for i, c in enumerate(text):
        if c.isascii():
            continue
        if c.isalpha():
            foreign += 1
            if c.isupper() and text[i - 1 : i].islower():
                return False
        elif unicodedata.category(c) in ("Lm", "Sk", "Lo") or c in "¤¦¬¯¸¹²³µ¶†‡‰ƒ":
            return False
    return foreign <= letters / 5
