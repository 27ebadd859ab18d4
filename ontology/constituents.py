"""What the parts of a relation phrase are: a role with its preposition, a noun of an act, a verb without its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entries import Entries
from .lexicon import NOTHING
from .senses import best, fills_role
from .typed import Arguments

if TYPE_CHECKING:
    from .lexicon import Entry, Lexicon
    from .phrasebook import Phrasebook
    from .typed import Words

#: Ties of who holds a role, not of who does something to its holder.
_HELD = frozenset({"leads", "holdsOffice", "memberOf", "represents"})


class Constituents:
    """Tells what words are in a phrase between one pair of arguments."""

    def __init__(self, lexicon: Lexicon, book: Phrasebook, arguments: Arguments) -> None:
        self._lexicon, self._book, self._arguments = lexicon, book, arguments
        self._entries = Entries(lexicon, book, arguments)
        self._prepositions = lexicon.classes["preposition"].lemmas
        self._acts = lexicon.classes["act"].lemmas
        self._phrase: Words = ()

    def _attitude(self, verb: str) -> Entry | None:
        for entry in self._book.verbs.get(verb, ()):
            plain = entry.object is None and entry.subject is None and entry.relation != NOTHING
            if plain and self._lexicon.relations[entry.relation].attitude:
                return entry
        return None

    def _is_anothers(self, words: Words) -> bool:
        """Whether what follows "to" is not the subject's act: "cite refusal to consider", "be envoy to"."""
        noun = words.index("to", 1) - 1
        if noun > 0 and words[noun] in self._book.roles and words[0] == "be":
            return True
        return noun > 0 and words[noun] in self._book.operators and " ".join(words[:noun]) not in self._book.operators

    def _is_holder(self, words: Words) -> bool:
        """Whether the words are a role with its preposition, which ties its holder alone: "member of"."""
        if len(words) < 2 or words[-1] not in self._prepositions or " ".join(words[:-1]) not in self._book.roles:
            return False
        tie = self._entries.role(words)
        return tie is not None and tie.relation_type in _HELD and not tie.inverse

    def _is_body(self, words: Words) -> bool:
        """Whether the words are a noun of those who act, with its preposition: "send troop to force in"."""
        body = words[1] in self._prepositions if len(words) > 1 else self._phrase[-1:] != words
        return body and any(words[0] in self._lexicon.classes[c].lemmas for c in ("body", "troop", "peacekeeper"))

    def _is_deed(self, noun: str) -> bool:
        return noun in self._acts or self._entries.head((noun,)) is not None

    def _befits_subject(self, act: Words) -> bool:
        """Whether a participle without its agent can be said of its subject: captives are released, films are not."""
        verb = " ".join(act[:-1] if act[-1] in self._prepositions and len(act) > 1 else act)
        if verb not in self._book.verbs or (" ".join(act) in self._book.verbs and " ".join(act) != verb):
            return True  # "be rammed into a base": what it is done to stands behind
        type_, head = self._arguments.subject_type, self._arguments.subject_head
        entry = best(self._lexicon, Arguments(object_type=type_, object_head=head), self._book.verbs[verb])
        if entry is None or entry.relation == NOTHING:
            return False
        relation = self._lexicon.relations[entry.relation]
        return fills_role(self._lexicon, type_, head, relation.agent if entry.inverse else relation.patient)

    def _is_noun(self, words: Words) -> bool:
        """Whether the words are a noun with its preposition and not a verb with it."""
        if words[0] == self._arguments.inside:
            return True
        if words[-1] not in self._prepositions or self._entries.entry(self._book.verbs, words):
            return False
        return self._entries.noun(words)[1] == "patient" or " ".join(words[:-1]) in self._book.roles

    def _lacks_object(self, verb: Words) -> bool:
        """Whether a verb that needs an object has none, and so tells of what comes about by itself: "dissolve in"."""
        if "be" in self._phrase or self._arguments.inside is not None:
            return False
        bare = len(verb) == 1 and verb[0] in self._book.verbs
        return bare and verb[0] not in self._lexicon.classes["absolute"].lemmas
