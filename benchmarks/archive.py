#!/usr/bin/env python3
"""An archive of articles that nobody wrote, as large as is wanted: the same every time, and shaped like real ones.

    python benchmarks/archive.py STATEMENTS GRAPH      writes the graph of so many statements into a folder

Few actors are met everywhere and most but once (Zipf's law, so that the number of actors grows with that of articles as
in real news); relations, outlets and the length of articles are as uneven. Shares of denials, plans, sources, dates and
phrases are those of the shipped samples. Articles are analyses like those that extraction gives; they come into the
graph by the way that every article takes. Article n is a function of n and the seed alone.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from triplewire import KnowledgeGraph
from triplewire.builder import STORED_TOGETHER
from triplewire.graph.encode import encode
from triplewire.ontology.iri import DATA, entity_iri, relation_iri
from triplewire.ontology.model import PHRASE, Analysis, Article, Entity, Mention, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triplewire.graph.encode import Encoded

SEED = 1
#: Actors that there may be at all; how many are met grows with the articles.
ACTORS = 300_000
OUTLETS, RELATIONS = 60, 2_000
_FLATTENED = 2.7  # Mandelbrot's constant: the first few of a kind are less far apart than Zipf's law alone has them
_KINDS = (("Person", 45), ("Organization", 15), ("ArmedGroup", 12), ("Place", 12), ("Group", 8), ("Government", 4),
          ("Country", 4))  # fmt: skip
_TYPED = (
    ("supports", "SUPPORT", 1), ("attacks", "ASSAULT", -1), ("opposes", "REJECT", -1), ("meets", "CONSULT", 1),
    ("controls", None, 0), ("memberOf", None, 1), ("leads", None, 0), ("sanctions", "SANCTION", -1),
    ("alliedWith", None, 1), ("locatedIn", None, 0),
)  # fmt: skip
_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en"))
_BEGIN = date(2019, 1, 1)
_DAYS = 2_190


def archive(statements: int, seed: int = SEED) -> Iterator[Analysis]:
    """Articles that together make at least so many statements, fewer than one article's more."""
    made = number = 0
    while made < statements:
        analysis = article(number, seed)
        yield analysis
        made += len(analysis.statements)
        number += 1


def article(number: int, seed: int = SEED) -> Analysis:
    """One article and what it says."""
    at = random.Random(f"{seed} {number}")
    length = max(6, min(400, round(at.lognormvariate(3.8, 0.6))))
    cast = sorted({_drawn(at, ACTORS) for _ in range(3 + length // 4)} | {0, 1})
    about = Article(
        iri=f"{DATA}article/{seed}-{number}", text=f"Report {number}.", title=f"Report {number} on {_name(cast[-1])}",
        published=(_BEGIN + timedelta(days=at.randrange(_DAYS))).isoformat(),
        source=f"{_name(_drawn(at, OUTLETS))} Post", fingerprint=(f"{seed:04x}{number:012x}",),
    )  # fmt: skip
    rows: list[Statement] = []
    offset = 0
    while len(rows) < length:
        told = _sentence(at, about, cast, offset)
        rows += told
        offset += len(told[0].sentence) + 1
    entities = tuple(sorted((_entity(rank) for rank in cast), key=lambda entity: entity.iri))
    return Analysis(about, tuple(rows), tuple(_mentions(about, rows)), entities)


def _sentence(at: random.Random, about: Article, cast: Sequence[int], offset: int) -> list[Statement]:
    """One to six statements of one sentence: one subject, several things that it does."""
    subject, verbs = at.choice(cast), [_drawn(at, RELATIONS) for _ in range(at.randint(1, 6))]
    source = _name(at.choice(cast)) if at.random() < 0.2 else None
    objects = [at.choice([rank for rank in cast if rank != subject]) for _ in verbs]
    parts = [
        (verb, rank if at.random() < 0.33 else None, at.randrange(5_000))
        for verb, rank in zip(verbs, objects, strict=True)
    ]
    words = " and ".join(f"{_verb(verb)} {_object(rank, phrase)}" for verb, rank, phrase in parts)
    sentence = f"{_name(subject)} {words}{f', {source} said' if source else ''}."
    rows = []
    place = offset + len(_name(subject)) + 1
    for verb, rank, phrase in parts:
        rows.append(_statement(at, about, sentence, offset, subject, verb, rank, phrase, source, place))
        place += len(_verb(verb)) + len(_object(rank, phrase)) + len("  and ") - 1
    return rows


def _statement(
    at: random.Random, about: Article, sentence: str, offset: int, subject: int, verb: int, rank: int | None,
    phrase: int, source: str | None, place: int,
) -> Statement:  # fmt: skip
    relation_type, event_type, sign = _TYPED[verb % len(_TYPED)] if verb % 3 == 0 else (None, None, None)
    text = _object(rank, phrase)
    fields: dict[str, Any] = {
        "subject": _name(subject), "relation": _verb(verb), "object": text, "subject_id": entity_iri(_name(subject)),
        "relation_id": relation_iri(_verb(verb)), "object_id": None if rank is None else entity_iri(text),
        "subject_type": _kind(subject), "object_type": PHRASE if rank is None else _kind(rank),
        "subject_text": _name(subject), "relation_text": _verb(verb), "object_text": text,
        "relation_type": relation_type, "event_type": event_type, "sign": sign,
        "polarity": "negative" if at.random() < 0.08 else "positive",
        "certainty": at.choices(("certain", "probable", "possible"), (87, 8, 5))[0],
        "tense": at.choices(("past", "present", "future"), (64, 24, 12))[0],
        "attributed_to": source, "attributed_to_id": None if source is None else entity_iri(source),
        "when": (about.published or "")[: at.choice((4, 7, 10))] if at.random() < 0.15 else None, "where": None,
        "confidence": at.randint(30, 99) / 100, "rule": at.choice(("object", "prep", "apposition", "content")),
        "article": about.iri, "sentence": sentence, "start": place, "end": place + len(_verb(verb)),
        "sentence_start": offset,
    }  # fmt: skip
    return Statement(**fields)


def _mentions(about: Article, rows: Sequence[Statement]) -> Iterator[Mention]:
    """The name of each sentence's subject."""
    for start, s in {s.sentence_start: s for s in rows}.items():
        end = start + len(s.subject)
        yield Mention(about.iri, start, end, s.subject, "name", s.subject, s.subject_id or "", s.subject_type)


def _drawn(at: random.Random, number: int) -> int:
    """A rank below a number, by Zipf's and Mandelbrot's law."""
    heaped = _heaped(number)
    return bisect(heaped, at.random() * heaped[-1])


@cache
def _heaped(number: int) -> list[float]:
    return list(accumulate(1 / (rank + _FLATTENED) for rank in range(1, number + 1)))


@cache
def _name(rank: int) -> str:
    """A name that no other rank has, one word or two."""
    word, rest = "", rank
    while rest or not word:
        rest, digit = divmod(rest, len(_SYLLABLES))
        word += _SYLLABLES[digit]
    return f"{word.capitalize()} {_SYLLABLES[rank % 89].capitalize()}{'nd' if rank % 2 else 'rs'}"


@cache
def _kind(rank: int) -> str:
    return random.Random(f"kind {rank}").choices([kind for kind, _ in _KINDS], [share for _, share in _KINDS])[0]


def _verb(rank: int) -> str:
    return f"{_SYLLABLES[rank % 97].removesuffix('r')}{_SYLLABLES[rank // 97 % 97]}te"


def _object(rank: int | None, phrase: int) -> str:
    return f"the {_verb(phrase % RELATIONS)} {_verb(phrase // 7)}s" if rank is None else _name(rank)


def _entity(rank: int) -> Entity:
    aliases = (f"{_name(rank)} the Elder",) if rank % 9 == 0 else ()
    return Entity(entity_iri(_name(rank)), _name(rank), _kind(rank), aliases)


def load(kg: KnowledgeGraph, statements: int, seed: int = SEED) -> Iterator[list[Encoded]]:
    """Brings an archive into a graph, as many articles at once as `build` does; gives each batch when it is stored."""
    batch: list[Encoded] = []
    for analysis in archive(statements, seed):
        batch.append(encode(analysis))
        if len(batch) == STORED_TOGETHER:
            kg.load(batch)
            yield batch
            batch = []
    if batch:
        kg.load(batch)
        yield batch


if __name__ == "__main__":
    with KnowledgeGraph.open(sys.argv[2]) as graph:
        total = sum(e.statements for done in load(graph, int(sys.argv[1])) for e in done)
    print(f"{total:,} statements")
