"""Compressed files and archives: read as what is in them, with an end to bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard
from reading import MORE, PAGE, PROSE, TEXT, message, one, read
from triplewire.extract.reading import unpacking
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.reading.encodings import LARGEST
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reading import Write

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstandard.ZstdCompressor().compress,
}  # fmt: skip
RECORDS = "".join(json.dumps({"text": text, "id": n}) + "\n" for n, text in enumerate((PROSE, MORE)))


def zipped(files: dict[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_file_is_read_as_what_is_in_it(write: Write, ending: str) -> None:
    packed = PACKERS[ending]
    assert [a.text for a in read(write(f"a.jsonl{ending}", packed(RECORDS.encode())))[0]] == [PROSE, MORE]
    assert one(write(f"page.html{ending}", packed(PAGE.encode()))).title == "Army enters Strelsau"
    article = one(write(f"b.txt{ending}", packed(TEXT.encode())))
    assert article.text == TEXT
    assert article.path == f"news/b.txt{ending}"


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_stream_on_standard_input(write: Write, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    packed = io.BufferedReader(io.BytesIO(PACKERS[ending](RECORDS.encode())))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(packed))
    found, errors = read("-")
    assert not errors
    assert [(a.text, a.path) for a in found] == [(PROSE, "-#1"), (MORE, "-#2")]


def test_compressed_parts_one_after_another_are_one_file(write: Write) -> None:
    first, second = RECORDS.splitlines(keepends=True)
    for ending, packed in PACKERS.items():
        path = write(f"a.jsonl{ending}", packed(first.encode()) + packed(second.encode()))
        assert len(read(path)[0]) == 2


def test_the_files_of_an_archive(write: Write) -> None:
    inner = zipped({"deep.txt": MORE})
    path = write("a.zip", zipped({
        "one.txt": TEXT, "folder/two.jsonl": RECORDS, "three.csv.gz": gzip.compress(f"text\n{PROSE}\n".encode()),
        "inner.zip": inner, "picture.png": b"\x89PNG", ".hidden.txt": TEXT, "__MACOSX/one.txt": TEXT,
    }))  # fmt: skip
    found, errors = read(path)
    assert not errors
    assert [a.path for a in found] == [
        "news/a.zip/one.txt", "news/a.zip/folder/two.jsonl#1", "news/a.zip/folder/two.jsonl#2",
        "news/a.zip/three.csv.gz#1", "news/a.zip/inner.zip/deep.txt",
    ]  # fmt: skip
    assert found[0].iri.endswith("/one.txt")


def test_a_folder_gives_its_packed_files_too(write: Write) -> None:
    write("a.txt.gz", gzip.compress(TEXT.encode()))
    write("b.zip", zipped({"b.txt": MORE}))
    write("c.tar.gz", b"\x1f\x8b")
    assert [a.path for a in read("news")[0]] == ["news/a.txt.gz", "news/b.zip/b.txt"]


def test_a_member_cannot_take_the_place_of_a_file_outside_its_archive(write: Write) -> None:
    names = ["../../etc/a.txt", "/b.txt", "..\\c.txt", "./d/../e.txt", "f.jsonl#3.txt"]
    found, _ = read(write("a.zip", zipped(dict.fromkeys(names, TEXT))))
    assert [a.path for a in found] == [
        "news/a.zip/etc/a.txt", "news/a.zip/b.txt", "news/a.zip/c.txt", "news/a.zip/d/e.txt",
        "news/a.zip/f.jsonl_3.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", PACKERS)
def test_a_file_cut_short_gives_what_comes_before(write: Write, ending: str) -> None:
    records = "".join(json.dumps({"text": f"{PROSE} {n * 7919}"}) + "\n" for n in range(20_000))
    packed = PACKERS[ending](records.encode())
    found, errors = read(write(f"a.jsonl{ending}", packed[: len(packed) // 2] + (b"" if ending == ".zst" else b"\0\1")))
    assert found
    assert len(errors) >= 1 or ending == ".zst"


def test_damaged_and_locked_members_leave_the_others(write: Write) -> None:
    raw = bytearray(zipped({"a.txt": TEXT, "b.txt": MORE}, method=zipfile.ZIP_STORED))
    raw[raw.find(PROSE.encode())] ^= 1
    found, errors = read(write("a.zip", bytes(raw)))
    assert [a.path for a in found] == ["news/a.zip/b.txt"]
    assert errors == [
        "news/a.zip/a.txt: cannot be unpacked (Bad CRC-32 for file 'a.txt'); get the file again, or unpack it by hand"
    ]
    assert "cannot be unpacked (File is not a zip file)" in message(write("b.zip", b"PK and no more"))


def test_a_bomb_ends_where_its_allowance_does(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (unpacking._FREE, unpacking._RATIO) == (100_000_000, 200)  # as docs/threats.md promises
    monkeypatch.setattr(unpacking, "_FREE", 1_000_000)  # to be quick
    small = gzip.compress(b" " * 500_000)
    bombs = {
        "one.jsonl.gz": gzip.compress(small * 4),  # twice packed, but by its name only once
        "two.txt.gz.gz": gzip.compress(gzip.compress(b"a" * 3_000_000)),
        "many.zip": zipped({f"{n}.txt": b"a" * 200_000 for n in range(9)}),
    }
    errors = {name: " ".join(read(write(name, bomb))[1]) for name, bomb in bombs.items()}
    assert "this is a gzip archive, not text" in errors["one.jsonl.gz"]
    for name in ("two.txt.gz.gz", "many.zip"):
        assert "unpacks to more than 200 times its size" in errors[name]
    deep = TEXT.encode()
    for n in range(5):
        deep = zipped({f"{n}.zip" if n else "0.txt": deep})
    assert "too deeply" in message(write("deep.zip", deep))


def test_a_line_without_end_leaves_the_others(write: Write) -> None:
    long = '{"text": "' + "a" * (LARGEST + 300_000) + '"}\n'
    found, errors = read(write("a.jsonl", RECORDS + long + RECORDS))
    assert len(found) == 4
    assert errors == [f"news/a.jsonl:3: the line has more than {LARGEST:,} characters; give one article a line"]
    assert f"is larger than {LARGEST:,} bytes" in message(write("a.txt", long))


def test_an_ending_that_tells_no_format_is_no_article(write: Write) -> None:
    write("a.tar.gz", b"")
    with pytest.raises(UsageError, match=r"this folder holds no articles; give files that end in \.txt"):
        list(read_articles(["news"], on_error=pytest.fail))
