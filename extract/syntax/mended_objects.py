"""Mends of what a verb takes: two objects read as one, an infinitive hung on the object that is to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .mending import at_label, at_word
from .phrases import NOUN_TAGS, OPENING_QUOTES, has_to, is_person, leftmost

if TYPE_CHECKING:
    from .tree import Tree

#: What a speaker does in the same breath.
_CITING = frozenset({"citing", "quoting", "adding"})
#: Prepositions that say among what a thing is first.
_AMONG = frozenset({"in", "of", "among", "on", "since", "outside"})


@at_label("nmod", "compound")
def recipient_in_object(tree: Tree, noun: int) -> bool:
    """ "fined the bank 20 million euros": a noun with an article before a number is an object of its own."""
    amount = tree.heads[noun]
    if amount < noun or tree.deps[amount] != "dobj" or noun == 0:
        return False
    if tree.tags[noun] not in ("NN", "NNS", "NNP") or tree.tags[noun + 1] not in ("CD", "$"):
        return False
    if tree.labelled(noun, ("DATE", "TIME")):
        return False  # "its March 3 offer"
    verb, article = tree.heads[amount], noun - 1
    if tree.tags[article] not in ("DT", "PRP$") or tree.heads[article] not in (noun, amount) or verb > noun:
        return False
    tree.heads[noun], tree.deps[noun] = verb, "dative"
    tree.heads[article] = noun
    return True


@at_label("appos", "pobj")
def gift_read_as_apposition(tree: Tree, gift: int) -> bool:
    """ "granted Ada Hall a pardon": right behind a name, what a verb of giving gives does not describe who gets it."""
    name = tree.heads[gift]
    verb = tree.heads[name]
    if name > gift or tree.deps[name] not in ("dobj", "dative") or verb > name:
        return False
    first = leftmost(tree, gift)
    if tree.lemma(verb) not in verbs().ditransitive or tree.tags[gift] not in ("NN", "NNS") or first - 1 < name:
        return False
    if tree.words[first - 1] in (",", "(", "–", "—", "-", ":") or tree.lower[first] not in ("a", "an", "the"):
        return False
    if tree.tags[name] in ("NNP", "NNPS", "PRP") or is_person(tree, name):
        tree.attach(gift, verb, "dobj")
        tree.deps[name] = "dative"
        return True
    return False


@at_label("dobj")
def office_read_as_object(tree: Tree, second: int) -> bool:
    """ "appointed his son crown prince": of two objects side by side the second says what the first is made."""
    verb = tree.heads[second]
    if verb > second or tree.lemma(verb) not in verbs().appointing | verbs().judging:
        return False
    first = next((k for k in tree.kids(verb, ("dobj",)) if verb < k < second), None)
    if first is None:
        return False
    between = range(max(tree.subtree(first)) + 1, min(tree.subtree(second)))
    if all(tree.words[t] in OPENING_QUOTES for t in between):
        tree.deps[second] = "oprd"
        return True
    return False


@at_label("prep")
def range_of_superlative(tree: Tree, p: int) -> bool:
    """ "called it the worst in the region": among what a thing is the worst belongs to that, not to the calling."""
    best = p - 1
    if best < 0 or tree.tags[best] not in ("JJS", "RBS") or tree.lower[p] not in _AMONG or tree.heads[p] == best:
        return False
    beside = tree.heads[best] == tree.heads[p] and p not in tree.ancestors(best)
    if beside and tree.kid(best, "det", "poss") is not None:
        tree.heads[p] = best
        return True
    return False


@at_label("acl", "relcl")
def infinitive_of_object(tree: Tree, v: int) -> bool:
    """ "forcing people to flee": what people are forced to do is the verb's, it does not say which people."""
    noun = tree.heads[v]
    verb = tree.heads[noun]
    if tree.tags[v] != "VB" or tree.deps[noun] != "dobj" or verb > noun:
        return False
    if tree.lemma(verb) not in verbs().object_control or tree.kid(v, "nsubj", "nsubjpass") is not None:
        return False
    if not has_to(tree, v):
        return False
    if tree.tags[noun] in ("NNP", "NNPS") or is_person(tree, noun):
        tree.attach(v, verb, "xcomp")
        return True
    return False


@at_label("advcl")
def infinitive_after_particle(tree: Tree, v: int) -> bool:
    """ "went on to support it": some verbs with a particle only lead up to the act."""
    h = tree.heads[v]
    if tree.tags[v] != "VB" or v != h + 3 or tree.lower[h + 2] != "to":
        return False
    if f"{tree.lemma(h)}-{tree.lower[h + 1]}" in verbs().leading_up:
        tree.deps[v] = "xcomp"
        tree.attach(h + 1, h, "prt")
        return True
    return False


@at_label("prep")
def list_after_colon(tree: Tree, p: int) -> bool:
    """ "specialises in: physics, chemistry and art": the list is what the preposition governs."""
    if p + 2 >= len(tree) or tree.words[p + 1] != ":":
        return False
    if any(tree.deps[k] != "punct" for k in tree.children[p]):
        return False
    noun = next((k for k in range(p + 2, len(tree)) if tree.heads[k] <= p and tree.tags[k] in NOUN_TAGS), None)
    if noun is not None and leftmost(tree, noun) == p + 2 and noun not in tree.ancestors(p):
        tree.attach(noun, p, "pobj")
        return True
    return False


@at_label("advcl")
def source_cited(tree: Tree, v: int) -> bool:
    """ "reported that he had met them, citing two officials": who reports it cites, not whom the report is about."""
    said = tree.heads[v]
    if tree.lower[v] not in _CITING or tree.deps[said] != "ccomp" or v < said:
        return False
    if tree.words[v - 1] == "," and tree.heads[said] < said and tree.lemma(tree.heads[said]) in verbs().speech:
        tree.heads[v] = tree.heads[said]
        return True
    return False


@at_word("including")
def members_of_whole(tree: Tree, p: int) -> bool:
    """ "The fire killed three, including a nurse": who is among whom the verb is done to, no circumstance of it."""
    verb = tree.heads[p]
    if tree.deps[p] != "prep" or verb > p or tree.tags[verb][:2] != "VB":
        return False
    if tree.words[p - 1] != "," or tree.kid(p, "pobj") is None:
        return False
    wholes = [k for k in tree.kids(verb, ("nsubjpass", "dobj")) if k < p and tree.tags[k] in ("NNS", "NNPS", "CD")]
    if not any(tree.deps[k] == "dobj" for k in wholes):  # "were taken to hospitals, including"
        wholes += [k for k in tree.subtree(verb) if verb < k < p and tree.tags[k] == "NNS"]
    if wholes:
        tree.attach(p, wholes[-1], "prep")
    return bool(wholes)
