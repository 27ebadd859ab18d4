"""The data model: what travels between reading, extraction and the graph. Frozen, no behaviour beyond validation."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Tense = Literal["past", "present", "future"]
MentionKind = Literal["name", "nominal", "pronoun"]

#: Classes of things, as named in `triplewire.ttl`. `Phrase` marks a statement's argument that is words, not a thing.
ENTITY_TYPES = (
    "Person", "Organization", "ArmedGroup", "Country", "Government", "Place", "Alliance", "Event", "Group",
    "Thing",
)  # fmt: skip
PHRASE = "Phrase"
#: What has a name, but of no other class.
THING = "Thing"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text, `text[start:end]`, and what it is.

    `kind` is `headline` or `body` for what is read, else the kind of boilerplate (`byline`, `author box`, …).
    """

    start: int
    end: int
    kind: str

    @property
    def read(self) -> bool:
        """Whether extraction reads this block."""
        return self.kind in ("headline", "body")


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. All offsets anywhere count characters of `text`, which is never altered after reading."""

    iri: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    url: str | None = None
    published: str | None = None  # ISO 8601 date, or date and time
    source: str | None = None  # the outlet
    author: str | None = None
    path: str | None = None  # where it was read from: `folder/file.txt`, `file.jsonl#12`, `-`
    fingerprint: tuple[str, ...] = ()  # hashes of its wording, sorted; copies of one text share at least one

    def __post_init__(self) -> None:
        if not self.iri:
            raise ValueError("an article needs an IRI")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of an entity: a name, a description (nominal) or a pronoun."""

    article: str
    start: int
    end: int
    text: str
    kind: MentionKind
    entity: str  # canonical label
    entity_id: str  # IRI
    entity_type: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that articles speak of. Its IRI is a function of its canonical label."""

    iri: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()  # other names seen for it, sorted
    country: str | None = None  # label of the country or parent that the registry gives


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim made by one sentence: who did what to whom, with stance, time, place and evidence.

    `subject`, `relation`, `object` are the graph's reading (agent first, canonical labels, lemmas); the `_text`
    fields are the clause as the sentence words it (in a passive clause the grammatical subject comes first).
    The `_id` fields are IRIs, null where the argument is a phrase.
    """

    subject: str
    relation: str
    object: str
    subject_id: str | None
    relation_id: str
    object_id: str | None
    subject_type: str
    object_type: str
    subject_text: str
    relation_text: str
    object_text: str
    relation_type: str | None
    event_type: str | None
    sign: int | None
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    attributed_to: str | None
    attributed_to_id: str | None
    when: str | None
    where: str | None
    confidence: float
    rule: str
    article: str | None
    sentence: str
    start: int
    end: int
    line: int | None = None
    parse_probability: float = 1.0
    sentence_start: int = 0  # offset of `sentence` in the article's text; not part of the row

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not in 0..1")
        if not 0.0 <= self.parse_probability <= 1.0:
            raise ValueError(f"parse probability {self.parse_probability} is not in 0..1")
        if not 0 <= self.start <= self.end:
            raise ValueError(f"offsets {self.start}..{self.end} are not a span")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What extraction found in one article."""

    article: Article
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def row_fields(of: type[Statement] | type[Mention]) -> tuple[str, ...]:
    """The columns of the row form of a statement or a mention, in order."""
    return tuple(f.name for f in fields(of) if f.name != "sentence_start")


def as_row(item: Statement | Mention) -> dict[str, str | int | float | None]:
    """The row form: one flat dict, the same in the Python API, on the command line and in CSV."""
    return {name: getattr(item, name) for name in row_fields(type(item))}
