"""Which statements of the graph are meant: one filter for rows, networks, pages and exports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from ..ontology.errors import UsageError, nearest
from ..ontology.model import Certainty, Polarity
from ..ontology.places import name_key

if TYPE_CHECKING:
    from ..ontology.model import Article, Statement

#: What a statement may be beside a fact that the article states in its own voice. A statement may be several at once.
KINDS = ("attributed", "planned", "uncertain", "denied")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold; an empty one always holds.

    `actors`: the subject or the object is one of these (names, aliases or IRIs). `around`, `hops`: what is at most so
    many statements away from this actor. `relation_types`: local names of typed relations. `since`, `until`: ISO 8601
    dates, both included, at any precision; a statement counts by its own date, or else by its article's. `at`: a date,
    for what happened or held then, or a place, for what happened there or was done to it.
    `articles`: IRIs, paths or file names. `include`: which of KINDS are let in beside plain facts.
    """

    actors: tuple[str, ...] = ()
    around: str | None = None
    hops: int = 1
    relation_types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    at: str | None = None
    certainty: tuple[Certainty, ...] = ()
    polarity: Polarity | None = None
    articles: tuple[str, ...] = ()
    include: tuple[str, ...] = KINDS

    def __post_init__(self) -> None:
        if self.hops < 0:
            raise UsageError("--hops", f"{self.hops} is less than nothing", "give 0 or more")
        _among("--certainty", self.certainty, get_args(Certainty))
        _among("--polarity", () if self.polarity is None else (self.polarity,), get_args(Polarity))
        _among("--include", self.include, KINDS)
        at = self.at if self.at_date else None
        for name, value in (("--since", self.since), ("--until", self.until), ("--at", at)):
            if value is not None and not is_date(value):
                raise UsageError(name, f"{value!r} is no date", "write it as 2024, 2024-11 or 2024-11-28")

    @property
    def at_date(self) -> bool:
        """Whether `at` is a date, not a place."""
        return self.at is not None and _DATE.fullmatch(self.at) is not None

    def admits(self, statement: Statement, article: Article) -> bool:
        """Whether a statement meets the conditions that can be seen from itself: all but actors, around, articles."""
        return (
            (not self.relation_types or statement.relation_type in self.relation_types)
            and (not self.certainty or statement.certainty in self.certainty)
            and (self.polarity is None or statement.polarity == self.polarity)
            and kinds(statement) <= set(self.include)
            and self.covers(statement.when or article.published)
            and self._placed(statement)
        )

    def covers(self, date: str | None) -> bool:
        """Whether an ISO 8601 date, of any precision, may be one that the filter lets in."""
        now = self.at if self.at_date else None
        begins = [days(d)[0] for d in (self.since, now) if d]
        ends = [days(d)[1] for d in (self.until, now) if d]
        if not begins and not ends:
            return True
        first, last = days(date) if date is not None else ("", "")
        return bool(first) and all(last >= b for b in begins) and all(first <= e for e in ends)

    def _placed(self, statement: Statement) -> bool:
        if self.at is None or self.at_date:
            return True
        happened = statement.where, statement.object if statement.object_type in ("Place", "Country") else None
        return name_key(self.at) in {name_key(place) for place in happened if place}


def is_date(text: str) -> bool:
    """Whether a text is an ISO 8601 date at the precision of a day, a month or a year."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


def kinds(statement: Statement) -> set[str]:
    """Which of KINDS a statement is; none of them where it makes its claim a plain triple."""
    marks = (
        statement.attributed_to is not None, statement.tense == "future", statement.certainty != "certain",
        statement.polarity == "negative",
    )  # fmt: skip
    return {kind for kind, marked in zip(KINDS, marks, strict=True) if marked}


def days(date: str) -> tuple[str, str]:
    """First and last day of an ISO 8601 date, date and time, decade ("201X") or interval ("a/b", ".." for open).

    Both are empty where the text is none of these.
    """
    start, _, end = date.partition("/")
    return _day(start, "0000-01-01", "0"), _day(end or start, "9999-12-31", "9")


def _day(date: str, fill: str, digit: str) -> str:
    if date in ("..", ""):
        return fill
    date = date[:10].replace("X", digit)
    return date + fill[len(date) :] if _DATE.fullmatch(date) else ""


def _among(option: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for value in given:
        if value not in known:
            todo = nearest(value, known, f"choose from {', '.join(known)}")
            raise UsageError(option, f"{value!r} is not known", todo)


#: Lets everything in.
ALL = Filter()
