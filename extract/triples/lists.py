"""Members of a kind: "groups such as Hamas and Hezbollah", "allies, including Iran", "countries like Syria".

The patterns are Hearst's (1992), read off the dependency tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from .appositions import tied
from .examples import may_be_examples
from .ties import ties
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Words before a kind that tell how many of it there are, which is not said of a member.
_HOW_MANY = frozenset({
    "all", "other", "many", "several", "some", "various", "numerous", "most", "both", "countless", "multiple",
})  # fmt: skip
#: Kinds that say nothing of their member.
_ANYONE = frozenset({"people", "others", "persons", "things", "places"})


def list_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(member, is, kind) for each member that an example phrase names."""
    for i, lower in enumerate(tree.lower):
        if (lower == "as" and i and tree.lower[i - 1] == "such") or (
            lower in ("including", "like") and tree.deps[i] == "prep"
        ):
            kind = tree.heads[i]
        else:
            continue
        if tree.tags[kind] not in ("NNS", "NNPS", "NN") or kind > i:
            continue
        compared = any(tree.lower[k] == "than" for k in tree.children[kind])
        whole = {k for k in tree.children[kind] if tree.lower[k] in _HOW_MANY and not compared}
        whole.update(t for k in tree.kids(kind, ("nummod",)) for t in tree.subtree(k))
        shown = [t for t in noun_phrase(tree, kind) if t < i and t not in whole]
        while shown and (tree.words[shown[-1]] == "," or tree.lower[shown[-1]] == "such"):
            shown.pop()
        if not shown or (len(shown) == 1 and tree.lower[kind] in _ANYONE):
            continue  # "14 people, including a nurse"
        members = [member for p in tree.kids(i, ("pobj",)) for member in conjuncts(tree, p)]
        if may_be_examples(tree, kind, members):
            for member in members:
                if tree.tags[member] in NOUN_TAGS:
                    words = tuple(noun_phrase(tree, member))
                    made = Triple("list", kind, member, kind, words, (), tuple(shown), "be", unspoken=True)
                    opener = (i - 1, i) if lower == "as" else (i,)
                    yield made._replace(reading=(tuple(shown), opener, words))
                    yield from tied(tree, "list", member, words, kind, ties(tree, kind, tuple(shown)))
