"""The word lists of `nouns.json` as sets, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by what they tell; all lower case."""

    acts: frozenset[str]
    act_suffixes: tuple[str, ...]
    not_acts: frozenset[str]
    roles: frozenset[str]
    intents: frozenset[str]  # what somebody has, makes or takes in order to do something
    honorifics: frozenset[str]
    quantities: frozenset[str]


@cache
def nouns() -> Nouns:
    """The lists that come with the package."""
    data = json.loads((Path(__file__).parent / "nouns.json").read_text(encoding="utf-8"))
    words = {key: frozenset(value.split()) for key, value in data.items() if key != "about"}
    suffixes = tuple(sorted(words.pop("act_suffixes")))
    return Nouns(act_suffixes=suffixes, **words)
