"""What a prepositional phrase of a clause is: an argument, a circumstance, an adverb, a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, is_act, leftmost
from ..words.lexicon import lexicon
from ..words.wordlists import nouns
from .relation import core, preposition

if TYPE_CHECKING:
    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Prepositional phrases that are adverbs, those of a bare noun and those of a noun with a determiner or adjective.
_ADVERBS = frozenset({
    ("for", "instance"), ("for", "example"), ("in", "fact"), ("in", "addition"), ("in", "general"), ("in", "order"),
    ("in", "particular"), ("of", "course"), ("in", "contrast"), ("by", "contrast"), ("at", "least"), ("at", "all"),
    ("in", "turn"), ("as", "such"), ("on", "average"), ("so", "far"), ("at", "first"), ("at", "last"), ("in", "short"),
    ("in", "effect"), ("in", "theory"), ("in", "practice"), ("at", "most"), ("by", "definition"), ("in", "return"),
    ("to", "date"), ("at", "once"), ("on", "purpose"), ("at", "present"), ("of", "late"), ("on", "time"),
})  # fmt: skip
_ADVERBIAL_PHRASES = frozenset({
    "as a result", "as a consequence", "as a rule", "as a whole", "for the most part", "on the whole",
    "on the contrary", "in the main", "in the meantime", "in the end", "in the first place", "in any case",
    "in either case", "by the way", "at any rate", "on the other hand", "on the one hand", "for the time being",
    "at the same time",
    "in a way", "in a sense", "to some extent", "to a certain extent", "at the moment", "in other words",
})  # fmt: skip
#: Prepositions that say when or under what circumstances something is done.
_CIRCUMSTANTIAL = frozenset({
    "after", "before", "during", "since", "until", "till", "amid", "despite", "following", "because", "throughout",
})  # fmt: skip
#: Prepositions that bring in a source, not a part of what happens.
_SOURCES = frozenset({"according"})
_ACCOUNTS = frozenset({"account", "report", "estimate", "measure"})
_ADDRESSES = frozenset({"sir", "madam", "ma'am", "folks", "guys"})
SHARES = frozenset({"%", "percent"})
#: Prepositions that name whom something is said to.
_ADDRESSEES = frozenset({"to", "with", "of", "against", "for"})


def is_aside(tree: Tree, clause: Clause, prep: int, noun: int) -> bool:
    """Whether the phrase is no argument: an adverb, a source, an absolute clause, or the occasion of what is said."""
    if tree.lower[preposition(tree, prep)[0]] in _SOURCES or _is_adverb(tree, prep, noun):
        return True
    if tree.lower[prep] in ("including", "en"):
        return True  # "it rained, including in May": of which noun is unclear; "en route"
    if tree.lower[prep] == "by" and tree.tags[noun] == "NNS" and tree.lemma(noun) in _ACCOUNTS:
        return True  # "by early reports"
    if clause.contents and (is_time(tree, noun) or _is_topic(tree, clause, prep, noun)):
        return True  # "said on Monday that", "on the budget, she said that": alone says nothing
    return _is_absolute(tree, prep, noun) or _is_comparison(tree, clause, prep)


def _is_topic(tree: Tree, clause: Clause, prep: int, noun: int) -> bool:
    """Whether a phrase before the verb says what a speech is about, not at which occasion or in what it is held."""
    if tree.lower[prep] == "in" and tree.lemma(noun) in nouns().messages - nouns().events:
        return True  # "said in a statement that"
    if prep > clause.verb or tree.lower[prep] in _ADDRESSEES:
        return False
    occasion = tree.lemma(noun) in nouns().events | nouns().messages or is_act(tree, noun)
    return not (occasion and tree.lower[prep] in ("at", "in", "during"))


def _is_adverb(tree: Tree, prep: int, noun: int) -> bool:
    """Whether preposition and noun are one adverb: "for instance", "as a result"; or open a purpose: "in order to"."""
    if " ".join(tree.lower[prep : noun + 1]) in _ADVERBIAL_PHRASES:
        return tree.kid(noun, "prep", "relcl", "acl") is None
    return not tree.kids(noun, ("det", "amod", "poss", "prep")) and (tree.lower[prep], tree.lower[noun]) in _ADVERBS


def _is_absolute(tree: Tree, prep: int, noun: int) -> bool:
    """Whether "with" only brings in a clause: "…, with Hezbollah having lost thousands"."""
    clause = tree.kid(noun, "acl") is not None or (tree.deps[noun] == "pcomp" and tree.kid(noun, "nsubj") is not None)
    return tree.lower[prep] == "with" and tree.words[prep - 1] == "," and clause


def _is_comparison(tree: Tree, clause: Clause, prep: int) -> bool:
    """Whether "like" stands between commas: "is, like its forerunner, a form of tax"."""
    set_off = tree.lower[prep] in ("like", "unlike") and prep > 0 and tree.words[prep - 1] == ","
    return set_off and any(c > prep for c in clause.complements)


def is_time(tree: Tree, noun: int) -> bool:
    """Whether a noun is a date, a time of day or a stretch of time."""
    if tree.labelled(noun, ("DATE", "TIME")):
        return True
    return tree.lemma(noun) in lexicon().times - SHARES and tree.tags[noun] in ("NN", "NNS")


def is_afterthought(tree: Tree, noun: int) -> bool:
    """Whether a noun behind a comma is no adverbial: "he met the judge, Ada Hall", "we have nothing, sir".

    What counts or measures is one: "kept its lead, 48 to 42 percent".
    """
    if tree.tags[noun] not in ("NN", "NNS", "NNP", "NNPS") or is_time(tree, noun):
        return False
    first = leftmost(tree, noun)
    measured = any(tree.tags[t] == "CD" for t in tree.subtree(noun, ("relcl", "acl"))) or tree.tags[first] == "CD"
    return not measured and first > 0 and (tree.words[first - 1] == "," or tree.lower[noun] in _ADDRESSES)


def predicative(tree: Tree, clause: Clause, prep: int, noun: int) -> tuple[int, int] | None:
    """The prepositional phrase that another one presupposes, so that the relation must name it.

    Without it "be" and "is seen as" say nothing ("for 2024 she is on the ballot"), and a time or circumstance tells
    when something is done with whom or whither: "moved to Spain in 2016".
    """
    behind = [
        (p, o)
        for p, o in clause.preps
        if p > clause.verb and p != prep and tree.tags[o] in NOMINAL_TAGS and not is_aside(tree, clause, p, o)
    ]
    wanted = [pair for pair in behind if pair[0] < prep or prep < clause.verb]
    if tree.lemma(clause.verb) == "be":
        return wanted[0] if wanted and not clause.existential else None
    for p, o in wanted:
        if tree.lower[p] == "as" and clause.passive:
            return p, o
    if prep > clause.verb and not is_circumstance(tree, prep, noun):
        return None
    return next(((p, o) for p, o in wanted if not is_circumstance(tree, p, o)), None)


def is_circumstance(tree: Tree, prep: int, noun: int) -> bool:
    """Whether the phrase says when or under what circumstances something is done."""
    return tree.lower[prep] in _CIRCUMSTANTIAL or is_time(tree, noun)


def range_start(tree: Tree, clause: Clause, prep: int, noun: int) -> tuple[int, int] | None:
    """The "from" of a "to" that only together say something: "from city to city", "from eleven to 75"."""
    if tree.lower[prep] != "to":
        return None
    for p, o in clause.preps:
        if tree.lower[p] != "from" or p > prep:
            continue
        close = tree.heads[prep] == p or prep == max(tree.subtree(o)) + 1
        dates = close and is_time(tree, o) and (is_time(tree, noun) or tree.tags[noun] == "CD")  # "from May 3 to 9"
        if tree.lower[o] == tree.lower[noun] or (tree.tags[o] == tree.tags[noun] == "CD") or dates:
            return p, o
    return None


def than_what(tree: Tree, clause: Clause, prep: int) -> list[int]:
    """What a comparison sets beside the phrase: "turnout was higher | in Chad | than in Niger"."""
    than = preposition(tree, prep)[0]
    if tree.lower[than] != "than":
        return []
    beside = [(p, o) for p, o in clause.preps if clause.verb < p < than and tree.lower[p] == tree.lower[prep]]
    return [t for p, o in beside[-1:] for t in (*preposition(tree, p), *core(tree, o))]


def opens_range(tree: Tree, clause: Clause, prep: int) -> bool:
    """Whether the phrase is the "from" of a range that a later "to" ends."""
    return any((start := range_start(tree, clause, p, o)) and start[0] == prep for p, o in clause.preps)
