"""Who is who in one article: which thing each name, description and pronoun speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.iri import entity_iri
from ..ontology.model import Entity, Mention
from .discourse import Reading
from .identity import Identifier
from .lexicon import lexicon
from .memory import Memory
from .names import Finder
from .nested import Nester
from .referents import OTHER, Mark, Referent
from .seats import acts
from .spans import evidence, head_of, title_case

if TYPE_CHECKING:
    from ..ontology.registry import Registry
    from .spans import Span
    from .tree import Tree


_KIN = frozenset(("family", "dynasty", "clan", "brothers", "sisters"))


class Cast:
    """The entities of one article and where it speaks of them."""

    def __init__(self, memory: Memory, registry: Registry, marks: list[Mark], spans: list[Span], article: str) -> None:
        self._slots, self._trees, self._registry = memory.slots, memory.trees, registry
        self._spans = _by_word(spans, len(memory.trees))
        self._entities: dict[str, Entity] = _entities(marks)
        self.mentions: tuple[Mention, ...] = _mentions(marks, self._trees, article, self._entities)
        inner = {mark.referent.label for mark in marks} - {
            mark.referent.label for mark in marks if not mark.referent.inner
        }
        self.entities: tuple[Entity, ...] = tuple(
            self._entities[label] for label in sorted(self._entities) if label not in inner
        )

    def at(self, sentence: int, head: int) -> Entity | None:
        """The entity that the noun phrase headed by this word speaks of; None for a plain phrase."""
        found = self._slots[sentence].get(head)
        return self._entities.get(found.label) if found is not None and found.label else None

    def acting(self, sentence: int, head: int) -> Entity | None:
        """The same for something that acts: a capital or seat of government is its country then."""
        found = self.at(sentence, head)
        span = self.span(sentence, head)
        if span is None or found is None or found.type in ("Country", "Person"):
            return found
        text = self._trees[sentence].words_of(range(*span))
        country = self._registry.capital(text)
        if country is None:
            return found
        return self._entities.get(country) or Entity(entity_iri(country), country, "Country", country=country)

    def span(self, sentence: int, word: int) -> tuple[int, int] | None:
        """First word and end of the name that the word is part of, so that nothing cuts a name."""
        return self._spans[sentence].get(word)


def cast_of(trees: list[Tree], article_iri: str, registry: Registry) -> Cast:
    """Reads the sentences of one article, in order, and settles who is who."""
    words = lexicon()
    loud = [title_case(tree) for tree in trees]
    finder = Finder(words, registry, evidence(trees, loud))
    spans: list[Span] = []
    for n, tree in enumerate(trees):
        if not loud[n]:
            spans += finder.spans(tree, n)
    spans += finder.in_title_case([(n, tree) for n, tree in enumerate(trees) if loud[n]], spans)
    spans.sort(key=lambda span: (span.sentence, span.first))
    identifier = Identifier(trees, words, registry)
    owners = identifier.referents(spans)
    labelled: dict[str, Referent] = {}
    for referent in owners.values():
        labelled.setdefault(referent.label, referent)
    memory = Memory(trees)
    for n, span in enumerate(spans):
        if n in owners:
            _place(memory, span, owners[n], labelled, registry)
    Reading(memory, words, registry, labelled, identifier.focus).read()
    marks = memory.marks + Nester(identifier.by_key, words, registry).marks(trees, spans, owners)
    return Cast(memory, registry, marks, spans, article_iri)


def _place(memory: Memory, span: Span, referent: Referent, labelled: dict[str, Referent], registry: Registry) -> None:
    """Notes a name where it stands: a seat of government that acts there is its country, "the X family" no person."""
    tree = memory.trees[span.sentence]
    head = head_of(tree, span.first, span.end)
    country = acts(tree, span, head, lexicon(), registry) if referent.kind in ("Place", "Government") else None
    if country is not None:
        referent = labelled.setdefault(country, Referent(country, "Country", country=country, sure=True))
    elif referent.kind == "Person" and span.end < len(tree) and tree.lower[span.end] in _KIN:
        label = f"{span.text} {tree.lower[span.end]}"
        referent = labelled.setdefault(label, Referent(label, "Group", sure=True))
    memory.place(span, referent, head)


def _by_word(spans: list[Span], sentences: int) -> list[dict[int, tuple[int, int]]]:
    out: list[dict[int, tuple[int, int]]] = [{} for _ in range(sentences)]
    for span in spans:
        for i in range(span.first, span.end):
            out[span.sentence][i] = (span.first, span.end)
    return out


def _entities(marks: list[Mark]) -> dict[str, Entity]:
    aliases: dict[str, set[str]] = {}
    kinds: dict[str, Referent] = {}
    for mark in marks:
        label = mark.referent.label
        kinds.setdefault(label, mark.referent)
        aliases.setdefault(label, set()).update(mark.referent.names)
    out: dict[str, Entity] = {}
    for label, referent in kinds.items():
        kind = OTHER if referent.kind in ("Thing", "") else referent.kind
        names = tuple(sorted(aliases[label] - {label}))
        out[label] = Entity(entity_iri(label), label, kind, names, referent.country or None)
    return out


def _mentions(marks: list[Mark], trees: list[Tree], article: str, entities: dict[str, Entity]) -> tuple[Mention, ...]:
    out: dict[tuple[int, int], Mention] = {}
    for mark in marks:
        tree = trees[mark.sentence]
        start, end = tree.starts[mark.first], tree.ends[mark.end - 1]
        entity = entities[mark.referent.label]
        found = Mention(article, start, end, tree.text[start:end], mark.kind, entity.label, entity.iri, entity.type)  # type: ignore[arg-type]
        out.setdefault((start, end), found)
    return tuple(out[key] for key in sorted(out))
