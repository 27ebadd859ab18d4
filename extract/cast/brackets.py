"""A name and what stands in brackets after it: an acronym, or the same name in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spelling import blended, clipped, is_acronym, name_tokens, spells

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .referents import Referent
    from .spans import Span

#: Between the name by which somebody is known and the one given at birth.
_BORN = (["was", "born"], [",", "born"], ["(", "born"], ["(", "né"], ["(", "née"])
#: What heads a name in brackets that tells where or of which party somebody is, not another name.
_ASIDES = frozenset(("party", "city", "state", "county"))


def bracketed(tree: Tree, left: Span, right: Span, lexicon: Lexicon, registry: Registry) -> bool:
    """ "Hayat Tahrir al-Sham (HTS)", "CEI (Italian Episcopal Conference)", "Masjid al-Haram (Grand Mosque)"."""
    if right.first != left.end + 1 or tree.words[left.end] != "(":
        return False
    if right.end >= len(tree) or tree.words[right.end] != ")":
        return False
    tokens = name_tokens(right.text)
    if clipped(right.text, name_tokens(left.text)) or blended(right.text, name_tokens(left.text)):
        return True
    if is_acronym(right.text) or is_acronym(left.text):
        return len(name_tokens(left.text)) + len(tokens) > 2 and registry.country(right.text) is None
    if _shortened(left.text, right.text) or _foreign(tree, right, lexicon, registry):
        return True
    return len(tokens) > 1 and tokens[-1] in lexicon.heads and tokens[-1] not in _ASIDES


def _shortened(full: str, short: str) -> bool:
    """ "First Boise State University (First BSU)": the beginning, and the initials of the rest."""
    front, _, letters = short.rpartition(" ")
    if not front or not is_acronym(letters) or not full.startswith(front + " "):
        return False
    return spells(letters, name_tokens(full[len(front) + 1 :]))


def _foreign(tree: Tree, span: Span, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether all words of a bracket are a name in another language, and no person's or place's."""
    words = span.text.split()
    if len(words) < 2 or any(w in lexicon.genders for w in words) or registry.place(span.text):
        return False
    capitals = [w for w in words if w[0].isupper()]
    foreign = not any(tree.lemmatizer.common(w.lower()) for w in capitals)
    return foreign and len(capitals) > 1 and span.label not in ("PERSON", "GPE", "LOC") and words[0][0].isupper()


def born(tree: Tree, left: Span, right: Span, registry: Registry) -> bool:
    """Whether the second is the name that the first had at birth: "Rock Holm was born Roy Anders Holm in Ohio"."""
    between = tree.lower[left.end : right.first]
    return (
        between in _BORN and " " in right.text and right.label not in ("GPE", "LOC") and not registry.place(right.text)
    )


def merged(a: Referent, b: Referent, registry: Registry) -> Referent | None:
    """One referent of both: the registry's, else that with the longer name. None for a person and something else.

    Of two persons' names it is the one that the article uses more.
    """
    if a.sure and b.sure and a.kind != b.kind and "Person" in (a.kind, b.kind):
        return None
    listed = [r for r in (a, b) if registry.labelled(r.label)]
    persons = a.kind == b.kind == "Person"
    longer = max((a, b), key=lambda r: (r.named if persons else len(r.label.split()), r is a))
    keep = listed[0] if len(listed) == 1 else longer
    gone = b if keep is a else a
    if not keep.sure and gone.kind and (gone.sure or keep.kind in ("", "Person", "Thing")):
        keep.kind = gone.kind if gone.kind != "Person" else "Organization"
    keep.names |= gone.names
    keep.nouns |= gone.nouns
    return keep
