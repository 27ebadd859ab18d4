"""The class of a name that no list knows: the model's votes against how the article writes and uses the name.

The model alone is wrong about every third such name. Persons' names are words that no dictionary has; organisations
act, speak or have a president; one is "in" a place. Where nothing of the kind backs the model, the class is left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spelling import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..words.lexicon import Lexicon
    from .clusters import Cluster

_LONGEST = 4  # words of a person's name
_SETTLED = 3  # times that the model says the same of a name before it is believed without more
_JOINTS = frozenset(("of", "the", "and", "for", "&", "on", "in", "to", "at", "too", "me", "a"))


class Weigher:
    """Weighs the names of one article. `common`: whether a lower-case word is an ordinary one of the language."""

    def __init__(self, lexicon: Lexicon, common: Callable[[str], bool]) -> None:
        self.lexicon, self.common = lexicon, common

    def kind(self, cluster: Cluster) -> str:
        """Person, Organization, Place, Event, Group or Thing; "" where nothing tells."""
        votes, used, signs, text = cluster.votes, cluster.used, cluster.signs, cluster.spans[0].text
        plain = self.plain(cluster.tokens)
        numbered = any(c.isdigit() for c in text)
        acronym = all(is_acronym(part) for part in text.split("-"))
        read = signs.periodical > 0
        there = 4 * cluster.located >= len(cluster.spans) and cluster.located > 0
        inside = not read and (2 * cluster.inside > len(cluster.spans) or (there and votes["Place"] > 0))
        if votes["Group"] and (votes["Group"] == votes.total() or (plain and text.endswith("s"))):
            if cluster.tokens[-1].endswith(("s", "i", "ese")) and not numbered:
                return "Group"
            if not signs.within:
                return ""
        if self._person(cluster, plain=plain, inside=inside):
            return "Person"
        if signs.lies and not plain:
            return "Place"
        acts = signs.speaks + used["Organization"] + signs.serves
        if used["Event"] > acts:
            return "Event"
        if used["Thing"] > max(acts, used["Person"]) and not votes["Place"]:
            return "Thing"
        odd = plain or numbered or inside
        if (read and not votes["Place"]) or self._body(cluster, acts, ordinary=plain, odd=odd, acronym=acronym):
            return "Organization"
        strange = not (acronym or numbered or plain)
        if strange and inside and signs.within and not acts and votes["Person"] < _SETTLED and text[0].isupper():
            return "Place"  # "in Maidan Shahr"
        agreed = votes["Organization"] >= _SETTLED and votes["Organization"] == votes.total()
        if agreed and plain and signs.speaks + signs.does and not (numbered or acronym):
            return "Organization"  # "Ford said": whatever else the word means
        if votes["Place"] and not votes["Person"] and text.lower().endswith(tuple(self.lexicon.town_endings)):
            return "Place"
        if acronym or numbered or plain:
            long = len(cluster.tokens) > _SETTLED - 1
            return "Event" if votes["Event"] and long else "Thing" if votes["Thing"] else ""
        if (inside and votes["Place"] + signs.within > votes["Person"]) or votes["Place"] >= _SETTLED:
            return "Place"
        if votes["Event"]:
            return "Event"
        return "Thing" if votes["Thing"] and not votes["Person"] else ""

    def _body(self, cluster: Cluster, acts: int, *, ordinary: bool, odd: bool, acronym: bool) -> bool:
        """Whether a name is an organisation's: it acts, is written as one, or the model insists."""
        votes, used, signs, many = cluster.votes, cluster.used, cluster.signs, len(cluster.tokens) > 1
        named_so = used["Organization"] + signs.serves > 0 and not ordinary
        backed = votes["Organization"] or named_so or acronym
        if acts and 10 * acts >= len(cluster.spans) and backed and (many or not ordinary):
            return True
        if (signs.runs or signs.heard) and (many or votes["Organization"] or acronym):
            return True
        if signs.speaks and ordinary and len(cluster.tokens) > _SETTLED - 1 and not votes["Person"]:
            return True
        if not votes["Organization"] or votes["Person"]:
            return False
        if many and signs.the and signs.does:
            return True  # "the Red Falcons took the port"
        insisted = votes["Organization"] >= _SETTLED and signs.the + used["Organization"] > 0
        return not odd and not votes["Place"] and (many or insisted)

    def field(self, cluster: Cluster) -> bool:
        """Whether a name is but what a committee or professor is concerned with: "the committee on Foreign Affairs"."""
        return cluster.signs.field == len(cluster.spans) and self.plain(cluster.tokens)

    def one_of_many(self, cluster: Cluster) -> bool:
        """Whether a name is but what somebody is one of: "she was a Latina", "he is a former Marine"."""
        here = cluster.signs.member == len(cluster.spans) and len(cluster.tokens) < _SETTLED
        return here and not cluster.votes["Event"] and not cluster.told.total() - cluster.told["Person"]

    def nameless(self, cluster: Cluster) -> bool:
        """Whether one ordinary word with a capital, of which nothing tells what it names, is a name at all."""
        votes, signs, text = cluster.votes, cluster.signs, cluster.spans[0].text
        if len(cluster.tokens) == 1 and text.istitle() and self._state(cluster.key):
            return True
        if not self.plain(cluster.tokens):
            return False
        if len(cluster.tokens) > 1:
            # "a Constitutional Amendment"
            return signs.indefinite == len(cluster.spans) and votes.total() == votes["Thing"]
        once = len(cluster.spans) == 1 and cluster.spans[0].label == "WORK_OF_ART" and not cluster.told.total()
        if once and text.istitle():
            return True  # the model takes many an ordinary word for a title
        if signs.opens == len(cluster.spans):
            return not votes["Thing"] + votes["Event"]  # "Guardrails can do much": a capital as any sentence has
        loud = text.isupper() and len(text) > _SETTLED
        evidence = votes["Thing"] + votes["Event"] + signs.speaks + signs.does + cluster.told.total()
        return (text.istitle() or loud) and not evidence

    def _state(self, word: str) -> bool:
        """Whether a word is the state of being something: "Mayorship"."""
        return any(word.endswith(end) and self.common(word[: -len(end)]) for end in ("ship", "ness", "hood"))

    def plain(self, tokens: list[str]) -> bool:
        """Whether a name is made of ordinary words alone: "Pearl Jam", "Rapid Response"."""
        small = self.lexicon.not_names
        return all(self.common(t) or t.isdigit() or t in small or t in _JOINTS for t in tokens)

    def _person(self, cluster: Cluster, *, plain: bool, inside: bool) -> bool:
        votes, used, signs, n = cluster.votes, cluster.used, cluster.signs, len(cluster.spans)
        text = cluster.spans[0].text
        words = text.replace("-", " ").split()
        small = self.lexicon.particles
        if len(words) > _LONGEST or signs.the or not all(_spelt(w, self.lexicon) or w in small for w in words):
            return False
        if inside or max(used["Organization"], used["Thing"], signs.which - votes["Person"]) > used["Person"]:
            return False
        bare = [w for w in words if not _initial(w)] or words
        given = bare[0] in self.lexicon.genders
        shown = used["Person"] > 0
        if len(words) > 1 and _initial(words[0]) and signs.speaks and not votes["Organization"]:
            return True  # "B Shiva Rao said"
        if len(text.split()) == 1:
            settled = votes["Person"] >= _SETTLED and 2 * votes["Person"] > votes.total()
            speaks = 10 * signs.speaks >= n and signs.speaks > 0
            told = (shown or speaks or (settled and not plain)) and votes["Person"] >= votes["Place"]
            named = given and not plain and (speaks or not votes["Place"] + votes["Group"])
            kin = votes["Person"] > 0 and text.endswith(tuple(self.lexicon.surname_endings))
            firmly = used["Person"] > 1 and not plain and votes["Person"] >= votes["Place"] + votes["Organization"]
            return named or kin or firmly or (votes["Person"] > 0 and (told or given))
        firmly = used["Person"] > 1 and not votes["Organization"]
        shown = shown or cluster.surname
        if plain and not _initial(words[0]):
            return firmly or (votes["Person"] > 0 and (shown or signs.speaks > 0))
        strange = given or not any(self.common(w.lower()) for w in (bare[0], bare[-1]))
        foreign = strange and not votes["Place"] + votes["Event"] + (votes["Thing"] and not given)
        firm = votes["Organization"] > votes["Person"] and not (given and not self.common(bare[-1].lower()))
        foreign = foreign and (not firm or shown or signs.speaks > 0)
        return votes["Person"] > 0 or (shown and strange) or foreign or firmly


def _initial(word: str) -> bool:
    return len(word) == 1 or (word[1] == "." and all(len(part) < 2 for part in word.split(".")))


def _spelt(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is written as names of persons are: "Jane", "O'Neill", "McCain", "J."."""
    if _initial(word) and word[0].isupper():
        return True
    bare = word.replace("'", "").replace("’", "")
    if not (word[:1].isupper() and bare.rstrip(".").isalpha() and len(bare) > 1):
        return False
    if word[1] in "'’" and word[2:3].isupper():
        return word[3:].islower()  # "C'Baird"
    return bare[1:].islower() or word.startswith(tuple(lexicon.surname_openings))
