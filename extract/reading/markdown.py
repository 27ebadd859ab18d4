"""Markdown → plain text: what a reader of the rendered page would read, one blank line between paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def front_matter(text: str) -> tuple[dict[str, str | list[str]], str]:
    """(the fields of YAML front matter, the text after it); no fields where there is none.

    Reads what such heads of articles hold: `name: value` and lists of names; deeper structure is passed over.
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text
    fields: dict[str, str | list[str]] = {}
    items: list[str] = []
    for line in found[1].split("\n"):
        if item := re.match(r"\s*-\s+(.+)", line):
            items.append(_bare(item[1]))
        elif pair := re.match(r"([\w-]+):(.*)", line):
            value, items = pair[2].strip(), []
            listed = re.fullmatch(r"\[(.*)\]", value)
            fields[pair[1]] = [_bare(v) for v in listed[1].split(",")] if listed else _bare(value) or items
    return fields, text[found.end() :]


def _bare(value: str) -> str:
    """A YAML value without its quotation marks or comment."""
    value = value.strip()
    quoted = re.fullmatch(r"(?:\"(.*)\"|'(.*)')\s*(?:#.*)?", value)
    if quoted:
        return (quoted[1] or quoted[2] or "").replace("''", "'").replace('\\"', '"')
    return re.sub(r"(?:^|\s+)#.*", "", value)


def to_text(markdown: str) -> str:
    """The text without markup: links by their words, no pictures, no code, no HTML."""
    paragraphs = (_inline(token) for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline")
    return "\n\n".join(p for p in paragraphs if p)


def _inline(block: Token) -> str:
    words = {"softbreak": " ", "hardbreak": "\n"}
    kept = ("text", "code_inline", "softbreak", "hardbreak")
    return "".join(words.get(t.type, t.content) for t in block.children or () if t.type in kept).strip()
