"""Which sense of a phrase its arguments choose: "fire a missile" or "a minister", "acquire" by a firm or a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lexicon import Entry, Lexicon
    from .typed import Arguments

#: Word classes of those who act.
_ACTORS = (
    "actor", "person", "body", "troop", "police", "peacekeeper", "envoy", "victim", "worker", "criminal", "refugee",
)  # fmt: skip
_SOMEBODY = frozenset({"he", "she", "they", "we", "i", "you", "who", "someone", "somebody", "him", "her", "them"})


def is_actor(lexicon: Lexicon, head: str | None) -> bool:
    """Whether a common noun or a pronoun is one who acts: not "by midnight", "by boat"."""
    return head is None or head in _SOMEBODY or any(head in lexicon.classes[c].lemmas for c in _ACTORS)


def best(lexicon: Lexicon, arguments: Arguments, entries: Iterable[Entry]) -> Entry | None:
    """The entry whose conditions hold, the one with the strictest where there are several."""
    found, best_fit = None, -1
    subject_type, object_type, object_head, subject_head, *_ = arguments
    for entry in entries:
        of_object = lexicon.classes[entry.object].fit(object_head, object_type) if entry.object else 0
        of_subject = lexicon.classes[entry.subject].fit(subject_head, subject_type) if entry.subject else 0
        if entry.subject == "actor" and not of_subject:
            of_subject = int(subject_type == PHRASE and is_actor(lexicon, subject_head))
        held = (of_object or not entry.object) and (of_subject or not entry.subject)
        fit = 2 * of_object + of_subject
        if held and fit > best_fit:
            found, best_fit = entry, fit
    return found
