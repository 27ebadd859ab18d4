"""What a relation means, and what is known of the two things that it relates."""

from __future__ import annotations

from typing import NamedTuple

Words = tuple[str, ...]


class Typed(NamedTuple):
    """What a relation means.

    `relation_type` is None where the phrase tells of an act but not of one done to its object ("attack in"): then the
    sign is 0 and the event type alone holds. `inverse`: subject and object change places. `told`: the relation of which
    only the event type is left.
    """

    relation_type: str | None
    event_type: str | None
    sign: int
    inverse: bool = False
    told: str | None = None

    def turned(self) -> Typed:
        """The same with the roles exchanged."""
        return self._replace(inverse=not self.inverse)

    def event(self) -> Typed | None:
        """The event alone: told, but not of the object."""
        told = self.relation_type or self.told
        return Typed(None, self.event_type, 0, told=told) if self.event_type else None


class Arguments(NamedTuple):
    """What is known of a statement's subject and object: classes of things, lemmas of their head nouns."""

    subject_type: str = ""
    object_type: str = ""
    object_head: str | None = None
    subject_head: str | None = None
    object_noun: Words = ()  # the object's head with the nouns before it: "panic attack"
    inside: str | None = (
        None  # the noun in the relation that the verb has as its own object: "strike" of "report strike on"
    )
