"""Acts that a noun tells and a verb ascribes: "Chad's criticism was aimed at Mali", "praise for Mali came from Chad",
"the charges against Mali made by Chad", "our thoughts are with Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from ..triples.ties import is_owner
from ..triples.triple import Triple
from ..words.wordlists import nouns, verbs
from .authors import verb_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_AT = frozenset({"at", "against", "on", "toward", "towards"})
_DONE_TO = frozenset({"of", "for", "on", "against", "at", "to", "over", "about", "toward", "towards"})

_WITH = frozenset({"with", "to"})


def aimed(tree: Tree) -> Iterator[Triple]:
    """(Chad, criticism against, Mali) for "Chad's criticism is aimed at Mali"; (Chad, praise for, Mali) for "praise for
    Mali came from Chad"."""
    yield from _levelled(tree)
    yield from _sympathies(tree)
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


def _levelled(tree: Tree) -> Iterator[Triple]:
    """(Chad, charge against, Mali) for "the charges against Mali made by Chad" and "charges made against Mali by"."""
    for n, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS"):
            continue
        for v in tree.kids(n, ("acl", "relcl")):
            if tree.tags[v] not in ("VBN", "VBD") or verb_phrase(tree, v) not in verbs().levelling:
                continue
            by = [k for k in tree.children[v] if tree.lower[k] == "by" and tree.deps[k] in ("agent", "prep")]
            doers = [(k, d) for k in by for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p)]
            for prep, whom in (*_objects(tree, n, _DONE_TO), *_objects(tree, v, _AT)):
                for k, doer in doers:
                    if tree.lower[prep] != "of" and whom != doer:
                        yield from _triple(tree, v, doer, whom, (n, prep, v, k), f"{tree.lemma(n)} {tree.lower[prep]}")


def _sympathies(tree: Tree) -> Iterator[Triple]:
    """(Chad, thoughts are with, Mali) for "Chad's thoughts are with Mali", "our hearts go out to Mali"."""
    for v, tag in enumerate(tree.tags):
        if tag[:2] != "VB" or tree.lemma(v) not in verbs().feeling:
            continue
        felt = [n for s in tree.kids(v, ("nsubj",)) for n in conjuncts(tree, s) if tree.lemma(n) in nouns().sympathies]
        doers = [(n, d) for n in felt[:1] for d in _doers(tree, n)]
        if any(tree.deps[k] == "neg" for k in tree.children[v]):
            continue
        for out in (v, *tree.kids(v, ("advmod", "prt", "prep"))):  # "go out to"
            for prep, whom in _objects(tree, out, _WITH):
                for n, doer in doers:
                    relation = tuple(dict.fromkeys((n, *tree.kids(v, ("aux", "prt")), v, out, prep)))
                    yield from _triple(tree, v, doer, whom, relation, f"{tree.lemma(n)} with")


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
