"""Who is who in one article: which thing each name, description and pronoun speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.iri import entity_iri
from ...ontology.model import Entity, Mention, MentionKind
from ..words.lexicon import lexicon
from .chains import follow
from .credits import credited, dated
from .discourse import Reading
from .identity import Identifier
from .memory import Memory
from .names import Finder
from .nested import Nester
from .referents import OTHER, Mark, Referent
from .seats import acts
from .spans import evidence, head_of, title_case

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from .spans import Span


#: A mention on its way: start, end, kind, of what.
Seen = tuple[int, int, MentionKind, Referent]
_KIN = frozenset(("family", "dynasty", "clan", "brothers", "sisters"))


class Cast:
    """The entities of one article and where it speaks of them."""

    def __init__(
        self,
        memory: Memory,
        registry: Registry,
        spans: list[Span],
        known: dict[str, Entity],
        mentions: tuple[Mention, ...],
        hidden: set[str],
    ) -> None:
        """`known`: entities by label; `hidden`: labels of those met only inside longer names and in picture credits."""
        self._slots, self._trees, self._registry = memory.slots, memory.trees, registry
        self._spans = _by_word(spans, len(memory.trees))
        self._known = known
        self.mentions = mentions
        self.entities: tuple[Entity, ...] = tuple(known[label] for label in sorted(set(known) - hidden))

    def at(self, sentence: int, head: int) -> Entity | None:
        """The entity that the noun phrase headed by this word speaks of; None for a plain phrase."""
        found = self._slots[sentence].get(head)
        if found is None:
            return self._adjective(sentence, head)
        return self._known.get(found.label) if found.label else None

    def _adjective(self, sentence: int, word: int) -> Entity | None:
        """The country, region or party of an adjective: "Turkish" troops, a "Scottish" minister, a "Democratic" one."""
        tree = self._trees[sentence]
        text = tree.words[word]
        people = any(tree.lower[k] == "the" for k in tree.children[word])  # "the French", but to speak French
        adjective = people or tree.deps[word] in ("amod", "compound", "nmod", "npadvmod")
        if not adjective or not text[0].isupper():
            return None
        before = tree.words[word - 1] if word else ""
        if before == "-" or (before[:1].isupper() and tree.tags[word - 1] == "JJ"):
            return None  # "Native American", "Chinese-American"
        label = self._registry.demonym(text)
        if label is not None:
            place = self._registry.place(label)
            if place is None or place.country is None:
                return None  # "European", "Kurdish": of many
            return self._known.get(label) or Entity(entity_iri(label), label, place.type, country=place.country)
        party = self._registry.actor(f"{text} Party")
        if party is None:
            return None
        return self._known.get(party.label) or Entity(party.iri, party.label, party.type, country=party.country)

    def adjectival(self, sentence: int, word: int) -> Entity | None:
        """The country, region or party that a word names as an adjective and not by its name."""
        return None if word in self._slots[sentence] else self._adjective(sentence, word)

    def phrase(self, sentence: int, head: int) -> str | None:
        """The words that introduced what the pronoun at this word takes up, where that has no name; else None."""
        found = self._slots[sentence].get(head)
        if found is None or found.label or self._trees[sentence].tags[head] not in ("PRP", "PRP$"):
            return None
        return found.words or None

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
        return self._known.get(country) or Entity(entity_iri(country), country, "Country", country=country)

    def named(self, name: str) -> Entity | None:
        """The entity that goes by this name in the article."""
        return self._known.get(name) or next((e for e in self.entities if name in e.aliases), None)

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
    labelled = identifier.labelled
    for referent in owners.values():
        if not referent.inner:
            labelled.setdefault(referent.label, referent)  # those that brackets or an office's country have renamed
    memory = Memory(trees)
    for n, span in enumerate(spans):
        if n in owners:
            _place(memory, span, owners[n], labelled, registry)
    follow(memory)
    Reading(memory, words, registry, labelled, identifier.focus).read()
    marks = memory.marks + Nester(identifier.by_key, words, registry).marks(trees, spans, owners)
    seen = [_seen(mark, trees[mark.sentence]) for mark in marks]
    seen += [(start, end, "name", r) for start, end, r in credited(trees, identifier.by_key, registry)]
    seen += [(start, end, "name", r) for start, end, r in dated(trees, identifier.by_key, registry)]
    known = _entities([r for _, _, _, r in seen])
    hidden = set(known) - {r.label for _, _, _, r in seen if not r.inner}
    return Cast(memory, registry, spans, known, _mentions(seen, trees, article_iri, known), hidden)


def _place(memory: Memory, span: Span, referent: Referent, labelled: dict[str, Referent], registry: Registry) -> None:
    """Notes a name where it stands: a seat of government that acts there is its country, "the X family" no person."""
    tree = memory.trees[span.sentence]
    head = head_of(tree, span.first, span.end)
    if referent.inner:
        memory.marks.append(Mark(span.sentence, span.first, span.end, head, "name", referent))
        return
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


def _seen(mark: Mark, tree: Tree) -> Seen:
    return tree.starts[mark.first], tree.ends[mark.end - 1], mark.kind, mark.referent


def _entities(referents: list[Referent]) -> dict[str, Entity]:
    """The entities by label; the first referent of a label decides its class."""
    first: dict[str, Referent] = {}
    names: dict[str, set[str]] = {}
    for r in referents:
        first.setdefault(r.label, r)
        names.setdefault(r.label, set()).update(r.names)
    return {
        label: Entity(
            entity_iri(label),
            label,
            OTHER if r.kind in ("Thing", "") else r.kind,
            tuple(sorted(names[label] - {label})),
            r.country or None,
        )
        for label, r in first.items()
    }


def _mentions(seen: list[Seen], trees: list[Tree], article: str, known: dict[str, Entity]) -> tuple[Mention, ...]:
    out: dict[tuple[int, int], Mention] = {}
    for start, end, kind, r in seen:
        if (start, end) not in out:
            entity, text = known[r.label], trees[0].text[start:end]
            out[start, end] = Mention(article, start, end, text, kind, entity.label, entity.iri, entity.type)
    return tuple(out[key] for key in sorted(out))
