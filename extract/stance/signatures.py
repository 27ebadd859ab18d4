"""The signature that a governor has in a sentence: by its frame and particle, its voice and its tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operators import Operator, stance_lexicon
from .scopes import verbal

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def signature(tree: Tree, governor: int, frames: tuple[str, ...], child: int) -> Operator | None:
    """The governor's signature in the first of these frames that it has, with its particle where it has one."""
    lex = stance_lexicon()
    lemma, noun = tree.lemma(governor), tree.tags[governor][0] == "N"
    names = [lemma]
    for c in tree.children[governor]:
        if c != child and c > governor and tree.lower[c] in lex.particles and _particle(tree, c):
            names.insert(0, f"{lemma} {tree.lower[c]}")
    for frame in frames:
        for name in names:
            operator = lex.operator(name, frame, noun)
            if operator is not None:
                return _voiced(tree, governor, operator, noun)
    return None


def _particle(tree: Tree, c: int) -> bool:
    """Whether a word that can be the second half of a verb is one here: "went on to say", "took place"."""
    return tree.deps[c] in ("prt", "advmod", "dobj") or (tree.deps[c] == "prep" and not tree.children[c])


def _voiced(tree: Tree, governor: int, operator: Operator, noun: bool) -> Operator:
    """The signature as this use of the governor has it: without an author, or in the past."""
    effect = None
    if operator.agentless is not None and (_anonymous_noun(tree, governor) if noun else _anonymous(tree, governor)):
        effect = operator.agentless
    elif operator.past is not None:
        verb = governor if verbal(tree, governor) else tree.heads[governor]
        if tree.tags[verb] == "VBD" or any(tree.tags[c] == "VBD" for c in tree.children[verb]):
            effect = operator.past
    return operator if effect is None else Operator(effect, operator.negative, operator.tense)


def _anonymous(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive and names no agent."""
    deps = {tree.deps[c] for c in tree.children[verb]}
    passive = "auxpass" in deps or "nsubjpass" in deps or (tree.tags[verb] == "VBN" and not deps & {"aux", "nsubj"})
    return passive and "agent" not in deps


def _anonymous_noun(tree: Tree, noun: int) -> bool:
    """Whether nobody is named whose claim, report or allegation it is."""
    if tree.deps[noun] in ("dobj", "nsubjpass"):
        return False
    return not any(
        tree.deps[c] == "poss" or (tree.deps[c] == "prep" and tree.lower[c] in ("by", "from"))
        for c in tree.children[noun]
    )
