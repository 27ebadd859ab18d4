"""The extractors, in the order their triples come out. A new one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..syntax.clauses import Clause, clauses
from ..syntax.repair import repair
from .adjuncts import adjunct_triples
from .appositions import apposition_triples, belonging_triples
from .contrasts import excluded, holds
from .copulas import existential_triples, small_clause_triples
from .demands import demand_triples, wish_triples
from .examples import with_examples
from .lists import list_triples
from .modifiers import modifier_triples
from .nouns import noun_triples
from .pairing import paired_off, pairs
from .participles import participle_triples
from .reciprocals import reciprocal_triples
from .titles import owner_triples, title_triples
from .trails import with_trails
from .verbs import verb_triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree
    from .triple import Triple


class Extractor(Protocol):
    """Reads one sentence, given with its clauses, and yields the triples that it knows to find."""

    def __call__(self, tree: Tree, found: list[Clause], /) -> Iterator[Triple]: ...


EXTRACTORS: tuple[Extractor, ...] = (
    verb_triples,
    existential_triples,
    small_clause_triples,
    demand_triples,
    wish_triples,
    reciprocal_triples,
    apposition_triples,
    belonging_triples,
    title_triples,
    owner_triples,
    list_triples,
    noun_triples,
    adjunct_triples,
    modifier_triples,
    participle_triples,
)


_NOBODY = frozenset({"'s", "’s", "the", "a", "an", "of", "to", "or", "and", "but"})
_CONDITIONS = frozenset({"if", "because", "although"})


def triples(tree: Tree) -> list[Triple]:
    """All triples of a sentence, each once, in the order of their predicates. Mends the tree first."""
    return triples_of_mended(repair(tree))


def triples_of_mended(tree: Tree) -> list[Triple]:
    """The same of a tree that is mended."""
    if not _latin(tree):
        return []
    found = clauses(tree)
    seen: set[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]] = set()
    out: list[Triple] = []
    paired = pairs(tree)
    apart = excluded(tree)
    for extractor in EXTRACTORS:
        for triple in with_examples(tree, extractor(tree, found)):
            key = (triple.subject, triple.relation, triple.object)
            told = _says_something(tree, triple) and paired_off(triple, paired) and holds(triple, apart)
            if told and key not in seen:
                seen.add(key)
                out.append(triple)
    out.sort(key=lambda t: (t.predicate, t.subject_head, t.object_head))
    return with_trails(tree, out)


def _says_something(tree: Tree, triple: Triple) -> bool:
    """Whether both arguments have a word in them, and the relation too unless it is an unspoken "is".

    Nothing is said of nobody (an article alone, the clipped "us" of "let's go"), under a condition, or of the same
    twice.
    """
    subject, obj = [tree.lower[i] for i in triple.subject], [tree.lower[i] for i in triple.object]
    twice = subject == obj and tree.tags[triple.subject_head] != "NNP"
    if twice or _NOBODY.issuperset(subject) or _NOBODY.issuperset(obj) or subject[0] in _CONDITIONS:
        return False
    parts = (triple.subject, triple.object) if triple.unspoken else (triple.subject, triple.relation, triple.object)
    return all(any(tree.words[i][0].isalnum() or tree.words[i][-1].isalnum() for i in part) for part in parts)


def _latin(tree: Tree) -> bool:
    """Whether most words are in Latin letters; others the English model cannot read."""
    words = [word for word in tree.words if word[0].isalpha()]
    return 2 * sum(word[0] < "\u0250" for word in words) >= len(words)
