"""The formats articles come in: each reader turns one file into the fields of its articles."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from ...ontology.errors import ArticleError
from .boilerplate import repeats
from .encodings import LARGEST, decode, decoded_lines, whole
from .fields import Fields, clean, column_of, fields_of, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    #: (1-based number of the record, None for a file that is one article; its fields, or why it has none)
    Found = Iterator[tuple[int | None, Fields | ArticleError]]
    Reader = Callable[[BinaryIO, str, Mapping[str, str]], Found]

#: A record's text that is HTML, as feeds have it.
_MARKUP = re.compile(r"</(?:p|div|article|section|h[1-6]|li)>|<br ?/?>", re.IGNORECASE)
#: Bytes of a JSON file, which must be read whole.
_LARGEST_LIST = 20 * LARGEST
_CUT = "the line may be cut short; mend or remove it"


def plain(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """A text file: one article."""
    text = clean(decode(whole(stream, where), where))
    if not text.strip():
        raise ArticleError(where, "the file holds nothing that can be seen", "remove it, or fill it")
    yield None, Fields(text)


def markdown(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """A Markdown file: one article, its markup removed; front matter gives the fields."""
    from .markdown import front_matter, to_text

    head, body = front_matter(clean(decode(whole(stream, where), where)))
    text = to_text(body)
    if not text.strip():
        raise ArticleError(where, "there is no text in this Markdown", "check the file, or remove it")
    yield None, fields_of({**head, _FRONT_TEXT: text}, {**mapping, "text": _FRONT_TEXT}, where)


_FRONT_TEXT = "the text below the front matter"


def html(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """A web page: one article, the page's main text and metadata as trafilatura finds them."""
    yield None, page_fields(decode(whole(stream, where), where), where)


def page_fields(page: str, where: str) -> Fields:
    """The article on a web page. Raises ArticleError where there is none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    text = clean(found.text or "") if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text.strip():
        raise ArticleError(where, "there is no article text in this page", "save the page with its content, or as text")
    record = {name: getattr(found, name) for name in ("title", "url", "date", "sitename", "author")}
    title = " ".join(clean(found.title or "").split())
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if title and not repeats(paragraphs[0], title):
        paragraphs.insert(0, title)
    record[_FRONT_TEXT] = "\n\n".join(paragraphs)
    return fields_of(record, {"text": _FRONT_TEXT, "published": "date", "source": "sitename"}, where)


def json_lines(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """One JSON value a line, read line by line: an article, or what else `json_file` takes."""
    number = 0
    for at, line in enumerate(decoded_lines(stream, where), 1):
        if not line.strip():
            continue
        here = f"{where}:{at}"
        if len(line) > LARGEST:
            number += 1
            yield (
                number,
                ArticleError(here, f"the line has more than {LARGEST:,} characters", "give one article a line"),
            )
            continue
        try:
            value = json.loads(line.strip())
        except (ValueError, RecursionError) as e:
            number += 1
            yield number, ArticleError(here, f"not valid JSON ({_reason(e)})", _CUT)
            continue
        for record in _records(value, mapping):
            number += 1
            yield number, of_object(record, mapping, here)
    if not number:
        raise ArticleError(where, "the file holds no records", "remove it, or fill it")


def json_file(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """One JSON value: an article, a list of articles, or an object that wraps such a list."""
    text = decode(whole(stream, where, _LARGEST_LIST), where)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as e:
        if _is_json_lines(text):
            yield from json_lines(io.BytesIO(text.encode("utf-8", "surrogatepass")), where, mapping)
            return
        line = f":{e.lineno}" if isinstance(e, json.JSONDecodeError) else ""
        raise ArticleError(where + line, f"not valid JSON ({_reason(e)})", "the file may be cut short; mend it") from e
    records = _records(value, mapping)
    if not records:
        raise ArticleError(where, "the list of articles is empty", "remove the file, or fill it")
    for number, record in enumerate(records, 1):
        yield (number if len(records) > 1 else None), of_object(record, mapping, f"{where}#{number}")


def _is_json_lines(text: str) -> bool:
    """Whether the first line that is not blank is a JSON object by itself."""
    try:
        return isinstance(json.loads(text.lstrip().partition("\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


def _records(value: Any, mapping: Mapping[str, str]) -> list[Any]:
    """The records in a JSON value: those of a list, of an object that wraps one, or the value itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and column_of("text", keys(value), mapping) is None:
        lists = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(r, dict) for r in v)]
        return max(lists, key=len, default=[value])
    return [value]


def of_object(record: Any, mapping: Mapping[str, str], where: str) -> Fields | ArticleError:
    """The article of one record, or why it has none."""
    if not isinstance(record, dict):
        return ArticleError(where, "the record is no JSON object", 'write it as {"text": "…", "title": "…"}')
    try:
        fields = fields_of(record, mapping, where)
        return replace(fields, text=page_fields(fields.text, where).text) if _MARKUP.search(fields.text) else fields
    except ArticleError as e:
        return e


def _reason(e: Exception) -> str:
    if isinstance(e, json.JSONDecodeError):
        return f"{e.msg[0].lower()}{e.msg[1:]} at column {e.colno}"
    return "nested too deeply" if isinstance(e, RecursionError) else "a number too long to read"


def csv_rows(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """One article a row under a row of column names, read row by row; commas, semicolons or tabs between them."""
    csv.field_size_limit(LARGEST)  # an article may be longer than csv's default of 131,072 characters
    lines = decoded_lines(stream, where)
    header = 1
    first = next(lines)
    while not first.strip():
        first, header = next(lines, "no text"), header + 1
    delimiter = max(",;\t|", key=first.count)
    columns = [c.strip() for c in next(csv.reader([first], delimiter=delimiter))]
    if column_of("text", keys(dict.fromkeys(columns, "")), mapping) is None:
        wanted = f'"{mapping["text"]}"' if "text" in mapping else "for the text"
        raise ArticleError(
            f"{where}:{header}", f"there is no column {wanted} among {', '.join(columns)[:200]}",
            "name it with --field text=NAME",
        )  # fmt: skip
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        here = f"{where}:{rows.line_num + header + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as e:
            number += 1
            yield number, ArticleError(here, f"not valid CSV ({e})", "mend the quotation marks")
            continue
        if any(cell.strip() for cell in row):
            number += 1
            yield number, of_object(dict(zip(columns, row, strict=False)), mapping, here)
