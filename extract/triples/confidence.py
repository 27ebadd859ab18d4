"""How sure a triple is: a small logistic model over what can be seen of the triple and of its parse.

The weights lie in `confidence.json`; `benchmarks/fit_confidence.py` fits them. What they estimate is the probability
that a human reader of the sentence would write down the same triple in other words: at least half of its words agree
with one of theirs.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from itertools import chain
from math import exp, log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..syntax.tree import Tree
    from .triple import Triple

Weights = Mapping[str, float]

#: What `build` keeps. The label is strict (a crowd worker wrote the same triple); below this few are right.
THRESHOLD = 0.4
#: What `build` keeps, of the parser's own probability: of the statements below it readers found 12 of 21 right, of
#: those above it 199 of 238 (`benchmarks/judged.py`).
LEAST_PROBABLE = 0.02
_NO_LESS = 0.005  # where probabilities are told apart no more
_LENGTHS = (1, 2, 4, 6, 9, 13, 18, 25)
_VAGUE = frozenset({"it", "this", "that", "which", "there", "what", "these", "those"})
_PREPOSITION_TAGS = frozenset({"IN", "TO"})


@cache
def default_weights() -> Weights:
    """The weights that come with the package."""
    data = json.loads((Path(__file__).parent / "confidence.json").read_text(encoding="utf-8"))
    weights: dict[str, float] = data["weights"]
    return weights


def confidence(tree: Tree, triple: Triple, found: Sequence[Triple], weights: Weights) -> float:
    """Probability in 0..1, to three digits, that the triple is right; `found` are all triples of its sentence."""
    score = weights.get("bias", 0.0) + weights.get("doubt", 0.0) * doubt(tree, triple)
    for name in chain(features(tree, triple), rivals(triple, found)):
        score += weights.get(name, 0.0)
    return round(1 / (1 + exp(-score)), 3)


def parse_probability(tree: Tree, triple: Triple) -> float:
    """How probable the parser held its reading of the triple's words and those between, 0..1, to two digits.

    More digits would differ between processors. 1 where the parser told no doubts, as other parsers do not.
    """
    behind = (t for t in triple.trail if t > triple.object[-1])
    words = (*triple.subject, *triple.relation, *triple.object, *behind)
    return round(exp(-sum(tree.doubts[min(words) : max(words) + 1])), 2)


def doubt(tree: Tree, triple: Triple) -> float:
    """The one feature that is a number: 0 for a reading that the parser held certain."""
    return sqrt(-log(max(parse_probability(tree, triple), _NO_LESS)))


def features(tree: Tree, triple: Triple) -> Iterator[str]:
    """The names of the features that the triple has; each counts as 1."""
    tags, deps = tree.tags, tree.deps
    subject, relation, obj = triple.subject, triple.relation, triple.shown
    s, v, o = triple.subject_head, triple.predicate, triple.object_head
    yield f"rule={triple.rule}"
    yield f"via={triple.via}"
    yield f"rule={triple.rule} via={triple.via}"
    yield f"subject length={_bin(len(subject), _LENGTHS)}"
    yield f"relation length={_bin(len(relation), _LENGTHS)}"
    yield f"object length={_bin(len(obj), _LENGTHS)}"
    yield f"sentence length={_bin(len(tree), (10, 15, 20, 25, 30, 40))}"
    yield f"subject distance={_bin(abs(s - v), (1, 2, 4, 7, 12, 20))}"
    yield f"object distance={_bin(abs(obj[0] - v), (1, 2, 4, 7, 12))}"
    yield f"depth={min(5, sum(1 for _ in tree.ancestors(v)))}"
    yield f"subject tag={tags[s]}"
    yield f"object tag={tags[o]}"
    yield f"predicate tag={tags[v]}"
    yield f"subject label={deps[s]}"
    yield f"object label={deps[o]}"
    yield f"predicate label={deps[v]}"
    yield f"subject opens with={tags[subject[0]]}"
    yield f"object opens with={tags[obj[0]]}"
    yield f"object goes on with={_tag(tree, max(obj) + 1)}"
    yield f"subject prepositions={_count(tree, subject)}"
    yield f"object prepositions={_count(tree, obj)}"
    if tree.lower[s] in _VAGUE:
        yield "vague subject"
    if relation:
        if tags[relation[-1]] in _PREPOSITION_TAGS:
            yield f"preposition={tree.lower[relation[-1]]}"
        if relation[-1] < v:
            yield "fronted preposition"
    if triple.trail:
        yield "trail"
    if triple.trailing:
        yield "trailing"
    if tree.lemma(v) == "be":
        yield "be"
    for name, part in (("subject", subject), ("object", obj)):
        labels = {deps[i] for i in part}
        if "relcl" in labels:
            yield f"clause in {name}"
        if "cc" in labels:
            yield f"coordination in {name}"
        if any(tree.words[i] == "," for i in part):
            yield f"comma in {name}"


def rivals(triple: Triple, found: Sequence[Triple]) -> Iterator[str]:
    """The names of the features that the triple has beside the others of its sentence, each once.

    Who writes down what a sentence tells does not write the same twice: what one triple says another need not.
    """
    beside: set[str] = set()
    inside = False
    part = frozenset(triple.shown)
    for other in found:
        if other == triple:
            continue
        if other.predicate == triple.predicate and other.subject == triple.subject:
            beside.add(other.rule)
        longer = len(other.object) + len(other.trail) > len(part)
        inside = inside or (longer and part.issubset(other.shown))
    if inside:
        yield "object inside another"
    for rule in sorted(beside):
        yield f"rule={triple.rule} beside={rule}"


def _tag(tree: Tree, word: int) -> str:
    return tree.tags[word] if word < len(tree) else "end"


def _bin(value: int, bounds: Sequence[int]) -> int:
    """How many of the bounds, which are in order, the value exceeds."""
    return bisect_left(bounds, value)


def _count(tree: Tree, part: Sequence[int]) -> int:
    return min(3, sum(tree.deps[i] == "prep" for i in part))
