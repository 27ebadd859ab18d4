"""What a triple means: its typed relation and event type, read by the vocabulary with all that the clause says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..ontology.model import PHRASE
from ..ontology.vocabulary import Typed
from .office_labels import with_office
from .questions import demands_nothing
from .stance.attitudes import VERDICT_RULES, verdicts
from .syntax.lemmas import FUTURE_AUXILIARIES
from .triples.relation import counted, is_passive
from .words.lexicon import NOUN_KINDS, lexicon
from .words.wordlists import verbs

if TYPE_CHECKING:
    from ..ontology.model import Entity
    from ..ontology.vocabulary import Vocabulary
    from .stance.factuality import Stance
    from .syntax.tree import Tree
    from .triples.triple import Triple

#: An argument: who is meant, and the head of its words.
Argument = tuple["Entity | None", int]
_STRAINED = frozenset({
    "poor", "bad", "worse", "strained", "tense", "hostile", "frosty", "cool", "cold", "icy", "chilly", "difficult",
    "rocky", "sour", "troubled", "uneasy", "fraught", "testy", "limited",
})  # fmt: skip
_ACTORS = ("Person", "Organization", "ArmedGroup", "Country")
#: Acts against somebody: who does one to what is his own harms nobody.
_FORCE = frozenset({"COERCE", "SANCTION", "ASSAULT"})
_NOBODY = frozenset({"Event", "Thing"})
#: Classes of things whose names end in a noun that tells what they are: "Brain Lab", "Typhoon Basil".
_NAMED_AFTER = frozenset({"Event", "Thing", "Organization", "Place"})
_AMOUNTS = frozenset({"percent", "%", "point", "points"})
_REQUEST = "REQUEST"
_ASSAULT = "ASSAULT"
_GOING = frozenset({"departsFrom", "quits", "resignsFrom", "withdrawsFrom"})


def meaning(
    vocabulary: Vocabulary, tree: Tree, triple: Triple, agent: Argument, patient: Argument
) -> tuple[Typed | None, str]:
    """What the relation between agent and patient means, None where nobody knows, and the lemma phrase that says it."""
    typed, said = _meaning(vocabulary, tree, triple, agent, patient)
    if typed is not None and typed.event_type == _ASSAULT and _in_a_game(vocabulary, tree, agent, patient):
        beaten = typed.relation_type in ("defeats", "fights")
        typed = Typed("rivals", None, -1, typed.inverse) if beaten else None
    if typed is not None and _tells_how(vocabulary, tree, triple):
        typed = typed.event()
    if typed is not None and typed.relation_type and _is_told_in_a_clause(tree, triple):
        typed = typed if vocabulary.relations[typed.relation_type].content else typed.event()
    return typed, said


def _tells_how(vocabulary: Vocabulary, tree: Tree, triple: Triple) -> bool:
    """Whether the object says how the act is done: "offers help by teaching them", "went on"; not "left home"."""
    if triple.rule.endswith("-clause") and triple.lemma.endswith(" by"):
        return True
    adverb = triple.rule == "adverbial" and tree.tags[triple.object_head][:2] == "RB"
    return adverb and tree.lower[triple.object_head] not in vocabulary.members("locale")


def _in_a_game(vocabulary: Vocabulary, tree: Tree, agent: Argument, patient: Argument) -> bool:
    """Whether the sentence is about a game, in which nobody is under arms."""
    armed = any(who is not None and who.type == "ArmedGroup" for who, _ in (agent, patient))
    return not armed and not vocabulary.members("sport").isdisjoint(tree.lower)


def _is_told_in_a_clause(tree: Tree, triple: Triple) -> bool:
    """Whether the object is what a clause says, to which nothing is done: "allege that they lied", "help them pack"."""
    return triple.rule == "content" and tree.tags[triple.object_head] != "VBG"


def _meaning(
    vocabulary: Vocabulary, tree: Tree, triple: Triple, agent: Argument, patient: Argument
) -> tuple[Typed | None, str]:
    who, head = patient
    if who is None and tree.labelled(head, ("DATE", "TIME")):
        if vocabulary.needs_object(triple.lemma):
            return None, triple.lemma  # "the capsule docked today": by itself
        told = vocabulary.classify(
            triple.lemma, object_type=PHRASE, subject_type=agent[0].type if agent[0] else _kind(tree, agent[1]),
            subject_head=_called(vocabulary, tree, agent),
        )  # fmt: skip
        return told and told.event(), triple.lemma  # nothing is done to a date: it happened then
    if who is None and tree.lower[head] in _AMOUNTS:
        return None, triple.lemma  # nor to a share
    if _is_told(tree, triple):
        told = vocabulary.classify(triple.lemma.removeprefix("be "), subject_type=PHRASE, object_type=PHRASE)
        return (told and who is None and told.event()) or None, triple.lemma
    plain = with_office(vocabulary, tree, triple)
    if triple.rule == "aimed":
        noun, _, preposition = plain.partition(" ")
        return vocabulary.classify_noun(noun, preposition), plain
    said = partial(
        vocabulary.classify,
        subject_type=agent[0].type if agent[0] else _kind(tree, agent[1]),
        object_type=who.type if who else _kind(tree, head),
        object_head=None if triple.rule == "content" else _head(vocabulary, tree, patient),
        subject_head=_called(vocabulary, tree, agent),
        inside=_inside(tree, triple),
    )
    if triple.rule == "wanted":
        act = said(triple.lemma.partition(" to ")[2])
        named = who is not None or not vocabulary.kinds(_noun(tree, head)).isdisjoint({"actor", "place"})
        return (act and vocabulary.wanted(act)) if named else None, plain  # who wants a file released backs no file
    if triple.rule.endswith("inside") and plain.startswith("be ") and plain.endswith(" by"):
        verdict = f"{tree.lemma(triple.predicate)} {plain.split(' ', 2)[2].removesuffix(' by')}"
        typed = _judged(vocabulary, verdict, patient, agent)
        if typed is not None:  # "was called a liar by": the name is the agent's
            return typed.turned(), verdict
    for lemma in (*verdicts(tree, triple), plain):
        if lemma != plain and triple.rule not in VERDICT_RULES and not vocabulary.lists(lemma):
            continue  # "launched an extraordinary attack on" says what "launched an attack on" does
        typed = said(lemma)
        if typed is None and triple.rule == "adjunct":
            typed = vocabulary.classify_noun(lemma, None)  # "at the invitation of": the noun alone tells the act
        if typed is not None and triple.rule == "deed" and _is_done_to(vocabulary, tree, triple, typed):
            continue
        if typed is None or (lemma != plain and _done_by_object(vocabulary, lemma, typed)):
            continue
        if typed.relation_type == "normalizesTiesWith" and any(
            tree.lower[i] in _STRAINED for i in _around(tree, triple)
        ):
            return None, plain  # "has poor relations with"
        if lemma == plain and _only_judges(vocabulary, tree, triple, typed):
            continue
        if typed.event_type == _REQUEST and demands_nothing(tree, triple):
            continue
        if lemma == plain and typed.relation_type in _GOING and _stays(tree, triple):
            continue
        if typed.relation_type or lemma == plain:
            return typed, plain if lemma == plain or said(plain) == typed else lemma
    return None, plain


def _judged(vocabulary: Vocabulary, verdict: str, agent: Argument, patient: Argument) -> Typed | None:
    """What it means that the agent calls the patient so, None where the words do not judge."""
    typed = vocabulary.classify(
        verdict,
        subject_type=agent[0].type if agent[0] else PHRASE,
        object_type=patient[0].type if patient[0] else PHRASE,
    )
    judges = typed is not None and typed.relation_type is not None
    return typed if judges and typed and vocabulary.relations[typed.relation_type or ""].attitude else None


def harms_nobody(vocabulary: Vocabulary, tree: Tree, typed: Typed, head: int) -> bool:
    """Whether somebody only disposes of his own affairs: "suspended his campaign", but not "shelled its own town"."""
    if typed.event_type not in _FORCE or typed.sign >= 0 or _kind(tree, head) != PHRASE:
        return False
    found = vocabulary.kinds(_noun(tree, head))
    return found.isdisjoint({"actor", "place"}) or not found.isdisjoint({"deed", "text"})


def _kind(tree: Tree, head: int) -> str:
    """The class of what a common noun speaks of, though it has no name: "the governor" is a person."""
    if tree.tags[head] not in ("NN", "NNS"):
        return PHRASE
    kind = NOUN_KINDS.get(lexicon().nouns.get(tree.lemmatizer.lemma(tree.lower[head], "NN"), ""))
    return kind if kind in _ACTORS else PHRASE


def _head(vocabulary: Vocabulary, tree: Tree, argument: Argument) -> str | None:
    """The noun that tells what an argument is, None where words are only used as a noun ("the accused")."""
    who, head = argument
    if who is not None:
        named = None if _is_acronym(tree, head) else tree.lemma(head)
        return _force(vocabulary, tree, argument) or named
    noun = _noun(tree, head)
    common = tree.tags[head] in ("NN", "NNS", "VBG")
    return noun if common or noun is None or vocabulary.knows(noun.split()[-1]) else None


def _force(vocabulary: Vocabulary, tree: Tree, argument: Argument) -> str | None:
    """What a name that is nobody's tells of a force of nature: "Hurricane Ida"."""
    who, head = argument
    if who is None or who.type not in _NOBODY:
        return None
    named = (tree.lower[i].partition("-")[0] for i in sorted((head, *tree.kids(head, ("compound", "nmod")))))
    forces = vocabulary.members("disaster")
    return next((word for word in named if word in forces), None)


def _called(vocabulary: Vocabulary, tree: Tree, agent: Argument) -> str | None:
    """The noun that tells what the agent is, where no name does: "protesters" of "Georgian protesters", too."""
    who, head = agent
    if who is None:
        return _head(vocabulary, tree, agent)
    group = who.type in ("Group", "ArmedGroup") and tree.tags[counted(tree, head)] in ("NN", "NNS")
    return _noun(tree, head) if group else _force(vocabulary, tree, agent)


def _noun(tree: Tree, head: int) -> str | None:
    """The lemma of a head with the noun before it: "panic attack"; of an acronym none, "ICE" is no ice."""
    head = counted(tree, head)
    if _is_acronym(tree, head):
        return None
    before = head - 1
    compound = before >= 0 and tree.heads[before] == head and tree.deps[before] == "compound"
    return f"{tree.lower[before]} {tree.lemma(head)}" if compound else tree.lemma(head)


def _is_acronym(tree: Tree, head: int) -> bool:
    return tree.words[head].isupper() and len(tree.words[head]) > 1 and not tree.headline


def _inside(tree: Tree, triple: Triple) -> str | None:
    """The object of the verb that its label names: "strike" of "reported a strike on the base"; "" for a name."""
    own = (k for k in tree.kids(triple.predicate, ("dobj", "attr")) if k in triple.relation)
    return next((tree.lemma(k) if tree.tags[k] in ("NN", "NNS") else "" for k in own), None)


def _around(tree: Tree, triple: Triple) -> list[int]:
    """The words of the relation and what describes them."""
    return [k for i in triple.relation for k in (i, *tree.kids(i, ("amod",)))]


def _only_judges(vocabulary: Vocabulary, tree: Tree, triple: Triple, typed: Typed) -> bool:
    """Whether the words say what somebody is called: then only praise or blame is meant, no telephone call."""
    if triple.rule == "spoken-of":
        name = typed.relation_type
        return name is None or not (vocabulary.relations[name].attitude or name == "accuses")
    verb = triple.predicate
    named = triple.rule.startswith("complement") or tree.kid(verb, "oprd") is not None
    invited = any(tree.tags[k] == "TO" for c in tree.kids(verb, ("xcomp", "advcl", "ccomp")) for k in tree.children[c])
    return tree.lemma(verb) == "call" and named and not invited


def _stays(tree: Tree, triple: Triple) -> bool:
    """Whether its object is left in some state rather than by somebody: "left them disappointed"."""
    verb = triple.predicate
    return any(c > triple.object_head for c in tree.kids(verb, ("oprd", "acomp", "ccomp", "xcomp")))


def _done_by_object(vocabulary: Vocabulary, lemma: str, typed: Typed) -> bool:
    """Whether the infinitive alone means it: "ordered the army to free them" frees no army."""
    _, to, act = lemma.partition(" to ")
    alone = vocabulary.classify(act, subject_type=PHRASE, object_type=PHRASE) if to else None
    return alone is not None and alone.relation_type == typed.relation_type


def _is_done_to(vocabulary: Vocabulary, tree: Tree, triple: Triple, typed: Typed) -> bool:
    """Whether a deed's owner is taken for whom it is done to: "led the committee's inquiry" looks into no committee."""
    deed = vocabulary.classify_noun(tree.lemma(tree.heads[triple.object_head]), "of")
    return deed is not None and deed.relation_type == typed.relation_type


def _is_told(tree: Tree, triple: Triple) -> bool:
    """Whether the subject is only told, let or made to do it: "was ordered to pay"; then just the order is an event."""
    governors = (g for g in triple.relation if g < triple.predicate and tree.tags[g][0] == "V")
    return triple.lemma.startswith("be ") and " to " in triple.lemma and any(is_passive(tree, g) for g in governors)


def foretold(
    vocabulary: Vocabulary, tree: Tree, verb: int, typed: Typed, held: Stance, *, own: bool, acted: bool
) -> Typed:
    """What an act that is yet to come means: as PLOVER has it, a commitment where it is friendly, a threat where not.

    So it is with one that its doer announces (`own`), or that the article says an actor "will" do (`acted`). The
    relation stays what it is, since stance tells that it is still to come: only the event is the announcement.
    """
    if held.tense != "future":
        return typed
    plain = any(tree.deps[c] == "aux" and tree.lower[c] in FUTURE_AUXILIARIES for c in tree.children[verb])
    if not (own or (acted and plain)) or any(tree.lemma(g) in verbs().wishing for g in tree.ancestors(verb)):
        return typed
    return typed._replace(event_type=vocabulary.announced(typed, negative=held.polarity == "negative"))
