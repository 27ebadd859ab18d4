"""Arguments inside the arguments of a clause: "make advances in Aleppo", "is Syria's ally"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, PERSON_LABELS, conjuncts, is_act, noun_phrase, trim
from .ties import is_name, is_quantity, is_role, office, one_of, phrase_of, ties, whole_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree
    from .triple import Triple

#: How many prepositions below an argument a named complement may stand and still say of the act what it is about.
_DEEPEST = 3


def owned_complements(tree: Tree, whole: Triple, words: tuple[int, ...], label: str) -> Iterator[Triple]:
    """ "Russia is Syria's ally", "is one of Chad's critics", "is chief of staff of the army": to whom the role ties."""
    role = one_of(tree, whole.object_head)
    _, joined = whole_office(tree, role)
    for tie in ties(tree, role, whole.object):
        if tie.preposition == joined and (tie.other < role or joined != "of" or role != whole.object_head):
            yield whole._replace(
                object_head=tie.other, relation=tuple(sorted({*words, *tie.words})), object=phrase_of(tree, tie.other),
                lemma=f"{label} {tree.lemma(role)} {joined}",
            )  # fmt: skip


def inner_arguments(
    tree: Tree, whole: Triple, words: tuple[int, ...], label: str, *, depth: int = 1, names: bool = False
) -> Iterator[Triple]:
    """The argument's own complements as objects: "make advances in Aleppo", "is a member of NATO", "is loyal to Assad".

    With `names`, and always below the first complement ("agreed to an expansion of its force in Mali"), only those
    that are named: they tie two actors, others repeat the argument in pieces.
    """
    o = whole.object_head
    if o < whole.predicate or depth > _DEEPEST or tree.labelled(o, PERSON_LABELS):
        return  # where somebody comes from is not what is done to him
    for prep in tree.kids(o, ("prep",)):
        if any(a <= o and prep < b for a, b, _ in tree.names):
            continue  # "the United States of America"
        if (tree.lower[prep] == "of" and _is_one_name(tree, o, prep)) or office(tree, o, prep) is not None:
            continue
        if (
            prep < o
            or tree.words[prep - 1] == "-"
            or (tree.words[prep - 1] == "," and tree.lower[prep] == "with")
            or tree.lower[prep] in ("including", "like", "per")
            or (tree.lower[prep] == "than" and tree.tags[o] in NOUN_TAGS)
            or tree.lower[prep - 1] == "such"
        ):
            continue
        if tree.lower[prep] == "by" and tree.kid(whole.predicate, "auxpass") is not None and is_act(tree, o):
            continue  # "was asked for a ruling on the arrest by the army": not the doer of the asking
        quantity = tree.lower[prep] == "of" and (is_quantity(tree, o) or _is_fixed(tree, o, prep))
        before = tuple(t for t in whole.object if t < prep)
        lemma = f"{label} {tree.lemma(o)} {tree.lower[prep]}"
        for p in tree.kids(prep, ("pcomp",)) if tree.tags[o][:2] == "JJ" else ():
            clause = tuple(trim(tree, tree.subtree(p), p))
            relation = (*sorted({*words, *before}), prep)
            yield whole._replace(
                rule=f"{whole.rule}-clause", object_head=p, relation=relation, object=clause, lemma=lemma, phrase=True
            )
        for p in tree.kids(prep, ("pobj",)):
            if tree.lower[prep] == "between" and (not is_name(tree, p) or len(conjuncts(tree, p)) > 1):
                continue  # the difference between two things is between both
            for k in conjuncts(tree, p):
                inner = whole._replace(
                    object_head=k, relation=(*sorted({*words, *before}), prep), object=tuple(noun_phrase(tree, k)),
                    lemma=lemma,
                )  # fmt: skip
                if not quantity and (is_name(tree, k) or not (names or depth > 1)):
                    yield inner if depth == 1 else inner._replace(rule=f"{whole.rule}-{depth}")
                yield from inner_arguments(tree, inner, inner.relation, lemma, depth=depth + 1, names=names)


def _is_one_name(tree: Tree, noun: int, of: int) -> bool:
    """ "the Hall of Mirrors", "the House of Representatives": names of bodies and places; not "President of Chad"."""
    inner = tree.kid(of, "pobj")
    named = inner is not None and tree.tags[noun] in ("NNP", "NNPS") and tree.tags[inner] in ("NNP", "NNPS")
    return named and not is_role(tree, noun) and all(tree.lower[k] not in ("a", "an") for k in tree.children[noun])


def _is_fixed(tree: Tree, noun: int, of: int) -> bool:
    """Whether noun and "of" are one thing with a bare noun: "a state of emergency", "a letter of intent"; no role."""
    inner = tree.kid(of, "pobj")
    bare = inner is not None and inner == of + 1 and tree.tags[inner] == "NN" and not tree.children[inner]
    named = inner is not None and not tree.words[inner].islower()
    return bare and not named and tree.tags[noun][:2] == "NN" and not is_role(tree, noun)
