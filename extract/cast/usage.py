"""How an article uses a name: as a person's, a body's, a place's or a thing's.

What a name does, what is done to it and what is said to be its own tells its class where no list knows it: whoever is
born, marries or tweets is a person; what has a spokesman or employs somebody is a body; what one installs is a thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words
from .roles import SUBJECTS
from .spans import head_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .spans import Span

#: Behind a plural noun, before an example of it.
SUCH = frozenset(("as", "like", "including", "include"))
_OF = frozenset(("of", "at", "for", "with", "from"))


def use(tree: Tree, span: Span, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts how one occurrence of a name is used."""
    used, signs, low, deps, tags = cluster.used, cluster.signs, tree.lower, tree.deps, tree.tags
    a, b, n = span.first, span.end, len(tree)
    head = head_of(tree, a, b)
    dep, up = deps[head], tree.heads[head]
    before, after = low[a - 1] if a else "", low[b] if b < n else ""
    signs.the += before == "the"
    if up >= b and dep in ("compound", "nmod", "poss", "amod"):
        noun = low[up]
        if dep == "poss":
            used["Person"] += 2 * (noun in lexicon.families or noun in lexicon.of_persons)
            used["Organization"] += noun in lexicon.posts
        elif b == up or tree.heads[b] == up or tags[b] in ("NN", "NNP"):
            used["Organization"] += 2 * (noun in lexicon.posts or after in lexicon.posts)
        return
    if after in lexicon.posts and tags[b] in ("NN", "NNS"):
        used["Organization"] += 2
    used["Thing"] += before in ("a", "an", "these", "those", "every", "any")
    if dep in SUBJECTS and tags[up][0] == "V":
        lemma = tree.lemma(up)
        personal = lexicon.personal if dep == "nsubj" else lexicon.suffered
        used["Person"] += 2 * (lemma in personal)
        signs.speaks += dep == "nsubj" and (lemma in lexicon.says or lemma in lexicon.acts)
        signs.does += dep == "nsubj" and tree.kid(up, "dobj", "xcomp") is not None
        said = tree.kid(up, "attr") if lemma == "be" else None
        if said is not None and tags[said] == "NN" and not any(deps[c] == "neg" for c in tree.children[up]):
            _called(low[said], cluster, lexicon)
    elif dep in ("dobj", "dative"):
        lemma = tree.lemma(up)
        signs.heard += lemma == "tell"  # "she told the Daily Herald"
        used["Thing"] += lemma in lexicon.used
        used["Person"] += lemma in lexicon.suffered
    elif dep == "pobj" and low[up] in SUCH:
        kinds = tree.heads[up]
        if tags[kinds] == "NNS":
            _called(tree.lemma(kinds), cluster, lexicon)
    elif dep == "pobj" and low[up] in _OF:
        used["Organization"] += low[tree.heads[up]] in lexicon.posts


def _called(noun: str, cluster: Cluster, lexicon: Lexicon) -> None:
    if noun in class_words().person_or_firm:
        return  # "developers like Veltrix"
    kind = lexicon.nouns.get(noun)
    if kind == "person":
        cluster.used["Person"] += 2
    elif kind == "organization":
        cluster.used["Organization"] += 2
    elif kind in ("thing", "event", "place"):
        cluster.used[kind.title()] += 2
