"""Reads an article from left to right and settles, word by word, what each noun phrase and pronoun speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import NOUN_KINDS
from .bindings import NOUNS, Binder
from .descriptions import Describer
from .expletives import pleonastic
from .foretold import Foretold
from .groups import Groups
from .nominals import is_prefixed, take_apart
from .pronoun_forms import FIRST, pronoun
from .pronouns import Chooser
from .referents import Referent
from .roles import left_edge
from .speakers import Speakers

if TYPE_CHECKING:
    from collections import Counter

    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .nominals import Phrase

_PHRASES = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "ROOT", "dative", "poss", "oprd", "attr", "csubj", "pcomp")
)
#: "The city of X" is X; "the capital of X" and "the border of X" are not.
_DIVISIONS = frozenset(
    ("city", "town", "village", "province", "region", "state", "district", "county", "island", "republic")
)
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
_LONGEST = 4  # words of an "of" phrase that still belongs to what introduced a thing


class Reading:
    """Reads one article whose names are already in `memory`."""

    def __init__(
        self,
        memory: Memory,
        lexicon: Lexicon,
        registry: Registry,
        labelled: dict[str, Referent],
        focus: Counter[str],
    ) -> None:
        """`labelled`: the article's referents by label; `focus`: how often it speaks of each country."""
        self.memory, self.lexicon, self.registry = memory, lexicon, registry
        self.binder = Binder(memory, lexicon, registry)
        self.groups = Groups(lexicon, registry, labelled)
        self.describer = Describer(lexicon, registry, labelled, focus)
        self.chooser = Chooser(lexicon)
        self.foretold = Foretold(memory, lexicon, registry, labelled)
        self.speakers = Speakers(memory, lexicon, focus)

    def read(self) -> None:
        """Reads all sentences."""
        for s, tree in enumerate(self.memory.trees):
            self.speakers.enter(tree, s)
            self.binder.bind(tree, s)
            first_person = self._words(tree, s)
            self.binder.settle(s)
            self._predicates(tree, s)
            self._relatives(tree, s)  # of predicates: "X is a group that Y backs"
            self.speakers.resolve(tree, s, first_person)
        self.foretold.settle()

    def _words(self, tree: Tree, s: int) -> list[int]:
        """Goes through the words of a sentence; gives back the pronouns of the first person, which wait for its end."""
        here, heads, bound = self.memory.slots[s], self.memory.heads[s], self.memory.bound
        later: list[int] = []
        speaking = self.speakers.pronoun(tree)
        if speaking is not None:
            self._pronoun(tree, s, speaking)  # "…", she said: who speaks is known before the words are read
        for i, tag in enumerate(tree.tags):
            found = here.get(i)
            if found is not None:
                if (i in heads or (s, i) in bound) and not is_prefixed(tree, i, self.lexicon):
                    self.memory.touch(s, i, found)
                    found.quoted = i in self.speakers.inside
                    if i in heads and tag[0] == "N":
                        self._coordinate(tree, s, i, found)
            elif i != speaking and tag in ("PRP", "PRP$"):
                if tree.lower[i] in FIRST:
                    later.append(i)
                else:
                    self._pronoun(tree, s, i)
            elif tag[0] == "W":
                self._relative(tree, s, i)
            elif tag in NOUNS and tree.deps[i] in _PHRASES:
                self._nominal(tree, s, i)
        return later

    def _coordinate(self, tree: Tree, s: int, i: int, r: Referent) -> None:
        """ "Iran and Russia" may be "they": no single entity, but it bars a wrong one."""
        if tree.deps[i] != "conj" and any(tree.deps[c] == "conj" and c > i for c in tree.children[i]):
            joined = (i, *(c for c in tree.children[i] if tree.deps[c] == "conj" and c > i))
            named = [self.memory.slots[s][j].label for j in joined if j in self.memory.slots[s]]
            words = " and ".join(named) if len(named) == len(joined) and all(named) else ""
            both = Referent(kind=r.kind, plural=True, words=words)
            self.memory.touch(s, i, both)
            self.memory.joined[s, i] = both
            self.memory.renew(r)

    def _pronoun(self, tree: Tree, s: int, i: int) -> None:
        form = pronoun(tree, i)
        if form is None or pleonastic(tree, i, self.lexicon):
            return
        here = self.memory.slots[s]
        found = self._glossed(tree, s, i) or self.chooser.choose(
            tree, s, i, form, self.memory, here, self.speakers.of(s, i), quoted=i in self.speakers.inside
        )
        if found is None:
            return
        here[i] = found
        if form.gender in ("m", "f"):
            found.kind = "Person"
            found.learn_gender(form.gender)
        self.memory.touch(s, i, found)
        found.quoted = i in self.speakers.inside
        self.memory.mark(s, i, i + 1, i, "pronoun", found)

    def _glossed(self, tree: Tree, s: int, i: int) -> Referent | None:
        """What an editor says in brackets that the pronoun means: "It [the Northern Fund] has"."""
        words, here = tree.words, self.memory.slots[s]
        if i + 3 >= len(words) or words[i + 1] not in "[(":
            return None
        first = i + 2 + (tree.lower[i + 2] == "the")
        found, end = here.get(first), first
        while end < len(words) and here.get(end) is found:
            end += 1
        return found if found is not None and end < len(words) and words[end] in "])" else None

    def _relatives(self, tree: Tree, s: int) -> None:
        """The relative pronouns of a sentence that no reading from the left has settled."""
        for i, tag in enumerate(tree.tags):
            if tag[0] == "W" and i not in self.memory.slots[s]:
                self._relative(tree, s, i)

    def _relative(self, tree: Tree, s: int, i: int) -> None:
        """A relative pronoun speaks of what its clause modifies."""
        here = self.memory.slots[s]
        if tree.lower[i] not in _RELATIVE:
            return
        h = i
        while tree.heads[h] != h and tree.deps[h] != "relcl":
            h = tree.heads[h]
        noun = tree.heads[h]
        while tree.tags[noun][0] == "V" and tree.deps[noun] == "acl":
            noun = tree.heads[noun]  # "a militia known as the Falcons, which controls"
        if tree.deps[h] == "relcl" and noun < i:
            r = here.get(noun)
            if r is not None and not (tree.lower[i] == "which" and r.kind == "Person"):
                here[i] = r  # of what has no name too: "users who lost their data"
                self.memory.mark(s, i, i + 1, i, "pronoun", r)

    def _nominal(self, tree: Tree, s: int, i: int) -> None:
        here = self.memory.slots[s]
        if self._counted(tree, s, i):
            return
        p = take_apart(tree, i, here, self.lexicon, self.registry)
        found = self._placed(tree, s, p) or self.groups.named(tree, p, here)
        if found is None and p.definite and not p.plural and tree.deps[i] != "attr":
            found = self.describer.earlier(tree, p, s, self.memory, here)
        found = found or self.groups.actor(tree, p, here)
        if found is None and p.definite and tree.deps[i] != "attr":
            if p.plural:
                found = self.describer.earlier(tree, p, s, self.memory, here)
            found = found or self.describer.ruling(tree, p)
        if found is None:
            if p.noun in self.lexicon.times or tree.deps[i] == "attr" or _predicative(tree, p):
                return
            found = self._unnamed(tree, p)
            self.foretold.note(tree, p, found, here)
        here[i] = found
        self.memory.touch(s, i, found)
        self._coordinate(tree, s, i, found)
        self.memory.mark(s, p.first, i + 1, i, "nominal", found)

    def _counted(self, tree: Tree, s: int, i: int) -> bool:
        """Settles "thousands of Iranian soldiers": they are the soldiers. Whether they are an actor."""
        noun, here = _of_many(tree, i, self.lexicon), self.memory.slots[s]
        if noun is None:
            return False
        p = take_apart(tree, noun, here, self.lexicon, self.registry)
        found = self.groups.named(tree, p, here) or self.groups.actor(tree, p, here)
        if found is None:
            return False
        here[i] = here[noun] = found
        self.memory.touch(s, i, found)
        self._coordinate(tree, s, i, found)
        self.memory.mark(s, left_edge(tree, i), noun + 1, i, "nominal", found)
        return True

    def _placed(self, tree: Tree, s: int, p: Phrase) -> Referent | None:
        """ "The city of Dallas" is Dallas."""
        of = p.head + 1
        if p.noun not in _DIVISIONS or p.plural or of >= len(tree) or tree.lower[of] != "of":
            return None
        name = tree.kid(of, "pobj")
        found = self.memory.slots[s].get(name) if name in self.memory.heads[s] and name is not None else None
        return found if found is not None and found.kind in ("Place", "Country") else None

    def _unnamed(self, tree: Tree, p: Phrase) -> Referent:
        """A new referent without a name, so that what comes after may mean it and not something named."""
        lex = self.lexicon
        low = tree.lower[p.head]
        kind = NOUN_KINDS.get(lex.nouns.get(low) or lex.nouns.get(p.noun, ""), "")
        if kind == "Country":
            kind = ""  # one has a name; "a power" is more often of another kind
        if p.plural:
            kind = kind or lex.groups.get(low, "")
        found = Referent(kind=kind, plural=p.plural, country=p.country, words=_introduced(tree, p))
        found.nouns.add(p.noun)
        if found.kind == "Person":
            found.gender = lex.noun_genders.get(p.noun, "")
        if p.owner is not None and p.noun in lex.families:
            found.kin.append((p.noun, p.owner))
        return found

    def _predicates(self, tree: Tree, s: int) -> None:
        """ "X was a legend", "X is a group backed by Y": the predicate noun speaks of the subject."""
        here = self.memory.slots[s]
        for i, dep in enumerate(tree.deps):
            if dep != "attr" or tree.tags[i] not in ("NN", "NNP") or (i in here and here[i].label):
                continue
            verb = tree.heads[i]
            if tree.lemma(verb) not in ("be", "become", "remain"):
                continue
            if any(tree.deps[c] == "neg" or tree.tags[c] == "MD" for c in tree.children[verb]):
                continue
            subject = tree.kid(verb, "nsubj")
            r = here.get(subject) if subject is not None and subject < i else None
            if r is None or not r.label or not self.binder.describes(tree.lower[i], tree.lower[i], r, plural=False):
                continue
            joined = [c for c in tree.children[i] if tree.deps[c] == "conj" and tree.tags[c] == "NN" and c not in here]
            for j in (i, *joined):
                here[j] = r
                self.memory.learn(r, tree.lower[j])
                self.memory.mark(s, left_edge(tree, j), j + 1, j, "nominal", r)


def _of_many(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    """The noun of which another tells how many there are: "soldiers" in "tens of thousands of soldiers"."""
    noun = i
    while tree.lower[noun] in lexicon.tallies:
        of = noun + 1
        if of >= len(tree) or tree.lower[of] != "of" or tree.heads[of] != noun:
            return None
        inner = tree.kid(of, "pobj")
        if inner is None:
            return None
        noun = inner
    return noun if noun > i and tree.tags[noun] in ("NNS", "NNPS") else None


def _predicative(tree: Tree, p: Phrase) -> bool:
    """Whether a phrase but says what something is taken for: "recognised it as Chadian territory"."""
    up = tree.heads[p.head]
    return tree.deps[p.head] == "pobj" and tree.lower[up] == "as" and not (p.definite or p.plural)


def _introduced(tree: Tree, p: Phrase) -> str:
    """The words by which a thing without a name is called: the phrase, and whose it is where that is said after it."""
    end = p.head + 1
    if end < len(tree) and tree.lower[end] == "of" and tree.heads[end] == p.head:
        after = max(tree.subtree(end)) + 1
        if after - end <= _LONGEST and tree.subtree(end) == list(range(end, after)):
            end = after
    return tree.words_of(range(p.first, end))
