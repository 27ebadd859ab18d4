"""What "would" tells where nothing is supposed: a habit of the past, a past still ahead then, or a polite present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.days import WEEKDAYS
from .operators import stance_lexicon

if TYPE_CHECKING:
    from ..syntax.tree import Tree

HABITUAL = frozenset({"often", "sometimes", "usually", "typically", "generally", "normally", "frequently", "always"})
#: "would later lead the party": what was to come has come.
_SINCE = frozenset({"later", "eventually", "subsequently", "ultimately"})
#: Not "usually" and its like, which suppose: "the deputy would normally follow him".
_REPEATED = frozenset({"often", "sometimes", "frequently", "always", "regularly", "occasionally"})
_PERIODS = frozenset({*WEEKDAYS, "weekend", "weekday", "morning", "evening", "night", "afternoon", "summer", "winter"})
_SPEAKER = frozenset({"i", "we"})
_WHENEVER = frozenset({"when", "whenever", "every", "each"})
_BYGONE = frozenset({"that", "those"})
#: "as a boy he would fish"
_AGES = frozenset(
    {"boy", "girl", "child", "kid", "teenager", "teen", "student", "youth", "youngster", "toddler", "pupil"}
)
PERCEIVING = frozenset({"see", "hear", "feel", "smell", "taste", "notice", "observe"})
_TIMES = frozenset({"time", "times", "day", "days", "year", "years", "point"})
#: Clauses whose "would" depends on what governs them.
_GOVERNED = frozenset({"ccomp", "xcomp", "acl", "csubj", "pcomp"})


def told_as_fact(tree: Tree, verb: int) -> str | None:
    """The tense in which a "would" of this verb tells what is or was so, None where it supposes or announces.

    "I would urge Chad to leave" urges now; "at that time nobody would lend us rice" and "she would sing whenever asked"
    tell of habits; "he would later lead the party" tells what he did. Conditions suppose, and what is said or thought
    to be ahead is announced.
    """
    first = verb
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    perfect = any(tree.lower[c] == "have" and tree.deps[c] == "aux" for c in tree.children[verb])
    if perfect or "if" in tree.lower or "unless" in tree.lower:
        return None
    subject = tree.kid(verb, "nsubj")
    if subject is None and first != verb:
        subject = tree.kid(first, "nsubj")
    if subject is not None and tree.lower[subject] in _SPEAKER and tree.lemma(verb) in stance_lexicon().performing:
        return "present"
    if tree.deps[first] in _GOVERNED:
        return None
    return "past" if _later(tree, verb) or _habit(tree, verb) else None


def recurs(tree: Tree, verb: int) -> bool:
    """Whether a clause with "will" tells a habit: "they will often call", "on Sundays he will fish".

    Not "will pay it every year", which is still to come.
    """
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    for c in tree.children[verb]:
        if tree.deps[c] == "advmod" and tree.lower[c] in HABITUAL:
            return True
        if subject is None or c > subject:
            continue
        if tree.deps[c] == "npadvmod" and any(tree.lower[k] in ("every", "each") for k in tree.children[c]):
            return True
        noun = tree.kid(c, "pobj") if tree.deps[c] == "prep" and tree.lower[c] in ("on", "at", "in") else None
        if noun is not None and tree.lower[noun].removesuffix("s") in _PERIODS and tree.lower[noun].endswith("s"):
            return not any(tree.deps[k] in ("det", "amod", "nummod") for k in tree.children[noun])
    return False


def perceived(tree: Tree, verb: int) -> bool:
    """Whether "could" tells what somebody did perceive, beside what is past: "was there and could see the fire"."""
    first = verb
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    told = first != verb and tree.tags[first] == "VBD" and tree.deps[first] not in _GOVERNED
    return told and tree.lemma(verb) in PERCEIVING and "if" not in tree.lower


def _later(tree: Tree, verb: int) -> bool:
    """Whether the clause looks ahead from a time that is past: "would later", "would go on to"."""
    words = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "advmod" and c < verb}
    if not words.isdisjoint(_SINCE):
        return True
    return tree.lower[verb : verb + 3] == ["go", "on", "to"]


def _habit(tree: Tree, verb: int) -> bool:
    """Whether the clause tells what used to happen: at a bygone time, or each time that something else did."""
    opened = any(tree.lower[c] == "when" and c < verb for c in tree.children[verb])
    if opened and tree.deps[verb] in ("advcl", "relcl") and _was(tree, tree.heads[verb]):
        return True  # "since I was a child, when I would fish"
    for c in tree.children[verb]:
        dep, low = tree.deps[c], tree.lower[c]
        if dep == "advmod" and low in _REPEATED:
            return True
        if dep == "advcl" and any(tree.lower[k] in _WHENEVER for k in tree.children[c]):
            if _past(tree, c):
                return True
        elif dep == "npadvmod" and any(tree.lower[k] in ("every", "each") for k in tree.children[c]):
            return True
        elif dep == "prep":
            noun = tree.kid(c, "pobj")
            if low == "as" and noun is not None and tree.lower[noun] in _AGES:
                return True
            bygone = noun is not None and tree.lower[noun] in _TIMES
            if bygone and noun is not None and any(tree.lower[k] in _BYGONE for k in tree.children[noun]):
                return True
    return False


def _was(tree: Tree, governor: int) -> bool:
    """Whether what a clause with "when" belongs to is past."""
    while tree.tags[governor][0] not in ("V", "M") and tree.heads[governor] != governor:
        governor = tree.heads[governor]
    helpers = [tree.tags[c] for c in tree.children[governor] if tree.deps[c] in ("aux", "auxpass")]
    return tree.tags[governor] == "VBD" or "VBD" in helpers or (tree.tags[governor] == "VBN" and "MD" not in helpers)


def _past(tree: Tree, clause: int) -> bool:
    """Whether a temporal clause is past, or shortened: "when asked"."""
    auxiliaries = [c for c in tree.children[clause] if tree.deps[c] in ("aux", "auxpass")]
    return tree.tags[clause] == "VBD" or not auxiliaries or any(tree.tags[c] == "VBD" for c in auxiliaries)
