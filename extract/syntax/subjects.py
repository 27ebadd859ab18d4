"""Who does what a clause says: its own subject, one shared with another clause, or one that its governor lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .antecedents import antecedent
from .control import after_adjective, controlled, pleonastic
from .phrases import (
    NOMINAL_TAGS,
    NOUN_TAGS,
    RELATIVE_PRONOUNS,
    conjuncts,
    first_conjunct,
    has_to,
    may_act,
)

if TYPE_CHECKING:
    from .clauses import Clause
    from .tree import Tree

#: Tags of what describes somebody: "a poet", "one of them".
_DESCRIBING = frozenset({"NN", "NNS", "CD", "DT"})
#: Subjects that may only hold the place of what follows: "it was the rebels who attacked".
_PLACEHOLDERS = frozenset({"it", "that", "this", "these", "those", "there"})


#: Prepositions of a gerund that what the verb is done to does, where there is such: "accused Iran of arming".
_OF_OBJECT = frozenset({"of", "for", "from", "into", "with", "as"})
#: Those that say by what means something is done.
_MEANS = frozenset({"by", "in", "through"})
#: Those that name a gerund as one of a kind: "has many uses, including making dye".
_EXAMPLES = frozenset({"including", "like", "as"})
#: Those that say what something is about, whoever does it.
_TOPICS = frozenset({"about", "on", "over", "regarding", "concerning", "against"})
#: Those of a gerund that a verb takes and that no thing does: "had to do with testing", "consists in naming them".
_COMPLEMENT = frozenset({"with", "in", "of", "about", "at", "on"})


def find_subjects(tree: Tree, c: Clause, own: list[int], found: dict[int, Clause]) -> None:
    """The clause's own subject, else the one it shares with or is controlled by its governor."""
    v = c.verb
    if c.existential:
        return
    if own:
        c.own_subject = True
        if tree.tags[own[-1]] == "PRP" or any(w in (";", ":") for w in tree.words[own[0] : own[-1]]):
            own = own[-1:]  # the first is an aside: "the daughter of a teacher, she sang"
        for s in own:
            if tree.lower[s] in RELATIVE_PRONOUNS and tree.tags[s] in ("WP", "WDT", "IN"):
                who = antecedent(tree, s)
                if who is None:
                    who = _focus(tree, v, found)
                if who is not None:
                    c.via = "relcl"
                    said_of = predicated_of(tree, who)
                    if said_of is not None:
                        c.subjects.extend(conjuncts(tree, said_of))
                    else:
                        c.subjects.extend(conjuncts(tree, who) if _plural(tree, v) else [who])
                continue
            c.subjects.extend(conjuncts(tree, s))
        return
    head, dep = tree.heads[v], tree.deps[v]
    governor = found.get(head)
    if dep == "conj" and governor is not None:
        if _bids(tree, c, governor):
            return
        c.via = "conj" if governor.via == "main" else governor.via
        c.subjects = list(governor.subjects)
        c.own_subject = governor.own_subject
        if governor.chain and tree.tags[v] == tree.tags[head]:
            c.chain = list(governor.chain)
            c.group.extend(k for k in governor.group if tree.deps[k] == "prep")
    elif dep != "relcl" and dep != "acl" and _stands_alone(tree, c):
        return
    elif dep in ("xcomp", "ccomp", "advcl", "dep", "oprd") and governor is not None:
        controlled(tree, c, governor)
    elif dep in ("xcomp", "ccomp", "advcl") and tree.tags[head][:2] in ("JJ", "RB"):
        after_adjective(tree, c, head, found)
    elif dep == "acl":
        _of_noun(tree, c, head, found)
    elif dep == "relcl":
        c.via = "relcl"
        if not any(tree.tags[k] in ("WDT", "WP", "WRB") for k in tree.subtree(v)):
            _of_noun(tree, c, head, found)
    elif dep == "pcomp":
        _after_preposition(tree, c, head, found)


def _stands_alone(tree: Tree, c: Clause) -> bool:
    """Whether a verb is finite beyond doubt, and so has a subject of its own, or nobody knows which."""
    return c.finite and (tree.tags[c.verb] in ("VBP", "VBZ") or tree.kid(c.verb, "aux", "auxpass") is not None)


def _bids(tree: Tree, c: Clause, governor: Clause) -> bool:
    """ "It was old, but ask anyone": a bare verb joined to one in the third person or the past tells nobody's act."""
    bare = tree.tags[c.verb] == "VB" and tree.kid(c.verb, "aux") is None
    return bare and tree.tags[governor.verb] in ("VBD", "VBZ") and tree.kid(governor.verb, "aux") is None


def predicated_of(tree: Tree, noun: int, *, clause: bool = True) -> int | None:
    """Of whom a noun is said, if it is: "he was a poet who": what the poet did he did. A name stands for itself.

    Where a `clause` follows, "it" may only hold the place of what that says: "it was the rebels who attacked".
    """
    first = first_conjunct(tree, noun)
    verb = tree.heads[first]
    if tree.deps[first] != "attr" or tree.tags[noun] not in _DESCRIBING or tree.lemma(verb) != "be":
        return None
    subject = tree.kid(verb, "nsubj")
    if subject is None or subject > verb or tree.kid(subject, "relcl", "acl"):
        return None
    if clause and tree.lower[subject] in _PLACEHOLDERS:
        return None
    return subject if tree.tags[subject] in NOUN_TAGS | {"PRP"} and "?" not in tree.words[verb:] else None


def _focus(tree: Tree, v: int, found: dict[int, Clause]) -> int | None:
    """What a cleft sentence puts first: "it was Iran that attacked"."""
    above = found.get(tree.heads[v])
    if above is None or not above.complements or tree.lemma(above.verb) != "be":
        return None
    if not any(tree.lower[s] == "it" for s in above.subjects):
        return None
    above.contents = [k for k in above.contents if k != v]
    return above.complements[0]


def _plural(tree: Tree, v: int) -> bool:
    finite = [k for k in tree.children[v] if tree.deps[k] in ("aux", "auxpass")] or [v]
    return tree.tags[finite[0]] == "VBP" or tree.lower[finite[0]] == "were"


def _of_noun(tree: Tree, c: Clause, noun: int, found: dict[int, Clause]) -> None:
    """A clause that hangs on a noun: "troops backing", "forces led by", "plans to attack"."""
    v = c.verb
    tag = tree.tags[v]
    if has_to(tree, v):
        c.via = "noun"
        owner = tree.kid(noun, "poss")
        governor = found.get(tree.heads[noun])
        if owner is not None:
            c.subjects, c.chain = list(conjuncts(tree, owner)), [noun]
        elif tree.lemma(noun) in nouns().plans and (doers := _doers(tree, noun)):
            c.subjects = doers
        elif governor is not None and tree.deps[noun] in ("dobj", "attr"):
            if tree.deps[noun] == "dobj" and tree.lemma(noun) in nouns().intents:
                c.subjects, c.own_subject = list(governor.subjects), governor.own_subject
                c.chain = [*governor.chain, governor.verb, noun]
            elif tree.deps[noun] == "attr" and not pleonastic(tree, governor):
                c.subjects = list(governor.subjects)
        return
    c.via = "acl"
    if tag == "VBG" and (author := _author(tree, noun, found)) is not None:
        c.subjects, c.own_subject, c.chain = list(author.subjects), author.own_subject, [author.verb, noun]
        return
    if tag in ("VBN", "VBD") and not any(tree.deps[k] == "aux" for k in tree.children[v]):
        c.passive = True
    c.subjects = [noun]


def _author(tree: Tree, noun: int, found: dict[int, Clause]) -> Clause | None:
    """Who speaks by a message: "released a statement criticising Iran"."""
    above = found.get(tree.heads[noun])
    if above is None or tree.deps[noun] != "dobj" or tree.lemma(noun) not in nouns().messages:
        return None
    return above if tree.lemma(above.verb) in verbs().making and not above.passive else None


def _doers(tree: Tree, noun: int) -> list[int]:
    """Whose plan it is: "a plan by Iran to", "a scheme orchestrated by Iran to"."""
    by = [k for k in tree.kids(noun, ("prep", "agent")) if tree.lower[k] == "by"]
    by += [k for v in tree.kids(noun, ("acl",)) for k in tree.kids(v, ("agent",))]
    return [d for k in by for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p)]


def _after_preposition(tree: Tree, c: Clause, prep: int, found: dict[int, Clause]) -> None:
    """ "accused Iran of arming": the object does it; "ended by signing": the subject does."""
    governor = found.get(tree.heads[prep])
    c.via = "pcomp"
    if governor is None:
        noun = tree.heads[prep]
        if tree.tags[noun] in NOMINAL_TAGS and tree.lower[prep] not in _EXAMPLES:
            owner = tree.kid(noun, "poss")
            above = found.get(tree.heads[noun])
            if owner is not None:
                c.subjects = list(conjuncts(tree, owner))
            elif above is not None and tree.deps[noun] in ("dobj", "attr", "acomp", "oprd"):
                placeholder = tree.deps[noun] == "attr" and any(tree.lower[k] in _PLACEHOLDERS for k in above.subjects)
                c.subjects = [] if placeholder else list(above.subjects)  # "it is a matter of protecting rights"
                if tree.deps[noun] == "dobj" and tree.lower[prep] in _TOPICS:
                    c.subjects = []  # "spread rumours about voting"
                if tree.deps[noun] == "dobj" and tree.tags[c.verb] == "VBG" and not above.passive and c.subjects:
                    c.chain = [*above.chain, above.verb, noun]  # "has a role in training them"
                    c.group.append(prep)
        return
    if tree.lower[prep] in _OF_OBJECT and governor.objects and governor.objects[0] < prep:
        own = tree.lower[prep - 1] == "instead" or (
            tree.lower[prep] == "for"
            and (tree.lemma(governor.verb), "for") not in verbs().frames
            and not any(may_act(tree, o) for o in governor.objects)
        )
        c.subjects = list(governor.subjects if own else governor.objects)
    elif governor.passive and tree.lower[prep] in _MEANS:
        c.subjects = [doer for doer, _ in governor.agents]  # who acts goes about it so
    elif tree.lower[prep] not in _COMPLEMENT or any(may_act(tree, s) for s in governor.subjects):
        c.subjects = list(governor.subjects)
