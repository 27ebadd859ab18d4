"""Triples of word indices → statements: who is meant, which relation, with what stance, when, where, how sure."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ..ontology.iri import relation_iri
from ..ontology.model import PHRASE, Statement
from .meaning import foretold, harms_nobody, meaning
from .parties import Parties
from .stance.aimed import aimed
from .stance.attitudes import opinions, reached, wanted
from .stance.charges import charges
from .stance.desires import desired
from .stance.factuality import stance
from .stance.place import where
from .stance.time import when
from .triples.confidence import confidence, parse_probability
from .triples.extractors import triples_of_mended
from .triples.wielders import wielded
from .wording import completed, completion, worded
from .words.wordlists import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..ontology.model import Entity
    from ..ontology.vocabulary import Vocabulary
    from .cast.cast import Cast
    from .reading.turns import Turns
    from .stance.attribution import Attributor
    from .stance.factuality import Stance
    from .syntax.tree import Tree
    from .triples.confidence import Weights
    from .triples.triple import Triple


#: Rules whose triples go beyond what the clause links: kept where the vocabulary knows what they mean.
_BEYOND = frozenset({"deed", "text", "spoken-of", "charge", "wielder", "wanted", "aimed"})

#: Rules whose relation is in words of its own.
_REWORDED = _BEYOND | {"demand"}

#: Events in which one acts by one's acts and arms; words are their speaker's own.
_MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "PROTEST"})
#: Rules whose statements hold whenever the sentence speaks, and wherever its clause takes place.
_IN_PASSING = frozenset({"owner", "belonging", "modifier", "charge"})
#: Hostile words, of which to tell is no charge: "said that Oslo had criticised them".
_WORDS = frozenset({"ACCUSE"})


class _Circumstances(NamedTuple):
    """What all statements have in common that one word of a sentence bears."""

    held: Stance
    speaker: Entity | None
    attributed_to: str | None
    when: str | None
    where: str | None


class Reader:
    """Turns the triples of one article into statements. Holds what the article's sentences share."""

    def __init__(
        self, *, article: str | None, published: str | None, cast: Cast, sources: Attributor,
        vocabulary: Vocabulary, weights: Weights, turns: Turns,
    ) -> None:  # fmt: skip
        self.turns = turns
        self.article, self.published = article, published
        self.cast, self.sources = cast, sources
        self.vocabulary, self.weights = vocabulary, weights
        self.parties = Parties(cast, turns, vocabulary)
        self._misdeeds, self._duties = vocabulary.members("misdeed"), vocabulary.members("duty")

    def all(self, found: Sequence[Tree], line: int | None = None) -> Iterator[Statement]:
        """The statements of the article's sentences, which are mended, in their order."""
        for n, tree in enumerate(found):
            yield from self.statements(n, tree, triples_of_mended(tree), line)

    def statements(
        self, sentence: int, tree: Tree, found: Sequence[Triple], line: int | None = None
    ) -> Iterator[Statement]:
        """The statements of one sentence. Two arguments that turn out to be one entity make none."""
        text = tree.text[tree.start : tree.end]
        told: dict[tuple[int, bool], _Circumstances] = {}
        wrongs: set[int] = set()  # verbs of which somebody does a hostile act
        plain = (t for one in found for t in (*reached(tree, one), *wielded(tree, one), one))
        accused = charges(tree, found, wrongs, self._misdeeds, self._duties)
        views = opinions(tree, found, partial(self._named_here, sentence))
        for one in chain(plain, wanted(tree, found), desired(tree), aimed(tree), views, accused):
            parties = self.parties.of(sentence, tree, one)
            if parties is None:
                continue
            subject, obj, triple = parties
            bearer = stance_bearer(tree, triple), is_beside(tree, triple)
            passing = triple.rule in _IN_PASSING
            if bearer not in told:
                told[bearer] = self._circumstances(sentence, tree, *bearer)
            around = told[bearer]._replace(when=None, where=None) if passing else told[bearer]
            if triple.rule == "spoken-of" and around.speaker == subject:
                around = around._replace(speaker=None, attributed_to=None)  # that he says so is no hearsay
            sure = confidence(tree, one, found, self.weights)
            made = self._statement(sentence, tree, triple, subject, obj, around, sure, text, line)
            if made.subject.lower().removeprefix("the ") == made.object.lower().removeprefix("the "):
                continue  # "the airline said it": of itself
            if triple.rule == "wielder" and (made.event_type not in _MATERIAL or made.subject_type == "Place"):
                continue  # a "Kabul bombing" is one in Kabul
            if triple.rule not in _BEYOND or (made.relation_type is not None and made.event_type is not None):
                yield made
            hostile = (made.sign or 0) < 0 and made.event_type not in _WORDS
            if not triple.turned and hostile and made.polarity == "positive":
                wrongs.add(triple.predicate)

    def _named_here(self, sentence: int, word: int) -> tuple[int, tuple[int, ...]] | None:
        """Head and words of the source of what a word tells, where this sentence names it."""
        source = self.sources.source(sentence, word)
        return (source.head, source.tokens) if source is not None and source.sentence == sentence else None

    def _circumstances(self, sentence: int, tree: Tree, bearer: int, beside: bool) -> _Circumstances:
        find = self.sources.speaker if beside else self.sources.source
        source = find(sentence, bearer)
        turn = self.turns.speaker(tree.start)
        if source is not None and turn is not None and source.text.lower() in ("i", "we"):
            source = None  # who says "I" in an interview is whose turn it is
        speaker = self.cast.acting(source.sentence, source.head) if source else self.cast.named(turn or "")
        if source is not None and speaker is not None and _is_called_like(source.text, speaker):
            speaker = None
        return _Circumstances(
            held=stance(tree, bearer, described=beside),
            speaker=speaker,
            attributed_to=speaker.label if speaker else source.text if source else turn,
            when=when(tree, bearer, self.published),
            where=self._place_label(sentence, tree, where(tree, bearer, lambda head: self._is_place(sentence, head))),
        )

    def _statement(
        self, sentence: int, tree: Tree, triple: Triple, subject: Entity | None, obj: Entity | None,
        told: _Circumstances, sure: float, text: str, line: int | None,
    ) -> Statement:  # fmt: skip
        read = triple.reading or (triple.subject, triple.relation, triple.shown)
        words = tuple(tree.words_of(part) for part in read)
        unspoken = triple.unspoken and not (triple.reading and triple.reading[1])
        rest = completion(tree, triple)
        thing = tuple(t for t in triple.object if t not in rest)
        named = partial(self.parties.label, sentence, tree)
        beside = (subject, *(self.cast.at(sentence, t) for t in triple.relation))
        label = named(obj, triple.object_head, thing, whole=triple.phrase, beside=beside)
        ends = (
            (subject, named(subject, triple.subject_head, triple.subject), triple.subject_head),
            (obj, label, triple.object_head),
        )
        if triple.turned:
            ends = ends[1], ends[0]
        typed, relation = meaning(self.vocabulary, tree, triple, ends[0][::2], ends[1][::2])
        if typed is not None and ends[1][0] is None and self.parties.is_own(sentence, tree, ends[0][0], ends[1][2]):
            typed = None if harms_nobody(self.vocabulary, tree, typed, ends[1][2]) else typed
        if triple.rule not in _REWORDED:
            said = triple.lemma if rest else relation
            relation = worded(tree, triple, said, partial(self.parties.pronoun, sentence, tree))
            relation = completed(tree, triple, relation, rest)
        if typed is not None and typed.inverse:
            ends = ends[1], ends[0]
            if typed.relation_type is not None:  # "includes" turned round is "is a member of"
                relation = self.vocabulary.relations[typed.relation_type].label
        (agent, agent_label, _), (patient, patient_label, _) = ends
        held, speaker = told.held, told.speaker
        if typed is not None:
            own = speaker is not None and speaker == agent
            acted = agent is not None
            typed = foretold(self.vocabulary, tree, triple.predicate, typed, held, own=own, acted=acted)
        start, end = predicate_span(tree, triple)
        return Statement(
            subject=agent_label,
            relation=relation,
            object=patient_label,
            subject_id=agent.iri if agent else None,
            relation_id=relation_iri(relation),
            object_id=patient.iri if patient else None,
            subject_type=agent.type if agent else PHRASE,
            object_type=patient.type if patient else PHRASE,
            subject_text=words[0],
            relation_text=" ".join(["is"] * unspoken + [words[1]] * bool(words[1])),
            object_text=words[2],
            relation_type=typed.relation_type if typed else None,
            event_type=typed.event_type if typed else None,
            sign=typed.sign if typed else None,
            polarity=held.polarity,
            certainty=held.certainty,
            tense=held.tense,
            attributed_to=told.attributed_to,
            attributed_to_id=speaker.iri if speaker else None,
            when=told.when,
            where=told.where,
            confidence=sure,
            rule=triple.rule,
            article=self.article,
            sentence=text,
            start=start,
            end=end,
            line=line,
            parse_probability=parse_probability(tree, triple),
            sentence_start=tree.start,
        )

    def _is_place(self, sentence: int, head: int) -> bool:
        found = self.cast.at(sentence, head)
        return found is not None and found.type in ("Place", "Country")

    def _place_label(self, sentence: int, tree: Tree, tokens: list[int] | None) -> str | None:
        for i in reversed(tokens or ()):
            found = self.cast.at(sentence, i)
            if found is not None and found.type in ("Place", "Country"):
                return found.label
        return tree.words_of(tokens) if tokens else None


def _is_called_like(text: str, speaker: Entity) -> bool:
    """Whether what speaks is only called like a place: The Atlantic, which reports, is no ocean."""
    name = text.removeprefix("The ").removeprefix("the ")
    named = name.split()[-1:] and name.split()[-1][0].isupper()
    return bool(named) and speaker.type == "Place" and name != speaker.label and speaker.label.startswith(name)


def is_beside(tree: Tree, triple: Triple) -> bool:
    """Whether the statement only says in passing what a thing is, whatever the clause around it does.

    An owner, an origin, a compound participle ("Iran-backed"), and an apposition whose noun plays a part in the clause:
    "his group, the Birds, sang".
    """
    if triple.rule in _IN_PASSING:
        return True
    played = ("pobj", "dobj", "attr", "dative", "nsubj", "nsubjpass")
    named = triple.rule.startswith("apposition") or triple.rule == "list"  # "an official, including the president"
    return triple.unspoken and named and tree.deps[triple.predicate] in played


def stance_bearer(tree: Tree, triple: Triple) -> int:
    """The word whose stance the statement has: "refused" in "refused to sign", which the label keeps, else the verb."""
    bearer = i = triple.predicate
    while tree.heads[i] != i:
        shared = tree.deps[i] == "conj"
        i = tree.heads[i]
        if i in triple.relation:
            if tree.tags[i][0] == "V" and tree.lemma(i) not in verbs().folded:
                bearer = i
        elif not shared:
            break
    return bearer


def predicate_span(tree: Tree, triple: Triple) -> tuple[int, int]:
    """Offsets of the run of relation words around the predicate ("may deploy"), arguments inside it left out."""
    first = last = triple.predicate
    inside = set(triple.relation)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return tree.starts[first], tree.ends[last]
