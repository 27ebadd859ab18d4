"""Files, folders, globs and standard input → articles, one at a time."""

from __future__ import annotations

import io
import logging
import os
import re
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from ...ontology.errors import ArticleError, UsageError
from ...ontology.iri import article_iri
from ...ontology.model import Article
from .boilerplate import segment
from .endings import NAMES, READERS, SINGLE, is_known, known, sniffed
from .fields import check_mapping
from .fingerprint import fingerprint
from .formats import plain
from .headers import header_fields
from .unpacking import Member, members, packing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .fields import Fields
    from .formats import Found, Reader

_LOG = logging.getLogger(__name__)
STDIN = "-"
#: Characters of an article; a novel has a million.
LONGEST = 10_000_000
_PEEK = 1 << 16  # bytes that tell the format of a stream


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its path as it was given, None for standard input."""

    path: Path | None

    @property
    def where(self) -> str:
        """How messages name it."""
        return STDIN if self.path is None else str(self.path)

    @property
    def name(self) -> str:
        """How articles name it: its path from the working folder, however it was given."""
        return STDIN if self.path is None else Path(os.path.relpath(self.path)).as_posix()


def read_articles(
    paths: Sequence[str], *, fields: Mapping[str, str] | None = None, on_error: Callable[[ArticleError], None]
) -> Iterator[Article]:
    """The articles in files, folders (with all below them, sorted), globs and `-` (standard input), in that order.

    `fields` maps fields of an article (text, title, url, published, source, author, id) to the names that records of
    JSON and CSV files have for them; the common names are known. What cannot be read is handed to `on_error`, one
    ArticleError for an article, and the others go on. Files of records are read record by record.
    Raises UsageError, before anything is read, where a path does not exist or a field is unknown.
    """
    mapping = dict(fields or {})
    check_mapping(mapping)
    sources = find_sources(paths)
    return (article for source in sources for article in _read(source, mapping, on_error))


def count_articles(paths: Sequence[str], *, fields: Mapping[str, str] | None = None) -> int | None:
    """How many articles `read_articles` will come to, those that fail included.

    None for standard input, and for archives, where counting takes as long as reading.
    """
    total = 0
    for source in find_sources(paths):
        if source.path is None or source.path.suffix.lower() not in READERS or ".warc" in source.path.suffixes:
            return None
        if source.path.suffix.lower() in SINGLE:
            total += 1
            continue
        try:
            total += sum(1 for _, found in _found(source, dict(fields or {})) for _ in found)
        except ArticleError:
            total += 1
    return total


def find_sources(paths: Sequence[str]) -> list[Source]:
    """The files that a list of paths comes to, each once. Raises UsageError where a path comes to none."""
    sources: dict[Path | None, Source] = {}
    for path in paths:
        for source in _expand(path):
            sources.setdefault(source.path and source.path.resolve(), source)
    return list(sources.values())


def _expand(path: str) -> Iterator[Source]:
    if path == STDIN:
        yield Source(None)
        return
    given = Path(path)
    if given.is_dir():
        found = sorted(_below(given))
        if not found:
            raise UsageError(path, "this folder holds no articles", f"give files that end in {known()}")
        yield from map(Source, found)
    elif given.exists():
        yield Source(given)
    elif has_magic(path):
        matches = sorted(glob(path, recursive=True))  # noqa: PTH207 (absolute patterns too)
        if not matches:
            raise UsageError(path, "no file matches", "check the pattern")
        for match in matches:
            yield from _expand(match)
    else:
        raise UsageError(path, "there is no such file or folder", "check the path")


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder and its subfolders whose ending is that of a format, hidden ones left out."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in files:
            if name.startswith("."):
                continue
            if is_known(name):
                yield Path(root, name)
            else:
                _LOG.info("%s: not an article by its ending, left out", name)


def _read(source: Source, mapping: Mapping[str, str], on_error: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The articles of one file, or of the files that are packed in it."""
    try:
        for name, numbered in _found(source, mapping):
            try:
                for number, found in numbered:
                    if isinstance(found, ArticleError):
                        on_error(found)
                    elif len(found.text) > LONGEST:
                        where = name if number is None else f"{name}#{number}"
                        on_error(ArticleError(where, f"has more than {LONGEST:,} characters", "split it into articles"))
                    else:
                        yield _article(found, name if number is None else f"{name}#{number}")
            except ArticleError as e:
                on_error(e)
    except ArticleError as e:
        on_error(e)
    except OSError as e:
        on_error(ArticleError(source.where, f"cannot be read ({e.strerror or e})", "check the file and its rights"))


def _found(source: Source, mapping: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    """The files that a source holds, each with its name and its articles."""
    with nullcontext(sys.stdin.buffer) if source.path is None else source.path.open("rb", buffering=_PEEK) as file:
        size = None if source.path is None else os.fstat(file.fileno()).st_size
        given = source.name
        if source.path is None and isinstance(file, io.BufferedReader):
            given += packing_of(file.peek(_PEEK))
        for member in members(given, file, wanted=is_known, size=size):
            name = source.name + member.name[len(given) :]
            where = source.where + member.name[len(given) :]
            yield name, _reader(member, where)(member.stream, where, mapping)


def _reader(member: Member, where: str) -> Reader:
    """The reader for a file by its ending, for anything else by how it begins; a strange ending is told of."""
    by_ending = READERS.get(member.ending)
    if by_ending:
        return by_ending
    reader = sniffed(member.stream.peek(_PEEK)) if isinstance(member.stream, io.BufferedReader) else plain
    if member.ending:
        _LOG.warning("%s: %s is no ending of articles; read as %s, as it begins", where, member.ending, NAMES[reader])
    return reader


def _article(fields: Fields, name: str) -> Article:
    """The article with its blocks; what the record leaves open is taken from the lines above the text."""
    blocks = segment(fields.text, title=fields.title, author=fields.author)
    stated = header_fields(fields.text, blocks, name)
    headline = next((fields.text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return Article(
        iri=article_iri(fields.url or stated.get("url"), fields.id, fields.text, name.rpartition("/")[2]),
        text=fields.text,
        blocks=blocks,
        title=fields.title or stated.get("title") or (re.sub(r"\s+", " ", headline) if headline else None),
        url=fields.url or stated.get("url"),
        published=fields.published or stated.get("published"),
        source=fields.source or stated.get("source"),
        author=fields.author or stated.get("author"),
        path=name,
        fingerprint=fingerprint(fields.text, blocks),
    )
