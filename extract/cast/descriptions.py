"""What definite descriptions take up: "the president" is whoever in the article is known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words
from .nominals import is_country
from .referents import Referent

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .nominals import Phrase

_LOWER = frozenset(("vice", "deputy", "shadow", "assistant"))  # a vice president is not "the president"
_CHILDREN, _PARENTS = ("son", "daughter", "child"), ("father", "mother", "parent")
_SIBLINGS = ("brother", "sister", "sibling")
#: What the one is to the other, where the other is this to him: "his father … his son".
_CONVERSE = {
    **dict.fromkeys(_PARENTS, _CHILDREN), **dict.fromkeys(_CHILDREN, _PARENTS), **dict.fromkeys(_SIBLINGS, _SIBLINGS),
    "husband": ("wife", "spouse"), "wife": ("husband", "spouse"), "boyfriend": ("girlfriend",),
    "girlfriend": ("boyfriend",), "uncle": ("nephew", "niece"), "aunt": ("nephew", "niece"),
}  # fmt: skip
_NATIONAL = frozenset(("central", "federal", "national"))
#: Of these a country has one, which needs no naming where the article is on that country.
_STATE_BODIES = frozenset(("military", "army", "navy", "parliament", "senate", "judiciary", "cabinet", "legislature"))
_LIVING = frozenset(("Country", "Place", "Group"))
_THERE = 3  # sentences back that "that city" may reach
_MOST = 4  # sentences back in which "the company" may still mean the last one named


class Describer:
    """Reads the descriptions of one article."""

    def __init__(
        self, lexicon: Lexicon, registry: Registry, labelled: dict[str, Referent], focus: Counter[str]
    ) -> None:
        """`labelled`: the article's referents by label; `focus`: how often it speaks of each country."""
        self.lexicon, self.registry, self.labelled, self.focus = lexicon, registry, labelled, focus

    def earlier(
        self, tree: Tree, p: Phrase, sentence: int, memory: Memory, here: dict[int, Referent]
    ) -> Referent | None:
        """What a description takes up again, latest first; an unnamed thing of the same noun bars older ones."""
        lex = self.lexicon
        if not p.definite or p.numbered or p.vague or p.noun in lex.times:
            return None
        if p.noun in lex.title_modifiers and p.noun not in lex.nouns and tree.words[p.head].islower():
            return None  # "the public" is no "public utility"
        low = tree.lower
        modifiers = [c for c in p.modifiers if not is_country(tree, c, here, self.registry)]
        titles = {low[c] for c in modifiers if low[c] in lex.title_modifiers}
        described = [c for c in modifiers if low[c] not in lex.title_modifiers]
        if p.noun in lex.families and p.owner is None and any(tree.deps[c] == "poss" for c in tree.children[p.head]):
            return None
        if p.noun in lex.families and p.owner is not None and p.owner.kind == "Person":
            kin = (p.noun, p.owner)
            found = next((r for r in memory.called(p.noun) if kin in r.kin), None)
            return found or next((r for noun, r in p.owner.kin if p.noun in _CONVERSE.get(noun, ())), None)
        backer = p.owner.backer if p.owner is not None else None
        if (
            backer is not None
            and not described
            and (p.noun in backer.nouns or (p.noun != "team" and p.noun in lex.hypernyms.get(backer.kind, ())))
        ):
            return backer
        if (
            p.noun in ("country", "nation")
            and not p.plural
            and low[p.first] != "this"
            and not described
            and not p.restricted
        ):
            return self._country_in_focus(p, sentence, memory)

        def prominent(found: Iterator[Referent]) -> Iterable[Referent]:
            if p.noun not in lex.rulers:
                return found
            near = {self.registry.demonym(w) for w in tree.words[: p.head] if w[0].isupper()}
            return sorted(found, key=lambda r: -r.salience(sentence) - 100.0 * (r.country in near))

        oldest = sentence - _THERE if low[p.first] in ("this", "that") else 0
        for r in prominent(memory.called(p.noun)):
            if (
                r.sentence >= oldest
                and not (p.noun == "state" and r.mapped and (described or r.sentence < sentence - _MOST))
                and self._possible(p, r)
                and titles <= r.nouns
                and titles >= r.nouns & _LOWER
                and self._taken_up(tree, p, r, described)
            ):
                return r
        if p.plural or described or p.restricted or titles:
            return None
        if p.noun == "team" and not self._sporting(memory):
            return None
        for r in prominent(memory.recent(sentence - _MOST)):
            if r.label and self._possible(p, r) and p.noun in lex.hypernyms.get(r.likely, ()) and self._hypernym(p, r):
                r.kind = r.likely
                return r
        return None

    def _possible(self, p: Phrase, r: Referent) -> bool:
        """Whether number, country and owner allow a description to speak of this referent."""
        if r is p.owner and p.noun not in ("company", "party"):
            return False
        if _foreign(p, r) or not self._classed(p.noun, r):
            return False
        if r.plural != p.plural and not (p.plural and r.kind in ("ArmedGroup", "Group")):
            return False
        whose = r.country or (r.label if r.kind == "Country" else "")
        return not (p.country and whose and p.country != whose)

    def _sporting(self, memory: Memory) -> bool:
        """Whether the article is on a game, where a country's name is its team's."""
        words = class_words().of_games
        return sum(len(words.intersection(tree.lower)) for tree in memory.trees) > 1

    def _classed(self, noun: str, r: Referent) -> bool:
        """Whether what a noun names can be of this class: no party is a person, and no state a parliament."""
        kind = self.lexicon.nouns.get(noun)
        if kind is None or not r.label:
            return True
        if r.kind == "Person":
            return kind == "person"
        if kind == "person":
            return r.kind not in ("Country", "Place", "Event")
        return noun not in class_words().lands or r.kind in ("Country", "Place", "Thing", "")

    def _taken_up(self, tree: Tree, p: Phrase, r: Referent, described: list[int]) -> bool:
        """Whether a description whose noun fits takes up a referent, for all that its modifiers say."""
        if p.country and not r.country and r.kind == "Person":
            return False
        if p.restricted and (r.kind in ("Person", "Group") or described or (p.noun == "state" and r.mapped)):
            return False  # the last: "the state of emergency"
        return not (described and r.label) or self._mods_agree(tree, described, r)

    def _country_in_focus(self, p: Phrase, sentence: int, memory: Memory) -> Referent | None:
        """ "The country": the one most in mind, or the one that the article is about."""
        owner = p.owner if p.owner is not None and p.owner.kind == "Person" else None
        found = [r for r in memory.countries() if owner is None or r.label == owner.country]
        return max(found, key=lambda r: r.salience(sentence) + 8.0 * min(self.focus[r.label], 12), default=None)

    def ruling(self, tree: Tree, p: Phrase) -> Referent | None:
        """ "The government", of no country by name, in an article on one country; "the military" is that country's."""
        kind = self.lexicon.institutions.get(p.noun) if p.noun in _STATE_BODIES else None
        if (p.noun != "government" and kind is None) or not p.definite or p.plural or p.owner is not None:
            return None
        if p.restricted or any(tree.lower[c] not in _NATIONAL for c in p.modifiers):
            return None
        most = self.focus.most_common(2)
        if not most or most[0][1] < 3 or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
            return None
        country = most[0][0]
        if kind is None:
            return self.labelled.get(country)
        label = f"{self.registry.adjective(country) or country} {p.noun}"
        actor = self.registry.body(label) or self.registry.body(f"{country} {p.noun}")
        if actor is not None:
            label, kind = actor.label, actor.type
        return self.labelled.setdefault(label, Referent(label, kind, country=country, nouns={p.noun}, sure=True))

    def _mods_agree(self, tree: Tree, described: list[int], r: Referent) -> bool:
        """Whether what is said of it does not speak against it: the words are in its name, or merely describe it."""
        names = " ".join(r.names).lower()
        return all(tree.lower[c] in names or tree.tags[c][:2] == "JJ" for c in described)

    def _hypernym(self, p: Phrase, r: Referent) -> bool:
        """Whether a general noun may stand for a name that does not contain it."""
        lex = self.lexicon
        if r.kind == "Person":
            gender = lex.noun_genders.get(p.noun, "")
            return bool(gender) and r.gender == gender
        if p.owner is not None and p.owner.kind == "Person":
            return False
        known = class_words()
        own = any(noun in lex.heads and (noun not in known.firms or p.noun not in known.trades) for noun in r.nouns)
        if r.kind in ("Alliance", "ArmedGroup"):
            return True
        if p.noun in lex.hypernyms["Venue"]:
            return r.kind == "Place" and not r.mapped
        return not r.mapped and (  # a university is no company
            not own or p.noun in ("organization", "organisation", "group", "institution", "event", "facility", "venue")
        )


def _foreign(p: Phrase, r: Referent) -> bool:
    """Whether a description says whose a thing is and the name of what it may mean does not: "the party's website"."""
    owner = p.owner
    if owner is None or not r.label or r.kind not in ("Organization", "Thing", "Event"):
        return False
    if owner.kind == "Person":
        return p.noun == "team"  # whoever works with somebody
    if not owner.label or owner.kind in _LIVING or owner is r.backer or (r.country and r.country == owner.country):
        return False
    words = {w for name in owner.names for w in name.lower().split()}
    return all(words.isdisjoint(name.lower().split()) for name in r.names)
