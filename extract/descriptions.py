"""What a noun phrase without a name speaks of: a group of actors, a country's institution, or something named before.

"Iranian officials" and "Iraq's militias" are actors by themselves; "the militia" and "the president" are whoever in the
article is known to be one; everything else is a plain phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .referents import Referent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ontology.registry import Registry
    from .lexicon import Lexicon
    from .tree import Tree

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_FORCES = frozenset(
    ("forces", "fighters", "troops", "militants", "soldiers", "rebels", "insurgents", "units", "gunmen")
)
_SELF = frozenset(
    ("militia", "group", "movement", "party", "organization", "organisation", "militants", "network", "regime", "army")
)
_TIME = frozenset(
    "day week month year time hour minute second decade century morning evening night afternoon weekend moment today tomorrow "
    "yesterday percent % monday tuesday wednesday thursday friday saturday sunday period season summer winter spring autumn".split()
)
_MOST = 4  # sentences back in which "the company" may still mean the last one named


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
    numbered: bool = False
    vague: bool = False
    restricted: bool = False  # "of …", "that …" follows


class Describer:
    """Reads the descriptions of one article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, labelled: dict[str, Referent]) -> None:
        self.lexicon, self.registry, self.labelled = lexicon, registry, labelled

    def take_apart(self, tree: Tree, i: int, here: dict[int, Referent]) -> Phrase:
        """The phrase headed by noun `i`."""
        tag, low, lex = tree.tags[i], tree.lower, self.lexicon
        plural = tag in ("NNS", "NNPS")
        p = Phrase(i, tree.lemma(i) if plural else low[i], i, plural)
        for c in tree.children[i]:
            dep = tree.deps[c]
            if c > i:
                if dep == "relcl" or (dep == "prep" and low[c] == "of"):
                    p.restricted = True
                continue
            if dep == "det" or (dep == "predet"):
                p.definite = p.definite or low[c] in _DEFINITE
                p.vague = p.vague or low[c] in lex.vague
            elif dep == "poss":
                p.owner = here.get(c)
                p.definite = True
                if p.owner is None and low[c] not in ("our", "my"):
                    p.restricted = True
            elif dep == "nummod":
                p.numbered = True
            elif dep in ("amod", "compound", "nmod", "nn"):
                if low[c] in lex.vague or tree.tags[c] in ("JJR", "JJS"):
                    p.vague = p.vague or low[c] in lex.vague
                p.modifiers.append(c)
            elif dep not in ("case",):
                continue
            p.first = min(p.first, c)
        while (
            p.first > 0
            and tree.deps[p.first - 1] in ("det", "amod", "compound", "nmod", "advmod", "punct", "poss")
            and any(tree.heads[p.first - 1] == m for m in (*p.modifiers, i))
            and tree.words[p.first - 1] not in ',;:()"'
        ):
            p.first -= 1
        p.country = self._country(tree, p, here)
        return p

    def _country(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> str:
        if p.owner is not None and p.owner.kind == "Country":
            return p.owner.label
        for c in p.modifiers:
            r = here.get(c)
            if r is not None and r.kind == "Country":
                return r.label
            if tree.words[c][0].isupper():
                found = self.registry.demonym(tree.words[c])
                if found:
                    return found
        return ""

    def actor(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """The actor that a description is by itself."""
        lex, low, i = self.lexicon, tree.lower, p.head
        if not p.modifiers and p.owner is None:
            return None
        for c in p.modifiers:
            r = here.get(c)
            if r is not None and r.label:
                if r.kind == "ArmedGroup" and (low[i] in _FORCES or low[i] in _SELF):
                    return r
                if r.kind in ("Organization", "Alliance") and low[i] in _SELF and not p.plural:
                    return r
        named = self._named(tree, p, here)
        if named is not None:
            return named
        if p.noun in lex.rulers and not p.plural:
            return self._government(tree, p, here)
        if p.plural and low[i] in lex.groups:
            kind = lex.groups[low[i]]
        elif p.country and not p.numbered and (low[i] in lex.institutions):
            kind = lex.institutions[low[i]]
        else:
            return None
        label = self._label(tree, p, here)
        if not label:
            return None
        found = self._group(label, kind, p.country)
        found.plural = p.plural
        found.nouns.add(p.noun)
        return found

    def _named(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """A description that is itself in the registry: "the Assad regime", "Iran's military"."""
        words = tree.words
        rest = [words[c] for c in p.modifiers if not (p.country and self._is_country(tree, c, here))]
        tails = [" ".join([*rest, words[p.head]]), words[p.head]] if rest else [words[p.head]]
        plain = " ".join(words[c] for c in [*p.modifiers, p.head])
        texts = [plain]
        if p.country:
            texts += [f"{self.adjective(p.country)} {tail}" for tail in tails[:1]]
        if p.owner is not None and p.owner.label and not p.modifiers:
            texts += [f"{p.owner.label} {words[p.head]}", f"{p.owner.label}'s {words[p.head]}"]
            texts += [f"{name} {words[p.head]}" for name in sorted(p.owner.names)]
        for text in texts:
            if " " in text and (actor := self.registry.actor(text)):
                found = self._group(actor.label, actor.type, actor.country or "")
                found.nouns.add(p.noun)
                return found
        return None

    def _is_country(self, tree: Tree, c: int, here: dict[int, Referent]) -> bool:
        r = here.get(c)
        return (r is not None and r.kind == "Country") or (
            tree.words[c][0].isupper() and self.registry.demonym(tree.words[c]) is not None
        )

    def _government(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> Referent | None:
        """ "The Iranian regime" is Iran; "the Biden administration" is a government of its own."""
        extra = [
            c
            for c in p.modifiers
            if tree.lower[c] not in self.lexicon.title_modifiers and not self._is_country(tree, c, here)
        ]
        if p.country and not any(here.get(c) for c in extra):
            if any(
                tree.lower[c] in ("local", "regional", "provincial", "state", "municipal", "city") for c in p.modifiers
            ):
                return None
            found = self._group(p.country, "Country", p.country)
            found.nouns.add(p.noun)
            return found
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

    def _label(self, tree: Tree, p: Phrase, here: dict[int, Referent]) -> str:
        """Canonical label of a group: demonym, other restricting modifiers, noun. "" where nothing restricts it."""
        parts: list[str] = []
        if p.owner is not None:
            if not p.owner.label:
                return ""
            parts.append(self.adjective(p.owner.label) if p.owner.kind == "Country" else f"{p.owner.label}'s")
        told = p.owner is not None
        skip: set[int] = set()
        for c in p.modifiers:
            low = tree.lower[c]
            r = here.get(c)
            if (
                c in skip
                or low in self.lexicon.vague
                or tree.tags[c] in ("CD", "JJR", "JJS", "VBN", "VBG", "RB")
                or low in _TIME
                or tree.words[c] == "-"
            ):
                continue
            if self._is_country(tree, c, here):
                where = r.label if r is not None else self.registry.demonym(tree.words[c]) or ""
                parts.append(self.adjective(where))
                told = True
            elif r is not None and r.label:
                parts.append(r.label)
                told = True
            else:
                before = [
                    d
                    for d in tree.children[c]
                    if d < c and tree.deps[d] in ("compound", "amod", "advmod", "npadvmod", "punct")
                ]
                if before and tree.words[c - 1] == "-":
                    parts.append(tree.words_of(range(min(before), c + 1)))
                else:
                    parts.append(tree.words[c] if tree.words[c].isupper() else low)
                told = True
        if not told:
            return ""
        return " ".join([*parts, tree.lower[p.head]])

    def _group(self, label: str, kind: str, country: str) -> Referent:
        found = self.labelled.get(label)
        if found is None:
            found = self.labelled[label] = Referent(label, kind, country=country, sure=True)
        return found

    def earlier(
        self, tree: Tree, p: Phrase, sentence: int, recent: Iterable[Referent], here: dict[int, Referent]
    ) -> Referent | None:
        """What a definite description takes up again, latest first; an unnamed thing of the same noun bars older ones."""
        lex = self.lexicon
        if not p.definite or p.numbered or p.vague or p.noun in _TIME:
            return None
        low = tree.lower
        modifiers = [c for c in p.modifiers if not self._is_country(tree, c, here)]
        titles = {low[c] for c in modifiers if low[c] in lex.title_modifiers}
        described = [c for c in modifiers if low[c] not in lex.title_modifiers]
        family = p.owner is not None and p.noun in lex.families
        if family and p.owner is not None and p.owner.kind == "Person":
            return next((r for r in recent if f"{p.noun} of {id(p.owner)}" in r.nouns), None)
        backer = p.owner.backer if p.owner is not None else None
        if (
            backer is not None
            and not described
            and (p.noun in backer.nouns or p.noun in lex.hypernyms.get(backer.kind, ()))
        ):
            return backer
        if (
            p.noun in ("country", "nation")
            and not p.plural
            and low[p.first] != "this"
            and not described
            and not p.restricted
        ):
            return self._country_in_focus(p, sentence, recent)
        candidates = [r for r in recent if self._possible(p, r)]
        if p.noun in lex.rulers:
            near = {self.registry.demonym(w) for w in tree.words[: p.head] if w[0].isupper()}
            candidates.sort(key=lambda r: -r.salience(sentence) - 100.0 * (r.country in near))
        for r in candidates:
            if p.noun in r.nouns and titles <= r.nouns and self._taken_up(tree, p, r, described):
                return r
        if p.plural or described or p.restricted or titles:
            return None
        for r in candidates:
            if (
                r.label
                and sentence - r.sentence <= _MOST
                and p.noun in lex.hypernyms.get(r.kind, ())
                and self._hypernym(p, r)
            ):
                return r
        return None

    def _possible(self, p: Phrase, r: Referent) -> bool:
        """Whether number, country and owner allow a description to speak of this referent."""
        if r is p.owner and p.noun not in ("company", "party"):
            return False
        if r.plural != p.plural and not (p.plural and r.kind in ("ArmedGroup", "Group")):
            return False
        return not (p.country and r.country and p.country not in (r.country, r.label))

    def _taken_up(self, tree: Tree, p: Phrase, r: Referent, described: list[int]) -> bool:
        """Whether a description whose noun fits takes up a referent, for all that its modifiers say."""
        if p.country and not r.country and r.kind == "Person":
            return False
        if p.restricted and (r.kind == "Person" or described):
            return False
        return not (described and r.label) or self._mods_agree(tree, described, r)

    def _country_in_focus(self, p: Phrase, sentence: int, recent: Iterable[Referent]) -> Referent | None:
        """ "The country": the one most in mind, or the one that the article is about."""
        owner = p.owner if p.owner is not None and p.owner.kind == "Person" else None
        found = [r for r in recent if r.kind == "Country" and (owner is None or r.label == owner.country)]
        return max(found, key=lambda r: r.salience(sentence) + 8.0 * min(r.named, 12), default=None)

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
        own = any(noun in lex.heads for noun in r.nouns)  # a university is no company
        if r.kind in ("Alliance", "ArmedGroup"):
            return True
        return not r.mapped and (
            not own or p.noun in ("organization", "organisation", "group", "institution", "event", "facility", "venue")
        )
