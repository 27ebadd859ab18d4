"""The lexicon of boilerplate (`boilerplate.txt`), compiled: which cue a paragraph matches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ...ontology.errors import DataFileError
from .dates import CLOCK, DAY, FULL_DATE

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "boilerplate.txt"
_SCOPES = ("whole", "end", "edge", "head", "under", "after", "inside", "start", "first", "parts")
#: Cues are short: a longer paragraph is only looked at by patterns that find a stretch of it.
_LONGEST_CUE = 600

_WORD = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‘.&-]*)"
_PARTICLE = r"(?-i:of|the|al|el|de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|bint|ibn|abu|for|and)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,6}}"
_PERSON = rf"{_WORD}(?: (?:(?-i:al|el|de|del|der|di|da|la|le|van|von|bin|bint|ibn|abu) ){{0,2}}{_WORD}){{1,3}}"
_AND = r"(?:, and |, | and | & )"
_PLACEHOLDERS: Mapping[str, str] = {
    "word": _WORD,
    "name": _NAME,
    "person": _PERSON,
    "names": f"{_NAME}(?:{_AND}{_NAME}){{0,8}}",
    "people": f"{_PERSON}(?:{_AND}{_PERSON}){{0,8}}",
    "place": f"{_NAME}(?:, {_NAME}){{0,3}}(?:/{_NAME})?",
    "caps": r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,}[A-ZÀ-Þ])",
    "date": FULL_DATE,
    "day": DAY,
    "clock": CLOCK,
    "site": r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?",
    "dash": r"(?: ?(?:--|–|—)| -) ?",
    "opening": r"(?=(?-i:[A-ZÀ-ÞĀ-Ž“\"‘'0-9\[]))",
    "rest": r".*",
}


@dataclass(frozen=True, slots=True)
class Cues:
    """The compiled lexicon. Each tuple keeps the order of the file."""

    whole: tuple[tuple[str, re.Pattern[str]], ...]
    end: tuple[tuple[str, re.Pattern[str]], ...]
    edge: tuple[tuple[str, re.Pattern[str]], ...]
    head: tuple[tuple[str, re.Pattern[str]], ...]
    under: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    inside: tuple[tuple[str, re.Pattern[str]], ...]
    start: tuple[tuple[str, re.Pattern[str]], ...]
    first: tuple[tuple[str, re.Pattern[str]], ...]
    author_heading: re.Pattern[str]
    biography: re.Pattern[str]
    trade: re.Pattern[str]
    person: re.Pattern[str]


def match(cues: tuple[tuple[str, re.Pattern[str]], ...], paragraph: str) -> str | None:
    """The kind of the first cue that matches the whole paragraph."""
    if len(paragraph) > _LONGEST_CUE:
        return None
    line = paragraph.replace("\n", " ")
    return next((kind for kind, pattern in cues if pattern.fullmatch(line)), None)


@cache
def load() -> Cues:
    """The lexicon that is shipped. Raises DataFileError where it cannot be read."""
    sections = _sections(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    parts = {kind: lines for kind, scope, lines in sections if scope == "parts"}
    known = dict(_PLACEHOLDERS)
    for name in ("agency", "trade", "network"):
        known[name] = "(?:" + "|".join(line for _, line in parts.get(name, ())) + ")"

    def compiled(lines: list[tuple[int, str]]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{_pattern(line, number, known)})" for number, line in lines), re.IGNORECASE)

    def scoped(scope: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((kind, compiled(lines)) for kind, of, lines in sections if of == scope)

    return Cues(
        whole=scoped("whole"),
        end=scoped("end"),
        edge=scoped("edge"),
        head=scoped("head"),
        under=scoped("under"),
        after=scoped("after"),
        inside=scoped("inside"),
        start=scoped("start"),
        first=scoped("first"),
        author_heading=compiled(parts["author heading"]),
        biography=compiled(parts["biography"]),
        trade=re.compile(rf"\b{known['trade']}s?\b", re.IGNORECASE),
        person=re.compile(_PERSON),
    )


def _sections(text: str) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """(kind, scope, numbered lines) of each section of the lexicon."""
    out: list[tuple[str, str, list[tuple[int, str]]]] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        heading = re.fullmatch(r"\[([\w ]+) \| (\w+)\]", line)
        if heading and heading[2] in _SCOPES:
            out.append((heading[1], heading[2], []))
        elif heading or not out:
            raise DataFileError(f"{_FILE}:{number}", f"{line} opens no section", "write [kind | scope]")
        else:
            out[-1][2].append((number, line))
    return out


def _pattern(line: str, number: int, known: Mapping[str, str]) -> str:
    """A line of the lexicon with its placeholders filled in."""
    try:
        pattern = re.sub(r"\{([a-z]+)\}", lambda m: known[m[1]], line)
        re.compile(pattern, re.IGNORECASE)
    except KeyError as e:
        raise DataFileError(f"{_FILE}:{number}", f"unknown placeholder {{{e.args[0]}}}", "see the file's head") from e
    except re.error as e:
        raise DataFileError(f"{_FILE}:{number}", f"no regular expression: {e}", "mend the line") from e
    return pattern
