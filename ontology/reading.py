"""How the words of a relation phrase combine into one meaning.

The most specific entry decides; "refuse to", "lift", "carry out" and their like work on the act named after them; the
object of a preposition that no entry lists says where or when, and is not the one the act is done to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .adjuncts import OF_OTHERS, OF_SUBJECT, adjunct_start, is_circumstance, is_site
from .constituents import Constituents
from .entries import AGENT
from .lexicon import NOTHING
from .model import PHRASE
from .senses import fills, is_actor, is_listed
from .typed import Arguments, Typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lexicon import Lexicon, Operator
    from .phrasebook import Phrasebook
    from .typed import Words

#: Prepositions through which praise, blame or refusal of a deed reaches its author ("condemn decision of").
_AUTHOR = frozenset({"of", "by", "from"})
#: Prepositions that join a role to whose it is; one with "in" is a post there ("minister in"), but no kin or friend.
_OWNED = frozenset({"of", "for", "to", "at", "from"})
_POSTS = frozenset({"leads", "holdsOffice", "memberOf", "locatedIn", "basedIn", "partOf", "capitalOf"})
#: Who has or keeps an act or a tie does or holds it: "have talk with", "keep base in".
_HAVING = frozenset({"have", "keep"})
#: What an object that names an act may be classed as.
_DEEDS = frozenset({PHRASE, "Event"})
_LIFELESS = frozenset({"Thing", "Event"})


class Reader(Constituents):
    """Reads phrases between one pair of arguments. Words are lemmas as the phrasebook spells them."""

    def __init__(self, lexicon: Lexicon, book: Phrasebook, arguments: Arguments) -> None:
        super().__init__(lexicon, book, arguments)
        self._particles = lexicon.classes["particle"].lemmas
        self._sorts = lexicon.classes["sort"].lemmas
        self._tallies = lexicon.classes["tally"].lemmas
        self._seen: dict[Words, Typed | None] = {}

    def read(self, phrase: Words) -> Typed | None:
        """The best reading of a phrase: one that says who the act is done to, else one that only tells the event."""
        for words in dict.fromkeys((self._uncounted(phrase), phrase, self._counting(phrase))):
            self._phrase = words
            self._seen.clear()
            found = self._part(words)
            if found is not None:
                return found
        return None

    def _uncounted(self, words: Words) -> Words:
        """Without what only counts or shows the act after it: "launch wave of attack on", "be sign of support"."""
        for i in range(len(words) - 3):
            if words[i] in self._tallies and words[i + 1] == "of" and self._is_deed(words[i + 2]):
                before = ("express",) if words[:i] == ("be",) else words[:i]  # "be sign of support for"
                return (*before, *self._uncounted(words[i + 2 :]))
        return words

    def _counting(self, words: Words) -> Words:
        """What counts or shows without what it counts: "send message to" of "send message of greeting to"."""
        for i in range(1, len(words) - 3):
            if words[i] in self._tallies and words[i + 1] == "of":
                return (*words[: i + 1], *words[i + 3 :])
        return words

    def _part(self, words: Words) -> Typed | None:
        if words not in self._seen:
            self._seen[words] = self._read(words)
        return self._seen[words]

    def _read(self, words: Words) -> Typed | None:
        entry = self._entries.entry(self._book.verbs, words)
        if entry is not None:
            deed = None if entry.object else self._deed(words)
            return deed or (None if entry.relation == NOTHING else self._entries.typed(entry))
        if not words or (len(words) == 1 and words[0] not in self._book.operators):
            return None
        event = None
        for found in self._readings(words):
            if found is not None and found.relation_type:
                return found
            event = event or found
        return event

    def _readings(self, words: Words) -> Iterator[Typed | None]:
        last = words[-1]
        site = is_site(last, self._arguments.object_type)
        if not site and (at := adjunct_start(words, self._book, self._is_deed)):
            yield self._of_adjunct(words[at], words[at + 1 :])
            return
        if len(words) > 3 and last in _AUTHOR and words[-2] in self._acts and words[-3] in self._prepositions:
            yield self._part(words[:-2])  # "bow to demand of": to whom it is
        if len(words) > 2 and last in self._prepositions and " ".join(words[:-1]) in self._book.verbs:
            if self._is_nothing(words[:-1]):
                return
            yield self._placed(words)
        if words[0] in ("be", "become") and " ".join(words[1:-1]) in self._book.roles:
            yield self._tie(words[1:])
            return  # "be champion of" a league supports nobody
        yield from self._operated(words)
        yield self._through_deed(words)
        yield from self._around_object(words)
        for table in (self._book.adjectives, self._book.nouns):
            entry = self._entries.entry(table, words) if len(words) > 1 else None
            yield self._entries.typed(entry) if entry and entry.relation != NOTHING else None
        if "to" in words[1:-1] and not self._is_anothers(words):
            purpose = words[words.index("to", 1) + 1 :]
            named = self._is_holder(purpose) or self._is_body(purpose)
            yield None if named else self._part(purpose)  # "use force to disperse"
            if words[1] == "to" and self._attitude(words[0]):
                return  # "like to read" likes nobody
        yield self._placed(words)

    def _of_adjunct(self, preposition: str, noun: Words) -> Typed | None:
        """ "capture airport with support from": the adjunct's act alone reaches its object, not the clause's."""
        subject_type, subject_head = self._arguments.subject_type, self._arguments.subject_head
        if any(word in self._prepositions for word in noun[:-1]) or (
            subject_type == PHRASE and not is_actor(self._lexicon, subject_head)
        ):
            return None
        if noun[-1] in AGENT or (noun[-1] == "of" and preposition in OF_OTHERS):
            if self._arguments.object_type in _LIFELESS:
                return None  # "under provisions of" an act of parliament
            entry = self._entries.head(noun[:-1])
            return None if entry is None or entry.inverse else self._entries.typed(entry).turned()
        inner, role = self._entries.noun(noun)
        return inner if role == "patient" and preposition in OF_SUBJECT else None

    def _is_nothing(self, words: Words) -> bool:
        entry = self._entries.entry(self._book.verbs, words)
        return entry is not None and entry.relation == NOTHING

    def _deed(self, verb: Words) -> Typed | None:
        """ "lead" somebody, but "lead an offensive": a verb that does or stops the act which its object names."""
        if self._arguments.object_type in _DEEDS:
            for operator, kind in self._book.operators.get(" ".join(verb), ()):
                if kind == "noun" and operator.otherwise is None and not operator.turns:
                    return self._operated_object(operator, verb)
        return None

    def _around_object(self, words: Words) -> Iterator[Typed | None]:
        """ "return sculpture to" by the entry "return something to"."""
        for verb in range(1, min(3, len(words) - 1)):
            if entry := self._entries.entry(self._book.verbs, (*words[:verb], "something", words[-1])):
                yield self._entries.typed(entry)

    def _operated(self, words: Words) -> Iterator[Typed | None]:
        """ "refuse to meet", "lift sanction on", "be leader of": an operator and the act or tie after it."""
        for n in range(min(4, len(words)), 0, -1):  # no operator has more words
            for operator, kind in self._book.operators.get(" ".join(words[:n]), ()):
                rest = words[n:]
                infinitive = rest[:1] == ("to",)
                if kind == "role":
                    yield self._tie(rest, adjectives=n == 1)
                elif not rest:
                    yield self._operated_object(operator, words) if kind == "noun" else None
                elif rest[0] in self._prepositions and not infinitive:
                    continue
                elif words[0] != "be" and self._is_holder(rest[infinitive:]):
                    continue  # "release delegate to": who lets them go is no delegate
                elif kind == "verb" and len(rest) > infinitive:
                    act = rest[infinitive:]
                    if not infinitive and words[0] not in _HAVING and self._is_noun(act):
                        continue  # "report strike on": who reports it strikes nobody
                    inner = self._part(act)
                    if words[0] == "be" and not infinitive:
                        beside = is_circumstance(words, self._arguments.object_type, self._book)
                        known = " ".join(act) in self._book.verbs  # "be ascribe to"
                        inner = None if beside and not known else _of_patient(inner, act)
                        if inner and inner.relation_type is None and not self._befits_subject(act):
                            inner = None
                    if inner or infinitive:
                        yield self._apply(operator, inner, act[-1] not in self._prepositions)
                elif kind == "noun" and not infinitive:
                    yield self._operated_noun(operator, rest)

    def _operated_object(self, operator: Operator, verb: Words) -> Typed | None:
        """The event of an operator whose object, an argument of its own, names the act: "carry out" an airstrike."""
        object_head = self._arguments.object_head
        if object_head is None or self._phrase[-len(verb) :] != verb:
            return None  # the object belongs to a preposition
        entry = self._entries.head(self._arguments.object_noun or (object_head,))
        applied = self._apply(operator, self._entries.typed(entry), True) if entry else None
        return applied and applied.event()

    def _operated_noun(self, operator: Operator, rest: Words) -> Typed | None:
        inner, role = self._entries.noun(rest)
        if inner is None:
            asked = operator.otherwise is not None and operator.cooperative == operator.otherwise
            reached = (_AUTHOR | {"to"}) - ({"of"} if asked else set())  # not "seek end of"
            return self._apply(operator, None, rest[-1] in reached)
        if operator.turns:
            if inner.event_type is None:
                return None  # "secure delegate from": a tie is nothing to be undergone
            return inner.turned() if role == "agent" else inner.event()
        given = rest[-1] == "to" and self._phrase[0] in self._lexicon.classes["giving"].lemmas
        whole = role == "patient" or given or (role == "agent" and operator.otherwise is not None)
        return self._apply(operator, inner if whole else inner.event(), whole)

    def _apply(self, operator: Operator, inner: Typed | None, whole: bool) -> Typed | None:
        """What the operator makes of an act; of one that nobody knows only the event, unless `whole`."""
        if operator.keeps:
            return inner
        side = self._entries.side(inner) if inner else 0
        name = operator.cooperative if side > 0 else operator.hostile if side < 0 else operator.otherwise
        if name is None:
            return None
        return self._entries.become(name, inner or Typed(name if whole else None, None, 0))

    def _through_deed(self, words: Words) -> Typed | None:
        """ "condemn decision by" means the decision's author; "condemn attack on" tells only that somebody condemns."""
        if len(words) < 3 or words[-1] not in self._prepositions:
            return None
        for n in range(1, len(words) - 1):
            if entry := self._attitude(" ".join(words[:n])):
                _, role = self._entries.noun(words[n:])
                authored = role == "agent" or (role == "place" and words[-1] == "of")
                authored = authored or (not role and words[-2] in self._acts)
                typed = self._entries.typed(entry)
                beside = is_circumstance(words, self._arguments.object_type, self._book)
                return typed if authored and words[-1] in _AUTHOR else None if beside else typed.event()
        return None

    def _tie(self, words: Words, *, adjectives: bool = True) -> Typed | None:
        """A role or an adjective with its preposition: "ally of", "loyal to"."""
        if adjectives and (entry := self._entries.entry(self._book.adjectives, words)):
            return self._entries.typed(entry)
        if len(words) < 2 or words[-1] not in self._prepositions:
            return None
        tie = self._entries.role(words[:-1])
        return tie if tie and (words[-1] in _OWNED or (words[-1] == "in" and tie.relation_type in _POSTS)) else None

    def _placed(self, words: Words) -> Typed | None:
        """A phrase whose last preposition no entry lists, or whose last word belongs to the object."""
        if len(words) < 2:
            return None
        n = 2 if len(words) > 2 and " ".join(words[-2:]) in self._prepositions else 1
        if words[-1] not in self._prepositions and words[-1] not in self._particles:  # what the verb is done to
            of_thing = words[-1] in self._sorts  # "impose their version of" a law imposes a law
            base = self._part(words[:-1]) if of_thing else self._with_object(words[:-1], words[-1])
            return base.event() if base else None
        base = None if self._lacks_object(words[:-n]) else self._part(words[:-n])
        if words[-1] in self._prepositions:
            if base is None and len(words) > n + 1:
                base = self._with_object(words[: -n - 1], words[-n - 1])
            elif base and base.relation_type and words[-1] == "by":
                acting = self._arguments.object_type != PHRASE or is_actor(self._lexicon, self._arguments.object_head)
                return base.turned() if acting else base.event()
            elif base and base.sign < 0 and words[-1] == "against":
                return base
            if is_circumstance(words, self._arguments.object_type, self._book):
                return None
        return base.event() if base else None

    def _with_object(self, verb: Words, noun: str) -> Typed | None:
        """The sense that a verb has with the noun which its phrase names: "call election for" telephones nobody."""
        told = self._arguments._replace(object_type=PHRASE, object_head=noun, object_noun=(noun,))
        found = Reader(self._lexicon, self._book, told).read(verb)
        if found is None or not is_listed(self._lexicon, noun):
            return found  # it may be a name
        return found if fills(self._lexicon, told, found) else None


def _of_patient(typed: Typed | None, act: Words) -> Typed | None:
    """The meaning of "be" with a participle: the subject is the patient, so the object is no more than told of."""
    if typed is None or typed.event_type is None or act[-1] == "by":
        return typed
    return typed.event()
