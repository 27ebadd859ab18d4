"""What stands beside a name and tells its class: "the town of X", "the sisters X and Y", "in X, Norway", "run by X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import OPENING_QUOTES
from .spans import first_joined, head_of, surface

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .spans import Span

#: Of these, "of" gives the name: "the island of X", "the mayor of X".
_SITES = frozenset(
    ("town", "towns", "city", "cities", "village", "villages", "province", "provinces", "island", "islands", "region",
     "district", "districts", "municipality", "suburb", "suburbs", "port", "governorate", "county", "peninsula",
     "hamlet", "oblast", "bishop", "archbishop", "diocese", "archdiocese",
     "prefecture", "neighborhood", "neighbourhood", "mayor", "outskirts", "streets")
)  # fmt: skip
_WHERE = frozenset(("in", "at", "near", "from", "to", "of", "into", "around", "outside", "for"))
_LIES = frozenset(("lies", "lie", "borders"))
_OPENERS = OPENING_QUOTES | {"[", "("}
_IN = frozenset(("in", "nearby"))
_CLOSE = frozenset((",", ".", ";", ")", "—", "–", "-", ":"))
#: What bodies do with what they have made or keep going, as said of it: "run by", "published by".
_RUN = frozenset(
    ("operate", "own", "organize", "organise", "publish", "manufacture", "run", "broadcast", "charter", "fund",
     "sponsor", "acquire", "distribute", "market", "insure", "finance", "administer", "license", "host")
)  # fmt: skip
_CITED = frozenset(("describe", "report", "quote", "cite", "interview", "call", "rate", "rank", "name"))
_COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"))
_SUCH = frozenset(("including", "like"))
_NEAR = 4  # words between a plural noun and the names that are such things
_STUDIES = frozenset(("study", "paper", "article", "letter", "essay", "findings", "results"))


def beside(tree: Tree, span: Span, cluster: Cluster, lexicon: Lexicon, registry: Registry) -> None:
    """Counts what stands beside one occurrence of a name."""
    low, deps, tags = tree.lower, tree.deps, tree.tags
    a, b = span.first, span.end
    head = head_of(tree, a, b)
    if _located(tree, a, b, registry):
        cluster.told["Place"] += 2
    if _sited(tree, a, b):
        cluster.told["Place"] += 2
    if office_of(tree, a, lexicon) is not None:
        cluster.told["Person"] += 3
    first = first_joined(tree, head)
    start = a if first == head else _start(tree, first)
    noun = start - 1
    if noun >= 0 and tags[noun] == "NNS" and (first != head or _joined(tree, head)):
        _told(tree.lemma(noun), cluster, lexicon)
    for c in tree.children[head]:
        if deps[c] == "appos" and c >= b and tags[c] == "NNS" and lexicon.nouns.get(tree.lemma(c)) == "place":
            cluster.told["Place"] += 2
    cluster.signs.indefinite += a > 0 and low[a - 1] in ("a", "an")
    ordinary = tags[head] in ("NN", "NNS") or low[head][-1] == "s"
    cluster.signs.opens += ordinary and (a == 0 or tree.words[a - 1] in _OPENERS)
    cluster.signs.lies += deps[head] == "nsubj" and low[tree.heads[head]] in _LIES
    cluster.signs.within += a > 0 and low[a - 1] in _IN
    if deps[first] != "pobj" or tree.heads[first] >= start:
        return
    up = tree.heads[first]
    over = tree.heads[up]
    if low[up] == "of" and up == start - 1 and up > 0 and low[up - 1] in _SITES:
        cluster.told["Place"] += 2
    elif deps[up] == "agent":
        cited = tree.lemma(over) in _CITED and low[a - 1] == "the"  # persons stand without it
        cluster.signs.runs += cited or tree.lemma(over) in _RUN
    elif low[up] == "of" and up == start - 1 - (low[start - 1] == "the") and _person(tree, over, up):
        cluster.signs.runs += 1
    elif low[up] == "in" and up == start - 1 and (tree.lemma(over) == "publish" or low[over] in _STUDIES):
        cluster.signs.periodical += 1


def _sited(tree: Tree, a: int, b: int) -> bool:
    """Whether the words say that the name is on the map: "east of X", "X in the province of", "towns including X"."""
    low = tree.lower
    if a > 1 and low[a - 1] == "of" and low[a - 2] in _COMPASS:
        return True
    if low[b : b + 2] == ["in", "the"] and b + 3 < len(low) and low[b + 2] in _SITES and low[b + 3] == "of":
        return True
    such = a - 1 if a and low[a - 1] in _SUCH else a - 2 if a > 1 and low[a - 2 : a] == ["such", "as"] else 0
    return any(low[k] in _SITES and tree.tags[k] == "NNS" for k in range(max(0, such - _NEAR), such))


def office_of(tree: Tree, name: int, lexicon: Lexicon) -> int | None:
    """The role in "director of the Northern Trust Ada Kone", before the word with which the person's name begins."""
    i = name - 1
    while i >= 0 and tree.tags[i][:3] == "NNP" and tree.words[i][0].isupper():
        i -= 1
    if i == name - 1 or i < 1:
        return None
    i -= tree.lower[i] == "the"
    role = i - 1
    if role < 0 or tree.lower[i] not in ("of", "for", "at") or tree.tags[role] not in ("NN", "NNP"):
        return None
    return role if lexicon.nouns.get(tree.lower[role]) == "person" else None


def described(tree: Tree, span: Span, relative: int) -> bool:
    """Whether the clause of a relative pronoun hangs on the name, and the name on no other that it may describe."""
    verb = next((v for v in tree.ancestors(relative) if tree.deps[v] == "relcl"), None)
    if verb is None or not span.first <= tree.heads[verb] < span.end:
        return False
    head = head_of(tree, span.first, span.end)
    up = tree.heads[head]
    if tree.deps[head] != "pobj" or tree.lower[up] not in ("of", "at", "from"):
        return True
    return tree.lower[relative] != "who" or tree.tags[tree.heads[up]][:2] != "NN"


def _start(tree: Tree, head: int) -> int:
    while head > 0 and tree.tags[head - 1][:3] == "NNP":
        head -= 1
    return head


def _joined(tree: Tree, head: int) -> bool:
    return any(tree.deps[c] == "conj" and tree.tags[c][:3] == "NNP" for c in tree.children[head])


def _told(noun: str, cluster: Cluster, lexicon: Lexicon) -> None:
    kind = {"person": "Person", "organization": "Organization", "place": "Place"}.get(lexicon.nouns.get(noun, ""))
    if kind is not None:
        cluster.told[kind] += 2


def _located(tree: Tree, a: int, b: int, registry: Registry) -> bool:
    """Whether a country or state stands behind a comma after a name in whose place a place stands."""
    n = len(tree)
    if a == 0 or b + 1 >= n or tree.lower[a - 1] not in _WHERE or tree.lower[b] != ",":
        return False
    for e in range(min(b + 4, n), b + 1, -1):
        if not all(tree.words[k][0].isupper() for k in range(b + 1, e)):
            continue
        place = registry.place(surface(tree, b + 1, e))
        if place is not None and place.population == 0 and (e == n or tree.lower[e] in _CLOSE):
            return True
    return False


def _person(tree: Tree, word: int, end: int) -> bool:
    """Whether a word ends the name of a person, right before `end`."""
    return word == end - 1 and any(label == "PERSON" and first <= word < last for first, last, label in tree.names)
