"""Reads an article from left to right and settles, word by word, what each noun phrase and pronoun speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .descriptions import _TIME, Describer
from .pronouns import FIRST, SAYS, Chooser, pleonastic, pronoun
from .referents import Mark, Referent
from .roles import governor, left_edge, role_of

if TYPE_CHECKING:
    from ..ontology.registry import Registry
    from .lexicon import Lexicon
    from .names import Span
    from .tree import Tree

_PHRASES = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "ROOT", "dative", "poss", "oprd", "attr", "csubj", "pcomp")
)
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))


class Reading:
    """The state of reading one article: who has been spoken of so far, and what each word speaks of."""

    def __init__(self, trees: list[Tree], lexicon: Lexicon, registry: Registry, labelled: dict[str, Referent]) -> None:
        self.trees, self.lexicon, self.registry = trees, lexicon, registry
        self.slots: list[dict[int, Referent]] = [{} for _ in trees]
        self.marks: list[Mark] = []
        self.describer = Describer(lexicon, registry, labelled)
        self.chooser = Chooser(lexicon)
        self._order: dict[int, Referent] = {}  # latest last
        self._bound: set[tuple[int, int]] = set()  # nouns that describe a name beside them
        self._quoted = self._continued = False
        self._inside: frozenset[int] = frozenset()  # words of this sentence in quotation marks
        self._speaker: Referent | None = None

    def place(self, span: Span, referent: Referent, head: int) -> None:
        """Notes a name before reading begins."""
        slots = self.slots[span.sentence]
        first = span.titles[0] if span.titles[1] else span.first
        for i in range(first, span.end):
            slots[i] = referent
        self.marks.append(Mark(span.sentence, first, span.end, head, "name", referent))

    def read(self, heads: list[set[int]]) -> None:
        """Reads all sentences; `heads` are the head words of the names in each."""
        for s, tree in enumerate(self.trees):
            self._sentence(tree, s, heads[s])

    # -- one sentence ------------------------------------------------------------------------------------------------

    def _sentence(self, tree: Tree, s: int, heads: set[int]) -> None:
        here = self.slots[s]
        self._inside = self._quotation(tree)
        self._describe_names(tree, s, here, heads)
        low, tags, deps = tree.lower, tree.tags, tree.deps
        later: list[int] = []
        for i in range(len(low)):
            found = here.get(i)
            if found is not None:
                if i in heads or (s, i) in self._bound:
                    self._touch(tree, s, i, found)
                    if i in heads and tags[i][0] == "N":
                        self._coordinate(tree, s, i, here)
                continue
            tag = tags[i]
            if tag in ("PRP", "PRP$"):
                form = pronoun(tree, i)
                if form is None:
                    if low[i] in FIRST:
                        later.append(i)
                elif not pleonastic(tree, i, self.lexicon):
                    self._pronoun(tree, s, i, here)
            elif tag in _NOUNS and deps[i] in _PHRASES:
                self._nominal(tree, s, i, here)
        self._relatives(tree, s, here)
        self._predicates(tree, s, here)
        self._quotes(tree, s, here, later)

    def _touch(self, tree: Tree, s: int, i: int, r: Referent) -> None:
        role, weight = role_of(tree, i)
        r.touch(s, i, role, weight)
        self._order.pop(id(r), None)
        self._order[id(r)] = r

    def _recent(self) -> list[Referent]:
        return list(reversed(self._order.values()))

    def _mark(self, s: int, first: int, end: int, head: int, kind: str, r: Referent) -> None:
        if r.label:
            tree = self.trees[s]
            while first > 1 and tree.words[first - 1] == "-" and tree.ends[first - 1] == tree.starts[first]:
                first -= 2
            self.marks.append(Mark(s, first, end, head, kind, r))

    # -- names and what stands beside them -----------------------------------------------------------------------------

    def _describe_names(self, tree: Tree, s: int, here: dict[int, Referent], heads: set[int]) -> None:
        """Binds appositions and role nouns to the names they describe."""
        low, tags, deps, up = tree.lower, tree.tags, tree.deps, tree.heads
        for head in sorted(heads):
            r = here[head]
            first = head
            while first > 0 and here.get(first - 1) is r:
                first -= 1
            i = first - 1
            while (
                i >= 0
                and tags[i] in ("NN", "NNS")
                and i not in here
                and self._describes(low[i], tree.lemma(i), r, tags[i] == "NNS", near=True)
            ):
                here[i] = r
                self._bind(tree, s, i, r, self._edge(tree, i, here))
                if i > 1 and low[i - 1] == "-":
                    here[i - 1] = here[i - 2] = r
                i -= 1
            for c in tree.children[head]:
                if (
                    deps[c] == "appos"
                    and c not in here
                    and tags[c] in _NOUNS
                    and self._beside(tree, head, c)
                    and self._describes(low[c], tree.lemma(c), r, tags[c] in ("NNS", "NNPS"))
                ):
                    here[c] = r
                    self._bind(tree, s, c, r, left_edge(tree, c))
                    for d in tree.children[c]:
                        if (
                            deps[d] == "conj"
                            and d not in here
                            and tags[d] in ("NN", "NNP")
                            and self._describes(low[d], low[d], r, False)
                        ):
                            here[d] = r
                            self._bind(tree, s, d, r, left_edge(tree, d))
            self._christened(tree, s, here, head)
            h = up[head]
            if (
                deps[head] == "appos"
                and h not in here
                and self._beside(tree, h, head)
                and tags[h] in _NOUNS
                and self._describes(low[h], tree.lemma(h), r, tags[h] in ("NNS", "NNPS"))
            ):
                here[h] = r
                self._bind(tree, s, h, r, left_edge(tree, h))

    def _beside(self, tree: Tree, i: int, j: int) -> bool:
        """Whether an apposition as the parser sees it is one: near, not across a colon or a quotation mark, no verb."""
        first, last = min(i, j), max(i, j)
        between = tree.words[first + 1 : left_edge(tree, last)]
        return (
            len(between) < 15
            and not any(w in (":", ";", '"', "“", "”") for w in between)
            and tree.tags[left_edge(tree, j)][:2] != "VB"
        )

    def _christened(self, tree: Tree, s: int, here: dict[int, Referent], head: int) -> None:
        """ "A militia known as X", "a man calling himself X": the noun speaks of X."""
        verb = head
        while tree.heads[verb] != verb and tree.tags[verb][0] != "V":
            verb = tree.heads[verb]
        noun = tree.heads[verb]
        if tree.deps[verb] not in ("acl", "relcl") or noun > verb or noun in here or tree.tags[noun] not in _NOUNS:
            return
        if (
            tree.lemma(verb) in ("name", "call", "dub", "entitle", "title", "nickname", "christen", "know", "refer")
            and tree.deps[head] != "nsubj"
        ):
            if tree.lemma(verb) not in ("know", "refer") or tree.lower[tree.heads[head]] == "as":
                here[noun] = here[head]
                self._bind(tree, s, noun, here[head], left_edge(tree, noun))

    def _edge(self, tree: Tree, i: int, here: dict[int, Referent]) -> int:
        """Where the phrase begins whose last words are a role noun and the name after it."""
        first = i
        while first > 0 and (
            tree.tags[first - 1][:2] in ("DT", "JJ", "RB", "VB")
            and tree.deps[first - 1] in ("det", "amod", "advmod")
            and first - 1 not in here
        ):
            first -= 1
        return first

    def _bind(self, tree: Tree, s: int, i: int, r: Referent, first: int) -> None:
        noun = tree.lower[i]
        r.nouns.add(noun)
        self._bound.add((s, i))
        for c in tree.children[i]:
            if c < i and tree.lower[c] in self.lexicon.title_modifiers:
                r.nouns.add(tree.lower[c])
        if r.kind == "Person" and not r.gender:
            r.gender = self.lexicon.noun_genders.get(noun, "")
        owner = next((self.slots[s].get(c) for c in tree.children[i] if tree.deps[c] == "poss"), None)
        if owner is not None and noun in self.lexicon.families:
            r.nouns.add(f"{noun} of {id(owner)}")
        if not r.country or r.backer is None:
            for c in range(first, i):
                named = self.slots[s].get(c)
                if (
                    named is not None
                    and named.label
                    and named.kind != "Person"
                    and r.kind == "Person"
                    and r.backer is None
                ):
                    r.backer = named
                country = (
                    named.label
                    if named is not None and named.kind == "Country"
                    else self.registry.demonym(tree.words[c])
                    if tree.words[c][0].isupper()
                    else None
                )
                if country and not r.country:
                    r.country = country
        self._mark(s, min(first, i), i + 1, i, "nominal", r)

    def _describes(self, word: str, noun: str, r: Referent, plural: bool, near: bool = False) -> bool:
        """Whether a noun may describe a thing of this class."""
        if plural and not r.plural and r.kind not in ("Organization", "ArmedGroup", "Group"):
            return False
        kind = self.lexicon.nouns.get(word) or self.lexicon.nouns.get(noun)
        if kind is None:
            if noun in _TIME or r.kind == "Person":
                return not near and noun[-2:] in ("or", "er") and noun not in _TIME
            return False
        if near and kind in ("place", "event") and r.kind not in ("Place", "Event", "Country"):
            return False
        if r.kind == "Person":
            return kind == "person"
        if r.kind == "Country":
            return kind in ("country", "place") or word in (
                "team",
                "side",
                "ally",
                "neighbour",
                "neighbor",
                "host",
                "champions",
                "debutants",
            )
        if r.kind in ("Organization", "ArmedGroup", "Alliance", "Government", "Group"):
            return kind in ("organization", "armed") or (not near and kind in ("place", "thing", "event"))
        if r.kind == "Place":
            return kind in ("place", "country", "organization")
        if r.kind in ("Thing", "Event"):
            return kind in ("thing", "event", "organization")
        return kind != "person" or near

    def _coordinate(self, tree: Tree, s: int, i: int, here: dict[int, Referent]) -> None:
        """ "Iran and Russia" may be "they"; no single entity, but it bars a wrong one."""
        conj = [c for c in tree.children[i] if tree.deps[c] == "conj" and c > i]
        if conj and tree.deps[i] not in ("conj",):
            group = Referent(kind=here[i].kind if i in here else "", plural=True)
            self._touch(tree, s, i, group)
            if i in here:
                here_r = here[i]
                self._order.pop(id(here_r), None)
                self._order[id(here_r)] = here_r

    # -- pronouns --------------------------------------------------------------------------------------------------------

    def _pronoun(self, tree: Tree, s: int, i: int, here: dict[int, Referent]) -> None:
        form = pronoun(tree, i)
        if form is None:
            return
        found = self.chooser.choose(tree, s, i, form, reversed(self._order.values()), here, i in self._inside)
        if found is None:
            return
        here[i] = found
        if form.gender in ("m", "f") and found.kind in ("Person", "") and not found.gender:
            found.gender = form.gender
        self._touch(tree, s, i, found)
        self._mark(s, i, i + 1, i, "pronoun", found)

    def _relatives(self, tree: Tree, s: int, here: dict[int, Referent]) -> None:
        for i, tag in enumerate(tree.tags):
            if tag[0] == "W" and tag in ("WP", "WDT", "WP$") and tree.lower[i] in _RELATIVE and i not in here:
                h = i
                while tree.heads[h] != h and tree.deps[h] != "relcl":
                    h = tree.heads[h]
                if tree.deps[h] == "relcl" and tree.heads[h] < i:
                    r = here.get(tree.heads[h])
                    if r is not None and r.label and not (tree.lower[i] == "which" and r.kind == "Person"):
                        here[i] = r
                        self._mark(s, i, i + 1, i, "pronoun", r)

    # -- descriptions ----------------------------------------------------------------------------------------------------

    def _nominal(self, tree: Tree, s: int, i: int, here: dict[int, Referent]) -> None:
        p = self.describer.take_apart(tree, i, here)
        found = self.describer.actor(tree, p, here)
        if found is None and p.definite and tree.deps[i] != "attr":
            found = self.describer.earlier(tree, p, s, self._recent(), here)
        if found is None:
            if p.noun in _TIME or tree.deps[i] == "attr":
                return
            kind = self.lexicon.nouns.get(tree.lower[i]) or self.lexicon.nouns.get(p.noun, "")
            found = Referent(
                kind={"person": "Person", "event": "Event", "place": "Place", "thing": "Thing"}.get(kind, ""),
                plural=p.plural,
            )
            found.nouns.add(p.noun)
            found.country = p.country
            if found.kind == "Person":
                found.gender = self.lexicon.noun_genders.get(p.noun, "")
            if p.owner is not None and p.noun in self.lexicon.families:
                found.nouns.add(f"{p.noun} of {id(p.owner)}")
        here[i] = found
        self._touch(tree, s, i, found)
        self._coordinate(tree, s, i, here)
        self._mark(s, p.first, i + 1, i, "nominal", found)

    def _predicates(self, tree: Tree, s: int, here: dict[int, Referent]) -> None:
        """ "Warhol was a legend": the predicate noun is a mention of the subject, though no argument of its own."""
        for i, dep in enumerate(tree.deps):
            if dep != "attr" or tree.tags[i] not in ("NN", "NNP") or here.get(i) is not None and here[i].label:
                continue
            verb = tree.heads[i]
            if tree.lemma(verb) not in ("be", "become", "remain") or any(
                tree.deps[c] == "neg" or tree.tags[c] == "MD" for c in tree.children[verb]
            ):
                continue
            subject = tree.kid(verb, "nsubj")
            r = here.get(subject) if subject is not None and subject < i else None
            if r is None or not r.label or not self._describes(tree.lower[i], tree.lower[i], r, False):
                continue
            for j in (
                i,
                *(c for c in tree.children[i] if tree.deps[c] == "conj" and tree.tags[c] == "NN" and c not in here),
            ):
                r.nouns.add(tree.lower[j])
                self._mark(s, left_edge(tree, j), j + 1, j, "nominal", r)

    # -- quotations ------------------------------------------------------------------------------------------------------

    def _quotes(self, tree: Tree, s: int, here: dict[int, Referent], pronouns: list[int]) -> None:
        """Resolves "I" and "we" to the speaker, and keeps track of quotations over sentences."""
        said = self._inside
        quoted = sorted(said)
        speaker = self._said_by(tree, here, said) if quoted else None
        if speaker is None and quoted and (self._continued or quoted[0] <= 1):
            speaker = self._speaker
        for i in pronouns:
            if i in said and speaker is not None:
                r: Referent | None = speaker
                if FIRST[tree.lower[i]] == "p" and speaker.kind == "Person":
                    r = speaker.backer
                if r is not None and (FIRST[tree.lower[i]] == "p" or r.kind in ("Person", "")):
                    here[i] = r
                    self._mark(s, i, i + 1, i, "pronoun", r)
        heard = self._said_by(tree, here, said)
        if heard is not None:
            self._speaker = heard
        elif not quoted:
            self._speaker = None

    def _quotation(self, tree: Tree) -> frozenset[int]:
        """The words of a sentence that stand in quotation marks; a quotation may have begun in an earlier sentence."""
        self._continued, inside = self._quoted, self._quoted
        out = []
        for i, word in enumerate(tree.words):
            if word in ('"', "“", "”", "``", "''"):
                inside = word not in ("”", "''") and (word in ("“", "``") or not inside)
            elif inside:
                out.append(i)
        self._quoted = inside
        return frozenset(out)

    def _said_by(self, tree: Tree, here: dict[int, Referent], quoted: set[int]) -> Referent | None:
        for i in range(len(tree)):
            if (
                i not in quoted
                and tree.deps[i] == "nsubj"
                and tree.tags[tree.heads[i]][0] == "V"
                and tree.heads[i] not in quoted
            ):
                if tree.lemma(tree.heads[i]) in SAYS and here.get(i) is not None:
                    return here[i]
        return None
