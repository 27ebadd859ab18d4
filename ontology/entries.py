"""What single entries of the vocabulary mean between two arguments: a noun with or without its preposition, a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import NOTHING
from .senses import best
from .typed import Typed

if TYPE_CHECKING:
    from .lexicon import Entry, Lexicon
    from .phrasebook import Phrasebook, Table
    from .typed import Arguments, Words

#: Prepositions that bring in who does the act a noun names ("attack by", "aid from"), unless an entry says otherwise.
AGENT = frozenset({"by", "from"})
#: Words before a role that leave it what it is: "one of leader".
_SHARES = frozenset({("one", "of"), ("some", "of"), ("more", "of"), ("part", "of"), ("among",)})


class Entries:
    """Looks words up. They are lemmas as the phrasebook spells them."""

    def __init__(self, lexicon: Lexicon, book: Phrasebook, arguments: Arguments) -> None:
        self._lexicon, self._book, self._arguments = lexicon, book, arguments
        self._prepositions = lexicon.classes["preposition"].lemmas

    def noun(self, words: Words) -> tuple[Typed | None, str]:
        """What a noun with its preposition means, and whom that brings in: patient, agent, or place; "" if unknown."""
        if len(words) < 2 or words[-1] not in self._prepositions:
            entry = self.head(words)
            return (self.typed(entry), "place") if entry else (None, "")
        for i in range(len(words) - 1):
            if entry := self.entry(self._book.nouns, words[i:]):
                return (None, "") if entry.relation == NOTHING else (self.typed(entry), "patient")
            if words[i] in self._book.operators or words[i] in self._prepositions:
                return None, ""  # "lift sanction on" is no kind of sanction
        entry = self.head(words[:-1])
        if entry is None:
            return None, ""
        typed = self.typed(entry)
        if words[-1] == "against" and typed.sign < 0:
            return typed, "patient"
        return typed, "agent" if words[-1] in AGENT else "place"

    def role(self, words: Words) -> Typed | None:
        """What the holder of a role is to the "of" after it; the longest known ending decides."""
        while words and words[-1] in self._prepositions:
            words = words[:-1]
        for i in range(len(words)):
            if " ".join(words[i:]) in self._book.roles:
                if i and words[i - 1] in self._prepositions and words[:i] not in _SHARES:
                    return None  # "adviser of leader": what ties is the adviser
                entry = self.entry(self._book.roles, words[i:])
                return self.typed(entry) if entry and entry.relation != NOTHING else None
        return None

    def head(self, noun: Words) -> Entry | None:
        """The act that a noun names, whatever follows it; the longest known ending decides."""
        for i in range(len(noun)):
            if found := self._book.noun_heads.get(" ".join(noun[i:])):
                return None if found.relation == NOTHING else found
        return None

    def typed(self, entry: Entry) -> Typed:
        """What an entry means."""
        relation = self._lexicon.relations[entry.relation]
        if entry.event_only:
            return Typed(None, relation.event_type, 0, told=relation.name)
        return Typed(relation.name, relation.event_type, relation.sign, entry.inverse)

    def side(self, typed: Typed) -> int:
        """Whether the act is friendly (1) or hostile (-1): as the relation is signed, else as its event type is."""
        return typed.sign or (self._lexicon.event_sides[typed.event_type] if typed.event_type else 0)

    def become(self, name: str, inner: Typed) -> Typed:
        """The named relation in place of the act; the event alone where that was all there was."""
        relation = self._lexicon.relations[name]
        if inner.relation_type is None:
            return Typed(None, relation.event_type, 0, told=name)
        return Typed(name, relation.event_type, relation.sign)

    def entry(self, table: Table, words: Words) -> Entry | None:
        """Of a table's entries for these words the one whose sense fits the arguments best."""
        entries = table.get(" ".join(words))
        return best(self._lexicon, self._arguments, entries) if entries else None
