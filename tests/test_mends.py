"""Each mend, on trees of any shape: what was a tree stays one, and mending twice is mending once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sentences import nlp
from triplewire.extract.syntax.mended_conjuncts import not_of_phrase
from triplewire.extract.syntax.mended_splices import clause_of_which, subject_in_fronted_phrase
from triplewire.extract.syntax.repair import MENDS, repair
from triplewire.extract.syntax.tree import Tree
from triplewire.extract.triples.contrasts import excluded
from triplewire.extract.triples.extractors import triples_of_mended

if TYPE_CHECKING:
    from collections.abc import Callable

#: Words as a tagger may see them, with the labels that mends look for.
WORDS = [
    ("the", "DT"), ("a", "DT"), ("and", "CC"), ("or", "CC"), (",", ","), ("of", "IN"), ("between", "IN"), ("by", "IN"),
    ("like", "IN"), ("as", "IN"), ("from", "IN"), ("to", "TO"), ("car", "NN"), ("crowd", "NN"), ("goal", "NN"),
    ("leaders", "NNS"), ("Chad", "NNP"), ("Novak", "NNP"), ("is", "VBZ"), ("called", "VBD"), ("gave", "VBD"),
    ("using", "VBG"), ("leading", "VBG"), ("makes", "VBZ"), ("make", "VB"), ("made", "VBN"), ("who", "WP"),
    ("which", "WDT"), (";", ":"), (":", ":"), ('"', "''"), ("it", "PRP"), ("red", "JJ"), ("Friday", "NNP"), (".", "."),
    ("not", "RB"), ("but", "CC"), ("in", "IN"), ("rose", "VBD"),
]  # fmt: skip
LABELS = [
    "nsubj", "dobj", "oprd", "attr", "prep", "pobj", "pcomp", "conj", "cc", "punct", "appos", "compound", "amod",
    "advcl", "ccomp", "xcomp", "relcl", "acl", "det", "aux", "agent", "npadvmod", "neg",
]  # fmt: skip


@st.composite
def any_tree(draw: st.DrawFn) -> Tree:
    """A tree over up to twelve words: each hangs on one that is already in it."""
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=12))
    order = draw(st.permutations(range(len(chosen))))
    heads, deps = [order[0]] * len(chosen), ["ROOT"] * len(chosen)
    for n, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, n - 1))]
        deps[i] = draw(st.sampled_from(LABELS))
    words = [word for word, _ in chosen]
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Tree(
        text=" ".join(words), words=words, lower=[word.lower() for word in words], tags=[tag for _, tag in chosen],
        deps=deps, heads=heads, starts=starts, ends=ends, lemmatizer=nlp()[1],
    )  # fmt: skip


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tree=any_tree())
def test_links_hold(mend: Callable[[Tree], bool], tree: Tree) -> None:
    before = tree.heads[:]
    changed = mend(tree)
    assert changed or tree.heads == before, "a changed link is told"
    assert sum(head == i for i, head in enumerate(tree.heads)) <= 1, "no second root"
    tree.relink()
    linked = sorted(child for children in tree.children for child in children)
    assert linked == [i for i, head in enumerate(tree.heads) if head != i]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_tree())
def test_repaired_is_a_tree(tree: Tree) -> None:
    repair(tree)
    assert tree.is_tree()
    for triple in triples_of_mended(tree):
        assert triple.subject and triple.object and not set(triple.subject) & set(triple.object)


def made(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> Tree:
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    return Tree(
        text=" ".join(words), words=words, lower=[word.lower() for word in words], tags=tags, deps=deps, heads=heads,
        starts=starts, ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        lemmatizer=nlp()[1],
    )  # fmt: skip


def test_the_search_for_a_noun_ends_at_the_root() -> None:
    tree = made(
        ["he", "spoke", ",", "which", "ended", "won"], ["PRP", "VBD", ",", "WDT", "VBD", "VBD"],
        ["nsubj", "advcl", "punct", "nsubj", "ccomp", "ROOT"], [1, 5, 1, 4, 1, 5],
    )  # fmt: skip
    assert not clause_of_which(tree)
    tree = made(
        ["Hull", "in", "port", ",", "rose"], ["NNP", "IN", "NN", ",", "VBD"],
        ["ROOT", "prep", "dobj", "punct", "ccomp"], [0, 4, 0, 1, 0],
    )  # fmt: skip
    assert not subject_in_fronted_phrase(tree)


def test_the_search_for_what_not_denies_ends_at_the_root() -> None:
    tree = made(
        ["won", ",", "not", "the", "army"], ["VBD", ",", "RB", "DT", "NN"],
        ["conj", "punct", "neg", "det", "ROOT"], [4, 0, 0, 4, 4],
    )  # fmt: skip
    assert not not_of_phrase(tree)
    assert excluded(tree) == []
