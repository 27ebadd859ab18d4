"""Reads the vocabulary's Turtle files: typed relations, the entries that evoke them, word classes and operators.

The heads of `relations.ttl` and `lexicon-cooperation.ttl` tell how the files are written. Whatever is wrong in one is
a DataFileError that names the file and what to do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from .errors import DataFileError
from .iri import TW
from .model import ENTITY_TYPES, PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SYMMETRIC = "http://www.w3.org/2002/07/owl#SymmetricProperty"
#: Entry properties: how the words are read, whether the roles are turned, whether only the event is told.
_ENTRIES = {
    "verb": ("verb", False, False), "inverseVerb": ("verb", True, False), "eventVerb": ("verb", False, True),
    "phrase": ("phrase", False, False), "inversePhrase": ("phrase", True, False),
    "noun": ("noun", False, False), "inverseNoun": ("noun", True, False),
    "role": ("role", False, False), "inverseRole": ("role", True, False),
    "adjective": ("adjective", False, False), "inverseAdjective": ("adjective", True, False),
    "participle": ("participle", False, False),
}  # fmt: skip
_KNOWN = frozenset(_ENTRIES) | {
    "beforeVerb", "beforeNoun", "beforeRole", "whenCooperative", "whenHostile", "otherwise", "turns",
    "sign", "eventType", "attitude", "content", "agent", "patient", "lemma", "ending", "type",
}  # fmt: skip
#: Entries of this name evoke nothing: they keep a sense of a verb out of its relation ("hit a record").
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relation: sign +1 friendly, -1 hostile, 0 neither; `attitude`: it reaches from a deed to its author.

    `agent` and `patient`: the word classes of which subject and object may be, any where there are none; `content`: the
    object may be what a whole clause says.
    """

    name: str  # local name in tw:, "supports"
    label: str
    comment: str
    sign: int
    event_type: str | None
    attitude: bool
    symmetric: bool
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    content: bool = False


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of nouns that entries name in brackets: lemmas, and classes of things.

    Nouns that no class lists belong to the class of their ending.
    """

    lemmas: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()

    def fit(self, lemma: str | None, type_: str) -> int:
        """2 where the lemma is listed, 1 where the class of thing is, else 0."""
        return 2 if lemma in self.lemmas else 1 if type_ in self.types else 0


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that work on the act named after them; relations by the side that act is on, None to keep it as it is."""

    name: str
    before_verb: tuple[str, ...]
    before_noun: tuple[str, ...]
    before_role: tuple[str, ...]
    cooperative: str | None
    hostile: str | None
    otherwise: str | None
    turns: bool

    @property
    def keeps(self) -> bool:
        """Whether the inner act stays what it is."""
        return not (self.cooperative or self.hostile or self.otherwise)


class Entry(NamedTuple):
    """One evoking phrase as written in a file, alternatives ("on|against") spread out.

    `phrase` holds lemmas and bracketed classes; `subject` and `object` are the classes that the arguments must be of.
    """

    kind: str  # verb, phrase, noun, role, adjective, participle
    phrase: str
    relation: str
    inverse: bool
    event_only: bool
    subject: str | None
    object: str | None
    file: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the files say. One is equal to itself alone, so that what it means can be remembered."""

    relations: Mapping[str, Relation]
    event_sides: Mapping[str, int]
    classes: Mapping[str, WordClass]
    operators: tuple[Operator, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """What the files say of one subject: predicate to values, each with the file it stands in."""

    name: str
    said: Mapping[str, list[tuple[str, str]]]

    def values(self, predicate: str) -> list[str]:
        return [v for v, _ in self.said.get(predicate, ())]

    def one(self, predicate: str) -> str | None:
        return next(iter(self.values(predicate)), None)

    def target(self, predicate: str) -> str | None:
        """The local name of the thing in tw: that the predicate points to."""
        return (self.one(predicate) or "").removeprefix(TW) or None

    def flag(self, predicate: str) -> bool:
        return self.one(predicate) == "true"

    @property
    def file(self) -> str:
        return next(f for values in self.said.values() for _, f in values)


def read(files: Iterable[Path]) -> Lexicon:
    """The files' content, checked. Later files may add to what earlier ones define."""
    said: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        for subject, predicate, value in _triples(file):
            said[subject][predicate].append((value, str(file)))
    nodes = [_Node(name, said[name]) for name in sorted(said)]
    members = {
        kind: [n for n in nodes if TW + kind in n.values(_RDF_TYPE)] for kind in ("EventType", "WordClass", "Operator")
    }
    others = {NOTHING, *(n.name for found in members.values() for n in found)}
    events = {n.name: _sign(n) for n in members["EventType"]}
    classes = {
        n.name: WordClass(frozenset(n.values("lemma")), frozenset(n.values("type")), tuple(n.values("ending")))
        for n in members["WordClass"]
    }
    classes |= {t: WordClass(types=frozenset({t})) for t in (*ENTITY_TYPES, PHRASE)}
    relations = {
        n.name: _relation(n, events, classes, {m.name: m for m in members["EventType"]})
        for n in nodes
        if n.name not in others and ("sign" in n.said or not _ENTRIES.keys().isdisjoint(n.said))
    }
    operators = tuple(_operator(n, relations) for n in members["Operator"])
    return Lexicon(relations, events, classes, operators, tuple(e for n in nodes for e in _entries(n, classes)))


def _triples(file: Path) -> Iterator[tuple[str, str, str]]:
    """(subject, predicate, value) of one file; names in tw: and rdfs: without their namespace."""
    try:
        quads = list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    except OSError as e:
        raise DataFileError(str(file), "cannot be read", "check the path") from e
    except (SyntaxError, ValueError) as e:
        raise DataFileError(str(file), f"is no valid Turtle: {e}", "mend it there") from e
    for quad in quads:
        predicate, subject, value = quad.predicate.value, quad.subject, quad.object
        if predicate.startswith(TW):
            predicate = predicate.removeprefix(TW)
            if predicate not in _KNOWN:
                todo = f"use one of {', '.join(sorted(_KNOWN))}"
                raise DataFileError(str(file), f"tw:{predicate} is no property of the vocabulary", todo)
            if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(TW):
                raise DataFileError(str(file), f"{subject} is not in the namespace tw:", f"name it <{TW}…>")
        if isinstance(subject, ox.NamedNode) and isinstance(value, (ox.NamedNode, ox.Literal)):
            yield subject.value.removeprefix(TW), predicate.removeprefix(_RDFS), value.value


def _sign(node: _Node) -> int:
    sign = node.values("sign")
    if len(sign) != 1 or sign[0] not in ("1", "+1", "0", "-1"):
        raise DataFileError(node.file, f"tw:{node.name} has no single tw:sign of 1, 0 or -1", "give it one")
    return int(sign[0])


def _relation(
    node: _Node, events: Mapping[str, int], classes: Mapping[str, WordClass], kinds: Mapping[str, _Node]
) -> Relation:
    label, comment, event = node.one("label"), node.one("comment"), node.target("eventType")
    if not label or not comment:
        todo = "define it as relations.ttl defines its relations"
        raise DataFileError(node.file, f"tw:{node.name} has no rdfs:label or no rdfs:comment", todo)
    if event and event not in events:
        todo = f"use one of {', '.join(sorted(events))}"
        raise DataFileError(node.file, f"tw:{node.name} has the unknown event type {event}", todo)
    symmetric = _SYMMETRIC in node.values(_RDF_TYPE)
    agent, patient = (
        tuple(sorted(node.values(role) or (kinds[event].values(role) if event else ())))
        for role in ("agent", "patient")
    )
    for name in (*agent, *patient):
        if name not in classes:
            todo = "define it as a tw:WordClass with tw:lemma, or name another"
            raise DataFileError(node.file, f"tw:{node.name} names the unknown class {name}", todo)
    sign, attitude, content = _sign(node), node.flag("attitude"), node.flag("content")
    return Relation(node.name, label, comment, sign, event, attitude, symmetric, agent, patient, content)


def _operator(node: _Node, relations: Mapping[str, Relation]) -> Operator:
    cooperative, hostile, otherwise = (node.target(p) for p in ("whenCooperative", "whenHostile", "otherwise"))
    for target in (cooperative, hostile, otherwise):
        if target and target not in relations:
            what = f"tw:{node.name} names the unknown relation tw:{target}"
            raise DataFileError(node.file, what, "define it, or name another")
    verb, noun, role = (tuple(sorted(node.values(p))) for p in ("beforeVerb", "beforeNoun", "beforeRole"))
    return Operator(node.name, verb, noun, role, cooperative, hostile, otherwise, node.flag("turns"))


def _entries(node: _Node, classes: Mapping[str, WordClass]) -> Iterator[Entry]:
    for predicate in _ENTRIES.keys() & node.said.keys():
        kind, inverse, event_only = _ENTRIES[predicate]
        for text, file in node.said[predicate]:
            phrase, subject, object_ = text, None, None
            if "[" in text:
                phrase, subject, object_ = _conditions(text, kind, classes, node.name, file)
            elif text != text.lower() or text != " ".join(text.split()) or not text:
                what = f"tw:{node.name} tw:{predicate} {text!r} is not in lower case with single spaces"
                raise DataFileError(file, what, "write its lemmas so")
            for spelt in _alternatives(phrase):
                yield Entry(kind, spelt, node.name, inverse, event_only, subject, object_, file)


def _conditions(
    text: str, kind: str, classes: Mapping[str, WordClass], name: str, file: str
) -> tuple[str, str | None, str | None]:
    """An entry with brackets as (phrase, class of the subject, class of the object)."""
    words = text.split()
    for word in words:
        if word[0] == "[" and word[1:-1] not in classes:
            todo = "define it as a tw:WordClass with tw:lemma, or name another"
            raise DataFileError(file, f"{text!r} of tw:{name} names the unknown class {word}", todo)
    subject = words.pop(0)[1:-1] if words[0][0] == "[" and kind != "role" else None
    tells = kind != "role" or any(word[0] != "[" for word in words)  # "[understudy] [chief]" is all words of the role
    object_ = words.pop()[1:-1] if words and words[-1][0] == "[" and tells else None
    if not words or any(w != w.lower() for w in words if w[0] != "["):
        raise DataFileError(
            file, f"{text!r} of tw:{name} has no lower-case word outside brackets", "write its lemmas so"
        )
    return " ".join(words), subject, object_


def _alternatives(phrase: str) -> list[str]:
    """ "attack on|against" as "attack on", "attack against"."""
    if "|" not in phrase:
        return [phrase]
    return [" ".join(words) for words in product(*(w.split("|") for w in phrase.split()))]
