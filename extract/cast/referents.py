"""The things an article speaks of, while it is being read: what is known of each, and where it was spoken of last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...ontology.model import MentionKind

#: Class of named things that are no actors: products, works, laws, languages, and of which nothing tells the class.
OTHER = "Thing"
#: Each sentence that passes halves what an earlier mention weighs.
_FADES = 0.5


@dataclass(slots=True, eq=False)
class Referent:
    """One thing spoken of. Without a `label` it is no entity and only competes as an antecedent."""

    label: str = ""
    kind: str = ""  # class of the ontology, "Thing", or "" where nothing tells
    guess: str = ""  # the class that the model gives what nothing else tells the class of
    gender: str = ""  # m, f or "" of a person
    presumed: bool = False  # that the gender is known by the given name alone
    plural: bool = False
    country: str = ""
    names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)  # "president", "militia": what it has been called besides its name
    kin: list[tuple[str, Referent]] = field(default_factory=list)  # ("father", of whom)
    sure: bool = False  # the class comes from the registry, the gazetteer or the article
    listed: bool = False  # in the registry
    qualified: bool = False  # its label says of which country it is
    mapped: bool = False  # a place of the gazetteer, not a building
    inner: bool = False  # met only inside longer names
    words: str = ""  # of a thing without a name: the phrase that introduced it
    backer: Referent | None = None  # whom a person speaks for: "Labour's Home Secretary"
    named: int = 0  # times that the article names it
    introduced: tuple[int, int] = (1 << 30, 0)  # sentence and word of its first name
    count: int = 0
    sentence: int = -9  # of the last mention
    at: int = -1  # word of the last mention
    quoted: bool = False  # whether the last mention stands in a quotation
    role: str = ""  # dependency label of the last mention
    weight: float = 0.0  # of mentions in earlier sentences, as of `sentence`
    now: float = 0.0  # of the weightiest mention in `sentence`

    @property
    def likely(self) -> str:
        """The class, or what it may be taken for while the article is read."""
        return self.kind or self.guess

    def touch(self, sentence: int, at: int, role: str, weight: float) -> None:
        """Records a mention."""
        if sentence != self.sentence:
            self.weight = (self.weight + self.now) * _FADES ** (sentence - self.sentence)
            self.now = 0.0
        self.sentence, self.at, self.role = sentence, at, role
        self.now = max(self.now, weight)
        self.count += 1

    def learn_gender(self, gender: str) -> None:
        """Takes what a noun or pronoun says of a person's gender; only a given name's word yields to it."""
        if gender and (not self.gender or self.presumed):
            self.gender, self.presumed = gender, False

    def salience(self, sentence: int) -> float:
        """How much in mind it is at this sentence."""
        return float((self.weight + self.now) * _FADES ** (sentence - self.sentence))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: words `first` up to `end` of a sentence, headed by `head`, speak of `referent`."""

    sentence: int
    first: int
    end: int
    head: int
    kind: MentionKind
    referent: Referent
