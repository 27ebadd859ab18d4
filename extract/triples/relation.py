"""The words of a clause's relation, its label, and the words of a preposition that joins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, NOUN_TAGS, complement_phrase, head_words, is_act, noun_phrase
from ..syntax.remembered import remembered
from ..words.wordlists import adverbs, nouns, verbs

if TYPE_CHECKING:
    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Participles that make a preposition with the one behind them.
_PARTICIPLES = frozenset({"according", "depending"})


def relation_words(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The verb group with the governing verbs that share its subject: "is attempting to galvanize"."""
    out = set(clause.group)
    out.update(_adverbs(tree, clause.verb, out))
    if clause.passive and (stranded := _stranded(tree, clause)):
        out.update(stranded)
    for g in clause.chain:
        out.add(g)
        if tree.tags[g] in NOUN_TAGS:
            out.update(t for t in head_words(tree, g) if tree.words[t][-1].isalnum())
        out.update(k for k in tree.children[g] if tree.deps[k] in ("aux", "auxpass", "neg", "prt"))
        if tree.deps[g] == "conj" and tree.tags[g] == "VB" and tree.kid(g, "aux") is None:  # "to rise and stop smoking"
            out.update(k for k in tree.kids(tree.heads[g], ("aux",)) if tree.tags[k] == "TO")
        out.update(_adverbs(tree, g, out))
    return tuple(sorted(out))


def _stranded(tree: Tree, clause: Clause) -> list[int]:
    """The preposition whose object became the subject: "was referred to as", "were taken advantage of by"."""
    holders = (clause.verb, *(o for o in clause.objects if o > clause.verb))
    for h in holders:
        for k in tree.kids(h, ("prep",)):
            if k == h + 1 and not tree.children[k] and tree.tags[k] in ("IN", "TO"):
                return [*range(clause.verb + 1, k), k] if k - clause.verb <= 2 else []
    return []


def _adverbs(tree: Tree, verb: int, group: set[int]) -> list[int]:
    """Adverbs of one or two words that stand in the verb group or touch it: "has repeatedly", "rose very sharply"."""
    out: list[int] = []
    for k in sorted(tree.kids(verb, ("advmod",)), key=lambda k: abs(k - verb)):
        phrase = [*tree.children[k], k]
        if len(phrase) > 2 or tree.tags[k][:2] != "RB" or tree.lower[k] in adverbs().linking:
            continue
        if tree.children[k] and tree.deps[phrase[0]] not in ("neg", "advmod", "det"):
            continue
        first, last = min(*phrase, verb), max(*phrase, verb)
        if all(t in group or t in out or t in phrase for t in range(first, last + 1)):
            out.extend(phrase)
    return out


def relation_label(tree: Tree, clause: Clause) -> str:
    """The lemma phrase: governors that are acts of their own, the verb, its particle."""
    chain = clause.chain
    if chain and clause.via == "pcomp":
        chain = []  # "has a role in training them": what the gerund tells, of which stance knows how sure it is
    if chain and tree.deps[clause.verb] == "acl" and tree.lemma(chain[-1]) in nouns().messages:
        chain = []  # what a message says its author says
    if (
        chain
        and clause.via == "noun"
        and tree.kid(chain[0], "poss") is not None
        and tree.heads[clause.verb] == chain[0]
    ):
        chain = []  # "their plan to attack": how sure the attack is stance tells
    governors = [g for g in chain if tree.lemma(g) not in verbs().folded]
    parts = [f"be {tree.lower[g]}" if is_passive(tree, g) else _with_particle(tree, g) for g in governors]
    if parts:
        parts.append("to")
    parts.append(_with_particle(tree, clause.verb))
    return " ".join(parts)


def _with_particle(tree: Tree, verb: int) -> str:
    """The verb's lemma with what belongs to it: "carry out", "re-elect"."""
    particles = tree.kids(verb, ("prt",))
    prefix = "".join(tree.lower[k] for k in particles if k < verb)
    return " ".join([prefix + tree.lemma(verb), *(tree.lower[k] for k in particles if k > verb)])


def is_passive(tree: Tree, governor: int) -> bool:
    """Whether the act of a governing verb is done to the subject: "was ordered to pay", "asked to explain, he left"."""
    if tree.tags[governor] not in ("VBN", "VBD"):
        return False
    deps = {tree.deps[k] for k in tree.children[governor]}
    return "auxpass" in deps or (tree.tags[governor] == "VBN" and not deps & {"aux", "nsubj"})


@remembered
def preposition(tree: Tree, prep: int) -> tuple[int, ...]:
    """The words of a preposition: one, or several that make one ("because of", "out of", "from behind")."""
    out = [prep]
    while True:
        h = tree.heads[out[0]]
        if (
            h != out[0] - 1
            or tree.deps[h] not in ("prep", "pcomp", "advmod", "agent")
            or tree.tags[h][:2] in ("VB", "NN")
        ):
            break
        out.insert(0, h)
    h = tree.heads[out[0]]
    if h == out[0] - 1 and tree.lower[h] in _PARTICIPLES:
        out.insert(0, h)
    if out[0] > 0 and tree.lower[out[0] - 1 : out[0] + 1] == ["instead", "of"]:
        out.insert(0, out[0] - 1)
    last = out[-1]
    if last + 1 in tree.children[last] and tree.tags[last + 1] in ("IN", "TO"):
        out.append(last + 1)
    return tuple(out)


def in_brief(tree: Tree, head: int, subject: int) -> tuple[int, ...]:
    """What a clause says of its subject, without what it adds: "Chad must pay the debt", "Bitcoin is a fraud"."""
    helping = tree.kids(head, ("aux", "auxpass", "neg", "prt"))
    said = tree.kids(head, ("dobj", "attr", "acomp", "oprd"))[:1]
    out = {head, *helping, *noun_phrase(tree, subject), *(t for o in said for t in core(tree, o))}
    return tuple(sorted(out))


def told_by(tree: Tree, noun: int) -> str:
    """The lemma of the noun behind one that only counts it, "hundreds of troops"; with one that shows it "message of
    support"."""
    inner = counted(tree, noun)
    showing = inner != noun and tree.lemma(noun) in nouns().shows
    return f"{tree.lemma(noun)} of {tree.lemma(inner)}" if showing else tree.lemma(inner)


def counted(tree: Tree, noun: int) -> int:
    """The noun behind one that only counts it, or shows the act that it tells; else the noun itself."""
    lemma, known = tree.lemma(noun), nouns()
    if lemma in known.quantities | known.shows:
        for of in tree.kids(noun, ("prep",)):
            inner = tree.kid(of, "pobj") if tree.lower[of] == "of" else None
            if inner is None or tree.tags[inner] not in ("NN", "NNS"):
                continue
            if lemma in known.quantities or is_act(tree, inner):
                return inner
    return noun


def core(tree: Tree, head: int) -> tuple[int, ...]:
    """An object or complement as it goes into the relation of a further argument: without clauses that hang on it."""
    if tree.tags[head] not in NOMINAL_TAGS:
        return tuple(complement_phrase(tree, head))
    clauses = [t for k in tree.kids(head, ("relcl", "acl")) for t in tree.subtree(k)]
    return tuple(t for t in noun_phrase(tree, head) if t not in clauses)
