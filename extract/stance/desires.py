"""Where somebody stands who wants an act done, whoever is to do it: "wants the mayor removed", "urged that it be sent".

Who wants harm done to somebody is against him, who wants good done to him is for him. What ought to be done is wanted
by who says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..questions import OBLIGING
from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from ..triples.triple import Triple
from ..words.wordlists import verbs
from .authors import verb_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_NOT_YET = frozenset({"be", "get", "being"})


def desired(tree: Tree) -> Iterator[Triple]:
    """(Kenya, want to jail, Odinga) for "Kenya wants Odinga jailed" and "Kenya said Odinga should be jailed"."""
    for act, tag in enumerate(tree.tags):
        if tag not in ("VBN", "VBD") or tree.deps[act] not in ("ccomp", "xcomp"):
            continue
        wish = tree.heads[act]
        if not _wants(tree, wish, act) or any(tree.deps[k] == "neg" for g in (wish, act) for k in tree.children[g]):
            continue
        helpers = tree.kids(act, ("aux", "auxpass", "prt"))
        for asker in (a for s in tree.kids(wish, ("nsubj",)) for a in conjuncts(tree, s)):
            for sufferer in (o for s in tree.kids(act, ("nsubjpass", "nsubj")) for o in conjuncts(tree, s)):
                shown, words = tuple(noun_phrase(tree, asker)), tuple(noun_phrase(tree, sufferer))
                nouns = tree.tags[sufferer] in NOUN_TAGS | {"PRP"}
                if nouns and wish < sufferer < act and not set(shown) & set(words):
                    relation = tuple(sorted({wish, act, *helpers}))
                    lemma = f"{tree.lemma(wish)} to {verb_phrase(tree, act)}"
                    yield Triple("wanted", wish, asker, sufferer, shown, relation, words, lemma)


def _wants(tree: Tree, wish: int, act: int) -> bool:
    """Whether the verb `wish` wants the passive act: one of wanting before "(be) done", of saying before "should"."""
    known, lemma = verbs(), tree.lemma(wish)
    helpers = tree.kids(act, ("aux", "auxpass"))
    passive = [h for h in helpers if tree.deps[h] == "auxpass"]
    if any(tree.lower[h] in OBLIGING for h in helpers):
        return bool(passive) and lemma in known.speech | known.saying
    if lemma not in known.demanding - known.foretelling:
        return False
    bare = all(tree.lower[h] in _NOT_YET or tree.tags[h] == "TO" for h in helpers)
    return bare and (bool(passive) or tree.tags[act] == "VBN" or lemma in known.wishing)  # nobody wants what he did
