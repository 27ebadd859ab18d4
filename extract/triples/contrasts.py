"""What a clause sets against what it tells, and so does not tell: "in Leeds, not in Hull", "boats but not engines"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import VERB_TAGS, conjuncts

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .triple import Triple

#: Tags of what may open a phrase that "not" excludes: no adverb ("not far from"), no verb.
_OPENERS = frozenset({"DT", "IN", "TO", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"})
#: Words behind "not" with which it says how many, how much or when.
_DEGREES = frozenset(
    {"all", "every", "many", "much", "more", "less", "enough", "until", "unlike", "without", "that", "if"}
)
#: Before "not" they set what follows against what is told.
_BEFORE = frozenset({",", "but", "and", "or", "–", "—", "--", ";", "("})
_NEGATORS = frozenset({"not", "n't", "never"})


def excluded(tree: Tree) -> list[frozenset[int]]:
    """The words of each phrase that a contrast sets apart: what a predicate says of anything in it does not hold."""
    out: list[frozenset[int]] = []
    for at, word in enumerate(tree.lower):
        if word == "not" and 0 < at < len(tree) - 1:
            out.append(frozenset(_behind_not(tree, at)))
        elif word == "but":
            out.append(frozenset(_behind_but(tree, at)))
    return [apart for apart in out if apart]


def holds(triple: Triple, apart: list[frozenset[int]]) -> bool:
    """Whether a triple says nothing of what is set apart, or stands in there with all that it says."""
    heads = triple.predicate, triple.subject_head, triple.object_head
    return all(len({head in phrase for head in heads}) == 1 for phrase in apart)


def _behind_not(tree: Tree, at: int) -> list[int]:
    """The phrase that a "not" between the clause's arguments excludes: ", not in Hull", "not in Hull but"."""
    first = at + 1
    if tree.tags[first] not in _OPENERS or tree.lower[first] in _DEGREES or tree.tags[tree.heads[at]] == "MD":
        return []
    head = first
    while first < tree.heads[head] != head and tree.tags[tree.heads[head]] not in VERB_TAGS:
        head = tree.heads[head]
    if tree.tags[head] in VERB_TAGS or head == tree.root or tree.deps[head] in ("nsubj", "nsubjpass", "mark"):
        return []
    opened = tree.lower[at - 1] in _BEFORE and tree.deps[head] in ("appos", "conj", "prep", "dobj", "attr", "npadvmod")
    words = tree.subtree(head, ("conj", "cc"))
    end = max(words) + 1
    answered = end < len(tree) and tree.lower[end] == "but" and tree.heads[at] == head
    return words if opened or answered else []


def _behind_but(tree: Tree, but: int) -> list[int]:
    """What "but" puts in the place of what is denied: "is not a doctor but a lawyer"."""
    first = tree.heads[but]
    if tree.deps[but] != "cc" or first > but or tree.tags[first] in VERB_TAGS:
        return []
    rest = [c for c in conjuncts(tree, first) if c > but]
    verb = next((i for i in tree.ancestors(first) if tree.tags[i] in VERB_TAGS), None)
    if not rest or verb is None or tree.tags[rest[0]] in VERB_TAGS:
        return []
    denied = any(verb - 3 < k < first and tree.lower[k] in _NEGATORS for k in tree.kids(verb, ("neg",)))
    if not denied or tree.lower[but + 1] in ("also", "not"):
        return []
    return [t for c in rest for t in tree.subtree(c)]
