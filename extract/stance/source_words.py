"""The words of saying, by what they take: `attribution.json` as look-ups."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class SourceLexicon:
    """`attribution.json` as lookups. Keys of `content` are (lemma, frame), apart for verbs, nouns and adjectives."""

    content: frozenset[tuple[str, str]]
    noun_content: frozenset[tuple[str, str]]
    adjective_content: frozenset[tuple[str, str]]
    quoting: frozenset[str]
    as_clauses: frozenset[str]
    characterising: frozenset[str]
    evidential: frozenset[str]
    texts: frozenset[str]
    authoring: frozenset[str]
    charging: frozenset[str]  # what they say of a hostile act is a charge; to report or predict it takes no side
    charging_nouns: frozenset[str]
    faulting: frozenset[str]  # verbs and nouns that find fault with whatever they say was done
    possessed: frozenset[str]
    speakers: frozenset[str]
    never: frozenset[str]
    parts: frozenset[str]


@cache
def source_lexicon() -> SourceLexicon:
    """The lexicon that the package ships."""
    data = json.loads(files(__package__).joinpath("attribution.json").read_text("utf-8"))

    def pairs(table: dict[str, str]) -> frozenset[tuple[str, str]]:
        return frozenset((lemma, frame) for frame, lemmas in table.items() for lemma in lemmas.split(", "))

    def words(key: str) -> frozenset[str]:
        return frozenset(data[key].split(", "))

    return SourceLexicon(
        content=pairs(data["content"]),
        noun_content=pairs(data["noun content"]),
        adjective_content=pairs(data["adjective content"]),
        quoting=words("quoting"),
        as_clauses=words("as clauses"),
        characterising=words("characterising"),
        evidential=words("evidential"),
        texts=words("texts"),
        authoring=words("authoring"),
        charging=words("charging"),
        charging_nouns=words("charging nouns"),
        faulting=words("faulting"),
        possessed=words("possessed"),
        speakers=words("speakers"),
        never=words("never sources"),
        parts=words("parts"),
    )
