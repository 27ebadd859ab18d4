"""Reading JSON and CSV: names of fields, records that cannot be used, dates and addresses."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING, ClassVar

import pytest
from reading import MORE, PROSE, message, one, read
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.reading.dates import iso_date
from triplewire.extract.reading.fields import usable_url
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reading import Write


class TestJson:
    RECORD: ClassVar = {
        "body": PROSE, "headline": "Army enters", "link": "https://zenda.example/4",
        "publishedAt": "2024-12-03T10:00:00Z",
        "source": {"id": None, "name": "Zenda Post"}, "authors": ["Anna Hentzau", {"name": "Bert"}],
    }  # fmt: skip

    def test_common_names_of_fields(self, write: Write) -> None:
        article = one(write("a.json", json.dumps(self.RECORD)))
        assert (article.text, article.title, article.iri) == (PROSE, "Army enters", "https://zenda.example/4")
        assert (article.source, article.author) == ("Zenda Post", "Anna Hentzau, Bert")
        assert article.published == "2024-12-03T10:00:00+00:00"

    def test_html_inside_a_record(self, write: Write) -> None:
        record = {"content": f"<p>The <b>army</b> left.</p><p>{MORE}</p><p>{PROSE}</p>"}
        assert one(write("a.json", json.dumps(record))).text == f"The army left.\n\n{MORE}\n\n{PROSE}"

    @pytest.mark.parametrize("wrap", [lambda r: r, lambda r: {"status": "ok", "articles": r}, lambda r: {"data": r}])
    def test_lists_and_objects_that_wrap_them(self, write: Write, wrap: Callable[[object], object]) -> None:
        path = write("a.json", json.dumps(wrap([{"text": PROSE}, {"text": MORE, "id": 7}])))
        (first, second), errors = read(path)
        assert not errors
        assert first.iri.endswith("/a.json%231")
        assert (first.path, second.path) == ("news/a.json#1", "news/a.json#2")
        assert second.iri == "https://w3id.org/triplewire/data/article/7"

    def test_lines_in_a_file_named_json(self, write: Write) -> None:
        assert len(read(write("a.json", f'{{"text": "{PROSE}"}}\n{{"text": "{MORE}"}}\n'))[0]) == 2

    def test_a_line_cut_in_half_leaves_the_others(self, write: Write) -> None:
        lines = [json.dumps({"text": PROSE}), json.dumps({"text": MORE})[:40], "", json.dumps({"text": MORE})]
        found, errors = read(write("a.jsonl", "\n".join(lines)))
        assert [a.path for a in found] == ["news/a.jsonl#1", "news/a.jsonl#3"]
        assert errors == [
            "news/a.jsonl:2: not valid JSON (unterminated string starting at at column 10); "
            "the line may be cut short; mend or remove it"
        ]

    def test_a_file_cut_in_half(self, write: Write) -> None:
        found = message(write("a.json", '[\n{"text": "one"},\n{"text": "tw'))
        assert found.startswith("news/a.json:3: not valid JSON (unterminated string")

    @pytest.mark.parametrize(
        ("record", "what"),
        [
            (
                {"title": "Army"},
                "the record has no text; it has title; name the one that holds the article with --field",
            ),
            ({"text": None, "body": ""}, "the record has no text; it has body, text"),
            ({"text": 17}, '"text" is a number, not text'),
            ({"text": [1, 2]}, '"text" is a list, not text'),
            ({"text": {"a": 1}}, '"text" is an object, not text'),
            ({"text": True}, '"text" is true or false, not text'),
            ({"text": " \n "}, '"text" holds white space only'),
            ("words", "the record is no JSON object"),
            (None, "the record is no JSON object"),
            ({}, "the record has no text; it has nothing"),
        ],
    )
    def test_records_without_usable_text(self, write: Write, record: object, what: str) -> None:
        found, errors = read(write("a.jsonl", json.dumps(record) + "\n" + json.dumps({"text": PROSE})))
        assert len(found) == 1
        assert len(errors) == 1
        assert errors[0].startswith("news/a.jsonl:1: ")
        assert what in errors[0]

    def test_wrong_types_in_other_fields_are_left_out(self, write: Write) -> None:
        record = {
            "text": [PROSE, MORE],
            "title": 5,
            "url": "n/a",
            "published": "soon",
            "source": True,
            "author": [None, {}],
        }
        article = one(write("a.json", json.dumps(record)))
        assert article.text == f"{PROSE}\n\n{MORE}"
        assert (article.title, article.url, article.published) == ("5", None, None)
        assert (article.source, article.author) == (None, None)

    def test_a_field_named_by_the_user(self, write: Write) -> None:
        path = write("a.jsonl", json.dumps({"text": "teaser", "story_html": PROSE}))
        assert one(path, text="story_html").text == PROSE
        assert 'the record has no "words"; it has story_html, text' in message(path, text="words")

    def test_an_unknown_field(self, write: Write) -> None:
        with pytest.raises(UsageError, match="--field body=text: there is no such field; known: text, title, url"):
            read(write("a.json", "{}"), body="text")

    def test_an_empty_list(self, write: Write) -> None:
        assert "the list of articles is empty" in message(write("a.json", "[]"))

    def test_deep_nesting(self, write: Write) -> None:
        assert "nested too deeply" in message(write("a.json", "[" * 200_000))


class TestCsv:
    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_columns(self, write: Write, separator: str) -> None:
        rows = [
            ["Headline", "Body", "Publication Date", "Outlet"],
            ["Army enters", f'"{PROSE}"', "3 Dec 2024", "Zenda Post"],
        ]
        article = one(write("a.csv", "\r\n".join(separator.join(row) for row in rows)))
        assert (article.text, article.title, article.published) == (PROSE, "Army enters", "2024-12-03")
        assert (article.source, article.path) == ("Zenda Post", "news/a.csv#1")

    def test_line_breaks_and_quotation_marks_in_cells(self, write: Write) -> None:
        assert (
            one(write("a.csv", 'text,id\n"He said ""no"".\n\nThen, he left.",x\n')).text
            == 'He said "no".\n\nThen, he left.'
        )

    def test_bad_rows_leave_the_others(self, write: Write) -> None:
        rows = ["id,text", f'1,"{PROSE}"', "2,", '3,"a" b', "", "4", f'5,"{MORE}",more', '6,"open']
        found, errors = read(write("a.csv", "\n".join(rows)))
        assert [a.iri.rpartition("/")[2] for a in found] == ["1", "5"]
        assert [e.partition(";")[0] for e in errors] == [
            "news/a.csv:3: the record has no text",
            "news/a.csv:4: not valid CSV (',' expected after '\"')",
            "news/a.csv:6: the record has no text",
            "news/a.csv:8: not valid CSV (unexpected end of data)",
        ]

    def test_no_column_for_the_text(self, write: Write) -> None:
        path = write("a.csv", "id,words\n1,Hello there\n")
        wanted = "news/a.csv:1: there is no column for the text among id, words; name it with --field text=NAME"
        assert message(path) == wanted
        assert one(path, text="words").text == "Hello there"

    def test_a_cell_longer_than_the_default_of_the_csv_module(self, write: Write) -> None:
        assert len(one(write("a.csv", f'text\n"{PROSE * 3000}"\n')).text) == len(PROSE) * 3000


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_memory_does_not_grow_with_the_number_of_records(write: Write, ending: str) -> None:
    record = json.dumps({"text": PROSE * 40}) if ending == "jsonl" else f'"{PROSE * 40}"'
    small, large = (write(f"{n}.{ending}", "text\n" * (ending == "csv") + f"{record}\n" * n) for n in (100, 400))

    def peak(path: Path) -> int:
        tracemalloc.start()
        count = sum(1 for _ in read_articles([str(path)], on_error=pytest.fail))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == int(path.stem)
        return top

    peak(small)  # loads what is loaded once
    assert peak(large) < peak(small) + 500_000


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2024-12-03", "2024-12-03"), ("20241203", "2024-12-03"), (20241203, "2024-12-03"),
        ("2024/12/03", "2024-12-03"),
        ("2024-12-03T10:15:00.5+02:00", "2024-12-03T10:15:00+02:00"), ("20241203101500", "2024-12-03T10:15:00"),
        ("Tue, 03 Dec 2024 10:15:00 +0000", "2024-12-03T10:15:00+00:00"), (1733220900, "2024-12-03T10:15:00+00:00"),
        (1733220900000, "2024-12-03T10:15:00+00:00"), ("1733220900", "2024-12-03T10:15:00+00:00"),
        ("3rd of December 2024", "2024-12-03"), ("Dec 3, 2024, 4:15 pm", "2024-12-03T16:15:00"),
        ("12/3/2024", "2024-12-03"), ("13/12/2024", "2024-12-13"), ("3.12.2024", "2024-12-03"),
        ("yesterday", None), ("12:30", None), ("2024", None), (2024, None),
        ("December 2024", None), ("2024-02-30", None),
        ("", None), (True, None), (None, None), ([], None), (1e30, None), (float("nan"), None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_dates(given: object, iso: str | None) -> None:
    assert iso_date(given) == iso


@pytest.mark.parametrize(
    ("given", "usable"),
    [
        ("https://zenda.example/a?b=c#d", "https://zenda.example/a?b=c#d"),
        ("www.zenda.example/a", "https://www.zenda.example/a"),
        ("http://zenda.example/100%/[a] b#c#d", "http://zenda.example/100%25/%5Ba%5D%20b#c%23d"),
        ("javascript:alert(1)", None), ("/news/1", None), ("n/a", None), ("http://", None), ("http://[bad/x", None),
        ("file:///etc/passwd", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_addresses(given: str | None, usable: str | None) -> None:
    assert usable_url(given, "here") == usable
