"""What crawlers and archives keep: WARC files, feeds, Parquet tables."""

from __future__ import annotations

import datetime
import gzip
import io
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from reading import MORE, PAGE, PROSE, message, one, read
from triplewire.extract.reading.encodings import LARGEST
from triplewire.extract.reading.feeds import text_of

if TYPE_CHECKING:
    from reading import Write


def page_record(url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """A WARC record of one page that was fetched."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    if body.startswith(b"\x1f\x8b"):
        http += "Content-Encoding: gzip\r\n"
    return record("response", url, "application/http; msgtype=response", f"{http}\r\n".encode() + body)


def record(kind: str, url: str, content_type: str, content: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-12-04T00:00:00Z\r\n"
    return (
        f"{head}Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n" * 2
    )


WARC = b"".join([
    record("warcinfo", "", "application/warc-fields", b"software: test\r\n"),
    page_record("https://zenda.example/fetched/1", PAGE.encode()),
    page_record("https://zenda.example/logo.png", b"\x89PNG", "image/png"),
    page_record("https://zenda.example/gone", PAGE.encode(), status="404 Not Found"),
    page_record("https://zenda.example/index", b"<html><body><script>1</script></body></html>"),
    page_record("https://zenda.example/packed", gzip.compress(PAGE.replace("enters", "leaves").encode())),
    record("conversion", "https://zenda.example/wet", "text/plain", MORE.encode()),
])  # fmt: skip


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_warc_file(write: Write, name: str) -> None:
    found, errors = read(write(name, gzip.compress(WARC) if name.endswith(".gz") else WARC))
    assert not errors
    assert [a.url for a in found] == [f"https://zenda.example/{p}" for p in ("fetched/1", "packed", "wet")]
    assert (found[0].title, found[0].published, found[0].source) == (
        "Army enters Strelsau", "2024-12-03", "Zenda Post",
    )  # fmt: skip
    assert "Army leaves Strelsau" in found[1].text
    assert found[2].text == MORE


def test_pages_that_unpack_without_end_are_left_out(write: Write) -> None:
    bomb = page_record("https://zenda.example/bomb", gzip.compress(b"<p>" + b"a" * (LARGEST + 1)))
    found, errors = read(write("a.warc", bomb + page_record("https://zenda.example/1", PAGE.encode())))
    assert [a.url for a in found] == ["https://zenda.example/1"]
    assert errors == [
        f"news/a.warc: the page 'https://zenda.example/bomb' is larger than {LARGEST:,} bytes; leave it out"
    ]


def test_warc_files_without_use(write: Write) -> None:
    assert "holds no page with an article" in message(write("a.warc", WARC[: WARC.find(b"WARC/1.0", 1)]))
    found, errors = read(write("b.warc", WARC[: WARC.find(b"logo.png")] + b"no more of it\r\n\r\n"))
    assert len(found) == 1
    assert not errors or "the WARC file is damaged" in errors[0]
    assert "the WARC file is damaged" in message(write("c.warc", b"something else\r\n"))


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Zenda Post</title><link>https://zenda.example/</link>
<image><title>Logo</title></image>
<item><title>Army enters &amp; stays</title><link>https://zenda.example/1</link><guid isPermaLink="false">n1</guid>
<pubDate>Tue, 03 Dec 2024 10:15:00 GMT</pubDate><dc:creator>Anna Hentzau</dc:creator>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><script>alert(1)</script><p>{MORE}<br>It &amp; he.</p>]]></content:encoded>
</item>
<item><title>Second</title><guid>n2</guid><description>&lt;p&gt;{MORE}&lt;/p&gt;</description></item>
<item><title>Third has no text</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Zenda Post</title>
<entry><title type="html">Army enters</title><id>urn:x:1</id><updated>2024-12-04T00:00:00Z</updated>
<published>2024-12-03T10:00:00Z</published><author><name>Anna Hentzau</name></author>
<link rel="self" href="https://zenda.example/1.xml"/><link href="https://zenda.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p><p>{MORE}</p></div></content></entry>
</feed>"""


def test_an_rss_feed(write: Write) -> None:
    (first, second), errors = read(write("a.rss", RSS))
    assert first.text == f"{PROSE}\n\n{MORE}\n\nIt & he."
    assert (first.title, first.url, first.published) == (
        "Army enters & stays", "https://zenda.example/1", "2024-12-03T10:15:00+00:00",
    )  # fmt: skip
    assert (first.source, first.author, first.path) == ("Zenda Post", "Anna Hentzau", "news/a.rss#1")
    assert second.text == MORE
    assert second.iri.endswith("/article/n2")
    assert errors == ["news/a.rss#3: the record has no text; it has author, id, published, source, text, title, url; "
                      "name the one that holds the article with --field text=NAME"]  # fmt: skip


def test_an_atom_feed(write: Write) -> None:
    article = one(write("a.xml", ATOM))
    assert article.text == f"{PROSE}\n\n{MORE}"
    assert (article.title, article.url, article.published) == (
        "Army enters", "https://zenda.example/1", "2024-12-03T10:00:00+00:00",
    )  # fmt: skip
    assert (article.author, article.source) == ("Anna Hentzau", "Zenda Post")


def test_a_feed_without_an_ending_is_known_by_how_it_begins(write: Write) -> None:
    assert len(read(write("feed", RSS))[0]) == 2


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<sitemap><url/></sitemap>", "this is no RSS or Atom feed"), ("", "this is no RSS or Atom feed"),
        ("no XML at all", "this is no RSS or Atom feed"), ("<rss><channel/></rss>", "the feed has no entry"),
    ],
)  # fmt: skip
def test_what_is_no_feed(write: Write, content: str, what: str) -> None:
    assert what in message(write("a.xml", content))


def test_entities_of_a_feed_are_not_resolved(write: Write) -> None:
    secret = write("secret.txt", "the secret words of this machine")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY f SYSTEM "{secret.resolve().as_uri()}"><!ENTITY l0 "ha">{laughs}]>'
    feed = RSS.replace("<rss", head + "<rss", 1).replace("A teaser.", "x").replace("Second", "Second &f; &l11;")
    found, _ = read(write("a.rss", feed))
    assert not any("secret words" in f"{a.title}{a.text}" or len(a.title or "") > 1000 for a in found)


def test_markup_becomes_paragraphs() -> None:
    assert (
        text_of("<div>One <b>two</b>\n three<p>Four</p>five<!-- no --> six</div>")
        == "One two three\n\nFour\n\nfive six"
    )
    assert text_of("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2"
    assert text_of("<style>p {}</style>") == ""


def table(**columns: list[object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_a_parquet_table(write: Write) -> None:
    raw = table(
        headline=["Army enters", None], body=[PROSE, MORE], date=[datetime.date(2024, 12, 3), None],
        vector=[[0.5], [0.25]], url=["https://zenda.example/1", None],
    )  # fmt: skip
    first, second = read(write("a.parquet", raw))[0]
    assert (first.text, first.title, first.published) == (PROSE, "Army enters", "2024-12-03")
    assert (first.iri, second.path) == ("https://zenda.example/1", "news/a.parquet#2")
    assert [a.text for a in read(write("b.parquet.gz", gzip.compress(raw)))[0]] == [PROSE, MORE]


def test_parquet_tables_without_use(write: Write) -> None:
    assert "there is no column for the text among words" in message(write("a.parquet", table(words=[PROSE])))
    assert one(write("a.parquet", table(words=[PROSE])), text="words").text == PROSE
    assert "the Parquet file is damaged" in message(write("b.parquet", table(text=[PROSE])[:-20]))
    found, errors = read(write("c.parquet", table(text=[PROSE, " ", None])))
    assert len(found) == 1
    assert len(errors) == 2
