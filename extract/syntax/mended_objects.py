"""Mends of what a verb takes: two objects read as one, an infinitive hung on the object that is to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .phrases import NOUN_TAGS, is_person, leftmost

if TYPE_CHECKING:
    from .tree import Tree

#: What a speaker does in the same breath.
_CITING = frozenset({"citing", "quoting", "adding"})


def recipient_in_object(tree: Tree) -> bool:
    """ "fined the bank 20 million euros": a noun with an article before a number is an object of its own."""
    changed = False
    for noun, dep in enumerate(tree.deps):
        amount = tree.heads[noun]
        if dep not in ("nmod", "compound") or amount < noun or tree.deps[amount] != "dobj" or noun == 0:
            continue
        if tree.tags[noun] not in ("NN", "NNS", "NNP") or tree.tags[noun + 1] not in ("CD", "$"):
            continue
        verb, article = tree.heads[amount], noun - 1
        if tree.tags[article] not in ("DT", "PRP$") or tree.heads[article] not in (noun, amount) or verb > noun:
            continue
        tree.heads[noun], tree.deps[noun] = verb, "dative"
        tree.heads[article] = noun
        changed = True
        tree.relink()
    return changed


def gift_read_as_apposition(tree: Tree) -> bool:
    """ "granted Ada Hall a pardon": right behind a name, what a verb of giving gives does not describe who gets it."""
    changed = False
    for gift, dep in enumerate(tree.deps):
        name = tree.heads[gift]
        verb = tree.heads[name]
        if dep != "appos" or name > gift or tree.deps[name] != "dobj" or verb > name:
            continue
        first = leftmost(tree, gift)
        if tree.lemma(verb) not in verbs().ditransitive or tree.tags[gift] not in ("NN", "NNS") or first - 1 < name:
            continue
        if tree.words[first - 1] in (",", "(", "–", "—", "-", ":") or tree.lower[first] not in ("a", "an", "the"):
            continue
        if tree.tags[name] in ("NNP", "NNPS", "PRP") or is_person(tree, name):
            tree.attach(gift, verb, "dobj")
            tree.deps[name] = "dative"
            changed = True
    return changed


def office_read_as_object(tree: Tree) -> bool:
    """ "appointed his son crown prince": of two objects side by side the second says what the first is made."""
    changed = False
    for second, dep in enumerate(tree.deps):
        verb = tree.heads[second]
        if dep != "dobj" or verb > second or tree.lemma(verb) not in verbs().appointing | verbs().judging:
            continue
        first = next((k for k in tree.kids(verb, ("dobj",)) if verb < k < second), None)
        if first is not None and max(tree.subtree(first)) + 1 == min(tree.subtree(second)):
            tree.deps[second] = "oprd"
            changed = True
    return changed


def infinitive_of_object(tree: Tree) -> bool:
    """ "forcing people to flee": what people are forced to do is the verb's, it does not say which people."""
    changed = False
    for v, dep in enumerate(tree.deps):
        noun = tree.heads[v]
        verb = tree.heads[noun]
        if dep not in ("acl", "relcl") or tree.tags[v] != "VB" or tree.deps[noun] != "dobj" or verb > noun:
            continue
        if tree.lemma(verb) not in verbs().object_control or tree.kid(v, "nsubj", "nsubjpass") is not None:
            continue
        if not any(tree.lower[k] == "to" and tree.deps[k] == "aux" for k in tree.children[v]):
            continue
        if tree.tags[noun] in ("NNP", "NNPS") or is_person(tree, noun):
            tree.attach(v, verb, "xcomp")
            changed = True
    return changed


def infinitive_after_particle(tree: Tree) -> bool:
    """ "went on to support it": some verbs with a particle only lead up to the act."""
    changed = False
    for v, dep in enumerate(tree.deps):
        h = tree.heads[v]
        if dep != "advcl" or tree.tags[v] != "VB" or v != h + 3 or tree.lower[h + 2] != "to":
            continue
        if f"{tree.lemma(h)}-{tree.lower[h + 1]}" in verbs().leading_up:
            tree.deps[v] = "xcomp"
            tree.attach(h + 1, h, "prt")
            changed = True
    return changed


def list_after_colon(tree: Tree) -> bool:
    """ "specialises in: physics, chemistry and art": the list is what the preposition governs."""
    changed = False
    for p, dep in enumerate(tree.deps):
        if dep != "prep" or p + 2 >= len(tree) or tree.words[p + 1] != ":":
            continue
        if any(tree.deps[k] != "punct" for k in tree.children[p]):
            continue
        noun = next((k for k in range(p + 2, len(tree)) if tree.heads[k] <= p and tree.tags[k] in NOUN_TAGS), None)
        if noun is not None and leftmost(tree, noun) == p + 2 and noun not in tree.ancestors(p):
            tree.attach(noun, p, "pobj")
            changed = True
    return changed


def source_cited(tree: Tree) -> bool:
    """ "reported that he had met them, citing two officials": who reports it cites, not whom the report is about."""
    changed = False
    for v, dep in enumerate(tree.deps):
        said = tree.heads[v]
        if dep != "advcl" or tree.lower[v] not in _CITING or tree.deps[said] != "ccomp" or v < said:
            continue
        if tree.words[v - 1] == "," and tree.heads[said] < said and tree.lemma(tree.heads[said]) in verbs().speech:
            tree.heads[v] = tree.heads[said]
            changed = True
            tree.relink()
    return changed
