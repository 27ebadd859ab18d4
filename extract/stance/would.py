"""What "would" tells where nothing is supposed: a habit of the past, a past still ahead then, or a polite present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operators import stance_lexicon

if TYPE_CHECKING:
    from ..syntax.tree import Tree

HABITUAL = frozenset({"often", "sometimes", "usually", "typically", "generally", "normally", "frequently", "always"})
#: "would later lead the party": what was to come has come.
_SINCE = frozenset({"later", "eventually", "subsequently", "ultimately"})
#: Not "usually" and its like, which suppose: "the deputy would normally follow him".
_REPEATED = frozenset({"often", "sometimes", "frequently", "always", "regularly", "occasionally"})
_SPEAKER = frozenset({"i", "we"})
_WHENEVER = frozenset({"when", "whenever", "every", "each"})
_BYGONE = frozenset({"that", "those"})
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


def _later(tree: Tree, verb: int) -> bool:
    """Whether the clause looks ahead from a time that is past: "would later", "would go on to"."""
    words = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "advmod" and c < verb}
    if not words.isdisjoint(_SINCE):
        return True
    return tree.lower[verb : verb + 3] == ["go", "on", "to"]


def _habit(tree: Tree, verb: int) -> bool:
    """Whether the clause tells what used to happen: at a bygone time, or each time that something else did."""
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
            bygone = noun is not None and tree.lower[noun] in _TIMES
            if bygone and noun is not None and any(tree.lower[k] in _BYGONE for k in tree.children[noun]):
                return True
    return False


def _past(tree: Tree, clause: int) -> bool:
    """Whether a temporal clause is past, or shortened: "when asked"."""
    auxiliaries = [c for c in tree.children[clause] if tree.deps[c] in ("aux", "auxpass")]
    return tree.tags[clause] == "VBD" or not auxiliaries or any(tree.tags[c] == "VBD" for c in auxiliaries)
