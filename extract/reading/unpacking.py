"""Compressed files and archives → the files within, one at a time, never more of them than is fit to be read."""

from __future__ import annotations

import bz2
import gzip
import io
import logging
import lzma
import shutil
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from ...ontology.errors import ArticleError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LOG = logging.getLogger(__name__)
#: A file may unpack to so many bytes, and beyond them to so many times its size: text packs ten to thirty times.
_FREE, _RATIO = 100_000_000, 200
_DEPTH = 3  # archives in archives
_IN_MEMORY = 20_000_000  # bytes; what is larger goes to a temporary file where it must be read crosswise
_DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)
_TODO = "get the file again, or unpack it by hand"


@dataclass(frozen=True, slots=True)
class Member:
    """A file to read: `name` as messages and articles have it, the `ending` that tells its format, its bytes."""

    name: str
    ending: str
    stream: BinaryIO


def _zstandard(stream: BinaryIO) -> io.RawIOBase:
    try:
        import zstandard
    except ImportError as e:
        raise MissingExtraError(".zst", "needs the package zstandard", extra="archives") from e
    reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True, closefd=False)
    return cast("io.RawIOBase", reader)


#: Ending of a compressed file → what gives its bytes.
_COMPRESSED: dict[str, Callable[[BinaryIO], io.RawIOBase]] = {
    ".gz": lambda stream: cast("io.RawIOBase", gzip.GzipFile(fileobj=stream)),
    ".bz2": lambda stream: cast("io.RawIOBase", bz2.BZ2File(stream)),
    ".xz": lambda stream: cast("io.RawIOBase", lzma.LZMAFile(stream)),  # noqa: SIM115 (ends with its reader)
    ".zst": _zstandard,
}
_ARCHIVE = ".zip"
_MARKS = ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ\x00", ".xz"), (b"\x28\xb5\x2f\xfd", ".zst"))
#: Endings of what is unpacked before it is read.
PACKED = (*_COMPRESSED, _ARCHIVE)


def packing_of(start: bytes) -> str:
    """The ending that a compressed stream should have by how it begins; empty where it is not compressed."""
    return next((ending for mark, ending in _MARKS if start.startswith(mark)), "")


def formats_of(name: str) -> list[str]:
    """The endings of a file's name from the last one inwards to its format: of `a.csv.gz` `.gz` and `.csv`."""
    path = PurePosixPath(name)
    found = [path.suffix.lower()]
    while found[-1] in _COMPRESSED:
        path = path.with_suffix("")
        found.append(path.suffix.lower())
    return found


def members(name: str, stream: BinaryIO, *, wanted: Callable[[str], bool], size: int | None = None) -> Iterator[Member]:
    """The files in a file: itself where it is not packed, what is in it where it is.

    Of an archive those whose name is `wanted`; `size` is the length of the file in bytes, None where it is not known.
    Raises ArticleError, also while a member's stream is read, where the file is damaged, or unpacks to far more than
    any text does; MissingExtraError where its packing needs a package that is not installed.
    """
    counted = None if size is not None else _Counted(stream)
    given = stream if counted is None else io.BufferedReader(counted)
    yield from _members(name, formats_of(name), given, wanted, _Allowance(name, size, counted), 0)


class _Allowance:
    """How much a file may still unpack to, all that is in it taken together."""

    def __init__(self, where: str, size: int | None, counted: _Counted | None) -> None:
        self._where, self._size, self._counted, self._spent = where, size, counted, 0

    def spend(self, count: int) -> None:
        self._spent += count
        size = self._counted.read_so_far if self._counted is not None else self._size or 0
        if self._spent > _FREE + _RATIO * size:
            raise ArticleError(
                self._where, f"unpacks to more than {_RATIO} times its size, as no text does",
                "if it is sound, unpack it by hand and give what is in it",
            )  # fmt: skip


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.read_so_far = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._stream.read(len(buffer))
        buffer[: len(found)] = found
        self.read_so_far += len(found)
        return len(found)


class _Unpacked(io.RawIOBase):
    """The bytes that a decompressor gives, as far as the allowance goes; its complaints in our words."""

    def __init__(self, opened: Callable[[], io.RawIOBase], where: str, allowance: _Allowance) -> None:
        self._opened, self._where, self._allowance = opened, where, allowance
        self._stream: io.RawIOBase | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            self._stream = self._stream or self._opened()
            found = self._stream.read(len(buffer)) or b""
        except Exception as e:
            if isinstance(e, _DAMAGE) or type(e).__name__ == "ZstdError":
                raise _damaged(self._where, e) from e
            raise
        self._allowance.spend(len(found))
        buffer[: len(found)] = found
        return len(found)


def _members(
    name: str, endings: list[str], stream: BinaryIO, wanted: Callable[[str], bool], allowance: _Allowance, depth: int
) -> Iterator[Member]:
    ending = endings[0]
    if ending in PACKED and depth >= _DEPTH:
        raise ArticleError(name, "archives lie in archives too deeply", "unpack it by hand and give what is in it")
    if ending == _ARCHIVE:
        yield from _archived(name, stream, wanted, allowance, depth)
    elif ending in _COMPRESSED:
        inner = io.BufferedReader(_Unpacked(partial(_COMPRESSED[ending], stream), name, allowance))
        yield from _members(name, endings[1:], inner, wanted, allowance, depth + 1)
    else:
        yield Member(name, ending, stream)


def _archived(
    name: str, stream: BinaryIO, wanted: Callable[[str], bool], allowance: _Allowance, depth: int
) -> Iterator[Member]:
    with seekable(stream) as file, _opened(name, file) as archive:
        for info in archive.infolist():
            inside = _harmless(info.filename)
            if info.is_dir() or not inside:
                continue
            if not wanted(inside):
                _LOG.info("%s: %s: not an article by its ending, left out", name, inside)
                continue
            here = f"{name}/{inside}"
            opened = cast("Callable[[], io.RawIOBase]", partial(archive.open, info))
            inner = io.BufferedReader(_Unpacked(opened, here, allowance))
            yield from _members(here, formats_of(inside), inner, wanted, allowance, depth + 1)


def _opened(name: str, file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _DAMAGE as e:
        raise _damaged(name, e) from e


def _harmless(name: str) -> str:
    """A member's name without what would lead out of its archive; empty where it is hidden."""
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    hidden = any(p.startswith(".") or p == "__MACOSX" for p in parts)
    return "" if hidden else "/".join(p.replace("#", "_") for p in parts)


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or a temporary copy of it, to be read crosswise."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def _damaged(where: str, error: Exception) -> ArticleError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return ArticleError(where, f"cannot be unpacked ({reason[:120]})", _TODO)
