"""The whole title of an office, where its head alone would tell another one: "vice president", "chief of staff"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.model import PHRASE
from .syntax.phrases import NOUN_TAGS

if TYPE_CHECKING:
    from ..ontology.vocabulary import Vocabulary
    from .syntax.tree import Tree
    from .triples.triple import Triple

_HYPHENS = frozenset({"-", "–"})
_HOLDING = frozenset({"be", "become", "remain"})


def with_office(vocabulary: Vocabulary, tree: Tree, triple: Triple) -> str:
    """The triple's label, with as much of the title as makes another office of it.

    "be leader of" the Senate is "be minority leader of" it; who is "Kenyan foreign minister" stays "minister of".
    """
    verb, _, rest = triple.lemma.partition(" ")
    if verb not in _HOLDING or not rest:
        return triple.lemma
    head = next((i for i in (triple.predicate, *triple.relation) if _opens(tree, i, rest)), None)
    if head is None:
        return triple.lemma
    first = head
    while first and tree.heads[first - 1] == head and tree.deps[first - 1] in ("compound", "amod", "nmod"):
        first -= 1
    noun = tree.lemma(head).lower()
    title = f"{noun} of staff" if _of_staff(tree, head) else noun
    after = rest.removeprefix(noun)

    def office(start: int) -> str:
        return " ".join((verb, *tree.lower[start:head], title)) + after

    def means(label: str) -> str | None:
        typed = vocabulary.classify(label, subject_type=PHRASE, object_type=PHRASE)
        return typed and typed.relation_type

    hyphened = f"{verb} {tree.lower[head - 2]} {title}{after}" if tree.words[head - 1] in _HYPHENS else None
    if hyphened is not None and means(hyphened) not in (None, means(triple.lemma)):
        return hyphened  # "the US Vice-President"
    whole = means(office(first))
    if whole is None or whole == means(triple.lemma):
        return triple.lemma
    shortest = next(start for start in range(head, first - 1, -1) if means(office(start)) == whole)
    return office(shortest)


def _opens(tree: Tree, noun: int, label: str) -> bool:
    return tree.tags[noun] in NOUN_TAGS and label.startswith(f"{tree.lemma(noun).lower()} ")


def _of_staff(tree: Tree, head: int) -> bool:
    return any(
        tree.lower[o] == "staff" and o == k + 1 for k in tree.kids(head, ("prep",)) for o in tree.kids(k, ("pobj",))
    )
