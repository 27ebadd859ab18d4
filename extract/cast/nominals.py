"""Noun phrases without a name, taken apart: noun, number, determiner, owner, country, modifiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .roles import left_edge

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .referents import Referent

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))


@dataclass(slots=True)
class Phrase:
    """A noun phrase taken apart."""

    head: int
    noun: str  # lower-case singular
    first: int
    plural: bool
    definite: bool = False
    owner: Referent | None = None  # "Iran" in "Iran's navy", "its navy"
    country: str = ""  # by demonym, country name or owner
    modifiers: list[int] = field(default_factory=list)
    prefixed: list[str] = field(default_factory=list)  # "anti-Trump", which is not Trump's
    numbered: bool = False
    vague: bool = False
    restricted: bool = False  # "of …", "that …" follows


def take_apart(tree: Tree, i: int, here: dict[int, Referent], lex: Lexicon, registry: Registry) -> Phrase:
    """The phrase headed by noun `i`."""
    tag, low = tree.tags[i], tree.lower
    plural = tag in ("NNS", "NNPS")
    indefinite = False  # "the most a nominee has got"
    p = Phrase(i, tree.lemma(i) if plural else low[i], i, plural)
    for c in tree.children[i]:
        dep = tree.deps[c]
        if c > i:
            if dep == "relcl" or (dep == "prep" and low[c] == "of"):
                p.restricted = True
            continue
        if dep == "det" or (dep == "predet"):
            p.definite = p.definite or low[c] in _DEFINITE
            indefinite = indefinite or low[c] in ("a", "an")
            p.vague = p.vague or low[c] in lex.vague
        elif dep == "poss":
            p.owner = here.get(c)
            p.definite = True
            if p.owner is None and (low[c] not in ("our", "my") or p.noun not in ("country", "nation")):
                p.restricted = True
        elif dep == "nummod":
            p.numbered = True
        elif dep in ("amod", "compound", "nmod", "nn"):
            if low[c] in lex.vague or tree.tags[c] in ("JJR", "JJS"):
                p.vague = p.vague or low[c] in lex.vague
            if is_prefixed(tree, c, lex):
                p.prefixed.append(f"{low[c - 2]}-{tree.words[c]}")
            elif not (low[c] in lex.prefixes and tree.words[c + 1] == "-") and tree.words[c] != "-":
                p.modifiers.append(c)
        elif dep not in ("case",):
            continue
        p.first = min(p.first, left_edge(tree, c))
    while (
        p.first > 0
        and tree.deps[p.first - 1] in ("det", "amod", "compound", "nmod", "advmod", "punct", "poss")
        and any(tree.heads[p.first - 1] == m for m in (*p.modifiers, i))
        and tree.words[p.first - 1] not in ',;:()"'
    ):
        p.first -= 1
    p.definite = p.definite and not indefinite
    p.country = _country(tree, p, here, registry)
    if not p.country and p.owner is None and (p.noun in lex.rulers or p.noun in lex.institutions):
        p.country = _governed(tree, p, here)
        p.restricted = p.restricted and not p.country
    return p


def is_prefixed(tree: Tree, c: int, lex: Lexicon) -> bool:
    """Whether a word is only part of another: "Beijing" in "pro-Beijing", which speaks of its friends."""
    return c > 1 and tree.words[c - 1] == "-" and tree.lower[c - 2] in lex.prefixes


def _governed(tree: Tree, p: Phrase, here: dict[int, Referent]) -> str:
    """The country whose "the government of …", "the parliament of …" is."""
    of = p.head + 1
    name = tree.kid(of, "pobj") if of < len(tree) and tree.lower[of] == "of" else None
    found = here.get(name) if name is not None else None
    return found.label if found is not None and found.kind == "Country" else ""


def is_country(tree: Tree, c: int, here: dict[int, Referent], registry: Registry) -> bool:
    """Whether word `c` is a country or its adjective."""
    r = here.get(c)
    return (r is not None and r.kind == "Country") or (
        tree.words[c][0].isupper() and registry.demonym(tree.words[c]) is not None
    )


def _country(tree: Tree, p: Phrase, here: dict[int, Referent], registry: Registry) -> str:
    if p.owner is not None and p.owner.kind == "Country":
        return p.owner.label
    for c in p.modifiers:
        r = here.get(c)
        if r is not None and r.kind == "Country":
            return r.label
        if tree.words[c][0].isupper():
            found = registry.demonym(tree.words[c])
            if found:
                return found
    return ""
