"""What the lines above an article's first prose say about it: "Published: 3 December 2024", "Source: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .dates import date_in
from .fields import field_named, usable_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...ontology.model import Block

_LATER = re.compile(r"\s*(?:last\s+)?(?:updated|modified)", re.IGNORECASE)


def header_fields(text: str, blocks: Sequence[Block], where: str) -> dict[str, str]:
    """Fields of the article that stand in header lines, and the date of its dateline where that has a year.

    Only blocks before the first paragraph of prose count. A date of publication goes before one of updating.
    """
    out: dict[str, str] = {}
    updated = None
    for block in blocks:
        line = text[block.start : block.end]
        if block.kind == "body":
            break
        if block.kind in ("dateline", "byline") and (date := date_in(line)):
            if _LATER.match(line):
                updated = updated or date
            else:
                out.setdefault("published", date)
        elif block.kind in ("header line", "source line"):
            label, _, value = line.partition(":")
            field, value = field_named(label), " ".join(value.split())
            if field == "url":
                value = usable_url(value, where) or ""
            if field in ("title", "source", "author", "url") and value:
                out.setdefault(field, value)
    if updated:
        out.setdefault("published", updated)
    return out
