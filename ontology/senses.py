"""Which sense of a phrase its arguments choose: "fire a missile" or "a minister", "acquire" by a firm or a star."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .lexicon import NOTHING
from .model import PHRASE, THING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lexicon import Entry, Lexicon
    from .typed import Arguments, Typed

#: Word classes of those who act.
_ACTORS = (
    "actor", "collective", "person", "body", "troop", "police", "peacekeeper", "envoy", "victim", "worker",
    "criminal", "refugee", "assailant", "human",
)  # fmt: skip
#: Kinds of things that fill the roles of relations.
_KINDS = (
    "actor", "person", "place", "weapon", "deed", "text", "finding", "artefact", "nature", "creature", "quality",
    "vehicle",
)  # fmt: skip
#: Conditions that a name may fulfil of which nobody knows what it names.
_NAMED = frozenset({"actor", "person", "Person"})
_NOBODY = frozenset({"Event", THING})
_SOMEBODY = frozenset({"he", "she", "they", "we", "i", "you", "who", "someone", "somebody", "him", "her", "them"})
#: Kinds without end, to which a noun may belong that no list knows; actors, places and things one can touch are known.
_OPEN = frozenset({"deed", "text", "finding", "quality", "nature"})
_REMEMBERED = 4_096  # words with their classes; most recur


def is_actor(lexicon: Lexicon, head: str | None) -> bool:
    """Whether a common noun or a pronoun is one who acts: not "by midnight", "by boat"."""
    return head is None or head in _SOMEBODY or any(head in lexicon.classes[c].lemmas for c in _ACTORS)


def best(lexicon: Lexicon, arguments: Arguments, entries: Iterable[Entry]) -> Entry | None:
    """The entry whose conditions hold, the one with the strictest where there are several."""
    found, best_fit = None, -1
    subject_type, object_type, object_head, subject_head, *_ = arguments
    for entry in entries:
        guessed = entry.relation != NOTHING and lexicon.relations[entry.relation].attitude
        of_object = _fit(lexicon, entry.object, object_type, object_head, guessed, known=object_head is not None)
        of_subject = _fit(lexicon, entry.subject, subject_type, subject_head, guessed)
        fit = 3 * of_object + of_subject
        if of_object and of_subject and fit > best_fit:
            found, best_fit = entry, fit
    return found


def _fit(
    lexicon: Lexicon, condition: str | None, type_: str, head: str | None, guessed: bool, *, known: bool = True
) -> int:
    """How well an argument fits a condition: 0 not at all, 1 as it fits none, then by a guess, its class, its lemma.

    Who is praised or blamed by a name of which nobody knows what it names is `guessed` to be somebody.
    """
    if condition is None:
        return 1
    if fit := lexicon.classes[condition].fit(head, type_):
        return fit + 2
    if condition == "actor" and type_ == PHRASE and known and is_actor(lexicon, head):
        return 3
    return 2 if guessed and type_ == THING and condition in _NAMED else 0


def fills(lexicon: Lexicon, arguments: Arguments, found: Typed) -> bool:
    """Whether the arguments can be what the relation needs: a lever is nobody's to arrest.

    Of an event alone only the subject is known to take part, on either side.
    """
    name = found.relation_type or found.told
    if name is None:
        return True
    relation = lexicon.relations[name]
    agent, patient = relation.agent, relation.patient
    subject = arguments.subject_type, arguments.subject_head
    object_ = arguments.object_type, arguments.object_head
    if found.relation_type is None:
        return not (agent and patient) or fills_role(lexicon, *subject, agent + patient)
    doer, other = (object_, subject) if found.inverse else (subject, object_)
    return fills_role(lexicon, *doer, agent) and fills_role(lexicon, *other, patient)


def fills_role(lexicon: Lexicon, type_: str, head: str | None, role: tuple[str, ...]) -> bool:
    """Whether something can be one of those that a role is for.

    What nobody knows can, but for a common noun where only actors, places or things are meant: these are listed.
    """
    if not role:
        return True
    found = kinds(lexicon, type_, head)
    if found or type_ != PHRASE or head is None or not _OPEN.isdisjoint(role):
        return not found or not found.isdisjoint(role)
    return _stands_for_any(lexicon, head)


def _stands_for_any(lexicon: Lexicon, head: str) -> bool:
    """Whether a word tells only that there is somebody or something, or how many: "others", "dozen", "110"."""
    return head in lexicon.classes["standin"].lemmas or head.endswith("thing") or not head.isalpha()


def is_listed(lexicon: Lexicon, noun: str) -> bool:
    """Whether some kind lists the noun; else it may be a name, though it ends like another kind ("Blankenship")."""
    return is_actor(lexicon, noun) or any(noun in lexicon.classes[k].lemmas for k in _KINDS)


@lru_cache(maxsize=_REMEMBERED)
def kinds(lexicon: Lexicon, type_: str, head: str | None) -> frozenset[str]:
    """The kinds that something is of; none where nobody knows."""
    classes = lexicon.classes
    if type_ in _NOBODY and head in classes["disaster"].lemmas:
        return frozenset({"nature"})
    if type_ != PHRASE or head is None:
        return frozenset(k for k in _KINDS if type_ in classes[k].types)
    found = {k for k in _KINDS if head in classes[k].lemmas}
    if is_actor(lexicon, head):
        found.add("actor")
    if head in classes["locale"].lemmas:
        found.add("place")
    if found or _stands_for_any(lexicon, head):
        return frozenset(found)
    singular = head.removesuffix("s")
    return frozenset(k for k in _KINDS if singular.endswith(classes[k].endings) or head.endswith(classes[k].endings))
