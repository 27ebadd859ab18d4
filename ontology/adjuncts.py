"""Which objects of a preposition a clause's act is done to, and which only stand beside it: helpers, times, reasons.

"attack on the town" names the patient, and so does what an entry lists. "captured it with support from Russia", "in
cooperation with the army", "under pressure from donors" name others, with an act of their own between them and the
subject; "with the army", "after the rebels", "like Iran" name nobody to whom the clause's act is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .phrasebook import Phrasebook

#: Prepositions whose noun is an act of the subject ("in cooperation with") or of another ("with the support of").
OF_SUBJECT = frozenset({"with", "in", "under"})
OF_OTHERS = frozenset({"with", "under", "at", "on", "upon"})
_OPENING = OF_SUBJECT | OF_OTHERS | {"despite", "amid", "without"}
#: What stands beside the act whoever it is: company, means, likeness, example, exclusion.
_BESIDE = frozenset(
    {
        "with",
        "alongside",
        "like",
        "unlike",
        "as",
        "including",
        "via",
        "through",
        "without",
        "than",
        "because of",
        "due to",
    }
)
#: What an actor after these tells is when, where or why; a place after them may be where it happened.
_BESIDE_ACTORS = frozenset(
    {
        "after",
        "before",
        "during",
        "since",
        "until",
        "amid",
        "following",
        "despite",
        "behind",
        "past",
        "down",
        "from",
        "under",
    }
)
_SITES = frozenset({"Place", "Country", "Event", "Thing", "Phrase", ""})
_AT = frozenset({"in", "at", "near", "inside", "outside", "across", "around"})


def adjunct_start(words: tuple[str, ...], book: Phrasebook, is_deed: Callable[[str], bool]) -> int:
    """Where an adjunct begins that names an act of its own ("with support from"), 0 where there is none."""
    for i in range(1, len(words) - 2):
        if words[i] in _OPENING and is_deed(words[i + 1]) and not _governed(words, i, book):
            return i
    return 0


def _governed(words: tuple[str, ...], i: int, book: Phrasebook) -> bool:
    """Whether the verb takes this preposition: "engage in clash with", "charge gunman with attack on"."""
    phrases = " ".join(words[: i + 1]), f"{words[0]} {words[i]}", " ".join(words[i - 1 : i + 1])
    return any(p in book.operators or p in book.verbs for p in phrases) or words[0] == "be"


def is_circumstance(words: tuple[str, ...], object_type: str, book: Phrasebook) -> bool:
    """Whether the object of the last preposition, which no entry lists, has no part in the act."""
    preposition = words[-1]
    if f"{words[0]} {preposition}" in book.verbs:
        return False
    if words[0] == "be" and preposition in ("to", "for", "with", "as") and object_type not in _SITES:
        return True  # "be elected to" a parliament is no act upon it
    if len(words) > 2 and preposition in ("on", "at", "in") and object_type in ("Organization", "Thing"):
        return True  # "hail report on" a website, "deliver speech at" a hall
    return preposition in _BESIDE or (preposition in _BESIDE_ACTORS and object_type not in _SITES)


def is_site(preposition: str, object_type: str) -> bool:
    """Whether the object is where the clause's act happened, whatever stands between."""
    return preposition in _AT and object_type in ("Place", "Country")
