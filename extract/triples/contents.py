"""Clauses as arguments of a verb: what is said or thought, and what else happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.clauses import SUBJECTS
from ..syntax.phrases import trim
from ..words.wordlists import verbs
from .prepositional import is_circumstance
from .relation import core

if TYPE_CHECKING:
    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree
    from .triple import Triple

#: Words that join the clause of what else happened.
_OCCASIONS = frozenset({"when", "after", "before", "while", "as", "because", "since", "until", "where"})

#: What a verb tells before a clause is no part of the relation where it has more words.
_LONGEST = 10


def occasion(tree: Tree, mark: int, clause: int) -> bool:
    """Whether a finite clause tells when or why the act was; a "while" behind a comma only sets another beside it."""
    contrast = tree.lower[mark] == "while" and tree.words[mark - 1] == ","
    return tree.lower[mark] in _OCCASIONS and not contrast and tree.kid(clause, *SUBJECTS) is not None


def is_saying(tree: Tree, verb: int) -> bool:
    """Whether the verb tells that something is said, found or demanded."""
    known = verbs()
    return tree.lemma(verb) in known.saying | known.speech | known.demanding


def of_other_sentence(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a semicolon, or the colon of another speech, parts a clause from the verb of saying behind it."""
    after = max(tree.subtree(clause)) + 1
    return ";" in tree.words[clause:verb] or (after < verb and tree.words[after] == ":")


def told_before(tree: Tree, clause: Clause, mark: int) -> tuple[int, ...] | None:
    """What a verb without an object tells before a clause of time or cause, where it says too little alone.

    "Was in hospital | after", "wanted to sing | since". None where that is too long for a relation.
    """
    v = clause.verb
    out: list[int] = []
    placed = tree.lemma(v) == "be" or tree.lower[mark] == "where"
    kept = [p for p, o in clause.preps[:1] if p == v + 1 and not is_circumstance(tree, p, o)]
    for k in tree.kids(v, ("xcomp", "prep") if placed else ("xcomp",)) or kept:
        if v < k < mark:
            out.extend(t for t in tree.subtree(k) if v < t < mark)
    return tuple(out) if len(out) <= _LONGEST else None


def content(tree: Tree, clause: Clause, made: Triple) -> Triple:
    """What is said or thought: "that" goes into the relation, with whom it is told to."""
    ends = [t for t in made.object if tree.words[t] == ";" and t > made.object_head]
    if ends:
        made = made._replace(object=tuple(t for t in made.object if t < ends[0]))
    if not made.object:  # nothing but punctuation
        return made
    first = made.object[0]
    if first < clause.verb:
        return made
    told = [o for o in (*clause.datives, *clause.objects) if clause.verb < o < first]
    relation = {*made.relation, *(t for o in told for t in core(tree, o))}
    if tree.lower[first] == "that" and tree.tags[first] == "IN" and len(made.object) > 1:
        told_words = tuple(trim(tree, list(made.object[1:]), made.object_head))
        return made._replace(relation=(*sorted(relation), first), object=told_words)
    return made._replace(relation=tuple(sorted(relation)))
