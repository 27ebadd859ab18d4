"""What a phrase means, in short, for tests of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triplewire.ontology.vocabulary import Typed, Vocabulary


def meaning(
    vocabulary: Vocabulary, phrase: str, subject: str = "Country", object_: str = "Country",
    head: str | None = None, *, who: str | None = None,
) -> str:  # fmt: skip
    """The meaning of a phrase between arguments of these classes, as `shown`; `head` is the object's, `who` acts."""
    typed = vocabulary.classify(phrase, subject_type=subject, object_type=object_, object_head=head, subject_head=who)
    return shown(typed)


def shown(typed: Typed | None) -> str:
    """Relation and event type, an arrow in front where the roles are turned: "<attacks ASSAULT"."""
    if typed is None:
        return "nothing"
    return "<" * typed.inverse + " ".join(filter(None, (typed.relation_type, typed.event_type)))
