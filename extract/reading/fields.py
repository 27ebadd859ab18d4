"""One record of a JSON or CSV file, front matter, or a page's metadata → the fields of an article.

Which names are recognised for which field stands in `fields.json`.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from ...ontology.errors import ArticleError, UsageError
from .dates import iso_date
from .encodings import unify_line_ends

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOG = logging.getLogger(__name__)
#: What ends a line in some encodings or programs, and is no line end to others.
_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")
#: What is not seen but parts a word, or turns the direction of what is: soft hyphens, zero-width and bidirectional
#: marks, tags. Joiners and variation selectors mean something in other scripts and emoji, but at no Latin letter.
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
    "|(?<=[A-Za-z\xc0-\u024f])[\u200c\u200d\ufe00-\ufe0f]+|[\u200c\u200d\ufe00-\ufe0f]+(?=[A-Za-z\xc0-\u024f])"
)
#: Control characters and lone surrogates, which no RDF, XML or UTF-8 file can hold. Each is replaced by one character.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a record says about its article. `text` is never blank."""

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    id: str | None = None


@cache
def known_names() -> Mapping[str, tuple[str, ...]]:
    """Field of an article → the names under which records have it, likeliest first, all as `_key` gives them."""
    raw = json.loads(files(__package__).joinpath("fields.json").read_text(encoding="utf-8"))
    return {field: tuple(_key(name) for name in names) for field, names in raw.items()}


def _key(name: str) -> str:
    """`publishedAt`, `Published_at` and `published at` are one name."""
    return re.sub(r"[\W_]+", "", name).casefold()


def check_mapping(mapping: Mapping[str, str]) -> None:
    """UsageError where a mapping names no field of an article."""
    for field in mapping:
        if field not in known_names():
            known = ", ".join(known_names())
            raise UsageError(f"--field {field}={mapping[field]}", "there is no such field", f"known: {known}")


def column_of(field: str, names: Mapping[str, str], mapping: Mapping[str, str]) -> str | None:
    """The record's own name for an article's field. `names`: what `_key` makes of the record's names → them."""
    if field in mapping:
        return names.get(_key(mapping[field]))
    return next((names[n] for n in known_names()[field] if n in names), None)


def field_named(name: str) -> str | None:
    """The field of an article that goes by this name, None where it is unknown."""
    return next((field for field, names in known_names().items() if _key(name) in names), None)


def keys(record: Mapping[str, object]) -> dict[str, str]:
    """The record's names by their comparable form; those with a value go before those without."""
    ordered = sorted((n for n in record if isinstance(n, str)), key=lambda n: record[n] not in (None, "", [], {}))
    return {_key(n): n for n in ordered}


def fields_of(record: Mapping[str, object], mapping: Mapping[str, str], where: str) -> Fields:
    """The fields of one record. Raises ArticleError where it has no usable text; anything else wrong is left out,
    with a notice in the log."""
    filled = {n: v for n, v in record.items() if v not in (None, "", [], {})}
    names = keys(filled)
    column = column_of("text", names, mapping)
    if column is None:
        wanted = f'"{mapping["text"]}"' if "text" in mapping else "text"
        have = ", ".join(sorted(map(str, record))) or "nothing"
        todo = "name the one that holds the article with --field text=NAME"
        raise ArticleError(where, f"the record has no {wanted}; it has {_short(have)}", todo)
    text = _text(record[column], where, column)

    def value(field: str) -> str | None:
        name = column_of(field, names, mapping)
        return None if name is None or name == column else _line(record[name], where, name)

    published = column_of("published", names, mapping)
    return Fields(
        text=text,
        title=value("title"),
        url=usable_url(value("url"), where),
        published=None if published is None else _published(record[published], where, published),
        source=value("source"),
        author=value("author"),
        id=value("id"),
    )


def clean(text: str) -> str:
    """`text` with plain line ends and without what no output format can hold or no reader sees.

    Other words keep their place: unwritable characters are replaced one by one, and a word that held unseen ones is
    followed by as many blanks.
    """
    text = _BREAKS.sub("\n", unify_line_ends(text)).removeprefix("\ufeff")
    if _UNSEEN.search(text):
        text = re.sub(r"\S+", lambda word: _UNSEEN.sub("", word[0]).ljust(len(word[0])), text)
    return _UNWRITABLE.sub("\ufffd", text)


def _text(value: object, where: str, name: str) -> str:
    """The article's text: a string, or a list of paragraphs."""
    if isinstance(value, list) and all(isinstance(p, str) for p in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        raise ArticleError(where, f'"{name}" is {_kind(value)}, not text', "give the article's text as a string")
    text = clean(value)
    if not text.strip():
        raise ArticleError(where, f'"{name}" holds white space only', "remove the record, or fill it")
    return text


def _line(value: object, where: str, name: str) -> str | None:
    """A value of one line: a string or number, the name of a nested object, or a list of such."""
    if isinstance(value, dict):
        value = next((value[k] for k in ("name", "title", "url", "id") if isinstance(value.get(k), str)), value)
    if isinstance(value, list):
        parts = [_line(v, where, name) for v in value]
        return ", ".join(p for p in parts if p) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        _LOG.info('%s: "%s" is %s and was left out', where, name, _kind(value))
        return None
    return " ".join(clean(value).split()) or None


def _published(value: object, where: str, name: str) -> str | None:
    """The date of publication as ISO 8601, None with a notice where it cannot be read."""
    found = iso_date(value)
    if found is None:
        _LOG.info('%s: "%s" is no date that can be read: %s', where, name, _short(str(value)))
    return found


def usable_url(url: str | None, where: str) -> str | None:
    """`url` as a web address that can stand as an IRI, or None (with a notice) where it is none."""
    if not url:
        return None
    try:
        parts = urlsplit("https://" + url if url.lower().startswith("www.") else url)
        sound = parts.scheme in ("http", "https") and re.fullmatch(r"([^\s@]*@)?[\w.~-]+(:\d+)?", parts.netloc)
    except ValueError:
        sound = None
    if not sound:
        _LOG.info("%s: %s is no complete web address and was left out", where, _short(url))
        return None
    return urlunsplit((parts.scheme, parts.netloc, *map(_tidy, parts[2:])))


def _tidy(part: str) -> str:
    """A part of an address with what an IRI forbids percent-encoded, and nothing else."""
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return re.sub(r'[\s<>"{}|\\^`\[\]#]', lambda m: quote(m[0], safe=""), part)


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", dict: "an object", list: "a list"}
    return names.get(type(value), "null")


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117] + "…"
