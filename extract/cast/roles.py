"""How prominent a word's place in its sentence makes what it speaks of, and which words are arguments of which verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..syntax.tree import Tree

#: After Lappin and Leass (1994): subjects before objects before obliques, heads before embedded phrases.
_WEIGHTS = {
    "nsubj": 100.0, "nsubjpass": 90.0, "ROOT": 80.0, "csubj": 60.0, "dobj": 65.0, "dative": 50.0, "attr": 30.0,
    "poss": 40.0, "pobj": 45.0, "oprd": 30.0, "appos": 40.0, "npadvmod": 15.0,
}  # fmt: skip
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CHAIN = frozenset(("conj", "appos"))


def role_of(tree: Tree, i: int) -> tuple[str, float]:
    """The dependency label that counts for word `i` (a conjunct has its first conjunct's) and its weight."""
    deps, heads = tree.deps, tree.heads
    h, factor = i, 1.0
    while deps[h] in _CHAIN and heads[h] != h:
        h, factor = heads[h], factor * 0.9
    dep = deps[h]
    weight = _WEIGHTS.get(dep, 20.0)
    if dep == "pobj":
        above = heads[heads[h]]
        if tree.tags[above][0] == "N":
            weight = 28.0
        elif deps[heads[h]] == "agent":
            weight = 60.0
    elif dep in SUBJECTS and deps[heads[h]] in ("relcl", "advcl", "acl", "ccomp", "csubj"):
        weight -= 15.0 if deps[heads[h]] == "ccomp" else 25.0
    return dep, weight * factor


def governor(tree: Tree, i: int) -> int:
    """The verb (or other word) of which `i` is an argument, through prepositions and coordination; -1 for a root."""
    deps, heads = tree.deps, tree.heads
    h = i
    while heads[h] != h:
        dep = deps[h]
        h = heads[h]
        if dep in _CHAIN or dep in ("pobj", "pcomp") or tree.tags[h] in ("IN", "TO", "RP"):
            if dep in ("pobj", "prep") and tree.tags[h][0] == "N":
                return h
            continue
        return h
    return -1


def clause_subject(tree: Tree, i: int) -> int | None:
    """The subject of the innermost clause around word `i`, understood ones of infinitives and participles included."""
    deps, heads, tags = tree.deps, tree.heads, tree.tags
    h = i
    while True:
        if tags[h][0] in "VM" or deps[h] in ("ROOT", "ccomp", "advcl", "relcl", "conj"):
            for c in tree.children[h]:
                if deps[c] in SUBJECTS and c != i:
                    return c
        if heads[h] == h:
            return None
        if deps[h] == "acl" or (deps[h] == "amod" and heads[h] < h):
            return heads[h]
        if deps[h] in ("ccomp", "relcl") and any(deps[c] in SUBJECTS for c in tree.children[h]):
            return None
        h = heads[h]


def matrix_subject(tree: Tree, i: int) -> int | None:
    """For the subject of a complement or adverbial clause, the subject of the clause above: "X said she …"."""
    if tree.deps[i] not in SUBJECTS:
        return None
    verb = tree.heads[i]
    if tree.deps[verb] not in ("ccomp", "advcl"):
        return None
    return tree.kid(tree.heads[verb], "nsubj", "nsubjpass")


def above(tree: Tree, subject: int) -> int | None:
    """The subject of the clause that a subject's clause is joined to or part of."""
    verb = tree.heads[subject]
    if tree.deps[subject] not in SUBJECTS or tree.deps[verb] not in ("conj", "ccomp", "advcl"):
        return None
    return tree.kid(tree.heads[verb], "nsubj", "nsubjpass")


def left_edge(tree: Tree, i: int) -> int:
    """First word of the noun phrase that `i` heads."""
    first = i
    for c in tree.children[i]:
        if c < first and tree.deps[c] not in (
            "punct",
            "cc",
            "preconj",
            "relcl",
            "conj",
            "advcl",
            "prep",
            "mark",
            "nsubj",
            "aux",
            "cop",
        ):
            low = c
            for d in tree.children[c]:
                if d < low and tree.deps[d] != "punct":
                    low = left_edge(tree, d)
            first = min(first, low)
    return first
