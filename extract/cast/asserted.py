"""What a sentence says outright that a name is: "named X as a candidate", "X stands for quick …", "awarded the X".

Such words tell more than the name's own last word: "the Courage Star" that one is awarded is no newspaper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .roles import SUBJECTS
from .spans import first_joined, head_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .spans import Span

_KINDS = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event", "thing": "Thing"}
_SUCH = frozenset(("as", "like", "including", "include"))
_CONFER = frozenset(("award", "confer", "bestow"))
_GAIN = frozenset(("receive", "win", "earn", "get", "give"))
_HONOURS = frozenset(("order", "star", "cross", "hero", "heart", "ribbon", "badge", "legion"))
_ALIASES = frozenset(("pseudonym", "alias"))
_DIGS = frozenset(
    ("this", "that", "another", "other", "archaeological", "archæological", "burial", "excavation", "test", "dig",
     "nuclear", "heritage", "historic", "sacred", "construction", "launch")
)  # fmt: skip
_WEB = frozenset(("web", "news", "media", "video", "online", "internet", "hosting", "sharing", "shopping", "dating"))
#: What one does for a body, and who does it.
_SERVE = frozenset(("work", "write", "play", "wrestle", "race", "report", "score", "sign", "ride", "coach", "debut"))
_SERVANTS = frozenset(("writer", "player", "contributor", "wrestler", "striker", "columnist", "reporter", "spy"))
_KIN = frozenset(("aunty", "auntie", "aunt", "uncle", "sahib", "saheb"))  # behind a name
_FOUND = frozenset(("form", "found", "co-found", "disband", "incorporate", "nationalise", "nationalize"))
_BEFORE = frozenset(("compound", "nmod", "amod", "poss"))
_OUTFITS = frozenset(("promotion", "label", "startup", "start-up", "outfit", "franchise"))  # before a name
_SIGHTS = frozenset(("attraction", "landmark", "destination", "resort", "hotspot"))
_GLOSS = 9  # words in brackets between a body's name and "president"
_LISTED = 4  # words between a plural noun and the colon before its names


def assert_kind(tree: Tree, span: Span, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what one occurrence of a name is said to be."""
    low, deps, told = tree.lower, tree.deps, cluster.told
    a, b = span.first, span.end
    head = head_of(tree, a, b)
    before = a - 1
    if span.label == "Thing":  # a title in quotation marks
        told["Thing"] += 2
    dressed = before >= 0 and low[before] in ("a", "an") and not (tree.heads[head] >= b and deps[head] in _BEFORE)
    cluster.used["common"] += dressed
    if before >= 0 and low[before] in _ALIASES:
        told["Person"] += 2
    if before >= 0 and low[before] in _OUTFITS and tree.tags[before] == "NN":
        told["Organization"] += 2
    if before >= 0 and low[before] == "site" and _dug(tree, before):
        told["Place"] += 4
    if b < len(low) and low[b] in _KIN:
        told["Person"] += 4
    for c in tree.children[head]:
        if (
            deps[c] == "appos"
            and c >= b
            and tree.tags[c] == "NN"
            and low[c] in lexicon.heads
            and low[c] not in lexicon.nouns
        ):
            told[lexicon.heads[low[c]]] += 2
    if _presided(tree, b, lexicon):
        told["Organization"] += 2
    first = first_joined(tree, head)
    cluster.used["plural"] += tree.tags[head] in ("NNPS", "NNS")
    kinds = _plural(tree, first)
    if kinds is not None:
        kind = _kind(tree.lemma(kinds), lexicon)
        (cluster.told if kind in ("Place", "Thing") else cluster.used)[kind] += 2
    up = tree.heads[head]
    if deps[head] in ("dobj", "nsubjpass", "oprd"):
        as_ = next((c for v in (up, head) for c in tree.children[v] if low[c] == "as" and c >= b), None)
        role = tree.kid(as_, "pobj") if as_ is not None else None
        if role is not None and tree.tags[role] == "NN":
            cluster.used[_kind(low[role], lexicon)] += 2
        cluster.used["Organization"] += tree.lemma(up) in _FOUND
        honour = not _HONOURS.isdisjoint(cluster.tokens) and tree.lemma(up) in _GAIN
        if deps[head] == "dobj" and (tree.lemma(up) in _CONFER or honour) and before >= 0 and low[before] != "an":
            told["Thing"] += 2
    elif deps[head] in SUBJECTS and tree.lemma(up) == "stand":
        meant = next((tree.kid(c, "pobj") for c in tree.children[up] if low[c] == "for"), None)
        if meant is not None and tree.words[meant].islower():
            kind = lexicon.heads.get(low[meant], "Thing")
            told[kind] += 4
    elif deps[head] == "pobj" and low[up] == "for" and span.label != "PERSON":
        over = tree.heads[up]
        cluster.used["serves"] += tree.lemma(over) in _SERVE or low[over] in _SERVANTS


def _dug(tree: Tree, site: int) -> bool:
    """Whether a site is one on the ground and none of the web."""
    beside = [tree.lower[c] for c in tree.children[site]]
    return site > 0 and tree.lower[site - 1] in _DIGS and _WEB.isdisjoint(beside)


def _presided(tree: Tree, b: int, lexicon: Lexicon) -> bool:
    """Whether a post and who holds it follow on a name's gloss in brackets: "X (Free Union) president Ann Foe"."""
    if b + 3 >= len(tree) or tree.lower[b] != "(":
        return False
    close = next((k for k in range(b + 2, min(len(tree) - 2, b + _GLOSS)) if tree.lower[k] == ")"), 0)
    return close > 0 and tree.lower[close + 1] in lexicon.posts and tree.words[close + 2][0].isupper()


def _plural(tree: Tree, first: int) -> int | None:
    """The plural noun of which names are said to be examples: "islands such as X", "telescopes under way: X, Y"."""
    up = tree.heads[first]
    if tree.deps[first] == "nsubj" and tree.lemma(up) == "be":
        among = next((c for c in tree.children[up] if tree.lower[c] == "among"), None)
        of = tree.kid(among, "pobj") if among is not None else None
        return of if of is not None and tree.tags[of] == "NNS" else None
    if tree.deps[first] == "pobj" and tree.lower[up] in _SUCH:
        return tree.heads[up] if tree.tags[tree.heads[up]] == "NNS" else None
    start = first
    while start > 0 and tree.tags[start - 1][:3] == "NNP":
        start -= 1
    if start < 2 or tree.lower[start - 1] != ":" or first + 1 >= len(tree) or tree.lower[first + 1] not in (",", "and"):
        return None
    return next((k for k in range(start - 2, max(-1, start - 2 - _LISTED), -1) if tree.tags[k] == "NNS"), None)


def _kind(noun: str, lexicon: Lexicon) -> str:
    """Class of what a noun describes; "" where it tells none."""
    if noun in _SIGHTS:
        return "Place"
    return _KINDS.get(lexicon.nouns.get(noun, "")) or lexicon.heads.get(noun, "")
