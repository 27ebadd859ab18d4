"""Mends of passives, and of who is done what: what was read as one and is none, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .mending import at_label
from .phrases import is_person

if TYPE_CHECKING:
    from .tree import Tree


@at_label("auxpass")
def has_read_as_is(tree: Tree, auxiliary: int) -> bool:
    """ "He's faced many suits", "what's happened": before a verb with an object, or of no passive, "'s" is "has"."""
    v = tree.heads[auxiliary]
    if tree.lower[auxiliary] not in ("'s", "’s") or tree.tags[v] not in ("VBN", "VBD"):
        return False
    lemma, known = tree.lemma(v), verbs()
    taking = tree.kid(v, "dobj") is not None and tree.kid(v, "agent") is None
    if lemma not in known.intransitive and (not taking or lemma in known.ditransitive | known.naming):
        return False
    tree.deps[auxiliary] = "aux"
    for k in tree.kids(v, ("nsubjpass",)):
        tree.deps[k] = "nsubj"
    return True


@at_label("pcomp")
def doers_read_as_objects(tree: Tree, gerund: int) -> bool:
    """ "was interrupted by shouting students": people behind "by" and a participle do both, nobody shouts them."""
    by, doers = tree.heads[gerund], tree.kid(gerund, "dobj")
    verb = tree.heads[by]
    if tree.lower[by] != "by" or tree.tags[gerund] != "VBG" or gerund != by + 1 or doers is None:
        return False
    if tree.kid(verb, "auxpass") is None or doers != gerund + 1 or tree.tags[doers] != "NNS":
        return False
    if not is_person(tree, doers) or tree.lemma(gerund) not in verbs().objectless | verbs().intransitive:
        return False
    tree.take_over(doers, gerund)
    tree.deps[doers], tree.deps[gerund], tree.deps[by] = "pobj", "amod", "agent"
    for k in tree.children[gerund]:
        if k != doers:
            tree.heads[k] = doers
    return True
