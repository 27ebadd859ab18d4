"""Whose words stand in quotation marks: "I" and "we" there are the speaker, "he" and "she" somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import CLOSING_QUOTES, OPENING_QUOTES
from .pronoun_forms import FIRST

if TYPE_CHECKING:
    from collections import Counter

    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .referents import Referent

_ISSUES = frozenset(("release", "issue", "publish", "make", "send", "post", "give", "write"))
_NATIONAL = frozenset(("minister", "premier", "chancellor"))
_HEADS = frozenset(("president", "premier", "chancellor", "minister", "king", "queen", "emperor"))
#: What is "our" where somebody speaks for a nation, whatever party is his.
_NATIONS_OWN = frozenset(
    ("nation", "country", "homeland", "republic", "democracy", "sovereignty", "border", "borders", "troops", "soldiers",
     "military", "constitution", "citizens", "economy")
)  # fmt: skip
_OF_ALL = frozenset(("world", "planet", "universe", "species", "times", "lifetime", "lifetimes", "era"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_FOR = frozenset(("from", "by", "of"))


class Speakers:
    """Follows the quotations of one article from sentence to sentence."""

    def __init__(self, memory: Memory, lexicon: Lexicon, focus: Counter[str]) -> None:
        """`focus`: how often the article speaks of each country."""
        self.memory, self.lexicon, self.focus = memory, lexicon, focus
        self.inside: frozenset[int] = frozenset()  # words of the sentence being read that stand in quotation marks
        self._open = self._continued = False
        self._speaker: Referent | None = None
        self._issuer: Referent | None = None  # whose the last statement was that the article mentions
        self._saying: int | None = None  # the word in the sentence being read that names who speaks

    def enter(self, tree: Tree, s: int) -> None:
        """Marks off what is quoted. A quotation goes on over sentences, but not over a paragraph's end."""
        if s and "\n\n" in tree.text[self.memory.trees[s - 1].end : tree.start]:
            self._open = False
        self._continued = inside = self._open
        out = []
        for i, word in enumerate(tree.words):
            opens, closes = word in OPENING_QUOTES, word in CLOSING_QUOTES
            if opens or closes:
                inside = opens and not (closes and inside)
            elif inside:
                out.append(i)
        self._open = inside
        self.inside = frozenset(out)
        self._saying = self._teller(tree)

    def of(self, s: int, i: int) -> Referent | None:
        """Whoever speaks word `i`, as far as the sentence has been read; None outside quotation marks."""
        if i not in self.inside:
            return None
        if self._saying is not None:
            return self.memory.slots[s].get(self._saying)
        return self._speaker if self._goes_on() else None

    def pronoun(self, tree: Tree) -> int | None:
        """The pronoun that names who speaks, behind what is quoted: "…", she said."""
        i = self._saying
        first = bool(self.inside) and min(self.inside) <= 1
        return i if first and i is not None and tree.tags[i] == "PRP" and tree.lower[i] not in FIRST else None

    def resolve(self, tree: Tree, s: int, pronouns: list[int]) -> None:
        """Gives first-person pronouns their speaker; "we" is whom a person speaks for, where the article tells."""
        here, said = self.memory.slots[s], self.inside
        heard = self._said_by(tree, here)
        speaker = heard if heard is not None else self._speaker if self._goes_on() else None
        for i in pronouns:
            if i not in said or speaker is None or _everybodys(tree, i):
                continue
            many = FIRST[tree.lower[i]] == "p"
            r = self._party(speaker, national=_of_nation(tree, i)) if many and speaker.kind == "Person" else speaker
            if r is not None and (many or r.kind in ("Person", "")):
                here[i] = r
                self.memory.mark(s, i, i + 1, i, "pronoun", r)
        if heard is not None or not said:
            self._speaker = heard
        self._issuer = self._issued(tree, here) or self._issuer

    def _goes_on(self) -> bool:
        """Whether the sentence takes up a quotation begun before, or opens with one."""
        return bool(self.inside) and (self._continued or min(self.inside) <= 1)

    def _party(self, speaker: Referent, *, national: bool) -> Referent | None:
        """Whom a person means by "we": whom he speaks for, or the country of which he holds an office.

        `national`: what is "our" is a country's, not a party's: "our borders".
        """
        backer = speaker.backer
        civil = backer is not None and backer.kind in ("Organization", "Thing", "")
        if civil and backer is not None and not (national or (speaker.nouns & _HEADS and "party" in backer.nouns)):
            return backer
        if not civil and (backer is not None or not speaker.nouns & self.lexicon.ministers):
            return backer
        if not speaker.label and speaker.nouns & _SPOKESMEN:
            return self._issuer  # "a spokeswoman", after "The ministry released a statement"
        country = speaker.country
        if not country and (national or speaker.nouns & _NATIONAL):
            most = self.focus.most_common(2)  # an article on one country does not say whose minister he is
            country = most[0][0] if most and (len(most) < 2 or most[0][1] > 2 * most[1][1]) else ""
        return next((r for r in self.memory.countries() if r.label == country), None)

    def _teller(self, tree: Tree) -> int | None:
        """The word outside the quotation marks that names who speaks: the subject of a verb of saying."""
        lex, deps = self.lexicon, tree.deps
        if not self.inside:  # the next sentence may go on in his words: X said that it failed. "We shall try again."
            said = tree.tags[tree.root][0] == "V" and tree.lemma(tree.root) in lex.says
            return tree.kid(tree.root, "nsubj") if said else None
        for i, dep in enumerate(deps):
            verb = tree.heads[i]
            if dep not in ("nsubj", "dobj") or i in self.inside or verb in self.inside or tree.tags[verb][0] != "V":
                continue
            if tree.lemma(verb) not in lex.says:
                continue
            if dep == "nsubj" or (tree.lower[i] in lex.texts and tree.kid(verb, "nsubj") is None):
                return i  # the latter: "…", read the statement
        for i, word in enumerate(tree.lower):
            if word == "according" and i not in self.inside and tree.lower[i + 1 : i + 2] == ["to"]:
                return tree.kid(i + 1, "pobj")
        first = min(self.inside)
        if first > 1 and tree.words[first - 2] == ":":  # Sunak defended the record: "…"
            return next((i for i in range(first - 2) if deps[i] == "nsubj" and tree.heads[i] < first), None)
        return None

    def _said_by(self, tree: Tree, here: dict[int, Referent]) -> Referent | None:
        """Who speaks; for "the statement said" whoever made it."""
        i = self._saying
        if i is None:
            return None
        found = here.get(i)
        if found is not None and found.label:
            return found
        if tree.lower[i] not in self.lexicon.texts:
            return found
        return self._maker(tree, i, here) or self._issuer or found

    def _maker(self, tree: Tree, i: int, here: dict[int, Referent]) -> Referent | None:
        """Whose a statement is by the words about it: "the ministry's statement", "a letter from the ministry"."""
        for c in tree.children[i]:
            if tree.deps[c] in ("poss", "compound", "nmod") and c in here and here[c].label:
                return here[c]
            if tree.deps[c] == "prep" and tree.lower[c] in _FOR:
                name = tree.kid(c, "pobj")
                if name is not None and name in here and here[name].label:
                    return here[name]
        return None

    def _issued(self, tree: Tree, here: dict[int, Referent]) -> Referent | None:
        """Who makes a statement in this sentence: "The ministry released a statement"."""
        for i, word in enumerate(tree.lower):
            if word not in self.lexicon.texts or i in self.inside or tree.tags[i][:3] == "NNP":
                continue
            maker = self._maker(tree, i, here)
            verb = tree.heads[i]
            if maker is None and tree.deps[i] == "dobj" and tree.lemma(verb) in _ISSUES:
                subject = tree.kid(verb, "nsubj")
                maker = here.get(subject) if subject is not None else None
            if maker is not None and maker.label:
                return maker
        return None


def _of_nation(tree: Tree, i: int) -> bool:
    """Whether what is "our" is what a nation has."""
    up = tree.heads[i]
    foreign = tree.lower[up] == "policy" and any(tree.lower[c] == "foreign" for c in tree.children[up])
    return tree.deps[i] == "poss" and (foreign or tree.lower[up] in _NATIONS_OWN)


def _everybodys(tree: Tree, i: int) -> bool:
    """Whether "we" are all people: "our planet", "the world we live in"."""
    up = tree.heads[i]
    if FIRST[tree.lower[i]] != "p":
        return False
    if tree.deps[i] == "poss":
        return tree.lower[up] in _OF_ALL
    return tree.deps[i] == "nsubj" and tree.deps[up] == "relcl" and tree.lower[tree.heads[up]] in _OF_ALL
