"""Titles and descriptions before a name: "President Bashar al-Assad", "Niger's president Mahamadou Issoufou"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cast.lexicon import lexicon
from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from ..syntax.wordlists import nouns
from .appositions import tied
from .ties import is_owner, is_role
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

_NAME_TAGS = frozenset({"NNP", "NNPS", "HYPH", "FW"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det"})
#: spaCy's labels of what a common noun before the name may describe: "news agency Xinhua", "the capital Aden".
_DESCRIBED = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "Person", "Organization", "ArmedGroup", "Place"}
)


def title_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, title), and (name, is title of, body) where the phrase says of what."""
    for head, tag in enumerate(tree.tags):
        if tag not in ("NNP", "NNPS") or tree.deps[head] == "compound":
            continue
        phrase = _premodified(tree, head)
        found_title = _title(tree, phrase, head)
        if found_title is None:
            continue
        title, end = found_title
        words = tuple(t for t in phrase if t <= end)
        name = tuple(t for t in phrase if t > end)
        if all(tree.lower[t] in nouns().honorifics for t in words):
            continue
        yield Triple("title", title, head, title, name, (), words, "be", unspoken=True)
        yield from tied(tree, "title", head, name, title, words)
        yield from _of_after(tree, head, title, name, words)
        yield from _owners(tree, head, title, name, words)


def owner_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, owner's) for a name whose owner is named: "BBC's Jonathan Marcus", "Thailand's Pheu Thai Party"."""
    for head, tag in enumerate(tree.tags):
        owner = tree.kid(head, "poss") if tag in ("NNP", "NNPS") else None
        if owner is None or tree.tags[owner] not in ("NNP", "NNPS") or tree.kid(owner, "case") is None:
            continue
        phrase = _premodified(tree, head)
        if _title(tree, phrase, head) is not None or not any(a <= head < b for a, b, _ in tree.names):
            continue
        own = set(tree.subtree(owner))
        name = tuple(t for t in phrase if t not in own)
        yield Triple("owner", head, head, owner, name, (), tuple(sorted(own)), "be of", unspoken=True)


def _premodified(tree: Tree, head: int) -> list[int]:
    """The unbroken run of words before the head that belong to it, and the head."""
    below = {t for c in tree.children[head] if c < head and tree.deps[c] in _MODIFIERS for t in tree.subtree(c)}
    first = head
    while first - 1 in below:
        first -= 1
    return list(range(first, head + 1))


def _title(tree: Tree, phrase: list[int], head: int) -> tuple[int, int] | None:
    """The title's noun and its last word: a known title or role, or a common noun right before a recognised name."""
    known = lexicon()
    starts = {a: label for a, b, label in tree.names if a <= head < b}
    found = None
    for t in phrase[:-1]:
        if tree.tags[t] not in NOUN_TAGS:
            continue
        end = max(k for k in tree.subtree(t) if k < head)  # "Secretary of State"
        title = tree.lower[t] in known.titles or (tree.tags[t] in ("NN", "NNS") and is_role(tree, t))
        before_name = tree.tags[t] in ("NN", "NNS") and starts.get(t + 1) in _DESCRIBED
        if (title or before_name) and all(tree.tags[k] in _NAME_TAGS for k in phrase if k > end):
            found = t, end
    return found


def _of_after(tree: Tree, head: int, title: int, name: tuple[int, ...], words: tuple[int, ...]) -> Iterator[Triple]:
    """ "Crown Prince Mohammed of Saudi Arabia": the title's complement stands behind the name."""
    for prep in tree.kids(head, ("prep",)):
        if tree.lower[prep] != "of" or prep < head:
            continue
        relation = (*(t for t in words if tree.deps[t] != "det"), prep)
        for p in tree.kids(prep, ("pobj",)):
            for o in conjuncts(tree, p):
                lemma = f"be {tree.lower[title]} of"
                yield Triple(
                    "title-of", title, head, o, name, relation, tuple(noun_phrase(tree, o)), lemma, unspoken=True
                )


def _owners(tree: Tree, head: int, title: int, name: tuple[int, ...], words: tuple[int, ...]) -> Iterator[Triple]:
    """ "Turkish President Erdogan", "Niger's president Issoufou": the title's owner is the name's modifier."""
    if not is_role(tree, title):
        return
    for c in tree.children[head]:
        if c not in words or c >= title:
            continue
        below = set(tree.subtree(c))
        if tree.deps[c] == "poss" or is_owner(tree, c):
            relation = tuple(t for t in words if t > c and t not in below)
            other = tuple(t for t in sorted(below) if tree.deps[t] not in ("case", "det") and t <= c)
            lemma = f"be {tree.lower[title]} of"
            yield Triple("title-of", title, head, c, name, relation, other, lemma, unspoken=True)
