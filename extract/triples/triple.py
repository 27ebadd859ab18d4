"""What every extractor yields: a triple of word indices, before anybody knows who is who."""

from __future__ import annotations

from typing import NamedTuple


class Triple(NamedTuple):
    """One (subject, relation, object) found in one sentence; all numbers are word indices.

    `subject`, `relation`, `object` are the words shown, the heads say which noun phrases are meant, `predicate` the
    word that bears the stance. `lemma` is the relation as a lemma phrase from the agent's side; `turned` says that the
    agent is the object (a passive clause). `unspoken` marks a relation that opens with an "is" nobody wrote
    (appositions, titles). `via` tells how the subject was come by (see `clauses.Clause`).
    """

    rule: str
    predicate: int
    subject_head: int
    object_head: int
    subject: tuple[int, ...]
    relation: tuple[int, ...]
    object: tuple[int, ...]
    lemma: str
    turned: bool = False
    unspoken: bool = False
    phrase: bool = False  # the object is words (a clause, a date), never an entity
    via: str = "main"
    trail: tuple[int, ...] = ()  # what the clause goes on with right behind the object
    trailing: bool = False  # it stands in another's trail
    reading: tuple[tuple[int, ...], ...] = ()  # the three in words that read in order, where the parts linked do not

    @property
    def shown(self) -> tuple[int, ...]:
        """The object as a reader of the triple alone needs it, in the sentence's order."""
        return tuple(sorted((*self.object, *self.trail))) if self.trail else self.object
