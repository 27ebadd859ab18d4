"""Whether two nouns side by side can be one thing: in number, and by what they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.agreement import number_of_noun
from ..syntax.phrases import PLACE_LABELS, is_act
from ..words.lexicon import lexicon
from ..words.wordlists import nouns

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_NAMES = ("NNP", "NNPS")
_SPEAKERS = ("PERSON", "Person", "ORG", "Organization")
_NAMED = frozenset({"PERSON", "Person", "ORG", "Organization"}) | PLACE_LABELS


def unlike(tree: Tree, first: int, second: int) -> bool:
    """Whether what a noun beside a name says cannot be said of the name.

    "In Florida, senior citizens": one place is no people. "A fire in Kazan, Russia": no place happens. "On medicine,
    the New Deal and schools": a series of things.
    """
    name, noun = (first, second) if tree.tags[first] in _NAMES else (second, first)
    if tree.tags[name] not in _NAMES or tree.tags[noun] not in ("NN", "NNS") or tree.words[noun].isupper():
        return False
    lemma, known = tree.lemma(noun), lexicon().nouns
    alone = tree.kid(name, "conj") is None and tree.deps[name] != "conj"
    if noun > name and alone and tree.tags[name] == "NNP" and tree.labelled(name, _NAMED):
        several = number_of_noun(tree, noun) == "plural" and tree.lower[noun].endswith("s")
        if several and known.get(lemma) != "place":
            return True
    if tree.labelled(name, PLACE_LABELS):
        return known.get(lemma, "event") == "event" and (lemma in nouns().events or is_act(tree, noun))
    if noun < name and lemma in nouns().messages and tree.labelled(name, _SPEAKERS):
        return True  # "Following the tweet, the Post, the Star and others": who writes is no message
    series = name == second and tree.kid(name, "conj") is not None and tree.kid(name, "cc") is not None
    return series and known.get(lemma) != "person" and tree.tags[noun] == "NN" and tree.kid(noun, "det", "poss") is None
