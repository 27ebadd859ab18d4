"""What holds of a kind holds of its examples: "may deploy forces like Kataib Hezbollah" deploys Kataib Hezbollah."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, PERSON_LABELS, conjuncts, is_person, noun_phrase
from ..words.lexicon import lexicon
from .appositions import spells_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..syntax.tree import Tree
    from .triple import Triple

#: What is compared with who follows "like".
_ANYBODY = frozenset({"nobody", "anybody", "somebody", "everybody", "anyone", "someone", "everyone", "nothing"})
_INTRODUCE = frozenset({"like", "including", "include"})
_PARTICULARISE = frozenset({"particularly", "especially", "notably", "namely", "chiefly", "specifically"})
_SIGNALS = _INTRODUCE | _PARTICULARISE | {"such"}


def examples(tree: Tree, kind: int) -> list[int]:
    """Heads of the names given as examples of the noun `kind`: after "such as", "like", "including"; in apposition."""
    out: list[int] = []
    for c in tree.children[kind]:
        if c < kind:
            continue
        if tree.deps[c] == "prep" and (
            tree.lower[c] in _INTRODUCE or (tree.lower[c] == "as" and tree.lower[c - 1] == "such")
        ):
            members = [m for p in tree.kids(c, ("pobj",)) for m in conjuncts(tree, p)]
            out.extend(members if may_be_examples(tree, kind, members) else ())
        elif tree.deps[c] == "appos" and (
            any(tree.lower[k] in _PARTICULARISE for k in tree.children[c]) or spells_out(tree, kind, c)
        ):
            out.extend(n for n in conjuncts(tree, c) if tree.tags[n] in ("NNP", "NNPS") or n == c)
    return [m for m in out if tree.tags[m] in NOUN_TAGS]


def may_be_examples(tree: Tree, kind: int, members: list[int]) -> bool:
    """Whether a kind may have the members: "a firm" is "Nokia or Shell", neither "Nokia and Shell" nor "banks"."""
    if tree.lower[kind] in _ANYBODY or (is_person(tree, kind) and all(_is_thing(tree, m) for m in members)):
        return False
    if tree.tags[kind] == "NN" and tree.lemma(kind) not in lexicon().groups and not is_person(tree, kind):
        people = [m for m in members if tree.labelled(m, PERSON_LABELS)]
        if people:
            return False  # "ruled the region, such as Ada Hall"
    if tree.tags[kind] != "NN" or all(tree.lower[k] not in ("a", "an") for k in tree.children[kind]):
        return True
    joined = any(tree.lower[k] == "and" for m in members for k in tree.kids(m, ("cc",)))
    return not joined and all(tree.tags[m] not in ("NNS", "NNPS") for m in members)


def _is_thing(tree: Tree, noun: int) -> bool:
    """ "Water", "peace": a bare singular that is no word for people."""
    return tree.tags[noun] == "NN" and not is_person(tree, noun) and tree.kid(noun, "det", "poss", "nummod") is None


def with_examples(tree: Tree, found: Iterable[Triple]) -> Iterator[Triple]:
    """The triples, each followed by the same said of the examples that its arguments name."""
    introduced = not _SIGNALS.isdisjoint(tree.lower) or "appos" in tree.deps
    for triple in found:
        yield triple
        if introduced and not triple.unspoken:
            yield from distribute(tree, triple)


def _portion(tree: Tree, triple: Triple) -> bool:
    """Whether the relation counts or measures the kind: "discussed an assortment of | issues such as"."""
    *_, noun, of = (-1, -1, *triple.relation)
    return noun >= 0 and tree.lower[of] == "of" and tree.tags[noun] == "NN"


def distribute(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """The same triple for each example that its object or subject names."""
    said = triple.rule == "complement" or _portion(tree, triple)  # "becomes a planet like Mars"
    for member in () if said else examples(tree, triple.object_head):
        yield triple._replace(rule="example", object_head=member, object=tuple(noun_phrase(tree, member)))
    for member in examples(tree, triple.subject_head):
        if member not in triple.object:
            yield triple._replace(rule="example", subject_head=member, subject=tuple(noun_phrase(tree, member)))
