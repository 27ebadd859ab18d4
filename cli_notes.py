"""The command line's source notes: each claim, and under it the sentences that make it, who says so, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cli_output import print_line
from .ontology.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .cli_output import Row

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def print_notes(rows: Iterable[Row]) -> None:
    """Prints statement rows with their articles as source notes: the claims most often made first, by date within."""
    claims: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        claims.setdefault((row["subject"], row["relation"], row["object"]), []).append(row)
    for claim, found in sorted(claims.items(), key=lambda item: (-len(item[1]), item[0])):
        articles = len({row["article"] for row in found})
        outlets = len({row["source"] for row in found} - {None})
        _print(f"{' | '.join(claim)}   ({_counted(found, articles, outlets)})")
        for row in sorted(found, key=lambda row: (row["published"] or "", row["article"], row["start"])):
            _print(f"    “{' '.join(row['sentence'].split())}”")
            _print(f"      {_upper(in_words(row))}.")
            _print(f"      — {_origin(row)}")
        print_line()


def _print(text: str) -> None:
    print_line(printable(text))


def in_words(row: Row) -> str:
    """The stance of a statement row in words: "planned and possible, according to Iranian officials; on 2 May 2024"."""
    marks = [
        "said not to be so" if row["polarity"] == "negative" else "",
        "planned or foreseen" if row["tense"] == "future" else "",
        "" if row["certainty"] == "certain" else row["certainty"],
    ]
    stance = " and ".join(filter(None, marks)) or ("said as a fact" if row["attributed_to"] else "stated as a fact")
    source = f", according to {row['attributed_to']}" if row["attributed_to"] else ""
    if not source and any(marks):
        source = ", in the article's own voice"
    when = f"; {date_in_words(row['when'])}" if row["when"] else ""
    where = f"; in {row['where']}" if row["where"] else ""
    return stance + source + when + where


def date_in_words(date: str) -> str:
    """An ISO 8601 date or interval as people write it: "on 2 May 2024", "in May 2024", "since 2015"."""
    start, slash, end = date.partition("/")
    if not slash:
        return _when(date)
    first, last = (_day(part) if part not in ("", "..") else "" for part in (start, end))
    if first and last:
        return f"from {first} to {last}"
    return f"since {first}" if first else f"until {last}"


def _when(date: str) -> str:
    if date.endswith("X"):
        return f"in the {date.replace('X', '0')}s"
    return ("on " if len(date) >= len("2024-05-02") else "in ") + _day(date)


def _day(date: str) -> str:
    parts = date[:10].split("-")
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    if not 1 <= month <= 12:
        return date
    return " ".join([*(part.lstrip("0") for part in parts[2:]), _MONTHS[month - 1], parts[0]])


def _counted(found: Sequence[Row], articles: int, outlets: int) -> str:
    counts = [_number(len(found), "sentence"), _number(articles, "article")]
    return ", ".join(counts + ([_number(outlets, "outlet")] if outlets else []))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _origin(row: Row) -> str:
    published = _day(row["published"]) if row["published"] else None
    title = f"“{row['title']}”" if row["title"] else None
    address = row["url"] or (None if title else row["article"])
    return ", ".join(filter(None, (row["source"], published, title, address)))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
