"""What the clause around "it" says of the kind of thing meant: no actor is a deed, costly, or held on Monday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .roles import SUBJECTS

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon

#: Kinds of noun by which an actor is called: "it is a monarchy", "it became a target", "it was home to thousands".
_OF_ACTORS = frozenset(("organization", "armed", "country", "place", "person"))
_RELATIONAL = frozenset(("part", "member", "home", "signatory", "party", "target", "majority", "minority"))
_AGENTIVE = ("or", "er", "ist", "ant", "ee")
_ABOUT = frozenset(("about", "of", "on", "like", "as"))
_COPULAS = frozenset(("be", "become", "remain", "seem"))


def acts(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun does what only actors do: it says, begins to support, makes an effort."""
    up = tree.heads[i]
    if tree.deps[i] == "poss":
        return tree.lower[up] in lexicon.of_states
    if tree.deps[i] != "nsubj":
        return False
    below = tree.kid(up, "xcomp")
    return tree.lemma(up) in lexicon.acts or (below is not None and tree.lemma(below) in lexicon.acts)


def happens(tree: Tree, i: int) -> bool:
    """Whether a pronoun takes place or lasts."""
    return tree.deps[i] in SUBJECTS and tree.lemma(tree.heads[i]) in ("happen", "occur", "take", "last", "mean")


def deed(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun is said to be a deed or event: "it was the boldest challenge"."""
    up = tree.heads[i]
    said = tree.kid(up, "attr") if tree.deps[i] == "nsubj" and tree.lemma(up) == "be" else None
    if said is None:
        return False
    noun = tree.lower[said]
    return lexicon.nouns.get(noun) == "event" or (noun in nouns().acts and noun not in lexicon.nouns)


def topic(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun is what somebody is told or asked about, which is seldom an actor: "asked about it"."""
    up = tree.heads[i]
    verb = tree.heads[up]
    told = tree.lemma(verb) in lexicon.says or tree.lemma(verb) in verbs().topical
    return tree.deps[i] == "pobj" and tree.lower[up] == "about" and tree.tags[verb][0] == "V" and told


def of_no_actor(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether what is said of "it" is said of no body and no country: "it was costly", "it was held on Monday".

    A predicate noun or adjective has to be one that actors have, since claims, plans and deeds have any.
    """
    up = tree.heads[i]
    lemma = tree.lemma(up) if tree.tags[up][0] == "V" else ""
    if tree.deps[i] in ("nsubjpass", "dobj"):
        return lemma in lexicon.of_matters
    if tree.deps[i] != "nsubj":
        return False
    if not lemma:  # "made it a crime", "found it unfair"
        return tree.tags[up][0] in "NJC" and tree.kid(up, "cop", "aux") is None and not _suits(tree, up, lexicon)
    if lemma not in _COPULAS:
        return False
    said = tree.kid(up, "attr", "acomp", "oprd")
    if said is not None:
        return not _suits(tree, said, lexicon)
    where = [c for c in tree.kids(up, ("prep",)) if c > up]
    return bool(where) and tree.lower[where[0]] in _ABOUT  # "it was about the scarf", "it was of magnitude six"


def judged(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether it is only judged how something is: "it's crazy", "it was fair"."""
    up = tree.heads[i]
    said = tree.kid(up, "acomp") if tree.deps[i] == "nsubj" and tree.tags[up][0] == "V" else None
    return said is not None and tree.lemma(up) in _COPULAS and tree.lower[said] in lexicon.pleonastic


def _suits(tree: Tree, said: int, lexicon: Lexicon) -> bool:
    """Whether an actor may be what a predicate says."""
    tag, word = tree.tags[said], tree.lower[said]
    if tag[0] == "N":
        noun = tree.lemma(said)
        kind = lexicon.nouns.get(word) or lexicon.nouns.get(noun)
        if kind is None:
            return tag[:3] == "NNP" or noun in _RELATIONAL or noun.endswith(_AGENTIVE)
        return kind in _OF_ACTORS
    if tag == "CD" and word == "one":  # "one of the few banks that"
        of = next((c for c in tree.kids(said, ("prep",)) if tree.lower[c] == "of"), None)
        noun_of = tree.kid(of, "pobj") if of is not None else None
        if noun_of is None:
            return False
        one = tree.lemma(noun_of)
        kind = lexicon.nouns.get(one)
        return kind in _OF_ACTORS if kind else one not in nouns().acts
    if tag[0] == "J":
        return word in lexicon.dispositions or word in lexicon.of_bodies
    return tag[0] == "V" or tag[:3] == "PRP"
