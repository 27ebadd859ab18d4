"""Mends of verbs: read as nouns or modifiers, or torn from their auxiliary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .mending import at_label, at_root, at_tag, at_word
from .phrases import CLOSING_QUOTES, NOUN_TAGS, VERB_TAGS

if TYPE_CHECKING:
    from .tree import Tree

_NOUN_PLACES = frozenset({"pobj", "dobj", "attr", "compound", "poss", "nmod"})
_LOOSE = frozenset({"advcl", "acl", "xcomp", "dep", "acomp", "conj"})

#: Words that before a gerund are no prepositions.
_PARTICLES = frozenset({"out", "up", "off"})
#: What stands before a hyphen and changes what the verb behind it tells.
_PREFIXES = frozenset({"re", "co", "pre", "de", "un", "dis", "over", "under", "out", "self", "mis", "non", "cross"})


@at_word("to")
def verb_after_to(tree: Tree, i: int) -> bool:
    """ "to sanction Saudi Arabia": a word with an infinitival "to" is a verb, whatever its tag."""
    h = tree.heads[i]
    if tree.deps[i] == "aux" and h > i and tree.tags[h] in ("NN", "JJ", "NNP", "VBP"):
        tree.tags[h] = "VB"
        return True
    return False


@at_word("-")
def prefixed_verb(tree: Tree, hyphen: int) -> bool:
    """ "re-elected the mayor": what stands before a hyphen at a verb is part of it, whatever hangs on it."""
    left, v = hyphen - 1, hyphen + 1
    if left < 0 or v == len(tree) or tree.lower[left] not in _PREFIXES or tree.tags[v] not in VERB_TAGS:
        return False
    if tree.starts[hyphen] > tree.ends[left] or tree.starts[v] > tree.ends[hyphen]:
        return False
    if tree.deps[left] == tree.deps[hyphen] == "prt" or tree.deps[v] in ("amod", "compound", "nmod"):
        return False
    for old in (left, hyphen):
        if old in tree.ancestors(v):
            while tree.heads[v] != old:  # what stands between hangs on the verb
                tree.heads[v] = tree.heads[tree.heads[v]]
            tree.take_over(v, old)
    tree.relink()
    for old in (left, hyphen):
        for k in tree.children[old]:
            if k not in (left, hyphen):
                tree.heads[k] = v
        tree.heads[old], tree.deps[old] = v, "prt"
    tree.relink()
    _subject_before(tree, left, v)
    return True


def _subject_before(tree: Tree, prefix: int, v: int) -> None:
    """The noun phrase that was read as the prefix's modifiers is the verb's subject."""
    noun = prefix - 1
    if noun < 0 or tree.heads[noun] != v or tree.deps[noun] != "compound" or tree.kid(v, "nsubj") is not None:
        return
    for k in tree.kids(v, ("det", "amod", "compound", "nummod", "poss", "nmod")):
        if k < noun:
            tree.heads[k] = noun
    tree.deps[noun] = "nsubj"


@at_tag("JJ", "NN")
def verb_with_object(tree: Tree, i: int) -> bool:
    """ "were informed of it", "maybe you misheard it": what has an auxiliary, or subject and object, is a verb."""
    if not tree.lower[i].endswith(("ed", "n", "t", "d")):
        return False
    kids = {tree.deps[k] for k in tree.children[i]}
    if "auxpass" in kids:
        tree.tags[i] = "VBN"
        return True
    if "dobj" in kids and kids & {"nsubj"} and not kids & {"det", "cop", "amod", "poss"}:
        tree.tags[i] = "VBD"
        return True
    return False


@at_tag("VBZ")
def noun_read_as_verb(tree: Tree, i: int) -> bool:
    """ "seven inmates freed", "the results": a finite verb that stands where only a noun can is a plural noun."""
    if tree.deps[i] not in _NOUN_PLACES or not tree.lower[i].endswith("s"):
        return False
    if not any(tree.deps[k] in ("nsubj", "nsubjpass", "dobj") for k in tree.children[i]):
        tree.tags[i] = "NNS"
        return True
    return False


@at_tag(*VERB_TAGS)
def split_passive(tree: Tree, b: int) -> bool:
    """ "was on Monday rammed into": "be" with a subject and a participle after it are one passive verb."""
    if tree.deps[b] in ("aux", "auxpass") or tree.lemma(b) != "be":
        return False
    kids = tree.children[b]
    if not any(tree.deps[k] in ("nsubj", "nsubjpass") and k < b for k in kids):
        return False
    if any(tree.deps[k] in ("attr", "acomp", "oprd", "ccomp") and tree.tags[k] != "VBN" for k in kids):
        return False
    for v in kids:
        if v < b or tree.tags[v] not in ("VBN", "VBD") or tree.deps[v] not in _LOOSE:
            continue
        below = set(tree.subtree(v))
        for k in tree.kids(b, ("prep", "npadvmod")):
            below.update(tree.subtree(k))
        if any(t not in below and tree.tags[t][:2] != "RB" for t in range(b + 1, v)):
            continue
        if any(tree.words[t] in (",", ":", ";") or tree.deps[t] in ("cc", "mark") for t in range(b + 1, v)):
            continue
        if any(tree.deps[k] in ("nsubj", "nsubjpass", "aux", "auxpass") for k in tree.children[v]):
            continue
        tree.take_over(v, b)
        tree.deps[b] = "auxpass"
        for k in kids:
            if k != v:
                tree.heads[k] = v
                if tree.deps[k] == "nsubj":
                    tree.deps[k] = "nsubjpass"
        return True
    return False


@at_root
def verb_read_as_modifier(tree: Tree, root: int) -> bool:
    """ "The general, who seized power, dissolved parliament": in a sentence without a verb a participle is the verb."""
    if tree.tags[root] not in NOUN_TAGS or tree.words[-1] not in CLOSING_QUOTES | {"."}:
        return False
    if _name_and_verb_before_object(tree, root):
        return True
    for v, dep in enumerate(tree.deps):
        noun = tree.heads[v]
        if (
            dep != "amod"
            or v < root
            or noun < v
            or not (tree.tags[v] in ("VBD", "VBN") or tree.lower[v].endswith("ed"))
        ):
            continue
        if tree.lower[v - 1] in ("a", "an", "the") or root not in tree.ancestors(noun):
            continue
        left = [k for k in tree.children[noun] if k < v and tree.deps[k] != "punct"]
        if any(tree.deps[k] not in ("compound", "nmod", "det", "amod", "poss", "nummod") for k in left):
            continue
        if left and tree.tags[left[-1]] in NOUN_TAGS:
            tree.take_over(left[-1], noun)
            for k in left[:-1]:
                tree.heads[k] = left[-1]
        elif left or tree.deps[noun] not in ("appos", "conj", "dep"):
            continue
        tree.heads[noun], tree.deps[noun] = v, "dobj"
        tree.heads[v], tree.deps[v], tree.tags[v] = v, "ROOT", "VBD"
        tree.heads[root], tree.deps[root] = v, "nsubj"
        for k in tree.children[root]:
            if k > v:
                tree.heads[k] = v
        return True
    return False


def _name_and_verb_before_object(tree: Tree, noun: int) -> bool:
    """ "General Bagheri articulated concerns.": name and verb were read as modifiers of the object."""
    for v in tree.kids(noun, ("amod",)):
        name = v - 1
        if tree.tags[v] not in ("VBN", "VBD") or v > noun or name < 0 or tree.heads[name] != noun:
            continue
        if tree.tags[name] not in ("NNP", "NNPS") or tree.deps[name] not in ("nmod", "compound", "poss"):
            continue
        for k in tree.children[noun]:
            if k < name or tree.deps[k] == "punct":
                compound = tree.deps[k] in ("compound", "nmod", "amod", "det") and k < name
                tree.heads[k] = name if compound else v
        tree.heads[name], tree.deps[name] = v, "nsubj"
        tree.heads[noun], tree.deps[noun] = v, "dobj"
        tree.heads[v], tree.deps[v], tree.tags[v] = v, "ROOT", "VBD"
        return True
    return False


@at_label("compound", "amod")
def verb_read_as_compound(tree: Tree, v: int) -> bool:
    """ "The agency (founded in 1957) inspects reactors": a noun with a finite "modifier" is its object."""
    noun = tree.heads[v]
    if tree.tags[v] not in ("VBZ", "VBD", "VBP") or noun < v:
        return False
    subject = tree.kid(v, "nsubj") or tree.kid(noun, "nsubj")
    if subject is None or subject > v or any(tree.deps[k] in ("cop", "aux") for k in tree.children[noun]):
        return False
    tree.take_over(v, noun)
    tree.deps[noun] = "dobj"
    for k in tree.children[noun]:
        if k != v and (k < v or tree.deps[k] == "punct"):
            tree.heads[k] = v
    return True


@at_word(*_PARTICLES)
def particle_read_as_preposition(tree: Tree, p: int) -> bool:
    """ "ruled out attacking", "gave up smoking": the particle is the verb's, and so is the gerund."""
    v = tree.heads[p]
    if tree.deps[p] != "prep" or p != v + 1 or tree.tags[v][:2] != "VB":
        return False
    below = tree.children[p]
    if len(below) == 1 and tree.deps[below[0]] == "pcomp" and tree.tags[below[0]] == "VBG":
        tree.deps[p], tree.tags[p] = "prt", "RP"
        tree.heads[below[0]], tree.deps[below[0]] = v, "xcomp"
        return True
    return False


@at_label("advcl")
def gerund_read_as_adverbial(tree: Tree, g: int) -> bool:
    """ "the law forbids both insulting and …", "gave up smoking": the gerund is what such a verb takes."""
    v = tree.heads[g]
    if tree.tags[g] != "VBG" or v > g or tree.tags[v][:2] != "VB":
        return False
    first = next((k for k in tree.kids(v, ("xcomp",)) if tree.tags[k] == "VBG" and v < k < g), None)
    if first is not None and tree.words[g - 1] == "," and tree.kid(g, "cc") is not None:
        tree.heads[g], tree.deps[g] = first, "conj"  # a list of them
        return True
    particle = tree.kid(v, "prt")
    phrase = tree.lemma(v) if particle is None else f"{tree.lemma(v)}-{tree.lower[particle]}"
    if phrase not in verbs().done_by_others | verbs().with_gerund:
        return False
    if all(tree.deps[k] in ("prt", "preconj", "neg") for k in range(v + 1, g)):
        tree.deps[g] = "xcomp"
        return True
    return False


@at_label("conj")
def gerund_joined_to_noun(tree: Tree, g: int) -> bool:
    """ "killing ten people and burning homes": a gerund with an object is joined to the gerund, not to its object."""
    noun = tree.heads[g]
    above = tree.heads[noun]
    if tree.tags[g] != "VBG" or tree.tags[noun] not in NOUN_TAGS or tree.tags[above] != "VBG":
        return False
    if tree.deps[noun] != "dobj" or tree.kid(g, "dobj") is None:
        return False
    tree.rejoin(g, above)
    return True
