"""All stretches of an article that spell one name, and what the article tells of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .referents import Referent
    from .spans import Span


@dataclass(slots=True)
class Signs:
    """How often an article uses a name in ways that tell its class, though none of them settles it."""

    the: int = 0  # behind "the"
    indefinite: int = 0  # behind "a" or "an"
    common: int = 0  # of those, times that no noun behind it takes the article
    within: int = 0  # behind "in" or "nearby"
    plural: int = 0  # as a plural
    opens: int = 0  # as an ordinary word at the head of a sentence, where any word has a capital
    lies: int = 0  # as what lies somewhere or borders on something
    which: int = 0  # before a clause with "which"
    speaks: int = 0  # as who says or decides something
    does: int = 0  # as who does something
    heard: int = 0  # as who is told something
    runs: int = 0  # as who runs, makes or reports something, or has a head
    periodical: int = 0  # as where something is published
    serves: int = 0  # as whom somebody works or speaks for
    member: int = 0  # as what somebody is one of: "she is a Latina"
    field: int = 0  # as what a committee or professor is concerned with
    titled: int = 0  # as the title of a work


@dataclass(slots=True, eq=False)
class Cluster:
    """All stretches of an article that spell one name, and what they tell of it."""

    key: str
    tokens: list[str]
    spans: list[Span] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)  # the model's
    told: Counter[str] = field(default_factory=Counter)  # the article's
    used: Counter[str] = field(default_factory=Counter)  # what its uses say, by class
    signs: Signs = field(default_factory=Signs)
    nouns: set[str] = field(default_factory=set)
    gender: str = ""
    country: str = ""  # "Iranian" before the title
    backer: str = ""  # name of the organisation or country before the title: "Labour's Shadow Home Secretary"
    backer_at: tuple[int, int] = (-1, -1)  # sentence and word where that name ends
    located: int = 0  # times it stands where places stand
    inside: int = 0  # of those, times after "in"
    surname: bool = False  # whether the article also uses its last word alone
    referent: Referent | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Sentence and word of the name's first occurrence."""
        return min((span.sentence, span.first) for span in self.spans)
