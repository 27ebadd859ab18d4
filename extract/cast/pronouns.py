"""Whom a pronoun speaks of: the most salient antecedent that fits in number, gender and kind, if one stands out.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), with knowledge of what kind of
thing each name is. Silence is better than a guess: a draw, or a winner that is no name, gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .roles import SUBJECTS, above, clause_subject, governor, matrix_subject, role_of
from .selection import acts, deed, happens, judged, of_no_actor, topic

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .pronoun_forms import Pronoun
    from .referents import Referent


_ACTORS = frozenset(("Country", "Place", "Organization", "ArmedGroup", "Government", "Alliance"))
_COLLECTIVES = frozenset(("Organization", "ArmedGroup", "Government", "Alliance", "Group"))
_MANY = frozenset(
    ("family", "couple", "team", "crew", "duo", "trio", "pair", "crowd", "gang", "police", "staff", "public")
)
_FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
_OTHER = {"m": "f", "f": "m"}
_FAR, _OFTEN = 12, 4  # sentences back and mentions of whom an article is about
_REACH = {"m": 4, "f": 4, "n": 2, "": 2}  # sentences back


@dataclass(slots=True)
class Chooser:
    """Chooses antecedents within one article."""

    lexicon: Lexicon

    def choose(
        self,
        tree: Tree,
        sentence: int,
        i: int,
        form: Pronoun,
        memory: Memory,
        here: dict[int, Referent],
        speaker: Referent | None,
        *,
        quoted: bool,
    ) -> Referent | None:
        """The antecedent of the pronoun at `i`; `here`: the referents of this sentence by word.

        `quoted`: the pronoun stands in a quotation, where "it" seldom means what the article's own voice has named, and
        no pronoun of the third person the `speaker`.
        """
        if form.reflexive:
            subject = clause_subject(tree, i)
            found = here.get(subject) if subject is not None else None
            return found if found is not None and self._fit(found, form, tree, i) > -100 else None
        barred = self._barred(tree, i, form, here)
        subject = clause_subject(tree, i) if form.possessive else matrix_subject(tree, i)
        over = above(tree, tree.heads[i]) if form.possessive and tree.heads[i] == subject else None
        if over is not None and over in here and here[over].label:
            subject = over  # "Norvale won, and its shares rose"
        own = here.get(subject) if subject is not None and subject < i else None
        if form.number == "p" and own is not None and subject is not None:
            own = memory.joined.get((sentence, subject), own)
        if form.gender in ("n", "") and own is not None and own.backer is not None and own.kind == "Person":
            spoken = subject != i and not quoted and not form.possessive and not self._predicated(tree, i)
            if spoken and self._fit(own.backer, form, tree, i) > -100:
                return own.backer  # "Spokesman X said it had": whom he speaks for
            own = None
        partner = self._partner(tree, i, here) if form.possessive else None
        if partner is not None and self._fit(partner, form, tree, i) > -100:
            own = None
        ahead = self._ahead(tree, i, form, here)
        ahead = ahead if ahead is not speaker else None
        dep = role_of(tree, i)[0]
        body = None if form.number != "p" or quoted else self._body(tree, sentence, i, form, memory, own)
        scored: list[tuple[float, Referent]] = []
        for r in memory.recent(sentence - _REACH[form.gender]):
            if id(r) in barred or r is speaker:
                continue
            fit = self._fit(r, form, tree, i)
            if fit <= -100:
                continue
            score = r.salience(sentence) + fit + 1.5 * min(r.count, 10)
            if quoted and form.gender == "n" and not form.possessive and r.label and not r.quoted:
                score -= 30.0
            if r is own:
                score += 60.0
            if r is partner:
                score += 100.0
            if r is body:
                score += 30.0
            if not r.label and form.gender in ("m", "f"):
                score -= 20.0
            if r.role in SUBJECTS and dep in SUBJECTS:
                score += 20.0
            if r.sentence == sentence and r.at > i:
                score -= 60.0
            scored.append((score, r))
        if not scored:
            if ahead is not None or quoted:
                return ahead or self._central(sentence, form, memory, barred, speaker)
            return self._misjudged(sentence, form, memory, barred) or self._central(
                sentence, form, memory, barred, speaker
            )
        scored.sort(key=lambda pair: -pair[0])
        best, found = scored[0]
        if ahead is not None and best < (120.0 if form.possessive else 80.0):
            return ahead
        second = scored[1][0] if len(scored) > 1 else 0.0
        need = 45.0 if form.gender in ("m", "f") else 60.0
        margin = 4.0 if form.gender in ("m", "f") else 10.0
        if best < need or best - second < margin:
            return None
        return found

    def _body(
        self, tree: Tree, sentence: int, i: int, form: Pronoun, memory: Memory, own: Referent | None
    ) -> Referent | None:
        """The body in the singular that "they" may be: its own clause's subject, or the last sentence's alone."""
        if form.possessive and own is not None:
            return own if own.label and own.likely in _COLLECTIVES else None
        if tree.deps[i] != "nsubj":
            return None
        before = list(memory.recent(sentence - 1))
        bodies = [r for r in before if r.likely in _COLLECTIVES and not r.plural]
        bodies = [r for r in bodies if r.label] or bodies  # "the country's election commission"
        alone = len(bodies) == 1 and not any(r.plural and r.role in SUBJECTS for r in before)
        return bodies[0] if alone and bodies[0].role in SUBJECTS else None

    def _fit(self, r: Referent, form: Pronoun, tree: Tree, i: int) -> float:
        """How well a referent fits a pronoun's form; -100 or less: not at all."""
        kind = r.likely
        if form.gender in ("m", "f"):
            if r.plural or r.kind not in ("Person", "") or (r.gender and r.gender != form.gender):
                return -100.0
            if r.kind == "":
                return (0.0 if kind == "Person" else -20.0) if r.label else -100.0
            return 30.0 if r.gender else 10.0
        if form.number == "p":
            if r.plural:
                return 30.0 if kind in ("Group", "ArmedGroup", "Person") else 10.0
            if (kind in _COLLECTIVES and r.label.endswith("s")) or not _MANY.isdisjoint(r.nouns):
                return 10.0  # the Red Falcons, the couple
            if kind in _COLLECTIVES:
                return -5.0 if kind in ("ArmedGroup", "Group") else -20.0
            return -25.0 if kind == "Country" and tree.lower[i] != "them" else -100.0
        if r.plural or r.kind in ("Person", "Group") or (kind not in ("Event", "Thing", "") and happens(tree, i)):
            return -100.0
        lex, dep = self.lexicon, tree.deps[i]
        if kind in _ACTORS and (deed(tree, i, lex) or topic(tree, i, lex)):
            return -100.0
        if kind == "Place" and judged(tree, i, lex):
            return -100.0
        if kind == "Place":
            return -20.0 if acts(tree, i, lex) else 0.0
        if kind in _COLLECTIVES or kind == "Country":
            if of_no_actor(tree, i, lex):
                return -100.0
            return 25.0 if acts(tree, i, lex) else -10.0 if dep in ("dobj", "dative") else 15.0
        if kind == "" and r.label:
            return -10.0
        if r.label:
            return 0.0
        return -60.0 if acts(tree, i, lex) else 0.0

    def _central(
        self, sentence: int, form: Pronoun, memory: Memory, barred: set[int], speaker: Referent | None
    ) -> Referent | None:
        """The one man or woman whom the article is about, where nobody nearer can be meant."""
        if form.gender not in ("m", "f"):
            return None
        near = [r for r in memory.recent(sentence - _FAR) if r.kind == "Person" and not r.plural and r is not speaker]
        if any(not r.label and r.gender != _OTHER[form.gender] for r in near):
            return None  # "a girl" whom no name tells
        known = sorted((r for r in near if r.gender == form.gender and id(r) not in barred), key=lambda r: -r.count)
        alone = len(known) == 1 or (len(known) > 1 and known[0].count >= 2 * known[1].count)
        return known[0] if alone and known[0].count >= _OFTEN else None

    def _misjudged(self, sentence: int, form: Pronoun, memory: Memory, barred: set[int]) -> Referent | None:
        """The one person near, of whom a given name alone says the other gender: "Ginger Holm sang. He was ninety." """
        if form.gender not in ("m", "f"):
            return None
        near = [r for r in memory.recent(sentence - _REACH[form.gender]) if r.kind == "Person" and not r.plural]
        if len(near) != 1 or not (near[0].label and near[0].presumed) or id(near[0]) in barred:
            return None
        return near[0] if near[0].named > 1 and near[0].role in SUBJECTS else None

    def _predicated(self, tree: Tree, i: int) -> bool:
        """Whether something is said to be what a noun says: "it was the moment to act", which may be of nothing."""
        up = tree.heads[i]
        return tree.deps[i] == "nsubj" and tree.lemma(up) == "be" and tree.kid(up, "attr") is not None

    def _partner(self, tree: Tree, i: int, here: dict[int, Referent]) -> Referent | None:
        """Whose it is in "the ministry and its agencies": what the owned is joined to, or whose that is."""
        owned = tree.heads[i]
        first = tree.heads[owned]
        if tree.deps[owned] != "conj" or first > i:
            return None
        found, owner = here.get(first), tree.kid(first, "poss")
        if owner is not None and (found is None or not found.label) and owner in here:
            return here[owner]  # "the ministry's income and its reputation"
        return found

    def _barred(self, tree: Tree, i: int, form: Pronoun, here: dict[int, Referent]) -> set[int]:
        """What the pronoun cannot speak of: its co-arguments, the phrase it is part of, what is joined to it."""
        out: set[int] = set()
        below = i
        for up in tree.ancestors(i):
            # "the mayor of his city" is not the city's; "Doe, famous for his films" and "Doe and his wife" may be Doe's
            if tree.tags[up][0] in "VJ" or tree.deps[below] == "conj":
                break
            if tree.tags[up][0] == "N" and up in here:
                out.add(id(here[up]))
            below = up
        h = i
        while tree.deps[h] == "conj":
            h = tree.heads[h]
            if h in here:
                out.add(id(here[h]))
        if tree.deps[i] == "nsubj" and tree.lemma(tree.heads[i]) in self.lexicon.says:
            out.update(id(r) for j, r in here.items() if j > i and tree.tags[j][:3] == "NNP")  # nobody names himself
        if form.possessive:
            return out
        own = governor(tree, i)
        if tree.deps[i] in ("dobj", "pobj", "dative") and own >= 0 and tree.kid(own, "nsubj", "nsubjpass") is None:
            understood = _told(tree, own)  # "Norway urged Kenya to help it"
            if understood is None:
                understood = clause_subject(tree, i)  # "the police arrested them, calling them spies"
            if understood is not None and understood in here:
                out.add(id(here[understood]))
        small = _infinitive(tree, own) or (_verbless(tree, own) and not self._results(tree, tree.heads[own]))
        if tree.deps[i] == "nsubj" and tree.deps[own] in ("ccomp", "xcomp") and small:
            # "the police let them go", "claiming them to be spies", "calls it a crime"
            understood = clause_subject(tree, tree.heads[own])
            if understood is not None and understood in here:
                out.add(id(here[understood]))
        for j, r in here.items():
            if j != i and governor(tree, j) == own and tree.deps[j] not in ("poss", "compound", "amod", "nmod"):
                out.add(id(r))
        return out

    def _results(self, tree: Tree, verb: int) -> bool:
        """Whether a participle says what the deed before it leads to: "won in Ohio, making her the first"."""
        return tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.lemma(verb) in verbs().rendering

    def _ahead(self, tree: Tree, i: int, form: Pronoun, here: dict[int, Referent]) -> Referent | None:
        """Cataphora: in a phrase or clause set before it, the pronoun may mean the subject of the main clause."""
        root = tree.root
        subject = tree.kid(root, "nsubj", "nsubjpass")
        if subject is None or subject <= i or subject not in here:
            return None
        top = i
        while tree.heads[top] != root and tree.heads[top] != top:
            top = tree.heads[top]
        if tree.deps[top] not in ("prep", "advcl", "npadvmod") or top > subject:
            return None
        found = here[subject]
        return found if self._fit(found, form, tree, i) > 0 else None


def _told(tree: Tree, verb: int) -> int | None:
    """Who is to do what an infinitive says, the object of the verb above: "urged Kenya to help it"."""
    above = tree.heads[verb]
    told = tree.kid(above, "dobj") if tree.deps[verb] in ("xcomp", "ccomp", "advcl") else None
    if told is None or told > verb or not _infinitive(tree, verb) or "," in tree.words[told:verb]:
        return None
    if tree.kid(above, "prt") is not None or all(tree.tags[k] != "TO" for k in tree.kids(verb, ("aux",))):
        return None
    controlling = verbs().object_control - verbs().purposive - {"call"}  # "called them to tell them": did so himself
    return told if tree.lemma(above) in controlling else None


def _infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the infinitive, with or without "to"."""
    return tree.tags[verb] == "VB" and all(tree.tags[k] not in _FINITE for k in tree.kids(verb, ("aux",)))


def _verbless(tree: Tree, head: int) -> bool:
    """Whether a clause has no verb: "made it a crime", "calls it unfair"."""
    return tree.tags[head][0] in "NJ" and tree.kid(head, "cop", "aux") is None
