"""Places of the gazetteer: which nouns they go by, and when a seat of government stands for its country, as it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words

if TYPE_CHECKING:
    from ...ontology.places import Place
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Span

_BACKED = frozenset(("backed", "led", "aligned", "supported", "controlled", "sponsored", "allied"))
_WITH = frozenset(("with", "between", "against", "by", "over", "on", "from", "of"))


def acts(tree: Tree, span: Span, head: int, lexicon: Lexicon, registry: Registry) -> str | None:
    """The country for which the seat named here acts, or None where the name is but a place's."""
    country = registry.capital(span.text)
    if country is None:
        return None
    dep, up = tree.deps[head], tree.heads[head]
    above = tree.heads[up]
    if dep == "nsubj" and tree.tags[up][0] == "V":
        ok = tree.lemma(up) not in lexicon.of_towns
    elif dep == "poss":
        ok = tree.lower[up] in lexicon.of_states
    elif dep == "pobj":
        ok = tree.lower[up] in _WITH and tree.lemma(above) in lexicon.dealings
        ok = ok or (tree.deps[up] == "agent" and tree.lemma(above) not in ("surround", "follow"))
    elif dep == "conj" and up < head and tree.deps[up] in ("nsubj", "pobj"):
        other = tree.words[up]
        ok = registry.country(other) is not None or registry.capital(other) is not None
        ok = ok and (tree.deps[up] == "nsubj" or tree.lemma(tree.heads[above]) in lexicon.dealings)
    else:
        ok = head + 2 < len(tree) and tree.words[head + 1] == "-" and tree.lower[head + 2] in _BACKED
    return country if ok else None


def called(place: Place, heads: list[str]) -> set[str]:
    """The nouns that a place of the gazetteer goes by, whatever an article says of it; `heads`: those in its name."""
    if place.population:
        return {"city", "town"}
    if not class_words().waters.isdisjoint(heads):
        return {*heads}  # a gulf is no region
    state = place.country in class_words().federations and not place.label.endswith(" City")
    if place.label.lower() in class_words().continents:
        return {"continent"}
    return {"state"} if state else {"region", "territory"}
