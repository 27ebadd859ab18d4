"""Odd encodings, and files that are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading import MORE, PROSE, TEXT, message, one

if TYPE_CHECKING:
    from reading import Write


class TestEncodings:
    CURLY = f"“We’ll stay” — he said in Córdoba…\n\n{PROSE}"

    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
    )
    def test_curly_quotes_come_through(self, write: Write, encoding: str) -> None:
        assert one(write("a.txt", self.CURLY.encode(encoding))).text == self.CURLY

    def test_other_scripts(self, write: Write) -> None:
        text = "Россия поддержала Сирию, заявил министр иностранных дел во вторник на встрече в Москве."
        assert one(write("a.txt", text.encode("cp1251"))).text == text

    def test_line_ends(self, write: Write) -> None:
        assert one(write("a.txt", TEXT.replace("\n", "\r\n"))).text == TEXT
        assert one(write("b.txt", TEXT.replace("\n", "\r"))).text == TEXT

    def test_a_stray_byte_in_utf_8(self, write: Write) -> None:
        raw = self.CURLY.encode() + b" It\x92s over."
        assert one(write("a.txt", raw)).text == self.CURLY + " It’s over."

    def test_a_page_that_names_its_encoding(self, write: Write) -> None:
        page = (
            f'<html><head><meta charset="iso-8859-9"><title>x</title></head><body><p>Erdoğan: {PROSE} {MORE}</p></body>'
        )
        assert "Erdoğan" in one(write("a.html", page.encode("iso-8859-9"))).text

    def test_control_characters_and_lone_surrogates_are_replaced(self, write: Write) -> None:
        text = one(write("a.json", '{"text": "The \\u0000army\\u0007 \\ud800 left.\\u2028It did."}')).text
        assert text == "The \ufffdarmy\ufffd \ufffd left.\nIt did."
        text.encode()

    @pytest.mark.parametrize(
        ("raw", "what"),
        [
            (b"", "the file is empty"),
            (b" \n\t\r\n ", "the file is empty"),
            ("\u00a0\n\u2003".encode(), "white space only"),
            (b"\x00\x01\x02\xff\xfe\x00binary" * 50, "binary data"),
            (bytes(range(128, 256)) * 20, "binary data"),
            (b"%PDF-1.4\n1 0 obj", "a PDF, not text"),
            (b"PK\x03\x04rest", "a ZIP archive or an office document, not text"),
            (b"\x89PNG\r\n\x1a\n", "an image, not text"),
        ],
    )
    @pytest.mark.parametrize("ending", ["txt", "md", "html", "json", "jsonl", "csv"])
    def test_no_text(self, write: Write, raw: bytes, what: str, ending: str) -> None:
        found = message(write(f"a.{ending}", raw))
        assert found.startswith(f"news/a.{ending}")
        if what == "white space only" and ending not in ("txt", "md"):
            return  # these have messages of their own: no page, no JSON, no column
        assert what in found
        assert "; " in found  # what to do
