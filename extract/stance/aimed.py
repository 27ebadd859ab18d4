"""Acts whose noun is the subject of a clause: "Chad's criticism was aimed at Mali", "praise came from Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from ..triples.ties import is_owner
from ..triples.triple import Triple
from ..words.wordlists import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_AT = frozenset({"at", "against", "on", "toward", "towards"})
_DONE_TO = frozenset({"of", "for", "on", "against", "at", "to", "over", "about", "toward", "towards"})


def aimed(tree: Tree) -> Iterator[Triple]:
    """(Chad, criticism against, Mali) for "Chad's criticism is aimed at Mali"; (Chad, praise for, Mali) for "praise for
    Mali came from Chad"."""
    for v, tag in enumerate(tree.tags):
        if tag[:2] != "VB" or any(tree.deps[k] == "neg" for k in tree.children[v]):
            continue
        for n in tree.kids(v, ("nsubj", "nsubjpass")):
            if tree.tags[n] not in ("NN", "NNS"):
                continue
            if tree.lemma(v) in verbs().aiming and tag == "VBN":
                for prep, whom in _objects(tree, v, _AT):
                    for doer in _doers(tree, n):
                        yield from _triple(tree, v, doer, whom, (n, v, prep), f"{tree.lemma(n)} against")
            elif tree.lemma(v) in verbs().issuing:
                for come, doer in _objects(tree, v, frozenset({"from"})):
                    for prep, whom in _objects(tree, n, _DONE_TO):
                        lemma = f"{tree.lemma(n)} {tree.lower[prep]}"
                        yield from _triple(tree, v, doer, whom, (n, prep, v, come), lemma)


def _triple(tree: Tree, verb: int, doer: int, whom: int, relation: tuple[int, ...], lemma: str) -> Iterator[Triple]:
    subject = tuple(t for t in noun_phrase(tree, doer) if tree.deps[t] != "case")
    obj = tuple(noun_phrase(tree, whom))
    if tree.tags[doer] in NOUN_TAGS | {"PRP", "PRP$", "JJ"} and not set(subject) & set(obj):
        yield Triple("aimed", verb, doer, whom, subject, tuple(sorted(relation)), obj, lemma)


def _objects(tree: Tree, head: int, prepositions: frozenset[str]) -> list[tuple[int, int]]:
    preps = [k for k in tree.kids(head, ("prep",)) if tree.lower[k] in prepositions]
    return [(k, o) for k in preps for p in tree.kids(k, ("pobj",)) for o in conjuncts(tree, p)]


def _doers(tree: Tree, noun: int) -> list[int]:
    """Whose act it is: "Chad's criticism", "French anger", "criticism by Chad"."""
    owners = [o for k in tree.kids(noun, ("poss",)) for o in conjuncts(tree, k)]
    owners += [k for k in tree.kids(noun, ("compound", "amod", "nmod")) if k < noun and is_owner(tree, k)]
    return owners or [o for _, o in _objects(tree, noun, frozenset({"by", "from"}))]
