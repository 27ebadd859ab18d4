"""What the form of a name alone says of its class: "Londoners", "Nurses for Peace", "Orvale Japan", "Utah Hawks"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .spelling import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...ontology.registry import Registry
    from ..words.lexicon import Lexicon
    from .clusters import Cluster

#: Ending of a word for people of a place → what the place's name may have in its stead.
_INHABITANTS = {"ers": ("",), "ians": ("", "e", "ia", "y"), "ans": ("", "a", "o", "e"), "ites": ("", "e"), "ns": ("",)}
_SHORTEST = 5  # letters of the place's name that must be left: "Sanders" are no people of Sand
_LARGE = 100_000
_STUDENTS = ("ologists", "ographers")
_ORDERS = frozenset(("knights", "friends", "daughters", "sons", "sisters", "brothers"))
_CAUSES = frozenset(("for", "against", "without"))
_TREATIES = frozenset(("on", "for", "against"))
_IRREGULAR = {"women": "woman", "men": "man", "people": "person", "children": "child", "mothers": "mother"}
_PARTISANS = frozenset(
    ("democrats", "republicans", "conservatives", "liberals", "socialists", "communists", "libertarians", "islamists",
     "nationalists", "separatists", "loyalists", "unionists", "royalists", "centrists", "progressives")
)  # fmt: skip
_ACRONYM = 5  # letters of "CNN Philippines", at most


class Forms:
    """Reads the forms of the names of one article. `common`: whether a word is an ordinary one of the language."""

    def __init__(self, lexicon: Lexicon, registry: Registry, common: Callable[[str], bool]) -> None:
        self.lexicon, self.registry, self.common = lexicon, registry, common

    def kind(self, cluster: Cluster) -> str:
        """The class; "" where the form says nothing."""
        tokens, text = cluster.tokens, cluster.spans[0].text
        words = text.split()
        convention = self._convention(tokens)
        if convention:
            return convention
        if self.nation(text) or (tokens[-1] in _PARTISANS and not cluster.told["Organization"]):
            return "Group"
        if len(words) == 1 and text.istitle() and text[-1] == "s" and self._kindred(cluster):
            return "Group"
        plural = cluster.signs.plural == len(cluster.spans)
        if self.people(text) and (plural or cluster.votes["Person"] <= cluster.signs.the + cluster.votes["Group"]):
            return "Group"
        local = self.registry.actor(words[-1]) if len(words) > 1 and is_acronym(words[-1]) else None
        if local is not None and local.type != "Place" and self.registry.place(" ".join(words[:-1])):
            return local.type  # "Kamloops RCMP", "Iowa GOP"
        if len(words) < 2 or cluster.told["Person"] or cluster.used["Person"]:
            return ""
        if any(after in _CAUSES and self._persons(word) for word, after in pairwise(tokens)):
            return "Organization"
        if tokens[0] in _ORDERS and tokens[1] == "of":
            return "Organization"
        if self._branch(words):
            return "Organization"
        if cluster.signs.the and self._team(cluster, words):
            return "Organization"
        if tokens[-1][-1] != "s" or cluster.votes["Person"] + cluster.votes["Organization"]:
            return ""
        bodies = any(t in self.lexicon.heads or t in ("of", "for") for t in tokens)
        return "Group" if tokens[-1] in self.lexicon.groups and not bodies else ""

    def nation(self, text: str) -> bool:
        """Whether a name is the plural of a people's: "Britons", "Ex-Muslims"."""
        if text[-1] != "s" or text.isupper() or self.registry.country(text) or self.registry.actor(text):
            return False
        first, _, last = text.rpartition(" ")
        if first and self.registry.demonym(last) and self.common(first.lower()) and not self.registry.place(first):
            return True  # "Indigenous Canadians"
        return self.registry.demonym(text) is not None or text[:3] in ("Ex-", "ex-")

    def _kindred(self, cluster: Cluster) -> bool:
        """Whether a plural that no list has acts: "Denisovans made tools", "Trumpers will not vote for him"."""
        votes, signs, n = cluster.votes, cluster.signs, len(cluster.spans)
        other = votes["Person"] + votes["Organization"] + votes["Place"]
        return signs.plural == n and signs.does > 0 and not signs.the and 2 * other <= n

    def people(self, text: str) -> bool:
        """Whether a name is the plural of a people or trade: "Britons", "New Yorkers", "Egyptologists"."""
        low = text.lower()
        if not low.endswith("s") or text.isupper():
            return False
        if " " not in text and low.endswith(_STUDENTS):
            return True
        for ending, instead in _INHABITANTS.items():
            stem = text[: -len(ending)]
            if not low.endswith(ending) or len(stem) < _SHORTEST:
                continue
            for letters in instead:
                place = self.registry.place(stem + letters)
                if place is not None and (place.population == 0 or place.population >= _LARGE):
                    return True
                if self.registry.country(stem + letters):
                    return True
        return False

    def _persons(self, word: str) -> bool:
        """Whether a word is the plural of a noun for persons."""
        return self.lexicon.nouns.get(_IRREGULAR.get(word) or word.removesuffix("s")) == "person" and word[-1] in "sne"

    def _branch(self, words: list[str]) -> bool:
        """Whether a body's name is followed by where it is: "Orvale Japan", "CNN Philippines", "UC Davis"."""
        first, lands = words[0], (" ".join(words[1:]), words[-1])
        short = is_acronym(first) and len(first) <= _ACRONYM and first.isupper()
        if short and first.lower() not in self.lexicon.particles:
            return not self._abroad(first) and self._abroad(lands[0])
        land = lands[0] if self.registry.country(lands[0]) else lands[1]
        front = words[: len(words) - len(land.split())]
        if not self.registry.country(land) or not front:
            return False
        return all(w[0].isupper() and not self.common(w.lower()) and not self._abroad(w) for w in front) and (
            front[0] not in self.lexicon.genders and front[0].lower() not in self.lexicon.titles
        )

    def _abroad(self, text: str) -> bool:
        """Whether a word is a place's or a people's."""
        reg = self.registry
        return bool(reg.country(text) or reg.demonym(text) or reg.place(text))

    def _team(self, cluster: Cluster, words: list[str]) -> bool:
        """Whether a name with "the" is a place's and one more word, as teams and local bodies are called."""
        if self.lexicon.heads.get(words[-1].lower()) or cluster.votes["Place"] > cluster.votes["Organization"] + 1:
            return False
        known = self.registry.place(" ".join(words[:-1]))
        if known is None or not words[-1].istitle():
            return False
        acts = cluster.signs.does + cluster.signs.speaks + cluster.votes["Organization"]
        return acts > 0 or (words[-1][-1] == "s" and not cluster.votes["Place"])

    def _convention(self, tokens: list[str]) -> str:
        """A convention is a meeting; a treaty where it is on something, or of the place where it was signed."""
        at = tokens.index("convention") if "convention" in tokens else -1
        if 0 <= at < len(tokens) - 1 and tokens[at + 1] in _TREATIES:
            return "Thing"
        if at < 1 or at < len(tokens) - 1:
            return ""
        return "Thing" if at == 1 and self.registry.place(tokens[0].title()) is not None else "Event"
