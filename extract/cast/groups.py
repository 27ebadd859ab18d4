"""Actors that are described, not named: "Iranian officials", "Iraq's militias", "the Iranian regime"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nominals import is_country
from .referents import Referent

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .nominals import Phrase

_BODIES = frozenset(("Organization", "ArmedGroup", "Government", "Alliance"))
_GRADES = frozenset(("CD", "JJR", "JJS", "VBN", "VBG", "RB", "RBR", "RBS"))
_PARTIAL = frozenset(("local", "regional", "provincial", "state", "municipal", "city"))


class Groups:
    """Finds the described actors of one article; one description is one actor."""

    def __init__(self, lexicon: Lexicon, registry: Registry, labelled: dict[str, Referent]) -> None:
        """`labelled`: the article's referents by label; what is found is added."""
        self.lexicon, self.registry, self.labelled = lexicon, registry, labelled

    def actor(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """The actor that a description is by itself."""
        lex, low, i = self.lexicon, tree.lower, p.head
        whose = None if p.owner is not None or p.country else self._whose(tree, p, here)
        if not p.modifiers and not p.prefixed and p.owner is None and not p.country and whose is None:
            return self._again(tree, p)
        last = here.get(p.modifiers[-1]) if p.modifiers else None
        if last is not None and last.label.lower().endswith(" " + low[i]):
            return last  # "the League of Women voters"
        appended = last is not None and p.modifiers[-1] == i - 1 and low[i] in lex.appended.get(last.kind, ())
        if last is not None and last.label and appended and not p.numbered:
            last.nouns.add(p.noun)
            return last
        if p.noun in lex.rulers and not p.plural and not p.prefixed:
            return self._government(tree, p, here)
        if p.plural and low[i] in lex.groups:
            kind = lex.groups[low[i]]
        elif (p.country or whose) and not p.numbered and low[i] in lex.institutions and not self._one_of_many(tree, i):
            kind = lex.institutions[low[i]]
        else:
            return None
        label = self._label(tree, p, here, whose)
        if not label:
            return None
        home = whose.label if whose is not None and whose.kind == "Country" else ""
        found = self._group(label, kind, p.country or home)
        found.plural = p.plural
        found.nouns.add(p.noun)
        return found

    def _whose(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """Whose or of where a group is by what follows: "supporters of Assad", "police in Aleppo"."""
        at = p.head + 1
        if at >= len(tree) or tree.heads[at] != p.head or tree.deps[at] != "prep" or tree.deps[p.head] == "attr":
            return None
        if any(c > at and tree.deps[c] in ("prep", "relcl", "acl") for c in tree.children[p.head]):
            return None  # "residents of Aleppo over the age of 18"
        name = tree.kid(at, "pobj")
        found = here.get(name) if name is not None else None
        if found is None or not found.label or any(tree.deps[c] in ("conj", "prep") for c in tree.children[name or at]):
            return None
        place = found.kind in ("Place", "Country")
        if tree.lower[at] == "of":
            return found if p.plural and (place or found.kind == "Person" or found.kind in _BODIES) else None
        if tree.lower[at] == "from":
            return found if p.plural and place else None
        return found if place and tree.lower[at] == "in" and tree.lower[p.head] in self.lexicon.at_home else None

    def _again(self, tree: Tree, p: Phrase) -> Referent | None:
        """A bare "protesters" after "Belarusian protesters", where the article speaks of no others."""
        low = tree.lower[p.head]
        if p.numbered or p.vague or p.restricted or low not in self.lexicon.groups or low in self.lexicon.commoners:
            return None
        if any(tree.deps[c] in ("amod", "prep", "relcl", "acl") for c in tree.children[p.head]):
            return None
        same = [r for r in self.labelled.values() if p.noun in r.nouns and r.label.endswith(f" {low}")]
        plain = len(same) == 1 and not any(word.islower() for word in same[0].label.split()[:-1])
        return same[0] if plain else None

    def _one_of_many(self, tree: Tree, i: int) -> bool:
        """Whether a noun speaks of one person of a kind: "a Peruvian prosecutor"."""
        return self.lexicon.nouns.get(tree.lower[i]) == "person" and any(
            tree.lower[c] in ("a", "an") for c in tree.children[i]
        )

    def named(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """A description that is itself in the registry: "the Assad regime", "Iran's military"."""
        if p.prefixed or (not p.modifiers and p.owner is None and not p.country):
            return None
        words = tree.words
        rest = [words[c] for c in p.modifiers if not (p.country and is_country(tree, c, here, self.registry))]
        tails = [" ".join([*rest, words[p.head]]), words[p.head]] if rest else [words[p.head]]
        plain = " ".join(words[c] for c in [*p.modifiers, p.head])
        texts = [plain]
        if p.country:
            texts += [f"{owner} {tails[0]}" for owner in (self.adjective(p.country), p.country)]
        if p.owner is not None and p.owner.label and not p.modifiers:
            texts += [f"{p.owner.label} {words[p.head]}", f"{p.owner.label}'s {words[p.head]}"]
            texts += [f"{name} {words[p.head]}" for name in sorted(p.owner.names)]
        for text in texts:
            if " " in text and (actor := self.registry.body(text)):
                found = self._group(actor.label, actor.type, actor.country or "")
                found.nouns.add(p.noun)
                return found
        return None

    def _government(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """ "The Iranian regime" is Iran; "the Biden administration" is a government of its own."""
        extra = [
            c
            for c in p.modifiers
            if tree.lower[c] not in self.lexicon.title_modifiers and not is_country(tree, c, here, self.registry)
        ]
        if p.country and not any(here.get(c) for c in extra):
            if any(tree.lower[c] in _PARTIAL for c in p.modifiers):
                return None
            found = self._group(p.country, "Country", p.country)
            found.nouns.add(p.noun)
            return found
        if p.owner is not None and p.owner.kind == "Group" and p.owner.country and not extra:
            return self._group(p.owner.country, "Country", p.owner.country)
        for r in (p.owner, *(here.get(c) for c in p.modifiers)):
            if r is not None and r.kind == "Person" and r.label:
                if tree.lower[p.head] == "regime" and r.country and r.sure:
                    return self._group(r.country, "Country", r.country)
                surname = r.label.split()[-1]
                return self._group(f"{surname} {tree.lower[p.head]}", "Government", r.country)
        return None

    def adjective(self, country: str) -> str:
        """ "Iranian" for Iran; the name itself where no adjective is known."""
        return self.registry.adjective(country) or country

    def _label(self, tree: Tree, p: Phrase, here: dict[int, Referent], whose: Referent | None) -> str:
        """Canonical label of a group: demonym, other restricting modifiers, noun. "" where nothing restricts it."""
        lex = self.lexicon
        parts = list(p.prefixed)
        named = bool(parts)
        if p.country and p.owner is None and not any(is_country(tree, c, here, self.registry) for c in p.modifiers):
            parts.append(self.adjective(p.country))  # "the parliament of Georgia"
            named = True
        owner = p.owner or whose
        if owner is not None:
            if not owner.label:
                return ""
            parts.append(self._owner(owner, there=whose is not None))
            named = True
        for c in p.modifiers:
            low, tag, r = tree.lower[c], tree.tags[c], here.get(c)
            hyphen = tree.words[c] == "-" or (c + 1 < len(tree) and tree.words[c + 1] == "-" and r is None)
            if hyphen or low in lex.vague or low in lex.faint or low in lex.times or tag in _GRADES:
                continue
            if is_country(tree, c, here, self.registry):
                parts.append(self.adjective(r.label if r is not None else self.registry.demonym(tree.words[c]) or ""))
                named = True
            elif r is not None and r.label:
                if self._owner(r, there=True) not in parts:
                    parts.append(self._owner(r, there=True))
                named = True
            elif c > 1 and tree.words[c - 1] == "-":
                parts.append(tree.words_of(range(c - 2, c + 1)))
            else:
                parts.append(tree.words[c] if tree.words[c].isupper() else low)
        if not parts or (not named and tree.lower[p.head] in lex.commoners):
            return ""
        return " ".join([*parts, tree.lower[p.head]])

    def _owner(self, owner: Referent, *, there: bool) -> str:
        """How a group's name begins where it is somebody's: "Iranian", "Assad's", "Hamas", "Aleppo"."""
        if owner.kind == "Country":
            return self.adjective(owner.label)
        whole = owner.kind in _BODIES or (there and owner.kind != "Person")
        return owner.label if whole else f"{owner.label}'s"

    def _group(self, label: str, kind: str, country: str) -> Referent:
        found = self.labelled.get(label)
        if found is None:
            found = self.labelled[label] = Referent(label, kind, country=country, sure=True)
        return found
